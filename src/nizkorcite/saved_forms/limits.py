"""Bounds of what is unpacked, so that a small file cannot fill the memory."""

import gzip
import zlib
from collections.abc import Iterable
from io import BytesIO

from nizkorcite.errors import InputError
from nizkorcite.messages import Message

PAGE_BYTES = 64 * 1024 * 1024
"""The largest page, and the largest file that holds one."""
MEMBERS = 20_000
"""The most members of a container that are looked at."""


def check_size(data: bytes) -> bytes:
    """
    Return bytes that are no more than a page may have.

    Raises:
        InputError: They are more than 64 MiB.
    """
    if len(data) > PAGE_BYTES:
        raise InputError(_too_large())
    return data


def decompress_gzip(data: bytes) -> bytes:
    """
    Decompress gzip members (RFC 1952), one or more, up to 64 MiB.

    Raises:
        InputError: The data is broken, cut off or more than that.
    """
    try:
        with gzip.open(BytesIO(data)) as file:
            return check_size(file.read(PAGE_BYTES + 1))
    except EOFError as error:
        raise InputError(Message("the compressed data is cut off")) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(Message("the compressed data is damaged")) from error


def decompress_deflate(data: bytes) -> bytes:
    """
    Decompress HTTP's deflate: zlib (RFC 1950), or the raw form that some servers send.

    Raises:
        InputError: As in `decompress_gzip`.
    """
    is_zlib = data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0
    stream = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
    try:
        part = check_size(stream.decompress(data, PAGE_BYTES + 1))
    except zlib.error as error:
        raise InputError(Message("the compressed data is damaged")) from error
    if not stream.eof:
        raise InputError(Message("the compressed data is cut off"))
    return part


def joined(parts: Iterable[bytes]) -> bytes:
    """
    Join pieces as long as they make no more than a page.

    Raises:
        InputError: They are more than 64 MiB.
    """
    kept: list[bytes] = []
    length = 0
    for part in parts:
        length += len(part)
        if length > PAGE_BYTES:
            raise InputError(_too_large())
        kept.append(part)
    return b"".join(kept)


def _too_large() -> Message:
    return Message("holds more than {most} bytes; save the page alone", most=PAGE_BYTES)
