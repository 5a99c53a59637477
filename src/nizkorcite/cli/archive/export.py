"""``nizkorcite archive export``: packages of an archive, and what others publish of it."""

import click

from nizkorcite.archive import Archive
from nizkorcite.archive.exports.registry import PACKAGES, write_package
from nizkorcite.archive.holdings import StoredHoldings, published_versions
from nizkorcite.cli.archive.opening import archive_argument, open_archive, reported_failures
from nizkorcite.cli.console.exit_codes import UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.errors import NizkorciteError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_HELP = """
Export an archive as a package, or its documents in a citation format or style.

KIND is bagit, ocfl, ro-crate, wacz, or a format or style of `nizkorcite cite` (bibtex, csv, apa
...). Every file is compared with the log first; of a damaged archive nothing is exported. A bag
(BagIt) or a storage root (OCFL) contains the whole archive, also what was withdrawn; `archive
import` takes it over without loss. All others contain the documents that are not withdrawn.

Exit codes: 0 written, 3 the archive cannot be read or is damaged, 4 the output cannot be written.

\b
Examples:
  nizkorcite archive export fonds --to bagit -o fonds-bag
  nizkorcite archive export fonds --to ocfl -o fonds-ocfl
  nizkorcite archive export fonds --to wacz -o fonds.wacz
  nizkorcite archive export fonds --to bibtex -o fonds.bib
  nizkorcite archive export fonds --to apa
"""


@click.command("export", help=_HELP, short_help="Export an archive or its documents.")
@archive_argument
@click.option("--to", "kind", required=True, metavar="KIND", help="Package, format or style.")
@language_option
@output_options
def command(folder: str, *, kind: str, output: Output) -> None:
    """Export an archive."""
    if kind == "site":
        raise bad_value(Message("`nizkorcite site {folder} -o OUT` makes a site", folder=folder))
    if kind in PACKAGES and output.name == "-":
        raise usage_error(Message("{kind} is not a text; name a new one with -o OUT", kind=kind))
    with open_archive(folder) as archive:
        holdings = _holdings(archive)
        if kind in PACKAGES:
            with reported_failures(output.name):
                write_package(holdings, kind, output.name)
        else:
            _write_citations(holdings, kind, output)


def _holdings(archive: Archive) -> StoredHoldings:
    try:
        return archive.holdings()
    except OSError as error:
        print_message(unreadable(archive.folder, problem_of(error)))
        raise click.exceptions.Exit(UNREADABLE) from error


def _write_citations(holdings: StoredHoldings, kind: str, output: Output) -> None:
    from nizkorcite.citing import bibliography

    documents = [each.document for each in published_versions(holdings)]
    try:
        text = bibliography(documents, kind, lang=message_language())
    except NizkorciteError as error:
        raise bad_value(error.message, "--to") from error
    with output.open(kind) as file:
        click.echo(text, file, nl=False)
