"""``nizkorcite convert``: records and citation files from one format to another."""

from collections import Counter
from collections.abc import Sequence

import click
from attrs import evolve

from nizkorcite.citing.conversion import TARGETS, WORKBOOK, Conversion, Loss, convert, unread_values
from nizkorcite.citing.equal_works import with_first
from nizkorcite.cli.console.language import language_option
from nizkorcite.cli.console.output_file import Output, write_binary
from nizkorcite.cli.console.standard_error import (
    is_quiet,
    print_message,
    print_note,
    quiet_option,
    verbose_option,
)
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.options import (
    ListingOption,
    inputs_argument,
    jobs_option,
    output_options,
    supplied_options,
)
from nizkorcite.cli.inputs.references import InputFormat, ReferenceLoader, format_option
from nizkorcite.errors import InputError
from nizkorcite.files.kinds import INPUT_ENDINGS
from nizkorcite.files.listing import input_files
from nizkorcite.loading.capture_paths import MissingPath, folder_of, missing_path_warnings
from nizkorcite.loading.documents import Supplied
from nizkorcite.messages import Message
from nizkorcite.reference import Reference

_HELP = """
Convert records and citation files, and report what the target cannot express.

The inputs are those of `cite`. The result has one entry for each page, record and entry; records
are printed one a line, and with -o have the paths of their pages.

\b
Examples:
  nizkorcite convert refs.bib --to csl-json
  nizkorcite convert records/ --to biblatex -o refs.bib
  nizkorcite convert records.jsonl --to xlsx -o records.xlsx
  nizkorcite convert --report-loss putin.json --to bibtex
"""


@click.command("convert", help=_HELP)
@inputs_argument
@click.option(
    "--to",
    cls=ListingOption,
    names=TARGETS,
    type=click.Choice(TARGETS),
    metavar="FORMAT",
    help="What to convert to (required): {names}.",
)
@format_option
@click.option(
    "--report-loss", is_flag=True, help="List every value that is lost, on standard error."
)
@jobs_option
@supplied_options
@language_option
@quiet_option
@verbose_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    to: str | None,
    source: InputFormat,
    report_loss: bool,
    jobs: int,
    supplied: Supplied,
    output: Output,
) -> int:
    """Convert inputs."""
    if to is None:  # click would list the targets one a line
        targets = ", ".join(TARGETS)
        raise usage_error(
            Message("the target is missing; add --to and one of {names}", names=targets)
        )
    with output.open(to, input_files(names, INPUT_ENDINGS)) as file:
        batch = Batch(names, INPUT_ENDINGS, jobs=jobs, is_watched=output.leaves_terminal_free)
        batch.refuse_for_many(url=supplied.url, id=supplied.id)
        folder = folder_of(output.name) if to == "record" else None
        loader = ReferenceLoader(supplied=evolve(supplied, base=folder), source=source)
        events = list(loader.events(batch))
        found = [(name, each) for name, each in events if isinstance(each, Reference)]
        items = [reference for _, reference in found]
        converted = _converted(items, to)
        if items and to == WORKBOOK:
            write_binary(file, converted.data)
        elif items:
            for text in converted.texts():
                click.echo(text, file, nl=False)
    missing = (each for _, each in events if isinstance(each, MissingPath))
    for warning in missing_path_warnings(missing, folder or ""):
        print_note(warning)
    if report_loss or not is_quiet():  # both take as long as the conversion
        _note_repetitions(found)
        unread = [each for _, each in events if not isinstance(each, Reference | MissingPath)]
        losses = (*unread_values(unread), *converted.losses)
        _list_losses(losses) if report_loss else _note_losses(losses)
    return batch.finish()


def _converted(items: Sequence[Reference], to: str) -> Conversion:
    try:
        return convert(items, to)
    except InputError as error:  # the extra for workbooks is missing
        raise usage_error(error.message) from error


def _note_repetitions(found: Sequence[tuple[str, Reference]]) -> None:
    inputs: dict[Reference, list[str]] = {}
    for name, item in found:
        inputs.setdefault(item, []).append(name)
    for item, names in inputs.items():
        if len(names) > 1:
            print_note(
                Message(
                    "{id}: note: {number} equal items in {inputs}; one is written",
                    id=item.id,
                    number=len(names),
                    inputs=", ".join(dict.fromkeys(names)),
                )
            )
    _note_equal_works([(inputs[item][0], item) for item in inputs])


def _note_equal_works(found: Sequence[tuple[str, Reference]]) -> None:
    """Note works of two inputs whose items differ, in their ids or keywords for example."""
    for name, item, first in with_first(found):
        if first is not None:
            print_note(
                Message(
                    "{id}: note: the same work is in {first} and {second}; both are written",
                    id=item.id,
                    first=first,
                    second=name,
                )
            )


def _list_losses(losses: Sequence[Loss]) -> None:
    for loss in losses:
        print_message(loss.message)


def _note_losses(losses: Sequence[Loss]) -> None:
    lost = [_member(loss.pointer) for loss in losses if not loss.to]
    if lost:
        listed = _numbered(lost)
        print_note(Message("lost: {fields}; list every value with --report-loss", fields=listed))
    moved = [f"{_member(loss.pointer)} → {_member(loss.to)}" for loss in losses if loss.to]
    if moved:
        listed = _numbered(moved)
        print_note(Message("moved: {fields}; list every value with --report-loss", fields=listed))


def _member(pointer: str) -> str:
    return pointer.split("/")[1]


def _numbered(names: Sequence[str]) -> str:
    """List the most frequent names, each with its number."""
    return ", ".join(f"{name} ({number})" for name, number in Counter(names).most_common(6))
