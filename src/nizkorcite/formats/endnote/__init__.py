"""EndNote: its tagged format (.enw), also called refer, and its XML."""
