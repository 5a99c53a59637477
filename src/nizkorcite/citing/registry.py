"""
Styles and formats by name, of this package and of others.

A *style* (``apa``) writes for people: a module, or an object, with the functions of `Style`. A
*format* (``bibtex``) writes for programs. Other packages offer styles as entry points of the group
``nizkorcite.styles``, searched only for names not known here, before the installed CSL styles.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from os import PathLike
from typing import Final, Protocol, cast

from nizkorcite.errors import UnknownNameError
from nizkorcite.formats.registry import FORMATS, Format, find_format, plug_in
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.styles.context import CitationContext, Disambiguation
from nizkorcite.styles.rich_text import Runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing_extensions import TypeIs  # typing has it from Python 3.13

    from nizkorcite.csl import CslStyle  # loaded for CSL styles alone

_MODULES: Final = {
    "apa": "nizkorcite.styles.apa",
    "plain": "nizkorcite.styles.plain",
    "short": "nizkorcite.styles.plain.short",
}
STYLES = tuple(_MODULES)
"""The names of the styles built in."""
SHORT_NAMES: Final[Mapping[str, str]] = {
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "bluebook": "bluebook-law-review",
    "chicago": "chicago-notes-bibliography",
    "chicago-notes": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "iso690": "iso690-author-date-en",
    "iso-690": "iso690-author-date-en",
    "mla": "modern-language-association",
    "turabian": "turabian-notes-bibliography",
    "vancouver": "nlm-citation-sequence",
}
"""CSL styles by the names that people call them."""


class Style(Protocol):
    """The functions that the module of a style defines; one for footnotes sets `FOOTNOTES`."""

    def entry(self, reference: Reference, context: CitationContext = ..., /) -> Runs:
        """Compose the entry of a reference list, or the footnote with its locators."""

    def in_text(self, reference: Reference, context: CitationContext = ..., /) -> Runs:
        """Compose the citation in brackets."""

    def narrative(self, reference: Reference, context: CitationContext = ..., /) -> Runs:
        """Compose the citation that is part of a sentence."""

    def sort_and_disambiguate(
        self, references: Iterable[Reference], /
    ) -> Sequence[tuple[Reference, Disambiguation]]:
        """Sort the items of a list, and distinguish those whose citations would be equal."""

    def advice(self, reference: Reference, /) -> Iterable[Message | str]:
        """Return notes for the user on a citation."""


class EngineStyle(Style, Protocol):
    """The functions of a style that an engine prints, many citations in one run."""

    def without_disambiguation(
        self, references: Iterable[Reference], /
    ) -> Sequence[tuple[Reference, Disambiguation]]:
        """Cite many items in one run, each as if alone."""


StyleName = str | PathLike[str] | Style
"""A style's name, the path of a .csl file, or a style that `csl_style` returned."""


def is_format(style: StyleName) -> bool:
    """
    Check whether a name is that of a format.

    Raises:
        UnknownNameError: No style or format has that name.
    """
    return isinstance(style_or_format(style), Format)


def has_footnotes(style: Style) -> bool:
    """Check whether the entries of a style are footnotes, which take locators."""
    return getattr(style, "FOOTNOTES", False)


# An isinstance check of a protocol would take a third of the time of a citation.
def is_csl(style: Style) -> "TypeIs[EngineStyle]":
    """Check whether a style is a CSL style, which an engine prints."""
    return hasattr(style, "without_disambiguation")


def style_name(name: str) -> str:
    """
    Return the name of a style or format as people type it: short, or in any letter case.

    >>> style_name("MLA"), style_name("BibTeX"), style_name("Chicago Author Date")
    ('modern-language-association', 'bibtex', 'chicago-author-date')
    """
    if name.lower().endswith(".csl"):
        return name
    folded = "-".join(name.casefold().replace("_", " ").split())
    return SHORT_NAMES.get(folded, folded)


def load_style(style: str, *, locale: str | None = None) -> "str | CslStyle":
    """
    Open a CSL style for many citations; other names are returned.

    Args:
        style: Same as in `cite`.
        locale: Language of a CSL style's words, by default the style's own.

    Raises:
        UnknownNameError: No style or format has that name.
        StyleError: The CSL style cannot be used.
        EngineError: No engine for CSL styles is installed.

    >>> load_style("apa")
    'apa'
    """
    if (known := style_name(style)) in _MODULES or known in FORMATS:
        return known
    from nizkorcite.csl import CslStyle, csl_style

    found = style_or_format(style)
    if not isinstance(found, CslStyle):
        return style
    return csl_style(found.name, locale=locale) if locale else found


def find_style(name: StyleName) -> Style:
    """
    Find a style by its name.

    Raises:
        UnknownNameError: No style has that name; that of a format is refused.
    """
    found = style_or_format(name)
    if isinstance(found, Format):
        raise UnknownNameError("style for people", str(name), STYLES)
    return found


def style_or_format(name: StyleName) -> Style | Format:
    """
    Find a style or a format by its name.

    Raises:
        UnknownNameError: No style or format has that name.
    """
    if not isinstance(name, str):
        return _csl_style(name) if isinstance(name, PathLike) else name
    known = style_name(name)
    if module := _MODULES.get(known):
        return cast(Style, import_module(module))
    return FORMATS.get(known) or _plug_in(name) or _csl_style(known)


@cache  # entry points are searched in every installed package, which takes milliseconds
def _plug_in(name: str) -> Style | Format | None:
    return find_format(name) or cast("Style | None", plug_in("nizkorcite.styles", name))


def _csl_style(name: str | PathLike[str]) -> Style:
    """Engines and the thousands of installed styles are loaded only now."""
    from nizkorcite.csl import csl_style, installed_names, is_csl_name

    if is_csl_name(name):
        return csl_style(name)
    known = (*STYLES, *FORMATS)
    raise UnknownNameError("style", str(name), known, others=installed_names())
