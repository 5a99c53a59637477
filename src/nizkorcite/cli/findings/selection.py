"""Which findings are told, and as what: by code, by severity, and at most how many."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import click
from attrs import define, evolve, frozen

from nizkorcite.bulk.checked import Checked
from nizkorcite.findings import Finding, Severity
from nizkorcite.messages import Message

_RANKS = {"info": 0, "warning": 1, "error": 2}


@frozen(kw_only=True)
class Choice:
    """
    The findings that a user asks for.

    Attributes:
        select: Codes or their beginnings; none means all.
        ignore: Codes or their beginnings that are left out; they come after `select`.
        strict: Whether a warning is an error.
        level: The lowest severity that is shown.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    level: Severity = "info"

    def of(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Checked records with the findings asked for."""
        for each in checked:
            if each.findings:
                unasked = tuple(one for one in each.findings if not self._is_told(one))
                yield evolve(each, findings=tuple(self.chosen(each.findings)), unasked=unasked)
            else:
                yield each

    def chosen(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings asked for, of one record."""
        for finding in findings:
            if self._is_told(finding):
                severity = self._severity(finding)
                same = severity == finding.severity
                yield finding if same else evolve(finding, severity=severity)

    def _is_told(self, finding: Finding) -> bool:
        is_severe = _RANKS[self._severity(finding)] >= _RANKS[self.level]
        return is_severe and self._is_asked_for(finding.code)

    def _severity(self, finding: Finding) -> Severity:
        return "error" if self.strict and finding.severity == "warning" else finding.severity

    def _is_asked_for(self, code: str) -> bool:
        return code.startswith(self.select or "NZ") and not (
            self.ignore and code.startswith(self.ignore)
        )


@define
class Limit:
    """
    At most so many findings of a run; those beyond are counted.

    Attributes:
        most: How many are told; `None` for all.
        left: How many more there were.
    """

    most: int | None
    left: int = 0

    def of(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Checked records without the findings that are too many."""
        told = 0
        for each in checked:
            room = len(each.findings) if self.most is None else self.most - told
            kept, untold = each.findings[:room], each.findings[room:]
            told += len(kept)
            self.left += len(untold)
            yield evolve(each, findings=kept, untold=untold) if untold else each


def not_shown(number: int) -> Message:
    """That findings are left out."""
    if number == 1:
        return Message("1 more finding is not shown")
    return Message("{number} more findings are not shown", number=number)


def _codes(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Codes from options that may be repeated or hold several, separated by commas."""
    codes = [code.strip().upper() for value in values for code in value.split(",")]
    if codes:
        _check(codes)
    return tuple(codes)


def _check(codes: Iterable[str]) -> None:
    from nizkorcite.validation.catalogue.codes import CODES  # only who chooses needs it

    for code in codes:
        if not code or not any(known.startswith(code) for known in CODES):
            from nizkorcite.cli.explain import ALL_CODES
            from nizkorcite.errors import UnknownNameError

            raise click.BadParameter(f"{UnknownNameError('code', code, tuple(CODES))} {ALL_CODES}")


def choice_options(function: Any) -> Any:
    """Add the options that say which findings are told."""
    options = (
        click.option(
            "--select", metavar="CODE", multiple=True, callback=_codes,
            help="Only these codes; NZ2 means all that begin with it; repeatable.",
        ),
        click.option(
            "--ignore", metavar="CODE", multiple=True, callback=_codes,
            help="All but these codes, in the same way.",
        ),
        click.option(
            "--level", type=click.Choice(get_args(Severity)), default="info",
            help="The lowest severity that is shown.",
        ),
        click.option("--strict/--no-strict", help="Treat warnings as errors."),
        click.option(
            "--max-findings", type=click.IntRange(min=0), metavar="N",
            help="Show at most N findings, and the number of the rest.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function
