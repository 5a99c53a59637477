"""Rows of a table, each cell under the name of its column; in CSV (RFC 4180), or as cells."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    try:
        return table_of_cells((reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        problem = Message("line {line}: {problem}", line=reader.line_num, problem=str(error))
        raise InputError(problem) from error


def table_of_cells(lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """
    Return the table of numbered lines, the first of which has the names of the columns.

    Raises:
        InputError: As for `read_table`.
    """
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, cells in lines:
        if not columns:
            columns = _columns(cells)
        elif any(cells):
            rows.append(Row(number, _named(columns, cells, number)))
    return Table(columns, tuple(rows))


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    r"""
    Write a table with commas, in which no cell is a formula or has control characters.

    >>> write_table(["id", "title"], [{"id": "a\x1b", "title": "=1"}])
    "id,title\na\\x1b,'=1\n"
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(written_cells(columns, rows))
    return text.getvalue()


def written_cells(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> Iterator[Sequence[str]]:
    """Yield the names of the columns, then the cells of each row as they are written."""
    yield columns
    for row in rows:
        yield [harmless_cell(without_controls(row.get(column, ""))) for column in columns]


def _delimiter(text: str) -> str:
    """Choose the delimiter that splits the first line into most cells."""
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    columns = [cell.strip() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    for column, number in Counter(columns).items():
        if not column:
            raise InputError(Message("a column has no name; write the names in the first row"))
        if number > 1:
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
