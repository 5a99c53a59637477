"""Options that several verbs share."""

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import click


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
            from nizkorcite.cli.edit import parse_correction
        from nizkorcite.cli.documents import About  # loads the readers

        about = About(
            url=url,
            accessed=accessed,
            id=id,
            encoding=encoding,
            corrections=[parse_correction(text) for text in corrections],
        )
        return function(*args, about=about, **options)

    return verb


class _Output(click.File):
    """
    A file to write, whole or not at all; devices, pipes and links are not replaced by one.

    Names of files in it keep their bytes.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The file, opened when something is written."""
        is_plain = os.path.isfile(value) and not os.path.islink(value)
        replaced = is_plain or not os.path.lexists(value)
        plain = click.File(
            "w", encoding="utf-8", errors="surrogateescape", lazy=True, atomic=replaced
        )
        return plain.convert(value, param, ctx)


output_option = click.option(
    "-o",
    "--output",
    type=_Output("w"),
    default="-",
    metavar="FILE",
    help="Write to this file instead of standard output.",
)

inputs_argument = click.argument("names", nargs=-1, required=True, metavar="INPUT...")
