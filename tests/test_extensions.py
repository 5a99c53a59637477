"""A schema that an archive gives for the members of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import nizkorcite as nz
from nizkorcite.cli import command
from nizkorcite.validation.fast import schema_verdict

SCHEMA = Path(__file__).parent / "cases/extensions/own.schema.json"
RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "example:1",
    "type": "report",
    "language": "en",
    "original": {"attribution": "unknown"},
}


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, ["validate", *words])


def found(record: dict[str, Any], schema: Path = SCHEMA, **options: Any) -> list[str]:
    """The findings of a record as text, the same as those of its value."""
    texts = [
        [f"{each.pointer} {each.code} {each.message}" for each in nz.iter_findings(
            source, extensions=schema, **options
        )]
        for source in (json.dumps(record), record)
    ]  # fmt: skip

    assert texts[0] == texts[1]
    return texts[0]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"x_box": 7, "x_tags": ["peace", "war"], "x_shelf": "B7"}, []),
        ({"x_box": 0}, ['/x_box NZ114 "x_box" does not fit own.schema.json: 0 does not satisfy "minimum": 1']),
        ({"x_tags": ["peace", "love"]},
         ['/x_tags/1 NZ114 "x_tags" does not fit own.schema.json: "love" is not one of "peace", "war"']),
        ({"x_tags": "peace"}, ['/x_tags NZ114 "x_tags" does not fit own.schema.json: expected a list; found "peace"']),
        ({"x_box": 1, "x_shelf": "shelf"},
         ['/x_shelf NZ114 "x_shelf" does not fit own.schema.json: "shelf" does not match "^[A-Z][0-9]+$"']),
        ({"x_shelf": "B7"}, [' NZ114 the record does not fit own.schema.json: "x_box" is missing; add it']),
        ({"x_bx": 7}, ['/x_bx NZ114 "x_bx" does not fit own.schema.json: "x_bx" is not allowed']),
        ({"creators": [{"kind": "organisation", "name": "EFE", "x_orcid": "1"},
                       {"kind": "organisation", "name": "TASS"}]},
         ['/creators/1 NZ114 the record does not fit own.schema.json: "x_orcid" is missing; add it',
          '/creators NZ114 the record does not fit own.schema.json: "creators" is not allowed'][:1]),
    ],
    ids=["valid", "bound", "list", "type", "pattern", "missing", "unknown", "within"],
)  # fmt: skip
def test_own_members_are_compared_with_the_schema(
    members: dict[str, Any], expected: list[str]
) -> None:
    """The finding names the member, the schema and the reason; nothing else is looked at."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    schema["properties"]["creators"] = {"items": {"required": ["x_orcid"]}}
    Path("own.schema.json").write_text(json.dumps(schema), "utf-8")

    assert expected == found({**RECORD, **members}, Path("own.schema.json"))


def test_one_cause_has_one_finding() -> None:
    """A value that no record may have is not reported again by the archive's schema."""
    assert ["/x_box NZ103 null is not allowed"] == found({**RECORD, "x_box": None})
    assert ["/x_box"] == [
        each.pointer for each in nz.iter_findings({**RECORD, "x_box": {}}, extensions=SCHEMA)
    ]


def test_the_library_refuses_a_document() -> None:
    """`validate` raises, and a validator that is sent to a process keeps the schema."""
    with pytest.raises(nz.ValidationError, match='"x_box" does not fit own'):
        nz.validate({**RECORD, "x_box": "7"}, extensions=SCHEMA)

    assert nz.validate({**RECORD, "x_box": 7}, extensions=SCHEMA).id == "example:1"


def test_rules_beyond_the_schema_are_skipped_and_this_one_is_not() -> None:
    """It is a schema."""
    validator = nz.Validator(schema_only=True, extensions=SCHEMA)

    assert ["NZ114"] == [each.code for each in validator.iter_findings({**RECORD, "x_box": "7"})]


def test_both_paths_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fast path lets pass, the slow one does too."""
    records = [{**RECORD, "x_box": value} for value in (7, "7", 0, True, ["a"], "\ud800")]
    fast = [list(nz.iter_findings(json.dumps(each), extensions=SCHEMA)) for each in records]
    monkeypatch.setattr(schema_verdict, "parse", lambda _text: None)

    assert fast == [list(nz.iter_findings(json.dumps(each), extensions=SCHEMA)) for each in records]


def test_the_settings_name_the_schema() -> None:
    """Its path starts from the folder of the settings, wherever the command is typed."""
    Path("records").mkdir()
    Path("records/a.jsonl").write_text(
        "".join(json.dumps({**RECORD, "id": f"example:{n}", "x_box": n}) + "\n" for n in range(3)),
        "utf-8",
    )
    Path("nizkorcite.toml").write_text('[validate]\nextensions = "own.schema.json"\n', "utf-8")
    Path("own.schema.json").write_text(SCHEMA.read_text("utf-8"), "utf-8")
    Path(".git").mkdir()
    words = [sys.executable, "-m", "nizkorcite", "validate", "a.jsonl"]
    shown = [
        subprocess.run(
            [*words, *more], cwd="records", capture_output=True, text=True, check=False, timeout=60
        )
        for more in ((), ("--jobs", "2"), ("--lang", "es"))
    ]

    assert [1, 1, 1] == [each.returncode for each in shown]
    assert shown[0].stdout == shown[1].stdout
    assert shown[0].stdout.startswith("a.jsonl:1:")
    assert (
        'error NZ114 "x_box" does not fit own.schema.json: 0 does not satisfy "minimum": 1 '
        "[example:0 /x_box]\n"
    ) in shown[0].stdout
    assert 'error NZ114 "x_box" no se ajusta a own.schema.json' in shown[2].stdout


DOUBLING = {
    "$defs": {
        "a0": {"type": "string"},
        **{f"a{n}": {"allOf": [{"$ref": f"#/$defs/a{n - 1}"}] * 2} for n in range(1, 40)},
    },
    "properties": {"x_a": {"$ref": "#/$defs/a39"}},
}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "own.json:1:2: error NZ001 not JSON: the text ends, but the {"),
        ('{"type": "strnig"}', "error NZ501 not a schema"),
        ('{"properties": {"x_a": {"$ref": "https://example.org/a.json"}}}',
         'error NZ502 "https://example.org/a.json" refers to nothing (nothing is fetched'),
        ('{"properties": {"x_a": {"$ref": "other.json"}}}', 'error NZ502 "other.json" refers to nothing'),
        ("true", "own.json: a schema for fields of your own is an object"),
        ("[" * 100_000, "own.json: the file is larger than 64 KiB"),
        ("[" * 50_000, "own.json:1:65: error NZ004 nested more than 64 levels deep"),
        (json.dumps({"items": {"$ref": "#"}}), "own.json: it refers to itself; fields of your own have no levels"),
        (json.dumps(DOUBLING), "own.json: its references ask for too much work"),
        ('{"properties": {"x_a": {"pattern": "(?=a)b"}}}',
         'own.json: the pattern "(?=a)b" cannot be used: look-ahead, look-behind, references to groups'),
        ('{"properties": {"x_a": {"pattern": "((a{1,999}){1,999}){1,999}"}}}', "own.json: the pattern "),
    ],
    ids=["cut", "no schema", "remote", "other file", "true", "large", "deep", "recursive", "doubling",
         "look-ahead", "repetition"],
)  # fmt: skip
def test_a_schema_that_cannot_be_used_is_refused(text: str, problem: str) -> None:
    """In words, before any record is read; nothing is fetched."""
    Path("a.json").write_text(json.dumps(RECORD), "utf-8")
    Path("own.json").write_text(text, "utf-8")

    assert problem in run("--extensions", "own.json", "a.json").stderr
    with pytest.raises(OSError, match="own"):
        list(nz.iter_findings(RECORD, extensions="own.json"))


def test_a_pattern_needs_linear_time() -> None:
    """A backtracking engine would not end in a lifetime; this one decides."""
    Path("own.json").write_text('{"properties": {"x_a": {"pattern": "^(a+)+$"}}}', "utf-8")
    texts = found({**RECORD, "x_a": "a" * 9_000 + "b"}, Path("own.json"))

    assert ["/x_a NZ114"] == [text[:10] for text in texts]


@pytest.mark.parametrize("name", ["missing.json", ".", "pipe"])
def test_a_file_that_is_no_schema_is_wrong_usage(name: str) -> None:
    """A missing file, a folder, and a pipe that nobody writes to."""
    Path("a.json").write_text(json.dumps(RECORD), "utf-8")
    os.mkfifo("pipe")
    result = run("--extensions", name, "a.json")

    assert 2 == result.exit_code
    assert "Error: " in result.stderr


def test_the_report_does_not_replace_the_schema() -> None:
    """The schema is an input."""
    Path("a.json").write_text(json.dumps(RECORD), "utf-8")
    Path("own.json").write_text(text := SCHEMA.read_text("utf-8"), "utf-8")
    result = run("--extensions", "own.json", "--format", "json", "-o", "own.json", "a.json")

    assert (2, text) == (result.exit_code, Path("own.json").read_text("utf-8"))
