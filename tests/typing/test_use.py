"""
Typical user code, run by pytest and read by mypy --strict.

`assert_type` fails mypy where a public function returns another type than a user relies on; a
`type: ignore` that no longer hides an error fails mypy too, so that misuse stays refused.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import assert_type

import pytest

import nizkorcite as nz

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "examples/putin-tajikistan.html"
RECORD = ROOT / "examples/putin-tajikistan.json"


def test_a_page_is_read_into_typed_values() -> None:
    """A reading has a document, whose parts may be absent, and evidence by JSON Pointer."""
    reading = nz.read(PAGE)
    document = reading.document

    assert_type(reading, nz.Reading)
    assert_type(document, nz.Document)
    assert_type(document.title, str | None)
    assert_type(document.republication, nz.Republication | None)
    assert_type(document.original.publishers, tuple[nz.Agent, ...])
    assert_type(document.original.date, nz.PartialDate | None)
    assert_type(reading.evidence, Mapping[str, nz.Evidence])
    assert_type(reading.unread, tuple[nz.Unread, ...])
    assert "27Feb17" == reading.evidence["/original/date"].quote


def test_a_document_is_cited_as_text() -> None:
    """Citations are plain strings; a list of them is an iterable of citations."""
    document = nz.read(PAGE).document

    assert_type(nz.cite(document, "apa", layers="republication", lang="es"), str)
    assert_type(nz.in_text(document, "apa"), str)
    assert_type(nz.bibliography([document], "bibtex"), str)
    assert_type(nz.refer(document, "original"), nz.Reference)
    assert [nz.cite(document, "apa")] == [str(each) for each in nz.citations([document])]


def test_a_record_becomes_a_document_and_findings() -> None:
    """Records are JSON values; findings come one by one."""
    document = nz.validate(RECORD)
    record = nz.to_record(document)
    findings = nz.iter_findings(record, profile="complete")

    assert_type(document, nz.Document)
    assert_type(record, dict[str, nz.JSON])
    assert_type(findings, Iterator[nz.Finding])
    assert_type(nz.Validator(lang="es").iter_findings(RECORD), Iterator[nz.Finding])
    assert document == nz.from_record(record)
    assert [] == list(findings)


def test_a_conversion_names_its_losses() -> None:
    """Text, losses and findings are typed values."""
    converted = nz.convert("@book{a, title = {Law}}", "csl-json", from_="bibtex")

    assert_type(converted.text, str)
    assert_type(converted.losses, tuple[nz.Loss, ...])
    findings: tuple[nz.Finding, ...] = converted.findings
    assert () == findings


def test_misuse_is_an_error_for_mypy_and_at_run_time() -> None:
    """Wrong names of layers, kinds and styles are refused before and while the program runs."""
    document = nz.read(PAGE).document

    with pytest.raises(LookupError):
        nz.cite(document, "apa", layers="copy")  # type: ignore[arg-type]
    with pytest.raises(nz.ModelError):
        nz.Agent(kind="robot", name="R2")  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        document.title = "Another title"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        nz.citte(document)  # type: ignore[attr-defined]
