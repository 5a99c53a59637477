"""``nizkorcite archive verify``: every byte of an archive compared with its log."""

import re
import sys
from collections.abc import Callable, Iterator
from typing import Final

import click

from nizkorcite.archive import Archive, FixityReport
from nizkorcite.archive.checks import age_in_days, ranges_of
from nizkorcite.archive.fixity import Scope
from nizkorcite.archive.store import now, utc
from nizkorcite.cli.archive.opening import (
    archive_argument,
    by_option,
    damage_line,
    json_option,
    open_archive,
)
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.progress import Clock
from nizkorcite.cli.console.standard_error import (
    clear_progress,
    draw_progress,
    print_message,
    quiet_option,
)
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.display import json_text, log_line
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON

_HELP = """
Compare an archive with its log: names, lengths, and the digest of every file.

Each file that differs is listed with the kind of damage; nothing is repaired. Packs that were
checked longest ago come first, so that a nightly `--budget 10m` reaches all of them in turn; the
report says which were not read. A check is recorded in the log, also one that was interrupted:
`--older-than 1d` goes on where it ended.

Exit codes: 0 nothing is damaged as far as it was read, 1 something is or the
archive is not the one of the seal, 3 the archive cannot be read.

\b
Examples:
  nizkorcite archive verify fonds
  nizkorcite archive verify --deep --jobs 2 fonds
  nizkorcite archive verify --budget 10m fonds
  nizkorcite archive verify --seal fonds >> seals.txt
  nizkorcite archive verify --against "nizkorcite-seal 7 3f5a..." fonds
"""
_MEGABYTE: Final = 1_000_000
_OTHER_ARCHIVE: Final = Message(
    "the archive does not go on from the state that the seal was made of: it was replaced, or "
    "events were lost"
)
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SPAN: Final = re.compile(r"([1-9][0-9]{0,5})([smhd])")


def _seconds(_context: click.Context, _parameter: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    match = _SPAN.fullmatch(text)
    if match is None:
        raise bad_value(Message("a time is a number with s, m, h or d, such as 10m or 7d"))
    return int(match[1]) * _SECONDS[match[2]]


@click.command("verify", help=_HELP, short_help="Compare every file with the log.")
@archive_argument
@click.option("--quick", is_flag=True, help="Compare names and lengths alone; read no file.")
@click.option(
    "--deep",
    is_flag=True,
    help="Compare also what the files say: WARC files, versions, records, digests, quotes.",
)
@click.option(
    "--budget", metavar="TIME", callback=_seconds, help="Begin no further pack after this time."
)
@click.option(
    "--older-than",
    metavar="TIME",
    callback=_seconds,
    help="Read only packs whose last check is older than this time.",
)
@click.option(
    "--seal", is_flag=True, help="Print one line that fixes the archive; keep it elsewhere."
)
@click.option("--against", metavar="SEAL", help="Compare the archive with a seal kept elsewhere.")
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Use N threads."
)
@by_option
@json_option
@language_option
@quiet_option
def command(
    folder: str,
    *,
    quick: bool,
    deep: bool,
    budget: int | None,
    older_than: int | None,
    seal: bool,
    against: str | None,
    jobs: int,
    by: str | None,
    is_json: bool,
) -> int:
    """Verify an archive."""
    scope: Scope = "quick" if quick else "deep" if deep else "full"
    with open_archive(folder) as archive:
        is_other = against is not None and not _agrees(archive, against)
        report = archive.verify(
            scope,
            by=by,
            jobs=jobs,
            seconds=budget,
            not_since=None if older_than is None else seconds_ago(older_than),
            watch=_watch(),
        )
        clear_progress()
        if is_other:
            print_message(_OTHER_ARCHIVE)
        _print_report(report, is_json=is_json, is_beside=seal)
        if seal and report.is_sound and not is_other:
            click.echo(archive.seal())
    return 0 if report.is_sound and not is_other else FAULTY


def _agrees(archive: Archive, seal: str) -> bool:
    try:
        return archive.is_sealed_by(seal)
    except ArchiveError as error:
        raise bad_value(error.message, "--against") from error


def _watch() -> Callable[[int, int], object]:
    """Return a function that shows the progress, if standard error is a terminal."""
    clock = Clock()
    if not sys.stderr.isatty():
        return lambda _done, _total: None

    def show(done: int, total: int) -> None:
        if done and clock.is_due():
            message = Message(
                "{done} of {total} MB, {left} left",
                done=done // _MEGABYTE,
                total=total // _MEGABYTE,
                left=clock.left(done, total),
            )
            draw_progress(message.text(message_language()))

    return show


def _print_report(report: FixityReport, *, is_json: bool, is_beside: bool) -> None:
    """Print the report; on standard error, if the seal is the result."""
    if is_json:
        click.echo(json_text(_members(report)), err=is_beside)
        return
    for damage in report.damages:
        click.echo(log_line(damage_line(damage).text(message_language())), err=is_beside)
    for message in _summary(report):
        click.echo(log_line(message.text(message_language())), err=is_beside)


def _summary(report: FixityReport) -> Iterator[Message]:
    """Say what was read, what was not, and what nothing can compare."""
    if report.is_sound:
        yield Message("no damage found in what was compared")
    else:
        yield Message("damaged: {number}", number=len(report.damages))
    yield Message("files: {files}, bytes: {bytes}", files=report.files, bytes=report.bytes)
    if report.unread:
        yield Message(
            "not read in this run: packs {packs}",
            packs=", ".join(f"{first}-{last}" for first, last in ranges_of(report.unread)),
        )
    else:
        yield Message("every byte was read in this run")
    yield Message(
        "oldest check: {time} ({days} days ago)",
        time=report.oldest_check,
        days=age_in_days(report.oldest_check, now()),
    )
    if report.unrecorded:
        yield Message("the check could not be recorded: {problem}", problem=report.unrecorded)
    if report.unverifiable:
        yield Message(
            "unverifiable, since the archive has no bytes of them: {number} documents",
            number=report.unverifiable,
        )
    if report.is_unfinished:
        yield Message(
            "a run was stopped, or is running; if none is, run `nizkorcite archive recover`"
        )


def _members(report: FixityReport) -> dict[str, JSON]:
    damages: list[JSON] = [
        {
            name: value
            for name, value in {
                "code": each.code,
                "path": each.path,
                "line": each.line,
                "offset": each.offset,
                "id": each.id,
                "message": each.message.text(message_language()),
            }.items()
            if value is not None
        }
        for each in report.damages
    ]
    return {
        "scope": report.scope,
        "is_sound": report.is_sound,
        "damages": damages,
        "files": report.files,
        "bytes": report.bytes,
        "bytes_read": report.bytes_read,
        "unread_packs": [list(each) for each in ranges_of(report.unread)],
        "oldest_check": report.oldest_check,
        "unverifiable": report.unverifiable,
        "is_unfinished": report.is_unfinished,
        "unrecorded": report.unrecorded.text(message_language()) if report.unrecorded else None,
    }


def seconds_ago(seconds: int) -> str:
    """Return an instant before now, in UTC (RFC 3339)."""
    import datetime as dt

    return utc(dt.datetime.now(dt.UTC) - dt.timedelta(seconds=seconds))
