"""Several documents or references, cited as a list or one after the other."""

from collections.abc import Iterable, Iterator

from nizkorcite.citing.citation import Citation, Citations, html_list, reference_of
from nizkorcite.citing.registry import (
    Style,
    StyleName,
    cites_in_runs,
    people_style,
    writer_of,
    writes_files,
)
from nizkorcite.locale.terms import Lang
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference
from nizkorcite.styles.disambiguation import ALONE, Among
from nizkorcite.styles.rich_text import Markup, render


def bibliography(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
) -> str:
    """
    Cite several documents: a sorted list, an entry a line, or the text of one file.

    Args:
        items: Documents or references.
        style: As for `cite`.
        layers: As there.
        markup: As there.
        lang: As there.

    Raises:
        UnknownNameError: No style or language has that name.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed, it failed, or it can not cite an item.
    """
    writer = writer_of(style)
    references = (reference_of(item, layers) for item in items)
    if writes_files(writer):
        return writer.write_all(list(references))
    arranged = writer.arrange(references)
    entries = [render(writer.entry(*each, lang), markup) for each in arranged]
    return html_list(entries) if markup == "html" else "".join(f"{entry}\n" for entry in entries)


def citations(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    lang: Lang = "en",
) -> Citations:
    """
    Cite several documents together: sorted, and told apart where their citations would be equal.

    Args:
        items: Documents or references.
        style: A style for people; formats have no citations.
        layers: As for `cite`.
        lang: As there.

    Raises:
        UnknownNameError: No style or language has that name, or the style is a format.
        StyleError, EngineError: As for `bibliography`.

    >>> both = [Reference(id=name, type="book", title=name) for name in ("B", "A")]
    >>> [each.in_text for each in citations(both)]
    ['(A, n.d.)', '(B, n.d.)']
    """
    writer = people_style(style)
    arranged = writer.arrange(reference_of(item, layers) for item in items)
    return Citations(_citation(writer, str(style), lang, *each) for each in arranged)


def in_texts(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
) -> Iterator[str]:
    """
    The citations in brackets of a list, in its order and told apart.

    Arguments and exceptions are those of `bibliography`.
    """
    writer = people_style(style)
    for reference, among in writer.arrange(reference_of(item, layers) for item in items):
        yield render(writer.in_text(reference, among, lang), markup)


def narratives(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
) -> Iterator[str]:
    """
    The narrative citations of a list, in its order and told apart.

    Arguments and exceptions are those of `bibliography`.
    """
    writer = people_style(style)
    for reference, among in writer.arrange(reference_of(item, layers) for item in items):
        yield render(writer.narrative(reference, among, lang), markup)


def separately(
    items: Iterable[Document | Reference],
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    lang: Lang = "en",
) -> Iterator[Citation]:
    """
    Cite documents in their order, each as if it stood alone.

    Arguments and exceptions are those of `citations`. A CSL style cites them all in one run of its
    engine, which takes a small part of the time of as many calls of `cite`.

    >>> [each.text for each in separately([Reference(id=n, type="book", title=n) for n in "BA"])]
    ['B. (n.d.).', 'A. (n.d.).']
    """
    writer = people_style(style)
    references = (reference_of(item, layers) for item in items)
    alone = ((reference, ALONE) for reference in references)
    for each in writer.apart(references) if cites_in_runs(writer) else alone:
        yield _citation(writer, str(style), lang, *each)


def _citation(
    writer: Style, style: str, lang: Lang, reference: Reference, among: Among
) -> Citation:
    return Citation(
        id=reference.id,
        style=style,
        entry=writer.entry(reference, among, lang),
        in_text=render(writer.in_text(reference, among, lang), "text"),
    )
