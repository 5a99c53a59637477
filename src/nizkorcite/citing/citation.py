"""What citing gives: an entry in its spellings, and lists of them as notebooks show them."""

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from nizkorcite.citing.registry import (
    Format,
    Style,
    StyleName,
    cites_in_runs,
    has_notes,
    writer_of,
    writes_files,
)
from nizkorcite.errors import LocatorError
from nizkorcite.locale.terms import Lang
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer
from nizkorcite.reference.locators import Locator, locators
from nizkorcite.styles.disambiguation import ALONE, Among
from nizkorcite.styles.rich_text import Markup, RichText, render


def cite(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
    locator: str | None = None,
) -> str:
    """
    Cite a document.

    Args:
        item: A document, or a reference.
        style: A name of `nizkorcite.STYLES`, of an installed entry point or CSL style, the path of
            a .csl file, or what `csl_style` gives.
        layers: Which layers are told; see `refer`. ``both`` leaves a reference as it is.
        markup: How a style marks italics; formats have a markup of their own.
        lang: The language of a style's words; formats and CSL styles have one of their own.
        locator: The place within the work that a footnote speaks of: ``p. 5``, ``párrs. 3-4``.

    Returns:
        A style's reference list entry on one line, or the text of a format's file.

    Raises:
        UnknownNameError: No style or language has that name.
        LocatorError: The locator can not be read, or the style's entries have no place for one.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed, or it failed.

    >>> from nizkorcite.record.model import Original, organisation
    >>> cite(Document(id="x", type="web_page", title="A title", language="en",
    ...               original=Original(attribution="stated",
    ...                                 publishers=[organisation("Example News")])))
    'Example News. (n.d.). A title.'
    """
    writer, reference = writer_of(style), reference_of(item, layers)
    if locator is not None:
        if not has_notes(writer):
            raise LocatorError(_without_place(writer, style))
        return render(writer.note(reference, lang, locators(locator)), markup)
    if writes_files(writer):
        return writer.write_all([reference]).removesuffix("\n")
    return render(writer.entry(reference, ALONE, lang), markup)


def _without_place(writer: Style | Format, style: StyleName) -> str:
    footnotes = "the footnotes of plain and short have one"
    if writes_files(writer):
        return f'the format "{style}" has no place for a locator; {footnotes}'
    in_text = "" if cites_in_runs(writer) else "its citations in a text and "
    return f'an entry of "{style}" has no place for a locator; {in_text}{footnotes}'


def in_text(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
    locator: str | None = None,
    within: Iterable[Document | Reference] = (),
) -> str | None:
    """
    The citation in brackets that stands in a text.

    Args:
        item: A document, or a reference.
        style: A style for people.
        layers: As for `cite`.
        markup: As there.
        lang: As there.
        locator: A place within the work: ``p. 5``, ``párrs. 3-4``; a number alone is a page.
        within: The list that the item stands in, where the citation must tell it from the others.

    Returns:
        The citation with its brackets, or ``None`` for a format, which has none.

    Raises:
        UnknownNameError: No style or language has that name.
        LocatorError: The locator can not be read, or a CSL style is given one.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed, or it failed.

    >>> from nizkorcite.record.model import organisation
    >>> wire = Reference(id="a", type="webpage", title="A title",
    ...                  author=(organisation("EFE"), organisation("Itar Tass")))
    >>> in_text(wire, locator="párrs. 3-4"), in_text(wire, lang="es", locator="pp. 3-4")
    ('(EFE & Itar Tass, n.d., paras. 3–4)', '(EFE e Itar Tass, s.f., pp. 3-4)')
    """
    writer, reference = writer_of(style), reference_of(item, layers)
    if writes_files(writer):
        return None
    among = _among(writer, reference, within, layers)
    return render(writer.in_text(reference, among, lang, _places(locator)), markup)


def narrative(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
    locator: str | None = None,
    within: Iterable[Document | Reference] = (),
) -> str | None:
    """
    The citation as part of a sentence, with the names outside the brackets.

    Arguments, result and exceptions are those of `in_text`, but CSL styles have none: they raise
    EngineError.

    >>> from nizkorcite.record.model import organisation
    >>> narrative(Reference(id="a", type="webpage", author=(organisation("EFE"),)), locator="5")
    'EFE (n.d., p. 5)'
    """
    writer, reference = writer_of(style), reference_of(item, layers)
    if writes_files(writer):
        return None
    among = _among(writer, reference, within, layers)
    return render(writer.narrative(reference, among, lang, _places(locator)), markup)


def _among(
    writer: Style, reference: Reference, within: Iterable[Document | Reference], layers: Layers
) -> Among:
    """What tells the reference from the others of its list."""
    arranged = writer.arrange(reference_of(item, layers) for item in within)
    return next((among for other, among in arranged if other == reference), ALONE)


def _places(locator: str | None) -> Sequence[Locator]:
    return () if locator is None else locators(locator)


def advice(
    item: Document | Reference, style: StyleName = "apa", *, layers: Layers = "both"
) -> tuple[str, ...]:
    """
    What a user should be told of a citation: a form the style lacks, a value left out.

    Args:
        item: A document, or a reference.
        style: As for `cite`.
        layers: As there.

    Raises:
        UnknownNameError: No style has that name.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed.
    """
    return writer_of(style).advice(reference_of(item, layers))


def reference_of(item: Document | Reference, layers: Layers) -> Reference:
    """The layers that are asked for, of a document or a reference."""
    return in_layers(item, layers) if isinstance(item, Reference) else refer(item, layers)


HANGING = "padding-left: 2em; text-indent: -2em"
"""How a list is set: the first line hangs out (APA 7, section 9.43)."""


@frozen(kw_only=True)
class Citation:
    """
    One item of a list, cited.

    Attributes:
        id: The item's own.
        style: The style's name.
        entry: The entry of the list.
        in_text: What stands in brackets where a text cites the item.
        text, html, markdown: The entry in three spellings; `str` gives the text.
    """

    id: str
    style: str
    entry: RichText = field(repr=lambda entry: repr(render(entry, "text")))
    in_text: str

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The entry without italics."""
        return render(self.entry, "text")

    @property
    def html(self) -> str:
        """The entry in HTML."""
        return render(self.entry, "html")

    @property
    def markdown(self) -> str:
        """The entry in CommonMark."""
        return render(self.entry, "markdown")

    def _repr_html_(self) -> str:
        """How a notebook shows it: the entry, its first line hanging out."""
        return _hanging(self.html)

    def _repr_markdown_(self) -> str:
        return self.markdown


class Citations(tuple[Citation, ...]):
    """The citations of a list, in its order; `str` gives the text of the list, an entry a line."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _repr_html_(self) -> str:
        """How a notebook shows them: as one list, marked as citation processors mark theirs."""
        return html_list(each.html for each in self)

    def _repr_markdown_(self) -> str:
        return "".join(f"{each.markdown}\n\n" for each in self)


def _hanging(entry: str) -> str:
    return f'<p class="csl-entry" style="{HANGING}">{entry}</p>'


def html_list(entries: Iterable[str]) -> str:
    """A list as citation processors mark it, so that style sheets for theirs fit ours."""
    lines = (f"  {_hanging(entry)}\n" for entry in entries)
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>\n'
