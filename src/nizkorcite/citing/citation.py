"""Citations of single items, and lists of citations."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from nizkorcite.citing.registry import (
    Style,
    StyleName,
    find_style,
    has_footnotes,
    style_or_format,
)
from nizkorcite.errors import LocatorError, StyleError
from nizkorcite.formats.registry import Format
from nizkorcite.locale.terms import Lang
from nizkorcite.messages import Language, Message
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer
from nizkorcite.reference.locators import read_locators
from nizkorcite.reference.printable import printable
from nizkorcite.styles.context import ALONE, DEFAULT, CitationContext, Disambiguation
from nizkorcite.styles.rich_text import Markup, RichText, render


@frozen(kw_only=True, repr=False)
class Citation:
    """
    An item cited in a style; parts are composed on demand.

    Attributes:
        reference: The item.
        style: The style's name.
        context: Language, locators and distinctions of the citation.
        html, markdown: The entry in a markup; `str` gives its words.

    >>> cited = Citation(reference=Reference(id="a", type="book", title="Law"), style="apa")
    >>> str(cited), str(cited.in_text), cited.in_text.html
    ('Law. (n.d.).', '(Law, n.d.)', '(<i>Law</i>, n.d.)')
    """

    reference: Reference
    style: str = "apa"
    context: CitationContext = DEFAULT
    _writer: Style = field(eq=False)

    @_writer.default
    def _style_by_name(self) -> Style:
        return find_style(self.style)

    @cached_property
    def entry(self) -> RichText:
        """The entry of the reference list."""
        return RichText(self._writer.entry(self.reference, self.context))

    @cached_property
    def in_text(self) -> RichText:
        """The citation in brackets."""
        return RichText(self._writer.in_text(self.reference, self.context))

    @cached_property
    def narrative(self) -> RichText:
        """
        The citation that is part of a sentence.

        Raises:
            EngineError: The style is a CSL style with footnotes, or its engine failed.
        """
        return RichText(self._writer.narrative(self.reference, self.context))

    @property
    def id(self) -> str:
        """The item's own id."""
        return self.reference.id

    @property
    def text(self) -> str:
        """The words of the entry."""
        return str(self.entry)

    @property
    def html(self) -> str:
        """The entry in HTML."""
        return self.entry.html

    @property
    def markdown(self) -> str:
        """The entry in CommonMark."""
        return self.entry.markdown

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        shown = {
            "id": self.id,
            "style": self.style,
            "entry": self.text,
            "in_text": f"{self.in_text}",
        }
        return f"Citation({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def _repr_html_(self) -> str:
        """Show the entry in a notebook, its first line hanging."""
        return _hanging_paragraph(self.html)

    def _repr_markdown_(self) -> str:
        return self.markdown


_HANGING = "padding-left: 2em; text-indent: -2em"  # APA 7, section 9.43


class Citations(tuple[Citation, ...]):
    """The citations of a list; `str` gives its entries, one a line."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _repr_html_(self) -> str:
        """Show the list in a notebook, marked up as citation processors mark up theirs."""
        return "".join(html_list(each.html for each in self))

    def _repr_markdown_(self) -> str:
        return "".join(f"{each.markdown}\n\n" for each in self)


def _hanging_paragraph(entry: str) -> str:
    return f'<p class="csl-entry" style="{_HANGING}">{entry}</p>'


def html_list(entries: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list in the markup of citation processors, so that style sheets fit."""
    yield '<div class="csl-bib-body">\n'
    yield from (f"  {_hanging_paragraph(entry)}\n" for entry in entries)
    yield "</div>\n"


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
        item: A document or a reference.
        style: The name of a style (`nizkorcite.STYLES`), a format (`nizkorcite.FORMATS`), an entry
            point or an installed CSL style; the path of a .csl file; or a style that `csl_style`
            returned.
        layers: The layers to cite, as in `refer`; ``both`` leaves a reference unchanged.
        markup: Markup of italics; formats have a markup of their own.
        lang: Language of a style's words; formats and CSL styles have a language of their own.
        locator: The place within the work that a footnote cites: ``p. 5``, ``párrs. 3-4``.

    Returns:
        A style's reference list entry on one line, or a format's file.

    Raises:
        UnknownNameError: No style, format, markup or language has that name.
        LocatorError: The locator cannot be read, or the style's entries take none.
        StyleError: The CSL style cannot be used.
        EngineError: No engine for CSL styles is installed, or the engine failed.

    >>> from nizkorcite.record.model import Original, organisation
    >>> cite(Document(id="x", type="web_page", title="A title", language="en",
    ...               original=Original(attribution="stated",
    ...                                 publishers=[organisation("Example News")])))
    'Example News. (n.d.). A title.'
    """
    writer = style_or_format(style)
    if locator is not None and (isinstance(writer, Format) or not has_footnotes(writer)):
        raise LocatorError(_no_locator(writer, str(style)))
    if isinstance(writer, Format):
        return writer.write_all([reference_in_layers(item, layers)]).removesuffix("\n")
    return render(writer.entry(printed_reference(item, layers), _context(lang, locator)), markup)


def _no_locator(writer: Style | Format, name: str) -> Message:
    if isinstance(writer, Format):
        return Message('the format "{name}" takes no locators; use plain or short', name=name)
    return Message(
        'entries of the style "{name}" take no locators; cite in the text, or use plain or short',
        name=name,
    )


def in_text(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
    locator: str | None = None,
    within: Iterable[Document | Reference] = (),
) -> str:
    """
    Cite a document in brackets, for use in a text.

    Args:
        item: A document or a reference.
        style: A style for people, as in `cite`.
        layers: Same as in `cite`.
        markup: Same as in `cite`.
        lang: Same as in `cite`.
        locator: A place within the work: ``p. 5``, ``párrs. 3-4``; a number alone is a page.
        within: The list that contains the item, if the citation must differ from the others of it.

    Returns:
        The citation with its brackets.

    Raises:
        UnknownNameError: No style, format, markup or language has that name.
        LocatorError: The locator cannot be read, or a CSL style prints none.
        StyleError: The CSL style cannot be used, or the style is a format, which has no citations
            in text.
        EngineError: No engine for CSL styles is installed, or the engine failed.

    >>> from nizkorcite.record.model import organisation
    >>> wire = Reference(id="a", type="webpage", title="A title",
    ...                  author=(organisation("EFE"), organisation("Itar Tass")))
    >>> in_text(wire, locator="párrs. 3-4"), in_text(wire, lang="es", locator="pp. 3-4")
    ('(EFE & Itar Tass, n.d., paras. 3–4)', '(EFE e Itar Tass, s.f., pp. 3-4)')
    """
    writer, reference = _style_for_people(style), printed_reference(item, layers)
    listed = (printed_reference(each, layers) for each in within)
    context = _context(lang, locator, _disambiguation(writer, reference, listed))
    return render(writer.in_text(reference, context), markup)


def _style_for_people(style: StyleName) -> Style:
    """
    Load a style that has citations in text.

    Raises:
        StyleError: The style is a format.
    """
    writer = style_or_format(style)
    if isinstance(writer, Format):
        raise StyleError(
            Message('"{style}" is a file format; it has no in-text citations', style=writer.name)
        )
    return writer


def narrative(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
    lang: Lang = "en",
    locator: str | None = None,
    within: Iterable[Document | Reference] = (),
) -> str:
    """
    Cite a document as part of a sentence, with the names outside the brackets.

    Arguments, result and exceptions are those of `in_text`; a CSL style with footnotes raises
    EngineError.

    >>> from nizkorcite.record.model import organisation
    >>> narrative(Reference(id="a", type="webpage", author=(organisation("EFE"),)), locator="5")
    'EFE (n.d., p. 5)'
    """
    writer, reference = _style_for_people(style), printed_reference(item, layers)
    listed = (printed_reference(each, layers) for each in within)
    context = _context(lang, locator, _disambiguation(writer, reference, listed))
    return render(writer.narrative(reference, context), markup)


def _context(
    lang: Lang, locator: str | None, disambiguation: Disambiguation = ALONE
) -> CitationContext:
    locators = () if locator is None else read_locators(locator)
    return CitationContext(lang=lang, locators=locators, disambiguation=disambiguation)


def _disambiguation(
    style: Style, reference: Reference, listed: Iterable[Reference]
) -> Disambiguation:
    found = style.sort_and_disambiguate(listed)
    return next((each for other, each in found if other == reference), ALONE)


def advice(
    item: Document | Reference,
    style: StyleName = "apa",
    *,
    layers: Layers = "both",
    lang: Language = "en",
) -> tuple[str, ...]:
    """
    Return notes for the user on values that a citation lacks.

    Args:
        item: A document or a reference.
        style: Same as in `cite`.
        layers: Same as in `cite`.
        lang: Language of the notes.

    Raises:
        UnknownNameError: No style or format has that name.
        StyleError: The CSL style cannot be used.
        EngineError: No engine for CSL styles is installed.
    """
    notes = style_or_format(style).advice(printed_reference(item, layers))
    return tuple(note.text(lang) if isinstance(note, Message) else note for note in notes)


def reference_in_layers(item: Document | Reference, layers: Layers) -> Reference:
    """Return the reference of an item, with the layers asked for."""
    return in_layers(item, layers) if isinstance(item, Reference) else refer(item, layers)


def printed_reference(item: Document | Reference, layers: Layers) -> Reference:
    """Return the reference of an item for a style, which prints no value without a word."""
    return printable(reference_in_layers(item, layers))
