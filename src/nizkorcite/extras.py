"""Commands that install an extra, an optional set of dependencies, where the program runs."""

import os
import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]


def install_command(extra: str) -> str:
    """
    Return the command that installs an extra for the Python that runs.

    In the environment of a checkout that is `run.py`. Anywhere else, the extra's own packages are
    installed, since pip may not know where this program came from.
    """
    if _runs_in_checkout():
        return " ".join((*_launcher(), "install", extra))
    return " ".join((*_installer(), *map(_quoted, _packages(extra))))


def _packages(extra: str) -> list[str]:
    """Return the requirements of an extra, as the metadata of the installation states them."""
    from importlib.metadata import PackageNotFoundError, requires  # only mistakes need it

    try:
        stated = requires("nizkorcite") or []
    except PackageNotFoundError:  # the source alone is on the path
        return [f"nizkorcite[{extra}]"]
    marker = re.compile(rf"""extra == ['"]{extra}['"]""")
    return [each.partition(";")[0].strip() for each in stated if marker.search(each)]


def _runs_in_checkout() -> bool:
    own = (_CHECKOUT / ".venv").resolve() == Path(sys.prefix).resolve()
    return own and (_CHECKOUT / "run.py").is_file()


def _launcher() -> tuple[str, str]:
    script = "run.py" if _is_in_checkout() else _quoted(str(_CHECKOUT / "run.py"))
    return ("py" if os.name == "nt" else "python3"), script


def _is_in_checkout() -> bool:
    try:
        return Path.cwd() == _CHECKOUT
    except OSError:  # the working folder was removed
        return False


def _installer() -> Iterator[str]:
    """Yield the words that install packages here, whichever tool made the environment."""
    if Path(sys.prefix, "pipx_metadata.json").is_file():
        yield from ("pipx", "inject", _quoted(Path(sys.prefix).name))
    elif _is_made_by_uv():
        yield from ("uv", "pip", "install", "--python", _quoted(sys.executable))
    else:
        yield from _pip()


def _is_made_by_uv() -> bool:
    settings = Path(sys.prefix, "pyvenv.cfg")
    return settings.is_file() and "\nuv = " in f"\n{settings.read_text('utf-8')}"


def _pip() -> Iterator[str]:
    from importlib.util import find_spec

    if sys.prefix != sys.base_prefix and not find_spec("pip"):
        outer = getattr(sys, "_base_executable", sys.executable)
        yield from (_quoted(outer), "-m", "pip", "--python", _quoted(sys.executable), "install")
    else:
        yield from (_quoted(sys.executable), "-m", "pip", "install")
        if _is_kept_by_the_system():
            yield "--break-system-packages"


def _is_kept_by_the_system() -> bool:
    """Return whether pip refuses this Python unless told otherwise (PEP 668)."""
    marker = Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED")
    return sys.prefix == sys.base_prefix and marker.is_file()


def _quoted(word: str) -> str:
    from shlex import quote

    return f'"{word}"' if os.name == "nt" else quote(word)
