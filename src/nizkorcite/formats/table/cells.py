"""
Cells of CSV that no spreadsheet takes for a formula.

A cell that begins with one of a few characters is computed when a spreadsheet opens the file
(OWASP, "CSV Injection"). Such a text is written with an apostrophe before it, and read without.
"""

import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def harmless_cell(text: str) -> str:
    """
    Write a text as a cell that is no formula.

    >>> harmless_cell("=1+1"), harmless_cell("'=1"), harmless_cell("'t Veld")
    ("'=1+1", "''=1", "'t Veld")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def text_of_cell(cell: str) -> str:
    """
    Return the text of a cell that `harmless_cell` wrote.

    >>> text_of_cell("'=1+1"), text_of_cell("-5"), text_of_cell("'t Veld")
    ('=1+1', '-5', "'t Veld")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
