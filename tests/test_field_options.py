"""Fields set by name: options of read, cite and convert, and the names of agents as typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nizkorcite.cli import command
from nizkorcite.errors import CorrectionError
from nizkorcite.reference.fields import NAMES, RECORD_FIELDS, field_name
from nizkorcite.reference.typed_names import agents_as_typed, typed_agents, typed_groups

PAGE = (
    "<html lang=en><title>Court opens files</title>"
    '<meta property="og:site_name" content="Example News">'
    '<meta property="article:published_time" content="2024-03-05">'
    '<meta name="author" content="Ana Ruiz"><p>A body of some words.</p></html>'
)
WIRE = "A wire story\n\nThe body.\n[Source: Itar Tass, Dushanbe, 27Feb17]\n"


def run(*words: str) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(command, words)


def record_of(*options: str, page: str = PAGE) -> dict[str, object]:
    """The record that `read` makes of a page with options."""
    Path("page.html").write_text(page, "utf-8")
    result = run("read", *options, "page.html")
    assert 0 == result.exit_code, result.stderr
    record: dict[str, object] = json.loads(result.stdout)
    return record


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("text", "kinds", "names"),
    [
        ("Ruiz, Ana", ["person"], ["Ana Ruiz"]),
        ("{Human Rights Watch}", ["organisation"], ["Human Rights Watch"]),
        ("Ana Ruiz", ["unknown"], ["Ana Ruiz"]),
        ("de la Cruz, Ana", ["person"], ["Ana de la Cruz"]),
        ("King, Martin Luther, Jr.", ["person"], ["Martin Luther King Jr."]),
        ("hooks, bell", ["person"], ["bell hooks"]),
        ("{Smith; Sons, Ltd}; Ruiz, Ana", ["organisation", "person"], ["Smith; Sons, Ltd", "Ana Ruiz"]),
        ("  Ruiz ,  Ana ;; ", ["person"], ["Ana Ruiz"]),
        ("Muñoz Ñ, José", ["person"], ["José Muñoz Ñ"]),
    ],
)  # fmt: skip
def test_a_name_says_its_kind_by_a_comma_or_braces_or_not_at_all(
    text: str, kinds: list[str], names: list[str]
) -> None:
    """Nothing is guessed of a name that has neither."""
    agents = typed_agents(text)

    assert (kinds, names) == ([each.kind for each in agents], [each.name for each in agents])
    assert agents == typed_agents(agents_as_typed(agents))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Ruiz, Ana, María",
         '"Ruiz, Ana, María" is not understood; write "Family, Given" for a person, '
         '"{Ruiz, Ana, María}" for a group'),
        ("King, Jr., Martin",
         '"King, Jr., Martin" is not understood; write "Family, Given" for a person, '
         '"{King, Jr., Martin}" for a group'),
        ("Ruiz,", '"Ruiz," is not understood; write "Family, Given" for a person, "{Ruiz,}" for a group'),
        ("{EFE", 'a brace has no partner in "{EFE"'),
        ("EFE}", 'a brace has no partner in "EFE}"'),
        ("The {EFE}", '"The {EFE}" has braces around a part; put them around the whole name'),
        ("{EFE}{AP}", '"{EFE}{AP}" has braces around a part; put them around the whole name'),
        ("{ }", '"{ }" has braces around a part; put them around the whole name'),
    ],
)  # fmt: skip
def test_a_name_of_two_readings_is_refused(text: str, problem: str) -> None:
    """A comma too many could be a second given name, a suffix or a list."""
    with pytest.raises(CorrectionError) as caught:
        typed_agents(text)

    assert problem == str(caught.value)


def test_a_publisher_keeps_its_commas() -> None:
    """Publishers are groups, as in every other place."""
    assert ["Farrar, Straus and Giroux", "EFE"] == [
        each.name for each in typed_groups("Farrar, Straus and Giroux; EFE")
    ]


def test_every_field_has_one_pointer_and_role() -> None:
    """Two names for one member would set the same value twice."""
    places = [(each.pointer, each.role) for each in RECORD_FIELDS.values()]

    assert len(places) == len(set(places))
    assert {"date", "publisher", "place", "accessed"} < set(NAMES)


def test_a_field_of_the_page_is_that_of_its_republication_if_there_is_one() -> None:
    """The date of a page that republishes nothing is that of the original."""
    assert ("republication_date", "original_date") == (
        field_name("date", has_republication=True),
        field_name("date", has_republication=False),
    )


@pytest.mark.parametrize(
    ("options", "cited"),
    [
        ((), "Ana Ruiz. (2024, March 5). Court opens files. Example News."),
        (("--author", "Ruiz, Ana", "--author", "{Human Rights Watch}"),
         "Ruiz, A., & Human Rights Watch. (2024, March 5). Court opens files. Example News."),
        (("--title", "Files", "--date", "2023-01", "--publisher", "The News, Inc."),
         "Ana Ruiz. (2023, January). Files. The News, Inc."),
        (("--original-publisher", "Reuters", "--original-date", "2024-03-04", "--place", "London"),
         "Ana Ruiz. (2024, March 5). Court opens files. Example News. "
         "(Reprinted from Reuters, London, 2024, March 4)"),
        (("--original-publisher", "Reuters", "--publisher", "Mirror"),
         "Ana Ruiz. (2024, March 5). Court opens files. Mirror. (Reprinted from Reuters)"),
        (("--author", ""), "Example News. (2024, March 5). Court opens files."),
    ],
    ids=["none", "authors", "own page", "an original", "both publishers", "no author"],
)  # fmt: skip
def test_an_option_sets_a_field_of_the_citation(options: tuple[str, ...], cited: str) -> None:
    """Title, author, date, publisher and original are corrected without knowing the record."""
    Path("page.html").write_text(PAGE, "utf-8")

    assert f"{cited}\n" == run("cite", *options, "page.html").stdout


def test_who_names_the_original_makes_the_page_a_republication() -> None:
    """The page's own day and publisher, with their evidence, are no longer those of the original."""
    record = record_of("--original-publisher", "Reuters")

    assert {
        "attribution": "inferred",
        "publishers": [{"kind": "organisation", "name": "Reuters"}],
    } == record["original"]
    assert "2024-03-05" == record["republication"]["date"]  # type: ignore[index]
    assert ["markup", "editor"] == [
        each["method"]
        for each in record["evidence"]  # type: ignore[attr-defined]
        if each["field"] in ("/republication/date", "/original/publishers")
    ]


def test_an_editors_original_is_no_publication_of_the_page() -> None:
    """A source set by hand, and set again, does not become the page's own publisher."""
    record = record_of("--original-publisher", "Reuters", page="A title\n\nWords.\n")
    Path("page.json").write_text(json.dumps(record), "utf-8")
    cited = run("cite", "--style", "plain", "--original-publisher", "EFE", "page.json").stdout

    assert "inferred" == record["original"]["attribution"]  # type: ignore[index]
    assert cited.startswith("EFE,")
    assert "Reuters" not in cited


def test_a_value_that_is_right_keeps_its_evidence() -> None:
    """Setting what the page states changes nothing."""
    assert record_of(page=WIRE) == record_of(
        "--original-date", "2017-02-27", "--original-publisher", "Itar Tass", page=WIRE
    )


def test_a_field_set_by_hand_needs_no_remark() -> None:
    """The warning that no source was found is not printed beside the source that the user gives."""
    Path("page.html").write_text(PAGE, "utf-8")

    assert ["page.html: warning NZ601 no line found on this page that names its source (add "
            "--original-publisher NAME if you know it)\n", ""] == [
        run("cite", *options, "page.html").stderr
        for options in ((), ("--original-publisher", "Reuters"))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--set", "date=2023"),
         "Error: Invalid value for '--set': no such field \"date\"; did you mean "
         "/original/date=2023 or /republication/date=2023?"),
        (("--set", "title=New"),
         "Error: Invalid value for '--set': no such field \"title\"; did you mean /title=New or "
         "/original/title=New?"),
        (("--set", "creators=Ana"),
         "Error: Invalid value for '--set': no such field \"creators\"; did you mean "
         "/creators=Ana?"),
        (("--author", "{EFE"), 'Error: Invalid value for --author: a brace has no partner in "{EFE"'),
    ],
    ids=["two layers", "title", "one place", "a name"],
)  # fmt: skip
def test_a_mistake_in_a_correction_is_explained(words: tuple[str, ...], problem: str) -> None:
    """Each layer has a date, so both pointers are named."""
    result = run("read", *words, "page.html")

    assert (2, problem) == (result.exit_code, result.stderr.splitlines()[-1])


def test_convert_takes_what_the_user_knows() -> None:
    """The options of read and cite."""
    Path("page.html").write_text(PAGE, "utf-8")
    result = run("convert", "--to", "csl-json", "--title", "Files", "--accessed", "2026-11-24",
                 "page.html")  # fmt: skip
    (item,) = json.loads(result.stdout)

    assert ("Files", [[2026, 11, 24]]) == (item["title"], item["accessed"]["date-parts"])


def test_a_bad_date_is_refused_with_its_form() -> None:
    """An impossible or ambiguous date costs the page, and says what to write."""
    Path("page.html").write_text(PAGE, "utf-8")
    result = run("cite", "--date", "5/3/24", "page.html")

    assert 'page.html: /original/date: "5/3/24" is not a date such as 2017-02-27, 2017-02 or 2017\n' == result.stderr  # fmt: skip


@pytest.mark.parametrize("option", ["--author", "--publisher", "--original-publisher"])
@pytest.mark.parametrize("name", ["A\tB", "x" * 501, ".\udccd"], ids=["tab", "long", "no letter"])
def test_a_name_that_no_record_can_have_is_refused_in_words(option: str, name: str) -> None:
    """A tab, a name too long, a byte of another encoding: wrong usage, and no internal error."""
    ran = CliRunner().invoke(command, ["cite", option, name, "-"], input="<p>A page.")

    assert 2 == ran.exit_code
    assert f"Error: Invalid value for {option}: " in ran.stderr
