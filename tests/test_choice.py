"""Which findings are told: options on the command line, and the same in a file of settings."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nizkorcite.cli import command
from test_validation import CASES, HERE

FAULTS = HERE / "cases/two-dozen-faults.json"
WARNED = CASES / "NZ214.json"
INVALID = CASES / "NZ106.json"
NOTED = CASES / "NZ244.json"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str | Path) -> Result:
    """A finished `nizkorcite validate`."""
    return CliRunner().invoke(command, ["validate", *map(str, words)], standalone_mode=False)


def codes(*words: str | Path) -> list[str]:
    """The codes of its findings."""
    return [line.split(" ")[2] for line in run("--format", "text", *words).stdout.splitlines()]


def refused(*words: str | Path) -> str:
    """What is said of a mistake in the command."""
    ran = CliRunner().invoke(command, ["validate", *map(str, words)])
    assert 2 == ran.exit_code
    return ran.stderr.rpartition("Error: ")[2].strip()


def test_a_code_selects_and_its_beginning_selects_all_of_its_kind() -> None:
    """NZ2 stands for every rule beyond the schema; codes may be in small letters and in a list."""
    assert ["NZ204", "NZ211", "NZ213", "NZ241"] == sorted(codes("--select", "NZ2", FAULTS))
    assert ["NZ002", "NZ204"] == sorted(codes("--select", "nz204,NZ002", FAULTS))


def test_ignore_comes_after_select() -> None:
    """Findings that are ignored are no errors, and are counted by themselves."""
    assert ["NZ211", "NZ213"] == codes(
        "--select", "NZ2", "--ignore", "NZ20", "--ignore", "NZ24", FAULTS
    )
    ran = run("--ignore", "NZ", FAULTS)
    assert (0, "", "24 findings hidden by --ignore\n") == (ran.return_value, ran.stdout, ran.stderr)


def test_a_code_that_no_rule_has_is_refused() -> None:
    """A misspelt code would ignore nothing in silence."""
    assert "Invalid value for '--ignore': no code \"NZ921\"; did you mean " in refused(
        "--ignore", "NZ921", FAULTS
    )


def test_strict_makes_errors_of_warnings() -> None:
    """The exit code follows; notes stay notes."""
    assert (0, 1) == (run(WARNED).return_value, run("--strict", WARNED).return_value)
    assert ": error NZ214 " in run("--strict", WARNED).stdout
    assert (0, ": info NZ244 ") == (
        run("--strict", NOTED).return_value, run("--strict", NOTED).stdout[len(str(NOTED)) + 6 :][:13],
    )  # fmt: skip


def test_level_is_the_least_severity_that_is_told() -> None:
    """Warnings below it are not counted."""
    assert ["NZ244"] == codes("--level", "info", NOTED)
    assert [] == codes("--level", "warning", NOTED)
    assert ["NZ214"] == codes("--level", "warning", WARNED)
    assert "1 finding hidden by --level\n" == run("--level", "error", WARNED).stderr
    assert "" == run("--quiet", "--level", "error", WARNED).stderr


def test_more_findings_than_asked_for_are_counted() -> None:
    """The sum and the exit code are those of all."""
    ran = run("--max-findings", "2", FAULTS)

    assert (1, 2) == (ran.return_value, len(ran.stdout.splitlines()))
    assert "22 more findings are not shown\n24 errors in 1 of 1 record, 0 warnings\n" == ran.stderr
    assert "hay 22 hallazgos más que no se muestran\n24 errores en 1 de 1 registro, 0 avisos\n" == (
        run("--max-findings", "2", "--lang", "es", FAULTS).stderr
    )


def test_a_file_that_is_given_twice_is_two_records() -> None:
    """As it is told twice."""
    assert run(FAULTS, FAULTS).stderr == "48 errors in 2 of 2 records, 0 warnings\n"


def test_one_finding_more_is_told_in_the_singular() -> None:
    """In both languages."""
    most = ("--max-findings", "23", FAULTS)

    assert run(*most).stderr.startswith("1 more finding is not shown\n")
    assert run("--lang", "es", *most).stderr.startswith("hay 1 hallazgo más que no se muestra\n")


def test_a_record_whose_findings_are_left_out_is_not_valid_for_that() -> None:
    """Whether it has errors is told of what is asked for; the schema's verdict is of all."""
    failing, _ = json.loads(INVALID.read_text("utf-8"))
    Path("a.json").write_text(json.dumps(failing), "utf-8")
    told = [
        (result["valid"], len(result["findings"]), result["output"]["valid"])
        for words in (("--max-findings", "1"), ("--ignore", "NZ"), ("--select", "NZ204"))
        for result in json.loads(run("--format", "json", *words, "a.json", "a.json").stdout)[
            "results"
        ]
    ]
    cases = run("--format", "junit", "--max-findings", "1", "a.json", "a.json").stdout

    assert [(False, 1, False), (False, 0, False), *[(True, 0, False)] * 4] == told
    assert 'tests="2" failures="2"' in cases
    assert '<failure message="1 more finding is not shown"/>' in cases


def test_settings_are_taken_from_the_nearest_file_above(here: Path) -> None:
    """nizkorcite.toml, or the table [tool.nizkorcite] of a pyproject.toml; a file without it is skipped."""
    (here / "a/b").mkdir(parents=True)
    (here / ".git").mkdir()
    (here / "nizkorcite.toml").write_text(
        '[validate]\nselect = ["NZ204"]\nstrict = true\nlang = "es"\n'
    )
    assert ["NZ204"] == codes(FAULTS)
    assert run(FAULTS).stderr.startswith("1 error en 1 de 1 registro")
    (here / "a/pyproject.toml").write_text('[tool.nizkorcite.validate]\nselect = ["NZ211"]\n')
    (here / "a/b/pyproject.toml").write_text('[project]\nname = "other"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here / "a/b")
        assert ["NZ211"] == codes(FAULTS)


def test_options_come_before_settings(here: Path) -> None:
    """What is typed is what is meant; an empty name of settings takes none."""
    (here / "nizkorcite.toml").write_text(
        '[validate]\nmax-findings = 0\nframe = true\nformat = "jsonl"\nstrict = true\n'
    )

    assert ["NZ211"] == codes("--max-findings", "5", "--no-frame", "--select", "NZ211", FAULTS)
    assert ["NZ211"] == codes("--settings", "", "--select", "NZ211", FAULTS)
    assert (1, 0) == (run(WARNED).return_value, run("--no-strict", WARNED).return_value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[validate]\nselct = ['NZ2']\n", 'nizkorcite.toml: no option "selct"; did you mean "select"?'),
        ("[validte]\n", 'nizkorcite.toml: no table "validte"; did you mean "validate"?'),
        ("[validate]\nfix = true\n", 'nizkorcite.toml: no option "fix". Known: profile, format, '),
        ("[validate]\nlevel = 'warn'\n", "nizkorcite.toml: level: 'warn' is not one of 'error', 'warning', 'info'."),
        ("[validate]\nselect = 'NZ2'\n", "nizkorcite.toml: select: must be a list"),
        ("[validate]\nstrict = 1\n", "nizkorcite.toml: strict: must be true or false"),
        ("[validate]\nmax-findings = 'ten'\n", "nizkorcite.toml: max-findings: 'ten' is not a valid integer range."),
        ("[validate]\nignore = ['NZ9']\n", 'nizkorcite.toml: ignore: no code "NZ9"'),
        ("[validate]\nmax-findings = 1.5\n", "nizkorcite.toml: max-findings: must be a whole number"),
        ("[validate]\njobs = 0\n", "nizkorcite.toml: jobs: 0 is not in the range x>=1."),
        ("validate = 1\n", "nizkorcite.toml: validate must be a table"),
        ("[validate\n", "nizkorcite.toml: not TOML: "),
    ],
    ids=["option", "table", "not a setting", "value", "list", "flag", "number", "fraction", "jobs", "code", "no table", "no toml"],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_told_with_file_and_option(
    here: Path, text: str, message: str
) -> None:
    """Nothing is skipped in silence."""
    (here / "nizkorcite.toml").write_text(text)

    assert message in refused(FAULTS)


def test_the_table_of_pyproject_must_be_one(here: Path) -> None:
    """Another value of its name is told, too."""
    (here / "pyproject.toml").write_text("[tool]\nnizkorcite = 1\n")

    assert f"{here}/pyproject.toml: tool.nizkorcite must be a table" == refused(FAULTS)


def test_a_settings_file_that_is_asked_for_must_be_there() -> None:
    """It is no default."""
    assert "cannot read my.toml: no such file or folder" == refused("--settings", "my.toml", FAULTS)
