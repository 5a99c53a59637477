"""The archive where the system fails or the caller errs: one error in words, nothing half done."""

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from archives import additions, filled, run
from nizkorcite.archive import Archive, Query
from nizkorcite.errors import ArchiveError, NizkorciteError

LIMITED = (
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20480, 20480)); "
    "from nizkorcite.cli import main; main()"
)


def limited(*words: str | Path) -> tuple[int, str]:
    """Exit code and messages of a process that can write no file of more than 20 KiB."""
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, "archive", *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return ran.returncode, ran.stderr


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
