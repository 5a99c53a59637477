"""The formats that can be read, by name; a module is loaded when it is used."""

from importlib import import_module
from typing import Protocol, cast

from nizkorcite.errors import UnknownNameError
from nizkorcite.formats.imported import Imported

_READERS = {
    "bibtex": "nizkorcite.formats.bibtex.reader",
    "biblatex": "nizkorcite.formats.bibtex.reader",
    "biblatex-related": "nizkorcite.formats.bibtex.reader",
    "csl-json": "nizkorcite.formats.csl_json.reader",
    "csl-json-zotero": "nizkorcite.formats.csl_json.reader",
    "ris": "nizkorcite.formats.ris.reader",
    "ris-zotero": "nizkorcite.formats.ris.reader",
}
READABLE = tuple(_READERS)
"""The names of the formats that can be read."""


class _Reader(Protocol):
    def read_all(self, text: str, /) -> Imported:
        """The entries of a file."""


def read_references(text: str, format: str) -> Imported:  # noqa: A002 - the word for it
    """
    The entries of a file of citations.

    Args:
        text: The whole file.
        format: A name of `READABLE`.

    Raises:
        UnknownNameError: No format that can be read has that name.

    >>> read_references('[{"id": "a", "type": "book"}]', "csl-json").references[0].id
    'a'
    """
    if format not in _READERS:
        raise UnknownNameError("format that can be read", format, READABLE)
    return cast("_Reader", import_module(_READERS[format])).read_all(text)
