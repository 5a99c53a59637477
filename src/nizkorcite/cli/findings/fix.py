"""
``nizkorcite validate --fix``: fixes shown as a diff, and written to the files on request.

The diff is whole before the first file is changed, so that no interruption leaves a change unseen.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from typing import IO

from attrs import define, field

from nizkorcite.bulk.checked import Checked, Piece, check_piece
from nizkorcite.bulk.file_summary import with_file_summary
from nizkorcite.bulk.fixing import fixed_file
from nizkorcite.cli.console.changed_file import diff_lines
from nizkorcite.cli.console.exit_codes import FAULTY, UNWRITTEN
from nizkorcite.cli.console.standard_error import print_message, print_note
from nizkorcite.cli.findings.selection import Selection
from nizkorcite.cli.findings.summary import Summary
from nizkorcite.errors import InputError, problem_of
from nizkorcite.files.atomic import is_replaceable, replace_unchanged
from nizkorcite.files.kinds import HEAD, RECORD_ENDINGS, refuse_unless_record
from nizkorcite.files.listing import PassedOver, problem_with, unreadable
from nizkorcite.files.opening import CHANGED
from nizkorcite.loading.inputs import Input, Listed, Unreadable, list_inputs
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
    """

    validator: Validator
    selection: Selection
    _passed_over: PassedOver = field(factory=PassedOver, init=False)
    _inputs: list[Listed | Unreadable] = field(factory=list, init=False)
    _planned: dict[str, bytes] = field(factory=dict, init=False)  # digests, by path
    _unwritten: int = field(default=0, init=False)
    _pending: int = field(default=0, init=False)

    def show(self, names: Sequence[str], diff: IO[str]) -> int:
        """
        Write a diff of the fixes; report on standard error the findings that would remain.

        Returns:
            The exit code: 1 if a file has errors or is not fixed yet, 3 if an input could not be
            read.
        """

        def shown(each: Input, fixed: bytes) -> bytes:
            diff.writelines(diff_lines(each.name, each.data, fixed, Message("fixed")))
            self._pending += fixed != each.data
            return fixed

        listed = list_inputs(names, RECORD_ENDINGS, self._passed_over)
        return self._report(names, self._remaining((each.read() for each in listed), shown))

    def plan(self, names: Sequence[str], diff: IO[str]) -> None:
        """Write a diff of the fixes that `write` is to make."""
        for listed in list_inputs(names, RECORD_ENDINGS, self._passed_over):
            each = _read_file(listed)
            self._inputs.append(each if isinstance(each, Unreadable) else listed)
            path = os.path.realpath(each.name)
            if isinstance(each, Unreadable) or path in self._planned:
                continue
            with suppress(InputError):  # reported when the files are written
                fixed = self._fixed(each)
                if fixed != each.data:
                    self._planned[path] = _digest(each)
                    diff.writelines(diff_lines(each.name, each.data, fixed, Message("fixed")))

    def write(self, names: Sequence[str]) -> int:
        """
        Replace the files as planned; report on standard error the findings that remain.

        Returns:
            The exit code: 1 if a file has errors, 3 if an input could not be read, 4 if a file
            could not be written.
        """
        again = (each.read() if isinstance(each, Listed) else each for each in self._inputs)
        return self._report(names, self._remaining(again, self._written))

    def _report(self, names: Sequence[str], checked: Iterator[Checked]) -> int:
        summary = Summary()
        if self.validator.files:
            checked = with_file_summary(checked, names, self.validator.lang)
        for each in summary.count(self.selection.apply(checked)):
            if each.problem is not None:
                print_message(unreadable(each.name, each.problem))
            for finding in each.findings:
                print_message(finding.named_text(self.validator.lang))
        for note in self._passed_over.notes():
            print_note(note)
        if summary.message:
            print_note(summary.message)
        return UNWRITTEN if self._unwritten else summary.exit_code or (FAULTY * bool(self._pending))

    def _remaining(
        self, inputs: Iterable[Input | Unreadable], settle: Callable[[Input, bytes], bytes]
    ) -> Iterator[Checked]:
        """Fix each file, and yield its records as they are afterwards."""
        for each in inputs:
            if isinstance(each, Unreadable):
                yield Checked(name=each.name, problem=each.problem)
                continue
            try:
                settled = settle(each, self._fixed(each))
                for chunk in chunks(BytesIO(settled), each.name):
                    yield from check_piece(self.validator, Piece(each.name, chunk, 0))
            except InputError as error:  # a page, or YAML, which needs an extra
                yield Checked(name=each.name, problem=problem_with(each.name, error))

    def _fixed(self, each: Input) -> bytes:
        if each.is_compressed:
            raise InputError(Message("it is compressed; decompress it before --fix"))
        refuse_unless_record(each.name, each.data[:HEAD])
        return fixed_file(each.name, each.data, self.validator, self.selection.select_from)

    def _written(self, each: Input, fixed: bytes) -> bytes:
        """Replace a file as planned; return the content of the file to check."""
        if fixed == each.data:
            return fixed
        try:
            if self._planned.get(os.path.realpath(each.name)) != _digest(each):
                raise InputError(CHANGED)
            replace_unchanged(each.name, each.data, fixed)
        except OSError as error:
            self._unwritten += 1
            name = each.name
            print_message(
                Message("cannot write {name}: {problem}", name=name, problem=problem_of(error))
            )
            return each.data
        return fixed


def _read_file(listed: Listed) -> Input | Unreadable:
    """Read a file that can be read again and replaced."""
    each = listed.read()
    if isinstance(each, Input) and not is_replaceable(each.name):
        return Unreadable(name=each.name, problem=Message("it is not an ordinary file"))
    return each


def _digest(each: Input) -> bytes:
    return sha256(each.data).digest()
