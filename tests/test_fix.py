"""`validate --fix`: what takes no choice is fixed, every other byte stays, nothing is written unasked."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite import iter_findings
from nizkorcite.cli import command
from nizkorcite.validation.diagnosis.text_patch import apply_fixes
from test_codec import law
from test_validation import CASES, HERE, RECORD

BROKEN = HERE.parent / "examples/broken/three-faults.json"
DIGEST = RECORD["captures"][0]["sha256"]
needs_git = pytest.mark.skipif(
    not shutil.which("git"), reason="git is a Debian package, which a machine for tests may lack"
)
odd: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", [], {}, "27 February 2017", " A ", "en_US", "TJ", "tj", "3104", 1, ["a", "a"], [{}], "A" * 64]
).map(deepcopy)  # fmt: skip


def run(*words: str | Path, given: str = "") -> Result:
    """A finished `nizkorcite validate`."""
    words = ("validate", "--settings", "", *words)
    return CliRunner().invoke(command, [*map(str, words)], input=given, standalone_mode=False)


def fixed(text: str) -> str:
    """A text with the fixes of all its findings."""
    return apply_fixes(text, iter_findings(text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"langauge": "en"}', '{"language": "en"}'),
        ('{"Keywords" : ["a"]}', '{"keywords" : ["a"]}'),
        ('{"keywrods": ["a"]}', None),
        ('{"Title": "A", "title": "B"}', None),
        ('{"Title": "A", "TITLE": "B"}', None),
        ('{"type": "News-Article"}', '{"type": "news_article"}'),
        ('{"type": "boook"}', None),
        ('{"original": {"date": "27Feb2017"}}', '{"original": {"date": "2017-02-27"}}'),
        ('{"original": {"date": "27Feb17"}}', None),
        ('{"original": {"date": "03/04/2012"}}', None),
        ('{"original": {"date": "13/04/2012"}}', '{"original": {"date": "2012-04-13"}}'),
        ('{"original": {"date": "31Feb2017"}}', None),
        ('{"original": {"url": "www.example.org"}}', None),
        ('{"original": {"url": "HTTPS://example.org/A"}}', '{"original": {"url": "https://example.org/A"}}'),
        (f'{{"captures": [{{"sha256": "{"AB" * 32}"}}]}}', f'{{"captures": [{{"sha256": "{"ab" * 32}"}}]}}'),
        ('{"captures": [{"byte_length": "3104"}]}', '{"captures": [{"byte_length": 3104}]}'),
        ('{"captures": [{"byte_length": "3 kB"}]}', None),
        ('{"captures": {"byte_length":\t1}}', '{"captures": [{"byte_length":\t1}]}'),
        ('{"keywords": "a"}', '{"keywords": ["a"]}'),
        ('{"creators": "Robert Fisk"}', None),
        ('{"title": " A "}', '{"title": "A"}'),
        ('{"language": "PT_br"}', '{"language": "pt-BR"}'),
        ('{"language": "English"}', None),
        ('{"original": {"place": {"name": "D", "country": "tj"}}}', '{"original": {"place": {"name": "D", "country": "TJ"}}}'),
        ('{"keywords": ["a", "b",\n "a", "a"], "x_a": 1}', '{"keywords": ["a", "b"], "x_a": 1}'),
        ('{"description": null, "x_a": 1}', '{"x_a": 1}'),
        ('{"title": null, "x_a": 1}', None),
        ('{"x_a": null, "x_b": "", "description": ""}', '{"x_a": null, "x_b": ""}'),
        ('{"x_a": 1, "description": ""}', '{"x_a": 1}'),
        ('{"x_a": 1 , "description": "",  "keywords": [], "creators": null}', '{"x_a": 1 }'),
        ('{"description": "", "x_a": 1, "keywords": []}', '{"x_a": 1}'),
        ('{"language": ""}', None),
        ('{"id": null}', None),
        ('{"title": "A", "title": "B", "description": ""}', '{"title": "A", "title": "B"}'),
        ('\ufeff{"description": "", "x_a": 1}', '\ufeff{"x_a": 1}'),
        ('{"description": "",}', None),
    ],
    ids=["name", "case of a name", "likely name", "name taken", "name taken twice", "spelling", "likely value", "date",
         "two digits", "two readings", "one reading", "no day", "no scheme", "scheme", "digest", "number", "no number",
         "object in a list", "text in a list", "agent", "white space", "tag", "no tag", "country", "twice", "null", "required elsewhere", "own members", "last",
         "side by side", "first and last", "required", "required null", "duplicate", "byte order mark", "no json"],
)  # fmt: skip
def test_what_takes_no_choice_is_mended_and_nothing_else(before: str, after: str | None) -> None:
    """A guess is never written; layout and other members stay byte for byte."""
    assert (before if after is None else after) == fixed(before)


@law
@given(st.data())
def test_mending_leaves_no_new_fault(data: st.DataObject) -> None:
    """A fixed record has no more findings than before, and mending comes to an end."""
    record: dict[str, Any] = json.loads(json.dumps(RECORD))
    name = data.draw(st.sampled_from([*record, "Title", "x_a"]))
    record[name] = data.draw(odd)
    layer = record["original"]
    if isinstance(layer, dict):
        layer[data.draw(st.sampled_from(["date", "place", "url", "langauge"]))] = data.draw(odd)
    text = json.dumps(record, indent=1, ensure_ascii=False)
    once = fixed(text)

    def told(each: str) -> set[tuple[str, str]]:
        return {(finding.code, finding.pointer) for finding in iter_findings(each)}

    # A value is looked at once its type or form is right, and a holder once it has lost a member.
    later = {"NZ101", "NZ105", "NZ110", "NZ242"}
    assert {code for code, _ in told(once)} <= {code for code, _ in told(text)} | later
    assert len(told(once)) <= len(told(text))
    assert fixed(fixed(once)) == fixed(once)


def test_fix_shows_a_diff_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The diff is the result; the exit code says that the file still has errors."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_bytes(BROKEN.read_bytes())
    ran = run("--fix", "a.json")

    assert (1, "") == (ran.return_value, ran.stderr)
    assert [
        "--- a.json\n", "+++ a.json (fixed)\n",
        '-  "langauge": "en",\n', '+  "language": "en",\n',
        '-    "date": "27 February 2017"\n', '+    "date": "2017-02-27"\n',
    ] == [line for line in ran.stdout.splitlines(keepends=True) if line[0] in "+-"][:6]  # fmt: skip
    assert BROKEN.read_bytes() == Path("a.json").read_bytes()


@needs_git
def test_the_diff_is_one_that_patch_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Applied by another program it gives what --write gives, also without a last line break."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.json", "b.json"):
        Path(name).write_bytes(BROKEN.read_bytes().rstrip())
    subprocess.run(["git", "apply", "-p0"], input=run("--fix", "a.json").stdout.replace(" (fixed)", ""),
                   text=True, check=True)  # fmt: skip
    run("--fix", "--write", "b.json")

    assert Path("b.json").read_bytes() == Path("a.json").read_bytes()


@needs_git
def test_the_diff_has_every_byte_of_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a line feed ends a line, whatever else does so in Unicode; other encodings stay."""
    monkeypatch.chdir(tmp_path)
    text = '{"title": "a\u2028b\x85c", "x_a": 1}\n{"title":\r"\xfa"}\r\n'
    for name in ("a.jsonl", "b.jsonl"):
        Path(name).write_bytes(text.encode() + b'{"title": "\xfa"}\n{"description": ""}\n')
    ran = subprocess.run([sys.executable, "-m", "nizkorcite", "validate", "--fix", "a.jsonl"],
                         capture_output=True, check=False)  # fmt: skip
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn"], check=True,
                   input=ran.stdout.replace(b" (fixed)", b""))  # fmt: skip
    run("--fix", "--write", "b.jsonl")

    assert b"{}\n" == Path("b.jsonl").read_bytes()[-3:]
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[{"description": ""},]', "[{},]"),
        ('[{"description": ""},, {"description": ""}]', '[{},, {"description": ""}]'),
        ('\ufeff[{"description": ""}]', "\ufeff[{}]"),
        ('[{"description": ""}', "[{}"),
        ('[{"description": ""}] x', "[{}] x"),
    ],
    ids=["comma", "two commas", "byte order mark", "open", "more"],
)
def test_records_of_a_broken_list_are_mended(before: str, after: str, tmp_path: Path) -> None:
    """What is wrong around them stays, and is told."""
    path = tmp_path / "a.json"
    path.write_text(before, "utf-8")
    ran = run("--fix", "--write", path)

    assert after == path.read_text("utf-8")
    assert "NZ001" in ran.stderr or "NZ006" in ran.stderr


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"langauge": "ES"}', '{"language": "es"}'),
        ('{"captures": {"byte_length": "12"}}', '{"captures": [{"byte_length": 12}]}'),
        ('{"Original": {"Publishers": {"name": " A "}}}', '{"original": {"publishers": [{"name": "A"}]}}'),
    ],
    ids=["name", "list", "names"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "list.json"])
def test_one_run_mends_all_that_can_be(before: str, after: str, name: str, tmp_path: Path) -> None:
    """Also what is judged only once something else is right: a second run changes nothing."""
    path = tmp_path / name
    form = {"a.json": "\ufeff{0}\r\n", "a.jsonl": "{0}\r\n{0}", "list.json": "[{0} ,\t{0}]"}[name]
    path.write_text(form.replace("{0}", before), "utf-8", newline="")
    run("--fix", "--write", path)

    assert form.replace("{0}", after) == path.read_bytes().decode()
    assert "" == run("--fix", path).stdout


def test_write_puts_the_mended_file_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its mode stays, a link stays a link, no other file is left, and the next run is clean."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_bytes(BROKEN.read_bytes())
    Path("a.json").chmod(0o640)
    Path("link.json").symlink_to("a.json")
    ran = run("--fix", "--write", "link.json")

    assert (0, "") == (ran.return_value, ran.stderr)
    assert ["a.json", "link.json"] == sorted(path.name for path in Path().iterdir())
    assert (0o640, True) == (Path("a.json").stat().st_mode & 0o777, Path("link.json").is_symlink())
    assert (0, "") == (run("link.json").return_value, run("--fix", "link.json").stdout)


def test_what_is_not_mended_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings that are left go to standard error with their places in the fixed file."""
    monkeypatch.chdir(tmp_path)
    good = json.dumps(RECORD)
    bad = json.dumps({**RECORD, "Title": "A", "description": None, "type": "x"})
    Path("a.jsonl").write_text(f"{good}\n\n{bad}\r\n{good}\n", "utf-8")
    ran = run("--fix", "--write", "a.jsonl")

    assert 1 == ran.return_value
    assert ran.stderr.startswith("a.jsonl:3:")
    assert {"NZ102", "NZ104"} == {word for word in ran.stderr.split() if word.startswith("NZ")}
    kept = {name: value for name, value in json.loads(bad).items() if name != "description"}
    assert (good, "", json.dumps(kept) + "\r", good, "") == tuple(
        Path("a.jsonl").read_bytes().decode().split("\n")
    )


def test_each_record_of_a_list_is_mended_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands between the records stays."""
    monkeypatch.chdir(tmp_path)
    text = BROKEN.read_text("utf-8").strip()
    Path("a.json").write_text(f"[\n{text} ,\t{text}]\n", "utf-8")
    ran = run("--fix", "--write", "a.json")

    assert (0, "") == (ran.return_value, ran.stderr)
    assert f"[\n{fixed(text)} ,\t{fixed(text)}]\n" == Path("a.json").read_text("utf-8")


def test_a_compressed_file_is_told_to_be_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes are left as they are."""
    monkeypatch.chdir(tmp_path)
    Path("a.json.gz").write_bytes(gzip.compress(BROKEN.read_bytes()))
    ran = run("--fix", "--write", "a.json.gz")

    assert (3, "") == (ran.return_value, ran.stdout)
    assert "cannot read a.json.gz: it is compressed; decompress it before --fix\n" == ran.stderr


def test_only_findings_that_are_chosen_are_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--select` and `--ignore` hold for --fix too."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_bytes(BROKEN.read_bytes())
    run("--fix", "--write", "--select", "NZ108", "a.json")

    assert ["NZ102", "NZ106"] == [finding.code for finding in iter_findings(Path("a.json"))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--write", "a.json"), "--write is for --fix"),
        (("--fix", "--write", "-"), "standard input cannot be rewritten; leave out --write"),
        (("--fix", "--format", "json", "a.json"), "--fix prints a diff; it has no other --format"),
    ],
    ids=["write alone", "standard input", "format"],
)
def test_what_makes_no_sense_together_is_refused(words: tuple[str, ...], message: str) -> None:
    """The mistake is told before anything is read."""
    ran = CliRunner().invoke(command, ["validate", "--settings", "", *words])

    assert (2, True) == (ran.exit_code, f"Error: {message}\n" in ran.stderr)


def test_standard_input_can_be_mended_as_a_diff() -> None:
    """There is nothing to write to."""
    ran = run("--fix", "--level", "error", "-", given=BROKEN.read_text("utf-8"))

    assert ran.stdout.startswith("--- -\n+++ - (fixed)\n")


def test_a_file_that_changes_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program wrote is never overwritten; the exit code is 4."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_bytes(BROKEN.read_bytes())
    real = os.fsync

    def and_change(descriptor: int) -> None:
        Path("a.json").write_text("{}", "utf-8")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", and_change)
    ran = run("--fix", "--write", "a.json")

    assert (4, "{}") == (ran.return_value, Path("a.json").read_text("utf-8"))
    assert "cannot write a.json: it changed while it was read\n" in ran.stderr
    assert [Path("a.json")] == list(Path().iterdir())


@pytest.mark.parametrize("path", sorted(CASES.glob("NZ[12]*.json")), ids=lambda path: path.name)
def test_every_fix_of_the_cases_mends(path: Path) -> None:
    """Where a finding has a fix, the record no longer has that finding."""
    text = json.dumps(json.loads(path.read_text("utf-8"))[0])
    mendable = {finding.code for finding in iter_findings(text) if finding.fix}

    assert mendable.isdisjoint(finding.code for finding in iter_findings(fixed(text)))
