"""CSL-JSON."""
