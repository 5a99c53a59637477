"""Languages and countries: the codes of the registries, and those in use no more."""

import json
from pathlib import Path
from typing import Any

import pytest

from nizkorcite import iter_findings

TEXT = (Path(__file__).parent / "records/full.json").read_text("utf-8")


def found(value: str, *place: str | int) -> list[str]:
    """The findings of the full record with a code at a place, as text and as a mapping."""
    record: Any = json.loads(TEXT)
    holder = record
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    messages = [
        f"{each.code} {each.message}" + (f" ({each.hint})" if each.hint else "")
        for each in iter_findings(json.dumps(record))
    ]

    assert messages == [
        f"{each.code} {each.message}" + (f" ({each.hint})" if each.hint else "")
        for each in iter_findings(record)
    ]
    return messages


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("TJ", []),
        ("SU", []),
        ("YU", []),
        ("XX", ['NZ242 "XX" is not a country code of ISO 3166-1']),
        ("ZZ", ['NZ242 "ZZ" is not a country code of ISO 3166-1']),
        ("EU", ['NZ242 "EU" is not a country code of ISO 3166-1']),
        ("QQ", ['NZ242 "QQ" is not a country code of ISO 3166-1']),
        ("UK", ['NZ242 "UK" is not a country code of ISO 3166-1 (write GB)']),
        ("TP", ['NZ245 the country code "TP" is deprecated (write TL)']),
    ],
)
def test_a_country_is_one_of_iso_3166(code: str, expected: list[str]) -> None:
    """Codes for private use name no country; those of former countries are right in their time."""
    assert expected == found(code, "original", "place", "country")
    assert expected == found(code, "republication", "rights", "legal_basis", 0, "jurisdiction")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("tg-Cyrl-TJ", []),
        ("es-419", []),
        ("sl-rozaj", []),
        ("qaa", []),
        ("en-Qaaa-XX", []),
        ("qx", ['NZ242 "qx" is not a registered language']),
        ("en-Xxxx", ['NZ242 "en-Xxxx" is not a registered language']),
        ("en-foobar", ['NZ242 "en-foobar" is not a registered language']),
        ("eng", ['NZ242 "eng" is not a registered language (write en)']),
        ("iw", ['NZ245 the language tag "iw" is deprecated (write he)']),
        ("de-Latn-DD", ['NZ245 the language tag "de-Latn-DD" is deprecated (write de-Latn-DE)']),
        ("art-lojban", ['NZ245 the language tag "art-lojban" is deprecated (write jbo)']),
        ("agp", ['NZ245 the language tag "agp" is deprecated']),
    ],
)
def test_a_language_is_one_of_the_registry(tag: str, expected: list[str]) -> None:
    """Every subtag is registered; private use is, and what is deprecated names its successor."""
    assert expected == found(tag, "original", "language")
    assert expected == found(tag, "language")
