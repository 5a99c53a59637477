"""Reading pages of sites that a TOML file describes, without code for any one site."""
