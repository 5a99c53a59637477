"""Addresses of pages: the host, and the date that an address gives."""

import re

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.sites.description import Site

_HOST = re.compile(r"https?://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)


def page_address(page: Page) -> str | None:
    """Return the address that a page's markup states: its canonical link, or ``og:url``."""
    stated = page.markup.canonical or dict(page.markup.metadata).get("og:url")
    return stated if stated and _HOST.match(stated) else None


def host_of(address: str | None) -> str:
    """
    Return the host of an address, without ``www.``; the empty text without an address.

    >>> host_of("http://www.Example.org./a")
    'example.org'
    """
    match = _HOST.match(address or "")
    return match[1].lower().rstrip(".") if match else ""


def address_date(site: Site, address: str, part: str) -> Fact[PartialDate] | None:
    """
    Return the date that a page's address gives: ``/2013/12/`` gives 2013-12.

    Args:
        site: The site.
        address: The whole address.
        part: ``date`` or ``republished``.
    """
    path = re.sub(r"\Ahttps?://[^/]*", "", address)
    for form in site.address_forms:
        match = form.pattern.match(path)
        units = match.groupdict() if match else {}
        if year := units.get(f"{part}_year"):
            rest = [units[name] for unit in ("month", "day") if (name := f"{part}_{unit}") in units]
            return _dated("-".join([_full_year(year, site), *rest]), site, address)
    return None


def _dated(text: str, site: Site, address: str) -> Fact[PartialDate] | None:
    try:
        date = PartialDate(text)
    except DateError:
        return None
    return Fact(value=date, rule=f"{site.name}.address", quote=address, method="address")


def _full_year(digits: str, site: Site) -> str:
    if len(digits) > 2 or site.years is None:  # noqa: PLR2004 - two digits leave the century open
        return digits
    first = site.years.start
    return str(first + (int(digits) - first) % len(site.years))
