"""Rewriting the records of a file; every byte between them is kept."""

from collections.abc import Callable
from io import BytesIO

from nizkorcite.validation.input.chunk import Chunk, RecordBytes, records
from nizkorcite.validation.input.splitter import chunks

Rewrite = Callable[[RecordBytes], bytes]
"""Returns the new bytes of a record."""


def rewritten_file(name: str, data: bytes, rewrite: Rewrite) -> bytes:
    r"""
    Rewrite every record of a file; YAML, which has no patch, stays as it is.

    Args:
        name: The file name, whose ending shows how records are stored.
        data: The content of the file.
        rewrite: Returns the new bytes of each record.

    >>> rewritten_file("a.jsonl", b"{}\n\n{}\n", lambda record: b"[%d]" % (record.number or 0))
    b'[1]\n\n[3]\n'
    """
    pieces: list[bytes] = []
    done = 0
    for chunk in chunks(BytesIO(data), name):
        if chunk.is_outline:
            continue
        text = chunk.text or b"\n".join(chunk.lines)
        start = data.index(text, done)
        pieces += [data[done:start], _rewritten_chunk(chunk, rewrite)]
        done = start + len(text)
    return b"".join((*pieces, data[done:]))


def _rewritten_chunk(chunk: Chunk, rewrite: Rewrite) -> bytes:
    if chunk.is_yaml:
        return chunk.text
    lines = list(chunk.lines) or [chunk.text]
    for record in records(chunk):
        lines[record.line - chunk.line] = rewrite(record)
    return b"\n".join(lines)
