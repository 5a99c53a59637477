"""Parsing of texts, with the place of every value."""
