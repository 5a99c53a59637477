"""The terminal: exit codes, languages, the configuration file."""
