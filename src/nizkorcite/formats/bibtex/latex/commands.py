r"""
Commands of LaTeX and the characters that they print.

Accents, quotation marks and the commands of our own encoder are here; the names of 800 other
characters (``\textpm``, ``\alpha``) are pylatexenc's.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, partial

from nizkorcite.formats.bibtex.latex.groups import Change

_ABOVE = {
    "'": "\u0301", '"': "\u0308", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "H": "\u030b", "r": "\u030a", "u": "\u0306", "v": "\u030c", "t": "\u0361",
}  # fmt: skip
_ACCENTS = {**_ABOVE, "b": "\u0331", "c": "\u0327", "d": "\u0323", "k": "\u0328"}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_ALONE = {"=": "¯", ".": "˙", "H": "˝", "r": "˚", "u": "˘", "v": "ˇ", "c": "¸", "k": "˛"}
_MATH_ACCENTS = {
    "hat": "^", "widehat": "^", "bar": "=", "tilde": "~", "widetilde": "~", "dot": ".",
    "ddot": '"', "acute": "'", "grave": "`", "check": "v", "breve": "u", "mathring": "r",
}  # fmt: skip

SYMBOLS: Mapping[str, str] = {"\\": "\n", ",": "\u202f", "-": "\u00ad", "/": "", "@": "", "\n": " "}
"""Commands of one sign whose output is another one; others print themselves."""
_TEXTS = {
    "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "newline": "\n", "lq": "`", "rq": "'", "par": "\n", "space": " ",
    "BibTeX": "BibTeX", "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2ε", "textnumero": "№",
    "slash": "/", "textperiodcentered": "·", "textquotedbl": '"', "textquotesingle": "'",
    "textcompwordmark": "", "cprime": "ʹ", "cdprime": "ʺ", "Dbar": "Đ", "dbar": "đ",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "texteuro": "€", "euro": "€",
    "EUR": "€", "texttimes": "×", "textdiv": "÷", "degree": "°", "celsius": "°C", "micro": "µ",
    "textohm": "Ω", "ohm": "Ω", "nobreakdash": "", "nobreakspace": "\u00a0", "quad": " ",
    "qquad": " ", "enspace": " ", "thinspace": "\u202f", "dots": "…", "ldots": "…",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
    "textdollar": "$", "textsection": "§", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "og": "«\u00a0", "fg": "\u00a0»",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "\u2018",
    "textquoteright": "\u2019", "quotedblbase": "„", "quotesinglbase": "‚", "copyright": "©",
    "pounds": "£", "P": "¶", "S": "§", "i": "ı", "j": "ȷ", "ng": "ŋ", "NG": "Ŋ", "dh": "ð",
    "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "textexclamdown": "¡",
    "textquestiondown": "¿", "textcelsius": "℃", "textschwa": "ə", "ldquo": "“", "rdquo": "”",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "\u2018", "flqq": "«", "frqq": "»", "flq": "‹",
    "frq": "›", "xspace": "",
}  # fmt: skip
_UNSEEN = frozenset(
    """bf bfseries em emph it itshape mbox hbox fbox mkbibemph mkbibbold mkbibitalic path protect
    relax rm rmfamily sc scshape sf sffamily sl slshape textbf textit textmd textnormal textrm
    textsc textsf textsl texttt tt ttfamily textup upshape underline uline url nolinkurl text
    ensuremath normalfont nocase NoCaseChange small footnotesize large tiny scriptsize
    normalsize leavevmode allowbreak linebreak break null ignorespaces unskip boldmath textlatin
    textcyr textgreek cyr""".split()
)
_WITHOUT_FIRST = frozenset(
    """href textcolor color hspace hskip vspace raisebox noopsort SortNoop sortnoop foreignlanguage
    selectlanguage texorpdfstring bibinfo bibfield label phantom hphantom vphantom
    fontencoding printfirst""".split()
)
_QUOTATIONS = frozenset(("enquote", "mkbibquote", "textquote"))


def accent_change(sign: str) -> Change | None:
    """
    Return the function that puts an accent on a text, by its command.

    >>> accent_change("'")("e"), accent_change("c")("c"), accent_change("~")("")
    ('é', 'ç', '~')
    """
    return partial(_accented, sign) if sign in _ACCENTS else None


def math_accent_change(name: str) -> Change | None:
    """Return the function that puts an accent on a letter of a formula."""
    return accent_change(_MATH_ACCENTS.get(name, ""))


def _accented(sign: str, text: str) -> str:
    first = text[:1]
    if not first.isalpha():
        return _ALONE.get(sign, sign) + text
    letter = _DOTLESS.get(first, first) if sign in _ABOVE else first
    return unicodedata.normalize("NFC", letter + _ACCENTS[sign]) + text[1:]


def argument_change(name: str) -> Change | None:
    """Return the change that a command makes to its first argument; ``None`` for any other."""
    if name in _WITHOUT_FIRST:
        return _nothing
    if name in _QUOTATIONS:
        return _quoted
    return {"textsuperscript": superscript, "textsubscript": subscript}.get(name)


def command_text(name: str) -> str | None:
    """
    Return the characters that a command prints; ``None`` for a command that is not known.

    >>> command_text("textpm"), command_text("ss"), command_text("emph"), command_text("x")
    ('±', 'ß', '', None)
    """
    if name in _TEXTS:
        return _TEXTS[name]
    return "" if name in _UNSEEN else _named_characters().get(name)


@cache
def _named_characters() -> Mapping[str, str]:
    """Return the commands for single characters, from pylatexenc's tables."""
    from pylatexenc.latex2text import get_default_latex_context_db  # few values need them

    database = get_default_latex_context_db()
    commands = (
        (name, command.simplify_repl)
        for category in ("latex-base", "advanced-symbols")
        for name, command in database.d[category]["macros"].items()
    )
    return {name: text for name, text in commands if isinstance(text, str) and len(text) == 1}


def superscript(text: str) -> str:
    """
    Raise digits and signs; other texts, such as ordinals, stay on the line.

    >>> superscript("2"), superscript("th"), superscript("∘")
    ('²', 'th', '°')
    """
    return raised(text) or text


def subscript(text: str) -> str:
    """Lower digits and signs; other texts stay on the line."""
    return lowered(text) or text


def raised(text: str) -> str | None:
    """Return a text in superior characters; ``None`` if Unicode lacks one of them."""
    return _shifted(text, _RAISED)


def lowered(text: str) -> str | None:
    """Return a text in inferior characters; ``None`` if Unicode lacks one of them."""
    return _shifted(text, _LOWERED)


def _shifted(text: str, table: Mapping[str, str]) -> str | None:
    shifted = [table.get(character) for character in text]
    return None if None in shifted else "".join(filter(None, shifted))


def _nothing(_: str) -> str:
    return ""


def _quoted(text: str) -> str:
    return f"“{text}”"


_RAISED = {
    **dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True)),
    "∘": "°", "°": "°", "*": "*", "∗": "*", "†": "†", "′": "′", "'": "′", "™": "™", "®": "®",
}  # fmt: skip
_LOWERED = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
