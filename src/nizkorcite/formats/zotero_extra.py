"""
Lines of Zotero's Extra field, such as ``original-date: 2017-02-27``.

Zotero keeps CSL variables in Extra that an item's type has no field for, and reads them when it
cites.
"""

from collections.abc import Iterator

from nizkorcite.dates import PartialDate
from nizkorcite.record.model import organisation
from nizkorcite.reference import Reference

_AGENTS = {"original-publisher": "original_publisher", "publisher": "publisher"}
_DATES = {"original-date": "original_date"}
_ORIGINALS = {
    "original-publisher-place": "original_publisher_place",
    **_DATES,
    "original-title": "original_title",
    "original-container-title": "original_container_title",
    "original-url": "original_url",
}
_TEXTS = {**_ORIGINALS, "references": "source_line", "archived-url": "archived_url",
          "container-title": "container_title"}  # fmt: skip


def original_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    """
    Yield the variables of the original, with their values.

    >>> list(original_lines(Reference(id="a", type="webpage", layers="both",
    ...                               original_publisher_place="Dushanbe")))
    [('original-publisher-place', 'Dushanbe')]
    """
    if reference.layers == "republication":
        return
    yield from (("original-publisher", agent.name) for agent in reference.original_publisher)
    for name, variable in _ORIGINALS.items():
        if value := getattr(reference, variable):
            yield name, str(value)


def extra_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield variables without a field in Zotero: original, source line, a page's publishers."""
    yield from original_lines(reference)
    if reference.source_line:
        yield "references", reference.source_line
    if reference.type == "webpage":
        _, publishers = reference.site_and_publishers
        yield from (("publisher", agent.name) for agent in publishers)


def read_line(line: str) -> tuple[str, object] | None:
    """
    Read the variable that a line states, with its value; ``None`` for any other line.

    Raises:
        DateError: The line's date is not EDTF.

    >>> read_line("Original Date: 2017-02-27"), read_line("see: below")
    (('original_date', PartialDate('2017-02-27')), None)
    """
    label, _, value = line.partition(": ")
    name, value = label.strip().lower().replace(" ", "-"), value.strip()
    if not value:
        return None
    if name in _DATES:
        return _DATES[name], PartialDate(value)
    if name in _AGENTS:
        return _AGENTS[name], (organisation(" ".join(value.split())),)
    return (_TEXTS[name], value) if name in _TEXTS else None
