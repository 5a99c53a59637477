"""The container of BibTeX and BibLaTeX: entries with fields whose values are already written."""

from collections.abc import Iterator, Sequence

from attrs import frozen

Fields = Iterator[tuple[str, str | None]]


@frozen
class Entry:
    """
    An entry of a bibliography file.

    Attributes:
        type: Such as ``misc``, without the at sign.
        key: The citation key.
        fields: Names and values, escaped and with their braces or as bare macros.
    """

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]


def entry(kind: str, key: str, fields: Fields) -> Entry:
    """An entry of the fields that have a value."""
    return Entry(kind, key, tuple((name, value) for name, value in fields if value))


def braced(value: str | None) -> str | None:
    """A value between braces; nothing of nothing."""
    return f"{{{value}}}" if value else None


def file_text(entries: Sequence[Entry]) -> str:
    """
    The text of a file, written by bibtexparser.

    >>> print(file_text([Entry("misc", "a", (("title", "{A}"), ("month", "feb")))]), end="")
    @misc{a,
      title = {A},
      month = feb,
    }
    """
    from bibtexparser.library import Library  # slow to load, and only these formats need it
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    blocks = [
        Block(each.type, each.key, [Field(name, value) for name, value in each.fields])
        for each in entries
    ]
    return write(Library(blocks), layout)
