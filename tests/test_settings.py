"""Files of settings: whose they are, where they are found, what they hide, how large they may be."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nizkorcite.cli import command
from test_validation import HERE

FAULTS = HERE / "cases/two-dozen-faults.json"
IGNORE = '[validate]\nignore = ["NZ"]\n'
OTHER_USER = 4711
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files to another user"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own, outside of HOME."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str | Path, code: int = 0) -> Result:
    """A finished `nizkorcite validate` with this exit code."""
    ran = CliRunner().invoke(command, ["validate", *map(str, words)], standalone_mode=code == 2)
    assert code == (ran.exit_code if code == 2 else ran.return_value)
    return ran


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('ignore = ["NZ"]', "24 findings hidden by ignore in {file}\n"),
        ('ignore = ["NZ101"]\nlevel = "error"', "1 finding hidden by ignore in {file}\n"),
        ('select = ["NZ204"]', "23 findings hidden by select in {file}\n"),
        ("max-findings = 1", "23 findings hidden by max-findings in {file}\n"),
        ("schema-only = true", "the rules beyond the schema are skipped: schema-only in {file}\n"),
    ],
    ids=["ignore", "one", "select", "number", "rules"],
)
def test_settings_that_hide_findings_are_named(settings: str, expected: str, here: Path) -> None:
    """A record that settings make valid is not taken for one without faults."""
    Path("nizkorcite.toml").write_text(f"[validate]\n{settings}\n", "utf-8")
    ran = CliRunner().invoke(command, ["validate", str(FAULTS)])

    assert expected.format(file=here / "nizkorcite.toml") in ran.stderr


def test_settings_that_hide_nothing_are_not_named() -> None:
    """Nor are options of the command line that hide nothing."""
    Path("nizkorcite.toml").write_text('[validate]\nignore = ["NZ632"]\nframe = true\n', "utf-8")

    assert (
        "24 errors in 1 of 1 record, 0 warnings\n" == run("--level", "error", FAULTS, code=1).stderr
    )


def test_options_that_hide_findings_are_named_when_files_are_fixed() -> None:
    """In the language asked for."""
    ran = run("--fix", "--lang", "es", "--ignore", "NZ", FAULTS)

    assert "24 hallazgos ocultos por --ignore\n" == ran.stderr


@root_only
@pytest.mark.parametrize("name", ["nizkorcite.toml", "pyproject.toml"])
def test_settings_of_another_user_are_used_only_by_name(name: str, here: Path) -> None:
    """Whoever may write into a folder above cannot make a record valid; the file is named."""
    text = IGNORE if name == "nizkorcite.toml" else IGNORE.replace("[", "[tool.nizkorcite.", 1)
    Path(name).write_text(text, "utf-8")
    os.chown(name, OTHER_USER, OTHER_USER)
    ran = run(FAULTS, code=1)

    assert (
        "24 errors in 1 of 1 record, 0 warnings\n"
        f"the settings in {here / name} are not used, since another user owns the file; "
        "use them with --settings\n"
    ) == ran.stderr
    assert f"24 findings hidden by ignore in {name}\n" == run("--settings", name, FAULTS).stderr


@root_only
@pytest.mark.parametrize(
    "text", ["a = " + "[" * 3000, "a" * (1 << 17), "[validate]\nlevel = 'none'\n", "\0"]
)
def test_settings_of_another_user_do_not_stop_the_program(text: str, here: Path) -> None:
    """Whatever is in the file, the run is as without it."""
    Path("nizkorcite.toml").write_text(text, "utf-8")
    os.chown("nizkorcite.toml", OTHER_USER, OTHER_USER)

    assert f"the settings in {here / 'nizkorcite.toml'} are not used" in run(FAULTS, code=1).stderr


@root_only
def test_behind_settings_of_another_user_are_our_own() -> None:
    """The search goes on upwards."""
    Path("a/.git").mkdir(parents=True)
    Path(".git").mkdir()
    Path("a/nizkorcite.toml").write_text(IGNORE, "utf-8")
    os.chown("a/nizkorcite.toml", OTHER_USER, OTHER_USER)
    Path("a/pyproject.toml").write_text('[tool.nizkorcite.validate]\nselect = ["NZ204"]\n', "utf-8")
    os.chdir("a")

    assert "23 findings hidden by select in " in run(FAULTS, code=1).stderr


@pytest.mark.parametrize(
    ("mark", "settings", "work", "is_used"),
    [
        ("a/.git", "nizkorcite.toml", "a/b", False),
        ("a/.git", "a/nizkorcite.toml", "a/b", True),
        ("a/.hg", "a/nizkorcite.toml", "a/b", True),
        ("home/x", "home/nizkorcite.toml", "home/a/b", True),
        ("home/x", "nizkorcite.toml", "home/a/b", False),
        ("home/x", "nizkorcite.toml", "a/b", False),
        ("home/x", "a/b/nizkorcite.toml", "a/b", True),
    ],
    ids=["above", "repository", "mercurial", "home", "above home", "elsewhere", "here"],
)
def test_settings_are_found_up_to_the_repository_or_home(  # noqa: PLR0913 - a table of four columns
    mark: str,
    settings: str,
    work: str,
    *,
    is_used: bool,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file above may be anybody's; one that is asked for may lie anywhere."""
    for folder in (mark, work):
        (here / folder).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(here / "home"))
    (here / settings).write_text(IGNORE, "utf-8")
    monkeypatch.chdir(here / work)

    assert is_used is ("hidden by ignore" in run(FAULTS, code=0 if is_used else 1).stderr)
    assert "24 findings hidden" in run("--settings", here / settings, FAULTS).stderr


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a = " + "[" * 3000, "line 1: lists and tables have more than 64 levels"),
        ("a = [#]\n" + "[ # ]\n" * 3000, "line 65: lists and tables have more than 64 levels"),
        ("a = " + "{b = " * 3000, "line 1: lists and tables have more than 64 levels"),
        ("a" + ".a" * 30_000 + " = 1", "line 1: lists and tables have more than 64 levels"),
        ("[" + "a." * 3000 + "a]", "line 1: lists and tables have more than 64 levels"),
        ("# " + "a" * (1 << 16), "the file is larger than 64 KiB"),
        ("[validate]\nbase = 2017-02-27\n", "base: must be one value"),
        ("[validate]\nbase = {a = 1}\n", "base: must be one value"),
        ("[validate]\nbase = 1\n", "base: "),
        ("[validate]\nignore = [['NZ']]\n", "ignore: must be a list"),
        ("[validate]\n'\\u001b[31m' = 1\n", 'no option "\\u001b[31m". Known: '),
        ('[validate]\n"\\u001b[31m" = 1\n', 'no option "\\x1b[31m". Known: '),
    ],
    ids=["lists", "comments", "tables", "dots", "header", "size", "date", "table", "number", "list", "text", "escape"],
)  # fmt: skip
def test_settings_that_cannot_be_read_are_one_line(text: str, problem: str) -> None:
    """Exit code 2, before any record is read."""
    Path("nizkorcite.toml").write_text(text, "utf-8")
    *_, line = run(FAULTS, code=2).stderr.splitlines()

    assert line.startswith(f"Error: {Path.cwd()}/nizkorcite.toml: {problem}")


def test_brackets_in_texts_and_comments_nest_nothing() -> None:
    """A pyproject.toml is full of patterns."""
    lines = ["[tool.nizkorcite.validate]", 'select = ["NZ204"]', "[tool.other]"]
    texts = [
        f"{name} = {quote}{'[{.' * 50}{quote}"
        for name, quote in zip("abcd", ('"', "'", '"""', "'''"), strict=True)
    ]
    Path("pyproject.toml").write_text("\n".join([*lines, *texts, "# " + "[" * 50]), "utf-8")

    assert "23 findings hidden by select in " in run(FAULTS, code=1).stderr
