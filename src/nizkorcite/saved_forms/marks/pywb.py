"""
pywb and wabac.js: national web archives, Arquivo.pt, Perma.cc, Conifer, ReplayWeb.page.

A script between ``<!-- WB Insert -->`` and ``<!-- End WB Insert -->`` sets ``wbinfo.url``,
``wbinfo.timestamp`` and ``wbinfo.prefix``. The outer page of a replay has a bar and a frame alone;
SingleFile puts the page into the frame's ``srcdoc``.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.instants import digits_instant
from nizkorcite.saved_forms.markup import (
    Cut,
    between,
    elements,
    matched,
    scripts,
    tag_with,
    without,
    words_of,
)
from nizkorcite.saved_forms.saved_page import FormFacts, Memento, SavedPage, Stated, combined

_SETTING: Final = (
    r"""(?:wbinfo\.NAME\s*=\s*|["']?\bNAME["']?\s*:\s*)(?:decodeURI\(\s*)?"""
    r"""["'](?P<value>[^"'<>\s]+)["']"""
)
_URL, _STAMP, _PREFIX = (
    re.compile(_SETTING.replace("NAME", name).encode()) for name in ("url", "timestamp", "prefix")
)
_BEGIN: Final = re.compile(rb"<!--\s*WB Insert\s*-->", re.I)
_END: Final = re.compile(rb"<!--\s*End WB Insert\s*-->\s?", re.I)
_OWN_SCRIPT: Final = re.compile(
    rb"wbinfo\b|_WBWombatInit|VueUI\.main|/default_banner\.js|wombat(?:ProxyMode)?\.js"
)
_OWN_ELEMENTS: Final = tag_with(
    r"""id=["']?(?:_wb_frame_top_banner|_wb_plain_banner|(?:wb|ukgwa|ukwa)-banner)(?=["'\s>])"""
)
_REPLAY_FRAME: Final = re.compile(rb"""<iframe\b[^<>]*\bid\s*=\s*["']?replay_iframe\b""", re.I)
_PAGE_IN_FRAME: Final = re.compile(
    rb"""\bsrcdoc\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.I
)
_ARCHIVED_TITLE: Final = re.compile(rb"(?<=<title>)\s*\[ARCHIVED CONTENT\]\s*", re.I)
_SETTINGS: Final = re.compile(rb"\bwbinfo\b|VueUI\.main|ContentFrame\(")
_START = 4096
_Match = re.Match[bytes]


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the page without the archive's script and bar.

    Raises:
        InputError: It is the bar and an empty frame.
    """
    data = page.data
    facts = _facts(data)
    cuts = list(_cuts(data))
    frame = _REPLAY_FRAME.search(data)
    if frame is None and (facts == FormFacts() or not cuts):
        return None
    content = _framed(data, frame) if frame else _ARCHIVED_TITLE.sub(b"", without(data, cuts))
    return page.inner(facts, content, media_type="text/html")


def _facts(data: bytes) -> FormFacts:
    settings = next((cut for cut in scripts(data) if _SETTINGS.search(data, *cut)), (0, 0))
    url, stamp, prefix = (each.search(data, *settings) for each in (_URL, _STAMP, _PREFIX))
    if url is None:
        return FormFacts()
    address = matched(url, "value")
    instant = digits_instant(words_of(stamp["value"])) if stamp else None
    if stamp is None or instant is None:
        return address_facts(address)
    memento = FormFacts(memento=matched(stamp).carrying(Memento(instant=instant)))
    return combined(_copy(prefix, stamp, url), address_facts(address), memento)


def _copy(prefix: _Match | None, stamp: _Match, url: _Match) -> FormFacts:
    """Put the address of the archived copy together."""
    if prefix is None:
        return FormFacts()
    parts = [words_of(each["value"]) for each in (prefix, stamp, url)]
    address = "/".join((unquote(parts[0]).rstrip("/"), *parts[1:]))
    quote = "; ".join(words_of(each[0]) for each in (prefix, stamp, url))
    return address_facts(Stated(address, quote))


def _cuts(data: bytes) -> Iterator[Cut]:
    yield from between(data, _BEGIN, _END)
    yield from elements(data, _OWN_ELEMENTS)
    for start, end in scripts(data):
        if _OWN_SCRIPT.search(data, start, min(end, start + _START)):
            yield start, end


def _framed(data: bytes, frame: re.Match[bytes]) -> bytes:
    """
    Return the page in the frame of a replay.

    Raises:
        InputError: The frame is empty, since its page is in a file of its own.
    """
    content = _PAGE_IN_FRAME.search(data, frame.start())
    if content is None:
        raise InputError(
            Message("is the bar of a web archive without the page; open the page alone and save it")
        )
    markup = content["double"] or content["single"] or b""
    return unescape(markup.decode("utf-8", "replace")).encode()
