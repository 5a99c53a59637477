"""Records as tables: Parquet files, and the batches of a cluster."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nizkorcite.cli import command
from nizkorcite.errors import InputError
from warc_files import HOST, crawl, gzipped, page, record_id

pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
RECORD = '{"schema_version": "1.0", "id": "a:1", "type": "report", "language": "en", "title": "A", "original": {"attribution": "unknown"}}'


def read(*words: str) -> tuple[int, str]:
    """The exit code and the messages of a run."""
    ran = CliRunner().invoke(command, ["read", *words], standalone_mode=False)
    if ran.exception:
        raise ran.exception
    return ran.return_value, ran.stderr


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl."""
    monkeypatch.chdir(tmp_path)
    Path("a.warc.gz").write_bytes(gzipped(crawl(3)))


def test_a_table_has_what_is_asked_for_most_and_the_record() -> None:
    """Columns, types and values; a value that the record lacks is null."""
    assert (0, "records read: 3, skipped: 4, lost: 0\n") == read("-o", "out.parquet", "a.warc.gz")
    read("-q", "-o", "out.jsonl", "a.warc.gz")
    table = pq.read_table("out.parquet")
    lines = Path("out.jsonl").read_text("utf-8").splitlines()

    assert {
        "id": "string", "type": "string", "title": "string", "language": "string",
        "creators": "list<element: string>", "original_publishers": "list<element: string>",
        "original_place": "string", "original_date": "string",
        "republication_publishers": "list<element: string>", "republication_date": "string",
        "url": "string", "accessed": "string", "status": "int64", "media_type": "string",
        "sha256": "string", "byte_length": "int64", "warc_file": "string",
        "warc_offset": "int64", "warc_record_id": "string", "record": "string",
    } == {field.name: str(field.type).replace("item:", "element:") for field in table.schema}  # fmt: skip
    assert lines == table["record"].to_pylist()
    first = table.to_pylist()[0]
    record = json.loads(first.pop("record"))
    assert {
        "id": "harbour.example.org:1.html:20170301120000",
        "type": "news_article",
        "title": "Story 1",
        "language": record["language"],
        "creators": [],
        "original_publishers": ["Itar Tass"],
        "original_place": "Dushanbe",
        "original_date": "2017-02-27",
        "republication_publishers": [],
        "republication_date": None,
        "url": f"{HOST}/1.html",
        "accessed": "2017-03-01T12:00:00Z",
        "status": 200,
        "media_type": "text/html",
        "sha256": record["captures"][0]["sha256"],
        "byte_length": len(page(1)),
        "warc_file": "a.warc.gz",
        "warc_offset": record["captures"][0]["warc"]["offset"],
        "warc_record_id": record_id(1),
    } == first


def test_a_table_is_written_of_pages_too_and_replaces_only_a_table() -> None:
    """A file of another kind is left alone; the same run gives the same bytes."""
    Path("1.html").write_bytes(page(1))
    Path("2.html").write_bytes(page(2))
    assert 0 == read("-q", "-o", "out.parquet", "1.html", "2.html")[0]
    before = Path("out.parquet").read_bytes()

    assert 0 == read("-q", "-o", "out.parquet", "1.html", "2.html")[0]
    assert before == Path("out.parquet").read_bytes()
    assert ["Story 1", "Story 2"] == pq.read_table("out.parquet")["title"].to_pylist()
    Path("other.parquet").write_text("a letter", "utf-8")
    ran = CliRunner().invoke(command, ["read", "-o", "other.parquet", "1.html"])
    assert (2, "a letter") == (ran.exit_code, Path("other.parquet").read_text("utf-8"))


def rows(batches: Any) -> list[dict[str, Any]]:
    """The rows of batches, without what is null."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for batch in batches
        for row in batch.to_pylist()
    ]


def batch(**columns: list[object]) -> Any:
    """A batch of columns."""
    return pa.RecordBatch.from_pydict(columns)


def test_the_kernel_reads_what_the_program_reads() -> None:
    """Records, losses and a tally for each path; one that cannot be read is a row too."""
    from nizkorcite.web_archives.kernel import read_batches

    data = bytearray(gzipped(crawl(3)))
    data[-100:-90] = bytes(10)
    Path("b.warc.gz").write_bytes(data)
    read("-q", "-o", "out.jsonl", "a.warc.gz")
    read("-q", "--force", "-o", "b.jsonl", "b.warc.gz")
    paths = [str(Path(name).resolve()) for name in ("a.warc.gz", "b.warc.gz")]

    found = rows(read_batches(iter([batch(path=[*paths, "a.warc.gz"]), batch(path=["s3://a/b"])])))

    assert [
        *Path("out.jsonl").read_text("utf-8").splitlines(),
        *Path("b.jsonl").read_text("utf-8").splitlines(),
    ] == [row["record"] for row in found if row["kind"] == "record"]
    assert [
        (3, 4, 0), (2, 4, 1), (0, 0, 1), (0, 0, 1)
    ] == [(row["read"], row["skipped"], row["lost"]) for row in found if row["kind"] == "tally"]  # fmt: skip
    assert [
        "cannot read a.warc.gz: give an absolute path: each process has a folder of its own",
        "cannot read s3://a/b: only files of the machine itself are read; mount what s3://a/b names",
    ] == [row["message"] for row in found if row["kind"] == "loss"][1:]


def test_the_kernel_reads_pages_of_a_table() -> None:
    """Bytes with their address; a page that is none costs itself."""
    from nizkorcite.web_archives.kernel import read_batches

    pages = batch(
        html=[page(1), b"\x89PNG\r\n\x1a\n" * 9], url=[f"{HOST}/1.html", f"{HOST}/2.html"]
    )

    found = rows(read_batches(iter([pages])))

    assert ["record", "tally", "loss", "tally"] == [row["kind"] for row in found]
    assert ("Story 1", f"{HOST}/1.html") == (found[0]["title"], found[0]["url"])


def test_the_kernel_validates_records_and_files() -> None:
    """Findings with their place, and the numbers of valid and invalid records."""
    from nizkorcite.web_archives.kernel import validate_batches

    Path("r.jsonl").write_text(f"{RECORD}\n{{}}\n", "utf-8")

    found = rows(
        validate_batches(
            iter([batch(record=[RECORD, "{"]), batch(path=[str(Path("r.jsonl").resolve())])])
        )
    )

    assert [(1, 1), (1, 1)] == [
        (row["valid"], row["invalid"]) for row in found if row["kind"] == "tally"
    ]
    assert [(None, 2), (str(Path("r.jsonl").resolve()), 2)] == sorted(
        {(row.get("file"), row["line"]) for row in found if row["kind"] == "finding"},
        key=lambda place: str(place[0] or ""),
    )


def test_the_kernel_counts_an_empty_record_and_refuses_other_columns() -> None:
    """No row is passed over, and rows of something else are no records."""
    from nizkorcite.web_archives.kernel import validate_batches

    found = rows(validate_batches(iter([batch(record=[RECORD, "", None])])))

    assert (1, 2) == (found[-1]["valid"], found[-1]["invalid"])
    with pytest.raises(InputError) as caught:
        rows(validate_batches(iter([batch(line=[RECORD])])))
    assert "a row has neither a path nor the JSON of a record in record" == str(caught.value)


def test_the_kernel_imports_no_engine() -> None:
    """So that it runs on any of them."""
    program = (
        "import sys, nizkorcite.web_archives.kernel\n"
        "print(*{'pyspark', 'dask', 'ray', 'pandas'} & set(sys.modules))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "\n" == ran.stdout
