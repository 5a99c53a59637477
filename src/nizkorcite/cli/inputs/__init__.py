"""Inputs of a verb, and the options that describe them."""
