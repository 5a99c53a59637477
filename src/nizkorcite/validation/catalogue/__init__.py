"""Codes of findings, explained in each language."""
