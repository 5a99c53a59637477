"""Several items cited together: reference lists, and their citations in text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from nizkorcite.citing.citation import (
    Citation,
    Citations,
    html_list,
    printed_reference,
    reference_in_layers,
)
from nizkorcite.citing.equal_works import distinct_works
from nizkorcite.citing.registry import Style, StyleName, find_style, is_csl, style_or_format
from nizkorcite.formats.registry import Format
from nizkorcite.locale.terms import Lang
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference
from nizkorcite.reference.printable import printable
from nizkorcite.styles.context import ALONE, CitationContext, Disambiguation
from nizkorcite.styles.rich_text import Markup, render

Arrangement = Literal["list", "single"]


def bibliography(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
) -> str:
    """
    Cite several documents as a sorted list with one entry a work, or as one file.

    Args:
        items: Documents or references.
        style: Same as in `cite`.
        layers: Same as in `cite`.
        markup: Same as in `cite`.
        lang: Same as in `cite`.

    Raises:
        UnknownNameError: No style, format, markup or language has that name.
        StyleError: The CSL style cannot be used.
        EngineError: No engine for CSL styles is installed, it failed, or it cannot cite an item.
    """
    writer = style_or_format(style)
    if isinstance(writer, Format):
        return writer.write_all([reference_in_layers(item, layers) for item in items])
    works = distinct_works(reference_in_layers(item, layers) for item in items)
    return "".join(lines_of_list(works, writer, markup=markup, lang=lang))


def lines_of_list(
    works: Iterable[Reference], style: Style, *, markup: Markup = "text", lang: Lang = "en"
) -> Iterator[str]:
    """Yield a list of different works line by line, sorted."""
    entries = (
        render(style.entry(reference, CitationContext(lang=lang, disambiguation=found)), markup)
        for reference, found in style.sort_and_disambiguate(map(printable, works))
    )
    return html_list(entries) if markup == "html" else (f"{entry}\n" for entry in entries)


def citations(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    lang: Lang = "en",
    arrangement: Arrangement = "list",
) -> Citations:
    """
    Cite several documents, as one list or each by itself.

    Args:
        items: Documents or references.
        style: A style for people; formats have no citations.
        layers: Same as in `cite`.
        lang: Same as in `cite`.
        arrangement: ``list``: each work once, sorted, with letters or names where citations would
            be equal;
            ``single``: in the given order, each as if it were cited alone. A CSL style cites all
            items in one run of its engine, far faster than as many calls of `cite`.

    Raises:
        UnknownNameError: No style or language has that name, or the style is a format.
        StyleError, EngineError: Same as in `bibliography`.

    >>> both = [Reference(id=name, type="book", title=name) for name in ("B", "A")]
    >>> [str(each.in_text) for each in citations(both)]
    ['(A, n.d.)', '(B, n.d.)']
    >>> [str(each) for each in citations(both, arrangement="single")]
    ['B. (n.d.).', 'A. (n.d.).']
    """
    writer = find_style(style)
    references = [printed_reference(item, layers) for item in items]
    arranged = (
        _single(writer, references)
        if arrangement == "single"
        else writer.sort_and_disambiguate(distinct_works(references))
    )
    return Citations(
        Citation(
            reference=reference,
            style=str(style),
            context=CitationContext(lang=lang, disambiguation=found),
            writer=writer,
        )
        for reference, found in arranged
    )


def _single(
    writer: Style, references: Sequence[Reference]
) -> Sequence[tuple[Reference, Disambiguation]]:
    if is_csl(writer):
        return writer.without_disambiguation(references)
    return [(reference, ALONE) for reference in references]
