"""``nizkorcite validate --fix``: mend what takes no choice, show it, and write it where asked."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from io import BytesIO
from typing import IO

import click

from nizkorcite.bulk.checked import ENDINGS, Checked, Piece, check_piece
from nizkorcite.cli.console.exit_codes import FAULTY, UNWRITTEN, say
from nizkorcite.cli.findings.selection import Choice
from nizkorcite.cli.findings.summary import Tally
from nizkorcite.cli.inputs.inputs import Unreadable, read_inputs
from nizkorcite.display import visible
from nizkorcite.errors import InputError, problem_of
from nizkorcite.files.atomic import draft
from nizkorcite.files.kinds import Input
from nizkorcite.files.listing import unreadable
from nizkorcite.files.opening import CHANGED, COMPRESSED
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.validation import Validator
from nizkorcite.validation.diagnosis.text_patch import apply_fixes
from nizkorcite.validation.input.chunk import Chunk, records
from nizkorcite.validation.input.splitter import chunks

# A name, a list in the place of one thing, its value; and a few for what nobody thought of.
_ROUNDS = 10


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
        raise click.UsageError("standard input cannot be rewritten; leave out --write")
    tally, unwritten, unmended, lang = Tally(), 0, 0, validator.lang
    for each in _unpacked(read_inputs(names, ENDINGS)):
        if isinstance(each, Unreadable):
            _tell(tally, [Checked(name=each.name, problem=each.problem)], lang)
            continue
        after = _after(each, choice, validator)
        output.writelines(_diff(each, after))
        if after != each.data and not write:
            unmended += 1
        elif after != each.data and not _replaced(each, after, lang):
            unwritten, after = unwritten + 1, each.data
        _tell(tally, choice.of(_checked(each.name, after, validator)), lang)
    if tally.sum:
        say(tally.sum.text(lang))
    return UNWRITTEN if unwritten else tally.exit_code or (FAULTY if unmended else 0)


def _unpacked(inputs: Iterable[Input | Unreadable]) -> Iterator[Input | Unreadable]:
    """The same inputs; those that are compressed cannot be mended."""
    for each in inputs:
        if isinstance(each, Input) and each.data.startswith(COMPRESSED):
            problem = Message("it is compressed; unpack it, and --fix mends it")
            yield Unreadable(name=each.name, problem=problem)
        else:
            yield each


def _tell(tally: Tally, checked: Iterable[Checked], lang: Language) -> None:
    for each in tally.watched(checked):
        if each.problem is not None:
            say(unreadable(each.name, each.problem).text(lang))
        for finding in each.findings:
            say(str(finding))


def _after(each: Input, choice: Choice, validator: Validator) -> bytes:
    """A file with every record of it mended; what stands between records stays."""
    pieces: list[bytes] = []
    done = 0
    for chunk in chunks(BytesIO(each.data), each.name):
        if chunk.is_outline:
            continue
        text = chunk.text or b"\n".join(chunk.lines)
        start = each.data.index(text, done)
        pieces += [each.data[done:start], _fixed_chunk(chunk, choice, validator)]
        done = start + len(text)
    return b"".join((*pieces, each.data[done:]))


def _fixed_chunk(chunk: Chunk, choice: Choice, validator: Validator) -> bytes:
    if chunk.is_yaml:
        return chunk.text
    lines = list(chunk.lines) or [chunk.text]
    found = validator.chunk_findings(chunk)
    for record, (_, findings, *_) in zip(records(chunk), found, strict=True):
        lines[record.line - chunk.line] = _fixed(record.data, findings, choice, validator)
    return b"\n".join(lines)


def _fixed(data: bytes, findings: Iterable[Finding], choice: Choice, validator: Validator) -> bytes:
    """A record mended, until nothing is left to mend: a member is judged once its name is right."""
    for _ in range(_ROUNDS):
        after = _mended(data, choice.chosen(findings))
        if after == data:
            break
        data, findings = after, validator.iter_findings(after)
    return data


def _mended(data: bytes, findings: Iterable[Finding]) -> bytes:
    try:
        return apply_fixes(data.decode("utf-8"), findings).encode("utf-8")
    except UnicodeError:
        return data


def _checked(name: str, data: bytes, validator: Validator) -> Iterator[Checked]:
    for chunk in chunks(BytesIO(data), name):
        yield from check_piece(validator, Piece(name, chunk, 0))


def _diff(each: Input, after: bytes) -> Iterator[str]:
    """A unified diff, which `patch` takes: of bytes that are no UTF-8 it has the same bytes."""
    before, new = _lines(each.data), _lines(after)
    for line in unified_diff(before, new, each.name, f"{each.name} (mended)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    """The lines of a file as `patch` has them, which ends them by a line feed alone."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]


def _replaced(each: Input, data: bytes, lang: Language) -> bool:
    """Put a file's new bytes in its place at once, if it is still as it was read."""
    try:
        _replace(each.name, each.data, data)
    except OSError as error:
        problem = problem_of(error)
        say(
            Message(
                "cannot write {name}: {problem}", name=visible(each.name), problem=problem
            ).text(lang)
        )
        return False
    return True


def _replace(path: str, before: bytes, after: bytes) -> None:
    with draft(path) as new:
        new.file.write(after)
        new.sync()
        _check_unchanged(path, before)
        new.replace()


def _check_unchanged(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read() != before:
            raise InputError(CHANGED)
