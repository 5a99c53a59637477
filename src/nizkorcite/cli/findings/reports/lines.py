"""One JSON object a finding or unreadable input, a line each."""

from collections.abc import Iterable, Iterator

from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import Setting
from nizkorcite.cli.findings.reports.json_report import dumped, finding_object


def report(checked: Iterable[Checked], setting: Setting) -> Iterator[str]:
    """Lines as `schemas/report/1.0/report.finding.schema.json` describes them."""
    for each in checked:
        if each.problem is not None:
            yield dumped({"file": each.name, "problem": each.problem.text(setting.lang)}) + "\n"
        for finding in each.findings:
            yield dumped(finding_object(finding)) + "\n"
