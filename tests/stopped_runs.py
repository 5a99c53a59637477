"""
Runs of the program, each stopped at another moment of its writing.

    python tests/stopped_runs.py signal:SIGINT|error:ENOSPC FOLDER WORDS...

A moment is a call of one of Python's own functions by a module that writes files, or the return from
it. A line of JSON a moment reports how the run ended, and whether each file of the folder that a
run changes is as before ("old"), as after a whole run ("new") or neither ("half"), as
`{"at": "fsync", "code": 130, "said": "interrupted", "files": {"out": "old"}, "others": []}`.
After SIGKILL a whole run follows; the value of "next" reports that one.
"""

import errno
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from nizkorcite.cli import command, main
from nizkorcite.cli.console import output_file
from nizkorcite.files import atomic

WRITERS = {atomic.__file__, output_file.__file__}
# What fails on a full or broken disk. Locks are no part of it: some file systems have none.
FALLIBLE = {"open", "write", "flush", "fsync", "setxattr", "chmod", "utime", "replace"}
Files = dict[str, bytes]


def stop_by_signal(name: str) -> None:
    """Send this process a signal."""
    os.kill(os.getpid(), signal.Signals[name])


def stop_by_error(name: str) -> NoReturn:
    """Fail as the system does."""
    number = getattr(errno, name)
    raise OSError(number, os.strerror(number))


def watch(number: int, how: str, at: int) -> None:
    """Stop this process at the moment of that number, whose name is written to a descriptor."""
    kind, _, name = how.partition(":")
    stop = partial({"signal": stop_by_signal, "error": stop_by_error}[kind], name)
    left = number

    def profile(frame: FrameType, event: str, function: Any) -> None:
        nonlocal left
        if not event.startswith("c_") or frame.f_code.co_filename not in WRITERS:
            return
        if kind == "signal" or (event == "c_call" and function.__name__ in FALLIBLE):
            left -= 1
            if not left:
                sys.setprofile(None)
                os.write(at, function.__name__.encode())
                stop()

    sys.setprofile(profile)


def run(words: list[str], said: int, prepare: Callable[[], None]) -> NoReturn:
    """Run the program in this process."""
    os.dup2(said, 1)
    os.dup2(said, 2)
    prepare()
    code: Any = None
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        code = end.code
    os._exit(code)


def end_of(words: list[str], prepare: Callable[[], None]) -> dict[str, Any]:
    """How a run of its own process ended."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            run(words, said.fileno(), prepare)
        _, status = os.waitpid(child, 0)
        said.seek(0)
        text = said.read().decode().strip()
    return {"code": os.waitstatus_to_exitcode(status), "said": text}


def files_in(folder: Path) -> Files:
    """The bytes of each file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def compared(found: Files, old: Files, new: Files) -> dict[str, Any]:
    """Which files are old, new and neither, of those that a run changes; and all others."""
    changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]

    def state(name: str) -> str:
        if found.get(name) == old.get(name):
            return "old"
        return "new" if found.get(name) == new.get(name) else "half"

    return {
        "files": {name: state(name) for name in changed},
        "others": sorted({*found} - {*old, *new}),
    }


def restore(folder: Path, old: Files, modes: dict[str, int]) -> None:
    """Make a folder what it was before."""
    for path in folder.iterdir():
        path.unlink()
    for name, data in old.items():
        (folder / name).write_bytes(data)
        (folder / name).chmod(modes[name])


def moments(how: str, folder: Path, words: list[str]) -> Iterator[dict[str, Any]]:
    """What each run left, until one comes to its end."""
    old = files_in(folder)
    modes = {name: (folder / name).stat().st_mode for name in old}
    # What a first run loads is no part of its writing.
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        command.main(words, standalone_mode=False)
    atomic._remove_leftovers.cache_clear()  # noqa: SLF001 - each run is a first one
    new = files_in(folder)
    for number in count(1):
        restore(folder, old, modes)
        with tempfile.TemporaryFile() as at:
            end = end_of(words, partial(watch, number, how, at.fileno()))
            at.seek(0)
            moment = at.read().decode()
        if not moment:
            return
        left = {"at": moment, **end, **compared(files_in(folder), old, new)}
        if how == "signal:SIGKILL":
            left["next"] = end_of(words, lambda: None) | compared(files_in(folder), old, new)
        yield left


if __name__ == "__main__":
    for each in moments(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]):
        sys.stdout.write(f"{json.dumps(each)}\n")
