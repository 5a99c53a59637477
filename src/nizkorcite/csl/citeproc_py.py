"""
citeproc-py as engine where there is no pandoc: pure Python (BSD), and approximate.

Of the CSL project's test-suite it passes some 60 percent. It names a work without an author twice
and leaves years out of spans; such items are refused. Letters for equal years are not there.
"""

import warnings
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO
from typing import Self

from attrs import frozen

from nizkorcite.csl.engine import Printed
from nizkorcite.csl.item import LITERAL
from nizkorcite.csl.style_file import StyleFile
from nizkorcite.errors import EngineError
from nizkorcite.formats.csl_json.writer import DATES, CslItem
from nizkorcite.styles.rich_text import Run, Runs, Shape

APPROXIMATE = (
    "printed by citeproc-py, whose output is approximate (full names may become initials, equal "
    "years get no letters); install pandoc for the style's exact form"
)
_NEEDS_PANDOC = "install pandoc, which can"


def has_citeproc() -> bool:
    """Whether the package is installed."""
    return find_spec("citeproc") is not None


@frozen(kw_only=True)
class CiteprocPy:
    """The engine."""

    remarks: tuple[str, ...] = (APPROXIMATE,)

    def refusal(self, item: CslItem) -> str | None:
        """Works without an author, and spans of time."""
        if not item.get("author"):
            return f"citeproc-py can not cite a work without an author; {_NEEDS_PANDOC}"
        for name in (date.replace("_", "-") for date in DATES):
            date = item.get(name)
            if isinstance(date, dict) and len(date.get("date-parts", ())) > 1:
                return f"citeproc-py can not print a span of time ({name}); {_NEEDS_PANDOC}"
        return None

    def run(self, items: Sequence[CslItem], style: StyleFile, locale: str | None) -> list[Printed]:
        """Print items, within this process."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it warns of every variable that it does not know
                return list(_printed(items, style, locale))
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            raise EngineError(
                f"citeproc-py could not print the style ({problem}); {_NEEDS_PANDOC}"
            ) from error


def _printed(items: Sequence[CslItem], style: StyleFile, locale: str | None) -> Iterator[Printed]:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
    )
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([{**item, "id": f"k{number}"} for number, item in enumerate(items)])
    compiled = CitationStylesStyle(BytesIO(style.xml), locale=locale, validate=False)
    listed = CitationStylesBibliography(compiled, source, _Marks)
    citations = [Citation([CitationItem(f"k{number}")]) for number in range(len(items))]
    for citation in citations:
        listed.register(citation)
    if style.has_list:
        listed.sort()
    cited = [_rich(str(listed.cite(each, lambda _item: None))) for each in citations]
    entries = [_rich(str(entry)) for entry in listed.bibliography()] if style.has_list else []
    numbers = [int(str(key).removeprefix("k")) for key in listed.keys]
    for place, number in enumerate(numbers):
        entry = entries[place] if entries else ()
        yield Printed(number=number, entry=entry, in_text=cited[number])


# Shapes are marked with characters that are none (Unicode, section 23.7): no text has them, and
# nothing that the engine does with capitals and stops changes them.
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


def _marked(shape: str) -> "type[str]":
    class Marked(str):
        __slots__ = ()

        def __new__(cls, text: str) -> Self:
            return super().__new__(cls, f"{_OPEN[shape]}{text}{_CLOSE}")

    return Marked


class _Marks:
    """What citeproc-py calls a formatter."""

    Italic = Oblique = _marked("italic")
    Bold = _marked("bold")
    Light = str
    Underline = _marked("underline")
    Superscript = _marked("superscript")
    Subscript = _marked("subscript")
    SmallCaps = _marked("small-caps")

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)


def _rich(text: str) -> Runs:
    runs: list[Run] = []
    marks: list[str] = []
    words = ""
    for character in text.replace(LITERAL, ""):
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
