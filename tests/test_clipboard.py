"""`cite --copy`: what stands on the clipboard, and what is told where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "examples/putin-tajikistan.html"
IN_TEXT = "(Itar Tass, 2017)"
ENTRY = (
    "Itar Tass. (2017, February 28). <i>Putin: Russia's military base in Tajikistan to ensure "
    "security of border with Afghanistan</i>. Equipo Nizkor; Derechos Human Rights."
)


def cite(*options: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, result and messages of `cite --copy`, in an environment of its own."""
    kept = {
        name: text
        for name, text in os.environ.items()
        if name in {"PATH", "HOME"} or name.startswith("COVERAGE")
    }
    run = subprocess.run(
        [sys.executable, "-m", "nizkorcite", "cite", "--copy", *options, str(PAGE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
    )
    return run.returncode, run.stdout, run.stderr


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a screen without a monitor, with a clipboard of its own."""
    if not (shutil.which("Xvfb") and shutil.which("xclip")):
        pytest.skip("Xvfb and xclip are Debian packages, which a machine for tests may lack")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "320x200x8"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for programs that stand in for those of desktops that are not here."""
    folder = tmp_path / "tools"
    folder.mkdir()
    return folder


def program(folder: Path, name: str, script: str) -> None:
    """Put a shell script there."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def pasted(screen: str, target: str) -> str:
    """What another program gets from the clipboard."""
    return subprocess.run(
        ["xclip", "-selection", "clipboard", "-o", "-target", target],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DISPLAY": screen},
    ).stdout


def test_text_is_on_the_clipboard(screen: str) -> None:
    """Without the line break that a terminal needs; the result is printed as ever."""
    assert (0, f"{IN_TEXT}\n", "") == cite("--in-text", DISPLAY=screen)
    assert pasted(screen, "UTF8_STRING") == IN_TEXT


def test_html_is_on_the_clipboard_as_html(screen: str) -> None:
    """A word processor gets the italics, and no other characters than the page has."""
    code, _, _ = cite("--layers", "republication", "--markup", "html", DISPLAY=screen)

    assert code == 0
    assert f'<meta charset="utf-8">{ENTRY}' == pasted(screen, "text/html")


def test_a_tool_that_fails_is_passed_over(tools: Path) -> None:
    """The next one of the desktop is tried; one that knows no HTML says so."""
    program(tools, "wl-copy", "exit 1")
    program(tools, "xsel", f"/bin/cat > {tools}/copied")
    options = ("--layers", "republication", "--markup", "html")

    code, _, told = cite(*options, PATH=str(tools), WAYLAND_DISPLAY="any", DISPLAY="any")

    assert (0, "xsel cannot copy HTML; copied the HTML source as text\n") == (code, told)
    assert (tools / "copied").read_text("utf-8") == ENTRY


@pytest.mark.parametrize(
    ("environment", "problem"),
    [({}, "no clipboard was found"), ({"WAYLAND_DISPLAY": "any"}, "wl-copy could not copy")],
    ids=["no-screen", "broken"],
)
def test_without_a_clipboard_the_result_is_printed(
    tools: Path, environment: dict[str, str], problem: str
) -> None:
    """A tool without its screen is none; the exit code says that an output was not written."""
    program(tools, "wl-copy", "exit 1")
    hint = (
        "On Linux, install wl-clipboard (Wayland), xclip or xsel (X11), and run this in a desktop "
        "session.\n"
    )
    told = f"Error: {problem}; the result was printed, not copied. {hint}"

    assert (4, f"{IN_TEXT}\n", told) == cite("--in-text", PATH=str(tools), **environment)
