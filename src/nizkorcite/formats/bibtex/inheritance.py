"""
Fields that an entry takes from other entries, and fields spread over several (``crossref``,
``xdata``, subtitles, ``eprint``; biblatex manual, sections 2.2.3, 2.4.1 and appendix B).
"""

from collections.abc import Iterator, Mapping

Fields = Mapping[str, str]
Entries = Mapping[str, tuple[str, Fields]]
"""Type and fields of each entry of a file, by the entry's key in small letters."""

_NOT_INHERITED = frozenset(
    ("crossref", "xdata", "xref", "ids", "label", "options", "related", "relatedtype", "recordid")
)
_DATES = frozenset(("date", "year", "month", "day"))
_CONTAINER_TITLES = {
    **dict.fromkeys(("inproceedings", "conference", "incollection", "inbook"), "booktitle"),
    **dict.fromkeys(("inreference", "suppbook", "suppcollection"), "booktitle"),
    **dict.fromkeys(("article", "suppperiodical"), "journaltitle"),
}
_SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "mainsubtitle": "maintitle",
}
_ENDS = (":", "?", "!", ".")


def with_inherited(
    entry_type: str, fields: Fields, entries: Entries, through: frozenset[str] = frozenset()
) -> tuple[Fields, tuple[str, ...]]:
    """
    Add inherited fields to an entry; return also the keys not found.

    The title of a containing entry becomes ``booktitle`` or ``journaltitle``. Each entry is visited
    once, so that circles end.

    Args:
        entry_type: The entry's type, on which the name of the container's title depends.
        fields: The entry's own fields.
        entries: All entries of the file.
        through: Keys of the entries visited already.

    >>> proceedings = ("proceedings", {"title": "Papers", "year": "2001"})
    >>> with_inherited("inproceedings", {"title": "Law", "crossref": "P"}, {"p": proceedings})
    ({'booktitle': 'Papers', 'year': '2001', 'title': 'Law'}, ())
    """
    own = {name: value for name, value in fields.items() if name not in ("crossref", "xdata")}
    missing = []
    for name, key in _sources(fields):
        other = key.lower()
        if other not in entries or other in through:
            missing.append(key)
            continue
        theirs, lacking = with_inherited(*entries[other], entries, through | {other})
        missing += lacking
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
        if name not in _NOT_INHERITED and not (dated and name in _DATES)
    }


def _as_container(entry_type: str, theirs: Fields) -> Fields:
    holder = _CONTAINER_TITLES.get(entry_type)
    if holder is None:
        return theirs
    names = {"title": holder, "subtitle": holder.replace("title", "subtitle")}
    rest = {name: value for name, value in theirs.items() if name != "shorttitle"}
    return {names.get(name, name): value for name, value in rest.items()}


def with_subtitles(fields: Fields) -> Fields:
    """
    Join each title and its subtitle by a colon.

    >>> with_subtitles({"title": "Law", "subtitle": "a history"})
    {'title': 'Law: a history'}
    """
    whole = dict(fields)
    for name, of_title in _SUBTITLES.items():
        if name in whole and whole.get(of_title, "").strip():
            title, subtitle = whole[of_title], whole.pop(name)
            colon = "" if title.rstrip("}").endswith(_ENDS) else ":"
            whole[of_title] = f"{title}{colon} {subtitle}"
    return whole


def with_eprint(fields: Fields) -> Fields:
    """
    Add the address of a preprint at arXiv, if the entry lacks one.

    >>> with_eprint({"eprint": "2001.01234", "archiveprefix": "arXiv", "primaryclass": "cs"})
    {'url': 'https://arxiv.org/abs/2001.01234', 'howpublished': 'arXiv'}
    """
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    if kind.lower() != "arxiv" or not fields.get("eprint", "").strip():
        return fields
    rest = {name: value for name, value in fields.items() if name not in _OF_EPRINT}
    if not (rest.get("url") or rest.get("doi")):
        rest["url"] = f"https://arxiv.org/abs/{fields['eprint'].strip()}"
    return rest if _PUBLISHED.intersection(rest) else {**rest, "howpublished": "arXiv"}


def with_site(entry_type: str, fields: Fields) -> Fields:
    """
    Rename ``eprint`` to ``site`` in entries for biblatex-apa.

    >>> with_site("online", {"eprint": "Equipo Nizkor"})
    {'site': 'Equipo Nizkor'}
    """
    if entry_type != "online" or "eprinttype" in fields or "organization" in fields:
        return fields
    return {"site" if name == "eprint" else name: value for name, value in fields.items()}


def with_address(fields: Fields) -> Fields:
    """
    Rename ``howpublished`` to ``url`` if it holds an address, as classic styles print it.

    >>> with_address({"howpublished": "https://example.org"})
    {'url': 'https://example.org'}
    """
    how = fields.get("howpublished", "")
    if not how.lstrip().startswith(("\\url", "http")) or "url" in fields:
        return fields
    rest = {name: value for name, value in fields.items() if name != "howpublished"}
    return {**rest, "url": how}


_OF_EPRINT = frozenset(("eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass"))
_PUBLISHED = frozenset(
    ("journal", "journaltitle", "booktitle", "publisher", "organization", "howpublished")
)
