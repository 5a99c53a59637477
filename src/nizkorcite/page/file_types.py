"""Files that are not pages, recognized by their first bytes."""

import re

from nizkorcite.errors import PageError
from nizkorcite.messages import Message
from nizkorcite.page.charset import BYTE_ORDER_MARKS

_MAXIMUM_BYTES = 64 * 1024 * 1024
_SIGNATURES = (
    (b"%PDF", Message("a PDF file")),
    (b"PK\x03\x04", Message("a ZIP archive or a word processor's file")),
    (b"\xd0\xcf\x11\xe0", Message("an old word processor's file")),
    (b"{\\rtf", Message("an RTF file")),
    (b"\x1f\x8b", Message("a compressed file (gzip)")),
    (b"\x89PNG", Message("an image (PNG)")),
    (b"\xff\xd8\xff", Message("an image (JPEG)")),
    (b"GIF8", Message("an image (GIF)")),
    (b"WARC/", Message("a WARC file")),
    (b"HTTP/1.", Message("a server's response with its headers")),
    (b"bplist", Message("a web archive of Safari")),
    (b"\x28\xb5\x2f\xfd", Message("a compressed file (Zstandard)")),
    (b"BZh", Message("a compressed file (bzip2)")),
    (b"RIFF", Message("an image or recording (RIFF)")),
    (b"\x7fELF", Message("a program")),
    (b"%!PS", Message("a PostScript file")),
    (b"AT&TFORM", Message("a DjVu file")),
)

# RFC 2557: a mail message whose parts are a page and its pictures.
_MHTML = re.compile(rb"(?:[!-9;-~]+:[^\0]{0,2000}\n)?content-type:\s*multipart/related", re.I)
# ISO 32000-1, annex H.3.4.1: readers look for the header in the first 1,024 bytes.
_LATE_PDF = re.compile(rb"\s+%PDF-")
_HEAD = 4096


def refuse_other_kinds(data: bytes) -> None:
    """
    Refuse bytes that are not a page: empty, too many, or another kind of file.

    Raises:
        PageError: The bytes are none of HTML, text and records.
    """
    mark = next((mark for mark, _ in BYTE_ORDER_MARKS if data.startswith(mark)), b"")
    words = data.removeprefix(mark)
    if not words or words.isspace():
        raise PageError(Message("is empty; there is nothing to read"))
    if len(data) > _MAXIMUM_BYTES:
        raise PageError(
            Message(
                "{size} bytes are too many for a page; at most {most} are read",
                size=len(data),
                most=_MAXIMUM_BYTES,
            )
        )
    head = data[:_HEAD].lstrip() if _LATE_PDF.match(data[:1024]) else data[:_HEAD]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise _refusal(kind)
    if _MHTML.match(head):
        raise PageError(
            Message(
                "looks like a page saved as one file (MHTML); save it as HTML, since only HTML and "
                "text pages and records are read here"
            )
        )


def refuse_binary(data: bytes, charset: str | None) -> None:
    """
    Refuse bytes with zeros, unless they are UTF-16 or UTF-32.

    Args:
        data: The bytes of a file.
        charset: Their encoding, if known.

    Raises:
        PageError: The bytes are not text.
    """
    wide = ("utf16", "utf32")
    is_wide = (charset or "").lower().replace("-", "").startswith(wide) or any(
        data.startswith(mark) for mark, name in BYTE_ORDER_MARKS if name != "utf-8"
    )
    if b"\x00" in data[:_HEAD] and not is_wide:
        raise _refusal(Message("binary data"))


def _refusal(kind: Message) -> PageError:
    return PageError(
        Message("looks like {kind}; only HTML and text pages and records are read here", kind=kind)
    )
