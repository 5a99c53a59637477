"""
The clipboard, through the program that a desktop has for it.

Own code: pyperclip 1.11 calls the same programs and cannot put HTML on a clipboard (its issue 62),
by which a word processor gets the italics. A program holds one kind of content at a time, so the
markup that was asked for is what is copied.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence

import click
from attrs import frozen

from nizkorcite.cli.console.exit_codes import UNWRITTEN, say

_SECONDS = 10
_CHARSET = '<meta charset="utf-8">'  # what takes HTML from a clipboard may guess another one
_PROBLEM = """{}; the result was printed, not copied.
On Linux, install wl-clipboard (Wayland), xclip or xsel (X11), and run this in a desktop session."""


class NoClipboardError(click.ClickException):
    """There is none; the text was printed all the same."""

    exit_code = UNWRITTEN


@frozen(kw_only=True)
class Program:
    """
    A program that takes a clipboard's content from its standard input.

    Attributes:
        command: How it is called for text.
        html: Further arguments for HTML, where it knows that.
        screen: The environment variable without which it has no clipboard.
        encoding: What it understands.
    """

    command: Sequence[str]
    html: Sequence[str] = ()
    screen: str | None = None
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What it is installed as."""
        return self.command[0]

    @property
    def is_there(self) -> bool:
        """Whether it is installed and has a screen."""
        has_screen = self.screen is None or bool(os.environ.get(self.screen))
        return has_screen and shutil.which(self.name) is not None


PROGRAMS = (
    Program(command=("wl-copy",), html=("--type", "text/html"), screen="WAYLAND_DISPLAY"),
    Program(
        command=("xclip", "-selection", "clipboard"),
        html=("-target", "text/html"),
        screen="DISPLAY",
    ),
    Program(command=("xsel", "--clipboard", "--input"), screen="DISPLAY"),
    Program(command=("pbcopy",)),
    Program(command=("clip.exe",), encoding="utf-16"),
)


def copy(text: str, *, as_html: bool) -> None:
    """
    Put a text on the clipboard; of several programs the first that takes it.

    Raises:
        NoClipboardError: There is none that can be reached.
    """
    there = [program for program in PROGRAMS if program.is_there]
    for program in there:
        if _took(program, text, as_html=as_html):
            if as_html and not program.html:
                say(f"{program.name} knows no HTML: its source was copied, as text")
            return
    names = ", ".join(program.name for program in there)
    problem = f"{names} could not copy" if names else "no clipboard was found"
    raise NoClipboardError(_PROBLEM.format(problem))


def _took(program: Program, text: str, *, as_html: bool) -> bool:
    """Whether the program took the text. It stays to serve it: who read its output would wait."""
    path = shutil.which(program.name)
    assert path is not None
    is_html = as_html and bool(program.html)
    command = [path, *program.command[1:], *(program.html if is_html else ())]
    try:
        run = subprocess.run(  # noqa: S603 - a program of the table above
            command,
            input=f"{_CHARSET if is_html else ''}{text}".encode(program.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
