"""``nizkorcite archive report``: one page with the figures of an archive."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from archives import addition, filled
from nizkorcite.archive import Archive
from nizkorcite.archive.report.charts import TimeLine, time_line
from nizkorcite.archive.report.labels import spelled_number, spelled_share, spelled_size
from nizkorcite.dates import PartialDate
from nizkorcite.languages import Language
from nizkorcite.record.model import Original, Republication, organisation
from test_cli import Ran


def dated(number: int, original: str | None, republication: str | None, source: str = "EFE") -> Any:
    """A page with the dates of its layers, as far as they are stated."""
    return addition(
        number,
        original=Original(
            attribution="stated",
            publishers=[organisation(source)],
            date=PartialDate(original) if original else None,
        ),
        republication=Republication(
            publishers=[organisation("Equipo Nizkor")],
            date=PartialDate(republication) if republication else None,
        ),
    )


def archive_of(folder: Path, *pages: Any) -> Path:
    """An archive of pages."""
    with Archive.create(folder) as archive:
        assert ["new"] * len(pages) == [each.outcome for each in archive.add(pages)]
    return folder


def report(folder: Path, *options: str) -> LexborHTMLParser:
    """The page that the command prints."""
    ran = Ran("archive", "report", folder, *options)
    assert (0, "") == (ran.code, ran.err)
    return LexborHTMLParser(ran.out)


def shown(page: LexborHTMLParser, section: str) -> dict[str, str]:
    """The labels and values of the bars of a section."""
    items = page.css(f'section[aria-labelledby="{section}"] .bars li')
    return {item.css(".name")[0].text(): item.css(".value")[0].text() for item in items}


def facts(page: LexborHTMLParser) -> dict[str, str]:
    """The facts at the top."""
    items = page.css(".facts div")
    return {item.css("dt")[0].text(): item.css("dd")[0].text() for item in items}


def test_layers_over_time_with_the_numbers_as_a_table(tmp_path: Path) -> None:
    """A date of several years is in no column, and is counted below."""
    page = report(
        archive_of(
            tmp_path / "a",
            dated(1, "2015-03-01", "2017"),
            dated(2, "2015", None),
            dated(3, "2015/2016", "2017-02-28"),
            dated(4, None, "2016-05"),
        )
    )

    rows = [[cell.text() for cell in row.css("th, td")] for row in page.css(".numbers tr")]
    assert rows == [
        ["Time", "Original", "Republication"],
        ["2015", "2", "0"],
        ["2016", "0", "1"],
        ["2017", "0", "2"],
        ["Date not exact enough", "1", "0"],
        ["Date not stated", "1", "1"],
    ]
    heights = [
        [rect.attributes["height"] for rect in figure.css("rect")] for figure in page.css("figure")
    ]
    assert [["100.0%"], ["50.0%", "100.0%"]] == heights


@pytest.mark.parametrize(
    ("years", "step", "labels"),
    [
        ({(1215, 1215): 1, (2017, 2017): 2}, 10, ["1210\N{EN DASH}1219", "2010\N{EN DASH}2019"]),
        ({(1, 1): 1, (2017, 2017): 1}, 100, ["0\N{EN DASH}99", "2000\N{EN DASH}2099"]),
        ({(1970, 1979): 1}, 10, ["1970\N{EN DASH}1979"]),
        ({(1949, 1949): 1, (2017, 2017): 1, (1, 9999): 1}, 1, ["1949", "2017"]),
    ],
    ids=["centuries apart", "millennia apart", "a decade alone", "an open date"],
)
def test_columns_stand_for_more_years_where_years_are_many(
    years: dict[tuple[int, int], int], step: int, labels: list[str]
) -> None:
    """There are never more than a hundred columns."""
    line = time_line({"original": Counter(years), "republication": Counter()})

    assert isinstance(line, TimeLine)
    assert (step, labels) == (
        line.step,
        [each.label for each in line.columns if each.numbers["original"]],
    )
    assert len(line.columns) <= 100


def test_delays_are_in_a_class_only_if_all_their_days_are(tmp_path: Path) -> None:
    """Dates of a month leave the delay open, unless every day of it is in one class."""
    page = report(
        archive_of(
            tmp_path / "a",
            dated(1, "2017-02-27", "2017-02-27"),
            dated(2, "2017-02-27", "2017-02-28"),
            dated(3, "2017-02", "2017-02-28"),
            dated(4, "2010", "2013-05"),
            dated(5, None, "2017"),
        )
    )

    assert shown(page, "delays") == {
        "The same day": "1",
        "The next day": "1",
        "2 to 7 days": "0",
        "8 to 30 days": "0",
        "31 days to a year": "0",
        "1 to 10 years": "1",
        "More than 10 years": "0",
        "Date not exact enough": "1",
        "A layer without date": "1",
    }


def test_the_sources_beyond_fifteen_are_one_line(tmp_path: Path) -> None:
    """The most frequent ones have bars, and what belongs to none has a number alone."""
    names = ["EFE", "EFE", *(f"Agencia {number:02}" for number in range(20))]
    pages = [dated(number, None, None, name) for number, name in enumerate(names, 1)]
    page = report(archive_of(tmp_path / "a", *pages))

    sources = shown(page, "top_sources")
    assert ("EFE", "2") == next(iter(sources.items()))
    assert ("6 others", "6") == list(sources.items())[-1]
    assert 15 == len(page.css('section[aria-labelledby="top_sources"] rect'))


def test_completeness_has_every_field_of_the_whole(tmp_path: Path) -> None:
    """Each number has its share of all documents."""
    filled(tmp_path / "a", 3).close()
    stated = shown(report(tmp_path / "a"), "completeness")

    assert stated["Original: publisher"] == "3 (100\N{NO-BREAK SPACE}%)"
    assert stated["Original: place"] == "0 (0\N{NO-BREAK SPACE}%)"
    assert stated["Bytes of a saved copy"] == "3 (100\N{NO-BREAK SPACE}%)"


def test_fixity_says_what_was_not_read(tmp_path: Path) -> None:
    """Bytes that nobody has read since they were written are no checked ones."""
    with filled(tmp_path / "a", 1) as archive:
        before = shown(report(tmp_path / "a"), "fixity")
        archive.verify()
    after = shown(report(tmp_path / "a"), "fixity")

    size = before["Not read since they were written"]
    assert ("0\N{NO-BREAK SPACE}B", size) == (before["Up to a day"], after["Up to a day"])
    assert "0\N{NO-BREAK SPACE}B" == after["Not read since they were written"]


def test_the_age_of_a_check_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ages count until the time of the page."""
    with filled(tmp_path / "a", 1) as archive:
        archive.verify()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1 << 33))
    page = report(tmp_path / "a")

    assert "0\N{NO-BREAK SPACE}B" != shown(page, "fixity")["More than a year"]
    assert "16 March 2242" == facts(page)["As of"]


def test_damage_is_at_the_top(tmp_path: Path) -> None:
    """Files whose length differs, those a check found altered, and records nobody can read."""
    folder = archive_of(tmp_path / "a", *(dated(number, None, None) for number in (1, 2)))
    records = folder / "packs/000001.jsonl"
    records.write_bytes(b"?" + records.read_bytes()[1:])
    with Archive(folder) as archive:
        assert not archive.verify().is_sound
        day = archive.log.events[-1].time[:10]
    with (folder / "packs/000001.warc").open("ab") as file:
        file.write(b"x")
    page = report(folder)

    assert [each.text() for each in page.css(".problems li")] == [
        "records that cannot be read: 1",
        "packs/000001.warc: grown: the file is longer than it was",
        f"packs/000001.jsonl: found damaged on {day}",
    ]
    assert "1" == facts(page)["Documents"]


def test_what_was_removed_is_counted_apart(tmp_path: Path) -> None:
    """An erased document is no withdrawn one, and neither is among the documents."""
    with filled(tmp_path / "a", 4) as archive:
        archive.withdraw("example.org:1", "example.org:2", by="Ana", note="a request")
        archive.erase("example.org:2", by="Ana", note="a court")
    found = facts(report(tmp_path / "a"))

    assert ("2", "1", "1") == (found["Documents"], found["Withdrawn"], found["Erased"])


@pytest.mark.parametrize(
    ("lang", "words", "empty"),
    [
        ("en", "Report on an archive", "The archive has no documents."),
        ("es", "Informe de un archivo documental", "El archivo documental no tiene documentos."),
    ],
)
def test_an_empty_archive_has_a_report(
    tmp_path: Path, lang: Language, words: str, empty: str
) -> None:
    """In the language of the messages."""
    page = report(archive_of(tmp_path / "a"), "--lang", lang)

    assert [words, empty] == [each.text() for each in page.css(".crumb, .absent")]
    assert lang == page.css("html")[0].attributes["lang"]


def test_the_page_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    """Names of a record are text, whatever they say; the policy allows one style alone."""
    name = '<script>alert(1)</script>"\u202e&'
    page = report(archive_of(tmp_path / "a", dated(1, None, None, name)), "--title", name)

    assert [] == page.css("script, img, iframe, object, link[rel=stylesheet]")
    assert '<script>alert(1)</script>"\\u202e&' == page.css("h1")[0].text()
    assert not re.search(r"url\(|@import|https?:", page.css("style")[0].text())
    policy = page.css("meta[http-equiv]")[0].attributes["content"] or ""
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_a_report_replaces_a_report_and_no_other_page(tmp_path: Path) -> None:
    """A page that somebody saved is kept."""
    filled(tmp_path / "a", 1).close()
    target = tmp_path / "report.html"

    for _ in range(2):
        assert 0 == Ran("archive", "report", tmp_path / "a", "-o", target).code
    target.write_text("<!DOCTYPE html>\n<title>mine</title>", "utf-8")
    assert 2 == Ran("archive", "report", tmp_path / "a", "-o", target).code


@pytest.mark.parametrize(
    ("spelled", "expected"),
    [
        (spelled_number(50_000, "en"), "50,000"),
        (spelled_number(50_000, "es"), "50\N{NARROW NO-BREAK SPACE}000"),
        (spelled_number(9_999, "es"), "9999"),
        (spelled_size(109_400_000, "en"), "109.4\N{NO-BREAK SPACE}MB"),
        (spelled_size(0, "es"), "0\N{NO-BREAK SPACE}B"),
        (spelled_share(0, 0, "en"), "0 (0\N{NO-BREAK SPACE}%)"),
    ],
)
def test_numbers_are_written_as_people_do(spelled: str, expected: str) -> None:
    """By the rules of each language."""
    assert expected == spelled
