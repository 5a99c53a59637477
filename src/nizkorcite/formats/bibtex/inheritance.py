"""
Fields that an entry takes from other entries (``crossref``, ``xdata``; biblatex manual, section
2.4.1 and appendix B).
"""

from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.formats.bibtex.composition import Fields
from nizkorcite.formats.bibtex.field_map import COMPOSED_FIELDS, FIELDS, FIELDS_READ_TOGETHER

Inherited = tuple[Fields, tuple[str, ...]]
"""The fields of an entry with those of others, and the keys that the file lacks."""

_NOT_INHERITED = frozenset(
    ("crossref", "xdata", "xref", "ids", "label", "options", "related", "relatedtype", "recordid")
)
_INHERITED = (FIELDS_READ_TOGETHER | COMPOSED_FIELDS | {*FIELDS}) - _NOT_INHERITED
_DATES = frozenset(("date", "year", "month", "day"))
_CONTAINER_TITLES = {
    **dict.fromkeys(("inproceedings", "conference", "incollection", "inbook"), "booktitle"),
    **dict.fromkeys(("bookinbook", "inreference", "suppbook", "suppcollection"), "booktitle"),
    **dict.fromkeys(("article", "review", "suppperiodical"), "journaltitle"),
}


def with_inherited(entries: Sequence[tuple[str, str, Fields]]) -> tuple[Inherited, ...]:
    """
    Add inherited fields to the entries of a file; return also the keys not found.

    The title of a containing entry becomes ``booktitle`` or ``journaltitle``. Parents are completed
    before their children without recursion, so that chains of any length end; an entry of a circle
    counts as not found.

    Args:
        entries: Key, entry type and fields of each entry; of two entries with one key, the first
            is inherited from.

    >>> with_inherited([("a", "inproceedings", {"title": "Law", "crossref": "P"}),
    ...                 ("p", "proceedings", {"title": "Papers", "year": "2001"})])[0]
    ({'booktitle': 'Papers', 'year': '2001', 'title': 'Law'}, ())
    """
    numbers = {key.lower(): number for number, (key, _, _) in reversed([*enumerate(entries)])}
    complete: dict[int, Inherited] = {}
    for number in range(len(entries)):
        waiting, opened = [number], set[int]()
        while waiting:
            entry = waiting[-1]
            parents = (numbers.get(key.lower(), -1) for _, key in _sources(entries[entry][2]))
            missing = {each for each in parents if each >= 0 and each not in complete} - opened
            if entry in complete or entry in opened or not missing:
                complete.setdefault(entry, _completed(entries[entry], numbers, complete))
                waiting.pop()
            else:
                opened.add(entry)
                waiting += missing
    return tuple(complete[number] for number in range(len(entries)))


def _completed(
    entry: tuple[str, str, Fields], numbers: Mapping[str, int], complete: Mapping[int, Inherited]
) -> Inherited:
    """Add the fields of parents that are complete."""
    _, entry_type, fields = entry
    own = {name: value for name, value in fields.items() if name not in ("crossref", "xdata")}
    missing: list[str] = []
    for name, key in _sources(fields):
        number = numbers.get(key.lower(), -1)
        if number not in complete:
            missing.append(key)
            continue
        theirs, _ = complete[number]
        taken = _heritable(theirs, own)
        own = {**(taken if name == "xdata" else _as_container(entry_type, taken)), **own}
    return own, tuple(missing)


def _sources(fields: Fields) -> Iterator[tuple[str, str]]:
    for key in fields.get("xdata", "").split(","):
        if key.strip():
            yield "xdata", key.strip()
    if fields.get("crossref", "").strip():
        yield "crossref", fields["crossref"].strip()


def _heritable(theirs: Fields, own: Fields) -> Fields:
    """Select the fields to inherit; a date is taken whole, or not at all."""
    dated = not _DATES.isdisjoint(own)
    return {
        name: value
        for name, value in theirs.items()
        if name in _INHERITED and not (dated and name in _DATES)
    }


def _as_container(entry_type: str, theirs: Fields) -> Fields:
    holder = _CONTAINER_TITLES.get(entry_type)
    if holder is None:
        return theirs
    names = {"title": holder, "subtitle": holder.replace("title", "subtitle")}
    rest = {name: value for name, value in theirs.items() if name != "shorttitle"}
    return {names.get(name, name): value for name, value in rest.items()}
