"""The number of records that name no file (NZ234), reported once for a run."""

import os
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from nizkorcite.bulk.checked import Checked
from nizkorcite.messages import Language
from nizkorcite.validation.rules.linked_files import no_file_finding


def with_file_summary(
    checked: Iterable[Checked], names: Sequence[str], lang: Language
) -> Iterator[Checked]:
    """Replace the findings NZ234 of single records by one finding at the end."""
    records = nameless = 0
    for each in checked:
        if each.problem is None and each.is_record and not each.is_repeated:
            records += len(each.faultless) or 1
        kept = tuple(finding for finding in each.findings if finding.code != "NZ234")
        nameless += len(each.findings) - len(kept)
        yield evolve(each, findings=kept)
    if nameless:
        folder = _common_folder(names)
        finding = no_file_finding(nameless, records, folder, lang)
        yield Checked(name=folder, findings=(finding,), is_record=False)


def _common_folder(names: Sequence[str]) -> str:
    """The only input, or the folder that contains all of them."""
    try:
        return os.path.commonpath(names) or "."
    except ValueError:  # relative and absolute names, or several drives
        return "."
