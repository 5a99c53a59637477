"""``nizkorcite validate --fix``: fixes shown as a diff, and written to the files on request."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import BytesIO
from typing import IO

from attrs import define, field

from nizkorcite.bulk.checked import Checked, Piece, check_piece
from nizkorcite.bulk.file_summary import with_file_summary
from nizkorcite.bulk.fixing import fixed_file
from nizkorcite.cli.console.exit_codes import FAULTY, UNWRITTEN
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_message, print_note
from nizkorcite.cli.findings.selection import Selection
from nizkorcite.cli.findings.summary import Summary
from nizkorcite.display import visible
from nizkorcite.errors import InputError, problem_of
from nizkorcite.files.atomic import replace_unchanged
from nizkorcite.files.kinds import HEAD, RECORD_ENDINGS, refuse_unless_record
from nizkorcite.files.listing import passed_over_note, problem_with, unreadable
from nizkorcite.loading.inputs import Input, Unreadable, list_inputs
from nizkorcite.messages import Message
from nizkorcite.validation import Validator
from nizkorcite.validation.input.splitter import chunks


@define
class Fixer:
    """
    Fix the files of a run.

    Attributes:
        validator: The validator.
        selection: The findings to fix, and to report if they remain.
        output: The file that the diff is written to.
        is_writing: Whether the files are changed too.
    """

    validator: Validator
    selection: Selection
    output: IO[str]
    is_writing: bool
    _unwritten: int = field(default=0, init=False)
    _pending: int = field(default=0, init=False)

    def run(self, names: Sequence[str]) -> int:
        """
        Fix files and folders; report the remaining findings on standard error.

        Returns:
            The exit code: 1 if a file has errors or is not fixed yet, 3 if an input could not be
            read, 4 if a file could not be written.
        """
        summary, passed_over = Summary(), Counter[str]()
        checked = self._remaining(names, passed_over)
        if self.validator.files:
            checked = with_file_summary(checked, names, self.validator.lang)
        for each in summary.count(self.selection.apply(checked)):
            if each.problem is not None:
                print_message(unreadable(each.name, each.problem))
            for finding in each.findings:
                print_message(finding.text(self.validator.lang))
        if skipped := passed_over_note(passed_over):
            print_note(skipped)
        if summary.message:
            print_note(summary.message)
        return UNWRITTEN if self._unwritten else summary.exit_code or (FAULTY * bool(self._pending))

    def _remaining(self, names: Sequence[str], passed_over: Counter[str]) -> Iterator[Checked]:
        """Fix each file, and yield its records as they are afterwards."""
        for listed in list_inputs(names, RECORD_ENDINGS, passed_over):
            try:
                yield from self._fixed(listed.read())
            except InputError as error:  # a page, or YAML, which needs an extra
                yield Checked(name=listed.name, problem=problem_with(listed.name, error))

    def _fixed(self, each: Input | Unreadable) -> Iterator[Checked]:
        if isinstance(each, Unreadable):
            yield Checked(name=each.name, problem=each.problem)
            return
        if each.is_compressed:
            problem = Message("it is compressed; decompress it before --fix")
            yield Checked(name=each.name, problem=problem)
            return
        refuse_unless_record(each.name, each.data[:HEAD])
        fixed = fixed_file(each.name, each.data, self.validator, self.selection.select_from)
        self.output.writelines(_diff(each, fixed))
        if fixed != each.data:
            fixed = self._write(each, fixed)
        for chunk in chunks(BytesIO(fixed), each.name):
            yield from check_piece(self.validator, Piece(each.name, chunk, 0))

    def _write(self, each: Input, fixed: bytes) -> bytes:
        """Replace a file on request; return the content of the file to check."""
        if not self.is_writing:
            self._pending += 1
            return fixed
        try:
            replace_unchanged(each.name, each.data, fixed)
        except OSError as error:
            self._unwritten += 1
            name = visible(each.name)
            print_message(
                Message("cannot write {name}: {problem}", name=name, problem=problem_of(error))
            )
            return each.data
        return fixed


def _diff(each: Input, fixed: bytes) -> Iterator[str]:
    """Make a unified diff for `patch`; bytes that are not UTF-8 are kept."""
    before, after = _lines(each.data), _lines(fixed)
    label = Message("fixed").text(message_language())
    for line in unified_diff(before, after, each.name, f"{each.name} ({label})"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    """Split a file at line feeds only, as `patch` does."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]
