"""``nizkorcite archive list`` and ``search``: documents found by what their records say."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import click

from nizkorcite.archive import Archive, Hits, Query, StoredVersion
from nizkorcite.archive.search import MOST_RANKED, match_expression
from nizkorcite.cli.archive.opening import archive_argument, json_option, read_archive
from nizkorcite.cli.console.exit_codes import UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.typed_text import TYPED_TEXT
from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.dates import PartialDate
from nizkorcite.display import json_text, one_line
from nizkorcite.errors import DamagedArchiveError, DateError, NizkorciteError
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Message

_LIST_HELP = """
List the documents of an archive, those changed last first.

Each line has id, title, the original's publishers and date, and the republication's, separated by
tabs. A DATE is one as in records (2017, 2017-02, 2017-02-27, 2016/2017); it finds the documents of
which one layer may be of that time.

\b
Examples:
  nizkorcite archive list fonds --publisher "itar tass" --date 2017
  nizkorcite archive list fonds --incomplete --json
  nizkorcite archive list fonds --section human --cite apa
"""
_SEARCH_HELP = """
Search the titles, names, places and texts of an archive.

All words must be there, in any order; "phrases" as they are; a word that ends with * is the
beginning of one. Case and accents make no difference. Of very common words the documents changed
last are ranked, and a note says so. The options are those of `list`.

\b
Examples:
  nizkorcite archive search fonds Dushanbe '"military base"'
  nizkorcite archive search fonds tortur* --language es --date 1976/1983
"""


def _date(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> PartialDate | None:
    if text is None:
        return None
    try:
        return PartialDate(text)
    except DateError as error:
        raise bad_value(error.message) from error


def _query_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose documents, passed to the command as `query`."""

    @click.option(
        "--publisher",
        type=TYPED_TEXT,
        metavar="TEXT",
        help="Part of a publisher's name, either layer.",
    )
    @click.option(
        "--place", type=TYPED_TEXT, metavar="TEXT", help="Part of the place of the original."
    )
    @click.option("--section", type=TYPED_TEXT, metavar="TEXT", help="Part of the section.")
    @click.option(
        "--language",
        type=TYPED_TEXT,
        metavar="TAG",
        help="Language of the text, such as es or pt-BR.",
    )
    @click.option("--date", metavar="DATE", callback=_date, help="Time of either layer.")
    @click.option(
        "--complete/--incomplete",
        "is_complete",
        default=None,
        help="Whether both layers can be cited in full.",
    )
    @wraps(function)
    def command(
        *args: Any,
        publisher: str | None,
        place: str | None,
        section: str | None,
        language: str | None,
        date: PartialDate | None,
        is_complete: bool | None,
        words: tuple[str, ...] = (),
        **options: Any,
    ) -> Any:
        query = Query(
            words=" ".join(words),
            publisher=publisher,
            place=place,
            section=section,
            language=language,
            date=date,
            is_complete=is_complete,
        )
        return function(*args, query=query, **options)

    return command


def _output_options(default: int | None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the options of the output."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            click.option("--cite", "style", metavar="STYLE", help="Print citations in a style."),
            json_option,
            click.option(
                "-n",
                "--most",
                type=click.IntRange(min=1),
                default=default,
                metavar="N",
                help="Print at most N documents.",
            ),
        ):
            function = option(function)
        return function

    return add


@click.command("list", help=_LIST_HELP, short_help="List documents, those changed last first.")
@archive_argument
@_query_options
@_output_options(None)
@language_option
@quiet_option
def list_command(
    folder: str, *, query: Query, style: str | None, is_json: bool, most: int | None
) -> None:
    """List documents."""
    _print_documents(folder, query, style=style, is_json=is_json, most=most)


@click.command("search", help=_SEARCH_HELP, short_help="Search titles, names, places and texts.")
@archive_argument
@click.argument("words", type=TYPED_TEXT, nargs=-1, required=True, metavar="WORDS...")
@_query_options
@_output_options(20)
@language_option
@quiet_option
def search_command(
    folder: str, *, query: Query, style: str | None, is_json: bool, most: int | None
) -> None:
    """Search documents."""
    if not match_expression(query.words):
        raise usage_error(Message('there is no word to search for in "{words}"', words=query.words))
    _print_documents(folder, query, style=style, is_json=is_json, most=most)


def _print_documents(
    folder: str, query: Query, *, style: str | None, is_json: bool, most: int | None
) -> None:
    with read_archive(folder) as archive:
        hits = archive.find(query, most)
        unread: dict[str, Message] = {}
        documents = _documents(archive, hits, unread)
        if style is not None:
            _print_citations(documents, style)
        else:
            for version in documents:
                click.echo(_json_line(version) if is_json else _line(version))
        _print_numbers(hits)
    for problem in unread.values():
        print_message(unreadable(folder, problem))
    if unread:
        raise click.exceptions.Exit(UNREADABLE)


def _print_numbers(hits: Hits) -> None:
    if hits.is_cut:
        print_note(
            Message(
                "only the {number} documents changed last are ranked, since more have these words",
                number=MOST_RANKED,
            )
        )
    number = len(hits.ids)
    if number < hits.total:
        print_note(Message("documents: {number} of {total}", number=number, total=hits.total))
    else:
        print_note(Message("documents: {number}", number=number))


def _documents(archive: Archive, hits: Hits, unread: dict[str, Message]) -> Iterator[StoredVersion]:
    """Yield the documents of hits; note why some cannot be read, once a file."""
    for id_ in hits.ids:
        try:
            version = archive.document(id_)
        except DamagedArchiveError as error:
            unread[str(error)] = error.message
            continue
        if version:
            yield version


def _print_citations(documents: Iterator[StoredVersion], style: str) -> None:
    from nizkorcite.citing import bibliography

    try:
        text = bibliography([each.document for each in documents], style, lang=message_language())
    except NizkorciteError as error:
        raise bad_value(error.message, "--cite") from error
    click.echo(text, nl=False)


def _json_line(version: StoredVersion) -> str:
    return json_text({"version": version.number, "record": dict(version.record)})


def _line(version: StoredVersion) -> str:
    """Return id, title, and publishers with date of both layers, with tabs between them."""
    document = version.document
    layers = [document.original, document.republication]
    cells = [version.id, document.title or ""]
    for layer in layers:
        names = "; ".join(agent.name for agent in layer.publishers) if layer else ""
        cells += [names, str(layer.date or "") if layer else ""]
    return "\t".join(one_line(cell) for cell in cells)
