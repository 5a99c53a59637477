"""What the documents say is what happens: every command block and code block in them is run."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
# These set up a machine; the frame's own tests and the checks of .ci/run run them.
_SET_UP = ("python3 run.py", "git clone", "pip install", "uvx ")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples and the program on its path, as a user has them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    tools = tmp_path / "tools"
    tools.mkdir()
    program = tools / "nizkorcite"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m nizkorcite "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _blocks(page: Path, language: str) -> list[str]:
    found = _BLOCK.findall(page.read_text("utf-8"))
    return [text for kind, text in found if kind == language]


def _sessions(page: Path) -> list[tuple[str, str]]:
    """Each command of a page's console blocks with the output shown below it."""
    sessions = []
    for block in _blocks(page, "console"):
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = command.partition("\n")
            sessions.append((line, output))
    return [session for session in sessions if not session[0].startswith(_SET_UP)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
@pytest.mark.usefixtures("workplace")
def test_every_command_prints_what_the_page_shows(page: Path) -> None:
    """The commands of a page, typed one after the other, give the output below them."""
    for command, expected in _sessions(page):
        run = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, check=False
        )  # fmt: skip
        shown = run.stdout + run.stderr + (f"[exit {run.returncode}]\n" if run.returncode else "")

        assert f"$ {command}\n{expected}" == f"$ {command}\n{shown}"


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
