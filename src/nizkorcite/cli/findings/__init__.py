"""How findings are selected, counted, fixed and reported."""
