"""References that developers make by hand: what they may hold, and what is refused."""

from typing import Any

import pytest

from nizkorcite import (
    Document,
    ModelError,
    Original,
    PartialDate,
    Reference,
    UnknownNameError,
    bibliography,
    cite,
    organisation,
    read,
)

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a type of nowhere": (
        {"type": "bok"}, '/type: "bok" is not an item type of CSL 1.0.2, such as webpage'),
    "layers of nowhere": (
        {"layers": "copy"}, '/layers: "copy" is not one of both, original, republication'),
    "a date as a text": (
        {"issued": "2017"}, '/issued: must be a PartialDate: PartialDate("2017")'),
    "an author as a text": (
        {"author": "EFE"}, '/author: must be a list of agents: [organisation("EFE")]'),
    "authors as texts": (
        {"author": ["EFE"]}, '/author: must be a list of agents: [organisation("EFE")]'),
    "an author alone": (
        {"author": organisation("EFE")}, '/author: must be a list of agents: [organisation("EFE")]'),
    "no list of authors": (
        {"author": None}, '/author: must be a list of agents: [organisation("EFE")]'),
    "keywords as one text": ({"keyword": "law"}, "/keyword: must be a list of texts"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_reference_may_not_hold_is_refused_where_it_is_made(name: str) -> None:
    """Not where it is cited, in words of a traceback."""
    values, expected = REFUSED[name]
    with pytest.raises(ModelError) as refused:
        Reference(**{"id": "a", "type": "book", **values})

    assert f"Reference: {expected}" == str(refused.value)


def test_a_text_is_no_list_of_keywords() -> None:
    """Of a document, its letters would be the keywords."""
    with pytest.raises(ModelError) as refused:
        Document(
            id="a",
            type="other",
            language="en",
            original=Original(attribution="unknown"),
            keywords="law",
        )

    assert "Document: /keywords: 'law' is not a list" == str(refused.value)


def test_names_may_come_as_any_list() -> None:
    """What is kept is a tuple, so that references can be compared and counted."""
    listed = Reference(id="a", type="book", author=[organisation("EFE")])
    drawn = Reference(id="a", type="book", author=(organisation(name) for name in ["EFE"]))

    assert {Reference(id="a", type="book", author=(organisation("EFE"),))} == {listed, drawn}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"markup": "rtf"}, 'no markup "rtf". Known: text, html, markdown'),
        ({"layers": "orig"}, 'no choice of layers "orig"; did you mean "original"? '
                             "Known: both, original, republication"),
    ],
    ids=["markup", "layers"],
)  # fmt: skip
def test_a_choice_that_there_is_not_is_refused(options: dict[str, Any], expected: str) -> None:
    """With those that there are."""
    reference = Reference(id="a", type="book", title="T", issued=PartialDate("2017"))
    with pytest.raises(UnknownNameError) as refused:
        cite(reference, **options)

    assert expected == str(refused.value)


@pytest.mark.parametrize(
    ("item", "step"),
    [
        ("page.html", "str is neither Document nor Reference; nizkorcite.read reads pages"),
        (None, "NoneType is neither Document nor Reference; nizkorcite.read reads pages"),
        (
            read(b"[Source: EFE, Madrid, 27Feb17]"),
            "Reading is neither Document nor Reference; take its document",
        ),
        ([], "list is neither Document nor Reference; nizkorcite.bibliography cites several"),
    ],
    ids=["path", "nothing", "reading", "list"],
)
def test_what_is_no_document_is_refused(item: Any, step: str) -> None:
    """With the way to a document."""
    for use in (cite, lambda item: bibliography([item])):
        with pytest.raises(TypeError) as refused:
            use(item)

        assert step == str(refused.value)
