"""``nizkorcite validate --fix``: mend what takes no choice, show it, and write it where asked."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import IO

import click
from attrs import evolve, frozen

from nizkorcite.cli.batch import FAULTY, UNWRITTEN
from nizkorcite.cli.checking import Checked, check_parts
from nizkorcite.cli.choice import Choice
from nizkorcite.cli.inputs import RECORD_NAMES, Input, Unreadable, parts, read_inputs, say
from nizkorcite.cli.tally import Tally
from nizkorcite.findings import Finding
from nizkorcite.validation import Validator
from nizkorcite.validation.fixing import mended


@frozen(kw_only=True)
class _Mended:
    """A file before and after, and what is still wrong with it."""

    data: bytes
    checked: Sequence[Checked]


def fix_files(
    names: Sequence[str],
    choice: Choice,
    validator: Validator,
    output: IO[str],
    *,
    write: bool,
) -> int:
    """
    Show what can be mended as a diff; the findings that are left go to standard error.

    Args:
        names: Files and folders; standard input too, where nothing is written.
        choice: Which findings are mended and told.
        validator: What the records are checked by.
        output: Where the diff goes.
        write: Whether the files are written anew.

    Returns:
        The exit code: 1 where errors are left in a file, 3 where an input could not be read, 4
        where a file could not be written.
    """
    if write and "-" in names:
        raise click.UsageError("standard input can not be written; take --write away")
    tally, unwritten, unmended = Tally(), 0, 0
    for each in read_inputs(names, RECORD_NAMES):
        if isinstance(each, Unreadable):
            _tell(tally, [Checked(name=each.name, problem=each.problem)])
            continue
        after = _after(each, choice, validator)
        output.writelines(_diff(each, after.data))
        if after.data != each.data and not write:
            unmended += 1
        elif after.data != each.data:
            unwritten += not _replaced(each, after.data)
        _tell(tally, after.checked)
    if tally.sum:
        say(tally.sum.text(validator.lang))
    return UNWRITTEN if unwritten else tally.exit_code or (FAULTY if unmended else 0)


def _tell(tally: Tally, checked: Sequence[Checked]) -> None:
    for each in tally.watched(checked):
        if each.problem is not None:
            say(f"cannot read {each.name}: {each.problem}")
        for finding in each.findings:
            say(str(finding))


def _after(each: Input, choice: Choice, validator: Validator) -> _Mended:
    """A file with every record of it mended, and checked again."""
    lines = each.data.split(b"\n")
    data = each.data
    for part, checked in zip(parts(each), check_parts(each, validator), strict=True):
        (chosen,) = choice.of([checked])
        fixed = _fixed(part.data, chosen.findings)
        if part.record is None:
            data = fixed
        elif fixed != part.data:
            lines[part.record - 1] = fixed
            data = b"\n".join(lines)
    again = check_parts(evolve(each, data=data), validator)
    return _Mended(data=data, checked=list(choice.of(again)))


def _fixed(data: bytes, findings: Sequence[Finding]) -> bytes:
    try:
        return mended(data.decode("utf-8"), findings).encode("utf-8")
    except UnicodeError:
        return data


def _diff(each: Input, after: bytes) -> Iterator[str]:
    """A unified diff, which `patch` takes."""
    before = each.data.decode("utf-8", "replace")
    new = after.decode("utf-8", "replace")
    lines = [text.splitlines(keepends=True) for text in (before, new)]
    for line in unified_diff(lines[0], lines[1], each.name, f"{each.name} (mended)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _replaced(each: Input, data: bytes) -> bool:
    """Put a file's new bytes in its place at once, if it is still as it was read."""
    path = os.path.realpath(each.name)
    try:
        _replace(path, each.data, data)
    except OSError as error:
        say(f"cannot write {each.name}: {(error.strerror or str(error)).lower()}")
        return False
    return True


def _replace(path: str, before: bytes, after: bytes) -> None:
    descriptor, new = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".nizkorcite-")
    try:
        with open(descriptor, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(descriptor)
        shutil.copymode(path, new)
        _check_unchanged(path, before)
        os.replace(new, path)
    except BaseException:
        os.unlink(new)
        raise


def _check_unchanged(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read() != before:
            raise OSError("it changed while it was read")
