"""Citations in CSL styles: one run of the engine for all items of a command."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from nizkorcite import citing
from nizkorcite.citing.reference_list import Arrangement
from nizkorcite.cli.citations.output import CitationOutput, as_object
from nizkorcite.cli.console.exit_codes import UNWRITTEN
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_note
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.csl import CslStyle
from nizkorcite.errors import EngineError
from nizkorcite.reference import Reference
from nizkorcite.styles.rich_text import render


class _EngineFailedError(click.ClickException):
    """The engine returned no citations."""

    exit_code = UNWRITTEN


@contextmanager
def _engine_errors_reported() -> Iterator[None]:
    """Report why an engine failed."""
    try:
        yield
    except EngineError as error:
        raise _EngineFailedError(str(error)) from error


def citable(items: Sequence[Reference], style: CslStyle, batch: Batch) -> Iterator[Reference]:
    """Yield the items that the engine prints correctly; report and count the others."""
    for remark in style.remarks if items else ():
        print_note(f"note: {remark.text(message_language())}")
    for item in items:
        if refusal := style.refusal(item):
            batch.report_unusable(f"{item.id}: {refusal.text(message_language())}")
        else:
            yield item


def texts(
    items: Sequence[Reference],
    style: CslStyle,
    shown: CitationOutput,
    *,
    in_list: bool,
    as_json: bool,
) -> Iterator[str]:
    """Print the citations of the items, as `cite` does in built-in styles."""
    if not items:
        return
    with _engine_errors_reported():
        if in_list and shown.part == "entry" and not as_json:
            yield citing.bibliography(items, style, markup=shown.markup)
            return
        arrangement: Arrangement = "list" if in_list else "single"
        for cited in citing.citations(items, style, arrangement=arrangement):
            text = cited.in_text if shown.part == "in-text" else cited.entry
            line = as_object(cited, str(cited.in_text)) if as_json else render(text, shown.markup)
            yield f"{line}\n"
