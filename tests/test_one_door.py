"""One door for input: every command and function recognizes the same files in the same way."""

import gzip
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import nizkorcite as nz
from nizkorcite.cli import command
from nizkorcite.errors import InputError
from nizkorcite.files.kinds import kind_of
from nizkorcite.files.listing import PassedOver
from strategies import documents
from test_cli import SEED, here  # noqa: F401 - each test works in a folder of its own

RECORD: dict[str, Any] = json.loads(SEED.with_suffix(".json").read_text("utf-8"))
LINE = json.dumps(RECORD, ensure_ascii=False)
CITED = (
    "Itar Tass. (2017, February 28). Putin: Russia's military base in Tajikistan to ensure security "
    "of border with Afghanistan. Equipo Nizkor; Derechos Human Rights. (Reprinted from Itar Tass, "
    "Dushanbe, 2017, February 27)\n"
)
PACKAGINGS: Mapping[str, bytes] = {
    "record.json": json.dumps(RECORD, indent=2).encode(),
    "record.jsonl": f"{LINE}\n".encode(),
    "record.json.gz": gzip.compress(LINE.encode()),
    "record.jsonl.gz": gzip.compress(f"{LINE}\n".encode()),
    "list.json": f"[{LINE}]".encode(),
    "record.yaml": yaml.safe_dump(RECORD, allow_unicode=True).encode(),
    "record.yml.gz": gzip.compress(yaml.safe_dump(RECORD).encode()),
    "record.txt": yaml.safe_dump(RECORD, sort_keys=False, explicit_start=True).encode(),
}
"""One record in eight packagings."""


def run(*words: str | Path, given: bytes = b"") -> Result:
    """A finished command."""
    return CliRunner().invoke(command, [*map(str, words)], input=given, standalone_mode=False)


@pytest.mark.parametrize("is_file", [True, False], ids=["file", "standard input"])
@pytest.mark.parametrize("name", PACKAGINGS)
def test_every_command_knows_a_record_in_every_packaging(name: str, *, is_file: bool) -> None:
    """`cite`, `convert` and `validate` get the same document; `read` says in one line why not."""
    Path(name).write_bytes(PACKAGINGS[name])
    source, given = (name, b"") if is_file else ("-", PACKAGINGS[name])
    cited = run("cite", source, given=given)
    converted = run("convert", "--to", "record", source, given=given)
    validated = run("validate", source, given=given)
    read = run("read", source, given=given)

    assert (0, CITED, "") == (cited.return_value, cited.stdout, cited.stderr)
    assert (0, RECORD) == (converted.return_value, json.loads(converted.stdout))
    assert (0, "", "") == (validated.return_value, validated.stdout, validated.stderr)
    assert (3, "", f"cannot read {source}: is a record already; cite or validate it\n") == (
        read.return_value, read.stdout, read.stderr,
    )  # fmt: skip


@pytest.mark.parametrize("name", PACKAGINGS)
def test_every_function_knows_a_record_in_every_packaging(name: str) -> None:
    """As the commands do; a page of a record is refused by `read`."""
    path = Path(name)
    path.write_bytes(PACKAGINGS[name])
    document = nz.from_record(RECORD)

    assert [document] == list(nz.iter_documents(path))
    assert [document] == list(nz.iter_documents(name))
    assert [] == list(nz.iter_findings(path))
    assert [] == list(nz.iter_collection_findings([path]))
    with pytest.raises(InputError, match=r"^is a record already; cite or validate it$"):
        nz.read(path)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("page.html", b"<p>A page.", "is a page; make a record of it with `nizkorcite read`"),
        ("page", b"<!doctype html><title>A", "is a page; make a record of it with `nizkorcite read`"),
        ("refs.bib", b"", "is a citation file (bibtex); make records of it with `nizkorcite convert --to record`"),
        ("refs", b"TY  - NEWS\nER  - \n", "is a citation file (ris); make records of it with `nizkorcite convert --to record`"),
        ("items.json", b'[{"id": "a", "type": "book"}]',
         "is a citation file (csl-json); make records of it with `nizkorcite convert --to record`"),
        ("a.zip", b"PK\x03\x04",
         "is a ZIP archive; if a page was saved in it, make a record of that with `nizkorcite read`"),
        ("paper", b"%PDF-1.7\n", "is a page; make a record of it with `nizkorcite read`"),
        ("paper.docx", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "looks like a ZIP archive or a word "
         "processor's file; only HTML and text pages and records are read here"),
        ("table.csv", b"id,title\n1,A\n", "looks like a table; give a page (.html, .txt), a record (.json, .yaml) or "
         "citations (.bib, .ris)"),
    ],
    ids=["page", "page by content", "BibTeX", "RIS by content", "CSL-JSON", "ZIP", "PDF", "office", "table"],
)  # fmt: skip
@pytest.mark.parametrize("options", [(), ("--jobs", "2"), ("--across",), ("--fix",)], ids=" ".join)
def test_validate_refuses_other_kinds_in_one_line(
    name: str, data: bytes, problem: str, options: tuple[str, ...]
) -> None:
    """With exit code 3, and with the command that takes them; other inputs are checked."""
    Path(name).write_bytes(data)
    Path("record.json").write_text(LINE, "utf-8")
    ran = run("validate", *options, name, "record.json")

    assert (3, "") == (ran.return_value, ran.stdout)
    assert f"cannot read {name}: {problem}\n" == ran.stderr
    with pytest.raises(InputError) as raised:
        list(nz.iter_findings(Path(name)))
    assert problem == str(raised.value)


@pytest.mark.parametrize("text", ["", "{]", "[", "schema_version", "A text."], ids=repr)
def test_validate_takes_a_text_for_a_broken_record(text: str) -> None:
    """A record may be broken at its beginning: that is an error of the record, with its place."""
    ran = run("validate", "-", given=text.encode())

    assert 1 == ran.return_value
    assert ran.stdout.startswith("-:1:")


@pytest.mark.parametrize("number", [1, 40], ids=["one", "more than the first bytes"])
def test_csl_json_that_contains_records_is_csl_json(number: int) -> None:
    """Our own items carry their record, from which the same citation is printed."""
    lines = (json.dumps({**RECORD, "id": f"example:{each}"}) for each in range(number))
    Path("a.jsonl").write_text("\n".join(lines), "utf-8")
    run("convert", "--to", "csl-json", "a.jsonl", "-o", "items.json")
    cited = run("cite", "items.json")

    assert (0, CITED * number, "") == (cited.return_value, cited.stdout, cited.stderr)
    assert "is a citation file (csl-json)" in run("validate", "items.json").stderr


def test_findings_in_a_record_that_is_cited_are_in_the_language_of_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As those of `validate`."""
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    Path("a.json").write_text(json.dumps({**RECORD, "language": "x y"}), "utf-8")

    assert run("cite", "a.json").stderr == run("validate", "a.json").stdout
    assert "no es un" in run("cite", "a.json").stderr


def test_citation_files_may_be_compressed() -> None:
    """By name or content, as records; of a page the capture is the file as it was saved."""
    data = gzip.compress(b"@book{a, title = {A}, year = 1990}")
    Path("a.bib.gz").write_bytes(data)

    assert "A. (1990).\n" == run("cite", "a.bib.gz").stdout
    assert "A. (1990).\n" == run("cite", "-", given=data).stdout


def test_a_record_of_a_name_in_json_is_json() -> None:
    """YAML in a file that says it is JSON is an error for every command."""
    Path("a.json").write_bytes(PACKAGINGS["record.yaml"])

    for words in (("cite",), ("convert", "--to", "record"), ("validate",)):
        ran = run(*words, "a.json")
        assert 1 == ran.return_value
        assert "a.json:1:1: error NZ001 not JSON" in ran.stdout + ran.stderr


STYLES: Mapping[str, Mapping[str, Any]] = {
    "block": {},
    "flow": {"default_flow_style": True, "explicit_start": True},
    "mixed": {"default_flow_style": None},
    "canonical": {"canonical": True},
    "narrow": {"width": 20, "indent": 4},
    "as written": {"sort_keys": False, "allow_unicode": True},
}


@given(documents(), st.sampled_from(sorted(STYLES)), st.sampled_from(["-", "a", "a.txt", "a.html"]))
def test_no_text_that_is_a_record_in_yaml_is_a_page(
    document: nz.Document, style: str, name: str
) -> None:
    """However YAML is written: a record that is read as a page is a wrong citation."""
    text = yaml.safe_dump(nz.to_record(document), **STYLES[style])

    assert "record" == kind_of(name, text.encode()[: 1 << 16])


MAPPINGS: Mapping[str, str] = {
    "a member alone": 'schema_version: "1.0"',
    "a quoted name": "'schema_version' : '1.0'",
    "own members first": "x_año: 1\nx_b: |\n  a text\nschema_version: '1.0'\n",
    "comments and directives": "%YAML 1.2\n# mine\n---\n# yours\noriginal: {}\n",
    "a tag and an anchor": "--- !!map\n&a original: {}\n",
    "an explicit key": "? captures\n: []\n",
    "known names only": "title: A\nlanguage: en\n",
    "a list of records": "- title: A\n  original: {}\n",
    "carriage returns": "title: A\r\roriginal: {}\r",
    "a mapping in braces": "---\n{title: A, original: {attribution: unknown}}\n",
    "a mark and UTF-16": "\ufefftitle: A\noriginal: {}\n",
    "JSON in UTF-16": '\ufeff{"schema_version": "1.0"}',
}


@pytest.mark.parametrize("text", MAPPINGS.values(), ids=MAPPINGS)
def test_a_mapping_with_members_of_a_record_is_a_record(text: str) -> None:
    """Also where it is no valid record: it gets findings, and never a citation."""
    data = text.encode("utf-16" if text.startswith("\ufeff") else "utf-8")

    assert "record" == kind_of("-", data)
    assert "" == run("cite", "-", given=data).stdout


@pytest.mark.parametrize(
    "text",
    ["Title: A\noriginal: the text below\n", "The heading\noriginal: a word\n", "original\ncaptures\n",
     "---\ntitle: A\nsource: B\n---\nA note.\n", "title: A\n\nA text below its title.\n"],
    ids=["heads", "a word in prose", "words alone", "front matter", "a title and prose"],
)  # fmt: skip
def test_prose_with_colons_is_a_text(text: str) -> None:
    """Unless its lines are those of a record; of the first of these, one line is; front matter is a clipping."""
    expected = {"Titl": "record", "---\n": "page"}.get(text[:4], "text")

    assert expected == kind_of("-", text.encode())


def test_the_files_that_a_folder_passes_over_are_counted() -> None:
    """In one line for the run, without hidden files; `--quiet` silences it and other notes."""
    for name in ("a.json", "in/b.html", "in/c.HTML", "d.png", "README", ".hidden", ".git/config"):
        path = Path("folder", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LINE if name == "a.json" else "<title>A", "utf-8")
    Path("other").mkdir()
    Path("other/b.json").write_text(LINE, "utf-8")
    note = "4 files skipped: .html (2), no ending (1), .png (1)\n"

    assert (0, note) == ((ran := run("validate", "folder", "other")).return_value, ran.stderr)
    assert (0, "") == ((ran := run("validate", "-q", "folder")).return_value, ran.stderr)
    assert (0, note) == ((ran := run("validate", "--fix", "folder")).return_value, ran.stderr)
    assert (0, "") == ((ran := run("validate", "other")).return_value, ran.stderr)
    assert run("cite", "folder").stderr.endswith("\n2 files skipped: no ending (1), .png (1)\n")
    assert (0, "") == ((ran := run("cite", "--quiet", "folder")).return_value, ran.stderr)
    assert (
        "se omitieron 4 archivos: .html (2), sin extensión (1), .png (1)\n"
        == run("validate", "--lang", "es", "folder").stderr
    )


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("cite",),
        ("convert", "--to", "csl-json"),
        ("validate",),
        ("validate", "--fix"),
        ("todo",),
        ("archive", "add", "archive"),
        ("site", "-o", "site"),
    ],
    ids=" ".join,
)
def test_a_link_that_leads_out_of_a_folder_is_not_read(words: tuple[str, ...]) -> None:
    """Whoever made the folder may not have had the file; a link within the folder is followed."""
    ending = "html" if words == ("read",) else "json"
    Path("folder/in").mkdir(parents=True)
    for name in ("folder/in/a", "secret", "elsewhere/b"):
        Path(name).parent.mkdir(exist_ok=True)
        record = json.dumps({**RECORD, "id": name, "title": name})
        page = f"<title>{name}</title><p>The port was closed on Tuesday."
        Path(f"{name}.{ending}").write_text(record if ending == "json" else page, "utf-8")
    Path(f"folder/again.{ending}").symlink_to(f"in/a.{ending}")
    Path(f"folder/link.{ending}").symlink_to(f"../secret.{ending}")
    Path("folder/there").symlink_to("../elsewhere")
    run("archive", "init", "archive")
    ran = run(*words, "folder")

    assert (
        f"2 links that lead out of their folder skipped: folder/link.{ending}, folder/there (give "
        "their names to read them)\n"
    ) in ran.stderr
    made = [
        path.read_text("utf-8", "replace")
        for folder in ("archive/packs", "site")
        for path in Path(folder).rglob("*")
        if path.is_file()
    ]
    assert "secret" not in "".join([ran.stdout, *made])


def test_a_link_that_is_named_is_read() -> None:
    """The user knows where it leads; of many in a folder, six are named."""
    Path("secret.json").write_text(LINE, "utf-8")
    Path("folder").mkdir()
    for number in range(8):
        Path(f"folder/{number}.json").symlink_to("../secret.json")

    assert (0, "") == ((ran := run("validate", "folder/0.json")).return_value, ran.stderr)
    ran = run("validate", "folder")
    assert 3 == ran.return_value
    assert ran.stderr.endswith(
        "8 links that lead out of their folder skipped: folder/0.json, folder/1.json, "
        "folder/2.json, folder/3.json, folder/4.json, folder/5.json, ... (give their names to read "
        "them)\n"
    )


def test_a_folder_of_many_kinds_names_six_of_them() -> None:
    """The line stays one line."""
    from collections import Counter

    endings = Counter({f".{letter}": 9 - number for number, letter in enumerate("abcdefgh")})

    assert ["44 files skipped: .a (9), .b (8), .c (7), .d (6), .e (5), .f (4), ..."] == list(
        map(str, PassedOver(endings).notes())
    )
    assert ["1 file skipped: .a (1)"] == list(map(str, PassedOver(Counter([".a"])).notes()))


@pytest.mark.parametrize(
    ("words", "given", "told"),
    [
        (("cite", "missing.json"), b"", "cannot read missing.json: no such file\n"),
        (("cite", "-"), b'{"schema_version": "1.0"}', '-:1:1: error NZ101 "id", "type", "language" and "original" are missing ['),
        (("convert", "--to", "apa", "-", "--from", "bibtex"), b"@book{a, title = {A",
         "-:1: error NZ401 "),
    ],
    ids=["no such file", "an invalid record", "a broken entry"],
)  # fmt: skip
def test_errors_are_not_silenced(words: tuple[str, ...], given: bytes, told: str) -> None:
    """Quiet is for notes and warnings."""
    assert run(*words, "--quiet", given=given).stderr.startswith(told)


def test_documents_of_a_file_cost_an_invalid_record_itself() -> None:
    """It is raised, or handed to `on_error`, with its place in the file."""
    Path("a.jsonl").write_text(f'{LINE}\n{{"id": 1}}\n{LINE}\n', "utf-8")
    errors: list[nz.NizkorciteError] = []
    loaded = list(nz.iter_documents("a.jsonl", on_error=errors.append))

    assert [nz.from_record(RECORD)] * 2 == loaded
    assert ["a.jsonl:2:"] * len(str(errors[0]).splitlines()) == [
        line[:10] for line in str(errors[0]).splitlines()
    ]
    with pytest.raises(nz.ValidationError):
        list(nz.iter_documents("a.jsonl"))


def test_documents_of_a_page_are_one_and_of_citations_none() -> None:
    """A page is read; entries of a citation file are references, not documents."""
    Path("refs.bib").write_text("@book{a, title = {A}}", "utf-8")

    assert [nz.read(SEED).document] == list(nz.iter_documents(SEED))
    with pytest.raises(InputError, match=r"^is a citation file; cite or convert it$"):
        list(nz.iter_documents("refs.bib"))


def test_a_corrected_document_names_the_editor() -> None:
    """The evidence of the value replaced is gone, and its other values stay."""
    document = nz.read(SEED).document
    corrected = nz.correct(document, "/original/date=2017-02-26", "/captures/0/status:=200")

    assert ("2017-02-26", 200) == (str(corrected.original.date), corrected.captures[0].status)
    assert ["editor", "editor"] == [
        each.method for each in corrected.evidence
        if each.field in ("/original/date", "/captures/0/status")
    ]  # fmt: skip
    assert document == nz.read(SEED).document
    assert document is nz.correct(document)


@pytest.mark.parametrize(
    ("correction", "problem"),
    [
        (
            "date=2023",
            'no such field "date"; did you mean /original/date=2023 or /republication/date=2023?',
        ),
        ("title=A", 'no such field "title"; did you mean /title=A or /original/title=A?'),
        (
            "author=Ruiz, Ana",
            '"author" is no pointer; use --author, or a pointer such as /original/date=2017-02-27',
        ),
        ("section=A", 'no such field "section"; did you mean /republication/section=A?'),
        ("colour=red", '"colour=red" is not POINTER=VALUE, such as /original/date=2017-02-27'),
        ("/title", '"/title" is not POINTER=VALUE, such as /original/date=2017-02-27'),
        (
            "/keywords:=[",
            'the text after ":=" cannot be read: not JSON: the text ends, but the [ at column 1 is still open',
        ),
        ("/x_a:=NaN", 'the text after ":=" cannot be read: NaN cannot be kept exactly'),
        ("/title/0=A", '"/title/0" leads to nothing that can be set in this record'),
        (
            "/captures/9/path=a",
            '"/captures/9/path" leads to nothing that can be set in this record',
        ),
    ],
)
def test_a_correction_that_cannot_be_made_is_explained(correction: str, problem: str) -> None:
    """With the field that was meant, if there is one."""
    with pytest.raises(nz.CorrectionError) as raised:
        nz.correct(nz.read(SEED).document, correction)

    assert problem == str(raised.value)


def test_converted_pages_have_the_paths_of_their_files() -> None:
    """As the records that `read -o` writes."""
    Path("pages").mkdir()
    Path("pages/a.html").write_bytes(SEED.read_bytes())
    run("read", "pages/a.html", "pages/a.html", "-o", "read.jsonl")
    run("convert", "pages/a.html", "--to", "record", "-o", "converted.jsonl")

    first, _ = Path("read.jsonl").read_text("utf-8").splitlines()
    assert first == Path("converted.jsonl").read_text("utf-8").strip()
    assert "pages/a.html" == json.loads(first)["captures"][0]["path"]


def test_one_page_fits_the_name_of_its_output() -> None:
    """JSON Lines has a record a line, also where there is one."""
    run("read", SEED, "-o", "one.jsonl")
    run("read", SEED, "-o", "one.json")

    assert 1 == len(Path("one.jsonl").read_text("utf-8").splitlines())
    assert 1 < len(Path("one.json").read_text("utf-8").splitlines())
    assert 0 == run("validate", "one.jsonl", "one.json").return_value


def test_the_encoding_of_a_citation_file_has_an_effect() -> None:
    """And is therefore not reported."""
    Path("refs.bib").write_bytes("@book{a, title = {Año}}".encode("latin-1"))
    ran = run("cite", "--encoding", "latin-1", "refs.bib")

    assert ("Año. (n.d.).\n", "a: note: no date found; cited as n.d.\n") == (ran.stdout, ran.stderr)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("a.json", LINE, "--url, --id had no effect on a record; change it with --set"),
        ("refs.bib", "@book{a, title = {A}}",
         "--url, --id, --set had no effect on the entries of a citation file"),
    ],
    ids=["record", "citation file"],
)  # fmt: skip
def test_an_option_without_effect_is_reported(name: str, text: str, problem: str) -> None:
    """A citation that lacks what the user supplied is not silently wrong."""
    Path(name).write_text(text, "utf-8")
    ran = run("cite", name, "--url", "https://example.org/", "--id", "a:1", "--set", "/title=B")

    assert (0, f"{name}: warning: {problem}\n") == (
        ran.return_value,
        ran.stderr.splitlines(True)[0],
    )


def test_the_name_of_an_input_is_printed_on_one_line() -> None:
    """A name may contain a line break, with which a message could be forged."""
    Path("a\nb.html").write_text("<title>A</title><p>Words", "utf-8")

    assert all(
        line.startswith("a\\nb.html: ") for line in run("read", "a\nb.html").stderr.splitlines()
    )


def test_equal_items_are_converted_once_with_a_note() -> None:
    """Nothing is left out silently."""
    Path("a.jsonl").write_text(f"{LINE}\n{LINE}\n{LINE}\n", "utf-8")
    ran = run("convert", "--to", "record", "a.jsonl")

    assert (0, f"{LINE}\n") == (ran.return_value, ran.stdout)
    assert f"{RECORD['id']}: note: 3 equal items in a.jsonl; one is written\n" == ran.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (None, "the output pages/a.txt is also an input"),
        (os.symlink, "the output report.txt is also an input"),
        (os.link, "it has 2 names (hard links)"),
    ],
    ids=["same", "symlink", "hard link"],
)
def test_a_report_never_replaces_a_file_that_a_record_names(
    jobs: str, link: Callable[[str, str], None] | None, reason: str
) -> None:
    """The page of a capture is an input of `validate --files`, under whatever name."""
    Path("pages").mkdir()
    Path("pages/a.txt").write_bytes(SEED.with_suffix(".txt").read_bytes())
    run("read", "pages/a.txt", "-o", "records.jsonl")
    output = "pages/a.txt" if link is None else "report.txt"
    if link:
        link(str(Path("pages/a.txt").resolve()), output)
    ran = run("validate", "--files", "--jobs", jobs, "records.jsonl", "-o", output, "--force")

    assert ran.exception is not None
    assert reason in f"{ran.exception} {ran.exception.__cause__}"
    assert SEED.with_suffix(".txt").read_bytes() == Path("pages/a.txt").read_bytes()


def test_fixing_reports_records_without_files_once() -> None:
    """As `validate --files` does without `--fix`."""
    Path("a.jsonl").write_text(f"{LINE}\n{LINE}\n", "utf-8")
    ran = run("validate", "--fix", "--files", "a.jsonl")

    assert 1 == ran.stderr.count("NZ234")
    assert "0 of 2 records name a file" in ran.stderr


@pytest.mark.parametrize("text", [LINE, "<html><title>A</title></html>", "A page.\n\nWith text.\n"])
def test_a_text_given_for_a_path_is_refused_with_both_doors(text: str) -> None:
    """It is no file, and the message names who takes it."""
    with pytest.raises(InputError) as caught:
        nz.read(text)

    assert (
        "a text is the path of a page here; give the content of a page as bytes, and a record to "
        "nizkorcite.validate"
    ) == str(caught.value)
