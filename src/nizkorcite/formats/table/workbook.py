"""
Tables as workbooks of Excel (XLSX), with the columns and the texts that CSV has.

Every cell is written as a text: a spreadsheet has no date without a day, and takes zeros off a
number. XlsxWriter writes texts that are no formulas, and the same bytes each time; openpyxl also
reads what other programs saved. Both come with the extra ``xlsx``.
"""

import re
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, Final, Union, cast
from zipfile import ZipFile

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.files.kinds import EMPTY
from nizkorcite.formats.citation_file import CitationFile
from nizkorcite.formats.table.records import citation_file_of, columns_and_rows
from nizkorcite.formats.table.rows import Table, table_of_cells, written_cells
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference

if TYPE_CHECKING:  # of an extra
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

_Cell = Union["ReadOnlyCell", "EmptyCell"]
_Row = Sequence[_Cell]

_SHEET: Final = "records"
_AS_TEXT: Final = {"num_format": "@"}
# A file names the moment it was made; the same records are to give the same file.
_MADE: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the first day that a zip file can state
_MOST_ROWS: Final = 1_048_576
_MOST_LETTERS: Final = 32_767
_MOST_CELLS: Final = 20_000_000
_CELLS_OF_ROW: Final = 20  # a far cell has a million empty rows above
_MOST_BYTES: Final = 1 << 29
_FORMULA: Final = "f"
_ERROR: Final = "e"
_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")
_IN_QUOTES: Final = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')
_DIGITS: Final = re.compile(r"(0+)(?:\.(0+))?")


def write_all(references: Sequence[Reference]) -> bytes:
    """
    Write a workbook with one sheet.

    A text that is longer than a cell can be has no cell, so that none is cut.

    Raises:
        InputError: The extra is not installed, or a sheet has too few rows for the references.
    """
    columns, rows = columns_and_rows(references)
    if len(rows) >= _MOST_ROWS:
        problem = Message("a sheet has {most} rows at most; write CSV", most=_MOST_ROWS)
        raise InputError(problem)
    file = BytesIO()
    book = _library("xlsxwriter").Workbook(file, {"in_memory": True})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(_SHEET)
    as_text = book.add_format(_AS_TEXT)
    sheet.set_column(0, len(columns) - 1, None, as_text)  # also for rows that people add
    sheet.freeze_panes(1, 0)
    for number, cells in enumerate(written_cells(columns, rows)):
        for column, text in enumerate(cells):
            if text and _fits(text):
                sheet.write_string(number, column, _NOT_IN_XML.sub(_escape, text), as_text)
    book.close()
    return file.getvalue()


def read_all(data: bytes, lang: Language = "en") -> CitationFile:
    """
    Read the references of a workbook.

    Args:
        data: The whole file.
        lang: Language of the findings.
    """
    return citation_file_of(lambda: read_workbook(data), lang)


def read_workbook(data: bytes) -> Table:
    """
    Read the only sheet of a workbook that has cells.

    A date is read as precisely as its format prints it, a number as it is printed.

    Raises:
        InputError: The file is no workbook, too large, or has several sheets with cells; a cell
            has an error or a formula without a value; or as for `read_table`.
    """
    _check_size(data)
    rows = _rows_of_only_sheet(data, of_values=False)
    if any(cell.data_type == _FORMULA for row in rows for cell in row):
        rows = list(map(_with_values, rows, _rows_of_only_sheet(data, of_values=True)))
    return table_of_cells((number, list(map(_text, row))) for number, row in enumerate(rows, 1))


def _fits(text: str) -> bool:
    return len(text.encode("utf-16-le")) // 2 <= _MOST_LETTERS


def _escape(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]


def _check_size(data: bytes) -> None:
    """Refuse an empty file, and a small one that would fill the memory."""
    if not data:
        raise InputError(EMPTY)
    try:
        with ZipFile(BytesIO(data)) as file:
            size = sum(each.file_size for each in file.infolist())
    except Exception as error:  # zipfile raises what its parts raise
        raise _broken() from error
    if size > _MOST_BYTES:
        message = Message("the workbook has more than {most} bytes", most=_MOST_BYTES)
        raise InputError(message)


def _broken() -> InputError:
    return InputError(Message("is no workbook (XLSX), or is damaged; save it again, or as CSV"))


def _rows_of_only_sheet(data: bytes, *, of_values: bool) -> Sequence[_Row]:
    """Return the rows of cells; of cells with a formula, the formula or the value saved for it."""
    openpyxl = _library("openpyxl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out, such as validations
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=of_values)
            sheets = {sheet.title: rows for sheet in book.worksheets if (rows := _rows(sheet))}
    except InputError:
        raise
    except Exception as error:  # openpyxl raises what its parsers raise
        raise _broken() from error
    if len(sheets) > 1:
        problem = Message(
            "the workbook has several sheets with cells ({names}); keep only the table",
            names=", ".join(sheets),
        )
        raise InputError(problem)
    return next(iter(sheets.values()), ())


def _rows(sheet: "ReadOnlyWorksheet") -> Sequence[_Row]:
    """Return the rows of a sheet, or none if no cell is filled."""
    sheet.reset_dimensions()  # they may be wrong, and then no row would end
    rows: list[_Row] = []
    room = _MOST_CELLS
    for cells in cast("Worksheet", sheet).iter_rows():
        row = cast(_Row, cells)
        room -= len(row) + _CELLS_OF_ROW
        if room < 0:
            raise InputError(Message("the sheet has more than {most} cells", most=_MOST_CELLS))
        rows.append(row)
    is_filled = any(cell.value is not None for row in rows for cell in row)
    return rows if is_filled else ()


def _with_values(row: _Row, values: _Row) -> _Row:
    """Put values in the place of formulas."""
    return [
        _computed(cell, value) if cell.data_type == _FORMULA else cell
        for cell, value in zip(row, values, strict=True)
    ]


def _computed(cell: _Cell, value: _Cell) -> _Cell:
    if value.value is None:
        problem = Message(
            "{cell} is a formula without a value; save the file in a spreadsheet program",
            cell=_name(cell),
        )
        raise InputError(problem)
    return value


def _name(cell: _Cell) -> str:
    return cast("ReadOnlyCell", cell).coordinate


def _text(cell: _Cell) -> str:
    """Return what a cell prints."""
    value = cell.value
    if cell.data_type == _ERROR:
        problem = Message("{cell} has the error {value}", cell=_name(cell), value=str(value))
        raise InputError(problem)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    if isinstance(value, date):
        return _date(value, cell.number_format or "")
    return "" if value is None else str(value).replace("_x000D_\n", "\n")


def _number(value: float, form: str) -> str:
    """
    Return a number with the digits of its format.

    >>> _number(2017.0, "General"), _number(7, "000"), _number(0.5, "0.00"), _number(1e15, "#,##0")
    ('2017', '007', '0.50', '1000000000000000')
    """
    if match := _DIGITS.fullmatch(form):
        decimals = len(match[2] or "")
        return f"{value:0{len(match[1]) + decimals + bool(decimals)}.{decimals}f}"
    return str(int(value)) if value == int(value) else f"{value:.15g}"


def _date(value: date, form: str) -> str:
    r"""
    Return as much of a date as its format prints: a spreadsheet adds days and years of its own.

    >>> day = datetime(2017, 2, 1, 9, 30)
    >>> [_date(day, form) for form in ("dd/mm/yyyy", "mmm\\-yy", "yyyy", "d-mmm", "d/m/yy h:mm")]
    ['2017-02-01', '2017-02', '2017', '--02-01', '2017-02-01T09:30']
    """
    printed = _IN_QUOTES.sub("", form).lower()
    if "h" in printed:
        return f"{value:%Y-%m-%dT%H:%M}"
    if "d" not in printed:
        return f"{value:%Y-%m}" if "m" in printed else f"{value:%Y}"
    return f"{value:%Y-%m-%d}" if "y" in printed else f"{value:--%m-%d}"


def _library(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            Message("a workbook needs an extra: {command}", command=install_command("xlsx"))
        ) from error
