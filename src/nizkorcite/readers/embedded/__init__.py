"""Metadata embedded in the markup of any page."""
