"""Citation keys: short, in ASCII, different for different items."""

import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import one_line_texts
from nizkorcite.dates import PartialDate
from nizkorcite.formats.citation_keys import citation_key, citation_keys
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import Reference

AGENCY = (organisation("Itar Tass"),)
FISK = (Agent(kind="person", name="Robert Fisk", family="Fisk", given="Robert"),)
DAY = PartialDate("2017-02-28")

ONE_LINE = st.integers(0, 2**32).map(lambda seed: next(one_line_texts(seed)))
REFERENCES = st.builds(
    Reference,
    id=st.sampled_from(["example:1", "example:2", "example:3"]),
    type=st.just("webpage"),
    layers=st.sampled_from(["both", "original"]),
    title=st.none() | st.sampled_from(["Law", "law", "A law"]) | ONE_LINE,
    author=st.sampled_from([(), AGENCY]) | st.tuples(ONE_LINE.map(organisation)),
    issued=st.none() | st.just(DAY),
)


def reference(**values: Any) -> Reference:
    """A web page of which only some things are known."""
    return Reference(id="example:1", type="webpage", **values)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(reference(author=AGENCY, issued=DAY, title="Putin: Russia's base"), "itartass2017putin", id="group, year, title"),
        pytest.param(reference(author=FISK, issued=DAY, title="The War for Civilisation"), "fisk2017civilisation", id="family name, long word"),
        pytest.param(reference(author=FISK, issued=DAY, title="On Law"), "fisk2017on", id="no long word"),
        pytest.param(reference(author=AGENCY, title="Law"), "itartassndlaw", id="no date"),
        pytest.param(reference(author=AGENCY, original_date=DAY, title="Law"), "itartass2017law", id="date of the original"),
        pytest.param(reference(author=AGENCY, issued=DAY), "itartass2017", id="no title"),
        pytest.param(reference(publisher=AGENCY, issued=DAY, title="Law"), "itartass2017law", id="publisher for author"),
        pytest.param(reference(container_title="La Nación", title="Law"), "lanacionndlaw", id="container for author"),
        pytest.param(reference(issued=DAY, title="Habeas corpus"), "habeas2017", id="title alone"),
        pytest.param(reference(author=(organisation("Коммерсантъ"),), title="Справедливость"), "kommersantndspravedlivost", id="Cyrillic"),
        pytest.param(reference(author=(organisation("Ñandú"),), title="¡Verdad!"), "nandundverdad", id="Spanish"),
        pytest.param(reference(author=(organisation("!?"),), title="Law"), "lawnd", id="author without letters"),
        pytest.param(reference(issued=DAY), "item750677", id="nothing"),
        pytest.param(reference(author=(organisation("A" * 300),)), "a" * 40 + "nd", id="long name"),
    ],
)  # fmt: skip
def test_a_key_names_author_year_and_title(item: Reference, expected: str) -> None:
    """A key is made of the first author, the year and the first long word of the title."""
    assert expected == citation_key(item)


@settings(deadline=None, max_examples=200)
@given(st.lists(REFERENCES, max_size=8))
def test_different_items_have_different_keys(items: list[Reference]) -> None:
    """No two items share a key, even for programs that fold case; a repeated item keeps its own."""
    keys = citation_keys(items)

    assert len(set(items)) == len({key.lower() for key in keys})
    assert all(re.fullmatch("[a-z0-9]+(-[0-9a-f]{6}){0,2}", key) for key in keys)


@settings(deadline=None, max_examples=200)
@given(st.lists(REFERENCES, max_size=8), st.randoms(use_true_random=False))
def test_keys_do_not_depend_on_the_order(items: list[Reference], chance: random.Random) -> None:
    """An item has the same key wherever it stands among the same items."""
    shuffled = list(items)
    chance.shuffle(shuffled)

    expected = dict(zip(items, citation_keys(items), strict=True))
    assert expected == dict(zip(shuffled, citation_keys(shuffled), strict=True))


def test_equal_keys_are_told_apart_by_their_ids() -> None:
    """Every member of a group of equal keys gets a digest of its id, not "a" and "b"."""
    items = [
        Reference(id=f"example:{name}", type="webpage", title="Law", author=AGENCY)
        for name in ("1", "2")
    ]

    assert ("itartassndlaw-750677", "itartassndlaw-1724ae") == citation_keys(items)


def test_two_layers_of_one_document_are_two_items() -> None:
    """The same id with another content still gets a key of its own."""
    items = [reference(title="Law", layers="both"), reference(title="Law", layers="original")]

    first, second = citation_keys(items)
    assert first != second
