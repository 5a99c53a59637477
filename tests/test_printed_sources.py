"""Printed sources: every formula on a page, and what looks like one and is none."""

from collections.abc import Mapping

import pytest

from nizkorcite.readers import Reading, read
from nizkorcite.readers.printed_sources.formula import Formula
from nizkorcite.readers.printed_sources.formulas import FORMULAS
from nizkorcite.record.model import Document

BODY = (
    "The delegates sat for two hours and will sit again next month in the same old hall.",
    "In the capital the shops opened late, and the streets stayed quiet until the evening.",
    "Nobody could say how long the work of the commission on the harbour would take.",
)


def page(
    *lines: str, at: str = "foot", day: str | None = None, site: str = "Harbour Daily"
) -> Reading:
    """A page of a news site with lines at the head or foot of its article."""
    own = "".join(f"<p>{line}</p>" for line in lines)
    body = "".join(f"<p>{line}</p>" for line in BODY)
    date = f'<meta property="article:published_time" content="{day}">' if day else ""
    html = (
        f'<html lang="en"><title>A quiet harbour</title><meta property="og:site_name" content="{site}">'
        f"{date}<h1>A quiet harbour</h1>{own + body if at == 'head' else body + own}"
    )
    return read(html.encode())


def stated(document: Document) -> dict[str, str]:
    """What a document says beyond its page's own site, by the words of the examples."""
    original, republication = document.original, document.republication
    values: dict[str, object] = {
        "publisher": ", ".join(
            each.name for each in original.publishers if original.attribution == "stated"
        ),
        "place": original.place and original.place.name,
        "date": original.date,
        "title": original.title,
        "volume": original.volume,
        "issue": original.issue,
        "pages": original.pages,
        **{each.role or "author": each.name for each in reversed(document.creators)},
    }
    if republication:
        others = [each for each in republication.publishers if each.name != "Harbour Daily"]
        values["republisher"] = ", ".join(each.name for each in others)
        values["republished"] = republication.date
        values["modifications"] = republication.modifications
        rights = republication.rights
        values["grant"] = rights and ", ".join(each.citation for each in rights.legal_basis)
    return {name: str(value) for name, value in values.items() if value}


def place_of(formula: Formula) -> str:
    """The end of the article at which a formula's lines are printed."""
    return "head" if formula.zone in ("head", "opening", "edges") else "foot"


EXAMPLES = [
    pytest.param(formula, line, expected, id=f"{formula.name}: {line[:40]}")
    for formula in FORMULAS
    for line, expected in formula.examples.items()
]
COUNTER_EXAMPLES = [
    pytest.param(formula, line, id=f"{formula.name}: {line[:40]}")
    for formula in FORMULAS
    for line in formula.counter_examples
]


@pytest.mark.parametrize(("formula", "line", "expected"), EXAMPLES)
def test_a_formula_states_what_its_example_says(
    formula: Formula, line: str, expected: Mapping[str, str]
) -> None:
    """Each value is read, no other value is, and the page's own site is not the original."""
    reading = page(line, at=place_of(formula))

    assert dict(expected) == stated(reading.document)


@pytest.mark.parametrize(("formula", "line"), COUNTER_EXAMPLES)
def test_a_counter_example_states_nothing(formula: Formula, line: str) -> None:
    """The page's own site stays the inferred publisher, and there is no republication."""
    document = page(line, at=place_of(formula)).document

    assert ({}, "inferred", None) == (
        stated(document),
        document.original.attribution,
        document.republication,
    )
