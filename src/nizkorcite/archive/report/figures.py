"""The figures of a report, in the words of a language."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from nizkorcite.archive.checks import units_of
from nizkorcite.archive.fixity import FixityReport
from nizkorcite.archive.holdings import removals
from nizkorcite.archive.log import Log
from nizkorcite.archive.report.charts import (
    Bar,
    Labelled,
    TimeLine,
    bars,
    counted_by_class,
    largest,
    time_line,
)
from nizkorcite.archive.report.fixity_ages import checked_parts, damaged_since, last_check
from nizkorcite.archive.report.labels import spelled_number, spelled_share, spelled_size
from nizkorcite.archive.report.tally import COUNTED_FIELDS, LAYERS, Tally
from nizkorcite.dates import Instant, PartialDate
from nizkorcite.languages import Language
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words
from nizkorcite.messages import Message

_MOST_DAMAGES: Final = 20
_DELAYS: Final = ("before", "same_day", "next_day", "week", "month", "year", "decade", "more")
_HIGHEST_DELAYS: Final = (-1, 0, 1, 7, 30, 365, 3652)
_AGES: Final = ("day_old", "week_old", "month_old", "quarter_old", "year_old", "older")
_HIGHEST_AGES: Final = (1, 7, 30, 90, 365)
_LABELS: Final = {
    "publishers": "publisher", "creators": "creator", "url": "address", "rights": "rights_stated",
}  # fmt: skip


@frozen(kw_only=True)
class Figures:
    """
    The figures of a report, as the template asks for them.

    Attributes:
        tally: What the records state.
        log: The log of the archive.
        check: The comparison of names and lengths.
        built: The time of the page.
        lang: The language.
        words: The words of the page.
    """

    tally: Tally
    log: Log
    check: FixityReport
    built: Instant
    lang: Language
    words: Mapping[str, str]

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield the label and value of each fact about the whole archive."""
        t, tally = self.words, self.tally
        erased = removals(self.log, "deletion").keys()
        withdrawn = removals(self.log, "deaccession").keys() - erased
        yield t["made"], in_words(PartialDate(str(self.built)[:10]), locale_words(self.lang))
        for label, number in (
            ("documents", tally.documents),
            ("saved_copies", tally.captures),
            ("withdrawn", len(withdrawn)),
            ("erased", len(erased)),
            ("packs", sum(unit.number > 0 for unit in units_of(self.log))),
            ("files", self.check.files),
        ):
            yield t[label], spelled_number(number, self.lang)
        yield t["size"], spelled_size(self.check.bytes, self.lang)

    def problems(self) -> Iterator[str]:
        """Yield what a person should look after, in words."""
        if self.tally.unreadable:
            yield self._said(
                Message("records that cannot be read: {number}", number=self.tally.unreadable)
            )
        for damage in self.check.damages[:_MOST_DAMAGES]:
            yield self._said(
                Message(
                    "{place}: {code}: {message}",
                    place=damage.place,
                    code=damage.code,
                    message=damage.message,
                )
            )
        if len(self.check.damages) > _MOST_DAMAGES:
            number = len(self.check.damages) - _MOST_DAMAGES
            yield self._said(Message("further damages: {number}", number=number))
        if check := last_check(self.log):
            for path in damaged_since(self.log, check):
                yield self._said(
                    Message("{path}: found damaged on {day}", path=path, day=check.time[:10])
                )

    def time_line(self) -> TimeLine | None:
        """Return documents over time."""
        return time_line(self.tally.years)

    def delays(self) -> tuple[Bar, ...]:
        """Return documents by the delay between the layers."""
        numbers, vague = counted_by_class(self.tally.delays, _HIGHEST_DELAYS)
        items = dict(zip(_DELAYS, numbers, strict=True))
        if not items["before"]:
            del items["before"]
        undated = self.tally.documents - self.tally.delays.total()
        return bars(
            [self._counted(self.words[name], number) for name, number in items.items()],
            self._rest({"vague": vague, "one_layer_undated": undated}),
        )

    def sources(self) -> tuple[Bar, ...]:
        """Return the sources with the most documents."""
        return self._names(self.tally.sources, "no_source", self.tally.without_source)

    def sections(self) -> tuple[Bar, ...]:
        """Return the sections with the most documents."""
        without = self.tally.documents - self.tally.stated["republication/section"]
        return self._names(self.tally.sections, "no_section", without)

    def completeness(self) -> tuple[Bar, ...]:
        """Return how many records state each field."""
        tally, t = self.tally, self.words
        counts = [(self._field(name), tally.stated[name]) for name in COUNTED_FIELDS]
        counts += [(t["held"], tally.held), (t["complete"], tally.complete)]
        whole = tally.documents
        return bars(
            [(label, number, spelled_share(number, whole, self.lang)) for label, number in counts],
            whole=whole,
        )

    def ages(self) -> tuple[Bar, ...]:
        """Return bytes by the time since they were read."""
        parts = list(checked_parts(self.log, str(self.built)))
        spans = Counter[tuple[int, int]]()
        for part in parts:
            spans[part.days, part.days] += part.bytes * part.is_read
        numbers, _ = counted_by_class(spans, _HIGHEST_AGES)
        unread = sum(part.bytes for part in parts if not part.is_read)
        items = [*zip(_AGES, numbers, strict=True), ("never_read", unread)]
        return bars(
            [(self.words[name], number, spelled_size(number, self.lang)) for name, number in items]
        )

    def fixity(self) -> Iterator[str]:
        """Yield what the log says of checks, and what nothing can compare."""
        check = last_check(self.log)
        if check is None:
            yield self.words["no_check"]
        else:
            day = check.time[:10]
            yield self._said(Message("The last check was on {day}.", day=day))
            yield self._said(
                Message(
                    "The part that was read or written longest ago is {days} days old.",
                    days=max(part.days for part in checked_parts(self.log, str(self.built))),
                )
            )
        if not self.check.damages:
            yield self._said(Message("Names and lengths of all files are as the log says."))
        if self.check.unverifiable:
            number = self.check.unverifiable
            yield self._said(
                Message(
                    "Nothing can compare {number} documents, of which the archive has no bytes.",
                    number=number,
                )
            )

    def spelled(self, number: int) -> str:
        """Write a number."""
        return spelled_number(number, self.lang)

    def undated(self) -> Mapping[str, int]:
        """Return the number of documents of which a layer has no date."""
        return {layer: self.tally.undated(layer) for layer in LAYERS}

    def _said(self, message: Message) -> str:
        return message.text(self.lang)

    def _field(self, path: str) -> str:
        layer, _, name = path.rpartition("/")
        label = self.words[_LABELS.get(name, name)]
        return f"{self.words[layer]}: {label.lower()}" if layer else label

    def _counted(self, label: str, number: int) -> tuple[str, int, str]:
        return label, number, spelled_number(number, self.lang)

    def _names(self, counts: Mapping[str, int], label: str, without: int) -> tuple[Bar, ...]:
        shown, others = largest(counts)
        rest = list(self._rest({label: without}))
        if others:
            words = self._said(Message("{number} others", number=len(others)))
            rest.insert(0, self._counted(words, sum(others)))
        return bars([self._counted(*each) for each in shown], rest)

    def _rest(self, numbers: Mapping[str, int]) -> Iterator[Labelled]:
        for name, number in numbers.items():
            if number:
                yield self._counted(self.words[name], number)
