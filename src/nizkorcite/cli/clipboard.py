"""The clipboard, where there is one."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

_PROBLEM = """no clipboard was found; the result was printed, not copied.
On Linux, install wl-clipboard (Wayland), xclip or xsel (X11), and run this in a desktop session."""


class NoClipboardError(click.ClickException):
    """There is none; the text was printed all the same. Exit code 4."""

    exit_code = 4


def copy(text: str) -> None:
    """
    Put a text on the clipboard.

    Raises:
        NoClipboardError: There is none that can be reached.
    """
    import pyperclip  # looks for the tools of the system

    try:
        with _outputs_kept():
            pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError) as error:
        raise NoClipboardError(_PROBLEM) from error


@contextmanager
def _outputs_kept() -> Iterator[None]:
    """
    Keep our outputs from what is started.

    xclip and wl-copy stay to serve the clipboard; who reads our output would wait for them too.
    """
    sys.stdout.flush()
    kept = [os.dup(output) for output in _OUTPUTS]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for output in _OUTPUTS:
            os.dup2(nowhere, output)
        yield
    finally:
        for output, before in zip(_OUTPUTS, kept, strict=True):
            os.dup2(before, output)
        for each in (*kept, nowhere):
            os.close(each)


_OUTPUTS = (1, 2)
