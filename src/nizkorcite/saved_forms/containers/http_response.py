"""
A server's answer as it came: wget with --save-headers, curl with -i, the records of WARC files.

The head is an HTTP message's (RFC 9112); after redirects there are several, and the last is the
page's. An archive's answer names the page and the copy (RFC 7089, Link and Memento-Datetime).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from nizkorcite.dates import Instant
from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts, charset_facts
from nizkorcite.saved_forms.instants import mail_instant
from nizkorcite.saved_forms.limits import (
    decompress_brotli,
    decompress_deflate,
    decompress_gzip,
    decompress_zstandard,
    joined,
)
from nizkorcite.saved_forms.saved_page import (
    FormFacts,
    FormRemark,
    Memento,
    SavedPage,
    Stated,
    combined,
)

_HEAD: Final = re.compile(
    rb"HTTP/[0-9](?:\.[0-9])? (?P<status>[0-9]{3})[^\r\n]{0,1000}\r?\n"
    rb"(?P<fields>(?:[^\r\n]{1,65536}\r?\n){0,1000})\r?\n"
)
_FIELD: Final = re.compile(r"^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n]*)", re.M)
_LINK: Final = re.compile(r"<([^<>]{1,4096})>([^<>]{0,500})")
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_SIZE_CUT_OFF: Final = re.compile(rb"\s?[0-9A-Fa-f]{0,8}\r?")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([^\s;\"',]+)", re.I)
_REDIRECTS: Final = range(300, 400)
_FOLLOWED: Final = (*_REDIRECTS, 100, 200, 401, 407)  # 200: a proxy's answer to CONNECT
_MOST_REDIRECTS = 20
_PARTIAL: Final = 206
_GZIP: Final = b"\x1f\x8b"


@frozen(kw_only=True)
class Response:
    """
    A parsed answer.

    Attributes:
        status: HTTP status code.
        fields: The first header field of each name, the names in lower case.
        body: Bytes after the head, still encoded for the transfer.
    """

    status: int
    fields: Mapping[str, str]
    body: bytes

    def stated(self, name: str) -> Stated[str] | None:
        """Return a header field with its words."""
        value = self.fields.get(name)
        return Stated(value, f"{name}: {value}") if value else None

    @property
    def media_type(self) -> str:
        """The media type in lower case, without parameters; empty where none is stated."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the page after the head, or after the last of several.

    Raises:
        InputError: Its compression is broken or not one that is read.
    """
    response = parse_response(page.data)
    address = None
    for _ in range(_MOST_REDIRECTS):
        following = parse_response(response.body) if response else None
        if response is None or following is None or response.status not in _FOLLOWED:
            break
        if response.status in _REDIRECTS:
            address = response.stated("location")
        response = following
    if response is None:
        return None
    is_absolute = bool(address and "://" in address.value)
    facts = combined(
        response_facts(response),
        address_facts(address if is_absolute else None),
        partial_answer_facts(response),
    )
    return page.inner(facts, payload(response), media_type=page_media_type(response.media_type))


def page_media_type(media_type: str) -> str | None:
    """Return the media type of a page: HTML or text; other types are left to its bytes."""
    known = {"application/xhtml+xml": "text/html", "text/html": "text/html"}
    return known.get(media_type, "text/plain" if media_type == "text/plain" else None)


def parse_response(data: bytes) -> Response | None:
    """Parse an answer; `None` if it is none."""
    head = _HEAD.match(data)
    if head is None:
        return None
    fields = _FIELD.findall(head["fields"].decode("latin-1"))
    first = {name.lower(): value.strip() for name, value in reversed(fields)}
    return Response(status=int(head["status"]), fields=first, body=data[head.end() :])


def response_facts(response: Response) -> FormFacts:
    """Return what the header fields state."""
    kind = response.stated("content-type")
    label = _CHARSET.search(kind.value) if kind else None
    age = response.fields.get("age", "")
    return combined(
        charset_facts(kind.carrying(label[1]) if kind and label else None),
        accessed_facts(response.stated("date"), lambda date: _received(mail_instant(date), age)),
        _memento_facts(response),
    )


def _received(date: Instant | None, age: str) -> Instant | None:
    """Add the time that the answer spent in caches (RFC 9111, section 4.2.3)."""
    if date is None or not re.fullmatch(r"[1-9][0-9]{0,8}", age):
        return date
    received = date.datetime + dt.timedelta(seconds=int(age))
    return Instant(received.isoformat().replace("+00:00", "Z"))


def _memento_facts(response: Response) -> FormFacts:
    """Read the page's address and the copy's of an archive's answer."""
    captured, links = response.stated("memento-datetime"), response.stated("link")
    if captured is None:
        return FormFacts()
    facts = [FormFacts(memento=captured.carrying(Memento(instant=mail_instant(captured.value))))]
    for address, parameters in _LINK.findall(links.value) if links else ():
        relation = re.search(r"rel=\"?([^\";]*)", parameters)
        relations = relation[1].split() if relation else []
        is_copy = "memento" in relations and captured.value in parameters
        if links and ("original" in relations or is_copy):
            facts.append(address_facts(links.carrying(address)))
    return combined(*facts)


def payload(response: Response) -> bytes:
    """
    Return the body as the server's application gave it.

    curl and wget undo the encoding of the transfer and keep the header that names it, so that each
    encoding is undone only where the bytes have it.

    Raises:
        InputError: The compression is broken, cut off, too large, or not one that is read.
    """
    body = _chunks(response.body)[0] if _is_chunked(response) else response.body
    encodings = response.fields.get("content-encoding", "").lower().split(",")
    for encoding in reversed(encodings):
        body = _decoded(body, encoding.strip())
    return body


def partial_answer_facts(response: Response) -> FormFacts:
    """Return the remark on an answer that is a part of the page."""
    length = len(response.body)
    announced = response.fields.get("content-length", "")
    message = None
    if response.status == _PARTIAL:
        message = Message("the page is cut off: the answer is a part of it (status 206)")
    elif _is_chunked(response):
        if not _chunks(response.body)[1]:
            message = Message("the page is cut off: its last chunk is missing")
    elif announced.isdecimal() and length < int(announced[:18]) and _is_as_sent(response):
        message = Message(
            "the server announced {announced} bytes, and {length} came; the page may be cut off",
            announced=int(announced[:18]),
            length=length,
        )
    return FormFacts(remarks=(FormRemark("data", message),) if message else ())


def _is_as_sent(response: Response) -> bool:
    """Check that the body is not what a program has already unpacked."""
    return not response.fields.get("content-encoding") or response.body.startswith(_GZIP)


def _is_chunked(response: Response) -> bool:
    return "chunked" in response.fields.get("transfer-encoding", "").lower()


def _chunks(body: bytes) -> tuple[bytes, bool]:
    """
    Join the chunks (RFC 9112, section 7.1); what has none is given back as it is.

    Returns:
        The bytes, and whether all of them came.
    """
    chunks: list[bytes] = []
    position = 0
    while size := _CHUNK.match(body, position):
        length = int(size[1], 16)
        if length == 0:
            return joined(chunks), True
        chunks.append(body[size.end() : size.end() + length])
        position = size.end() + length
        position += 2 if body.startswith(b"\r\n", position) else 1
    is_cut_off = chunks and _SIZE_CUT_OFF.fullmatch(body, min(position, len(body)))
    return (joined(chunks), False) if is_cut_off else (body, True)


def _decoded(body: bytes, encoding: str) -> bytes:
    """Undo an encoding (RFC 9110, section 8.4.1), if the bytes still have it."""
    if body.lstrip().startswith(b"<") or (encoding in _GZIPPED and not body.startswith(_GZIP)):
        return body
    if encoding == "compress":
        raise InputError(
            Message(
                "is compressed with {encoding}, which is not read; fetch it without compression",
                encoding=encoding,
            )
        )
    decompress = _DECOMPRESSORS.get(encoding)
    return decompress(body) if decompress else body


_GZIPPED: Final = ("gzip", "x-gzip")
_DECOMPRESSORS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    **dict.fromkeys(_GZIPPED, decompress_gzip),
    "br": decompress_brotli,
    "deflate": decompress_deflate,
    "zstd": decompress_zstandard,
}
