"""
CSL-JSON for Zotero: what its items have no field for stands in ``note``, its Extra field.

Zotero's importer drops the original variables of all types but books and chapters, and a web page's
publisher; from the lines of Extra it makes them again when it cites.
"""

from collections.abc import Sequence

from nizkorcite.formats.csl_json.writer import CslItem, advice, in_array, item
from nizkorcite.formats.zotero_extra import extra_lines
from nizkorcite.reference import Reference

__all__ = ["advice", "write_all"]


def write_all(references: Sequence[Reference]) -> str:
    """
    The references as a JSON array.

    >>> from nizkorcite.dates import PartialDate
    >>> print(write_all([Reference(id="a", type="webpage", layers="both",
    ...                            original_date=PartialDate("2017-02-27"))]), end="")
    [
      {
        "id": "a",
        "type": "webpage",
        "note": "original-date: 2017-02-27"
      }
    ]
    """
    return in_array([_item(reference) for reference in references])


def _item(reference: Reference) -> CslItem:
    lines = list(extra_lines(reference))
    named = {name for name, _ in lines}
    kept = {
        name: value
        for name, value in item(reference).items()
        if name not in named and not name.startswith("original-")
    }
    told = "\n".join([*_note(reference), *(f"{name}: {value}" for name, value in lines)])
    return {**kept, **({"note": told} if told else {})}


def _note(reference: Reference) -> Sequence[str]:
    return [reference.note] if reference.note else []
