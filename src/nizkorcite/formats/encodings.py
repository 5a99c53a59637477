"""Encodings of citation files: named by the user, by a byte order mark or by the file itself."""

import codecs
import re

from nizkorcite.errors import InputError, UnknownNameError
from nizkorcite.messages import Message

_STATED = re.compile(rb"(?i)%\s*encoding:\s*([\w.-]+)|-\*-.*coding:\s*([\w.-]+)")
_HEAD = 4096
_COMMON = ("utf-8", "latin-1", "cp1252", "utf-16")


def decoded_text(data: bytes, encoding: str | None = None) -> str:
    r"""
    Decode a citation file.

    UTF-8 comes before the encoding that a file states, since a program may have converted the file
    and kept the line, and text in another encoding is hardly ever valid UTF-8.

    Args:
        data: The bytes.
        encoding: Their encoding, which only a byte order mark overrules.

    Raises:
        UnknownNameError: No encoding has that name.
        InputError: The bytes are not in the encoding.

    >>> decoded_text(b"% Encoding: Cp1252\n@book{a, title = {A\xf1o}}")[-5:]
    'Año}}'
    """
    from nizkorcite.files.kinds import is_wide  # few callers decode bytes here

    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data, "utf-8-sig")
    if is_wide(data):
        from json import detect_encoding  # few texts are in UTF-16

        return _decoded(data, detect_encoding(data)).removeprefix("\ufeff")
    if encoding:
        return _decoded(data, encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        stated = _STATED.search(data[:_HEAD])
        return _decoded(data, (stated[1] or stated[2]).decode() if stated else "UTF-8")


def _decoded(data: bytes, encoding: str) -> str:
    from nizkorcite.page.charset import codec_name  # most files are in UTF-8

    try:
        return data.decode(codec_name(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = Message(
            "line {line} is not in {encoding}; name the encoding, or save the file in UTF-8",
            line=line,
            encoding=encoding,
        )
        raise InputError(message) from error
    except LookupError as error:
        raise UnknownNameError("encoding", encoding, _COMMON) from error
