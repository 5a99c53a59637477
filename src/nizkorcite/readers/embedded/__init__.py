"""Metadata that a page states in its markup."""
