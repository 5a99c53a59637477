"""
From one format to another, with the name of everything that the target could not carry.

What is lost is not looked up in a table: the text just written is read back where the target can be
read, and compared with what was meant. Of a target that cannot be read, a value counts as carried
where its words stand in the text.
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
from nizkorcite.errors import DateError, UnknownFormatError
from nizkorcite.findings import Finding
from nizkorcite.formats.registry import READABLE, read_references
from nizkorcite.locale.prose import month_name, year_words
from nizkorcite.record.codec import JSON, to_record
from nizkorcite.record.model import Document
from nizkorcite.reference import Reference, refer
from nizkorcite.reference.to_document import as_document

__all__ = ["TARGETS", "Conversion", "Loss", "convert"]

TARGETS = ("record", *citing.STYLES, *citing.FORMATS)
"""What can be converted to."""
_RECORD = "record"
_APPARATUS = ("/evidence",)


@frozen(kw_only=True)
class Loss:
    """
    A value that the target does not carry, or carries changed.

    Attributes:
        id: The item's own id.
        pointer: JSON Pointer of the value in its record (``/original/place/country``), or of the
            CSL variable of an item that came from a file of citations (``/event_title``).
        kind: ``dropped``: the target does not hold it; ``changed``: it holds another value.

    >>> print(Loss(id="law", pointer="/captures", kind="dropped"))
    law: /captures is dropped
    """

    id: str
    pointer: str
    kind: Literal["dropped", "changed"]

    def __str__(self) -> str:
        return f"{self.id}: {self.pointer} is {self.kind}"


@frozen(kw_only=True)
class Conversion:
    """
    What a conversion gives.

    Attributes:
        text: The target's text; ends with a line break.
        losses: What the target does not carry, in the order of the items and their members.
        findings: What of the source could not be read.
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
    Convert documents, references or a file of citations.

    Args:
        source: The text of a file of citations, or documents and references.
        to: A name of `nizkorcite.STYLES`, or ``record`` for records, one a line.
        from_: The format of a text: ``bibtex``, ``biblatex``, ``csl-json`` or ``ris``.

    Raises:
        UnknownFormatError: No format has that name.
        TypeError: A text is given without its format.

    >>> convert("@book{law, title = {A law}, year = 1998}", "apa", from_="bibtex").text
    'A law. (1998).\n'
    """
    if to not in TARGETS:
        raise UnknownFormatError("format", to, TARGETS)
    items, findings = _items(source, from_)
    if to == _RECORD:
        return _as_records(items, findings)
    text = citing.bibliography(items, to) if items else ""
    if to in READABLE:
        back = read_references(text, to).references
        pairs = zip(items, back, strict=True)
        losses = chain.from_iterable(_lost(item, other) for item, other in pairs)
    else:
        losses = chain.from_iterable(_unsaid(item, citing.cite(item, to)) for item in items)
    return Conversion(text=text, losses=tuple(losses), findings=findings)


def _as_records(items: Sequence[Reference], findings: tuple[Finding, ...]) -> Conversion:
    documents = [as_document(item) for item in items]
    text = "".join(f"{_dumped(to_record(document))}\n" for document in documents)
    losses = (
        loss
        for item, document in zip(items, documents, strict=True)
        for loss in _lost(item, refer(document))
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
    return list(dict.fromkeys(found.references)), found.findings  # formats have an item once


def _lost(item: Reference, other: Reference) -> Iterator[Loss]:
    """What an item read back lacks."""
    for pointer, kind in _differences(_members(item), _members_like(item, other)):
        yield Loss(id=item.id, pointer=pointer, kind=kind)


def _unsaid(item: Reference, text: str) -> Iterator[Loss]:
    """What stands nowhere in a text; of a member of which nothing does, the member alone."""
    words = _words_of(text)
    for pointer in _missing(_members(item), words, ""):
        yield Loss(id=item.id, pointer=pointer, kind="dropped")


def _words_of(text: str) -> str:
    """A text without the escapes of JSON, HTML and addresses."""
    import json  # slow to load

    try:
        return "\n".join(str(value) for value in _leaves(json.loads(text)))
    except ValueError:
        plain = unescape(text)
        return f"{plain}\n{unquote_plus(plain)}"


def _missing(value: JSON, words: str, pointer: str) -> list[str]:
    """The pointers of what is not said; a whole member's own where all of it is."""
    if not isinstance(value, Mapping | list | tuple):
        return [] if _is_said(value, words) else [pointer]
    # The words of a quote stand in a citation as what they were read for, not as evidence.
    if pointer in _APPARATUS:
        return [pointer]
    parts = value.items() if isinstance(value, Mapping) else enumerate(value)
    missing = {f"{pointer}/{name}": _missing(part, words, f"{pointer}/{name}")
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


def _is_said(value: JSON, words: str) -> bool:
    try:
        date = PartialDate(str(value))
    except DateError:
        return bool(re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", words))
    month = month_name(date)
    parts = (year_words(date), month if month in words else month[:3], str(date.day or ""))
    return str(date) in words or all(part in words for part in parts)


def _members(item: Reference) -> JSON:
    """What is compared: the record, else the variables that are stated."""
    if item.document:
        return to_record(item.document)
    stated = attrs.asdict(item, recurse=True, filter=_is_compared, value_serializer=_spelled)
    return cast(JSON, stated)


def _members_like(item: Reference, other: Reference) -> JSON:
    return (
        to_record(as_document(other))
        if item.document
        else _members(attrs.evolve(other, document=None))
    )


def _is_compared(attribute: "attrs.Attribute[object]", value: object) -> bool:
    # The record is not part of the citation, and a key is made where there is none.
    hidden = ("document", "extensions", "citation_key", "layers")
    return attribute.name not in hidden and value not in (None, ())


def _spelled(_instance: object, _attribute: object, value: object) -> object:
    return str(value) if isinstance(value, PartialDate) else value


def _differences(
    one: JSON, other: JSON, pointer: str = ""
) -> Iterator[tuple[str, Literal["dropped", "changed"]]]:
    """Where the second value lacks or changes what the first has."""
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


def _dumped(record: JSON) -> str:
    import json  # slow to load

    return json.dumps(record, ensure_ascii=False)
