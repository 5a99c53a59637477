"""Full stops: one at most, whatever a value ends with."""

import re
from typing import get_args

import pytest

from nizkorcite import PartialDate, Reference, cite, organisation
from nizkorcite.reference import ReferenceType

ENDINGS = (".", "?", "!", "…", "Inc.", "?”", "Co.”", '."', '?"')
DOUBLED = re.compile(r"\.\.|[?!…][”’\"]?\.|\.[”’\"]\.")


@pytest.mark.parametrize("style", ["apa", "plain", "short"])
@pytest.mark.parametrize("kind", get_args(ReferenceType))
def test_no_stop_is_doubled(kind: ReferenceType, style: str) -> None:
    """Of every type, with values that end with a stop, alone or in quotation marks."""
    printed = [cite(each, style) for ending in ENDINGS for each in _references(kind, ending)]

    assert [] == [line for line in printed if DOUBLED.search(line)]


def _references(kind: ReferenceType, ending: str) -> list[Reference]:
    """A bare work, one in a container, and one with both layers."""
    group = (organisation(f"Group{ending}"),)
    return [
        Reference(id="a", type=kind, title=f"Law{ending}"),
        Reference(id="a", type=kind, title=f"Law{ending}", container_title=f"J{ending}"),
        Reference(id="a", type=kind, author=group, title="Law", publisher=group, authority="C."),
        Reference(
            id="a", type=kind, title="Law", source_line=f"Reprint{ending}", page="3", volume="1"
        ),
        Reference(
            id="a",
            type=kind,
            layers="both",
            title="Law",
            publisher=(organisation(f"Press{ending}"),),
            original_publisher=group,
            original_date=PartialDate("2001"),
        ),
    ]


@pytest.mark.parametrize(
    ("title", "printed"),
    [("Etc.", "«Etc.»."), ("¿Por qué?", "«¿Por qué?»."), ("Ley", "«Ley».")],
)
def test_spanish_puts_a_stop_after_quotation_marks(title: str, printed: str) -> None:
    """The stop of the sentence follows the mark, whatever precedes it."""
    assert f"{printed[:-1]}, sin fecha." == cite(
        Reference(id="a", type="book", title=title), "short", lang="es"
    )
    assert printed == cite(Reference(id="a", type="book", title=title), "plain", lang="es")


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("plain", '"T," 2016; republished 2017.'),
        ("short", '"T," 2016 (republished 2017).'),
    ],
)
def test_a_copy_without_publishers_leaves_no_gap(style: str, printed: str) -> None:
    """Nothing is "republished by" a date."""
    reference = Reference(
        id="a",
        type="book",
        layers="both",
        title="T",
        issued=PartialDate("2017"),
        original_date=PartialDate("2016"),
    )

    assert printed == cite(reference, style)
