"""``nizkorcite validate``: every fault of records with its place."""

import json
from collections.abc import Iterator
from typing import IO, get_args

import attrs
import click

from nizkorcite.cli.batch import FAULTY, UNREADABLE
from nizkorcite.cli.inputs import RECORD_NAMES, Input, Unreadable, parts, read_inputs, say
from nizkorcite.cli.language import language_option
from nizkorcite.cli.options import inputs_argument, output_option
from nizkorcite.findings import Finding
from nizkorcite.messages import Language
from nizkorcite.validation import Profile, iter_findings

_HELP = """
Check records and name every fault with its place.

An input is a record (JSON), a file of records (JSON Lines), a folder of these, or "-" for standard
input. Every line has the form "path:line:column: severity CODE message (hint)"; `nizkorcite
explain CODE` tells the rule. Exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage,
3 an input could not be read.

\b
Examples:
  nizkorcite validate records/
  nizkorcite validate --profile complete putin.json
  nizkorcite read page.html | nizkorcite validate -
"""


@click.command("validate", help=_HELP)
@inputs_argument
@click.option(
    "--profile",
    type=click.Choice(get_args(Profile)),
    default="base",
    help="What must be there: base, or what a complete record has.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@language_option
@output_option
def command(
    names: tuple[str, ...], *, profile: Profile, as_json: bool, lang: Language, output: IO[str]
) -> int:
    """Check records."""
    count = _Count()
    for each in read_inputs(names, RECORD_NAMES):
        if isinstance(each, Unreadable):
            count.unreadable += 1
            say(f"cannot read {each.name}: {each.problem}")
            continue
        for part in parts(each):
            for finding in count.watched(_findings(part, profile, lang)):
                click.echo(_json(finding) if as_json else str(finding), output)
    return count.told()


def _findings(part: Input, profile: Profile, lang: Language) -> Iterator[Finding]:
    """The findings of one record, with the place it has in its file."""
    for finding in iter_findings(part.data, profile=profile, file=part.name, lang=lang):
        if part.record is None or finding.line is None:
            yield finding
        else:
            line = finding.line + part.record - 1
            yield attrs.evolve(finding, record=part.record, line=line)


def _json(finding: Finding) -> str:
    stated = attrs.asdict(finding, filter=lambda _attribute, value: value is not None)
    return json.dumps(stated, ensure_ascii=False)


@attrs.define
class _Count:
    """What was seen of a run."""

    records: int = 0
    faulty: int = 0
    errors: int = 0
    warnings: int = 0
    unreadable: int = 0

    def watched(self, findings: Iterator[Finding]) -> Iterator[Finding]:
        """The findings of one record, counted as they pass."""
        self.records += 1
        before = self.errors
        for finding in findings:
            self.errors += finding.severity == "error"
            self.warnings += finding.severity == "warning"
            yield finding
        self.faulty += self.errors > before

    def told(self) -> int:
        """Tell the sum, and give the exit code."""
        if self.errors or self.warnings:
            say(
                f"{_some(self.errors, 'error')} in {self.faulty} of {_some(self.records, 'record')}"
                f", {_some(self.warnings, 'warning')}"
            )
        return UNREADABLE if self.unreadable else FAULTY if self.errors else 0


def _some(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
