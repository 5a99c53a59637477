"""
Writer of BibLaTeX with a related entry (``reprintfrom``) for the original.

The original's entry is an ``@article`` that no list shows (``dataonly``): of other entry types the
styles print neither name nor day (measured with authoryear and apa). Use ``biblatex-apa`` with the
style apa, which would print the year of a related entry twice in the text, (Itar Tass, 2017/2017).
"""

from collections.abc import Iterator, Sequence

from nizkorcite.formats.bibtex.biblatex import describe
from nizkorcite.formats.bibtex.file import Description, write_entries
from nizkorcite.formats.bibtex.languages import babel_language
from nizkorcite.formats.bibtex.latex import (
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.locale.prose import joined_names
from nizkorcite.locale.provenance import provenance
from nizkorcite.reference import Reference


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a BibLaTeX file, each original after its copy.

    >>> from nizkorcite.dates import PartialDate
    >>> from nizkorcite.record.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="Law", layers="both",
    ...                            original_publisher=(organisation("Itar Tass"),),
    ...                            original_date=PartialDate("2017-02-27"))]), end="")
    @online{law2017,
      title = {Law},
      related = {law2017-original},
      relatedtype = {reprintfrom},
      origdate = {2017-02-27},
      origpublisher = {{Itar Tass}},
    }
    <BLANKLINE>
    @article{law2017-original,
      title = {Law},
      journaltitle = {Itar Tass},
      date = {2017-02-27},
      options = {dataonly},
    }
    """
    items = list(dict.fromkeys(references))
    keyed = zip(citation_keys(items), items, strict=True)
    return write_entries(entry for key, item in keyed for entry in _entries(key, item))


def _entries(key: str, reference: Reference) -> Iterator[tuple[str, Description]]:
    entry_type, fields = describe(reference)
    if reference.layers != "both" or not provenance(reference):
        yield key, (entry_type, fields)
        return
    first = f"{key}-original"
    related = {"related": first, "relatedtype": "reprintfrom"}
    words = encode_text(provenance(reference))
    addendum = fields["addendum"].removesuffix(words).removesuffix(". ")
    head = {name: fields[name] for name in ("author", "title")}
    yield key, (entry_type, {**head, **related, **fields, "addendum": addendum})
    yield first, ("article", _original(reference))


def _original(reference: Reference) -> dict[str, str]:
    container = reference.original_container_title
    publishers = reference.original_publisher
    return {
        "author": encode_names(reference.original_author or reference.author),
        "title": encode_title(reference.original_title or reference.title or ""),
        "journaltitle": encode_text(container or joined_names(publishers)),
        "publisher": encode_list(agent.name for agent in publishers) if container else "",
        "location": encode_list(filter(None, [reference.original_publisher_place])),
        "date": str(reference.original_date or ""),
        "volume": encode_text(reference.original_volume or ""),
        "number": encode_text(reference.original_issue or ""),
        "pages": encode_text(reference.original_page or ""),
        "url": encode_verbatim(reference.original_url or ""),
        "langid": babel_language(reference.original_language or reference.language),
        "options": "dataonly",
    }
