"""Findings: every rule is broken by its failing fixture, at its place, and by nothing else."""

import json
from pathlib import Path

import pytest

from nizkorcite import ValidationError, iter_findings, validate
from nizkorcite.validation.codes import CODES, explanation

CASES = Path(__file__).parent / "cases/findings"
RECORD = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
# A record of 16 MiB is made, not kept.
MADE = {"NZ008"}


@pytest.mark.parametrize("code", [code for code in CODES if code not in MADE])
def test_each_rule_is_broken_by_its_failing_fixture_alone(code: str) -> None:
    """The failing record has exactly this finding, the passing one none."""
    failing = list(iter_findings(CASES / f"{code}.failing.json"))
    passing = list(iter_findings(CASES / f"{code}.passing.json"))

    assert [code] == [finding.code for finding in failing]
    assert [] == passing


def test_every_fixture_belongs_to_a_rule() -> None:
    """No fixture stands for a code that is not in the table."""
    named = {path.name.partition(".")[0] for path in CASES.iterdir()}

    assert set(CODES) - MADE == named


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NZ001", "5:3: error NZ001 no JSON: expecting ',' delimiter (is a comma missing before it?)"),
        ("NZ002", '7:3: error NZ002 "language" stands twice; first at line 4, column 3 (delete one of '
                  "the two)"),
        ("NZ003", "32:22: error NZ003 1e999 can not be kept exactly (numbers go from "
                  "-9007199254740991 to 9007199254740991)"),
        ("NZ004", "29:75: error NZ004 nested more than 64 levels deep"),
        ("NZ005", "5:20: error NZ005 byte 103 (0xf3) is no UTF-8 (save the file in UTF-8)"),
        ("NZ006", "1:1: warning NZ006 the file begins with a byte order mark (save it without)"),
        ("NZ007", "5:12: error NZ007 the text holds half a character"),
        ("NZ009", "1:1: error NZ009 a record is one object in braces"),
        ("NZ010", "1:1: error NZ010 the file is empty"),
        ("NZ101", '1:1: error NZ101 "language" is missing'),
        ("NZ102", '6:3: error NZ102 "langauge" is no member of a document; did you mean "language"? '
                  '(write "language")'),
        ("NZ103", '32:22: error NZ103 "3104" is not a whole number (write 3104 without quotation '
                  "marks)"),
        ("NZ104", '4:11: error NZ104 "news-article" is none of the names here; did you mean '
                  '"news_article"? (write "news_article")'),
        ("NZ105", '6:15: error NZ105 "English" is no language tag (such as en, pt-BR or zh-Hant-TW)'),
        ("NZ106", '18:13: error NZ106 "27Feb2017" is no date in EDTF (write 2017-02-27)'),
        ("NZ107", '28:12: error NZ107 "www.derechos.org/a.html" is no http or https address (write '
                  "https://www.derechos.org/a.html)"),
        ("NZ109", "3:9: error NZ109 501 characters; at most 500 are allowed"),
        ("NZ110", "5:12: error NZ110 an empty text says nothing (leave the member out, or fill it "
                  "in)"),
        ("NZ111", "29:15: error NZ111 the same item stands twice in the list (delete one of the "
                  "two)"),
        ("NZ112", "33:17: error NZ112 99 must be at least 100"),
        ("NZ113", '30:5: error NZ113 "given" needs "family" beside it'),
        ("NZ201", "27:13: error NZ201 2017-02-26 is earlier than the original's date, 2017-02-27"),
        ("NZ204", '18:13: error NZ204 "2017-02-29": February 2017 has 28 days'),
        ("NZ211", "31:16: error NZ211 nothing stands at /titles in this record"),
        ("NZ213", "39:18: error NZ213 there is no capture 1 (there are 1, counted from 0)"),
        ("NZ214", "27:13: warning NZ214 the value has no evidence"),
        ("NZ241", '22:18: error NZ241 "0378-5954" is no issn: its check digit is wrong'),
        ("NZ242", '6:15: warning NZ242 "qx" is in no registry of languages'),
        ("NZ244", '33:18: info NZ244 "Itar Tass" and "Reuters" have no word in common'),
    ],
)  # fmt: skip
def test_findings_tell_place_fault_and_next_step(code: str, text: str) -> None:
    """Line, column, words and hint of a finding are what a user reads."""
    data = (CASES / f"{code}.failing.json").read_bytes()

    assert [text] == [str(finding) for finding in iter_findings(data)]


def test_many_faults_are_all_found_each_at_its_place() -> None:
    """Twelve faults in one file give twelve findings in order of place."""
    record = json.loads(json.dumps(RECORD))
    record["type"] = "news-article"
    record["title"] = ""
    record["langauge"] = record.pop("language")
    record["keywords"] = []
    record["creators"][0]["kind"] = "persona"
    record["original"]["publishers"][0]["url"] = "example.org"
    record["original"]["date"] = "2017-02-30"
    record["original"]["volume"] = 12
    record["captures"][0]["sha256"] = "AB" * 32
    record["captures"][0]["byte_length"] = -1
    record["captures"][0]["accessed"] = "yesterday"
    record["relations"][0]["type"] = "isTranslationOf"
    text = json.dumps(record, indent=2)
    findings = list(iter_findings(text))
    lines = text.split("\n")

    assert sorted(
        ["NZ104", "NZ110", "NZ102", "NZ110", "NZ104", "NZ107", "NZ204", "NZ103", "NZ108", "NZ112",
         "NZ105", "NZ104"]
    ) == sorted(finding.code for finding in findings if finding.code != "NZ211")  # fmt: skip
    places = [(finding.line, finding.column) for finding in findings]
    assert sorted(places) == places
    for finding in findings:
        name = finding.pointer.rsplit("/", 1)[-1]
        assert name.isdecimal() or f'"{name}"' in lines[finding.line - 1]


def test_a_republication_that_may_be_earlier_is_a_warning() -> None:
    """Dates of unequal precision leave the order open; the record stays valid."""
    record = json.loads(json.dumps(RECORD))
    record["republication"]["date"] = "2017"

    assert [("NZ201", "warning")] == [
        (finding.code, finding.severity) for finding in iter_findings(record)
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("[" * 100_000, "NZ004"),
        ('{"a":' * 100_000, "NZ004"),
        ('{"x_a": ' + "9" * 5000 + "}", "NZ003"),
        ('{"x_a": 9007199254740992}', "NZ003"),
        ('{"x_a": -1e400}', "NZ003"),
        ('{"x_a": Infinity}', "NZ003"),
        ('{"x_a": 01}', "NZ001"),
        ("'a'", "NZ001"),
        ('"text"', "NZ009"),
        ("null", "NZ009"),
        ('{"a": "\t"}', "NZ001"),
        ('{"a": "b', "NZ001"),
        (b"\xc0\xaf", "NZ005"),
        (b"\xff\xfe{\x00}\x00", "NZ005"),
        (b"", "NZ010"),
        ('{"x_a": "' + "a" * (16 * 1024 * 1024) + '"}', "NZ008"),
    ],
    ids=["arrays", "objects", "digits", "2^53", "overflow", "infinity", "octal", "quotes", "text",
         "null", "control", "open", "overlong", "utf-16", "empty", "large"],
)  # fmt: skip
def test_hostile_text_gives_one_finding(data: str | bytes, code: str) -> None:
    """What can not be read as a record is a finding with a place, and never an exception."""
    (finding,) = iter_findings(data)

    assert code == finding.code
    assert finding.line is not None
    assert finding.column is not None


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), object()], ids=["set", "nan", "object"])
def test_a_mapping_that_is_no_json_is_a_finding(value: object) -> None:
    """A mapping of Python values is judged like the text it would become."""
    assert {"NZ003", "NZ009"} >= {finding.code for finding in iter_findings({"x_a": value})}


def test_a_record_that_holds_itself_is_a_finding() -> None:
    """A circle of mappings ends in words."""
    circle: dict[str, object] = {}
    circle["x_a"] = circle

    assert ["NZ009"] == [finding.code for finding in iter_findings(circle)]


def test_validate_gives_the_document_or_all_findings() -> None:
    """A valid record becomes a document; an invalid one an error that holds every finding."""
    assert "Dushanbe" == validate(RECORD).original.place.name
    with pytest.raises(ValidationError) as raised:
        validate({**RECORD, "title": "", "type": "x"})
    assert ["NZ104", "NZ110"] == [finding.code for finding in raised.value.findings]


def test_the_complete_profile_asks_for_both_layers() -> None:
    """What a full citation needs is missing, not wrong."""
    record = {name: RECORD[name] for name in ("schema_version", "id", "type", "language")}
    record["original"] = {"attribution": "unknown"}

    assert [] == list(iter_findings(record))
    assert ["title", "republication", "captures", "date"] == [
        finding.message.split('"')[1] for finding in iter_findings(record, profile="complete")
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """A code has a paragraph, a wrong example and its remedy."""
    text = explanation(code.lower())

    assert text.startswith(f"{code} ({CODES[code].severity}): ")
    assert text.count("\n\n") == 2
    assert len(CODES[code].explanation) > 40
