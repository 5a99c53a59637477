"""Records of a file corrected by hand; every other byte of the file is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import cast

from attrs import define, field, frozen

from nizkorcite.errors import CorrectionError, InputError
from nizkorcite.files.kinds import HEAD, is_yaml, refuse_unless_record
from nizkorcite.findings import Finding
from nizkorcite.loading.corrections import Correction
from nizkorcite.loading.field_values import FieldValue, corrected_record
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import member
from nizkorcite.validation import Validator
from nizkorcite.validation.diagnosis.json_patch import operations_between
from nizkorcite.validation.diagnosis.text_patch import patched_text
from nizkorcite.validation.input.chunk import RecordBytes, records
from nizkorcite.validation.input.rewriting import rewritten_file
from nizkorcite.validation.input.splitter import chunks
from nizkorcite.validation.parsing.text import read_text


@frozen(kw_only=True)
class RecordCorrection:
    """
    Fields and members of one record to set.

    Attributes:
        record: The id of the record, or its number in the file; `None` for the only record.
        changes: What to set.
        place: The place of the correction in messages, such as a row of a table.
    """

    record: str | None
    changes: Sequence[FieldValue | Correction]
    place: str


@define
class CorrectedFile:
    """
    A file of records with corrections.

    Attributes:
        data: The new content.
        problems: Corrections that were not made, and why.
        number: The number of records that changed.
    """

    data: bytes = b""
    problems: list[Message] = field(factory=list)
    number: int = 0


def corrected_file(
    file: Input, corrections: Sequence[RecordCorrection], validator: Validator
) -> CorrectedFile:
    """
    Correct records of a file.

    A correction is not made if its record would get an error that the record did not have.

    Args:
        file: The file of records.
        corrections: The corrections.
        validator: Finds the errors of records.

    Raises:
        InputError: The file is no file of records in JSON, or is compressed.
    """
    _refuse_unless_json(file)
    result = CorrectedFile()
    wanted = _by_number(file, corrections, result.problems)

    def correct(record: RecordBytes) -> bytes:
        data = record.data
        for each in wanted.get(record.number or 1, ()):
            try:
                data = _corrected(data, each, validator)
            except CorrectionError as error:
                problem = Message("{name}: {problem}", name=each.place, problem=error.message)
                result.problems.append(problem)
        result.number += data != record.data
        return data

    result.data = rewritten_file(file.name, file.data, correct)
    return result


def _refuse_unless_json(file: Input) -> None:
    if file.is_compressed:
        raise InputError(Message("it is compressed; decompress it first"))
    refuse_unless_record(file.name, file.data[:HEAD])
    if is_yaml(file.name, file.data[:HEAD]):
        raise InputError(
            Message("it is YAML; correct it in an editor, since only JSON is changed here")
        )


def _by_number(
    file: Input, corrections: Sequence[RecordCorrection], problems: list[Message]
) -> dict[int, list[RecordCorrection]]:
    """Find the record of each correction; report those of none or of several records."""
    ids: dict[object, list[int]] = {}
    everything = []
    for number, record_id in _ids(file):
        everything.append(number)
        ids.setdefault(record_id, []).append(number)
    for number in everything:
        ids.setdefault(str(number), [number])  # a record with that id comes first
    wanted: dict[int, list[RecordCorrection]] = {}
    for each in corrections:
        numbers = everything if each.record is None else ids.get(each.record, [])
        if len(numbers) == 1:
            wanted.setdefault(numbers[0], []).append(each)
        else:
            problems.append(_no_one_record(file.name, each, numbers))
    return wanted


def _ids(file: Input) -> Iterator[tuple[int, object]]:
    """Yield the number and the id of each record, as far as it can be read."""
    for chunk in chunks(BytesIO(file.data), file.name):
        for record in records(chunk):
            yield record.number or 1, _hashable(member(read_text(record.data).value, "id"))


def _hashable(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _no_one_record(name: str, correction: RecordCorrection, numbers: Sequence[int]) -> Message:
    if correction.record is None:
        return Message(
            "{name} has {number} records; name one by its id or its number",
            name=name,
            number=len(numbers),
        )
    if not numbers:
        return Message(
            '{place}: no record of {name} has the id or number "{record}"',
            place=correction.place,
            name=name,
            record=correction.record,
        )
    return Message(
        '{place}: {number} records of {name} have the id "{record}"; name one by its number: '
        "{numbers}",
        place=correction.place,
        number=len(numbers),
        name=name,
        record=correction.record,
        numbers=", ".join(map(str, numbers[:9])),
    )


def _corrected(data: bytes, correction: RecordCorrection, validator: Validator) -> bytes:
    """
    Correct the text of a record.

    Raises:
        CorrectionError: The text has faults of its own, or the record would have new errors.
    """
    errors = _errors(data, validator)
    value = read_text(data).value
    if not isinstance(value, dict) or any(each.origin == "file" for each in errors):
        raise CorrectionError(
            Message("the text of the record has faults; correct them first in an editor")
        )
    after = cast(JSON, corrected_record(value, correction.changes))
    new = patched_text(data.decode(), list(operations_between(value, after))).encode()
    if worse := _new_errors(errors, _errors(new, validator)):
        raise CorrectionError(
            Message("not set, since the record would get an error: {finding}", finding=worse[0])
        )
    return new


def _new_errors(before: Sequence[Finding], after: Sequence[Finding]) -> list[str]:
    """Describe the errors that a record did not have before."""
    return list((Counter(map(_error, after)) - Counter(map(_error, before))).elements())


def _errors(text: bytes, validator: Validator) -> list[Finding]:
    return [each for each in validator.iter_findings(text) if each.severity == "error"]


def _error(finding: Finding) -> str:
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{finding.code} {finding.message}{hint}"
