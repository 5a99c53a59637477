"""
Writer of CSL-JSON for Zotero: ``note``, its Extra field, holds variables without a field.

Zotero's importer drops the original's variables, except in books and chapters, and the publisher of
a web page; it restores them from lines of Extra when it cites. Zotero has ids of its own, so that
``citation-key`` alone is the key here.
"""

from collections.abc import Sequence

from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.formats.csl_json.writer import CslItem, csl_item, json_array
from nizkorcite.formats.zotero_extra import extra_lines
from nizkorcite.reference import Reference


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a JSON array for Zotero.

    >>> from nizkorcite.dates import PartialDate
    >>> print(write_all([Reference(id="a", type="webpage", layers="both",
    ...                            original_date=PartialDate("2017-02-27"))]), end="")
    [
      {
        "id": "a",
        "type": "webpage",
        "citation-key": "itemca9781",
        "note": "original-date: 2017-02-27"
      }
    ]
    """
    each_once = tuple(dict.fromkeys(references))
    return "".join(json_array(map(_item, each_once, citation_keys(each_once))))


def _item(reference: Reference, key: str) -> CslItem:
    lines = list(extra_lines(reference))
    named = {name for name, _ in lines}
    kept = {
        name: value
        for name, value in (csl_item(reference) | {"citation-key": key}).items()
        if name not in named and not name.startswith("original-")
    }
    note = "\n".join([*_note(reference), *(f"{name}: {value}" for name, value in lines)])
    return {**kept, **({"note": note} if note else {})}


def _note(reference: Reference) -> Sequence[str]:
    return [reference.note] if reference.note else []
