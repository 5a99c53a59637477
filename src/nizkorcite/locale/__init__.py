"""Locales: words for dates, lists of names and the other layer, for styles and formats."""
