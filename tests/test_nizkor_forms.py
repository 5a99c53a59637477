"""Odd forms of the archive's pages: what they say is taken, what they leave open is not."""

import pytest

from nizkorcite.model import Document
from nizkorcite.readers import Reading, read

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
            'the source line does not tell whether "EFE" is a place or publishers',
        ),
        (
            "[Source: The Post, Washington, DC, 03Mar15]",
            (["The Post"], None, "2015-03-03"),
            'the source line does not tell whether "Washington, DC" is a place or publishers',
        ),
        (
            "[Source: By A. Writer, Reuters, Moscow, 09Sep15]",
            (["Reuters"], "Moscow", "2015-09-09"),
            'the source line names a writer: "By A. Writer"',
        ),
        (
            "[Source: Reuters, Moscow, 31Feb17]",
            (["Reuters"], "Moscow", None),
            '"31Feb17": February 2017 has 28 days',
        ),
        (
            "[Source: Reuters, Moscow, 03/04/2016]",
            (["Reuters"], "Moscow", None),
            '"03/04/2016": may be 2016-04-03 (day first) or 2016-03-04 (month first); say the '
            'order, "dmy" or "mdy"',
        ),
        (
            "[Source: Reuters, Moscow, 27Feb69]",
            (["Reuters"], "Moscow", None),
            '"27Feb69" may be 1969-02-27 or 2069-02-27',
        ),
        (
            "[Source: Reuters, Moscow, Tuesday, 27 February 2017]",
            (["Reuters"], "Moscow", None),
            '"Tuesday, 27 February 2017": that day was a Monday',
        ),
        (
            "[Source: Reuters, Moscow, 26-27Feb17]",
            (["Reuters"], "Moscow", None),
            '"26-27Feb17" is no date in a known form such as 27 February 2017 or 2017-02-27',
        ),
        (
            "[Source: By A. Writer, Moscow, 09Sep15]",
            ([], None, "2015-09-09"),
            'the source line does not tell whether "Moscow" is a place or publishers',
        ),
        (
            "[Source: Reuters, Geneva, Switzerland, 09Sep15]",
            (["Reuters"], None, "2015-09-09"),
            'the source line does not tell whether "Geneva, Switzerland" is a place or publishers',
        ),
        (
            "[Fuente: EFE; Madrid; 27feb17]",
            ([], None, None),
            'the source line does not tell whether "EFE; Madrid; 27feb17" is a place or publishers',
        ),
        (
            "[Fuente: EFE - Madrid - 27feb17]",
            ([], None, None),
            'the source line does not tell whether "EFE - Madrid - 27feb17" is a place or publishers',
        ),
        (
            "[Source: Reuters, www.example.org, 09Sep15]",
            (["Reuters"], None, "2015-09-09"),
            'the source line has an address that is not taken: "www.example.org"',
        ),
        (
            "[Source: EFE, Roma, 01Feb09]\n[Source: Reuters, Moscow, 09Sep15]",
            ([], None, None),
            'two source lines stand together, "[Source: EFE, Roma, 01Feb09]" and "[Source: Reuters, '
            'Moscow, 09Sep15]"; nothing tells which is the source',
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
    messages = [each.message for each in reading.unread if each.reason != "absent"]
    assert unread in messages


def test_an_address_in_the_source_line_is_the_originals() -> None:
    """It is neither a publisher nor a place, wherever it stands in the line."""
    document = with_source("[Source: Reuters, Moscow, 09Sep15, https://example.org/a]").document

    assert (["Reuters"], "Moscow", "2015-09-09") == original(document)
    assert "https://example.org/a" == document.original.url


def test_joined_names_are_kept_as_one_and_told() -> None:
    """Whether "EFE y Reuters" are two agencies the page does not say."""
    reading = with_source("[Fuente: EFE y Reuters, Madrid, 09sep15]")

    assert ["EFE y Reuters"] == original(reading.document)[0]
    assert (
        '"EFE y Reuters" may be several publishers; it is kept as one name',
    ) == reading.warnings


@pytest.mark.parametrize("line", ["Source: Reuters", "(Source: EFE)", "Source: EFE, Madrid, ayer"])
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
    """Masthead and date line are passed over, whichever of the archive's forms they have."""
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


def test_a_paragraph_that_is_all_there_is_is_no_title() -> None:
    """Nothing tells whether it is a title without a text or a text without a title."""
    reading = page("Equipo Nizkor", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", NOTE)

    assert reading.document.title is None
    assert ["/title"] == [each.field for each in reading.unread if each.field == "/title"]


def test_a_writer_below_the_title_is_told() -> None:
    """No page of the archive with a writer has been seen, so none is taken."""
    reading = page("Equipo Nizkor", "", "A title", "", "By Jane Test", "", BODY, "", NOTE)

    assert () == reading.document.creators
    assert 'the line below the title may name a writer: "By Jane Test"' in [
        each.message for each in reading.unread
    ]


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
        "the source line says 2017-02-27, the date line 2017-02-26; the source line is taken",
    ) == reading.warnings


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
    assert NOTE == f"{republication.statement} {republication.rights.statement}"


def test_two_lines_above_the_note_leave_the_section_open() -> None:
    """Where two lines could be the section label none is taken."""
    reading = page(
        "A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep15]", "", "Syria War",
        "War in Iraq", NOTE,
    )  # fmt: skip

    assert reading.document.republication.section is None


def test_dates_that_contradict_each_other_are_both_left_out() -> None:
    """A note dated before the source line means that one is a misprint; neither is trusted."""
    reading = page("A title", "", BODY, "", "[Source: Reuters, Moscow, 09Sep18]", "", NOTE)

    assert (None, None) == (
        reading.document.original.date,
        reading.document.republication.date,
    )
    assert ["/original/date", "/republication/date"] == [
        each.field for each in reading.unread if each.reason == "ambiguous"
    ]
