"""``nizkorcite archive report``: one page with figures of an archive."""

from importlib.util import find_spec

import click

from nizkorcite.cli.archive.opening import archive_argument, open_archive
from nizkorcite.cli.console.build_time import build_time
from nizkorcite.cli.console.exit_codes import UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.outside_archives import refuse_within_archive
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.inputs.options import output_options
from nizkorcite.errors import problem_of
from nizkorcite.extras import install_command
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_HELP = """
Report on an archive: one static page (HTML) with figures that a person looks at.

It shows documents over time by layer, the delay between the layers, sources, sections, how many
records state each field, and how long ago the bytes were compared. The page needs no script and
loads nothing. Names and lengths of all files are compared; `archive verify` reads the bytes.

\b
Examples:
  nizkorcite archive report fonds -o report.html
  nizkorcite archive report fonds -o informe.html --title "Fondo" --lang es
"""


@click.command("report", help=_HELP, short_help="Make a page with figures of an archive.")
@archive_argument
@click.option("--title", metavar="TEXT", help="Name of the archive on the page.")
@language_option
@output_options
def command(folder: str, *, title: str | None, output: Output) -> None:
    """Report on an archive."""
    if find_spec("jinja2") is None:
        raise usage_error(
            Message("a report needs an extra: {command}", command=install_command("site"))
        )
    from nizkorcite.archive.report.page import report_page  # an extra

    refuse_within_archive(output.name, folder)
    with open_archive(folder) as archive:
        try:
            page = report_page(archive, title, build_time(), message_language())
        except OSError as error:
            print_message(unreadable(folder, problem_of(error)))
            raise click.exceptions.Exit(UNREADABLE) from error
    with output.open("report") as file:
        click.echo(page, file)
