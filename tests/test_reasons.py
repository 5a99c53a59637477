"""What is said of the mistakes that people make: one finding a cause, with reason and next step."""

import json
import pickle
from typing import Any

import pytest

from nizkorcite import Finding, iter_findings
from nizkorcite.record.codec import JSON
from nizkorcite.validation.catalogue.codes import CODES
from test_validation import RECORD


def told(pointer: str, value: Any, **options: Any) -> list[str]:
    """The findings of the full record with another value at a pointer; `...` takes it away."""
    record: Any = json.loads(json.dumps(RECORD))
    *path, last = pointer.split("/")[1:]
    holder = record
    for part in path:
        holder = holder[int(part) if part.isdecimal() else part]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return [str(finding) for finding in iter_findings(record, **options)]


def renamed(name: str, other: str) -> list[str]:
    """The findings of the full record with a member under another name."""
    record: dict[str, JSON] = {
        other if key == name else key: value for key, value in RECORD.items()
    }
    return [str(finding) for finding in iter_findings(record)]


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/original/date", "27Feb17",
         'error NZ106 "27Feb17" is not an EDTF date (write 2017-02-27 or 1917-02-27, whichever is meant)'),
        ("/original/date", "27Feb2017", 'error NZ106 "27Feb2017" is not an EDTF date (write 2017-02-27)'),
        ("/original/date", "12 de octubre de 1998",
         'error NZ106 "12 de octubre de 1998" is not an EDTF date (write 1998-10-12)'),
        ("/original/date", "03/04/2012",
         'error NZ106 "03/04/2012" is not an EDTF date (write 2012-04-03 or 2012-03-04, whichever is meant)'),
        ("/original/date", "27/02/17",
         'error NZ106 "27/02/17" is not an EDTF date (such as 2017-02-27, 2017-02 or 2017)'),
        ("/original/date", "yesterday",
         'error NZ106 "yesterday" is not an EDTF date (such as 2017-02-27, 2017-02 or 2017)'),
        ("/original/date", "31 de febrero de 2017",
         'error NZ106 "31 de febrero de 2017" is not an EDTF date (February 2017 has 28 days)'),
        ("/original/date", "31Feb17", 'error NZ106 "31Feb17" is not an EDTF date (February 2017 has 28 days)'),
        ("/original/date", "Monday, the 27th of February of the year 2017",
         'error NZ106 "Monday, the 27th of February of the year 2017" is not an EDTF date '
         "(such as 2017-02-27, 2017-02 or 2017)"),
        ("/title", "a\nb", r'error NZ105 "a\nb" must be a single line without leading or trailing spaces (it contains the character U+000A)'),
        ("/title", "a\u2028b", r'error NZ105 "a\u2028b" must be a single line without leading or trailing spaces (it contains the character U+2028)'),
        ("/description", "a\nb\rc", r'error NZ105 "a\nb\rc" has leading or trailing spaces, or control characters (it contains the character U+000D)'),
        ("/original/date", 2017, "error NZ103 expected text; found 2017 (put it in quotation marks)"),
        ("/original/date", 1, "error NZ103 expected text; found 1"),
        ("/schema_version", 1.0, "error NZ103 expected text; found 1.0 (put it in quotation marks)"),
        ("/original/place/country", "Tajikistan",
         'error NZ105 "Tajikistan" is not a country code (two capital letters, such as TJ)'),
        ("/republication/rights/legal_basis/0/jurisdiction", "United States",
         'error NZ105 "United States" is not valid here (expected, for example, US)'),
        ("/orginal", {"attribution": "unknown"},
         'error NZ102 unknown field "orginal"; did you mean "original"? '
         '("original" is also present; keep one of the two)'),
        ("/\ud800", 1, 'error NZ102 unknown field "\\ud800" (start your own fields with x_)'),
        ("/captures/0/sha256", "AB" * 32,
         f'error NZ108 "{"AB" * 28}A..." is not a SHA-256 digest (write it in lower case)'),
        ("/captures/0/byte_length", "6 kB",
         'error NZ103 expected a whole number; found "6 kB" (write a whole number such as 3104 without quotation marks)'),
        ("/captures/0/byte_length", "3104",
         'error NZ103 expected a whole number; found "3104" (write 3104 without quotation marks)'),
        ("/original/publishers", [],
         "error NZ110 empty list (fill in the field, or leave it out)"),
        ("/type", "news-article",
         'error NZ104 "news-article" is not one of the allowed names; did you mean "news_article"? (write "news_article")'),
        ("/original/url", "www.tass.com/a",
         'error NZ107 "www.tass.com/a" is not an http or https address (write https://www.tass.com/a)'),
        ("/original/publishers", "Itar Tass",
         'error NZ103 expected a list; found "Itar Tass" (write [{"kind": ..., "name": "Itar Tass"}], '
         'where "kind" is "person", "organisation" or, if not known, "unknown")'),
        ("/language", "pt_br", 'error NZ105 "pt_br" is not a language tag (write "pt-BR")'),
        ("/original/place/country", "tj", 'error NZ105 "tj" is not a country code (write "TJ")'),
        ("/title", "A\n", 'error NZ105 "A\\n" must be a single line without leading or trailing spaces (remove the '
                          "spaces at its ends)"),
        ("/republication/date", "2017-02-26",
         "error NZ201 2017-02-26 is earlier than the original's date, 2017-02-27"),
    ],
    ids=["two digits", "printed", "spanish", "two readings", "numbers", "no date", "no day", "no day of two digits", "long date", "line break", "separator", "control", "year", "no text", "version", "country",
         "jurisdiction", "name beside", "half a character", "digest", "unit", "quoted number",
         "empty list", "hyphen", "no scheme", "text for a list", "tag", "country", "line break at the end", "order"],
)  # fmt: skip
def test_a_common_mistake_is_one_finding_with_its_remedy(
    pointer: str, value: Any, expected: str
) -> None:
    """Each row is a mistake that other validators answer with a pattern, twice, or not at all."""
    assert [expected] == told(pointer, value)


def test_a_missing_title_is_one_line() -> None:
    """The name that is missing, at the object that lacks it, and nothing of the schema."""
    found = told("/title", ..., profile="complete")

    assert 'error NZ101 "title" is missing' == found[0]
    assert 1 == len([line for line in found if "title" in line and "NZ101" in line])


def test_a_misspelt_member_is_told_once() -> None:
    """A member that is missing and one that nobody knows are one mistake."""
    assert [
        'error NZ102 unknown field "langauge"; did you mean "language"? (write "language")'
    ] == renamed("language", "langauge")


def test_a_condition_is_given_as_the_reason() -> None:
    """A member that is needed only now says why."""
    assert ['error NZ101 "publishers" is missing (because "attribution" is "stated")'] == [
        line for line in told("/original/publishers", ...) if "NZ101" in line
    ]


def test_a_finding_compares_hashes_and_travels() -> None:
    """Two runs give equal findings; the excerpt is no part of what is found."""
    text = json.dumps({**RECORD, "type": "News-Article"}, indent=2)
    (finding,) = iter_findings(text)
    (again,) = iter_findings(text)

    assert {finding} == {again, pickle.loads(pickle.dumps(finding))}
    assert finding.excerpt == pickle.loads(pickle.dumps(finding)).excerpt
    assert finding != next(iter_findings(f"\n{text}"))


@pytest.mark.parametrize(
    ("code", "origin"),
    [("NZ001", "file"), ("NZ101", "schema"), ("NZ201", "rule"), ("NZ401", "citation"), ("NZ501", "schema_file"), ("NZ601", "page")],
)  # fmt: skip
def test_the_origin_is_told_by_the_hundreds_of_the_code(code: str, origin: str) -> None:
    """So it can not contradict the code."""
    assert origin == Finding(code=code, severity="error", pointer="", message="").origin


def test_every_code_has_an_origin() -> None:
    """A new kind of rule has a name for where it comes from."""
    for code in CODES:
        assert Finding(code=code, severity="error", pointer="", message="").origin


def test_the_end_of_a_finding_is_the_place_after_its_value() -> None:
    """Of an object or list the bracket counts, of a member its name."""
    text = '{\n "langauge": "en",\n "keywords": [1, "a"],\n "original": {\n  "date": "x"}}'
    found = {
        finding.pointer: (finding.line, finding.column, finding.end_line, finding.end_column)
        for finding in iter_findings(text)
    }

    assert {
        "": (1, 1, 1, 2),
        "/langauge": (2, 2, 2, 12),
        "/keywords/0": (3, 15, 3, 16),
        "/original": (4, 14, 4, 15),
        "/original/date": (5, 11, 5, 14),
    } == found
