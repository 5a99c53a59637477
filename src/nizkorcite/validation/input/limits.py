"""The bounds within which records are read, so that hostile input costs no more than its length."""

MAXIMUM_BYTES = 16 * 1024 * 1024
MAXIMUM_VALUES = 500_000
MAXIMUM_DEPTH = 64
MAXIMUM_FAULTS = 1000
