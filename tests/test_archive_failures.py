"""The archive where the system fails or the caller errs: one error in words, nothing half done."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from archives import additions, files_of, filled, run
from nizkorcite.archive import Archive, Query
from nizkorcite.archive.lock import writer_lock
from nizkorcite.errors import ArchiveError, DateError, NizkorciteError

LIMITED = (
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20480, 20480)); "
    "from nizkorcite.cli import main; main()"
)


def limited(*words: str | Path) -> tuple[int, str]:
    """Exit code and messages of a process that can write no file of more than 20 KiB."""
    # Where coverage is measured, the file of its figures would be another that is too large.
    kept = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, "archive", *words],
        env=kept,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return ran.returncode, ran.stderr


def without_rights(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A finished command of a process that reads no more than the modes of files allow."""
    rights = "-dac_override,-dac_read_search"
    prefix = ["setpriv", "--bounding-set", rights, "--inh-caps", rights] if is_root() else []
    return subprocess.run(
        [*prefix, sys.executable, "-m", "nizkorcite", *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def is_root() -> bool:
    """Whether the tests may read every file."""
    return os.geteuid() == 0


# The system


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such limit there")
def test_an_index_without_room_is_a_failure_of_writing(tmp_path: Path) -> None:
    """What was committed before stays, and nothing of it is to be mended."""
    folder = tmp_path / "a"
    Archive.create(folder).close()
    (folder / "index.sqlite").unlink(missing_ok=True)
    page = tmp_path / "a.html"
    page.write_text("<title>The port</title><p>The port was closed on Tuesday.", "utf-8")
    problem = f"cannot write {folder}: the index cannot be written: input/output error\n"

    assert (4, problem) == limited("add", folder, page)
    assert (4, problem) == limited("list", folder)
    assert 0 == run("verify", "--deep", folder).exit_code
    assert 0 == run("add", folder, page).exit_code


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("packs/000001.warc", ["show", "a", "example.org:1", "--payload"]),
        ("packs/000001.warc", ["erase", "a", "example.org:1", "--by", "Ana", "--why", "asked"]),
        ("packs/000001.jsonl", ["list", "a", "--quiet"]),
        ("packs/000001.jsonl", ["search", "a", "tortura", "--quiet"]),
        ("packs/000001.jsonl", ["show", "a", "example.org:1"]),
    ],
    ids=["payload", "erasure", "list", "search", "show"],
)
def test_a_file_that_the_system_does_not_open_is_read_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, words: list[str]
) -> None:
    """The reason is the system's: a copy would not help against missing permissions."""
    monkeypatch.chdir(tmp_path)
    with filled(Path("a")) as archive:
        archive.find(Query(words="tortura"))
    Path("a", path).unlink()
    Path("a", path).symlink_to(Path(path).name)
    result = run(*words)

    assert (3, "") == (result.exit_code, result.stdout)
    assert f"cannot read a: {path}: too many levels of symbolic links\n" == result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="`setpriv` is of Linux")
@pytest.mark.parametrize("name", ["a.html", "a.warc"])
def test_a_page_that_may_not_be_read_does_not_end_the_run(tmp_path: Path, name: str) -> None:
    """It is a page of the user's, and no failure of writing; the others are added."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.html").write_text("<title>The port</title><p>It was closed.", "utf-8")
    (folder / name).write_text("<title>A meeting</title><p>The committee met.", "utf-8")
    place = {"path": name} if name == "a.html" else {"warc": {"file": name, "offset": 0}}
    record = {
        "schema_version": "1.0",
        "id": "a:1",
        "type": "web_page",
        "language": "en",
        "original": {"attribution": "unknown"},
        "captures": [{"sha256": "0" * 64, "byte_length": 1, "media_type": "text/html", **place}],
    }
    (folder / "a.json").write_text(json.dumps(record), "utf-8")
    (folder / name).chmod(0)
    Archive.create(tmp_path / "a").close()
    ran = without_rights("archive", "add", tmp_path / "a", folder / "a.json", folder / "b.html")

    assert (3, "documents added: 1\n") == (ran.returncode, ran.stdout)
    assert ran.stderr.splitlines()[0].endswith(
        f'the record names the file "{name}": permission denied'
    )


# The caller


def failure(of: object) -> NizkorciteError:
    """The error of a call in another thread."""
    found: list[NizkorciteError] = []

    def call() -> None:
        with pytest.raises(NizkorciteError) as caught:
            of()  # type: ignore[operator]
        found.append(caught.value)

    thread = Thread(target=call)
    thread.start()
    thread.join()
    return found[0]


def test_an_archive_belongs_to_the_thread_that_opened_it(tmp_path: Path) -> None:
    """Another thread opens it again."""
    with filled(tmp_path / "a") as archive:
        archive.find(Query(words="tortura"))
        error = failure(lambda: archive.find(Query(words="tortura")))

        assert isinstance(error, ArchiveError)
        assert "an archive is used by the thread that opened it; open it in each thread" == str(
            error
        )
        assert ["known"] * 3 == [each.outcome for each in archive.add(additions(3))]


def test_no_document_has_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    """Such a name, as of a file, is looked up like any other."""
    with filled(tmp_path / "a") as archive:
        assert archive.document("\udcff") is None
        assert [] == list(archive.ids("\udcff"))
        assert list(archive.versions("\udcff")) == []


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda a: a.verify("bogus"), 'no scope "bogus". Known: quick, full, deep'),
        (lambda a: a.verify(jobs=0), "jobs must be at least 1"),
        (lambda a: a.verify(seconds=-1), "seconds must be at least 0"),
        (lambda a: a.verify(seconds=float("nan")), "seconds must be at least 0"),
        (lambda a: a.verify(by=" "), "the text is empty; the log keeps it for good"),
        (lambda a: a.find(Query(), most=-1), "most must be at least 0"),
        (lambda a: a.withdraw(by="Ana", note="asked"), "give the id of at least one document"),
        (lambda a: a.erase(by="Ana", note="asked"), "give the id of at least one document"),
        (
            lambda a: a.withdraw("example.org:1", by="", note="asked"),
            "the text is empty; the log keeps it for good",
        ),
        (
            lambda a: a.erase("example.org:1", by="Ana", note="\n"),
            "the text is empty; the log keeps it for good",
        ),
        (
            lambda a: list(a.edit([], by="Ana", note="")),
            "the text is empty; the log keeps it for good",
        ),
        (
            lambda a: list(a.add(additions(4), by="\udcff")),
            "the text has bytes that are not UTF-8",
        ),
        (lambda a: a.append_event("decision", by=3), "not a text"),
        (
            lambda a: a.append_event("decision", note="\ud800"),
            "the text has bytes that are not UTF-8",
        ),
    ],
    ids=[
        "scope", "jobs", "seconds", "no number", "check by nobody", "most", "withdraw nothing",
        "erase nothing", "withdrawn by nobody", "erased for no reason", "edited for no reason",
        "added by bytes", "a number", "half a character",
    ],
)  # fmt: skip
def test_what_the_log_is_not_to_have_is_refused(
    tmp_path: Path, call: Callable[[Archive], object], told: str
) -> None:
    """Before anything is written."""
    with filled(tmp_path / "a") as archive:
        before = files_of(tmp_path / "a")
        with pytest.raises(NizkorciteError) as caught:
            call(archive)

    assert told == str(caught.value)
    assert before == files_of(tmp_path / "a")


def test_an_archive_is_not_made_by_nobody(tmp_path: Path) -> None:
    """No folder is made either."""
    with pytest.raises(ArchiveError, match=r"^the text has bytes that are not UTF-8$"):
        Archive.create(tmp_path / "a", by="\udcff")
    result = run("init", tmp_path / "a", "--by", " ")

    assert 2 == result.exit_code
    assert "Invalid value for '--by': the text is empty; the log keeps it for good" in result.stderr
    assert not (tmp_path / "a").exists()


def test_the_age_of_a_check_is_stated_in_any_zone(tmp_path: Path) -> None:
    """What is no instant is refused: nothing would have been compared."""
    with filled(tmp_path / "a") as archive:
        archive.verify()

        assert [] == archive.verify(not_since="2999-01-01T00:00:00+02:00").unread
        assert [0, 1] == archive.verify(not_since="1999-01-01T00:00:00+02:00").unread
        with pytest.raises(DateError):
            archive.verify(not_since="yesterday")


def test_a_check_that_cannot_be_recorded_says_so(tmp_path: Path) -> None:
    """The next one will not know of it."""
    folder = tmp_path / "a"
    filled(folder).close()
    with writer_lock(str(folder)):
        result = run("verify", folder)
        stated = json.loads(run("verify", folder, "--json").stdout)
    again = json.loads(run("verify", folder, "--json").stdout)

    assert 0 == result.exit_code
    assert "the check could not be recorded: another process " in result.stdout
    assert stated["unrecorded"].startswith("another process ")
    assert again["unrecorded"] is None
