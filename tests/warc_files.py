"""Archive files of an invented newspaper, made record by record."""

import gzip
import hashlib
import zlib
from base64 import b32encode
from collections.abc import Iterable, Sequence
from uuid import UUID

HOST = "https://harbour.example.org"


def page(number: int, words: int = 30) -> bytes:
    """A page with a title and a source line."""
    text = " ".join(
        hashlib.sha256(b"%d %d" % (number, each)).hexdigest()[:7] for each in range(words)
    )
    return (
        f"<!DOCTYPE html><html><head><title>Story {number}</title></head><body><h1>Story {number}"
        f"</h1><p>{text}</p><p>[Source: Itar Tass, Dushanbe, 27Feb17]</p></body></html>"
    ).encode()


def answer(body: bytes, media_type: str = "text/html", status: str = "200 OK") -> bytes:
    """The answer of a server."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def digest(data: bytes) -> str:
    """A digest as crawlers write it."""
    return f"sha1:{b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()}"


def record_id(number: int) -> str:
    """The id of a record."""
    return f"urn:uuid:{UUID(int=number)}"


def record(  # noqa: PLR0913 - the fields of a record
    kind: str,
    block: bytes,
    *,
    url: str = "",
    number: int = 0,
    date: str = "2017-03-01T12:00:00Z",
    fields: Sequence[str] = (),
) -> bytes:
    """A record of a WARC file."""
    head = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <{record_id(number)}>",
        f"WARC-Date: {date}",
        *([f"WARC-Target-URI: {url}"] if url else []),
        *fields,
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(number: int, *, digested: bool = True, words: int = 30) -> bytes:
    """A record with the page of a number."""
    body = page(number, words)
    block = answer(body)
    fields = [f"WARC-Block-Digest: {digest(block)}", f"WARC-Payload-Digest: {digest(body)}"]
    return record(
        "response",
        block,
        url=f"{HOST}/{number}.html",
        number=number,
        fields=fields if digested else (),
    )


def request(number: int) -> bytes:
    """The record of what a crawler asked for."""
    block = f"GET /{number}.html HTTP/1.1\r\nHost: harbour.example.org\r\n\r\n".encode()
    return record("request", block, url=f"{HOST}/{number}.html", number=10_000 + number)


def info(software: str = "Pier 1.0") -> bytes:
    """The record about the file."""
    return record("warcinfo", f"software: {software}\r\n".encode(), number=99_999)


def crawl(pages: int, words: int = 30) -> list[bytes]:
    """The records of a crawl: one about it, and two for each page."""
    pairs = ((request(each), response(each, words=words)) for each in range(1, pages + 1))
    return [info(), *(each for pair in pairs for each in pair)]


def gzipped(records: Iterable[bytes]) -> bytes:
    """A file with a gzip member for each record."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def member_offsets(data: bytes) -> list[int]:
    """Where the gzip members of a sound file begin."""
    offsets, position = [], 0
    while position < len(data):
        offsets.append(position)
        inflater = zlib.decompressobj(31)
        inflater.decompress(data[position:])
        position = len(data) - len(inflater.unused_data)
    return offsets
