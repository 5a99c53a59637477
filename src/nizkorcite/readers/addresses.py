"""The address of a page, from what the page and its user state."""

from attrs import evolve

from nizkorcite.messages import Message
from nizkorcite.readers.facts import Fact, Facts, Remark

_PUBLISHERS = "/original/publishers"


def address_key(address: str) -> str:
    """
    Return the form in which equal addresses are equal.

    Scheme, ``www.``, a final slash and a fragment make no other page.

    >>> address_key("http://www.Example.org/a/#top") == address_key("https://example.org/a")
    True
    """
    from urllib.parse import unquote, urlsplit  # slow to load, and archives' pages do without

    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:  # an address with half a bracket has no host
        return address
    query = f"?{parts.query}" if parts.query else ""
    return unquote(f"{host}{parts.path.rstrip('/')}{query}") if host else address


def with_one_address(facts: Facts, known: str | None) -> Facts:
    """
    Keep the address of the page only if its statements agree, and report the others.

    Args:
        facts: The facts, with all addresses that the page states.
        known: Address of the capture, which a person or the saving program gave.

    Returns:
        Facts with at most one address.
    """
    if not facts.addresses:
        return facts
    stated = {address_key(fact.value): fact for fact in reversed(_of_pages(facts.addresses))}
    fitting = stated.get(address_key(known)) if known else None
    if fitting or len(stated) < 1 + (known is None):
        kept = fitting or next(iter(stated.values()), None)
        return evolve(facts, addresses=(kept,) if kept else ())
    warnings = (*facts.warnings, _differing([*reversed(stated.values())], known))
    return evolve(facts, addresses=(), warnings=warnings)


def _of_pages(addresses: tuple[Fact[str], ...]) -> tuple[Fact[str], ...]:
    """Leave out addresses of the whole site, if any address is that of a page."""
    pages = tuple(fact for fact in addresses if "/" in address_key(fact.value))
    return pages or addresses


def _differing(stated: list[Fact[str]], known: str | None) -> Remark:
    if known:
        message = Message(
            "the page states another address, {stated}; {known} is used",
            stated=stated[0].value,
            known=known,
        )
    else:
        message = Message(
            "the page states different addresses, {one} and {other}; give the right one, as in "
            "--url {one}",
            one=stated[0].value,
            other=stated[1].value,
        )
    return Remark("NZ651", "/captures/0/url", message, quote=stated[0].quote)


def is_first_publication(facts: Facts) -> bool:
    """Check whether the page itself is the original: neither republished nor from a source."""
    is_doubtful = any(
        each.field == _PUBLISHERS and each.reason != "absent" for each in facts.unread
    )
    return not (
        facts.republishers
        or facts.republished
        or facts.attribution == "stated"
        or facts.source_line
        or is_doubtful
    )
