"""Formats of programs, with their writers and parsers."""
