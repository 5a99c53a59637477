"""Reading and validating on Apache Spark: the same records, whatever the engine."""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nizkorcite.cli import command
from warc_files import HOST, crawl, gzipped, page

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java here")
FILES = 8
PAGES = 6
BOUND = 300  # seconds; a hang is a failure, a busy machine is none
EXAMPLES = Path(__file__).parents[1] / "examples/spark"
NOTEBOOK = """
import json, re
import nbformat
from nbclient import NotebookClient
cells = NotebookClient(nbformat.read("read_crawl.ipynb", 4), timeout=300).execute().cells
outputs = [each for cell in cells[3:] for each in cell.get("outputs", ())]
texts = [each.text for each in outputs if each.get("name") == "stdout"]
print(json.dumps([int(number) for text in texts for number in re.findall("[0-9]+", text)]))
"""
SESSION = """
import sys
from pyspark.sql import SparkSession
from nizkorcite.spark import read_pages, validate_records
spark = (
    SparkSession.builder.master({master!r})
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.log.level", "ERROR")
    .config("spark.executorEnv.PYTHONPATH", {path!r})
    .getOrCreate()
)
{program}
spark.stop()
"""


def run(folder: Path, program: str, master: str = "local[2,4]") -> subprocess.Popen[str]:
    """Start a program with a session of Spark."""
    path = os.pathsep.join(each for each in sys.path if each)
    code = SESSION.format(master=master, path=path, program=program)
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def example(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the Python that runs the tests, as a user of Spark would."""
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    return subprocess.run(
        arguments, cwd=folder, env=environment, text=True, capture_output=True,
        timeout=BOUND, check=False,
    )  # fmt: skip


def answer_of(started: subprocess.Popen[str]) -> Any:
    """The JSON that a program prints last."""
    try:
        out, err = started.communicate(timeout=BOUND)
    finally:
        with suppress(ProcessLookupError):  # executors outlive a driver that is killed
            os.killpg(started.pid, signal.SIGKILL)
    assert 0 == started.returncode, err[-3000:]
    return json.loads(out.splitlines()[-1])


@pytest.fixture
def crawls(tmp_path: Path) -> list[str]:
    """Some files of a crawl, one of them damaged."""
    for number in range(FILES):
        data = bytearray(gzipped(crawl(PAGES)))
        if number == 3:
            data[-100:-90] = bytes(10)
        (tmp_path / f"{number}.warc.gz").write_bytes(data)
    return [str(tmp_path / f"{number}.warc.gz") for number in range(FILES)]


def by_program(names: list[str], folder: Path) -> list[str]:
    """The records that one process writes."""
    lines = []
    for name in names:
        output = folder / "out.jsonl"
        CliRunner().invoke(command, ["read", "-q", "-o", str(output), "--base", "/", name])
        lines += output.read_text("utf-8").splitlines()
        output.unlink()
    return sorted(without_file(line) for line in lines)


def without_file(line: str) -> str:
    """A record without the path of its file, which depends on the folder of the output."""
    record = json.loads(line)
    del record["captures"][0]["warc"]["file"]
    return json.dumps(record)


READ = """
import json, os, signal
from pathlib import Path
import nizkorcite.spark
from nizkorcite.web_archives.kernel import read_batches

def killing(batches, options):
    try:
        open({mark!r}, "x").close()
    except FileExistsError:
        pass
    else:
        os.kill({victim}, signal.SIGKILL)
    yield from read_batches(batches, options)

def parent(process):
    return int(open(f"/proc/{{process}}/stat").read().rpartition(")")[2].split()[1])

if {mark!r}:
    nizkorcite.spark.read_batches = killing
paths = spark.createDataFrame([(name,) for name in {names!r}], "path string")
found = [row.asDict() for row in read_pages(paths.repartition(4)).collect()]
pages = spark.createDataFrame([(open({page!r}, "rb").read(), {url!r})], "html binary, url string")
page = [row.asDict() for row in read_pages(pages).collect()] if not {mark!r} else []
records = spark.createDataFrame([(row["record"],) for row in found], "record string").na.drop()
checked = [row.asDict() for row in validate_records(records).collect()]
print()
print(json.dumps({{
    "records": [row["record"] for row in found if row["kind"] == "record"],
    "tally": [
        sum(row[name] for row in found if row["kind"] == "tally")
        for name in ("read", "skipped", "lost")
    ],
    "losses": [row["message"] for row in found if row["kind"] == "loss"],
    "page": [row["title"] for row in page if row["kind"] == "record"],
    "valid": sum(row["valid"] or 0 for row in checked),
    "findings": [row["message"] for row in checked if row["kind"] == "finding"],
}}))
"""
ANSWER = {
    "tally": [FILES * PAGES - 1, FILES * (PAGES + 1), 1],
    "page": ["Story 77"],
    "valid": FILES * PAGES - 1,
    "findings": [],
}


def answered(crawls: list[str], folder: Path, master: str, victim: str = "") -> dict[str, Any]:
    """What a session finds; a process is killed in its first task, if one is named."""
    (folder / "page.html").write_bytes(page(77))
    mark = str(folder / "killed") if victim else ""
    program = READ.format(
        names=crawls,
        page=str(folder / "page.html"),
        url=f"{HOST}/77.html",
        mark=mark,
        victim=victim or "0",
    )
    answer: dict[str, Any] = answer_of(run(folder, program, master))
    return answer


def test_spark_reads_the_records_that_one_process_reads(crawls: list[str], tmp_path: Path) -> None:
    """Each record once, the tally exact, the damaged record reported, all records valid."""
    answer = answered(crawls, tmp_path, "local[2,4]")

    records = sorted(without_file(line) for line in answer.pop("records"))
    assert by_program(crawls, tmp_path) == records
    assert 1 == len(answer.pop("losses"))
    assert answer == ANSWER


VICTIMS = {
    "worker": ("local[2,4]", "os.getpid()"),
    "executor": ("local-cluster[2,1,1024]", "parent(parent(os.getpid()))"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
@pytest.mark.parametrize("case", VICTIMS)
def test_nothing_is_lost_where_a_process_is_killed(
    case: str, crawls: list[str], tmp_path: Path
) -> None:
    """A process of Python, or an executor with all of its own: their tasks are done again."""
    answer = answered(crawls, tmp_path, *VICTIMS[case])

    records = sorted(without_file(line) for line in answer["records"])
    assert (tmp_path / "killed").exists()
    assert by_program(crawls, tmp_path) == records
    assert (ANSWER["tally"], ANSWER["valid"]) == (answer["tally"], answer["valid"])


def test_the_example_for_spark_submit_reads_a_folder(crawls: list[str], tmp_path: Path) -> None:
    """The records are those of one process; the loss is printed; the exit code is 1."""
    submit = str(Path(sys.executable).with_name("spark-submit"))
    program = str(EXAMPLES / "read_crawl.py")

    done = example([submit, "--master", "local[2,4]", program, ".", "records"], tmp_path)

    written = sorted((tmp_path / "records").glob("*.txt"))
    lines = [line for path in written for line in path.read_text("utf-8").splitlines()]
    assert by_program(crawls, tmp_path) == sorted(without_file(line) for line in lines)
    loss, sums = done.stdout.splitlines()  # spark-submit gives out both streams as one
    assert loss.endswith("the compressed data is damaged; records lost: 1")
    assert "records read: 47, skipped: 56, lost: 1" == sums
    assert 1 == done.returncode


@pytest.mark.usefixtures("crawls")
def test_the_notebook_reads_and_validates(tmp_path: Path) -> None:
    """Every cell runs, and the sums are those of the files."""
    pytest.importorskip("nbclient", reason="nbclient is not installed")
    shutil.copy(EXAMPLES / "read_crawl.ipynb", tmp_path)

    done = example([sys.executable, "-c", NOTEBOOK], tmp_path)

    expected = [FILES * PAGES - 1, FILES * (PAGES + 1), 1, FILES * PAGES - 1, 0]
    assert expected == json.loads(done.stdout), done.stderr[-3000:]
