"""
A collection of records as an archive has them, made from numbers alone: the same in every run.

Their members, lengths and spelling are those of records that `nizkorcite read` makes of real pages;
names, titles and texts are invented.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

_AGENCIES = ("Itar Tass", "Reuters", "Agencia EFE", "El País", "Página 12", "Le Monde", "Интерфакс")
_PLACES = ("Dushanbe", "Buenos Aires", "Bogotá", "Den Haag", "Сараево", "Madrid", "Genève")
_WORDS = """court report on the detention of witnesses in a military base during talks about border
security sentencia del tribunal sobre la desaparición forzada de personas y el derecho a la verdad
доклад о положении беженцев""".split()
_SECTIONS = ("Russian Affairs", "Derechos humanos en Colombia", "Impunity", "Justicia Universal")
_NOTICE = (
    "This document is distributed without profit, for research and educational purposes, to those "
    "who asked to receive it; see the notice at the foot of every page of this archive."
)
_PERSONS = (("Ana", "Ruiz"), ("Robert", "Fisk"), ("Luis", "Gómez"), ("Мария", "Иванова"))
_DEFECTS = ("date", "title", "name", "digest", "length", "order")


def lines(count: int, *, broken: float = 0.0) -> Iterator[bytes]:
    """Records as JSON Lines; a share of them has one of six defects."""
    chance = random.Random(7)
    for number in range(count):
        made = record(number)
        if chance.random() < broken:
            spoil(made, chance.choice(_DEFECTS))
        yield json.dumps(made, ensure_ascii=number % 3 == 0).encode() + b"\n"


def record(number: int) -> dict[str, Any]:
    """The record of a number."""
    chance = random.Random(number)
    published = date(1996, 1, 1) + timedelta(days=chance.randrange(9000))
    republished = published + timedelta(days=chance.randrange(3))
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    made: dict[str, Any] = {
        "schema_version": "1.0",
        "id": f"example.org:doc:{chance.choice(_PLACES[:2]).lower().replace(' ', '-')}:{number}",
        "type": chance.choice(("news_article", "report", "judgment", "web_page")),
        "title": " ".join(chance.choices(_WORDS, k=11)).capitalize(),
        "language": chance.choice(("en", "en", "es", "es", "fr", "ru")),
        "original": _original(chance, published),
        "republication": _republication(chance, republished),
        "captures": [_capture(chance, digest, number)],
    }
    if chance.random() < 0.3:  # noqa: PLR2004 - as often as pages name a person
        given, family = chance.choice(_PERSONS)
        made["creators"] = [
            {"kind": "person", "name": f"{given} {family}", "family": family, "given": given}
        ]
    if number and chance.random() < 0.1:  # noqa: PLR2004 - series are rare
        made["relations"] = [{"type": "references", "target": record_id(number - 1)}]
    made["evidence"] = list(_evidence(made))
    made["text"] = {"sha256": hashlib.sha256(digest.encode()).hexdigest(), "characters": 2210}
    return made


def record_id(number: int) -> str:
    """The id of a number's record."""
    chance = random.Random(number)
    chance.randrange(9000)
    chance.randrange(3)
    return f"example.org:doc:{chance.choice(_PLACES[:2]).lower().replace(' ', '-')}:{number}"


def spoil(made: dict[str, Any], defect: str) -> None:
    """Give a record a defect that people's records have."""
    if defect == "date":
        made["original"]["date"] = "27Feb17"
    elif defect == "title":
        made["title"] = ""
    elif defect == "name":
        made["langauge"] = made.pop("language")
    elif defect == "digest":
        made["captures"][0]["sha256"] = made["captures"][0]["sha256"].upper()
    elif defect == "length":
        made["captures"][0]["byte_length"] = "3104"
    else:
        made["republication"]["date"] = "1995-12-31"


def _original(chance: random.Random, published: date) -> dict[str, Any]:
    agency, place = chance.choice(_AGENCIES), chance.choice(_PLACES)
    return {
        "attribution": "stated",
        "publishers": [{"kind": "organisation", "name": agency}],
        "place": {"name": place},
        "date": published.isoformat(),
        "source_line": f"[Source: {agency}, {place}, {published:%d%b%y}]",
    }


def _republication(chance: random.Random, republished: date) -> dict[str, Any]:
    return {
        "publishers": [
            {"kind": "organisation", "name": "Equipo de ejemplo"},
            {"kind": "organisation", "name": "Example Human Rights"},
        ],
        "date": republished.isoformat(),
        "section": chance.choice(_SECTIONS),
        "statement": f"This document has been published on {republished:%d%b%y} by the Equipo de "
        "ejemplo and Example Human Rights.",
        "rights": {
            "statement": _NOTICE,
            "legal_basis": [
                {"citation": "17 U.S.C. § 107", "jurisdiction": "US", "kind": "exception"}
            ],
        },
    }


def _capture(chance: random.Random, digest: str, number: int) -> dict[str, Any]:
    accessed = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=chance.randrange(10**8))
    return {
        "sha256": digest,
        "byte_length": chance.randrange(2000, 90_000),
        "media_type": "text/html",
        "url": f"https://www.example.org/doc/{number}.html",
        "accessed": accessed.isoformat().replace("+00:00", "Z"),
        "charset": "windows-1252",
        "charset_from": "meta",
        "path": f"payload/{digest[:2]}/{number}.html",
    }


def _evidence(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    original, republication = made["original"], made["republication"]
    read = {
        "/title": made["title"],
        "/original/publishers/0/name": original["publishers"][0]["name"],
        "/original/place/name": original["place"]["name"],
        "/original/date": original["date"],
        "/original/source_line": original["source_line"],
        "/republication/publishers/0/name": republication["publishers"][0]["name"],
        "/republication/publishers/1/name": republication["publishers"][1]["name"],
        "/republication/date": republication["date"],
        "/republication/statement": republication["statement"],
        "/republication/section": republication["section"],
    }
    start = 40
    for line, (field, quote) in enumerate(read.items(), 3):
        yield {
            "field": field,
            "method": "page",
            "quote": quote,
            "line": line,
            "start": start,
            "end": start + len(quote),
            "rule": "example." + field.rpartition("/")[2],
            "capture": 0,
        }
        start += len(quote) + 12
    yield {"field": "/language", "method": "model", "rule": "language.n-grams", "capture": 0}
