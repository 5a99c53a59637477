"""Options that several verbs share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from nizkorcite.cli.console.output_file import Output


def about_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what a user can say about a page, handed to the verb as one `about`."""

    @click.option("--url", metavar="ADDRESS", help="The page's address; it is never fetched.")
    @click.option(
        "--accessed", metavar="INSTANT", help="When it was fetched, such as 2026-11-24T10:10:00Z."
    )
    @click.option("--id", metavar="ID", help="The record's id, instead of one made from the page.")
    @click.option(
        "--encoding", metavar="NAME", help="The page's encoding, where the page states it wrongly."
    )
    @click.option(
        "--set",
        "corrections",
        multiple=True,
        metavar="POINTER=VALUE",
        help="Set a member of the record; POINTER:=JSON for what is not a text; repeatable.",
    )
    @wraps(function)
    def verb(
        *args: Any,
        url: str | None,
        accessed: str | None,
        id: str | None,  # noqa: A002 - the option's name
        encoding: str | None,
        corrections: tuple[str, ...],
        **options: Any,
    ) -> Any:
        if corrections:
            from nizkorcite.cli.inputs.corrections import parse_correction
        from nizkorcite.cli.inputs.documents import About  # loads the readers

        about = About(
            url=url,
            accessed=accessed,
            id=id,
            encoding=encoding,
            corrections=[parse_correction(text) for text in corrections],
        )
        return function(*args, about=about, **options)

    return verb


def output_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the output, handed to the verb as one `output`."""

    @click.option(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help="Write to this file instead of standard output.",
    )
    @click.option(
        "--force", is_flag=True, help="With -o: replace a file that is no earlier output."
    )
    @wraps(function)
    def verb(*args: Any, output: str, force: bool, **options: Any) -> Any:
        return function(*args, output=Output(output, force), **options)

    return verb


inputs_argument = click.argument("names", nargs=-1, required=True, metavar="INPUT...")
