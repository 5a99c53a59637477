"""Records of an input, one by one, and the document of each."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from attrs import evolve, frozen

from nizkorcite.errors import ValidationError
from nizkorcite.files.kinds import HEAD, is_yaml
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Language
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Document

if TYPE_CHECKING:  # one valid record needs no validation
    from nizkorcite.findings import Finding
    from nizkorcite.validation.fast.judge import Judge
    from nizkorcite.validation.input.chunk import Chunk

# Loading the judge takes as long as it saves with this much JSON, about a hundred records.
_MANY_BYTES: Final = 1 << 18


@frozen(kw_only=True)
class Record:
    """
    One record of an input.

    Attributes:
        name: The name of the input.
        value: The record, if it is parsed already.
        text: The text of the record, if it is JSON.
        chunk: The chunk of the input that the record is in, if the input has several.
        index: The position of the record in its chunk, from 0.
        judge: A judge that may prove the record valid.
        lang: The language of findings.
    """

    name: str
    value: JSON = None
    text: bytes = b""
    chunk: "Chunk | None" = None
    index: int = 0
    judge: "Judge | None" = None
    lang: Language = "en"

    def parsed(self) -> JSON:
        """Return the record as JSON; `None` after a syntax error."""
        return _parsed_json(self.text) if self.value is None else self.value

    def document(self) -> Document:
        """
        Convert the record to a document.

        Raises:
            ValidationError: The record is invalid; each finding has its place in the input.
        """
        proven = self.judge.proven_record(self.text) if self.judge else None
        if proven is None:
            return self._checked_document()
        from nizkorcite.record.proven import proven_document  # pages need none of it

        return proven_document(proven)

    def _checked_document(self) -> Document:
        from nizkorcite.record.codec import from_record  # pages need none of it

        try:
            return from_record(cast(dict[str, JSON], self.parsed()))
        except (ValueError, RecursionError):
            findings = self._findings()
            if any(finding.severity == "error" for finding in findings):
                raise ValidationError(findings) from None
            raise

    def _findings(self) -> "Sequence[Finding]":
        from nizkorcite.validation import Validator  # only invalid records need it
        from nizkorcite.validation.input.chunk import Chunk

        chunk = self.chunk or Chunk(text=self.text)
        return list(Validator(lang=self.lang).chunk_findings(chunk, self.name))[self.index].findings


def iter_records(each: Input, lang: Language = "en") -> Iterator[Record]:
    """
    Split an input into its records.

    An input is one record, or has one a line, the items of a list, or YAML documents.

    Args:
        each: The input.
        lang: The language of findings in invalid records.

    Raises:
        InputError: The input is in YAML, and the extra for YAML is not installed.
    """
    record = partial(Record, name=each.name, lang=lang, judge=_judge_of(each))
    if one := _only_value(each):
        yield record(text=each.data, value=one)
        return
    from nizkorcite.validation.input.splitter import chunks  # one record needs none of it

    for chunk in chunks(BytesIO(each.data), each.name):
        yield from _of_yaml(record, chunk) if chunk.is_yaml else _of_json(record, chunk)


def _only_value(each: Input) -> dict[str, JSON] | None:
    """Return the value of an input that is one object in JSON."""
    value = None if is_yaml(each.name, each.data[:HEAD]) else _parsed_json(each.data)
    return value if isinstance(value, dict) else None


def _judge_of(each: Input) -> "Judge | None":
    """Return a judge if the input may have many records in JSON."""
    if len(each.data) < _MANY_BYTES:
        return None
    from nizkorcite.validation.fast.judge import Judge

    return Judge()


def _of_yaml(record: Callable[..., Record], chunk: "Chunk") -> Iterator[Record]:
    from nizkorcite.validation.parsing.records import parsed_records

    for index, (_, read) in enumerate(parsed_records(chunk)):
        value = None if read.faults else read.value
        yield record(value=value, chunk=chunk, index=index)


def _of_json(record: Callable[..., Record], chunk: "Chunk") -> Iterator[Record]:
    from nizkorcite.validation.input.chunk import MARK

    if chunk.is_outline and chunk.text.startswith(MARK):
        return  # a byte order mark before a list is only a warning
    if not chunk.lines:
        yield record(text=chunk.text, chunk=chunk)
    for number, line in enumerate(chunk.lines, chunk.line):
        if line.strip():
            of_line = evolve(chunk, lines=(line,), record=number, line=number)
            yield record(text=line, chunk=of_line)


def _parsed_json(text: bytes) -> JSON:
    """Parse JSON; return `None` after a syntax error or if a name appears twice."""
    import json  # pages need none of it

    try:
        value: JSON = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_object)
    except (ValueError, RecursionError):
        return None
    return value


def _object(members: list[tuple[str, JSON]]) -> dict[str, JSON]:
    unique = dict(members)
    if len(unique) < len(members):
        raise ValueError
    return unique
