"""Kinds of files that are no page, recognized by their first bytes."""

import re

from nizkorcite.errors import PageError

MAXIMUM_BYTES = 64 * 1024 * 1024
"""Larger inputs are no pages; they are refused before any work is done on them."""


_OTHER_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "an archive or a word processor's file (zip)"),
    (b"\xd0\xcf\x11\xe0", "an old word processor's file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"WARC/", "a WARC file"),
    (b"HTTP/1.", "an answer of a server, with its headers"),
    (b"bplist", "a web archive of Safari"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (Zstandard)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"RIFF", "a picture or recording (RIFF)"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu file"),
)


# RFC 2557: a mail message whose parts are a page and its pictures.
_MHTML = re.compile(rb"(?:[!-9;-~]+:[^\0]{0,2000}\n)?content-type:\s*multipart/related", re.I)


# ISO 32000-1, annex H.3.4.1: readers look for the header in the first 1,024 bytes.
_LATE_PDF = re.compile(rb"\s+%PDF-")


_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


_WIDE_MARKS = _BOMS[1:]


_SAMPLE = 4096


def refuse_other_kinds(data: bytes) -> None:
    """
    Refuse an input whose first bytes are those of another kind of file.

    Raises:
        PageError: It is empty, too large, or a PDF, a picture, an archive ...
    """
    if not data.removeprefix(_bom(data)).strip():
        problem = "is empty; there is nothing to read"
        raise PageError(problem)
    if len(data) > MAXIMUM_BYTES:
        problem = f"{len(data)} bytes are no page; at most {MAXIMUM_BYTES} are read"
        raise PageError(problem)
    if _LATE_PDF.match(data[:1024]):
        data = data.lstrip()
    for mark, kind in _OTHER_KINDS:
        if data.startswith(mark):
            problem = f"looks like {kind}; only HTML and text pages and records are read here"
            raise PageError(problem)
    if _MHTML.match(data[:_SAMPLE]):
        problem = (
            "looks like a page saved as one file (MHTML); save it as HTML, since only HTML and "
            "text pages and records are read here"
        )
        raise PageError(problem)


def _is_wide(charset: str | None) -> bool:
    return (charset or "").lower().replace("-", "").startswith(("utf16", "utf32"))


def _bom(data: bytes) -> bytes:
    return next((mark for mark in _BOMS if data.startswith(mark)), b"")


def _refuse_binary(data: bytes) -> None:
    if b"\x00" in data[:_SAMPLE] and not data.startswith(_WIDE_MARKS):
        problem = "looks like binary data; only HTML and text pages and records are read here"
        raise PageError(problem)
