"""Printing and copying of citations."""
