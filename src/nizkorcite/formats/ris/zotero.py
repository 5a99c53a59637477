"""RIS for Zotero: what it has no field for stands in ``M2``, which Zotero reads into Extra."""

from collections.abc import Iterator, Sequence

from nizkorcite.formats.ris.writer import Tag, advice, tags, untagged_lines, write_entries
from nizkorcite.formats.zotero_extra import extra_lines
from nizkorcite.reference import Reference

__all__ = ["advice", "write_all"]


def write_all(references: Sequence[Reference]) -> str:
    r"""
    The references as a RIS file in UTF-8, each once.

    >>> from nizkorcite.dates import PartialDate
    >>> write_all([Reference(id="a", type="book", layers="both",
    ...                      original_date=PartialDate("1926"))]).splitlines()[-2]
    'M2  - original-date: 1926'
    """
    return write_entries(map(_tags, dict.fromkeys(references)))


def _tags(reference: Reference) -> Iterator[Tag]:
    """A web page has a site (``T2``) in Zotero, and no publisher."""
    site, _ = reference.site_and_publishers
    page = reference.type == "webpage"
    for tag, value in tags(reference):
        if not page or tag not in ("PB", "T2"):
            yield tag, value
    if page and site:
        yield "T2", site
    lines = (*extra_lines(reference), *untagged_lines(reference))
    yield from (("M2", f"{name}: {value}") for name, value in lines)
