"""The quality of readings: how many stated facts are found, and that none is wrong."""

import tomllib
from pathlib import Path

import pytest

from page_quality import PAGES, expected_facts, read_facts, scores, table

PINNED = tomllib.loads((Path(__file__).parent / "quality.toml").read_text("utf-8"))


def test_every_page_has_gold_facts() -> None:
    """A page that nobody read tests nothing."""
    pages = {path.name for path in PAGES.iterdir()} - {"expected.json"}

    assert pages == set(expected_facts(PAGES))


@pytest.mark.parametrize("fact", PINNED)
def test_no_fact_is_read_worse_than_before(fact: str) -> None:
    """A drop fails; after a gain, the new figures are pinned in ``quality.toml``."""
    counts = table(scores(PAGES, read_facts))[fact]

    assert PINNED[fact] == {name: counts[name] for name in ("right", "missing", "wrong")}


def test_every_fact_is_pinned() -> None:
    """A fact that the pages gain is pinned too."""
    assert sorted(PINNED) == sorted(table(scores(PAGES, read_facts)))


def test_nothing_is_read_that_no_page_states() -> None:
    """A wrong value is worse than a missing one."""
    wrong = [
        (page, fact) for page, fact, verdict in scores(PAGES, read_facts) if verdict == "wrong"
    ]

    assert [] == wrong
