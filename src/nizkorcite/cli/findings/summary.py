"""Counts of records and findings in a run; its summary and exit code."""

from collections.abc import Iterable, Iterator

from attrs import define, field

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.console.exit_codes import FAULTY, UNREADABLE
from nizkorcite.messages import Message


@define
class Summary:
    """Numbers of records, findings and unreadable inputs."""

    records: int = 0
    faulty: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unreadable: int = 0
    _faulty: set[int] | None = field(default=None, init=False, repr=False)

    @classmethod
    def of_collection(cls) -> "Summary":
        """Make a summary for records that may be reported a second time."""
        summary = cls()
        summary._faulty = set()
        return summary

    def count(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Count records and findings as they pass."""
        for each in checked:
            self._count(each)
            yield each

    def _count(self, each: Checked) -> None:
        if each.problem is not None:
            self.unreadable += 1
            return
        if each.is_record and not each.is_repeated:
            self.records += len(each.faultless) or 1
        severities = [finding.severity for finding in each.findings]
        self.errors += severities.count("error")
        self.warnings += severities.count("warning")
        self.infos += severities.count("info")
        if each.is_record and "error" in severities:
            self._count_faulty(each)

    def _count_faulty(self, each: Checked) -> None:
        if self._faulty is None:
            self.faulty += 1
        else:
            self._faulty.add(hash((each.name, each.record)))
            self.faulty = len(self._faulty)

    @property
    def exit_code(self) -> int:
        """3 for an unreadable input, 1 for errors in a record, else 0."""
        return UNREADABLE if self.unreadable else FAULTY if self.errors else 0

    @property
    def message(self) -> Message | None:
        """The counts in words; `None` if no record has errors or warnings."""
        if not self.records and not self.unreadable and not self.errors:
            return Message("no records were found")
        if not self.errors and not self.warnings:
            return None
        return Message(
            "{errors} in {faulty} of {records}, {warnings}",
            errors=_errors(self.errors),
            faulty=self.faulty,
            records=_records(self.records),
            warnings=_warnings(self.warnings),
        )


def _errors(number: int) -> Message:
    return Message("1 error") if number == 1 else Message("{number} errors", number=number)


def _records(number: int) -> Message:
    return Message("1 record") if number == 1 else Message("{number} records", number=number)


def _warnings(number: int) -> Message:
    return Message("1 warning") if number == 1 else Message("{number} warnings", number=number)
