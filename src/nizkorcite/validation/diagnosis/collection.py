"""
Findings across records, with words and places.

Records that break a rule are read a second time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import groupby

from nizkorcite.files.opening import InputFile, open_records
from nizkorcite.findings import Finding, shifted
from nizkorcite.messages import Language, Message
from nizkorcite.validation.diagnosis.placement import placed_findings
from nizkorcite.validation.input.chunk import RecordBytes, Stream
from nizkorcite.validation.input.splitter import chunks
from nizkorcite.validation.parsing.records import parsed_records
from nizkorcite.validation.parsing.text import RecordText
from nizkorcite.validation.rules.collection import Collection, Suspect, summary_of, suspect_fault

Reopen = Callable[[int], AbstractContextManager[InputFile]]
"""Opens a file of the collection by its number."""


def suspect_findings(
    suspects: Sequence[Suspect], names: Sequence[str], reopen: Reopen, lang: Language
) -> Iterator[tuple[int, Finding]]:
    """
    Yield the findings of suspects, each with the number of its record.

    Args:
        suspects: Suspects in the order of files and records.
        names: The names of the files in findings.
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
            for record, read in _records(stream, stream.name):
                number = record.number or 1
                if number in wanted:
                    faults = [
                        suspect_fault(each, read.value, _other_place(each, names))
                        for each in wanted.pop(number)
                    ]
                    for finding in placed_findings(read, faults, names[file], lang):
                        yield number, _in_stream(finding, record)
                if not wanted:
                    break


def collection_findings(paths: Sequence[str], lang: Language) -> Iterator[Finding]:
    """
    Find faults across the records of files, as `nizkorcite.iter_collection_findings`.

    Raises:
        OSError: A file cannot be read.
    """
    collection = Collection()
    for number, path in enumerate(paths):
        with open_records(path) as stream:
            for record, read in _records(stream, stream.name):
                summary = read.is_readable and summary_of(read.value, record.number or 1)
                collection.add(number, [summary] if summary else ())
    suspects = collection.suspects()
    for _, finding in suspect_findings(
        suspects, paths, lambda number: open_records(paths[number]), lang
    ):
        yield finding


def _in_stream(finding: Finding, record: RecordBytes) -> Finding:
    lines, columns = record.line - 1, record.column - 1
    return shifted(finding, lines=lines, columns=columns, record=record.number)


def _records(stream: Stream, name: str) -> Iterator[tuple[RecordBytes, RecordText]]:
    for chunk in chunks(stream, name):
        yield from parsed_records(chunk)


def _other_place(suspect: Suspect, names: Sequence[str]) -> Message | str:
    """Describe the place of the other record of a suspect."""
    file, record = suspect.other or (suspect.file, suspect.record)
    if suspect.file == file:
        return Message("record {number}", number=record)
    return Message("record {number} of {file}", number=record, file=names[file])
