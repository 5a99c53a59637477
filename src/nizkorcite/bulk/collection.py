"""``nizkorcite validate --across``: the records of all inputs compared with each other."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from io import BufferedReader
from itertools import groupby
from typing import IO, cast

from attrs import frozen

from nizkorcite.bulk.checked import Checked
from nizkorcite.files.listing import problem_with
from nizkorcite.files.opening import RecordFile, opened, unpacked
from nizkorcite.messages import Language
from nizkorcite.validation.diagnosis.collection import suspect_findings
from nizkorcite.validation.input.chunk import Stream
from nizkorcite.validation.rules.collection import Collection, RecordSummary, Suspect


@frozen
class _Copied:
    """A stream that is written to a file as it is read."""

    stream: Stream
    file: IO[bytes]

    def read(self, size: int, /) -> bytes:
        """Read on."""
        data = self.stream.read(size)
        self.file.write(data)
        return data


class Across:
    """
    The collection that all inputs of a run are.

    Args:
        lang: The language of findings.
    """

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._collection = Collection()
        self._names: list[str] = []
        self._copies: dict[int, IO[bytes]] = {}

    def number_of(self, name: str) -> int:
        """The number of an input that is read now."""
        self._names.append(name)
        return len(self._names) - 1

    def copied(self, stream: Stream) -> Stream:
        """Standard input cannot be read twice: what is read of it is kept in a file."""
        copy = self._copies[len(self._names) - 1] = tempfile.TemporaryFile()  # noqa: SIM115 - it is read at the end
        return _Copied(stream, copy)

    def take(self, number: int, facts: Sequence[RecordSummary]) -> None:
        """Keep what is known of records of an input."""
        self._collection.add(number, facts)

    def checked(self) -> Iterator[Checked]:
        """The records that break a rule with others, once all inputs have been read."""
        suspects = self._collection.suspects()
        for number, of_file in groupby(suspects, key=lambda each: each.file):
            try:
                yield from self._of_file(self._names[number], list(of_file))
            except OSError as error:
                problem = problem_with(self._names[number], error)
                yield Checked(name=self._names[number], problem=problem)

    def _of_file(self, name: str, suspects: Sequence[Suspect]) -> Iterator[Checked]:
        told = suspect_findings(suspects, self._names, self._reopened, self._lang)
        for _, findings in groupby(told, key=lambda each: each[0]):
            found = tuple(finding for _, finding in findings)
            yield Checked(name=name, record=found[0].record, findings=found, is_again=True)

    def _reopened(self, number: int) -> AbstractContextManager[RecordFile]:
        if number not in self._copies:
            return opened(self._names[number])
        copy = self._copies[number]
        copy.seek(0)
        return nullcontext(unpacked(cast(BufferedReader, copy), self._names[number]))
