"""Pages that republish one original: the text proposes, printed facts veto, a person decides."""

import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve

from nizkorcite import Document, Original, PartialDate, Place, Relation, organisation
from nizkorcite.errors import DecisionError
from nizkorcite.origins import (
    Decision,
    Origins,
    Story,
    confirmed_relations,
    find_origins,
)
from nizkorcite.origins.facts import PrintedFacts, compared_facts
from origin_quality import measured


def _words(number: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("aeioubcdlmnrst", k=6)) for _ in range(number)]


_TEXT = _words(200, 1)
_OTHER = _words(200, 2)


def _story(
    key: str,
    words: Sequence[str] = _TEXT,
    publisher: str | None = None,
    place: str | None = None,
    date: str | None = None,
) -> Story:
    original = Original(
        attribution="stated" if publisher else "unknown",
        publishers=[organisation(publisher)] if publisher else (),
        place=Place(name=place) if place else None,
        date=PartialDate(date) if date else None,
    )
    document = Document(id=key, type="news_article", title=key, language="en", original=original)
    return Story(key=key, document=document, text=" ".join(words))


def _groups(origins: Origins) -> list[set[str]]:
    return [set(group.pages) for group in origins.groups]


@pytest.mark.parametrize(
    ("wrong", "precision", "recall"),
    [
        pytest.param(0.0, 0.98, 0.95, id="facts-right"),
        pytest.param(0.1, 0.95, 0.85, id="tenth-of-the-facts-wrong"),
    ],
)
def test_quality(wrong: float, precision: float, recall: float) -> None:
    """Of planted reprints nearly all are found, and hardly any other pair."""
    found = measured(2000, 11, wrong=wrong)
    assert found.grouped.precision >= precision
    assert found.with_differing.precision >= precision
    assert found.with_differing.recall >= recall


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(_story("a"), _story("b"), id="same-text-without-facts"),
        pytest.param(_story("a", publisher="EFE"), _story("b", publisher="EFE"), id="one-source"),
        pytest.param(_story("a", publisher="EFE"), _story("b", date="2017"), id="other-facts"),
        pytest.param(_story("a"), _story("b", [*_TEXT[:60], *_TEXT[120:]]), id="cut"),
        pytest.param(
            _story("a"), _story("b", [word.upper() for word in _TEXT]), id="letters-of-other-case"
        ),
        pytest.param(
            _story("a", publisher="EFE", date="2017-02-27"),
            _story("b", [*_TEXT[:90], *_OTHER[:90]], publisher="Agencia EFE", date="2017-02-27"),
            id="half-of-the-text-and-one-source-line",
        ),
    ],
)
def test_grouped(first: Story, second: Story) -> None:
    """Two pages are grouped if they share text and no printed fact contradicts."""
    assert _groups(find_origins([first, second])) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(_story("a"), _story("b", _OTHER), id="other-text"),
        pytest.param(_story("a", _TEXT[:79]), _story("b", _TEXT[:79]), id="short"),
        pytest.param(
            _story("a"), _story("b", [*_OTHER[:60], *_TEXT[:90], *_OTHER[60:90]]), id="quotation"
        ),
        pytest.param(
            _story("a", publisher="EFE", date="2017-02-26"),
            _story("b", [*_OTHER[:80], *_TEXT[100:]], publisher="EFE", date="2017-02-27"),
            id="follow-up",
        ),
        pytest.param(_story("a", ()), _story("b", ()), id="no-text"),
    ],
)
def test_not_proposed(first: Story, second: Story) -> None:
    """Text in one piece, a later story, and texts of less than 80 words suggest nothing."""
    found = find_origins([first, second])
    assert ((), ()) == (found.groups, found.differing)
    assert found.single == ("a", "b")


@pytest.mark.parametrize(
    ("facts", "other", "contradicting"),
    [
        pytest.param({"date": "2017-02-27"}, {"date": "2017-02-28"}, ["date"], id="day"),
        pytest.param({"publisher": "EFE"}, {"publisher": "Reuters"}, ["publisher"], id="publisher"),
        pytest.param({"place": "Lima"}, {"place": "Quito"}, ["place"], id="place"),
        pytest.param(
            {"publisher": "EFE", "place": "Lima", "date": "2017"},
            {"publisher": "Reuters", "place": "Quito", "date": "2016"},
            ["publisher", "place", "date"],
            id="all-three-and-the-same-words",
        ),
    ],
)
def test_differing(facts: dict[str, str], other: dict[str, str], contradicting: list[str]) -> None:
    """The same text with another source line is returned on its own, with the facts."""
    found = find_origins([_story("a", **facts), _story("b", **other)])
    assert found.groups == ()
    assert [(each.first, each.second, each.share) for each in found.differing] == [("a", "b", 1.0)]
    assert [each.name for each in found.differing[0].contradicting] == contradicting


def test_form_is_no_reprint() -> None:
    """Fixed words that each day fills in anew are kept apart from texts with a wrong day."""
    pages = [_story(f"p{day}", publisher="EFE", date=f"2017-02-{day}") for day in range(10, 20)]
    found = find_origins(pages)
    assert ((), ()) == (found.groups, found.differing)
    assert len(found.forms) == 45


def test_reasons() -> None:
    """Each page after the first has its share and the words of the facts that both state."""
    pages = [
        _story("cut", _TEXT[:120], publisher="AFP", date="2017-02-27"),
        _story("full", publisher="Agence France-Presse", date="2017-02-27"),
    ]
    (group,) = find_origins(pages).groups
    (reason,) = group.reasons
    assert group.pages == ("full", "cut")
    assert (reason.first, reason.second, reason.share) == ("full", "cut", 1.0)
    assert [(each.name, each.first, each.second) for each in reason.agreeing] == [
        ("publisher", "Agence France-Presse", "AFP"),
        ("date", "2017-02-27", "2017-02-27"),
    ]


def test_page_without_facts_joins_no_two_groups() -> None:
    """A page without facts goes to one of two stories, and does not make them one."""
    both = [*_TEXT[:100], *_OTHER[:90]]
    pages = [
        _story("a", publisher="EFE", date="2017-02-27"),
        _story("b", publisher="EFE", date="2017-02-27"),
        _story("c", _OTHER, publisher="EFE"),
        _story("d", _OTHER, publisher="EFE"),
        _story("between", both),
    ]
    groups = _groups(find_origins(pages))
    assert {"a", "b"} <= groups[0]
    assert {"c", "d"} <= groups[1]
    assert len(groups) == 2


def test_chain_without_facts_is_not_closed() -> None:
    """A page without facts that has two stories does not make reprints of one another of them."""
    found = find_origins([_story("a"), _story("both", [*_TEXT, *_OTHER]), _story("b", _OTHER)])
    assert [len(group.pages) for group in found.groups] == [2]
    assert len(found.differing) == 1


def test_pages_without_facts_that_all_share_are_one_group() -> None:
    """Three pages without facts are grouped if each shares its text with both others."""
    assert _groups(find_origins([_story(key) for key in "abc"])) == [{"a", "b", "c"}]


def test_notice_of_all_pages_is_no_common_text() -> None:
    """A long notice at the foot of every page makes no reprints of short stories."""
    notice = _words(150, 9)
    pages = [_story(f"p{each}", [*_words(60, 100 + each), *notice]) for each in range(40)]
    found = find_origins(pages)
    assert found.groups == ()
    assert len(found.short) == 40


def test_lines_that_state_facts_are_no_common_text() -> None:
    """The page's own notice, quoted in its record, is not part of the story."""
    from nizkorcite import Republication

    notice = " ".join(_words(150, 9))
    pages = [
        evolve(
            page,
            document=evolve(
                page.document,
                republication=Republication(
                    publishers=[organisation("Example Archive")], statement=notice
                ),
            ),
            text=f"{page.text}\n{notice}",
        )
        for page in (_story("a", _words(40, 1)), _story("b", _words(40, 2)))
    ]
    assert find_origins(pages).groups == ()


def test_many_reprints_are_one_group() -> None:
    """A story that a hundred pages of a large collection republish is one group."""
    others = [_story(f"other{each}", _words(100, 1000 + each)) for each in range(2000)]
    reprints = [_story(f"r{each}", publisher="EFE") for each in range(90)]
    assert [len(group.pages) for group in find_origins([*others, *reprints]).groups] == [90]


def test_same_is_kept() -> None:
    """Pages that a person decided to be the same are grouped against text and facts."""
    pages = [_story("a", _TEXT[:20], date="2016"), _story("b", _OTHER, date="2017")]
    found = find_origins(pages, [Decision("b", "a", "same")])
    assert _groups(found) == [{"a", "b"}]
    assert [each.decision for each in found.groups[0].reasons] == ["same"]


def test_same_carries_what_agrees_with_one() -> None:
    """A page joins a decided group if it agrees with the page that it shares text with."""
    pages = [_story("a", date="2016"), _story("b", date="2017"), _story("c", date="2017")]
    found = find_origins(pages, [Decision("a", "b", "same")])
    assert _groups(found) == [{"a", "b", "c"}]


def test_not_the_same_is_kept() -> None:
    """Pages that a person decided not to be the same are in no group, and not proposed again."""
    found = find_origins([_story("a"), _story("b")], [Decision("b", "a", "not the same")])
    assert ((), ()) == (found.groups, found.differing)


def test_not_the_same_holds_within_groups() -> None:
    """No third page joins what a person keeps apart."""
    pages = [_story(key, publisher="EFE") for key in "abc"]
    found = find_origins(pages, [Decision("a", "b", "not the same")])
    assert _groups(found) == [{"a", "c"}]


def test_decisions_that_contradict() -> None:
    """Pages cannot be the same by way of a third and not the same."""
    decisions = [
        Decision("a", "b", "same"),
        Decision("c", "b", "same"),
        Decision("a", "c", "not the same"),
    ]
    with pytest.raises(DecisionError) as caught:
        find_origins([], decisions)
    assert str(caught.value) == (
        'the decisions contradict each other: "a" and "c" are not the same, but other decisions '
        "make them the same; change one of them"
    )


def test_last_decision_holds() -> None:
    """A person may change a decision by a later one on the same pair."""
    decisions = [Decision("a", "b", "not the same"), Decision("b", "a", "same")]
    assert _groups(find_origins([_story("a"), _story("b")], decisions)) == [{"a", "b"}]


def test_relations() -> None:
    """Confirmed pages are identical, or the shorter one is a version of the fuller."""
    pages = [_story("a"), _story("b"), _story("c", _TEXT[:120])]
    decisions = [Decision("a", "b", "same"), Decision("a", "c", "same")]
    assert confirmed_relations(find_origins(pages, decisions).confirmed) == {
        "a": (
            Relation(type="is_identical_to", target="b"),
            Relation(type="has_version", target="c"),
        ),
        "b": (Relation(type="is_identical_to", target="a"),),
        "c": (Relation(type="is_version_of", target="a"),),
    }


@pytest.mark.parametrize(
    ("name", "other", "agrees"),
    [
        ("Itar Tass", "ITAR-TASS", True),
        ("EFE", "Agencia EFE", True),
        ("AFP", "Agence France-Presse", True),
        ("AP", "The Associated Press", True),
        ("El País", "EL PAIS (Madrid)", True),
        ("El País", "El Tiempo", False),
        ("Reuters", "Interfax", False),
        ("Интерфакс", "интерфакс", True),
        ("新华社", "新华社", True),
        ("新华社", "共同社", False),
    ],
)
def test_names_of_publishers(name: str, other: str, *, agrees: bool) -> None:
    """Names agree if one has all words of the other, or is its initials."""
    (fact,) = compared_facts(PrintedFacts((name,)), PrintedFacts((other,)))
    assert fact.agrees is agrees


@pytest.mark.parametrize(
    ("date", "other", "agrees"),
    [
        ("2017-02-27", "2017-02-27", True),
        ("2017-02", "2017-02-27", True),
        ("2017-02-27", "2017-02-28", False),
        ("2016?", "2017-02-27", True),
    ],
)
def test_dates(date: str, other: str, *, agrees: bool) -> None:
    """Dates agree if both can mean one day; an uncertain date contradicts nothing."""
    facts = [PrintedFacts(date=PartialDate(each)) for each in (date, other)]
    (fact,) = compared_facts(*facts)
    assert fact.agrees is agrees


def test_inferred_publisher_is_not_printed() -> None:
    """The site's own name, inferred as the publisher, neither agrees nor contradicts."""
    pages = [
        evolve(
            _story(key),
            document=evolve(
                _story(key).document,
                original=Original(attribution="inferred", publishers=[organisation(name)]),
            ),
        )
        for key, name in (("a", "First Site"), ("b", "Second Site"))
    ]
    (group,) = find_origins(pages).groups
    assert [each.facts for each in group.reasons] == [()]


def test_each_run_finds_the_same() -> None:
    """The result does not depend on the process that finds it."""
    code = (
        "from wire_stories import planted_stories\n"
        "from nizkorcite.origins import find_origins\n"
        "print(find_origins(each.story for each in planted_stories(300, 3)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parent,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
