r"""
From a stream of bytes to the records in it, in memory that does not grow with the stream.

A stream holds one record, records one a line (JSON Lines), or a list of records. Records are handed
on in portions, since a portion is worth sending to another process and a record is not.
"""

from collections.abc import Iterator

from nizkorcite.files.kinds import HEAD, is_json_lines, is_wide, is_yaml
from nizkorcite.validation.input.chunk import BLANK, BLOCK, MARK, Portion, Stream
from nizkorcite.validation.input.limits import MAXIMUM_BYTES

# A portion of very short records would have very many findings.
MAXIMUM_LINES = 1024


def portions(stream: Stream, name: str = "") -> Iterator[Portion]:
    r"""
    The records of a stream.

    Args:
        stream: What is read.
        name: Its file name, by whose ending JSON Lines and YAML are recognized first.

    Raises:
        OSError: It cannot be read further; what was read before has been handed on.

    >>> from io import BytesIO
    >>> [portion.text for portion in portions(BytesIO(b'[{"a": 1}, {}]'))]
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
        from nizkorcite.validation.input.json_array import ListItems  # few streams are lists

        return ListItems(stream, head).portions()
    return _whole(stream, head)


def _head(stream: Stream) -> bytes:
    """So much of a stream that it tells how records stand in it, however slowly it comes."""
    head = b""
    while len(head) < HEAD and (block := stream.read(BLOCK)):
        head += block
    return head


def _whole(stream: Stream, head: bytes, *, is_yaml: bool = False) -> Iterator[Portion]:
    while len(head) <= MAXIMUM_BYTES and (block := stream.read(BLOCK)):
        head += block
    yield Portion(text=head, is_yaml=is_yaml)


def _lines(stream: Stream, block: bytes) -> Iterator[Portion]:
    number, rest = 1, b""
    while block:
        lines = block.split(b"\n")
        lines[0] = rest + lines[0]
        rest = lines.pop()
        for start in range(0, len(lines), MAXIMUM_LINES):
            part = lines[start : start + MAXIMUM_LINES]
            yield Portion(lines=part, record=number, line=number)
            number += len(part)
        if len(rest) > MAXIMUM_BYTES:
            yield Portion(text=rest, record=number, line=number)
            number, rest, block = number + 1, b"", _after_line(stream)
        else:
            block = stream.read(BLOCK)
    if rest:
        yield Portion(lines=[rest], record=number, line=number)


def _after_line(stream: Stream) -> bytes:
    """What follows the line that is being read, whatever its length."""
    while block := stream.read(BLOCK):
        _, end, rest = block.partition(b"\n")
        if end:
            return rest
    return b""
