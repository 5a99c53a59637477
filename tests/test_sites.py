"""Sites described by a TOML file: their pages, their forms, their errors, and the command."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import nizkorcite as nz
from nizkorcite.loading.site_examples import differences, values_of
from nizkorcite.loading.site_files import load_site_file, parse_site
from nizkorcite.readers.sites.description import Example
from nizkorcite.readers.sites.form import line_form
from nizkorcite.readers.sites.shipped import (
    shipped_site,
    site_names,
    site_reader,
    site_text,
)

FOLDER = Path(nz.__file__).parent / "readers/sites/descriptions"
SITES = {path.stem: load_site_file(str(path)) for path in sorted(FOLDER.glob("*.toml"))}
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, site in SITES.items()
    for number, example in enumerate(site.examples, 1)
]
BODY = "<p>The delegates met for two hours and agreed to meet again next month in the same hall."
OWN = """
title = "Test Archive"
hosts = ["archive.example"]
publishers = ["Test Archive"]
languages = ["en", "es"]
order = "dmy"
foot = 2
ignored = ["Photo: {}"]
[[lines]]
name = "source"
labels = ["Source", "Fuente"]
forms = ["{publisher*}, {place}, {date}", "{publisher}, {date}", "{publisher}"]
[[lines]]
name = "byline"
at = "below_title"
forms = ["By {author}", "{unclear} – {date}"]
[[lines]]
name = "foot"
at = "foot"
forms = ["Interview by {interviewer}", "Filed under {section}"]
"""
SITE = parse_site(OWN.encode(), "own")


def page(*lines: str, title: str = "A Title", foot: tuple[str, ...] = ()) -> str:
    """A page with lines below its title, a text, and lines at its end."""
    above, below = ("".join(f"<p>{line}" for line in part) for part in (lines, foot))
    return f"<title>{title}</title><h1>{title}</h1>{above}{BODY}{BODY}{below}"


def reading(text: str, **options: Any) -> nz.Reading:
    """A page of the test archive, read with its description."""
    return nz.read(text.encode(), site=SITE, **options)


def found(text: str, **options: Any) -> dict[str, str]:
    """The values of a page of the test archive, but title and republisher."""
    values = values_of(reading(text, **options))
    return {name: value for name, value in values.items() if name not in ALWAYS}


ALWAYS = ("/title", "/republication/publishers/0/name", "/original/source_line")


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_shipped_site_is_recognised_and_read(name: str, example: Example) -> None:
    """Each example of a shipped description is recognised as a page of its site, and read whole."""
    read = nz.read(example.page.encode(), url=example.url)

    assert (name, example.expected) == (read.reader, values_of(read))


def test_every_shipped_description_is_listed_and_has_examples() -> None:
    """The files people edit and the data the program loads name the same sites."""
    assert site_names() == tuple(SITES)
    assert [] == [name for name, site in SITES.items() if not site.examples]
    assert {name: evolve(site, examples=()) for name, site in SITES.items()} == {
        name: shipped_site(name) for name in site_names()
    }


PLAIN = {"title", "languages", "lines", "examples", "hosts"}


@pytest.mark.parametrize(
    "key",
    sorted(set(nz.schema("site")["properties"]) - PLAIN),  # type: ignore[call-overload]
)
def test_every_key_is_used_by_two_shipped_descriptions(key: str) -> None:
    """A key that only one site needs has no place in the schema."""
    used = [name for name in SITES if f"\n{key} = " in site_text(name)]

    assert len(used) >= 2, used


FORMS = [
    ("{author}, {publisher}, {date}", "Ann Lee, The Post, 3 May 2014", "Ann Lee|The Post|3 May 2014"),
    ("{author}, {publisher}, {date}", "Ann Lee, A, B, 3 May 2014", None),
    ("{author}, {publisher*}, {date}", "Ann Lee, A, B, May 3, 2014.", "Ann Lee|A, B|May 3, 2014"),
    ("{author} – {publisher}", "Ann Lee - The Post", "Ann Lee|The Post"),
    ("{author} – {publisher}", "Ann Lee — The Post", "Ann Lee|The Post"),
    ("{author} – {publisher}", "Ann Lee – The Post – Extra", None),
    ("{date} – {}", "3 May 2014 -- Some text.", "3 May 2014"),
    ("{in the |in |}{publisher}, {date}", "in the Post, 1848", "Post|1848"),
    ("{in the |in |}{publisher}, {date}", "Post, 1848", "Post|1848"),
    ("For {republisher=The Archive|Archive}", "for the archive", "the archive"),
    ("From {publisher}\n{date}", "From A\n\n\n3 May 2014", "A|3 May 2014"),
    ("From {publisher}\n{date}", "From A 3 May 2014", None),
    ("{date}By {author}", "20 August 2014By Ann Lee", "20 August 2014|Ann Lee"),
    ("{publisher} No. {issue}, {date}", "Post\u00a0No. 4,\u00a01er de mayo de 1998", "Post|4|1er de mayo de 1998"),
    ("{publisher}, {date}", "Post, domingo, 14 de diciembre de 2014", "Post|domingo, 14 de diciembre de 2014"),
    ("{publisher} {date}", "Post 12 3 May 2014", "Post 12|3 May 2014"),
    ("{publisher}, {date}", "Post, 3 May 20145", None),
    ("{publisher}, {date}", "Post, 3rd of May 2014; Written: 1 May 2014", "Post|3rd of May 2014"),
    ('"{publisher}"', "“Post”", "Post"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "line", "parts"), FORMS)
def test_a_form_fits_a_line(form: str, line: str, parts: str | None) -> None:
    """A form fits a whole line, or does not fit; its parts never hold the signs beside them."""
    match = line_form(form, ("en", "es")).pattern.match(line)
    named = sorted(match.groupdict(), key=match.start) if match else []

    assert parts == ("|".join(match[name] for name in named) if match else None)


VALUES = [
    pytest.param(["Source: Post, 3/4/2012"], {"publishers/0/name": "Post", "date": "2012-04-03"}, id="order"),
    pytest.param(["Fuente: Hill, Wood, Lima, 3 abr 2012"], {"publishers/0/name": "Hill, Wood", "place/name": "Lima", "date": "2012-04-03"}, id="from-both-ends"),
    pytest.param(["Source: Post", "3 May 2012"], {"publishers/0/name": "Post"}, id="date-without-a-role"),
    pytest.param(["Photo: Source: Post"], {}, id="ignored"),
    pytest.param(["Sources: Post"], {}, id="another-label"),
    pytest.param(["Source: https://post.example/a"], {"url": "https://post.example/a"}, id="address"),
    pytest.param(["Source: J. M."], {"publishers/0/name": "J. M."}, id="last-stop-of-initials"),
    pytest.param(["Source: Wood Inc."], {"publishers/0/name": "Wood Inc."}, id="last-stop-of-a-firm"),
    pytest.param(["Source: Post."], {"publishers/0/name": "Post"}, id="last-stop-of-the-line"),
    pytest.param(["Ann Lee – 3 May 2012"], {"date": "2012-05-03"}, id="unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), VALUES)
def test_lines_give_the_original(lines: list[str], expected: dict[str, str]) -> None:
    """What the forms name is read as printed, and nothing else is."""
    named = {f"/original/{name}": value for name, value in expected.items()}

    assert named == found(page(*lines))


def test_people_have_their_roles() -> None:
    """Authors are separated at conjunctions of the site's languages; each keeps its role."""
    read = reading(page("By Ann Lee, Bo Ray and Cy Poe", foot=("Interview by Di Fox",)))

    assert [("Ann Lee", None), ("Bo Ray", None), ("Cy Poe", None), ("Di Fox", "interviewer")] == [
        (creator.name, creator.role) for creator in read.document.creators
    ]


REMARKS = [
    pytest.param(["Source: Post", "Source: Globe"], 'two lines differ, "Source: Post" and "Source: Globe"; neither is used', id="two-lines"),
    pytest.param(["Source: Post, 31 June 2012"], '"31 June 2012": June 2012 has 30 days', id="no-such-day"),
    pytest.param(["Source: Post, 27Feb17"], '"27Feb17": the year has two digits; give the window of years it lies in, such as 1970 to 2069', id="no-window"),
    pytest.param(["Source: Post, Globe and Star"], 'the names in "Post, Globe and Star" cannot be separated', id="publishers"),
    pytest.param(["By Reuters"], 'left out "Reuters": not certainly the name of one person', id="agency"),
    pytest.param(["By Example Press Agency"], 'left out "Example Press Agency": not certainly the name of one person', id="agency-of-three-words"),
    pytest.param(["By Ann and Bo Lee"], 'left out "Ann and Bo Lee": not certainly the name of one person', id="authors"),
    pytest.param(["Ann Lee Post – 3 May 2012"], '"Ann Lee Post" may be an author, a publisher or both', id="unclear"),
    pytest.param(["Source: Post / Globe"], '"Post / Globe" may be several publishers; kept as one name', id="kept"),
    pytest.param([], "no line of the page names its source in a form of the site description", id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "message"), REMARKS)
def test_what_is_not_clear_is_reported(lines: list[str], message: str) -> None:
    """A line that is seen and not used is never skipped in silence."""
    assert message in [str(remark.message) for remark in reading(page(*lines)).remarks]


def test_a_sentence_is_no_name() -> None:
    """A form that fits a sentence of the text names nobody."""
    assert {} == found(page("By the time the talks ended nobody was left in the hall"))


def test_lines_are_read_in_their_region_only() -> None:
    """A source line in the middle of the text is not the page's."""
    lines = ["A line of the text."] * 12

    assert {} == found(page(*lines, "Source: Post", foot=("Last line.", "Very last line.")))
    assert {"/republication/section": "Peace"} == found(page(*lines, foot=("Filed under Peace",)))


def test_only_the_own_address_names_the_republisher() -> None:
    """A mirror has the forms of a site, but is not published by it."""
    form = page(
        "Source: MECW Volume 7, p. 15;", "First published: in the Post No. 1, June 1, 1848."
    )
    mirror, unknown, own = (
        nz.read(form.encode(), url=url).document.republication
        for url in ("http://marxists.info/a", None, "https://www.marxists.org./a")
    )

    assert (None, None) == (mirror, unknown)
    assert own is not None
    assert ["Marxists Internet Archive"] == [each.name for each in own.publishers]


def test_the_canonical_link_is_the_address() -> None:
    """A saved page is recognised by the address that its markup states."""
    link = '<link rel="canonical" href="https://rebelion.org/a/">'
    read = nz.read((link + page("Fuentes: Post")).encode())

    assert ("rebelion", "https://rebelion.org/a/", "address") == (
        read.reader,
        read.evidence["/republication/publishers/0/name"].quote,
        read.evidence["/republication/publishers/0/name"].method,
    )


def test_a_site_that_is_its_own_source_republishes_nothing() -> None:
    """The site's own text is an original."""
    name = '<meta property="og:site_name" content="Test Archive Online">'
    document = reading(name + page("Source: Test Archive, 3 May 2012")).document

    assert (["Test Archive"], "2012-05-03", None) == (
        [each.name for each in document.original.publishers],
        str(document.original.date),
        document.republication,
    )


def test_a_page_without_the_lines_of_a_site_is_read_by_its_markup() -> None:
    """Words that some site uses do not make a page one of that site."""
    assert "general" == nz.read(page("Recomiendo:", "Source: Post").encode()).reader
    assert site_reader(nz.Page.from_bytes(page().encode()), "https://rebelion.org.example/") is None


def test_the_markup_states_what_no_line_does() -> None:
    """Date and authors of the markup are those of the page, not of the original."""
    head = '<meta property="article:published_time" content="2012-05-03"><meta name="citation_author" content="Lee, Ann">'
    document = reading(head + page("Source: Post")).document

    assert document.republication is not None
    assert (None, "2012-05-03", ["Ann Lee"]) == (
        document.original.date,
        str(document.republication.date),
        [creator.name for creator in document.creators],
    )


def test_a_hostile_page_takes_bounded_steps() -> None:
    """Megabytes of separators in one line, or of labels in many, are read to their end."""
    line = "a b, c – d | e; Source: f " * 40_000
    lines = "".join(f"<p>Source: {number}" for number in range(20_000))

    assert {} == found(page(line))
    assert "NZ635" in [remark.code for remark in reading(page() + lines).remarks]


DEEP = "line 3: lists and tables have more than 64 levels"
# Two lines whose brackets open nothing.
HARMLESS = f'# {"[" * 99}\ntitle = """{"[" * 99}\\"""""" # {"{" * 99}\n'
FAULTS = [
    pytest.param("title = A", "line 1: not TOML: Invalid value; texts are put in quotation marks, lists in [ ]", id="toml"),
    pytest.param(HARMLESS + "marks = " + "[" * 9000, DEEP, id="deep-lists"),
    pytest.param(HARMLESS + "marks = " + "{a = " * 9000, DEEP, id="deep-tables"),
    pytest.param(HARMLESS + "marks" + ".'a'" * 9000 + " = 1", DEEP, id="deep-keys"),
    pytest.param("hosts = [\n" + "1" * 9000 + "]", "line 2: a number has more than 4,300 digits", id="digits"),
    pytest.param('title = "A"\nlanguages = ["en"', "line 2: not TOML: Unclosed array; texts are put in quotation marks, lists in [ ]", id="toml-end"),
    pytest.param('languages = ["en"]', 'line 1: "title" is missing; add it', id="missing"),
    pytest.param('title = "A"\nlanguages = ["en"]\n\nhots = ["a.example"]', 'line 4: unknown key "hots"; known: title, hosts, mirrors, marks, publishers, languages, order, window, titles, head, foot, ignored, addresses, lines, examples', id="unknown"),
    pytest.param('title = "A"\nlanguages = "en"', 'line 2: "languages" must be a list in [ ]', id="type"),
    pytest.param('title = "A"\nlanguages = ["xx"]', 'line 2: "languages" must be one of "en", "es", "fr", "pt", "de", "it", "nl", "sv", "da", "nb", "fi", "ca", "ro", "pl", "cs", "hu", "ru", "uk", "bg", "el", "tr", "id", "zh", "ko"', id="enum"),
    pytest.param('title = "A"\nlanguages = ["en"]\nhosts = ["https://a.example"]', 'line 3: "hosts" must be a host such as rebelion.org, in lower case, without https:// and path', id="pattern"),
    pytest.param('title = "A"\nlanguages = ["en"]\nhead = 1000', 'line 3: "head" does not fit the schema of site descriptions: 1000 is greater than the maximum of 100', id="maximum"),
    pytest.param('title = "A"\nlanguages = []', 'line 2: "languages" is empty; write a value, or leave it out', id="empty"),
    pytest.param('title = "A"\nlanguages = ["en"]\n[lines]\nname = "a"', "line 3: write [[lines]] instead of [lines]", id="brackets"),
    pytest.param('title = "A"\nlanguages = ["en"]\n[[lines]]\nname = "a"\nforms = ["{date}"]\n[[lines]]\nname = "b"', 'line 6: "forms" is missing; add it', id="missing-in-second"),
    pytest.param('title = "A"\nlanguages = ["en"]\n[[lines]]\nname = "a"\nforms = ["{date}"]\nat = "top"', 'line 6: "at" must be one of "head", "above_title", "below_title", "foot"', id="enum-in-table"),
    pytest.param('title = "A"\nlanguages = ["en"]\n[[lines]]\nname = "a"\nforms = ["{dat}"]', 'line 5: the form "{dat}" has an unknown part "dat"; known: date, republished, author, translator, editor, transcriber, interviewer, organisation, publisher, place, volume, issue, pages, republisher, section, unclear', id="part"),
    *(pytest.param(f'title = "A"\nlanguages = ["en"]\npublishers = ["B", "{name}"]', "line 3: the publishers must be names on one line, without spaces at their ends", id=f"publisher-{name}")
      for name in ("A\\tB", "A\\n", " A", "A\\u0085B")),
    pytest.param('title = "A"\nlanguages = ["en"]\nignored = ["{author=A| B}"]', 'line 3: the fixed words of the form "{author=A| B}" must be on one line, without spaces at their ends', id="fixed"),
    pytest.param('title = "A"\nlanguages = ["en"]\nignored = ["{a"]', 'line 3: the form "{a" has a brace without its pair', id="brace"),
    pytest.param('title = "A"\nlanguages = ["en"]\nignored = ["{author} {publisher}"]', 'line 3: in the form "{author} {publisher}" no sign separates {author} from {publisher}', id="not-separated"),
    pytest.param('title = "A"\nlanguages = ["en"]\nignored = ["{author*}, {publisher*}"]', 'line 3: only one part of the form "{author*}, {publisher*}" may have a star', id="stars"),
    *(pytest.param(f'title = "A"\nlanguages = ["en"]\ntitles = ["{{title}} - A", "{form}"]', f'line 3: the form "{form}" is of a title, and has no {{title}}', id=f"title-{form}")
      for form in ("A: {}", "{}")),
    pytest.param('title = "A"\nlanguages = ["en"]\nmarks = [["{date} {date}"]]', 'line 3: the form "{date} {date}" has the part "date" twice', id="twice"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_wrong_description_is_refused_with_its_line(text: str, message: str) -> None:
    """The message names the line, the fault and what to write."""
    with pytest.raises(nz.SiteError) as caught:
        parse_site(text.encode(), "a")

    assert message == str(caught.value)


def test_whole_numbers_may_have_a_point() -> None:
    """10.0 is an integer in JSON Schema, so the description is valid and reads pages."""
    text = 'title = "A"\nlanguages = ["en"]\npublishers = ["A"]\nhead = 5.0\nfoot = 5.0\nwindow = 1950.0'
    site = parse_site(text.encode(), "a")

    assert (5, 5, range(1950, 2050)) == (site.head, site.foot, site.years)
    assert nz.read(b"<title>T</title><p>text", site=site).document.title == "T"


def test_other_encodings_are_refused() -> None:
    """A description in Latin-1 is never read with wrong letters."""
    with pytest.raises(nz.SiteError, match="line 2: not UTF-8; save the file in this encoding"):
        parse_site('languages = ["es"]\ntitle = "Rebelión"'.encode("latin-1"), "a")


def test_a_description_is_loaded_by_name_or_path(tmp_path: Path) -> None:
    """`load_site` takes what `--site` takes."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")

    assert ("own", "rebelion") == (nz.load_site(path).name, nz.load_site("rebelion").name)
    with pytest.raises(nz.UnknownNameError, match='no site "rebelon"; did you mean "rebelion"'):
        nz.load_site("rebelon")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run as a user runs it."""
    program = [sys.executable, "-m", "nizkorcite", *arguments]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(program, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a description and a page, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "page.html").write_text(page("Source: Post, 3 May 2012", "A line"), "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_page_is_cited_with_an_own_description() -> None:
    """`--site` reads a page with a file that ships with nobody."""
    result = run("cite", "--site", "own.toml", "page.html")

    assert (
        0,
        "Post. (n.d.). A Title. Test Archive. (Reprinted from Post, 2012, May 3)\n",
    ) == (result.returncode, result.stdout), result.stderr


@pytest.mark.usefixtures("folder")
def test_a_page_is_tried() -> None:
    """`sites try` shows each value with its line, and the lines that no form fits."""
    result = run("sites", "try", "own.toml", "page.html")

    assert 0 == result.returncode
    assert "/original/date 2012-05-03 3 May 2012 3 own.source" in [
        " ".join(line.split()) for line in result.stdout.splitlines()
    ]
    assert "line 5 is not read: A line" in result.stdout.split("\n")


@pytest.mark.usefixtures("folder")
def test_examples_are_checked(folder: Path) -> None:
    """`sites check` reads the examples of a description and names each difference."""
    example = (
        '[[examples]]\npage = "Source: Post"\n[examples.expected]\n"/original/date" = "2012"\n'
    )
    (folder / "own.toml").write_text(OWN + example, "utf-8")

    assert [
        'own.toml: example 1: /original/date: expected "2012", and nothing was read; compare the form with the line',
        'own.toml: example 1: /original/publishers/0/name: "Post" was read; add it to [examples.expected]',
        'own.toml: example 1: /original/source_line: "Source: Post" was read; add it to [examples.expected]',
        'own.toml: example 1: /republication/publishers/0/name: "Test Archive" was read; add it to [examples.expected]',
    ] == run("sites", "check", "--lang", "en", "own.toml").stdout.splitlines()
    assert 1 == run("sites", "check", "own.toml").returncode
    assert [] == list(differences(SITE))


COMMANDS = [
    pytest.param(["check", "own.toml"], 0, "own: no errors; add [[examples]] to have pages checked\n", id="fine"),
    pytest.param(["check", "--lang", "es", "own.toml"], 0, "own: sin errores; añada [[examples]] para que se comprueben páginas\n", id="spanish"),
    pytest.param(["check", str(FOLDER / "rebelion.toml")], 0, "rebelion: no errors; examples read: 2\n", id="shipped"),
    pytest.param(["check", "rebelion"], 0, "rebelion: no errors; examples read: 2\n", id="shipped-by-name"),
    pytest.param(["check", "none.toml"], 3, "", id="no-file"),
    pytest.param(["show", "rebelion"], 0, site_text("rebelion"), id="show"),
    pytest.param(["show", "rebelon"], 2, "", id="unknown-name"),
    pytest.param(["try", "none.toml", "page.html"], 2, "", id="try-without-description"),
    pytest.param(["try", "own.toml", "none.html"], 3, "", id="try-without-page"),
]  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("arguments", "code", "output"), COMMANDS)
def test_commands_end_as_documented(arguments: list[str], code: int, output: str) -> None:
    """Results are on standard output; exit codes are 0, 1, 2 and 3."""
    result = run("sites", *arguments)

    assert (code, output) == (result.returncode, result.stdout), result.stderr


def test_sites_are_listed() -> None:
    """Name, title and hosts, one site a line."""
    lines = run("sites", "list").stdout.splitlines()

    assert list(SITES) == [line.split("\t")[0] for line in lines]
    assert "rebelion\tRebelión\trebelion.org" in lines


def test_pages_of_nizkor_load_no_description() -> None:
    """The founding archive's pages cost what they cost before."""
    program = (
        "import sys, nizkorcite as nz; nz.read(b'A title\\n\\nText.\\n[Source: Reuters, Moscow, 09Sep15]');"
        "print('nizkorcite.readers.sites.shipped' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False\n" == done.stdout


ELSEWHERE = [
    pytest.param("", "https://blog.example/a", [], id="address"),
    pytest.param('<meta property="og:site_name" content="A Blog">', None, ["A Blog"], id="site-name"),
    pytest.param('<meta property="og:site_name" content="Rebelion">', None, ["Rebelión"], id="own"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "url", "expected"), ELSEWHERE)
def test_a_copy_elsewhere_is_not_republished_by_the_site(
    head: str, url: str | None, expected: list[str]
) -> None:
    """A blog that copies a translation made for a site is the publisher of its own page."""
    copy = head + page("Fuente: Post", "Traducido para Rebelión por Ana Prueba")
    document = nz.read(copy.encode(), url=url).document
    republication = document.republication

    assert ["Post"] == [each.name for each in document.original.publishers]
    assert expected == [each.name for each in (republication.publishers if republication else ())]


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("nl", "zaterdag 3 maart 2012"), ("sv", "lördag den 3 mars 2012"), ("da", "3. marts 2012"),
        ("nb", "lørdag 3. mars 2012"), ("fi", "3. maaliskuuta 2012"), ("ca", "3 de març de 2012"),
        ("ro", "sâmbătă, 3 martie 2012"), ("pl", "3 marca 2012"), ("cs", "3. března 2012"),
        ("hu", "2012. március 3."), ("ru", "3 марта 2012 г."), ("uk", "3 березня 2012 р."),
        ("bg", "3 март 2012"), ("el", "Σάββατο 3 Μαρτίου 2012"), ("tr", "3 Mart 2012"),
        ("id", "3 Maret 2012"), ("zh", "2012年3月3日"), ("ko", "2012년 3월 3일"),
    ],
)  # fmt: skip
def test_a_site_has_dates_in_every_language_that_is_read(language: str, printed: str) -> None:
    """A description states the language; the form is the same."""
    site = parse_site(
        f"""title = "Test Archive"
publishers = ["Test Archive"]
languages = ["{language}"]
[[lines]]
name = "source"
at = "below_title"
forms = ["Own source: {{publisher}}, {{date}}"]
""".encode(),
        "own",
    )
    reading = nz.read(page(f"Own source: The Lantern, {printed}").encode(), site=site)

    assert "2012-03-03" == str(reading.document.original.date)
