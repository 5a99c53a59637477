"""One sentence on the other layer, for formats and engines without fields."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words, joined_names, year_words
from nizkorcite.locale.terms import Lang, LocaleWords
from nizkorcite.reference import Reference


def provenance(reference: Reference, lang: Lang = "en") -> str:
    """
    Describe the layer that a reference does not cite.

    Args:
        reference: The reference.
        lang: The language of the sentence; formats are written in English.

    Returns:
        A sentence without a full stop, or an empty text: for both layers, the first publication;
        for the republication alone, the original's year if it differs; for the original alone, the
        copy that was read.

    >>> from nizkorcite.record.model import organisation
    >>> provenance(Reference(id="a", type="webpage", layers="both",
    ...     original_publisher=(organisation("Itar Tass"),), original_publisher_place="Dushanbe",
    ...     original_date=PartialDate("2017-02-27")))
    'Originally published by Itar Tass, Dushanbe, 27 February 2017'
    """
    return _Sentences(locale_words(lang), _PATTERNS[lang]).on_the_other_layer(reference)


def stated_history(reference: Reference) -> str:
    """
    Return a citation file's own statement on other layers (CSL 1.0.2, ``references``).

    A source label that a page prints in square brackets is no such statement.

    >>> stated_history(Reference(id="a", type="book", source_line="(Reprinted from Law, 1984.)"))
    'Reprinted from Law, 1984'
    """
    line = (reference.source_line or "").strip()
    if reference.document or line.startswith("["):
        return ""
    if line.startswith("(") and line.endswith(")"):
        line = line[1:-1]
    return line if line.endswith("..") else line.removesuffix(".")


def is_earlier_work(reference: Reference) -> bool:
    """Check whether the original and the layer cited are of different years."""
    original, issued = reference.original_date, reference.issued
    if original is None:
        return False
    return issued is None or year_words(original) != year_words(issued)


@frozen(eq=False, repr=False)
class _Patterns:
    """
    Patterns of the sentences in one language.

    Attributes:
        published: The first publication, by its publishers, its container or another title.
        published_at: The first publication, of which only place, date or address is known.
        title, container, publishers: Parts of the first; their order is that of the words.
        volume, number, pages: Places in the container.
        work: An original of another year.
        not_consulted: The copy that was read instead of the original.
    """

    published: str
    published_at: str
    title: str
    container: str
    publishers: str
    volume: str
    number: str
    pages: str
    work: str
    not_consulted: str


_PATTERNS: Final[Mapping[Lang, _Patterns]] = {
    "en": _Patterns(
        published="Originally published {}",
        published_at="Originally published {}",
        title="as “{}”",
        container="in {}",
        publishers="by {}",
        volume="volume {}",
        number="number {}",
        pages="pages {}",
        work="Original work published {}",
        not_consulted="Not consulted; republished by {}",
    ),
    "es": _Patterns(
        published="Publicado originalmente {}",
        published_at="Publicación original: {}",
        title="como «{}»",
        container="en {}",
        publishers="por {}",
        volume="vol. {}",
        number="n.º {}",
        pages="pp. {}",
        work="Obra original publicada en {}",
        not_consulted="No consultado; reproducido por {}",
    ),
}


@frozen(eq=False, repr=False)
class _Sentences:
    """The sentences in one language, with its words and patterns."""

    words: LocaleWords
    patterns: _Patterns

    def on_the_other_layer(self, reference: Reference) -> str:
        """Return the sentence on the layer that a reference does not cite."""
        match reference.layers:
            case "both":
                return self._first_publication(reference)
            case "republication":
                return self._other_year(reference)
            case "original":
                return self._copy_read(reference)

    def _first_publication(self, reference: Reference) -> str:
        place, date = reference.original_publisher_place, reference.original_date
        publishers = _filled(
            self.patterns.publishers, joined_names(reference.original_publisher, self.words)
        )
        parts = (self._other_title(reference), self._container(reference), publishers)
        source = " ".join(filter(None, parts))
        details = _joined_by_commas((place, self._day(date), reference.original_url))
        if not source:
            return _filled(self.patterns.published_at, details)
        return _joined_by_commas((self.patterns.published.format(source), details))

    def _other_title(self, reference: Reference) -> str:
        title = reference.original_title
        if not title or title == reference.title:
            return ""
        return self.patterns.title.format(title)

    def _container(self, reference: Reference) -> str:
        if not reference.original_container_title:
            return ""
        numbers = (
            _filled(self.patterns.volume, reference.original_volume),
            _filled(self.patterns.number, reference.original_issue),
            _filled(self.patterns.pages, reference.original_page),
        )
        parts = (reference.original_container_title, *numbers)
        return self.patterns.container.format(_joined_by_commas(parts))

    def _other_year(self, reference: Reference) -> str:
        date = reference.original_date
        if date is None or not is_earlier_work(reference):
            return ""
        year = year_words(date, self.words) or in_words(date, self.words)
        return self.patterns.work.format(year)

    def _copy_read(self, reference: Reference) -> str:
        if not reference.republisher:
            return ""
        publishers = joined_names(reference.republisher, self.words)
        layer = _joined_by_commas((publishers, self._day(reference.republished)))
        return self.patterns.not_consulted.format(layer)

    def _day(self, date: PartialDate | None) -> str:
        return in_words(date, self.words) if date else ""


def _filled(pattern: str, value: str | None) -> str:
    return pattern.format(value) if value else ""


def _joined_by_commas(parts: Sequence[str | None]) -> str:
    return ", ".join(part for part in parts if part)
