"""Violations of a schema, explained."""
