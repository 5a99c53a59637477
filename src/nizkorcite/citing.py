"""
From a reference to text: one file a style or format.

A *style* (``apa``, ``plain``) writes for people: its module has `entry(reference)` and
`in_text(reference)`, which give rich text. A *format* (``bibtex``, ``csl-json``) writes for
programs: its module has `write_all(references)`, which gives the text of a file. Both have
`advice(reference)`: what a user should be told of what was written. Modules from elsewhere are
found by the entry point group ``nizkorcite.styles``, looked at only on a name not known here.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, cast

from attrs import frozen

from nizkorcite.errors import UnknownFormatError
from nizkorcite.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer
from nizkorcite.styles.among import Among
from nizkorcite.styles.rich import Markup, RichText, render

__all__ = [
    "STYLES",
    "Citation",
    "advice",
    "bibliography",
    "citations",
    "cite",
    "in_text",
    "is_format",
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
}
STYLES = tuple(_MODULES)
"""The names of the styles and formats that are built in."""
PEOPLES = ("apa", "plain")
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
        text, html, markdown: The entry of the list, in three spellings.
        in_text: What stands in brackets where a text cites the item.
    """

    id: str
    style: str
    text: str
    html: str
    markdown: str
    in_text: str


class Style(Protocol):
    """What the module of a style offers."""

    def entry(self, reference: Reference, among: Among = ..., /) -> RichText:
        """The entry of a reference list."""

    def in_text(self, reference: Reference, among: Among = ..., /) -> RichText:
        """The citation in brackets that a text gives."""

    def arrange(self, references: Iterable[Reference], /) -> Sequence[tuple[Reference, Among]]:
        """The items in the order of a list, each with what tells it from the others."""

    def advice(self, reference: Reference, /) -> tuple[str, ...]:
        """What a user should be told."""


class Format(Protocol):
    """What the module of a format offers."""

    def write_all(self, references: Sequence[Reference], /) -> str:
        """The text of a file that holds the references; ends with a line break."""

    def advice(self, reference: Reference, /) -> tuple[str, ...]:
        """What a user should be told."""


def cite(
    item: Document | Reference,
    style: str = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
) -> str:
    """
    Cite a document.

    Args:
        item: A document, or a reference.
        style: A name of `STYLES`, or of an installed entry point.
        layers: Which layers are told; see `refer`. ``both`` leaves a reference as it is.
        markup: How a style marks italics; formats have a markup of their own.

    Returns:
        A style's reference list entry on one line, or the text of a format's file.

    Raises:
        UnknownFormatError: No style has that name.

    >>> from nizkorcite.model import Original, organisation
    >>> cite(Document(id="x", type="web_page", title="A title", language="en",
    ...               original=Original(attribution="stated",
    ...                                 publishers=[organisation("Example News")])))
    'Example News. (n.d.). A title.'
    """
    reference = _reference(item, layers)
    if is_format(style):
        return cast("Format", _writer(style)).write_all([reference]).removesuffix("\n")
    return render(cast("Style", _writer(style)).entry(reference), markup)


def in_text(
    item: Document | Reference,
    style: str = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
) -> str | None:
    """
    The citation in brackets that stands in a text.

    Returns:
        The citation with its brackets, or ``None`` for a format, which has none.

    Raises:
        UnknownFormatError: No style has that name.
    """
    if is_format(style):
        return None
    return render(cast("Style", _writer(style)).in_text(_reference(item, layers)), markup)


def bibliography(
    items: Iterable[Document | Reference],
    style: str = "apa",
    *,
    layers: Layers = "both",
    markup: Markup = "text",
) -> str:
    """
    Cite several documents: a sorted list, an entry a line, or the text of one file.

    Args:
        items: Documents or references.
        style: As for `cite`.
        layers: As there.
        markup: As there.

    Raises:
        UnknownFormatError: No style has that name.
    """
    if is_format(style):
        references = [_reference(item, layers) for item in items]
        return cast("Format", _writer(style)).write_all(references)
    writer = cast("Style", _writer(style))
    arranged = writer.arrange(_reference(item, layers) for item in items)
    entries = [render(writer.entry(reference, among), markup) for reference, among in arranged]
    return _html_list(entries) if markup == "html" else "".join(f"{entry}\n" for entry in entries)


def _html_list(entries: Iterable[str]) -> str:
    """A list as citation processors mark it, so that style sheets for theirs fit ours."""
    lines = (f'  <p class="csl-entry" style="{HANGING}">{entry}</p>\n' for entry in entries)
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>\n'


def citations(
    items: Iterable[Document | Reference], style: str = "apa", *, layers: Layers = "both"
) -> tuple[Citation, ...]:
    """
    Cite several documents together: sorted, and told apart where their citations would be equal.

    Args:
        items: Documents or references.
        style: A style for people; formats have no citations.
        layers: As for `cite`.

    Raises:
        UnknownFormatError: No style has that name, or it is a format.

    >>> both = [Reference(id=name, type="book", title=name) for name in ("B", "A")]
    >>> [each.in_text for each in citations(both)]
    ['(A, n.d.)', '(B, n.d.)']
    """
    if is_format(style):
        raise UnknownFormatError("style for people", style, PEOPLES)
    writer = cast("Style", _writer(style))
    arranged = writer.arrange(_reference(item, layers) for item in items)
    return tuple(_citation(writer, style, reference, among) for reference, among in arranged)


def _citation(writer: Style, style: str, reference: Reference, among: Among) -> Citation:
    entry = writer.entry(reference, among)
    return Citation(
        id=reference.id,
        style=style,
        text=render(entry, "text"),
        html=render(entry, "html"),
        markdown=render(entry, "markdown"),
        in_text=render(writer.in_text(reference, among), "text"),
    )


def advice(
    item: Document | Reference, style: str = "apa", *, layers: Layers = "both"
) -> tuple[str, ...]:
    """
    What a user should be told of a citation: a form the style lacks, a value left out.

    Raises:
        UnknownFormatError: No style has that name.
    """
    return _writer(style).advice(_reference(item, layers))


def is_format(style: str) -> bool:
    """
    Whether a style is a format for programs, whose text holds all references of one file.

    Raises:
        UnknownFormatError: No style has that name.
    """
    return hasattr(_writer(style), "write_all")


def _reference(item: Document | Reference, layers: Layers) -> Reference:
    return in_layers(item, layers) if isinstance(item, Reference) else refer(item, layers)


def _writer(name: str) -> Style | Format:
    if module := _MODULES.get(name):
        return cast("Style | Format", import_module(module))
    from importlib.metadata import entry_points  # slow, and built-in names need it not

    for entry in entry_points(group="nizkorcite.styles", name=name):
        return cast("Style | Format", entry.load())
    raise UnknownFormatError("style", name, STYLES)
