"""
Styles and formats by their names.

A *style* (``apa``, ``plain``) writes for people: its module has `entry`, `in_text` and `narrative`,
which give rich text, and `arrange`, which gives the order of a list; one for footnotes has `note`
too. A *format* (``bibtex``, ``csl-json``) writes for programs: its module has
`write_all(references)`, which gives the text of a file. Both have `advice(reference)`: what a user
should be told of what was written. Modules from elsewhere are found by the entry point group
``nizkorcite.styles``, looked at only on a name not known here, then among the CSL styles installed.
A path that ends in ``.csl`` is a CSL style (extra `csl`).
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from os import PathLike
from typing import Protocol, cast

from nizkorcite.errors import UnknownNameError
from nizkorcite.locale.terms import Lang
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.disambiguation import Among
from nizkorcite.styles.rich_text import RichText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing_extensions import TypeIs  # typing has it from Python 3.13

    from nizkorcite.csl import CslStyle  # loaded for CSL styles alone

_MODULES = {
    "apa": "nizkorcite.styles.apa",
    "biblatex": "nizkorcite.formats.bibtex.biblatex",
    "biblatex-apa": "nizkorcite.formats.bibtex.biblatex_apa",
    "biblatex-related": "nizkorcite.formats.bibtex.biblatex_related",
    "bibtex": "nizkorcite.formats.bibtex.bibtex",
    "coins": "nizkorcite.formats.coins",
    "csl-json": "nizkorcite.formats.csl_json.writer",
    "csl-json-zotero": "nizkorcite.formats.csl_json.zotero",
    "dublin-core": "nizkorcite.formats.dublin_core",
    "dublin-core-meta": "nizkorcite.formats.dublin_core_meta",
    "json-ld": "nizkorcite.formats.schema_org",
    "plain": "nizkorcite.styles.plain",
    "ris": "nizkorcite.formats.ris.writer",
    "ris-zotero": "nizkorcite.formats.ris.zotero",
    "short": "nizkorcite.styles.plain.short",
}
STYLES = tuple(_MODULES)
"""The names of the styles and formats that are built in."""
PEOPLES = ("apa", "plain", "short")
"""Those that people read."""


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


class FootnoteStyle(Style, Protocol):
    """What the module of a style for footnotes offers besides."""

    def note(
        self, reference: Reference, lang: Lang = ..., locators: Sequence[Locator] = ..., /
    ) -> RichText:
        """A footnote on a place within the work."""


class EngineStyle(Style, Protocol):
    """What a style offers besides, whose citations an engine prints in runs."""

    def apart(self, references: Iterable[Reference], /) -> Sequence[tuple[Reference, Among]]:
        """The items in their order, each as it is cited alone, from one run."""


class Format(Protocol):
    """What the module of a format offers."""

    def write_all(self, references: Sequence[Reference], /) -> str:
        """The text of a file that holds the references; ends with a line break."""

    def advice(self, reference: Reference, /) -> tuple[str, ...]:
        """What a user should be told."""


StyleName = str | PathLike[str] | Style
"""A style's name, the path of a .csl file, or what `opened` or `csl_style` gives."""


def is_format(style: StyleName) -> bool:
    """
    Whether a style is a format for programs, whose text holds all references of one file.

    Raises:
        UnknownNameError: No style has that name.
    """
    return writes_files(writer_of(style))


# Looked at for every citation: an isinstance check of a protocol takes a third of citing's time.
def writes_files(writer: Style | Format) -> "TypeIs[Format]":
    """Whether it is a format, whose text holds all references of one file."""
    return hasattr(writer, "write_all")


def has_notes(writer: Style | Format) -> "TypeIs[FootnoteStyle]":
    """Whether it is a style for footnotes."""
    return hasattr(writer, "note")


def cites_in_runs(writer: Style | Format) -> "TypeIs[EngineStyle]":
    """Whether it is a style that an engine prints."""
    return hasattr(writer, "apart")


def opened(style: str, *, locale: str | None = None) -> "str | CslStyle":
    """
    A CSL style, read once for many citations; the name itself of any other style.

    Args:
        style: As for `cite`.
        locale: The language of a CSL style's words, where it is not the style's own.

    Raises:
        UnknownNameError: No style has that name.
        StyleError: The CSL style can not be used.
        EngineError: No engine for CSL styles is installed.

    >>> opened("apa")
    'apa'
    """
    if style in _MODULES:
        return style
    from nizkorcite.csl import CslStyle, csl_style

    found = writer_of(style)
    if not isinstance(found, CslStyle):
        return style
    return csl_style(style, locale=locale) if locale else found


def people_style(name: StyleName) -> Style:
    """
    The style of a name, which must be for people.

    Raises:
        UnknownNameError: No style has that name, or it is a format.
    """
    writer = writer_of(name)
    if writes_files(writer):
        raise UnknownNameError("style for people", str(name), PEOPLES)
    return writer


def writer_of(name: StyleName) -> Style | Format:
    """
    What writes in a style or format.

    Raises:
        UnknownNameError: No style has that name.
    """
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
    raise UnknownNameError("style", str(name), STYLES, others=installed_names())
