"""Safe display of values in terminals and notebooks."""

from collections.abc import Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from attrs import AttrsInstance

_LONGEST = 60
_ELLIPSIS = "..."


def visible(text: str) -> str:
    r"""
    Return a text on one line, with unprintable characters escaped.

    Unprintable characters can move a terminal's cursor, break the line or reverse its direction.

    >>> print(visible("a\nb\u202e"))
    a\nb\u202e
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def in_quotes(text: str) -> str:
    r"""
    Put a text in quotation marks: at most 60 characters, invisible ones as escapes.

    >>> print(in_quotes("a\nb\u202e"))
    "a\nb\u202e"
    """
    is_long = len(text) > _LONGEST
    cut = f"{text[: _LONGEST - len(_ELLIPSIS)]}{_ELLIPSIS}" if is_long else text
    return f'"{visible(cut)}"'


def stated_repr(value: "AttrsInstance") -> str:
    """
    Return the `repr` of an attrs value, without the members that are absent.

    >>> from nizkorcite.record.model import organisation
    >>> organisation("EFE")
    Agent(kind='organisation', name='EFE')
    """
    from attrs import fields  # most commands need `visible` alone

    members = ((each.name, getattr(value, each.name)) for each in fields(type(value)) if each.repr)
    shown = (f"{name}={member!r}" for name, member in members if member not in (None, ()))
    return f"{type(value).__name__}({', '.join(shown)})"


def html_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """
    Return an HTML table; ``None`` becomes an empty cell.

    >>> html_table(["title"], [["Law & order"], [None]])
    '<table><tr><th ...>title</th></tr><tr><td ...>Law &amp; order</td></tr><tr><td ...></td>...'
    """
    from html import escape  # its table of entities is slow to load

    def line(cells: Sequence[object], tag: str) -> str:
        texts = ("" if cell is None else escape(str(cell)) for cell in cells)
        return f"<tr>{''.join(f'<{tag} {_LEFT}>{text}</{tag}>' for text in texts)}</tr>"

    return f"<table>{line(headings, 'th')}{''.join(line(row, 'td') for row in rows)}</table>"


# Jupyter aligns table cells to the right.
_LEFT = 'style="text-align: left; vertical-align: top"'
