r"""
Split a stream of bytes into chunks of records, in bounded memory.

A stream contains one record, JSON Lines, or a list of records. Records are handed on in chunks,
since sending a chunk to another process pays and sending a single record does not.
"""

import re
from collections.abc import Iterator

from nizkorcite.validation.input.chunk import BLANK, BLOCK, MARK, Chunk, Stream
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES

HEAD = 1 << 16
# A chunk of very short records would have very many findings.
MAXIMUM_LINES = 1024
LINE_ENDINGS = (".jsonl", ".ndjson")
YAML_ENDINGS = (".yaml", ".yml")

_WIDE = re.compile(
    rb"\xff\xfe|\xfe\xff|\0\0\0[^\0]|\0[^\0]\0[^\0]|[^\0]\0\0\0|[^\0]\0[^\0]\0", re.DOTALL
)
_BEGINS_WITH_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\S")


def chunks(stream: Stream, name: str = "") -> Iterator[Chunk]:
    r"""
    Split a stream into chunks of records.

    Args:
        stream: The bytes.
        name: The name of the stream, whose ending marks JSON Lines (``.jsonl``, ``.ndjson``) and
            YAML (``.yaml``, ``.yml``).

    Raises:
        OSError: The stream cannot be read further; earlier records have been handed on.

    >>> from io import BytesIO
    >>> [chunk.text for chunk in chunks(BytesIO(b'[{"a": 1}, {}]'))]
    [b'{"a": 1}', b'{}']
    """
    head = _head(stream)
    if name.lower().endswith(YAML_ENDINGS):
        return _whole(stream, head, is_yaml=True)
    if is_wide(head):
        return _whole(stream, head)
    if is_json_lines(name, head):
        return _lines(stream, head)
    if head.removeprefix(MARK).lstrip(BLANK).startswith(b"["):
        from nizkorcite.validation.input.json_array import JsonArray  # few streams are lists

        return JsonArray(stream, head).chunks()
    return _whole(stream, head)


def is_json_lines(name: str, head: bytes) -> bool:
    r"""
    Recognise JSON Lines by the name or the beginning of a stream.

    >>> is_json_lines("a.jsonl", b""), is_json_lines("a.json", b"{}\n{}")
    (True, True)
    """
    if is_wide(head):
        return False
    return name.lower().endswith(LINE_ENDINGS) or bool(_BEGINS_WITH_RECORD.match(head))


def is_wide(data: bytes) -> bool:
    """
    Recognise UTF-16 and UTF-32, by a mark or by zeros.

    The pattern of zeros is that of RFC 4627, section 3.

    >>> is_wide("{}".encode("utf-16-le")), is_wide(b"{}")
    (True, False)
    """
    return bool(_WIDE.match(data))


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
