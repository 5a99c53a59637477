"""
Documents for Hypothesis, built from the model: each class with all its members.

A member that a class gains and this file lacks is an error, so that no law forgets it.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

import attrs
from hypothesis import strategies as st

from nizkorcite import (
    JSON,
    Agent,
    AlternativeTitle,
    Capture,
    Document,
    Evidence,
    Identifier,
    Instant,
    LegalBasis,
    Original,
    PartialDate,
    Place,
    Relation,
    Republication,
    Rights,
    TextDigest,
    WarcLocation,
    to_record,
)
from nizkorcite.record import vocabulary
from nizkorcite.record.constraints import MAXIMUM_INTEGER, CharsetSource
from nizkorcite.record.schema import schema

T = TypeVar("T")
Member = TypeVar("Member", bound=attrs.AttrsInstance)
Strategy = st.SearchStrategy

DEFINITIONS: Any = schema("document")["$defs"]
BLANK = "".join(
    character
    for character in map(chr, range(0x10000))
    if not re.search(DEFINITIONS["line"]["pattern"], character)
)
"""The characters that no text of a record begins or ends with."""
WORDS = (
    "Tajikistan", "Dushanbé", "Душанбе", "دوشنبه", "ירושלים", "北京", "서울", "กรุงเทพ", "दिल्ली", "ኢትዮጵያ",
    "Ñandú", "İstanbul", "e\u0301", "👩‍⚖️", "𝔘", "\u202eabc", "27Feb17", "[Source:", "\\", '"', "{}", "%&$#_~^",
)  # fmt: skip
LANGUAGES = (
    "en",
    "es",
    "fr",
    "ru",
    "und",
    "pt-BR",
    "es-419",
    "zh-Hant-TW",
    "de-CH-1901",
    "sl-rozaj-biske",
)
CHECKED_IDENTIFIERS: tuple[tuple[vocabulary.IdentifierScheme, str], ...] = (
    ("isni", "0000 0001 2150 090X"), ("orcid", "0000-0002-1825-0097"), ("isbn", "978-0-306-40615-7"),
    ("isbn", "0-306-40615-2"), ("issn", "0378-5955"), ("doi", "10.1000/182"),
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
VISIBLE = st.characters(
    exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="\ufeff"
)


def one_line(maximum: int = 60) -> Strategy[str]:
    """Texts of any script on one line."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    return _trimmed(words | st.text(LETTERS, min_size=1, max_size=maximum), maximum)


def lines(maximum: int = 80) -> Strategy[str]:
    """Texts of any script, some of several lines."""
    several = st.lists(one_line(20), min_size=2, max_size=3).map("\n\t".join)
    return _trimmed(one_line(maximum) | several, maximum)


def _trimmed(texts: Strategy[str], maximum: int) -> Strategy[str]:
    return texts.map(lambda text: text[:maximum].strip(BLANK)).filter(bool)


def partial_dates(first: int, last: int) -> Strategy[PartialDate]:
    """Dates of every precision, those of an interval included, that begin in a span of years."""
    days = st.dates(dt.date(first, 1, 1), dt.date(last, 12, 31))
    marks = st.sampled_from(["", "", "", "?", "~", "%"])
    single = st.builds(
        lambda day, form, mark: form(day) + mark, days, st.sampled_from(FORMS), marks
    )
    interval = st.builds(
        lambda text, form: form(text),
        single,
        st.sampled_from([lambda text: f"../{text}", lambda text: f"{text}/..", lambda text: f"{text}/",
                         lambda text: f"/{text}", lambda text: f"{text}/{text}"]),
    )  # fmt: skip
    return (single | interval).map(PartialDate)


FORMS = (
    lambda day: f"{day.year:04}",
    lambda day: f"{day.year:04}-{day.month:02}",
    lambda day: day.isoformat(),
    lambda day: f"{day.year:04}-XX",
    lambda day: f"{day.year:04}-XX-XX",
    lambda day: f"{day.year:04}-{day.month:02}-XX",
    lambda day: f"{day.year:04}-{21 + day.day % 4}",
    lambda day: f"{day.year // 10:03}X",
    lambda day: f"{day.year // 100:02}XX",
)


def instants() -> Strategy[Instant]:
    """Instants with zones and fractions of a second, from 2020 on."""
    zones = st.sampled_from(["Z", "+00:00", "-03:00", "+05:45", "+14:00"])
    fractions = st.sampled_from(["", ".5", ".000001", ".123456789"])
    times = st.datetimes(dt.datetime(2020, 1, 2), dt.datetime(2035, 1, 1))  # noqa: DTZ001 - the zone follows
    return st.builds(
        lambda time, fraction, zone: Instant(f"{time:%Y-%m-%dT%H:%M:%S}{fraction}{zone}"),
        times, fractions, zones,
    )  # fmt: skip


def accesses() -> Strategy[Instant | PartialDate]:
    """Times of access, some of them known to the day only."""
    days = st.dates(dt.date(2020, 1, 2), dt.date(2035, 1, 1))
    return st.one_of(instants(), days.map(lambda day: PartialDate(day.isoformat())))


def urls() -> Strategy[str]:
    """Addresses, some of them with letters beyond ASCII."""
    starts = st.sampled_from(
        ["http://example.org", "https://пример.рф/", "https://[2001:db8::1]:8080/a?b=c#d"]
    )
    rest = st.text(VISIBLE.filter(lambda letter: letter not in '<>"\\^`{|}'), max_size=30)
    return st.builds(lambda start, more: f"{start}/{more}", starts, rest)


def paths() -> Strategy[str]:
    """Relative paths."""
    segments = st.text(LETTERS, min_size=1, max_size=10).filter(
        lambda text: text not in (".", "..") and not set(text) & set("/\\")
    )
    return st.lists(segments, min_size=1, max_size=3).map("/".join)


def names(count: str) -> Strategy[str]:
    """Names in lower case, joined by a mark."""
    part = st.text("abcxyz0123456789._~-", min_size=1, max_size=8)
    return st.lists(part, min_size=1, max_size=4).map(count.join)


def one_of(names_: Any) -> Strategy[Any]:
    """One of the names of a type."""
    return st.sampled_from(get_args(names_))


def some(item: Strategy[T], **bounds: Any) -> Strategy[list[T]]:
    """One or two values."""
    return st.lists(item, min_size=1, max_size=2, **bounds)


EXTENSIONS = st.dictionaries(
    st.text("abz019_", min_size=1, max_size=60).map("x_{}".format),
    lines() | st.booleans() | st.integers(-MAXIMUM_INTEGER, MAXIMUM_INTEGER),
    min_size=1,
    max_size=2,
)
COUNTS = st.integers(0, MAXIMUM_INTEGER)
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def made(
    kind: type[Member], required: dict[str, Strategy[Any]], /, **optional: Strategy[Any]
) -> Strategy[Member]:
    """Values of a class, each optional member now there and now absent."""
    optional = {"extensions": EXTENSIONS, **optional}
    known = {attribute.name for attribute in attrs.fields(kind)}
    assert known == {*required, *optional}, known ^ {*required, *optional}
    return st.fixed_dictionaries(required, optional=optional).map(lambda members: kind(**members))


CHECKED = {scheme for scheme, _value in CHECKED_IDENTIFIERS}
IDENTIFIERS = st.sampled_from(CHECKED_IDENTIFIERS).map(
    lambda pair: Identifier(scheme=pair[0], value=pair[1])
) | made(
    Identifier,
    {
        "scheme": one_of(vocabulary.IdentifierScheme).filter(lambda scheme: scheme not in CHECKED),
        "value": one_line(),
    },
)
PERSONAL_NAME: dict[str, Strategy[Any]] = {
    "given": one_line(),
    "particles": one_line(50),
    "suffix": one_line(50),
}


def agents() -> Strategy[Agent]:
    """Persons and organisations; parts of a name only beside a family name."""
    return made(
        Agent,
        {"kind": one_of(vocabulary.AgentKind), "name": one_line()},
        literal=one_line(), family=one_line(), role=one_of(vocabulary.AgentRole), url=urls(),
        identifiers=some(IDENTIFIERS), given=st.none(), particles=st.none(), suffix=st.none(),
    ).flatmap(_with_parts)  # fmt: skip


def _with_parts(agent: Agent) -> Strategy[Agent]:
    if agent.family is None:
        return st.just(agent)
    parts: Strategy[dict[str, Any]] = st.fixed_dictionaries({}, optional=PERSONAL_NAME)
    return parts.map(lambda members: attrs.evolve(agent, **members))


PLACES = made(
    Place,
    {"name": one_line()},
    country=st.sampled_from(["TJ", "AR"]),
    identifiers=some(IDENTIFIERS),
)
TITLES = made(
    AlternativeTitle,
    {"title": one_line()},
    language=st.sampled_from(LANGUAGES),
    kind=one_of(vocabulary.TitleKind),
)
LEGAL_BASES = made(
    LegalBasis,
    {"citation": one_line()},
    jurisdiction=st.sampled_from(["US", "ES", "CH-ZH"]), kind=one_of(vocabulary.LegalBasisKind),
)  # fmt: skip
RIGHTS_MEMBERS = {
    "statement": lines(),
    "uri": urls(),
    "holder": agents(),
    "legal_basis": some(LEGAL_BASES),
}
RIGHTS = st.sampled_from(sorted(RIGHTS_MEMBERS)).flatmap(
    lambda stated: made(
        Rights,
        {stated: RIGHTS_MEMBERS[stated]},
        **{name: values for name, values in RIGHTS_MEMBERS.items() if name != stated},
    )
)
ORIGINAL_MEMBERS = {
    "place": PLACES, "date": partial_dates(100, 1999), "url": urls(), "title": one_line(),
    "language": st.sampled_from(LANGUAGES), "container_title": one_line(), "volume": one_line(),
    "issue": one_line(), "pages": one_line(), "edition": one_line(), "identifiers": some(IDENTIFIERS),
    "source_line": one_line(),
}  # fmt: skip
ORIGINALS = made(
    Original,
    {"attribution": one_of(vocabulary.Attribution), "publishers": some(agents())},
    **ORIGINAL_MEMBERS,
) | made(
    Original,
    {"attribution": st.sampled_from(["inferred", "unknown"])},
    publishers=st.just(()),
    **ORIGINAL_MEMBERS,
)
REPUBLICATIONS = made(
    Republication,
    {"publishers": some(agents())},
    date=partial_dates(2000, 2019), url=urls(), section=one_line(),
    modifications=one_of(vocabulary.Modifications), statement=lines(), rights=RIGHTS,
)  # fmt: skip
WARC_LOCATIONS = made(
    WarcLocation, {"file": paths()}, record_id=st.uuids().map("urn:uuid:{}".format), offset=COUNTS
)
CAPTURES = made(
    Capture,
    {"sha256": DIGESTS, "byte_length": COUNTS},
    media_type=st.sampled_from(["text/html", "application/xhtml+xml"]), url=urls(), accessed=accesses(),
    charset=st.sampled_from(["utf-8", "windows-1252", "ISO_8859-1:1987"]),
    charset_from=one_of(CharsetSource), status=st.integers(100, 599), path=paths(), warc=WARC_LOCATIONS,
    memento=urls(), memento_datetime=instants(), tool=one_line(),
)  # fmt: skip
RELATIONS = made(
    Relation,
    {"type": one_of(vocabulary.RelationType), "target": one_line()},
    title=one_line(), language=st.sampled_from(LANGUAGES),
)  # fmt: skip
TEXTS = made(TextDigest, {"sha256": DIGESTS, "characters": COUNTS}, path=paths())
WITHOUT_EVIDENCE = made(
    Document,
    {"id": names(":"), "type": one_of(vocabulary.DocumentType), "language": st.sampled_from(LANGUAGES),
     "original": ORIGINALS},
    schema_version=st.sampled_from(["1.0", "1.1", "1.9999"]), title=one_line(),
    alternative_titles=some(TITLES), description=lines(), keywords=some(one_line(), unique=True),
    creators=some(agents()), republication=REPUBLICATIONS,
    captures=some(CAPTURES, unique_by=lambda capture: capture.sha256), relations=some(RELATIONS),
    evidence=st.just(()), text=TEXTS,
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Valid documents: evidence names what is there, dates follow each other."""
    document = draw(WITHOUT_EVIDENCE)
    evidence = draw(st.lists(evidence_of(document), max_size=2))
    return attrs.evolve(document, evidence=evidence)


@st.composite
def evidence_of(draw: st.DrawFn, document: Document) -> Evidence:
    """Evidence of a value that stands in a document."""
    start, end = sorted(draw(st.tuples(COUNTS, COUNTS)))
    span: dict[str, Any] = draw(st.sampled_from([{}, {"start": start, "end": end}]))
    captures = [None, *range(len(document.captures))]
    members = made(
        Evidence,
        {"field": st.sampled_from(list(pointers(to_record(document)))), "method": one_of(vocabulary.EvidenceMethod)},
        quote=lines(), line=st.integers(1, MAXIMUM_INTEGER), rule=st.just("nizkor.source-line"),
        capture=st.sampled_from(captures), start=st.none(), end=st.none(),
    )  # fmt: skip
    return attrs.evolve(draw(members), **span)


def pointers(value: JSON, pointer: str = "") -> Iterator[str]:
    """The pointer of every value inside another."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for place, each in inner:
        yield f"{pointer}/{place}"
        yield from pointers(each, f"{pointer}/{place}")
