"""Paths that lead from records to the pages they were read from (``captures[].path``)."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen

from nizkorcite.errors import ModelError
from nizkorcite.messages import Message
from nizkorcite.record.model import Capture, Document
from nizkorcite.record.proven import with_captures


@frozen
class MissingPath:
    """
    A page whose record has no path.

    Attributes:
        page: Its name.
        reason: The page lies outside the folder, or its name does not fit a record.
    """

    page: str
    reason: Literal["outside", "unfit"]


def with_path(document: Document, page: str, base: str) -> Document | MissingPath:
    """
    Add the path of a page to its document, unless on standard input.

    Args:
        document: The document.
        page: The name of the page.
        base: The folder that paths start from.
    """
    if page == "-":
        return document
    path = _relative_path(base, page)
    if path is None:
        return MissingPath(page, "outside")
    try:
        captures = [_at(each, path) for each in document.captures]
    except ModelError:
        return MissingPath(page, "unfit")
    return with_captures(document, captures)


def _at(capture: Capture, path: str) -> Capture:
    warc = evolve(capture.warc, file=path) if capture.warc else None
    return evolve(capture, path=path, warc=warc)


def with_warc_file(document: Document, file: str, base: str) -> Document | MissingPath:
    """
    State the path of the WARC file that holds the page of a document.

    Args:
        document: The document.
        file: The name of the file.
        base: The folder that paths start from.
    """
    path = _relative_path(base, file)
    if path is None:
        return MissingPath(file, "outside")
    try:
        captures = [
            evolve(each, warc=each.warc and evolve(each.warc, file=path))
            for each in document.captures
        ]
    except ModelError:
        return MissingPath(file, "unfit")
    return with_captures(document, captures)


def missing_path_warnings(missing: Iterable[MissingPath], base: str) -> Iterator[Message]:
    """Explain why records have no path, a line for each reason."""
    pages: dict[str, list[str]] = {"outside": [], "unfit": []}
    for each in missing:
        pages[each.reason].append(each.page)
    if pages["outside"]:
        yield Message(
            "{name}: warning: the record has no path, since the page lies outside the folder "
            '"{base}"; give a folder above both with --base',
            name=_first_and_number(pages["outside"]),
            base=base,
        )
    if pages["unfit"]:
        yield Message(
            "{name}: warning: the record has no path, since the name of the page is too long, "
            "not UTF-8, or has a backslash or control character; rename the page",
            name=_first_and_number(pages["unfit"]),
        )


def folder_of(output: str) -> str | None:
    """The folder of an output file; `None` for a stream, a pipe or a device."""
    if output == "-" or (os.path.lexists(output) and not os.path.isfile(output)):
        return None
    return os.path.dirname(output) or "."


def _first_and_number(pages: Sequence[str]) -> str | Message:
    first, others = pages[0], len(pages) - 1
    return Message("{name} and {number} more", name=first, number=others) if others else first


def _relative_path(base: str, page: str) -> str | None:
    """
    The path from a folder to a page inside the folder.

    `None` if the page, or the target of a link, is outside. A link within the folder keeps its own
    name, as in a repository of git-annex.
    """
    folder = os.path.join(os.path.realpath(base), "")
    above, name = os.path.split(os.path.abspath(page))
    path = os.path.join(os.path.realpath(above), name)
    if not path.startswith(folder):
        return None
    if os.path.islink(path) and not os.path.realpath(path).startswith(folder):
        return None
    return path.removeprefix(folder).replace(os.sep, "/")
