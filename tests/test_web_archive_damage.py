"""Damaged collections: a damaged record costs itself, and every loss is a finding with its bytes."""

import gzip
import json
import random
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nizkorcite.cli import command
from nizkorcite.saved_forms.containers.warc_record import WarcRecord
from nizkorcite.web_archives.archive_bytes import FileBytes
from nizkorcite.web_archives.archive_records import open_web_archive
from nizkorcite.web_archives.captures import DigestError, check_block_digest
from nizkorcite.web_archives.lost_bytes import LostBytes
from warc_files import HOST, answer, crawl, gzipped, member_offsets, page, record, request, response

RECORDS = crawl(20, words=1000)


def found(data: bytes) -> tuple[list[WarcRecord], list[LostBytes]]:
    """The sound records of a file, and what was lost."""
    file = open_web_archive(FileBytes(BytesIO(data), 0, len(data)), is_arc=False)
    events = [event for event, _ in file.records(0, len(data))]
    records, losses = [], [each for each in events if isinstance(each, LostBytes)]
    for each in events:
        if isinstance(each, WarcRecord):
            try:
                check_block_digest(each)
            except DigestError:
                losses.append(LostBytes(start=each.start, end=0, code="", reason="digest"))  # type: ignore[arg-type]
            else:
                records.append(each)
    return records, losses


def zeros(data: bytearray, at: int, length: int, _: random.Random) -> None:
    """Bytes that a disk lost."""
    data[at : at + length] = bytes(min(length, len(data) - at))


def flip(data: bytearray, at: int, _: int, source: random.Random) -> None:
    """One bit."""
    data[at] ^= 1 << source.randrange(8)


def cut(data: bytearray, at: int, length: int, _: random.Random) -> None:
    """Bytes that are missing."""
    del data[at : at + length]


def insert(data: bytearray, at: int, length: int, source: random.Random) -> None:
    """Bytes that do not belong there."""
    data[at:at] = source.randbytes(length)


@pytest.mark.parametrize("damage", [zeros, flip, cut, insert])
def test_a_damage_costs_one_record(
    damage: Callable[[bytearray, int, int, random.Random], None],
) -> None:
    """Of 100 damages each: 1.1 records on average, all of them reported, none given corrupt."""
    sound = gzipped(RECORDS)
    blocks = {each.fields["warc-record-id"]: each.block for each in found(sound)[0]}
    source = random.Random(20170227)
    lost = []
    for _ in range(100):
        data = bytearray(sound)
        damage(data, source.randrange(len(data)), source.randint(1, 64), source)
        records, losses = found(bytes(data))
        lost.append(len(RECORDS) - len(records))

        assert [] == [x for x in records if blocks.get(x.fields["warc-record-id"]) != x.block]
        assert lost[-1] == sum(each.records for each in losses)

    assert sum(lost) <= 110


@pytest.mark.parametrize("damage", [zeros, flip, cut, insert])
def test_a_damage_of_a_plain_file_costs_two_records_at_most(
    damage: Callable[[bytearray, int, int, random.Random], None],
) -> None:
    """There the digest of each record finds what no checksum does."""
    parts = [each for each in RECORDS if b"WARC-Type: response" in each]
    sound = b"".join(parts)
    pages = {each.block for each in found(sound)[0]}
    source = random.Random(20170228)
    for _ in range(100):
        data = bytearray(sound)
        damage(data, source.randrange(len(data)), source.randint(1, 64), source)
        records, losses = found(bytes(data))
        lost = len(parts) - len(records)

        assert [] == [each for each in records if each.block not in pages]
        assert lost <= 2
        assert lost == sum(each.records for each in losses)


def with_length(part: bytes, more: int) -> bytes:
    """A record with a false length."""
    head, _, block = part.partition(b"\r\n\r\n")
    length = int(head.rpartition(b" ")[2])
    return head.replace(b": %d" % length, b": %d" % (length + more)) + b"\r\n\r\n" + block


PAIRS = crawl(3)
MEMBERS = gzipped(PAIRS)
OFFSETS = member_offsets(MEMBERS)
PLAIN = [len(b"".join(PAIRS[:each])) for each in range(len(PAIRS) + 1)]
# The file, its name, the numbers of records read, skipped and lost, and the findings.
DAMAGES: Mapping[str, tuple[str, bytes, tuple[int, int, int], Sequence[str]]] = {
    "cut_off": (
        "a.warc.gz",
        MEMBERS[:-200],
        (2, 4, 1),
        [
            f"NZ662 bytes {OFFSETS[6]} to {len(MEMBERS) - 200}: the file ends before the record "
            "does; records lost: 1"
        ],
    ),
    "cut_off_plain": (
        "a.warc",
        b"".join(PAIRS)[:-200],
        (2, 4, 1),
        [
            f"NZ662 bytes {PLAIN[6]} to {PLAIN[7] - 200}: the file ends before the record does; "
            "records lost: 1"
        ],
    ),
    "zeros_in_a_member": (
        "a.warc.gz",
        MEMBERS[: OFFSETS[4] + 60] + bytes(40) + MEMBERS[OFFSETS[4] + 100 :],
        (2, 4, 1),
        [
            f"NZ661 bytes {OFFSETS[4]} to {OFFSETS[5]}: the compressed data is damaged; records "
            "lost: 1"
        ],
    ),
    "foreign_bytes_between_members": (
        "a.warc.gz",
        MEMBERS[: OFFSETS[4]] + b"?" * 100 + MEMBERS[OFFSETS[4] :],
        (3, 4, 0),
        [
            f"NZ661 bytes {OFFSETS[4]} to {OFFSETS[4] + 100}: there are bytes that are no record; "
            "records lost: 0"
        ],
    ),
    "line_between_records": (
        "a.warc",
        b"".join(PAIRS[:5]) + b"a line\r\n" + b"".join(PAIRS[5:]),
        (3, 4, 0),
        [
            f"NZ661 bytes {PLAIN[5]} to {PLAIN[5] + 8}: there are bytes that are no record; records "
            "lost: 0"
        ],
    ),
    "length_too_short": (
        "a.warc",
        b"".join((*PAIRS[:4], with_length(PAIRS[4], -50), *PAIRS[5:])),
        (2, 4, 1),
        [
            f"NZ661 bytes {PLAIN[4]} to {PLAIN[5]}: the length of the record is false; records "
            "lost: 1"
        ],
    ),
    "length_too_long": (
        "a.warc",
        b"".join((*PAIRS[:4], with_length(PAIRS[4], 50), *PAIRS[5:])),
        (2, 4, 1),
        [
            f"NZ661 bytes {PLAIN[4]} to {PLAIN[5]}: the length of the record is false; records "
            "lost: 1"
        ],
    ),
    "length_beyond_all_bounds": (
        "a.warc",
        b"".join((*PAIRS[:4], with_length(PAIRS[4], 10**16), *PAIRS[5:])),
        (2, 4, 1),
        [
            f"NZ661 bytes {PLAIN[4]} to {PLAIN[5] + 14}: the length of the record is false; records "
            "lost: 1"
        ],
    ),
    "length_too_long_in_a_member": (
        "a.warc.gz",
        gzipped([*PAIRS[:4], with_length(PAIRS[4], 50), *PAIRS[5:]]),
        (2, 4, 1),
        ["the file ends before the record does; records lost: 1"],
    ),
    "bad_status_line": (
        "a.warc.gz",
        gzipped(
            [
                *PAIRS,
                record("response", b"HTP/1 fine\r\n\r\n" + page(9), url=f"{HOST}/9.html", number=9),
            ]
        ),
        (3, 4, 1),
        ["the answer has no HTTP header; records lost: 1"],
    ),
    "picture_called_html": (
        "a.warc.gz",
        gzipped(
            [
                *PAIRS,
                record(
                    "response", answer(b"\x89PNG\r\n\x1a\n" * 9), url=f"{HOST}/9.html", number=9
                ),
            ]
        ),
        (3, 4, 1),
        ["NZ665 bytes "],
    ),
    "broken_compression_of_a_page": (
        "a.warc.gz",
        gzipped(
            [
                *PAIRS,
                record(
                    "response",
                    answer(gzip.compress(page(9))[:-9]).replace(
                        b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n", 1
                    ),
                    url=f"{HOST}/9.html",
                    number=9,
                ),
            ]
        ),
        (3, 4, 1),
        ["the compressed data is cut off; records lost: 1"],
    ),
}


def read(file: Path) -> tuple[int, list[Any], list[str]]:
    """The exit code, the records and the messages of a run."""
    ran = CliRunner().invoke(command, ["read", str(file)], standalone_mode=False)
    if ran.exception:
        raise ran.exception
    records = [json.loads(line) for line in ran.stdout.splitlines()]
    return ran.return_value, records, ran.stderr.splitlines()


@pytest.mark.parametrize("case", DAMAGES)
def test_each_loss_is_reported_with_its_bytes(case: str, tmp_path: Path) -> None:
    """The records that are read, skipped and lost are all that the file had."""
    name, data, numbers, findings = DAMAGES[case]
    (tmp_path / name).write_bytes(data)

    code, records, said = read(tmp_path / name)
    *losses, total = said

    assert (1, "records read: {}, skipped: {}, lost: {}".format(*numbers)) == (code, total)
    assert numbers[0] == len(records)
    assert len(findings) == len(losses)
    assert [] == [line for line, words in zip(losses, findings, strict=True) if words not in line]


def test_a_file_of_one_member_gives_what_its_digests_prove(tmp_path: Path) -> None:
    """Its checksum comes last, so that records without a digest are not given out."""
    parts = [response(each, digested=each != 2) for each in (1, 2, 3, 4)]
    compressed = gzip.compress(b"".join(parts), mtime=0)
    (tmp_path / "a.warc.gz").write_bytes(compressed[:-60])

    code, records, said = read(tmp_path / "a.warc.gz")

    assert (1, ["Story 1", "Story 3"]) == (code, [each["title"] for each in records])
    assert "records read: 2, skipped: 0, lost: 2" == said[-1]


def test_a_decompression_bomb_costs_itself(tmp_path: Path) -> None:
    """It is left as soon as it has grown beyond all measure."""
    packer = zlib.compressobj(9, wbits=31)
    head = record("response", answer(b""), url=f"{HOST}/bomb.html", number=70)
    length = b"Content-Length: %d\r\n\r\nHTTP"
    head = head.replace(length % 68, length % 10**12)
    bomb = packer.compress(head) + b"".join(packer.compress(bytes(10**6)) for _ in range(120))
    bomb += packer.flush()
    start, end = gzipped(crawl(2)), gzipped([request(3), response(3)])
    (tmp_path / "a.warc.gz").write_bytes(start + bomb + end)

    code, records, said = read(tmp_path / "a.warc.gz")

    assert (1, 3) == (code, len(records))
    assert said == [
        f"{tmp_path / 'a.warc.gz'}: error NZ664 bytes {len(start)} to {len(start + bomb)}: the data "
        "unpacks to far more than a page may have; records lost: 1",
        "records read: 3, skipped: 4, lost: 1",
    ]


def test_false_lengths_cost_what_their_records_have() -> None:
    """Each of a thousand heads claims the rest of the file, which is not read for each of them."""
    claim = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 60000000\r\n\r\n"

    records, losses = found(claim * 1000 + response(1))

    assert [response(1).partition(b"\r\n\r\n")[2].strip()] == [each.block for each in records]
    assert 1000 == sum(each.records for each in losses)
