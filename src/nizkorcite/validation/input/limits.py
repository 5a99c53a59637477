"""Bounds of a record, against hostile input."""

from typing import Final

MAXIMUM_RECORD_BYTES: Final = 16 * 1024 * 1024
MAXIMUM_VALUES: Final = 500_000
MAXIMUM_DEPTH: Final = 64
MAXIMUM_FAULTS: Final = 1000
