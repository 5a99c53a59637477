"""Input that would have other tools hang, crash or call: bounded, told with its place, and no socket."""

import json
import os
import pty
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

RECORD = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
GOOD = json.dumps(RECORD)
# Seconds; a busy machine is no failure.
BOUND = 300
# Python tells of every socket, also of one that a library would open.
WATCHED = (
    "import sys\n"
    "sys.addaudithook(lambda event, _: event.startswith('socket.connect') and sys.exit(99))\n"
    "from nizkorcite.cli import main; main()"
)


def run(*arguments: object) -> tuple[int, str, str]:
    """The program's exit code, its results and what it says besides; a hang is a failure."""
    program = [sys.executable, "-c", WATCHED, "validate", *map(str, arguments)]
    ran = subprocess.run(program, capture_output=True, check=False, text=True, timeout=BOUND)
    assert "Traceback" not in ran.stderr
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def listening() -> Iterator[tuple[int, list[object]]]:
    """A port of this machine, and who has called it."""
    calls: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    stopped = threading.Event()

    def listen() -> None:
        while not stopped.is_set():
            try:
                calls.append(server.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], calls
    stopped.set()
    thread.join()
    server.close()


def test_nothing_that_a_record_names_is_fetched(
    listening: tuple[int, list[object]], tmp_path: Path
) -> None:
    """Neither an address nor a file; members that mean something to a schema mean nothing here."""
    port, calls = listening
    canary = tmp_path / "canary.json"
    canary.write_text('{"type": "object"}', "utf-8")
    opened = canary.stat().st_atime_ns
    address = f"http://127.0.0.1:{port}/schema.json"
    record = {
        **RECORD,
        "$schema": address,
        "$ref": address,
        "$id": canary.as_uri(),
        "original": {**RECORD["original"], "$ref": canary.as_uri(), "url": address},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record), "utf-8")
    code, results, _ = run(path)

    assert (1, 4) == (code, results.count("error NZ102"))
    assert [] == calls
    assert opened == canary.stat().st_atime_ns


def test_what_is_no_file_in_a_folder_is_told(tmp_path: Path) -> None:
    """A pipe would be waited for, a link may lead in a circle or nowhere; all else is checked."""
    (tmp_path / "a.json").write_text(GOOD, "utf-8")
    os.mkfifo(tmp_path / "b.json")
    (tmp_path / "c.json").symlink_to("c.json")
    (tmp_path / "d.json").symlink_to("nowhere.json")
    (tmp_path / "e.json").symlink_to("a.json")
    (tmp_path / "f").symlink_to(".")
    told = [
        f"cannot read {tmp_path}/b.json: it is not an ordinary file",
        f"cannot read {tmp_path}/c.json: too many levels of symbolic links",
        f"cannot read {tmp_path}/d.json: broken link",
    ]
    for options in ((), ("--fix",), ("--jobs", 2)):
        code, results, said = run(tmp_path, *options)

        assert (3, "", told) == (code, results, said.splitlines())


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    """So a shell may give what another program prints: `validate <(zcat records.gz)`."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(f"{GOOD}\n{{}}\n", "utf-8"))
    writer.start()
    code, results, _ = run(pipe)
    writer.join()

    assert (1, 1) == (code, results.count(f"{pipe}:2:1: error NZ101"))


def test_results_that_can_not_be_written_are_told(tmp_path: Path) -> None:
    """The exit code says that nothing can be relied on."""
    (tmp_path / "a.json").write_text("{}", "utf-8")
    program = [sys.executable, "-m", "nizkorcite", "validate", "a.json"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            program, stdout=full, stderr=subprocess.PIPE, check=False, text=True, cwd=tmp_path
        )
    told = [
        (code, said.splitlines()[-1])
        for path in (tmp_path, tmp_path / "nowhere/a")
        for code, _, said in [run(tmp_path / "a.json", "-o", path)]
    ]

    assert [
        (4, "cannot write the output: no space left on device"),
        (4, f"cannot write {tmp_path}: is a directory"),
        (4, f"cannot write {tmp_path}/nowhere/a: no such file or folder"),
    ] == [(ran.returncode, ran.stderr.splitlines()[-1]), *told]


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    """So is a device, such as /dev/stdout."""
    (tmp_path / "a.json").write_text("{}", "utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    run(tmp_path / "a.json", "-o", pipe)
    reader.join(10)

    assert ([1], True) == ([text.count("NZ101") for text in read], pipe.is_fifo())


def test_a_stream_that_is_closed_is_no_fault_of_the_program() -> None:
    """Nothing comes from it, and nothing goes to it."""
    for redirection, expected in (("<&-", 1), (">&-", 1), ("2>&-", 1), ("<&- >&- 2>&-", 1)):
        command = f'echo "{{}}" | "$0" -m nizkorcite validate - {redirection}'
        ran = subprocess.run(
            ["sh", "-c", command, sys.executable], capture_output=True, check=False, text=True
        )

        assert expected == ran.returncode
        assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("words", "code"), [(["nosuch.json"], 3), (["--bad"], 2), (["-"], 1)])
def test_messages_that_cannot_be_written_change_no_exit_code(words: list[str], code: int) -> None:
    """Standard error is a file on a full disk."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "nizkorcite", "validate", *words],
            check=False, input=b"{}", stdout=subprocess.PIPE, stderr=full, timeout=BOUND,
        )  # fmt: skip

    assert code == ran.returncode


def test_results_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    """A file of findings is written anew, also where there are none."""
    (tmp_path / "a.json").write_text(GOOD, "utf-8")
    (tmp_path / "out.txt").write_text("old", "utf-8")
    code, *_ = run(tmp_path / "a.json", "-o", tmp_path / "out.txt")

    assert (0, "") == (code, (tmp_path / "out.txt").read_text("utf-8"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """The others are checked all the same."""
    (tmp_path / "a.json").write_text(GOOD, "utf-8")
    (tmp_path / "a.json").chmod(0)
    (tmp_path / "b").mkdir(0)
    code, _, said = run(tmp_path)
    (tmp_path / "b").chmod(0o700)

    assert (3, ["permission denied"] * 2) == (
        code, [line.rpartition(": ")[2] for line in said.splitlines()],
    )  # fmt: skip


def test_no_file_brings_an_end_to_the_run(tmp_path: Path) -> None:
    """Each hostile file has its finding, and the good one beside them none."""
    bomb = b"\x1f\x8b" + b"\x00" * 100
    hostile = {
        "deep.json": b"[" * 100_000 + b"]" * 100_000,
        "deep-record.json": b'{"a":' * 100_000,
        "digits.json": GOOD.replace("3104", "9" * 5000).encode(),
        "nan.json": GOOD.replace("3104", "NaN").encode(),
        "twice.json": GOOD.replace('"id"', '"id": "a", "id"', 1).encode(),
        "half.json": GOOD.replace('"title": "', '"title": "\\ud800', 1).encode(),
        "mark.json": b"\xef\xbb\xbf" + GOOD.encode(),
        "latin.json": GOOD.encode().replace(b"Putin", b"P\xfatin"),
        "control.json": GOOD.replace("Putin", "P\x00tin").encode(),
        "empty.json": b"",
        "large.json": b'{"a": "' + b"a" * (17 << 20) + b'"}',
        "lines.jsonl": GOOD.encode() + b"\n" + b"\x00" * (17 << 20) + b"\n" + GOOD.encode(),
        "cut.json.gz": bomb,
        "good.json": GOOD.encode(),
    }  # fmt: skip
    for name, data in hostile.items():
        (tmp_path / name).write_bytes(data)
    code, results, said = run(tmp_path)
    found = {
        (Path(line.partition(":")[0]).name, line.partition(" NZ")[2][:3])
        for line in results.splitlines()
    }

    assert {
        ("control.json", "001"), ("deep-record.json", "004"), ("deep.json", "004"), ("digits.json", "003"),
        ("empty.json", "010"), ("half.json", "007"), ("large.json", "008"), ("latin.json", "005"),
        ("lines.jsonl", "008"), ("mark.json", "006"), ("nan.json", "003"), ("twice.json", "002"),
    } == {each for each in found if each[1][0] == "0"}  # fmt: skip
    assert "good.json" not in results
    assert 3 == code
    assert "cut.json.gz" in said


def test_a_bomb_of_compression_is_read_in_bounded_memory(tmp_path: Path) -> None:
    """Two hundred megabytes in less than one are one line that is too large."""
    import gzip

    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", 1) as file:
        for _ in range(200):
            file.write(b"\x00" * (1 << 20))
    program = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
    ran = subprocess.run(
        [sys.executable, "-c", program + WATCHED, "validate", str(path)],
        capture_output=True, check=False, text=True, timeout=BOUND,
    )  # fmt: skip

    assert (1, 1) == (ran.returncode, ran.stdout.count("error NZ008"))


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    """A terminal sees how far a long run has come, and nothing of it stays; a pipe sees nothing."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"{GOOD}\n" * 5_000, "utf-8")
    terminal, end = pty.openpty()
    at_once = (
        "from nizkorcite.cli import main; from nizkorcite.cli.findings import progress; "
        "progress._PAUSE = 0; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", at_once, "validate", str(path)], stderr=end
    ) as ran:
        os.close(end)
        told = b""
        while block := _read(terminal):
            told += block
    os.close(terminal)

    assert 0 == ran.returncode
    assert b" records, " in told
    assert b" left" in told
    assert told.endswith(b"\r\x1b[K")
    assert (0, "", "") == run(path)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux tells the end of a terminal so
        return b""
