"""Parse the records of a chunk."""

from collections.abc import Iterator
from itertools import chain

from nizkorcite.validation.input.chunk import Chunk, RecordBytes, records
from nizkorcite.validation.parsing.text import RecordText, read_text


def parsed_records(chunk: Chunk) -> Iterator[tuple[RecordBytes, RecordText]]:
    """
    Yield the records of a chunk with their parsed texts.

    Documents of YAML are placed in their file already; they have numbers where there are several.

    Raises:
        OSError: The chunk is YAML, and the extra for YAML is not installed.
    """
    for record in records(chunk):
        if chunk.is_yaml:
            yield from _yaml_documents(record.data)
        else:
            yield record, read_text(record.data)


def _yaml_documents(data: bytes) -> Iterator[tuple[RecordBytes, RecordText]]:
    from nizkorcite.validation.parsing.yaml_text import yaml_texts  # few inputs are YAML

    documents = yaml_texts(data)
    first, second = next(documents, None), next(documents, None)
    if first and not second:
        yield RecordBytes(data), first
    for number, read in enumerate(chain(filter(None, (first, second)), documents), 1):
        if second:
            yield RecordBytes(data, number), read
