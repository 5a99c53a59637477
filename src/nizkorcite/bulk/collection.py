"""The records of all inputs of a run, compared with each other."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import IO

from attrs import frozen

from nizkorcite.bulk.checked import Checked
from nizkorcite.files.listing import problem_with
from nizkorcite.files.opening import InputFile, open_records
from nizkorcite.messages import Language
from nizkorcite.validation.diagnosis.collection import suspect_findings
from nizkorcite.validation.input.chunk import Stream
from nizkorcite.validation.rules.collection import Collection, RecordSummary, Suspect


class InputCollection:
    """
    The inputs of a run as one collection.

    Args:
        lang: The language of findings.
    """

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._collection = Collection()
        self._names: list[str] = []
        self._copies: dict[int, IO[bytes]] = {}

    def add_input(self, name: str) -> int:
        """Add an input, and return its number."""
        self._names.append(name)
        return len(self._names) - 1

    def keep_copy(self, stream: Stream) -> Stream:
        """Keep a copy of the input added last, which cannot be read twice."""
        copy = self._copies[len(self._names) - 1] = tempfile.TemporaryFile()  # noqa: SIM115 - it is read at the end
        return _Copied(stream, copy)

    def add_facts(self, number: int, facts: Sequence[RecordSummary]) -> None:
        """Add the facts of records of an input."""
        self._collection.add(number, facts)

    def check(self) -> Iterator[Checked]:
        """Check the records against each other, once all inputs have been read."""
        suspects = self._collection.suspects()
        for number, of_file in groupby(suspects, key=lambda each: each.file):
            name = self._names[number]
            try:
                yield from self._check_file(name, list(of_file))
            except OSError as error:
                yield Checked(name=name, problem=problem_with(name, error))

    def _check_file(self, name: str, suspects: Sequence[Suspect]) -> Iterator[Checked]:
        numbered = suspect_findings(suspects, self._names, self._reopen, self._lang)
        for _, of_record in groupby(numbered, key=lambda each: each[0]):
            findings = tuple(finding for _, finding in of_record)
            record = findings[0].record
            yield Checked(name=name, record=record, findings=findings, is_repeated=True)

    def _reopen(self, number: int) -> AbstractContextManager[InputFile]:
        if number not in self._copies:
            return open_records(self._names[number])
        copy = self._copies[number]
        copy.seek(0)
        return nullcontext(InputFile(copy, self._names[number]))


@frozen
class _Copied:
    """A stream copied to a file while the stream is read."""

    stream: Stream
    file: IO[bytes]

    def read(self, size: int, /) -> bytes:
        data = self.stream.read(size)
        self.file.write(data)
        return data
