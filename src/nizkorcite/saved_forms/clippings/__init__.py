"""Texts taken from a page, with notes of the program that took them, one module a form."""
