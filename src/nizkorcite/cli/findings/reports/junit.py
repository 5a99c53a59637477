"""JUnit's XML, which servers for continuous integration show: a test case a record."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import Setting
from nizkorcite.cli.findings.selection import not_shown
from nizkorcite.findings import Finding
from nizkorcite.messages import Language

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_MEMORY = 1 << 20


def report(checked: Iterable[Checked], setting: Setting) -> Iterator[str]:
    """
    One suite of test cases; errors are failures, other findings the case's output.

    The numbers of a suite stand before its cases, so the cases wait in a temporary file.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8") as cases:
        count = failures = 0
        for each in checked:
            for record in each.each():
                cases.write(_case(record, setting.lang))
                count += 1
                failures += record.has_errors
        cases.seek(0)
        numbers = f'tests="{count}" failures="{failures}" errors="{setting.tally.unreadable}"'
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
        yield f"<failure message={_attribute(not_shown(len(checked.untold)).text(lang))}/>\n"
    if others:
        yield f"<system-out>{_lines(others)}</system-out>\n"


def _lines(findings: Iterable[Finding]) -> str:
    return escape(_visible("\n".join(str(finding) for finding in findings)))


def _attribute(text: str) -> str:
    return quoteattr(_visible(text))


def _visible(text: str) -> str:
    """What XML 1.0 can hold; other characters become the replacement character."""
    return _NOT_XML.sub("\ufffd", text)
