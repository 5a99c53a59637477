"""Options that several commands share."""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TextIO

import click

from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.errors import CorrectionError, SiteError, UnknownNameError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.messages import Message

if TYPE_CHECKING:
    from nizkorcite.loading.field_values import FieldValue
    from nizkorcite.readers.sites.description import Site

# Each option sets the field of its name (`nizkorcite.reference.fields`).
_FIELDS = {
    "title": ("TEXT", "Title."),
    "author": (
        "NAME",
        'Author: "Ruiz, Ana" for a person, "{Human Rights Watch}" for a group; repeatable.',
    ),
    "date": ("DATE", "Date of the page: of its republication if it is one."),
    "publisher": ("NAME", "Publisher of the page: of its republication if it is one."),
    "original-date": ("DATE", "Date of the original."),
    "original-publisher": ("NAME", "Publisher of the original; the page is then a republication."),
    "place": ("TEXT", "Place of the original, such as that of a dateline."),
}


class ListingOption(click.Option):
    """
    An option whose help lists names, in place of ``{names}``.

    Args:
        names: The names, in their order.
    """

    def __init__(self, *declarations: Any, names: Sequence[str], **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self._names = ", ".join(names)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help, with the names."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace("{names}", self._names))


def supplied_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add options for facts that the user supplies, passed to the command as `supplied`."""

    @click.option("--url", metavar="ADDRESS", help="Address of the page; nothing is fetched.")
    @click.option(
        "--accessed",
        metavar="DAY",
        help="Day of access, such as 2026-11-24, or the time: 2026-11-24T10:10:00Z.",
    )
    @click.option("--id", metavar="ID", help="Id of the record, instead of one made from the page.")
    @click.option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the page or citation file, if it states none or a wrong one.",
    )
    @click.option(
        "--set",
        "corrections",
        multiple=True,
        metavar="POINTER=VALUE",
        callback=_checked_corrections,
        help="Set any member, as in /title=...; POINTER:=JSON for numbers and lists; repeatable.",
    )
    @_field_options
    @click.option(
        "--site",
        metavar="SITE",
        callback=_loaded_site,
        help="Site of the page: a name of `sites list`, or a TOML file that describes the site.",
    )
    @wraps(function)
    def command(
        *args: Any,
        url: str | None,
        accessed: str | None,
        id: str | None,  # noqa: A002 - the option's name
        encoding: str | None,
        corrections: tuple[str, ...],
        fields: "tuple[FieldValue, ...]",
        site: "Site | None",
        **options: Any,
    ) -> Any:
        # Not every command that is loaded asks for facts.
        from nizkorcite.loading.documents import Supplied

        supplied = Supplied(
            url=url,
            accessed=accessed,
            id=id,
            encoding=encoding,
            corrections=corrections,
            fields=fields,
            site=site,
        )
        return function(*args, supplied=supplied, **options)

    return command


def _field_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each field that is often corrected, passed together as `fields`."""

    @wraps(function)
    def command(*args: Any, **options: Any) -> Any:
        given = {name: options.pop(name.replace("-", "_")) for name in _FIELDS}
        return function(*args, fields=tuple(_field_values(given)), **options)

    for name, (value, help_text) in reversed(_FIELDS.items()):
        is_list = value == "NAME"
        option = click.option(f"--{name}", metavar=value, multiple=is_list, help=help_text)
        command = option(command)
    return command


def _field_values(given: "dict[str, str | tuple[str, ...] | None]") -> "Iterator[FieldValue]":
    """Make a field of each option that is given; refuse names that are not understood."""
    stated = {name: value for name, value in given.items() if value not in (None, ())}
    if not stated:
        return
    from nizkorcite.loading.field_values import field_value  # few documents are corrected

    for name, value in stated.items():
        text = value if isinstance(value, str) else "; ".join(value or ())
        try:
            yield field_value(name, text)
        except CorrectionError as error:
            raise bad_value(error.message, f"--{name}") from error


def checked_address(
    _context: click.Context, _parameter: click.Parameter, address: str | None
) -> str | None:
    """Refuse an address that is not on the web, or not complete."""
    if address and not address.lower().startswith(("https://", "http://")):
        raise bad_value(Message("an address begins with https:// or http://"))
    return address


def _loaded_site(
    _context: click.Context, _parameter: click.Parameter, name: str | None
) -> "Site | None":
    """Load the description of a site before any input is read."""
    if name is None:
        return None
    from nizkorcite.loading.site_files import load_site  # few users name a site

    try:
        return load_site(name)
    except OSError as error:
        problem = unreadable(name, problem_with(name, error))
    except SiteError as error:
        problem = Message("{name}: {problem}", name=name, problem=error.message)
    except UnknownNameError as error:
        problem = error.message
    raise bad_value(problem)


def _checked_corrections(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Refuse texts that are no corrections before any input is read."""
    if values:
        from nizkorcite.loading.corrections import parse_correction  # few documents are corrected

        try:
            for value in values:
                parse_correction(value)
        except CorrectionError as error:
            raise bad_value(error.message) from error
    return values


def output_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the output, passed to the command as one `output`."""

    @click.option(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help="Write to this file instead of standard output.",
    )
    @click.option(
        "--force", is_flag=True, help="With -o: replace a file that is not an earlier output."
    )
    @wraps(function)
    def command(*args: Any, output: str, force: bool, **options: Any) -> Any:
        return function(*args, output=Output(output, force), **options)

    return command


jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Use N processes."
)
site_argument = click.argument("site", metavar="SITE", callback=_loaded_site)
inputs_argument = click.argument("names", nargs=-1, required=True, metavar="INPUT...")


def listed_inputs(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument for inputs, and the option for a list of them, passed as `names`."""

    @click.argument("names", nargs=-1, metavar="INPUT...")
    @click.option(
        "--files-from",
        type=click.File("r", encoding="utf-8", errors="surrogateescape"),
        metavar="FILE",
        help="Read the names of inputs from this file too, one a line or with NUL after each; "
        '"-" is standard input.',
    )
    @wraps(function)
    def command(
        *args: Any,
        names: tuple[str, ...],
        files_from: TextIO | None,
        **options: Any,
    ) -> Any:
        names = (*names, *_listed_names(files_from.read() if files_from else ""))
        if not names:
            context = click.get_current_context()
            (parameter,) = (each for each in context.command.params if each.name == "names")
            raise click.MissingParameter(ctx=context, param=parameter)
        return function(*args, names=names, **options)

    return command


def _listed_names(text: str) -> Iterator[str]:
    """Separate the names of a list, which end with a line or, as of `find -print0`, with NUL."""
    names = text.split("\0") if "\0" in text else (line.rstrip("\r") for line in text.split("\n"))
    return filter(None, names)
