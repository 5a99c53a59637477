"""Many inputs at once, in one or several processes."""
