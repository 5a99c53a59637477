"""Remarks of readers: each code has its pages, its words in both languages, and its place."""

import ast
from pathlib import Path
from types import MappingProxyType

import attrs
import pytest
from click.testing import CliRunner

import nizkorcite as nz
from nizkorcite import readers
from nizkorcite.cli import command
from nizkorcite.messages import Message
from nizkorcite.readers import Reading, Remark, Unread, read
from nizkorcite.validation.catalogue.codes import CODES

CASES = Path(__file__).parent / "cases/findings"
# NZ66x are of files of many pages, which test_web_archive_damage.py damages.
PAGE_CODES = [code for code in CODES if code.startswith("NZ6") and code[:4] != "NZ66"]
REASONS = MappingProxyType({"0": "absent", "1": "cut", "2": "unreadable", "3": "ambiguous"})


def page(code: str, kind: str) -> Reading:
    """The failing or passing page of a code, read."""
    (path,) = CASES.glob(f"{code}.{kind}.*")
    return read(path)


def codes(reading: Reading) -> set[str]:
    """The codes of everything that the reader remarks."""
    return {each.code for each in (*reading.unread, *reading.warnings)}


@pytest.mark.parametrize("code", PAGE_CODES)
def test_each_code_is_given_by_its_failing_page_alone(code: str) -> None:
    """The failing page has this remark and the passing one has not; source and title may be absent."""
    failing, passing = codes(page(code, "failing")), codes(page(code, "passing"))

    assert code in failing - passing
    assert failing - {code} <= {"NZ601", "NZ602"}
    assert passing <= {"NZ601", "NZ602"} - {code}


@pytest.mark.parametrize("code", PAGE_CODES)
def test_a_remark_has_the_severity_and_reason_of_its_code(code: str) -> None:
    """The catalogue and the reader agree; the tens of a code are the reason."""
    reading = page(code, "failing")
    remarks = [each for each in (*reading.unread, *reading.warnings) if each.code == code]

    assert {CODES[code].severity} == {each.severity for each in remarks}
    assert [REASONS.get(code[3])] * len(remarks) == [
        each.reason if isinstance(each, Unread) else None for each in remarks
    ]


def test_no_reader_gives_a_code_without_its_page() -> None:
    """A code that is written in the readers is one of the catalogue, and the other way round."""
    folder = Path(str(readers.__file__)).parent
    texts = {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert set(PAGE_CODES) == {text for text in texts if text in CODES or text[:3] == "NZ6"}


def test_a_remark_has_the_line_and_the_words() -> None:
    """What is not read can be found on the page."""
    reading = page("NZ631", "failing")

    assert [("NZ631", "/original/date", 11, "03/04/2017")] == [
        (each.code, each.field, each.line, each.quote) for each in reading.unread
    ]


def test_what_a_person_should_check_is_each_message_once() -> None:
    """Three fields of a file with two documents, one message; values not stated are left out."""
    reading = page("NZ636", "failing")

    assert (3, 1) == (len(reading.unread), len(reading.remarks))
    assert () == page("NZ602", "failing").remarks


def test_remarks_can_be_counted() -> None:
    """Equal remarks are equal and hashable, so that a bulk run counts them by code."""
    one = Remark(
        "NZ641", "", Message("the page shows no text; is it cut off, or built by a script?")
    )

    assert {one} == set(read(b"<html><body></body></html>").warnings)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", 'warning NZ631 "03/04/2017": may be 2017-04-03 (day first) or 2017-03-04 (month '
               "first) (add --original-date if you know it)"),
        ("es", 'aviso NZ631 "03/04/2017": puede ser 2017-04-03 (primero el día) o 2017-03-04 '
               "(primero el mes) (añada --original-date si lo sabe)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["read", "cite"])
def test_remarks_are_printed_in_the_users_language(verb: str, language: str, expected: str) -> None:
    """File, severity, code and message, as findings are; the next step is an option."""
    path = CASES / "NZ631.failing.txt"
    run = CliRunner().invoke(command, [verb, str(path)], env={"LC_ALL": language})

    assert f"{path}: {expected}\n" in run.stderr


def test_an_author_left_out_can_be_added_as_the_remark_says() -> None:
    """The options of the remark give the author to the citation."""
    path = str(CASES / "NZ634.failing.html")
    run = CliRunner().invoke(command, ["cite", path], env={"LC_ALL": "en"})
    options = ["--author", "Prueba, Ana", "--author", "Ejemplo, Luis"]
    added = CliRunner().invoke(command, ["cite", *options, path])

    assert (
        'warning NZ634 left out author "Ana Prueba and Luis Ejemplo": perhaps several names in one '
        "(add --author NAME for each author if you know them)\n"
    ) in run.stderr
    assert added.stdout.startswith("Prueba, A., & Ejemplo, L.")


def test_a_page_that_cannot_be_read_is_refused_in_the_users_language(tmp_path: Path) -> None:
    """Errors are Spanish where the locale is."""
    path = tmp_path / "a.html"
    path.write_bytes(b"\x89PNG\r\n")
    run = CliRunner().invoke(
        command, ["read", str(path)], env={"LC_ALL": "es"}, standalone_mode=False
    )

    assert (
        f"no se puede leer {path}: parece una imagen (PNG); aquí solo se leen páginas en HTML o "
        "texto y registros\n"
    ) == run.stderr


PAGE = "El Niño, señor".encode("latin-1")


def test_a_page_is_read_again_with_the_capture_of_its_record() -> None:
    """Address, time, place in the archive and encoding of the record are kept."""
    capture = nz.Capture(
        sha256="ab" * 32, byte_length=14, url="https://example.org/a", path="pages/a.html",
        accessed=nz.Instant("2026-11-24T10:10:00Z"), charset="iso-8859-15", charset_from="http",
        memento="https://web.archive.org/web/2026/https://example.org/a", tool="wget",
    )  # fmt: skip
    document = nz.read(PAGE, capture=capture).document

    assert ("example.org:a", (nz.Capture,)) == (document.id, tuple(map(type, document.captures)))
    assert [{**dict(_members(capture)), "media_type": "text/plain"}] == [
        dict(_members(each)) for each in document.captures
    ]


def test_what_is_said_of_a_page_comes_before_its_capture() -> None:
    """A new address, time and encoding replace those of an older record."""
    capture = nz.Capture(
        sha256="ab" * 32, byte_length=14, url="https://example.org/a", charset="utf-8", tool="wget"
    )
    (read_again,) = nz.read(
        PAGE, capture=capture, url="https://example.org/b", accessed="2026-11-24T10:10:00Z",
        charset="windows-1252",
    ).document.captures  # fmt: skip

    assert ("https://example.org/b", "2026-11-24T10:10:00Z", "windows-1252", "given", "wget") == (
        read_again.url,
        str(read_again.accessed),
        read_again.charset,
        read_again.charset_from,
        read_again.tool,
    )


def _members(capture: nz.Capture) -> list[tuple[str, object]]:
    return [(each.name, getattr(capture, each.name)) for each in attrs.fields(nz.Capture)]


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("[Source: Itar Tass, Dushanbe, 02/01/2017]", "add --date if you know it"),
        ("[Source: Itar Tass, Dushanbe, 02/01/2017]\n\nThis document has been published on 28Feb17 by"
         " the Equipo Nizkor and Derechos Human Rights.", "add --original-date if you know it"),
        ("Text without a source.", "add --original-publisher NAME if you know it"),
    ],
    ids=["the page itself", "a republication", "no source"],
)  # fmt: skip
def test_the_next_step_is_the_option_of_the_record(line: str, option: str) -> None:
    """``--date`` is the date of a republication, so the original's has an option of its own."""
    reading = read(f"A title\n\nThe talks ended.\n\n{line}\n".encode())
    hints = [each.hint for each in reading.remarks if each.hint]

    assert [option] == [str(hint) for hint in hints]


def test_a_value_that_the_page_does_not_state_needs_no_next_step() -> None:
    """Only what a page seems to state is asked of the user."""
    reading = page("NZ602", "failing")

    assert {None} == {each.hint for each in reading.unread if each.code == "NZ602"}
