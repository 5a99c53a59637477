"""
Records as a table: a row for each record, a column for each of its fields.

The columns are the fields of `nizkorcite.reference.fields`, always all of them, and one for each
member of the archive's own (``x_...``). What has no column is lost, and reported by `convert`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from nizkorcite.errors import CorrectionError, InputError, ModelError
from nizkorcite.formats.citation_file import CitationFile, Remarks
from nizkorcite.formats.table.rows import Row, Table, read_table, write_table
from nizkorcite.messages import Language, Message
from nizkorcite.record.codec import from_record, to_record
from nizkorcite.record.json_types import JSON, path_of
from nizkorcite.record.model import Document
from nizkorcite.reference import Reference, refer
from nizkorcite.reference.fields import RECORD_FIELDS, Field, field_called, is_own_member
from nizkorcite.reference.to_document import as_document

_Record = dict[str, Any]


def write_all(references: Sequence[Reference]) -> str:
    """
    Write a table in CSV.

    >>> write_all([Reference(id="law", type="book", title="=A")]).splitlines()[1][:17]
    "law,book,und,'=A,"
    """
    return write_table(*columns_and_rows(references))


def columns_and_rows(
    references: Sequence[Reference],
) -> tuple[Sequence[str], Sequence[Mapping[str, str]]]:
    """Return the names of the columns, and for each record its cells by these names."""
    rows = [_row(to_record(as_document(reference))) for reference in references]
    own = sorted({name for row in rows for name in row if is_own_member(name)})
    return [*RECORD_FIELDS, *own], rows


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read a table in CSV that `write_all` wrote, or one with some of its columns.

    Args:
        text: The whole file.
        lang: Language of the findings.
    """
    return citation_file_of(lambda: read_table(text), lang)


def citation_file_of(read: Callable[[], Table], lang: Language) -> CitationFile:
    """
    Return the references of a table; a row that is no record is an error.

    Args:
        read: Reads the table, or raises an `InputError`, which becomes a finding.
        lang: Language of the findings.
    """
    remarks = Remarks(lang=lang)
    references: list[Reference] = []
    try:
        table = read()
    except InputError as error:
        remarks.report("NZ401", error.message, line=1)
        return CitationFile(references=(), findings=remarks.sorted_findings())
    known = [name for name in table.columns if name in RECORD_FIELDS or is_own_member(name)]
    for name in table.columns:
        if name not in known:
            message = Message('no column is called "{field}"; left out', field=name)
            remarks.report("NZ403", message, line=1)
    for number, row in enumerate(table.rows, 1):
        try:
            references.append(refer(_document(row, known)))
        except (CorrectionError, ModelError) as error:
            item = row.cells.get("id", "")
            on_row = remarks.on_entry(item, record=number, line=row.line)
            on_row.report("NZ401", error.message)
    return CitationFile(references=tuple(references), findings=remarks.sorted_findings())


def _row(record: Mapping[str, JSON]) -> Mapping[str, str]:
    own = {name: field_called(name) for name in record if is_own_member(name)}
    cells = ((name, _cell(record, field)) for name, field in {**RECORD_FIELDS, **own}.items())
    return {name: cell for name, cell in cells if cell is not None}


def _cell(record: Mapping[str, JSON], field: Field) -> str | None:
    value: Any = record
    for part in path_of(field.pointer):
        value = value.get(part) if isinstance(value, dict) else value[int(part)] if value else None
    if field.role is not None and value:
        value = [each for each in value if each.get("role", "author") == field.role]
    return field.write(value) if value not in (None, []) else None


def _document(row: Row, columns: Sequence[str]) -> Document:
    """
    Make the document of a row.

    Raises:
        CorrectionError: A cell does not fit its field.
        ModelError: The row is no record.
    """
    record: _Record = {"schema_version": "1.0", "original": {}}
    for name in columns:
        if text := row.cells.get(name, "").strip():
            field = field_called(name)
            _put(record, path_of(field.pointer), field.read(text))
    original = record["original"]
    original.setdefault("attribution", "stated" if "publishers" in original else "unknown")
    return from_record(cast(dict[str, JSON], record))


def _put(record: _Record, path: Sequence[str], value: JSON) -> None:
    """Set a member; agents of several roles become one list, and captures have one item."""
    holder: Any = record
    for part in path[:-1]:
        if part == "0":
            continue
        holder = holder.setdefault(part, [{}] if part == "captures" else {})
        holder = holder[0] if isinstance(holder, list) else holder
    last = path[-1]
    if isinstance(value, list) and last in holder:
        holder[last] = [*holder[last], *value]
    else:
        holder[last] = value
