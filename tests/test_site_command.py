"""The command `site`: its inputs, the texts of records, and a folder that is written again."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nizkorcite.files.generated_folder import replace_generated_files

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGE = EXAMPLES / "putin-tajikistan.html"
DOCUMENT = "documents/sha256,d691c0e1bdb6a9f9"


class Ran:
    """A finished command."""

    def __init__(self, *words: str | Path, **environment: str) -> None:
        command = [sys.executable, "-m", "nizkorcite", *map(str, words)]
        variables = {**os.environ, **environment}
        run = subprocess.run(command, capture_output=True, check=False, env=variables)
        self.out = run.stdout.decode()
        self.err = run.stderr.decode()
        self.code = run.returncode


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own, with the example page in `in`."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    shutil.copy(PAGE, "in/page.html")
    return tmp_path


def files(folder: str) -> set[str]:
    """The files below a folder."""
    return {str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file()}


def test_a_page_becomes_a_site() -> None:
    """The note says how much was written; the results are files alone."""
    ran = Ran("site", "in", "-o", "out", "--title", "An archive")
    written = files("out")

    assert (0, "") == (ran.code, ran.out)
    assert f"out: documents: 1, files: {len(written) - 1}\n" == ran.err
    assert {
        "index.html",
        "search.html",
        f"{DOCUMENT}.html",
        f"{DOCUMENT}.bib",
        "nizkorcite-files.json",
    } <= written
    assert "<title>An archive</title>" in Path("out/index.html").read_text("utf-8")


def test_a_record_has_the_text_of_the_page_that_it_names() -> None:
    """JSON Lines with paths, read with the folder of the records or another one."""
    Ran("read", "in/page.html", "-o", "in/records.jsonl")
    Path("elsewhere").mkdir()
    shutil.copy("in/records.jsonl", "elsewhere")
    own = Ran("site", "in/records.jsonl", "-o", "own")
    based = Ran("site", "elsewhere/records.jsonl", "--base", "in", "-o", "based")

    assert (0, 0) == (own.code, based.code)
    text = Path(f"own/{DOCUMENT}.txt").read_bytes()
    assert text == Path(f"based/{DOCUMENT}.txt").read_bytes()
    assert '<mark id="m5" title="Original: date">27Feb17</mark>' in Path(
        f"own/{DOCUMENT}.html"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("missing", "{path} does not exist"),
        ("other", "the text of its file is not the one that the record describes"),
        ("outside", "{path} points outside the folder"),
    ],
)
def test_a_text_that_cannot_be_used_is_left_out_with_the_reason(change: str, told: str) -> None:
    """The page of the document is written all the same."""
    Ran("read", "in/page.html", "-o", "in/record.json")
    record = json.loads(Path("in/record.json").read_text("utf-8"))
    path = "page.html"
    if change == "missing":
        Path("in/page.html").unlink()
    elif change == "other":
        Path("in/page.html").write_text("<p>Another text</p>", "utf-8")
    else:
        Path("secret.html").write_text("<p>Secret</p>", "utf-8")
        Path("in/page.html").unlink()
        Path("in/page.html").symlink_to("../secret.html")
    ran = Ran("site", "in/record.json", "-o", "out")

    assert 0 == ran.code
    assert (
        f"in/record.json: {record['id']}: no text on its page: {told.format(path=path)}\n"
        in ran.err
    )
    assert f"{DOCUMENT}.txt" not in files("out")
    assert "The text is not part of this site." in Path(f"out/{DOCUMENT}.html").read_text("utf-8")


def test_an_archive_becomes_a_site_of_its_current_documents() -> None:
    """With the texts that it keeps; a document that is withdrawn leaves the site."""
    other = Path("in/other.html")
    other.write_text("<title>Another page</title><p>Other words.</p>", "utf-8")
    assert 0 == Ran("archive", "init", "fonds").code
    assert 0 == Ran("archive", "add", "fonds", "in").code
    assert 0 == Ran("site", "fonds", "-o", "out").code
    texts = [name for name in files("out") if re.fullmatch(r"documents/.*\.txt", name)]
    withdrawn = Ran(
        "archive", "withdraw", "fonds", "sha256:d691c0e1bdb6a9f9", "--by", "Ana", "--why", "a test"
    )
    again = Ran("site", "fonds", "-o", "out")

    assert (2, 0, 0) == (len(texts), withdrawn.code, again.code)
    assert "out: documents: 1, " in again.err
    assert f"{DOCUMENT}.html" not in files("out")


def test_a_site_in_the_folder_of_its_archive_is_refused() -> None:
    """Every file of an archive is in its log."""
    Ran("archive", "init", "fonds")
    ran = Ran("site", "fonds", "-o", "fonds/site")

    assert 2 == ran.code
    assert "Error: fonds/site is in the archive fonds; write to another folder\n" in ran.err


def test_a_text_of_its_own_is_used() -> None:
    """`text.path` leads to the visible text itself."""
    Ran("read", "in/page.html", "-o", "in/record.json")
    Ran("site", "in/record.json", "-o", "first")
    record = json.loads(Path("in/record.json").read_text("utf-8"))
    shutil.copy(f"first/{DOCUMENT}.txt", "in/text.txt")
    record["text"]["path"] = "text.txt"
    del record["captures"][0]["path"]
    Path("in/record.json").write_text(json.dumps(record), "utf-8")

    assert 0 == Ran("site", "in/record.json", "-o", "second").code
    assert Path(f"first/{DOCUMENT}.txt").read_bytes() == Path(f"second/{DOCUMENT}.txt").read_bytes()


def test_a_bad_record_costs_itself() -> None:
    """It is reported with its place, and the site has the others."""
    Path("in/records.jsonl").write_text('{"id": "a"}\n', "utf-8")
    ran = Ran("site", "in", "-o", "out")

    assert 1 == ran.code
    assert "in/records.jsonl:1:" in ran.err
    assert "out: documents: 1, " in ran.err


def test_an_id_that_two_documents_have_is_reported() -> None:
    """The first one is used, as the message says."""
    shutil.copy("in/page.html", "in/same.html")
    ran = Ran("site", "in", "-o", "out")

    assert 1 == ran.code
    assert (
        "in/same.html: the id sha256:d691c0e1bdb6a9f9 is also in in/page.html, whose document is used\n"
        in ran.err
    )
    assert "out: documents: 1, " in ran.err


def test_nothing_read_is_no_site() -> None:
    """An empty site would replace a good one."""
    Path("in/a.bib").write_text("@book{a, title = {A}}\n", "utf-8")
    ran = Ran("site", "in/a.bib", "-o", "out")

    assert 3 == ran.code
    assert ran.err.endswith("no document was read, so no site was written\n")
    assert not Path("out").exists()


def test_a_site_is_replaced_and_other_files_stay() -> None:
    """Pages that are gone are removed with their folders; what the user added is left alone."""
    assert 0 == Ran("site", "in", "-o", "out").code
    Path("out/CNAME").write_text("archive.example.org\n", "utf-8")
    record = json.loads((EXAMPLES / "putin-tajikistan.json").read_text("utf-8"))
    del record["original"]["date"]
    del record["evidence"]
    Path("in/page.html").unlink()
    Path("in/record.json").write_text(json.dumps(record | {"id": "new"}), "utf-8")
    again = Ran("site", "in", "-o", "out")

    assert 0 == again.code
    assert "archive.example.org\n" == Path("out/CNAME").read_text("utf-8")
    assert {"documents/new.html"} == {
        name for name in files("out") if re.fullmatch(r"documents/.*\.html", name)
    }
    assert {"dates/index.html", "dates/none.html"} == {
        name for name in files("out") if name.startswith("dates/")
    }


def test_a_folder_with_other_files_is_refused_unless_forced() -> None:
    """And the files stay in any case."""
    Path("out").mkdir()
    Path("out/mine.txt").write_text("mine", "utf-8")
    refused = Ran("site", "in", "-o", "out")
    forced = Ran("site", "in", "-o", "out", "--force")

    assert (2, 0) == (refused.code, forced.code)
    assert (
        "Error: out has other files than those of an earlier site; write to another folder, or add "
        "--force to write there\n"
    ) in refused.err
    assert "mine" == Path("out/mine.txt").read_text("utf-8")


def test_an_input_in_the_folder_of_the_site_is_refused() -> None:
    """Even if forced: a page of that name would replace it."""
    Path("in/page.html").rename("in/index.html")
    before = Path("in/index.html").read_bytes()
    ran = Ran("site", "in/index.html", "-o", "in", "--force")

    assert 2 == ran.code
    assert (
        "Error: the input in/index.html is in the folder of the site, in; write to another folder\n"
        in ran.err
    )
    assert before == Path("in/index.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--email", "a@example.org"], "--email is for --url-base"),
        (
            ["--email", "nobody", "--url-base", "https://example.org"],
            "a mail address has the form name@example.org",
        ),
        (["--url-base", "example.org"], "an address begins with https:// or http://"),
    ],
    ids=["mail without an address", "no mail address", "no full address"],
)
def test_wrong_options_are_refused_before_anything_is_read(words: list[str], told: str) -> None:
    """With the form that they should have."""
    ran = Ran("site", "in", "-o", "out", *words)

    assert 2 == ran.code
    assert told in ran.err
    assert not Path("out").exists()


def test_a_build_can_be_repeated_to_the_byte() -> None:
    """The time of the build is that of SOURCE_DATE_EPOCH, if set."""
    options = ("--url-base", "https://example.org/a", "--email", "a@example.org", "--lang", "es")
    for folder in ("one", "two"):
        assert 0 == Ran("site", "in", "-o", folder, *options, SOURCE_DATE_EPOCH="1700000000").code

    assert files("one") == files("two")
    assert all(
        Path("one", name).read_bytes() == Path("two", name).read_bytes() for name in files("one")
    )
    assert "<updated>2023-11-14T22:13:20Z</updated>" in Path("one/feed.xml").read_text("utf-8")


def test_without_its_extra_the_command_says_how_to_install_it() -> None:
    """Before any input is read."""
    program = "import sys; sys.modules['jinja2'] = None; from nizkorcite.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "site", "in", "-o", "out"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert 2 == run.returncode
    assert "a site needs an extra: " in run.stderr
    assert not Path("out").exists()


# The folder


def failing_files() -> Iterator[tuple[str, bytes]]:
    """A file, and then a full disk."""
    yield "a.html", b"new"
    raise OSError(28, "No space left on device")


def test_a_run_that_fails_leaves_the_folder_as_it_was() -> None:
    """No file is renamed before all are written, and a new folder is removed."""
    replace_generated_files("old", [("a.html", b"old")])
    before = {name: Path("old", name).read_bytes() for name in files("old")}
    for folder in ("old", "new"):
        with pytest.raises(OSError, match="No space left"):
            replace_generated_files(folder, failing_files())

    assert before == {name: Path("old", name).read_bytes() for name in files("old")}
    assert not Path("new").exists()


def test_what_a_killed_run_left_is_removed_by_the_next() -> None:
    """Its draft has a name of its own."""
    replace_generated_files("site", [("a.html", b"old")])
    Path("site/.nizkorcite-0123456789abcdef.part").mkdir()
    Path("site/.nizkorcite-0123456789abcdef.part/b.html").write_bytes(b"cut o")
    replace_generated_files("site", [("a.html", b"new")])

    assert {"a.html", "nizkorcite-files.json"} == files("site")


def test_an_edited_list_removes_no_file_outside() -> None:
    """Paths that leave the folder are ignored."""
    Path("mine.txt").write_text("mine", "utf-8")
    Path("site").mkdir()
    names = ["../mine.txt", str(Path("mine.txt").resolve()), 3, ""]
    Path("site/nizkorcite-files.json").write_text(json.dumps({"files": names}), "utf-8")
    replace_generated_files("site", [("a.html", b"")])

    assert "mine" == Path("mine.txt").read_text("utf-8")


def test_a_list_that_nests_too_deeply_is_no_list() -> None:
    """The files are written, and none is removed."""
    replace_generated_files("site", [("a.html", b"old")])
    Path("site/nizkorcite-files.json").write_text("[" * 100_000, "utf-8")
    replace_generated_files("site", [("b.html", b"new")])

    assert {"a.html", "b.html", "nizkorcite-files.json"} == files("site")


def test_a_run_leaves_the_draft_of_another_that_lives() -> None:
    """Each holds a lock on its own."""

    def both() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"a"
        replace_generated_files("site", [("b.html", b"b")])
        yield "c.html", b"c"

    replace_generated_files("site", both())

    assert {"a.html", "c.html", "nizkorcite-files.json"} == files("site")


def test_replaced_files_keep_their_mode_and_protected_ones_stay() -> None:
    """Nothing is renamed where one of them may only be read."""
    replace_generated_files("site", [("a.html", b"old"), ("b.html", b"old")])
    Path("site/a.html").chmod(0o640)
    replace_generated_files("site", [("a.html", b"new"), ("b.html", b"old")])
    assert 0o640 == Path("site/a.html").stat().st_mode & 0o777
    Path("site/b.html").chmod(0o444)

    with pytest.raises(PermissionError):
        replace_generated_files("site", [("a.html", b"newer"), ("b.html", b"newer")])
    assert [b"new", b"old"] == [Path("site", name).read_bytes() for name in ("a.html", "b.html")]


def test_an_output_that_cannot_be_written_is_exit_code_4() -> None:
    """A file in the place of the folder."""
    Path("out").write_text("mine", "utf-8")
    ran = Ran("site", "in", "-o", "out")

    assert (4, "mine") == (ran.code, Path("out").read_text("utf-8"))
    assert "cannot write out: " in ran.err
