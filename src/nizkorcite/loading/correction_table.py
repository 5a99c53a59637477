"""Corrections of many records from a table: a row for each record, a column for each field."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.errors import CorrectionError, InputError, UnknownNameError
from nizkorcite.files.kinds import is_workbook
from nizkorcite.formats.encodings import decoded_text
from nizkorcite.formats.table.rows import Row, Table, read_table
from nizkorcite.loading.corrected_file import RecordCorrection
from nizkorcite.loading.corrections import Correction
from nizkorcite.loading.field_values import FieldValue, parse_change
from nizkorcite.loading.inputs import Input, read_input
from nizkorcite.messages import Message

_ID: Final = "id"
NOT_FIELDS: Final = ("file", "record", "missing", "doubtful")
"""Columns of a list of open questions (`nizkorcite todo`) that no field has."""


@frozen
class AskedCorrections:
    """
    Corrections that the user asks for.

    Attributes:
        corrections: The corrections, each of one record.
        problems: Why rows of a table are no corrections.
    """

    corrections: Sequence[RecordCorrection]
    problems: Sequence[Message] = ()


def corrections_of_table(path: str) -> AskedCorrections:
    """
    Read a table of corrections.

    Raises:
        OSError: The file cannot be read.
        InputError: The file is no table, has no column of ids, or a column of no field.
    """
    table = _table(read_input(path))
    if _ID not in table.columns:
        raise InputError(Message('the table has no column "id", which names the record of a row'))
    fields = [name for name in table.columns if name not in (_ID, *NOT_FIELDS)]
    for name in fields:
        _check_column(name)
    corrections: list[RecordCorrection] = []
    problems: list[Message] = []
    for row in table.rows:
        place = f"{path}:{row.line}"
        try:
            corrections.append(_correction(row, fields, place))
        except CorrectionError as error:
            problems.append(Message("{name}: {problem}", name=place, problem=error.message))
    return AskedCorrections(corrections, problems)


def _table(file: Input) -> Table:
    if is_workbook(file.name, file.head):
        from nizkorcite.formats.table.workbook import read_workbook  # most tables are CSV

        return read_workbook(file.data)
    return read_table(decoded_text(file.data))


def _check_column(name: str) -> None:
    try:
        parse_change(f"{name}=")
    except (CorrectionError, UnknownNameError) as error:
        raise InputError(error.message) from error


def _correction(row: Row, fields: list[str], place: str) -> RecordCorrection:
    if _ID not in row.cells:
        raise CorrectionError(Message("the row has no id"))
    return RecordCorrection(
        record=row.cells[_ID].strip(), changes=list(_changes(row, fields)), place=place
    )


def _changes(row: Row, fields: list[str]) -> Iterator[FieldValue | Correction]:
    """Yield what the cells of a row set; an empty cell sets nothing."""
    for name in fields:
        if text := row.cells.get(name, "").strip():
            yield parse_change(f"{name}={text}")
