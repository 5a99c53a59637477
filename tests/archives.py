"""Archives of generated documents, and the damage that can be done to them."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from nizkorcite.archive import Addition, Archive, Source
from nizkorcite.cli import command
from nizkorcite.cli.console.failures import report_failure
from nizkorcite.dates import PartialDate
from nizkorcite.record.model import (
    Capture,
    Document,
    Evidence,
    Original,
    Republication,
    TextDigest,
    organisation,
)


class Program(click.Command):
    """The program with its exit codes and its reports of failures."""

    def main(self, args: Any = None, **_options: Any) -> Any:  # type: ignore[override]
        try:
            code = command.main(args, prog_name="nizkorcite", standalone_mode=False)
        except Exception as error:  # noqa: BLE001 - every one is reported
            code = report_failure(error)
        sys.exit(code if isinstance(code, int) else 0)


def run(*words: object) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(Program("nizkorcite"), ["archive", *map(str, words)])


def sha256(data: bytes) -> str:
    """The digest of bytes."""
    return hashlib.sha256(data).hexdigest()


def addition(number: int, words: str = "", **members: Any) -> Addition:
    """A page of its own address, with its text and a quote."""
    title = f"Story {number}"
    text = f"{title}\n{words or 'La tortura en Córdoba'} {number}\n".encode()
    page = b"<html>" + text + b"</html>"
    capture = Capture(sha256=sha256(page), byte_length=len(page), media_type="text/html")
    facts: dict[str, Any] = {
        "id": f"example.org:{number}",
        "type": "news_article",
        "language": "es",
        "title": title,
        "original": Original(
            attribution="stated",
            publishers=[organisation("Itar Tass")],
            date=PartialDate("2017-02-27"),
        ),
        "republication": Republication(
            publishers=[organisation("Equipo Nizkor")],
            url=f"https://example.org/{number}",
            section="Derechos",
        ),
        "captures": [capture],
        "text": TextDigest(sha256=sha256(text), characters=len(text.decode())),
        "evidence": [
            Evidence(field="/title", method="page", quote=title, start=0, end=len(title), capture=0)
        ],
    }
    document = Document(**facts | members)
    return Addition(
        document=document,
        source=Source(sha256(page), "test 1", f"{number}.html"),
        payloads={sha256(page): page, sha256(text): text},
    )


def additions(number: int) -> Iterator[Addition]:
    """So many pages."""
    return map(addition, range(1, number + 1))


def filled(folder: Path, number: int = 3) -> Archive:
    """A new archive with so many pages, in one pack."""
    archive = Archive.create(folder, by="Ana Ruiz")
    assert ["new"] * number == [each.outcome for each in archive.add(additions(number))]
    return archive


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of the files that an archive is made of."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("index.sqlite", ".lock")
    }


def with_true_log(folder: Path) -> None:
    """Make log and manifest agree with the files again, as whoever hides a change would."""
    declaration = (folder / "nizkorcite-archive.json").read_bytes()
    previous, states = sha256(declaration), {}
    for log in sorted((folder / "log").glob("*.jsonl")):
        lines = []
        for line in log.read_text("utf-8").splitlines():
            event = json.loads(line) | {"previous": previous}
            for file in event.get("files", ()):
                data = (folder / file["path"]).read_bytes()
                file |= {"bytes": len(data), "sha256": sha256(data)}
                states[file["path"]] = file["sha256"]
            lines.append(json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n")
            previous = sha256(lines[-1].encode())
            seal = f"nizkorcite-seal {event['number']} {previous} {event['time']}\n"
        log.write_text("".join(lines), "utf-8")
    manifest = "".join(f"{digest}  {path}\n" for path, digest in states.items())
    (folder / "manifest-sha256.txt").write_text(manifest, "utf-8")
    (folder / "seal.txt").write_text(seal, "utf-8")
    (folder / "index.sqlite").unlink(missing_ok=True)
