"""Runs over collections that are ended from outside, and go on later."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from click.testing import CliRunner

from nizkorcite.cli import command
from nizkorcite.cli.collections import run as run_module
from nizkorcite.files import lasting_draft
from nizkorcite.web_archives import archive_parts, journal, piece_reading
from nizkorcite.web_archives.archive_parts import ArchivePiece
from nizkorcite.web_archives.piece_reading import CollectionOptions, PieceResult
from warc_files import HOST, crawl, digest, gzipped, page, record

WRITERS = {lasting_draft.__file__, journal.__file__, run_module.__file__}
MOMENTS = 50


def read(*words: str) -> tuple[int, str]:
    """The exit code and the messages of a run."""
    ran = CliRunner().invoke(command, ["read", *words], standalone_mode=False)
    if ran.exception:
        raise ran.exception
    return ran.return_value, ran.stderr


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl in two files of many pieces, with a revisit, a loss and a remark."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(archive_parts, "PIECE", 1200)
    Path("crawl").mkdir()
    again = record(
        "revisit",
        b"",
        url=f"{HOST}/again.html",
        number=50,
        date="2018-05-01T00:00:00Z",
        fields=[f"WARC-Payload-Digest: {digest(page(1))}"],
    )
    data = bytearray(gzipped([*crawl(4), again]))
    data[1000:1020] = bytes(20)
    Path("crawl/a.warc.gz").write_bytes(data)
    Path("crawl/b.warc").write_bytes(b"".join(crawl(2)))


def forked(work: Callable[[], object]) -> int:
    """Do something in a process of its own; return how that ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killing(moment: int) -> Callable[[FrameType, str, Any], None]:
    """End this process at a call of Python's own functions by a module that writes."""
    left = moment

    def profile(frame: FrameType, event: str, _: Any) -> None:
        nonlocal left
        if event.startswith("c_") and frame.f_code.co_filename in WRITERS:
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    return profile


def killed_run(moment: int, *words: str) -> int:
    """Run until a moment."""

    def work() -> None:
        sys.setprofile(killing(moment))
        read(*words)

    return forked(work)


def number_of_moments() -> int:
    """How many moments a run has."""
    calls = 0

    def profile(frame: FrameType, event: str, _: Any) -> None:
        nonlocal calls
        calls += event.startswith("c_") and frame.f_code.co_filename in WRITERS

    sys.setprofile(profile)
    try:
        read("-q", "-o", "whole.jsonl", "crawl")
    finally:
        sys.setprofile(None)
    return calls


def test_a_run_killed_at_any_moment_goes_on_to_the_same_bytes() -> None:
    """At fifty moments, each between other writes; the messages are those of a whole run."""
    said = read("-o", "whole.jsonl", "crawl")
    moments = number_of_moments()
    assert moments > MOMENTS
    whole = Path("whole.jsonl").read_bytes()
    assert 7 == len(whole.splitlines())
    for moment in range(1, moments, moments // MOMENTS):
        Path("out.jsonl").unlink(missing_ok=True)
        assert -signal.SIGKILL == killed_run(moment, "-q", "-o", "out.jsonl", "crawl")

        if Path("out.jsonl").exists():  # killed after the last step
            assert whole == Path("out.jsonl").read_bytes()
        assert said == read("--resume", "-o", "out.jsonl", "crawl"), moment
        assert whole == Path("out.jsonl").read_bytes(), moment
        assert {"crawl", "whole.jsonl", "out.jsonl"} == {each.name for each in Path().iterdir()}


def test_a_run_may_be_killed_again_and_again() -> None:
    """Each run goes on where the one before had ended, with any number of processes."""
    read("-q", "-o", "whole.jsonl", "crawl")
    runs = 0
    while -signal.SIGKILL == killed_run(
        30 * (1 + runs), "-q", "--resume", "-j", str(1 + runs % 2), "-o", "out.jsonl", "crawl"
    ):
        runs += 1

    assert runs > 2
    assert Path("whole.jsonl").read_bytes() == Path("out.jsonl").read_bytes()


def dies_at_first(
    read_piece: Callable[[CollectionOptions, ArchivePiece], PieceResult],
) -> Callable[[CollectionOptions, ArchivePiece], PieceResult]:
    """A worker is killed the first time that it reads a piece."""

    def reading(options: CollectionOptions, piece: ArchivePiece) -> PieceResult:
        mark = Path(f"{piece.part.path.replace('/', '-')}-{piece.start}.killed")
        result = read_piece(options, piece)
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return reading


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_a_piece_whose_worker_was_killed_is_read_again(
    jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every piece is killed once: nothing is lost, and nothing comes twice."""
    said = read("-o", "whole.jsonl", "crawl")
    name = "nizkorcite.web_archives.capture_collection.read_piece"
    monkeypatch.setattr(name, dies_at_first(piece_reading.read_piece))

    assert said == read("-j", jobs, "-o", "out.jsonl", "crawl")
    assert Path("whole.jsonl").read_bytes() == Path("out.jsonl").read_bytes()
    assert len(list(Path().glob("*.killed"))) > 2


def usage_error(*words: str) -> str:
    """The message of a run that is refused."""
    ran = CliRunner().invoke(command, ["read", *words])
    assert 2 == ran.exit_code
    return " ".join(ran.stderr.split())


@pytest.fixture
def unfinished() -> bytes:
    """A run that was killed in its middle, over an older output."""
    middle = number_of_moments() * 2 // 3
    Path("out.jsonl").write_text("{}\n", "utf-8")
    killed_run(middle, "-q", "-o", "out.jsonl", "crawl")
    part = Path("out.jsonl.part").read_bytes()
    assert part
    assert "{}\n" == Path("out.jsonl").read_text("utf-8")
    return part


@pytest.mark.parametrize(
    "line", [b"\0" * 40 + b"\n", b"{}\n", b"00000000 {}\n", b"[" * 100_000 + b"\n"],
    ids=["zeros", "no checksum", "wrong checksum", "nested"],
)  # fmt: skip
def test_a_damaged_line_of_the_journal_is_forgotten(unfinished: bytes, line: bytes) -> None:
    """The run goes on after the last step that is noted whole, to the same bytes."""
    assert unfinished
    with Path("out.jsonl.journal").open("ab") as file:
        file.write(line)
    read("-o", "whole.jsonl", "crawl")

    assert 1 == read("--resume", "-o", "out.jsonl", "crawl")[0]
    assert Path("whole.jsonl").read_bytes() == Path("out.jsonl").read_bytes()


def test_an_unfinished_run_is_not_begun_again_by_chance(unfinished: bytes) -> None:
    """The message names both ways to go on; nothing is lost meanwhile."""
    assert (
        "out.jsonl.part is of an unfinished run; add --resume to go on with it, or --force to "
        "begin again"
    ) in usage_error("-o", "out.jsonl", "crawl")
    assert unfinished == Path("out.jsonl.part").read_bytes()

    assert 1 == read("-q", "--force", "-o", "out.jsonl", "crawl")[0]
    assert 7 == len(Path("out.jsonl").read_bytes().splitlines())


@pytest.mark.parametrize("words", [["--status", "200"], ["--set", "/title=A"], ["--lang", "es"]])
def test_a_run_with_other_options_does_not_go_on(unfinished: bytes, words: list[str]) -> None:
    """Half of the records would be of another kind."""
    option = "out.jsonl.part"

    assert option in usage_error(*words, "--resume", "-o", "out.jsonl", "crawl")
    assert unfinished == Path("out.jsonl.part").read_bytes()


def test_a_run_over_files_that_changed_does_not_go_on(unfinished: bytes) -> None:
    """Its pieces would be others."""
    with Path("crawl/b.warc").open("ab") as file:
        file.write(b"\r\n")

    assert "is of a run with other inputs or options" in usage_error(
        "--resume", "-o", "out.jsonl", "crawl"
    )
    assert unfinished == Path("out.jsonl.part").read_bytes()


def test_resume_without_an_unfinished_run_begins_one() -> None:
    """So that a script may always give it."""
    assert 1 == read("-q", "--resume", "-o", "out.jsonl", "crawl")[0]

    assert [f"{HOST}/again.html"] == [
        json.loads(line)["captures"][0]["url"]
        for line in Path("out.jsonl").read_text("utf-8").splitlines()[-1:]
    ]
