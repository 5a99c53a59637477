"""
Validation: every fault of a record with its place and a next step.

Most records are proven faultless without further work (`fast`). Any other record is parsed within
bounds (`parsing`), checked against its schema (`schema_check`) and against the rules that a schema
cannot state (`rules`); its faults become findings once their lines and columns are known
(`diagnosis`). The `validator` alone knows this sequence.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.record.schema import Profile
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.input.splitter import chunks
from nizkorcite.validation.source import RecordSource
from nizkorcite.validation.validator import RecordFindings, Validator

if TYPE_CHECKING:
    from nizkorcite.record.model import Document

__all__ = [
    "Chunk",
    "Profile",
    "RecordFindings",
    "RecordSource",
    "Validator",
    "chunks",
    "iter_collection_findings",
    "iter_file_findings",
    "iter_findings",
    "validate",
]


def iter_findings(
    source: RecordSource,
    *,
    profile: Profile = "base",
    extensions: str | os.PathLike[str] | None = None,
    file: str | None = None,
    lang: Language = "en",
) -> Iterator[Finding]:
    """
    Find every fault of a record.

    Args:
        source: The record: a mapping, its JSON text (`str` or bytes), or a file (`pathlib.Path`).
            A file may contain one record, a record per line (JSON Lines, with blank lines skipped)
            or a list of records, and may be compressed (gzip); it is read as findings are asked
            for.
        profile: ``base``: what every record needs; ``complete``: what a full citation of both
            layers needs.
        extensions: The file of a JSON Schema for the members of an archive's own (``x_...``), which
            sees these alone (NZ114).
        file: The name of the input in findings; by default the path of a file.
        lang: The language of messages and hints.

    Yields:
        Findings in order of place, one for each cause. Findings of a mapping have no lines; they
        come in the order of the record. After 1,000 faults of a record the rest is skipped (NZ011).

    Raises:
        OSError: The file cannot be read, or changed while it was read; or the schema for own
            members cannot be read, or has an error.

    >>> print(next(iter_findings("{]")))
    1:2: error NZ001 not JSON: a name in quotation marks is expected here, not ]
    """
    validator = Validator(profile=profile, extensions=extensions, lang=lang)
    yield from validator.iter_findings(source, file=file)


def iter_file_findings(
    source: RecordSource,
    folder: "os.PathLike[str]",
    *,
    file: str | None = None,
    lang: Language = "en",
) -> Iterator[Finding]:
    """
    Compare a record with the files that it names.

    Digests, lengths, and the quotes of the evidence are compared.

    Args:
        source: One record, as in `iter_findings`. Values in which that finds errors are skipped.
        folder: The folder from which the record's paths start: that of the record's file.
        file: The name of the input in findings; by default the path of a file.
        lang: The language of messages and hints.

    Yields:
        Findings in order of place (NZ212, NZ231, NZ234).

    Raises:
        OSError: The record's own file cannot be read.

    >>> from pathlib import Path
    >>> record = '{"captures": [{"path": "pages/1.html"}]}'
    >>> print(next(iter_file_findings(record, Path("archive"))))
    1:24: error NZ231 "pages/1.html" does not exist; nothing was compared with it (paths ...
    """
    from nizkorcite.validation.diagnosis.record import linked_file_findings

    yield from linked_file_findings(source, folder, file, lang)


def iter_collection_findings(
    sources: "Iterable[os.PathLike[str]]", *, lang: Language = "en"
) -> Iterator[Finding]:
    """
    Compare the records of files: their ids and relations.

    Args:
        sources: Files of records, as in `iter_findings`; together they form the collection.
        lang: The language of messages and hints.

    Yields:
        Findings in the order of files and records (NZ301 to NZ305), once all files are read; files
        with findings are read a second time for the places.

    Raises:
        OSError: A file cannot be read.
    """
    from nizkorcite.validation.diagnosis.collection import collection_findings

    yield from collection_findings([os.fspath(source) for source in sources], lang)


def validate(
    source: RecordSource,
    *,
    profile: Profile = "base",
    extensions: str | os.PathLike[str] | None = None,
    file: str | None = None,
    lang: Language = "en",
) -> "Document":
    """
    Make the document of a valid record.

    Args:
        source: One record, as in `iter_findings`.
        profile: Same as in `iter_findings`.
        extensions: Same as in `iter_findings`.
        file: Same as in `iter_findings`.
        lang: Same as in `iter_findings`.

    Raises:
        ValidationError: The record has errors; `findings` holds them and the warnings.
        OSError: The file cannot be read, or the schema for own members is none.

    >>> validate('{"title": "A"}')
    Traceback (most recent call last):
    nizkorcite.errors.ValidationError: 1:1: error NZ101 "schema_version" is missing
    1:1: error NZ101 "id" is missing
    1:1: error NZ101 "type" is missing
    1:1: error NZ101 "language" is missing
    1:1: error NZ101 "original" is missing
    """
    validator = Validator(profile=profile, extensions=extensions, lang=lang)
    return validator.validate(source, file=file)
