"""The archive: what is added stays, once; every damage is named; a stopped run leaves no trace."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner

from archives import addition, additions, files_of, filled, run, sha256, with_true_log
from nizkorcite.archive import Addition, Archive, Query
from nizkorcite.archive.damage import DAMAGE_CODES
from nizkorcite.archive.lock import writer_lock
from nizkorcite.cli import command
from nizkorcite.dates import Instant, PartialDate
from nizkorcite.errors import ArchiveError
from nizkorcite.record.model import Capture
from nizkorcite.saved_forms.containers.warc_record import warc_records
from warc_files import crawl, gzipped, page

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "examples/putin-tajikistan.html"
PACK, RECORDS = "packs/000001.warc", "packs/000001.jsonl"
MANIFEST = "manifest-sha256.txt"


# What is added


def test_what_is_added_can_be_read_again(tmp_path: Path) -> None:
    """Record, bytes and text of each document come back as they were given."""
    with filled(tmp_path / "a") as archive:
        found = list(archive.documents())
        given = list(additions(3))

        assert [each.document for each in given] == [each.document for each in found]
        for one, other in zip(given, found, strict=True):
            digest = one.document.captures[0].sha256
            assert one.payloads[digest] == archive.payload(digest)
            text = one.document.text
            assert text
            assert one.payloads[text.sha256].decode() == archive.text(other)


def test_the_same_input_twice_adds_no_byte(tmp_path: Path) -> None:
    """A second run finds everything known, and the folder is as before."""
    with filled(tmp_path / "a") as archive:
        before = files_of(tmp_path / "a")
        again = [each.outcome for each in archive.add(additions(3))]

    assert ["known"] * 3 == again
    assert before == files_of(tmp_path / "a")


def test_an_input_given_twice_in_one_run_is_added_once(tmp_path: Path) -> None:
    """Also before the first of the two is committed."""
    with Archive.create(tmp_path / "a") as archive:
        assert ["new", "known"] == [
            each.outcome for each in archive.add([addition(1), addition(1)])
        ]


def test_another_page_of_the_same_address_is_a_further_capture(tmp_path: Path) -> None:
    """The record keeps its values; those in which the capture differs are named."""
    later = addition(1, "otra cosa", title="Another title")
    with filled(tmp_path / "a") as archive:
        (added,) = archive.add([later])
        version = archive.document("example.org:1")

        assert ("capture", 2, ("/title",)) == (added.outcome, added.version, added.differing)
        assert version
        assert "Story 1" == version.document.title
        assert [addition(1).document.captures[0], *later.document.captures] == list(
            version.document.captures
        )
        assert ["example.org:1"] == archive.ids("http://www.example.org/1/")
        assert ["example.org:1"] == archive.ids(later.document.captures[0].sha256[:12])


def test_newer_rules_make_a_version_and_keep_what_an_editor_set(tmp_path: Path) -> None:
    """The values that changed are named; those of an editor stay."""
    import nizkorcite as nz

    old = addition(1)
    edited = nz.correct(old.document, "/original/place/name=Dusambé")
    newer = evolve(
        addition(1, title="Story 1, read better", evidence=()),
        source=evolve(old.source, rules="test 2"),
    )
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([old, Addition.of(edited)]))
        (added,) = archive.add([newer])
        version = archive.document(old.document.id)

        assert ("version", 3) == (added.outcome, added.version)
        assert version
        assert "Story 1, read better" == version.document.title
        assert version.document.original.place
        assert "Dusambé" == version.document.original.place.name
        assert "known" == next(archive.add([newer])).outcome


def test_a_page_of_another_address_does_not_take_an_id(tmp_path: Path) -> None:
    """Ids are made of addresses with letters, digits and few signs, so that two may be equal."""
    other = addition(2, id="example.org:1")
    with filled(tmp_path / "a", 1) as archive:
        (added,) = archive.add([other])

    assert None is added.outcome
    assert (
        'the id "example.org:1" is that of a page with another address, example.org/1; give this '
        "one an id of its own with --id"
    ) == str(added.problem)


def test_an_archive_is_the_same_whatever_its_batches(tmp_path: Path) -> None:
    """The tree digest does not depend on packs and times."""
    with filled(tmp_path / "a", 5) as one, Archive.create(tmp_path / "b") as other:
        for each in additions(5):
            list(other.add([each]))

        assert one.tree_digest() == other.tree_digest()
        list(other.add([addition(6)]))
        assert one.tree_digest() != other.tree_digest()


def test_the_index_is_made_again(tmp_path: Path) -> None:
    """Deleted, damaged or of another archive, it is rebuilt from the packs."""
    with filled(tmp_path / "a") as archive:
        digest = archive.tree_digest()
    index = tmp_path / "a/index.sqlite"
    for harm in (
        index.unlink,
        lambda: index.write_bytes(b"x" * 5000),
        lambda: index.write_bytes(b""),
    ):
        harm()
        with Archive(tmp_path / "a") as archive:
            assert digest == archive.tree_digest()
            assert ("example.org:2",) == archive.find(Query(words="story 2")).ids


def test_an_index_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    """Another one is made elsewhere: what is in the place of the index stays."""
    folder = tmp_path / "a"
    filled(folder).close()
    (folder / "index.sqlite").unlink()
    (folder / "index.sqlite").mkdir()

    said = [run("add", folder, PAGE).stdout for _ in range(2)]
    assert ["documents added: 1\n", "documents added: 0\nknown already: 1\n"] == said
    assert 0 == run("list", folder).exit_code
    assert (folder / "index.sqlite").is_dir()


def test_a_reader_sees_what_another_process_has_added(tmp_path: Path) -> None:
    """An archive that is opened later has all events."""
    with filled(tmp_path / "a", 1), Archive(tmp_path / "a") as second:
        list(second.add([addition(2)]))

        with Archive(tmp_path / "a") as third:
            assert ["example.org:1", "example.org:2"] == [each.id for each in third.documents()]


def test_an_older_reader_leaves_the_index_of_a_newer_one(tmp_path: Path) -> None:
    """An archive that was opened before another process added finds what was added, too."""
    filled(tmp_path / "a", 1).close()
    with Archive(tmp_path / "a") as first:
        with Archive(tmp_path / "a") as second:
            list(second.add([addition(2)]))
        index = (tmp_path / "a/index.sqlite").stat().st_ino

        assert ("example.org:2",) == first.find(Query(words="story 2")).ids
        assert index == (tmp_path / "a/index.sqlite").stat().st_ino


def test_the_packs_are_warc_files_of_the_standard(tmp_path: Path) -> None:
    """Our reader of others' WARC files finds every block, its target and what it belongs to."""
    dated = evolve(
        addition(1).document.captures[0],
        url="https://example.org/1",
        accessed=Instant("2017-03-01T12:00:00+01:00"),
    )
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([addition(1, captures=[dated]), addition(2)]))
    records = list(warc_records((tmp_path / "a" / PACK).read_bytes()))
    page, text = sorted(addition(1).payloads.values(), key=len, reverse=True)

    assert ["warcinfo", *["resource", "conversion"] * 2] == [
        each.fields["warc-type"] for each in records
    ]
    assert page == records[1].block
    assert ("https://example.org/1", "2017-03-01T11:00:00Z") == (
        records[1].url, records[1].fields["warc-date"],
    )  # fmt: skip
    assert text == records[2].block
    assert records[1].fields["warc-record-id"] == records[2].fields["warc-refers-to"]
    assert records[3].url == f"urn:sha256:{addition(2).document.captures[0].sha256}"


# Reading it by other means


def test_sha256sum_and_the_reader_inside_agree(tmp_path: Path) -> None:
    """The archive can be checked and read without nizkorcite."""
    folder = tmp_path / "a"
    filled(folder).close()
    reader = [sys.executable, "READER.py"]

    def said(*words: str) -> str:
        return subprocess.run(
            words, cwd=folder, capture_output=True, text=True, check=True, encoding="utf-8"
        ).stdout

    assert ": OK\n" * 5 == re.sub(
        "(?m)^.*(?=: OK)", "", said("sha256sum", "-c", "manifest-sha256.txt")
    )
    assert "OK\n" == said(*reader, "--check")
    assert "example.org:1\tStory 1\nexample.org:2\tStory 2\nexample.org:3\tStory 3\n" == said(
        *reader
    )
    assert "Story 2" == json.loads(said(*reader, "example.org:2"))["title"]
    said(*reader, "example.org:2", "page.html")
    page = (folder / "page.html").read_bytes()
    assert addition(2).document.captures[0].sha256 == sha256(page)


def test_the_recipes_of_the_readme_run(tmp_path: Path) -> None:
    """The commands that README.txt prints do what it says, with a shell alone."""
    folder = tmp_path / "a"
    filled(folder).close()
    text = (folder / "README.txt").read_text("utf-8")
    loop = text[text.index("    previous=") : text.index("    done") + len("    done")]
    line = json.loads((folder / RECORDS).read_text("utf-8").splitlines()[1])
    page = line["objects"][0]
    cut = "tail -c +$((OFFSET + 1)) FILE | head -c BYTES"
    assert cut in text
    for name in ("OFFSET", "FILE", "BYTES"):
        cut = cut.replace(name, str(page[name.lower()]))

    def said(script: str) -> bytes:
        return subprocess.run(
            ["sh", "-c", script], cwd=folder, capture_output=True, check=True
        ).stdout

    assert b"the log goes as far as seal.txt says\n" == said(loop)
    assert page["sha256"] == sha256(said(cut))
    assert 1 == said('grep -h \'"id":"example.org:2"\' packs/*.jsonl | tail -n 1').count(b"\n")
    log = next((folder / "log").iterdir())
    log.write_bytes(log.read_bytes().replace(b"Ana Ruiz", b"Eva Ruiz"))
    assert said(loop).startswith(b"broken: ")


# Damage


def flip(path: Path) -> None:
    """Change one byte in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    """Take the last bytes of a file."""
    path.write_bytes(path.read_bytes()[:-7])


def swap(path: Path, old: str, new: str) -> None:
    """Replace the first place of a text."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def link(path: Path) -> None:
    """Put a link to an equal file in the place of a file."""
    other = path.parents[2].parent / "elsewhere"
    path.rename(other)
    path.symlink_to(other)


def a_line_less(path: Path) -> None:
    """Take the last line out of a file."""
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def a_log_line_less(folder: Path) -> None:
    """Take the last event, that of the pack, out of the log."""
    a_line_less(next((folder / "log").iterdir()))


def put_in_quarantine(folder: Path) -> None:
    """Put a file where only a repair does."""
    (folder / "quarantine").mkdir()
    (folder / "quarantine/x").write_text("x")


def the_end_changed(folder: Path) -> None:
    """Change the last event of the log, which no other one follows."""
    withdraw(folder)
    log = next((folder / "log").iterdir())
    *lines, last = log.read_text("utf-8").splitlines(keepends=True)
    log.write_text("".join([*lines, last.replace("asked for", "not asked")]), "utf-8")


def the_end_lost(folder: Path) -> None:
    """Take the event of a withdrawal, which names no file, out of the end of the log."""
    withdraw(folder)
    a_log_line_less(folder)


def withdraw(folder: Path) -> None:
    """Withdraw a document."""
    with Archive(folder) as archive:
        archive.withdraw("example.org:2", by="Ana", note="asked for")


def rename_log(folder: Path) -> None:
    """Give a file of the log the name of another month."""
    log = next((folder / "log").iterdir())
    log.rename(folder / "log/2001-01.jsonl")


def rewrite_line(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change a version, and hide the change from the digests."""
    path = folder / RECORDS
    lines = path.read_text("utf-8").splitlines()
    version = json.loads(lines[1])
    change(version)
    lines[1] = json.dumps(version, ensure_ascii=False, separators=(",", ":"))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with_true_log(folder)


def other_digest(version: dict[str, object]) -> None:
    """Give the first capture of a record another digest."""
    version["record"]["captures"][0]["sha256"] = "0" * 64  # type: ignore[index]


def other_version(version: dict[str, object]) -> None:
    """Give a version a later number."""
    version["version"] = 7


def other_quote(version: dict[str, object]) -> None:
    """Give the evidence other words."""
    version["record"]["evidence"][0]["quote"] = "Another"  # type: ignore[index]


def no_language(version: dict[str, object]) -> None:
    """Make a record invalid."""
    del version["record"]["language"]  # type: ignore[attr-defined]


def hidden_flip(folder: Path) -> None:
    """Change a page, and hide the change from the log."""
    swap(folder / PACK, "<html>Story 2", "<html>Story 9")
    with_true_log(folder)


def hidden_cut(folder: Path) -> None:
    """Cut a WARC file, and hide that from the log."""
    cut(folder / PACK)
    with_true_log(folder)


def hidden_rubbish(folder: Path) -> None:
    """Put rubbish in the place of a version."""
    swap(folder / RECORDS, '{"id":"example.org:2"', '{"ix":"example.org:2"')
    with_true_log(folder)


def pipe(path: Path) -> None:
    """Put a pipe in the place of a file."""
    path.unlink()
    os.mkfifo(path)


def in_place(path: Path) -> None:
    """Put a folder in the place of a file."""
    path.unlink()
    path.mkdir()


def of_index(folder: Path, statement: str) -> None:
    """Change the index."""
    with closing(sqlite3.connect(folder / "index.sqlite")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement)
        connection.commit()


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda a: (a / PACK).unlink(), f"{PACK}: missing"),
    "altered": (lambda a: flip(a / PACK), f"{PACK}: altered"),
    "truncated": (lambda a: cut(a / PACK), f"{PACK}: truncated"),
    "grown": (lambda a: (a / RECORDS).write_bytes((a / RECORDS).read_bytes() + b"\n"), f"{RECORDS}: grown"),
    "link": (lambda a: link(a / PACK), f"{PACK}: link"),
    "not-a-file": (lambda a: pipe(a / PACK), f"{PACK}: not-a-file"),
    "unexpected": (lambda a: (a / "packs/notes.txt").write_text("x"), "packs/notes.txt: unexpected"),
    "name-twin": (lambda a: shutil.copy(a / "README.txt", a / "ReadMe.TXT"), "ReadMe.TXT: name-twin"),
    "broken-chain": (lambda a: swap(next((a / "log").iterdir()), "Ana Ruiz", "Eva Ruiz"), "log/{month}.jsonl:2: broken-chain"),
    "lost-end": (the_end_lost, "log/{month}.jsonl: lost-end"),
    "lost-end, changed": (the_end_changed, "log/{month}.jsonl: lost-end"),
    "log-name": (rename_log, "log/2001-01.jsonl: log-name"),
    "seal": (lambda a: cut(a / "seal.txt"), "seal.txt: seal"),
    "missing, seal": (lambda a: (a / "seal.txt").unlink(), "seal.txt: missing"),
    "missing, manifest": (lambda a: (a / MANIFEST).unlink(), f"{MANIFEST}: missing"),
    "manifest, emptied": (lambda a: (a / MANIFEST).write_text(""), f"{MANIFEST}: manifest"),
    "manifest, rubbish": (lambda a: (a / MANIFEST).write_bytes(b"{}\n" * 9), f"{MANIFEST}: manifest"),
    "manifest, path": (lambda a: swap(a / MANIFEST, "000001.warc", "000007.warc"), f"{MANIFEST}: manifest"),
    "link, seal": (lambda a: link(a / "packs/../seal.txt"), "seal.txt: link"),
    "manifest, cut": (lambda a: a_line_less(a / MANIFEST), f"{MANIFEST}: manifest"),
    "unexpected, month": (lambda a: (a / "log/2999-01.jsonl").touch(), "log/2999-01.jsonl: unexpected"),
    "unexpected, log": (lambda a: (a / "log/notes.jsonl").touch(), "log/notes.jsonl: unexpected"),
    "unexpected, folder": (lambda a: (a / "packs/new").mkdir(), "packs/new/: unexpected"),
    "unexpected, quarantine": (put_in_quarantine, "quarantine/x: unexpected"),
    "not-a-file, log": (lambda a: pipe(next((a / "log").iterdir())), "log/{month}.jsonl: not-a-file"),
    "not-a-file, manifest": (lambda a: pipe(a / MANIFEST), f"{MANIFEST}: not-a-file"),
    "altered, declaration": (lambda a: swap(a / "nizkorcite-archive.json", "created", "Created"), "nizkorcite-archive.json: altered"),
    "lost-events": (a_log_line_less, f"{PACK}: lost-events"),
    "manifest": (lambda a: swap(a / "manifest-sha256.txt", "a", "b"), "manifest-sha256.txt: manifest"),
    "bad-warc": (hidden_flip, f"{PACK}:+"),
    "bad-warc, cut": (hidden_cut, f"{PACK}:+"),
    "bad-line": (hidden_rubbish, f"{RECORDS}:2: bad-line"),
    "bad-record": (lambda a: rewrite_line(a, no_language), f"{RECORDS}:2: bad-record"),
    "wrong-digest": (lambda a: rewrite_line(a, other_digest), f"{RECORDS}:2: wrong-digest"),
    "version-order": (lambda a: rewrite_line(a, other_version), f"{RECORDS}: version-order"),
    "evidence": (lambda a: rewrite_line(a, other_quote), f"{RECORDS}:2: evidence"),
    "index": (lambda a: of_index(a, "DELETE FROM documents WHERE number = 2"), "index.sqlite: index"),
    "index, words": (lambda a: of_index(a, "DROP TABLE words_data"), "index.sqlite: index"),
    "index, emptied": (lambda a: of_index(a, "UPDATE words_data SET block = zeroblob(9)"), "index.sqlite: index"),
    "not-a-file, index": (lambda a: pipe(a / "index.sqlite"), "index.sqlite: not-a-file"),
    "not-a-file, lock": (lambda a: in_place(a / ".lock"), ".lock: not-a-file"),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGES)
def test_every_damage_is_named_by_its_own_code(tmp_path: Path, kind: str) -> None:
    """The first line of the report has the place and the code; the exit code is 1."""
    folder = tmp_path / "a"
    filled(folder).close()
    harm, place = DAMAGES[kind]
    harm(folder)
    month = next((folder / "log").iterdir()).stem
    result = run("verify", "--deep", folder)

    assert 1 == result.exit_code
    assert f": {kind.partition(',')[0]}: " in result.stdout.splitlines()[0]
    assert result.stdout.startswith(place.replace("{month}", month)), result.stdout
    assert "\ndamaged: " in result.stdout


def test_every_code_of_damage_is_tried() -> None:
    """A file that cannot be read needs another user than root; every other kind is planted above."""
    assert {*DAMAGE_CODES} == {*(kind.partition(",")[0] for kind in DAMAGES), "unreadable"}


def test_every_code_of_damage_is_explained() -> None:
    """The specification has a row for each."""
    page = (ROOT / "docs/reference/archive-layout.md").read_text("utf-8")

    assert [] == [code for code in DAMAGE_CODES if f"`{code}`" not in page]


@pytest.mark.parametrize(
    "kind",
    [
        "manifest",
        "manifest, cut",
        "manifest, rubbish",
        "manifest, path",
        "missing, manifest",
        "seal",
        "link, seal",
    ],
)
def test_verify_repairs_nothing(tmp_path: Path, kind: str) -> None:
    """What the log decides stays damaged, and is named again, until `recover` makes it anew."""
    folder = tmp_path / "a"
    filled(folder).close()
    DAMAGES[kind][0](folder)
    before = files_of(folder)
    reports = [run("verify", folder) for _ in range(2)]

    assert [1, 1] == [each.exit_code for each in reports]
    assert before == files_of(folder)
    assert "manifest and seal made anew from the log\n" == run("recover", folder).stdout
    assert 0 == run("verify", folder).exit_code


def test_bytes_that_are_not_there_were_not_read(tmp_path: Path) -> None:
    """The report never says that every byte was read when a file could not be."""
    folder = tmp_path / "a"
    filled(folder).close()
    (folder / PACK).unlink()
    lines = run("verify", folder).stdout.splitlines()

    assert "not read in this run: packs 1-1" in lines
    assert "every byte was read in this run" not in lines


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event["detail"].update(pack=10**12),
        lambda event: event.update(number=2**63),
        lambda event: event.update(time="2026-99-99T00:00:00Z"),
        lambda event: event.update(agent=["Ana"]),
        lambda event: event.update(
            type="fixity check", detail={"checked": [[0, 10**12]], "pack": 1}
        ),
    ],
    ids=["pack", "number", "time", "agent", "range"],
)
def test_no_event_stops_a_check(tmp_path: Path, change: Callable[[Any], object]) -> None:
    """Numbers that nobody can count to, and times that do not exist, are read all the same."""
    folder = tmp_path / "a"
    filled(folder).close()
    log = next((folder / "log").iterdir())
    *lines, last = log.read_text("utf-8").splitlines()
    event = json.loads(last)
    change(event)
    log.write_text("\n".join([*lines, json.dumps(event, separators=(",", ":"))]) + "\n", "utf-8")

    assert 1 == run("verify", folder).exit_code
    assert 3 == run("list", folder).exit_code
    with_true_log(folder)
    assert run("verify", folder).exit_code in (0, 1)
    assert run("add", folder, PAGE).exit_code in (0, 4)
    assert run("verify", folder).exit_code in (0, 1)


@pytest.mark.parametrize("kind", ["lost-end", "lost-end, changed"])
def test_a_removal_that_the_log_has_lost_is_not_undone(tmp_path: Path, kind: str) -> None:
    """Nothing is written before the end of the log is put back, which a copy does."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    withdraw(folder)
    shutil.copytree(folder, copy)
    log = next((folder / "log").iterdir())
    if kind == "lost-end":
        a_line_less(log)
    else:
        swap(log, "asked for", "not asked")
    refused = run("add", folder, PAGE)
    mended = run("repair", folder, "--from", copy)

    assert 4 == refused.exit_code
    assert refused.stderr == (
        f"cannot write {folder}: the log has lost the event that seal.txt names, or it was "
        "changed, so nothing is written; mend it with `nizkorcite archive repair "
        f"{folder} --from COPY`\n"
    )
    assert (0, f"log/{log.name}: replaced by that of the copy\n") == (
        mended.exit_code,
        mended.stdout,
    )
    assert 0 == run("verify", folder).exit_code
    with Archive(folder) as archive:
        assert archive.document("example.org:2") is None


def test_an_archive_of_the_layout_before_gets_a_seal(tmp_path: Path) -> None:
    """It is sound without one, and the next run writes it."""
    folder = tmp_path / "a"
    filled(folder).close()
    swap(folder / "nizkorcite-archive.json", '"layout": "1.1"', '"layout": "1.0"')
    with_true_log(folder)
    (folder / "seal.txt").unlink()

    assert 0 == run("verify", "--quick", folder).exit_code
    assert "a run was stopped" not in run("verify", "--quick", folder).stdout
    run("add", folder, PAGE)
    assert (folder / "seal.txt").read_text("utf-8").startswith("nizkorcite-seal 3 ")
    a_log_line_less(folder)
    assert f"log/{next((folder / 'log').iterdir()).name}: lost-end" in (
        run("verify", "--quick", folder).stdout
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"layout": "1.1"', '"layout": "2.0"', 'in nizkorcite-archive.json, "layout" is "2.0"'),
        (
            '"digest": "sha256"',
            '"digest": "sha3"',
            'in nizkorcite-archive.json, "digest" is "sha3"',
        ),
    ],
    ids=["layout", "digest"],
)
@pytest.mark.parametrize("verb", ["list", "verify", "add"])
def test_a_layout_of_a_newer_version_is_refused(
    tmp_path: Path, verb: str, old: str, new: str, said: str
) -> None:
    """Reading it could be wrong, and writing would damage it."""
    folder = tmp_path / "a"
    filled(folder).close()
    swap(folder / "nizkorcite-archive.json", old, new)
    result = run(verb, folder, *([PAGE] if verb == "add" else []))

    assert (3, f"cannot read {folder}: {said}, which this version of nizkorcite does not know; use a newer version\n") == (result.exit_code, result.stderr)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("log", "it is an archive whose log is missing or empty; put the folder log back from a copy"),
        ("nizkorcite-archive.json", "it is an archive without nizkorcite-archive.json; put that file back from a copy"),
    ],
)  # fmt: skip
def test_a_damaged_archive_is_no_place_for_a_new_one(tmp_path: Path, name: str, said: str) -> None:
    """Advice to make a new archive there would cost the old one."""
    folder = tmp_path / "a"
    filled(folder).close()
    (folder / name).rename(tmp_path / name)
    result = run("verify", folder)

    assert (3, f"cannot read {folder}: {said}\n") == (result.exit_code, result.stderr)
    for each in ("manifest-sha256.txt", "index.sqlite", ".lock", "seal.txt"):
        (folder / each).unlink()
    assert 4 == run("init", folder).exit_code
    assert (folder / PACK).is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """It is damaged as far as anybody can tell."""
    filled(tmp_path / "a").close()
    (tmp_path / "a" / PACK).chmod(0)

    assert f"{PACK}: unreadable" in run("verify", tmp_path / "a").stdout


def test_names_in_another_form_of_unicode_are_twins(tmp_path: Path) -> None:
    """Names that macOS and Linux write with other bytes are seen to be one name."""
    filled(tmp_path / "a").close()
    for form in ("NFC", "NFD"):
        (tmp_path / "a" / unicodedata.normalize(form, "é.txt")).write_text("x")

    assert 1 == run("verify", tmp_path / "a").stdout.count(": name-twin: ")


def test_quick_reads_no_file_and_says_so(tmp_path: Path) -> None:
    """A changed byte goes unseen, and the report says that nothing was read."""
    filled(tmp_path / "a").close()
    flip(tmp_path / "a" / PACK)
    result = run("verify", "--quick", tmp_path / "a")

    assert 0 == result.exit_code
    assert "not read in this run: packs 0-1" in result.stdout
    assert 1 == run("verify", tmp_path / "a").exit_code


def test_packs_checked_longest_ago_come_first(tmp_path: Path) -> None:
    """A budget of no time reads one pack, the next run another one, and each says which."""
    with Archive.create(tmp_path / "a") as archive:
        for each in additions(3):
            list(archive.add([each]))
        reports = [archive.verify(seconds=0) for _ in range(4)]

    assert [3, 3, 3, 3] == [len(each.unread) for each in reports]
    assert {0, 1, 2, 3} == {number for each in reports for number in each.sound}
    assert all(each.is_sound for each in reports)


def test_a_check_is_not_repeated_for_recent_packs(tmp_path: Path) -> None:
    """`--older-than` goes on where an interrupted check ended, and says what was not read."""
    filled(tmp_path / "a").close()
    run("verify", tmp_path / "a")
    result = run("verify", "--older-than", "1d", tmp_path / "a")

    assert 0 == result.exit_code
    assert "not read in this run: packs 0-1" in result.stdout


def test_documents_without_bytes_are_unverifiable(tmp_path: Path) -> None:
    """They are counted, and not as sound."""
    with filled(tmp_path / "a", 1) as archive:
        list(archive.add([Addition.of(addition(2).document)]))
    result = run("verify", "--deep", tmp_path / "a")

    assert "unverifiable, since the archive has no bytes of them: 1 documents\n" in result.stdout


def test_a_seal_shows_that_the_archive_was_replaced(tmp_path: Path) -> None:
    """It holds for the archive as it grows, and for no other one."""
    filled(tmp_path / "a").close()
    seal = run("verify", "--seal", tmp_path / "a").stdout
    assert re.fullmatch("nizkorcite-seal 3 [0-9a-f]{64} [0-9TZ:-]+\n", seal)
    with Archive(tmp_path / "a") as archive:
        list(archive.add([addition(4)]))

    assert 0 == run("verify", "--against", seal, tmp_path / "a").exit_code
    shutil.rmtree(tmp_path / "a")
    filled(tmp_path / "a").close()
    result = run("verify", "--against", seal, tmp_path / "a")
    assert 1 == result.exit_code
    assert result.output.startswith(
        "the archive does not go on from the state that the seal was made of: it was replaced, or "
        "events were lost\nno damage found in what was compared\n"
    )
    assert 2 == run("verify", "--against", "nonsense", tmp_path / "a").exit_code


# Reading what is damaged


def shuffle(folder: Path) -> None:
    """Let two packs of records change places."""
    one, two = folder / RECORDS, folder / "packs/000002.jsonl"
    other = folder / "packs/other"
    for old, new in ((one, other), (two, one), (other, two)):
        old.rename(new)


@pytest.mark.parametrize(
    "harm",
    [
        lambda a: (a / RECORDS).unlink(),
        lambda a: (a / RECORDS).write_bytes(b""),
        lambda a: pipe(a / RECORDS),
        lambda a: in_place(a / RECORDS),
        lambda a: (a / RECORDS).write_bytes(b"\xff" * (a / RECORDS).stat().st_size),
    ],
    ids=["missing", "empty", "pipe", "folder", "rubbish"],
)
@pytest.mark.parametrize("index", ["index", "no index"])
def test_documents_of_a_damaged_pack_are_not_left_out_in_silence(
    tmp_path: Path, harm: Callable[[Path], None], index: str
) -> None:
    """The others are found; the file is named, with the next step, and the exit code is 3."""
    folder = tmp_path / "a"
    with filled(folder) as archive:
        list(archive.add([addition(4)]))
    harm(folder)
    if index == "no index":
        (folder / "index.sqlite").unlink()
    listed, found = run("list", folder), run("search", folder, "tortura")

    assert [3, 3] == [listed.exit_code, found.exit_code]
    assert ["example.org:4"] == [line.split("\t")[0] for line in listed.stdout.splitlines()]
    assert listed.stdout == found.stdout
    assert f"{RECORDS}" in listed.stderr
    assert f"run `nizkorcite archive verify {folder}`" in listed.stderr
    assert 3 == run("show", folder, "example.org:1").exit_code


def test_packs_that_changed_places_are_not_read(tmp_path: Path) -> None:
    """What is at the place of a version is another one."""
    folder = tmp_path / "a"
    with filled(folder) as archive:
        list(archive.add(map(addition, range(4, 8))))
    shuffle(folder)
    result = run("list", folder, "-n", "1")

    assert (3, "") == (result.exit_code, result.stdout)
    assert result.stderr == (
        "documents: 1 of 7\n"
        f"cannot read {folder}: packs/000002.jsonl is missing or damaged; run `nizkorcite archive "
        f"verify {folder}`, and mend it with `nizkorcite archive repair {folder} --from COPY`\n"
    )


def test_bytes_that_were_changed_are_not_written(tmp_path: Path) -> None:
    """Their digest is compared before they are given out."""
    folder = tmp_path / "a"
    filled(folder).close()
    swap(folder / PACK, "<html>Story 2", "<html>Story 9")
    result = run("show", folder, "example.org:2", "--payload")

    assert (3, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"cannot read {folder}: {PACK} is missing or damaged; run ")


@pytest.mark.parametrize("kind", ["broken-chain", "lost-events", "lost-end", "manifest, cut"])
@pytest.mark.parametrize("verb", ["list", "search", "origins"])
def test_a_damaged_log_is_named_by_readers(tmp_path: Path, kind: str, verb: str) -> None:
    """What the log no longer says is missing from the list."""
    folder = tmp_path / "a"
    filled(folder).close()
    DAMAGES[kind][0](folder)
    result = run(verb, folder, *(["tortura"] if verb == "search" else []))
    month = next((folder / "log").iterdir()).stem
    *_, last = lines = result.stderr.splitlines()

    assert 3 == result.exit_code
    assert any(line.startswith(DAMAGES[kind][1].replace("{month}", month)) for line in lines)
    assert last == (
        "the archive is damaged, so documents may be missing here; run `nizkorcite archive verify "
        f"{folder}`"
    )


@pytest.mark.parametrize("kind", ["broken-chain", "lost-events", "lost-end", "lost-end, changed"])
def test_nothing_is_exported_with_a_damaged_log(tmp_path: Path, kind: str) -> None:
    """A withdrawn document would be published again."""
    folder = tmp_path / "a"
    filled(folder).close()
    DAMAGES[kind][0](folder)
    result = run("export", folder, "--to", "bibtex")

    assert (3, "") == (result.exit_code, result.stdout)
    assert "is damaged, so nothing is exported; run " in result.stderr


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE words_data",
        "DROP TABLE documents",
        "DELETE FROM words_config",
    ],
)
def test_a_damaged_index_is_made_again(tmp_path: Path, harm: str) -> None:
    """It is made from the packs, so that nothing is lost with it."""
    folder = tmp_path / "a"
    filled(folder).close()
    of_index(folder, harm)
    result = run("search", folder, "tortura")

    assert (0, "documents: 3\n") == (result.exit_code, result.stderr)
    assert 0 == run("verify", "--deep", folder).exit_code


@pytest.mark.parametrize("place", [pipe, in_place])
@pytest.mark.parametrize("verb", ["list", "verify", "add"])
def test_an_index_that_is_no_file_stops_nothing(
    tmp_path: Path, place: Callable[[Path], None], verb: str
) -> None:
    """Another one is made elsewhere; `verify` names what is there."""
    folder = tmp_path / "a"
    filled(folder).close()
    place(folder / "index.sqlite")
    result = run(verb, folder, *([PAGE] if verb == "add" else []))

    assert int(verb == "verify") == result.exit_code, result.output


def test_a_lock_that_is_no_file_is_named(tmp_path: Path) -> None:
    """The message has the path that is in the way."""
    folder = tmp_path / "a"
    filled(folder).close()
    in_place(folder / ".lock")
    result = run("add", folder, PAGE)

    assert (4, f"cannot write {folder}: {folder}/.lock is no ordinary file; remove it\n") == (
        result.exit_code,
        result.stderr,
    )


# Stopped runs


def test_what_a_stopped_run_left_is_removed(tmp_path: Path) -> None:
    """Staged files, packs without an event and half a line were never part of the archive."""
    folder = tmp_path / "a"
    with filled(folder) as archive:
        digest = archive.tree_digest()
    (folder / ".staging/000002.warc").write_bytes(b"x")
    (folder / "packs/000002.jsonl").write_bytes(b"{}\n")
    log = next((folder / "log").iterdir())
    log.write_bytes(log.read_bytes() + b'{"number":3,')
    verified = run("verify", folder)
    recovered = run("recover", folder)

    assert 0 == verified.exit_code
    assert "a run was stopped, or is running" in verified.stdout
    assert "files of a stopped run, removed or moved to quarantine: 3\n" == recovered.stdout
    assert "nothing to recover\n" == run("recover", folder).stdout
    assert "stopped" not in run("verify", folder).stdout
    with Archive(folder) as archive:
        assert digest == archive.tree_digest()


def test_nothing_is_written_after_a_damaged_log(tmp_path: Path) -> None:
    """Neither a broken chain nor lost events are continued; packs are not taken for leftovers."""
    for kind in ("lost-events", "broken-chain"):
        folder = tmp_path / "a"
        shutil.rmtree(folder, ignore_errors=True)
        filled(folder).close()
        DAMAGES[kind][0](folder)
        before = files_of(folder)
        result = run("add", folder, PAGE)

        assert 4 == result.exit_code
        assert "so nothing is written" in result.stderr
        assert before == files_of(folder)


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    """It is told who writes; reading goes on."""
    folder = tmp_path / "a"
    filled(folder).close()
    with writer_lock(str(folder)):
        result = run("add", folder, PAGE)
        assert 4 == result.exit_code
        assert re.fullmatch(
            r"cannot write .*: another process is writing into the archive: \d+ on .*; wait for it "
            "to end\n",
            result.stderr,
        )
        assert 0 == run("list", folder).exit_code


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_names_that_are_not_utf_8_are_shown_in_the_log(tmp_path: Path) -> None:
    """Neither a page nor a planted file with such a name ends a run."""
    folder, page = tmp_path / "a", tmp_path / os.fsdecode(b"n\xff.html")
    shutil.copy(PAGE, page)
    filled(folder).close()
    assert "documents added: 1\n" == run("add", folder, page).stdout
    (folder / os.fsdecode(b"packs/b\xff")).touch()

    assert "b\\udcff: unexpected" in run("verify", folder).stdout
    assert "b\\\\udcff" in next((folder / "log").iterdir()).read_text("utf-8")


def test_a_protected_archive_is_not_written(tmp_path: Path) -> None:
    """Not even by root, who may write any file."""
    folder = tmp_path / "a"
    filled(folder).close()
    (folder / ".lock").chmod(0o444)
    result = run("add", folder, PAGE)

    assert (4, f"cannot write {folder}: permission denied\n") == (result.exit_code, result.stderr)


def test_the_lock_of_a_writer_that_has_ended_is_taken_over(tmp_path: Path) -> None:
    """A file that names this host is stale once the lock is free; one of another host may not be."""
    import socket

    folder = tmp_path / "a"
    filled(folder).close()
    lock = folder / ".lock"
    lock.write_text(json.dumps({"host": socket.gethostname(), "process": 1}))
    assert 0 == run("add", folder, PAGE).exit_code
    lock.write_text("[" * 100_000)
    assert 0 == run("add", folder, PAGE).exit_code
    lock.write_text(json.dumps({"host": "other.example", "process": 1}))
    result = run("add", folder, PAGE)

    assert 4 == result.exit_code
    assert "other.example may be writing into the archive (process 1)" in result.stderr


# The command line


@pytest.mark.parametrize(
    "words",
    [
        ["show", "a", "x\udc8c"],
        ["list", "a", "--publisher", "x\udc8c"],
        ["list", "a", "--place", "x\udc8c"],
        ["list", "a", "--section", "x\udc8c"],
        ["list", "a", "--language", "x\udc8c"],
        ["search", "a", "x\udc8c"],
        ["origins", "a", "--same", "a:1", "x\udc8c"],
        ["origins", "a", "--not-same", "a:1", "x\udc8c"],
        ["origins", "a", "--why", "x\udc8c"],
        ["edit", "a", "x\udc8c", "title=T", "--by", "Ana", "--why", "b"],
        ["edit", "a", "a:1", "title=T", "--by", "x\udc8c", "--why", "b"],
        ["withdraw", "a", "a:1", "--by", "Ana", "--why", "x\udc8c"],
        ["erase", "a", "x\udc8c", "--by", "Ana", "--why", "b"],
        ["add", "a", "page.html", "--by", "x\udc8c"],
        ["import", "a", "b.csv", "--why", "x\udc8c"],
    ],
    ids=lambda words: ascii(" ".join(words)),
)
def test_text_in_no_encoding_is_refused(words: list[str]) -> None:
    """Neither the log nor the index can contain it; names of files may be any bytes."""
    result = run(*words)

    assert 2 == result.exit_code
    assert "the text has bytes that are not UTF-8" in result.stderr


def test_the_first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an archive, add pages, and add them again."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(PAGE, "page.html")

    assert "a: an archive; add pages with `nizkorcite archive add`\n" == run("init", "a").stderr
    assert "documents added: 1\n" == run("add", "a", "page.html").stdout
    assert "documents added: 0\nknown already: 1\n" == run("add", "a", "page.html").stdout
    shown = run("show", "a", "sha256:d691c0e1bdb6a9f9").stdout
    assert "sha256:d691c0e1bdb6a9f9: versions: 1\n" == shown.splitlines(keepends=True)[0]
    assert PAGE.read_bytes() == run("show", "a", "d691c0e1bdb6", "--payload").stdout_bytes
    assert "Itar Tass. (2017, February 28). " in run("list", "a", "--cite", "apa").stdout


def test_records_bring_the_files_that_they_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page and text come from the record's folder; a file that differs is refused."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(PAGE, "page.html")
    read = CliRunner().invoke(command, ["read", "-o", "a.json", "page.html"])
    assert 0 == read.exit_code
    run("init", "a")

    assert "documents added: 1\n" == run("add", "a", "a.json").stdout
    with Archive("a") as archive:
        (version,) = archive.documents()
        assert None is version.document.captures[0].path
        assert "Dushanbe" in (archive.text(version) or "")
    flip(Path("page.html"))
    run("init", "b")
    result = run("add", "b", "a.json")
    assert 1 == result.exit_code
    assert (
        'a.json: the digest of "page.html" is not that in the record; `nizkorcite validate '
        "--files` shows both\n"
    ) == result.stderr


def test_records_of_a_web_archive_bring_the_pages_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes come from the place in the WARC file that the record names, and name it still."""
    monkeypatch.chdir(tmp_path)
    pages = {f"https://example.org/{number}": f"<html>Page {number}</html>" for number in (1, 2)}
    Path("crawl.warc").write_bytes(b"".join(map(warc_response, pages, pages.values())))
    read = CliRunner().invoke(command, ["read", "-q", "-o", "a.jsonl", "crawl.warc"])
    assert 0 == read.exit_code
    run("init", "a")

    assert "documents added: 2\n" == run("add", "a", "a.jsonl").stdout
    with Archive("a") as archive:
        for version in archive.documents():
            (capture,) = version.document.captures
            assert capture.warc
            assert "crawl.warc" == capture.warc.file
            assert pages[capture.url or ""].encode() == archive.payload(capture.sha256)
            assert archive.text(version)
    assert 0 == run("verify", "--deep", "a").exit_code


def warc_response(url: str, page: str) -> bytes:
    """A record of a WARC file."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2017-03-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{'0' * 8}-0000-4000-8000-{'0' * 11}{url[-1]}>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return f"{head}{block}\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["list"], [3, 2, 1]),
        (["list", "--publisher", "itar"], [3, 2, 1]),
        (["list", "--publisher", "NIZKOR", "-n", "1"], [3]),
        (["list", "--publisher", "efe"], []),
        (["list", "--date", "2017-02"], [3, 2, 1]),
        (["list", "--date", "2016"], []),
        (["list", "--date", "../2017-02-27"], [3, 2, 1]),
        (["list", "--section", "derechos", "--language", "es"], [3, 2, 1]),
        (["list", "--language", "en"], []),
        (["list", "--complete"], []),
        (["list", "--incomplete"], [3, 2, 1]),
        (["search", "CORDOBA"], [3, 2, 1]),
        (["search", "tortura", "2"], [2]),
        (["search", '"tortura en córdoba"'], [3, 2, 1]),
        (["search", '"córdoba en"'], []),
        (["search", "tort*", "--date", "2017"], [3, 2, 1]),
        (["search", "itar AND (tass"], []),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_documents_are_found(tmp_path: Path, words: list[str], found: list[int]) -> None:
    """By words without accents, by names, dates and completeness; no sign is an operator."""
    filled(tmp_path / "a").close()
    verb, *options = words
    result = run(verb, tmp_path / "a", "--json", *options)
    ids = [json.loads(line)["record"]["id"] for line in result.stdout.splitlines()]

    assert 0 == result.exit_code
    assert sorted(ids) == sorted(f"example.org:{number}" for number in found)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["list", "none"], 3, "cannot read none: no such folder; make an archive with `nizkorcite archive init none`\n"),
        (["list", "empty"], 3, "cannot read empty: the folder is no archive (it has no nizkorcite-archive.json); make one with `nizkorcite archive init empty`\n"),
        (["init", "a"], 4, "cannot write a: the folder is an archive already\n"),
        (["init", "full"], 4, "cannot write full: the folder has other files, such as x; give an empty or a new folder\n"),
        (["init", "none/below"], 4, "cannot write none/below: no such file or folder\n"),
        (["show", "a", "nothing"], 1, 'a has no document with the id, address or digest "nothing"; look for words with `nizkorcite archive search`\n'),
        (["search", "a", "-", "*"], 2, 'Usage: nizkorcite archive search [OPTIONS] DIR WORDS...\nTry \'nizkorcite archive search --help\' for help.\n\nError: there is no word to search for in "- *"\n'),
        (["list", "a", "-n", "1"], 0, "documents: 1 of 3\n"),
        (["search", "a", "tortura", "-n", "2"], 0, "documents: 2 of 3\n"),
        (["search", "a", "tortura", "-n", "3"], 0, "documents: 3\n"),
        (["add", "a", "nothing.html"], 3, "cannot read nothing.html: no such file\n"),
    ],
)  # fmt: skip
def test_mistakes_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, said: str
) -> None:
    """One line, with a next step, and the exit code of its kind."""
    monkeypatch.chdir(tmp_path)
    filled(Path("a")).close()
    Path("empty").mkdir()
    Path("full").mkdir()
    Path("full/x").touch()
    result = run(*words)

    assert (code, said) == (result.exit_code, result.stderr)


def test_history_tells_who_changed_what(tmp_path: Path) -> None:
    """Each version with its event, and its values before and after."""
    import nizkorcite as nz

    with filled(tmp_path / "a", 1) as archive:
        edited = nz.correct(addition(1).document, "/title=Better")
        list(archive.add([Addition.of(edited)], by="Eva"))
    lines = run("show", tmp_path / "a", "example.org:1", "--history").stdout.splitlines()

    assert '  /title: "Story 1" -> "Better"' in lines
    assert re.search(r"^version 2: event 3, \S+: ingestion, by Eva$", "\n".join(lines), re.M)


def test_events_of_others_can_be_recorded(tmp_path: Path) -> None:
    """A decision about documents is an event of each of them; unknown documents are refused."""
    with filled(tmp_path / "a", 2) as archive:
        archive.append_event("decision", documents=["example.org:1"], note="not the same", by="Ana")
        events = [each.type for each in archive.events("example.org:1")]
        with pytest.raises(ArchiveError, match=r'^no document has the id "x"$'):
            archive.append_event("decision", documents=["x"])

    assert ["ingestion", "decision"] == events


def test_captures_of_a_known_day_are_no_claim_of_an_instant(tmp_path: Path) -> None:
    """A day is no WARC-Date, so that the record states neither address nor time of a capture."""
    capture = addition(1).document.captures[0]
    dated: Capture = evolve(
        capture, url="https://example.org/1", accessed=PartialDate("2017-03-01")
    )
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([addition(1, captures=[dated])]))
    record = list(warc_records((tmp_path / "a" / PACK).read_bytes()))[1]

    assert record.url == f"urn:sha256:{capture.sha256}"


# Hostile archives


def rewrite_event(folder: Path, path: str) -> None:
    """Let the last event name a file, in a chain that is whole."""
    log = next((folder / "log").iterdir())
    *lines, last = log.read_text("utf-8").splitlines()
    event = json.loads(last)
    event["files"][0]["path"] = path
    log.write_text("\n".join([*lines, json.dumps(event, separators=(",", ":"))]) + "\n", "utf-8")


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/hosts", "packs/../../secret", "log/x.jsonl", ".lock"]
)
def test_an_event_names_no_file_outside(tmp_path: Path, path: str) -> None:
    """It is no event of an archive, so that nothing is read or mended there."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    (tmp_path / "secret").write_text("secret")
    rewrite_event(folder, path)
    shutil.copytree(folder, copy)

    assert ": broken-chain: " in run("verify", folder).stdout
    assert 4 == run("repair", folder, "--from", copy).exit_code
    assert "secret" == (tmp_path / "secret").read_text()


def outside(version: dict[str, Any]) -> None:
    """Let the bytes of a version be in a file outside."""
    version["objects"][0] |= {"file": "../secret", "offset": 0, "bytes": 6}


def huge(version: dict[str, Any]) -> None:
    """Let the bytes of a version be more than any memory."""
    version["objects"][0] |= {"bytes": 10**17}


def far(version: dict[str, Any]) -> None:
    """Let the bytes of a version be where no file has any."""
    version["objects"][0] |= {"offset": 2**63}


def countless(version: dict[str, Any]) -> None:
    """Give a version a number that no table holds."""
    version["version"] = 2**63


def listed_source(version: dict[str, Any]) -> None:
    """Let the digest of the source be a list."""
    version["source"]["sha256"] = ["x"]


@pytest.mark.parametrize("change", [outside, huge, far, countless, listed_source])
def test_a_version_reads_no_bytes_outside(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    """The line is no version; the others are read."""
    folder = tmp_path / "a"
    filled(folder).close()
    (tmp_path / "secret").write_text("secret")
    rewrite_line(folder, change)

    assert f"{RECORDS}:2: bad-line" in run("verify", "--deep", folder).stdout
    with Archive(folder) as archive:
        assert ["example.org:1", "example.org:3"] == [each.id for each in archive.documents()]


@pytest.mark.parametrize("path", ["../secret", "quarantine/../../secret", "README.txt"])
def test_an_erasure_removes_no_file_outside_quarantine(tmp_path: Path, path: str) -> None:
    """A log of another origin cannot make a run remove files."""
    folder = tmp_path / "a"
    with filled(folder) as archive:
        archive.erase("example.org:2", by="Ana", note="test")
    (tmp_path / "secret").write_text("secret")
    log = next((folder / "log").iterdir())
    *lines, last = log.read_text("utf-8").splitlines()
    event = json.loads(last)
    event["detail"]["quarantine"] = [path]
    log.write_text("\n".join([*lines, json.dumps(event, separators=(",", ":"))]) + "\n", "utf-8")
    with_true_log(folder)
    run("recover", folder)

    assert (tmp_path / "secret").is_file()
    assert (folder / "README.txt").is_file()


@pytest.mark.parametrize("line", [b"[]", b"5", b'"erased"', b"null", b'{"id": 1}'])
def test_a_line_of_json_need_not_be_a_version(tmp_path: Path, line: bytes) -> None:
    """It is named, and the other versions are read."""
    folder = tmp_path / "a"
    filled(folder).close()
    (folder / RECORDS).write_bytes((folder / RECORDS).read_bytes() + line + b"\n")
    with_true_log(folder)

    assert f"{RECORDS}:4: bad-line" in run("verify", "--deep", folder).stdout
    assert 3 == run("list", folder).stdout.count("\n")


@pytest.mark.parametrize("harm", [pipe, Path.unlink, in_place])
def test_nothing_is_erased_from_a_damaged_pack(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """The file is named, with the next step."""
    folder = tmp_path / "a"
    filled(folder).close()
    harm(folder / PACK)
    result = run("erase", folder, "example.org:2", "--by", "Ana", "--why", "test")

    assert 3 == result.exit_code
    assert f"{PACK} is missing or damaged; run " in result.stderr


@pytest.mark.parametrize("name", [".lock", "index.sqlite", "log"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    """A link in the archive does not lead to a file of somebody else."""
    folder, other = tmp_path / "a", tmp_path / "other"
    filled(folder).close()
    place = next((folder / "log").iterdir()) if name == "log" else folder / name
    if name == "log":
        shutil.copy(place, other)
    else:
        other.write_text("mine")
    before = other.read_bytes()
    place.unlink(missing_ok=True)
    place.symlink_to(other)
    run("add", folder, PAGE)

    assert before == other.read_bytes()


# Edits


def test_an_edit_says_who_and_why(tmp_path: Path) -> None:
    """A further version, whose evidence names an editor; the event has the person and the reason."""
    folder = tmp_path / "a"
    filled(folder).close()
    words = ["--by", "Ana Ruiz", "--why", "misprint"]
    result = run("edit", folder, "example.org:2", "title=A better title", *words)
    shown = run("show", folder, "example.org:2", "--history").stdout

    assert "example.org:2: version 2: /title\n" == result.stdout
    assert ": metadata modification, by Ana Ruiz: misprint\n" in shown
    assert '  /title: "Story 2" -> "A better title"\n' in shown
    with Archive(folder) as archive:
        version = archive.document("example.org:2")
        assert version
        assert ["editor"] == [each.method for each in version.document.evidence]
    assert 0 == run("verify", "--deep", folder).exit_code
    again = run("edit", folder, "example.org:2", "title=A better title", *words)
    assert "example.org:2: nothing changes\n" == again.stdout


def test_a_table_corrects_many_records(tmp_path: Path) -> None:
    """Rows are found by id; a row that fits no document is reported, the others are made."""
    folder, table = tmp_path / "a", tmp_path / "a.csv"
    filled(folder).close()
    table.write_text(
        "id,title,place\nexample.org:1,One,\nexample.org:9,Nine,\nexample.org:3,,Lima\n"
    )
    result = run("edit", folder, "--from", table, "--by", "Ana", "--why", "checked on paper")

    assert 1 == result.exit_code
    assert f'{table}:3: no document has the id "example.org:9"\n' == result.stderr
    with Archive(folder) as archive:
        titles = {each.id: each.document.title for each in archive.documents()}
    assert {
        "example.org:1": "One",
        "example.org:2": "Story 2",
        "example.org:3": "Story 3",
    } == titles


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["example.org:1", "id=b"], 1, "example.org:1: the id of a document in an archive stays as it is\n"),
        (["example.org:1", "/language="], 1, 'example.org:1: "language" is missing\n'),
        (["none", "title=A"], 1, 'none: no document has the id "none"\n'),
        (["example.org:1"], 2, "give the id of a document, and FIELD=VALUE"),
        (["title=A"], 2, "give the id of a document, and FIELD=VALUE"),
        ([], 2, "give FIELD=VALUE, or a table with --from"),
    ],
)  # fmt: skip
def test_edits_that_cannot_be_made_change_nothing(
    tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    """The reason is given, and the archive has no byte more."""
    folder = tmp_path / "a"
    filled(folder).close()
    before = files_of(folder)
    result = run("edit", folder, *words, "--by", "Ana", "--why", "test")

    assert code == result.exit_code
    assert result.stderr.endswith(said) or f"Error: {said}" in result.stderr
    assert before == files_of(folder)


# Removal


def test_a_withdrawn_document_is_not_listed_and_all_bytes_stay(tmp_path: Path) -> None:
    """Its tombstone has the reason; the page does not come back, and `show` still shows it."""
    folder = tmp_path / "a"
    filled(folder).close()
    pack = (folder / PACK).read_bytes()
    reason = ["--by", "Ana", "--why", "asked by the author"]
    assert 0 == run("withdraw", folder, "example.org:2", *reason).exit_code

    assert pack == (folder / PACK).read_bytes()
    listed = run("list", folder).stdout + run("search", folder, "story").stdout
    assert "example.org:2" not in listed
    assert "example.org:1" in listed
    shown = run("show", folder, "example.org:2").stdout
    assert "withdrawn (event 3)\n" in shown
    assert "deaccession, by Ana: asked by the author\n" in shown
    with Archive(folder) as archive:
        (added,) = archive.add([addition(2, "a later capture")])
    assert '"example.org:2" was withdrawn (event 3)' == str(added.problem)
    assert 0 == run("verify", "--deep", folder).exit_code
    again = run("withdraw", folder, "example.org:2", *reason)
    assert (1, f'{folder}: "example.org:2" was withdrawn (event 3)\n') == (
        again.exit_code, again.stderr,
    )  # fmt: skip


@pytest.mark.parametrize("verb", ["withdraw", "erase"])
def test_a_document_that_is_not_there_is_no_fault_of_the_disk(tmp_path: Path, verb: str) -> None:
    """A slip in an id is told as such."""
    filled(tmp_path / "a", 1).close()
    result = run(verb, tmp_path / "a", "nope", "--by", "Ana", "--why", "test")

    assert (1, f'{tmp_path / "a"}: no document has the id "nope"\n') == (
        result.exit_code, result.stderr,
    )  # fmt: skip


def test_a_verb_that_is_nearly_one_is_named(tmp_path: Path) -> None:
    """As for the other commands."""
    result = run("verfy", tmp_path)

    assert 2 == result.exit_code
    assert 'no command named "verfy"; did you mean "verify"?' in result.stderr


def test_of_an_erased_document_no_word_is_left(tmp_path: Path) -> None:
    """Packs and index have neither page nor record; id, digest and reason stay."""
    folder = tmp_path / "a"
    with Archive.create(folder) as archive:
        pages = [addition(1), addition(2, "Un secreto inconfesable"), addition(3)]
        list(archive.add(pages))
    assert 0 == run("search", folder, "inconfesable").exit_code
    shutil.copytree(folder, tmp_path / "copy")
    cut(folder / PACK)
    assert 0 == run("repair", folder, "--from", tmp_path / "copy").exit_code
    assert list((folder / "quarantine").iterdir())
    reason = ["--by", "Ana", "--why", "ordered by a court"]
    assert 0 == run("erase", folder, "example.org:2", *reason).exit_code

    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"inconfesable" not in everything.lower()
    assert b"Story 2" not in everything
    assert 0 == run("verify", "--deep", folder).exit_code
    shown = run("show", folder, "example.org:2").stdout
    assert "erased (event 4); the bytes are gone\n" in shown
    assert "deletion, by Ana: ordered by a court\n" in shown
    with Archive(folder) as archive:
        assert ["example.org:1", "example.org:3"] == [each.id for each in archive.documents()]
        for kept in (pages[0], pages[2]):
            digest = kept.document.captures[0].sha256
            assert kept.payloads[digest] == archive.payload(digest)
        # neither the page itself, nor its bytes as another document
        again = list(
            archive.add([pages[1], evolve(pages[1], document=evolve(pages[1].document, id="b"))])
        )
    assert ['"example.org:2" was erased (event 4)', '"b" was erased (event 4)'] == [
        str(each.problem) for each in again
    ]
    reader = [sys.executable, "READER.py", "--check"]
    assert 0 == subprocess.run(reader, cwd=folder, capture_output=True, check=False).returncode


def test_bytes_that_another_document_has_are_kept(tmp_path: Path) -> None:
    """Erasing one of two documents with equal pages leaves the other whole."""
    one = addition(1)
    other = evolve(
        addition(1, id="example.org:other", republication=None),
        source=evolve(one.source, sha256="0" * 64),
    )
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([one, other]))
        archive.erase("example.org:1", by="Ana", note="test")
        digest = one.document.captures[0].sha256

        assert one.payloads[digest] == archive.payload(digest)
    assert 0 == run("verify", "--deep", tmp_path / "a").exit_code


def test_a_damaged_pack_is_not_made_to_look_sound_by_an_erasure(tmp_path: Path) -> None:
    """Its digest would be a new one; it has to be mended first."""
    folder = tmp_path / "a"
    filled(folder).close()
    flip(folder / PACK)
    before = files_of(folder)
    result = run("erase", folder, "example.org:2", "--by", "Ana", "--why", "test")

    assert 4 == result.exit_code
    assert "mend it first with `nizkorcite archive repair`" in result.stderr
    assert before == files_of(folder)


# Repair


@pytest.mark.parametrize(
    "kind",
    [
        "missing",
        "altered",
        "truncated",
        "grown",
        "link",
        "not-a-file",
        "broken-chain",
        "lost-events",
    ],
)
def test_a_copy_mends_what_is_damaged(tmp_path: Path, kind: str) -> None:
    """The archive is sound again, the damaged file is kept, and the log says what was replaced."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    shutil.copytree(folder, copy)
    DAMAGES[kind][0](folder)
    result = run("repair", folder, "--from", copy)

    assert 0 == result.exit_code
    assert result.stdout.endswith(": replaced by that of the copy\n")
    assert 0 == run("verify", "--deep", folder).exit_code
    assert kind == "missing" or list((folder / "quarantine").iterdir())
    assert "nothing to repair\n" == run("repair", folder, "--from", copy).stdout


def test_a_damaged_copy_mends_nothing(tmp_path: Path) -> None:
    """The file stays as it is, and is named."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    shutil.copytree(folder, copy)
    for place in (folder, copy):
        flip(place / PACK)
    result = run("repair", folder, "--from", copy)

    assert (1, f"{PACK}: damaged in the copy too, or missing there\n") == (
        result.exit_code,
        result.stdout,
    )


def test_the_log_of_another_archive_is_not_taken(tmp_path: Path) -> None:
    """It does not begin as ours does."""
    folder, other = tmp_path / "a", tmp_path / "b"
    filled(folder).close()
    filled(other).close()
    a_log_line_less(folder)
    result = run("repair", folder, "--from", other)

    assert 4 == result.exit_code
    assert "the log of the copy is damaged, older, or that of another archive" in result.stderr


def test_documents_are_found_again_after_a_repair(tmp_path: Path) -> None:
    """Whoever opens the archive in between makes an index of what is left."""
    filled(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a/packs/000001.jsonl").unlink()
    (tmp_path / "a/index.sqlite").unlink()
    with Archive(tmp_path / "a") as archive:
        before = [each.id for each in archive.documents()]
        archive.repair(tmp_path / "b")
        after = [each.id for each in archive.documents()]

    assert [] == before
    assert [f"example.org:{number}" for number in (1, 2, 3)] == after


def test_packs_whose_event_was_lost_are_kept_in_quarantine(tmp_path: Path) -> None:
    """A log that was put back from a copy does not cost the documents that came later."""
    folder = tmp_path / "a"
    filled(folder).close()
    saved = {path: path.read_bytes() for path in [*(folder / "log").iterdir()]}
    saved |= {folder / name: (folder / name).read_bytes() for name in (MANIFEST, "seal.txt")}
    with Archive(folder) as archive:
        list(archive.add([addition(9)]))
    packs = {path.name: path.read_bytes() for path in (folder / "packs").glob("000002.*")}
    for path, data in saved.items():
        path.write_bytes(data)
    result = run("recover", folder)
    paths = (folder / "quarantine").iterdir()
    kept = {path.name.rpartition("-")[2]: path.read_bytes() for path in paths}

    assert "files of a stopped run, removed or moved to quarantine: 2\n" == result.stdout
    assert packs == kept
    assert 0 == run("verify", folder).exit_code


@pytest.mark.parametrize(
    "words",
    [["--by", " ", "--why", "x"], ["--by", "Ana", "--why", ""]],
    ids=["nobody", "no reason"],
)
def test_who_and_why_are_not_empty(tmp_path: Path, words: list[str]) -> None:
    """The log keeps them for good."""
    filled(tmp_path / "a").close()
    result = run("withdraw", tmp_path / "a", "example.org:1", *words)

    assert 2 == result.exit_code
    assert "the text is empty; the log keeps it for good" in result.stderr


@pytest.mark.parametrize(
    ("kind", "detail", "problem"),
    [
        ("bogus", {}, 'events of the type "bogus" are written by what they report'),
        ("deletion", {}, 'events of the type "deletion" are written by what they report'),
        ("decision", {"a": object()}, "the log cannot have this event: "),
        ("decision", {"a": "\udcff"}, "the log cannot have this event: "),
    ],
    ids=["unknown", "of another method", "no JSON", "no Unicode"],
)
def test_an_event_that_cannot_be_read_again_is_not_written(
    tmp_path: Path, kind: Any, detail: Any, problem: str
) -> None:
    """One such line would break the chain for ever."""
    with filled(tmp_path / "a") as archive:
        with pytest.raises(ArchiveError) as caught:
            archive.append_event(kind, documents=["example.org:1"], detail=detail)

        assert str(caught.value).startswith(problem)
        assert archive.verify().is_sound


def test_pages_of_a_wacz_file_are_added_from_records(tmp_path: Path) -> None:
    """The record names the WARC file in it."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as package:
        package.writestr("archive/a.warc.gz", gzipped(crawl(3)))
    words = ["read", "-o", str(tmp_path / "r.jsonl"), str(tmp_path / "a.wacz")]
    CliRunner().invoke(command, words)
    run("init", tmp_path / "a")
    result = run("add", tmp_path / "a", tmp_path / "r.jsonl")
    with Archive(tmp_path / "a") as archive:
        assert page(2) == archive.payload(sha256(page(2)))
    assert (0, "documents added: 3\n") == (result.exit_code, result.stdout)


def test_the_history_of_an_imported_version_says_who_made_it(tmp_path: Path) -> None:
    """And when and why, as the other archive recorded it."""
    filled(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    words = ["example.org:1", "title=Better", "--by", "Eva", "--why", "misprint"]
    run("edit", tmp_path / "b", *words)
    run("import", tmp_path / "a", tmp_path / "b", "--by", "Ana")
    lines = run("show", tmp_path / "a", "example.org:1", "--history").stdout.splitlines()

    assert re.fullmatch(
        r"version 2: event 3, \S+Z: ingestion, by Ana; made on \S+Z: metadata modification, by Eva: "
        "misprint",
        lines[3],
    )


LOSSES: dict[str, Callable[[Path], object]] = {
    "packs": lambda a: shutil.rmtree(a / "packs"),
    "log": lambda a: shutil.rmtree(a / "log"),
    "file of the log": lambda a: next((a / "log").iterdir()).unlink(),
    "lines of the log": lambda a: next((a / "log").iterdir()).write_bytes(b""),
    "declaration": lambda a: (a / "nizkorcite-archive.json").unlink(),
    "link": lambda a: _moved_behind_a_link(a / "packs"),
    "random log": lambda a: next((a / "log").iterdir()).write_bytes(b"\x07\n" * 99),
    "junk": lambda a: _append(a, b"junk\n"),
    "doubled line": lambda a: _append(
        a, next((a / "log").iterdir()).read_bytes().splitlines(True)[-1]
    ),
}


def _moved_behind_a_link(path: Path) -> None:
    other = path.parents[1] / "other"
    shutil.move(path, other)
    path.symlink_to(other)


def _append(folder: Path, data: bytes) -> None:
    with next((folder / "log").iterdir()).open("ab") as file:
        file.write(data)


@pytest.mark.parametrize("what", LOSSES)
def test_an_archive_comes_back_from_its_copy(tmp_path: Path, what: str) -> None:
    """Also where declaration, log or folders are gone, without which it is none."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    shutil.copytree(folder, copy)
    LOSSES[what](folder)
    repaired = run("repair", folder, "--from", copy)

    assert (0, "") == (repaired.exit_code, repaired.stderr)
    assert 0 == run("verify", "--deep", folder).exit_code
    with Archive(folder) as archive, Archive(copy) as other:
        assert other.tree_digest() == archive.tree_digest()


def test_a_folder_of_other_files_is_not_repaired(tmp_path: Path) -> None:
    """Nothing is written into it."""
    filled(tmp_path / "copy").close()
    (tmp_path / "a").mkdir()
    (tmp_path / "a/other.txt").touch()
    result = run("repair", tmp_path / "a", "--from", tmp_path / "copy")

    assert (
        4,
        f"cannot write {tmp_path}/a: {tmp_path}/a has no file of the archive that was copied\n",
    ) == (result.exit_code, result.stderr)
    assert ["other.txt"] == [path.name for path in (tmp_path / "a").iterdir()]


def test_what_no_copy_can_mend_is_named(tmp_path: Path) -> None:
    """A file that is no part of the archive stays, and the command says so."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    shutil.copytree(folder, copy)
    (folder / "packs/other.txt").touch()
    result = run("repair", folder, "--from", copy)

    assert (1, "packs/other.txt: unexpected: no event of the log names it\n") == (
        result.exit_code,
        result.stdout,
    )


def test_quarantine_does_not_lead_out_of_the_archive(tmp_path: Path) -> None:
    """A link in its place is named, and nothing is written there."""
    folder, copy = tmp_path / "a", tmp_path / "copy"
    filled(folder).close()
    shutil.copytree(folder, copy)
    (tmp_path / "other").mkdir()
    (folder / "quarantine").symlink_to(tmp_path / "other")
    (folder / PACK).write_bytes(b"x")
    result = run("repair", folder, "--from", copy)

    assert 4 == result.exit_code
    assert "quarantine is a link, which leads out of the archive; remove it\n" in result.stderr
    assert [] == list((tmp_path / "other").iterdir())
