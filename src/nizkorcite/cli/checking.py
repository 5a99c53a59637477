"""Inputs become checked records, one after the other, in the order in which they were given."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from nizkorcite.cli.inputs import RECORD_NAMES, Input, Unreadable, parts, read_inputs
from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.validation import Profile, iter_findings


@frozen(kw_only=True)
class Checked:
    """
    What was found in one record, or why its input could not be read at all.

    Attributes:
        name: The input as the user named it; ``-`` for standard input.
        record: Number of the record in its file, from 1, where the file holds several.
        findings: Everything found, in order of place.
        problem: Why the input could not be read, in words.
    """

    name: str
    record: int | None = None
    findings: Sequence[Finding] = ()
    problem: str | None = None


def check(names: Sequence[str], profile: Profile, lang: Language) -> Iterator[Checked]:
    """Check every record of files, folders and standard input."""
    for each in read_inputs(names, RECORD_NAMES):
        if isinstance(each, Unreadable):
            yield Checked(name=each.name, problem=each.problem)
            continue
        yield from check_parts(each, profile, lang)


def check_parts(each: Input, profile: Profile, lang: Language) -> Iterator[Checked]:
    """Check every record of one input."""
    for part in parts(each):
        found = tuple(_findings(part, profile, lang))
        yield Checked(name=part.name, record=part.record, findings=found)


def _findings(part: Input, profile: Profile, lang: Language) -> Iterator[Finding]:
    """The findings of one record, with the place it has in its file."""
    for finding in iter_findings(part.data, profile=profile, file=part.name, lang=lang):
        yield finding if part.record is None else _of_line(finding, part.record)


def _of_line(finding: Finding, number: int) -> Finding:
    """A finding of a record that is a line of its file."""
    above = number - 1
    return evolve(
        finding,
        record=number,
        line=finding.line + above if finding.line else None,
        end_line=finding.end_line + above if finding.end_line else None,
    )
