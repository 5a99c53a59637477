"""The address of the original behind a line's link."""

import re

from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.text import collapse_space

_SHORTEST_WORDS = 3
_ORIGINAL = re.compile(r"\boriginal\b|\bOriginal", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][^\s<>\"\\^`{|}\x00-\x20\x7f-\xa0\ufffd]{1,2000}")
"""An address as a record holds it."""
_NOT_TEXTS = re.compile(
    r"//(?:[\w.-]+\.)?(?:creativecommons\.org|doi\.org/?$|wikipedia\.org|wikidata\.org"
    r"|(?:twitter|x|facebook|instagram|linkedin|youtube)\.com)",
    re.IGNORECASE,
)


def original_address(page: Page, line: Span, rule: str) -> Fact[str] | None:
    """
    Return the address of a text at another site to which a line links, if there is only one.

    A link to a site's front page is no address of a text. Of several links, the one that speaks of
    the original is taken.

    Args:
        page: The page.
        line: The line.
        rule: Name of the rule that reads the line.
    """
    words = collapse_space(page.quote(line))
    within = [
        (text, address)
        for text, address in page.markup.links
        if len(text) >= _SHORTEST_WORDS and text in words and _is_elsewhere(page, address)
    ]
    speaking = [link for link in within if _ORIGINAL.search(link[0])]
    addresses = {address for _, address in speaking or within}
    if len(addresses) != 1:
        return None
    address = addresses.pop()
    return Fact(value=address, rule=rule, quote=address, method="markup")


def _is_elsewhere(page: Page, address: str) -> bool:
    """Check for the address of a text, not a front page, at another site than the page's own."""
    from urllib.parse import urlsplit  # slow to load, and few lines have links

    if not ADDRESS.fullmatch(address) or _NOT_TEXTS.search(address):
        return False
    try:
        parts, own = urlsplit(address), urlsplit(page.markup.canonical or "")
    except ValueError:
        return False
    return parts.path not in ("", "/") and parts.hostname != own.hostname
