"""One JSON object a run: every record with its findings and the schema's verdict, and the sum."""

from collections.abc import Iterable, Iterator

from attrs import asdict

from nizkorcite import __version__
from nizkorcite.bulk.checked import Checked
from nizkorcite.cli.findings.reports import Setting
from nizkorcite.cli.findings.reports.json_report import dumped, record_object


def report(checked: Iterable[Checked], setting: Setting) -> Iterator[str]:
    """The object that `schemas/report/1.0/report.schema.json` describes, a record a line."""
    yield f'{{"tool": "nizkorcite", "version": {dumped(__version__)}, "results": ['
    problems = []
    separator = "\n"
    for each in checked:
        if each.problem is not None:
            problem = each.problem.text(setting.lang)
            problems.append({"file": each.name, "problem": problem})
            continue
        for record in each.each():
            yield separator + dumped(record_object(record, setting))
            separator = ",\n"
    summary = asdict(setting.tally, filter=lambda attribute, _: attribute.init)
    yield f'\n], "problems": {dumped(problems)}, "summary": {dumped(summary)}}}\n'
