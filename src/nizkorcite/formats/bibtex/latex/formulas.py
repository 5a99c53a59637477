"""Mathematics of LaTeX in Unicode, where Unicode can express it."""

import re
import unicodedata
from functools import partial

from nizkorcite.formats.bibtex.latex.commands import (
    argument_change,
    command_text,
    lowered,
    math_accent_change,
    raised,
)
from nizkorcite.formats.bibtex.latex.groups import Change, GroupedOutput

_TOKEN = re.compile(r"\\(?P<command>[A-Za-z]+)\s*|\\(?P<sign>.)|(?P<other>.)", re.DOTALL)
_ALPHABETS = {
    "mathbb": "DOUBLE-STRUCK", "Bbb": "DOUBLE-STRUCK", "mathcal": "SCRIPT", "cal": "SCRIPT",
    "mathscr": "SCRIPT", "mathfrak": "FRAKTUR", "frak": "FRAKTUR",
}  # fmt: skip
_UPRIGHT = frozenset(
    """mathrm mathbf mathit mathsf mathtt boldsymbol bm pmb operatorname left right big Big bigl
    bigr Bigl Bigr displaystyle textstyle""".split()
)
_FUNCTIONS = frozenset(
    """arccos arcsin arctan cos cosh cot deg det dim exp gcd hom inf ker lg lim ln log max min mod
    sec sin sinh sup tan tanh""".split()
)
_SIGNS = {",": "\u202f", ":": " ", ";": " ", ">": " ", " ": " ", "!": ""}
_CHARACTERS = {"-": "−", "'": "′", "~": " ", "\n": " "}
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "re", "e", "o", "a", "ème"))


class _InexpressibleError(Exception):
    """Formula that Unicode cannot express."""


def formula_text(formula: str) -> str | None:
    r"""
    Return what a formula prints, or ``None`` if Unicode cannot express it.

    Args:
        formula: Mathematics without its dollar signs.

    >>> formula_text(r"\mathbb{Q}_p"), formula_text("H_2"), formula_text(r"\frac{a}{b}")
    ('ℚₚ', 'H₂', None)
    """
    output = GroupedOutput()
    try:
        for match in _TOKEN.finditer(formula):
            _print(match, output)
        return output.text()
    except _InexpressibleError:
        return None


def _print(match: re.Match[str], output: GroupedOutput) -> None:
    if match["command"]:
        _print_command(match["command"], output)
    elif match["sign"]:
        output.print_symbol(_SIGNS.get(match["sign"], match["sign"]))
    elif match["other"] in "{}":
        (output.open_group if match["other"] == "{" else output.close_group)()
    elif match["other"] in "^_":
        output.await_argument(_superscript if match["other"] == "^" else _subscript)
    else:
        output.print_literal(_CHARACTERS.get(match["other"], match["other"]))


def _print_command(name: str, output: GroupedOutput) -> None:
    change = _change(name)
    text = "" if name in _UPRIGHT else name if name in _FUNCTIONS else command_text(name)
    if change:
        output.await_argument(change)
    elif text is None:
        raise _InexpressibleError
    elif text:
        output.print_symbol(text)


def _change(name: str) -> Change | None:
    if name in _ALPHABETS:
        return partial(_lettered, _ALPHABETS[name])
    return _root if name == "sqrt" else math_accent_change(name) or argument_change(name)


def _lettered(alphabet: str, text: str) -> str:
    """
    Return letters of a mathematical alphabet.

    >>> _lettered("SCRIPT", "NB"), _lettered("DOUBLE-STRUCK", "Q")
    ('𝒩ℬ', 'ℚ')
    """
    return "".join(_letter(alphabet, character) for character in text)


def _letter(alphabet: str, letter: str) -> str:
    kind = f"{alphabet} {'CAPITAL' if letter.isupper() else 'SMALL'} {letter.upper()}"
    # Letters that Unicode had before the alphabets were complete have names of their own.
    for name in (f"MATHEMATICAL {kind}", kind, kind.replace("FRAKTUR", "BLACK-LETTER")):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    raise _InexpressibleError


def _root(text: str) -> str:
    if len(text) != 1:
        raise _InexpressibleError
    return f"√{text}"


def _superscript(text: str) -> str:
    if text in _ORDINALS:
        return text
    return _expressed(raised(text))


def _subscript(text: str) -> str:
    return _expressed(lowered(text))


def _expressed(text: str | None) -> str:
    if text is None:
        raise _InexpressibleError
    return text
