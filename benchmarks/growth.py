"""
How the time of reading, checking, writing and of each command grows with each part of an input.

    python benchmarks/growth.py [WORDS]

Prints a row for each part whose name contains one of the words: the seconds of the processor at n,
2n and 4n, and the exponent of the growth, which is 1 for linear time. n is doubled until one run
takes long enough to measure. The exit code is 1 if an exponent is above 1.2.
"""

import hashlib
import json
import logging
import math
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import click

from nizkorcite import iter_collection_findings, iter_findings, read
from nizkorcite.archive.exports.registry import PACKAGES
from nizkorcite.citing import FORMATS, STYLES, bibliography
from nizkorcite.citing.conversion import convert
from nizkorcite.cli import command
from nizkorcite.errors import InputError
from nizkorcite.formats.registry import read_references
from nizkorcite.record.model import organisation, person
from nizkorcite.reference import Reference
from nizkorcite.validation.schema_files.check import iter_schema_findings

HIGHEST = 1.2
SHORTEST = 0.3
LARGEST = 1 << 20
ROUNDS = 3
FOLDER = Path(mkdtemp())


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
    "csv": {
        "rows": lambda n: "id,type,title\n" + "".join(f"a{i},book,T\n" for i in range(n)),
        "columns": lambda n: ",".join(f"c{i}" for i in range(n)) + "\n",
    },
    "endnote-xml": {
        "records in records": lambda n: f"<xml><records>{'<record>' * n}{'</record>' * n}</records></xml>",
        "records": lambda n: f"<xml><records>{'<record/>' * n}</records></xml>",
        "authors": lambda n: "<xml><records><record><contributors><authors>"
        f"{'<author>Roe, Ann</author>' * n}"
        "</authors></contributors></record></records></xml>",
    },
}  # fmt: skip

AUTHORS: dict[str, Callable[[int], Reference]] = {
    "authors": lambda n: Reference(
        id="a", type="book", title="T",
        author=[person(family=f"Roe{number}", given="Ann") for number in range(n)],
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


def page(body: str, head: str = "") -> str:
    """A page with a title."""
    return f"<!doctype html><html><head><title>T</title>{head}</head><body><p>A page.{body}"


PAGES: dict[str, Callable[[int], str]] = {
    **{
        f"<{tag}>": lambda n, tag=tag: page(f"<{tag}>x" * n)
        for tag in ("p", "div", "span", "b", "a href=x", "li", "td", "br", "img alt=x", "h1", "svg", "x-y")
    },
    "options": lambda n: page("<select>" + "<option>x" * n),
    "closed lists": lambda n: page("<ul><li>" * n + "</ul>" * n),
    "rows": lambda n: page("<table>" + "<tr><td>x<td>y" * n),
    "attributes": lambda n: page("<p " + "".join(f"a{i}=x " for i in range(n)) + ">"),
    "entities": lambda n: page("&eacute;" * n),
    "comments": lambda n: page("<!-- x -->" * n),
    "comments without an end": lambda n: page("<!-- " * n),
    "scripts": lambda n: page("<script>x</script>" * n),
    "words": lambda n: page("word " * n),
    "lines": lambda n: page("x<br>\n" * n),
    "blanks": lambda n: page("x" + " " * n + "x"),
    "dashes": lambda n: page("-" * n),
    "meta tags": lambda n: page("", "<meta name=author content=Ann>" * n),
    "different meta tags": lambda n: page("", "".join(f"<meta name=a{i} content=x>" for i in range(n))),
    "links": lambda n: page("", "<link rel=canonical href=https://example.org/a>" * n),
    "JSON-LD": lambda n: page("", '<script type="application/ld+json">[' + '{"@type": "Thing"},' * n + "1]</script>"),
    "JSON-LD authors": lambda n: page("", '<script type="application/ld+json">{"@type": "NewsArticle", "author": ['
                                      + '{"name": "Ann Roe"},' * n + '{"name": "A"}]}</script>'),
    "JSON-LD scripts": lambda n: page("", '<script type="application/ld+json">{"@type": "Thing"}</script>' * n),
    "microdata": lambda n: page("<div itemscope itemtype=https://schema.org/Article>" + "<i itemprop=name>x</i>" * n),
    "times": lambda n: page("<time datetime=2017-02-27>27 February 2017</time>" * n),
    "bylines": lambda n: page("<p>By Ann Roe</p>" * n),
    "sources": lambda n: page("<p>Source: Itar Tass, Dushanbe, 27Feb17</p>" * n),
    "words of a source": lambda n: page("<p>Source: " + "Itar Tass " * n),
    "commas of a source": lambda n: page("<p>Source: " + "Itar, " * n),
    "brackets of a source": lambda n: page("<p>" + "[" * n + "Source: Itar Tass" + "]" * n),
    "datelines": lambda n: page("<p>DUSHANBE, 27 February (Itar Tass) -- x</p>" * n),
    "dates": lambda n: page("<p>27 February 2017</p>" * n),
    "tags without an end": lambda n: page("<p " * n),
    "quotes without an end": lambda n: page("<p a='b\" " * n),
    "end tags in attributes": lambda n: page("<div><i a='</div>'>" * n),
    "end tags in scripts": lambda n: page("<div><script>'</div>'</script>" * n),
    "end tags of other names": lambda n: page("<div></section>" * n),
    "headings in headings": lambda n: page("<h1><x-y>" * n),
    "formatting in each paragraph": lambda n: page("<p>" + "".join(f"<b a={i}>" for i in range(n)) + "</p>" + "<p>x</p>" * n),
    "frames": lambda n: page("<iframe srcdoc='x'></iframe>" * n),
    "data addresses": lambda n: page("<img src='data:image/png;base64,AAAA'>" * n),
}  # fmt: skip

RECORD: dict[str, Any] = {
    "schema_version": "1.0", "id": "example.org:doc:1", "type": "book", "language": "en", "title": "T",
    "original": {"attribution": "unknown"},
}  # fmt: skip
AGENT = {"kind": "person", "name": "Ann Roe"}
DIGEST = "ab" * 32

RECORDS: dict[str, Callable[[int], dict[str, Any]]] = {
    "creators": lambda n: {"creators": [AGENT | {"name": f"A{i}"} for i in range(n)]},
    "wrong creators": lambda n: {"creators": [{"kind": "x", "name": ""}] * n},
    "creators without names": lambda n: {"creators": [{"x_a": i} for i in range(n)]},
    "keywords": lambda n: {"keywords": [f"k{i}" for i in range(n)]},
    "repeated keywords": lambda n: {"keywords": ["k"] * n},
    "captures": lambda n: {"captures": [{"sha256": DIGEST, "byte_length": i} for i in range(n)]},
    "places of captures": lambda n: {"captures": [
        {"sha256": DIGEST, "byte_length": 1, "warc": {"file": "a", "offset": i}} for i in range(n)]},
    "evidence": lambda n: {"evidence": [{"field": "/title", "method": "page", "line": i + 1} for i in range(n)]},
    "evidence for nothing": lambda n: {"evidence": [{"field": f"/a/{i}", "method": "page"} for i in range(n)]},
    "evidence of no capture": lambda n: {"captures": [{"sha256": DIGEST, "byte_length": 1}], "evidence": [
        {"field": "/title", "method": "page", "capture": i} for i in range(n)]},
    "relations": lambda n: {"relations": [{"type": "references", "target": f"a:{i}"} for i in range(n)]},
    "unknown names": lambda n: {f"z{i}": 1 for i in range(n)},
    "own names": lambda n: {f"x_{i}": 1 for i in range(n)},
    "description": lambda n: {"description": "word " * n + "x"},
    "lines": lambda n: {"description": "x\n" * n + "x"},
    "wrong title": lambda n: {"title": " " + "a" * n},
    "pointer": lambda n: {"evidence": [{"field": "/a" * n, "method": "page"}]},
    "own list": lambda n: {"x_a": [1] * n},
}  # fmt: skip

TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "lines": (".jsonl", lambda n: f"{json.dumps(RECORD)}\n" * n),
    "wrong lines": (".jsonl", lambda n: f"{json.dumps(RECORD | {'id': 1})}\n" * n),
    "list": (".json", lambda n: f"[{','.join([json.dumps(RECORD)] * n)}]"),
    "members that appear twice": (".json", lambda n: json.dumps(RECORD)[:-1] + ', "title": "T"' * n + "}"),
    "missing commas": (".json", lambda n: "{" + '"a": 1 ' * n + "}"),
    "open brackets": (".json", lambda n: "[" * n),
    "open text": (".json", lambda n: '{"a": "' + "x" * n),
    "YAML": (".yaml", lambda n: "".join(f"a{i}: x\n" for i in range(n))),
    "YAML list": (".yaml", lambda n: "keywords:\n" + "".join(f"- k{i}\n" for i in range(n))),
    "YAML anchors": (".yaml", lambda n: "".join(f"a{i}: &a{i} x\n" for i in range(n))),
    "YAML faults": (".yaml", lambda n: "a: [\n" * n),
    "relations in a circle": (".jsonl", lambda n: "".join(json.dumps(RECORD | {
        "id": f"a:{i}", "relations": [{"type": "is_part_of", "target": f"a:{(i + 1) % n}"}]}) + "\n" for i in range(n))),
    "records of one id": (".jsonl", lambda n: f"{json.dumps(RECORD)}\n" * n),
}  # fmt: skip

SCHEMAS: dict[str, Callable[[int], dict[str, Any]]] = {
    "definitions": lambda n: {"$defs": {f"a{i}": {"type": "string"} for i in range(n)}, "type": "object"},
    "properties": lambda n: {"properties": {f"a{i}": {"type": "string", "examples": ["a"]} for i in range(n)}},
    "misspelt keywords": lambda n: {"properties": {f"a{i}": {"typ": "string"} for i in range(n)}},
    "references": lambda n: {"$defs": {"a": {}}, "allOf": [{"$ref": "#/$defs/a"}] * n},
    "chain of references": lambda n: {"$ref": "#/$defs/a0", "$defs": {
        f"a{i}": {"$ref": f"#/$defs/a{(i + 1) % n}"} for i in range(n)}},
    "enum": lambda n: {"enum": [f"a{i}" for i in range(n)]},
    "patterns": lambda n: {"patternProperties": {f"^a{i}$": {} for i in range(n)}},
}  # fmt: skip


def warc_record(number: int) -> str:
    """A record of WARC with a page that shows the next one in a frame."""
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A page.<iframe src=/{number + 1}>"
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}\r\n\r\n"
    )


SAVED_FORMS: dict[str, Callable[[int], str]] = {
    "WARC, heads": lambda n: warc_record(0) + "WARC/1.0\r\n" * n,
    "WARC, records": lambda n: warc_record(0) * n,
    "WARC, chain of frames": lambda n: "".join(map(warc_record, range(n))),
    "WARC, fields": lambda n: warc_record(0).replace("Content-Length", "A: b\r\n" * n + "Content-Length"),
    "mail, lines of a field": lambda n: "From: A <a@example.org>\nSubject: x\nTo: " + "a,\n " * n + "\n\nA mail.\n",
    "mail, addresses": lambda n: f"From: {'A <a@example.org>, ' * n}\nSubject: x\n\nA mail.\n",
    "mail, parts": lambda n: "From: A <a@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: text/plain\n\nA mail.\n" * n + "--b--\n",
    "MHTML, parts": lambda n: "From: <Saved by Blink>\nSnapshot-Content-Location: http://example.org/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary=b\n\n'
        + "--b\nContent-Type: text/html\nContent-Location: http://example.org/\n\n<p>A page.\n" * n + "--b--\n",
}  # fmt: skip


def text_file(name: str, text: str) -> str:
    """Write a file of the benchmark; return its path."""
    path = FOLDER / name
    path.write_text(text, "utf-8")
    return str(path)


def folder_of(ending: str, text: Callable[[int], str], count: int) -> str:
    """Write a folder of that many files; return its path."""
    shutil.rmtree(FOLDER / "many", ignore_errors=True)
    (FOLDER / "many").mkdir()
    for number in range(count):
        text_file(f"many/{number}{ending}", text(number))
    return str(FOLDER / "many")


def record_lines(count: int) -> str:
    """Records in JSON Lines, of ids of their own."""
    return "".join(json.dumps(RECORD | {"id": f"a:{i}"}) + "\n" for i in range(count))


def with_page(number: int) -> str:
    """A record that names a page beside it."""
    text = page(str(number))
    text_file(f"many/{number}.html", text)
    capture = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "byte_length": len(text)}
    return json.dumps(
        RECORD | {"id": f"a:{number}", "captures": [capture | {"path": f"{number}.html"}]}
    )


def csl_style(macros: str, layout: str) -> str:
    """A CSL style."""
    return text_file(
        "growth.csl",
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
        "<title>T</title><id>a</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
        f"{macros}<citation><layout><text variable='title'/></layout></citation><bibliography>"
        f"<layout>{layout}</layout></bibliography></style>",
    )


def cited_in(macros: str, layout: str) -> list[str]:
    """The words that cite an entry in a CSL style of one's own."""
    style = csl_style(macros, layout)
    return ["cite", "--style", style, text_file("growth.bib", title("T"))]


def entries(count: int) -> str:
    """The path of a citation file of that many entries."""
    return text_file("growth.bib", BIBTEX["entries"](count))


def alike(number: int) -> str:
    """An entry with three authors, of whom the last tells it from others."""
    return entry(f"author = {{Roe, A and Poe, B and Doe{number}, C}}").replace(
        "{a,", f"{{a{number},"
    )


def macro(name: str, inside: str) -> str:
    """A macro of a CSL style."""
    return f'<macro name="{name}">{inside}</macro>'


def filled_archive(count: int) -> str:
    """The path of a new archive of that many records."""
    path = str(FOLDER / "fonds")
    shutil.rmtree(path, ignore_errors=True)
    records = text_file("growth.jsonl", record_lines(count))
    _run(["archive", "init", path])
    _run(["archive", "add", path, records])
    return path


# "many files" are read one by one, so that the number of files is what grows.
VERBS: dict[str, Callable[[int], list[str]]] = {
    "read, a page of lines": lambda n: ["read", text_file("growth.html", page("x<br>\n" * n))],
    "read, many files": lambda n: ["read", folder_of(".html", lambda i: page(str(i)), n)],
    "read -o, many files": lambda n: ["read", folder_of(".html", lambda i: page(str(i)), n),
                                      "--force", "-o", f"{FOLDER}/out/"],
    "read, captures of a crawl": lambda n: ["read", "--force", "-o", f"{FOLDER}/out.jsonl", text_file(
        "growth.warc", "".join(map(warc_record, range(n))))],
    "read -o, table of a crawl": lambda n: ["read", "--force", "-o", f"{FOLDER}/out.parquet", text_file(
        "growth.warc", "".join(map(warc_record, range(n))))],
    "read, lines of a crawl that are no records": lambda n: ["read", "--force", "-o", f"{FOLDER}/out.jsonl",
        text_file("growth.warc", warc_record(0) + warc_record(1) + "WARC/1.0\n" * n)],
    "site, records": lambda n: ["site", text_file("growth.jsonl", record_lines(n)), "--force", "-o", f"{FOLDER}/site"],
    "site, pages": lambda n: ["site", folder_of(".html", lambda i: page(str(i)), n), "--force", "-o", f"{FOLDER}/site"],
    "origins, pages": lambda n: ["origins", folder_of(".html", lambda i: page(f"{i} " * 99), n)],
    "archive list": lambda n: ["archive", "list", filled_archive(n)],
    "archive search": lambda n: ["archive", "search", filled_archive(n), "T"],
    "archive verify": lambda n: ["archive", "verify", filled_archive(n)],
    "archive verify --deep": lambda n: ["archive", "verify", "--deep", filled_archive(n)],
    "archive origins": lambda n: ["archive", "origins", filled_archive(n)],
    "archive export, csv": lambda n: ["archive", "export", filled_archive(n), "--to", "csv"],
    "cite, records": lambda n: ["cite", text_file("growth.jsonl", record_lines(n))],
    "cite, entries": lambda n: ["cite", entries(n)],
    "cite --bibliography, entries": lambda n: ["cite", "--bibliography", entries(n)],
    "cite --bibliography, lists of authors": lambda n: ["cite", "--bibliography", text_file(
        "growth.bib", "".join(alike(i) for i in range(n)))],
    "cite --bibliography, one entry in many files": lambda n: [
        "cite", "--bibliography", folder_of(".bib", lambda _: title("T"), n)],
    "cite --bibliography, records of one work": lambda n: [
        "cite", "--bibliography", text_file("growth.jsonl", record_lines(n))],
    "cite --bibliography --style plain": lambda n: ["cite", "--bibliography", "--style", "plain", entries(n)],
    "cite, chain of crossref": lambda n: ["cite", text_file("growth.bib", chain(n, "crossref"))],
    "cite --json, entries": lambda n: ["cite", "--json", entries(n)],
    "convert, entries to ris": lambda n: ["convert", "--to", "ris", entries(n)],
    "convert, entries to records": lambda n: ["convert", "--to", "record", entries(n)],
    "convert, entries to bibtex": lambda n: ["convert", "--to", "bibtex", entries(n)],
    "convert, records to csv": lambda n: ["convert", "--to", "csv",
                                          text_file("growth.jsonl", record_lines(n))],
    "set --from, rows": lambda n: ["set", text_file("growth.jsonl", record_lines(n)), "--from",
        text_file("growth.csv", "id,title\n" + "".join(f"a:{i},New\n" for i in range(n)))],
    "set --from, rows for one record": lambda n: ["set", text_file("growth.jsonl", record_lines(1)),
        "--from", text_file("growth.csv", "id,title\n" + "a:0,New\n" * n)],
    "set --from, rows for none": lambda n: ["set", text_file("growth.jsonl", record_lines(1)),
        "--from", text_file("growth.csv", "id,title\n" + "b:0,New\n" * n)],
    "set, authors": lambda n: ["set", text_file("growth.json", json.dumps(RECORD)),
        *(f"author=Roe{i}, Ann" for i in range(n))],
    "todo, records": lambda n: ["todo", text_file("growth.jsonl", record_lines(n))],
    "todo, many files": lambda n: ["todo", folder_of(".json", lambda _: json.dumps(RECORD), n)],
    "validate, many files": lambda n: ["validate", folder_of(".json", lambda _: json.dumps(RECORD), n)],
    "validate --files, many files": lambda n: ["validate", "--files", folder_of(".json", with_page, n)],
    "validate --across, records": lambda n: ["validate", "--across",
                                             text_file("growth.jsonl", record_lines(n))],
    "validate --fix, wrong lines": lambda n: ["validate", "--fix", text_file(
        "growth.jsonl", f"{json.dumps(RECORD | {'language': 'EN'})}\n" * n)],
    "validate --frame, wrong lines": lambda n: ["validate", "--frame", text_file(
        "growth.jsonl", f"{json.dumps(RECORD | {'id': 1})}\n" * n)],
    "csl: entries": lambda n: ["cite", "--style", csl_style("", "<text variable='title'/>"), entries(n)],
    "csl: list of entries": lambda n: ["cite", "--bibliography", "--style",
                                       csl_style("", "<text variable='title'/>"), entries(n)],
    "csl: macros": lambda n: cited_in("".join(macro(f"m{i}", "") for i in range(n)), ""),
    "csl: uses of a macro": lambda n: cited_in(
        macro("m", "<text variable='title'/>"), "<text macro='m'/>" * n),
    "csl: chain of macros": lambda n: cited_in("".join(
        macro(f"m{i}", f"<text macro='m{i + 1}'/>") for i in range(n)) + macro(f"m{n}", ""), "<text macro='m0'/>"),
    "csl: macros that double": lambda n: cited_in("".join(
        macro(f"m{i}", f"<text macro='m{i + 1}'/>" * 2) for i in range(n)) + macro(f"m{n}", ""), "<text macro='m0'/>"),
    "csl: groups in groups": lambda n: cited_in("", "<group>" * n + "</group>" * n),
    "csl: conditions": lambda n: cited_in(
        "", "<choose><if type='book'><text value='x'/></if></choose>" * n),
    "csl: names": lambda n: cited_in("", "<names variable='author'/>" * n),
}  # fmt: skip


Row = tuple[str, Callable[[int], Callable[[], object]]]


def rows() -> Iterator[Row]:
    """Each part, and the function that prepares a run with n of it."""
    yield from _rows_of_citation_files()
    yield from _rows_of_pages_and_records()
    yield from _rows_of_writing()
    for name, words in VERBS.items():
        yield f"verb: {name}", lambda n, words=words: _running(words(n))
    yield "verb: archive add, records", lambda n: lambda: filled_archive(n)
    for kind in PACKAGES:
        yield f"verb: archive export, {kind}", lambda n, kind=kind: _exporting(n, kind)


def _rows_of_citation_files() -> Iterator[Row]:
    for name, text in BIBTEX.items():
        yield f"bibtex: {name}", lambda n, text=text: _reading(text(n))
    for source, parts in OTHERS.items():
        for name, text in parts.items():
            yield (
                f"{source}: {name}",
                lambda n, text=text, source=source: _reading(text(n), source),
            )


def _rows_of_pages_and_records() -> Iterator[Row]:
    for name, text in PAGES.items():
        yield f"page: {name}", lambda n, text=text: _reading_page(text(n))
    for name, text in SAVED_FORMS.items():
        yield f"saved form: {name}", lambda n, text=text: _reading_page(text(n))
    for name, members in RECORDS.items():
        yield f"record: {name}", lambda n, make=members: _validating(json.dumps(RECORD | make(n)))
    for name, (ending, text) in TEXTS.items():
        yield f"file: {name}", lambda n, of=(ending, text): _validating_file(of[0], of[1](n))
    for name, schema in SCHEMAS.items():
        yield f"schema: {name}", lambda n, make=schema: _checking(make(n))


def _rows_of_writing() -> Iterator[Row]:
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


def _reading_page(text: str) -> Callable[[], object]:
    return lambda: _read(text.encode())


def _read(data: bytes) -> None:
    """Read a page; a saved form with many pages is refused."""
    with suppress(InputError):
        read(data)


def _validating(text: str) -> Callable[[], object]:
    return lambda: list(iter_findings(text))


def _validating_file(ending: str, text: str) -> Callable[[], object]:
    path = FOLDER / f"growth{ending}"
    path.write_text(text, "utf-8")
    return lambda: [*iter_findings(path), *iter_collection_findings([path])]


def _checking(schema: dict[str, Any]) -> Callable[[], object]:
    path = FOLDER / "growth.schema.json"
    path.write_text(json.dumps(schema), "utf-8")
    return lambda: list(iter_schema_findings(path))


def _writing(reference: Reference, target: str) -> Callable[[], object]:
    return lambda: bibliography([reference], target)


def _converting(reference: Reference, target: str) -> Callable[[], object]:
    return lambda: convert([reference], target)


def _running(words: list[str]) -> Callable[[], object]:
    return lambda: _run(words)


def _exporting(count: int, kind: str) -> Callable[[], object]:
    """Export an archive, each time to a new place."""
    archive = filled_archive(count)
    return lambda: _run(
        ["archive", "export", archive, "--to", kind, "-o", mkdtemp(dir=FOLDER) + "/out"]
    )


def _run(words: list[str]) -> None:
    """Run a command of the program, and discard what it prints."""
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
        suppress(click.ClickException),
    ):
        command.main(words, prog_name="nizkorcite", standalone_mode=False)


def processor_seconds() -> float:
    """The seconds of this process and of the programs that it has started."""
    return time.process_time() + sum(os.times()[2:4])


def taken(work: Callable[[], object]) -> float:
    """The seconds of the processor that the best of some runs takes."""
    best = math.inf
    for _ in range(ROUNDS):
        begin = processor_seconds()
        work()
        best = min(best, processor_seconds() - begin)
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
