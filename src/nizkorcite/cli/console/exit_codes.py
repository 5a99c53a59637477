"""What a run tells apart from its results: words on standard error, and an exit code."""

import click

FAULTY = 1
UNREADABLE = 3
UNWRITTEN = 4
FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130


def say(message: str) -> None:
    """Tell the user something that is no result."""
    click.echo(message, err=True)
