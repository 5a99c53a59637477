"""``nizkorcite archive import``: what another archive holds, taken over."""

from collections import Counter

import click

from nizkorcite.archive import Added, Archive
from nizkorcite.archive.holdings import Holdings
from nizkorcite.archive.imports.packages import read_package
from nizkorcite.archive.imports.refusals import RefusedImportError
from nizkorcite.cli.archive.opening import archive_argument, by_option, written_archive
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.display import log_line
from nizkorcite.errors import problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_HELP = """
Take over what another archive holds: its folder, or what `archive export` wrote.

Every byte is compared first; if a file is damaged, is a link, or has a name that is not safe on
every system, nothing is imported, and each file is listed with a code. All versions of both
archives stay, with who made them and when. Where both have changed a record, the later one becomes
current, with the captures of both, and its differences are listed. What was withdrawn or erased in
one of them is so in the result. The same import twice adds nothing, and two archives that import
each other end with the same documents.

Exit codes: 0 all is in the archive, 1 a document was refused, 3 FROM is damaged or cannot be read,
4 the archive could not be written.

\b
Examples:
  nizkorcite archive import fonds fonds-bag
  nizkorcite archive import fonds --by "Ana Ruiz" /media/colleague/fonds
"""


@click.command("import", help=_HELP)
@archive_argument
@click.argument("package", metavar="FROM")
@by_option
@language_option
def command(folder: str, package: str, *, by: str | None) -> int:
    """Import another archive."""
    with written_archive(folder) as archive:
        holdings = _holdings(package)
        return _take_over(archive, holdings, by)


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
    numbers = Counter[str]()
    for added in archive.take_over(holdings, by=by):
        numbers[added.outcome or "refused"] += 1
        if added.problem:
            print_message(added.problem)
        elif added.outcome == "version":
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
