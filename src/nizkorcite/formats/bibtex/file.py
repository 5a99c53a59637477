"""
What BibTeX and BibLaTeX share: entry types, the file and its entries, remarks, names of languages.

A format describes a reference as an entry type and fields, whose values are escaped already
(`nizkorcite.formats.bibtex.latex`). bibtexparser 2 writes the container, never the values.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from nizkorcite.formats.bibtex.citation_keys import citation_keys
from nizkorcite.formats.bibtex.languages import babel_language
from nizkorcite.formats.bibtex.latex import encode_list, encode_text, encode_verbatim
from nizkorcite.locale.prose import MONTHS, joined
from nizkorcite.locale.provenance import is_earlier_work
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

Description = tuple[str, Mapping[str, str]]


_GENERAL_TYPE = "misc"


MONTH_MACROS = tuple(month[:3].lower() for month in MONTHS)
"""The names that every BibTeX style defines for the months."""


@frozen(kw_only=True)
class Dialect:
    """
    The entry types of a format.

    Attributes:
        name: The format's name.
        types: CSL item types and the entry type of each; any other is written as ``misc``.
        containers: Entry types that must name the work they are part of, and the field for it.
        publishers: Entry types with a field for publishers, and that field; any other is a page.
        in_series: Entry types with a field for the series.
    """

    name: str
    types: Mapping[str, str]
    containers: Mapping[str, str]
    publishers: Mapping[str, str]
    in_series: frozenset[str]

    def entry_type(self, reference: Reference) -> str:
        """The entry type; a part of a work that is not known would print as "In:" and nothing."""
        entry_type = self.types.get(reference.type, _GENERAL_TYPE)
        complete = entry_type not in self.containers or reference.container_title
        return entry_type if complete else _GENERAL_TYPE

    def container(self, reference: Reference, entry_type: str) -> dict[str, str | None]:
        """The series, and the work that holds this one; of a book or report that is a series."""
        fields: dict[str, str | None] = {}
        if entry_type in self.in_series:
            fields["series"] = reference.collection_title
        if entry_type in self.publishers and reference.container_title:
            fields[self.containers.get(entry_type, "series")] = reference.container_title
        return fields

    def counted(self, reference: Reference, entry_type: str) -> str | None:
        """The issue, or the number in the series that the entry names."""
        in_series = entry_type in self.in_series and reference.collection_title
        return reference.issue or (reference.collection_number if in_series else None)

    def advice(self, reference: Reference) -> Iterator[str]:
        """Tell of a general form, and of a title, language or address that can not be written."""
        if reference.type not in self.types:
            yield f'{self.name} has no entry type for "{reference.type}"; written as @misc'
        elif self.entry_type(reference) != self.types[reference.type]:
            yield f'"{reference.type}" without the work that holds it; written as @misc'
        if reference.title is None:
            yield "the document has no title"
        if reference.language and not babel_language(reference.language):
            yield f'no babel name is known for the language "{reference.language}"; left out'
        for name in ("url", "doi"):
            address = getattr(reference, name)
            if address and encode_verbatim(address) != address:
                yield f'"{name}" has characters that no address may have; they are percent-encoded'


def write_file(
    references: Sequence[Reference], describe: Callable[[Reference], Description]
) -> str:
    """
    The references as one file, in their order, with different keys; each of them once.

    Args:
        references: What is to be written.
        describe: Gives a reference's entry type and fields. Fields without a value are left out.

    >>> print(write_file([Reference(id="a", type="book", title="Law")],
    ...                  lambda reference: ("book", {"title": reference.title})), end="")
    @book{lawnd,
      title = {Law},
    }
    """
    items = list(dict.fromkeys(references))
    return write_entries(zip(citation_keys(items), map(describe, items), strict=True))


def write_entries(entries: Iterable[tuple[str, Description]]) -> str:
    """Entries as one file: their keys, types and fields; fields without a value are left out."""
    from bibtexparser.library import Library  # slow to load, and only these formats need it
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # it takes nothing
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    blocks: list[Block] = []
    for key, (entry_type, fields) in entries:
        written = [Field(name, _enclosed(name, fields[name])) for name in fields if fields[name]]
        blocks.append(Entry(entry_type, key, written))
    return write(Library(blocks), layout)


def sentences(parts: Iterable[str]) -> str:
    """
    Remarks as one note; the style that prints it sets the last full stop.

    >>> sentences(["Resolution", "", "Translated by A. B.", "Originally published 1948"])
    'Resolution. Translated by A. B. Originally published 1948'
    """
    *first, last = [part for part in parts if part] or [""]
    return "".join(f"{part.removesuffix('.')}. " for part in first) + last


def credit_note(words: str, agents: Sequence[Agent]) -> str:
    """
    A remark on contributors that a format has no field for; empty where there are none.

    >>> from nizkorcite.record.model import organisation
    >>> credit_note("Translated by", [organisation("Equipo Nizkor")])
    'Translated by Equipo Nizkor'
    """
    return f"{words} {joined(agents)}" if agents else ""


def original_fields(reference: Reference) -> dict[str, str]:
    """The original as data; beside the republication alone, only the date of an earlier work."""
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
    """Fields of texts, escaped; those without a value are left out."""
    return {name: encode_text(value) for name, value in values.items() if value}


def record_field(reference: Reference) -> dict[str, str]:
    """The id of the record that the item was made from; no style prints it."""
    return {"recordid": reference.id if reference.document else ""}


def _if_other(value: str | None, usual: str | None) -> str:
    return value if value and value != usual else ""


def _enclosed(name: str, value: str) -> str:
    # Each style spells the macro its own way; in braces it would print as "feb".
    return value if name == "month" and value in MONTH_MACROS else f"{{{value}}}"
