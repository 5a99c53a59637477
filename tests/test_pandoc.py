"""Pandoc as second reader of our files: the same items, and the same values where it keeps text."""

import json
import re
import subprocess

import pytest

from hostile import addresses, one_line_texts
from nizkorcite import Reference, bibliography
from nizkorcite.csl.pandoc import pandoc_programs

pytestmark = pytest.mark.skipif(not pandoc_programs(), reason="no pandoc is installed (extra csl)")
# It reads markup, curls quotation marks and dashes, and folds white space in titles.
REWRITTEN = re.compile(
    r"[<>&'\"`*_^~$\\\[\]{}@#|=:/.\-…–—‘’“”]|\s\s|^\s|\s$|[^\S ]|[\u2000-\u200f]"
)


def items(count: int) -> list[Reference]:
    """Items with hostile titles and addresses."""
    texts, urls = one_line_texts(8), addresses(8)
    return [
        Reference(id=f"k{number}", citation_key=f"k{number}", type="webpage", title=next(texts),
                  url=next(urls))
        for number in range(count)
    ]  # fmt: skip


def read(text: str, source: str) -> list[dict[str, str]]:
    """The items that pandoc finds in a file."""
    command = [pandoc_programs()[-1], f"--from={source}", "--to=csljson", "--sandbox"]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("style", "source"), [("csl-json", "csljson"), ("biblatex", "biblatex"), ("bibtex", "bibtex")]
)
def test_pandoc_finds_the_same_items(style: str, source: str) -> None:
    """No hostile title costs its own entry or the next one."""
    given = items(1_000)
    found = read(bibliography(given, style), source)

    assert sorted(each.id for each in given) == sorted(each["id"] for each in found)


def test_pandoc_finds_the_same_values() -> None:
    """Addresses all, and titles without what it rewrites."""
    given = items(2_000)
    found = {each["id"]: each for each in read(bibliography(given, "csl-json"), "csljson")}
    plain = [each for each in given if not REWRITTEN.search(each.title or "")]

    assert [each.url for each in given] == [found[each.id]["URL"] for each in given]
    assert [each.title for each in plain] == [found[each.id]["title"] for each in plain]
    assert len(plain) > 20
