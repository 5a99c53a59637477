"""The house as a whole: its front door, the direction of its imports, and what it ships."""

import ast
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import metadata
from importlib.resources import files
from pathlib import Path

import pytest

import nizkorcite as nz
from nizkorcite.record.schema import schema_names, schema_text
from nizkorcite.validation import catalogue, diagnosis, parsing, schema_check

ROOT = Path(__file__).parents[1]
DOOR = ast.parse((files(nz) / "__init__.py").read_text("utf-8"))
HEAVY = {"attr", "attrs", "bibtexparser", "click", "jsonschema", "resiliparse", "selectolax"}


def _loaded_by(program: str) -> set[str]:
    """The modules that a program loads beyond those of Python's own start."""
    code = f"import sys\nbefore = set(sys.modules)\n{program}\n"
    report = "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())


def _types() -> dict[str, str]:
    """The room of each name, as type checkers read the front door."""
    imports = [node for node in ast.walk(DOOR) if isinstance(node, ast.ImportFrom)]
    rooms = [node for node in imports if (node.module or "").startswith("nizkorcite.")]
    return {alias.name: str(node.module) for node in rooms for alias in node.names}


def test_public_names_are_sorted_and_stand_once() -> None:
    """`__all__` is a flat list: constants, classes, functions, each in alphabetical order."""
    assert sorted(set(nz.__all__), key=lambda name: (not name.isupper(), name)) == nz.__all__


@pytest.mark.parametrize("name", nz.__all__)
def test_every_public_name_is_the_one_type_checkers_see(name: str) -> None:
    """Each name of the front door is the object of the room that type checkers find it in."""
    room = importlib.import_module(_types()[name])

    assert getattr(room, name) is getattr(nz, name)


def test_type_checkers_see_no_other_names() -> None:
    """What type checkers are shown is what can be used."""
    assert set(nz.__all__) == set(_types())


def test_public_names_are_listed_before_they_are_used() -> None:
    """`dir(nizkorcite)` shows the public names and no others, also those not loaded yet."""
    program = (
        "import nizkorcite as nz; "
        "assert sorted(nz.__all__) == [name for name in dir(nz) if not name.startswith('__')]"
    )

    assert {"nizkorcite"} == _loaded_by(program)


def test_importing_loads_nothing_else() -> None:
    """`import nizkorcite` loads no room, no dependency and no further part of Python."""
    assert {"nizkorcite"} == _loaded_by("import nizkorcite")


def test_help_loads_only_what_it_shows() -> None:
    """`nizkorcite --help` loads click, and none of the rooms or their dependencies."""
    program = "from nizkorcite.cli import command\ncommand(['--help'], standalone_mode=False)"
    loaded = _loaded_by(program)

    assert {"click"} == loaded & HEAVY
    assert [
        "nizkorcite",
        "nizkorcite.cli",
        "nizkorcite.cli.console",
        "nizkorcite.cli.console.language",
        "nizkorcite.languages",
    ] == sorted(name for name in loaded if name.startswith("nizkorcite"))


def test_a_valid_record_loads_nothing_that_explains() -> None:
    """`nizkorcite validate` of what is right loads neither jsonschema nor what finds places."""
    record = str(ROOT / "examples/putin-tajikistan.json")
    program = (
        "from nizkorcite.cli import command\n"
        f"command(['validate', {record!r}], standalone_mode=False)"
    )
    loaded = _loaded_by(program)
    explaining = tuple(folder.__name__ for folder in (catalogue, diagnosis, parsing, schema_check))

    assert {"attr", "attrs", "click"} == loaded & HEAVY
    assert [] == [name for name in loaded if name.startswith(explaining)]


def test_misspelt_name_is_an_attribute_error() -> None:
    """A name that does not exist is refused as every module refuses it."""
    with pytest.raises(AttributeError, match=r"^module 'nizkorcite' has no attribute 'citte'$"):
        _ = nz.citte  # type: ignore[attr-defined]


def test_imports_go_down_only() -> None:
    """The contracts of pyproject.toml hold, and every module has its floor."""
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (0, "") == (run.returncode, run.stderr), run.stdout


# Functions and names that a table of modules, or an entry point, looks up in several modules.
CALLED_BY_NAME = {
    "NAME", "TYPE_CHECKING", "advice", "command", "entry", "in_text", "inner_page", "narrative", "read",
    "read_all", "read_pieces", "report", "sort_and_disambiguate", "write_all",
}  # fmt: skip


def _defined_names(module: ast.Module) -> Iterator[str]:
    """The public names that a module defines at its top level."""
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (each.id for each in targets if isinstance(each, ast.Name))


def test_no_public_name_is_defined_twice() -> None:
    """A name means one thing in the whole package, so that a search for it finds one place."""
    modules: dict[str, list[str]] = {}
    package = Path(str(files(nz)))
    for path in sorted(package.rglob("*.py")):
        for name in set(_defined_names(ast.parse(path.read_text("utf-8")))):
            modules.setdefault(name, []).append(str(path.relative_to(package)))

    assert {} == {
        name: places
        for name, places in sorted(modules.items())
        if len(places) > 1 and not name.startswith("_") and name not in CALLED_BY_NAME
    }


def test_types_are_shipped() -> None:
    """The package says that it is typed (PEP 561)."""
    assert (files(nz) / "py.typed").is_file()


@pytest.mark.parametrize("name", schema_names())
def test_package_carries_the_schemas_of_the_project(name: str) -> None:
    """The schema that the package uses is a file of the folder `schemas`."""
    kept = [path.read_text("utf-8") for path in sorted((ROOT / "schemas").rglob("*.schema.json"))]

    assert 1 == kept.count(schema_text(name))


def test_every_schema_file_can_be_asked_for() -> None:
    """No file of the folder `schemas` is left out of the table of names."""
    kept = {
        json.loads(path.read_text("utf-8"))["$id"]
        for path in (ROOT / "schemas").rglob("*.schema.json")
    }

    assert kept == {json.loads(schema_text(name))["$id"] for name in schema_names()}


def test_version_is_the_same_everywhere() -> None:
    """The package, its metadata and CITATION.cff tell one version."""
    cited = re.findall(r"^version: (.*)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)

    assert [nz.__version__] == cited
    assert nz.__version__ == metadata("nizkorcite")["Version"]
