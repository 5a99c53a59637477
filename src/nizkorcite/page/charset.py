"""
From bytes to text: which encoding, and what told it.

Own ladder: on pages of one language and little text every detector measured takes Spanish or French
windows-1252 for something else now and then, and most believe a false declaration of UTF-8. A
detector is asked only where the windows-1252 reading is no Western text.
"""

import codecs
import re

from attrs import frozen

from nizkorcite.errors import PageError
from nizkorcite.record.constraints import CharsetSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:+-]{1,40})", re.I)
_XML_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._:+-]{1,40})", re.I)
# WHATWG Encoding, section 4.2: these labels mean windows-1252.
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
_HEAD = 4096  # HTML asks for the declaration in the first 1,024 bytes; old pages have it later


@frozen
class Decoded:
    """
    Text and the encoding it was read in.

    Attributes:
        text: Without byte order mark; bytes that are no text are U+FFFD.
        charset: IANA's name in lower case.
        charset_from: What told it.
    """

    text: str
    charset: str
    charset_from: CharsetSource


def wide_charset(sample: bytes) -> str | None:
    """
    Tell UTF-16 without a mark by its zero bytes: Western text has one in nearly every second place.

    >>> wide_charset("Información".encode("utf-16-le")), wide_charset(b"Informacion")
    ('utf-16-le', None)
    """
    length = len(sample) // 2
    zeros = {"utf-16-le": sample[1::2].count(0), "utf-16-be": sample[0::2].count(0)}
    name, other = sorted(zeros, key=lambda each: -zeros[each])
    return name if zeros[name] * 10 > length * 9 and not zeros[other] else None


def decode(
    data: bytes, declared: str | None = None, declared_by: CharsetSource = "given"
) -> Decoded:
    """
    Read bytes as text.

    Args:
        data: Bytes of a text or HTML file.
        declared: The encoding that a person or an HTTP header told.
        declared_by: What told it.

    Raises:
        PageError: The encoding told is not known.

    The order: byte order mark, the encoding told, valid UTF-8, a declaration in the markup,
    windows-1252 where that gives Western text, a detector, windows-1252.

    >>> decode("Información".encode("latin-1"))
    Decoded(text='Información', charset='windows-1252', charset_from='fallback')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name, "bom")
    if declared:
        return _read(data, _codec_name(declared), declared_by)
    if _is_utf_8(data):
        return Decoded(data.decode("utf-8", "replace"), "utf-8", "utf_8")
    stated = _stated_charset(data)
    if stated and stated != "utf-8":
        return _read(data, stated, "meta")
    western = _read(data, "cp1252", "fallback")
    return western if _is_western(western.text) else _detected(data) or western


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut in the middle of a letter is still UTF-8.
        return error.end == len(data) and error.reason == "unexpected end of data"
    return True


def _stated_charset(data: bytes) -> str | None:
    """What the markup declares, if Python knows it."""
    head = data[:_HEAD]
    match = _DECLARED.search(head) or _XML_DECLARED.search(head)
    try:
        return _codec_name(match[1].decode("ascii")) if match else None
    except PageError:
        return None


def _codec_name(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name
        "".encode(name)  # codecs that turn bytes into bytes ("hex", "zip") are no encodings
    except (LookupError, UnicodeError, TypeError, AttributeError) as error:
        problem = f'no encoding is called "{label}"; common ones: utf-8, windows-1252, iso-8859-15'
        raise PageError(problem) from error
    return "cp1252" if name in _WESTERN else name


def _read(data: bytes, codec: str, told_by: CharsetSource) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text.removeprefix("\ufeff"), _public_name(codec), told_by)


def _public_name(codec: str) -> str:
    name = re.sub(r"^cp(125[0-8]|874)$", r"windows-\1", codec)
    return re.sub(r"^iso8859", "iso-8859", name)


def _is_western(text: str) -> bool:
    """Whether a windows-1252 reading gives a Western text: few letters with accents, no gaps."""
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character > "\x7f" and character.isalpha() for character in text)
    return "\ufffd" not in text and foreign * 4 <= letters


def _detected(data: bytes) -> Decoded | None:
    from resiliparse.parse.encoding import detect_encoding  # only odd pages need it

    name = detect_encoding(data[:65536])
    try:
        return _read(data, _codec_name(name), "detected") if name else None
    except PageError:
        return None
