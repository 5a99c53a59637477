"""Many inputs in one run: shared among processes, in order, with warnings counted by kind."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

PAGE = b"<title>The port</title><p>The port was closed on Tuesday.\n<p>[Source: The Lantern, Lima, 02Mar17]"
NO_SOURCE = b"<title>A meeting</title><p>The committee met on Tuesday."
RECORD = '{"schema_version": "1.0", "id": "a:1", "type": "report", "language": "en", "title": "A", "original": {"attribution": "unknown"}}\n'
LOST = "Error: a process was killed or could not start; use fewer --jobs\n"
BOUND = 300  # seconds; a hang is a failure, a busy machine is none


class Ran:
    """A finished command."""

    def __init__(self, *words: str, given: bytes = b"", before: str = "") -> None:
        code = f"import os; from nizkorcite.cli import main\n{before}\nmain()"
        run = subprocess.run(
            [sys.executable, "-c", code, *words],
            input=given, capture_output=True, check=False, timeout=BOUND,
        )  # fmt: skip
        self.out, self.err, self.code = run.stdout.decode(), run.stderr.decode(), run.returncode


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pages, records and entries, of which some cannot be read."""
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_bytes(NO_SOURCE if number % 3 else PAGE)
    (folder / "03.html").write_bytes(b"\x89PNG\r\n")
    (folder / "04.html").write_bytes(b"")
    (folder / "05.jsonl").write_text(RECORD + "{}\n" + RECORD, "utf-8")
    (folder / "06.bib").write_text("@book{a, title={A}, moth={may}}\n@book{b, title={B}}", "utf-8")
    (folder / "07.csv").write_text("a,b\n", "utf-8")
    return folder


@pytest.mark.parametrize("verbose", [[], ["--verbose"]], ids=["counted", "all"])
@pytest.mark.parametrize(
    "command",
    [
        ["read"],
        ["read", "--explain"],
        ["cite"],
        ["cite", "--bibliography", "--json"],
        ["convert", "--to", "bibtex"],
        ["convert", "--to", "record"],
    ],
    ids=" ".join,
)
def test_processes_change_neither_results_nor_messages(
    command: list[str], verbose: list[str]
) -> None:
    """The order is that of the inputs, standard input among them."""
    words = [*command, *verbose, "in", "-", "in/02.html"]
    one, two, many = (Ran(*words, f"--jobs={jobs}", given=PAGE) for jobs in (1, 2, 20))

    assert "cannot read in/03.html: looks like an image (PNG)" in one.err
    assert one.out
    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert (one.code, one.out, one.err) == (many.code, many.out, many.err)


def test_paths_and_outputs_are_the_same_from_processes() -> None:
    """Also where pages lie outside the folder of the records."""
    Path("out").mkdir()
    one = Ran("read", "in", "-o", "out/a.jsonl")
    two = Ran("read", "in", "-o", "out/b.jsonl", "-j2")

    assert Path("out/a.jsonl").read_bytes() == Path("out/b.jsonl").read_bytes()
    assert "in/00.html and 9 more: warning: the record has no path" in one.err
    assert one.err == two.err


def test_a_long_run_prints_each_kind_of_warning_once() -> None:
    """With the first page and the number of the others; errors are printed as they come."""
    warning = (
        "warning NZ601 no line found on this page that names its source (add --original-publisher "
        "NAME if you know it)"
    )

    assert (
        "cannot read in/03.html: looks like an image (PNG); only HTML and text pages and records "
        "are read here\n"
        "cannot read in/04.html: is empty; there is nothing to read\n"
        f"in/01.html: {warning} (and 6 more like it; --verbose lists all)\n"
        "inputs: 12, warnings: 7, kinds of warnings: 1\n"
        "3 files skipped: .bib (1), .csv (1), .jsonl (1)\n"
        "2 of 12 inputs failed\n"
    ) == Ran("read", "in").err
    assert 7 == Ran("read", "-v", "in").err.count(f".html: {warning}\n")
    assert 2 == Ran("read", "in/01.html", "in/02.html").err.count(f".html: {warning}\n")
    assert "NZ601" not in Ran("read", "-q", "in").err


def test_the_sum_of_warnings_is_printed_in_spanish() -> None:
    """As every message is."""
    spanish = Ran("read", "in", before="os.environ['LC_ALL'] = 'es_ES.UTF-8'").err

    assert "\nentradas: 12, avisos: 7, clases de aviso: 1\n" in spanish


# A folder of records


def files(folder: str) -> list[str]:
    """The paths of all files in a folder."""
    return sorted(
        str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file()
    )


@pytest.fixture
def site() -> None:
    """Pages in folders, of which two differ in their endings alone, and one that is none."""
    for name in ("a.html", "b/c d.html", "b/e.html", "b/e.txt", "b/f.html"):
        path = Path("site") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"GIF89a" if "f" in path.stem else PAGE)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_folder_of_pages_becomes_a_folder_of_records(jobs: str) -> None:
    """Each record has the path of its page, which ends a known address; a bad page costs itself."""
    ran = Ran("read", "site", "-o", "new/", "--url-base", "https://example.org/x/", "--base", ".", "-j", jobs)  # fmt: skip
    records = {name: json.loads(Path("new", name).read_text("utf-8")) for name in files("new")}

    assert (3, "") == (ran.code, ran.out)
    assert ran.err.startswith("cannot read site/b/f.html: looks like an image (GIF)")
    assert ran.err.endswith("1 of 5 inputs failed\nnew/: records written: 4\n")
    assert {
        "a.json": ("site/a.html", "https://example.org/x/a.html"),
        "b/c d.json": ("site/b/c d.html", "https://example.org/x/b/c%20d.html"),
        "b/e.html.json": ("site/b/e.html", "https://example.org/x/b/e.html"),
        "b/e.txt.json": ("site/b/e.txt", "https://example.org/x/b/e.txt"),
    } == {
        name: (record["captures"][0]["path"], record["captures"][0]["url"])
        for name, record in records.items()
    }


@pytest.mark.usefixtures("site")
def test_records_beside_their_pages_can_be_compared_with_them() -> None:
    """Paths start from the folder of each record."""
    read = Ran("read", "-q", "site/a.html", "site/b/c d.html", "-o", "site")
    Ran("read", "-q", "site", "-o", "site")

    assert 0 == read.code
    assert 0 == Ran("validate", "--files", "site").code
    Path("site/b/c d.html").write_bytes(NO_SOURCE)
    assert "NZ231" in Ran("validate", "--files", "site").out


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["-"], "standard input has no name for its record; write to a file with -o FILE"),
        (
            ["site/a.html", "in2/a.html"],
            "site/a.html and in2/a.html would both be written to out/a.html.json; read them into "
            "different folders",
        ),
        (
            ["site/b"],
            "out/c d.json exists and is not an earlier output (record); write to another file, or "
            "add --force to replace it",
        ),
        (["out/own.json"], "the output out/own.json is also an input: out/own.json; write to "
        "another file"),
        (["site", "--url-base", "example.org"], "Invalid value for '--url-base': an address begins with https:// or http://"),
        (["site", "--url-base", "https://example.org", "--url", "https://example.org/a"],
         "--url is for one page, --url-base for a folder; give one of them"),
    ],
    ids=["standard input", "one path", "foreign", "input", "no address", "two addresses"],
)  # fmt: skip
def test_a_folder_is_not_begun_if_a_record_has_no_place(words: list[str], problem: str) -> None:
    """Neither a page nor a file of the user is lost, and nothing is half written."""
    for name in ("in2/a.html", "out/own.json", "out/c d.json"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(PAGE)
    ran = Ran("read", *words, "-o", "out", given=PAGE)

    assert (2, f"Error: {problem}") == (ran.code, ran.err.splitlines()[-1])
    assert ["c d.json", "own.json"] == files("out")


def test_records_whose_names_differ_in_letter_case_alone_are_kept_apart() -> None:
    """Windows, macOS and many sticks keep one file for both; so they do for two spellings of é."""
    names = ("A/x.html", "Index.html", "INDEX.html", "a/x.htm", "caf\xe9.html", "cafe\u0301.html",
             "index.html", "index.html~2.html", "index.txt")  # fmt: skip
    for name in names:
        path = Path("mixed", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)
    ran = Ran("read", "-q", "mixed", "-o", "cased/")
    written = files("cased")

    assert (0, len(names)) == (ran.code, len(written))
    assert len(names) == len({normalize("NFC", name).casefold() for name in written})
    assert {"INDEX.html.json", "Index.html~2.json", "index.html~3.json"} < set(written)


# Processes and terminals


@pytest.mark.parametrize("command", [["read"], ["cite"], ["convert", "--to", "ris"]], ids=" ".join)
def test_a_process_that_dies_loses_no_page_in_silence(command: list[str]) -> None:
    """The run ends with a message, and leaves an earlier output as it was."""
    Path("out").write_text("", "utf-8")
    died = Ran(
        *command, "in", "-j2", "-o", "out", "--force",
        before="os.register_at_fork(after_in_child=lambda: os._exit(9))",
    )  # fmt: skip

    assert (3, LOST) == (died.code, died.err)
    assert "" == Path("out").read_text("utf-8")


def test_a_terminal_shows_the_progress_and_no_rest_of_it() -> None:
    """A line that is written over, and removed before each message and at the end."""
    slow = "import time; from nizkorcite import readers; read = readers.build_reading\n"
    slow += "readers.build_reading = lambda *a, **b: (time.sleep(0.3), read(*a, **b))[1]"
    ours, theirs = pty.openpty()
    code = f"from nizkorcite.cli import main\n{slow}\nmain()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "read", "in", "-o", "a.jsonl"], stderr=theirs
    ) as run:
        os.close(theirs)
        shown = bytearray()
        while part := _read(ours):
            shown += part
    os.close(ours)
    lines = re.split("\r\x1b\\[K", shown.decode().replace("\r\n", "\n"))

    assert 3 == run.returncode
    assert re.fullmatch(r"1 of 12 inputs, \d+ a second, \d+:\d\d left", lines[1])
    assert "in/03.html" not in "".join(line for line in lines if " of 12 inputs," in line)
    assert lines[-1].endswith("2 of 12 inputs failed\n")


def _read(terminal: int) -> bytes:
    """Read what a terminal shows; nothing once its program has ended."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_messages_as_json_lines_name_file_code_and_field(jobs: str) -> None:
    """Every one, also in a long run, and nothing else on standard error."""
    Path("in/20.html").write_bytes(b"<title>A</title><p>Source: ##[group] x, Lima, 3/4/2012")
    Path("in/logo.png").write_bytes(b"")
    ran = Ran("read", "--format", "jsonl", "--jobs", jobs, "-o", "out/", "--base", ".", "in")
    messages = [json.loads(line) for line in ran.err.splitlines()]
    about = {each["file"]: each for each in messages if "file" in each}

    assert 3 == ran.code
    assert {
        "file": "in/01.html", "severity": "warning", "code": "NZ601", "field": "/original/publishers",
        "message": "no line found on this page that names its source",
        "hint": "add --original-publisher NAME if you know it",
    } == about["in/01.html"]  # fmt: skip
    assert "error" == about["in/03.html"]["severity"]
    assert "##[" not in ran.err
    assert "##[group]" in about["in/20.html"]["quote"]
    assert [
        {"message": "4 files skipped: .bib (1), .csv (1), .jsonl (1), .png (1)"},
        {"message": "2 of 13 inputs failed"},
        {"message": "out/: records written: 11"},
    ] == [each for each in messages if "file" not in each]


def test_quiet_leaves_errors_alone_in_json_lines() -> None:
    """As in text; their words are in the language of the run."""
    ran = Ran("read", "--format", "jsonl", "-q", "--lang", "es", "-o", "a.jsonl", "in")

    assert [("in/03.html", "error"), ("in/04.html", "error"), (None, None)] == [
        (each.get("file"), each.get("severity")) for each in map(json.loads, ran.err.splitlines())
    ]
    assert "entradas con problemas: 2 de 12" in ran.err
