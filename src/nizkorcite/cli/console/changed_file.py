"""A file that a command changes in place: the change as a diff, and its writing."""

import os
import re
from collections.abc import Iterator
from difflib import unified_diff

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.display import visible
from nizkorcite.errors import problem_of
from nizkorcite.files.atomic import replace_unchanged
from nizkorcite.messages import Message

_UNQUOTABLE = re.compile(rb"[^ !#-\[\]-~]")


def diff_lines(name: str, before: bytes, after: bytes, what: Message) -> Iterator[str]:
    """
    Make a unified diff for `patch`; bytes that are not UTF-8 are kept.

    Args:
        name: The file.
        before: Its content.
        after: Its new content.
        what: The kind of change, printed behind the name of the new file.
    """
    new_name = f"{name} ({what.text(message_language())})"
    names = _quoted(name), _quoted(new_name)
    for line in unified_diff(_lines(before), _lines(after), *names):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def is_rewritten(name: str, before: bytes, after: bytes) -> bool:
    """Replace the content of a file; report a file that cannot be written, or has changed."""
    try:
        replace_unchanged(name, before, after)
    except OSError as error:
        problem = problem_of(error)
        print_message(
            Message("cannot write {name}: {problem}", name=visible(name), problem=problem)
        )
        return False
    return True


def _quoted(name: str) -> str:
    """Put the name of a file in quotation marks where `patch` and `git apply` need them."""
    if name.isprintable() and '"' not in name and "\\" not in name:
        return name
    octal = _UNQUOTABLE.sub(lambda byte: b"\\%03o" % byte[0][0], os.fsencode(name))
    return f'"{octal.decode("ascii")}"'


def _lines(data: bytes) -> list[str]:
    """Split a file at line feeds only, as `patch` does."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]
