"""
Mail (RFC 5322): .eml files, and .mbox files with one message.

The document is the message: its subject is the title, its sender the author, its date the day in
the sender's zone. Where the body is blank and one page is attached, that page is the document.
"""

import re
from collections.abc import Sequence
from email.message import Message as MailMessage
from email.utils import getaddresses
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.mime_message import (
    HTML,
    charset_of,
    content,
    cut_off_facts,
    header,
    leaves,
    parse_message,
)
from nizkorcite.saved_forms.facts import charset_facts
from nizkorcite.saved_forms.instants import mail_instant
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, SavedPage, Stated, combined

_BODIES: Final = (*HTML, "text/plain")
_MBOX: Final = re.compile(rb"(?:\A|\r?\n\r?\n)From \S+ [^\r\n]{10,80}\r?\n(?=[!-9;-~]+:)")
_BLANK: Final = re.compile(rb"(?:<style\b[^<>]*>[^<]*</style>|<[^<>]*>|&nbsp;|\s)*", re.I)
_MOST_NAMES = 3
_LONGEST_FIELD = 2000


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the page or the body of a message.

    Raises:
        InputError: There are several messages, or none with a text.
    """
    data = page.data
    messages = list(_MBOX.finditer(data)) if data.startswith(b"From ") else []
    if len(messages) > 1:
        raise InputError(Message("holds {number} mails; save one mail alone", number=len(messages)))
    return _mail_page(page, parse_message(data[messages[0].end() :] if messages else data))


def _mail_page(page: SavedPage, message: MailMessage) -> SavedPage:
    parts = list(leaves(message))
    attached = [part for part in parts if _is_attached(part)]
    body = _body([part for part in parts if part not in attached])
    pages = [part for part in attached if _is_page(part)]
    if body is None and len(pages) == 1:
        return _part(page, pages[0], FormFacts())
    if body is None:
        raise InputError(Message("is an email message without text; save what is attached to it"))
    return _part(page, body, combined(_facts(message), cut_off_facts(message), _remark(attached)))


def _part(page: SavedPage, part: MailMessage, facts: FormFacts) -> SavedPage:
    facts = combined(facts, charset_facts(charset_of(part)))
    kind = "text/plain" if part.get_content_type() == "text/plain" else "text/html"
    name = part.get_filename() or ""
    return page.inner(facts, content(part), name=name, media_type=kind)


def _is_attached(part: MailMessage) -> bool:
    is_text = part.get_content_type() in _BODIES
    return part.get_content_disposition() == "attachment" or bool(is_text and part.get_filename())


def _is_page(part: MailMessage) -> bool:
    name = (part.get_filename() or "").lower()
    return part.get_content_type() in HTML or name.endswith((".html", ".htm", ".mht", ".mhtml"))


def _body(parts: Sequence[MailMessage]) -> MailMessage | None:
    """Return the richest text that is not blank: HTML before plain text (RFC 2046, 5.1.4)."""
    for kind in _BODIES:
        for part in parts:
            if part.get_content_type() == kind and not _BLANK.fullmatch(content(part)):
                return part
    return None


def _facts(message: MailMessage) -> FormFacts:
    archived = header(message, "Archived-At")  # RFC 5064
    return combined(
        FormFacts(type="letter", title=header(message, "Subject")),
        _date(header(message, "Date")),
        _sender(message, header(message, "From")),
        address_facts(archived.carrying(archived.value.strip("<> ")) if archived else None),
    )


def _date(stated: Stated[str] | None) -> FormFacts:
    if stated is None:
        return FormFacts()
    if instant := mail_instant(stated.value):
        return FormFacts(date=stated.carrying(instant.date))
    message = Message(
        'the mail has "{text}" as its date, which is none; set it: --set /original/date=...',
        text=stated.value[:100],
    )
    return FormFacts(remarks=(FormRemark("date", message),))


def _sender(message: MailMessage, words: Stated[str] | None) -> FormFacts:
    """Return the sender as author; where a list sends in its own name, the list as publisher."""
    if words and len(words.value) > _LONGEST_FIELD:
        return FormFacts(remarks=(FormRemark("author", _too_long(words.value)),))
    named = [each for each in _addresses(words.value) if each[0]] if words else []
    if not words or not named:
        return FormFacts()
    lists = " ".join(str(message[each] or "") for each in ("List-Post", "List-Id"))
    name, address = named[0]
    if address and address.lower() in lists.lower():
        author, _, list_name = name.partition(" via ")
        authors = (words.carrying(author),) if list_name else ()
        return FormFacts(authors=authors, publisher=words.carrying(list_name or author))
    return FormFacts(authors=tuple(words.carrying(name) for name, _ in named))


def _too_long(field: str) -> Message:
    return Message(
        "the sender of the mail has {number} characters; not read, give --author NAME",
        number=len(field),
    )


def _addresses(value: str) -> Sequence[tuple[str, str]]:
    """Return the names and addresses of a field; the library's parser is recursive."""
    try:
        return getaddresses([value])
    except RecursionError:
        return ()


def _remark(attached: Sequence[MailMessage]) -> FormFacts:
    if not attached:
        return FormFacts()
    names = [part.get_filename() or part.get_content_type() for part in attached]
    shown = ", ".join(names[:_MOST_NAMES])
    message = Message(
        "left out what is attached to the mail ({number}): {names}", number=len(names), names=shown
    )
    return FormFacts(remarks=(FormRemark("data", message),))
