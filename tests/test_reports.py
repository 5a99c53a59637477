"""Reports: every format says the same, and machines can read what is for them."""

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator, validators

from nizkorcite import Finding, iter_findings
from nizkorcite.cli import command
from nizkorcite.cli.findings.reports import REPORTS
from nizkorcite.record.schema import schema, schema_names, schema_registry
from nizkorcite.validation.catalogue.codes import CODES
from test_validation import CASES, HERE, MADE

FAULTS = HERE / "cases/two-dozen-faults.json"
SARIF_SCHEMA = os.environ.get("SARIF_SCHEMA", "")
Place = tuple[str, int, int, int, int]


def run(*words: str | Path) -> Result:
    """A finished `nizkorcite validate`."""
    return CliRunner().invoke(
        command, ["validate", "--settings", "", *map(str, words)], standalone_mode=False
    )


def report(form: str, *words: str | Path) -> str:
    """What a format prints to standard output."""
    return run("--format", form, *words).stdout


def of_json(text: str) -> list[Place]:
    """The findings of a report in JSON."""
    return [place(each) for result in json.loads(text)["results"] for each in result["findings"]]


def of_jsonl(text: str) -> list[Place]:
    """The findings of JSON Lines."""
    return [place(json.loads(line)) for line in text.splitlines()]


def place(each: dict[str, Any]) -> Place:
    """Code and place of a finding."""
    return each["code"], each["line"], each["column"], each["end_line"], each["end_column"]


def of_sarif(text: str) -> list[Place]:
    """The results of a log in SARIF."""
    (log,) = json.loads(text)["runs"]
    regions = [
        (each["ruleId"], each["locations"][0]["physicalLocation"]["region"])
        for each in log["results"]
    ]
    return [
        (code, where["startLine"], where["startColumn"], where["endLine"], where["endColumn"])
        for code, where in regions
    ]


def of_github(text: str) -> list[Place]:
    """The commands for GitHub."""
    line = re.compile(
        r"::error file=[^,:]+,line=(\d+),col=(\d+),endLine=(\d+),endColumn=(\d+),title=(NZ\d{3})::."
    )
    found = [match for each in text.splitlines() if (match := line.match(each))]
    return [(each[5], int(each[1]), int(each[2]), int(each[3]), int(each[4])) for each in found]


def of_junit(text: str) -> ET.Element:
    """The suite of a report for JUnit."""
    return ET.fromstring(text)[0]  # noqa: S314 - the text is our own


@pytest.fixture
def planted() -> list[Finding]:
    """The findings of a file with two dozen faults."""
    return list(iter_findings(FAULTS))


def test_two_dozen_faults_are_two_dozen_findings_with_place_in_every_format(
    planted: list[Finding],
) -> None:
    """One run names each fault once, with line and column, and the formats differ in nothing."""
    expected = [
        (each.code, each.line, each.column, each.end_line, each.end_column) for each in planted
    ]
    text = re.findall(r":(\d+):(\d+): error (NZ\d{3}) ", report("text", FAULTS))

    assert 24 == len(set(expected))
    assert expected == of_json(report("json", FAULTS))
    assert expected == of_jsonl(report("jsonl", FAULTS))
    assert expected == of_sarif(report("sarif", FAULTS))
    assert expected == of_github(report("github", FAULTS))
    assert [(code, line, column) for code, line, column, *_ in expected] == [
        (code, int(line), int(column)) for line, column, code in text
    ]


@pytest.mark.parametrize("form", REPORTS)
def test_every_format_has_every_message_and_hint(form: str, planted: list[Finding]) -> None:
    """What a person needs is in all of them."""
    text = report(form, FAULTS)
    if form in ("json", "jsonl", "sarif"):
        text = json.dumps(
            [json.loads(line) for line in text.splitlines()]
            if form == "jsonl"
            else json.loads(text)
        )
        words = [
            (json.dumps(each.message)[1:-1], json.dumps(each.hint or "")[1:-1]) for each in planted
        ]
    elif form == "junit":
        text = of_junit(text).findtext("testcase/failure") or ""
        words = [(each.message, each.hint or "") for each in planted]
    else:
        words = [(each.message, each.hint or "") for each in planted]

    assert [] == [pair for pair in words if pair[0] not in text or pair[1] not in text]


@pytest.mark.parametrize("code", [code for code in CODES if code not in MADE and code < "NZ4"])
def test_what_machines_read_has_the_form_of_its_schema(code: str) -> None:
    """Each rule's finding is a line and a result as the shipped schemas describe them."""
    path = next(CASES.glob(f"{code}.*"))
    line = Draft202012Validator(schema("report.finding"), registry=schema_registry())
    whole = Draft202012Validator(schema("report"), registry=schema_registry())

    for text in report("jsonl", path).splitlines():
        line.validate(json.loads(text))
    whole.validate(json.loads(report("json", path)))


def test_an_input_that_can_not_be_read_is_told_in_every_machine_format() -> None:
    """The rest of the run is there, and the exit code is 3."""
    broken = HERE.parent / "examples/broken/missing-comma.json"
    ran = {form: run("--format", form, "nowhere.json", broken) for form in REPORTS}
    line = Draft202012Validator(schema("report.finding"), registry=schema_registry())
    first, *_ = ran["jsonl"].stdout.splitlines()
    (log,) = json.loads(ran["sarif"].stdout)["runs"]

    assert {3} == {each.return_value for each in ran.values()}
    assert {"cannot read nowhere.json: no such file\n1 error in 1 of 1 record, 0 warnings\n"} == {
        each.stderr for each in ran.values()
    }
    line.validate(json.loads(first))
    assert {"file": "nowhere.json", "problem": "no such file"} == json.loads(first)
    assert [json.loads(first)] == json.loads(ran["json"].stdout)["problems"]
    assert not log["invocations"][0]["executionSuccessful"]
    assert "::error file=nowhere.json::cannot read: no such file\n" in ran["github"].stdout
    assert 'errors="1"' in ran["junit"].stdout


def test_the_verdict_of_the_schema_is_an_output_unit() -> None:
    """`basic` of JSON Schema 2020-12: the way to the keyword, its address, and the value's place."""
    path = CASES / "NZ106.json"
    result, _ = json.loads(report("json", path))["results"]

    assert {
        "valid": False,
        "keywordLocation": "",
        "instanceLocation": "",
        "errors": [
            {
                "valid": False,
                "keywordLocation": "/properties/original/$ref/properties/date/$ref/pattern",
                "absoluteKeywordLocation": f"{schema()['$id']}#/$defs/date/pattern",
                "instanceLocation": "/original/date",
                "error": '"27Feb2017" is not an EDTF date',
            }
        ],
    } == result["output"]


def test_the_complete_profile_tells_whose_keyword_it_is() -> None:
    """The same member may be required by either schema; each fault names its own."""
    record: dict[str, Any] = {
        "schema_version": "1.0",
        "id": "a",
        "type": "book",
        "language": "en",
        "original": {},
    }
    found = {
        finding.message: finding.schema_location
        for finding in iter_findings(record, profile="complete")
    }

    assert "/properties/original/required" == found['"date" is missing']
    assert "/$ref/properties/original/$ref/required" == found['"attribution" is missing']


@pytest.mark.parametrize("profile", ["base", "complete"])
def test_every_schema_location_leads_to_a_keyword(profile: Any) -> None:
    """Following the pointer through the references ends at a keyword of the schema."""
    by_id = {str(schema(name)["$id"]): schema(name) for name in schema_names()}
    for path in sorted(CASES.glob("NZ1*.json")):
        for result in json.loads(report("json", "--profile", profile, path))["results"]:
            for error in result["output"].get("errors", ()):
                address, _, pointer = error["absoluteKeywordLocation"].partition("#")
                part: Any = by_id[address]
                for step in pointer.split("/")[1:]:
                    part = part[step]
                assert error["keywordLocation"].rpartition("/")[2] == pointer.rpartition("/")[2]


@pytest.mark.skipif(
    not SARIF_SCHEMA, reason="SARIF_SCHEMA is not set; .ci/run sets it where there is npm"
)
def test_sarif_is_valid_by_the_official_schema() -> None:
    """OASIS's own schema of SARIF 2.1.0, which an npm package carries."""
    official = json.loads(Path(SARIF_SCHEMA).read_text("utf-8"))
    validator = validators.validator_for(official)(official)
    paths = [FAULTS, *sorted(CASES.glob("*.json")), Path("nowhere.json")]

    validator.validate(json.loads(report("sarif", *paths)))


def test_sarif_names_rule_level_place_and_value() -> None:
    """The members that code hosts and editors read."""
    path = CASES / "NZ214.json"
    (log,) = json.loads(report("sarif", path))["runs"]

    assert ("nizkorcite", list(CODES)) == (
        log["tool"]["driver"]["name"],
        [rule["id"] for rule in log["tool"]["driver"]["rules"]],
    )
    assert [
        {
            "ruleId": "NZ214",
            "ruleIndex": list(CODES).index("NZ214"),
            "level": "warning",
            "message": {"text": "no evidence supports this value"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": str(path)},
                        "region": {
                            "startLine": 28,
                            "startColumn": 15,
                            "endLine": 28,
                            "endColumn": 27,
                        },
                    },
                    "logicalLocations": [
                        {"fullyQualifiedName": "/republication/date", "kind": "member"}
                    ],
                }
            ],
        }
    ] == log["results"]


def test_names_of_files_are_escaped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commas and colons would end a property of a workflow command, spaces an address."""
    monkeypatch.chdir(tmp_path)
    Path("a, b: 100%.json").write_text('"a"', "utf-8")
    (log,) = json.loads(report("sarif", "a, b: 100%.json"))["runs"]

    assert (
        "::error file=a%2C b%3A 100%25.json,line=1,col=1,endLine=1,endColumn=2,title=NZ009::"
        "a record must be a single object in braces\n"
    ) == report("github", "a, b: 100%.json")
    assert (
        "a%2C%20b%3A%20100%25.json"
        == (log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
    )


@pytest.mark.parametrize(
    ("name", "told", "address"),
    [
        (b"a\nb.json", "a\\nb.json", "a%0Ab.json"),
        (b"\x1b[31m.json", "\\x1b[31m.json", "%1B%5B31m.json"),
        (b"\xff.json", "\\udcff.json", "%FF.json"),
    ],
    ids=["line break", "escape", "no UTF-8"],
)
def test_a_name_is_shown_on_one_line_of_what_can_be_seen(
    name: bytes, told: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can not move the cursor, add a line to the report, or end the run; addresses have its bytes."""
    monkeypatch.chdir(tmp_path)
    file = os.fsdecode(name)
    Path(file).write_text('"a"', "utf-8")
    (log,) = json.loads(report("sarif", file))["runs"]
    place = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert f"{told}:1:1: error NZ009 a record must be a single object in braces\n" == report(
        "text", file
    )
    assert address == place["uri"]
    assert f"cannot read x{told}: no such file" in run(f"x{file}").stderr


def test_junit_counts_records_failures_and_unreadable_inputs() -> None:
    """A test case a record; warnings are no failures."""
    warned, faulty = CASES / "NZ214.json", CASES / "NZ101.json"
    suite = of_junit(report("junit", faulty, warned, "nowhere.json"))

    assert {
        "name": "nizkorcite validate",
        "tests": "5",
        "failures": "1",
        "errors": "1",
    } == suite.attrib
    assert [
        (f"{faulty}:1", ["failure"]), (f"{faulty}:2", []),
        (f"{warned}:1", ["system-out"]), (f"{warned}:2", []), ("nowhere.json", ["error"]),
    ] == [(case.get("name"), [part.tag for part in case]) for case in suite]  # fmt: skip


def test_a_frame_shows_the_line_and_the_one_above() -> None:
    """Carets stand below what is meant; nothing is coloured outside of a terminal."""
    path = CASES / "NZ106.json"

    assert (
        f'{path}:19:15: error NZ106 "27Feb2017" is not an EDTF date (write 2017-02-27) '
        "[example.org:doc:1 /original/date]\n"
        "  18 |       },\n"
        '  19 |       "date": "27Feb2017"\n'
        "     |               ^^^^^^^^^^^\n"
    ) == report("text", "--frame", path)


def test_a_frame_shows_the_middle_of_a_long_line(tmp_path: Path) -> None:
    """A record on one line fits a terminal; what can not be seen has a place and no power."""
    path = tmp_path / "long.json"
    path.write_text('{"x_a": "' + "a" * 500 + '", "t\u202eitle": "日本", "keywords": []}', "utf-8")
    found = report("text", "--frame", "--select", "NZ110", path)

    assert (
        f"{path}:1:541: error NZ110 empty list (fill in the field, or leave it out) [/keywords]\n"
        '  1 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "t·itle": "日本", "keywords": []}\n'
        f"    | {' ' * 71}^\n"
    ) == found


def test_a_line_names_the_record_and_the_member_that_is_missing(tmp_path: Path) -> None:
    """Of a date that is missing, the line says which one; JSON has the same."""
    record = {"schema_version": "1.0", "id": "example:7", "type": "other", "language": "en"}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({**record, "original": {}}) + "\n", "utf-8")
    (line,) = report("jsonl", path).splitlines()

    assert (
        f'{path}:1:93: error NZ101 "attribution" is missing [example:7 /original/attribution]\n'
        == report("text", path)
    )
    assert ("example:7", "/original", ["/original/attribution"]) == tuple(
        json.loads(line)[name] for name in ("id", "pointer", "members")
    )


@pytest.mark.parametrize(
    ("version", "problem", "hint"),
    [
        ("2.0", '"2.0" is newer than this program, which knows 1.x', "install a later nizkorcite"),
        ("0.9", '"0.9" is no version of the record; this program knows 1.x', "expected, for example, 1.0"),
        ("x", '"x" is not valid here', "expected, for example, 1.0"),
    ],
)  # fmt: skip
def test_a_record_of_a_later_version_is_named_as_such(
    version: str, problem: str, hint: str, tmp_path: Path
) -> None:
    """The remedy is a newer program, not another text."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"schema_version": version}), "utf-8")

    assert f"{path}:1:20: error NZ105 {problem} ({hint}) [/schema_version]\n" == report(
        "text", "--select", "NZ105", path
    )
