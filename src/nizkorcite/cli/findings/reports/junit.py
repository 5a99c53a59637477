"""JUnit's XML for continuous integration: a test case for each record."""

import tempfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.cli.findings.selection import not_shown
from nizkorcite.display import visible
from nizkorcite.findings import Finding
from nizkorcite.messages import Language

_IN_MEMORY = 1 << 20


def junit_report(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """
    Write a suite of test cases; errors are failures, other findings output.

    The counts of a suite precede its cases, so the cases are kept in a temporary file first.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8") as cases:
        count = failures = 0
        for each in checked:
            for record in each.records():
                cases.write(_case(record, settings.lang))
                count += 1
                failures += record.has_errors
        cases.seek(0)
        numbers = f'tests="{count}" failures="{failures}" errors="{settings.summary.unreadable}"'
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<testsuites>\n<testsuite name="nizkorcite validate" {numbers}>\n'
        yield from cases
        yield "</testsuite>\n</testsuites>\n"


def _case(checked: Checked, lang: Language) -> str:
    name = checked.name if checked.record is None else f"{checked.name}:{checked.record}"
    head = f"<testcase name={_attribute(name)} classname={_attribute(checked.name)}"
    parts = "".join(_parts(checked, lang))
    return f"{head}>\n{parts}</testcase>\n" if parts else f"{head}/>\n"


def _parts(checked: Checked, lang: Language) -> Iterator[str]:
    if checked.problem is not None:
        yield f"<error message={_attribute(checked.problem.text(lang))}/>\n"
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    others = [finding for finding in checked.findings if finding.severity != "error"]
    if errors:
        first = f"message={_attribute(errors[0].message)} type={_attribute(errors[0].code)}"
        yield f"<failure {first}>{_lines(errors)}</failure>\n"
    elif checked.has_errors:
        yield f"<failure message={_attribute(not_shown(len(checked.beyond_limit)).text(lang))}/>\n"
    if others:
        yield f"<system-out>{_lines(others)}</system-out>\n"


def _lines(findings: Iterable[Finding]) -> str:
    return escape("\n".join(map(str, findings)))


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
