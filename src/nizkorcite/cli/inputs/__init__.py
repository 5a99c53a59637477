"""Inputs of a command, and the options that describe inputs."""
