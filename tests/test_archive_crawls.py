"""WARC files of many pages in an archive: kept whole, with captures that lead to their records."""

import gzip
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from archives import run, sha256
from nizkorcite.archive import Archive
from warc_files import HOST, answer, crawl, digest, gzipped, info, page, record, request, response


def zstd(parts: list[bytes]) -> bytes:
    """A frame for each record."""
    zstandard = pytest.importorskip("zstandard", reason="the extra warc is not installed")
    compressor = zstandard.ZstdCompressor(write_checksum=True)
    return b"".join(compressor.compress(each) for each in parts)


def wacz(parts: list[bytes]) -> bytes:
    """Two WARC files in a zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/a.warc.gz", gzipped(parts[:5]))
        archive.writestr("archive/b.warc", b"".join(parts[5:]))
    return file.getvalue()


def unpacked(path: Path) -> bytes:
    """The records of a file as they are without compression, as another program sees them."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(data)
    if path.suffix != ".zst":
        return data
    zstandard = pytest.importorskip("zstandard", reason="the extra warc is not installed")
    found: bytes = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return found


FORMS: Mapping[str, tuple[str, Callable[[list[bytes]], bytes]]] = {
    "plain": ("a.warc", b"".join),
    "gzip": ("a.warc.gz", gzipped),
    "zstd": ("a.warc.zst", zstd),
    "wacz": ("a.wacz", wacz),
}


def made(folder: Path, form: str = "gzip", parts: list[bytes] | None = None) -> Path:
    """A new archive with a crawl of four pages."""
    name, pack = FORMS[form]
    (folder / name).write_bytes(pack(parts or crawl(4)))
    run("init", folder / "a")
    result = run("add", folder / "a", folder / name)
    assert (0, "documents added: 4") == (result.exit_code, result.stdout.splitlines()[0])
    return folder / "a"


def id_of(number: int) -> str:
    """The id of a page."""
    return f"harbour.example.org:{number}.html"


@pytest.mark.parametrize("form", FORMS)
def test_a_crawl_is_kept_whole_and_each_page_comes_back(tmp_path: Path, form: str) -> None:
    """Every byte of the file is there under its digest, and each capture leads to its page."""
    archive_folder = made(tmp_path, form)
    again = run("add", archive_folder, tmp_path / FORMS[form][0])
    whole = {path.name.partition(".")[0]: path for path in (archive_folder / "warc").iterdir()}
    with Archive(archive_folder) as archive:
        captures = [archive.document(id_of(number)) for number in (1, 2, 3, 4)]
        found = [archive.payload(each.document.captures[0].sha256) for each in captures if each]

        assert [page(number) for number in (1, 2, 3, 4)] == found
        assert archive.verify("deep").is_sound
    assert ["documents added: 0", "known already: 4"] == again.stdout.splitlines()[:2]
    assert all(sha256(path.read_bytes()) == name for name, path in whole.items())
    parts = sorted(map(unpacked, whole.values()), key=_is_second)
    assert b"".join(crawl(4)) == b"".join(parts)


def _is_second(data: bytes) -> bool:
    return info() not in data


@pytest.mark.parametrize("form", FORMS)
def test_an_erased_page_is_gone_from_the_whole_file(tmp_path: Path, form: str) -> None:
    """Its records are overwritten, all others stay in their places, and the file stays readable."""
    archive_folder = made(tmp_path, form)
    before = {path: path.stat().st_size for path in (archive_folder / "warc").iterdir()}
    result = run("erase", archive_folder, id_of(2), "--by", "Ana", "--why", "ordered by a court")
    left = b"".join(unpacked(path) for path in before)
    with Archive(archive_folder) as archive:
        found = [archive.payload(sha256(page(number))) for number in (1, 2, 3, 4)]

        assert [page(1), None, page(3), page(4)] == found
        assert archive.verify("deep").is_sound
    assert [
        "documents erased: 1 (event 4)",  # after the verification
        "records overwritten in WARC files that are kept whole: 2",
    ] == [line.replace("event 3", "event 4") for line in result.stdout.splitlines()]
    assert (False, True) == (page(2) in left, page(3) in left)
    assert before == {path: path.stat().st_size for path in before}


def test_the_same_page_in_another_crawl_is_erased_with_it(tmp_path: Path) -> None:
    """Also where no document leads to that record, and under the name of its text."""
    text = record("resource", b"Story 2", url=f"urn:text:{HOST}/2.html", number=50)
    archive_folder = made(tmp_path, parts=[*crawl(4), text])
    (tmp_path / "b.warc").write_bytes(b"".join([info(), response(2), response(5), response(6)]))
    run("add", archive_folder, tmp_path / "b.warc")
    result = run("erase", archive_folder, id_of(2), "--by", "Ana", "--why", "ordered by a court")
    left = b"".join(unpacked(path) for path in (archive_folder / "warc").iterdir())

    assert result.stdout.endswith("records overwritten in WARC files that are kept whole: 4\n")
    assert (False, False, True) == (page(2) in left, b"Story 2" in left, page(6) in left)


def test_a_withdrawn_page_stays_in_the_whole_file_and_the_command_says_so(tmp_path: Path) -> None:
    """Every byte stays."""
    archive_folder = made(tmp_path)
    result = run("withdraw", archive_folder, id_of(2), "--by", "Ana", "--why", "asked")

    assert (
        "documents withdrawn: 1 (event 3)\npages that stay in WARC files which are kept whole: 1\n"
    ) == result.stdout
    with Archive(archive_folder) as archive:
        assert page(2) == archive.payload(sha256(page(2)))


def test_an_erased_page_does_not_come_back_in_a_crawl(tmp_path: Path) -> None:
    """A file that has it is refused, whole as it is."""
    archive_folder = made(tmp_path)
    run("erase", archive_folder, id_of(2), "--by", "Ana", "--why", "ordered by a court")
    (tmp_path / "b.warc").write_bytes(b"".join(crawl(2)))
    result = run("add", archive_folder, tmp_path / "b.warc")

    assert 1 == len(list((archive_folder / "warc").iterdir()))
    assert (
        1,
        f"{tmp_path}/b.warc: it has a page that was erased ({HOST}/2.html), so it is not kept; "
        "make records of the other pages with `nizkorcite read`, and add those\n",
    ) == (result.exit_code, result.stderr)


def test_a_repeated_page_is_a_further_capture_of_the_record_that_has_it(tmp_path: Path) -> None:
    """Its own instant, and the bytes of an earlier file; one that nobody has is a loss."""
    archive_folder = made(tmp_path)
    revisits = [
        record(
            "revisit",
            b"HTTP/1.1 304 Not Modified\r\n\r\n",
            url=f"{HOST}/{number}.html",
            number=70 + number,
            date="2018-03-01T12:00:00Z",
            fields=[f"WARC-Payload-Digest: {digest(page(number))}"],
        )
        for number in (2, 9)
    ]
    (tmp_path / "b.warc").write_bytes(b"".join([info(), *revisits, response(7), response(8)]))
    result = run("add", archive_folder, tmp_path / "b.warc")
    with Archive(archive_folder) as archive:
        version = archive.document(id_of(2))
        captures = version.document.captures if version else ()

        assert ["2017-03-01T12:00:00Z", "2018-03-01T12:00:00Z"] == [
            str(each.accessed) for each in captures
        ]
        assert [page(2)] * 2 == [archive.payload(each.sha256) for each in captures]
        assert archive.verify("deep").is_sound
    assert 1 == result.exit_code
    assert (
        "error NZ666 bytes 471 to 767: the record repeats one that is neither in" in result.stderr
    )
    assert f"{id_of(2)}: a further capture, which says the same\n" in result.stdout


def test_records_that_were_damaged_when_they_came_are_no_damage_of_the_archive(
    tmp_path: Path,
) -> None:
    """They are reported once, and the file is kept as it is."""
    parts = crawl(5)
    parts[2] = parts[2].replace(b"Dushanbe", b"Damascus")
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    run("init", tmp_path / "a")
    result = run("add", tmp_path / "a", tmp_path / "a.warc")

    assert (1, "documents added: 4") == (result.exit_code, result.stdout.splitlines()[0])
    assert "error NZ663 bytes " in result.stderr
    assert 0 == run("verify", "--deep", tmp_path / "a").exit_code


@pytest.mark.parametrize(
    ("damage", "lines"),
    [
        (
            lambda data: data.replace(b"Story 3", b"Story X"),
            ["altered", "bad-warc", "wrong-digest"],
        ),
        (lambda data: data[:-40], ["truncated", "bad-warc", "wrong-digest"]),
        (lambda data: data + b"x", ["grown", "bad-warc"]),
    ],
    ids=["changed", "cut", "longer"],
)
def test_damage_of_a_whole_file_is_named(
    tmp_path: Path, damage: Callable[[bytes], bytes], lines: list[str]
) -> None:
    """By the file, by the record, and by the document that leads to it."""
    archive_folder = made(tmp_path, "plain")
    (path,) = (archive_folder / "warc").iterdir()
    path.write_bytes(damage(path.read_bytes()))
    result = run("verify", "--deep", archive_folder)

    assert (1, lines) == (
        result.exit_code,
        [line.split(": ")[1] for line in result.stdout.splitlines() if ".warc" in line[:90]]
        + [line.split(": ")[1] for line in result.stdout.splitlines() if ".jsonl" in line[:90]],
    )


def test_a_file_that_was_not_committed_is_removed(tmp_path: Path) -> None:
    """A stopped run may leave it in its place, before the line of the log."""
    archive_folder = made(tmp_path)
    (archive_folder / f"warc/{'0' * 64}.warc.gz").write_bytes(b"x")

    assert (
        "files of a stopped run, removed or moved to quarantine: 1\n"
        == run("recover", archive_folder).stdout
    )
    assert 0 == run("verify", archive_folder).exit_code


def test_records_packed_together_are_refused(tmp_path: Path) -> None:
    """None of them could be read or erased alone."""
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"".join(crawl(3))))
    run("init", tmp_path / "a")
    result = run("add", tmp_path / "a", tmp_path / "a.warc.gz")

    assert (
        3,
        f"cannot read {tmp_path}/a.warc.gz: its records are packed together, so that none can be "
        "read alone; unpack it, as with gunzip or unzstd, and add the .warc file\n",
    ) == (result.exit_code, result.stderr)


def test_an_import_takes_whole_files_over(tmp_path: Path) -> None:
    """With the same bytes; what is erased in one archive is erased in the file of the other."""
    ours = made(tmp_path)
    run("init", tmp_path / "b")
    run("import", tmp_path / "b", ours)
    copied = [path.read_bytes() for path in (tmp_path / "b/warc").iterdir()]
    run("erase", ours, id_of(2), "--by", "Ana", "--why", "ordered by a court")
    run("import", tmp_path / "b", ours)
    (whole,) = (tmp_path / "b/warc").iterdir()
    with Archive(ours) as one, Archive(tmp_path / "b") as other:
        assert one.tree_digest() == other.tree_digest()
        assert other.verify("deep").is_sound
        assert page(3) == other.payload(sha256(page(3)))
    assert [(tmp_path / "a.warc.gz").read_bytes()] == copied
    assert page(2) not in unpacked(whole)


def test_an_import_of_a_file_with_erased_bytes_takes_the_other_pages_alone(tmp_path: Path) -> None:
    """The page does not come back in the whole file."""
    ours = made(tmp_path)
    shutil.copytree(ours, tmp_path / "b")
    run("init", tmp_path / "c")
    (tmp_path / "two.warc").write_bytes(b"".join([info(), response(2), response(9)]))
    run("add", tmp_path / "c", tmp_path / "two.warc")
    run("erase", tmp_path / "c", id_of(2), "--by", "Ana", "--why", "ordered by a court")
    result = run("import", tmp_path / "c", tmp_path / "b")
    with Archive(tmp_path / "c") as archive:
        assert page(3) == archive.payload(sha256(page(3)))
        assert archive.verify("deep").is_sound
    assert 1 == len(list((tmp_path / "c/warc").iterdir()))
    assert (1, "documents added: 3\nrefused: 1\n") == (result.exit_code, result.stdout)


def test_the_reader_in_the_archive_takes_a_page_out_of_a_whole_file(tmp_path: Path) -> None:
    """Also one that came in chunks and compressed."""
    body = gzip.compress(page(9))
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in (body[:50], body[50:]))
    head = answer(b"").replace(
        b"Content-Length: 0", b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip"
    )
    packed = record("response", head + chunks + b"0\r\n\r\n", url=f"{HOST}/9.html", number=9)
    archive_folder = made(tmp_path, parts=[info(), *map(response, (1, 2, 3)), request(9), packed])
    for number in (2, 9):
        words = [sys.executable, "READER.py", id_of(number), str(tmp_path / f"{number}")]
        subprocess.run(words, cwd=archive_folder, check=True)

    assert [page(2), page(9)] == [(tmp_path / name).read_bytes() for name in ("2", "9")]
