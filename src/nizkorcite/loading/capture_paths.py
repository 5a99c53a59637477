"""Paths that lead from records to the pages they were read from (``captures[].path``)."""

import os
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from nizkorcite.display import visible
from nizkorcite.errors import ModelError
from nizkorcite.messages import Message
from nizkorcite.record.model import Document


@define
class CapturePaths:
    """
    Add the paths of pages to their records, and note the pages without a path.

    Attributes:
        base: The folder that paths start from.
        outside: Names of pages that lie outside the folder.
        unfit: Names of pages with a character that a path in a record may not have.
    """

    base: str
    outside: list[str] = field(factory=list)
    unfit: list[str] = field(factory=list)

    def with_path(self, document: Document, page: str) -> Document:
        """Add the path of a page to its document, unless on standard input."""
        if page == "-":
            return document
        path = _relative_path(self.base, page)
        if path is None:
            self.outside.append(page)
            return document
        try:
            captures = [evolve(each, path=path) for each in document.captures]
        except ModelError:
            self.unfit.append(page)
            return document
        return evolve(document, captures=captures)

    def warnings(self) -> Iterator[Message]:
        """Explain why records have no path, a line for each reason."""
        if self.outside:
            yield Message(
                "{name}: warning: the record has no path, since the page lies outside the folder "
                '"{base}"; give a folder above both with --base',
                name=_first_and_number(self.outside),
                base=visible(self.base),
            )
        if self.unfit:
            yield Message(
                "{name}: warning: the record has no path, since the name of the page is too long, "
                "not UTF-8, or has a backslash or control character; rename the page",
                name=_first_and_number(self.unfit),
            )


def folder_of(output: str) -> str | None:
    """The folder of an output file; `None` for a stream, a pipe or a device."""
    if output == "-" or (os.path.lexists(output) and not os.path.isfile(output)):
        return None
    return os.path.dirname(output) or "."


def _first_and_number(pages: Sequence[str]) -> str | Message:
    first, others = visible(pages[0]), len(pages) - 1
    return Message("{name} and {number} more", name=first, number=others) if others else first


def _relative_path(base: str, page: str) -> str | None:
    """
    The path from a folder to a page inside the folder.

    `None` if the page, or the target of a link, is outside. A link within the folder keeps its own
    name, as in a repository of git-annex.
    """
    folder = os.path.realpath(base)
    if not _is_within(folder, os.path.realpath(page)):
        return None
    above, name = os.path.split(os.path.abspath(page))
    path = os.path.join(os.path.realpath(above), name)
    return os.path.relpath(path, folder).replace(os.sep, "/") if _is_within(folder, path) else None


def _is_within(folder: str, path: str) -> bool:
    return path.startswith(os.path.join(folder, ""))
