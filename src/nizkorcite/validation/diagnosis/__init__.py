"""Faults become findings with a place."""
