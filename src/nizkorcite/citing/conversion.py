"""
Conversion between formats, with a report of the values that the target lost.

No table lists losses: if the target can be read, the text just written is parsed and compared with
the source. In a target that cannot be read, a value counts as carried if the text contains its
words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import chain
from typing import Literal, cast
from urllib.parse import unquote_plus

import attrs
from attrs import frozen

from nizkorcite import citing
from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, UnknownNameError
from nizkorcite.findings import Finding
from nizkorcite.formats.registry import READABLE, read_references
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import month_name, year_words
from nizkorcite.locale.terms import CITATION_LANGUAGES
from nizkorcite.messages import Message
from nizkorcite.record.codec import JSON, to_record
from nizkorcite.record.model import Document
from nizkorcite.reference import Reference, refer
from nizkorcite.reference.to_document import as_document

__all__ = ["TARGETS", "Conversion", "Loss", "convert"]

TARGETS = ("record", *citing.STYLES, *citing.FORMATS)
"""The formats and styles that `convert` writes."""
_RECORD = "record"
_APPARATUS = ("/evidence",)


@frozen(kw_only=True)
class Loss:
    """
    A value that the target of a conversion lacks or changes.

    Attributes:
        id: The item's own id.
        pointer: JSON Pointer of the value in its record (``/original/place/country``), or of the
            CSL variable of an item from a citation file (``/event_title``).
        kind: ``dropped`` if the target lacks the value, ``changed`` if it has another value.

    >>> print(Loss(id="law", pointer="/captures", kind="dropped"))
    law: /captures is dropped
    """

    id: str
    pointer: str
    kind: Literal["dropped", "changed"]

    def __str__(self) -> str:
        return str(self.message)

    @property
    def message(self) -> Message:
        """The loss in words."""
        if self.kind == "dropped":
            return Message("{id}: {pointer} is dropped", id=self.id, pointer=self.pointer)
        return Message("{id}: {pointer} is changed", id=self.id, pointer=self.pointer)


@frozen(kw_only=True)
class Conversion:
    """
    The text of a conversion, and the values lost on the way.

    Attributes:
        text: The text in the target's format; ends with a line break.
        losses: Values that the target lacks, in the order of the items and their members.
        findings: Findings on parts of the source that could not be read.
    """

    text: str
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()


def convert(
    source: str | Iterable[Document | Reference],
    to: str,
    *,
    from_: str | None = None,
) -> Conversion:
    r"""
    Convert documents, references or a citation file.

    Args:
        source: The text of a citation file, or documents and references.
        to: A name of `nizkorcite.FORMATS` or `nizkorcite.STYLES`, or ``record`` for one record a
            line.
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
    if to == _RECORD:
        return _as_records(items, findings)
    text = citing.bibliography(items, to) if items else ""
    if to in READABLE:
        back = read_references(text, to).references
        pairs = zip(items, back, strict=True)
        losses = chain.from_iterable(_losses(item, other) for item, other in pairs)
    else:
        losses = chain.from_iterable(_missing_words(item, citing.cite(item, to)) for item in items)
    return Conversion(text=text, losses=tuple(losses), findings=findings)


def _as_records(items: Sequence[Reference], findings: tuple[Finding, ...]) -> Conversion:
    documents = [as_document(item) for item in items]
    text = "".join(f"{_json_line(to_record(document))}\n" for document in documents)
    losses = (
        loss
        for item, document in zip(items, documents, strict=True)
        for loss in _losses(item, refer(document))
    )
    return Conversion(text=text, losses=tuple(losses), findings=findings)


def _items(
    source: str | Iterable[Document | Reference], from_: str | None
) -> tuple[list[Reference], tuple[Finding, ...]]:
    if not isinstance(source, str):
        given = (item if isinstance(item, Reference) else refer(item) for item in source)
        return list(dict.fromkeys(given)), ()
    if from_ is None:
        raise TypeError(f"a text needs from_, its format: one of {', '.join(READABLE)}")
    found = read_references(source, from_)
    return list(dict.fromkeys(found.references)), found.findings  # no format writes an item twice


def _losses(item: Reference, other: Reference) -> Iterator[Loss]:
    """Compare an item with the one parsed from the target."""
    for pointer, kind in _differences(_members(item), _members_like(item, other)):
        yield Loss(id=item.id, pointer=pointer, kind=kind)


def _missing_words(item: Reference, text: str) -> Iterator[Loss]:
    """Yield the values that a text does not contain as losses."""
    words = _unescaped_text(text)
    for pointer in _missing_pointers(_members(item), words, ""):
        yield Loss(id=item.id, pointer=pointer, kind="dropped")


def _unescaped_text(text: str) -> str:
    """Undo the escapes of JSON, HTML and addresses."""
    import json  # slow to load

    try:
        return "\n".join(str(value) for value in _leaves(json.loads(text)))
    except ValueError:
        plain = unescape(text)
        return f"{plain}\n{unquote_plus(plain)}"


def _missing_pointers(value: JSON, words: str, pointer: str) -> list[str]:
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
    if isinstance(value, Mapping | list):
        parts = value.values() if isinstance(value, Mapping) else value
        yield from chain.from_iterable(map(_leaves, parts))
    else:
        yield value


def _contains(value: JSON, words: str) -> bool:
    try:
        date = PartialDate(str(value))
    except DateError:
        return bool(re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", words))
    months = (month_name(date, locale_words(lang)) for lang in CITATION_LANGUAGES)
    month = next((name for name in months if name in words), month_name(date)[:3])
    parts = (year_words(date), month, str(date.day or ""))
    return str(date) in words or all(part in words for part in parts)


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


def _json_line(record: JSON) -> str:
    import json  # slow to load

    return json.dumps(record, ensure_ascii=False)
