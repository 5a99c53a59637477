"""``nizkorcite cite``: pages, records and files of citations into citations."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

import click

from nizkorcite import citing
from nizkorcite.cli.citations.output import Manner, Part
from nizkorcite.cli.console.exit_codes import say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.documents import About
from nizkorcite.cli.inputs.options import about_options, inputs_argument, output_options
from nizkorcite.cli.inputs.references import NAMES, Source, references
from nizkorcite.errors import EngineError, LocatorError, StyleError, UnknownFormatError
from nizkorcite.files.listing import input_files
from nizkorcite.locale.terms import CITATION_LANGUAGES, Lang
from nizkorcite.reference import Layers, Reference
from nizkorcite.reference.locators import read_locators
from nizkorcite.styles.rich_text import Markup

TYPE_CHECKING = False
if TYPE_CHECKING:  # loaded for CSL styles alone
    from nizkorcite.csl import CslStyle

_HELP = """
Cite saved pages, records and the entries of BibTeX, RIS and CSL-JSON files.

An input is a page (HTML or text), a record (JSON, or YAML with the extra yaml), a file of records
(JSON Lines, or a list; compressed or not), a file of citations (.bib, .ris, CSL-JSON), a folder of
these, or "-" for standard input. What is none of these is refused.

\b
Examples:
  nizkorcite cite page.html
  nizkorcite cite --style bibtex record.json > refs.bib
  nizkorcite cite --in-text --locator "p. 5" page.html
  nizkorcite cite --style plain --lang es --copy page.html
  nizkorcite cite --bibliography --markup html refs.bib records/
  nizkorcite cite --from csl-json --json items.json
  nizkorcite cite --style modern-language-association page.html
"""


@click.command("cite", help=_HELP)
@inputs_argument
@click.option(
    "--style",
    default="apa",
    metavar="STYLE",
    help=f"{', '.join((*citing.STYLES, *citing.FORMATS))}; or a CSL style: a .csl file, or the "
    "name of an installed one.",
)
@click.option(
    "--from",
    "source",
    type=click.Choice(get_args(Source)),
    default="auto",
    help="What the inputs are, where name and content do not tell it.",
)
@click.option(
    "--layers",
    type=click.Choice(get_args(Layers)),
    default="both",
    help="Cite the republication and its original (both), or one of them.",
)
@click.option(
    "--lang",
    type=click.Choice(CITATION_LANGUAGES),
    help="The language of a style's words; English, or a CSL style's own.",
)
@click.option(
    "--markup", type=click.Choice(get_args(Markup)), default="text", help="How italics are marked."
)
@click.option(
    "--in-text", "part", flag_value="in-text", help="The citation in parentheses: (A, 2017)."
)
@click.option(
    "--narrative", "part", flag_value="narrative", help="The citation within a sentence: A (2017)."
)
@click.option(
    "--locator", metavar="PLACE", help="A place within the work: p. 5, párrs. 3-4, cap. 2."
)
@click.option(
    "--bibliography",
    is_flag=True,
    help="One sorted list; equal citations get letters (2017a, 2017b).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a citation.")
@click.option(
    "--copy",
    "to_clipboard",
    is_flag=True,
    help="Also put the result on the clipboard; as HTML with --markup html.",
)
@about_options
@output_options
def command(
    names: tuple[str, ...],
    *,
    style: str,
    source: Source,
    layers: Layers,
    lang: Lang | None,
    markup: Markup,
    part: Part | None,
    locator: str | None,
    bibliography: bool,
    as_json: bool,
    to_clipboard: bool,
    about: About,
    output: Output,
) -> int:
    """Cite pages, records and entries."""
    chosen = _opened(style, lang)
    manner = Manner(
        style=style, markup=markup, lang=lang or "en", locator=locator, part=part or "entry"
    )
    _check(manner, chosen, lang)
    printed = []
    style_files = [style] if style.lower().endswith(".csl") else []
    with output.open(
        "json" if as_json else style, chain(input_files(names, NAMES), style_files)
    ) as file:
        batch = Batch(names, NAMES)
        batch.refuse_for_many(url=about.url, id=about.id, locator=locator)
        found = references(batch, about, source, layers)
        if isinstance(chosen, str):
            texts = _texts(_told(found, style), manner, in_list=bibliography, as_json=as_json)
        else:
            from nizkorcite.cli.citations import csl  # others need no engine

            items = list(csl.citable([item for _, item in found], chosen, batch))
            texts = csl.texts(items, chosen, manner, in_list=bibliography, as_json=as_json)
        for text in texts:
            click.echo(text, file, nl=False)
            printed += [text] if to_clipboard else []
    if printed:
        _copy("".join(printed), as_html=markup == "html" and not as_json)
    return batch.finish("input")


def _copy(text: str, *, as_html: bool) -> None:
    from nizkorcite.cli.citations.clipboard import copy  # few look for a clipboard

    copy(text.removesuffix("\n"), as_html=as_html)


def _texts(
    items: Iterable[Reference], manner: Manner, *, in_list: bool, as_json: bool
) -> Iterator[str]:
    """What is printed, as it comes; a list and a file need all items first."""
    is_format = citing.is_format(manner.style)
    if as_json:
        listed = in_list and not is_format
        objects = manner.listed_objects(list(items)) if listed else manner.objects(items)
        yield from (f"{each}\n" for each in objects)
    elif not (is_format or in_list):
        yield from (f"{line}\n" for line in manner.lines(items))
    elif found := list(items):
        yield manner.listed(found)


def _opened(style: str, lang: Lang | None) -> "str | CslStyle":
    try:
        return citing.load_style(style, locale=lang)
    except UnknownFormatError as error:
        raise click.BadParameter(f"{error}{_missing_styles()}", param_hint="--style") from error
    except (StyleError, EngineError) as error:
        raise click.BadParameter(str(error), param_hint="--style") from error


def _missing_styles() -> str:
    """What to do where no CSL styles are installed, among which the one asked for may be."""
    from nizkorcite.csl import INSTALL_COMMAND, installed_names  # only mistakes need it

    return "" if installed_names() else f". No CSL styles are installed; {INSTALL_COMMAND}"


def _check(manner: Manner, chosen: "str | CslStyle", lang: Lang | None) -> None:
    """Refuse what no reference could be printed in."""
    if lang and citing.is_format(chosen):
        problem = f'"{manner.style}" is a format for programs, whose words are in one language'
        raise click.UsageError(f"{problem}; --lang is for styles")
    is_plain = manner.part == "entry" and manner.locator is None
    if not is_plain and citing.is_format(chosen):
        problem = f'"{manner.style}" is a format for programs, which has no citations in a text'
        raise click.UsageError(problem)
    if not isinstance(chosen, str) and (manner.part == "narrative" or manner.locator is not None):
        problem = "--narrative and --locator are for the styles built in: apa, plain, short"
        raise click.UsageError(problem)
    if manner.locator is not None and (fault := _locator_fault(manner, manner.locator)):
        raise click.BadParameter(fault, param_hint="--locator")


def _locator_fault(manner: Manner, locator: str) -> str | None:
    """Why the locator cannot be printed, in words; nothing where it can."""
    try:
        read_locators(locator)
    except LocatorError as error:
        return str(error)
    try:
        if manner.part == "entry":
            citing.cite(_NOTHING, manner.style, locator=locator)
    except LocatorError as error:
        return f"{error} (--in-text, --style plain)"
    return None


def _told(items: Iterable[tuple[str, Reference]], style: str) -> Iterator[Reference]:
    """The references, each with what the style has to say of it."""
    for _name, reference in items:
        for message in citing.advice(reference, style, lang=locale_language()):
            say(f"{reference.id}: note: {message}")
        yield reference


_NOTHING = Reference(id="nothing", type="document")
