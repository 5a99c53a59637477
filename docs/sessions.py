"""
Write the output below each command of the documentation, as the program prints it now.

    python docs/sessions.py [PAGE...]      a test fails if a page is not current
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```)", re.DOTALL | re.MULTILINE)
# A file that the reader of a page is asked to write.
_FILE = re.compile(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)
# These set up a machine; the tests of run.py and the checks of .ci/run run them.
_SET_UP = ("python3 run.py", "python3 -m ", ". .venv", "git ", "pipx ", "uvx ")


@contextmanager
def workplace(folder: Path) -> Iterator[None]:
    """Work in a folder with the examples and the program on the path, as a user has them."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    program = folder / "tools/nizkorcite"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m nizkorcite "$@"\n')
    program.chmod(0o755)
    path, before = os.environ["PATH"], Path.cwd()
    os.environ["PATH"] = f"{program.parent}:{path}"
    os.chdir(folder)
    try:
        yield
    finally:
        os.environ["PATH"] = path
        os.chdir(before)


def rerun(page: Path) -> str:
    """The text of a page, its files written, its commands typed and followed by their output."""
    os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "es" if "es" in page.parts else "en"}
    text, made = page.read_text("utf-8"), 0
    parts: list[str] = []
    for block in _BLOCK.finditer(text):
        for file in _FILE.finditer(text, made, block.start()):
            Path(file[1]).write_text(file[2], "utf-8")
        parts += (text[made : block.start()], *_session(block[0]))
        made = block.end()
    return "".join((*parts, text[made:]))


def _session(block: str) -> Iterator[str]:
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        command = part.partition("\n")[0].removeprefix("$ ")
        yield part if command.startswith(_SET_UP) or not part else _run(command)


def _run(command: str) -> str:
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    code = f"[exit {run.returncode}]\n" if run.returncode else ""
    return f"$ {command}\n{run.stdout}{run.stderr}{code}"


if __name__ == "__main__":
    pages = [Path(name).resolve() for name in sys.argv[1:]]
    for page in pages or (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        with tempfile.TemporaryDirectory() as folder, workplace(Path(folder)):
            text = rerun(page)
        page.write_text(text, encoding="utf-8", newline="\n")
