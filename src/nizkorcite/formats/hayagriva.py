"""
Writer of Hayagriva, the YAML bibliographies of Typst.

The last ``parent`` is the original, without title or place of its own, since Typst prints them as
those of the copy. For the same reason the original's date, publisher and address are data only if
the copy has its own. ``note`` always names the original in words; the styles of Typst 0.15 print
neither.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from nizkorcite.dates import PartialDate
from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.formats.dates import iso_date, unwritten_date
from nizkorcite.formats.yaml_text import yaml_text
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType

_Entry = dict[str, object]


def write_all(references: Sequence[Reference]) -> str:
    r"""
    Write references as a Hayagriva file, each once.

    >>> write_all([Reference(id="a", type="book", title="Law", issued=PartialDate("2017"))])
    'law2017:\n  type: "book"\n  title:\n    value: "Law"\n    verbatim: true\n  date: "2017"\n'
    """
    items = tuple(dict.fromkeys(references))
    return yaml_text(dict(zip(citation_keys(items), map(_entry, items), strict=True)))


def advice(reference: Reference) -> Iterator[Message]:
    """Yield notes on dates without a form, and on an address that Typst would refuse."""
    for date in (reference.issued, reference.original_date):
        if date and not _date(date):
            yield unwritten_date("Hayagriva", date)
    if address := _other_address(reference):
        yield Message('Typst refuses the address "{address}"; written in the note', address=address)


def _entry(reference: Reference) -> _Entry:
    kind, container = _TYPES.get(reference.type, ("misc", "anthology"))
    entry: _Entry = {
        "type": kind,
        "title": _title(reference),
        "author": _agents(reference.author),
        **({} if reference.container_title else _part(reference)),
        "affiliated": [*_affiliated(reference)],
        "date": _date(reference.issued),
        "publisher": _publisher(reference.publisher, reference.publisher_place),
        "edition": reference.edition,
        "page-range": reference.page,
        "genre": _as_printed(reference.genre),
        "serial-number": _serial_number(reference),
        "url": _address(reference),
        "language": reference.language,
        "archive": _as_printed(reference.archive),
        "archive-location": _as_printed(reference.archive_location),
        "abstract": _as_printed(reference.abstract),
        "note": _as_printed(
            "; ".join(
                filter(None, (reference.note, provenance(reference), _other_address(reference)))
            )
        ),
    }
    stated = _without_empty(entry)
    parents = (_container(reference, container), _original(reference, stated))
    return _without_empty({**stated, "parent": [parent for parent in parents if parent]})


def _title(reference: Reference) -> _Entry:
    """Keep the capitals of the title: Typst would change them."""
    others = {
        "translation": _verbatim(reference.title_translated),
        "shorthand": _verbatim(reference.title_short),
    }
    return _without_empty({**_verbatim(reference.title), **others}) if reference.title else {}


def _as_printed(text: str | None) -> str | _Entry | None:
    """Keep braces, dollars and backslashes, which Typst would take for its own marks."""
    return _verbatim(text) if text and set(text) & set("{}$\\") else text


def _verbatim(text: str | None) -> _Entry:
    return {"value": text, "verbatim": True} if text else {}


def _part(reference: Reference) -> _Entry:
    """Return what a container has, if the work has one."""
    return {
        "editor": _agents(reference.editor),
        "volume": reference.volume,
        "issue": reference.issue,
    }


def _container(reference: Reference, kind: str) -> _Entry:
    if not reference.container_title:
        return {}
    return _without_empty(
        {
            "type": kind,
            "title": _verbatim(reference.container_title),
            "author": _agents(reference.container_author),
            **_part(reference),
            "serial-number": _without_empty({"issn": reference.issn}),
        }
    )


def _original(reference: Reference, stated: _Entry) -> _Entry:
    """Return what is stated of the original, but for what the copy does not state of itself."""
    if reference.layers != "both":
        return {}
    place = reference.original_publisher_place
    known = {
        "date": _date(reference.original_date),
        "publisher": _publisher(reference.original_publisher, place),
        "url": reference.original_url if _is_web_address(reference.original_url or "") else None,
    }
    own = {name: value for name, value in known.items() if value and name in stated}
    return {"type": "misc", **own} if own else {}


def _agents(agents: Sequence[Agent]) -> list[_Entry]:
    return [_agent(agent) for agent in agents]


def _agent(agent: Agent) -> _Entry:
    if agent.kind != "person" or not agent.family:
        return {"name": agent.name}
    return _without_empty(
        {
            "name": agent.family,
            "given-name": agent.given,
            "prefix": agent.particles,
            "suffix": agent.suffix,
        }
    )


def _affiliated(reference: Reference) -> Iterator[_Entry]:
    for role in ("translator", "compiler", "director"):
        if agents := getattr(reference, role):
            yield {"role": role, "names": _agents(agents)}


def _publisher(agents: Sequence[Agent], place: str | None) -> _Entry:
    """Return the publishers as one text, since Hayagriva has one publisher."""
    name = {"value": "; ".join(agent.name for agent in agents), "verbatim": True}
    return _without_empty({"name": name if agents else "", "location": _as_printed(place)})


def _serial_number(reference: Reference) -> _Entry:
    issn = None if reference.container_title else reference.issn
    numbers = {"doi": reference.doi, "isbn": reference.isbn, "issn": issn}
    return _without_empty({**numbers, "serial": reference.number})


def _address(reference: Reference) -> object:
    if not reference.url or not _is_web_address(reference.url):
        return None
    day = _date(reference.accessed)
    return {"value": reference.url, "date": day} if day else reference.url


def _other_address(reference: Reference) -> str | None:
    """Return an address that would cost Typst the whole file."""
    return None if _is_web_address(reference.url or "http://a") else reference.url


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0
    except ValueError:  # of a number in brackets, or of a port
        return False


def _date(date: PartialDate | None) -> str | None:
    """Write a year, month or day; an approximate one has a tilde before it."""
    if date and date.qualifier == "approximate":
        written = iso_date(PartialDate(str(date).rstrip("~")))
        return f"~{written}" if written else None
    return iso_date(date)


def _without_empty(members: Mapping[str, object]) -> _Entry:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


_HOST = re.compile(r"\w[\w.-]*|[0-9a-f:]*:[0-9a-f:.]*")  # a name, or a number of IPv6
_TYPES: dict[ReferenceType, tuple[str, str]] = {
    "article-journal": ("article", "periodical"), "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"), "bill": ("legislation", "anthology"),
    "book": ("book", "anthology"), "broadcast": ("video", "video"), "chapter": ("chapter", "book"),
    "classic": ("book", "anthology"), "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"), "entry-encyclopedia": ("entry", "reference"),
    "figure": ("artwork", "exhibition"), "graphic": ("artwork", "exhibition"),
    "legal_case": ("case", "anthology"), "legislation": ("legislation", "anthology"),
    "manuscript": ("manuscript", "anthology"), "map": ("artwork", "anthology"),
    "motion_picture": ("video", "video"), "paper-conference": ("article", "proceedings"),
    "patent": ("patent", "anthology"), "periodical": ("periodical", "anthology"),
    "post": ("post", "thread"), "post-weblog": ("article", "blog"),
    "regulation": ("legislation", "anthology"), "report": ("report", "anthology"),
    "software": ("repository", "repository"), "song": ("audio", "audio"),
    "thesis": ("thesis", "anthology"), "treaty": ("legislation", "anthology"),
    "webpage": ("web", "web"),
}  # fmt: skip
"""CSL item types, their entry types, and the types of their containers; any other is ``misc``."""
