"""
From a reference to text: one file a style or format.

A *style* (``apa``, ``plain``) writes for people: its module has `entry`, `in_text` and `narrative`,
which give rich text; one for footnotes has `note` too. A *format* (``bibtex``, ``csl-json``) writes
for programs: its module has `write_all(references)`, which gives the text of a file. Both have
`advice(reference)`: what a user should be told of what was written. Modules from elsewhere are
found by the entry point group ``nizkorcite.styles``, looked at only on a name not known here, then
among the CSL styles installed. A path that ends in ``.csl`` is a CSL style (extra `csl`).
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from os import PathLike
from typing import Protocol, cast

from attrs import field, frozen

from nizkorcite.errors import LocatorError, UnknownFormatError
from nizkorcite.locators import Locator, locators
from nizkorcite.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer
from nizkorcite.styles.among import ALONE, Among
from nizkorcite.styles.rich import Markup, RichText, render
from nizkorcite.wording.languages import Lang

TYPE_CHECKING = False
if TYPE_CHECKING:  # loaded for CSL styles alone
    from nizkorcite.csl import CslStyle

__all__ = [
    "STYLES",
    "Citation",
    "advice",
    "bibliography",
    "citations",
    "cite",
    "in_text",
    "is_format",
    "narrative",
    "opened",
    "separately",
]

_MODULES = {
    "apa": "nizkorcite.styles.apa",
    "biblatex": "nizkorcite.formats.biblatex",
    "biblatex-apa": "nizkorcite.formats.biblatex_apa",
    "biblatex-related": "nizkorcite.formats.biblatex_related",
    "bibtex": "nizkorcite.formats.bibtex",
    "coins": "nizkorcite.formats.coins",
    "csl-json": "nizkorcite.formats.csl_json",
    "csl-json-zotero": "nizkorcite.formats.csl_json_zotero",
    "dublin-core": "nizkorcite.formats.dublin_core",
    "dublin-core-meta": "nizkorcite.formats.dublin_core_meta",
    "json-ld": "nizkorcite.formats.json_ld",
    "plain": "nizkorcite.styles.plain",
    "ris": "nizkorcite.formats.ris",
    "ris-zotero": "nizkorcite.formats.ris_zotero",
    "short": "nizkorcite.styles.plain.short",
}
STYLES = tuple(_MODULES)
"""The names of the styles and formats that are built in."""
PEOPLES = ("apa", "plain", "short")
"""Those that people read."""
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
        text, html, markdown: The entry in three spellings.
    """

    id: str
    style: str
    entry: RichText = field(repr=False)
    in_text: str

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


def _hanging(entry: str) -> str:
    return f'<p class="csl-entry" style="{HANGING}">{entry}</p>'


class Citations(tuple[Citation, ...]):
    """The citations of a list, in its order."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """How a notebook shows them: as one list, marked as citation processors mark theirs."""
        return _html_list(each.html for each in self)

    def _repr_markdown_(self) -> str:
        return "".join(f"{each.markdown}\n\n" for each in self)


class Style(Protocol):
    """What the module of a style offers."""

    def entry(self, reference: Reference, among: Among = ..., lang: Lang = ..., /) -> RichText:
        """The entry of a reference list."""

    def in_text(
        self,
        reference: Reference,
        among: Among = ...,
        lang: Lang = ...,
        locators: Sequence[Locator] = ...,
        /,
    ) -> RichText:
        """The citation in brackets that a text gives."""

    def narrative(
        self,
        reference: Reference,
        among: Among = ...,
        lang: Lang = ...,
        locators: Sequence[Locator] = ...,
        /,
    ) -> RichText:
        """The citation as part of a sentence."""

    def arrange(self, references: Iterable[Reference], /) -> Sequence[tuple[Reference, Among]]:
        """The items in the order of a list, each with what tells it from the others."""

    def advice(self, reference: Reference, /) -> tuple[str, ...]:
        """What a user should be told."""


StyleName = str | PathLike[str] | Style
"""A style's name, the path of a .csl file, or what `opened` or `csl_style` gives."""


class FootnoteStyle(Style, Protocol):
    """What the module of a style for footnotes offers besides."""

    def note(
        self, reference: Reference, lang: Lang = ..., locators: Sequence[Locator] = ..., /
    ) -> RichText:
        """A footnote on a place within the work."""


class Format(Protocol):
    """What the module of a format offers."""

    def write_all(self, references: Sequence[Reference], /) -> str:
        """The text of a file that holds the references; ends with a line break."""

    def advice(self, reference: Reference, /) -> tuple[str, ...]:
        """What a user should be told."""


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
        style: A name of `STYLES`, of an installed entry point or CSL style, or the path of a .csl
            file.
        layers: Which layers are told; see `refer`. ``both`` leaves a reference as it is.
        markup: How a style marks italics; formats have a markup of their own.
        lang: The language of a style's words; formats and CSL styles have one of their own.
        locator: The place within the work that a footnote speaks of: ``p. 5``, ``párrs. 3-4``.

    Returns:
        A style's reference list entry on one line, or the text of a format's file.

    Raises:
        UnknownFormatError: No style or language has that name.
        LocatorError: The locator can not be read, or the style's entries have no place for one.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed, or it failed.

    >>> from nizkorcite.model import Original, organisation
    >>> cite(Document(id="x", type="web_page", title="A title", language="en",
    ...               original=Original(attribution="stated",
    ...                                 publishers=[organisation("Example News")])))
    'Example News. (n.d.). A title.'
    """
    reference = _reference(item, layers)
    if locator is not None:
        return render(_note(reference, style, lang, locator), markup)
    if is_format(style):
        return cast("Format", _writer(style)).write_all([reference]).removesuffix("\n")
    return render(cast("Style", _writer(style)).entry(reference, ALONE, lang), markup)


def _note(reference: Reference, style: StyleName, lang: Lang, locator: str) -> RichText:
    writer = _writer(style)
    if not hasattr(writer, "note"):
        raise LocatorError(
            f'an entry of "{style}" has no place for a locator; '
            "cite in the text (--in-text), or in a style for footnotes (plain, short)"
        )
    return cast("FootnoteStyle", writer).note(reference, lang, locators(locator))


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
        UnknownFormatError: No style or language has that name.
        LocatorError: The locator can not be read.

    >>> from nizkorcite.model import organisation
    >>> wire = Reference(id="a", type="webpage", title="A title",
    ...                  author=(organisation("EFE"), organisation("Itar Tass")))
    >>> in_text(wire, locator="párrs. 3-4"), in_text(wire, lang="es", locator="pp. 3-4")
    ('(EFE & Itar Tass, n.d., paras. 3–4)', '(EFE e Itar Tass, s.f., pp. 3-4)')
    """
    if is_format(style):
        return None
    writer, reference = cast("Style", _writer(style)), _reference(item, layers)
    among = _among(writer, reference, within, layers)
    places = locators(locator) if locator is not None else ()
    return render(writer.in_text(reference, among, lang, places), markup)


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

    Arguments, result and exceptions are those of `in_text`.

    >>> from nizkorcite.model import organisation
    >>> narrative(Reference(id="a", type="webpage", author=(organisation("EFE"),)), locator="5")
    'EFE (n.d., p. 5)'
    """
    if is_format(style):
        return None
    writer, reference = cast("Style", _writer(style)), _reference(item, layers)
    among = _among(writer, reference, within, layers)
    places = locators(locator) if locator is not None else ()
    return render(writer.narrative(reference, among, lang, places), markup)


def _among(
    writer: Style, reference: Reference, within: Iterable[Document | Reference], layers: Layers
) -> Among:
    """What tells the reference from the others of its list."""
    arranged = writer.arrange(_reference(item, layers) for item in within)
    return next((among for other, among in arranged if other == reference), ALONE)


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
        UnknownFormatError: No style or language has that name.
    """
    if is_format(style):
        references = [_reference(item, layers) for item in items]
        return cast("Format", _writer(style)).write_all(references)
    writer = cast("Style", _writer(style))
    arranged = writer.arrange(_reference(item, layers) for item in items)
    entries = [render(writer.entry(*each, lang), markup) for each in arranged]
    return _html_list(entries) if markup == "html" else "".join(f"{entry}\n" for entry in entries)


def _html_list(entries: Iterable[str]) -> str:
    """A list as citation processors mark it, so that style sheets for theirs fit ours."""
    lines = (f"  {_hanging(entry)}\n" for entry in entries)
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>\n'


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
        UnknownFormatError: No style or language has that name, or the style is a format.

    >>> both = [Reference(id=name, type="book", title=name) for name in ("B", "A")]
    >>> [each.in_text for each in citations(both)]
    ['(A, n.d.)', '(B, n.d.)']
    """
    writer = _style(style)
    arranged = writer.arrange(_reference(item, layers) for item in items)
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
    writer = _style(style)
    for reference, among in writer.arrange(_reference(item, layers) for item in items):
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
    writer = _style(style)
    for reference, among in writer.arrange(_reference(item, layers) for item in items):
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
    writer = _style(style)
    references = (_reference(item, layers) for item in items)
    apart = getattr(writer, "apart", None)
    for each in apart(references) if apart else ((reference, ALONE) for reference in references):
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


def advice(
    item: Document | Reference, style: StyleName = "apa", *, layers: Layers = "both"
) -> tuple[str, ...]:
    """
    What a user should be told of a citation: a form the style lacks, a value left out.

    Raises:
        UnknownFormatError: No style has that name.
    """
    return _writer(style).advice(_reference(item, layers))


def is_format(style: StyleName) -> bool:
    """
    Whether a style is a format for programs, whose text holds all references of one file.

    Raises:
        UnknownFormatError: No style has that name.
    """
    return hasattr(_writer(style), "write_all")


def opened(style: str, *, locale: str | None = None) -> "str | CslStyle":
    """
    A CSL style, read once for many citations; the name itself of any other style.

    Args:
        style: As for `cite`.
        locale: The language of a CSL style's words, where it is not the style's own.

    Raises:
        UnknownFormatError: No style has that name.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed.

    >>> opened("apa")
    'apa'
    """
    if style in _MODULES or not hasattr(found := _writer(style), "apart"):
        return style
    from nizkorcite.csl import csl_style

    return csl_style(style, locale=locale) if locale else cast("CslStyle", found)


def _reference(item: Document | Reference, layers: Layers) -> Reference:
    return in_layers(item, layers) if isinstance(item, Reference) else refer(item, layers)


def _style(name: StyleName) -> Style:
    """The style of that name, which is for people."""
    if is_format(name):
        raise UnknownFormatError("style for people", str(name), PEOPLES)
    return cast("Style", _writer(name))


def _writer(name: StyleName) -> Style | Format:
    if not isinstance(name, str):
        return _csl(name) if isinstance(name, PathLike) else name
    if module := _MODULES.get(name):
        return cast("Style | Format", import_module(module))
    from importlib.metadata import entry_points  # slow, and built-in names need it not

    for entry in entry_points(group="nizkorcite.styles", name=name):
        return cast("Style | Format", entry.load())
    return _csl(name)


def _csl(name: str | PathLike[str]) -> Style:
    """Engines and the thousands of installed styles are looked at only now."""
    from nizkorcite.csl import csl_style, installed_names, is_known

    if is_known(name):
        return csl_style(name)
    raise UnknownFormatError("style", str(name), STYLES, others=installed_names())
