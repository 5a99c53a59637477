"""
Diagnose a record that is not proven faultless.

Loaded with the first such record; most runs, and every start of the program, do without.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve

from nizkorcite.faults import Fault
from nizkorcite.findings import Finding, shifted
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import has_value, parent_pointers
from nizkorcite.validation.diagnosis.placement import placed_findings
from nizkorcite.validation.fast import schema_verdict
from nizkorcite.validation.fast.judge import UNDECIDED, Judge, Verdict
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.input.limits import MAXIMUM_FAULTS
from nizkorcite.validation.parsing.text import RecordText, read_text
from nizkorcite.validation.rules.linked_files import file_faults
from nizkorcite.validation.rules.record import rule_faults
from nizkorcite.validation.source import RecordSource, text_of, text_of_file

# Reported at an object or list whose other values the rules can still examine.
_OF_THE_OBJECT = ("NZ101", "NZ111", "NZ113")


def parsed_text(text: bytes, verdict: Verdict) -> RecordText:
    """Parse a text, unless the fast judge has parsed it for certain."""
    if verdict.is_parsed:
        return RecordText(text=text.decode(), value=verdict.value)
    return read_text(text)


def record_faults(judge: Judge, read: RecordText, verdict: Verdict = UNDECIDED) -> Iterator[Fault]:
    """
    Find the first thousand faults of a record.

    A last fault reports that there are more.

    Args:
        judge: The fast judge of the record.
        read: The text of the record.
        verdict: The judge's verdict on the text, so that nothing is judged twice.

    >>> [fault.code for fault in record_faults(Judge(), read_text("{]"))]
    ['NZ001']
    """
    if not verdict.is_faultless:
        examined = _examine(judge, read, verdict) if read.is_readable else ()
        yield from first_faults(chain(read.faults, examined))


def faults_of_linked_files(
    read: RecordText, folder: str | PathLike[str], output: str | None = None
) -> Iterable[Fault]:
    """Find the faults between a readable record and its files."""
    if not read.is_readable:
        return ()
    return islice(file_faults(read.value, Path(folder), output), MAXIMUM_FAULTS)


def linked_file_findings(
    source: RecordSource, folder: PathLike[str], file: str | None, lang: Language
) -> Iterator[Finding]:
    """
    Find faults in the files that a record names, as `nizkorcite.iter_file_findings`.

    Raises:
        OSError: The record's own file cannot be read.
    """
    if isinstance(source, PathLike):
        file = file or fspath(source)
        text = text_of_file(source)
    else:
        text = text_of(source)
    read = read_text(text) if isinstance(text, bytes) else text
    yield from placed_findings(read, faults_of_linked_files(read, folder), file, lang)


def outline_findings(chunk: Chunk, file: str | None, lang: Language) -> Iterator[Finding]:
    """
    Find the faults of a list of records, outside of the records.

    The findings have no excerpt, since the file does not contain the outline.
    """
    read = read_text(chunk.text)
    kept = [fault for fault in read.faults if fault.code != "NZ009"]
    for finding in placed_findings(read, kept, file, lang):
        without_line = evolve(finding, excerpt=None)
        yield shifted(
            without_line, lines=chunk.line - 1, columns=chunk.column - 1, record=chunk.record
        )


def _examine(judge: Judge, read: RecordText, verdict: Verdict) -> Iterator[Fault]:
    """
    Find the faults of schema and rules.

    A value that is refused already has no second fault, and a rule no fault that depends on one.
    """
    misread = {fault.pointer for fault in read.faults if fault.code == "NZ003"}
    found = [
        fault
        for fault in _schema_faults(judge, read.value, verdict)
        if fault.pointer not in misread
    ]
    yield from found
    doubtful = misread.union(*map(_doubtful_values, found))
    for fault in _further_faults(judge, read.value):
        if not _depends(fault, doubtful, read.value):
            doubtful.add(fault.pointer)
            yield fault


def _further_faults(judge: Judge, record: JSON) -> Iterator[Fault]:
    if judge.extensions:
        from nizkorcite.validation.schema_check.extensions import extension_faults  # few have one

        yield from extension_faults(judge.extensions, record)
    if not judge.is_schema_only:
        yield from rule_faults(record)


def _doubtful_values(fault: Fault) -> Iterable[str]:
    """Return the pointers of the values on which a fault of the schema casts doubt."""
    return fault.about if fault.code in _OF_THE_OBJECT else (fault.pointer, *fault.about)


def _depends(fault: Fault, doubtful: set[str], record: JSON) -> bool:
    """Check whether a fault of a rule depends on doubtful values."""
    for pointer in (fault.pointer, *fault.about):
        if not doubtful.isdisjoint((pointer, *parent_pointers(pointer))):
            return True
        if _has_lost_name(pointer, doubtful, record):
            return True
    return False


def _has_lost_name(pointer: str, doubtful: set[str], record: JSON) -> bool:
    """Check whether a value may be present under a name that nobody knows."""
    return any(
        f"{each.rpartition('/')[0]}/*" in doubtful and not has_value(record, each)
        for each in (pointer, *parent_pointers(pointer))
    )


def _schema_faults(judge: Judge, value: JSON, verdict: Verdict) -> Iterable[Fault]:
    is_valid = verdict.is_valid
    if is_valid is None:
        is_valid = schema_verdict.is_valid(value, judge.schema_name)
    if is_valid:
        return ()
    from nizkorcite.validation.schema_check.violations import schema_faults  # loads jsonschema

    return schema_faults(value, judge.schema_name)


def first_faults(found: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first thousand faults, and one more if there are others (NZ011)."""
    for number, fault in enumerate(found):
        if number == MAXIMUM_FAULTS:
            message = Message("more than {most} errors; the rest is not shown", most=MAXIMUM_FAULTS)
            yield Fault("NZ011", message, offset=0)
            return
        yield fault
