"""The measurable part of plain English: how docstrings begin, and words that no text uses."""

import ast
import re
from importlib.resources import files
from pathlib import Path
from statistics import median

import pytest

import nizkorcite as nz

ROOT = Path(__file__).parents[1]
PACKAGE = Path(str(files(nz)))
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted(
    path
    for folder in ("docs", "schemas", "examples", ".")
    for path in (ROOT / folder).glob("**/*" if folder != "." else "*")
    if path.suffix in {".md", ".json", ".html", ".yml", ".cff"} and "_build" not in path.parts
)
INTERROGATIVE = re.compile(r"(?:What|Whether|How|Where|Why|Who|Which)\b")
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef


def first_lines() -> dict[str, str]:
    """The first line of every docstring, by the place of what it describes."""
    return {
        f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 1)}": text.splitlines()[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, DOCUMENTED) and (text := ast.get_docstring(node))
    }


FIRST_LINES = first_lines()


def test_docstrings_open_with_what_a_thing_is_or_does() -> None:
    """At most one docstring in twenty opens with What, Whether, How and the like."""
    questions = [place for place, line in FIRST_LINES.items() if INTERROGATIVE.match(line)]

    assert len(questions) <= len(FIRST_LINES) / 20, questions


def test_docstrings_begin_with_a_short_line() -> None:
    """Half of the first lines have at most 12 words, and none has more than 20."""
    lengths = {place: len(line.split()) for place, line in FIRST_LINES.items()}

    assert [] == [place for place, length in lengths.items() if length > 20]
    assert median(lengths.values()) <= 12


@pytest.mark.parametrize("path", [*MODULES, *PAGES], ids=lambda path: "/".join(path.parts[-3:]))
def test_cannot_is_one_word(path: Path) -> None:
    """Code, documents and messages write "cannot"."""
    lines = path.read_text("utf-8").splitlines()

    assert [] == [number for number, line in enumerate(lines, 1) if re.search(r"\bcan not\b", line)]
