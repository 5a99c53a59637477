"""
Runs of the program, each stopped at another moment of its writing.

    python tests/stopped_runs.py signal:SIGINT|error:ENOSPC TARGET WORDS...

A moment is a call of one of Python's own functions by a module that writes files, or the return from
it. A line of JSON a moment says what the run left in the target and its folder, as
`{"at": "fsync", "code": 130, "said": "interrupted", "is_old": true, "others": []}`.
"""

import errno
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from nizkorcite.cli import command, main
from nizkorcite.cli.console import output_file
from nizkorcite.files import atomic

WRITERS = {atomic.__file__, output_file.__file__}
# What fails on a full or broken disk. Locks are no part of it: some file systems have none.
FALLIBLE = {"open", "write", "flush", "fsync", "chmod", "replace"}


def stop_by_signal(name: str) -> None:
    """Send this process a signal."""
    os.kill(os.getpid(), signal.Signals[name])


def stop_by_error(name: str) -> NoReturn:
    """Fail as the system does."""
    number = getattr(errno, name)
    raise OSError(number, os.strerror(number))


def watch(
    number: int, is_moment: Callable[[str, str], bool], stop: Callable[[], None]
) -> list[str]:
    """Stop this process at the moment of that number; the list gets the name of each."""
    moments: list[str] = []

    def profile(frame: FrameType, event: str, function: Any) -> None:
        is_ours = event.startswith("c_") and frame.f_code.co_filename in WRITERS
        if is_ours and is_moment(event, function.__name__):
            moments.append(function.__name__)
            if len(moments) == number:
                sys.setprofile(None)
                stop()

    sys.setprofile(profile)
    return moments


def run(words: list[str], how: str, number: int, said: int) -> NoReturn:
    """Run the program in this process; what it says last is the moment it was stopped at."""
    os.dup2(said, 1)
    os.dup2(said, 2)
    kind, _, name = how.partition(":")
    if kind == "signal":
        moments = watch(number, lambda *_: True, lambda: stop_by_signal(name))
    else:
        is_moment = lambda event, called: event == "c_call" and called in FALLIBLE  # noqa: E731
        moments = watch(number, is_moment, lambda: stop_by_error(name))
    code: Any = None
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        code = end.code
    sys.setprofile(None)
    os.write(said, f"\n{moments[number - 1] if number <= len(moments) else ''}".encode())
    os._exit(code)


def left_by(target: Path, words: list[str], how: str, number: int) -> dict[str, Any]:
    """What a run left that was stopped; it has no moment where it came to its end before."""
    old = target.read_bytes()
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            run(words, how, number, said.fileno())
        _, status = os.waitpid(child, 0)
        said.seek(0)
        text, _, at = said.read().decode().rpartition("\n")
    return {
        "at": at,
        "code": os.waitstatus_to_exitcode(status),
        "said": text.strip(),
        "is_old": old == target.read_bytes(),
        "others": sorted(path.name for path in target.parent.iterdir() if path != target),
    }


def moments(how: str, target: Path, words: list[str]) -> Iterator[dict[str, Any]]:
    """What each run left, until one comes to its end."""
    old, mode = target.read_bytes(), target.stat().st_mode
    # What a first run loads is no part of its writing.
    with Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere):
        command.main(words, standalone_mode=False)
    for number in count(1):
        target.write_bytes(old)
        target.chmod(mode)
        left = left_by(target, words, how, number)
        if not left["at"]:
            return
        yield left


if __name__ == "__main__":
    for each in moments(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]):
        sys.stdout.write(f"{json.dumps(each)}\n")
