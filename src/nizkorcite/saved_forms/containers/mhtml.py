"""
MHTML: a page and what it shows as parts of a message (RFC 2557).

Chrome and Edge: ``From: <Saved by Blink>``, the address in Snapshot-Content-Location. Internet
Explorer: ``From: "Saved by Windows Internet Explorer 11"``, the address at the part. The root is
the part that ``start`` names, else the first one of HTML (RFC 2387, section 3.2).
"""

import re
from collections.abc import Sequence
from email.message import Message as MailMessage
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
    parse_header,
    parse_message,
)
from nizkorcite.saved_forms.facts import accessed_facts, charset_facts
from nizkorcite.saved_forms.instants import javascript_instant
from nizkorcite.saved_forms.markup import attribute, decoded
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_FROM: Final = re.compile(r"<?\"?Saved by ([^\"<>]{1,100}?)\"?>?(?:\s*<[^<>]*>)?$", re.I)
_FRAMESET: Final = re.compile(rb"<frameset\b", re.I)
_FRAME: Final = re.compile(rb"<frame\s[^<>]*>", re.I)


def _is_mhtml(message: MailMessage) -> bool:
    """Tell a saved page from a mail: no mail says that it was saved, or where it was taken from."""
    sender = header(message, "From")
    is_saved = bool(sender and _FROM.search(sender.value))
    is_related = message.get_content_type() == "multipart/related" and "To" not in message
    return is_saved or is_related or "Snapshot-Content-Location" in message


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the root part; `None` for a mail.

    Raises:
        InputError: No part is HTML or text.
    """
    if not _is_mhtml(parse_header(page.data)):
        return None
    message = parse_message(page.data)
    parts = list(leaves(message))
    root = _root(message, parts)
    facts, data = _facts(message, root), content(root)
    if _FRAMESET.search(data) and (shown := _shown_frames(data, root, parts)):
        return page.inner(facts, shown, media_type="text/html")
    facts = combined(facts, charset_facts(charset_of(root)))
    media_type = "text/html" if root.get_content_type() in HTML else "text/plain"
    return page.inner(facts, data, media_type=media_type)


def _root(message: MailMessage, parts: Sequence[MailMessage]) -> MailMessage:
    start = str(message.get_param("start") or "")
    named = [part for part in parts if start and str(part["Content-ID"] or "").strip() == start]
    pages = [part for part in parts if part.get_content_type() in HTML]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    if not (found := (*named, *pages, *texts)):
        raise InputError(Message("holds no part of HTML or text, so no page"))
    return found[0]


def _facts(message: MailMessage, root: MailMessage) -> FormFacts:
    sender = header(message, "From")
    tool = _FROM.search(sender.value) if sender else None
    url = header(message, "Snapshot-Content-Location") or header(root, "Content-Location")
    return combined(
        FormFacts(tool=sender.carrying(tool[1].strip()) if sender and tool else None),
        cut_off_facts(message),
        accessed_facts(header(message, "Date"), javascript_instant),
        address_facts(url or header(message, "Content-Location")),
    )


def _shown_frames(data: bytes, root: MailMessage, parts: Sequence[MailMessage]) -> str:
    """Return the head of a set of frames with the pages that its frames show after it."""
    sources = [attribute(tag[0], "src") or "" for tag in _FRAME.finditer(data)]
    shown = [part for source in sources for part in parts if _is_at(part, source)]
    if not shown:
        return ""
    head = data[: data.lower().index(b"<frameset")]
    texts = [_text(head, root), *(_text(content(part), part) for part in shown)]
    return "\n".join(texts)


def _is_at(part: MailMessage, source: str) -> bool:
    """Check a part's address, or its Content-ID (RFC 2392)."""
    if source.lower().startswith("cid:"):
        return str(part["Content-ID"] or "").strip(" <>") == source[4:]
    return bool(source) and str(part["Content-Location"] or "").strip() == source


def _text(data: bytes, part: MailMessage) -> str:
    charset = charset_facts(charset_of(part)).charset
    return data.decode(charset.value, "replace") if charset else decoded(data)
