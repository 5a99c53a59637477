"""Ids of records: from the page's address, or else from its bytes."""

import re

_FOREIGN = re.compile(r"[^a-z0-9._~-]+")
_MAXIMUM = 500
_DIGITS = 16


def document_id(url: str | None, sha256: str) -> str:
    """
    Return the id of a record.

    Args:
        url: Address of the page, if known; host, path and query become segments.
        sha256: Digest of the page's bytes, 64 hexadecimal digits.

    Returns:
        Lower-case segments joined by ``:``. A page has one id at ``www.`` and without.

    >>> document_id("https://www.Example.org./a/B%20c.html?p=2", "0" * 64)
    'example.org:a:b-c.html:p-2'
    >>> document_id(None, "40c48958" + "0" * 56)
    'sha256:40c4895800000000'
    """
    segments = _segments(url) if url else []
    name = ":".join(segments)
    return name if segments and len(name) <= _MAXIMUM else f"sha256:{sha256[:_DIGITS]}"


def _segments(url: str) -> list[str]:
    from urllib.parse import unquote, urlsplit  # slow to load, and many pages have no address

    try:
        parts = urlsplit(url)
    except ValueError:  # an address with half a bracket has no host
        return []
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    names = [host, *parts.path.split("/"), parts.query]
    plain = (_FOREIGN.sub("-", unquote(name).lower()).strip("-") for name in names)
    return [name for name in plain if name]
