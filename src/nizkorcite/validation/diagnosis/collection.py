"""Findings across records: the records in question are read a second time for words and places."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import groupby

from nizkorcite.files.opening import InputFile, open_records
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.diagnosis.placement import moved, placed
from nizkorcite.validation.fault import Fault, quoted
from nizkorcite.validation.input.splitter import portions
from nizkorcite.validation.parsing.records import _records, _values
from nizkorcite.validation.rules.collection import INVERSES, Collection, Suspect, facts_of
from nizkorcite.validation.rules.navigation import at

Reopened = Callable[[int], AbstractContextManager[InputFile]]
"""Opens a file of the collection by its number."""


def revisited(
    suspects: Sequence[Suspect], names: Sequence[str], reopen: Reopened, lang: Language
) -> Iterator[tuple[int, Finding]]:
    """
    The findings of suspects with their places, each with the number of its record.

    Args:
        suspects: In the order of files and records.
        names: What findings call the files.
        reopen: Opens a file once more.
        lang: The language of messages and hints.

    Raises:
        OSError: A file cannot be read a second time.
    """
    for file, of_file in groupby(suspects, key=lambda each: each.file):
        wanted = {
            record: list(of_record)
            for record, of_record in groupby(of_file, key=lambda each: each.record)
        }
        with reopen(file) as stream:
            for number, portion, read in _records(portions(stream, stream.name)):
                if number in wanted:
                    faults = [_fault(read.value, each, names) for each in wanted.pop(number)]
                    for finding in placed(read, faults, names[file], lang):
                        yield number, moved(finding, portion)
                if not wanted:
                    break


def collection_findings(paths: Sequence[str], lang: Language) -> Iterator[Finding]:
    """
    The findings across the records of files, as `nizkorcite.iter_collection_findings`.

    Raises:
        OSError: A file cannot be read.
    """
    collection = Collection()
    for number, path in enumerate(paths):
        with open_records(path) as stream:
            for record, value in _values(portions(stream, stream.name)):
                facts = facts_of(value, record)
                collection.take(number, [facts] if facts else ())
    suspects = collection.suspects()
    for _, finding in revisited(suspects, paths, lambda number: open_records(paths[number]), lang):
        yield finding


def _fault(record: JSON, suspect: Suspect, names: Sequence[str]) -> Fault:
    if suspect.code == "NZ301":
        message = Message(
            "{id} is the id of {other} too",
            id=quoted(str(at(record, "id"))),
            other=_place(suspect, names),
        )
        return Fault("NZ301", message, "/id")
    relations = at(record, "relations")
    relation = relations[suspect.relation] if isinstance(relations, list) else None
    kind, target = str(at(relation, "type")), quoted(str(at(relation, "target")))
    member, message = _of_relation(suspect.code, record, kind, target)
    return Fault(suspect.code, message, f"/relations/{suspect.relation}/{member}")


def _of_relation(code: str, record: JSON, kind: str, target: str) -> tuple[str, Message]:
    """The member of a relation that is meant, and what is wrong with it."""
    if code == "NZ302":
        return "target", Message("no record here has the id {target}", target=target)
    if code == "NZ303":
        inverse = INVERSES[kind]
        return "type", Message(
            "{target} does not state {inverse} in return", target=target, inverse=inverse
        )
    if code == "NZ304":
        return "type", Message("{kind} leads in a circle back to this record", kind=kind)
    language = quoted(str(at(record, "language")))
    return "type", Message(
        "{target} is in the same language, {language}", target=target, language=language
    )


def _place(suspect: Suspect, names: Sequence[str]) -> Message | str:
    file, record = suspect.other or (suspect.file, suspect.record)
    if suspect.file == file:
        return Message("record {number}", number=record)
    return Message("record {number} of {file}", number=record, file=names[file])
