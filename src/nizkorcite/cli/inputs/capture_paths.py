"""``nizkorcite read -o`` and ``--base``: the path that leads from a record to its page."""

import os
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from nizkorcite.cli.console.output_file import Output
from nizkorcite.display import visible
from nizkorcite.errors import ModelError
from nizkorcite.messages import Message
from nizkorcite.record.model import Document


@define
class CapturePaths:
    """
    Write the paths of pages into their records, and count the pages that have none.

    Attributes:
        base: The folder that paths start from; records have none where it is not known.
        outside: The names of pages that lie outside of it.
        unfit: The names of pages with a character that no path of a record may have.
    """

    base: str | None
    outside: list[str] = field(factory=list)
    unfit: list[str] = field(factory=list)

    def located(self, document: Document, page: str) -> Document:
        """The document with its page's path, where it has one; standard input has none."""
        if self.base is None or page == "-":
            return document
        path = _path_from(self.base, page)
        if path is None:
            self.outside.append(page)
            return document
        try:
            captures = [evolve(each, path=path) for each in document.captures]
        except ModelError:
            self.unfit.append(page)
            return document
        return evolve(document, captures=captures)

    def warnings(self) -> Iterator[str]:
        """The reasons why records have no path, a line each."""
        if self.outside:
            problem = Message(
                'the record has no path, since the page lies outside the folder "{base}"; '
                "give a folder above both with --base",
                base=visible(self.base or "."),
            )
            yield f"{_listed(self.outside)}: warning: {problem}"
        if self.unfit:
            problem = Message(
                "the record has no path, since the name of the page is too long, not UTF-8, or has "
                "a backslash or control character; rename the page"
            )
            yield f"{_listed(self.unfit)}: warning: {problem}"


def folder_of(output: Output) -> str | None:
    """The folder of an output; nothing where it is a stream, a pipe or a device."""
    if output.name == "-" or (os.path.lexists(output.name) and not os.path.isfile(output.name)):
        return None
    return os.path.dirname(output.name) or "."


def _listed(pages: Sequence[str]) -> str:
    first, others = visible(pages[0]), len(pages) - 1
    if not others:
        return first
    return str(Message("{name} and {number} more", name=first, number=others))


def _path_from(base: str, page: str) -> str | None:
    """
    The path from a folder to a page; nothing where the page, or what it links to, lies outside.

    The page keeps its own name where it is a link within the folder, as git-annex has them.
    """
    folder = os.path.realpath(base)
    if not _is_within(folder, os.path.realpath(page)):
        return None
    above, name = os.path.split(os.path.abspath(page))
    path = os.path.join(os.path.realpath(above), name)
    return os.path.relpath(path, folder).replace(os.sep, "/") if _is_within(folder, path) else None


def _is_within(folder: str, path: str) -> bool:
    return path.startswith(os.path.join(folder, ""))
