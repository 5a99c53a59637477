"""
Validation: every fault of a record, with its place, its reason and a next step.

A record is parsed with bounds (`reading`), judged by its schema (`explain`) and by the rules a
schema can not state (`rules`); faults become findings once their lines and columns are known.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, cast

from attrs import evolve

from nizkorcite.codec import JSON, from_record
from nizkorcite.errors import ValidationError
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.model import Document
from nizkorcite.validation.codes import Fault
from nizkorcite.validation.files import file_faults
from nizkorcite.validation.lookup import holders
from nizkorcite.validation.placing import placed
from nizkorcite.validation.profiles import SCHEMAS, Profile
from nizkorcite.validation.reading import (
    MAXIMUM_BYTES,
    MAXIMUM_FAULTS,
    Text,
    read_mapping,
    read_text,
)
from nizkorcite.validation.rules import rule_faults

__all__ = ["Profile", "Source", "iter_file_findings", "iter_findings", "validate"]

Source = Mapping[str, JSON] | str | bytes | Path
"""A record: a mapping, its JSON text, or a file that holds it."""

_RECORD_A_LINE = (".jsonl", ".ndjson")
# A missing member stands at its object, of which rules can still speak.
_OF_THE_OBJECT = ("NZ101", "NZ113")


def iter_findings(
    source: Source, *, profile: Profile = "base", file: str | None = None, lang: Language = "en"
) -> Iterator[Finding]:
    """
    Find every fault of a record.

    Args:
        source: The record: a mapping, its JSON text, or a file that holds it. A file whose name
            ends in ``.jsonl`` or ``.ndjson`` holds a record a line; they are read one by one, and
            empty lines are passed over.
        profile: ``base``: what every record has; ``complete``: what a full citation of both
            layers needs.
        file: What findings call the input; a path's own name where it is not given.
        lang: The language of messages and hints.

    Yields:
        Findings in order of place, one a cause. Those of a mapping have no lines; they come in the
        order of the record. After 1,000 faults of one record the rest is passed over (NZ011).

    Raises:
        OSError: The file can not be read.

    >>> print(next(iter_findings("{]")))
    1:2: error NZ001 no JSON: ] stands where a name in quotation marks must
    """
    if not isinstance(source, Path):
        yield from _findings(_read(source), profile, file, lang)
    elif source.suffix.lower() in _RECORD_A_LINE:
        with source.open("rb") as stream:
            yield from _of_lines(stream, profile, file or str(source), lang)
    else:
        yield from _findings(_read(source), profile, file or str(source), lang)


def iter_file_findings(
    source: Source, folder: Path, *, file: str | None = None, lang: Language = "en"
) -> Iterator[Finding]:
    """
    Compare a record with the files that it names: digests, lengths, and the quotes of its evidence.

    Args:
        source: One record, as for `iter_findings`. Where that finds errors, what they stand in the
            way of is passed over here.
        folder: What the record's paths start from: the folder of its file.
        file: What findings call the input; a path's own name where it is not given.
        lang: The language of messages and hints.

    Yields:
        Findings in order of place (NZ212, NZ231).

    Raises:
        OSError: The record's own file can not be read.

    >>> list(iter_file_findings('{"captures": []}', Path()))
    []
    """
    read = _read(source)
    faults = file_faults(read.value, folder) if read.is_readable else ()
    yield from placed(read, islice(faults, MAXIMUM_FAULTS), file or _name(source), lang)


def validate(
    source: Mapping[str, JSON] | str | bytes | Path,
    *,
    profile: Profile = "base",
    file: str | None = None,
    lang: Language = "en",
) -> Document:
    """
    The document of a valid record.

    Args:
        source: As for `iter_findings`.
        profile: As there.
        file: As there.
        lang: As there.

    Raises:
        ValidationError: The record has errors; `findings` holds them and the warnings.
        OSError: The file can not be read.

    >>> validate('{"title": "A"}')
    Traceback (most recent call last):
    nizkorcite.errors.ValidationError: 1:1: error NZ101 "schema_version" is missing
    1:1: error NZ101 "id" is missing
    1:1: error NZ101 "type" is missing
    1:1: error NZ101 "language" is missing
    1:1: error NZ101 "original" is missing
    """
    read = _read(source)
    findings = tuple(_findings(read, profile, file or _name(source), lang))
    if any(finding.severity == "error" for finding in findings):
        raise ValidationError(findings)
    return from_record(cast(Mapping[str, JSON], read.value))


def _read(source: Source) -> Text:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return read_text(stream.read(MAXIMUM_BYTES + 1))
    return read_text(source) if isinstance(source, str | bytes) else read_mapping(source)


def _name(source: Source) -> str | None:
    return str(source) if isinstance(source, Path) else None


def _of_lines(stream: BinaryIO, profile: Profile, file: str, lang: Language) -> Iterator[Finding]:
    """The findings of records that stand one a line; of a line no more is held than its bound."""
    number = 0
    while line := stream.readline(MAXIMUM_BYTES + 1):
        number += 1
        if line.strip():
            for finding in _findings(read_text(line.rstrip(b"\r\n")), profile, file, lang):
                yield evolve(finding, record=number, line=number)
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAXIMUM_BYTES)


def _findings(read: Text, profile: Profile, file: str | None, lang: Language) -> Iterator[Finding]:
    faults = chain(read.faults, _judged(read, profile) if read.is_readable else ())
    yield from placed(read, _bounded(faults), file, lang)


def _judged(read: Text, profile: Profile) -> Iterator[Fault]:
    """What schema and rules find; of a value that is refused already neither speaks."""
    from nizkorcite.validation.explain import schema_faults  # loads jsonschema

    refused = {fault.pointer for fault in read.faults if fault.code == "NZ003"}
    found = schema_faults(read.value, SCHEMAS[profile])
    told = [fault for fault in found if fault.pointer not in refused]
    yield from told
    refused |= {fault.pointer for fault in told if fault.code not in _OF_THE_OBJECT}
    missing = {fault.about for fault in told if fault.about}
    for fault in rule_faults(read.value):
        if fault.pointer not in refused and not _is_about(missing, fault):
            yield fault


def _is_about(missing: set[str], fault: Fault) -> bool:
    """Whether a fault follows from a member that is told to be missing."""
    about = fault.about
    return about is not None and not missing.isdisjoint((about, *holders(about)))


def _bounded(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The first thousand faults, and that there are more."""
    for number, fault in enumerate(faults):
        if number == MAXIMUM_FAULTS:
            message = Message(
                "more than {most} faults; the rest of the record is passed over",
                most=MAXIMUM_FAULTS,
            )
            yield Fault("NZ011", message, offset=0)
            return
        yield fault
