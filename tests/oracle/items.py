"""
Items of CSL-JSON for the oracle: every shape that the input schema allows and an archive meets.

The same seed gives the same items. What an item holds is made up; the shapes are those of files
that Zotero, pandoc and citation processors write: numbers as texts and as numbers, dates in parts,
in strings and in words, names in parts and whole.
"""

import random
from typing import Any

# fmt: off
Item = dict[str, Any]

TITLES = (
    "Border talks of the year", "Talks at the border: a history", "A witness speaks", "War", "Memoria y olvido",
    "Граница и безопасность", "人权报告", "تقرير حقوق الإنسان", "What next?", "Never again!", "The U.S. view",
    "The end of “the deal”", "“Never again”", "Report of the U.S.", "Law no. 5 (updated)", "Water & grid",
    "A 50% rise — of what?", "The Right to the Truth in Europe", "Who? What? Where?", "iPhone users",
    "An open letter to the court", "Under_score and #1", "Resolution 60/147",
)  # fmt: skip
GROUPS = (
    "Itar-Tass", "Reuters", "EFE", "Equipo Nizkor", "Derechos Human Rights", "United Nations", "ТАСС",
    "U.S. Department of State", "Smith & Sons", "Comisión Interamericana de Derechos Humanos", "Example Ltd.",
)  # fmt: skip
SITES = ("Equipo Nizkor", "BBC News", "El País", "The Washington Post", "Коммерсантъ", "EFE")
FAMILIES = ("Smith", "García Márquez", "O’Neill", "Müller", "Nguyễn", "Иванов", "Li", "Ó Briain")
GIVENS = ("John", "María José", "J. R. R.", "Jean-Paul", "Anna", "Пётр", "Åsa", "T.", "Jean-pierre", "J.-P.")
PARTICLES = ("van", "de la", "von der", "Ter")
DROPPING = ("van", "de la", "von der")
SUFFIXES = ("Jr.", "III", "Sr.")
PLACES = ("Dushanbe", "Bogotá", "Washington, D.C.", "Москва")
LANGUAGES = ("en", "en-US", "es", "fr", "de", "ru", "pt-BR", None, None)


def items(count: int, seed: int, kinds: tuple[str, ...] = ()) -> list[Item]:
    """So many items of all kinds, or of some."""
    chance = random.Random(seed)
    return [_item(chance, f"item{number}", kinds or tuple(KINDS)) for number in range(count)]


def _item(chance: random.Random, name: str, kinds: tuple[str, ...]) -> Item:
    kind = chance.choice(kinds)
    members = {
        "id": name,
        "type": kind,
        "title": chance.choice(TITLES) if chance.random() > 0.03 else None,
        "language": chance.choice(LANGUAGES),
        "author": _names(chance),
        "issued": _date(chance),
    }
    for member in KINDS[kind]:
        members |= MEMBERS[member](chance)
    if chance.random() < 0.3:
        members |= _second_layer(chance)
    if "URL" in members and chance.random() < 0.5:
        members["accessed"] = {"date-parts": [[2026, chance.randint(1, 12), chance.randint(1, 28)]]}
    return {member: value for member, value in members.items() if value not in (None, [])}


def _second_layer(chance: random.Random) -> Item:
    return {
        "original-date": {"date-parts": [[chance.randint(1920, 1947)]]},
        "original-publisher": chance.choice(GROUPS),
        "original-publisher-place": chance.choice(PLACES),
    }


def _names(chance: random.Random) -> list[Item]:
    count = chance.choice((0, 1, 1, 1, 1, 2, 2, 3, 4, 7, 20, 21, 22, 25))
    groups = chance.choice((0.0, 0.0, 0.5, 1.0))
    return [_group(chance) if chance.random() < groups else _person(chance) for _ in range(count)]


def _group(chance: random.Random) -> Item:
    return {"literal": chance.choice(GROUPS)}


def _person(chance: random.Random) -> Item:
    person = {"family": chance.choice(FAMILIES), "given": chance.choice(GIVENS)}
    odd = chance.random()
    if odd < 0.1:
        person["non-dropping-particle"] = chance.choice(PARTICLES)
    elif odd < 0.2:
        person["suffix"] = chance.choice(SUFFIXES)
    elif odd < 0.25:
        person["dropping-particle"] = chance.choice(DROPPING)
    elif odd < 0.3:
        del person["given"]
    return person


def _date(chance: random.Random) -> Item | None:
    return chance.choice(DATES)(chance)


def _day(chance: random.Random) -> list[int]:
    return [chance.randint(1948, 2026), chance.randint(1, 12), chance.randint(1, 28)]


def _parts(precision: int) -> Any:
    return lambda chance: {"date-parts": [_day(chance)[:precision]]}


def _texts(chance: random.Random) -> Item:
    """Years, months and days as texts, as older programs write them."""
    return {"date-parts": [[str(part) for part in _day(chance)[: chance.randint(1, 3)]]]}


def _circa(chance: random.Random) -> Item:
    return {"date-parts": [_day(chance)[:1]], "circa": chance.choice((True, 1, "true"))}


def _season(chance: random.Random) -> Item:
    season = chance.randint(1, 4)
    return {"date-parts": [_day(chance)[:1]], "season": chance.choice((season, str(season)))}


def _range(chance: random.Random) -> Item:
    precision = chance.randint(1, 3)
    start, end = sorted((_day(chance), _day(chance)))
    if chance.random() < 0.5:
        end = [start[0], *end[1:]]
        start, end = sorted((start, end))
    return {"date-parts": [start[:precision], end[:precision]]}


def _raw(chance: random.Random) -> Item:
    year, month, day = _day(chance)
    return {"raw": chance.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))}


def _none(_chance: random.Random) -> None:
    return None


DATES = (*(_parts(3),) * 5, *(_parts(1),) * 3, _parts(2), _texts, _circa, _season, _range, _raw, _none)


def _number(chance: random.Random) -> str | int:
    number = chance.randint(1, 90)
    return chance.choice((number, str(number)))


def _chosen(member: str, *values: object) -> Any:
    return lambda chance: {member: chance.choice(values)}


def _at(member: str) -> Any:
    return lambda chance: {member: f"https://www.example.org/doc/{chance.randint(1, 999)}_a.html?a=1&b=%20x"}


def _people(member: str, most: int = 3) -> Any:
    return lambda chance: {member: [_person(chance) for _ in range(chance.randint(1, most))]}


def _sometimes(member: Any) -> Any:
    return lambda chance: member(chance) if chance.random() < 0.4 else {}


MEMBERS = {
    "URL": _at("URL"),
    "URL?": _sometimes(_at("URL")),
    "DOI?": _sometimes(_chosen("DOI", "10.5555/ex.1", "10.1000/182_a(b)")),
    "site": _chosen("container-title", *SITES),
    "site?": _sometimes(_chosen("container-title", *SITES)),
    "book": _chosen("container-title", "A book of essays", "Proceedings of Example", "Essays"),
    "journal": _chosen("container-title", "Journal of Example Studies", "Nature", "Revista Añil"),
    "publisher": _chosen("publisher", *GROUPS),
    "publisher?": _sometimes(_chosen("publisher", *GROUPS)),
    "place?": _sometimes(_chosen("publisher-place", *PLACES)),
    "volume?": _sometimes(lambda chance: {"volume": _number(chance)}),
    "issue?": _sometimes(lambda chance: {"issue": _number(chance)}),
    "page?": _sometimes(_chosen("page", "12", 7, "10-20", "A1", "10–20", "A1-A3", "3, 5")),
    "edition?": _sometimes(_chosen("edition", 2, "3", "11", "22", "Rev. ed.")),
    "number?": _sometimes(_chosen("number", "A/HRC/1/2", "12", 7, "No. 5")),
    "genre?": _sometimes(_chosen("genre", "Press release", "Resolution", "Working paper")),
    "medium?": _sometimes(_chosen("medium", "Radio", "PDF")),
    "version?": _sometimes(_chosen("version", "1.2", 3)),
    "editor?": _sometimes(_people("editor")),
    "translator?": _sometimes(_people("translator", 2)),
    "recipient?": _sometimes(_people("recipient", 1)),
    "interviewer?": _sometimes(_people("interviewer", 1)),
    "director?": _sometimes(_people("director", 2)),
    "event?": _sometimes(lambda _chance: {"event-title": "Example Conference", "event-place": "Bogotá"}),
    "archive?": _sometimes(lambda _chance: {"archive": "National Archive", "archive_location": "Box 1"}),
    "authority": _chosen("authority", "Supreme Court", "Inter-American Court of Human Rights"),
}
BOOK = ("publisher", "place?", "edition?", "volume?", "editor?", "translator?", "DOI?", "URL?")
IN_BOOK = ("book", "publisher", "page?", "volume?", "edition?", "editor?", "DOI?", "URL?")
IN_PERIODICAL = ("volume?", "issue?", "page?", "DOI?", "URL?")
KINDS: dict[str, tuple[str, ...]] = {
    "article": ("publisher?", "number?", "DOI?", "URL?"),
    "article-journal": ("journal", *IN_PERIODICAL),
    "article-magazine": ("site", *IN_PERIODICAL),
    "article-newspaper": ("site", "page?", "URL?"),
    "bill": ("number?", "authority", "URL?"),
    "book": BOOK,
    "broadcast": ("medium?", "publisher?", "number?", "URL?"),
    "chapter": IN_BOOK,
    "classic": BOOK,
    "collection": ("archive?", "publisher?", "URL?"),
    "dataset": ("publisher", "version?", "DOI?", "URL?"),
    "document": ("publisher?", "number?", "genre?", "archive?", "URL?"),
    "entry": ("book", "publisher?", "URL?"),
    "entry-dictionary": IN_BOOK,
    "entry-encyclopedia": IN_BOOK,
    "event": ("event?", "URL?"),
    "figure": ("publisher?", "URL?"),
    "graphic": ("medium?", "archive?", "publisher?", "URL?"),
    "hearing": ("authority", "URL?"),
    "interview": ("interviewer?", "site?", "publisher?", "archive?", "URL?"),
    "legal_case": ("authority", "number?", "URL?"),
    "legislation": ("number?", "URL?"),
    "manuscript": ("genre?", "archive?", "URL?"),
    "map": ("publisher", "URL?"),
    "motion_picture": ("director?", "publisher", "URL?"),
    "musical_score": ("publisher", "URL?"),
    "pamphlet": ("publisher", "place?", "archive?", "URL?"),
    "paper-conference": ("book", "publisher?", "page?", "editor?", "event?", "DOI?", "URL?"),
    "patent": ("number?", "authority", "URL?"),
    "performance": ("event?", "URL?"),
    "periodical": ("publisher?", "URL?"),
    "personal_communication": ("recipient?", "archive?", "URL?"),
    "post": ("site?", "genre?", "URL"),
    "post-weblog": ("site", "publisher?", "URL"),
    "regulation": ("authority", "number?", "URL?"),
    "report": ("publisher", "number?", "genre?", "site?", "editor?", "URL?"),
    "review": ("journal", *IN_PERIODICAL),
    "review-book": ("journal", *IN_PERIODICAL),
    "software": ("publisher", "version?", "URL?"),
    "song": ("publisher", "site?", "URL?"),
    "speech": ("event?", "genre?", "publisher?", "URL?"),
    "standard": ("number?", "publisher", "URL?"),
    "thesis": ("genre?", "publisher", "number?", "URL?"),
    "treaty": ("URL?",),
    "webpage": ("site?", "publisher?", "genre?", "URL"),
}
"""The types of CSL 1.0.2, and what an item of each may hold."""
