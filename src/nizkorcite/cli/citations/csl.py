"""Citations in CSL styles: one run of the engine for all items of a command."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from nizkorcite import citing
from nizkorcite.citing.reference_list import Arrangement
from nizkorcite.cli.citations.output import CitationOutput, objects_of_list
from nizkorcite.cli.console.exit_codes import UNWRITTEN
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_note
from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import InputReport
from nizkorcite.csl import CiteForm, CslStyle
from nizkorcite.errors import EngineError, LocatorError
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.reference.locators import read_locators
from nizkorcite.styles.rich_text import render


class _EngineFailedError(click.ClickException):
    """The engine returned no citations."""

    exit_code = UNWRITTEN


@contextmanager
def _engine_errors_reported() -> Iterator[None]:
    """Report why an engine failed, or a locator that the style does not print."""
    try:
        yield
    except LocatorError as error:
        raise bad_value(error.message, "--locator") from error
    except EngineError as error:
        raise _EngineFailedError(error.message.text(message_language())) from error


def citable(items: Sequence[Reference], style: CslStyle, batch: Batch) -> Iterator[Reference]:
    """Yield the items that the engine prints correctly; report and count the others."""
    for remark in style.remarks if items else ():
        print_note(Message("note: {problem}", problem=remark))
    for item in items:
        if refusal := style.refusal(item):
            line = Message("{name}: {problem}", name=item.id, problem=refusal)
            batch.report(InputReport(line=line, failure="faulty"), item.id)
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
        places = read_locators(shown.locator) if shown.locator else ()
        style = style.in_form(CiteForm(locators=places, is_narrative=shown.part == "narrative"))
        if in_list and shown.part == "entry" and not as_json:
            yield citing.bibliography(items, style, markup=shown.markup)
            return
        arrangement: Arrangement = "list" if in_list else "single"
        listed = citing.citations(items, style, arrangement=arrangement)
        if as_json:
            yield from (f"{line}\n" for line in objects_of_list(listed))
            return
        for cited in listed:
            text = cited.entry if shown.part == "entry" else cited.in_text
            yield f"{render(text, shown.markup)}\n"
