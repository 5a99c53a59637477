"""
Writer of BibTeX for the classic styles (plain, apalike, natbib, apacite).

These styles print little of a web page but ``howpublished`` and ``note``, so the note names the
other layer in words. ``month`` is the bare macro that each style spells in its own way. The styles
ignore ``day``, ``doi``, ``urldate``, ``language``, ``keywords``, ``abstract`` and BibLaTeX's
``orig...`` fields, which hold data for other programs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.dates import PartialDate
from nizkorcite.formats.bibtex.file import (
    MONTH_MACROS,
    Description,
    Dialect,
    credit_note,
    original_fields,
    record_field,
    sentences,
    text_fields,
    write_file,
)
from nizkorcite.formats.bibtex.languages import babel_language
from nizkorcite.formats.bibtex.latex import (
    encode_in_prose,
    encode_keywords,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.locale.prose import in_words, month_name
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

_TYPES = {
    "article": "misc", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "book": "book", "chapter": "incollection", "document": "misc",
    "entry": "incollection", "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection", "pamphlet": "booklet",
    "paper-conference": "inproceedings", "post": "misc", "post-weblog": "misc",
    "report": "techreport", "review": "article", "review-book": "article", "thesis": "phdthesis",
    "webpage": "misc",
}  # fmt: skip
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {
    "article": "publisher",
    "book": "publisher",
    "incollection": "publisher",
    "inproceedings": "publisher",
    "phdthesis": "school",
    "techreport": "institution",
}
_IN_SERIES = frozenset({"book", "incollection", "inproceedings"})
_DIALECT = Dialect(
    name="BibTeX",
    types=_TYPES,
    containers=_CONTAINERS,
    publishers=_PUBLISHERS,
    in_series=_IN_SERIES,
)
_TYPED = frozenset({"phdthesis", "techreport"})
_PLAIN_DATES = frozenset({"year", "month", "season", "day"})


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a BibTeX file, each once, with different keys.

    >>> from nizkorcite.record.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="A law in Spain",
    ...                            author=(organisation("Itar Tass"),),
    ...                            issued=PartialDate("2017-02-28"))]), end="")
    @misc{itartass2017spain,
      author = {{Itar Tass}},
      title = {A law in {Spain}},
      year = {2017},
      month = feb,
      day = {28},
    }
    """
    return write_file(references, _describe)


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on types, dates and addresses that BibTeX has no form for."""
    yield from _DIALECT.advice(reference)
    date = reference.issued
    if date and (date.precision not in _PLAIN_DATES or date.qualifier):
        yield Message(
            '{format} cannot express the date {date}; written as "{words}"',
            format="BibTeX",
            date=str(date),
            words=_year(date),
        )


def _describe(reference: Reference) -> Description:
    entry_type = _DIALECT.entry_type(reference)
    return entry_type, {
        "author": encode_names(reference.author),
        "editor": encode_names(reference.editor),
        "title": encode_title(reference.title or ""),
        **text_fields(_publication(reference, entry_type)),
        **_publisher_fields(reference, entry_type),
        **text_fields(_numbers(reference, entry_type)),
        **(_date(reference.issued) or _literal_date(reference)),
        "entrysubtype": _DIALECT.subtype(reference, entry_type),
        "note": encode_text(_note(reference, entry_type)),
        **original_fields(reference),
        "doi": encode_verbatim(reference.doi or ""),
        "isbn": encode_text(reference.isbn or ""),
        "issn": encode_text(reference.issn or ""),
        "url": encode_verbatim(reference.url or ""),
        "urldate": str(reference.accessed or ""),
        "language": babel_language(reference.language),
        "keywords": encode_keywords(reference.keyword),
        "abstract": encode_text(reference.abstract or ""),
        **record_field(reference),
    }


def _publication(reference: Reference, entry_type: str) -> Mapping[str, str | None]:
    return {
        **_DIALECT.container(reference, entry_type),
        "type": _kind(reference, entry_type),
    }


def _numbers(reference: Reference, entry_type: str) -> Mapping[str, str | None]:
    return {
        "edition": reference.edition,
        "volume": reference.volume,
        "number": _number(reference, entry_type),
        "pages": reference.page,
        "eid": reference.number if entry_type == "article" else None,
    }


def _number(reference: Reference, entry_type: str) -> str | None:
    if entry_type == "techreport":
        return reference.number
    return _DIALECT.issue_or_series_number(reference, entry_type)


def _kind(reference: Reference, entry_type: str) -> str | None:
    # Styles print "PhD thesis" for a thesis without a type.
    return reference.genre or _DEFAULT_KIND.get(entry_type) if entry_type in _TYPED else None


def _publisher_fields(reference: Reference, entry_type: str) -> dict[str, str]:
    field = _DIALECT.publishers.get(entry_type)
    if field:
        place = encode_text(reference.publisher_place or "")
        return {field: _names(reference.publisher), "address": place}
    # An agency that is the author is not named again.
    publishers = () if reference.publisher == reference.author else reference.publisher
    container, place = (
        encode_text(part or "") for part in (reference.container_title, reference.publisher_place)
    )
    parts = [part for part in (container, _names(publishers), place) if part]
    # Two commas would be a ligature.
    return {"howpublished": ", ".join(re.sub(",$", ",{}", part) for part in parts)}


def _names(agents: Sequence[Agent]) -> str:
    return encode_in_prose(agent.name for agent in agents)


def _date(date: PartialDate | None) -> dict[str, str]:
    if date is None:
        return {}
    month = MONTH_MACROS[date.month - 1] if date.month else month_name(date)
    return {"year": encode_text(_year(date)), "month": month, "day": str(date.day or "")}


def _literal_date(reference: Reference) -> dict[str, str]:
    """Return the words that replace a date."""
    return {"year": encode_text(reference.issued_literal or reference.status or "")}


def _year(date: PartialDate) -> str:
    first, last = date.earliest, date.latest
    if date.year is not None or not first or not last:
        return str(date.year or in_words(date))
    return str(first.year) if first.year == last.year else f"{first.year}\u2013{last.year}"


def _note(reference: Reference, entry_type: str) -> str:
    translated = reference.title_translated
    parts = (
        "" if entry_type in _TYPED else reference.genre or "",
        "" if entry_type in ("article", "techreport") else reference.number or "",
        f"Translated title: {translated}" if translated else "",
        credit_note("Translated by", reference.translator),
        credit_note("Compiled by", reference.compiler),
        credit_note("Interview by", reference.interviewer),
        reference.note or "",
        provenance(reference),
    )
    return sentences(parts)


_DEFAULT_KIND = {"phdthesis": "Thesis"}
