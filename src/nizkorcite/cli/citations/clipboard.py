"""
The clipboard, through a program of the desktop.

Own code: pyperclip 1.11 calls the same programs and cannot copy HTML (its issue 62), which word
processors need for italics. Only the markup asked for is copied: xclip 0.13 offers one kind of
content, and for HTML no plain text beside it; wl-copy and pbcopy take one kind too. Of libraries,
copykitten 2.1 has texts, images and files; klembord 0.3 has both kinds at once, but knows neither
Wayland nor macOS, and ends with an error in an environment without setuptools.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence

import click
from attrs import frozen

from nizkorcite.cli.console.exit_codes import UNWRITTEN
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_note
from nizkorcite.messages import Message

_SECONDS = 10
_CHARSET = '<meta charset="utf-8">'  # word processors may guess another charset


class NoClipboardError(click.ClickException):
    """No clipboard can be reached; the text was printed."""

    exit_code = UNWRITTEN


@frozen(kw_only=True)
class Program:
    """
    A program that copies its standard input to the clipboard.

    Attributes:
        command: The command line for text.
        html: Further arguments for HTML, if the program supports HTML.
        screen: Environment variable of the display that the program needs.
        encoding: The encoding that the program expects.
    """

    command: Sequence[str]
    html: Sequence[str] = ()
    screen: str | None = None
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """The name of the executable."""
        return self.command[0]

    @property
    def is_available(self) -> bool:
        """True if the program is installed and has a display."""
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
    Copy a text to the clipboard with the first program that succeeds.

    Raises:
        NoClipboardError: No program is available, or none succeeds.
    """
    available = [program for program in PROGRAMS if program.is_available]
    for program in available:
        if _is_copied(program, text, as_html=as_html):
            if as_html and not program.html:
                print_note(
                    Message(
                        "{program} cannot copy HTML; copied the HTML source as text",
                        program=program.name,
                    )
                )
            return
    names = ", ".join(program.name for program in available)
    problem = (
        Message("{programs} could not copy", programs=names)
        if names
        else Message("no clipboard was found")
    )
    advice = Message(
        "{problem}; the result was printed, not copied. "
        "On Linux, install wl-clipboard (Wayland), xclip or xsel (X11), and run this in a desktop "
        "session.",
        problem=problem,
    )
    raise NoClipboardError(advice.text(message_language()))


def _is_copied(program: Program, text: str, *, as_html: bool) -> bool:
    """
    Run a program; return whether it succeeded.

    Some programs keep running to serve the clipboard, so nothing may wait for their output.
    """
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
