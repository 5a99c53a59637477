"""Streams of records: one, a record a line, or a list; cut anywhere, each with its place."""

import gzip
import json
import os
import pickle
import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nizkorcite import Finding, Validator, iter_findings
from nizkorcite.errors import InputError
from nizkorcite.validation.input import json_array, splitter
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES
from nizkorcite.validation.input.splitter import chunks

RECORD = json.loads((Path(__file__).parent / "records/full.json").read_text("utf-8"))
GOOD = json.dumps(RECORD)
BAD = json.dumps({**RECORD, "title": ""})
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Dripping(BytesIO):
    """A stream that gives few bytes at a time, as a slow pipe does."""

    def read(self, size: int | None = -1, /) -> bytes:
        """At most seven bytes."""
        return super().read(min(size or 7, 7) if size != -1 else 7)


def found(path: Path) -> list[tuple[Any, ...]]:
    """Record, line, column and code of every finding of a file."""
    return [(each.record, each.line, each.column, each.code) for each in iter_findings(path)]


def written(path: Path, text: str) -> Path:
    """A file with a text."""
    path.write_text(text, "utf-8", newline="")
    return path


@pytest.fixture(autouse=True)
def _drop_by_drop(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tells how records stand in a stream is in its first byte here, so that all is cut."""
    monkeypatch.setattr(splitter, "HEAD", 1)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.dictionaries(st.text(), VALUES, max_size=4), max_size=4),
    st.sampled_from((None, 1, "\t")),
)
def test_a_list_is_cut_at_its_commas(records: list[Any], indent: Any) -> None:
    """Brackets, commas and quotation marks in texts cut nothing, wherever the reading stops."""
    text = json.dumps(records, indent=indent, ensure_ascii=False).encode(errors="surrogatepass")

    for stream in (BytesIO(text), Dripping(text)):
        assert records == [
            json.loads(part.text.decode(errors="surrogatepass")) for part in chunks(stream)
        ]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(("{}", '{"a": 1}', "", " ", "x", "[]")), max_size=30))
def test_lines_are_counted_wherever_the_reading_stops(lines: list[str]) -> None:
    """Each line has the number that an editor shows."""
    text = "\n".join(lines).encode()
    told = [
        (number, line)
        for part in chunks(Dripping(text), "a.jsonl")
        for number, line in enumerate(part.lines, part.line)
        if line
    ]

    assert [(number, line.encode()) for number, line in enumerate(lines, 1) if line] == told


def test_records_of_a_list_have_their_places(tmp_path: Path) -> None:
    """A finding names the record's number, and the line and column in the file."""
    text = f"[{GOOD},\n  {BAD},{BAD}\n,{json.dumps(json.loads(BAD), indent=2)}]"
    path = written(tmp_path / "list.json", text)
    column = BAD.index('""') + 1

    assert [
        (2, 2, column + 2, "NZ110"),
        (3, 2, column + 2 + len(BAD) + 1, "NZ110"),
        (4, 3 + 4, 12, "NZ110"),
    ] == found(path)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[{}, ]", (1, 6), "extra comma before ]"),
        ("[{},, {}]", (1, 5), "a value is expected here, not ,"),
        ("[{}\n", (2, 1), "the text ends, but the [ at"),
        ("[{}}", (1, 4), "} does not close the ["),
        ("[{}] x", (1, 6), "unexpected text after the record"),
        ("[", (1, 2), "the text ends, but the [ at"),
    ],
)
def test_a_broken_list_is_told_where_it_breaks(
    text: str, place: tuple[int, int], words: str, tmp_path: Path
) -> None:
    """What stands between the records has faults of its own."""
    path = written(tmp_path / "list.json", text)
    last = list(iter_findings(path))[-1]

    assert ("NZ001", *place) == (last.code, last.line, last.column)
    assert words in last.message


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("[" * 100_000 + "\n", (1, 66, "NZ004")),
        ('[{"a": ' + "[" * 100_000, (1, 71, "NZ004")),
        ("[{}, [[", (1, 8, "NZ001")),
        ('[{}, {"title": "A', (1, 16, "NZ001")),
        ('[{}, {"title": "A"', (1, 19, "NZ001")),
        ('[{}, {"title": "A"]', (1, 19, "NZ001")),
        ('[{}, "A', (1, 6, "NZ001")),
    ],
    ids=["deep-lists", "deep-record", "lists", "text", "record", "no-brace", "open-text"],
)
def test_a_list_that_ends_within_a_record_is_told_once(
    text: str, found_there: tuple[int, int, str], tmp_path: Path
) -> None:
    """That the list itself is open too has the same cause."""
    told = [each[1:] for each in found(written(tmp_path / "list.json", text))]

    assert [found_there] == [each for each in told if each[2] != "NZ101"]


def test_a_list_that_is_cut_off_anywhere_is_told_once(tmp_path: Path) -> None:
    """Between records, within one, and within a text or what stands for a sign in it."""
    text = '[{"a": "x\\"[", "b": [1, {}]}, "c\\\\", {"d": "}"}, [ ], 3 ]'
    path = tmp_path / "list.json"

    for end in range(1, len(text)):
        codes = [each[3] for each in found(written(path, text[:end]))]

        assert 1 == codes.count("NZ001"), text[:end]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "list.json"])
def test_another_encoding_is_told_once_a_file(name: str, encoding: str, tmp_path: Path) -> None:
    """Its lines and brackets are not those of UTF-8, so nothing is cut at them."""
    text = f"[{GOOD},\n{GOOD}]" if name == "list.json" else f"{GOOD}\n{GOOD}\n"
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))

    assert [(None, 1, 1, "NZ005")] == found(path)


@pytest.mark.parametrize("text", ["[]", " [\n] ", f"[{GOOD}]", f"\n[{GOOD}\r\n,\t{GOOD}]\n"])
def test_a_right_list_has_no_finding(text: str, tmp_path: Path) -> None:
    """Nor has an empty one."""
    assert [] == found(written(tmp_path / "list.json", text))


def test_a_list_with_a_mark_is_told_once(tmp_path: Path) -> None:
    """The byte order mark is the file's, not the first record's."""
    assert [(None, 1, 1, "NZ006")] == found(written(tmp_path / "a.json", f"\ufeff[{GOOD}]"))


def test_columns_of_a_line_count_from_its_line_feed(tmp_path: Path) -> None:
    """A carriage return ends a line of JSON Lines only before a line feed."""
    path = written(tmp_path / "a.jsonl", f'{{"a":\r\n{{"a":\r1 2}}\n{BAD}\r\n{{"a"')
    last = [finding.message for finding in iter_findings(path) if finding.line == 1]

    assert [
        (1, 1, 6, "NZ001"),
        (2, 2, 9, "NZ001"),
        (3, 3, BAD.index('""') + 1, "NZ110"),
        (4, 4, 5, "NZ001"),
    ] == found(path)
    assert ["not JSON: the text ends, but the { at column 1 is still open"] == last


def test_a_file_whose_first_line_is_a_record_has_one_a_line(tmp_path: Path) -> None:
    """Whatever its name; a record that fills its file alone is no list."""
    assert [(2, 2, BAD.index('""') + 1, "NZ110")] == found(
        written(tmp_path / "a.json", f"{GOOD}\n{BAD}\n")
    )
    assert [(None, 1, BAD.index('""') + 1, "NZ110")] == found(
        written(tmp_path / "b.json", f"{BAD}\n")
    )


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.json.gz"])
def test_compressed_records_are_read(name: str, tmp_path: Path) -> None:
    """The name inside tells how records stand in it."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(f"{GOOD}\n{BAD}\n".encode()))

    assert [(2, 2, BAD.index('""') + 1, "NZ110")] == found(path)


def test_compressed_data_that_is_cut_off_is_told_after_what_was_read(tmp_path: Path) -> None:
    """The records before are judged, and then the caller is told."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f"{BAD}\n".encode() * 200, 0)[:-9000])
    findings = iter_findings(path)

    assert "NZ110" == next(findings).code
    with pytest.raises(OSError, match="the compressed data is cut off"):
        list(findings)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(GOOD.encode()) + b"more",
        gzip.compress(GOOD.encode())[:-8] + bytes(8),
        gzip.compress(GOOD.encode())[:20] + bytes(2000),
    ],
    ids=["more", "checksum", "blocks"],
)
def test_compressed_data_that_is_broken_is_told(data: bytes, tmp_path: Path) -> None:
    """In the same words, whatever is wrong with it."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)

    with pytest.raises(InputError, match="the compressed data is damaged"):
        found(path)


def test_a_name_of_compressed_data_says_how_records_stand_in_it(tmp_path: Path) -> None:
    """Also where the file is compressed no more."""
    assert [(1, 1, 2, "NZ001"), (2, 2, BAD.index('""') + 1, "NZ110")] == found(
        written(tmp_path / "a.jsonl.gz", f"{{\n{BAD}\n")
    )


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    """What was found may be of neither state."""
    path = written(tmp_path / "a.jsonl", f"{BAD}\n" * 2)
    findings = iter_findings(path)
    next(findings)
    with path.open("a") as file:
        file.write(f"{GOOD}\n")

    with pytest.raises(OSError, match="it changed while it was read"):
        list(findings)


def test_items_that_are_too_large_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a text that fills megabytes no more is held than is allowed, and the next record is judged."""
    monkeypatch.setattr(json_array, "BLOCK", 1 << 16)
    large = json.dumps({**RECORD, "x_a": 'a"\\' * 2_000_000 + "a" * 40_000_000 + "}, {" * 9})
    path = written(tmp_path / "a.json", f"[{GOOD}, {large}, {BAD}]")

    assert [(2, "NZ008"), (3, "NZ110")] == [(each[0], each[3]) for each in found(path)]


def test_a_hundred_megabytes_on_a_line_need_no_more_than_the_bound(tmp_path: Path) -> None:
    """Memory is bounded by what a record may have, whatever stands on a line."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"a" * (1 << 20))
        file.write(b"\n" + BAD.encode())
    tracemalloc.start()
    codes = [each[3] for each in found(path)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert ["NZ008", "NZ110"] == codes
    assert peak < 4 * MAXIMUM_RECORD_BYTES


def test_a_validator_works_in_other_processes() -> None:
    """It is pickled with what it is asked for, and judges as before."""
    validator = Validator(profile="complete", lang="es")
    copy = pickle.loads(pickle.dumps(validator))

    assert validator == copy
    assert list(validator.iter_findings(BAD)) == list(copy.iter_findings(BAD))


def test_findings_come_as_they_are_asked_for() -> None:
    """Nothing is read ahead of need beyond a portion."""
    reader, writer = os.pipe()
    os.write(writer, f"{BAD}\n{BAD}\n".encode())
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        (part,) = chunks(stream, "a.jsonl")
    first = next(Validator().chunk_findings(part)).findings

    assert [Finding] == [type(each) for each in first]
