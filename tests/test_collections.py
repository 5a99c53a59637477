"""Collections of captures (WARC, ARC, WACZ): what a sound one gives, whatever its form."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nizkorcite import iter_findings
from nizkorcite.cli import command
from nizkorcite.web_archives import archive_parts
from warc_files import (
    HOST,
    answer,
    crawl,
    digest,
    gzipped,
    info,
    page,
    record,
    record_id,
    response,
)


class Ran:
    """A finished run of `nizkorcite read`."""

    def __init__(self, *words: str) -> None:
        result = CliRunner().invoke(command, ["read", *words], standalone_mode=False)
        if result.exception:
            raise result.exception
        self.exit_code, self.stdout, self.stderr = result.return_value, result.stdout, result.stderr


def records(ran: Ran) -> list[Any]:
    """The records that a run has printed."""
    return [json.loads(line) for line in ran.stdout.splitlines()]


def zstd(parts: list[bytes]) -> bytes:
    """A file with a frame for each record."""
    zstandard = pytest.importorskip("zstandard", reason="the extra warc is not installed")
    compressor = zstandard.ZstdCompressor(write_checksum=True)
    return b"".join(compressor.compress(each) for each in parts)


def zstd_with_dictionary(parts: list[bytes]) -> bytes:
    """A file whose frames need the dictionary that the file begins with."""
    zstandard = pytest.importorskip("zstandard", reason="the extra warc is not installed")
    words = b"Content-Length: text/html HTTP/1.1 200 OK Story [Source: Itar Tass, Dushanbe]" * 20
    dictionary = zstandard.ZstdCompressionDict(words)
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    start = b"\x5d\x2a\x4d\x18" + len(words).to_bytes(4, "little") + words
    return start + b"".join(compressor.compress(each) for each in parts)


def wacz(parts: list[bytes]) -> bytes:
    """A WACZ file of two WARC files."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc.gz", gzipped(parts[:3]))
        archive.writestr("archive/b.warc", b"".join(parts[3:]))
    return file.getvalue()


FORMS: Mapping[str, tuple[str, Callable[[list[bytes]], bytes]]] = {
    "plain": ("a.warc", b"".join),
    "gzip": ("a.warc.gz", gzipped),
    "one_gzip_member": ("a.warc.gz", lambda parts: gzip.compress(b"".join(parts))),
    "zstd": ("a.warc.zst", zstd),
    "zstd_with_dictionary": ("a.warc.zst", zstd_with_dictionary),
    "one_zstd_frame": ("a.warc.zst", lambda parts: zstd([b"".join(parts)])),
    "wacz": ("a.wacz", wacz),
    "other_name": ("crawl", b"".join),
    "old_line_ends": (
        "a.warc",
        lambda parts: b"".join(
            each.replace(b"\r\n", b"\n", each[: each.index(b"\r\n\r\n") + 4].count(b"\r\n"))
            for each in parts
        ),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_capture_of_a_page_gives_a_record(form: str, tmp_path: Path) -> None:
    """Whatever the compression; requests and the record about the file are counted."""
    name, made = FORMS[form]
    (tmp_path / name).write_bytes(made(crawl(3)))

    ran = Ran(str(tmp_path / name))

    assert (0, "records read: 3, skipped: 4, lost: 0\n") == (ran.exit_code, ran.stderr)
    assert [f"{HOST}/{each}.html" for each in (1, 2, 3)] == [
        each["captures"][0]["url"] for each in records(ran)
    ]


def arc(parts: list[tuple[str, bytes]]) -> list[bytes]:
    """The records of an ARC file of version 1."""
    start = b"1 0 Pier\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20010301120000 text/plain %d\n" % len(start)
    return [
        head + start + b"\n",
        *(
            f"{url} 192.0.2.1 20180301120000 text/html {len(block)}\n".encode() + block + b"\n"
            for url, block in parts
        ),
    ]


@pytest.mark.parametrize("ending", ["arc", "arc.gz"])
def test_an_arc_file_is_read_as_what_came_before_warc(ending: str, tmp_path: Path) -> None:
    """Address, time and answer of each record; there is no record id."""
    parts = arc([(f"{HOST}/{each}.html", answer(page(each))) for each in (1, 2)])
    data = gzipped(parts) if ending == "arc.gz" else b"".join(parts)
    (tmp_path / f"a.{ending}").write_bytes(data)

    ran = Ran(str(tmp_path / f"a.{ending}"))

    assert (0, "records read: 2, skipped: 1, lost: 0\n") == (ran.exit_code, ran.stderr)
    assert [
        (f"{HOST}/{each}.html", "2018-03-01T12:00:00Z", 200, {"file", "offset"}) for each in (1, 2)
    ] == [
        (each["url"], each["accessed"], each["status"], set(each["warc"]))
        for each in (found["captures"][0] for found in records(ran))
    ]


def test_a_capture_states_its_record_and_its_page(tmp_path: Path) -> None:
    """Digest and size are those of the page, and the place is that of the record in the file."""
    parts = crawl(2)
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "a.warc.gz").write_bytes(gzipped(parts))
    output = tmp_path / "records.jsonl"

    ran = Ran("-o", str(output), str(tmp_path / "crawl"))
    found = [json.loads(line) for line in output.read_text("utf-8").splitlines()]

    assert 0 == ran.exit_code
    assert {
        "sha256": hashlib.sha256(page(2)).hexdigest(),
        "byte_length": len(page(2)),
        "media_type": "text/html",
        "url": f"{HOST}/2.html",
        "accessed": "2017-03-01T12:00:00Z",
        "charset": "utf-8",
        "charset_from": "utf_8",
        "status": 200,
        "tool": "Pier 1.0",
        "warc": {
            "file": "crawl/a.warc.gz",
            "record_id": record_id(2),
            "offset": len(gzipped(parts[:4])),
        },
    } == found[1]["captures"][0]
    assert "harbour.example.org:2.html:20170301120000" == found[1]["id"]
    assert ("Story 2", "2017-02-27") == (found[1]["title"], found[1]["original"]["date"])
    assert [] == [each for one in found for each in iter_findings(one)]


def test_one_page_is_read_as_before(tmp_path: Path) -> None:
    """A file of one page gives one record, whose capture is the file."""
    data = gzipped(crawl(1))
    (tmp_path / "a.warc.gz").write_bytes(data)

    ran = Ran(str(tmp_path / "a.warc.gz"))
    capture = json.loads(ran.stdout)["captures"][0]

    assert (0, "") == (ran.exit_code, ran.stderr)
    assert (len(data), "application/gzip") == (capture["byte_length"], capture["media_type"])


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz", "a.warc.zst"])
def test_one_page_is_read_in_a_form_that_only_collections_have(name: str, tmp_path: Path) -> None:
    """There is no other way to read it."""
    parts = arc([(f"{HOST}/1.html", answer(page(1)))])
    made = {"a.arc": b"".join(parts), "a.arc.gz": gzipped(parts)}
    (tmp_path / name).write_bytes(made.get(name) or zstd(crawl(1)))

    ran = Ran("-q", str(tmp_path / name))

    assert (0, ["Story 1"]) == (ran.exit_code, [each["title"] for each in records(ran)])


def test_the_extra_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message ends with the command that installs it."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (tmp_path / "a.warc.zst").write_bytes(b"\x28\xb5\x2f\xfd" + bytes(20))

    ran = Ran(str(tmp_path / "a.warc.zst"))

    assert 3 == ran.exit_code
    assert "is compressed with Zstandard; install what reads it: " in ran.stderr


def test_pages_and_collections_are_read_in_one_run(tmp_path: Path) -> None:
    """In the order of the inputs; a file of one page counts as a part of the collection."""
    (tmp_path / "a.html").write_bytes(page(7))
    (tmp_path / "b.warc").write_bytes(b"".join(crawl(2)))
    (tmp_path / "c.warc.gz").write_bytes(gzipped(crawl(1)))

    ran = Ran(str(tmp_path))

    assert (0, "records read: 4, skipped: 5, lost: 0\n") == (ran.exit_code, ran.stderr)
    assert ["Story 7", "Story 1", "Story 2", "Story 1"] == [each["title"] for each in records(ran)]


@pytest.mark.parametrize("form", ["plain", "gzip", "one_gzip_member", "zstd"])
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_processes_share_a_file(
    form: str, jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is cut into pieces at any byte, and gives what it gives as a whole."""
    name, made = FORMS[form]
    (tmp_path / name).write_bytes(made(crawl(20)))
    whole = Ran(str(tmp_path / name))
    monkeypatch.setattr(archive_parts, "PIECE", 1500)

    shared = Ran("--jobs", jobs, str(tmp_path / name))

    assert (20, 0, whole.stdout, whole.stderr) == (
        len(records(whole)),
        shared.exit_code,
        shared.stdout,
        shared.stderr,
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_archive_within_a_page_is_no_place_to_begin(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a piece begins at a record inside a record, it is read again from the right place."""
    inner = gzip.compress(response(9), 0)
    outer = record("response", answer(inner * 20, "application/gzip"), url=f"{HOST}/a.gz")
    file = tmp_path / "a.warc.gz"
    file.write_bytes(gzipped([response(1)]) + gzip.compress(outer, 0) + gzipped([response(2)]))
    monkeypatch.setattr(archive_parts, "PIECE", 1500)

    ran = Ran("--jobs", jobs, str(file))

    assert "records read: 2, skipped: 1, lost: 0\n" == ran.stderr
    assert ["Story 1", "Story 2"] == [each["title"] for each in records(ran)]


def revisit(*fields: str, number: int = 50) -> bytes:
    """A record that repeats a capture of another day."""
    return record(
        "revisit",
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        url=f"{HOST}/again.html",
        number=number,
        date="2018-05-01T00:00:00Z",
        fields=fields,
    )


REFERENCES = {
    "record_id": [f"WARC-Refers-To: <{record_id(2)}>"],
    "address_and_date": [
        f"WARC-Refers-To-Target-URI: {HOST}/2.html",
        "WARC-Refers-To-Date: 2017-03-01T12:00:00Z",
    ],
    "digest": [f"WARC-Payload-Digest: {digest(page(2))}"],
}


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_revisit_is_read_with_the_page_it_repeats(
    reference: str, jobs: str, tmp_path: Path
) -> None:
    """Also if the page comes in a later file; its own are address, time and place."""
    again = revisit(*REFERENCES[reference])
    (tmp_path / "a.warc").write_bytes(info() + again + response(1) + response(3))
    (tmp_path / "b.warc.gz").write_bytes(gzipped(crawl(2)))

    ran = Ran("--jobs", jobs, str(tmp_path))
    *_, last = records(ran)
    capture = last["captures"][0]

    assert (0, "records read: 5, skipped: 4, lost: 0\n") == (ran.exit_code, ran.stderr)
    assert ("Story 2", f"{HOST}/again.html", "2018-05-01T00:00:00Z", 200) == (
        last["title"],
        capture["url"],
        capture["accessed"],
        capture["status"],
    )
    assert {"file": "a.warc", "record_id": record_id(50), "offset": len(info())} == capture["warc"]
    assert len(page(2)) == capture["byte_length"]


ONE_PAGE_AND_A_REVISIT: Mapping[str, tuple[list[list[bytes]], int | None]] = {
    "one_file": (
        [
            [
                response(1),
                revisit(f"WARC-Payload-Digest: {digest(page(1))}"),
                revisit("X: 1", number=51),
            ]
        ],
        2,
    ),
    "two_files": ([[revisit(f"WARC-Refers-To: <{record_id(1)}>")], [response(1)]], 2),
    "of_a_picture": ([[response(1), revisit(f"WARC-Refers-To: <{record_id(9)}>")]], None),
    "the_revisit_alone": ([[revisit(f"WARC-Refers-To: <{record_id(1)}>")]], 0),
}


@pytest.mark.parametrize("case", ONE_PAGE_AND_A_REVISIT)
def test_a_revisit_makes_a_file_of_one_page_a_collection(case: str, tmp_path: Path) -> None:
    """No record that repeats a page goes unread or unreported."""
    files, read = ONE_PAGE_AND_A_REVISIT[case]
    for number, each in enumerate(files):
        (tmp_path / f"{number}.warc").write_bytes(b"".join(each))

    ran = Ran(str(tmp_path))

    lost = sum(map(len, files)) - (read or 0)
    sums = [] if read is None else [f"records read: {read}, skipped: 0, lost: {lost}"]
    assert sums == [line for line in ran.stderr.splitlines() if line.startswith("records ")]


def test_a_revisit_of_a_page_elsewhere_is_reported(tmp_path: Path) -> None:
    """The finding names the bytes; nothing is made up."""
    file = tmp_path / "a.warc"
    sound = b"".join(crawl(2))
    again = revisit(f"WARC-Refers-To: <{record_id(77)}>")
    file.write_bytes(sound + again)

    ran = Ran(str(file))

    assert (1, 2) == (ran.exit_code, len(records(ran)))
    assert (
        f"{file}: error NZ666 bytes {len(sound)} to {len(sound + again)}: the record repeats one "
        "that the collection does not have; records lost: 1\n"
        "records read: 2, skipped: 3, lost: 1\n"
    ) == ran.stderr


DIGESTS: Mapping[str, tuple[list[str], int]] = {
    "sha1_base32": ([f"WARC-Payload-Digest: {digest(page(1))}"], 1),
    "md5_hexadecimal": (
        [f"WARC-Payload-Digest: md5:{hashlib.md5(page(1), usedforsecurity=False).hexdigest()}"],
        1,
    ),
    "unknown_algorithm": (["WARC-Payload-Digest: crc9:AAAA"], 1),
    "false_payload": ([f"WARC-Payload-Digest: {digest(b'other')}"], 0),
    "false_block": ([f"WARC-Block-Digest: {digest(b'other')}"], 0),
    "false_payload_in_true_block": (
        [
            f"WARC-Block-Digest: {digest(answer(page(1)))}",
            f"WARC-Payload-Digest: {digest(b'other')}",
        ],
        1,
    ),
}


@pytest.mark.parametrize("case", DIGESTS)
def test_a_page_without_its_digest_is_not_read(case: str, tmp_path: Path) -> None:
    """Its bytes were changed; only a true digest of the whole record outweighs a false one."""
    fields, number = DIGESTS[case]
    one = record("response", answer(page(1)), url=f"{HOST}/1.html", number=1, fields=fields)
    file = tmp_path / "a.warc.gz"
    file.write_bytes(gzipped([one, response(2), response(3)]))

    ran = Ran(str(file))

    assert (1 - number, 2 + number) == (ran.exit_code, len(records(ran)))
    assert ("NZ663" in ran.stderr) == (case.startswith("false"))
    assert f"records read: {2 + number}, skipped: 0, lost: {1 - number}" in ran.stderr


def test_the_program_is_named_in_every_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record about the file is in the first piece only."""
    (tmp_path / "a.warc.gz").write_bytes(gzipped(crawl(6)))
    monkeypatch.setattr(archive_parts, "PIECE", 1000)

    ran = Ran(str(tmp_path / "a.warc.gz"))

    assert ["Pier 1.0"] * 6 == [each["captures"][0]["tool"] for each in records(ran)]


REFUSED: Mapping[str, tuple[list[str], str]] = {
    "folder_output": (
        ["-o", "out/", "a.warc"],
        "the records of a collection are written to one file, as -o records.jsonl, without "
        "--explain",
    ),
    "url": (
        ["--url", "https://example.org/", "a.warc"],
        "--url is for one page, and a collection states it of each capture",
    ),
    "resume_on_a_stream": (
        ["--resume", "a.warc"],
        "--resume is for an output file; give one with -o",
    ),
    "no_collection": (
        ["--status", "200", "a.html"],
        "--status is for collections (WARC, ARC, WACZ), and none is given",
    ),
    "type": (["--type", "html", "a.warc"], "a media type has the form text/html"),
    "status": (
        ["--status", "2", "a.warc"],
        "an HTTP status has three digits, as 200, or is a class, as 2xx",
    ),
    "day": (["--since", "2017-02", "a.warc"], "give a day, as 2017-02-28"),
    "output_is_input": (
        ["-o", "a.warc", "a.warc"],
        "the output a.warc is also an input: a.warc; write to another file",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_wrong_usage_is_refused_before_anything_is_read(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to give instead, and nothing is written."""
    words, message = REFUSED[case]
    monkeypatch.chdir(tmp_path)
    Path("a.warc").write_bytes(b"".join(crawl(2)))
    Path("a.html").write_bytes(page(1))

    ran = CliRunner().invoke(command, ["read", *words])

    assert (2, "") == (ran.exit_code, ran.stdout)
    assert message in " ".join(ran.stderr.split())
    assert {"a.warc", "a.html"} == {each.name for each in tmp_path.iterdir()}


def test_a_file_that_cannot_be_opened_is_reported_with_the_others_read(tmp_path: Path) -> None:
    """A WACZ whose WARC files are packed a second time is one."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", b"".join(crawl(30)))
        archive.writestr(
            "pages/pages.jsonl", '{"url": "https://a.org/"}\n{"url": "https://b.org/"}'
        )
    (tmp_path / "b.warc").write_bytes(b"".join(crawl(2)))

    ran = Ran(str(tmp_path))

    assert (3, 2) == (ran.exit_code, len(records(ran)))
    assert ran.stderr.startswith(f"cannot read {tmp_path / 'a.wacz'}: ")


def with_large_record(file: Path, media_type: str) -> None:
    """Write a crawl with an answer of 80 MB between the pages."""
    part = os.urandom(20_000)
    head = answer(b"", media_type)
    start = record("response", head, url=f"{HOST}/large").removesuffix(b"\r\n\r\n")
    length = b"Content-Length: %d"
    start = start.replace(length % len(head), length % (len(head) + 4000 * len(part)))
    with file.open("wb") as out:
        out.write(gzipped(crawl(2)))
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as member:
            member.write(start)
            for _ in range(4000):
                member.write(part)
            member.write(b"\r\n\r\n")
        out.write(gzipped([response(3)]))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux states the memory of a process")
def test_a_large_record_is_passed_over_without_being_held(tmp_path: Path) -> None:
    """A film is no page, whatever its size."""
    file = tmp_path / "a.warc.gz"
    with_large_record(file, "video/mp4")
    code = (
        "import sys; from nizkorcite.cli import command\n"
        "command(sys.argv[1:], standalone_mode=False)\n"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code, "read", str(file)], capture_output=True, text=True, check=True
    )
    *_, said, memory = ran.stderr.splitlines()

    assert "records read: 3, skipped: 4, lost: 0" == said
    assert int(memory) < 200_000  # kB


def test_a_page_that_is_too_large_is_reported(tmp_path: Path) -> None:
    """It would have been read, so that it counts as lost."""
    file = tmp_path / "a.warc.gz"
    with_large_record(file, "text/html")

    ran = Ran(str(file))

    assert (1, 3) == (ran.exit_code, len(records(ran)))
    assert "NZ664" in ran.stderr
    assert "records read: 3, skipped: 3, lost: 1" == ran.stderr.splitlines()[-1]


def capture(number: int, media_type: str, status: str, host: str, date: str) -> bytes:
    """A record with a page of a type, a status, a host and a day."""
    block = answer(page(number), media_type, status)
    return record("response", block, url=f"https://{host}/{number}", number=number, date=date)


MANY = b"".join(
    (
        capture(1, "text/html; charset=utf-8", "200 OK", "harbour.example.org", "2016-01-01T00:00:00Z"),
        capture(2, "text/plain", "200 OK", "harbour.example.org", "2017-01-01T00:00:00Z"),
        capture(3, "text/html", "404 Not Found", "pier.harbour.example.org", "2017-06-01T00:00:00Z"),
        capture(4, "application/xhtml+xml", "203 Non", "lighthouse.example.com", "2018-01-01T00:00:00Z"),
        capture(5, "text/html", "200 OK", "nothing-example.org", "2018-01-02T00:00:00Z"),
        capture(6, "image/png", "200 OK", "harbour.example.org", "2018-01-03T00:00:00Z"),
    )
)  # fmt: skip
SELECTIONS: Mapping[str, tuple[list[str], list[int]]] = {
    "none": ([], [1, 4, 5]),
    "type": (["--type", "text/plain"], [2]),
    "types": (["--type", "TEXT/plain", "--type", "text/html"], [1, 2, 5]),
    "status": (["--status", "404"], [3]),
    "statuses": (["--status", "4xx", "--status", "200"], [1, 3, 5]),
    "address": (["--address", "https://*.example.org/*"], [1]),
    "addresses": (["--address", "*/4", "--address", "*/5"], [4, 5]),
    "site": (["--only-site", "example.org"], [1]),
    "site_with_www": (["--only-site", "www.Example.com"], [4]),
    "described_site": (["--only-site", "rebelion"], []),
    "since": (["--since", "2018-01-01"], [4, 5]),
    "until": (["--until", "2018-01-01"], [1, 4]),
    "all_together": (["--since", "2016-06-01", "--only-site", "example.org", "--type", "text/plain"], [2]),
}  # fmt: skip


@pytest.mark.parametrize("case", SELECTIONS)
def test_captures_are_selected_by_what_their_heads_state(case: str, tmp_path: Path) -> None:
    """Every condition has to hold, one of the values of each; the others are counted."""
    words, numbers = SELECTIONS[case]
    (tmp_path / "a.warc").write_bytes(MANY)

    ran = Ran("-q", *words, str(tmp_path / "a.warc"))

    assert (0, numbers) == (
        ran.exit_code,
        [int(each["captures"][0]["url"].rpartition("/")[2]) for each in records(ran)],
    )


def cdxj(names: list[tuple[str, int]]) -> str:
    """An index as WACZ has it."""
    lines = [
        f'org,example,harbour)/{number} 20170301120000 {{"filename": "{name}", "offset": "{offset}"}}'
        for number, (name, offset) in enumerate(names)
    ]
    return "\n".join(['!meta {"format": "cdxj"}', *lines, ""])


def cdx(names: list[tuple[str, int]]) -> str:
    """An index with nine columns."""
    lines = [f"org,example)/ 20170301120000 u text/html 200 D - {at} {name}" for name, at in names]
    return "\n".join([" CDX N b a m s k r V g", *lines, ""])


@pytest.mark.parametrize("made", [cdx, cdxj])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_an_index_stands_for_the_captures_that_it_names(
    made: Callable[[list[tuple[str, int]]], str], jobs: str, ending: str, tmp_path: Path
) -> None:
    """In its order, from all files; a revisit finds its page also where the index names none."""
    again = revisit(f"WARC-Refers-To: <{record_id(3)}>")
    parts = [*crawl(5), again]
    (tmp_path / "a.warc.gz").write_bytes(gzipped(parts))
    (tmp_path / "b.warc").write_bytes(b"".join(crawl(2)))
    at = [len(gzipped(parts[:each])) for each in range(len(parts))]
    plain = len(b"".join(crawl(2)[:4]))
    names = [
        ("a.warc.gz", at[4]),
        ("far/b.warc", plain),
        ("a.warc.gz", at[2]),
        ("a.warc.gz", at[11]),
    ]
    text = made(names).encode()
    index = tmp_path / f"index.{made.__name__}{ending}"
    index.write_bytes(gzip.compress(text) if ending else text)

    ran = Ran("--jobs", jobs, str(index))

    assert (0, "records read: 4, skipped: 0, lost: 0\n") == (ran.exit_code, ran.stderr)
    assert ["Story 2", "Story 2", "Story 1", "Story 3"] == [each["title"] for each in records(ran)]
    assert [at[4], plain, at[2], at[11]] == [
        each["captures"][0]["warc"]["offset"] for each in records(ran)
    ]


def test_what_an_index_names_and_is_not_there_is_reported(tmp_path: Path) -> None:
    """A file, a place in a file, and a line that names neither."""
    (tmp_path / "a.warc.gz").write_bytes(gzipped(crawl(2)))
    index = tmp_path / "a.cdxj"
    text = cdxj([("a.warc.gz", 0), ("a.warc.gz", 999_999), ("b.warc.gz", 0)])
    index.write_text(text + "no line of an index\n", "utf-8")

    ran = Ran(str(index))

    assert (3, [f"{tmp_path / 'a.warc.gz'}: error NZ662 bytes 999999 to 999999: the index names a "
        "record after the end of the file; records lost: 1",
        f"cannot read b.warc.gz: there is no such file beside the index {index}",
        f"cannot read {index}: line 5 names no file and offset as CDX or CDXJ do",
        "records read: 0, skipped: 1, lost: 3",
    ]) == (ran.exit_code, ran.stderr.splitlines())  # fmt: skip


OUTSIDE = {"absolute": "{folder}/a.warc", "above": "../a.warc"}


@pytest.mark.parametrize("case", OUTSIDE)
def test_an_index_names_no_file_outside_its_folder(case: str, tmp_path: Path) -> None:
    """An index that was fetched cannot have other files read and reported."""
    (tmp_path / "a.warc").write_bytes(b"".join(crawl(1)))
    (tmp_path / "crawl").mkdir()
    name = OUTSIDE[case].format(folder=tmp_path)
    index = tmp_path / "crawl/a.cdxj"
    index.write_text(f'org,example)/ 20170301120000 {{"filename": "{name}", "offset": "0"}}\n')

    ran = Ran(str(index))

    problem = f"cannot read {name}: there is no such file beside the index {index}"
    assert (3, problem) == (ran.exit_code, ran.stderr.splitlines()[0])


def test_a_list_names_the_inputs(tmp_path: Path) -> None:
    """From a file or from standard input, one name a line, beside those of the command."""
    for number in (1, 2):
        (tmp_path / f"{number}.warc").write_bytes(b"".join(crawl(number + 1)))
    listed = f"{tmp_path / '1.warc'}\n{tmp_path / '2.warc'}\n"
    (tmp_path / "list").write_text(listed, "utf-8")

    ran = CliRunner().invoke(command, ["read", "--files-from", "-"], input=listed)
    same = Ran("--files-from", str(tmp_path / "list"))
    more = Ran(str(tmp_path / "1.warc"), "--files-from", str(tmp_path / "list"))

    assert "records read: 5, skipped: 7, lost: 0\n" == ran.stderr
    assert (ran.stdout, ran.stderr) == (same.stdout, same.stderr)
    assert "records read: 7, skipped: 10, lost: 0\n" == more.stderr


def test_a_list_may_end_each_name_with_nul(tmp_path: Path) -> None:
    """As `find -print0` writes it, for names with line breaks."""
    names = [tmp_path / "a\nb.warc", tmp_path / "c.warc"]
    for name in names:
        name.write_bytes(b"".join(crawl(2)))

    ran = CliRunner().invoke(
        command, ["read", "--files-from", "-"], input="".join(f"{name}\0" for name in names)
    )

    assert (0, "records read: 4, skipped: 6, lost: 0\n") == (ran.exit_code, ran.stderr)


def brotli(data: bytes) -> bytes:
    """The data compressed with Brotli."""
    compressed: bytes = pytest.importorskip("brotli", reason="no extra warc").compress(data)
    return compressed


def zstandard(data: bytes) -> bytes:
    """The data compressed with Zstandard."""
    compressed: bytes = pytest.importorskip("zstandard", reason="no extra warc").compress(data)
    return compressed


ENCODED: Mapping[str, Callable[[bytes], bytes]] = {
    "br": brotli,
    "zstd": zstandard,
    "gzip, br": lambda data: brotli(gzip.compress(data)),
    "identity": lambda data: data,
}


def encoded(encoding: str, body: bytes, *fields: str) -> bytes:
    """A record with a page, encoded as its answer states."""
    head = ["HTTP/1.1 200 OK", "Content-Type: text/html", f"Content-Encoding: {encoding}", *fields]
    block = "\r\n".join(head).encode() + b"\r\n\r\n" + body
    return record("response", block, url=f"{HOST}/{len(body)}.html", number=len(body))


@pytest.mark.parametrize("encoding", ENCODED)
def test_an_encoded_page_is_read(encoding: str, tmp_path: Path) -> None:
    """Sound ones as they are; each that is damaged or cut off is reported."""
    body = ENCODED[encoding](page(1, 400))
    (tmp_path / "a.warc").write_bytes(encoded(encoding, body) + encoded(encoding, page(2)))

    ran = Ran(str(tmp_path / "a.warc"))

    assert ["Story 1", "Story 2"] == [each["title"] for each in records(ran)]


BROKEN = {"br": b"zz", "zstd": b"\0\0"}


@pytest.mark.parametrize("encoding", BROKEN)
def test_an_encoded_page_that_is_broken_is_reported(encoding: str, tmp_path: Path) -> None:
    """In words, one line for each, with its bytes."""
    body = ENCODED[encoding](page(1, 400))
    damaged = body[:7] + BROKEN[encoding] * 20 + body[47:]
    (tmp_path / "a.warc").write_bytes(
        encoded(encoding, body[:-20]) + encoded(encoding, damaged) + response(3)
    )

    ran = Ran(str(tmp_path / "a.warc"))

    first, second, sums = ran.stderr.splitlines()
    assert first.endswith(": the compressed data is cut off; records lost: 1")
    assert second.endswith(": the compressed data is damaged; records lost: 1")
    assert "records read: 1, skipped: 0, lost: 2" == sums


CUT_OFF: Mapping[str, tuple[bytes, str]] = {
    "chunks": (
        record("response", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n<\r\n9\r\np>",
               url=f"{HOST}/a"),
        "the page is cut off: its last chunk is missing",
    ),
    "size_of_a_chunk": (
        record("response", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n1f",
               url=f"{HOST}/a"),
        "the page is cut off: its last chunk is missing",
    ),
    "length": (
        record("response", b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + page(4, 2),
               url=f"{HOST}/a"),
        f"the server announced 500 bytes, and {len(page(4, 2))} came; the page may be cut off",
    ),
    "part": (
        record("response", answer(page(4), status="206 Partial Content"), url=f"{HOST}/a"),
        "the page is cut off: the answer is a part of it (status 206)",
    ),
    "crawler": (
        record("response", answer(page(4)), url=f"{HOST}/a", fields=["WARC-Truncated: length"]),
        "the page is cut off: its record states the reason length (WARC-Truncated)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("among", [1, 2])
@pytest.mark.parametrize("case", CUT_OFF)
def test_a_page_that_was_cut_off_has_a_warning(case: str, among: int, tmp_path: Path) -> None:
    """Alone in its file as in a collection."""
    data, words = CUT_OFF[case]
    file = tmp_path / "a.warc"
    file.write_bytes(data + b"".join(map(response, range(1, among))))

    ran = Ran(str(file))

    page_name = file if among == 1 else f"{HOST}/a"
    assert f"{page_name}: warning NZ647 {words}" in ran.stderr.splitlines()


def test_an_answer_without_a_body_is_skipped(tmp_path: Path) -> None:
    """As an answer to HEAD has none; no page is lost."""
    empty = record("response", answer(b""), url=f"{HOST}/empty")
    (tmp_path / "a.warc").write_bytes(b"".join(crawl(2)) + empty)

    ran = Ran(str(tmp_path / "a.warc"))

    assert (0, "records read: 2, skipped: 4, lost: 0\n") == (ran.exit_code, ran.stderr)


WITHIN_A_LINE: Mapping[str, tuple[str, bytes, str]] = {
    "warc_after_other_bytes": (
        "a.warc", response(1) + b"\xff" * 500 + response(2) + response(3),
        "records read: 3, skipped: 0, lost: 0",
    ),
    "warc_after_a_record_cut_short": (
        "a.warc", response(1)[:-40] + response(2) + response(3),
        "records read: 2, skipped: 0, lost: 1",
    ),
    "arc_after_a_record_cut_short": (
        "a.arc",
        b"".join(arc([(f"{HOST}/1", answer(page(1)))]))[:-40] + arc([(f"{HOST}/2", answer(page(2)))])[1],
        "records read: 1, skipped: 1, lost: 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WITHIN_A_LINE)
def test_a_record_that_begins_within_a_line_is_found(case: str, tmp_path: Path) -> None:
    """Where damage took the line end before it."""
    name, data, sums = WITHIN_A_LINE[case]
    (tmp_path / name).write_bytes(data)

    assert sums == Ran(str(tmp_path / name)).stderr.splitlines()[-1]


def test_no_input_at_all_is_refused() -> None:
    """As where an argument is missing."""
    ran = CliRunner().invoke(command, ["read"])

    assert (2, "Error: Missing argument 'INPUT...'.") == (
        ran.exit_code,
        ran.stderr.splitlines()[-1],
    )
