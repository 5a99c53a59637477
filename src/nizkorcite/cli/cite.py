"""``nizkorcite cite``: pages and records into citations."""

from collections.abc import Iterator
from typing import IO, get_args

import click

from nizkorcite import citing
from nizkorcite.cli.batch import Batch
from nizkorcite.cli.documents import About, load
from nizkorcite.cli.inputs import PAGE_NAMES, RECORD_NAMES, parts, say
from nizkorcite.cli.options import about_options, inputs_argument, output_option
from nizkorcite.errors import UnknownFormatError
from nizkorcite.model import Document
from nizkorcite.reference import Layers
from nizkorcite.styles.rich import Markup

_HELP = """
Cite saved pages and records.

An input is a page (HTML or text), a record (JSON), a file of records (JSON Lines), a folder of
these, or "-" for standard input.

\b
Examples:
  nizkorcite cite page.html
  nizkorcite cite --style bibtex record.json > refs.bib
  nizkorcite cite --layers original --markup html page.html
"""


@click.command("cite", help=_HELP)
@inputs_argument
@click.option("--style", default="apa", metavar="STYLE", help=f"{', '.join(citing.STYLES)}.")
@click.option(
    "--layers",
    type=click.Choice(get_args(Layers)),
    default="both",
    help="Tell the copy read and its original (both), or one of them.",
)
@click.option("--markup", type=click.Choice(get_args(Markup)), default="text", help="Italics.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document.")
@about_options
@output_option
def command(
    names: tuple[str, ...],
    *,
    style: str,
    layers: Layers,
    markup: Markup,
    as_json: bool,
    about: About,
    output: IO[str],
) -> int:
    """Cite pages and records."""
    _check_style(style)
    batch = Batch(names, PAGE_NAMES + RECORD_NAMES)
    batch.refuse_for_many(url=about.url, id=about.id)
    documents = _told(_documents(batch, about), style, layers)
    if as_json:
        for document in documents:
            click.echo(_json(document, style, layers, markup), output)
    elif citing.is_format(style):
        listed = list(documents)
        if listed:
            click.echo(citing.bibliography(listed, style, layers=layers), output, nl=False)
    else:
        for document in documents:
            click.echo(citing.cite(document, style, layers=layers, markup=markup), output)
    return batch.finish("input")


def _check_style(style: str) -> None:
    try:
        citing.is_format(style)
    except UnknownFormatError as error:
        raise click.BadParameter(str(error), param_hint="--style") from error


def _documents(batch: Batch, about: About) -> Iterator[Document]:
    for each in batch:
        for part in parts(each):
            with batch.guard(part):
                document, warnings = load(part, about)
                for message in warnings:
                    say(f"{part.name}: warning: {message}")
                yield document


def _told(documents: Iterator[Document], style: str, layers: Layers) -> Iterator[Document]:
    """The documents, each with what the style has to say of it."""
    for document in documents:
        for message in citing.advice(document, style, layers=layers):
            say(f"{document.id}: note: {message}")
        yield document


def _json(document: Document, style: str, layers: Layers, markup: Markup) -> str:
    import json  # slow to load, and most citations are no JSON

    cited = {
        "id": document.id,
        "style": style,
        "text": citing.cite(document, style, layers=layers, markup=markup),
        "in_text": citing.in_text(document, style, layers=layers, markup=markup),
    }
    return json.dumps({name: value for name, value in cited.items() if value}, ensure_ascii=False)
