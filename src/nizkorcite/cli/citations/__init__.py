"""How citations are printed and copied."""
