"""
Write docs/reference/survival.md anew: what of the seed page other programs keep.

    python docs/survival.py      needs the extras csl and test; a test fails where it is old
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import bibtexparser
import pybtex.database
import rispy
from attrs import frozen

import nizkorcite as nz
from nizkorcite.csl.pandoc import pandoc_programs
from nizkorcite.formats.registry import read_references

HERE = Path(__file__).parent
PAGE = HERE / "reference/survival.md"


@frozen
class Route:
    """A file of ours, the program that reads it, and the format that it gives, if it gives one."""

    written: str
    program: str
    given: str
    through: Callable[[str], str]


def table() -> str:
    """A row a route; each value is kept as data, in words, or lost."""
    document = nz.read(HERE.parent / "examples/putin-tajikistan.html").document
    return "\n".join((*_HEAD, *(_row(document, route) for route in ROUTES)))


def _row(document: nz.Document, route: Route) -> str:
    text = route.through(nz.cite(document, route.written))
    data = _as_read(text, route.given)
    kept = (
        "data" if name in data else "words" if any(word in text for word in words) else "–"
        for name, words in _VALUES.items()
    )
    return f"| `{route.written}` | {route.program} | {route.given} | {' | '.join(kept)} |"


def _as_read(text: str, given: str) -> set[str]:
    """The values that we read as data from what a program gives."""
    if given == "values":
        return set()
    (reference,) = read_references(text, given).references
    publishers = [agent.name for agent in reference.publisher]
    found = {
        "agency": [agent.name for agent in reference.original_publisher] == ["Itar Tass"],
        "place": reference.original_publisher_place == "Dushanbe",
        "day": str(reference.original_date) == "2017-02-27",
        "republisher": "Equipo Nizkor" in (reference.container_title, *publishers),
        "day of the copy": str(reference.issued) == "2017-02-28",
    }
    return {name for name, is_kept in found.items() if is_kept}


def _pandoc(source: str, target: str) -> Callable[[str], str]:
    def through(text: str) -> str:
        program = pandoc_programs()[-1]  # that of the wheel, so that the page is the same everywhere
        command = [program, f"--from={source}", f"--to={target}", "--sandbox"]
        done = subprocess.run(  # noqa: S603 - a program found by its name
            command, input=text, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    return through


def _rispy(text: str) -> str:
    return repr(rispy.loads(text))


def _pybtex(text: str) -> str:
    entries = pybtex.database.parse_string(text, "bibtex").entries.values()
    return repr([(dict(entry.fields), entry.persons) for entry in entries])


def _bibtexparser(text: str) -> str:
    entries = bibtexparser.parse_string(text).entries
    return repr([{field.key: field.value for field in entry.fields} for entry in entries])


ROUTES = (
    Route("csl-json", "pandoc", "csl-json", _pandoc("csljson", "csljson")),
    Route("csl-json", "pandoc", "biblatex", _pandoc("csljson", "biblatex")),
    Route("csl-json", "pandoc", "bibtex", _pandoc("csljson", "bibtex")),
    Route("csl-json-zotero", "pandoc", "csl-json", _pandoc("csljson", "csljson")),
    Route("biblatex", "pandoc", "csl-json", _pandoc("biblatex", "csljson")),
    Route("bibtex", "pandoc", "csl-json", _pandoc("bibtex", "csljson")),
    Route("ris", "pandoc", "csl-json", _pandoc("ris", "csljson")),
    Route("biblatex", "pybtex", "values", _pybtex),
    Route("bibtex", "pybtex", "values", _pybtex),
    Route("biblatex", "bibtexparser", "values", _bibtexparser),
    Route("bibtex", "bibtexparser", "values", _bibtexparser),
    Route("ris", "rispy", "values", _rispy),
)
_VALUES = {
    "agency": ("Originally published by Itar Tass", "original-publisher: Itar Tass"),
    "place": ("Dushanbe",),
    "day": ("27 February 2017", "2017-02-27"),
    "republisher": ("Equipo Nizkor",),
    "day of the copy": ("2017-02-28", "2017/02/28"),
}
_HEAD = (
    f"| written | read by | gives | {' | '.join(_VALUES)} |",
    f"| --- | --- | --- | {' | '.join('---' for _ in _VALUES)} |",
)
_TEXT = """# What survives in which tool

The seed page, written in each format, goes through other programs. Of what they give, a value is
*data* where our own reader finds it in its field again, *words* where it stands in a note or in a
field that we do not read from there, and `–` where it is lost. The table is measured; a test runs
every route again.

{table}

`values` are what a library's parser hands to a program. Zotero was not run: its translators were
read, and drop the original of every type but books and chapters, unless it stands in Extra
([csl-json-zotero, ris-zotero](citations.md)).
"""

if __name__ == "__main__":
    PAGE.write_text(_TEXT.format(table=table()), encoding="utf-8", newline="\n")
