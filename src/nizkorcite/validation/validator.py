"""A validator: made once, used for any number of records, in any process."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from attrs import evolve, field, frozen

from nizkorcite.errors import UnknownFormatError, ValidationError
from nizkorcite.files.opening import open_records
from nizkorcite.findings import Finding
from nizkorcite.messages import LANGUAGES, Language
from nizkorcite.record.json_types import JSON
from nizkorcite.record.schema import SCHEMAS, Profile
from nizkorcite.validation.fast.judge import Judge, parsed
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.input.splitter import portions

if TYPE_CHECKING:
    from nizkorcite.record.model import Document
    from nizkorcite.validation.parsing.text import Text
    from nizkorcite.validation.rules.collection import Facts
from nizkorcite.validation.source import Source, _only, _text

Findings = tuple[Finding, ...]


@frozen(kw_only=True)
class Validator:
    """
    What records are validated by. It can be pickled, so that processes share the work.

    Args:
        profile: ``base``: what every record has; ``complete``: what a full citation of both layers
            needs.
        lang: The language of messages and hints.
        schema_only: Pass over the rules that a schema cannot state (NZ2xx), and names that stand
            twice in a record that is right otherwise.
        files: Compare each record with the files that it names (NZ212, NZ231, NZ234).
        base: The folder that the names of these files start from; the record's own where it is not
            given.
        output: With `files`: the file that the report will replace. A record that names this file
            raises `ReplacedInputError`.

    Raises:
        UnknownFormatError: There is no such profile or language.

    >>> validator = Validator()
    >>> [finding.code for finding in validator.iter_findings('{"schema_version": "1.0"}')]
    ['NZ101', 'NZ101', 'NZ101', 'NZ101']
    """

    profile: Profile = "base"
    lang: Language = "en"
    schema_only: bool = False
    files: bool = False
    base: str | os.PathLike[str] | None = None
    output: str | None = None
    _judge: Judge = field(init=False, eq=False, repr=False)

    @_judge.default
    def _make_judge(self) -> Judge:
        if self.lang not in LANGUAGES:
            raise UnknownFormatError("language", self.lang, LANGUAGES)
        if self.profile not in SCHEMAS:
            raise UnknownFormatError("profile", self.profile, tuple(SCHEMAS))
        return Judge(SCHEMAS[self.profile], self.schema_only)

    def iter_findings(self, source: Source, *, file: str | None = None) -> Iterator[Finding]:
        """
        Find every fault of a record, or of all records of a file, as `nizkorcite.iter_findings`.

        Raises:
            OSError: The file cannot be read.
        """
        if isinstance(source, os.PathLike):
            with open_records(source) as stream:
                for portion in portions(stream, stream.name):
                    for findings in self.of_portion(portion, file or os.fspath(source)):
                        yield from findings
        else:
            yield from self._findings(_text(source), file)

    def validate(self, source: Source, *, file: str | None = None) -> "Document":
        """
        The document of a valid record, as `nizkorcite.validate`.

        Raises:
            ValidationError: The record has errors; `findings` holds them and the warnings.
            OSError: The file cannot be read.
        """
        if isinstance(source, os.PathLike):
            file = file or os.fspath(source)
            text = _only(source)
        else:
            text = _text(source)
        findings = tuple(self._findings(text, file))
        if any(finding.severity == "error" for finding in findings):
            raise ValidationError(findings)
        from nizkorcite.record.codec import from_record  # loads the model
        from nizkorcite.validation.parsing.text import read_text

        read = read_text(text) if isinstance(text, bytes) else text
        return from_record(cast(Mapping[str, JSON], read.value))

    def of_portion(
        self, portion: Portion, file: str | None, facts: "list[Facts] | None" = None
    ) -> Iterator[Findings]:
        """
        The findings of each record of a portion, with the places that they have in its stream.

        Args:
            portion: A portion of a stream.
            file: What findings call the stream.
            facts: Gets what rules across records need to know.
        """
        if portion.lines:
            for _, findings in self.of_lines(portion, file, facts):
                yield findings
        elif portion.is_yaml:
            from nizkorcite.validation.parsing.records import numbered

            for number, read in numbered(portion):
                if facts is not None:
                    _gather(facts, read.value, number or 1)
                found = self._placed(read, file)
                yield tuple(evolve(finding, record=number) for finding in found)
        else:
            if facts is not None:
                from nizkorcite.validation.parsing.text import read_text

                _gather(facts, read_text(portion.text).value, portion.record or 1)
            yield tuple(self._of_one(portion, file))

    def of_lines(
        self, portion: Portion, file: str | None, facts: "list[Facts] | None" = None
    ) -> Iterator[tuple[int, Findings]]:
        """The number and the findings of each record of a portion that holds one a line."""
        look = self._judge.look
        for number, line in enumerate(portion.lines, portion.line):
            if line and not line.isspace():
                record, read = look(line.removesuffix(b"\r"))
                if facts is not None:
                    _gather(facts, record, number)
                if self.files and read is None:
                    read = parsed(line, record)
                yield number, tuple(self._of_line(read, number, file)) if read else ()

    def _of_line(self, read: "Text", number: int, file: str | None) -> Iterator[Finding]:
        for finding in self._placed(evolve(read, is_line=True), file):
            yield evolve(finding, record=number, line=number, end_line=number)

    def _of_one(self, portion: Portion, file: str | None) -> Iterator[Finding]:
        if portion.is_outline:
            from nizkorcite.validation.diagnosis.record import outline_findings

            yield from outline_findings(portion, file, self.lang)
        elif found := tuple(self._findings(portion.text, file)):
            from nizkorcite.validation.diagnosis.placement import moved

            yield from (moved(finding, portion) for finding in found)

    def _findings(self, text: "bytes | Text", file: str | None) -> Iterator[Finding]:
        if not isinstance(text, bytes):
            yield from self._placed(text, file)
            return
        record, read = self._judge.look(text)
        if self.files and read is None:
            read = parsed(text, record)
        if read:
            yield from self._placed(read, file)

    def _placed(self, read: "Text", file: str | None) -> Iterator[Finding]:
        from nizkorcite.validation.diagnosis.record import findings, findings_with_files

        if not self.files:
            return findings(self._judge, read, file, self.lang)
        folder = self.base or os.path.dirname(file or "")  # noqa: PTH120 - as in `opening`
        return findings_with_files(self._judge, read, folder, file, self.lang, output=self.output)


def _gather(facts: "list[Facts]", record: JSON, number: int) -> None:
    from nizkorcite.validation.rules.collection import facts_of  # only a collection needs it

    if known := facts_of(record, number):
        facts.append(known)
