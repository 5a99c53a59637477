"""`run.py` on a machine with Python and pip alone, shown on a small project of its own."""

import ast
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[1] / "run.py"

# The small project has its own build backend, so that an installation needs no network.
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "nizkorcite"
version = "1"
optional-dependencies = { csl = [], test = [], yaml = [] }
"""
BACKEND = '''\
"""An editable wheel that points to the folder of this file."""
import os, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
INFO = "nizkorcite-1.dist-info/"
FILES = {
    "nizkorcite.pth": HERE,
    INFO + "METADATA": "Metadata-Version: 2.1\\nName: nizkorcite\\nVersion: 1\\nProvides-Extra: csl\\nProvides-Extra: test\\nProvides-Extra: yaml\\n",
    INFO + "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
}

def build_editable(folder, config_settings=None, metadata_directory=None):
    if os.path.exists(os.path.join(HERE, "broken")):
        raise SystemExit("the small project does not build")
    name = "nizkorcite-1-py3-none-any.whl"
    record = "".join(f"{path},,\\n" for path in [*FILES, INFO + "RECORD"])
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        for path, text in {**FILES, INFO + "RECORD": record}.items():
            wheel.writestr(path, text)
    return name
'''
PROGRAM = """\
import os, sys
print(sys.argv[1:], os.getcwd())
sys.exit(3 if "odd" in sys.argv else 0)
"""
SETTING_UP = "setting up .venv (once, about a minute) ...\n"


class Project:
    """A folder with `run.py` and a package named nizkorcite that prints its arguments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "nizkorcite").mkdir(parents=True)
        (folder / "nizkorcite/__main__.py").write_text(PROGRAM, "utf-8")
        (folder / "pytest.py").write_text(PROGRAM, "utf-8")
        (folder / "backend.py").write_text(BACKEND, "utf-8")
        (folder / "pyproject.toml").write_text(PROJECT, "utf-8")
        shutil.copy(RUN, folder)

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.folder / (".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python")

    def run(
        self, *arguments: str, cwd: Path | None = None, python: Path = Path(sys.executable)
    ) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of `python3 run.py ARGUMENTS`."""
        command = [str(python), str(self.folder / "run.py"), *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=cwd or self.folder, check=False
        )
        return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that was set up by its first command."""
    project = Project(tmp_path_factory.mktemp("installed") / "a project")
    assert (0, f"['first'] {project.folder}\n", SETTING_UP) == project.run("first")
    return project


@pytest.fixture
def fresh(tmp_path: Path) -> Project:
    """A project as cloned."""
    return Project(tmp_path / "project")


def test_second_run_installs_nothing(installed: Project, tmp_path: Path) -> None:
    """Once set up, a command runs at once, in the folder where the user stands."""
    expected = (0, f"['cite', 'page.html'] {tmp_path}\n", "")

    assert expected == installed.run("cite", "page.html", cwd=tmp_path)


def test_exit_code_is_the_commands(installed: Project) -> None:
    """The exit code of a command is passed on."""
    assert 3 == installed.run("validate", "odd")[0]


def test_modules_of_the_users_folder_are_not_imported(installed: Project, tmp_path: Path) -> None:
    """A file named like a module, in the folder where the user stands, is not run."""
    (tmp_path / "nizkorcite.py").write_text("raise SystemExit(9)", "utf-8")

    assert 0 == installed.run("cite", cwd=tmp_path)[0]


def test_tests_run_in_the_project_on_all_cores(installed: Project, tmp_path: Path) -> None:
    """`run.py test` installs what tests need, once, and says first how long all tests take."""
    cores = str(len(os.sched_getaffinity(0)))
    options = ["-n", cores, "--dist", "worksteal", "-k", "dates"]
    times = f"all tests take about {max(1, round(10 / int(cores)))} min (cores: {cores}) ...\n"
    expected = f"{options} {installed.folder}\n"

    assert (0, expected, SETTING_UP + times) == installed.run("test", "-k", "dates", cwd=tmp_path)
    assert (0, expected, times) == installed.run("test", "-k", "dates", cwd=tmp_path)


@pytest.mark.parametrize("arguments", [("-q", "pytest.py::a"), ("-p", "no:xdist"), ("-pno:xdist",)])
def test_tests_of_single_files_run_in_one_process(
    arguments: tuple[str, ...], installed: Project
) -> None:
    """That is sooner; so they do where pytest is to have no processes."""
    installed.run("test")

    assert (0, f"{list(arguments)} {installed.folder}\n", "") == installed.run("test", *arguments)


def test_changed_metadata_is_installed_again(fresh: Project) -> None:
    """A changed pyproject.toml sets the environment up anew, also when run from inside it."""
    fresh.run("first")
    with (fresh.folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    assert SETTING_UP == fresh.run("again", python=fresh.python)[2]
    assert "" == fresh.run("again")[2]


def test_failed_installation_is_told_and_tried_again(fresh: Project) -> None:
    """Pip's words are shown where it fails; the next run begins afresh."""
    (fresh.folder / "broken").touch()
    code, out, err = fresh.run("cite")
    (fresh.folder / "broken").unlink()

    assert (2, "") == (code, out)
    assert "the small project does not build" in err
    assert err.endswith("what pip said stands above. Mend that and run this again.\n")
    assert (0, SETTING_UP) == fresh.run("cite")[::2]


def test_environment_of_a_moved_folder_is_made_again(installed: Project, tmp_path: Path) -> None:
    """A moved project does not run the code of its old place."""
    moved = Project(tmp_path / "moved")
    shutil.copytree(installed.folder / ".venv", moved.folder / ".venv", symlinks=True)

    assert (0, f"['next'] {moved.folder}\n", SETTING_UP) == moved.run("next")


def test_environment_without_its_python_is_made_again(fresh: Project) -> None:
    """Where the Python of the environment is gone, the environment is made anew."""
    fresh.run("first")
    fresh.python.unlink()

    assert (0, f"['next'] {fresh.folder}\n", SETTING_UP) == fresh.run("next")


def test_help_sets_nothing_up(fresh: Project) -> None:
    """Help tells the three ways to use the script and touches nothing."""
    code, out, err = fresh.run("--help")

    assert (0, "") == (code, err)
    assert "python3 run.py demo               the main job on the example page" in out
    assert not (fresh.folder / ".venv").exists()


def installed_message(project: Project) -> str:
    """What `run.py install` prints once all is installed."""
    activate = shlex.quote(str(project.python.with_name("activate")))
    return f"nizkorcite is installed. To call it by its name in this terminal:\n. {activate}\n"


def test_extras_are_installed_once_by_name(fresh: Project) -> None:
    """`run.py install` takes any number of extras, and prints how to reach the program."""
    done = installed_message(fresh)

    assert (0, done, SETTING_UP) == fresh.run("install", "yaml", "csl")
    assert (0, done, "") == fresh.run("install", "csl")
    assert (0, done, "") == fresh.run("install")


def test_extras_survive_a_new_environment(fresh: Project) -> None:
    """An environment made again has the extras it had, even if the first try fails."""
    fresh.run("install", "csl")
    fresh.python.unlink()
    (fresh.folder / "broken").touch()
    failed = fresh.run("cite")
    (fresh.folder / "broken").unlink()

    assert 2 == failed[0]
    assert 0 == fresh.run("cite")[0]
    assert (0, installed_message(fresh), "") == fresh.run("install", "csl")


def test_an_unknown_extra_is_refused_before_anything_is_installed(fresh: Project) -> None:
    """The message names the extras."""
    problem = "There is no extra cls. Extras: csl, test, yaml\n"

    assert (2, "", problem) == fresh.run("install", "yaml", "cls")
    assert not (fresh.folder / ".venv").exists()


def test_no_argument_is_wrong_usage(fresh: Project) -> None:
    """Without arguments the script shows its help and says by exit code 2 that nothing was run."""
    assert (2, fresh.run("--help")[1], "") == fresh.run()


def test_old_python_can_read_the_script() -> None:
    """The grammar of Python 3.6 is enough, so that an old Python can say what is needed."""
    assert isinstance(ast.parse(RUN.read_text("utf-8"), feature_version=(3, 6)), ast.Module)
