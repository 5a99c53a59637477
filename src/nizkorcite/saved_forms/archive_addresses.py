"""
Addresses of web archives: the page's own address inside them, and links rewritten to them.

The Wayback Machine, pywb, OpenWayback and their users put a time stamp and the page's address into
the path: ``https://HOST/COLLECTION/20170301120000mp_/https://page``. 14 digits and an absolute
address after them are taken as such on any host; fewer digits, which stand for "the copy nearest
to", on hosts that are known.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final
from urllib.parse import parse_qs

from attrs import field, frozen

from nizkorcite.errors import ModelError
from nizkorcite.messages import Message
from nizkorcite.record.constraints import URL
from nizkorcite.saved_forms.instants import digits_instant
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, Memento, Stated, combined

_STAMPED: Final = re.compile(
    r"(?P<prefix>https?://(?P<host>[^/:?#\s]+)(?::[0-9]+)?/(?:[^?#\s]*?/)??)"
    r"(?P<stamp>[0-9]{4,14}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6})"
    r"(?P<modifier>[a-z]{2}_|\*)?/(?P<inner>(?:https?:/|[\w-]+\.[\w-])\S.*)",
    re.I | re.S,
)
ARCHIVE_TODAY: Final = r"archive\.(?:today|is|ph|li|vn|fo|md|ec)|archiveiya74codqgiixo\w*\.onion"
_KNOWN_HOSTS: Final = re.compile(
    rf"(?:[a-z]+[.-])?web\.archive\.org|(?:www\.)?(?:{ARCHIVE_TODAY})|wayback\.archive-it\.org|"
    r"webarchive\.nationalarchives\.gov\.uk|(?:www\.)?webarchive\.org\.uk|(?:www\.)?arquivo\.pt|"
    r"webarchive\.loc\.gov|webarchive\.nla\.gov\.au|swap\.stanford\.edu|wayback\.archive\.org",
    re.I,
)
# Addresses of copies that do not say which page they are of.
_SHORT: Final = re.compile(
    rf"https?://(?:(?:www\.)?(?:{ARCHIVE_TODAY})/[a-z0-9]{{4,6}}|perma\.cc/[a-z0-9]{{4}}-[a-z0-9]{{4}}"
    r"|(?:www\.)?webcitation\.org/\w+|(?:www\.)?ghostarchive\.org/archive/\w+)/?(?:[?#].*)?",
    re.I,
)
# Readers and caches carry the page's address in their own.
_CARRIERS: Final = re.compile(
    r"(?:about:reader|chrome-distiller://|read://|edge://|moz-extension://)", re.I
)
_GOOGLE_CACHE: Final = re.compile(r"https?://webcache\.googleusercontent\.com/search\?", re.I)
# A replay within the reader's own browser or machine; nobody else can open such an address.
_LOCAL_REPLAY: Final = re.compile(r"https?://(?:localhost|127\.|\[::1\]|replayweb\.page)", re.I)
_NO_ADDRESS: Final = re.compile(
    r"(?:about|file|data|blob|cid|chrome|resource|javascript|urn|metadata|mhtml|x-\w+):|"
    r"http://internet\.e-mail/?$",
    re.I,
)
# Tags, and the scripts that hold linked data.
_LINKS: Final = re.compile(
    rb"<script[^<>]{0,500}ld\+json[^<>]{0,500}>.*?(?:</script|\Z)|<[a-z][^<>]*>", re.I | re.S
)
_LONGEST = 4096
_SHOWN = 200
_MOST_PARAMETERS = 50
_NOTHING = "about:blank"


@frozen
class StampedAddress:
    """
    The parts of an archived copy's address.

    Attributes:
        prefix: Address of the collection, up to the time stamp.
        stamp: The 4 to 14 digits of the time stamp.
        modifier: How the archive serves it: ``id_`` for the bytes as they were, else ``""``.
        inner: The page's own address, as it stands there.
    """

    prefix: str
    stamp: str
    modifier: str
    inner: str


def stamped_address(address: str) -> StampedAddress | None:
    """
    Take an archived copy's address apart.

    >>> stamped_address("https://web.archive.org/web/20170301120000id_/http://example.org/").inner
    'http://example.org/'
    """
    match = _STAMPED.fullmatch(address[:_LONGEST])
    if match is None or match["modifier"] == "*":
        return None
    stamp = re.sub(r"\D", "", match["stamp"])
    is_known = bool(_KNOWN_HOSTS.fullmatch(match["host"]))
    inner = re.sub(r"^(https?:)/+", r"\1//", match["inner"], count=1)
    is_whole = len(stamp) == len("YYYYMMDDhhmmss") and inner.startswith(("http://", "https://"))
    if not is_known and not (is_whole and digits_instant(stamp)):
        return None
    return StampedAddress(match["prefix"], stamp, match["modifier"] or "", inner)


def address_facts(stated: Stated[str] | None) -> FormFacts:
    """
    Return what an address says: that of a page, or of an archived copy of a page.

    An address without a page, such as ``about:blank`` or that of a file, gives nothing.

    >>> copy = "https://web.archive.org/web/20170301120000id_/https://example.org/a"
    >>> address_facts(Stated(copy, copy)).url.value
    'https://example.org/a'
    """
    address = _carried(stated.value.strip()) if stated else _NOTHING
    if stated is None or _NO_ADDRESS.match(address):
        return FormFacts()
    if stamped := stamped_address(address):
        memento = _memento_facts(stated, address, stamped)
        return combined(memento, address_facts(stated.carrying(stamped.inner)))
    if _SHORT.fullmatch(address):
        return FormFacts(memento=stated.carrying(Memento(url=address)))
    return _page_facts(stated, address)


def supplied_address(address: str) -> FormFacts:
    """
    Return what an address says that a person supplies.

    Raises:
        ModelError: It is not valid in a record.
    """
    facts = address_facts(Stated(address, address))
    if not (facts.url or facts.memento):
        _Address(address)
    return facts


def _memento_facts(stated: Stated[str], address: str, stamped: StampedAddress) -> FormFacts:
    is_local = bool(_LOCAL_REPLAY.match(address))
    memento = Memento(
        url=None if is_local or not is_page_address(address) else address,
        instant=digits_instant(stamped.stamp),
    )
    return FormFacts(memento=stated.carrying(memento) if memento != Memento() else None)


def _page_facts(stated: Stated[str], address: str) -> FormFacts:
    if is_page_address(address):
        return FormFacts(url=stated.carrying(address))
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:/|$)", address):
        return FormFacts(remarks=(FormRemark("url", _without_scheme(address)),))
    return FormFacts(remarks=(FormRemark("url", _unusable(address)),))


def _without_scheme(address: str) -> Message:
    return Message(
        "the saved page gives its address as {address}, without http or https; give it with --url",
        address=address[:_SHOWN],
    )


def _unusable(address: str) -> Message:
    return Message(
        "the saved page gives no usable address: {address}; give it with --url",
        address=address[:_SHOWN],
    )


def _carried(address: str) -> str:
    """Return the address that a reader's, a cache's or a view of the source's carries."""
    address = re.sub(r"^view-source:", "", address, flags=re.I)
    query = address.partition("?")[2].partition("#")[0]
    if _CARRIERS.match(address):
        return _parameter(query, "url") or _NOTHING
    if _GOOGLE_CACHE.match(address):
        cached = re.match(r"cache:(?:[\w-]{8,16}:)?(\S+)", _parameter(query, "q"))
        return cached[1] if cached else _NOTHING
    return address


def _parameter(query: str, name: str) -> str:
    try:
        return parse_qs(query, max_num_fields=_MOST_PARAMETERS).get(name, [""])[0]
    except ValueError:
        return ""


@frozen
class _Address:
    """An address as records allow it."""

    url: str = field(validator=URL)


def is_page_address(address: str) -> bool:
    """
    Check that an address can stand in a record.

    >>> is_page_address("https://example.org/a"), is_page_address("http://example.org/a b")
    (True, False)
    """
    try:
        _Address(address)
    except ModelError:
        return False
    return True


def without_archive_links(data: bytes, prefixes: Iterable[str]) -> bytes:
    """
    Undo an archive's links: those in tags and in JSON-LD, relative or absolute, of any time.

    Links in the visible text are the page's own words and stay.

    Args:
        data: The page.
        prefixes: What the archive puts before an address: ``https://web.archive.org/web/``.

    >>> without_archive_links(
    ...     b'<a href="/web/20170301im_/http://a.example/">', ["https://web.archive.org/web/"]
    ... )
    b'<a href="http://a.example/">'
    """
    for prefix in prefixes:
        rewritten = _rewritten(prefix)
        data = _LINKS.sub(lambda part: rewritten.sub(b"", part[0]), data)  # noqa: B023 - used at once
    return data


@cache
def _rewritten(prefix: str) -> re.Pattern[bytes]:
    """Return the pattern of a prefix and a time stamp before an address; JSON may escape /."""
    _, _, rest = prefix.partition("://")
    host, _, path = rest.partition("/")
    pattern = (
        f"(?:(?:https?:)?//{re.escape(host)})?/{re.escape(path)}[0-9]{{1,14}}(?:[a-z]{{2}}_)?/"
        "(?=(?:https?:|ftp:|mailto:|//))"
    )
    return re.compile(pattern.replace("/", r"\\?/").encode(), re.I)
