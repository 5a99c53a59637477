r"""
Split a stream of bytes into chunks of records, in bounded memory.

A stream contains one record, JSON Lines, or a list of records. Records are handed on in chunks,
since sending a chunk to another process pays and sending a single record does not.
"""

from collections.abc import Iterator

from nizkorcite.files.kinds import HEAD, is_json_lines, is_wide, is_yaml
from nizkorcite.validation.input.chunk import BLANK, BLOCK, MARK, Chunk, Stream
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES

# A chunk of very short records would have very many findings.
MAXIMUM_LINES = 1024


def chunks(stream: Stream, name: str = "") -> Iterator[Chunk]:
    r"""
    Split a stream into chunks of records.

    Args:
        stream: The bytes.
        name: The name of the stream, whose ending marks JSON Lines and YAML.

    Raises:
        OSError: The stream cannot be read further; earlier records have been handed on.

    >>> from io import BytesIO
    >>> [chunk.text for chunk in chunks(BytesIO(b'[{"a": 1}, {}]'))]
    [b'{"a": 1}', b'{}']
    """
    head = _head(stream)
    if is_yaml(name, head):
        return _whole(stream, head, is_yaml=True)
    if is_wide(head):
        return _whole(stream, head)
    if is_json_lines(name, head):
        return _lines(stream, head)
    if head.removeprefix(MARK).lstrip(BLANK).startswith(b"["):
        from nizkorcite.validation.input.json_array import JsonArray  # few streams are lists

        return JsonArray(stream, head).chunks()
    return _whole(stream, head)


def _head(stream: Stream) -> bytes:
    """Read enough of a stream to recognise its form."""
    head = b""
    while len(head) < HEAD and (block := stream.read(BLOCK)):
        head += block
    return head


def _whole(stream: Stream, head: bytes, *, is_yaml: bool = False) -> Iterator[Chunk]:
    while len(head) <= MAXIMUM_RECORD_BYTES and (block := stream.read(BLOCK)):
        head += block
    yield Chunk(text=head, is_yaml=is_yaml)


def _lines(stream: Stream, block: bytes) -> Iterator[Chunk]:
    number, rest = 1, b""
    while block:
        lines = block.split(b"\n")
        lines[0] = rest + lines[0]
        rest = lines.pop()
        for start in range(0, len(lines), MAXIMUM_LINES):
            part = lines[start : start + MAXIMUM_LINES]
            yield Chunk(lines=part, record=number, line=number)
            number += len(part)
        if len(rest) > MAXIMUM_RECORD_BYTES:
            yield Chunk(text=rest, record=number, line=number)
            number, rest, block = number + 1, b"", _after_line(stream)
        else:
            block = stream.read(BLOCK)
    if rest:
        yield Chunk(lines=[rest], record=number, line=number)


def _after_line(stream: Stream) -> bytes:
    """Skip the rest of a line; return the bytes after it."""
    while block := stream.read(BLOCK):
        _, end, rest = block.partition(b"\n")
        if end:
            return rest
    return b""
