"""The values of a document as rows of a page, each with the evidence that it was read from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.languages import Language
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words
from nizkorcite.record.model import Agent, Capture, Document, Identifier, Original, WarcLocation
from nizkorcite.site.labels import METHODS, SITE_LABELS, VOCABULARY, translated


@frozen
class Value:
    """
    A value of a row.

    Attributes:
        text: The value in words.
        address: The address that it leads to, if it is one.
        evidence: Number of the evidence, from 1.
        is_code: Whether it is for machines, as a digest is.
    """

    text: str
    address: str | None = None
    evidence: int | None = None
    is_code: bool = False


@frozen
class FactRow:
    """A row of a table: its label, and its values; none where the page states none."""

    label: str
    values: tuple[Value, ...]


@frozen
class EvidenceRow:
    """
    The words that one value was read from.

    Attributes:
        number: Number of the evidence, from 1.
        field: The field, in words.
        quote: The words, if any.
        line: Line of the text, or of the source.
        method: How the value was read.
        rule: Name of the rule.
    """

    number: int
    field: str
    quote: str | None
    line: int | None
    method: str
    rule: str | None


class FactSheet:
    """
    The values of a document in the words of a language.

    Args:
        document: The document.
        lang: The language of labels, dates and types.
    """

    def __init__(self, document: Document, lang: Language) -> None:
        self._document = document
        self._label = translated(SITE_LABELS, lang)
        self._term = translated(VOCABULARY, lang)
        self._method = translated(METHODS, lang)
        self._words = locale_words(lang)
        self._numbers = _numbers_by_field(document)

    def work(self) -> tuple[FactRow, ...]:
        """Return what is stated of the work as a whole."""
        each = self._document
        return self._stated(
            self._row("type", "/type", [self._term[each.type]]),
            self._row("language", "/language", [each.language] if each.language != "und" else []),
            self._agents("creator", "/creators", each.creators),
            self._row(
                "other_title",
                "/alternative_titles",
                [item.title for item in each.alternative_titles],
            ),
            self._row("keywords", "/keywords", each.keywords),
            self._row("description", "/description", [each.description]),
            self._row("record", "", [Value(each.id, is_code=True)]),
        )

    def original(self) -> tuple[FactRow, ...]:
        """Return the original; publisher, place and date have a row in any case."""
        each, at = self._document.original, "/original"
        return (
            self._agents("publisher", f"{at}/publishers", each.publishers),
            self._row("place", f"{at}/place", [each.place.name] if each.place else []),
            self._row("date", f"{at}/date", [self._date(each.date)]),
            *self._stated(
                self._row("title", f"{at}/title", [each.title]),
                self._row("container", f"{at}/container_title", [each.container_title]),
                *self._numbers_of(each),
                self._row("language", f"{at}/language", [each.language]),
                self._row("address", f"{at}/url", [_address(each.url)]),
                self._identifiers(f"{at}/identifiers", each.identifiers),
                self._row("attribution", f"{at}/attribution", [self._term[each.attribution]]),
                self._row("source_line", f"{at}/source_line", [each.source_line]),
            ),
        )

    def _numbers_of(self, original: Original) -> Iterator[FactRow]:
        for name in ("volume", "issue", "pages", "edition"):
            yield self._row(name, f"/original/{name}", [getattr(original, name)])

    def republication(self) -> tuple[FactRow, ...]:
        """Return the republication; publisher and date have a row in any case."""
        each, at = self._document.republication, "/republication"
        if each is None:
            return ()
        changes = self._term[each.modifications] if each.modifications else None
        return (
            self._agents("publisher", f"{at}/publishers", each.publishers),
            self._row("date", f"{at}/date", [self._date(each.date)]),
            *self._stated(
                self._row("section", f"{at}/section", [each.section]),
                self._row("address", f"{at}/url", [_address(each.url)]),
                self._row("modifications", f"{at}/modifications", [changes]),
                self._row("statement", f"{at}/statement", [each.statement]),
            ),
        )

    def rights(self) -> tuple[FactRow, ...]:
        """Return the rights notice of the republication, and what a person added."""
        rights = self._document.republication and self._document.republication.rights
        if not rights:
            return ()
        at = "/republication/rights"
        bases = [item.citation for item in rights.legal_basis]
        return self._stated(
            self._row("rights_statement", f"{at}/statement", [rights.statement]),
            self._row("legal_basis", f"{at}/legal_basis", bases),
            self._row("rights_uri", f"{at}/uri", [_address(rights.uri)]),
            self._agents("holder", f"{at}/holder", [rights.holder] if rights.holder else []),
        )

    def captures(self) -> tuple[tuple[FactRow, ...], ...]:
        """Return the rows of each capture."""
        return tuple(
            self._stated(*self._capture(f"/captures/{index}", each))
            for index, each in enumerate(self._document.captures)
        )

    def _capture(self, at: str, each: Capture) -> Iterator[FactRow]:
        for name, value in _capture_values(each):
            yield self._row(_LABELS_OF_MEMBERS.get(name, name), f"{at}/{name}", [value])

    def evidence(self) -> tuple[EvidenceRow, ...]:
        """Return all evidence of the document, in its order."""
        return tuple(
            EvidenceRow(
                number, self.field(each.field), each.quote, each.line, self._method[each.method],
                each.rule,
            )
            for number, each in enumerate(self._document.evidence, start=1)
        )  # fmt: skip

    def field(self, pointer: str) -> str:
        """
        Name a field in words.

        >>> from nizkorcite.record.model import Document, Original
        >>> about = Document(id="a", type="book", language="en",
        ...                  original=Original(attribution="unknown"))
        >>> FactSheet(about, "en").field("/original/publishers/0/name")
        'Original: publisher'
        """
        steps = [step for step in pointer.split("/")[1:] if not step.isdecimal()]
        layer = self._label[steps[0]] if steps[0] in ("original", "republication") else None
        name = self._name(steps[1:] if layer else steps)
        if name is None:
            return pointer
        return f"{layer}: {name.lower()}" if layer else name

    def _name(self, steps: Sequence[str]) -> str | None:
        """Return the label of the innermost member that has one."""
        members = ("/".join(steps), *reversed(steps))
        labels = (self._label.get(_LABELS_OF_MEMBERS.get(each, each)) for each in members)
        return next(filter(None, labels), None)

    def _agents(self, label: str, pointer: str, agents: Iterable[Agent]) -> FactRow:
        return self._row(label, pointer, [self._agent(agent) for agent in agents])

    def _agent(self, agent: Agent) -> Value:
        role = f" ({self._term[agent.role]})" if agent.role else ""
        return Value(f"{agent.name}{role}", agent.url)

    def _identifiers(self, pointer: str, identifiers: Iterable[Identifier]) -> FactRow:
        texts = [f"{each.scheme}: {each.value}" for each in identifiers]
        return self._row("identifier", pointer, texts)

    def _date(self, date: PartialDate | None) -> str | None:
        return in_words(date, self._words) if date else None

    def _row(self, label: str, pointer: str, values: Iterable[Value | str | None]) -> FactRow:
        shown = (Value(each) if isinstance(each, str) else each for each in values if each)
        return FactRow(
            self._label[label],
            tuple(
                Value(each.text, each.address, self._number(pointer, index), each.is_code)
                for index, each in enumerate(shown)
            ),
        )

    def _number(self, pointer: str, index: int) -> int | None:
        return self._numbers.get(f"{pointer}/{index}") or self._numbers.get(pointer)

    def _stated(self, *rows: FactRow) -> tuple[FactRow, ...]:
        return tuple(row for row in rows if row.values)


_LABELS_OF_MEMBERS = {
    "publishers": "publisher", "creators": "creator", "url": "address",
    "container_title": "container", "alternative_titles": "other_title",
    "identifiers": "identifier", "citation": "legal_basis", "rights/statement": "rights_statement",
    "rights/uri": "rights_uri",
}  # fmt: skip


def _numbers_by_field(document: Document) -> Mapping[str, int]:
    """Return the first evidence of each field, also for the values that contain the field."""
    numbers: dict[str, int] = {}
    for number, each in enumerate(document.evidence, start=1):
        steps = each.field.split("/")
        for count in range(len(steps), 1, -1):
            numbers.setdefault("/".join(steps[:count]), number)
    return numbers


def _address(url: str | None) -> Value | None:
    return Value(url, url) if url else None


def _capture_values(each: Capture) -> Sequence[tuple[str, Value | str | None]]:
    return (
        ("accessed", each.accessed and str(each.accessed)),
        ("url", _address(each.url)),
        ("memento", _address(each.memento)),
        ("memento_datetime", each.memento_datetime and str(each.memento_datetime)),
        ("sha256", Value(each.sha256, is_code=True)),
        ("byte_length", str(each.byte_length)),
        ("media_type", each.media_type),
        ("charset", each.charset),
        ("status", str(each.status) if each.status else None),
        ("tool", each.tool),
        ("path", each.path),
        ("warc", _warc_place(each.warc) if each.warc else None),
    )


def _warc_place(warc: WarcLocation) -> str:
    parts = (warc.file, warc.record_id, warc.offset)
    return " ".join(str(part) for part in parts if part is not None)
