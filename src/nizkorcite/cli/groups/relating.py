"""Relations that follow from decisions, written into the files of the records."""

from collections.abc import Iterator, Mapping, Sequence

from nizkorcite.cli.console.changed_file import is_rewritten
from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_message
from nizkorcite.cli.groups.result import Result
from nizkorcite.errors import InputError
from nizkorcite.files.listing import problem_with, unreadable
from nizkorcite.loading.corrected_file import RecordCorrection, corrected_file
from nizkorcite.loading.corrections import Correction
from nizkorcite.loading.inputs import Input, read_input
from nizkorcite.loading.records import iter_records
from nizkorcite.messages import Message
from nizkorcite.origins import confirmed_relations
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Relation
from nizkorcite.record.navigation import indexed_items, member
from nizkorcite.validation import Validator


def write_relations(result: Result) -> tuple[int, bool]:
    """
    Add the relations of confirmed pages to their records; report what cannot be written.

    Returns:
        The number of records that have changed, and whether all files could be written.
    """
    relations = confirmed_relations(result.origins.confirmed)
    files = dict.fromkeys(result.pages[page].file for page in relations)
    outcomes = [_changed_records(name, relations) for name in files]
    return sum(each or 0 for each in outcomes), None not in outcomes


def _changed_records(name: str, relations: Mapping[str, Sequence[Relation]]) -> int | None:
    """Return the number of records changed in a file; `None` if it was not written."""
    try:
        file = read_input(name)
        if file.kind != "record":
            raise InputError(Message("it is no file of records; `nizkorcite read -o` makes them"))
        corrections = list(_corrections(file, relations))
        corrected = corrected_file(file, corrections, Validator(lang=message_language()))
    except OSError as error:
        print_message(unreadable(name, problem_with(name, error)))
        return None
    for problem in corrected.problems:
        print_message(problem)
    if corrected.problems or (
        corrected.number and not is_rewritten(name, file.data, corrected.data)
    ):
        return None
    return corrected.number


def _corrections(
    file: Input, relations: Mapping[str, Sequence[Relation]]
) -> Iterator[RecordCorrection]:
    for record in iter_records(file, message_language()):
        value = record.parsed()
        page = member(value, "id")
        if isinstance(page, str) and page in relations:
            changes = list(_added(value, relations[page]))
            if changes:
                yield RecordCorrection(record=page, changes=changes, place=file.name)


def _added(record: JSON, relations: Sequence[Relation]) -> Iterator[Correction]:
    """Yield the relations that a record does not state yet."""
    stated = [each for _, each in indexed_items(member(record, "relations"))]
    known = {(member(each, "type"), member(each, "target")) for each in stated}
    fresh = [each for each in relations if (each.type, each.target) not in known]
    for number, each in enumerate(fresh, len(stated)):
        value: JSON = {"type": each.type, "target": each.target}
        yield Correction(pointer=f"/relations/{number}", value=value)
