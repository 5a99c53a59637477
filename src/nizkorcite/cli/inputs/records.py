"""The records of an input, one by one, and the document of each."""

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, cast

from attrs import evolve, frozen

from nizkorcite.errors import InputError, ValidationError
from nizkorcite.files.kinds import Input, is_record, is_yaml
from nizkorcite.findings import Finding
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document

if TYPE_CHECKING:  # one record that is right needs no validation
    from nizkorcite.validation.input.chunk import Chunk
    from nizkorcite.validation.parsing.text import RecordText

_GZIP = b"\x1f\x8b"  # RFC 1952, section 2.3.1
_HEAD = 1 << 16
_MAXIMUM_BYTES = 1 << 29


@frozen(kw_only=True)
class Record:
    """
    One record of an input.

    Attributes:
        name: The input.
        text: The record's text, or its input's.
        value: The record; `None` where it cannot be read.
        portion: Where the text begins in the input, where that has several records.
        read: The text of YAML with the places of its values.
    """

    name: str
    text: bytes
    value: JSON
    portion: "Chunk | None" = None
    read: "RecordText | None" = None

    def document(self) -> Document:
        """
        The document of the record.

        Raises:
            ValidationError: There is none; each finding has its place in the input.
        """
        from nizkorcite.record.codec import from_record  # pages need none of it

        try:
            return from_record(cast(dict[str, JSON], self.value))
        except (ValueError, RecursionError):
            findings = tuple(self._findings())
            if any(finding.severity == "error" for finding in findings):
                raise ValidationError(findings) from None
            raise

    def _findings(self) -> Iterator[Finding]:
        from nizkorcite.validation import Validator  # only faulty records need it
        from nizkorcite.validation.input.chunk import Chunk

        if self.read is None:
            portion = self.portion or Chunk(text=self.text)
            for each in Validator().chunk_findings(portion, self.name):
                yield from each.findings
        else:
            from nizkorcite.validation.diagnosis.placement import placed_findings
            from nizkorcite.validation.diagnosis.record import record_faults
            from nizkorcite.validation.fast.judge import Judge

            number = self.portion.record if self.portion else None
            faults = record_faults(Judge(), self.read)
            for finding in placed_findings(self.read, faults, self.name, "en"):
                yield evolve(finding, record=number)


def unpacked(each: Input) -> Input:
    """
    An input of compressed records (gzip) decompressed; any other as it is.

    Raises:
        InputError: The compressed data is broken, cut off or too large.
    """
    if not each.data.startswith(_GZIP):
        return each
    from nizkorcite.files.opening import unpacked as opened  # few inputs are compressed

    stream = opened(BufferedReader(BytesIO(each.data)), each.name)
    head = stream.read(_HEAD)
    if not is_record(Input(name=each.name, data=head)):
        return each
    data = head + stream.read(_MAXIMUM_BYTES + 1 - len(head))
    if len(data) > _MAXIMUM_BYTES:
        raise InputError(
            Message(
                "the decompressed data has more than {most} bytes; unpack it", most=_MAXIMUM_BYTES
            )
        )
    return Input(name=each.name, data=data)


def records(each: Input) -> Iterator[Record]:
    """
    The records of an input: one, one a line (JSON Lines), a list, or documents of YAML.

    Raises:
        InputError: It is YAML, and the extra for YAML is not installed.
    """
    if one := _one_of_json(each):
        yield one
        return
    from nizkorcite.validation.input.splitter import chunks  # one record needs none of it

    name = ".yaml" if is_yaml(each) else each.name.lower().removesuffix(".gz")
    for portion in chunks(BytesIO(each.data), name):
        yield from _of_yaml(each.name, portion) if portion.is_yaml else _of_json(each.name, portion)


def _one_of_json(each: Input) -> Record | None:
    value = None if is_yaml(each) else _loaded(each.data)
    if not isinstance(value, dict):
        return None
    return Record(name=each.name, text=each.data, value=value)


def _of_yaml(name: str, portion: "Chunk") -> Iterator[Record]:
    from nizkorcite.validation.parsing.records import parsed_records

    for record, read in parsed_records(portion):
        value = None if read.faults else read.value
        place = evolve(portion, record=record.number)
        yield Record(name=name, text=portion.text, value=value, portion=place, read=read)


def _of_json(name: str, portion: "Chunk") -> Iterator[Record]:
    from nizkorcite.validation.input.chunk import MARK
    from nizkorcite.validation.input.chunk import records as records_of

    if portion.is_outline and portion.text.startswith(MARK):
        return  # a byte order mark before a list is only a warning
    if portion.is_outline:
        yield Record(name=name, text=portion.text, value=None, portion=portion)
    for each in records_of(portion):
        place = evolve(portion, text=each.data, lines=(), record=each.number, line=each.line)
        yield Record(name=name, text=each.data, value=_loaded(each.data), portion=place)


def _loaded(text: bytes) -> JSON:
    """The value of JSON; nothing where there is none, or where a name appears twice."""
    import json  # pages need none of it

    try:
        value: JSON = json.loads(text, object_pairs_hook=_members)
    except (ValueError, RecursionError):
        return None
    return value


def _members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError
    return members
