"""Selection of findings by code and severity, and a limit to their number."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import click
from attrs import define, evolve, field

from nizkorcite.bulk.checked import Checked
from nizkorcite.faults import Severity
from nizkorcite.findings import Finding
from nizkorcite.messages import Message

_RANKS = {"info": 0, "warning": 1, "error": 2}


@define(kw_only=True)
class Selection:
    """
    The findings that the user asks for.

    Attributes:
        select: Codes or beginnings of codes; none means all.
        ignore: Codes or beginnings of codes to leave out of those in `select`.
        strict: Whether a warning counts as an error.
        level: The lowest severity that is shown.
        hidden: The numbers of findings left out so far, by the option that hides them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    level: Severity = "info"
    hidden: Counter[str] = field(factory=Counter, init=False)

    def apply(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Leave out the other findings of checked records."""
        for each in checked:
            if each.findings:
                others = tuple(one for one in each.findings if self._hiding_option(one))
                self.hidden.update(map(str, map(self._hiding_option, others)))
                selected = tuple(self.select_from(each.findings))
                yield evolve(each, findings=selected, deselected=others)
            else:
                yield each

    def select_from(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Select findings of one record."""
        for finding in findings:
            if not self._hiding_option(finding):
                severity = self._severity(finding)
                same = severity == finding.severity
                yield finding if same else evolve(finding, severity=severity)

    def _hiding_option(self, finding: Finding) -> str | None:
        """Return the option that hides a finding, if one does."""
        if self.select and not finding.code.startswith(self.select):
            return "select"
        if self.ignore and finding.code.startswith(self.ignore):
            return "ignore"
        is_severe = _RANKS[self._severity(finding)] >= _RANKS[self.level]
        return None if is_severe else "level"

    def _severity(self, finding: Finding) -> Severity:
        return "error" if self.strict and finding.severity == "warning" else finding.severity


@define
class Limit:
    """
    A maximum number of findings for a run.

    Attributes:
        maximum: The number; `None` for no limit.
        exceeded_by: The number of findings beyond the limit.
    """

    maximum: int | None
    exceeded_by: int = 0

    def apply(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Leave out the findings beyond the limit."""
        shown = 0
        for each in checked:
            room = len(each.findings) if self.maximum is None else self.maximum - shown
            kept, others = each.findings[:room], each.findings[room:]
            shown += len(kept)
            self.exceeded_by += len(others)
            yield evolve(each, findings=kept, beyond_limit=others) if others else each


def hidden_by(cause: Message | str, number: int) -> Message:
    """Report the number of findings that an option hides."""
    if number == 1:
        return Message("1 finding hidden by {cause}", cause=cause)
    return Message("{number} findings hidden by {cause}", number=number, cause=cause)


def not_shown(number: int) -> Message:
    """Report the number of findings that are not shown."""
    if number == 1:
        return Message("1 more finding is not shown")
    return Message("{number} more findings are not shown", number=number)


def _codes(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Collect codes from a repeatable option, whose values may be lists with commas."""
    codes = [code.strip().upper() for value in values for code in value.split(",")]
    if codes:
        _check_codes(codes)
    return tuple(codes)


def _check_codes(codes: Iterable[str]) -> None:
    from nizkorcite.validation.catalogue.codes import CODES  # only these options need it

    for code in codes:
        if not code or not any(known.startswith(code) for known in CODES):
            from nizkorcite.cli.explain import unknown_code
            from nizkorcite.errors import UnknownNameError

            raise unknown_code(UnknownNameError("code", code, tuple(CODES)))


def selection_options(function: Any) -> Any:
    """Add the options that select findings."""
    options = (
        click.option(
            "--select", metavar="CODE", multiple=True, callback=_codes,
            help="Show only this code; NZ2 means all codes that begin with it; repeatable.",
        ),
        click.option(
            "--ignore", metavar="CODE", multiple=True, callback=_codes,
            help="Leave out this code, or all that begin with it; repeatable.",
        ),
        click.option(
            "--level", type=click.Choice(get_args(Severity)), default="info",
            help="Lowest severity to show.",
        ),
        click.option("--strict/--no-strict", help="Treat warnings as errors."),
        click.option(
            "--max-findings", type=click.IntRange(min=0), metavar="N",
            help="Show at most N findings, and how many more were found.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function
