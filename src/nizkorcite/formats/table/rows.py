"""Rows of a table in CSV (RFC 4180), each cell under the name of its column."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from attrs import frozen

from nizkorcite.display import without_controls
from nizkorcite.errors import InputError
from nizkorcite.formats.table.cells import harmless_cell, text_of_cell
from nizkorcite.messages import Message

_DELIMITERS = ",;\t"


@frozen
class Row:
    """
    A row of a table.

    Attributes:
        line: The line of the file on which the row ends, from 1.
        cells: The cells that are not empty, by the names of their columns.
    """

    line: int
    cells: Mapping[str, str]


@frozen
class Table:
    """
    A table.

    Attributes:
        columns: The names of the columns, in order.
        rows: The rows that are not empty.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(text: str) -> Table:
    r"""
    Read a table whose first row has the names of the columns.

    Args:
        text: CSV with commas, semicolons (as spreadsheets write where the comma is the decimal
            sign) or tabs.

    Raises:
        InputError: A row has more cells than the first one, a column has no name or that of
            another one, or a quotation mark is not closed.

    >>> read_table("id;title\na;'=1\n").rows
    (Row(line=2, cells={'id': 'a', 'title': '=1'}),)
    """
    lines = StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    try:
        for cells in reader:
            if not columns:
                columns = _columns(cells)
            elif any(cells):
                rows.append(Row(reader.line_num, _named(columns, cells, reader.line_num)))
    except csv.Error as error:
        problem = Message("line {line}: {problem}", line=reader.line_num, problem=str(error))
        raise InputError(problem) from error
    return Table(columns, tuple(rows))


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    r"""
    Write a table with commas, in which no cell is a formula or has control characters.

    >>> write_table(["id", "title"], [{"id": "a\x1b", "title": "=1"}])
    "id,title\na\\x1b,'=1\n"
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [without_controls(row.get(column, "")) for column in columns]
        writer.writerow(map(harmless_cell, cells))
    return text.getvalue()


def _delimiter(text: str) -> str:
    """Choose the delimiter that splits the first line into most cells."""
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    columns = [cell.strip() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    for column in columns:
        if not column:
            raise InputError(Message("a column has no name; write the names in the first row"))
        if columns.count(column) > 1:
            raise InputError(Message('two columns are called "{name}"', name=column))
    return tuple(columns)


def _named(columns: Sequence[str], cells: Sequence[str], line: int) -> Mapping[str, str]:
    if any(cells[len(columns) :]):
        raise InputError(
            Message(
                "line {line} has {number} cells, but there are {columns} columns",
                line=line,
                number=len(cells),
                columns=len(columns),
            )
        )
    named = zip(columns, cells, strict=False)
    return {column: text_of_cell(cell) for column, cell in named if cell}
