"""Open questions of records: what is missing or doubtful, a row for each record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from attrs import asdict, frozen

from nizkorcite.display import json_text, visible
from nizkorcite.files.kinds import HEAD, refuse_unless_record
from nizkorcite.formats.table.rows import write_table
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Language, Message
from nizkorcite.record.navigation import member
from nizkorcite.validation import RecordFindings, Validator
from nizkorcite.validation.input.splitter import chunks

_MISSING = "NZ101"
_COLUMNS = ("file", "record", "id", "title", "missing", "doubtful")


@frozen(kw_only=True)
class OpenQuestions:
    """
    What is missing or doubtful in a record.

    Attributes:
        file: The file.
        record: The number of the record in its file, if the file has several.
        id: The id of the record, if stated.
        title: The title, if stated.
        missing: JSON Pointers of the members that are missing.
        doubtful: The other findings, each with its member.
    """

    file: str
    record: int | None
    id: str | None
    title: str | None
    missing: tuple[str, ...]
    doubtful: tuple[str, ...]


def iter_open_questions(file: Input, validator: Validator) -> Iterator[OpenQuestions]:
    """
    Yield the open questions of the records of a file that have some.

    Raises:
        InputError: The file is no file of records, or in YAML without the extra for YAML.
    """
    refuse_unless_record(file.name, file.data[:HEAD])
    for chunk in chunks(BytesIO(file.data), file.name):
        for found in validator.chunk_findings(chunk, file.name):
            if found.findings:
                yield _open_questions(file.name, found)


def _open_questions(name: str, found: RecordFindings) -> OpenQuestions:
    return OpenQuestions(
        file=name,
        record=found.number,
        id=_text(member(found.value, "id")),
        title=_text(member(found.value, "title")),
        missing=tuple(
            pointer for each in found.findings if each.code == _MISSING for pointer in each.members
        ),
        doubtful=tuple(
            " ".join((*each.members, each.code, each.message))
            for each in found.findings
            if each.code != _MISSING
        ),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def as_text(questions: Iterable[OpenQuestions], lang: Language) -> Iterator[str]:
    """Write a paragraph for each record."""
    for each in questions:
        place = f"{visible(each.file)}:{each.record}" if each.record else visible(each.file)
        names = [f"[{visible(each.id)}]"] if each.id else []
        yield " ".join((place, *names, visible(each.title or ""))).rstrip() + "\n"
        for pointer in each.missing:
            yield f"    {Message('missing: {name}', name=pointer).text(lang)}\n"
        for problem in each.doubtful:
            yield f"    {Message('doubtful: {problem}', problem=visible(problem)).text(lang)}\n"


def as_csv(questions: Iterable[OpenQuestions], _lang: Language) -> Iterator[str]:
    """Write a table, in which lists are separated by semicolons."""
    yield write_table(_COLUMNS, map(_cells, questions))


def as_json(questions: Iterable[OpenQuestions], _lang: Language) -> Iterator[str]:
    """Write a list with an object a line; what is not known is left out."""
    separator = "\n"
    yield "["
    for each in questions:
        yield separator + json_text(_stated(each))
        separator = ",\n"
    yield "\n]\n"


def _cells(questions: OpenQuestions) -> Mapping[str, str]:
    return {
        name: "; ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in _stated(questions).items()
    }


def _stated(questions: OpenQuestions) -> Mapping[str, Any]:
    return asdict(questions, filter=lambda _, value: value not in (None, ()))


WORKLISTS: Mapping[str, Callable[[Iterable[OpenQuestions], Language], Iterator[str]]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
}
"""The formats of a list of open questions."""
