"""The command that installs an extra, in every kind of environment, each a real one."""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import nizkorcite as nz
from nizkorcite.extras import install_command

PACKAGES = "'pyyaml>=6'"
PROGRAM = "from nizkorcite.extras import install_command as c\nprint(c('yaml'))"
FOLDER = Path(nz.__file__).parent


class Environment:
    """A virtual environment that borrows the packages of the one that runs the tests."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        self.folder = folder
        self.packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(folder)}))
        # A path file, unlike PYTHONPATH, leaves a pip of the borrowed packages behind its own.
        paths = [str(FOLDER.parent), sysconfig.get_path("purelib")]
        (self.packages / "borrowed.pth").write_text("\n".join(paths), "utf-8")

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def printed(self, cwd: Path) -> str:
        """The command that the environment's program prints."""
        command = [str(self.python), "-P", "-c", PROGRAM]
        return subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=cwd
        ).stdout.removesuffix("\n")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """An environment without pip, in a folder with a space."""
    return Environment(tmp_path / "an environment")


def test_an_environment_without_pip_is_filled_from_outside(
    environment: Environment, tmp_path: Path
) -> None:
    """The pip of the Python below it is given the environment's Python."""
    base = shlex.quote(getattr(sys, "_base_executable", sys.executable))
    inner = shlex.quote(str(environment.python))

    assert f"{base} -m pip --python {inner} install {PACKAGES}" == environment.printed(tmp_path)


def test_an_environment_with_pip_fills_itself(environment: Environment, tmp_path: Path) -> None:
    """The environment's own pip is called by the environment's Python, activated or not."""
    (environment.packages / "pip").mkdir()
    inner = shlex.quote(str(environment.python))

    assert f"{inner} -m pip install {PACKAGES}" == environment.printed(tmp_path)


def test_the_python_of_the_system_is_changed_only_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pip refuses (PEP 668), the line has the option that makes it go on."""
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    plain = f"{shlex.quote(sys.executable)} -m pip install"

    assert f"{plain} {PACKAGES}" == install_command("yaml")
    (tmp_path / "EXTERNALLY-MANAGED").touch()
    assert f"{plain} --break-system-packages {PACKAGES}" == install_command("yaml")


def test_pipx_injects(environment: Environment, tmp_path: Path) -> None:
    """An environment of pipx is changed by pipx, which keeps a list."""
    (environment.folder / "pipx_metadata.json").write_text("{}", "utf-8")

    assert f"pipx inject 'an environment' {PACKAGES}" == environment.printed(tmp_path)


def test_environments_of_uv_have_no_pip(environment: Environment, tmp_path: Path) -> None:
    """Where uv made the environment, it also fills the environment."""
    with (environment.folder / "pyvenv.cfg").open("a", encoding="utf-8") as file:
        file.write("uv = 0.9.1\n")
    inner = shlex.quote(str(environment.python))

    assert f"uv pip install --python {inner} {PACKAGES}" == environment.printed(tmp_path)


@pytest.mark.parametrize(
    ("folder", "command"),
    [(".", "python3 run.py install yaml"), ("sub", "python3 {} install yaml")],
)
def test_the_environment_of_a_checkout_is_filled_by_its_script(
    folder: str, command: str, tmp_path: Path
) -> None:
    """`run.py` is named so that the line works in the folder where the user is."""
    checkout = tmp_path / "a checkout"
    shutil.copytree(FOLDER, checkout / "src/nizkorcite", ignore=shutil.ignore_patterns("*.pyc"))
    (checkout / "run.py").touch()
    (checkout / "sub").mkdir()
    own = Environment(checkout / ".venv")
    (own.packages / "a.pth").write_text(str(checkout / "src"), "utf-8")

    assert command.format(shlex.quote(str(checkout / "run.py"))) == own.printed(checkout / folder)
