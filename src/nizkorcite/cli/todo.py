"""``nizkorcite todo``: what is missing or doubtful, a row for each record."""

from collections.abc import Iterator, Sequence

import click
from attrs import define

from nizkorcite.cli.console.exit_codes import UNREADABLE
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_message, print_note, quiet_option
from nizkorcite.cli.findings.worklist import WORKLISTS, OpenQuestions, iter_open_questions
from nizkorcite.cli.inputs.options import inputs_argument, output_options
from nizkorcite.errors import InputError
from nizkorcite.files.kinds import RECORD_ENDINGS
from nizkorcite.files.listing import PassedOver, input_files, problem_with, unreadable
from nizkorcite.loading.inputs import Unreadable, list_inputs
from nizkorcite.messages import Message
from nizkorcite.validation import Validator

_HELP = """
List the records in which something is missing or doubtful, with file, id and title.

Missing is what a full citation of both layers needs (the profile complete); doubtful is every other
finding of `validate`. The table (--format csv) can be filled in and given to `nizkorcite set`: add
a column for each field, such as original-date, and fill in what you know.

\b
Examples:
  nizkorcite todo records/
  nizkorcite todo records.jsonl --format csv -o todo.csv
  nizkorcite set records.jsonl --from todo.csv --write
"""


@click.command("todo", help=_HELP)
@inputs_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(WORKLISTS)),
    default="text",
    help="Format of the list.",
)
@language_option
@quiet_option
@output_options
def command(names: tuple[str, ...], *, form: str, output: Output) -> int:
    """List open questions."""
    lang = message_language()
    run = _Run(Validator(profile="complete", lang=lang))
    with output.open(form, input_files(names, RECORD_ENDINGS)) as file:
        file.write("")  # an earlier list is replaced even if nothing is open
        for piece in WORKLISTS[form](run.open_questions(names), lang):
            file.write(piece)
    print_note(Message("records with open questions: {number}", number=run.number))
    return UNREADABLE if run.is_any_unreadable else 0


@define
class _Run:
    """
    A run over files of records.

    Attributes:
        validator: Finds what is missing or doubtful.
        number: The number of records with open questions so far.
        is_any_unreadable: Whether an input could not be read.
    """

    validator: Validator
    number: int = 0
    is_any_unreadable: bool = False

    def open_questions(self, names: Sequence[str]) -> Iterator[OpenQuestions]:
        """Yield the open questions of all records; report inputs that cannot be read."""
        passed_over = PassedOver()
        for each in (each.read() for each in list_inputs(names, RECORD_ENDINGS, passed_over)):
            if isinstance(each, Unreadable):
                self._report(each.name, each.problem)
                continue
            try:
                for found in iter_open_questions(each, self.validator):
                    self.number += 1
                    yield found
            except InputError as error:
                self._report(each.name, problem_with(each.name, error))
        for note in passed_over.notes():
            print_note(note)

    def _report(self, name: str, problem: Message) -> None:
        self.is_any_unreadable = True
        print_message(unreadable(name, problem))
