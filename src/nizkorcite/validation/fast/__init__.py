"""Proof that a record is valid."""
