"""``nizkorcite validate``: findings in records, each with its place."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import IO, TYPE_CHECKING, get_args

import click

from nizkorcite.bulk.checked import Checked
from nizkorcite.bulk.validation import check_inputs
from nizkorcite.cli.console.config_file import (
    beside_settings,
    is_from_settings,
    named_option,
    settings_files,
    settings_option,
)
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.cli.findings.reports import REPORTS, ReportSettings, report_in
from nizkorcite.cli.findings.selection import (
    Limit,
    Selection,
    hidden_by,
    not_shown,
    selection_options,
)
from nizkorcite.cli.findings.summary import Summary
from nizkorcite.cli.inputs.options import inputs_argument, jobs_option, output_options
from nizkorcite.errors import InputError, problem_of
from nizkorcite.faults import Severity
from nizkorcite.files.kinds import RECORD_ENDINGS
from nizkorcite.files.listing import PassedOver, input_files, unreadable
from nizkorcite.messages import Message
from nizkorcite.validation import Profile, Validator

if TYPE_CHECKING:  # few runs fix
    from nizkorcite.cli.findings.fix import Fixer

_HELP = """
Check records and show where each problem is.

An input is a record (JSON, or YAML with the extra yaml), a file of several records (JSON Lines, or
a list), compressed (gzip) or not, a folder of these, or "-" for standard input. Each line has the
form "path:line:column: severity CODE message (hint) [id members]"; `nizkorcite explain CODE`
explains the rule.
Exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage, 3 an input could not be read,
4 an output could not be written.

Options can be set in the table [validate] of nizkorcite.toml, or [tool.nizkorcite.validate] of
pyproject.toml, in the working folder or one above it in the same repository.

\b
Examples:
  nizkorcite validate records/
  nizkorcite validate --frame --profile complete putin.json
  nizkorcite validate --format sarif -o findings.sarif records/
  nizkorcite validate --jobs 4 all.jsonl.gz
  nizkorcite validate --group-by code records/
  nizkorcite validate --across --files archive/
  nizkorcite validate --extensions own.schema.json records/
  nizkorcite validate --fix records/            show what can be fixed
  nizkorcite read page.html | nizkorcite validate -
"""


@click.command("validate", help=_HELP)
@inputs_argument
@click.option(
    "--profile",
    type=click.Choice(get_args(Profile)),
    default="base",
    help="Required fields: base, or those of a complete record.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    default="text",
    help="Format of the report.",
)
@click.option(
    "--group-by",
    type=click.Choice(["code"]),
    help="Count the findings by code and member instead of listing them (text only).",
)
@click.option("--frame/--no-frame", help="Show the line of each finding (text only).")
@selection_options
@click.option("--schema-only", is_flag=True, help="Skip the rules beyond the schema (NZ2xx).")
@click.option(
    "--across/--no-across", help="Compare the records of all inputs with each other (NZ3xx)."
)
@click.option(
    "--files/--no-files", help="Compare each record with the files it names (NZ212, NZ23x)."
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="With --files: folder that paths start from, instead of that of the record.",
)
@click.option(
    "--extensions",
    metavar="FILE",
    help="JSON Schema for the fields of your own, x_... (NZ114).",
)
@jobs_option
@click.option("--fix", is_flag=True, help="Show as a diff what can be fixed without your decision.")
@click.option("--write", is_flag=True, help="With --fix: write the changes into the files.")
@language_option
@settings_option
@quiet_option
@output_options
def command(
    names: tuple[str, ...],
    *,
    profile: Profile,
    form: str,
    group_by: str | None,
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
    extensions: str | None,
    jobs: int,
    fix: bool,
    write: bool,
    output: Output,
) -> int:
    """Check records."""
    if group_by and (form != "text" or fix):
        raise usage_error(Message("--group-by counts findings in text; it has no other --format"))
    _refuse_conflicts(form=form, fix=fix, write=write, files=files, base=base, names=names)
    extensions = beside_settings("extensions", extensions)
    try:
        validator = Validator(
            profile=profile,
            lang=message_language(),
            schema_only=schema_only,
            files=files,
            base=base,
            extensions=extensions,
            output=None if output.name == "-" else output.name,
        )
    except OSError as error:
        raise usage_error(_unusable_schema(extensions or "", error)) from error
    selection = Selection(select=select, ignore=ignore, level=level, strict=strict)
    click.get_current_context().call_on_close(partial(_note_hidden, selection, schema_only))
    inputs = chain(
        input_files(names, RECORD_ENDINGS), settings_files(), [extensions] if extensions else []
    )
    if fix:
        from nizkorcite.cli.findings.fix import Fixer

        return _run_fixer(Fixer(validator, selection), names, inputs, output, is_writing=write)
    with output.open(form, inputs) as file:
        file.write("")  # an earlier output is replaced even if nothing is found
        summary, limit = Summary.of_collection() if across else Summary(), Limit(max_findings)
        passed_over = PassedOver()
        run = _checked(names, validator, jobs, passed_over, across=across)
        checked = limit.apply(summary.count(selection.apply(_with_problems_reported(run))))
        settings = ReportSettings(
            lang=validator.lang,
            profile=profile,
            summary=summary,
            frame=frame,
            colour=_is_coloured(file),
        )
        for piece in report_in(form, is_grouped=bool(group_by))(checked, settings):
            file.write(piece)
        file.flush()  # a closed pipe ends the run before the sum is printed
        if limit.exceeded_by:
            print_message(_beyond_limit(limit.exceeded_by))
        for message in (*passed_over.notes(), summary.message):
            if message:
                print_note(message)
        return summary.exit_code


def _unusable_schema(name: str, error: OSError) -> Message:
    if isinstance(error, InputError):
        return error.message
    return unreadable(name, problem_of(error))


def _run_fixer(
    fixer: "Fixer",
    names: tuple[str, ...],
    inputs: Iterable[str],
    output: Output,
    *,
    is_writing: bool,
) -> int:
    """Write the diff of the fixes, whole before the first file changes; return the exit code."""
    with output.open("diff", inputs) as file:
        file.write("")  # an earlier output is replaced even if there is nothing to fix
        if not is_writing:
            return fixer.show(names, file)
        fixer.plan(names, file)
    return fixer.write(names)


def _note_hidden(selection: Selection, schema_only: bool) -> None:  # noqa: FBT001 - for partial
    """Note the findings that options hide, and the rules that settings skip."""
    for option, number in selection.hidden.items():
        print_note(hidden_by(named_option(option), number))
    if schema_only and is_from_settings("schema_only"):
        cause = named_option("schema_only")
        print_note(Message("the rules beyond the schema are skipped: {cause}", cause=cause))


def _refuse_conflicts(
    *, form: str, fix: bool, write: bool, files: bool, base: str | None, names: Sequence[str]
) -> None:
    if write and not fix:
        raise usage_error(Message("{option} is for {other}", option="--write", other="--fix"))
    if base is not None and not files:
        raise usage_error(Message("{option} is for {other}", option="--base", other="--files"))
    if fix and form != "text":
        raise usage_error(Message("--fix prints a diff; it has no other --format"))
    if write and "-" in names:
        raise usage_error(Message("standard input cannot be rewritten; leave out --write"))


def _beyond_limit(number: int) -> Message:
    if is_from_settings("max_findings"):
        return hidden_by(named_option("max_findings"), number)
    return not_shown(number)


def _checked(
    names: Sequence[str],
    validator: Validator,
    jobs: int,
    passed_over: PassedOver,
    *,
    across: bool,
) -> Iterator[Checked]:
    """Check every record; on a terminal, show the progress."""
    collection = progress = None
    if across:
        from nizkorcite.bulk.collection import InputCollection  # few runs compare records

        collection = InputCollection(validator.lang)
    if sys.stderr.isatty():
        from nizkorcite.cli.findings.progress import Progress

        progress = Progress(names, validator.lang)
    checked = check_inputs(
        names,
        validator,
        jobs=jobs,
        collection=collection,
        watch=progress.pieces if progress else None,
        passed_over=passed_over,
    )
    watched = progress.records(checked) if progress else checked
    if not validator.files:
        return watched
    from nizkorcite.bulk.file_summary import with_file_summary  # few runs compare files

    return with_file_summary(watched, names, validator.lang)


def _with_problems_reported(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Report inputs that cannot be read as they come."""
    for each in checked:
        if each.problem is not None:
            print_message(unreadable(each.name, each.problem))
        yield each


def _is_coloured(output: IO[str]) -> bool:
    """Check for a terminal whose user wants colours (no-color.org)."""
    return output.isatty() and not os.environ.get("NO_COLOR") and sys.platform != "win32"
