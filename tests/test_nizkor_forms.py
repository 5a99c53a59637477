"""Odd forms of the archive's pages: what they say is taken, what they leave open is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite import from_record, iter_findings, to_record
from nizkorcite.errors import PageError
from nizkorcite.readers import Reading, read
from nizkorcite.record.model import Document, Republication

BODY = (
    "The ministers met on Tuesday to speak of the guarding of the border and of the return of "
    "refugees who had left the region in winter, and agreed to meet again before the year ends."
)
NOTE = (
    "This document has been published on 28Feb17 by the Equipo Nizkor and Derechos Human Rights. "
    "In accordance with Title 17 U.S.C. Section 107, this material is distributed without profit "
    "to those who have expressed a prior interest in receiving the included information for "
    "research and educational purposes."
)


def page(*lines: str) -> Reading:
    """Lines of a plain text page, read."""
    return read("\n".join(lines).encode())


def with_source(line: str) -> Reading:
    """A whole page with a certain source line."""
    return page("Equipo Nizkor", "", "A title", "", BODY, "", line, "", NOTE)


def copy_of(reading: Reading) -> Republication:
    """The republication of a page that has one."""
    assert reading.document.republication is not None
    return reading.document.republication


def original(document: Document) -> tuple[list[str], str | None, str | None]:
    """Publishers, place and date of the original."""
    layer = document.original
    names = [publisher.name for publisher in layer.publishers]
    return names, layer.place.name if layer.place else None, str(layer.date) if layer.date else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Source: Itar Tass, Dushanbe, 27Feb17]", (["Itar Tass"], "Dushanbe", "2017-02-27")),
        ("[Fuente: El Mundo, EFE, Madrid, 28sep12]", (["El Mundo", "EFE"], "Madrid", "2012-09-28")),
        ("[Fuente: Ria Novosti, ONU, 30nov13]", (["Ria Novosti"], "ONU", "2013-11-30")),
        ("[Source: Ria Novosti, Moscou, 15aoû14]", (["Ria Novosti"], "Moscou", "2014-08-15")),
        ("[source : Reuters,Moscow,\u00a009SEP15 ]", (["Reuters"], "Moscow", "2015-09-09")),
        ("[Fuentes: A, B, C, Roma, 01ene05].", (["A", "B", "C"], "Roma", "2005-01-01")),
        ("[Source: Reuters, 09Sep15]", (["Reuters"], None, "2015-09-09")),
        ("[Source: Reuters]", (["Reuters"], None, None)),
        ("[Source: Reuters, Moscow, 9 September 2015]", (["Reuters"], "Moscow", "2015-09-09")),
        ("[Source: The Times, London, June 1, 1948]", (["The Times"], "London", "1948-06-01")),
        ("[Source: Itar Tass,\nDushanbe, 27Feb17]", (["Itar Tass"], "Dushanbe", "2017-02-27")),
        ("[Source: Itar Tass,\n\nDushanbe,\n\n27Feb17]", (["Itar Tass"], "Dushanbe", "2017-02-27")),
        ("(Source: Itar Tass, Dushanbe, 27Feb17)", (["Itar Tass"], "Dushanbe", "2017-02-27")),
        ("Fuente: EFE, Madrid, 27feb17", (["EFE"], "Madrid", "2017-02-27")),
        ("[Quelle: dpa, Berlin, 27. Januar 2017]", (["dpa"], "Berlin", "2017-01-27")),
        ("[Fonte: Ansa, Roma, 27gen17]", (["Ansa"], "Roma", "2017-01-27")),
        (
            "[Source: Reuters, Moscow, Monday, 27 February 2017]",
            (["Reuters"], "Moscow", "2017-02-27"),
        ),
        ("[Source: Reuters, Moscow, 27Feb17 14:30 GMT]", (["Reuters"], "Moscow", "2017-02-27")),
        ("[Source: Reuters, Moscow, 27Feb17, 14:30.]", (["Reuters"], "Moscow", "2017-02-27")),
        ("[Source: Reuters, Moscow, 2016]", (["Reuters"], "Moscow", "2016")),
        ("[Source: Watch, Inc., New York, 27Feb17]", (["Watch, Inc."], "New York", "2017-02-27")),
        ("[Source: Reuters, SA, 27Feb17]", (["Reuters"], "SA", "2017-02-27")),
        ("[Source: , Dushanbe, 27Feb17]", ([], "Dushanbe", "2017-02-27")),
        ("[Source: Itar Tass,, 27Feb17]", (["Itar Tass"], None, "2017-02-27")),
        ("[Source: Unknown, Dushanbe, 27Feb17]", ([], "Dushanbe", "2017-02-27")),
        (
            "[Source: Reu\u00adters, Mos\u200bcow\u200e, 09Sep15\u200e]",
            (["Reuters"], "Moscow", "2015-09-09"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_source_line_is_split_from_the_right(
    line: str, expected: tuple[list[str], str | None, str | None]
) -> None:
    """The last part is the date, the one before it the place, all others are publishers."""
    assert expected == original(with_source(line).document)


@pytest.mark.parametrize(
    ("line", "expected", "unread"),
    [
        (
            "[Source: El Mundo, EFE]",
            (["El Mundo"], None, None),
            'NZ633 "EFE" in the source line may be a place or publishers',
        ),
        (
            "[Source: The Post, Washington, DC, 03Mar15]",
            (["The Post"], None, "2015-03-03"),
            'NZ633 "Washington, DC" in the source line may be a place or publishers',
        ),
        (
            "[Source: By A. Writer, Reuters, Moscow, 09Sep15]",
            (["Reuters"], "Moscow", "2015-09-09"),
            'NZ634 the source line names a writer or translator: "By A. Writer"',
        ),
        (
            "[Source: Reuters, Moscow, 31Feb17]",
            (["Reuters"], "Moscow", None),
            'NZ621 "31Feb17": February 2017 has 28 days',
        ),
        (
            "[Source: Reuters, Moscow, 03/04/2016]",
            (["Reuters"], "Moscow", None),
            'NZ631 "03/04/2016": may be 2016-04-03 (day first) or 2016-03-04 (month first)',
        ),
        (
            "[Source: Reuters, Moscow, 27Feb69]",
            (["Reuters"], "Moscow", None),
            'NZ631 "27Feb69": may be 1969-02-27 or 2069-02-27',
        ),
        (
            "[Source: Reuters, Moscow, Tuesday, 27 February 2017]",
            (["Reuters"], "Moscow", None),
            'NZ621 "Tuesday, 27 February 2017": that day was a Monday',
        ),
        (
            "[Source: Reuters, Moscow, 26-27Feb17]",
            (["Reuters"], "Moscow", None),
            'NZ621 "26-27Feb17" is not a date in a known form such as 27 February 2017 or '
            "2017-02-27",
        ),
        (
            "[Source: By A. Writer, Moscow, 09Sep15]",
            ([], None, "2015-09-09"),
            'NZ633 "Moscow" in the source line may be a place or publishers',
        ),
        (
            "[Source: Reuters, Geneva, Switzerland, 09Sep15]",
            (["Reuters"], None, "2015-09-09"),
            'NZ633 "Geneva, Switzerland" in the source line may be a place or publishers',
        ),
        (
            "[Fuente: EFE; Madrid; 27feb17]",
            ([], None, None),
            'NZ633 "EFE; Madrid; 27feb17" in the source line may be a place or publishers',
        ),
        (
            "[Fuente: EFE - Madrid - 27feb17]",
            ([], None, None),
            'NZ633 "EFE - Madrid - 27feb17" in the source line may be a place or publishers',
        ),
        (
            "[Source: Reuters, www.example.org, 09Sep15]",
            (["Reuters"], None, "2015-09-09"),
            "NZ638 the address in the source line is incomplete or one of several: "
            '"www.example.org"; not used',
        ),
        (
            "[Source: EFE, Roma, 01Feb09]\n[Source: Reuters, Moscow, 09Sep15]",
            ([], None, None),
            'NZ635 two source lines in a row, "[Source: EFE, Roma, 01Feb09]" and "[Source: '
            'Reuters, Moscow, 09Sep15]"; neither is used',
        ),
    ],
    ids=[
        "no-date",
        "comma-in-place",
        "byline",
        "impossible-day",
        "two-orders",
        "two-centuries",
        "wrong-weekday",
        "two-days",
        "byline-and-name",
        "country",
        "semicolons",
        "dashes",
        "address",
        "two-lines",
    ],
)
def test_what_a_source_line_leaves_open_is_told_and_not_taken(
    line: str, expected: tuple[list[str], str | None, str | None], unread: str
) -> None:
    """Two readings of a part leave the value absent, with a message that shows the words."""
    reading = with_source(line)

    assert expected == original(reading.document)
    assert unread in [
        f"{each.code} {each.message}" for each in reading.unread if each.reason != "absent"
    ]


def test_an_address_in_the_source_line_is_the_originals() -> None:
    """It is neither a publisher nor a place, wherever it stands in the line."""
    document = with_source("[Source: Reuters, Moscow, 09Sep15, https://example.org/a]").document

    assert (["Reuters"], "Moscow", "2015-09-09") == original(document)
    assert "https://example.org/a" == document.original.url


def test_a_number_in_a_name_joins_nothing() -> None:
    """The newspaper is called so."""
    assert () == with_source("[Fuente: Página/12, Buenos Aires, 09sep15]").warnings


def test_joined_names_are_kept_as_one_and_told() -> None:
    """Whether "EFE y Reuters" are two agencies the page does not say."""
    reading = with_source("[Fuente: EFE y Reuters, Madrid, 09sep15]")

    assert ["EFE y Reuters"] == original(reading.document)[0]
    assert ('NZ646 "EFE y Reuters" may be several publishers; kept as one name',) == tuple(
        f"{each.code} {each.message}" for each in reading.warnings
    )


@pytest.mark.parametrize(
    "line",
    ["Source: Reuters", "(Source: EFE)", "Source: EFE, Madrid, ayer", "Source: UN, Geneva, 2015"],
)
def test_a_source_without_square_brackets_must_be_dated(line: str) -> None:
    """Such a line may be a caption's or a speaker's; only a date makes it the page's."""
    assert ([], None, None) == original(with_source(line).document)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said [Source: Reuters, Paris, 03Feb09] that he would come.",
        "[Source: Reuters, Paris, 03Feb09] is what the minister quoted.",
        "[of the crisis - TASS]",
        "[See: http://www.example.org]",
        "[Nota documental]",
        "(AFP Doc. Ref. PAR2005041946335)",
    ],
)
def test_other_brackets_are_no_source_line(line: str) -> None:
    """Only a labelled bracket that fills its line counts."""
    assert ([], None, None) == original(with_source(line).document)


def test_a_bracket_in_the_body_is_not_taken_where_the_foot_has_none() -> None:
    """A source line stands directly above the foot; one with text below it is something else."""
    reading = page(
        "Equipo Nizkor", "", "A title", "", "[Source: Reuters, Paris, 03Feb09]", BODY, "", NOTE
    )

    assert ([], None, None) == original(reading.document)


def test_the_last_of_several_source_lines_is_taken() -> None:
    """Of two bracketed lines the one nearest the foot is the source line."""
    reading = page(
        "A title", "", BODY, "[Source: EFE, Roma, 01Feb09]", BODY, "",
        "[Source: Reuters, Moscow, 09Sep15]", "", NOTE,
    )  # fmt: skip

    assert (["Reuters"], "Moscow", "2015-09-09") == original(reading.document)


@pytest.mark.parametrize(
    ("masthead", "date"),
    [
        (["Información", "Equipo Nizkor", "Tienda | Donaciones Online", "Derechos | Equipo Nizkor"],
         None),
        (["EQUIPO NIZKOR", "Información", "", "DERECHOS"], "20abr05"),
        (["EQUIPO NIZKOR", "Informe", "DERECHOS"], None),
        (["Informations | ||", "Derechos | Equipo Nizkor", "|"], "11déc12"),
        (["EQUIPO NIZKOR |", "|"], "02nov11"),
        ([], "27jun14"),
        ([], None),
    ],
    ids=["A", "C", "C-genre", "pipes-A", "pipes-C", "none-dated", "none"],
)  # fmt: skip
def test_title_stands_below_any_masthead(masthead: list[str], date: str | None) -> None:
    """Masthead and date line are skipped, whichever of the archive's forms they have."""
    lines = [*masthead, *([date] if date else []), "A title of its own", "", "", BODY, ""]
    reading = page(*lines, "[Source: Itar Tass, Dushanbe, 27Feb17]")

    assert "A title of its own" == reading.document.title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Sentencia en el caso del", "Capitán Adolfo Scilingo.", ""],
         "Sentencia en el caso del Capitán Adolfo Scilingo."),
        (["A long title that", "goes on below", ""], "A long title that goes on below"),
        (["One", "Two", "Three", "", ""], "One Two Three"),
        (["A title", "Rainer Huhle", ""], "A title"),
        (["A title", "[Nota documental]", ""], "A title"),
        (["A title", "Índice:", ""], "A title"),
        (["English | Français", "A title", ""], "A title"),
        (["Equipo Nizkor", "A title", ""], "A title"),
        (["Informe del 21jun12 sobre la causa", ""], "Informe del 21jun12 sobre la causa"),
        (["A title", "(Traducción no oficial)", ""], "A title"),
        (["Traducción no oficial", "", "A title", ""], "A title"),
        (["A title", "por Ana Prueba", ""], "A title"),
        (["13ene06", "", "A text"], None),
    ],
    ids=["hanging", "lower-case", "closed", "byline", "bracket", "index", "switch", "archive",
         "date-inside", "translation", "translation-above", "writer", "second-date"],
)  # fmt: skip
def test_title_is_one_paragraph_without_labels(lines: list[str], title: str | None) -> None:
    """A wrapped title is joined; bylines, labels and links to other languages are not part of it."""
    masthead = ("Información", "Equipo Nizkor", "Derechos | Equipo Nizkor", "", "12ene06", "")

    assert title == page(*masthead, *lines, BODY).document.title


@pytest.mark.parametrize(
    "above",
    ["Versión para imprimir", "https://www.derechos.org/x.html", "27/11/2026, 10:00 A title"],
    ids=["print-view", "address", "date"],
)
def test_what_printing_puts_above_a_page_is_passed_over(above: str) -> None:
    """The masthead is found below it, and the title below that."""
    reading = page(above, "Equipo Nizkor", "", "09sep15", "", "A title", "", BODY, "", NOTE)

    assert ("A title", "2015-09-09") == (
        reading.document.title,
        str(reading.document.original.date),
    )


MENU = (
    "<p>Home | News</p>",
    "<nav>Home | News</nav>",
    "<div><a href='/'>Home</a></div>",
    "<p>The Site</p>",
    "",
)


@pytest.mark.parametrize("menu", MENU)
@pytest.mark.parametrize(
    "title",
    [
        "<title>A title - The Site</title>",
        "<title>The Site | A title</title>",
        "<meta property='og:title' content='A title'>",
        "",
    ],
)
@pytest.mark.parametrize("note", [NOTE, ""])
def test_a_heading_is_the_title_below_any_menu(menu: str, title: str, note: str) -> None:
    """Only pages of the archive print their title on the first line."""
    html = f"{title}{menu}<h1>A title</h1><p>{BODY}<p>[Source: Reuters, Moscow, 09Sep15]<p>{note}"

    assert "A title" == read(f"<html>{html}".encode()).document.title


@pytest.mark.parametrize(
    ("head", "top", "expected"),
    [
        ("<title>A title</title>", "<p>Home | News</p><p>A title</p>", "A title"),
        ("<title>A title - The Site</title>", "<p>A title</p>", "A title"),
        ("<title>A title - The Site</title>", "<p>The Site</p><p>A title</p>", None),
        ("<title>The Site | A title</title>", "<h1>The Site</h1><p>A title</p>", None),
        ("<title>Another title</title>", "<p>Home | News</p>", None),
        ("", "<p>Home | News</p>", None),
    ],
)  # fmt: skip
def test_a_title_that_the_markup_does_not_confirm_is_not_taken(
    head: str, top: str, expected: str | None
) -> None:
    """A name of the site, or a menu, may stand above the text."""
    html = f"<html>{head}{top}<p>{BODY}<p>[Source: Reuters, Moscow, 09Sep15]"

    assert expected == read(html.encode()).document.title


def test_a_masthead_shows_the_place_of_the_title() -> None:
    """The ``<title>`` of pages of the archive is often that of another page."""
    html = f"<title>Other</title><p>Equipo Nizkor<p>A title<p>{BODY}<p>[Source: Reuters, Moscow, 09Sep15]"

    assert "A title" == read(f"<html>{html}".encode()).document.title


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Source: Reuters, AFP and EFE, Bogotá, Col., 27Feb17]", (["Reuters"], None)),
        ("[Source: Ministry of Defence, Press Service, Moscow, 27Feb17]",
         (["Ministry of Defence"], "Moscow")),
        ("[Source: the author, personal archive]", ([], None)),
    ],
    ids=["short-country", "unit", "author"],
)  # fmt: skip
def test_doubtful_names_of_a_source_line_are_left_out(
    line: str, expected: tuple[list[str], str | None]
) -> None:
    """They are reported, for a person to decide."""
    reading = with_source(line)

    assert expected == original(reading.document)[:2]
    assert "NZ633" in {each.code for each in reading.unread}


def test_a_paragraph_that_is_all_there_is_is_no_title() -> None:
    """Nothing tells whether it is a title without a text or a text without a title."""
    reading = page("Equipo Nizkor", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", NOTE)

    assert reading.document.title is None
    assert ["/title"] == [each.field for each in reading.unread if each.field == "/title"]


def test_a_writer_below_the_title_is_told() -> None:
    """No page of the archive with a writer has been seen, so none is taken."""
    reading = page("Equipo Nizkor", "", "A title", "", "By Jane Test", "", BODY, "", NOTE)

    assert () == reading.document.creators
    assert 'NZ634 "By Jane Test" below the title may name an author' in [
        f"{each.code} {each.message}" for each in reading.unread
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [("9 September 2015", "2015-09-09"), ("9 de septiembre de 2015", "2015-09-09"),
     ("13/09/2015", "2015-09-13"), ("03/04/2015", None), ("12/13/2014", "2014-12-13")],
)  # fmt: skip
def test_a_date_line_in_another_form_is_no_title(line: str, date: str | None) -> None:
    """Only compact ones have been seen; any other date above the title is one as well."""
    document = page("Equipo Nizkor", "", line, "", "A title", "", BODY, "", NOTE).document

    assert ("A title", date) == (document.title, str(document.original.date or "") or None)


def test_a_source_line_that_is_not_taken_is_pointed_at() -> None:
    """The person who looks for the source is told where it may stand."""
    reading = page(
        "Equipo Nizkor", "", "A title", "", "[Source: Reuters, Moscow", "", BODY, "", NOTE
    )

    assert (
        5,
        "NZ601 line 5 names a source, but does not end the text in a known form",
    ) in [(each.line, f"{each.code} {each.message}") for each in reading.unread]


def test_an_impossible_date_line_is_told() -> None:
    """A date line that names no day leaves the date absent and says so."""
    reading = page("Equipo Nizkor", "31feb17", "A title", "", BODY)

    assert reading.document.original.date is None
    assert ["/original/date"] == [
        each.field for each in reading.unread if each.reason == "unreadable"
    ]


def test_the_source_line_wins_over_the_date_line() -> None:
    """Where both ends date the original differently the source line counts, with a warning."""
    reading = page(
        "Equipo Nizkor", "26feb17", "A title", "", BODY, "",
        "[Source: Itar Tass, Dushanbe, 27Feb17]", "", NOTE,
    )  # fmt: skip

    assert "2017-02-27" == str(reading.document.original.date)
    assert (
        "NZ645 the source line is dated 2017-02-27, the date line 2017-02-26; the source "
        "line's date is used",
    ) == tuple(f"{each.code} {each.message}" for each in reading.warnings)


@pytest.mark.parametrize(
    "note",
    [
        "This document has been published on 28Feb",
        "This document has been published on 28Feb17 by the Equipo Niz",
        "This document has been published on 28Feb17 by the Equipo Nizkor and Derechos Human Rights",
    ],
)
def test_a_cut_note_is_no_republication(note: str) -> None:
    """A note without its full stop may have lost a name; nothing of it is taken."""
    reading = page("A title", "", BODY, "[Source: Reuters, Moscow, 09Sep15]", "", note)

    assert reading.document.republication is None
    assert "cut" in {each.reason for each in reading.unread if each.field == "/republication"}


def test_a_cut_notice_is_left_out() -> None:
    """The publishers stand; of a notice that breaks off neither words nor statute are taken."""
    reading = page("A title", "", BODY, "", NOTE[:113])

    assert reading.document.republication is not None
    assert reading.document.republication.rights is None


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        f"small logo{NOTE}",
        f"| {NOTE} |",
        NOTE.replace(" ", "\u00a0"),
        NOTE.replace(" ", "\n"),
    ],
    ids=["bare", "logo", "pipes", "no-break", "one-word-a-line"],
)
def test_note_and_notice_are_read_in_any_spacing(note: str) -> None:
    """White space of any kind between the words is one space in the record."""
    reading = page("A title", "", BODY, "", note)
    republication = reading.document.republication

    assert republication is not None
    assert republication.rights is not None
    assert NOTE == f"{republication.statement} {republication.rights.statement}"


def test_two_lines_above_the_note_leave_the_section_open() -> None:
    """Where two lines could be the section label none is taken."""
    reading = page(
        "A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", "Syria War",
        "War in Iraq", NOTE,
    )  # fmt: skip

    assert copy_of(reading).section is None


def test_dates_that_contradict_each_other_are_both_left_out() -> None:
    """A note dated before the source line means that one is a misprint; neither is trusted."""
    reading = page("A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep18]", "", NOTE)

    assert (None, None) == (
        reading.document.original.date,
        copy_of(reading).date,
    )
    assert ["/original/date", "/republication/date"] == [
        each.field for each in reading.unread if each.reason == "ambiguous"
    ]


def with_note(note: str) -> Reading:
    """A whole page with a certain publication note."""
    return page("A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", note)


def republication(document: Document) -> tuple[list[str], str | None]:
    """Publishers and date of the republication."""
    layer = document.republication
    if layer is None:
        return [], None
    return [publisher.name for publisher in layer.publishers], str(layer.date or "") or None


NIZKOR = ["Equipo Nizkor", "Derechos Human Rights"]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Este documento ha sido publicado el 28feb17 por el Equipo Nizkor y Derechos Human Rights.",
         (NIZKOR, "2017-02-28")),
        ("Este documento ha sido\npublicado\u00a0el 28feb17 por el\n Equipo Nizkor y Derechos Human "
         "Rights.", (NIZKOR, "2017-02-28")),
        ("Ce document a été publié le 28fév17 par l'Equipo Nizkor et Derechos Human Rights.",
         (NIZKOR, "2017-02-28")),
        ("This document has been published on February 28, 2017 by the Equipo Nizkor.",
         (["Equipo Nizkor"], "2017-02-28")),
        ("THIS DOCUMENT HAS BEEN PUBLISHED ON 28FEB17 BY THE EQUIPO NIZKOR AND DERECHOS.",
         (["EQUIPO NIZKOR", "DERECHOS"], "2017-02-28")),
        ("This document was published on 28Feb17 by Equipo Nizkor, A and the B.",
         (["Equipo Nizkor", "A", "B"], "2017-02-28")),
        ("This document has been published by the Equipo Nizkor and Derechos Human Rights.",
         (NIZKOR, None)),
        ("This document has been published on 28Feb17 by Watch Inc. and the St. John Archive.",
         (["Watch Inc.", "St. John Archive"], "2017-02-28")),
        ("This document has been published on 28Feb17 and updated on 05Mar17 by the Equipo Nizkor.",
         (["Equipo Nizkor"], None)),
        ("This document has been published on 28Feb17 by the Equipo Nizkor and updated on 05Mar17.",
         ([], None)),
        ("This document has been published on 28Feb17 by the Center for Peace and Justice and A.",
         ([], None)),
    ],
    ids=["spanish", "spanish-broken", "french", "long-date", "capitals", "three", "no-date",
         "stops", "date-and-more", "names-and-more", "two-ands"],
)  # fmt: skip
def test_note_is_read_in_each_language_or_told(
    note: str, expected: tuple[list[str], str | None]
) -> None:
    """Names and day are taken where the note tells them, and what it leaves open is told."""
    reading = with_note(note)

    assert expected == republication(reading.document)
    told = {
        each.field for each in reading.unread if each.field != "/republication/rights/statement"
    }
    assert told == (set() if expected[1] else told - {"/republication"})
    assert bool(told) == (expected[1] is None)


def test_a_spanish_rights_notice_is_read() -> None:
    """The same law under its Spanish name."""
    reading = with_note(
        "Este documento ha sido publicado el 28feb17 por el Equipo Nizkor. De acuerdo con el Título "
        "17 U.S.C. Sección 107, este material se distribuye sin fines de lucro."
    )
    rights = copy_of(reading).rights

    assert rights is not None
    assert rights.statement is not None
    assert rights.statement.startswith("De acuerdo con el Título 17")
    assert ["17 U.S.C. § 107"] == [basis.citation for basis in rights.legal_basis]


def test_a_notice_that_never_ends_is_told() -> None:
    """A record holds ten thousand characters of it; more is no notice."""
    reading = page("A title", "", BODY, "", NOTE + " word." * 2000)

    assert reading.document.republication is not None
    assert "NZ621 the rights notice has more than 10000 characters" in [
        f"{each.code} {each.message}" for each in reading.unread
    ]


def test_two_documents_in_one_file_are_not_mixed() -> None:
    """The title of the first and the source of the second would make a third that never was."""
    one = ("Equipo Nizkor", "", "First", "", BODY, "", "[Source: EFE, Roma, 01Feb17]", "", NOTE, "")
    two = ("Equipo Nizkor", "", "Second", "", BODY, "", "[Source: X, Y, 02Feb17]", "", NOTE)
    reading = page(*one, *two)

    assert (None, ([], None, None), None) == (
        reading.document.title,
        original(reading.document),
        reading.document.republication,
    )
    assert {"ambiguous"} == {each.reason for each in reading.unread}


def test_a_note_quoted_in_the_text_is_not_the_pages() -> None:
    """The page's own note stands at its foot."""
    reading = page(
        "Equipo Nizkor", "", "A title", "", BODY, "", NOTE.replace("28Feb17", "01Jan16"), "", BODY,
        "", "[Source: Reuters, Moscow, 09Sep15]", "", NOTE,
    )  # fmt: skip

    assert ("A title", "2017-02-28") == (
        reading.document.title,
        republication(reading.document)[1],
    )


@pytest.mark.parametrize(
    "line",
    ["Back to top", "Volver arriba", "Share", "- 2 -", "[Traducción: X]", "Photo: the talks"],
)
def test_what_is_no_section_is_not_taken_for_one(line: str) -> None:
    """Links, page numbers, brackets and captions may stand where the label does."""
    reading = page(
        "A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", line, "", NOTE
    )

    assert copy_of(reading).section is None


def test_a_date_after_the_page_was_fetched_is_told() -> None:
    """A misprint costs its own value and nothing else."""
    lines = ("A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", NOTE)
    reading = read("\n".join(lines).encode(), accessed="2016-01-01T00:00:00Z")

    assert (["Reuters"], "Moscow", "2015-09-09") == original(reading.document)
    assert (NIZKOR, None) == republication(reading.document)
    assert (
        "NZ632 the page is dated 2017-02-28, but was fetched earlier, on 2016-01-01; the "
        "date is not used"
    ) in [f"{each.code} {each.message}" for each in reading.unread]


def test_a_note_in_the_middle_of_a_text_is_told_and_not_taken() -> None:
    """An article may quote the note of another page; what is the page's own stands at its foot."""
    reading = page("Equipo Nizkor", "", "A title", "", BODY, "", NOTE, "", BODY, "", BODY)

    assert reading.document.republication is None
    assert (
        "NZ637 text follows the publication note, so the note may be quoted from another page"
    ) in [f"{each.code} {each.message}" for each in reading.unread]


@pytest.mark.parametrize(
    ("line", "is_source"),
    [("[Source: X, Y, 31Feb17]", True), ("[Source: X, Y, 09Sep69]", True),
     ("[Source: X, Y, 2017]", False), ("[Source: X, Y, March 2017]", False)],
)  # fmt: skip
def test_a_page_that_may_be_cut_must_end_in_a_day(line: str, *, is_source: bool) -> None:
    """Without a note the bracket may be a caption's; a day, even an impossible one, is a source's."""
    assert is_source == (["X"] == original(page("A title", "", BODY, "", line).document)[0])


_FRAGMENTS = st.sampled_from(
    ["Equipo Nizkor", "Derechos | Equipo Nizkor", "Información", "27feb17", "31feb17", "A title", BODY,
     "[Source: Reuters, Moscow, 09Sep15]", "[Fuente: ", "EFE, Madrid, 03/04/2017]", "Source: X, Y, 1Feb17",
     "[Source: ,, , ]", "(Fonte: ;,;, 2017)", "By A. Writer", NOTE, NOTE[:60], "\u00ad\u200b", "\u202e", "|",
     "\n", "\n\n", "\u00a0", ",", "\x00x", "https://example.org/ñ,", "Este documento ha sido publicado el ",
     " por el A y el B y C.", "<p>", "<div hidden>", "<b", "<title>", "&#91;Source: ", "[" * 30, "]"]
)  # fmt: skip


@given(st.lists(_FRAGMENTS, max_size=25).map("".join))
def test_whatever_a_page_holds_its_record_is_valid_and_its_quotes_stand_in_the_page(
    text: str,
) -> None:
    """No page ends in anything but a valid record, or a refusal in words."""
    try:
        reading = read(text.encode())
    except PageError:
        return
    record = to_record(reading.document)

    assert reading.document == from_record(record)
    assert [] == [finding for finding in iter_findings(record) if finding.severity == "error"]
    for evidence in reading.document.evidence:
        if evidence.start is not None:
            assert evidence.quote == reading.page.text[evidence.start : evidence.end]
