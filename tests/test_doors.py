"""Hostile text in titles, names and file names: each output shows it, and no reader obeys it."""

import json
import os
import pty
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyte
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import nizkorcite as nz
from nizkorcite.cli import command
from nizkorcite.formats.registry import read_references
from nizkorcite.languages import LANGUAGES
from nizkorcite.messages import Message
from nizkorcite.styles.rich_text import Run, render

RECORDS = Path(__file__).parent / "records"
# What terminals, logs, browsers and renderers of Markdown obey, among letters.
OBEYED = [
    "\x1b]0;title\x07", "\x1b[31m", "\x1b[2J", "\x1b", "\x07", "\x08", "\x00", "\x7f", "\x9b31m", "\x9d0;t\x9c",
    "\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n::error::no", "::error file=a::no",
    "##[error]no", "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\u200d",
    "\u2060", "\ufeff", "\U000e0041", "\U000e007f", "\ufff9",
]  # fmt: skip
MARKUP = [
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "<!DOCTYPE x>",
    "&lt;b&gt;", "&#60;b>", '"', "'", "[a](javascript:alert(1))", "<javascript:alert(1)>", "![a](data:x)", "[a]: b",
    "<https://evil.example>", "https://x.org/<b>", "https://x.org/[a](http://b)", "https://x.org/_a_", "*a*", "**",
    "__a__", "_", "`a`", "``", "~~a~~", "~a~", "https://x.org/~a~", "https://x.org/a&lt;b", "|", "\\", "\\<b>", "# ",
    "- ", "+ ", "1. ", "1) ", "> ", "===", "---", "    ", "$a$", "{a}", "%0A", "%",
]  # fmt: skip
WORDS = ["law", "Ley", " ", "Ñ", "a", "1984", ". ", ", "]
TEXTS = st.lists(st.sampled_from([*OBEYED, *MARKUP, *WORDS]), max_size=8).map("".join)
CONTROLS = {"Cc", "Zl", "Zp", "Cs"}
PROGRAM = re.compile("(?:javascript|data|vbscript):", re.IGNORECASE)


def unseen(text: str, *, allowed: str = "\n") -> list[str]:
    """Characters that are obeyed or not seen, by the properties of Unicode."""
    return [
        char
        for char in text
        if char not in allowed and (unicodedata.category(char) in {*CONTROLS, "Cf"})
    ]


def hostile_texts(number: int) -> list[str]:
    """Texts that differ in every run of a table, and are the same in each run of the tests."""
    chance = random.Random(number)
    return [
        "".join(chance.choices([*OBEYED, *MARKUP, *WORDS], k=chance.randint(1, 8)))
        for _ in range(12)
    ]


class Html(HTMLParser):
    """The tags and the text that a browser sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", {"text": data}))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("declaration", {"text": decl}))


def markdown_tokens(text: str) -> Iterator[Any]:
    """The tokens of a text with tables and strikethrough, as GitHub has them."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def typed(*words: str) -> tuple[pyte.Screen, str, int]:
    """The screen of a terminal after a command, what was written to it, and the exit code."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm"
        os.execv(sys.executable, [sys.executable, "-m", "nizkorcite", *words])  # noqa: S606
    written = b""
    try:
        while data := os.read(terminal, 65536):
            written += data
    except OSError:
        pass  # Linux reports the end so
    os.close(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    screen = pyte.Screen(400, 200)
    pyte.ByteStream(screen).feed(written)
    return screen, written.decode(), code


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@given(TEXTS)
def test_a_value_in_a_message_is_on_one_line(text: str) -> None:
    """In English and Spanish; a terminal prints it as it is."""
    for lang in LANGUAGES:
        said = Message(
            "cannot read {name}: {problem}", name=text, problem=Message("no such file")
        ).text(lang)
        screen = pyte.Screen(2000, 3)
        pyte.Stream(screen).feed(said)

        assert [] == unseen(said, allowed="")
        assert (said.rstrip(), "") == (screen.display[0].rstrip(), screen.title)


@given(TEXTS, TEXTS, st.booleans())
def test_a_citation_is_one_line_in_each_markup(text: str, more: str, italic: bool) -> None:
    """No markup has a tag, link or block of a title's own, and all of them have the same words."""
    title = f"x{text}x" if italic else text
    runs = (Run(title, italic=italic), Run(f" https://example.org/{''.join(more.split())}"))
    plain, page, note = (render(runs, markup) for markup in ("text", "html", "markdown"))
    html = Html(page)
    tokens = list(markdown_tokens(note))

    assert [[], [], []] == [unseen(each, allowed="") for each in (plain, page, note)]
    assert not any(each.lstrip().startswith("::") or "##[" in each for each in (plain, page, note))
    assert (plain, ["i"] * italic) == (html.words, [tag for tag, _ in html.tags])
    assert {"paragraph_open", "inline", "paragraph_close"} | {"text"} | (
        {"em_open", "em_close"} if italic else set()
    ) == {token.type for token in tokens} | {"text"}
    words = "".join(token.content for token in tokens if token.type == "text").strip()
    assert plain.strip().replace(r"\x23#[", "##[") == words  # Markdown has no such commands


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("See https://x.org/<img/src=x/onerror=alert(1)> now",
         r"*See https://x.org/\<img/src=x/onerror=alert(1)\> now*. (n.d.)."),
        ("1984. A year", r"*1984. A year*. (n.d.)."),
        ("[law](javascript:alert(1))", r"*\[law\](javascript:alert(1))*. (n.d.)."),
    ],
    ids=["tag in an address", "number", "link"],
)  # fmt: skip
def test_markdown_of_a_title(title: str, expected: str) -> None:
    """A title is words."""
    assert expected == nz.cite(nz.Reference(id="a", type="book", title=title), markup="markdown")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.org/~ann/a_b_c?d=1&e=2", "https://x.org/~ann/a_b_c?d=1&e=2"),
        ("https://x.org/_layouts/15/a.aspx", "https://x.org/_layouts/15/a.aspx"),
        ("https://web.archive.org/web/2017*/x", r"https://web.archive.org/web/2017\*/x"),
        ("https://x.org/a_/(b)", r"https://x.org/a\_/(b)"),
        ("https://x.org/?a=1&copy;=2", r"https://x.org/?a=1\&copy;=2"),
    ],
    ids=["usual", "underscore", "star", "end of emphasis", "character reference"],
)
def test_markdown_of_an_address(address: str, expected: str) -> None:
    """Programs that link addresses link this one; escapes are where the words would change."""
    item = nz.Reference(id="a", type="webpage", title="A", url=address)

    assert f"*A*. (n.d.). {expected}" == nz.cite(item, markup="markdown")


@pytest.mark.parametrize(
    "title",
    ["1984. A year", "12) Law", "- law", "+ law", "=== law", "# law", "> law", "    law", "| a | b |", "```law"],
)  # fmt: skip
def test_a_title_begins_no_block_of_markdown(title: str) -> None:
    """No list, heading, quotation, table or code, at the beginning of a citation too."""
    note = render((Run(title),), "markdown")

    assert ["paragraph_open", "inline", "text", "paragraph_close"] == [
        token.type for token in markdown_tokens(note)
    ]


@pytest.mark.parametrize(
    "title",
    [
        "کتاب\u200cها",
        "क्\u200dष",
        "👩\u200d👩\u200d👧",
        "12\u00a0mars 日本\u3000史",
        "葛\U000e0100飾",
        "a\u0301",
    ],
    ids=["Persian", "Hindi", "emoji", "spaces", "variant", "accent"],
)
def test_letters_of_the_world_are_cited_as_they_are(title: str) -> None:
    """Joiners between letters are part of a word, spaces of other widths part of a title."""
    assert f"{title}. (n.d.)." == nz.cite(nz.Reference(id="a", type="book", title=title))


HOSTILE_ITEM = {
    "id": "a\x1b",
    "type": "webpage",
    "title": "T\x1b]0;pwn\x07 \x9b31m<script>alert(1)</script>\u202e",
    "container-title": "A\nB\u2028C\x85D",
    "publisher": "P\u200bQ",
    "URL": " JavaScript\n:alert(1)",
    "DOI": "data:text/html,x",
    "note": "One\r\n::error::no\x00",
    "keyword": "a\x1b[2J",
    "issued": {"date-parts": [[2017]]},
}


@pytest.fixture(name="item")
def hostile_item() -> nz.Reference:
    """The item, as it is read from a file."""
    (item,) = read_references(json.dumps([HOSTILE_ITEM]), "csl-json").references
    return item


@pytest.mark.parametrize("name", [*nz.STYLES, *nz.FORMATS])
def test_no_style_or_format_prints_controls_or_programs(name: str, item: nz.Reference) -> None:
    """Neither control characters, nor an address that a browser runs."""
    text = f"{nz.cite(item, name)}\n".replace("\r\n", "\n")  # RIS has both

    assert [] == [char for char in text if unicodedata.category(char) in CONTROLS and char != "\n"]
    assert [] == PROGRAM.findall(text)


@pytest.mark.parametrize("name", nz.STYLES)
def test_a_hostile_item_is_cited_on_one_line(name: str, item: nz.Reference) -> None:
    """The title's commands and marks are shown; line breaks are spaces."""
    text = nz.cite(item, name)

    assert [] == unseen(text, allowed="")
    assert r"T\x1b]0;pwn\x07 \x9b31m" in text
    assert r"\u202e" in text


def test_values_that_are_shown_or_left_out_are_reported() -> None:
    """Nobody takes an escape for the title, or misses the address."""
    found = read_references(json.dumps([HOSTILE_ITEM]), "csl-json").findings

    assert [
        *(f"item 1: {name}: control characters are shown as escapes" for name in ("id", "title")),
        'item 1: url: "JavaScript\\n:alert(1)" is not the address of a page; left out',
        'item 1: doi: "data:text/html,x" is not the address of a page; left out',
        *(
            f"item 1: {name}: control characters are shown as escapes"
            for name in ("note", "keyword")
        ),
    ] == [
        finding.message
        for finding in found
        if "escapes" in finding.message or "address" in finding.message
    ]


@pytest.mark.parametrize(
    ("entry", "form"),
    [
        ("@misc{a, title={T}, url={javascript:alert(1)}}", "bibtex"),
        ("@misc{a, title={T}, howpublished={\\url{vbscript:x}}}", "bibtex"),
        ("TY  - ELEC\nTI  - T\nUR  - data:text/html,x\nER  - \n", "ris"),
        ("%0 Web Page\n%T T\n%U javascript:alert(1)\n", "enw"),
    ],
    ids=["bibtex", "url command", "ris", "enw"],
)  # fmt: skip
def test_an_address_that_is_a_program_is_left_out(entry: str, form: str) -> None:
    """Every citation file is a door."""
    found = read_references(entry, form)

    assert [None] == [each.url for each in found.references]
    assert ["is not the address of a page; left out"] == [
        finding.message.rpartition('" ')[2] for finding in found.findings if finding.code == "NZ402"
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": "A\x1b[31m"}, "/title: must be text without control characters"),
        ({"keyword": ["a", "b\x9b"]}, "/keyword: must be text without control characters"),
        ({"url": "java\tscript:alert(1)"}, "/url: must be the address of a page, not a program"),
        ({"note": "\ud800"}, "/note: must be text without control characters"),
    ],
    ids=["title", "keyword", "address", "half a character"],
)
def test_a_reference_has_no_controls_and_programs(values: Any, expected: str) -> None:
    """Whoever makes one in Python is told, so that formats need not look."""
    with pytest.raises(nz.ModelError) as told:
        nz.Reference(id="a", type="book", **values)

    assert f"Reference: {expected}" == str(told.value)


def test_json_in_a_script_element_is_data(item: nz.Reference) -> None:
    """A browser finds the end of the element where we wrote it, and the same JSON."""
    text = nz.cite(item, "json-ld")
    html = Html(f'<script type="application/ld+json">{text}</script>')

    assert (["script"], json.loads(text)) == ([tag for tag, _ in html.tags], json.loads(html.words))


def test_records_are_json_without_controls() -> None:
    """A mark of direction is an escape, which JSON's readers undo; joiners stay."""
    Path("a.html").write_text(
        '<title>x</title><meta property="og:title" content="Ley\u202e \U000e0041کتاب\u200cها"><h1>x</h1>',
        "utf-8",
    )
    ran = CliRunner().invoke(
        command, ["read", "--set", "/title=Ley\u202e \U000e0041کتاب\u200cها", "a.html"]
    )

    assert '"title": "Ley\\u202e \\udb40\\udc41کتاب\u200cها"' in ran.stdout
    assert "Ley\u202e \U000e0041کتاب\u200cها" == json.loads(ran.stdout)["title"]


COMMAND = re.compile(
    r"::(?:error|warning|notice) file=[^,:]*(?:,(?:line|col|endLine|endColumn)=\d+)*(?:,title=NZ\d{3})?::(?!.*\n.)"
)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "junit"])
@pytest.mark.parametrize("seed", range(4))
def test_reports_show_names_of_files_and_members(form: str, seed: int) -> None:
    """The reader of each format finds as many findings as there are, and nothing is obeyed."""
    record = json.loads((RECORDS / "full.json").read_text("utf-8"))
    names = [
        f"{number}{text}.json".translate({ord("/"): None, 0: None})
        for number, text in enumerate(hostile_texts(seed))
    ]
    for name in names:
        value = {**record, name: 1, "type": name, "title": f"\x9b\u202e{name}", "x_\u202e": name}
        Path(name).write_text(json.dumps(value, ensure_ascii=False).replace("\x7f", ""), "utf-8")
    Path(os.fsdecode(b"\xff\x1b.json")).write_text("{]", "utf-8")
    words = ["validate", "--settings", "", "--format", form, "--profile", "base", "."]
    ran = CliRunner().invoke(command, words)
    counts = re.findall(r"(\d+) error", ran.stderr.splitlines()[-1])

    assert [] == unseen(ran.stdout + ran.stderr)
    assert [str(len(READERS[form](ran.stdout)))] == counts


def _lines(text: str) -> list[str]:
    return [
        line
        for line in text.splitlines()
        if not line.lstrip().startswith("::") and "##[" not in line
    ]


def _json_findings(text: str) -> list[Any]:
    return [finding for result in json.loads(text)["results"] for finding in result["findings"]]


def _workflow_commands(text: str) -> list[str]:
    return [line for line in text.splitlines() if COMMAND.match(line)]


def _junit_findings(text: str) -> list[str]:
    return [
        line
        for part in ET.fromstring(text).iter("failure")  # noqa: S314 - our own
        for line in str(part.text).splitlines()
    ]


READERS: dict[str, Any] = {
    "text": _lines,
    "json": _json_findings,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "sarif": lambda text: json.loads(text)["runs"][0]["results"],
    "github": _workflow_commands,
    "junit": _junit_findings,
}


@pytest.mark.skipif(sys.platform == "win32", reason="no file has such a name there")
def test_no_record_has_a_name_that_is_obeyed(tmp_path: Path) -> None:
    """The name of a page is in a folder of others; that of its record is ours."""
    for number, char in enumerate(each for each in OBEYED if "\0" not in each):
        (tmp_path / f"{number}{char}.html").write_text("<title>A law</title><p>A law.", "utf-8")
    out = tmp_path / "out"
    ran = CliRunner().invoke(command, ["read", "-o", f"{out}/", str(tmp_path)])

    assert 0 == ran.exit_code
    assert len(OBEYED) - 1 == len(list(out.iterdir()))
    assert not [each.name for each in out.iterdir() if unseen(each.name)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("::error::no.json", "\\x3a:error::no.json:1:1: error NZ009 "),
        (" ::error::no.json", " \\x3a:error::no.json:1:1: error NZ009 "),
        ("a##[error]no.json", "a\\x23#[error]no.json:1:1: error NZ009 "),
    ],
)
def test_a_name_is_no_command_of_a_log(name: str, shown: str) -> None:
    """GitHub Actions obeys such lines on both streams, whatever the format of the report."""
    Path(name).write_text("1", "utf-8")
    ran = CliRunner().invoke(command, ["validate", name])
    missing = CliRunner().invoke(command, ["cite", f"::{name}"])

    assert ran.stdout.startswith(shown)
    assert not missing.stderr.startswith("::")


NAME = "a\x1b]0;pwn\x07\n\u202e.bib"
BIB = "@misc{a, title = {T \x1b]0;pwn\x07 \x9b31m \u202e}, year = 2017, note = {x\x1b[2J}}"


@pytest.mark.parametrize(
    "words",
    [
        ["cite", NAME], ["cite", "--style", "bibtex", NAME], ["cite", "--style", "ris", NAME], ["cite", "--json", NAME],
        ["cite", "--markup", "html", NAME], ["convert", "--to", "biblatex", NAME], ["convert", "--to", "record", NAME],
        ["convert", "--to", "csl-yaml", "--report-loss", NAME], ["validate", NAME], ["validate", "no\x1b[2J"],
        ["validate", "--x\x1b[2J\n"], ["\x1b]0;pwn\x07"], ["explain", "\x1b]0;pwn\x07"],
        ["cite", "--style", "\x1b]0;pwn\x07", NAME], ["validate", "--settings", "\x1b]0;pwn\x07", NAME],
        ["read", "--explain", "--set", "/title=\u202e\x9b2J", "p\x1b.html"], ["validate", "--fix", "r\u202e.json"],
        ["validate", "--frame", "r\u202e.json"], ["sites", "check", "s\x1b.toml"], ["schema", "check", "r\u202e.json"],
        ["styles", "search", "\x1b]0;pwn\x07", "x"], ["cite", "--style", "plain", "--locator", "p. \x1b]0;pwn\x07", NAME],
    ],
    ids=lambda words: " ".join(ascii(word)[1:-1] for word in words),
)  # fmt: skip
def test_a_terminal_obeys_nothing(words: list[str]) -> None:
    """Its title, colours and writing direction are ours, and nothing is erased; all is on screen."""
    Path(NAME).write_text(BIB, "utf-8")
    Path("p\x1b.html").write_text(
        "<title>A \x1b]0;pwn\x07</title><h1>A \x1b]0;pwn\x07</h1>", "utf-8"
    )
    Path("r\u202e.json").write_text('{"title": "A\u202e\x9b2J",\n "langauge": "en"}', "utf-8")
    Path("s\x1b.toml").write_text('"a\u202e" = 1\n', "utf-8")
    screen, written, code = typed(*words)
    ours = re.sub(r"\r\x1b\[K|\x1b\[(?:0|1|31|33|36)m", "", written)

    assert [] == unseen(re.sub(r"\r+\n", "\n", ours))
    assert "" == screen.title
    assert code in {0, 1, 2, 3}
    assert "pwn" not in words[-1] or any("pwn" in line for line in screen.display)


def test_a_diff_names_files_as_patch_reads_them() -> None:
    """Names are in quotation marks with octal escapes; the lines keep their bytes, for `patch`."""
    name = os.fsdecode(b'a"\n\x1b\xff.json')
    Path(name).write_bytes(b'{"langauge": "en", "x_\xe2\x80\xae": 1}\n')
    ran = subprocess.run(
        [sys.executable, "-m", "nizkorcite", "validate", "--fix", name],
        capture_output=True,
        check=False,
    )

    assert [
        b'--- "a\\042\\012\\033\\377.json"', b'+++ "a\\042\\012\\033\\377.json (fixed)"', b"@@ -1 +1 @@",
        b'-{"langauge": "en", "x_\xe2\x80\xae": 1}', b'+{"language": "en", "x_\xe2\x80\xae": 1}', b"",
    ] == ran.stdout.split(b"\n")  # fmt: skip


def test_notebooks_show_hostile_text() -> None:
    """The tables of a record and a reading escape tags, and show what is not seen."""
    record = json.loads((RECORDS / "full.json").read_text("utf-8"))
    document = nz.from_record({**record, "title": "<b>A</b>\u202e"})
    html = Html(document._repr_html_())

    assert "<b>A</b>\\u202e" in html.words
    assert {"table", "tr", "th", "td"} >= {tag for tag, _ in html.tags}
