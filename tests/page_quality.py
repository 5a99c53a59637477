"""Score readings of pages against the facts that a person found on them."""

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import nizkorcite as nz

PAGES = Path(__file__).parent / "cases/pages"
Facts = Mapping[str, object]
"""Values by name, as in ``expected.json``; a value that is not stated is ``None`` or empty."""


def expected_facts(folder: Path) -> Mapping[str, dict[str, Any]]:
    """
    Load the gold facts of a folder of pages.

    ``expected.json`` has an object for each file name: `want` has the facts of the page, ``null``
    where the page states none.
    """
    expected: Mapping[str, dict[str, Any]] = json.loads(
        (folder / "expected.json").read_text("utf-8")
    )
    return expected


def facts_of(document: nz.Document) -> Facts:
    """Return the facts of a document under the names of ``expected.json``."""
    original, republication = document.original, document.republication
    captures = document.captures
    publishers = [*(republication.publishers if republication else ()), *original.publishers]
    return {
        "title": document.title,
        "authors": _names(document, "author"),
        "translators": _names(document, "translator"),
        "publisher": publishers[0].name if publishers else None,
        "date": (republication and republication.date) or original.date,
        "original.publisher": original.publishers[0].name if original.publishers else None,
        "original.place": original.place.name if original.place else None,
        "original.date": original.date,
        "original.url": original.url,
        "republication.publishers": [
            each.name for each in (republication.publishers if republication else ())
        ],
        "republication.date": republication.date if republication else None,
        "source_line": original.source_line is not None,
        "url": (republication and republication.url) or original.url
        or next((each.url for each in captures if each.url), None),
        "accessed": next((each.accessed for each in captures if each.accessed), None),
        "memento": next((_memento(each) for each in captures if _memento(each)), None),
    }  # fmt: skip


def _names(document: nz.Document, role: str) -> list[str]:
    return [each.name for each in document.creators if (each.role or "author") == role]


def _memento(capture: nz.Capture) -> object:
    memento = getattr(capture, "memento", None)
    return getattr(memento, "url", memento)


def scores(folder: Path, read: Callable[[Path], Facts]) -> Iterator[tuple[str, str, str]]:
    """
    Compare the facts that a program reads with the gold facts of a folder.

    Yields:
        Page, fact and verdict: ``right`` (also of nothing, if nothing is stated), ``missing`` or
        ``wrong``.
    """
    for name, case in expected_facts(folder).items():
        found = read(folder / name)
        for fact, stated in case["want"].items():
            if fact in found:
                yield name, fact, _verdict(stated, found[fact])


def _verdict(stated: object, found: object) -> str:
    if _comparable(stated) == _comparable(found):
        return "right"
    return "wrong" if found else "missing"


def _comparable(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_comparable(each) for each in value]
    if isinstance(value, bool):
        return value
    return " ".join(unicodedata.normalize("NFC", str(value)).split()).casefold() if value else ""


def table(verdicts: Iterator[tuple[str, str, str]]) -> Mapping[str, Counter[str]]:
    """Count verdicts by fact, in the order of the facts' names."""
    counts: dict[str, Counter[str]] = {}
    for _, fact, verdict in verdicts:
        counts.setdefault(fact, Counter())[verdict] += 1
    return dict(sorted(counts.items()))


def read_facts(path: Path) -> Facts:
    """Read the facts of a page with nizkorcite."""
    return facts_of(nz.read(path).document)
