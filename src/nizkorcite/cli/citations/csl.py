"""Citations in CSL styles: all items of a command in one run of the engine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from nizkorcite import citing
from nizkorcite.citing.reference_list import Arrangement
from nizkorcite.cli.citations.output import Manner, as_object
from nizkorcite.cli.console.exit_codes import UNWRITTEN, say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.csl import CslStyle
from nizkorcite.errors import EngineError
from nizkorcite.reference import Reference
from nizkorcite.styles.rich_text import render


class _EngineFailed(click.ClickException):
    """The engine gave no citations."""

    exit_code = UNWRITTEN


@contextmanager
def engine_told() -> Iterator[None]:
    """Tell why an engine failed, in words."""
    try:
        yield
    except EngineError as error:
        raise _EngineFailed(str(error)) from error


def citable(items: Sequence[Reference], style: CslStyle, batch: Batch) -> Iterator[Reference]:
    """The items that the engine prints rightly; the others are told, and counted as faulty."""
    for remark in style.remarks if items else ():
        say(f"note: {remark.text(locale_language())}")
    for item in items:
        if refusal := style.refusal(item):
            batch.refuse(f"{item.id}: {refusal.text(locale_language())}")
        else:
            yield item


def texts(
    items: Sequence[Reference], style: CslStyle, manner: Manner, *, in_list: bool, as_json: bool
) -> Iterator[str]:
    """What is printed of the items, as `cite` prints it in the styles built in."""
    if not items:
        return
    with engine_told():
        if in_list and manner.part == "entry" and not as_json:
            yield citing.bibliography(items, style, markup=manner.markup)
            return
        arrangement: Arrangement = "list" if in_list else "single"
        for cited in citing.citations(items, style, arrangement=arrangement):
            text = cited.in_text if manner.part == "in-text" else cited.entry
            line = as_object(cited, str(cited.in_text)) if as_json else render(text, manner.markup)
            yield f"{line}\n"
