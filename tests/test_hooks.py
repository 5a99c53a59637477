"""The hooks for pre-commit do what their names say; pre-commit itself is tried by hand (docs)."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
HOOKS = (HERE.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
ENTRIES = re.findall(r"^  entry: nizkorcite (.*)$", HOOKS, re.MULTILINE)


def run(entry: str, name: str) -> int:
    """The exit code of a hook on a file, as pre-commit runs it."""
    command = [sys.executable, "-m", "nizkorcite", *entry.split(), name]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_the_hooks_check_and_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first refuses a broken record, the second mends it, and then the first is content."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE.parent / "examples/broken/three-faults.json", "a.nizkor.json")
    check, mend = ENTRIES

    assert [1, 0, 0] == [run(entry, "a.nizkor.json") for entry in (check, mend, check)]


@pytest.mark.parametrize(
    ("name", "is_checked"),
    [("a.nizkor.json", True), ("records/b.nizkor.jsonl", True), ("package.json", False), ("a.nizkor.json.txt", False)],
)  # fmt: skip
def test_the_hooks_look_at_files_of_records_alone(name: str, is_checked: bool) -> None:
    """Other JSON in a repository is none of their business."""
    patterns = set(re.findall(r"^  files: (.*)$", HOOKS, re.MULTILINE))

    assert [is_checked] == [bool(re.search(pattern, name)) for pattern in patterns]
