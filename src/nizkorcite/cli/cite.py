"""``nizkorcite cite``: citations of pages, records and entries of citation files."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

import click
from attrs import define, field

from nizkorcite import citing
from nizkorcite.cli.citations.output import CitationOutput, CitationPart
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import (
    is_verbose,
    print_note,
    quiet_option,
    verbose_option,
    with_count,
)
from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.options import (
    ListingOption,
    inputs_argument,
    jobs_option,
    output_options,
    supplied_options,
)
from nizkorcite.cli.inputs.references import (
    InputFormat,
    ReferenceLoader,
    each_work_once,
    format_option,
)
from nizkorcite.errors import EngineError, LocatorError, StyleError, UnknownNameError
from nizkorcite.files.kinds import INPUT_ENDINGS
from nizkorcite.files.listing import input_files
from nizkorcite.loading.documents import Supplied
from nizkorcite.locale.terms import CITATION_LANGUAGES, Lang
from nizkorcite.messages import Message
from nizkorcite.reference import Layers, Reference
from nizkorcite.reference.locators import read_locators
from nizkorcite.styles.rich_text import Markup

TYPE_CHECKING = False
if TYPE_CHECKING:  # loaded for CSL styles alone
    from nizkorcite.csl import CslStyle

_HELP = """
Cite saved pages, records and the entries of citation files (BibTeX, RIS ...).

An input is a page (HTML, text, or in another form as for `read`), a record (JSON, or YAML with the
extra yaml), a file of several records (JSON Lines, or a list), compressed (gzip) or not, a citation
file (.bib, .ris, CSL-JSON), a folder of these, or "-" for standard input. Other files are refused.

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
    cls=ListingOption,
    names=(*citing.STYLES, *citing.FORMATS),
    default="apa",
    metavar="STYLE",
    callback=lambda _context, _parameter, value: citing.style_name(value),
    help="{names}; or a CSL style: a .csl file, or the name of an installed one, such as mla, "
    "chicago, harvard, turabian, vancouver or ieee.",
)
@format_option
@click.option(
    "--layers",
    type=click.Choice(get_args(Layers)),
    default="both",
    help="Cite the republication and its original (both), or one of them.",
)
@click.option(
    "--lang",
    type=click.Choice(CITATION_LANGUAGES),
    help="Language of a style's terms; English, or a CSL style's own.",
)
@click.option(
    "--markup", type=click.Choice(get_args(Markup)), default="text", help="How to mark italics."
)
@click.option(
    "--in-text", "part", flag_value="in-text", help="Print the parenthetical citation: (A, 2017)."
)
@click.option(
    "--narrative",
    "part",
    flag_value="narrative",
    help="Print the narrative citation: A (2017).",
)
@click.option("--locator", metavar="PLACE", help="Place within the work: p. 5, párrs. 3-4, cap. 2.")
@click.option(
    "--bibliography",
    is_flag=True,
    help="Print one sorted list; equal citations get letters (2017a, 2017b).",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each citation.")
@click.option(
    "--copy",
    "to_clipboard",
    is_flag=True,
    help="Also copy the result to the clipboard; as HTML alone with --markup html, for Word.",
)
@jobs_option
@supplied_options
@quiet_option
@verbose_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    style: str,
    source: InputFormat,
    layers: Layers,
    lang: Lang | None,
    markup: Markup,
    part: CitationPart | None,
    locator: str | None,
    bibliography: bool,
    as_json: bool,
    to_clipboard: bool,
    jobs: int,
    supplied: Supplied,
    output: Output,
) -> int:
    """Cite pages, records and entries."""
    language = lang or click.get_current_context().find_root().params.get("lang")
    chosen = _open_style(style, language)
    shown = CitationOutput(
        style=style, markup=markup, lang=language or "en", locator=locator, part=part or "entry"
    )
    _refuse_unprintable(shown, chosen, lang)
    printed = []
    style_files = [style] if style.lower().endswith(".csl") else []
    with output.open(
        "json" if as_json else style, chain(input_files(names, INPUT_ENDINGS), style_files)
    ) as file:
        batch = Batch(names, INPUT_ENDINGS, jobs=jobs, is_watched=output.leaves_terminal_free)
        batch.refuse_for_many(url=supplied.url, id=supplied.id, locator=locator)
        found = ReferenceLoader(supplied=supplied, source=source, layers=layers).references(batch)
        if bibliography:
            found = each_work_once(found)
        if isinstance(chosen, str):
            advised = _with_advice(found, style, batch)
            texts = _texts(advised, shown, in_list=bibliography, as_json=as_json)
        else:
            from nizkorcite.cli.citations import csl  # others need no engine

            items = list(csl.citable([item for _, item in found], chosen, batch))
            texts = csl.texts(items, chosen, shown, in_list=bibliography, as_json=as_json)
        for text in texts:
            click.echo(text, file, nl=False)
            printed += [text] if to_clipboard else []
    if printed:
        _copy("".join(printed), as_html=markup == "html" and not as_json)
    return batch.finish()


def _copy(text: str, *, as_html: bool) -> None:
    from nizkorcite.cli.citations.clipboard import copy  # few look for a clipboard

    copy(text.removesuffix("\n"), as_html=as_html)


def _texts(
    items: Iterable[Reference], shown: CitationOutput, *, in_list: bool, as_json: bool
) -> Iterator[str]:
    """Cite references as they are loaded, or all together for a list."""
    is_format = citing.is_format(shown.style)
    if as_json:
        listed = in_list and not is_format
        objects = shown.listed_objects(list(items)) if listed else shown.objects(items)
        yield from (f"{each}\n" for each in objects)
    elif not (is_format or in_list):
        yield from (f"{line}\n" for line in shown.lines(items))
    elif found := list(items):
        yield from shown.listed(found)


def _open_style(style: str, lang: Lang | None) -> "str | CslStyle":
    try:
        return citing.load_style(style, locale=lang)
    except UnknownNameError as error:
        raise bad_value(_with_installation(error.message), "--style") from error
    except (StyleError, EngineError) as error:
        raise bad_value(error.message, "--style") from error


def _with_installation(problem: Message) -> Message:
    """Explain how to install CSL styles, if none are installed."""
    from nizkorcite.csl import installed_names  # only mistakes need it
    from nizkorcite.extras import install_command

    if installed_names():
        return problem
    return Message(
        "{problem}. No CSL styles are installed; {command}",
        problem=problem,
        command=install_command("csl"),
    )


def _refuse_unprintable(shown: CitationOutput, chosen: "str | CslStyle", lang: Lang | None) -> None:
    """Refuse options that the style does not support."""
    if lang and citing.is_format(chosen):
        raise usage_error(
            Message(
                '"{style}" has no translatable wording; --lang is for styles', style=shown.style
            )
        )
    is_plain = shown.part == "entry" and shown.locator is None
    if not is_plain and citing.is_format(chosen):
        raise usage_error(
            Message('"{style}" is a file format; it has no in-text citations', style=shown.style)
        )
    if shown.part == "narrative" and not isinstance(chosen, str) and chosen.has_notes:
        raise usage_error(
            Message('the style "{name}" has footnotes, no narrative citations', name=shown.style)
        )
    if shown.locator is not None and (misfit := _locator_problem(shown, shown.locator)):
        raise bad_value(misfit, "--locator")


def _locator_problem(shown: CitationOutput, locator: str) -> Message | None:
    """Explain why the locator cannot be printed, if so."""
    try:
        read_locators(locator)
    except LocatorError as error:
        return error.message
    try:
        if shown.part == "entry":
            citing.cite(_NOTHING, shown.style, locator=locator)
    except LocatorError as error:
        return Message("{problem} (--in-text, --style plain)", problem=error.message)
    return None


def _with_advice(
    items: Iterable[tuple[str, Reference]], style: str, batch: Batch
) -> Iterator[Reference]:
    """Yield the references; print the advice of the style on each input, or on a long run."""
    notes = _Notes()
    for name, reference in items:
        if name != notes.input_name and not batch.is_long:
            notes.print_all()
            notes = _Notes(name)
        for message in citing.advice(reference, style, lang=message_language()):
            notes.add(message, reference.id)
        yield reference
    notes.print_all()


@define
class _Notes:
    """
    Notes on the references of an input, each with the ids of its references.

    Attributes:
        input_name: The name of the input.
        ids: The notes, and for each the ids of the references.
    """

    input_name: str = ""
    ids: dict[str, list[str]] = field(factory=dict)

    def add(self, message: str, reference_id: str) -> None:
        self.ids.setdefault(message, []).append(reference_id)

    def print_all(self) -> None:
        for message, ids in self.ids.items():
            shown = ids if is_verbose() else ids[:1]
            for each in shown:
                note = Message("{name}: note: {problem}", name=each, problem=message)
                print_note(with_count(note, len(ids) - len(shown)))


_NOTHING = Reference(id="nothing", type="document")
