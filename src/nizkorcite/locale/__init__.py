"""Dates, lists of names and layers in words, for the styles and for the notes of formats."""
