"""
Text that leaves the program: what a reader would obey or not see is shown as an escape.

Each target has one function: `brief` for values within a message, `visible` for names in a line,
`log_line` for a line of a terminal or a log, `one_line` for citations, `shown_lines` for data on a
terminal or a page, `json_text` for JSON, `script_json` for JSON in a page, and `html_table`.
docs/architecture.md lists the other targets.
"""

import re
from collections.abc import Callable, Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from attrs import AttrsInstance

_LONGEST_VALUE = 500
_ELLIPSIS = "..."
# Control characters (DEL, C1), marks of writing direction, characters without width, tags, and
# halves of a character. Joiners of letters (U+200C, U+200D) are part of a word in many scripts
# (RFC 5892, appendix A) and hide nothing there; among ASCII, they hide.
_JOINS = r"\u200c\u200d"
_LETTER = r"[^\x00-\x9f\u2000-\u206f\ufeff]"
_UNSEEN = (
    r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    rf"\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]|(?<!{_LETTER})[{_JOINS}]"
    rf"|[{_JOINS}](?!{_LETTER})"
)
# Compiled on use, since most texts are printable.
_OBEYED = rf"[\x00-\x1f]|{_UNSEEN}"
_CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
_OTHER_BREAKS = r" ?[\x0b\x0c\x85\u2028\u2029]+ ?"
_OBEYED_IN_LINES = rf"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|{_UNSEEN}"
_LINE_BREAKS = r" ?[\t\n\x0b\x0c\r\x85\u2028\u2029]+ ?"
# GitHub Actions obeys lines of a log that begin with ``::``, and ``##[`` anywhere in a line.
_WORKFLOW_COMMAND = re.compile(r"\A(\s*):(?=:)|#(?=#\[)")


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


def file_name(text: str) -> str:
    r"""
    Return a name for a new file, without characters that are obeyed or unseen.

    >>> file_name("a\x1b[31m\n.html")
    'a_[31m_.html'
    """
    return text if text.isprintable() else re.sub(_OBEYED, "_", text)


def log_line(text: str) -> str:
    r"""
    Return a text as one line of a terminal or a log, without workflow commands in it.

    >>> print(log_line("::error::no\n"))
    \x3a:error::no\n
    """
    return without_commands(visible(text))


def without_commands(line: str) -> str:
    r"""
    Return a line in which no log of GitHub Actions finds a workflow command.

    >>> print(without_commands("::warning::Law ##[group]"))
    \x3a:warning::Law \x23#[group]
    """
    return _WORKFLOW_COMMAND.sub(_numbered, line)


def one_line(text: str) -> str:
    r"""
    Return the text of a citation on one line; line breaks become spaces.

    All letters and spaces of the world stay as they are.

    >>> print(one_line("A\nLaw\u202e: 日本\u3000\x1b[31m"))
    A Law\u202e: 日本　\x1b[31m
    """
    if text.isprintable():
        return text
    return re.sub(_OBEYED, _escaped, re.sub(_LINE_BREAKS, " ", text))


def has_controls(text: str) -> bool:
    r"""
    Check for control characters besides tabs and line feeds, and for halves of a character.

    >>> has_controls("A\nlaw"), has_controls("A\x1b[31m law")
    (False, True)
    """
    return not text.isprintable() and bool(re.search(_CONTROLS, text))


def without_controls(text: str) -> str:
    r"""
    Return a value of a data format, its control characters and half characters as escapes.

    Line feeds and tabs stay, other line breaks become spaces. Marks of writing direction stay too:
    programs that read the file need them.

    >>> print(without_controls("A\x1b[31m\nlaw"))
    A\x1b[31m
    law
    """
    if text.isprintable():
        return text
    return re.sub(_CONTROLS, _escaped, re.sub(_OTHER_BREAKS, " ", text))


def shown_lines(text: str) -> str:
    r"""
    Return lines of data as a terminal may print them.

    >>> print(shown_lines("title = {\x1b[31m},\n"), end="")
    title = {\x1b[31m},
    """
    return _without_obeyed(text, _escaped)


def json_text(value: object, indent: int | None = None) -> str:
    r"""
    Encode a value as JSON, of which no character is obeyed or unseen.

    >>> print(json_text({"title": "Ley \u202e\x1b"}))
    {"title": "Ley \u202e\u001b"}
    """
    import json  # slow to load, and most commands print none

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _without_obeyed(text, lambda match: json.dumps(match[0])[1:-1])


def _without_obeyed(lines: str, escaped: Callable[[re.Match[str]], str]) -> str:
    """Escape what is obeyed or unseen; looking for it takes ten times as long as for the rest."""
    if lines.replace("\n", "").isprintable():
        return lines
    return re.sub(_OBEYED_IN_LINES, escaped, lines)


def script_json(value: object, indent: int | None = None) -> str:
    r"""
    Encode a value as JSON for a ``<script>``, which no character of the value can end.

    >>> print(script_json({"title": "</script>"}))
    {"title": "\u003c/script>"}
    """
    return json_text(value, indent).replace("<", "\\u003c")


def _escaped(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]


def _numbered(match: re.Match[str]) -> str:
    return f"{match[1] or ''}\\x{ord(match[0][-1]):02x}"


def in_quotes(text: str) -> str:
    r"""
    Put a text in quotation marks: at most 60 characters, invisible ones as escapes.

    >>> print(in_quotes("a\nb\u202e"))
    "a\nb\u202e"
    """
    return f'"{visible(shortened(text))}"'


def shortened(text: str, longest: int = 60) -> str:
    """
    Cut a text that is longer than so many characters.

    >>> shortened("a" * 61, 8), shortened("a")
    ('aaaaa...', 'a')
    """
    return text if len(text) <= longest else f"{text[: longest - len(_ELLIPSIS)]}{_ELLIPSIS}"


def brief(text: str) -> str:
    r"""
    Return a value within a message: `visible`, and at most 500 characters of the text.

    >>> print(brief("a\nb" + 600 * "x")[:10])
    a\nbxxxxxx
    """
    return visible(shortened(text, _LONGEST_VALUE))


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
        texts = ("" if cell is None else escape(one_line(str(cell))) for cell in cells)
        return f"<tr>{''.join(f'<{tag} {_LEFT}>{text}</{tag}>' for text in texts)}</tr>"

    return f"<table>{line(headings, 'th')}{''.join(line(row, 'td') for row in rows)}</table>"


# Jupyter aligns table cells to the right.
_LEFT = 'style="text-align: left; vertical-align: top"'
