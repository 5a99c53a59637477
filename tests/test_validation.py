"""Findings: every rule is broken by its failing fixture, at its place, and by nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import nizkorcite as nz
from nizkorcite import (
    Finding,
    ValidationError,
    Validator,
    iter_collection_findings,
    iter_file_findings,
    iter_findings,
    validate,
)
from nizkorcite.errors import UnknownNameError
from nizkorcite.formats.registry import read_references
from nizkorcite.validation.catalogue.codes import CODES, explanation
from nizkorcite.validation.schema_files.check import iter_schema_findings

HERE = Path(__file__).parent
CASES = HERE / "cases/findings"
OWN_SCHEMA = HERE / "cases/extensions/own.schema.json"
RECORD = json.loads((HERE / "records/full.json").read_text("utf-8"))
# A record that is valid with any value of an archive's own in the place of the sign.
WITH = json.dumps({**RECORD, "x_a": "@"}).replace('"@"', "@")
# A record of 16 MiB and one of a thousand faults are made, not kept.
MADE = {"NZ008", "NZ011"}
# These rules compare a record with the files beside it.
OF_FILES = {"NZ212", "NZ231", "NZ234"}
# These rules are about whole files: each has a failing file and a passing one.
OF_WHOLE_FILES = [code for code in CODES if code not in MADE and code[2] in "045"]
# Any other rule has one file, a list of records that break it and of records that do not.
OF_RECORDS = [code for code in CODES if code[2] in "123"]


def findings_of(path: Path, code: str) -> Iterator[Finding]:
    """The findings of a fixture, with those of the files or the collection where its rule is about these."""
    if path.suffix == ".bib":
        yield from read_references(path.read_text("utf-8"), "bibtex").findings
    elif code.startswith("NZ5"):
        yield from iter_schema_findings(path)
    else:
        own = OWN_SCHEMA if code == "NZ114" else None
        yield from Validator(files=code in OF_FILES, extensions=own).iter_findings(path)
        yield from iter_collection_findings([path]) if code.startswith("NZ3") else ()


def changed(**members: Any) -> dict[str, Any]:
    """The full record with other members."""
    record: dict[str, Any] = json.loads(json.dumps(RECORD))
    return {**record, **members}


@pytest.mark.parametrize("code", OF_RECORDS)
def test_a_rule_reports_the_failing_record_of_its_fixture_alone(code: str) -> None:
    """The record that breaks the rule states the finding: line, column, words and hint."""
    path = CASES / f"{code}.json"
    records = json.loads(path.read_text("utf-8"))
    (stated,) = [record["x_finding"] for record in records if "x_finding" in record]

    assert [f"{path}:{stated}"] == [str(finding) for finding in findings_of(path, code)]
    assert f" {code} " in stated
    assert len(records) > 1


@pytest.mark.parametrize("code", sorted(OF_FILES))
def test_the_files_of_a_record_are_compared_on_their_own(code: str) -> None:
    """`iter_file_findings` tells what is wrong with files, and nothing else of the record."""
    failing, passing = json.loads((CASES / f"{code}.json").read_text("utf-8"))
    found = iter_file_findings({**failing, "title": ""}, CASES)

    assert [code] == [finding.code for finding in found]
    assert [] == list(iter_file_findings(passing, CASES))


@pytest.mark.parametrize("code", OF_WHOLE_FILES)
def test_a_rule_on_files_is_broken_by_its_failing_file_alone(code: str) -> None:
    """The failing file has exactly this finding, the passing one none."""
    (failing,), (passing,) = CASES.glob(f"{code}.failing.*"), CASES.glob(f"{code}.passing.*")

    assert [code] == [finding.code for finding in findings_of(failing, code)]
    assert [] == list(findings_of(passing, code))


def test_every_fixture_belongs_to_a_rule() -> None:
    """No fixture stands for a code that is not in the table; archive files are made by code."""
    named = {path.name.partition(".")[0] for path in CASES.glob("*.*")}

    assert {each for each in CODES if each not in MADE and each[:4] != "NZ66"} == named


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NZ001", '5:3: error NZ001 not JSON: a comma is missing here (write a comma before "title")'),
        ("NZ002", '7:3: error NZ002 "language" appears twice; first at line 4, column 3 (delete one of '
                  "the two)"),
        ("NZ003", "32:22: error NZ003 1e999 cannot be kept exactly (numbers go from "
                  "-9007199254740991 to 9007199254740991)"),
        ("NZ004", "29:75: error NZ004 nested more than 64 levels deep"),
        ("NZ005", "5:20: error NZ005 byte 103 (0xf3) is not UTF-8 (save the file in UTF-8)"),
        ("NZ006", "1:1: warning NZ006 the file begins with a byte order mark (save it without one)"),
        ("NZ007", "5:12: error NZ007 the text contains half a character"),
        ("NZ009", "2:3: error NZ009 a record must be a single object in braces"),
        ("NZ010", "1:1: error NZ010 the file is empty"),
        ("NZ501", "6:15: error NZ501 not a schema: 'text' is not one of ['array', 'boolean', 'integer', 'null', "
                  "'number', 'object', 'string']"),
        ("NZ502", '4:11: error NZ502 "https://example.org/document.schema.json" refers to nothing (nothing is '
                  "fetched; schemas shipped with nizkorcite: document, document.complete, report, report.finding, site)"),
        ("NZ503", '4:3: warning NZ503 unknown keyword "requried"; did you mean "required"?'),
        ("NZ504", '6:20: warning NZ504 nothing can satisfy "minLength" 10 and "maxLength" 5'),
        ("NZ505", "9:9: warning NZ505 the same value appears twice in the list"),
        ("NZ506", '1:1: error NZ506 the schema refers to itself without end, by "#"'),
        ("NZ507", "8:9: warning NZ507 the example does not fit the schema: '1' is not of type 'integer'"),
    ],
)  # fmt: skip
def test_findings_tell_place_fault_and_next_step(code: str, text: str) -> None:
    """Line, column, words and hint of a finding are what a user reads."""
    path = CASES / f"{code}.failing.json"

    assert [f"{path}:{text}"] == [str(finding) for finding in findings_of(path, code)]


def test_two_dozen_faults_give_two_dozen_findings_each_at_its_place() -> None:
    """Every fault of a file is told in one run, in order of place, and none twice."""
    found = [
        str(finding)
        for finding in iter_findings((HERE / "cases/two-dozen-faults.json").read_bytes())
    ]

    assert [
        '2:21: error NZ105 "1" is not valid here (expected, for example, 1.0)',
        '3:9: error NZ105 "Example.org:doc:1" is not valid here (expected, for example, '
        "derechos.org:nizkor:russia:doc:1.html)",
        '4:11: error NZ104 "news-article" is not one of the allowed names; did you mean "news_article"? '
        '(write "news_article")',
        "5:12: error NZ110 empty text (fill in the field, or leave it out)",
        '6:3: error NZ102 unknown field "langauge"; did you mean "language"? (write "language")',
        "7:15: error NZ111 the same item appears twice in the list (delete one of the two)",
        "8:15: error NZ110 empty list (fill in the field, or leave it out)",
        "9:18: error NZ103 null is not allowed (leave the field out if the value is unknown)",
        '10:15: error NZ101 "publishers" is missing (because "attribution" is "stated")',
        '12:14: error NZ103 expected an object; found "Dushanbe" (write {"name": "Dushanbe"})',
        '13:13: error NZ106 "27Feb17" is not an EDTF date (write 2017-02-27 or 1917-02-27, whichever is '
        "meant)",
        '14:12: error NZ107 "www.example.org/a" is not an http or https address (write '
        "https://www.example.org/a)",
        "15:15: error NZ103 expected text; found 12 (put it in quotation marks)",
        '17:36: error NZ241 "0378-5954" is not a valid ISSN: its check digit is wrong',
        '18:19: error NZ104 "isbm" is not one of the allowed names; did you mean "isbn"? (write "isbn")',
        '22:19: error NZ103 expected a list; found "Equipo Nizkor" (write [{"kind": ..., "name": '
        '"Equipo Nizkor"}], where "kind" is "person", "organisation" or, if not known, "unknown")',
        '23:13: error NZ204 "2017-02-29": February 2017 has 28 days',
        '25:5: error NZ002 "section" appears twice; first at line 24, column 5 (delete one of the two)',
        '25:16: error NZ105 "Russian Affairs " must be a single line without leading or trailing spaces (remove '
        "the spaces at its ends)",
        '28:17: error NZ108 "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABA..." is not a '
        "SHA-256 digest (write it in lower case)",
        '29:22: error NZ103 expected a whole number; found "3104" (write 3104 without quotation marks)',
        "29:40: error NZ112 99 must be at least 100",
        "32:16: error NZ211 this record has no value at /original/dates",
        "32:66: error NZ213 there is no capture 1 (captures are numbered from 0; this record has 1)",
    ] == found


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
        (WITH.replace("@", "9" * 5000), "NZ003"),
        (WITH.replace("@", "9007199254740992"), "NZ003"),
        (WITH.replace("@", "-1e400"), "NZ003"),
        (WITH.replace("@", "Infinity"), "NZ003"),
        (WITH.replace("@", "1" * 5000 + ".5"), "NZ003"),
        (WITH.replace("@", r'"\ud800"'), "NZ007"),
        (WITH.replace("@", '"\ud800"'), "NZ007"),
        (WITH.replace("@", f'"{"," * 600_000}"'), "NZ109"),
        ('{"x_a": [' + "1," * 600_000 + "1]}", "NZ008"),
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
    ids=["arrays", "objects", "digits", "2^53", "overflow", "infinity", "fraction", "escaped half",
         "half", "commas", "values", "octal", "quotes", "text",
         "null", "control", "open", "overlong", "utf-16", "empty", "large"],
)  # fmt: skip
def test_hostile_text_gives_one_finding(data: str | bytes, code: str) -> None:
    """What can not be read as a record is a finding with a place, and never an exception."""
    (finding,) = iter_findings(data)

    assert code == finding.code
    assert finding.line is not None
    assert finding.column is not None


@pytest.mark.parametrize(
    ("value", "code"),
    [({1, 2}, "NZ009"), (object(), "NZ009"), (float("nan"), "NZ003"), (10**5000, "NZ009"), ("\ud800", "NZ007")],
    ids=["set", "object", "nan", "digits", "half"],
)  # fmt: skip
def test_a_mapping_that_is_no_json_is_a_finding(value: object, code: str) -> None:
    """A mapping of Python values is judged like the text it would become."""
    assert [code] == [finding.code for finding in iter_findings(changed(x_a=value))]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"x_a": {1, 2}}, "el diccionario no es JSON: contiene un valor de tipo set"),
        ({"x_a": 10**5000}, "el diccionario no es JSON: contiene un número con demasiadas cifras"),
        ({("a",): 1}, "el diccionario no es JSON: una de sus claves no es un texto"),
    ],
    ids=["set", "digits", "name"],
)
def test_what_a_mapping_holds_is_told_in_the_language_asked_for(record: Any, told: str) -> None:
    """The words are ours, not those of the json module."""
    assert [told] == [finding.message for finding in iter_findings(record, lang="es")]


def test_a_profile_or_language_that_is_not_there_is_refused() -> None:
    """At once, with the names that there are."""
    for options in ({"profile": "compleet"}, {"lang": "fr"}):
        with pytest.raises(UnknownNameError, match="Known: "):
            next(iter_findings("{}", **options))  # type: ignore[arg-type]


def test_a_path_in_a_text_is_taken_for_what_it_is() -> None:
    """A text is a record, so that no record can name a file to be opened."""
    for name, hint in (
        ("records/a.json", "give a file as a pathlib.Path, not as a string"),
        ("pages/a.html", "give a page to nizkorcite.read, not to the validation of records"),
    ):
        (finding,) = iter_findings(name)

        assert hint == finding.hint


def test_a_record_that_holds_itself_is_a_finding() -> None:
    """A circle of mappings is nested without end."""
    circle: dict[str, Any] = {}
    circle["x_a"] = circle

    assert ["NZ004"] == [finding.code for finding in iter_findings(circle)]


def test_a_small_mapping_that_grows_when_written_is_a_finding() -> None:
    """Lists that share their items a million times over are refused before they are written."""
    bomb: list[Any] = ["lol"] * 10
    for _ in range(30):
        bomb = [bomb] * 10
    (finding,) = iter_findings(changed(keywords=bomb))

    assert (
        "error NZ008 the record has more than 500000 values (put the text in a separate file)"
        == str(finding)
    )


def test_any_mapping_can_be_a_record() -> None:
    """A record need not be a dict, nor its objects."""
    original = MappingProxyType(RECORD["original"])

    assert [] == list(iter_findings(MappingProxyType(changed(original=original))))


def test_findings_of_a_mapping_come_in_the_order_of_the_record() -> None:
    """They have no lines, for there is not a text."""
    record = {"title": "", "type": "x"} | {
        name: RECORD[name] for name in ("schema_version", "original")
    }
    found = list(iter_findings(record))

    assert ["", "/title", "/type"] == [finding.pointer for finding in found]
    assert {(None, None)} == {(finding.line, finding.column) for finding in found}


def test_more_than_a_thousand_faults_are_cut_off() -> None:
    """A record of faults alone can not fill the memory, and says that there are more."""
    text = json.dumps(changed(**{f"langauge{number}": 1 for number in range(2000)}))
    first, *others = iter_findings(text)

    assert "1:1: error NZ011 more than 1000 errors; the rest is not shown" == str(first)
    assert [1000, {"NZ102"}] == [len(others), {finding.code for finding in others}]


def test_a_list_that_is_too_long_has_that_fault_alone() -> None:
    """Its items are looked at when it is shorter; until then they would be thousands of findings."""
    keywords = [{"a": number} if number % 2 else str(number) for number in range(20_000)]
    (finding,) = iter_findings(changed(keywords=keywords))

    assert "error NZ109 20000 items; at most 1000 are allowed" == str(finding)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_lines_end_as_editors_end_them(end: str) -> None:
    """A line feed, a carriage return, or both."""
    text = json.dumps(changed(title=""), indent=2).replace("\n", end)

    assert [(5, 12)] == [(finding.line, finding.column) for finding in iter_findings(text)]


def test_columns_count_code_points() -> None:
    """A letter outside the basic plane is one column."""
    text = json.dumps(changed(x_a="\U0001d11e"), ensure_ascii=False).removesuffix("}")
    (finding,) = iter_findings(f'{text}, "x_b": null}}')

    assert len(f'{text}, "x_b": n') == finding.column


def test_messages_show_no_character_that_can_not_be_seen() -> None:
    """A control character or a mark of direction is written as an escape, and long texts are cut."""
    found = list(iter_findings(changed(type="\x1b[2J\u202ereport", **{"a\nb" + "c" * 100: 1})))

    assert [
        r'error NZ104 "\x1b[2J\u202ereport" is not one of the allowed names; did you mean "report"? (write '
        '"report")',
        rf'error NZ102 unknown field "a\nb{"c" * 54}..." (start your own fields with x_)',
    ] == [str(finding) for finding in found]


def test_a_file_of_records_has_one_a_line(tmp_path: Path) -> None:
    """Findings tell the record and the line; empty lines count as lines and are no records."""
    path = tmp_path / "all.jsonl"
    good, bad = json.dumps(RECORD), json.dumps(changed(title=""))
    large = json.dumps(changed(x_a="a" * 20_000_000))
    path.write_text(f'{good}\n\n{bad}\n{large}\n{{"a": 1 "b"\n{bad}', "utf-8")
    found = list(iter_findings(path))

    column = bad.index('""') + 1
    assert [
        (3, 3, column, "NZ110"), (4, 4, 1, "NZ008"), (5, 5, 9, "NZ001"), (6, 6, column, "NZ110"),
    ] == [(each.record, each.line, each.column, each.code) for each in found]  # fmt: skip
    assert {str(path)} == {finding.file for finding in found}


def test_a_file_that_can_not_be_opened_is_no_finding(tmp_path: Path) -> None:
    """Nothing is known of the record then, so the caller is told."""
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "none.jsonl"):
        with pytest.raises(OSError, match=path.name):
            list(iter_findings(path))


def test_validate_gives_the_document_or_all_findings() -> None:
    """A valid record becomes a document; an invalid one an error that holds every finding."""
    place = validate(RECORD).original.place

    assert place is not None
    assert "Dushanbe" == place.name
    with pytest.raises(ValidationError) as raised:
        validate({**RECORD, "title": "", "type": "x"})
    assert ["NZ104", "NZ110"] == [finding.code for finding in raised.value.findings]


def test_the_complete_profile_asks_for_both_layers() -> None:
    """What a full citation needs is missing, not wrong."""
    record = {name: RECORD[name] for name in ("schema_version", "id", "type", "language")}
    record["original"] = {"attribution": "unknown"}

    assert [] == list(iter_findings(record))
    assert [
        '"title", "republication" and "captures" are missing',
        '"date" is missing',
    ] == [finding.message for finding in iter_findings(record, profile="complete")]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """A code has a paragraph, a wrong example and its remedy."""
    text = explanation(code.lower())

    assert text.startswith(f"{code} ({CODES[code].severity}): ")
    assert text.count("\n\n") == 2
    assert len(CODES[code].explanation) > 40


def test_a_path_is_a_file_and_bytes_are_its_content_everywhere(tmp_path: Path) -> None:
    """Reading pages and validating records have one rule for sources."""
    page, record = tmp_path / "a.txt", tmp_path / "a.json"
    page.write_bytes(b"Title\n\nBody.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n")
    document = nz.read(page).document
    record.write_text(json.dumps(nz.to_record(document)), "utf-8")

    assert nz.read(page).document.original == nz.read(page.read_bytes()).document.original
    assert document == nz.validate(record) == nz.validate(record.read_bytes())
    record.write_text('{"id": "a"}', "utf-8")
    assert [each.message for each in nz.iter_findings(record)] == [
        each.message for each in nz.iter_findings(record.read_bytes())
    ]
