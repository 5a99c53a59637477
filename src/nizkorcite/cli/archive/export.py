"""``nizkorcite archive export``: packages of an archive, and what others publish of it."""

from typing import Final

import click
from attrs import asdict

from nizkorcite.archive import Archive
from nizkorcite.archive.exports.registry import PACKAGES, write_package
from nizkorcite.archive.holdings import StoredHoldings, published_versions
from nizkorcite.cli.archive.opening import archive_argument, open_archive, reported_failures
from nizkorcite.cli.collections.run import check_parquet
from nizkorcite.cli.console.exit_codes import UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.outside_archives import refuse_within_archive
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.cli.site import SiteOptions, make_site, site_options
from nizkorcite.errors import NizkorciteError, problem_of
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_HELP = """
Export an archive as a package, or its documents as a site, as a table or as citations.

KIND is bagit, ocfl, ro-crate, wacz, site, parquet, or a format or style of `nizkorcite cite`
(bibtex, csv, apa ...). Every file is compared with the log first; of a damaged archive nothing is
exported. A bag (BagIt) contains the whole archive, also what was withdrawn; so does a storage root
(OCFL), but of WARC files that are kept whole it has the pages alone. `archive import` takes both
over. All others contain the documents that are not withdrawn. A site replaces an earlier site in
its folder; --title, --url-base and --email are for it.

Exit codes: 0 written, 3 the archive cannot be read or is damaged, 4 the output cannot be written.

\b
Examples:
  nizkorcite archive export fonds --to bagit -o fonds-bag
  nizkorcite archive export fonds --to wacz -o fonds.wacz
  nizkorcite archive export fonds --to site -o site --title "Example Archive"
  nizkorcite archive export fonds --to bibtex -o fonds.bib
  nizkorcite archive export fonds --to apa
"""
_SITE: Final = "site"


@click.command("export", help=_HELP, short_help="Export an archive or its documents.")
@archive_argument
@click.option(
    "--to", "kind", required=True, metavar="KIND", help="Package, site, table, format or style."
)
@site_options
@language_option
@quiet_option
@output_options
def command(folder: str, *, kind: str, site: SiteOptions, output: Output) -> int:
    """Export an archive."""
    _check_options(kind, site, output)
    refuse_within_archive(output.name, folder)
    with open_archive(folder) as archive:
        if kind == _SITE:
            return make_site([folder], output.name, site, is_forced=output.is_forced)
        holdings = _holdings(archive)
        if kind in PACKAGES:
            with reported_failures(output.name):
                note = write_package(holdings, kind, output.name)
            if note:
                print_note(note)
        else:
            _write_citations(holdings, kind, output)
    return 0


def _check_options(kind: str, site: SiteOptions, output: Output) -> None:
    if kind in (*PACKAGES, _SITE) and output.name == "-":
        raise usage_error(Message("{kind} is not a text; name a new one with -o OUT", kind=kind))
    for name, value in asdict(site).items():
        if value is not None and kind != _SITE:
            option = f"--{name.replace('_', '-')}"
            raise usage_error(Message("{option} is for {other}", option=option, other="--to site"))
    if kind == "parquet":
        check_parquet()


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
