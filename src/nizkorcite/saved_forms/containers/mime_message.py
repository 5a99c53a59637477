"""
Messages of RFC 5322 with their parts (RFC 2045 to 2047), within bounds.

The standard library's parser, with the plain policy: the others parse every address while reading,
in time that grows faster than the header.
"""

import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError
from email.header import decode_header
from email.message import Message as MailMessage
from email.parser import BytesHeaderParser, BytesParser
from email.policy import compat32
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.limits import MEMBERS, check_size
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, Stated

HTML: Final = ("text/html", "application/xhtml+xml")
_DEEPEST = 50
_LONGEST_FIELD = 65_536
_LONGEST_HEADER = 262_144
_CUT_OFF = Message("the file ends before its last part does; save it again")


def parse_message(data: bytes) -> MailMessage:
    """
    Parse a message.

    Raises:
        InputError: It is too large, has too many parts, or they nest too deeply.
    """
    too_many = Message("has more than {most} parts, so it is no saved page or mail", most=MEMBERS)
    if check_size(data).count(b"\n--") > MEMBERS * 5:
        raise InputError(too_many)
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        if sum(1 for _ in leaves(message)) > MEMBERS:
            raise InputError(too_many)
    except RecursionError as error:
        raise InputError(Message("has parts that nest too deeply")) from error
    return message


def cut_off_facts(message: MailMessage) -> FormFacts:
    """Return the remark on a message without the last boundary of its parts (RFC 2046, 5.1.1)."""
    is_cut_off = any(isinstance(each, CloseBoundaryNotFoundDefect) for each in message.defects)
    return FormFacts(remarks=(FormRemark("data", _CUT_OFF),)) if is_cut_off else FormFacts()


def parse_header(data: bytes) -> MailMessage:
    """Parse the header of a message alone."""
    return BytesHeaderParser(policy=compat32).parsebytes(data[:_LONGEST_HEADER])


def leaves(message: MailMessage, depth: int = 0) -> Iterator[MailMessage]:
    """Find the parts that have no parts, in order; attached messages are parts themselves."""
    if depth > _DEEPEST:
        raise RecursionError
    if message.is_multipart() and message.get_content_maintype() == "multipart":
        for part in message.get_payload():
            if isinstance(part, MailMessage):
                yield from leaves(part, depth + 1)
    else:
        yield message


def content(part: MailMessage) -> bytes:
    """
    Return a part's bytes, with base64 and quoted-printable undone.

    Raises:
        InputError: They are more than a page has.
    """
    data = part.get_payload(decode=True)
    return check_size(data) if isinstance(data, bytes) else b""


def header(message: MailMessage, name: str) -> Stated[str] | None:
    r"""
    Return a header field, with encoded words (RFC 2047) read and folding undone.

    >>> header(parse_message(b"Subject: =?utf-8?q?Caf=C3=A9?=\n\n"), "Subject").value
    'Café'
    """
    raw = message[name]
    if raw is None:
        return None
    folded = str(raw)[:_LONGEST_FIELD]
    value = _collapsed(_decoded(folded))
    return Stated(value, f"{name}: {_collapsed(folded)}") if value else None


def _decoded(text: str) -> str:
    try:
        return "".join(_words(word, charset) for word, charset in decode_header(text))
    except (HeaderParseError, ValueError):
        return text


def _words(word: str | bytes, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "utf-8", "replace")
    except (LookupError, UnicodeError):
        return word.decode("latin-1")


def _collapsed(text: str) -> str:
    # The parser keeps bytes that are not ASCII as surrogates.
    data = text.encode("utf-8", "surrogateescape")
    return " ".join(data.decode("utf-8", "replace").split())


def charset_of(part: MailMessage) -> Stated[str] | None:
    """Return the encoding that a part's Content-Type states."""
    label = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", str(part["Content-Type"] or ""), re.I)
    return Stated(label[1], label[0]) if label else None
