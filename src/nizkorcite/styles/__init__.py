"""Citation styles for people: one module for each style, with the functions of `Style`."""
