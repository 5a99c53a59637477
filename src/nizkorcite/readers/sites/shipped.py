"""
The shipped site descriptions: recognition of their pages, and their texts.

People edit ``descriptions/*.toml``; the program loads the same data, without the examples, from
``descriptions.json``, since parsing TOML takes 11 ms. A test compares the two.
"""

import json
import os
from functools import cache

from nizkorcite.errors import UnknownNameError
from nizkorcite.page import Page
from nizkorcite.readers.sites.address import host_of, page_address
from nizkorcite.readers.sites.description import Site, site_from
from nizkorcite.readers.sites.form import searchable
from nizkorcite.readers.sites.reader import SiteReader


def site_names() -> tuple[str, ...]:
    """
    Return the names of the shipped site descriptions.

    >>> "rebelion" in site_names()
    True
    """
    return tuple(_sites())


def shipped_site(name: str) -> Site:
    """
    Return a shipped site description.

    Raises:
        UnknownNameError: No description has that name.
    """
    if name not in _sites():
        raise UnknownNameError("site", name, site_names())
    return _sites()[name]


def site_text(name: str) -> str:
    """
    Return the TOML text of a shipped site description.

    Raises:
        UnknownNameError: No description has that name.
    """
    return _file_text("descriptions", f"{shipped_site(name).name}.toml")


def site_reader(page: Page, address: str | None) -> SiteReader | None:
    """
    Return the reader of the site that a page comes from, by its address or by its marks.

    Args:
        page: The page.
        address: The address of the page, if known otherwise than from its markup.
    """
    host = host_of(address or page_address(page))
    sites = _sites().values()
    at_host = (site for site in sites if site.has_host(host) or site.is_mirrored_at(host))
    site = next(at_host, None) or _marked_site(page)
    return SiteReader(site, address) if site else None


def _marked_site(page: Page) -> Site | None:
    folded = searchable(page.text)
    return next((site for site in _sites().values() if site.has_marks(page.text, folded)), None)


@cache
def _sites() -> dict[str, Site]:
    data = json.loads(_file_text("descriptions.json"))
    return {name: site_from(name, each) for name, each in data.items()}


def _file_text(*way: str) -> str:
    # importlib.resources and pathlib take longer to load than the descriptions.
    path = os.path.join(os.path.dirname(__file__), *way)  # noqa: PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
