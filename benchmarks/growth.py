"""
How the time of reading and writing grows with each part of an entry.

    python benchmarks/growth.py [WORDS]

Prints a row for each part whose name contains one of the words: the seconds of the processor at n,
2n and 4n, and the exponent of the growth, which is 1 for linear time. n is doubled until one run
takes long enough to measure. The exit code is 1 if an exponent is above 1.2.
"""

import json
import logging
import math
import sys
import time
from collections.abc import Callable, Iterator

from nizkorcite.citing import FORMATS, STYLES, bibliography
from nizkorcite.citing.conversion import convert
from nizkorcite.formats.registry import read_references
from nizkorcite.record.model import organisation, person
from nizkorcite.reference import Reference

HIGHEST = 1.2
SHORTEST = 0.3
LARGEST = 1 << 20
ROUNDS = 3


def entry(fields: str, entry_type: str = "article") -> str:
    """An entry of BibTeX with a title."""
    return f"@{entry_type}{{a, title = {{T}}, year = 2001, {fields}}}\n"


def authors(name: str, count: int) -> str:
    """An entry of BibTeX with a name many times."""
    return entry(f"author = {{{' and '.join([name] * count)}}}")


def title(text: str) -> str:
    """An entry of BibTeX with that title."""
    return f"@article{{a, title = {{{text}}}, year = 2001}}\n"


def chain(count: int, field: str, entry_type: str = "book") -> str:
    """Entries each of which names the next one in a field."""
    return "".join(
        f"@{entry_type}{{k{number}, title = {{T{number}}}, {field} = {{k{number + 1}}}}}\n"
        for number in range(count)
    )


BIBTEX: dict[str, Callable[[int], str]] = {
    "entries": lambda n: "".join(entry("").replace("{a,", f"{{a{i},") for i in range(n)),
    "entries of one key": lambda n: entry("") * n,
    "entries without a key": lambda n: entry("").replace("{a,", "{,") * n,
    "entries with a fault": lambda n: "@book{a, title = {T\n" * n,
    "entries with a missing comma": lambda n: "@book{a, title = {T} year = 2001}\n" * n,
    "comments": lambda n: "@comment{a}\n%\n" * n + entry(""),
    "fields": lambda n: entry("".join(f"f{i} = {{x}}, " for i in range(n))),
    "fields of one name": lambda n: entry("note = {x}, " * n),
    "operands of a value": lambda n: entry(f"note = {' # '.join(['{x}'] * n)}"),
    "value without an end": lambda n: "@book{a, title = {" + "x " * n,
    "quotation marks": lambda n: entry('note = "' + '{"}x' * n + '"'),
    "strings": lambda n: "".join(f'@string{{s{i} = "x"}}\n' for i in range(n)) + entry("note = s1"),
    "strings of strings": lambda n: '@string{s0 = "x"}\n'
    + "".join(f"@string{{s{i} = s{i - 1}}}\n" for i in range(1, n))
    + entry(f"note = s{n - 1}"),
    "strings that double": lambda n: '@string{s0 = "x"}\n'
    + "".join(f"@string{{s{i} = s{i - 1} # s{i - 1}}}\n" for i in range(1, n))
    + entry("note = s1"),
    "macros": lambda n: '@preamble{"' + "".join(f"\\def\\m{'a' * (i % 9)}{{x}}" for i in range(n))
    + '"}\n' + entry("note = {\\ma}"),
    "uses of a macro": lambda n: '@preamble{"\\newcommand{\\m}[1]{#1}"}\n' + title("\\m{x} " * n),
    "macros in macros": lambda n: '@preamble{"\\newcommand{\\m}[1]{#1}"}\n'
    + title("\\m{" * n + "x" + "}" * n),
    "chain of crossref": lambda n: chain(n, "crossref"),
    "chain of xdata": lambda n: chain(n, "xdata", "xdata"),
    "chain of related": lambda n: chain(n, "relatedtype = {reprintof}, related"),
    "children of one crossref": lambda n: "@book{p, title = {P}}\n"
    + "".join(f"@inbook{{k{i}, crossref = {{p}}}}\n" for i in range(n)),
    "list of xdata": lambda n: entry(f"xdata = {{{','.join(f'x{i}' for i in range(n))}}}")
    + "".join(f"@xdata{{x{i}, note = {{x}}}}\n" for i in range(n)),
    "list of related": lambda n: entry(f"related = {{{','.join(f'x{i}' for i in range(n))}}}"),
    "authors": lambda n: authors("Roe, Ann", n),
    "authors in order": lambda n: authors("Ann de Roe", n),
    "groups": lambda n: authors("{A and B}", n),
    "authors with accents": lambda n: authors("Nu\\~nez, A", n),
    "authors who cannot be read": lambda n: authors("A; B", n),
    "words of a name": lambda n: entry(f"author = {{{'Ann ' * n}}}"),
    "particles of a name": lambda n: entry(f"author = {{{'de ' * n} Roe, A}}"),
    "commas of a name": lambda n: entry(f"author = {{{'Roe, ' * n}}}"),
    "named parts of a name": lambda n: entry(f"author = {{{'family=Roe, ' * n}}}"),
    "blanks of a name": lambda n: entry(f"author = {{Roe,{' ' * n}Ann{' ' * n}x}}"),
    "ties of a name": lambda n: entry(f"author = {{Roe{'~' * n}, Ann}}"),
    "braces of a name": lambda n: entry(f"author = {{{'{' * n}Roe{'}' * n}, Ann}}"),
    "ands": lambda n: entry(f"author = {{{'and ' * n}}}"),
    "publishers": lambda n: entry(f"publisher = {{{' and '.join(['{P}'] * n)}}}", "book"),
    "keywords": lambda n: entry(f"keywords = {{{', '.join(f'k{i}' for i in range(n))}}}"),
    "options": lambda n: entry(f"options = {{{','.join(f'o{i}' for i in range(n))}}}"),
    "title": lambda n: title("word " * n),
    "braces": lambda n: title("{" * n + "x" + "}" * n),
    "braces side by side": lambda n: title("{x}" * n),
    "braces without an end": lambda n: "@book{a, title = {" + "{" * n,
    "blanks": lambda n: title("x" + " " * n + "x"),
    "accents": lambda n: title(r"\'e{\~n}\v{s}" * n),
    "accents in accents": lambda n: title(r"\'{" * n + "e" + "}" * n),
    "accents of nothing": lambda n: title(r"\'" * n),
    "commands": lambda n: title(r"\emph{x}\textpm" * n),
    "commands in commands": lambda n: title(r"\emph{" * n + "x" + "}" * n),
    "superscripts in superscripts": lambda n: title(r"\textsuperscript{" * n + "2" + "}" * n),
    "unknown commands": lambda n: title(r"\foo{x}" * n),
    "different unknown commands": lambda n: title(
        " ".join(f"\\z{i:b}".translate({48: "o", 49: "l"}) for i in range(n))
    ),
    "formulas": lambda n: title("$x^2$ " * n),
    "formula": lambda n: title(f"${'x_1' * n}$"),
    "formula without an end": lambda n: title("$" + "x" * n),
    "groups of a formula": lambda n: title(f"${'{' * n}x{'}' * n}$"),
    "superscripts of a formula": lambda n: title(f"${'x^{' * n}x{'}' * n}$"),
    "formulas of ensuremath": lambda n: title(r"\ensuremath{x}" * n),
    "ensuremath in ensuremath": lambda n: title(r"\ensuremath{" * n + "x" + "}" * n),
    "inline formulas without an end": lambda n: title(r"\(" * n),
    "conditions": lambda n: title(r"\ifmmode x\else y\fi" * n),
    "conditions without an end": lambda n: title(r"\ifmmode " * n),
    "addresses": lambda n: title(r"\url{x}" * n),
    "addresses without an end": lambda n: title(r"\url{" * n + "}" * n),
    "amounts of dollars": lambda n: title("from $5 to " * n),
    "letters of a date": lambda n: entry("").replace("2001", "{" + "x" * n + "}"),
    "digits of a date": lambda n: entry("").replace("2001", "{" + "1" * n + "}"),
    "address": lambda n: entry(r"url = {http://x/" + r"\_" * n + "}"),
    "eprint": lambda n: entry("eprint = {" + "1" * n + "}, doi = {10.1000/x}"),
}  # fmt: skip


def ris(*lines: str) -> str:
    """An entry of RIS."""
    return "\n".join(("TY  - JOUR", "TI  - T", *lines, "ER  - ", ""))


def item(**members: object) -> str:
    """An item of CSL-JSON."""
    return json.dumps([{"id": "a", "type": "book", **members}])


OTHERS: dict[str, dict[str, Callable[[int], str]]] = {
    "ris": {
        "entries": lambda n: ris() * n,
        "entries without an end": lambda n: "TY  - JOUR\n" * n,
        "authors": lambda n: ris(*["AU  - Roe, Ann"] * n),
        "different authors": lambda n: ris(*(f"AU  - Roe{i}, Ann" for i in range(n))),
        "authors in a line": lambda n: ris(f"AU  - {'Roe, Ann; ' * n}"),
        "words of a name": lambda n: ris(f"AU  - {'Ann ' * n}"),
        "capitals of a name": lambda n: ris(f"AU  - {'Ann Roe, ' * n}"),
        "blanks of a name": lambda n: ris(f"AU  - Roe,{' ' * n}Ann"),
        "lines of a value": lambda n: ris("AB  - x", *["more"] * n),
        "lines without a tag": lambda n: "x\n" * n + ris(),
        "dates": lambda n: ris(*["DA  - 2001/02/03"] * n),
        "letters of a date": lambda n: ris(f"DA  - {'x' * n}"),
        "keywords": lambda n: ris(*(f"KW  - k{i}" for i in range(n))),
        "notes": lambda n: ris(*(f"N1  - note {i}" for i in range(n))),
        "titles": lambda n: ris(*["T2  - J"] * n),
        "addresses": lambda n: ris(*(f"L1  - http://x/{i}" for i in range(n))),
    },
    "csl-json": {
        "items": lambda n: json.dumps([{"id": i, "type": "book", "title": "T"} for i in range(n)]),
        "items of one id": lambda n: json.dumps([{"id": "a", "type": "book"}] * n),
        "items a line": lambda n: '{"id": "a", "type": "book"}\n' * n,
        "members": lambda n: item(**{f"m{i}": "x" for i in range(n)}),
        "authors": lambda n: item(author=[{"family": "Roe", "given": "Ann"}] * n),
        "title": lambda n: item(title="word " * n),
        "tags": lambda n: item(title="<i>x</i>" * n),
        "tags in tags": lambda n: item(title="<i>" * n + "x" + "</i>" * n),
        "spans in spans": lambda n: item(title='<span class="nocase">' * n + "x" + "</span>" * n),
        "tags without an end": lambda n: item(title="<i>" * n),
        "lines of the note": lambda n: item(note="original-date: 2001\n" * n),
        "letters of a date": lambda n: item(issued={"raw": "x" * n}),
        "keywords": lambda n: item(keyword=", ".join(f"k{i}" for i in range(n))),
        "publishers": lambda n: item(publisher="; ".join(f"P{i}" for i in range(n))),
    },
    "nbib": {
        "entries": lambda n: "PMID- 1\nTI  - T\n\n" * n,
        "authors": lambda n: "PMID- 1\nTI  - T\n" + "FAU - Roe, Ann\nAU  - Roe A\n" * n,
        "lines of a value": lambda n: "PMID- 1\nTI  - T\n" + "      more\n" * n,
    },
    "enw": {
        "entries": lambda n: "%0 Book\n%T T\n\n" * n,
        "authors": lambda n: "%0 Book\n%T T\n" + "%A Roe, Ann\n" * n,
        "lines of a value": lambda n: "%0 Book\n%X x\n" + "more\n" * n,
    },
    "endnote-xml": {
        "records": lambda n: f"<xml><records>{'<record/>' * n}</records></xml>",
        "authors": lambda n: "<xml><records><record><contributors><authors>"
        f"{'<author>Roe, Ann</author>' * n}"
        "</authors></contributors></record></records></xml>",
    },
}  # fmt: skip

AUTHORS: dict[str, Callable[[int], Reference]] = {
    "authors": lambda n: Reference(
        id="a", type="book", title="T",
        author=[person(f"Roe{number}", "Ann") for number in range(n)],
    ),
    "groups": lambda n: Reference(
        id="a", type="book", title="T", author=[organisation(f"G{number}") for number in range(n)]
    ),
    "publishers": lambda n: Reference(
        id="a", type="book", title="T",
        publisher=[organisation(f"P{number}") for number in range(n)],
    ),
    "keywords": lambda n: Reference(
        id="a", type="book", title="T", keyword=[f"k{number}" for number in range(n)]
    ),
    "title": lambda n: Reference(id="a", type="book", title="{\\'x} -- “a” <b> & " * n),
    "note": lambda n: Reference(id="a", type="book", title="T", note="word. " * n),
}  # fmt: skip


def rows() -> Iterator[tuple[str, Callable[[int], Callable[[], object]]]]:
    """Each part, and the function that prepares a run with n of it."""
    for name, text in BIBTEX.items():
        yield f"bibtex: {name}", lambda n, text=text: _reading(text(n))
    for source, parts in OTHERS.items():
        for name, text in parts.items():
            yield (
                f"{source}: {name}",
                lambda n, text=text, source=source: _reading(text(n), source),
            )
    for name, reference in AUTHORS.items():
        for target in (*STYLES, *FORMATS):
            yield (
                f"write {target}: {name}",
                lambda n, make=reference, to=target: _writing(make(n), to),
            )
    for name in ("authors", "publishers", "keywords", "title"):
        for target in ("json-ld", "record", "csl-json"):
            yield (
                f"convert to {target}: {name}",
                lambda n, make=AUTHORS[name], to=target: _converting(make(n), to),
            )


def _reading(text: str, source: str = "bibtex") -> Callable[[], object]:
    return lambda: read_references(text, source)


def _writing(reference: Reference, target: str) -> Callable[[], object]:
    return lambda: bibliography([reference], target)


def _converting(reference: Reference, target: str) -> Callable[[], object]:
    return lambda: convert([reference], target)


def taken(work: Callable[[], object]) -> float:
    """The seconds of the processor that the best of some runs takes."""
    best = math.inf
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def measured(prepare: Callable[[int], Callable[[], object]]) -> tuple[int, list[float]]:
    """The number n that takes long enough, and the seconds at n, 2n and 4n."""
    number = 256
    while (seconds := taken(prepare(number))) < SHORTEST and number < LARGEST:
        number *= 2
    return number, [seconds, taken(prepare(2 * number)), taken(prepare(4 * number))]


def main(words: list[str]) -> int:
    """Print the rows, and return the exit code."""
    logging.disable()
    failed = 0
    for name, prepare in rows():
        if words and not any(word in name for word in words):
            continue
        number, seconds = measured(prepare)
        exponent = math.log2(seconds[2] / seconds[0]) / 2
        failed += exponent > HIGHEST
        each = "  ".join(f"{value:8.3f}" for value in seconds)
        print(f"{name:45} {number:8}  {each}  {exponent:5.2f}{' *' if exponent > HIGHEST else ''}",
              flush=True)  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
