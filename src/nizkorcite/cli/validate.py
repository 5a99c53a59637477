"""``nizkorcite validate``: every fault of records with its place."""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, get_args

import click

from nizkorcite.bulk.checked import ENDINGS, Checked
from nizkorcite.bulk.validation import check
from nizkorcite.cli.console.config_file import settings_files, settings_option
from nizkorcite.cli.console.exit_codes import say
from nizkorcite.cli.console.language import language_option
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.findings.reports import FORMATS, Setting, report_in
from nizkorcite.cli.findings.selection import Choice, Limit, choice_options, not_shown
from nizkorcite.cli.findings.summary import Tally
from nizkorcite.cli.inputs.options import inputs_argument, output_options
from nizkorcite.files.listing import input_files, unreadable
from nizkorcite.findings import Severity
from nizkorcite.messages import Language
from nizkorcite.validation import Profile, Validator

_HELP = """
Check records and name every fault with its place.

An input is a record (JSON, or YAML with the extra yaml), a file of records (JSON Lines, or a list),
each compressed (gzip) or not, a folder of these, or "-" for standard input. Every line has the form
"path:line:column: severity CODE message (hint)"; `nizkorcite explain CODE` explains the rule. Exit
codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage, 3 an input could not be read, 4 an
output could not be written.

Options can be set in the table [validate] of nizkorcite.toml, or [tool.nizkorcite.validate] of
pyproject.toml, in the working folder or one above it.

\b
Examples:
  nizkorcite validate records/
  nizkorcite validate --frame --profile complete putin.json
  nizkorcite validate --format sarif -o findings.sarif records/
  nizkorcite validate --jobs 4 all.jsonl.gz
  nizkorcite validate --across --files archive/
  nizkorcite validate --fix records/            show what can be mended
  nizkorcite read page.html | nizkorcite validate -
"""


@click.command("validate", help=_HELP)
@inputs_argument
@click.option(
    "--profile",
    type=click.Choice(get_args(Profile)),
    default="base",
    help="What must be there: base, or all that a complete record has.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="The form of the report.",
)
@click.option("--frame/--no-frame", help="Show the line of each finding (text only).")
@choice_options
@click.option("--schema-only", is_flag=True, help="Skip the rules beyond the schema (NZ2xx).")
@click.option(
    "--across/--no-across", help="Compare the records of all inputs with each other (NZ3xx)."
)
@click.option(
    "--files/--no-files", help="Compare each record with the files that it names (NZ212, NZ23x)."
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="With --files: paths start from this folder, not from that of the record.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Use N processes."
)
@click.option("--fix", is_flag=True, help="Show as a diff what can be mended without a choice.")
@click.option("--write", is_flag=True, help="With --fix: write the changes into the files.")
@language_option
@settings_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    profile: Profile,
    form: str,
    frame: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: Severity,
    strict: bool,
    max_findings: int | None,
    schema_only: bool,
    across: bool,
    files: bool,
    base: str | None,
    jobs: int,
    fix: bool,
    write: bool,
    lang: Language,
    output: Output,
) -> int:
    """Check records."""
    validator = Validator(
        profile=profile, lang=lang, schema_only=schema_only, files=files, base=base
    )
    choice = Choice(select=select, ignore=ignore, level=level, strict=strict)
    if write and not fix:
        raise click.UsageError("--write is for --fix")
    if base is not None and not files:
        raise click.UsageError("--base is for --files")
    if fix and form != "text":
        raise click.UsageError("--fix prints a diff; it has no other --format")
    inputs = chain(input_files(names, ENDINGS), settings_files())
    with output.open("diff" if fix else form, inputs) as file:
        file.write("")  # a file of an earlier run is written anew, also where nothing is found
        if fix:
            from nizkorcite.cli.findings.fix import fix_files

            return fix_files(names, choice, validator, file, write=write)
        run = _run(names, validator, jobs, across=across)
        tally, limit = Tally.across() if across else Tally(), Limit(max_findings)
        checked = limit.of(tally.watched(choice.of(_told(run, lang))))
        setting = Setting(
            lang=lang,
            profile=profile,
            tally=tally,
            frame=frame,
            colour=_is_coloured(file),
        )
        for piece in report_in(form)(checked, setting):
            file.write(piece)
        _close(limit, tally, lang)
        return tally.exit_code


def _run(
    names: tuple[str, ...], validator: Validator, jobs: int, *, across: bool
) -> Iterator[Checked]:
    """Every checked record; on a terminal, how far the run has come."""
    together = progress = None
    if across:
        from nizkorcite.bulk.collection import Across  # only who asks for it needs it

        together = Across(validator.lang)
    if sys.stderr.isatty():
        from nizkorcite.cli.findings.progress import Progress

        progress = Progress(names, validator.lang)
    counted = progress.pieces if progress else None
    checked = check(names, validator, jobs=jobs, across=together, counted=counted)
    watched = progress.records(checked) if progress else checked
    if not validator.files:
        return watched
    from nizkorcite.bulk.file_summary import with_file_summary  # only who compares files needs it

    return with_file_summary(watched, names, validator.lang)


def _told(checked: Iterable[Checked], lang: Language) -> Iterator[Checked]:
    """The same records; what could not be read is told as it comes."""
    for each in checked:
        if each.problem is not None:
            say(unreadable(each.name, each.problem).text(lang))
        yield each


def _is_coloured(output: IO[str]) -> bool:
    """Colours are for terminals alone (no-color.org)."""
    return output.isatty() and not os.environ.get("NO_COLOR") and sys.platform != "win32"


def _close(limit: Limit, tally: Tally, lang: Language) -> None:
    """Tell what was left out, and the sum."""
    if limit.left:
        say(not_shown(limit.left).text(lang))
    if tally.sum:
        say(tally.sum.text(lang))
