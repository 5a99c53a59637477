"""``nizkorcite cite``: pages, records and files of citations into citations."""

from collections.abc import Iterable, Iterator
from typing import IO, get_args

import click

from nizkorcite import citing
from nizkorcite.cli.batch import Batch
from nizkorcite.cli.documents import About
from nizkorcite.cli.inputs import say
from nizkorcite.cli.options import about_options, inputs_argument, output_option
from nizkorcite.cli.references import NAMES, Source, references
from nizkorcite.errors import EngineError, StyleError, UnknownFormatError
from nizkorcite.reference import Layers, Reference
from nizkorcite.styles.rich import Markup

TYPE_CHECKING = False
if TYPE_CHECKING:  # loaded for CSL styles alone
    from nizkorcite.csl import CslStyle

_HELP = """
Cite saved pages, records and the entries of BibTeX, RIS and CSL-JSON files.

An input is a page (HTML or text), a record (JSON), a file of records (JSON Lines), a file of
citations (.bib, .ris, CSL-JSON), a folder of these, or "-" for standard input.

\b
Examples:
  nizkorcite cite page.html
  nizkorcite cite --style bibtex record.json > refs.bib
  nizkorcite cite --bibliography --markup html refs.bib records/
  nizkorcite cite --from csl-json --json items.json
  nizkorcite cite --style modern-language-association page.html    (any CSL style; see "styles")
"""


@click.command("cite", help=_HELP)
@inputs_argument
@click.option(
    "--style",
    default="apa",
    metavar="STYLE",
    help=f"{', '.join(citing.STYLES)}; or a CSL style: a .csl file, or an installed one's name.",
)
@click.option(
    "--from",
    "source",
    type=click.Choice(get_args(Source)),
    default="auto",
    help="What the inputs are, where name and content do not tell.",
)
@click.option(
    "--layers",
    type=click.Choice(get_args(Layers)),
    default="both",
    help="Tell the copy read and its original (both), or one of them.",
)
@click.option("--markup", type=click.Choice(get_args(Markup)), default="text", help="Italics.")
@click.option(
    "--bibliography", is_flag=True, help="One sorted list, equal citations told apart by letters."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a citation.")
@about_options
@output_option
def command(
    names: tuple[str, ...],
    *,
    style: str,
    source: Source,
    layers: Layers,
    markup: Markup,
    bibliography: bool,
    as_json: bool,
    about: About,
    output: IO[str],
) -> int:
    """Cite pages, records and entries."""
    chosen = _opened(style)
    is_format = citing.is_format(chosen)
    batch = Batch(names, NAMES)
    batch.refuse_for_many(url=about.url, id=about.id)
    if not isinstance(chosen, str):
        from nizkorcite.cli.csl import citable, cited_each, engine_told  # others need no engine

        found = [item for _name, item in references(batch, about, source, layers)]
        with engine_told():
            cited = list(citable(found, chosen, batch))
            if bibliography:
                _list(cited, chosen, markup, output, as_json=as_json)
            else:
                for each in cited_each(cited, chosen):
                    click.echo(_object(each) if as_json else getattr(each, markup), output)
        return batch.finish("input")
    items = _told(references(batch, about, source, layers), style)
    if is_format and not as_json:
        listed = list(items)
        if listed:
            click.echo(citing.bibliography(listed, style), output, nl=False)
    elif bibliography and not is_format:
        _list(list(items), style, markup, output, as_json=as_json)
    else:
        for item in items:
            click.echo(
                _json(item, style) if as_json else citing.cite(item, style, markup=markup), output
            )
    return batch.finish("input")


def _opened(style: str) -> "str | CslStyle":
    try:
        return citing.opened(style)
    except (UnknownFormatError, StyleError, EngineError) as error:
        raise click.BadParameter(str(error), param_hint="--style") from error


def _told(items: Iterable[tuple[str, Reference]], style: str) -> Iterator[Reference]:
    """The references, each with what the style has to say of it."""
    for _name, reference in items:
        for message in citing.advice(reference, style):
            say(f"{reference.id}: note: {message}")
        yield reference


def _list(
    items: list[Reference],
    style: citing.StyleName,
    markup: Markup,
    output: IO[str],
    *,
    as_json: bool,
) -> None:
    if as_json:
        for each in citing.citations(items, style):
            click.echo(_object(each), output)
    elif items:
        click.echo(citing.bibliography(items, style, markup=markup), output, nl=False)


def _json(item: Reference, style: str) -> str:
    if citing.is_format(style):
        return _dumped({"id": item.id, "style": style, "text": citing.cite(item, style)})
    (cited,) = citing.citations([item], style)
    return _object(cited)


def _object(cited: citing.Citation) -> str:
    members = ("id", "style", "text", "html", "in_text")
    return _dumped({name: getattr(cited, name) for name in members})


def _dumped(members: dict[str, str]) -> str:
    import json  # slow to load, and most citations are no JSON

    return json.dumps(members, ensure_ascii=False)
