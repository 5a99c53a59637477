"""``nizkorcite convert``: records and files of citations from one format to another."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

import click

from nizkorcite.citing.conversion import TARGETS, Loss, convert
from nizkorcite.cli.console.exit_codes import say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.documents import About
from nizkorcite.cli.inputs.options import inputs_argument, output_options
from nizkorcite.cli.inputs.references import NAMES, Source, references
from nizkorcite.files.listing import input_files

_HELP = """
Convert records and files of citations, and name what the target cannot carry.

An input is what `cite` takes. The result has one entry for each input; records come one a line.

\b
Examples:
  nizkorcite convert refs.bib --to csl-json
  nizkorcite convert records/ --to biblatex -o refs.bib
  nizkorcite convert --report-loss putin.json --to bibtex
"""
_TARGETS = f"What to convert to (required): {', '.join(TARGETS)}."


@click.command("convert", help=_HELP)
@inputs_argument
@click.option("--to", type=click.Choice(TARGETS), metavar="FORMAT", help=_TARGETS)
@click.option(
    "--from",
    "source",
    type=click.Choice(get_args(Source)),
    default="auto",
    help="What the inputs are, where name and content do not tell it.",
)
@click.option(
    "--report-loss", is_flag=True, help="Name every value that is lost, on standard error."
)
@output_options
def command(
    names: tuple[str, ...], *, to: str | None, source: Source, report_loss: bool, output: Output
) -> int:
    """Convert inputs."""
    if to is None:  # click would list the targets one a line
        raise click.UsageError(f"the target is missing; add --to and one of {', '.join(TARGETS)}")
    with output.open(to, input_files(names, NAMES)) as file:
        batch = Batch(names, NAMES)
        items = [reference for _, reference in references(batch, About(), source, "both")]
        converted = convert(items, to)
        if items:
            click.echo(converted.text, file, nl=False)
    _tell(converted.losses, all_of_them=report_loss)
    return batch.finish("input")


def _tell(losses: Sequence[Loss], *, all_of_them: bool) -> None:
    if all_of_them:
        for loss in losses:
            say(loss.message.text(locale_language()))
    elif losses:
        members = Counter(loss.pointer.split("/")[1] for loss in losses)
        listed = ", ".join(f"{name} ({number})" for name, number in members.most_common(6))
        say(f"not carried: {listed}; --report-loss names every value")
