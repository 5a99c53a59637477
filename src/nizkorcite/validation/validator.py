"""A validator for any number of records, in any process."""

import os
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import evolve, field, frozen

from nizkorcite.errors import UnknownNameError, ValidationError
from nizkorcite.files.opening import open_records
from nizkorcite.findings import Finding, shifted
from nizkorcite.languages import LANGUAGES, Language
from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import SCHEMAS, Profile
from nizkorcite.validation.fast.judge import UNDECIDED, Judge, Verdict
from nizkorcite.validation.input.chunk import Chunk, RecordBytes, records
from nizkorcite.validation.input.splitter import chunks
from nizkorcite.validation.source import RecordSource, text_of, text_of_file

if TYPE_CHECKING:
    from nizkorcite.record.model import Document
    from nizkorcite.validation.parsing.text import RecordText


class RecordFindings(NamedTuple):
    """
    The findings of one record of a chunk.

    Attributes:
        number: Number of the record in its stream, from 1; `None` where the stream is one record.
        findings: Everything found in the record, in order of place.
        value: The value of the record, as far as it can be read.
        is_outline: Whether the findings are about the list around records, not about a record.
    """

    number: int | None
    findings: tuple[Finding, ...]
    value: JSON = None
    is_outline: bool = False


@frozen(kw_only=True)
class Validator:
    """
    A validator of records.

    It can be pickled, so that processes share the work.

    Args:
        profile: ``base``: what every record needs; ``complete``: what a full citation of both
            layers needs.
        lang: The language of messages and hints.
        schema_only: Skip the rules that a schema cannot state (NZ2xx), and names used twice in a
            record without other faults.
        files: Compare each record with the files that it names (NZ212, NZ231, NZ234).
        base: The folder from which paths in records start; by default the record's own folder.
        extensions: The file of a JSON Schema for the members of an archive's own (``x_...``), which
            sees these alone (NZ114).
        output: With `files`: the file that the report will replace. A record that names this file
            raises `ReplacedInputError`.

    Raises:
        UnknownNameError: The profile or language does not exist.
        OSError: The schema for own members cannot be read, or has an error.

    >>> validator = Validator()
    >>> [finding.code for finding in validator.iter_findings('{"schema_version": "1.0"}')]
    ['NZ101']
    """

    profile: Profile = "base"
    lang: Language = "en"
    schema_only: bool = False
    files: bool = False
    base: str | os.PathLike[str] | None = None
    extensions: str | os.PathLike[str] | None = None
    output: str | None = None
    _judge: Judge = field(init=False, eq=False, repr=False)

    @_judge.default
    def _make_judge(self) -> Judge:
        if self.lang not in LANGUAGES:
            raise UnknownNameError("language", self.lang, LANGUAGES)
        if self.profile not in SCHEMAS:
            raise UnknownNameError("profile", self.profile, tuple(SCHEMAS))
        if self.extensions is None:
            return Judge(SCHEMAS[self.profile], self.schema_only)
        from nizkorcite.validation.schema_files.extension_file import open_extension_schema

        own = open_extension_schema(self.extensions, self.lang)
        return Judge(SCHEMAS[self.profile], self.schema_only, own)

    def iter_findings(self, source: RecordSource, *, file: str | None = None) -> Iterator[Finding]:
        """
        Find every fault of a record, or of the records of a file.

        See `nizkorcite.iter_findings`.

        Raises:
            OSError: The file cannot be read.
        """
        if isinstance(source, os.PathLike):
            with open_records(source) as stream:
                for chunk in chunks(stream, stream.name):
                    for each in self.chunk_findings(chunk, file or os.fspath(source)):
                        yield from each.findings
        else:
            yield from self._validate(text_of(source), file).findings

    def validate(self, source: RecordSource, *, file: str | None = None) -> "Document":
        """
        Make the document of a valid record, as `nizkorcite.validate`.

        Raises:
            ValidationError: The record has errors; `findings` holds them and the warnings.
            OSError: The file cannot be read.
        """
        if isinstance(source, os.PathLike):
            text, file = text_of_file(source), file or os.fspath(source)
        else:
            text = text_of(source)
        return self._proven_document(text) or self._checked_document(text, file)

    def _proven_document(self, text: "bytes | RecordText") -> "Document | None":
        if self.files or not isinstance(text, bytes):
            return None
        proven = self._judge.proven_record(text)
        if proven is None:
            return None
        from nizkorcite.record.proven import proven_document  # loads the model

        return proven_document(proven)

    def _checked_document(self, text: "bytes | RecordText", file: str | None) -> "Document":
        validated = self._validate(text, file)
        if any(finding.severity == "error" for finding in validated.findings):
            raise ValidationError(validated.findings)
        from nizkorcite.record.codec import from_record  # loads the model

        return from_record(cast(Mapping[str, JSON], validated.value))

    def chunk_findings(self, chunk: Chunk, file: str | None = None) -> Iterator[RecordFindings]:
        """
        Validate each record of a chunk; places are those in the stream.

        Args:
            chunk: A chunk of a stream (`nizkorcite.chunks`).
            file: The name of the stream in findings.

        Raises:
            OSError: The chunk is YAML, and the extra for YAML is not installed.
        """
        if chunk.is_outline:
            from nizkorcite.validation.diagnosis.record import outline_findings

            found = tuple(outline_findings(chunk, file, self.lang))
            yield RecordFindings(chunk.record, found, is_outline=True)
        elif chunk.is_yaml:
            from nizkorcite.validation.parsing.records import parsed_records

            for record, read in parsed_records(chunk):
                yield _in_stream(self._validate(read, file), record)
        else:
            for record in records(chunk):
                yield self._record_findings(record, file)

    def _record_findings(self, record: RecordBytes, file: str | None) -> RecordFindings:
        data = record.data.removesuffix(b"\r") if record.is_line else record.data
        verdict = self._judge.verdict(data)
        if verdict.is_faultless and not self.files:
            return RecordFindings(record.number, (), verdict.value)
        from nizkorcite.validation.diagnosis.record import parsed_text

        read = parsed_text(data, verdict)
        if record.is_line:
            read = evolve(read, is_line=True)
        return _in_stream(self._diagnose(read, verdict, file), record)

    def _validate(self, text: "bytes | RecordText", file: str | None) -> RecordFindings:
        if isinstance(text, bytes):
            return self._record_findings(RecordBytes(text), file)
        return self._diagnose(text, UNDECIDED, file)

    def _diagnose(self, read: "RecordText", verdict: Verdict, file: str | None) -> RecordFindings:
        from nizkorcite.validation.diagnosis.placement import placed_findings
        from nizkorcite.validation.diagnosis.record import faults_of_linked_files, record_faults

        faults = record_faults(self._judge, read, verdict)
        if self.files:
            folder = self.base or os.path.dirname(file or "")  # noqa: PTH120 - as in `opening`
            faults = chain(faults, faults_of_linked_files(read, folder, self.output))
        found = tuple(placed_findings(read, faults, file, self.lang))
        return RecordFindings(None, found, read.value)


def _in_stream(validated: RecordFindings, record: RecordBytes) -> RecordFindings:
    """Convert places in a record to places in the stream that contains the record."""
    findings = tuple(
        shifted(finding, lines=record.line - 1, columns=record.column - 1, record=record.number)
        for finding in validated.findings
    )
    return RecordFindings(record.number, findings, validated.value)
