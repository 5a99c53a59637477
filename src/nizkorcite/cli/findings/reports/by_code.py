"""Findings counted by code and member, for people with many records."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import ReportSettings
from nizkorcite.display import visible
from nizkorcite.faults import Severity, severity_word
from nizkorcite.findings import Finding
from nizkorcite.messages import Message
from nizkorcite.validation.catalogue.codes import CODES

_INDEX = re.compile(r"/[0-9]+(?=/|$)")
_Kind = tuple[str, Severity, str]  # the member without indices


def report_by_code(checked: Iterable[Checked], settings: ReportSettings) -> Iterator[str]:
    """Write a line for each code, most frequent first, and lines for its members."""
    numbers: Counter[_Kind] = Counter()
    first: dict[_Kind, str] = {}
    for finding in (finding for each in checked for finding in each.findings):
        for member in finding.members or ("",):
            kind = (finding.code, finding.severity, _INDEX.sub("/*", member))
            numbers[kind] += 1
            first.setdefault(kind, _place(finding))
    by_code: Counter[tuple[str, Severity]] = Counter()
    for (code, severity, _), number in numbers.items():
        by_code[code, severity] += number
    for (code, severity), number in by_code.most_common():
        title = CODES[code].page(settings.lang).title
        word = severity_word(severity).text(settings.lang)
        yield f"{number} {word} {code} {title}\n"
        for kind, of_member in numbers.most_common():
            if kind[:2] == (code, severity):
                line = Message(
                    "{number} {member}, first in {place}",
                    number=of_member,
                    member=visible(kind[2]) or "-",
                    place=first[kind],
                )
                yield f"    {line.text(settings.lang)}\n"


def _place(finding: Finding) -> str:
    file = visible(finding.file or "-")
    place = ":".join(str(part) for part in (file, finding.line, finding.column) if part)
    return f"{place} [{visible(finding.id)}]" if finding.id else place
