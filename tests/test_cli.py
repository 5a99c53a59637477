"""The command line as a user meets it: real processes, their output, their errors, their codes."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SEED = EXAMPLES / "putin-tajikistan.html"
RECORD = SEED.with_suffix(".json")
BROKEN = EXAMPLES / "broken/three-faults.json"
VERBS = (
    "archive",
    "cite",
    "convert",
    "explain",
    "new",
    "origins",
    "read",
    "schema",
    "set",
    "site",
    "sites",
    "styles",
    "todo",
    "validate",
)

ARCHIVE_VERBS = (
    "init", "add", "list", "search", "show", "origins", "edit", "export", "import", "verify",
    "repair", "withdraw", "erase", "recover",
)  # fmt: skip


class Ran:
    """A finished command."""

    def __init__(self, *words: str | Path, given: bytes = b"") -> None:
        command = [sys.executable, "-m", "nizkorcite", *map(str, words)]
        run = subprocess.run(command, input=given, capture_output=True, check=False)
        self.out = run.stdout.decode()
        self.err = run.stderr.decode()
        self.code = run.returncode

    def __repr__(self) -> str:
        return f"exit {self.code}\n{self.out}\n{self.err}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_help_shows_every_verb_with_examples() -> None:
    """The front page lists the verbs, and each verb's help ends with commands to type."""
    front = Ran("--help")

    assert 0 == front.code
    assert list(VERBS) == re.findall(r"^  ([a-z]+)  ", front.out.split("Commands:")[1], re.M)
    for verb in VERBS:
        assert "Examples:\n    nizkorcite " in Ran(verb, "--help").out


@pytest.mark.parametrize(
    "words", [(), ("schema",), ("sites",), ("styles",)], ids=("alone", "schema", "sites", "styles")
)
def test_words_without_a_command_print_the_help(words: tuple[str, ...]) -> None:
    """The help goes to standard error, line by line, with the code of wrong usage."""
    ran = Ran(*words)

    assert (2, "") == (ran.code, ran.out)
    assert Ran(*words, "--help").out == ran.err


@pytest.mark.parametrize(
    "words",
    [(), *((verb,) for verb in VERBS), *(("schema", verb) for verb in ("list", "show", "check")),
     *(("archive", verb) for verb in ARCHIVE_VERBS),
     *(("sites", verb) for verb in ("list", "show", "check", "try")),
     ("styles", "list"), ("styles", "search")],
    ids=" ".join,
)  # fmt: skip
def test_help_fits_a_terminal(words: tuple[str, ...]) -> None:
    """No line has more than 80 columns, and no sentence is cut off."""
    lines = Ran(*words, "--help").out.splitlines()

    assert [] == [
        line for line in lines if len(line) > 80 or (line.endswith("...") and "Usage" not in line)
    ]


def test_a_file_alone_is_cited() -> None:
    """`nizkorcite FILE` is `nizkorcite cite FILE`, and a verb wins over a file of its name."""
    assert Ran("cite", SEED).out == Ran(SEED).out
    Path("read").write_bytes(SEED.read_bytes())
    assert 2 == Ran("read").code
    assert Ran(SEED).out == Ran("./read").out


def test_read_prints_one_record_over_lines_and_several_one_a_line() -> None:
    """One input gives indented JSON, several JSON Lines in the order given."""
    one = Ran("read", SEED)
    several = Ran("read", SEED, SEED.with_suffix(".txt"))

    assert one.out == json.dumps(json.loads(one.out), ensure_ascii=False, indent=2) + "\n"
    assert 2 == len(several.out.splitlines())
    assert json.loads(one.out) == json.loads(several.out.splitlines()[0])


def test_read_explain_shows_each_value_with_words_line_and_rule() -> None:
    """The table has a row a value."""
    lines = Ran("read", "--explain", SEED).out.splitlines()

    assert (f"{SEED}:", ["field", "value", "quote", "line", "rule"]) == (lines[0], lines[1].split())
    assert ["/original/date", "2017-02-27", "27Feb17", "33", "nizkor.source-line"] == next(
        line.split() for line in lines if line.startswith("/original/date")
    )


def test_what_was_not_found_is_told() -> None:
    """A page without a source is read with a warning and exit code 0."""
    Path("page.txt").write_text("Equipo Nizkor\n\nA title\n\nA body of a few words.\n", "utf-8")
    read = Ran("read", "page.txt")

    assert 0 == read.code
    assert (
        'page.txt: warning NZ601 no "[Source: ...]" line found at the end of the text; is the page cut '
        "off? (add --original-publisher NAME if you know it)\n"
    ) == read.err
    assert "not found: /republication: " in Ran("read", "--explain", "page.txt").out


def test_cite_takes_pages_records_lines_folders_and_standard_input() -> None:
    """The same document gives the same citation, whatever it comes in."""
    expected = Ran("cite", SEED).out
    record = Ran("read", SEED).out
    Path("one.json").write_text(record, "utf-8")
    Path("two.jsonl").write_text(Ran("read", SEED, SEED).out, "utf-8")
    Path("folder/inner").mkdir(parents=True)
    Path("folder/inner/page.html").write_bytes(SEED.read_bytes())

    assert expected == Ran("cite", "one.json").out
    assert expected * 2 == Ran("cite", "two.jsonl").out
    assert expected == Ran("cite", "folder").out
    assert expected == Ran("cite", "-", given=SEED.read_bytes()).out
    assert expected == Ran("cite", "-", given=record.encode()).out
    assert expected * 2 == Ran("cite", "-", given=Path("two.jsonl").read_bytes()).out


def test_cite_json_has_one_object_a_document() -> None:
    """Programs get the id, the key, the style, the text and the citation in brackets."""
    cited = [json.loads(line) for line in Ran("cite", "--json", SEED, SEED).out.splitlines()]

    assert 2 == len(cited)
    assert ["id", "citation_key", "style", "text", "html", "in_text"] == list(cited[0])
    assert ("apa", "(Itar Tass, 2017)") == (cited[0]["style"], cited[0]["in_text"])


@pytest.mark.parametrize("style", ["bibtex", "biblatex", "csl-json"])
def test_formats_give_one_file_of_all_documents(style: str) -> None:
    """Several documents make one file, in which equal keys are told apart."""
    text = Ran("cite", "--style", style, SEED, SEED.with_suffix(".txt")).out

    if style == "csl-json":
        assert 2 == len(json.loads(text))
    else:
        keys = re.findall(r"^@\w+\{([^,]+),", text, re.M)
        assert 2 == len(set(keys))


def test_output_goes_to_a_file() -> None:
    """`-o` writes what would be printed."""
    printed = Ran("cite", SEED).out
    written = Ran("cite", SEED, "-o", "out.txt")

    assert ("", printed) == (written.out, Path("out.txt").read_text("utf-8"))


def test_an_access_may_be_known_to_the_day() -> None:
    """People know the day; no hour is made up for it, in the record or the citation."""
    record = json.loads(Ran("read", "--accessed", "2026-11-24", SEED).out)
    cited = Ran("cite", "--style", "csl-json", "--accessed", "2026-11-24", SEED).out

    assert "2026-11-24" == record["captures"][0]["accessed"]
    assert {"date-parts": [[2026, 11, 24]]} == json.loads(cited)[0]["accessed"]


def test_what_the_user_says_of_a_page_stands_in_its_record() -> None:
    """Address, time and id are taken over; a value set by hand names an editor as its evidence."""
    record = json.loads(
        Ran("read", "--url", "https://www.example.org/a/B.html", "--accessed",
            "2026-11-24T10:10:00Z", "--set", "/original/date=2017-02-26", "--set",
            "/republication/section=", "--set", "/captures/0/status:=200", SEED).out
    )  # fmt: skip

    assert "example.org:a:b.html" == record["id"]
    assert "https://www.example.org/a/B.html" == record["republication"]["url"]
    assert ("2026-11-24T10:10:00Z", 200) == (
        record["captures"][0]["accessed"],
        record["captures"][0]["status"],
    )
    assert "2017-02-26" == record["original"]["date"]
    assert "section" not in record["republication"]
    assert [{"field": "/original/date", "method": "editor"}] == [
        each for each in record["evidence"] if each["field"] == "/original/date"
    ]


def test_new_gives_a_record_whose_every_gap_is_named() -> None:
    """The empty texts of a new record are findings until they are filled in or taken out."""
    Path("mine.json").write_text(Ran("new", "--type", "report").out, "utf-8")
    checked = Ran("validate", "mine.json")

    assert 1 == checked.code
    assert {"NZ110"} == set(re.findall(r"NZ\d+", checked.out))


def test_validate_names_place_and_code_and_sums_up() -> None:
    """Findings go to standard output, the sum to standard error, the verdict to the exit code."""
    checked = Ran("validate", EXAMPLES / "broken/missing-comma.json")

    assert 1 == checked.code
    assert (
        f"{EXAMPLES}/broken/missing-comma.json:5:3: error NZ001 not JSON: a comma is missing here "
        '(write a comma before "title")\n'
    ) == checked.out
    assert "1 error in 1 of 1 record, 0 warnings\n" == checked.err
    clean = Ran("validate", SEED.with_suffix(".json"))
    assert (0, "", "") == (clean.code, clean.out, clean.err)


def test_findings_of_json_lines_have_the_line_of_their_file() -> None:
    """A record's number in its file is told, and its place in that file."""
    good = json.dumps(json.loads(SEED.with_suffix(".json").read_text("utf-8")))
    Path("all.jsonl").write_text(f"{good}\n\n{{\n{good}\n", "utf-8")
    checked = Ran("validate", "--format", "jsonl", "all.jsonl")

    assert [("all.jsonl", 3, 3, "NZ001")] == [
        (each["file"], each["record"], each["line"], each["code"])
        for each in map(json.loads, checked.out.splitlines())
    ]


def test_a_batch_goes_on_after_a_bad_item_and_counts() -> None:
    """One bad file of three leaves two results and a sum."""
    Path("broken.json").write_text('{"title": "A"', "utf-8")
    cited = Ran("cite", SEED, "broken.json", SEED, "nowhere.html")

    assert 2 == len(cited.out.splitlines())
    assert cited.err.startswith("broken.json:1:14: error NZ001 ")
    assert "cannot read nowhere.html: no such file\n2 of 4 inputs failed\n" in cited.err
    assert 3 == cited.code


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ciet", "x"], 2, 'no command or file named "ciet"; did you mean "cite"?'),
        (["cite"], 2, "Missing argument 'INPUT...'."),
        (["cite", "--stile", "apa", "x"], 2, "No such option '--stile'."),
        (["cite", "--style", "apaa", "x"], 2, 'no style "apaa"; did you mean "apa"?'),
        (["cite", "--layers", "one", "x"], 2, "'one' is not one of 'both', 'original', "
                                              "'republication'."),
        (["cite", "--set", "titel", "x"], 2, '"titel" is not POINTER=VALUE, such as '
                                             "/original/date=2017-02-27"),
        (["https://news.example.org/a"], 3, "cannot read https://news.example.org/a: nothing is fetched; save "
                                            "the page in your browser and give the file, with --url and this "
                                            "address"),
        (["cite", "nowhere/page.html"], 3, 'cannot read nowhere/page.html: no such file; there is '
                                           'no folder "nowhere" either'),
        (["cite", "empty.html"], 3, "cannot read empty.html: is empty; there is nothing to read"),
        (["cite", "empty"], 3, "cannot read empty: the folder contains no file of a supported kind"),
        (["cite", "paper.pdf"], 3, "cannot read paper.pdf: the PDF file is damaged or cut off"),
        (["cite", "--accessed", "today", "page.txt"], 1, 'page.txt: "today" is not a day, or a date and time; write '
                                                         "2026-11-24 or 2026-11-24T10:10:00Z"),
        (["cite", "--url", "example.org", "page.txt"], 1, "page.txt: /url: 'example.org' is not an "
                                                          "http or https address without spaces"),
        (["cite", "--encoding", "klingon", "page.txt"], 3, 'unknown charset "klingon"'),
        (["read", "record.json"], 3, "is a record already; cite or validate it"),
        (["read", "--url", "https://example.org/", "page.txt", "page.txt"], 2,
         "--url is for one input, and several are given"),
        (["explain", "NZ999"], 2, 'no code "NZ999"'),
        (["schema", "show", "documents"], 2, 'no schema "documents"; did you mean "document"?'),
        (["validate", "page.txt"], 1, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_mistakes_are_told_in_a_few_lines(words: list[str], code: int, message: str) -> None:
    """Each mistake has its exit code and words with a next step, and never a traceback."""
    Path("page.txt").write_text("A page of text.\n", "utf-8")
    Path("empty.html").touch()
    Path("empty").mkdir()
    Path("paper.pdf").write_bytes(b"%PDF-1.7\n")
    Path("record.json").write_bytes(SEED.with_suffix(".json").read_bytes())
    ran = Ran(*words)

    assert code == ran.code
    assert message in ran.err
    assert len(ran.err.splitlines()) <= 6
    assert "Traceback" not in ran.err


def test_no_value_is_read_from_the_clock_or_the_network() -> None:
    """The same page gives the same record at any time, with no address at hand."""
    assert Ran("read", SEED).out == Ran("read", SEED).out
    assert SEED.with_suffix(".json").read_text("utf-8") == Ran("read", SEED).out


@pytest.mark.parametrize(
    "words", [("explain",), ("--help",), ("cite", SEED), ("validate", BROKEN)],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_closed_pipe_ends_quietly(words: tuple[str | Path, ...]) -> None:
    """`nizkorcite ... | head` leaves no message behind, and no exit code that means another thing."""
    end, start = os.pipe()
    os.close(end)
    with os.fdopen(start, "wb") as output:
        ran = subprocess.run(
            [sys.executable, "-m", "nizkorcite", *words], stdout=output, stderr=-1, check=False
        )

    assert (141, b"") == (ran.returncode, ran.stderr)


@pytest.mark.parametrize(
    "words",
    [("cite", SEED), ("read", SEED), ("convert", "--to", "ris", RECORD), ("validate", RECORD),
     ("validate", "--across", "--files", RECORD), ("validate", "--fix", BROKEN), ("new",),
     ("schema", "list"), ("sites", "list"), ("styles", "list"), ("explain", "NZ101")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_working_folder_that_was_removed_is_not_needed(
    words: tuple[str | Path, ...], tmp_path: Path
) -> None:
    """Paths from the root lead to files without it; an output has its own folder."""
    program = [sys.executable, "-m", "nizkorcite", *map(str, words)]
    there = subprocess.run(program, capture_output=True, check=False)
    gone = f'mkdir gone && cd gone && rmdir ../gone && exec "$@" > "{tmp_path}/out"'
    ran = subprocess.run(["sh", "-c", gone, "", *program], capture_output=True, check=False)

    assert (there.returncode, there.stdout) == (ran.returncode, (tmp_path / "out").read_bytes())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_told() -> None:
    """What may not be read is an input that could not be read."""
    Path("secret.html").write_text("x", "utf-8")
    Path("secret.html").chmod(0)

    assert (3, "cannot read secret.html: permission denied\n") == (
        Ran("cite", "secret.html").code,
        Ran("cite", "secret.html").err,
    )


def test_schema_check_judges_schema_files() -> None:
    """A sound schema is silent, a broken one is told with its place, an unreadable one is code 3."""
    dialect = '"$schema": "https://json-schema.org/draft/2020-12/schema"'
    Path("good.json").write_text(f'{{{dialect}, "required": ["x_a"]}}', "utf-8")
    Path("bad.json").write_text(f'{{{dialect},\n  "required": "x_a"}}', "utf-8")
    Path("old.json").write_text('{"$schema": "http://json-schema.org/draft-07/schema#"}', "utf-8")

    assert (0, "") == (
        Ran("schema", "check", "good.json").code,
        Ran("schema", "check", "good.json").out,
    )
    assert (1, "bad.json:2:15: error NZ501 not a schema: 'x_a' is not of type 'array'\n") == (
        Ran("schema", "check", "bad.json").code,
        Ran("schema", "check", "bad.json").out,
    )
    assert (
        "error NZ501 the dialect is not draft 2020-12 (write "
        in Ran("schema", "check", "old.json").out
    )
    assert 3 == Ran("schema", "check", "nowhere.json", "bad.json").code


def test_a_link_that_leads_nowhere_is_told() -> None:
    """It is there, and its file is not."""
    Path("page.html").symlink_to("gone.html")
    ran = Ran("cite", "page.html")

    assert (3, "cannot read page.html: broken link\n") == (
        ran.code,
        ran.err,
    )


UNWRITTEN = {
    "no folder": ("none/out.txt", "cannot write none/out.txt: no such file or folder\n"),
    "a folder": (".", "cannot write .: is a directory\n"),
}


@pytest.mark.parametrize("name", UNWRITTEN)
def test_an_output_that_can_not_be_written_is_told(name: str) -> None:
    """Exit code 4, one line, nothing on standard output."""
    target, expected = UNWRITTEN[name]
    ran = Ran("cite", SEED, "-o", target)

    assert (4, "", expected) == (ran.code, ran.out, ran.err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("words", [("cite", SEED), ("schema", "show", "document")])
def test_a_full_disk_is_told(words: tuple[str, ...]) -> None:
    """No traceback, also where standard output is what can not be written."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "nizkorcite", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert (4, b"cannot write the output: no space left on device\n") == (
        done.returncode,
        done.stderr,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_is_no_fault_of_the_input_that_is_being_fixed() -> None:
    """A diff longer than a buffer is written while its input is still open."""
    lines = [f'{{"schema_version": "1.0", "langauge": "en", "id": "{n}"}}\n' for n in range(1000)]
    Path("a.jsonl").write_text("".join(lines), encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "nizkorcite", "validate", "--fix", "a.jsonl"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert 4 == done.returncode
    assert done.stderr.endswith(b"cannot write the output: no space left on device\n")
    assert b"cannot read" not in done.stderr


def test_an_output_that_is_a_link_is_written_through() -> None:
    """A link, a pipe or a device is never replaced by a file."""
    Path("link").symlink_to("file")
    Path("file").write_text("before", encoding="utf-8")
    Ran("cite", SEED, "-o", "link")

    assert Path("link").is_symlink()
    assert Ran("cite", SEED).out == Path("file").read_text(encoding="utf-8")


def test_a_file_of_citations_is_no_record() -> None:
    """`--from record` does not read it as a page."""
    Path("a.bib").write_text("@book{a, title = {T}}", encoding="utf-8")
    ran = Ran("convert", "a.bib", "--from", "record", "--to", "ris")

    assert (3, "") == (ran.code, ran.out)
    assert "a.bib: is not a record (JSON, YAML); leave out --from to have it recognized" in ran.err


def test_a_fault_of_a_program_is_told_in_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here of a style from elsewhere, found by its entry point; the traceback is shown when asked for."""
    Path("broken_style.py").write_text("raise RuntimeError('boom')\n", "utf-8")
    about = Path("broken_style-1.dist-info")
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: broken_style\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[nizkorcite.styles]\nbroken = broken_style\n")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    ran = Ran("cite", "--style", "broken", SEED)
    monkeypatch.setenv("NIZKORCITE_TRACEBACK", "1")

    assert (70, "") == (ran.code, ran.out)
    assert [
        "internal error in nizkorcite, not in your file: RuntimeError: boom (broken_style.py:1)",
        "please report it; NIZKORCITE_TRACEBACK=1 shows where it happened",
    ] == ran.err.splitlines()
    assert "Traceback (most recent call last)" in Ran("cite", "--style", "broken", SEED).err


def test_what_concerns_several_values_is_told_once() -> None:
    """Two documents in one file: neither title, source nor note is taken."""
    Path("two.html").write_bytes(SEED.read_bytes() * 2)

    assert 1 == Ran("read", "two.html").err.count("the file holds several documents")


def test_a_date_with_two_readings_can_be_set() -> None:
    """The warning says both, and the option that takes the right one."""
    Path("a.html").write_bytes(SEED.read_bytes().replace(b"27Feb17", b"02/01/2017"))
    ran = Ran("cite", "a.html")

    assert (
        'a.html: warning NZ631 "02/01/2017": may be 2017-01-02 (day first) or 2017-02-01 (month '
        "first) (add --original-date if you know it)\n"
    ) == ran.err
    assert "2017, January 2)" in Ran("cite", "--original-date", "2017-01-02", "a.html").out


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (
            ["explain", "NZ10"],
            'no code "NZ10"; did you mean "NZ110"? (`nizkorcite explain` lists all)',
        ),
        (["explain", "what"], 'no code "what". (`nizkorcite explain` lists all)'),
        (["cite", "--style", "aap", "x.html"], 'no style "aap"; did you mean "apa"? Known: apa, '),
    ],
    ids=["a code", "no code", "a style"],
)  # fmt: skip
def test_a_misspelt_name_is_told_briefly(words: list[str], problem: str) -> None:
    """With what is meant; a style that is built in comes before thousands of installed ones."""
    ran = Ran(*words)

    assert 2 == ran.code
    assert problem in ran.err


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", ""), ("a.json", "[]")])
def test_a_file_without_records_is_told(name: str, text: str) -> None:
    """It is no fault, but silence would say that something was checked."""
    Path(name).write_text(text, "utf-8")
    ran = Ran("validate", name)

    assert (0, "", "no records were found\n") == (ran.code, ran.out, ran.err)


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (["val"], ["validate"]),
        (["read", "--orig"], ["--original-date", "--original-publisher"]),
        (["convert", "--to", "bib"], ["biblatex", "biblatex-apa", "biblatex-related", "bibtex"]),
    ],
    ids=["command", "option", "choice"],
)
def test_bash_completes_commands_options_and_choices(words: list[str], choices: list[str]) -> None:
    """The script that the documentation names offers what can follow."""
    _put_program_into_folder("bin")
    script = f"""
        PATH=$PWD/bin:$PATH
        eval "$(_NIZKORCITE_COMPLETE=bash_source nizkorcite)"
        COMP_WORDS=(nizkorcite {" ".join(words)})
        COMP_CWORD={len(words)}
        _nizkorcite_completion nizkorcite
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    found = subprocess.run(["bash", "-c", script], capture_output=True, check=True)

    assert choices == found.stdout.decode().split()


def _put_program_into_folder(folder: str) -> None:
    program = Path(folder, "nizkorcite")
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m nizkorcite "$@"\n', "utf-8")
    program.chmod(0o755)


def _shell(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is a Debian package, which a machine for tests may lack")
    return path


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("val", ["validate"]),
        ("read --orig", ["--original-date", "--original-publisher"]),
        ("convert --to bib", ["biblatex", "biblatex-apa", "biblatex-related", "bibtex"]),
    ],
    ids=["command", "option", "choice"],
)
def test_fish_completes_commands_options_and_choices(words: str, choices: list[str]) -> None:
    """Fish prints what its Tab key would offer."""
    _put_program_into_folder("bin")
    script = f"""
        set -x PATH $PWD/bin $PATH
        _NIZKORCITE_COMPLETE=fish_source nizkorcite | source
        complete -C "nizkorcite {words}"
    """
    found = subprocess.run(
        [_shell("fish"), "--no-config", "-c", script],
        capture_output=True, text=True, check=True, env={**os.environ, "HOME": str(Path.cwd())},
    )  # fmt: skip

    assert choices == [line.split("\t")[0] for line in found.stdout.splitlines()]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("nizkorcite val\t", "nizkorcite validate"),
        ("nizkorcite read --original-p\t", "nizkorcite read --original-publisher"),
        ("nizkorcite convert --to mo\t", "nizkorcite convert --to mods"),
    ],
    ids=["command", "option", "choice"],
)
def test_zsh_completes_commands_options_and_choices(typed: str, completed: str) -> None:
    """On a terminal, with the lines of the documentation and the real Tab key."""
    _put_program_into_folder("bin")
    Path(".zshrc").write_text(
        """
        PATH=$PWD/bin:$PATH
        autoload -Uz compinit && compinit -u
        eval "$(_NIZKORCITE_COMPLETE=zsh_source nizkorcite)"
        keep() { print -r -- $BUFFER > typed; exit }
        zle -N keep
        bindkey '^X' keep
        """,
        "utf-8",
    )
    leader, terminal = pty.openpty()
    environment = {**os.environ, "ZDOTDIR": str(Path.cwd()), "TERM": "dumb"}
    shell = subprocess.Popen(
        [_shell("zsh"), "-i"], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    os.write(leader, f"{typed}\x18".encode())
    with suppress(OSError):  # the terminal is closed
        while os.read(leader, 4096):
            pass
    os.close(leader)
    shell.wait(timeout=60)

    assert completed == Path("typed").read_text("utf-8").rstrip()
