"""``nizkorcite sites``: descriptions of sites, shipped and your own."""

import os

import click

from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message, print_remarks
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.cli.inputs.options import site_argument
from nizkorcite.display import log_line
from nizkorcite.errors import PageError, SiteError, UnknownNameError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.messages import Message
from nizkorcite.readers.sites.description import Site

_HELP = """
List, show, check and try descriptions of sites.

A description is a TOML file with the forms of a site's lines, such as
"Source: {publisher}, {date}". Pages of the sites listed here are recognised; --site of `read` and
`cite` names another description.

\b
Examples:
  nizkorcite sites list
  nizkorcite sites show rebelion > mine.toml
  nizkorcite sites try mine.toml page.html
  nizkorcite sites check mine.toml
  nizkorcite cite --site mine.toml page.html
"""
_CHECK_HELP = """
Check descriptions: TOML, schema, forms, and the examples in them.

SITE is a TOML file or a name of `nizkorcite sites list`.

Exit codes: 0 no errors, 1 errors, 3 a file could not be read.

\b
Examples:
  nizkorcite sites check mine.toml
"""
_TRY_HELP = """
Show what a description reads from a page, and the lines that it does not read.

SITE is a name of `nizkorcite sites list` or a TOML file.

\b
Examples:
  nizkorcite sites try mine.toml page.html
  nizkorcite sites try rebelion --url https://rebelion.org/a-title/ page.html
"""


@click.group("sites", help=_HELP)
@language_option
def command() -> None:
    """List, show, check and try descriptions."""


@command.command("list")
@language_option
def list_sites() -> None:
    """Print the name, title and hosts of each description."""
    from nizkorcite.readers.sites.shipped import shipped_site, site_names

    for site in map(shipped_site, site_names()):
        click.echo(f"{site.name}\t{site.title}\t{' '.join((*site.hosts, *site.mirrors))}")


@command.command("show")
@click.argument("name", metavar="NAME")
@language_option
def show_site(name: str) -> None:
    """Print a shipped description (TOML)."""
    from nizkorcite.readers.sites.shipped import site_text

    try:
        click.echo(site_text(name), nl=False)
    except UnknownNameError as error:
        raise bad_value(error.message, Message("NAME")) from error


@command.command("check", help=_CHECK_HELP, short_help="Check descriptions and their examples.")
@click.argument("files", nargs=-1, required=True, metavar="SITE...")
@language_option
def check_sites(files: tuple[str, ...]) -> int:
    """Check descriptions."""
    return max(_checked(file) for file in files)


def _checked(file: str) -> int:
    """Check one file, print the result, and return the exit code."""
    from nizkorcite.loading.site_examples import differences

    try:
        site = _with_examples(file)
        different = list(differences(site))
    except OSError as error:
        print_message(unreadable(file, problem_with(file, error)))
        return UNREADABLE
    except (SiteError, PageError) as error:
        _print_result(Message("{name}: {problem}", name=file, problem=error.message))
        return FAULTY
    for difference in different:
        _print_result(Message("{name}: {problem}", name=file, problem=difference.message))
    if not different:
        _print_result(_fine(site))
    return FAULTY if different else 0


def _print_result(result: Message) -> None:
    click.echo(log_line(result.text(message_language())))


def _with_examples(name: str) -> Site:
    """Load a description with its examples, which the shipped data leave out."""
    from nizkorcite.loading.site_files import load_site_file, parse_site
    from nizkorcite.readers.sites.shipped import site_names, site_text

    if name in site_names() and not os.path.exists(name):
        return parse_site(site_text(name).encode(), name)
    return load_site_file(name)


def _fine(site: Site) -> Message:
    if not site.examples:
        return Message("{name}: no errors; add [[examples]] to have pages checked", name=site.name)
    number = len(site.examples)
    return Message("{name}: no errors; examples read: {number}", name=site.name, number=number)


@command.command("try", help=_TRY_HELP, short_help="Show what a description reads from a page.")
@site_argument
@click.argument("page", metavar="PAGE")
@click.option("--url", metavar="ADDRESS", help="Address of the page; nothing is fetched.")
@language_option
def try_site(site: Site, page: str, url: str | None) -> int:
    """Read a page with a description."""
    from nizkorcite.cli.console.evidence_table import evidence_rows
    from nizkorcite.loading.documents import Supplied, read_page
    from nizkorcite.loading.inputs import read_input
    from nizkorcite.loading.site_examples import unread_lines

    try:
        reading = read_page(read_input(page), Supplied(url=url, site=site))
    except OSError as error:
        print_message(unreadable(page, problem_with(page, error)))
        return UNREADABLE
    except PageError as error:
        print_message(unreadable(page, error.message))
        return UNREADABLE
    click.echo("\n".join(evidence_rows(page, reading, reading.document, message_language())))
    for line in unread_lines(reading, site):
        _print_result(
            Message("line {line} is not read: {words}", line=line.number, words=line.words)
        )
    print_remarks(page, reading.remarks)
    return 0
