"""Many inputs, several processes."""
