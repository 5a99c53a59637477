"""The record of an archived document, and its schema."""
