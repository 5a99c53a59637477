"""Records of a chunk, each with its number."""

from collections.abc import Iterator
from itertools import chain

from nizkorcite.record.json_types import JSON
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.parsing.text import Text, read_text


def numbered(portion: Portion) -> Iterator[tuple[int | None, Text]]:
    """The documents of a file in YAML; they have numbers where there are several."""
    from nizkorcite.validation.parsing.yaml_text import yaml_texts

    documents = yaml_texts(portion.text)
    first, second = next(documents, None), next(documents, None)
    if first and not second:
        yield None, first
    for number, read in enumerate(chain(filter(None, (first, second)), documents), 1):
        if second:
            yield number, read


def _values(parts: Iterator[Portion]) -> Iterator[tuple[int, JSON]]:
    """The number and the value of every record of a stream that can be read."""
    for number, _, read in _records(parts):
        if read.is_readable:
            yield number, read.value


def _records(parts: Iterator[Portion]) -> Iterator[tuple[int, Portion, Text]]:
    """Every record of a stream with its number and its place."""
    for part in parts:
        if part.is_yaml:
            for record, read in numbered(part):
                yield record or 1, Portion(record=record), read
        elif not part.lines and not part.is_outline:
            yield part.record or 1, part, read_text(part.text)
        for number, line in enumerate(part.lines, part.line):
            if line.strip():
                yield number, Portion(record=number, line=number), read_text(line)
