"""
Write docs/reference/survival.md: the values of the example page that other programs keep.

    python docs/survival.py    needs the extras csl, test, typst; a test fails if it is not current
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import bibtexparser
import mwparserfromhell
import pybtex.database
import pymods
import rispy
import typst
from attrs import frozen

import nizkorcite as nz
from nizkorcite.csl.pandoc import pandoc_programs
from nizkorcite.formats.registry import read_references

HERE = Path(__file__).parent
PAGE = HERE / "reference/survival.md"


@frozen
class Route:
    """A format we write, a program that reads it, and the format the program returns."""

    written: str
    program: str
    given: str
    through: Callable[[str], str]


def table() -> str:
    """One row per route; each value is kept as data, as words, or lost."""
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
    """The values our parser finds as data in the output of a program."""
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
        program = pandoc_programs()[-1]  # the wheel's, so that the page is the same everywhere
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


def _mwparserfromhell(text: str) -> str:
    (template,) = mwparserfromhell.parse(text).filter_templates()
    return repr([f"{each.name}: {each.value}" for each in template.params])


def _pymods(text: str) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder, "works.xml")
        path.write_text(text, "utf-8")
        (record,) = pymods.MODSReader(str(path))
    return repr([getattr(record, name) for name in ("titles", "names", "publisher", "dates",
                                                    "publication_place", "note")])  # fmt: skip


def _typst(text: str) -> str:
    with TemporaryDirectory() as folder:
        Path(folder, "works.yaml").write_text(text, "utf-8")
        Path(folder, "list.typ").write_text(
            '#bibliography("works.yaml", style: "apa", full: true)', "utf-8"
        )
        html: bytes = typst.compile(Path(folder, "list.typ"), format="html")
    return html.decode()


ROUTES = (
    Route("csl-json", "pandoc", "csl-json", _pandoc("csljson", "csljson")),
    Route("csl-json", "pandoc", "biblatex", _pandoc("csljson", "biblatex")),
    Route("csl-json", "pandoc", "bibtex", _pandoc("csljson", "bibtex")),
    Route("csl-json-zotero", "pandoc", "csl-json", _pandoc("csljson", "csljson")),
    Route("csl-yaml", "pandoc", "csl-json", _pandoc("markdown", "csljson")),
    Route("biblatex", "pandoc", "csl-json", _pandoc("biblatex", "csljson")),
    Route("bibtex", "pandoc", "csl-json", _pandoc("bibtex", "csljson")),
    Route("ris", "pandoc", "csl-json", _pandoc("ris", "csljson")),
    Route("biblatex", "pybtex", "values", _pybtex),
    Route("bibtex", "pybtex", "values", _pybtex),
    Route("biblatex", "bibtexparser", "values", _bibtexparser),
    Route("bibtex", "bibtexparser", "values", _bibtexparser),
    Route("ris", "rispy", "values", _rispy),
    Route("hayagriva", "Typst", "values", _typst),
    Route("mods", "pymods", "values", _pymods),
    Route("wikipedia", "mwparserfromhell", "values", _mwparserfromhell),
)
_VALUES = {
    "agency": (
        "Originally published by Itar Tass",
        "original-publisher: Itar Tass",
        "agency: Itar Tass",
    ),
    "place": ("Dushanbe",),
    "day": ("27 February 2017", "2017-02-27"),
    "republisher": ("Equipo Nizkor",),
    "day of the copy": ("2017-02-28", "2017/02/28", "28 February 2017", "2017, February 28"),
}
_HEAD = (
    f"| written | read by | gives | {' | '.join(_VALUES)} |",
    f"| --- | --- | --- | {' | '.join('---' for _ in _VALUES)} |",
)
_TEXT = """# What other programs keep

The example page was written in each format, and other programs read and rewrote it. *data* means
that nizkorcite finds the value again in its own field, *words* that the value appears in a note or
in another field, and `–` that it is lost. A test repeats every measurement.

{table}

`values` are the values that the parser of a library returns, of Typst the entry that it prints in
APA style. Zotero was not run. According to the source of its translators, it drops the original of
every type except books and chapters, unless the original is in the Extra field ([csl-json-zotero,
ris-zotero](citations.md)).
"""

if __name__ == "__main__":
    PAGE.write_text(_TEXT.format(table=table()), encoding="utf-8", newline="\n")
