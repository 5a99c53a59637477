"""
Conversion between formats, with a report of the values that the target lost.

No table lists losses: if the target can be read, the text just written is parsed and compared with
the source. In a target that cannot be read, a value counts as carried if the text contains its
words.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from itertools import chain
from typing import Any, Literal, cast
from urllib.parse import unquote_plus

import attrs
from attrs import field, frozen

from nizkorcite import citing
from nizkorcite.dates import PartialDate
from nizkorcite.display import json_text
from nizkorcite.errors import DateError, UnknownNameError
from nizkorcite.findings import Finding
from nizkorcite.formats.citation_file import CitationFinding, Remarks
from nizkorcite.formats.registry import READABLE, find_read_format, read_references
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import month_name, year_words
from nizkorcite.locale.terms import CITATION_LANGUAGES
from nizkorcite.messages import Message
from nizkorcite.record.codec import JSON, to_record
from nizkorcite.record.model import Document
from nizkorcite.reference import Reference, refer
from nizkorcite.reference.to_document import as_document

__all__ = ["TARGETS", "Conversion", "Loss", "convert"]

_RECORD = "record"
WORKBOOK = "xlsx"
"""The only target that is binary."""
TARGETS = (_RECORD, *citing.STYLES, *citing.FORMATS, WORKBOOK)
"""The formats and styles that `convert` writes."""
_APPARATUS = ("/evidence",)
_WORD = re.compile(r"\w+")
_PART = re.compile(r"[^\s<>\"“”,;()][^<>\"“”,;()\n]*(?<!\s)")
_LONG = 1 << 22
_PIECE = 1 << 20
_LEAST_LETTERS = 4
"""Number of letters of a value that is recognized where it moved to."""


@frozen(kw_only=True)
class Loss:
    """
    A value that the target of a conversion lacks or changes.

    Attributes:
        id: The item's own id.
        pointer: JSON Pointer of the value in its record (``/original/place/country``), or of the
            CSL variable of an item from a citation file (``/event_title``).
        kind: ``dropped`` if the target lacks the value, ``changed`` if it has another value,
            ``moved`` if the value is that of another member in the target, ``unread`` if the
            parser of the source left it out.
        to: Pointer of the member that a value moved to.

    >>> print(Loss(id="law", pointer="/captures", kind="dropped"))
    law: /captures is dropped
    >>> print(Loss(id="law", pointer="/event_title", kind="moved", to="/note"))
    law: /event_title is moved to /note
    """

    id: str
    pointer: str
    kind: Literal["dropped", "changed", "moved", "unread"]
    to: str | None = None

    def __str__(self) -> str:
        return str(self.message)

    @property
    def message(self) -> Message:
        """The loss in words."""
        item, pointer = self.id, self.pointer
        if self.kind == "dropped":
            return Message("{id}: {pointer} is dropped", id=item, pointer=pointer)
        if self.kind == "moved":
            to = self.to or ""
            return Message("{id}: {pointer} is moved to {to}", id=item, pointer=pointer, to=to)
        if self.kind == "unread":
            return Message("{id}: {pointer} was not read", id=item, pointer=pointer)
        return Message("{id}: {pointer} is changed", id=item, pointer=pointer)


@frozen(kw_only=True)
class Conversion:
    """
    The result of a conversion, and the values lost on the way.

    Attributes:
        data: The bytes of the file: a workbook, or a text in UTF-8 that ends with a line break.
        findings: Findings on parts of the source that could not be read.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()
    _unread: tuple[Loss, ...] = field(default=(), eq=False, repr=False)
    _items: Sequence[Reference] = field(default=(), eq=False, repr=False)
    _to: str = field(default="", eq=False, repr=False)

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """
        Values that the parser left out, then those that the target lacks.

        They have the order of the items and their members. The target is read back when they are
        first asked for, which takes as long as the conversion.
        """
        return (*self._unread, *_lost_values(self._items, self._to, self.data))

    def texts(self) -> Iterator[str]:
        """Yield the text in the target's format, a mebibyte at a time."""
        return _texts(self.data)

    @property
    def text(self) -> str:
        """
        The text in the target's format.

        Raises:
            UnicodeDecodeError: The target is a workbook.
        """
        return self.data.decode()


def convert(
    source: str | bytes | Iterable[Document | Reference],
    to: str,
    *,
    from_: str | None = None,
) -> Conversion:
    r"""
    Convert documents, references or a citation file.

    Args:
        source: The text of a citation file, its bytes, or documents and references.
        to: A name of `nizkorcite.FORMATS` or `nizkorcite.STYLES`, ``record`` for one record a
            line, or ``xlsx`` for a workbook.
        from_: The format of a text, such as ``bibtex``, ``csl-json`` or ``ris``.

    Raises:
        UnknownNameError: No format has that name.
        TypeError: The format of a text is missing.

    >>> convert("@book{law, title = {A law}, year = 1998}", "apa", from_="bibtex").text
    'A law. (1998).\n'
    """
    if to not in TARGETS:
        raise UnknownNameError("format", to, TARGETS)
    items, findings = _items(source, from_)
    unread = tuple(unread_values(findings))
    data = _written(items, to)
    return Conversion(data=data, findings=findings, unread=unread, items=items, to=to)


def _lost_values(items: Sequence[Reference], to: str, data: bytes) -> Iterator[Loss]:
    """Yield the values of items that the data in a target lacks."""
    if to not in READABLE and to != _RECORD:
        for item in items:
            yield from _missing_words(item, citing.cite(item, to))
        return
    if to == _RECORD:
        back: Iterable[Reference] = (refer(as_document(item)) for item in items)
    else:
        back = _read_back(data, to)
    for item, other in zip(items, back, strict=True):
        yield from _losses(item, other)


def _read_back(data: bytes, to: str) -> Iterable[Reference]:
    """Read a file that was just written; a long one an entry at a time."""
    known = find_read_format(to) if len(data) >= _LONG and to != WORKBOOK else None
    back = known.read_pieces(lambda: _texts(data), Remarks()) if known else None
    if back is not None:
        return back
    return read_references(data, to, encoding="utf-8").references


def _texts(data: bytes) -> Iterator[str]:
    pieces = (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))
    return codecs.iterdecode(pieces, "utf-8")


def _written(items: Sequence[Reference], to: str) -> bytes:
    if to == _RECORD:
        records = (json_text(to_record(as_document(item))) for item in items)
        return "".join(f"{record}\n" for record in records).encode()
    if to == WORKBOOK:
        from nizkorcite.formats.table import workbook  # few write tables

        return workbook.write_all(items)
    if not items:
        return b""
    if known := citing.FORMATS.get(to):
        return b"".join([text.encode() for text in known.write_pieces(items)])
    return citing.bibliography(items, to).encode()


def unread_values(findings: Iterable[CitationFinding]) -> Iterator[Loss]:
    """Yield the values that a parser left out, by the names of their fields."""
    for finding in findings:
        if finding.left_out:
            yield Loss(id=finding.item, pointer=f"/{finding.left_out}", kind="unread")


def _items(
    source: str | bytes | Iterable[Document | Reference], from_: str | None
) -> tuple[list[Reference], tuple[CitationFinding, ...]]:
    if not isinstance(source, str | bytes):
        given = (item if isinstance(item, Reference) else refer(item) for item in source)
        return list(dict.fromkeys(given)), ()
    if from_ is None:
        raise TypeError(f"a text needs from_, its format: one of {', '.join(READABLE)}")
    found = read_references(source, from_)
    return list(dict.fromkeys(found.references)), found.findings  # no format writes an item twice


def _losses(item: Reference, other: Reference) -> Iterator[Loss]:
    """Compare an item with the one parsed from the target."""
    if item == other and not item.document:
        return
    members, carried = _members(item), _members_like(item, other)
    gained = dict(_differences_of_values(carried, members))
    for pointer, kind in _differences(members, carried):
        to = gained.get(_comparable(_at(members, pointer)))
        yield Loss(id=item.id, pointer=pointer, kind="moved" if to else kind, to=to)


def _differences_of_values(one: JSON, other: JSON) -> Iterator[tuple[str, str]]:
    """Yield the values that the second lacks or has otherwise, and their places in the first."""
    for pointer, _ in _differences(one, other):
        if value := _comparable(_at(one, pointer)):
            yield value, pointer


def _at(members: JSON, pointer: str) -> JSON:
    value: Any = members
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list | tuple) else value[part]
    return cast(JSON, value)


def _comparable(value: JSON) -> str:
    """Return a text that equal values share; empty for one that many members may have."""
    names = [str(leaf) for leaf in _leaves(value) if leaf]
    return "\n".join(names) if any(len(name) >= _LEAST_LETTERS for name in names) else ""


def _missing_words(item: Reference, text: str) -> Iterator[Loss]:
    """Yield the values that a text does not contain as losses."""
    words = _Words.of_text(_unescaped_text(text))
    for pointer in _missing_pointers(_members(item), words, ""):
        yield Loss(id=item.id, pointer=pointer, kind="dropped")


@frozen
class _Words:
    """
    A text in which many values are looked up.

    Attributes:
        text: The text.
        words: Its words.
        parts: The parts of the text between brackets, commas and the like.
    """

    text: str
    words: frozenset[str]
    parts: frozenset[str]

    @classmethod
    def of_text(cls, text: str) -> "_Words":
        """Split a text into words and parts."""
        return cls(text, frozenset(_WORD.findall(text)), frozenset(_PART.findall(text)))

    def contain(self, value: str) -> bool:
        """Look for a value between words; only a rare one is searched in the whole text."""
        if value in self.words or value in self.parts:
            return True
        if not self.words.issuperset(_WORD.findall(value)):
            return False
        return bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", self.text))


def _unescaped_text(text: str) -> str:
    """Undo the escapes of JSON, HTML and addresses."""
    import json  # slow to load

    try:
        return "\n".join(str(value) for value in _leaves(json.loads(text)))
    except ValueError:
        plain = unescape(text)
        return f"{plain}\n{unquote_plus(plain)}"


def _missing_pointers(value: JSON, words: _Words, pointer: str) -> list[str]:
    """Return pointers of values that a text does not contain."""
    if not isinstance(value, Mapping | list | tuple):
        return [] if _contains(value, words) else [pointer]
    # A citation may contain the words of a quote as a value, but never as evidence.
    if pointer in _APPARATUS:
        return [pointer]
    parts = value.items() if isinstance(value, Mapping) else enumerate(value)
    missing = {f"{pointer}/{name}": _missing_pointers(part, words, f"{pointer}/{name}")
               for name, part in parts}  # fmt: skip
    if pointer and all([part] == lost for part, lost in missing.items()):
        return [pointer]
    return list(chain.from_iterable(missing.values()))


def _leaves(value: JSON) -> Iterator[JSON]:
    if isinstance(value, Mapping | list | tuple):
        parts = value.values() if isinstance(value, Mapping) else value
        yield from chain.from_iterable(map(_leaves, parts))
    else:
        yield value


def _contains(value: JSON, words: _Words) -> bool:
    try:
        date = PartialDate(str(value))
    except DateError:
        return words.contain(str(value))
    months = (month_name(date, locale_words(lang)) for lang in CITATION_LANGUAGES)
    month = next((name for name in months if name in words.text), month_name(date)[:3])
    parts = (year_words(date), month, str(date.day or ""))
    return str(date) in words.text or all(part in words.text for part in parts)


def _members(item: Reference) -> JSON:
    """Return the members to compare: those of the record, else the variables."""
    if item.document:
        return to_record(item.document)
    stated = attrs.asdict(item, recurse=True, filter=_is_compared, value_serializer=_date_as_text)
    return cast(JSON, stated)


def _members_like(item: Reference, other: Reference) -> JSON:
    return (
        to_record(as_document(other))
        if item.document
        else _members(attrs.evolve(other, document=None))
    )


def _is_compared(attribute: "attrs.Attribute[object]", value: object) -> bool:
    # The record is not part of the citation, and a missing key is generated.
    hidden = ("document", "extensions", "citation_key", "layers")
    return attribute.name not in hidden and value not in (None, ())


def _date_as_text(_instance: object, _attribute: object, value: object) -> object:
    return str(value) if isinstance(value, PartialDate) else value


def _differences(
    one: JSON, other: JSON, pointer: str = ""
) -> Iterator[tuple[str, Literal["dropped", "changed"]]]:
    """Yield places where the second value differs from the first."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for name, value in one.items():
            place = f"{pointer}/{name}"
            if name in other:
                yield from _differences(value, other[name], place)
            else:
                yield place, "dropped"
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        for index, value in enumerate(one):
            if index < len(other):
                yield from _differences(value, other[index], f"{pointer}/{index}")
            else:
                yield f"{pointer}/{index}", "dropped"
    elif one != other:
        yield pointer, "changed"
