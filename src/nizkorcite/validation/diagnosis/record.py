"""
Records that are not proven to be right: their faults, and the findings that these become.

Loaded with the first such record: most runs, and every start of the program, do without.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve

from nizkorcite.files.opening import open_records
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.diagnosis.placement import moved, placed
from nizkorcite.validation.fast import schema_verdict
from nizkorcite.validation.fast.judge import Judge
from nizkorcite.validation.fault import Fault
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.input.limits import MAXIMUM_BYTES, MAXIMUM_FAULTS
from nizkorcite.validation.parsing.mapping import read_mapping
from nizkorcite.validation.parsing.text import Text, read_text
from nizkorcite.validation.rules.linked_files import file_faults
from nizkorcite.validation.rules.navigation import holders
from nizkorcite.validation.rules.record import rule_faults
from nizkorcite.validation.source import Source

# A missing member stands at its object, of which rules can still speak.
_OF_THE_OBJECT = ("NZ101", "NZ113")


def faults(judge: Judge, read: Text) -> Iterator[Fault]:
    """
    The first thousand faults of a record, and that there are more.

    >>> [fault.code for fault in faults(Judge(), read_text("{]"))]
    ['NZ001']
    """
    return _bounded(chain(read.faults, _judged(judge, read) if read.is_readable else ()))


def findings(judge: Judge, read: Text, file: str | None, lang: Language) -> Iterator[Finding]:
    """The findings of a record, in order of place."""
    return placed(read, faults(judge, read), file, lang)


def findings_with_files(  # noqa: PLR0913 - as many as `findings`, and the files
    judge: Judge,
    read: Text,
    folder: str | PathLike[str],
    file: str | None,
    lang: Language,
    *,
    output: str | None = None,
) -> Iterator[Finding]:
    """The same, those of the files that the record names among them."""
    of_files = faults_of_files(read, folder, output)
    return placed(read, chain(faults(judge, read), of_files), file, lang)


def faults_of_files(
    read: Text, folder: str | PathLike[str], output: str | None = None
) -> Iterable[Fault]:
    """What is wrong between a record and its files, as far as the record can be read."""
    if not read.is_readable:
        return ()
    return islice(file_faults(read.value, Path(folder), output), MAXIMUM_FAULTS)


def findings_of_files(
    source: Source, folder: PathLike[str], file: str | None, lang: Language
) -> Iterator[Finding]:
    """
    The findings of a record in the files that it names, as `nizkorcite.iter_file_findings`.

    Raises:
        OSError: The record's own file cannot be read.
    """
    if isinstance(source, PathLike):
        file = file or fspath(source)
        source = _bytes(source)
    read = read_text(source) if isinstance(source, str | bytes) else read_mapping(source)
    return placed(read, faults_of_files(read, folder), file, lang)


def _bytes(path: PathLike[str]) -> bytes:
    with open_records(path) as stream:
        return stream.read(MAXIMUM_BYTES + 1)


def outline_findings(portion: Portion, file: str | None, lang: Language) -> Iterator[Finding]:
    """What is wrong with a list of records itself; the line shown would not be that of the file."""
    read = read_text(portion.text)
    kept = [fault for fault in read.faults if fault.code != "NZ009"]
    for finding in placed(evolve(read, faults=()), kept, file, lang):
        yield moved(evolve(finding, excerpt=None), portion)


def _judged(judge: Judge, read: Text) -> Iterator[Fault]:
    """What schema and rules find; of a value that is refused already neither speaks."""
    refused = {fault.pointer for fault in read.faults if fault.code == "NZ003"}
    told = [fault for fault in _of_schema(judge, read.value) if fault.pointer not in refused]
    yield from told
    if judge.is_schema_only:
        return
    refused |= {fault.pointer for fault in told if fault.code not in _OF_THE_OBJECT}
    missing = {fault.about for fault in told if fault.about}
    for fault in rule_faults(read.value):
        if fault.pointer not in refused and not _is_about(missing, fault):
            yield fault


def _of_schema(judge: Judge, value: JSON) -> Iterable[Fault]:
    if schema_verdict.is_valid(value, judge.schema_name):
        return ()
    from nizkorcite.validation.schema_check.violations import schema_faults  # loads jsonschema

    return schema_faults(value, judge.schema_name)


def _is_about(missing: set[str], fault: Fault) -> bool:
    """Whether a fault follows from a member that is told to be missing."""
    about = fault.about
    return about is not None and not missing.isdisjoint((about, *holders(about)))


def _bounded(found: Iterable[Fault]) -> Iterator[Fault]:
    for number, fault in enumerate(found):
        if number == MAXIMUM_FAULTS:
            message = Message(
                "more than {most} faults; the rest of the record is passed over",
                most=MAXIMUM_FAULTS,
            )
            yield Fault("NZ011", message, offset=0)
            return
        yield fault
