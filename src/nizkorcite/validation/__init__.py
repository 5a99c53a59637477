"""
Validation: every fault of a record, with its place, its reason and a next step.

Most records are proven right in no time (`verdict`, `clear`). Any other is parsed with bounds
(`reading`), judged by its schema (`explain`) and by the rules a schema cannot state (`rules`);
faults become findings once their lines and columns are known (`placing`).
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.record.schema import Profile
from nizkorcite.validation.source import RecordSource
from nizkorcite.validation.validator import Validator

if TYPE_CHECKING:
    from nizkorcite.record.model import Document

__all__ = [
    "Profile",
    "RecordSource",
    "Validator",
    "iter_collection_findings",
    "iter_file_findings",
    "iter_findings",
    "validate",
]


def iter_findings(
    source: RecordSource,
    *,
    profile: Profile = "base",
    file: str | None = None,
    lang: Language = "en",
) -> Iterator[Finding]:
    """
    Find every fault of a record.

    Args:
        source: The record: a mapping, its JSON text, or a file. A file may hold one record, records
            one a line (JSON Lines, where empty lines are passed over) or a list of records, and may
            be compressed (gzip); it is read as findings are asked for.
        profile: ``base``: what every record has; ``complete``: what a full citation of both
            layers needs.
        file: What findings call the input; a path's own name where it is not given.
        lang: The language of messages and hints.

    Yields:
        Findings in order of place, one a cause. Those of a mapping have no lines; they come in the
        order of the record. After 1,000 faults of one record the rest is passed over (NZ011).

    Raises:
        OSError: The file cannot be read, or changed while it was read.

    >>> print(next(iter_findings("{]")))
    1:2: error NZ001 not JSON: a name in quotation marks is expected here, not ]
    """
    yield from Validator(profile=profile, lang=lang).iter_findings(source, file=file)


def iter_file_findings(
    source: RecordSource,
    folder: "os.PathLike[str]",
    *,
    file: str | None = None,
    lang: Language = "en",
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
    Compare the records of files with each other: ids, and the relations between them.

    Args:
        sources: Files of records, as for `iter_findings`; together they are the collection.
        lang: The language of messages and hints.

    Yields:
        Findings in the order of files and records (NZ301 to NZ305), once all files are read; they
        are read a second time for the places.

    Raises:
        OSError: A file cannot be read.
    """
    from nizkorcite.validation.diagnosis.collection import collection_findings

    yield from collection_findings([os.fspath(source) for source in sources], lang)


def validate(
    source: RecordSource,
    *,
    profile: Profile = "base",
    file: str | None = None,
    lang: Language = "en",
) -> "Document":
    """
    The document of a valid record.

    Args:
        source: As for `iter_findings`.
        profile: As there.
        file: As there.
        lang: As there.

    Raises:
        ValidationError: The record has errors; `findings` holds them and the warnings.
        OSError: The file cannot be read.

    >>> validate('{"title": "A"}')
    Traceback (most recent call last):
    nizkorcite.errors.ValidationError: 1:1: error NZ101 "schema_version" is missing
    1:1: error NZ101 "id" is missing
    1:1: error NZ101 "type" is missing
    1:1: error NZ101 "language" is missing
    1:1: error NZ101 "original" is missing
    """
    return Validator(profile=profile, lang=lang).validate(source, file=file)
