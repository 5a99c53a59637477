"""
The citation engine citeproc-py, for machines without pandoc: pure Python (BSD), and approximate.

The engine passes some 60 percent of the CSL project's test suite. It names a work without an author
twice and drops years of intervals, so that such items are refused; equal years get no letters.
"""

import warnings
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO
from typing import Self

from attrs import frozen

from nizkorcite.csl.engine import PARENTHETICAL, CiteForm, PrintedItem
from nizkorcite.csl.item import NO_MARKUP
from nizkorcite.csl.style_file import StyleFile
from nizkorcite.errors import EngineError
from nizkorcite.formats.csl_json.writer import DATE_VARIABLES, CslItem
from nizkorcite.messages import Message
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.rich_text import Run, Runs, Shape

_APPROXIMATE = Message(
    "citeproc-py prints the style only approximately (full names may become initials, equal years "
    "get no letters); install pandoc for its exact form"
)


def has_citeproc() -> bool:
    """Check whether citeproc-py is installed."""
    return find_spec("citeproc") is not None


@frozen(kw_only=True)
class CiteprocPy:
    """The engine citeproc-py."""

    remarks: tuple[Message, ...] = (_APPROXIMATE,)

    def refusal(self, item: CslItem) -> Message | None:
        """Refuse works without an author, and intervals of time."""
        if not item.get("author"):
            return Message("citeproc-py cannot cite a work without an author; install pandoc")
        for name in (date.replace("_", "-") for date in DATE_VARIABLES):
            date = item.get(name)
            if isinstance(date, dict) and len(date.get("date-parts", ())) > 1:
                return Message(
                    "citeproc-py cannot print an interval ({variable}); install pandoc",
                    variable=name,
                )
        return None

    def run(
        self,
        items: Sequence[CslItem],
        style: StyleFile,
        locale: str | None,
        form: CiteForm = PARENTHETICAL,
    ) -> list[PrintedItem]:
        """Print items within this process."""
        if form.is_narrative or len(form.locators) > 1:
            raise EngineError(
                Message(
                    "citeproc-py prints no narrative citations, and one locator at most; install "
                    "pandoc"
                )
            )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of every variable unknown to citeproc-py
                return list(_printed_items(items, style, locale, form.locators))
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            message = Message(
                "citeproc-py could not print the style ({problem}); install pandoc",
                problem=problem,
            )
            raise EngineError(message) from error


def _printed_items(
    items: Sequence[CslItem], style: StyleFile, locale: str | None, places: Sequence[Locator]
) -> Iterator[PrintedItem]:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
    )
    from citeproc.source import Locator as EngineLocator
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([{**item, "id": f"k{number}"} for number, item in enumerate(items)])
    compiled = CitationStylesStyle(BytesIO(style.xml), locale=locale, validate=False)
    listed = CitationStylesBibliography(compiled, source, _Marks)
    named = [{"locator": EngineLocator(place.label, place.value)} for place in places]
    members: dict[str, EngineLocator] = named[0] if named else {}
    citations = [Citation([CitationItem(f"k{number}", **members)]) for number in range(len(items))]
    for citation in citations:
        listed.register(citation)
    if style.has_list:
        listed.sort()
    cited = [_runs(str(listed.cite(each, lambda _item: None))) for each in citations]
    entries = [_runs(str(entry)) for entry in listed.bibliography()] if style.has_list else []
    numbers = [int(str(key).removeprefix("k")) for key in listed.keys]
    for place, number in enumerate(numbers):
        entry = entries[place] if entries else ()
        yield PrintedItem(number=number, entry=entry, in_text=cited[number])


# Shapes are marked by noncharacters (Unicode, section 23.7): no text contains them, and the engine
# leaves them alone where it changes capitals and full stops.
_OPEN = dict(
    zip(("italic", "bold", "underline", "superscript", "subscript", "small-caps"),
        map(chr, range(0xFDD1, 0xFDD7)), strict=True)
)  # fmt: skip
_SHAPES: dict[str, Shape | None] = {
    _OPEN["italic"]: None,
    _OPEN["bold"]: "bold",
    _OPEN["underline"]: "underline",
    _OPEN["superscript"]: "superscript",
    _OPEN["subscript"]: "subscript",
    _OPEN["small-caps"]: "small-caps",
}
_CLOSE = "\ufddf"


def _marker(shape: str) -> "type[str]":
    class Marked(str):
        __slots__ = ()

        def __new__(cls, text: str) -> Self:
            return super().__new__(cls, f"{_OPEN[shape]}{text}{_CLOSE}")

    return Marked


class _Marks:
    """The formatter that citeproc-py calls."""

    Italic = Oblique = _marker("italic")
    Bold = _marker("bold")
    Light = str
    Underline = _marker("underline")
    Superscript = _marker("superscript")
    Subscript = _marker("subscript")
    SmallCaps = _marker("small-caps")

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)


def _runs(text: str) -> Runs:
    runs: list[Run] = []
    marks: list[str] = []
    words = ""
    for character in text.replace(NO_MARKUP, ""):
        if character != _CLOSE and character not in _SHAPES:
            words += character
            continue
        runs.append(_run(words, marks))
        words = ""
        marks = marks[:-1] if character == _CLOSE else [*marks, character]
    return tuple(run for run in (*runs, _run(words, marks)) if run.text)


def _run(words: str, marks: Sequence[str]) -> Run:
    shapes = tuple(dict.fromkeys(shape for mark in marks if (shape := _SHAPES[mark])))
    return Run(words, italic=marks.count(_OPEN["italic"]) % 2 == 1, shapes=shapes)
