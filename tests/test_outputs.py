"""`-o` never destroys an input, and what it writes is whole or not there."""

import json
import os
import resource
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from click import ClickException
from click.testing import CliRunner

from nizkorcite.citing import FORMATS as CITATION_FORMATS
from nizkorcite.citing import STYLES
from nizkorcite.citing.conversion import TARGETS
from nizkorcite.cli import command
from nizkorcite.cli.findings.reports import REPORTS
from nizkorcite.errors import OutputError
from nizkorcite.files.atomic import draft

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "examples/putin-tajikistan.html"
RECORD = PAGE.with_suffix(".json")
BROKEN = ROOT / "examples/broken/three-faults.json"
PROGRAM = (sys.executable, "-m", "nizkorcite")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Ran:
    """A finished command, run in this process."""

    def __init__(self, *words: str | Path) -> None:
        ran = CliRunner().invoke(command, [*map(str, words)], standalone_mode=False)
        self.out, self.err, self.code = ran.stdout, ran.stderr, ran.return_value or 0
        if isinstance(ran.exception, ClickException):
            self.err += f"Error: {ran.exception.format_message()}\n"
            self.code = ran.exception.exit_code
        elif ran.exception:
            raise ran.exception


def names(folder: str = ".") -> list[str]:
    """What a folder holds."""
    return sorted(path.name for path in Path(folder).iterdir())


def tree() -> dict[str, tuple[bytes, int]]:
    """Every file below the working folder: its bytes, and when they were written."""
    files = [path for path in sorted(Path().rglob("*")) if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


# An output that is an input

READING: dict[str, tuple[list[str], Path]] = {
    "read": (["read"], PAGE),
    "read --explain": (["read", "--explain"], PAGE),
    "cite": (["cite"], PAGE),
    "cite --json": (["cite", "--json"], RECORD),
    "convert": (["convert", "--to", "bibtex"], RECORD),
    "validate": (["validate"], RECORD),
    "validate --format json": (["validate", "--format", "json"], BROKEN),
    "validate --fix": (["validate", "--fix"], BROKEN),
    "validate --fix --write": (["validate", "--fix", "--write"], BROKEN),
}


def _linked(link: Callable[[Path, Path], None], path: Path) -> str:
    link(Path("other" + path.suffix), path.absolute())
    return "other" + path.suffix


def _in_linked_folder(path: Path) -> str:
    Path("way").symlink_to(path.parent)
    return f"way/{path.name}"


SPELLINGS: dict[str, Callable[[Path], str]] = {
    "as it is": str,
    "dot": lambda path: f"./{path}",
    "up and down": lambda path: f"in/../{path}",
    "absolute": lambda path: str(path.absolute()),
    "hard link": partial(_linked, Path.hardlink_to),
    "symbolic link": partial(_linked, Path.symlink_to),
    "folder that is a link": _in_linked_folder,
}


@pytest.mark.parametrize("verb", READING)
@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("order", ["before", "after", "swapped", "in a folder", "forced"])
def test_an_output_that_is_an_input_is_refused(verb: str, spelling: str, order: str) -> None:
    """By whatever name and in whatever place: nothing is opened, and both names are told."""
    words, source = READING[verb]
    path = Path("in", f"file{source.suffix}")
    path.parent.mkdir()
    path.write_bytes(source.read_bytes())
    given, other = str(path), SPELLINGS[spelling](path)
    if order == "swapped":
        given, other = other, given
    inputs = ["in" if order == "in a folder" else given]
    option = ["-o", other]
    before = tree()
    end = {"before": [*option, *inputs], "forced": [*inputs, *option, "--force"]}
    ran = Ran(*words, *end.get(order, [*inputs, *option]))

    told = f"Error: the output {other} is also an input: {given}; write to another file\n"
    assert (2, "", True) == (ran.code, ran.out, ran.err.endswith(told)), ran.err
    assert before == tree()


@pytest.mark.parametrize("verb", READING)
def test_a_name_in_other_letters_is_that_of_an_input_where_the_system_says_so(verb: str) -> None:
    """Elsewhere it is the name of a file that is free."""
    words, source = READING[verb]
    Path("file").write_bytes(source.read_bytes())
    is_input = Path("FILE").exists()
    ran = Ran(*words, "file", "-o", "FILE")

    assert is_input == (ran.code == 2)
    assert "--write" in words or source.read_bytes() == Path("file").read_bytes()


@pytest.mark.parametrize("verb", ["read", "cite", "convert", "validate"])
def test_an_output_that_is_standard_input_is_refused(verb: str) -> None:
    """A shell that hands a file over gives it no name."""
    words, source = READING[verb]
    Path("file").write_bytes(source.read_bytes())
    with Path("file").open("rb") as file:
        done = subprocess.run(
            [*PROGRAM, *words, "-", "-o", "file"], stdin=file, capture_output=True, check=False
        )

    told = b"Error: the output file is also an input: standard input; write to another file\n"
    assert (2, b"", True) == (done.returncode, done.stdout, done.stderr.endswith(told))
    assert source.read_bytes() == Path("file").read_bytes()


@pytest.mark.parametrize(
    "option", [[], ["--settings", "./nizkorcite.toml"]], ids=["found", "named"]
)
def test_an_output_that_is_the_file_of_settings_is_refused(option: list[str]) -> None:
    """It is read too."""
    Path("nizkorcite.toml").write_text("[validate]\nstrict = true\n", "utf-8")
    before = tree()
    ran = Ran("validate", *option, RECORD, "-o", "nizkorcite.toml", "--force")

    assert (2, before) == (ran.code, tree())
    assert "Error: the output nizkorcite.toml is also an input: " in ran.err


def test_an_output_that_is_the_style_is_refused() -> None:
    """It is read too."""
    pytest.importorskip("pypandoc", reason="the extra csl is not installed")
    Path("own.csl").write_bytes((ROOT / "tests/styles/own.csl").read_bytes())
    before = tree()
    ran = Ran("cite", "--style", "./own.csl", RECORD, "-o", "own.csl", "--force")

    assert (2, before) == (ran.code, tree())
    assert "Error: the output own.csl is also an input: ./own.csl; " in ran.err


@pytest.mark.parametrize(
    ("words", "output", "codes"),
    [
        (["validate", "in"], "in/report.txt", [0, 0]),
        (["validate", "--format", "junit", "in"], "in/report.xml", [0, 0]),
        (["validate", "--format", "json", "in"], "in/report.json", [0, 2]),
        (["read", "in"], "in/out.jsonl", [0, 0]),
        (["read", "--explain", "in"], "in/out.txt", [0, 2]),
        (["convert", "--to", "ris", "in"], "in/out.ris", [0, 2]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_output_in_a_folder_of_inputs_is_one_of_them_where_it_would_be_read(
    words: list[str], output: str, codes: list[int]
) -> None:
    """The first run makes it; the second one replaces it, unless it has become an input."""
    Path("in").mkdir()
    Path("in/page.html").write_bytes(PAGE.read_bytes())
    Path("in/record.json").write_bytes(RECORD.read_bytes())

    assert codes == [Ran(*words, "-o", output).code for _ in codes]


# A file of another kind

OUTPUTS: dict[str, list[str | Path]] = {
    "new": ["new"],
    "read": ["read", PAGE],
    "read several": ["read", PAGE, PAGE],
    "read --explain": ["read", "--explain", PAGE],
    "cite --json": ["cite", "--json", PAGE],
    **{f"cite {style}": ["cite", "--style", style, PAGE] for style in (*STYLES, *CITATION_FORMATS)},
    **{
        f"cite {style} {markup}": ["cite", *more, "--style", style, "--markup", markup, PAGE]
        for style in ("apa", "plain")
        for markup, more in (("html", []), ("markdown", []), ("html", ["--bibliography"]))
    },
    **{f"convert {target}": ["convert", "--to", target, RECORD, RECORD] for target in TARGETS},
    **{f"validate {form}": ["validate", "--format", form, BROKEN] for form in REPORTS},
    "validate --fix": ["validate", "--fix", BROKEN],
}
UNTITLED = {
    "text": "[Untitled]. (2017).\n",
    "html": "<i>A title</i>. (2017).\n",
    "by number": "[1] A. Author, 2017.\n",
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_replaces_an_earlier_one(name: str) -> None:
    """A run that is made again needs no --force."""
    first, second = (Ran(*OUTPUTS[name], "-o", "out") for _ in range(2))

    assert first.code in (0, 1), first.err
    assert (first.code, first.err) == (second.code, second.err)


@pytest.mark.parametrize("old", UNTITLED.values(), ids=UNTITLED)
def test_a_citation_that_begins_in_an_odd_way_is_an_earlier_output(old: str) -> None:
    """A bracket is no JSON, and italics are no page."""
    Path("out").write_text(old, "utf-8")

    assert 0 == Ran("cite", PAGE, "-o", "out").code


FOREIGN: dict[str, bytes] = {
    "page": PAGE.read_bytes(),
    "page without a type": b"<HTML><head>",
    "page in XHTML": b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>',
    "part of a page": b"\n<p>Words</p>",
    "page saved as text": PAGE.with_suffix(".txt").read_bytes(),
    "page in UTF-16": "<html>".encode("utf-16"),
    "XML": b'<?xml version="1.0"?><feed>',
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zip": b"PK\x03\x04\x14\x00",
    "gzip": b"\x1f\x8b\x08\x00",
}
ONES_OWN: dict[str, bytes] = {
    "record": BROKEN.read_bytes(),
    "list": b'\xef\xbb\xbf[\n{"id": "a"}]',
    "record in YAML": b"schema_version: '1.0'\n",
    "BibTeX": b"@misc{a,\n  title = {A}}\n",
    "RIS": b"TY  - ELEC\n",
    "diff": b"--- a.json\n",
    "workflow commands": b"::error file=a.json::A\n",
}
KINDS = {
    "new": set[str](),
    "read": {"record", "list"},
    "cite apa": set[str](),
    "cite apa html": set[str](),
    "cite bibtex": {"BibTeX"},
    "convert ris": {"RIS"},
    "convert coins": set[str](),
    "convert dublin-core": set[str](),
    "convert dublin-core-meta": set[str](),
    "convert record": {"record", "list"},
    "validate text": set[str](),
    "validate json": {"record", "list"},
    "validate junit": set[str](),
    "validate github": {"workflow commands"},
    "validate --fix": {"diff"},
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("kind", [*FOREIGN, *ONES_OWN])
def test_a_file_of_another_kind_is_replaced_only_by_force(name: str, kind: str) -> None:
    """A saved page above all; what begins as the output does is taken for an earlier one."""
    is_kept = kind not in KINDS[name]
    old = {**FOREIGN, **ONES_OWN}[kind]
    Path("out").write_bytes(old)
    ran = Ran(*OUTPUTS[name], "-o", "out")

    assert (is_kept, is_kept) == (ran.code == 2, old == Path("out").read_bytes())
    assert is_kept == ("Error: out exists and is not an earlier output (" in ran.err)
    forced = Ran(*OUTPUTS[name], "-o", "out", "--force")
    assert (False, False) == (forced.code == 2, old == Path("out").read_bytes())


def test_a_record_filled_in_by_hand_is_not_emptied() -> None:
    """`new` replaces the record that it wrote, until a field has a text."""
    Ran("new", "--type", "report", "-o", "mine.json")
    filled = Path("mine.json").read_text("utf-8").replace('"date": ""', '"date": "2017"', 1)

    assert 0 == Ran("new", "--id", "example:1", "-o", "mine.json").code
    Path("mine.json").write_text(filled, "utf-8")
    assert (2, filled) == (Ran("new", "-o", "mine.json").code, Path("mine.json").read_text("utf-8"))


@pytest.mark.parametrize("old", [b"", b"\n", b"\xef\xbb\xbf"], ids=["empty", "line", "mark"])
def test_an_empty_file_is_replaced(old: bytes) -> None:
    """There is nothing to lose."""
    Path("out").write_bytes(old)

    assert 0 == Ran("cite", PAGE, "-o", "out").code


def test_nothing_written_leaves_an_old_file() -> None:
    """A name that is misspelt costs no earlier result."""
    Path("out").write_text("old", "utf-8")
    ran = [
        Ran(*verb, "nowhere.html", "-o", "out") for verb in (["cite"], ["convert", "--to", "apa"])
    ]

    assert ([3, 3], "old") == ([each.code for each in ran], Path("out").read_text("utf-8"))
    assert ["out"] == names()


# Whole or not there

WRITING: dict[str, list[str | Path]] = {
    "new": ["new"],
    "read": ["read", PAGE, PAGE],
    "cite": ["cite", PAGE, RECORD],
    "convert": ["convert", "--to", "biblatex", RECORD],
    **{f"validate {form}": ["validate", "--format", form, BROKEN] for form in REPORTS},
}


def moments(how: str, *words: str | Path) -> list[dict[str, Any]]:
    """What runs left that were stopped, each at another moment of their writing into a folder."""
    program = [sys.executable, ROOT / "tests/stopped_runs.py", how, "folder", *words]
    done = subprocess.run(program, stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _before_it_was_renamed(left: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The moments at which the file had not taken its place; `replace` comes and returns."""
    for each in left:
        yield each
        if each["at"] == "replace":
            return


@pytest.fixture
def out() -> str:
    """The name of an older output in a folder of its own, of a mode that the umask does not give."""
    Path("folder").mkdir()
    path = Path("folder/out")
    path.write_bytes(b"old\n")
    path.chmod(0o666)
    return str(path)


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupted_run_leaves_the_old_file(name: str, how: str, out: str) -> None:
    """At every moment: exit code 130, the old bytes, no other file; once renamed, the new ones."""
    left = moments(f"signal:{how}", *WRITING[name], "--force", "-o", out)
    before = list(_before_it_was_renamed(left))

    assert [(130, "interrupted", [])] * len(left) == [
        (each["code"], each["said"].splitlines()[-1], each["others"]) for each in left
    ]
    assert {"open", "write", "flush", "fsync", "chmod", "replace"} <= {each["at"] for each in left}
    assert [{"out": "old"}] * len(before) == [each["files"] for each in before]


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("how", ["ENOSPC", "EIO"])
def test_a_failing_disk_leaves_the_old_file(name: str, how: str, out: str) -> None:
    """At every write, sync and rename: exit code 4, the file's name, the old bytes, no other file."""
    left = moments(f"error:{how}", *WRITING[name], "--force", "-o", out)
    words = {"ENOSPC": "no space left on device", "EIO": "input/output error"}[how]

    assert [(4, f"cannot write {out}: {words}", {"out": "old"}, [])] * len(left) == [
        (each["code"], each["said"].splitlines()[-1], each["files"], each["others"])
        for each in left
    ]
    assert {"open", "write", "flush", "fsync", "chmod", "replace"} <= {each["at"] for each in left}


def test_a_killed_run_leaves_the_old_file_or_the_new_one(out: str) -> None:
    """At every moment; it leaves one other file at most, its draft, which the next run removes."""
    left = moments("signal:SIGKILL", *WRITING["read"], "--force", "-o", out)

    assert [-signal.SIGKILL] * len(left) == [each["code"] for each in left]
    assert {"open", "write", "flush", "fsync", "chmod", "replace"} <= {each["at"] for each in left}
    assert ["old", "new"] == [state for state, _ in groupby(each["files"]["out"] for each in left)]
    assert {0, 1} == {len(each["others"]) for each in left}
    assert [(0, [])] * len(left) == [
        (each["next"]["code"], each["next"]["others"]) for each in left
    ]


@pytest.fixture
def mended() -> tuple[str, ...]:
    """A run that writes a diff and mends two files, of a mode that no new file has."""
    Path("folder").mkdir()
    for name in ("a.json", "b.json"):
        Path("folder", name).write_bytes(BROKEN.read_bytes())
        Path("folder", name).chmod(0o666)
    return ("validate", "--fix", "--write", "-o", "folder/diff", "folder")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_stopped_run_leaves_mended_files_whole_and_the_diff_of_each(
    how: str, mended: tuple[str, ...]
) -> None:
    """No moment shows a file that is mended before the diff is in its place."""
    left = moments(f"signal:{how}", *mended)

    assert [
        {"a.json": "old", "b.json": "old", "diff": "old"},
        {"a.json": "old", "b.json": "old", "diff": "new"},
        {"a.json": "new", "b.json": "old", "diff": "new"},
        {"a.json": "new", "b.json": "new", "diff": "new"},
    ] == [files for files, _ in groupby(each["files"] for each in left)]
    ends = [each.get("next", each) for each in left]
    assert [(0 if how == "SIGKILL" else 130, [])] * len(left) == [
        (each["code"], each["others"]) for each in ends
    ]


@pytest.mark.parametrize("how", ["error:ENOSPC", "error:EIO"])
def test_a_failing_disk_leaves_files_mended_or_as_they_were(
    how: str, mended: tuple[str, ...]
) -> None:
    """Each failing call costs one file at most, with its name; the others are mended."""
    left = moments(how, *mended)

    assert {4} == {each["code"] for each in left}
    assert {(("a.json", "old"), ("b.json", "old"), ("diff", "old")),
            (("a.json", "old"), ("b.json", "new"), ("diff", "new")),
            (("a.json", "new"), ("b.json", "old"), ("diff", "new"))} == {
        tuple(each["files"].items()) for each in left
    }  # fmt: skip
    for each in left:
        (name,) = [name for name in ("diff", "a.json", "b.json") if each["files"][name] == "old"][
            :1
        ]
        assert f"cannot write folder/{name}: " in each["said"]
        assert [] == each["others"]


@pytest.mark.parametrize("name", WRITING)
def test_a_file_that_grows_too_large_leaves_the_old_one(name: str, out: str) -> None:
    """The system itself cuts a write short, at the first byte, the last, and between."""
    words = [*PROGRAM, *map(str, WRITING[name])]
    # Where coverage is measured, the program would write what it measured under the same limit.
    environment = {key: text for key, text in os.environ.items() if not key.startswith("COVERAGE")}
    whole = subprocess.run(words, capture_output=True, check=False).stdout
    for size in (0, len(whole) // 2, len(whole) - 1):
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        done = subprocess.run(
            [*words, "--force", "-o", out],
            preexec_fn=limit,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )

        assert (4, f"cannot write {out}: file too large") == (
            done.returncode,
            done.stderr.splitlines()[-1],
        )
        assert (b"old\n", ["out"]) == (Path(out).read_bytes(), names("folder"))


def _waiting(*words: str, program: Sequence[str] = PROGRAM) -> "subprocess.Popen[bytes]":
    """A run that has begun to write and waits for standard input."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([*program, *words], stdin=pipe, stdout=pipe, stderr=pipe)
    while not list(Path("folder").glob(".nizkorcite-*")):
        assert process.poll() is None
        time.sleep(0.01)
    return process


def test_an_interrupt_while_the_program_is_loaded_is_silent() -> None:
    """A shell makes 130 of a process that the signal ends."""
    Path("click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nizkorcite", "--help"], capture_output=True, check=False
    )

    assert (-signal.SIGINT, b"", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("words", [("read", "-"), ("validate", "-"), ("validate", "-j", "2", "-")])
def test_a_run_that_waits_can_be_stopped(number: int, words: tuple[str, ...], out: str) -> None:
    """A whole process, stopped from outside."""
    process = _waiting(*words, "--force", "-o", out)
    process.send_signal(number)
    _, said = process.communicate()

    # Python ends itself by a signal, of which a shell makes 130, where an `eval` was interrupted.
    assert (True, b"interrupted") == (process.returncode in {130, -signal.SIGINT}, said.strip())
    assert (b"old\n", ["out"]) == (Path(out).read_bytes(), names("folder"))


def test_a_run_that_is_interrupted_again_and_again_has_no_traceback(out: str) -> None:
    """Also while an earlier interruption is reported, on a terminal that is held up."""
    end, start = os.pipe()
    os.set_blocking(start, False)
    with suppress(BlockingIOError):
        while True:
            os.write(start, b".")
    os.set_blocking(start, True)
    words = [*PROGRAM, "read", "-", "--force", "-o", out]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=start)
    os.close(start)
    for is_writing in (True, False, False):
        while is_writing != bool(list(Path("folder").glob(".nizkorcite-*"))):
            time.sleep(0.01)
        time.sleep(0.2 if not is_writing else 0)
        process.send_signal(signal.SIGINT)
    with os.fdopen(end, "rb") as said:
        words_said = said.read().strip(b".\n")
    assert process.stdin
    process.stdin.close()

    assert (-signal.SIGINT, True) == (process.wait(), words_said in {b"", b"interrupted"})
    assert (b"old\n", ["out"]) == (Path(out).read_bytes(), names("folder"))


def test_a_run_that_is_to_outlive_its_terminal_does() -> None:
    """`nohup` has that signal ignored."""
    Path("folder").mkdir()
    process = _waiting("read", "-", "-o", "folder/out", program=("nohup", *PROGRAM))
    process.send_signal(signal.SIGHUP)
    process.communicate(PAGE.read_bytes())

    assert (0, ["out"]) == (process.returncode, names("folder"))


def test_the_next_run_removes_what_a_killed_one_left(out: str) -> None:
    """A killed run can remove nothing itself; files with a name that is not ours stay."""
    process = _waiting("read", "-", "--force", "-o", out)
    process.kill()
    process.communicate()
    Path("folder/.nizkorcite-notes").touch()
    left = names("folder")
    Ran("cite", PAGE, "-o", "folder/other")

    assert 3 == len(left)
    assert [".nizkorcite-notes", "other", "out"] == names("folder")


def test_runs_side_by_side_do_not_disturb_each_other(out: str) -> None:
    """What a run is writing is nothing that was left."""
    process = _waiting("cite", "-", "-o", out)
    Ran("cite", PAGE, "-o", "folder/other")
    process.communicate(PAGE.read_bytes())

    assert (0, ["other", "out"]) == (process.returncode, names("folder"))
    assert Path("folder/other").read_bytes() == Path(out).read_bytes()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("circle", "too many levels of symbolic links"),
        ("nowhere/out", "no such file or folder"),
        ("nowhere/", "no such file or folder"),
        ("", "no such file or folder"),
        ("file/out", "not a directory"),
        ("folder", "is a directory"),
        ("a" * 300, "file name too long"),
    ],
    ids=["circle", "no folder", "a folder to come", "no name", "below a file", "folder", "long"],
)
def test_an_output_that_can_not_be_made_is_told(name: str, problem: str) -> None:
    """Before anything is read: exit code 4, one line, no other file."""
    Path("circle").symlink_to("circle")
    Path("file").touch()
    Path("folder").mkdir()
    before = names()
    done = subprocess.run(
        [*PROGRAM, "cite", "nowhere.html", "-o", name], capture_output=True, check=False, text=True
    )

    assert (4, f"cannot write {name or 'the output'}: {problem}\n") == (
        done.returncode,
        done.stderr,
    )
    assert before == names()


# What stays as it was


@pytest.mark.parametrize("is_there", [True, False], ids=["file", "nothing yet"])
def test_a_link_stays_a_link(is_there: bool, out: str) -> None:
    """The file that it leads to is replaced, beside where it is."""
    Path("link").symlink_to("folder/out")
    Path("again").symlink_to("link")
    if not is_there:
        Path(out).unlink()
    ran = Ran("cite", PAGE, "-o", "again")

    assert (0, True, True) == (ran.code, Path("again").is_symlink(), Path("link").is_symlink())
    assert Ran("cite", PAGE).out == Path(out).read_text("utf-8")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755], ids=oct)
def test_the_mode_of_a_file_is_kept(mode: int, out: str) -> None:
    """Whatever the umask says."""
    Path(out).chmod(mode)
    Ran("cite", PAGE, "-o", out)

    assert oct(mode) == oct(Path(out).stat().st_mode & 0o7777)


def test_a_new_file_has_the_mode_that_the_umask_gives() -> None:
    """As a file that a shell makes."""
    Ran("cite", PAGE, "-o", "out")
    Path("other").touch()

    assert Path("other").stat().st_mode == Path("out").stat().st_mode


@pytest.mark.parametrize("words", [("cite", PAGE, "-o", "a.json", "--force"),
                                   ("validate", "--fix", "--write", "a.json")],
                         ids=["output", "mended"])  # fmt: skip
def test_a_file_that_may_only_be_read_is_refused(words: tuple[str | Path, ...]) -> None:
    """Its owner has said that it stays."""
    Path("a.json").write_bytes(BROKEN.read_bytes())
    Path("a.json").chmod(0o444)
    before = tree()
    ran = subprocess.run([*PROGRAM, *words], capture_output=True, check=False, text=True)

    assert (4, before) == (ran.returncode, tree())
    assert "cannot write a.json: permission denied\n" in ran.stderr


MENDING = ("validate", "--fix", "--write", "a.json")


@pytest.mark.parametrize("words", [("cite", PAGE, "-o", "a.json", "--force"), MENDING],
                         ids=["output", "mended"])  # fmt: skip
def test_a_file_with_several_names_is_refused(words: tuple[str | Path, ...]) -> None:
    """The others would keep the old content, or a copy of a backup would change with it."""
    Path("a.json").write_bytes(BROKEN.read_bytes())
    Path("b.json").hardlink_to("a.json")
    before = tree()
    ran = subprocess.run([*PROGRAM, *words], capture_output=True, check=False, text=True)

    assert (4, before) == (ran.returncode, tree())
    assert (
        "cannot write a.json: it has 2 names (hard links), and only this one would change; replace "
        "it with a copy first\n"
    ) in ran.stderr


def _access_list(path: str, name: str = "access") -> bytes:
    """Give a user of a file a right of their own (acl(5)); the list as the system has it."""
    everybody = 0xFFFFFFFF
    entries = [(1, 6, everybody), (2, 4, 12345), (4, 4, everybody), (16, 4, everybody),
               (32, 4, everybody)]  # fmt: skip
    value = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *each) for each in entries)
    try:
        os.setxattr(path, f"system.posix_acl_{name}", value)
        os.setxattr(path, "user.note", b"kept")
    except OSError as error:
        pytest.skip(f"the file system has no access control lists: {error}")
    return value


@pytest.mark.skipif(sys.platform != "linux", reason="the calls are those of Linux")
@pytest.mark.parametrize("words", [("cite", PAGE, "-o", "a.json", "--force"), MENDING],
                         ids=["output", "mended"])  # fmt: skip
def test_attributes_and_access_list_of_a_file_are_kept(words: tuple[str | Path, ...]) -> None:
    """They say who may read it, and what its owner noted."""
    Path("a.json").write_bytes(BROKEN.read_bytes())
    value, before = _access_list("a.json"), tree()
    Ran(*words)

    assert (value, b"kept") == (
        os.getxattr("a.json", "system.posix_acl_access"),
        os.getxattr("a.json", "user.note"),
    )
    assert before != tree()


@pytest.mark.skipif(sys.platform != "linux", reason="the calls are those of Linux")
def test_a_file_without_access_list_gets_none_from_its_folder() -> None:
    """Whom its owner let in before the folder had a list for new files is no more than before."""
    Path("out").touch(0o640)
    _access_list(".", "default")
    Ran("cite", PAGE, "-o", "out")
    Ran("cite", PAGE, "-o", "new")

    assert ([], ["system.posix_acl_access"]) == (os.listxattr("out"), os.listxattr("new"))


def test_the_time_of_a_mended_file_is_kept() -> None:
    """An archive sorts its records by it; an output is as new as it is."""
    for name in ("a.json", "out"):
        Path(name).write_bytes(BROKEN.read_bytes())
        os.utime(name, ns=(10**18, 10**18))
    Ran(*MENDING, "-o", "out", "--force")
    mended, out = Path("a.json").stat(), Path("out").stat()

    assert BROKEN.read_bytes() != Path("a.json").read_bytes()
    assert (10**18, True) == (mended.st_mtime_ns, out.st_mtime_ns > 10**18)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")
@pytest.mark.parametrize("name", ["a.json", "new"])
def test_a_folder_that_may_only_be_read_is_told(name: str, here: Path) -> None:
    """It is the folder that keeps a file from being replaced."""
    Path("a.json").write_bytes(BROKEN.read_bytes())
    os.chown("a.json", 12345, 23456)
    here.chmod(0o555)
    os.seteuid(12345)
    try:
        with pytest.raises(OutputError) as refused, draft(name):
            pass
    finally:
        os.seteuid(0)

    assert "no file may be created in its folder" == str(refused.value.message)


@pytest.mark.parametrize("name", ["pipe", "/dev/stdin"])
def test_what_is_no_file_is_not_mended(name: str) -> None:
    """It cannot be read twice, and is not waited for."""
    os.mkfifo("pipe")
    with subprocess.Popen(
        [*PROGRAM, "validate", "--fix", "--write", name], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        if name == "pipe":
            Path(name).write_bytes(BROKEN.read_bytes())
        out, err = process.communicate(BROKEN.read_text("utf-8"))

    assert (3, "") == (process.returncode, out)
    assert err.startswith(f"cannot read {name}: it is not an ordinary file\n")


def test_a_file_that_is_named_twice_is_mended_once() -> None:
    """By whatever names; the diff has it once, as `patch` needs it."""
    Path("in").mkdir()
    Path("in/a.json").write_bytes(BROKEN.read_bytes())
    Path("in/link.json").symlink_to("a.json")
    ran = Ran("validate", "--fix", "--write", "in", "./in/a.json")

    assert (0, "", 1) == (ran.code, ran.err, ran.out.count("--- "))
    assert "--- in/a.json\n" == ran.out.splitlines(keepends=True)[0]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
@pytest.mark.parametrize("words", [("cite", PAGE, "-o", "a.json", "--force"),
                                   ("validate", "--fix", "--write", "a.json")],
                         ids=["output", "mended"])  # fmt: skip
def test_the_owner_of_a_file_is_kept(words: tuple[str | Path, ...]) -> None:
    """Root who writes into a user's file does not take it away from them."""
    Path("a.json").write_bytes(BROKEN.read_bytes())
    os.chown("a.json", 12345, 23456)
    before = tree()
    Ran(*words)

    assert (12345, 23456) == (Path("a.json").stat().st_uid, Path("a.json").stat().st_gid)
    assert before != tree()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_whose_owner_can_not_be_kept_is_refused(here: Path) -> None:
    """A member of a group may write into another's file, and may not become its owner."""
    here.chmod(0o777)
    Path("out").touch()
    Path("out").chmod(0o666)
    os.seteuid(12345)
    try:
        with pytest.raises(OutputError) as refused, draft("out"):
            pass
    finally:
        os.seteuid(0)

    assert "it belongs to another user or group, and would become yours" == str(
        refused.value.message
    )
    assert ["out"] == names()
