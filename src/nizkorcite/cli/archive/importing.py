"""``nizkorcite archive import``: what another archive holds, taken over."""

import os
from collections import Counter
from collections.abc import Iterable
from itertools import chain

import click

from nizkorcite.archive import Added, Archive
from nizkorcite.archive.holdings import Holdings
from nizkorcite.archive.imports.packages import read_package
from nizkorcite.archive.imports.refusals import RefusedImportError
from nizkorcite.archive.imports.tables import TableRows, is_table, read_rows
from nizkorcite.cli.archive.opening import archive_argument, by_option, written_archive
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.display import log_line
from nizkorcite.errors import problem_of
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.messages import Message

_HELP = """
Take over what another archive holds: its folder, or what `archive export` wrote.

Every byte is compared first; if a file is damaged, is a link, or has a name that is not safe on
every system, nothing is imported, and each file is listed with a code. All versions of both
archives stay, with who made them and when. Where both have changed a record, the later one becomes
current, with the captures of both, and its differences are listed. What was withdrawn or erased in
one of them is so in the result. The same import twice adds nothing, and two archives that import
each other end with the same documents.

A table (CSV, XLSX) changes records by its column "id", as `archive edit --from` does, and adds
those that the archive does not have. What it has no column for, such as relations, stays.

Exit codes: 0 all is in the archive, 1 a document was refused, 3 FROM is damaged or cannot be read,
4 the archive could not be written.

\b
Examples:
  nizkorcite archive import fonds fonds-bag
  nizkorcite archive import fonds --by "Ana Ruiz" /media/colleague/fonds
  nizkorcite archive import fonds fonds.csv --by Ana --why "checked on paper"
"""


@click.command("import", help=_HELP, short_help="Import an archive, a package or a table.")
@archive_argument
@click.argument("package", metavar="FROM")
@by_option
@click.option(
    "--why",
    "note",
    type=TYPED_TEXT,
    metavar="TEXT",
    help="The reason of what a table changes; the log records it.",
)
@language_option
def command(folder: str, package: str, *, by: str | None, note: str | None) -> int:
    """Import another archive, or a table."""
    if os.path.isfile(package) and _is_table(package):
        if not (by and note):
            raise usage_error(Message("a table needs --by and --why, since it can change records"))
        with written_archive(folder) as archive:
            return _take_rows(archive, _rows(archive, package), by, note)
    with written_archive(folder) as archive:
        return _take_over(archive, _holdings(package), by)


def _is_table(path: str) -> bool:
    try:
        return is_table(path)
    except OSError as error:
        print_message(unreadable(path, problem_with(path, error)))
        raise click.exceptions.Exit(UNREADABLE) from error


def _rows(archive: Archive, path: str) -> TableRows:
    def is_known(id_: str) -> bool:
        return bool(archive.lookup.numbers(id_) or archive.lookup.erasure(id_))

    try:
        return read_rows(path, is_known)
    except OSError as error:
        print_message(unreadable(path, problem_with(path, error)))
        raise click.exceptions.Exit(UNREADABLE) from error


def _take_rows(archive: Archive, rows: TableRows, by: str, note: str) -> int:
    for problem in rows.problems:
        print_message(problem)
    results = chain(
        archive.edit(rows.edits, by=by, note=note) if rows.edits else (),
        archive.add(rows.additions, by=by) if rows.additions else (),
    )
    return _report(results, Counter(refused=len(rows.problems)))


def _holdings(package: str) -> Holdings:
    try:
        return read_package(package)
    except RefusedImportError as error:
        for each in error.refusals:
            print_message(
                Message(
                    "{path}: {code}: {problem}",
                    path=each.path,
                    code=each.code,
                    problem=each.message,
                )
            )
        print_message(Message("{name}: {problem}", name=package, problem=error.message))
        raise click.exceptions.Exit(UNREADABLE) from error
    except OSError as error:
        print_message(unreadable(package, problem_of(error)))
        raise click.exceptions.Exit(UNREADABLE) from error


def _take_over(archive: Archive, holdings: Holdings, by: str | None) -> int:
    return _report(archive.take_over(holdings, by=by), Counter())


def _report(results: Iterable[Added], numbers: Counter[str]) -> int:
    """Report what became of each document; return the exit code."""
    for added in results:
        numbers[added.outcome or "refused"] += 1
        if added.problem:
            print_message(added.problem)
        elif added.outcome == "version" and added.differing:
            click.echo(log_line(_change(added).text(message_language())))
    for message in _summary(numbers):
        click.echo(message.text(message_language()))
    return FAULTY if numbers["refused"] else 0


def _change(added: Added) -> Message:
    return Message(
        "{id}: version {number}: {pointers}",
        id=added.id,
        number=added.version,
        pointers=", ".join(added.differing),
    )


def _summary(numbers: Counter[str]) -> list[Message]:
    lines = {
        "new": Message("documents added: {number}", number=numbers["new"]),
        "version": Message("documents changed: {number}", number=numbers["version"]),
        "known": Message("known already: {number}", number=numbers["known"]),
        "refused": Message("refused: {number}", number=numbers["refused"]),
    }
    return [line for outcome, line in lines.items() if numbers[outcome] or outcome == "new"]
