"""Bounds of what is unpacked, so that a small file cannot fill the memory."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from types import ModuleType

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.messages import Message

PAGE_BYTES = 64 * 1024 * 1024
"""The largest page, and the largest file that holds one."""
MEMBERS = 20_000
"""The most members of a container that are looked at."""
_STEP = 64
"""Zstandard unpacks so many bytes to at most 2 MiB (RFC 8878, section 3.1.1.2)."""


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
        raise _cut_off() from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise _damaged() from error


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
        raise _damaged() from error
    if not stream.eof:
        raise _cut_off()
    return part


def decompress_brotli(data: bytes) -> bytes:
    """
    Decompress Brotli (RFC 7932).

    Raises:
        InputError: As in `decompress_gzip`, or the extra ``warc`` is missing.
    """
    brotli = compression_package("brotli", "Brotli")
    stream = brotli.Decompressor()
    try:
        part: bytes = stream.process(data, output_buffer_limit=PAGE_BYTES + 1)
    except brotli.error as error:
        raise _damaged() from error
    check_size(part)
    if not stream.is_finished():
        raise _cut_off()
    return part


def decompress_zstandard(data: bytes) -> bytes:
    """
    Decompress one frame of Zstandard (RFC 8878).

    Raises:
        InputError: As in `decompress_brotli`.
    """
    zstandard = compression_package("zstandard", "Zstandard")
    stream = zstandard.ZstdDecompressor().decompressobj()

    def parts() -> Iterator[bytes]:
        for start in range(0, len(data), _STEP):
            if not stream.eof:
                yield stream.decompress(data[start : start + _STEP])

    try:
        page = joined(parts())
    except zstandard.ZstdError as error:
        raise _damaged() from error
    if not stream.eof:
        raise _cut_off()
    return page


def compression_package(name: str, compression: str) -> ModuleType:
    """
    Import a package of the extra ``warc``.

    Args:
        name: Name of the package.
        compression: Name of what it unpacks.

    Raises:
        InputError: The extra is missing.
    """
    try:
        return import_module(name)
    except ImportError as error:
        message = Message(
            "is compressed with {compression}; install what reads it: {command}",
            compression=compression,
            command=install_command("warc"),
        )
        raise InputError(message) from error


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


def _cut_off() -> InputError:
    return InputError(Message("the compressed data is cut off"))


def _damaged() -> InputError:
    return InputError(Message("the compressed data is damaged"))


def _too_large() -> Message:
    return Message("holds more than {most} bytes; save the page alone", most=PAGE_BYTES)
