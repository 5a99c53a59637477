"""
The properties of a damaged PDF file: its document information, where it is not compressed.

Files cut off by a broken download have lost the table at their end, and libraries refuse them.
"""

import re
from collections.abc import Mapping
from typing import Final

_INFORMATION: Final = re.compile(rb"/Info\s+([0-9]{1,10})\s+([0-9]{1,5})\s+R\b")
_ENTRY: Final = re.compile(
    rb"/(Title|Author|Creator|Producer|CreationDate)\s*"
    rb"(?:\((?P<literal>(?:[^()\\]|\\.|\([^()\\]*\)){0,2000})\)|<(?P<digits>[0-9A-Fa-f\s]{0,8000})>)",
    re.S,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_ESCAPES: Final[Mapping[bytes, bytes]] = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b"",
}  # fmt: skip
_LONGEST = 20_000


def damaged_information(data: bytes) -> Mapping[str, str]:
    r"""
    Read the document information (ISO 32000-1, section 14.3.3) by its object's number.

    >>> damaged_information(b"1 0 obj<</Title(A \\(b\\))>>endobj trailer<</Info 1 0 R>>")
    {'Title': 'A (b)'}
    """
    reference = _INFORMATION.search(data)
    if reference is None:
        return {}
    number = b"%d %d obj" % (int(reference[1]), int(reference[2]))
    start = data.find(number)
    end = data.find(b"endobj", start)
    if start < 0 or end < 0 or end - start > _LONGEST:
        return {}
    return {match[1].decode(): _text(match) for match in _ENTRY.finditer(data, start, end)}


def _text(match: re.Match[bytes]) -> str:
    """Decode a text string (ISO 32000-1, section 7.9.2.2): UTF-16, UTF-8 or one byte a letter."""
    digits = re.sub(rb"\s", b"", match["digits"] or b"").decode()
    data = bytes.fromhex(digits + "0" * (len(digits) % 2))
    data = data or _ESCAPE.sub(_unescaped, match["literal"] or b"")
    for mark, codec in (
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return data.decode("cp1252", "replace")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    if escape[1][:1].isdigit():
        return bytes([int(escape[1], 8) & 255])
    return _ESCAPES.get(escape[1], escape[1])
