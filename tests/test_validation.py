"""Findings: every rule is broken by its failing fixture, at its place, and by nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from nizkorcite import Finding, ValidationError, iter_collection_findings, iter_findings, validate
from nizkorcite.errors import UnknownFormatError
from nizkorcite.formats.registry import read_references
from nizkorcite.validation import iter_file_findings
from nizkorcite.validation.catalogue.codes import CODES, explanation
from nizkorcite.validation.own_schemas import iter_schema_findings

HERE = Path(__file__).parent
CASES = HERE / "cases/findings"
RECORD = json.loads((HERE / "records/full.json").read_text("utf-8"))
# A record that is valid with any value of an archive's own in the place of the sign.
WITH = json.dumps({**RECORD, "x_a": "@"}).replace('"@"', "@")
# A record of 16 MiB and one of a thousand faults are made, not kept.
MADE = {"NZ008", "NZ011"}
# These rules are about records in YAML.
OF_YAML = {"NZ012", "NZ013"}
# These rules compare a record with the files beside it.
OF_FILES = {"NZ212", "NZ231", "NZ234"}


def findings_of(path: Path, code: str) -> Iterator[Finding]:
    """What is found in a record or a file of citations, and in the files it names where the rule is about these."""
    if path.suffix == ".bib":
        yield from read_references(path.read_text("utf-8"), "bibtex").findings
        return
    if code.startswith("NZ5"):
        yield from iter_schema_findings(path)
        return
    yield from iter_findings(path)
    if code.startswith("NZ3"):
        yield from iter_collection_findings([path])
    if code in OF_FILES:
        yield from iter_file_findings(path, path.parent)


def changed(**members: Any) -> dict[str, Any]:
    """The full record with other members."""
    record: dict[str, Any] = json.loads(json.dumps(RECORD))
    return {**record, **members}


@pytest.mark.parametrize("code", [code for code in CODES if code not in MADE])
def test_each_rule_is_broken_by_its_failing_fixture_alone(code: str) -> None:
    """The failing record has exactly this finding, the passing one none."""
    ending = "bib" if code.startswith("NZ4") else "yaml" if code in OF_YAML else "json"
    failing = list(findings_of(CASES / f"{code}.failing.{ending}", code))
    passing = list(findings_of(CASES / f"{code}.passing.{ending}", code))

    assert [code] == [finding.code for finding in failing]
    assert [] == passing


def test_every_fixture_belongs_to_a_rule() -> None:
    """No fixture stands for a code that is not in the table."""
    named = {path.name.partition(".")[0] for path in CASES.glob("*.*")}

    assert set(CODES) - MADE == named


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
        ("NZ007", "5:12: error NZ007 the text holds half a character"),
        ("NZ009", "2:3: error NZ009 a record is one object in braces"),
        ("NZ010", "1:1: error NZ010 the file is empty"),
        ("NZ101", '1:1: error NZ101 "language" is missing'),
        ("NZ102", '6:3: error NZ102 "langauge" is not a member of a document; did you mean "language"? '
                  '(write "language")'),
        ("NZ103", '32:22: error NZ103 "3104" is not a whole number (write 3104 without quotation '
                  "marks)"),
        ("NZ104", '4:11: error NZ104 "news-article" is not one of the allowed names; did you mean '
                  '"news_article"? (write "news_article")'),
        ("NZ105", '6:15: error NZ105 "English" is not a language tag (such as en, pt-BR or zh-Hant-TW)'),
        ("NZ106", '18:13: error NZ106 "27Feb2017" is not an EDTF date (write 2017-02-27)'),
        ("NZ107", '28:12: error NZ107 "www.derechos.org/a.html" is not an http or https address (write '
                  "https://www.derechos.org/a.html)"),
        ("NZ108", '31:17: error NZ108 "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABA..." is not a '
                  "SHA-256 digest (write it in lower case)"),
        ("NZ109", "3:9: error NZ109 501 characters; at most 500 are allowed"),
        ("NZ110", "5:12: error NZ110 an empty text says nothing (leave the member out, or fill it "
                  "in)"),
        ("NZ111", "29:15: error NZ111 the same item appears twice in the list (delete one of the "
                  "two)"),
        ("NZ112", "33:17: error NZ112 99 must be at least 100"),
        ("NZ113", '30:5: error NZ113 "given" needs "family" beside it'),
        ("NZ201", "27:13: error NZ201 2017-02-26 is earlier than the original's date, 2017-02-27"),
        ("NZ202", "27:13: error NZ202 2017-02-28 is later than the last capture, 2017-02-27"),
        ("NZ203", "18:13: error NZ203 2017-02-27 is later than the last capture, 2017-02-26"),
        ("NZ204", '18:13: error NZ204 "2017-02-29": February 2017 has 28 days'),
        ("NZ211", "31:16: error NZ211 there is nothing at /titles in this record"),
        ("NZ212", '33:16: error NZ212 the text has "7Feb17\\n" at 37:44, not "27Feb17" (the quote is at '
                  "36:43)"),
        ("NZ213", "39:18: error NZ213 there is no capture 1 (there are 1, counted from 0)"),
        ("NZ214", "27:13: warning NZ214 the value has no evidence"),
        ("NZ215", "34:14: error NZ215 the span ends at 13, before its start, 20"),
        ("NZ231", '32:22: error NZ231 "files/page.txt" has 45 bytes, not 12'),
        ("NZ232", "36:22: error NZ232 1 bytes, but another capture of the same digest has 3104"),
        ("NZ233", "43:19: warning NZ233 another capture at the same place has another digest"),
        ("NZ234", "1:1: warning NZ234 the record names no file, so nothing was compared (`nizkorcite read "
                  "-o FILE` writes the path of each page into its record)"),
        ("NZ241", '22:18: error NZ241 "0378-5954" is not a valid issn: its check digit is wrong'),
        ("NZ242", '6:15: warning NZ242 "qx" is not in the registry of languages'),
        ("NZ243", "29:14: warning NZ243 the statement comes from the holder of the rights, the exception from the "
                  "law (a page that rests on an exception takes https://rightsstatements.org/vocab/InC/1.0/)"),
        ("NZ501", "6:15: error NZ501 not a schema: 'text' is not one of ['array', 'boolean', 'integer', 'null', "
                  "'number', 'object', 'string']"),
        ("NZ502", '4:11: error NZ502 "https://example.org/document.schema.json" leads nowhere (nothing is '
                  "fetched; shipped with the program: document, document.complete, report, report.finding)"),
        ("NZ244", '33:18: info NZ244 "Itar Tass" and "Reuters" have no word in common'),
        ("NZ301", '22:11: error NZ301 "example.org:a" is the id of record 1 too'),
        ("NZ302", '13:19: warning NZ302 no record here has the id "example.org:none"'),
        ("NZ303", '12:17: info NZ303 "example.org:b" does not state is_part_of in return'),
        ("NZ304", "12:17: error NZ304 is_part_of leads in a circle back to this record"),
        ("NZ305", '12:17: warning NZ305 "example.org:b" is in the same language, "es"'),
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
        '2:21: error NZ105 "1" does not have the form asked for (such as 1.0)',
        '3:9: error NZ105 "Example.org:doc:1" does not have the form asked for (such as '
        "derechos.org:nizkor:russia:doc:1.html)",
        '4:11: error NZ104 "news-article" is not one of the allowed names; did you mean "news_article"? '
        '(write "news_article")',
        "5:12: error NZ110 an empty text says nothing (leave the member out, or fill it in)",
        '6:3: error NZ102 "langauge" is not a member of a document; did you mean "language"? (write '
        '"language")',
        "7:15: error NZ111 the same item appears twice in the list (delete one of the two)",
        "8:15: error NZ110 an empty list says nothing (leave the member out, or fill it in)",
        "9:18: error NZ103 null is not allowed (leave the member out where nothing is known)",
        '10:15: error NZ101 "publishers" is missing (because "attribution" is "stated")',
        '12:14: error NZ103 "Dushanbe" is not an object (write {"name": "Dushanbe"})',
        '13:13: error NZ106 "27Feb17" is not an EDTF date (write 2017-02-27 or 1917-02-27, whichever is '
        "meant)",
        '14:12: error NZ107 "www.example.org/a" is not an http or https address (write '
        "https://www.example.org/a)",
        "15:15: error NZ103 12 is not a text (put it in quotation marks)",
        '17:36: error NZ241 "0378-5954" is not a valid issn: its check digit is wrong',
        '18:19: error NZ104 "isbm" is not one of the allowed names; did you mean "isbn"? (write "isbn")',
        '22:19: error NZ103 "Equipo Nizkor" is not a list (write [{"kind": "organisation", "name": '
        '"Equipo Nizkor"}])',
        '23:13: error NZ204 "2017-02-29": February 2017 has 28 days',
        '25:5: error NZ002 "section" appears twice; first at line 24, column 5 (delete one of the two)',
        '25:16: error NZ105 "Russian Affairs " is not one line without white space at its ends (remove '
        "the white space at its ends)",
        '28:17: error NZ108 "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABA..." is not a '
        "SHA-256 digest (write it in lower case)",
        '29:22: error NZ103 "3104" is not a whole number (write 3104 without quotation marks)',
        "29:40: error NZ112 99 must be at least 100",
        "32:16: error NZ211 there is nothing at /original/dates in this record",
        "32:66: error NZ213 there is no capture 1 (there are 1, counted from 0)",
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
        ({"x_a": 10**5000}, "el diccionario no es JSON: un número tiene demasiadas cifras"),
        ({("a",): 1}, "el diccionario no es JSON: un nombre no es un texto"),
    ],
    ids=["set", "digits", "name"],
)
def test_what_a_mapping_holds_is_told_in_the_language_asked_for(record: Any, told: str) -> None:
    """The words are ours, not those of the json module."""
    assert [told] == [finding.message for finding in iter_findings(record, lang="es")]


def test_a_profile_or_language_that_is_not_there_is_refused() -> None:
    """At once, with the names that there are."""
    for options in ({"profile": "compleet"}, {"lang": "fr"}):
        with pytest.raises(UnknownFormatError, match="Known: "):
            next(iter_findings("{}", **options))  # type: ignore[arg-type]


def test_a_path_in_a_text_is_taken_for_what_it_is() -> None:
    """A text is a record, so that no record can name a file to be opened."""
    (finding,) = iter_findings("records/a.json")

    assert "give a file as a pathlib.Path, not as a text" == finding.hint


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
        "error NZ008 the record has more than 500000 values (put the text in a file beside it)"
        == str(finding)
    )


def test_any_mapping_can_be_a_record() -> None:
    """A record need not be a dict, nor its objects."""
    original = MappingProxyType(RECORD["original"])

    assert [] == list(iter_findings(MappingProxyType(changed(original=original))))


def test_findings_of_a_mapping_come_in_the_order_of_the_record() -> None:
    """They have no lines, for there is no text."""
    record = {"title": "", "type": "x"} | {
        name: RECORD[name] for name in ("schema_version", "original")
    }
    found = list(iter_findings(record))

    assert ["", "", "/title", "/type"] == [finding.pointer for finding in found]
    assert {(None, None)} == {(finding.line, finding.column) for finding in found}


def test_more_than_a_thousand_faults_are_cut_off() -> None:
    """A record of faults alone can not fill the memory, and says that there are more."""
    text = json.dumps(changed(**{f"langauge{number}": 1 for number in range(2000)}))
    first, *others = iter_findings(text)

    assert "1:1: error NZ011 more than 1000 faults; the rest of the record is passed over" == str(
        first
    )
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
        rf'error NZ102 "a\nb{"c" * 54}..." is not a member of a document (members of your own begin with x_)',
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
