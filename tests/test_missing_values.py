"""No style prints a slot for a value that is missing."""

import re
from collections.abc import Iterator
from typing import Literal, get_args

import pytest
from attrs import evolve

from nizkorcite import (
    PartialDate,
    Reference,
    bibliography,
    cite,
    in_text,
    narrative,
    organisation,
    person,
)
from nizkorcite.reference import Layers, ReferenceType

FULL = {
    **{name: (person(family=name.title().replace("_", ""), given="Ann"),)
       for name in ("author", "editor", "translator", "compiler", "interviewer", "director",
                    "recipient", "container_author", "original_author", "original_editor",
                    "reviewed_author")},
    **{name: (organisation(name.title().replace("_", " ")),)
       for name in ("publisher", "original_publisher", "republisher")},
    **{name: name.title().replace("_", " ")
       for name in ("genre", "medium", "title", "title_short", "title_translated", "reviewed_genre",
                    "reviewed_title", "container_title", "collection_title", "authority",
                    "publisher_place", "event_title", "event_place", "original_title",
                    "original_container_title", "original_publisher_place", "archive",
                    "archive_collection", "archive_location", "archive_place", "section")},
    **{name: str(number)
       for number, name in enumerate(
           ("volume", "issue", "page", "edition", "version", "number", "collection_number",
            "original_volume", "original_issue", "original_page"), 1)},
    "issued": PartialDate("2017-02-28"), "original_date": PartialDate("2016-02-27"),
    "republished": PartialDate("2018-03-01"), "accessed": PartialDate("2020-01-02"),
    "event_date": PartialDate("2015"), "url": "https://example.org/1", "doi": "10.1000/x",
    "original_url": "https://example.org/2", "language": "en", "original_language": "la",
}  # fmt: skip
"""A value for every variable that a style prints; texts are the names of their variables."""

_DATE = re.compile(r"(?:[0-9]+|[a-z]+) de (?:[a-z]+|[0-9]{4})(?: de [0-9]{4})?|en [0-9]{4}")
_SLOT = re.compile(
    r"""\.\. | \s[.,;:)\]] | [,;:(\[]\s*[.,;:)\]] | “” | "" | \s\s | ^\s | [\s,]$ | \(\s | &\s*[.,)]
      | \b(?:by|por|from|de|on|in|en|of|and|y)\ ?(?:[(.,;)]|[0-9]{4}\b|$)""",
    re.VERBOSE | re.IGNORECASE,
)


def references() -> Iterator[tuple[str, Reference]]:
    """Every type and layer, with all values but one, and with one value."""
    for item_type in get_args(ReferenceType):
        for layers in get_args(Layers):
            full = Reference(id="a", type=item_type, layers=layers, **FULL)  # type: ignore[arg-type]
            bare = Reference(id="a", type=item_type, layers=layers)
            for name in FULL:
                missing, stated = getattr(bare, name), getattr(full, name)
                yield f"{item_type}, {layers}, without {name}", evolve(full, **{name: missing})
                yield f"{item_type}, {layers}, {name} alone", evolve(bare, **{name: stated})


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("style", ["apa", "plain", "short"])
def test_a_missing_value_leaves_no_trace(style: str, lang: Literal["en", "es"]) -> None:
    """No doubled stop, no "by 2017", no empty brackets or quotation marks, in list and text."""
    found = [
        (name, text)
        for name, reference in references()
        for text in (
            cite(reference, style, lang=lang),
            in_text(reference, style, lang=lang) or "",
            narrative(reference, style, lang=lang) or "",
        )
        if _SLOT.search(_DATE.sub("day", re.sub(r"https?://\S+", "address", text)))
    ]

    assert [] == found


@pytest.mark.parametrize("style", ["apa", "plain", "short"])
@pytest.mark.parametrize("signs", [".", "-", "\u2014", "\u2026", ",;:", "\u201c\u201d"])
def test_a_value_of_signs_alone_is_printed_as_a_missing_one(style: str, signs: str) -> None:
    """In citations, in citations in text and in lists."""
    full = Reference(id="a", type="chapter", layers="both", **FULL)  # type: ignore[arg-type]
    for name, value in FULL.items():
        if isinstance(value, PartialDate) or name in {"doi", "language", "original_language"}:
            continue
        of_signs = (organisation(signs),) if isinstance(value, tuple) else signs
        if name.endswith("url"):
            continue  # which is an address, or nothing
        found, missing = (
            evolve(full, **{name: each})  # type: ignore[arg-type]
            for each in (of_signs, getattr(Reference(id="a", type="book"), name))
        )
        for write in (cite, in_text, narrative):
            assert write(missing, style) == write(found, style), name
        assert bibliography([missing], style) == bibliography([found], style)


@pytest.mark.parametrize("title", ["?", "( )", "+", "\u221e", "!"])
def test_a_title_of_other_signs_is_one(title: str) -> None:
    """Such works exist."""
    assert title in cite(Reference(id="a", type="book", title=title))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"issued": PartialDate("2017-02-28")}, "(Republished 2017, February 28)"),
        ({"publisher": (organisation("EFE"),)}, "(Republished by EFE)"),
        ({}, ""),
    ],
    ids=["day alone", "publisher alone", "neither"],
)
def test_the_copy_of_a_law_is_named_by_what_is_known(
    values: dict[str, object], expected: str
) -> None:
    """The note of a legal work has the republisher, the day, or is not there."""
    law = Reference(
        id="a", type="legislation", title="Law 8", layers="both", **values,  # type: ignore[arg-type]
        original_publisher=(organisation("State Gazette"),), original_date=PartialDate("2016"),
    )  # fmt: skip

    assert f"Law 8 (2016). {expected}".strip() == cite(law)
