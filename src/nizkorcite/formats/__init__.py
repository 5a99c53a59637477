"""Formats of programs: a module writes each of them, and a parser reads some of them."""
