"""Exports and imports of archives: other tools accept them, nothing is lost, nothing is trusted."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from archives import addition, files_of, filled, run, sha256, with_true_log
from nizkorcite.archive import Addition, Archive, RecordEdit, Source
from nizkorcite.archive.exports.wacz import surt_key
from nizkorcite.archive.imports.packages import read_package
from nizkorcite.archive.imports.refusals import REFUSAL_CODES, RefusedImportError, name_refusals
from nizkorcite.dates import Instant
from nizkorcite.loading.field_values import parse_change
from nizkorcite.record.model import Capture, Relation
from test_cli import Ran

ROOT = Path(__file__).parents[1]
PACKAGES = ("bagit", "ocfl")

PUBLICATIONS = ("ro-crate", "wacz")
OTHER_TOOL = "the extra exchange is not installed"


def exported(folder: Path, kind: str, number: int = 3) -> Path:
    """An archive with so many pages, exported beside it."""
    filled(folder / "a", number).close()
    out = folder / kind
    result = run("export", folder / "a", "--to", kind, "-o", out)
    assert (0, "") == (result.exit_code, result.output)
    return out


def taken_over(folder: Path, package: Path) -> list[str | None]:
    """What became of each document of a package."""
    with Archive(folder) as archive:
        return [each.outcome for each in archive.take_over(read_package(os.fspath(package)))]


def tree_digest(folder: Path) -> str:
    """The digest of all that an archive contains."""
    with Archive(folder) as archive:
        return archive.tree_digest()


# Exports


@pytest.mark.filterwarnings("ignore:'count' is passed:DeprecationWarning")  # bagit's own, on 3.13
def test_another_program_accepts_the_bag(tmp_path: Path) -> None:
    """The bag is valid for the reference implementation, and names the seal of the archive."""
    bagit = pytest.importorskip("bagit", reason=OTHER_TOOL)
    bag = bagit.Bag(os.fspath(exported(tmp_path, "bagit")))

    assert bag.is_valid()
    with Archive(tmp_path / "a") as archive:
        assert archive.is_sealed_by(bag.info["External-Identifier"])


def test_another_program_accepts_the_storage_root(tmp_path: Path) -> None:
    """The root and each of its objects are valid, versions and withdrawals included."""
    ocfl = pytest.importorskip("ocfl", reason=OTHER_TOOL)
    with filled(tmp_path / "a") as archive:
        edit = RecordEdit(id="example.org:2", changes=[parse_change("title=Otro título")])
        list(archive.edit([edit], by="Ana", note="errata"))
        archive.withdraw("example.org:2", by="Ana", note="a request")
    run("export", tmp_path / "a", "--to", "ocfl", "-o", tmp_path / "out")
    root = ocfl.StorageRoot(root=os.fspath(tmp_path / "out"))

    assert root.validate(validate_objects=True)
    assert (4, 4) == (root.num_objects, root.good_objects)


@pytest.mark.parametrize("kind", PACKAGES)
def test_an_export_comes_back_without_loss(tmp_path: Path, kind: str) -> None:
    """Records, versions, bytes, texts, sources, and who did what are those of the first archive."""
    with filled(tmp_path / "a") as archive:
        edit = RecordEdit(id="example.org:2", changes=[parse_change("title=Otro título")])
        list(archive.edit([edit], by="Ana", note="errata"))
        archive.withdraw("example.org:3", by="Ana", note="a request")
    run("export", tmp_path / "a", "--to", kind, "-o", tmp_path / "out")
    Archive.create(tmp_path / "b").close()

    assert ["new"] * 3 == taken_over(tmp_path / "b", tmp_path / "out")
    assert tree_digest(tmp_path / "a") == tree_digest(tmp_path / "b")
    with Archive(tmp_path / "a") as one, Archive(tmp_path / "b") as other:
        for id_ in ("example.org:1", "example.org:2", "example.org:3"):
            given, found = list(one.versions(id_)), list(other.versions(id_))
            assert [each.source for each in given] == [each.source for each in found]
            assert one.text(given[-1]) == other.text(found[-1])
            assert one.lookup.withdrawal(id_) is None or other.lookup.withdrawal(id_)
        stated = other.log.events[1].detail["imported"]
        assert isinstance(stated, list)
        (edited,) = (each for each in stated if isinstance(each, dict) and each["version"] == 2)
        assert isinstance(edited, dict)
        assert ("Ana", "errata") == (edited["agent"], edited["note"])
        assert other.verify("deep").is_sound


@pytest.mark.parametrize("kind", PACKAGES)
def test_the_same_import_twice_adds_no_byte(tmp_path: Path, kind: str) -> None:
    """Everything is known, the folder is as before, and so is the package."""
    out = exported(tmp_path, kind)
    package = files_of(out)
    Archive.create(tmp_path / "b").close()
    taken_over(tmp_path / "b", out)
    before = files_of(tmp_path / "b")

    assert ["known"] * 3 == taken_over(tmp_path / "b", out)
    assert before == files_of(tmp_path / "b")
    assert package == files_of(out)


@pytest.mark.parametrize("kind", [*PACKAGES, *PUBLICATIONS, "site"])
def test_a_damaged_archive_is_not_exported(tmp_path: Path, kind: str) -> None:
    """The damage is named, and there is no output."""
    filled(tmp_path / "a").close()
    pack = tmp_path / "a/packs/000001.warc"
    pack.write_bytes(pack.read_bytes().replace(b"Story 1", b"Story 7"))
    result = run("export", tmp_path / "a", "--to", kind, "-o", tmp_path / "out")

    assert 3 == result.exit_code
    assert "packs/000001.warc is damaged, so nothing is exported" in result.output
    assert ["a"] == sorted(each.name for each in tmp_path.iterdir())


@pytest.mark.parametrize("kind", PACKAGES + PUBLICATIONS)
def test_an_export_replaces_no_file(tmp_path: Path, kind: str) -> None:
    """What is in the place of the output stays."""
    filled(tmp_path / "a").close()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    result = run("export", tmp_path / "a", "--to", kind, "-o", tmp_path / "out")

    assert 4 == result.exit_code
    assert "exists; export to" in result.output
    assert {"mine.txt": b"mine"} == files_of(tmp_path / "out")


@pytest.mark.parametrize("kind", ["bagit", "ocfl", "ro-crate"])
def test_what_a_killed_export_left_is_removed_by_the_next(tmp_path: Path, kind: str) -> None:
    """Its draft is beside the package that it was to become."""
    filled(tmp_path / "a").close()
    draft = tmp_path / ".nizkorcite-0123456789abcdef.part"
    draft.mkdir()
    (draft / "bagit.txt").write_text("cut o")
    mine = tmp_path / ".nizkorcite-mine.part"
    mine.mkdir()

    assert 0 == run("export", tmp_path / "a", "--to", kind, "-o", tmp_path / "out").exit_code
    assert {"a", "out", mine.name} == {each.name for each in tmp_path.iterdir()}


def dated(number: int, url: str = "") -> Addition:
    """A page whose capture has an address and an instant."""
    page = addition(number)
    (capture,) = page.document.captures
    url = url or f"https://example.org/{number}"
    accessed = Instant("2020-01-02T03:04:05Z")
    capture = evolve(capture, url=url, accessed=accessed)
    return evolve(page, document=evolve(page.document, captures=[capture]))


def published(folder: Path, kind: str) -> Path:
    """An export of three pages, the second of which is withdrawn, and one without an address."""
    with Archive.create(folder / "a") as archive:
        list(archive.add([*map(dated, range(1, 4)), addition(4)]))
        archive.withdraw("example.org:2", by="Ana", note="a request")
    out = folder / "out"
    result = run("export", folder / "a", "--to", kind, "-o", out)
    assert (0, "") == (result.exit_code, result.stdout)
    return out


def test_another_program_reads_the_crate(tmp_path: Path) -> None:
    """Documents with both layers, and each file with its digest; nothing of what is withdrawn."""
    rocrate = pytest.importorskip("rocrate.rocrate", reason=OTHER_TOOL)
    out = published(tmp_path, "ro-crate")
    crate = rocrate.ROCrate(os.fspath(out))
    work = crate.get("#example.org:1")
    publisher = work["isBasedOn"]["publisher"]

    assert ["#example.org:1", "#example.org:3", "#example.org:4"] == [
        each.id for each in crate.root_dataset["mentions"]
    ]
    assert ("NewsArticle", "Story 1") == (work.type, work["name"])
    assert "Itar Tass" == (publisher[0] if isinstance(publisher, list) else publisher)["name"]
    assert crate.get(work["subjectOf"].id)["encodingFormat"] == "application/json"
    for file in work["encoding"]:
        assert f"urn:sha256:{sha256((out / file.id).read_bytes())}" == file["identifier"]
    listed_files = {each.id for each in crate.root_dataset["hasPart"]}
    assert listed_files == {*files_of(out)} - {"ro-crate-metadata.json"}
    assert [] == [each.id for each in crate.get_entities() if "example.org:2" in each.id]


def test_another_program_accepts_the_wacz(tmp_path: Path) -> None:
    """Its description, its files, their digests and the digest of the description."""
    pytest.importorskip("wacz", reason=OTHER_TOOL)
    program = "import sys; from wacz.main import main; sys.exit(main(sys.argv[1:]))"
    out = os.fspath(published(tmp_path, "wacz"))
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "validate", "-f", out],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == done.returncode, done.stdout
    assert "Validation succeeded" in done.stdout


def test_pages_for_replay_are_counted(tmp_path: Path) -> None:
    """A capture without address or instant is in the file, and in no list of a replayer."""
    with Archive.create(tmp_path / "a") as archive:
        assert 2 == len(list(archive.add([dated(1), addition(2)])))
    result = run("export", tmp_path / "a", "--to", "wacz", "-o", tmp_path / "a.wacz")
    quiet = run("export", tmp_path / "a", "--to", "wacz", "-o", tmp_path / "b.wacz", "--quiet")

    words = "pages for replay: 1 of 2 captures, those of a known address and instant\n"
    assert (words, "") == (result.stderr, quiet.stderr)


def test_the_index_of_a_wacz_leads_to_the_bytes(tmp_path: Path) -> None:
    """Each line names a member of the WARC file; pages without an address are in no index."""
    with zipfile.ZipFile(published(tmp_path, "wacz")) as package:
        warc = package.read("archive/data.warc.gz")
        index = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
        pages = package.read("pages/pages.jsonl").decode().splitlines()
    lines = [line.split(" ", 2) for line in index]

    assert [["org,example)/1", "20200102030405"], ["org,example)/3", "20200102030405"]] == [
        each[:2] for each in lines
    ]
    assert ["Story 1", "Story 3"] == [json.loads(each)["title"] for each in pages[1:]]
    for _, _, facts in lines:
        stated = json.loads(facts)
        start = int(stated["offset"])
        member = gzip.decompress(warc[start : start + int(stated["length"])])
        block = member.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n\r\n")
        assert f"sha256:{sha256(block)}" == stated["digest"]
    assert b"Story 4" in gzip.decompress(warc)
    assert b"Story 2" not in gzip.decompress(warc)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://a.org", "org,a)/"),
        ("https://www2.Example.org/A//?z=1&A=2#x", "org,example)/a?a=2&z=1"),
        ("http://a.org:8080/x/", "org,a:8080)/x"),
        ("https://user@a.org:443/é b", "org,a)/%c3%a9%20b"),
        ("http://[::1]:99999/", "[::1]:99999)/"),
        ("ftp://a.org/", "ftp://a.org/"),
    ],
)
def test_the_key_of_an_address(url: str, key: str) -> None:
    """As the surt package makes it, but for addresses that it cannot read."""
    assert key == surt_key(url)


def test_a_package_is_not_written_to_standard_output(tmp_path: Path) -> None:
    """The error names the option."""
    filled(tmp_path / "a").close()
    result = run("export", tmp_path / "a", "--to", "bagit")

    assert 2 == result.exit_code
    assert "bagit is not a text; name a new one with -o OUT" in result.output


def test_a_bibliography_has_what_is_not_withdrawn(tmp_path: Path) -> None:
    """In a format as in a style."""
    with filled(tmp_path / "a") as archive:
        archive.withdraw("example.org:2", by="Ana", note="a request")

    apa = run("export", tmp_path / "a", "--to", "apa").stdout
    assert ["Story 1", "Story 3"] == [
        name for name in ("Story 1", "Story 2", "Story 3") if name in apa
    ]
    run("export", tmp_path / "a", "--to", "bibtex", "-o", tmp_path / "a.bib")
    assert 2 == (tmp_path / "a.bib").read_text("utf-8").count("@misc{")


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """With the names that are near."""
    filled(tmp_path / "a").close()
    result = run("export", tmp_path / "a", "--to", "bibtexx")

    assert 2 == result.exit_code
    assert 'did you mean "bibtex"?' in result.output


def test_an_exported_site_is_that_of_the_command_for_sites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both go one way, so that the files are the same."""
    with filled(tmp_path / "a") as archive:
        archive.withdraw("example.org:2", by="Ana", note="a request")
    words = ("--title", "Fondo", "--url-base", "https://example.org/a", "--lang", "es")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    folders = (tmp_path / "one", tmp_path / "two")
    one = run("export", tmp_path / "a", "--to", "site", "-o", folders[0], *words)
    two = Ran("site", tmp_path / "a", "-o", folders[1], *words)

    assert (0, 0) == (one.exit_code, two.code)
    first, second = (
        {path.relative_to(each): path.read_bytes() for path in each.rglob("*") if path.is_file()}
        for each in folders
    )
    assert first == second
    assert Path("documents/example.org,1.html") in first
    assert Path("documents/example.org,2.html") not in first


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--to", "bagit"),
        ("export", "--to", "bibtex"),
        ("export", "--to", "site"),
        ("report",),
        ("origins",),
        ("show", "example.org:1", "--payload"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_into_an_archive(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A file that no event names would be reported as unexpected."""
    filled(tmp_path / "a", 1).close()
    before = files_of(tmp_path / "a")
    verb, *options = words
    result = run(verb, tmp_path / "a", *options, "-o", tmp_path / "a/x")

    assert 2 == result.exit_code
    assert f"{tmp_path}/a/x is in the archive {tmp_path}/a; write to" in result.stderr
    assert before == files_of(tmp_path / "a")


def test_what_describes_a_site_is_for_sites(tmp_path: Path) -> None:
    """A title of a bibliography would be lost in silence."""
    filled(tmp_path / "a", 1).close()
    result = run("export", tmp_path / "a", "--to", "apa", "--url-base", "https://example.org/")

    assert (2, "Error: --url-base is for --to site") == (
        result.exit_code,
        result.stderr.splitlines()[-1],
    )


def test_another_program_reads_the_table(tmp_path: Path) -> None:
    """Each row of the Parquet file has the whole record; a table that exists is kept."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    with filled(tmp_path / "a") as archive:
        archive.withdraw("example.org:2", by="Ana", note="a request")
    target = tmp_path / "a.parquet"
    assert 0 == run("export", tmp_path / "a", "--to", "parquet", "-o", target).exit_code
    rows = parquet.read_table(target).to_pylist()

    assert [("example.org:1", "2017-02-27"), ("example.org:3", "2017-02-27")] == [
        (row["id"], row["original_date"]) for row in rows
    ]
    with Archive(tmp_path / "a") as archive:
        (version,) = archive.versions("example.org:1")
        assert version.record == json.loads(rows[0]["record"])
    again = run("export", tmp_path / "a", "--to", "parquet", "-o", target)
    assert (4, rows) == (again.exit_code, parquet.read_table(target).to_pylist())


# The union of two archives


def edited(folder: Path, title: str) -> None:
    """Change the title of the first document."""
    with Archive(folder) as archive:
        edit = RecordEdit(id="example.org:1", changes=[parse_change(f"title={title}")])
        list(archive.edit([edit], by="Ana", note="errata"))


def captured(folder: Path, words: str) -> None:
    """Add a further capture of the first document."""
    page = f"<html>{words}</html>".encode()
    capture = Capture(sha256=sha256(page), byte_length=len(page), media_type="text/html")
    document = evolve(addition(1).document, captures=[capture], text=None, evidence=[])
    with Archive(folder) as archive:
        further = Addition(
            document=document,
            source=Source(sha256(page), "test 1", "again.html"),
            payloads={sha256(page): page},
        )
        assert ["capture"] == [each.outcome for each in archive.add([further])]


def more_pages(folder: Path) -> None:
    """Add pages that the other archive does not have."""
    with Archive(folder) as archive:
        list(archive.add(map(addition, range(7, 10))))


def withdrawn(folder: Path) -> None:
    """Withdraw the second document."""
    with Archive(folder) as archive:
        archive.withdraw("example.org:2", by="Ana", note="a request")


def erased(folder: Path) -> None:
    """Erase the second document."""
    with Archive(folder) as archive:
        archive.erase("example.org:2", by="Ana", note="a request")


def decided(folder: Path) -> None:
    """Record a decision."""
    with Archive(folder) as archive:
        archive.append_event("decision", by="Ana", documents=["example.org:1"], note="a reprint")


def unchanged(_folder: Path) -> None:
    """Leave the archive as it is."""


CHANGES: dict[str, tuple[Callable[[Path], None], Callable[[Path], None]]] = {
    "nothing": (unchanged, unchanged),
    "pages": (more_pages, unchanged),
    "edit": (lambda folder: edited(folder, "B"), unchanged),
    "two edits": (lambda folder: edited(folder, "B"), lambda folder: edited(folder, "C")),
    "the same edit": (lambda folder: edited(folder, "B"), lambda folder: edited(folder, "B")),
    "two captures": (lambda folder: captured(folder, "x"), lambda folder: captured(folder, "y")),
    "edit and capture": (lambda folder: edited(folder, "B"), lambda folder: captured(folder, "y")),
    "withdrawal and edit": (withdrawn, lambda folder: edited(folder, "B")),
    "withdrawal and erasure": (withdrawn, erased),
    "erasure": (erased, more_pages),
    "decision": (decided, unchanged),
}


@pytest.mark.parametrize(("one", "other"), CHANGES.values(), ids=CHANGES)
def test_two_archives_become_the_same_in_either_order(
    tmp_path: Path, one: Callable[[Path], None], other: Callable[[Path], None]
) -> None:
    """Each takes over the other as it was, then once more: both contain the same, and are sound."""
    first, second = tmp_path / "first", tmp_path / "second"
    filled(first).close()
    shutil.copytree(first, second)
    one(first)
    other(second)
    shutil.copytree(first, tmp_path / "first before")
    taken_over(first, second)
    taken_over(second, tmp_path / "first before")

    assert tree_digest(first) == tree_digest(second)
    before = files_of(first)
    assert {"new", "version"}.isdisjoint(taken_over(first, second))
    assert before == files_of(first)
    with Archive(first) as archive:
        assert archive.verify("deep").is_sound


def test_captures_of_both_archives_are_in_the_current_record(tmp_path: Path) -> None:
    """A page that both have saved again has three captures."""
    filled(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    captured(tmp_path / "a", "x")
    captured(tmp_path / "b", "y")
    taken_over(tmp_path / "a", tmp_path / "b")

    with Archive(tmp_path / "a") as archive:
        version = archive.document("example.org:1")
        assert version
        digests = {each.sha256 for each in version.document.captures}
        assert {sha256(b"<html>x</html>"), sha256(b"<html>y</html>")} < digests
        assert 3 == len(digests)


def test_a_decision_is_taken_over_once(tmp_path: Path) -> None:
    """With who decided and why."""
    filled(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    decided(tmp_path / "a")
    for _ in range(2):
        taken_over(tmp_path / "b", tmp_path / "a")

    with Archive(tmp_path / "b") as archive:
        found = [each for each in archive.events() if each.type == "decision"]
    assert [("Ana", "a reprint")] == [(each.agent, each.note) for each in found]


def test_what_was_erased_here_does_not_come_back(tmp_path: Path) -> None:
    """The import says so, and takes over the rest."""
    out = exported(tmp_path, "bagit")
    erased(tmp_path / "a")
    result = run("import", tmp_path / "a", out)

    assert 1 == result.exit_code
    assert '"example.org:2" was erased (event 3)' in result.stderr
    assert "documents added: 0\nknown already: 2\nrefused: 1\n" == result.stdout


def test_differences_of_an_import_are_listed(tmp_path: Path) -> None:
    """Each document that changes is listed with its values."""
    filled(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    edited(tmp_path / "b", "B")

    result = run("import", tmp_path / "a", tmp_path / "b")
    expected = (
        "example.org:1: version 2: /title\n"
        "documents added: 0\ndocuments changed: 1\nknown already: 2\n"
    )
    assert (0, expected) == (result.exit_code, result.stdout)


# Tables


def test_a_table_comes_back_without_a_change(tmp_path: Path) -> None:
    """Nothing is added or changed, and relations, which have no column, stay."""
    relation = Relation(type="is_translation_of", target="example.org:2")
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([addition(1, relations=[relation]), addition(2), dated(3)]))
    run("export", tmp_path / "a", "--to", "csv", "-o", tmp_path / "a.csv")
    before = files_of(tmp_path / "a")
    result = run("import", tmp_path / "a", tmp_path / "a.csv", "--by", "Ana", "--why", "checked")

    assert (0, "documents added: 0\nknown already: 3\n") == (result.exit_code, result.output)
    assert before == files_of(tmp_path / "a")


def test_a_table_changes_and_adds_records(tmp_path: Path) -> None:
    """A row of a known id makes a version with its relations, any other a document, once."""
    relation = Relation(type="is_translation_of", target="example.org:2")
    with Archive.create(tmp_path / "a") as archive:
        list(archive.add([addition(1, relations=[relation]), addition(2)]))
    table = tmp_path / "a.csv"
    table.write_text(
        "id,type,language,title,capture_path\n"
        "example.org:1,,,Otro título,\n"
        "example.org:9,book,es,Nunca más,\n"
        "example.org:9,book,es,Nunca más otra vez,\n"
        "example.org:8,novel,es,Falso,\n",
        "utf-8",
    )
    words = ("import", tmp_path / "a", table, "--by", "Ana", "--why", "checked")
    first, second = run(*words), run(*words)

    expected = (
        "example.org:1: version 2: /title\ndocuments added: 1\ndocuments changed: 1\nrefused: 2\n"
    )
    assert (1, expected) == (first.exit_code, first.stdout)
    assert f"{table}:4: {table}:3 has the same id" in first.stderr
    assert f"{table}:5: " in first.stderr
    assert second.stdout.startswith("documents added: 0\n")
    with Archive(tmp_path / "a") as archive:
        titles = {each.id: each.document.title for each in archive.documents()}
        version = archive.document("example.org:1")
        assert version
        assert (relation,) == tuple(version.document.relations)
    assert "Nunca más" == titles["example.org:9"]
    assert 3 == len(titles)


@pytest.mark.parametrize(
    ("content", "code", "problem"),
    [("title\nx\n", 3, 'the table has no column "id"'), ("", 3, "cannot read")],
    ids=["no ids", "empty"],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: str, code: int, problem: str) -> None:
    """With the reason."""
    filled(tmp_path / "a", 1).close()
    (tmp_path / "a.csv").write_text(content)
    result = run("import", tmp_path / "a", tmp_path / "a.csv", "--by", "Ana", "--why", "checked")

    assert code == result.exit_code
    assert problem in result.stderr


def test_a_table_needs_a_person_and_a_reason(tmp_path: Path) -> None:
    """Since it can change records."""
    filled(tmp_path / "a", 1).close()
    (tmp_path / "a.csv").write_text("id,title\nexample.org:1,B\n")
    result = run("import", tmp_path / "a", tmp_path / "a.csv")

    assert 2 == result.exit_code
    assert "a table needs --by and --why, since it can change records" in result.stderr


# Files that are refused


def plant_link(bag: Path) -> None:
    """Put a link in the place of a file."""
    file = bag / "data/README.txt"
    file.rename(bag.parent / "outside.txt")
    file.symlink_to(bag.parent / "outside.txt")


def plant_folder_link(bag: Path) -> None:
    """Put a link in the place of a folder."""
    (bag / "data/packs").rename(bag.parent / "packs")
    (bag / "data/packs").symlink_to(bag.parent / "packs")


def listed(bag: Path, name: str) -> None:
    """List a name in the manifest."""
    with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
        file.write(f"{sha256(b'')}  {name}\n")
    (bag / "tagmanifest-sha256.txt").unlink()


def written(bag: Path, name: str) -> None:
    """Write an empty file, and list it."""
    (bag / name).write_bytes(b"")
    listed(bag, name)


def other_contents(bag: Path) -> None:
    """Make it a valid bag of something else."""
    shutil.rmtree(bag / "data")
    (bag / "data").mkdir()
    (bag / "manifest-sha256.txt").write_text("")
    (bag / "tagmanifest-sha256.txt").unlink()


NFD = unicodedata.normalize("NFD", "data/é.txt")
PLANTED: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "parent": (lambda bag: listed(bag, "data/../../x"), "outside", "data/../../x"),
    "absolute": (lambda bag: listed(bag, "/etc/passwd"), "outside", "/etc/passwd"),
    "home": (lambda bag: listed(bag, "~/x"), "outside", "~/x"),
    "drive": (lambda bag: listed(bag, "C:x"), "outside", "C:x"),
    "backslash": (lambda bag: listed(bag, "data\\..\\..\\x"), "outside", "data\\..\\..\\x"),
    "encoded": (lambda bag: listed(bag, "data/%2e%2e/%2e%2e/x"), "outside", "data/../../x"),
    "device": (lambda bag: listed(bag, "data/con.txt"), "bad-name", "data/con.txt"),
    "final stop": (lambda bag: written(bag, "data/a."), "bad-name", "data/a."),
    "control": (lambda bag: written(bag, "data/a\x1b[2J"), "bad-name", "data/a\\x1b[2J"),
    "decomposed": (lambda bag: written(bag, NFD), "other-form", NFD),
    "letter case": (lambda bag: written(bag, "data/README.TXT"), "name-twin", "data/README.txt"),
    "link": (plant_link, "link", "data/README.txt"),
    "linked folder": (plant_folder_link, "link", "data/packs"),
    "pipe": (lambda bag: os.mkfifo(bag / "data/pipe"), "not-a-file", "data/pipe"),
    "missing": (lambda bag: (bag / "data/README.txt").unlink(), "missing", "data/README.txt"),
    "fetch": (lambda bag: (bag / "fetch.txt").write_text("x"), "missing", "fetch.txt"),
    "no manifest": (lambda bag: (bag / "manifest-sha256.txt").unlink(), "missing", "manifest-sha256.txt"),
    "unexpected": (lambda bag: (bag / "data/x").write_text("x"), "unexpected", "data/x"),
    "altered": (lambda bag: (bag / "data/README.txt").write_text("x"), "altered", "data/README.txt"),
    "declaration": (lambda bag: (bag / "bagit.txt").write_text("x"), "bad-declaration", "bagit.txt"),
    "manifest": (lambda bag: (bag / "manifest-sha256.txt").write_text("x"), "bad-manifest", "manifest-sha256.txt"),
    "other contents": (other_contents, "bad-contents", "data/"),
}  # fmt: skip


@pytest.mark.parametrize(("plant", "code", "name"), PLANTED.values(), ids=PLANTED)
def test_a_planted_file_is_refused_with_its_code(
    tmp_path: Path, plant: Callable[[Path], object], code: str, name: str
) -> None:
    """Nothing is imported, and nothing outside of the package is touched."""
    out = exported(tmp_path, "bagit")
    plant(out)
    Archive.create(tmp_path / "b").close()
    before = files_of(tmp_path / "b")
    result = run("import", tmp_path / "b", out)

    assert 3 == result.exit_code
    assert f"{name}: {code}: " in result.stderr
    assert before == files_of(tmp_path / "b")


def object_of(root: Path, name: str) -> Path:
    """The folder of the object that has a file with these words."""
    return next(
        each.parents[2]
        for each in sorted(root.rglob("v1/content/*.json"))
        if name in each.read_text("utf-8")
    )


def planted_inventory(root: Path, old: str, new: str) -> None:
    """Change the inventory of a document, with its sidecar, as whoever hides a change would."""
    place = object_of(root, "example.org:1")
    data = (place / "inventory.json").read_text("utf-8").replace(old, new, 1).encode()
    (place / "inventory.json").write_bytes(data)
    (place / "inventory.json.sha256").write_text(f"{sha256(data)} inventory.json\n")


PLANTED_OBJECTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (lambda root: (root / "x").symlink_to("/etc/passwd"), "x: link"),
    "decomposed": (lambda root: (root / NFD[5:]).write_text(""), "other-form"),
    "declaration": (lambda root: (root / "0=ocfl_1.1").write_text("x"), "0=ocfl_1.1: bad-declaration"),
    "altered record": (lambda root: (object_of(root, "example.org:1") / "v1/content/record.json").write_text("{}"), "v1/content/record.json: altered"),
    "altered inventory": (lambda root: (object_of(root, "example.org:1") / "inventory.json").write_text("{}"), "inventory.json: bad-manifest"),
    "extra": (lambda root: (object_of(root, "example.org:1") / "v1/content/x").write_text(""), "v1/content/x: unexpected"),
    "stray": (lambda root: (root / "zz").write_text(""), "zz: unexpected"),
    "stray above objects": (lambda root: (object_of(root, "example.org:1").parent / "zz").write_text(""), "/zz: unexpected"),
    "stray in an object": (lambda root: (object_of(root, "example.org:1") / "zz").write_text(""), "/zz: unexpected"),
    "stray in a version": (lambda root: (object_of(root, "example.org:1") / "v1/zz").write_text(""), "v1/zz: unexpected"),
    "missing": (lambda root: (object_of(root, "example.org:1") / "v1/content/version.json").unlink(), "v1/content/version.json: missing"),
    "parent": (lambda root: planted_inventory(root, "v1/content/record.json", "v1/content/../../../../../../x"), "outside"),
    "no content": (lambda root: planted_inventory(root, "v1/content/record.json", "inventory.json"), "inventory.json: bad-manifest"),
    "no version": (lambda root: planted_inventory(root, '"head": "v1"', '"head": "v2"'), "bad-contents"),
    "no number": (lambda root: planted_inventory(root, '"head": "v1"', '"head": "vx"'), "bad-contents"),
    "no record": (lambda root: planted_inventory(root, '"record.json"', '"other.json"'), "bad-contents"),
    "no log": (lambda root: shutil.rmtree(object_of(root, "nizkorcite-archive")), "0=ocfl_1.1: bad-contents"),
}  # fmt: skip


@pytest.mark.parametrize(("plant", "problem"), PLANTED_OBJECTS.values(), ids=PLANTED_OBJECTS)
def test_a_planted_file_of_a_storage_root_is_refused(
    tmp_path: Path, plant: Callable[[Path], object], problem: str
) -> None:
    """Nothing is imported."""
    out = exported(tmp_path, "ocfl")
    plant(out)
    Archive.create(tmp_path / "b").close()
    before = files_of(tmp_path / "b")
    result = run("import", tmp_path / "b", out)

    assert 3 == result.exit_code
    assert f"{problem}: " in result.stderr
    assert before == files_of(tmp_path / "b")


def test_a_storage_root_may_have_files_that_ocfl_allows(tmp_path: Path) -> None:
    """The text of the specification, logs and extensions are no strays."""
    out = exported(tmp_path, "ocfl")
    place = object_of(out, "example.org:1")
    for name in (out / "ocfl_1.1.txt", place / "logs/a.txt", place / "extensions/0001/a.json"):
        name.parent.mkdir(parents=True, exist_ok=True)
        name.write_text("{}")
    Archive.create(tmp_path / "b").close()

    assert ["new"] * 3 == taken_over(tmp_path / "b", out)


def test_a_line_that_names_a_file_elsewhere_brings_no_bytes(tmp_path: Path) -> None:
    """An archive made up by hand cannot have bytes of other files copied."""
    filled(tmp_path / "a", 1).close()
    (tmp_path / "secret").write_bytes(b"secret")
    records = tmp_path / "a/packs/000001.jsonl"
    records.write_text(
        records.read_text("utf-8").replace("packs/000001.warc", "../secret"), "utf-8"
    )
    with_true_log(tmp_path / "a")
    Archive.create(tmp_path / "b").close()

    with pytest.raises(RefusedImportError) as refused:
        taken_over(tmp_path / "b", tmp_path / "a")

    assert [("bad-contents", "packs")] == [
        (each.code, each.path) for each in refused.value.refusals
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"record":{', '"other":{', "packs: bad-contents"),
        ('"language":"es"', '"language":7', "example.org:1: "),
        (
            '{"id":"example.org:1"',
            '{"id":"example.org:9"',
            "example.org:9: the contents are not those",
        ),
    ],
    ids=["no record", "a false record", "another id"],
)
def test_an_archive_with_false_records_is_refused(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """Though all its digests are right."""
    filled(tmp_path / "a", 1).close()
    records = tmp_path / "a/packs/000001.jsonl"
    records.write_text(records.read_text("utf-8").replace(old, new, 1), "utf-8")
    with_true_log(tmp_path / "a")
    Archive.create(tmp_path / "b").close()
    result = run("import", tmp_path / "b", tmp_path / "a")

    assert result.exit_code in (1, 3)
    assert problem in result.stderr


def test_bytes_of_another_digest_are_refused(tmp_path: Path) -> None:
    """Though the log has the digest of their file."""
    filled(tmp_path / "a", 2).close()
    pack = tmp_path / "a/packs/000001.warc"
    pack.write_bytes(pack.read_bytes().replace(b"Story 1", b"Story 7"))
    with_true_log(tmp_path / "a")
    Archive.create(tmp_path / "b").close()
    result = run("import", tmp_path / "b", tmp_path / "a")

    assert 1 == result.exit_code
    assert "example.org:1: the contents are not those of an archive" in result.stderr
    assert "documents added: 1\nrefused: 1\n" == result.stdout


@pytest.mark.parametrize("id_", ["con", "urn:nizkorcite:archive-log", "a:~_b.-c", "a" * 150])
def test_any_id_survives_a_storage_root(tmp_path: Path, id_: str) -> None:
    """Also one that is no name of a folder."""
    with Archive.create(tmp_path / "a") as archive:
        assert ["new"] == [each.outcome for each in archive.add([addition(1, id=id_)])]
    assert 0 == run("export", tmp_path / "a", "--to", "ocfl", "-o", tmp_path / "out").exit_code
    Archive.create(tmp_path / "b").close()

    assert ["new"] == taken_over(tmp_path / "b", tmp_path / "out")
    assert tree_digest(tmp_path / "a") == tree_digest(tmp_path / "b")


def test_every_code_of_refusals_is_planted_and_documented() -> None:
    """No code without a case, and none that the page on the layout leaves out."""
    page = (ROOT / "docs/reference/exchange.md").read_text("utf-8")

    assert {*REFUSAL_CODES} == {code for _, code, _ in PLANTED.values()}
    assert [] == [code for code in REFUSAL_CODES if f"`{code}`" not in page]


@pytest.mark.parametrize(
    "name", ["data/packs/000001.warc", "data/Éa.txt", "a b", "con-text", "x.con", ".a"]
)
def test_an_ordinary_name_is_safe(name: str) -> None:
    """Letters of any script, spaces and stops inside are no fault."""
    assert [] == list(name_refusals([name]))


def test_a_damaged_archive_is_not_imported(tmp_path: Path) -> None:
    """Its file is named, as that of a bag."""
    filled(tmp_path / "a").close()
    (tmp_path / "a/packs/000001.warc").write_bytes(b"x")
    Archive.create(tmp_path / "b").close()
    result = run("import", tmp_path / "b", tmp_path / "a")

    assert 3 == result.exit_code
    assert "packs/000001.warc: altered: the file has another digest" in result.stderr


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: path.mkdir(), "is neither an archive, a bag nor an OCFL storage root"),
        (
            lambda path: path.write_bytes(b"PK\x03\x04 of a WACZ file"),
            "is neither an archive, a bag",
        ),
        (lambda _path: None, "no such file or folder"),
    ],
    ids=["an empty folder", "a packed file", "nothing"],
)
def test_what_is_no_package_is_refused(
    tmp_path: Path, make: Callable[[Path], object], problem: str
) -> None:
    """In words."""
    Archive.create(tmp_path / "b").close()
    make(tmp_path / "x")
    result = run("import", tmp_path / "b", tmp_path / "x")

    assert 3 == result.exit_code
    assert problem in result.stderr
