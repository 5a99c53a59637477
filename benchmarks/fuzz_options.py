"""
A fuzz target: bytes as options, settings, styles and site descriptions.

    python benchmarks/fuzz_options.py options|settings|style|site -max_total_time=1200 [CORPUS]

Needs the extra ``fuzz`` (atheris); the other options are libFuzzer's. Of any bytes must hold: a run
of the program ends with its own words and exit code, a style or description is refused on purpose,
and one that is not refused can be used.
"""

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from io import BytesIO, TextIOWrapper
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import atheris
import click

with atheris.instrument_imports(include=["nizkorcite"]):
    import nizkorcite as nz
    from nizkorcite.cli import command
    from nizkorcite.csl.citeproc_py import CiteprocPy
    from nizkorcite.csl.style_file import read_style, with_locator_names, without_disambiguation
    from nizkorcite.formats.csl_json.writer import CslItem
    from nizkorcite.loading.site_files import parse_site

    # Most modules are imported when they are used, which is too late.
    for module in walk_packages(nz.__path__, "nizkorcite."):
        with suppress(ImportError):  # of an extra that is not there
            if not module.name.endswith("__main__"):
                import_module(module.name)

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "examples/putin-tajikistan.html").read_bytes()
RECORD = (ROOT / "examples/putin-tajikistan.json").read_bytes()
ITEM: CslItem = {"id": "a", "type": "webpage", "title": "T", "author": [{"literal": "A"}]}
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
WARC = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-0>\r\n"
    b"WARC-Target-URI: https://example.org/\r\nWARC-Date: 2017-02-28T10:00:00Z\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
) % (len(ANSWER), ANSWER)
FILES = {
    "page.html": PAGE, "record.json": RECORD, "broken.json": b"{", "empty.txt": b"",
    "crawl.warc.gz": gzip.compress(WARC, mtime=0),
}  # fmt: skip
# These start other programs or processes, or wait.
LEFT_OUT = {"--copy", "--jobs", "-j", "--style"}
VALUES = ["-", "apa", "both", "en", "es", "error", "html", "json", "out", "ris", "bagit",
          "parquet", "xlsx", "1", "0", "/title"]  # fmt: skip


def _commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group and of the groups within, with their names."""
    context = click.Context(group)
    for name in group.list_commands(context):
        verb = group.get_command(context, name)
        assert verb is not None
        yield name, verb
        if isinstance(verb, click.Group):
            yield from _commands(verb)


COMMANDS = list(_commands(command))
OPTIONS = {opt for _, verb in COMMANDS for each in verb.params for opt in each.opts}
WORDS = [
    *dict.fromkeys(name for name, _ in COMMANDS), *FILES, "fonds", "fonds2", *VALUES,
    *sorted({each for each in OPTIONS if each.startswith("-")} - LEFT_OUT),
]  # fmt: skip


@contextmanager
def _streams(given: bytes) -> Iterator[None]:
    """Give a run its standard input, and discard what it prints."""
    before, sys.stdin = sys.stdin, TextIOWrapper(BytesIO(given), "utf-8")
    try:
        with (
            Path(os.devnull).open("w", encoding="utf-8", errors="surrogateescape") as nowhere,
            redirect_stdout(nowhere),
            redirect_stderr(nowhere),
        ):
            yield
    finally:
        sys.stdin = before


def _run(words: list[str]) -> None:
    """Run the program; any error but its own is a fault."""
    with _streams(RECORD), suppress(click.ClickException, click.Abort):
        code = command.main(words, prog_name="nizkorcite", standalone_mode=False)
        assert code in {None, 0, 1, 2, 3, 4}, code


def _word(part: str) -> str:
    """A character means a word of the program; words of their own have no path and no process."""
    if len(part) == 1:
        return WORDS[ord(part) % len(WORDS)]
    word = part.replace("/", "").replace("\0", "").replace("..", "")
    return "" if any(word.startswith(each) for each in (*LEFT_OUT, "--j", "--st")) else word


def check_options(data: bytes) -> None:
    """Take each line as a word of the command line."""
    for name, text in FILES.items():
        Path(name).write_bytes(text)
    for name in ("fonds", "fonds2", "out"):
        shutil.rmtree(name, ignore_errors=True)
    _run(["archive", "init", "fonds"])
    _run([_word(part) for part in data.decode("utf-8", "surrogateescape").split("\n")])


def check_settings(data: bytes) -> None:
    """Take the bytes as a settings file."""
    Path("nizkorcite.toml").write_bytes(data)
    _run(["validate", "record.json"])
    Path("nizkorcite.toml").unlink()
    Path("pyproject.toml").write_bytes(b"[tool.nizkorcite]\n" + data)
    _run(["validate", "record.json"])
    Path("pyproject.toml").unlink()


def check_style(data: bytes) -> None:
    """Take the bytes as a CSL style, and cite with it."""
    Path("own.csl").write_bytes(data)
    try:
        style = read_style(Path("own.csl"), lambda _: None)
    except nz.StyleError:
        return
    for xml in (without_disambiguation(style.xml), with_locator_names(style.xml, {"page": "p."})):
        Path("own.csl").write_bytes(xml)
        assert style.title == read_style(Path("own.csl"), lambda _: None).title
    with suppress(nz.EngineError):
        CiteprocPy().run([ITEM], style, None)


def check_site(data: bytes) -> None:
    """Take the bytes as the description of a site, and read a page with it."""
    try:
        site: Any = parse_site(data, "own")
    except nz.SiteError:
        return
    record = nz.to_record(nz.read(PAGE, site=site).document)
    assert not [each for each in nz.iter_findings(record) if each.severity == "error"]


CHECKS = {
    "options": check_options,
    "settings": check_settings,
    "style": check_style,
    "site": check_site,
}


def main() -> None:
    """Fuzz in a folder of its own."""
    check = CHECKS[sys.argv.pop(1)]
    words = [each if each.startswith("-") else str(Path(each).resolve()) for each in sys.argv]
    folder = Path(tempfile.mkdtemp(), "inner")  # a word may be "..", the folder above
    folder.mkdir()
    os.chdir(folder)
    Path("record.json").write_bytes(RECORD)
    atheris.Setup(words, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
