"""
Files of BibTeX and BibLaTeX: what both writers share.

A writer describes a reference by an entry type and fields, whose values are escaped already
(`nizkorcite.formats.bibtex.latex`). bibtexparser 2 writes entries around them, never the values.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from nizkorcite.formats.bibtex.field_map import SUBTYPES
from nizkorcite.formats.bibtex.languages import babel_language
from nizkorcite.formats.bibtex.latex import encode_list, encode_text, encode_verbatim
from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.locale.prose import MONTHS, joined_names
from nizkorcite.locale.provenance import is_earlier_work
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

Description = tuple[str, Mapping[str, str]]
"""An entry type, and the fields of an entry."""
_GENERAL_TYPE = "misc"


MONTH_MACROS = tuple(month[:3].lower() for month in MONTHS)
"""Macros of the months, which every BibTeX style defines."""


@frozen(kw_only=True)
class Dialect:
    """
    Entry types of BibTeX or BibLaTeX, and their fields.

    Attributes:
        name: The name of the format.
        types: CSL item types, and the entry type of each; any other is written as ``misc``.
        containers: Entry types that need a containing work, and the field of its title.
        publishers: Entry types with publishers, and the field for them; other types are pages.
        in_series: Entry types with a field for the series.
    """

    name: str
    types: Mapping[str, str]
    containers: Mapping[str, str]
    publishers: Mapping[str, str]
    in_series: frozenset[str]

    def entry_type(self, reference: Reference) -> str:
        """Return the entry type; a part without its container would print an empty "In:"."""
        entry_type = self.types.get(reference.type, _GENERAL_TYPE)
        complete = entry_type not in self.containers or reference.container_title
        return entry_type if complete else _GENERAL_TYPE

    def subtype(self, reference: Reference, entry_type: str) -> str:
        """Return the subtype that distinguishes item types of one entry type; empty for others."""
        of_type, subtype = SUBTYPES.get(reference.type, ("", ""))
        return subtype if of_type == entry_type else ""

    def container(self, reference: Reference, entry_type: str) -> dict[str, str | None]:
        """Return the fields of series and container; a book's container is a series."""
        fields: dict[str, str | None] = {}
        if entry_type in self.in_series:
            fields["series"] = reference.collection_title
        if entry_type in self.publishers and reference.container_title:
            fields[self.containers.get(entry_type, "series")] = reference.container_title
        return fields

    def issue_or_series_number(self, reference: Reference, entry_type: str) -> str | None:
        """Return the issue, or the number within the series that the entry names."""
        in_series = entry_type in self.in_series and reference.collection_title
        return reference.issue or (reference.collection_number if in_series else None)

    def advice(self, reference: Reference) -> Iterator[Message]:
        """Yield notes on a type, title, language or address that is left out or changed."""
        if reference.type not in self.types:
            yield Message(
                '{format} has no entry type for "{type}"; written as @misc',
                format=self.name,
                type=reference.type,
            )
        elif self.entry_type(reference) != self.types[reference.type]:
            yield Message(
                '"{type}" without a containing work; written as @misc', type=reference.type
            )
        if reference.title is None:
            yield Message("no title found")
        if reference.language and not babel_language(reference.language):
            yield Message(
                'babel has no name for the language "{language}"; left out',
                language=reference.language,
            )
        for name in ("url", "doi"):
            address = getattr(reference, name)
            if address and encode_verbatim(address) != address:
                yield Message(
                    '"{field}" contains characters that no address may contain; percent-encoded',
                    field=name,
                )


def write_file(
    references: Sequence[Reference], describe: Callable[[Reference], Description]
) -> str:
    """
    Write references as one file, in their order and with different keys, each reference once.

    Args:
        references: The references.
        describe: Function that describes a reference; fields without a value are left out.

    >>> print(write_file([Reference(id="a", type="book", title="Law")],
    ...                  lambda reference: ("book", {"title": reference.title})), end="")
    @book{lawnd,
      title = {Law},
    }
    """
    items = list(dict.fromkeys(references))
    return write_entries(zip(citation_keys(items), map(describe, items), strict=True))


def write_entries(entries: Iterable[tuple[str, Description]]) -> str:
    """Write entries, given as keys and descriptions; fields without a value are left out."""
    from bibtexparser.library import Library  # slow to load, and only these formats need it
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # it takes nothing
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    blocks: list[Block] = []
    for key, (entry_type, fields) in entries:
        written = [Field(name, _field_value(name, fields[name])) for name in fields if fields[name]]
        blocks.append(Entry(entry_type, key, written))
    return write(Library(blocks), layout)


def sentences(parts: Iterable[str]) -> str:
    """
    Join remarks to one note, without the last full stop, which styles add.

    >>> sentences(["Resolution", "", "Translated by A. B.", "Originally published 1948"])
    'Resolution. Translated by A. B. Originally published 1948'
    """
    *first, last = [part for part in parts if part] or [""]
    return "".join(f"{part.removesuffix('.')}. " for part in first) + last


def credit_note(words: str, agents: Sequence[Agent]) -> str:
    """
    Name contributors that a format has no field for; empty without any.

    >>> from nizkorcite.record.model import organisation
    >>> credit_note("Translated by", [organisation("Equipo Nizkor")])
    'Translated by Equipo Nizkor'
    """
    return f"{words} {joined_names(agents)}" if agents else ""


def original_fields(reference: Reference) -> dict[str, str]:
    """Return the original's fields; beside the republication alone, only an earlier work's date."""
    if reference.layers == "republication":
        return {"origdate": str(reference.original_date) if is_earlier_work(reference) else ""}
    place = reference.original_publisher_place
    return {
        "origdate": str(reference.original_date or ""),
        "origpublisher": encode_list(agent.name for agent in reference.original_publisher),
        "origlocation": encode_list([place] if place else []),
        "origtitle": encode_text(_if_other(reference.original_title, reference.title)),
        "origlanguage": babel_language(_if_other(reference.original_language, reference.language)),
    }


def text_fields(values: Mapping[str, str | None]) -> dict[str, str]:
    """Escape texts, and leave out fields without one."""
    return {name: encode_text(value) for name, value in values.items() if value}


def record_field(reference: Reference) -> dict[str, str]:
    """Return the field with the record's id, which no style prints."""
    return {"recordid": reference.id if reference.document else ""}


def _if_other(value: str | None, usual: str | None) -> str:
    return value if value and value != usual else ""


def _field_value(name: str, value: str) -> str:
    # Each style spells the macro in its own way; in braces, "feb" would be printed.
    return value if name == "month" and value in MONTH_MACROS else f"{{{value}}}"
