"""
Decoding: from values of BibTeX and BibLaTeX to the text that TeX prints.

Own code, because the decoder of pylatexenc 2.11, which bibtexparser calls, loses ``^`` and the
empty groups that separate ligatures.
"""

import re
import unicodedata

from nizkorcite.record.model import Agent, organisation, person


def decode_text(value: str) -> str:
    r"""
    Decode a text, as `encode_text`, `encode_title` and common LaTeX write it.

    Accents, letters, dashes, quotation marks and font commands are decoded; unknown commands and
    mathematics stay unchanged.

    Args:
        value: The value of a field without its braces.

    >>> decode_text(r"{\'E}tat--nation {\&} {OTAN}")
    'État–nation & OTAN'
    """
    return _TOKEN.sub(_unescape, value)


def decode_verbatim(value: str) -> str:
    r"""
    Decode an address or DOI, and undo escapes that other programs wrongly put into it.

    >>> decode_verbatim("https://example.org/a_b"), decode_verbatim(r"\url{https://example.org/a\_b}")
    ('https://example.org/a_b', 'https://example.org/a_b')
    """
    address = value.strip()
    # A backslash is never part of an address; braces beside one are TeX's, too.
    if "\\" not in address:
        return address
    return _MISTAKEN_ESCAPE.sub(r"\1", address.replace(r"\textasciitilde", "~"))


def decode_names(value: str) -> tuple[Agent, ...]:
    """
    Decode a list of names by BibTeX's rules, without ``others``, which names nobody.

    Args:
        value: The value of a name field without its braces; a name within braces is a group.

    Raises:
        ModelError: A name is invalid in a record, such as one of two lines.

    >>> first, second = decode_names("{Smith and Sons} and de la Cruz, Ana")
    >>> first.name, second.particles, second.family, second.given
    ('Smith and Sons', 'de la', 'Cruz', 'Ana')
    """
    return tuple(_decode_name(name) for name in _list_members(value))


def decode_list(value: str) -> tuple[str, ...]:
    """
    Decode the texts of a BibLaTeX list.

    >>> decode_list("{Equipo Nizkor} and {Derechos Human Rights}")
    ('Equipo Nizkor', 'Derechos Human Rights')
    """
    return tuple(decode_text(member) for member in _list_members(value))


def decode_keywords(value: str) -> tuple[str, ...]:
    """
    Decode keywords that are separated by commas.

    >>> decode_keywords("law, {Haag, Den}")
    ('law', 'Haag, Den')
    """
    return tuple(decode_text(word) for word in _split(value, _COMMA) if word)


def _unescape(match: re.Match[str]) -> str:
    if match["accent"]:
        letter = (match["braced"] or match["bare"]).strip().removeprefix("\\")
        return unicodedata.normalize("NFC", letter + _ACCENTS[match["accent"]])
    if match["command"]:
        return _COMMANDS.get(match["command"], match[0])
    if match["symbol"]:
        return _SYMBOLS.get(match["symbol"], match["symbol"])
    return " " if match["space"] else _LIGATURES[match[0]]


def _list_members(value: str) -> list[str]:
    return [member for member in _split(value, _AND) if member and member != "others"]


def _split(value: str, separator: re.Pattern[str]) -> list[str]:
    """Split a value at separators outside of braces."""
    ends = [match.span() for match in separator.finditer(_outside_braces(value))]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(value)]
    return [value[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]


def _outside_braces(value: str) -> str:
    """Replace every character of groups and their braces by a null."""
    depth = 0
    shown = []
    for character in value:
        depth += character == "{"
        shown.append("\0" if depth else character)
        depth = max(0, depth - (character == "}"))
    return "".join(shown)


def _decode_name(name: str) -> Agent:
    if _NAMED_PARTS.match(name):
        return _name_of_named_parts(name)
    last, *others = _split(name, _COMMA)
    if others:
        return _inverted_name(last, others)
    if not _outside_braces(name).strip("\0"):
        return organisation(decode_text(name))
    return _name_in_order(_split(name, _GAP))


def _inverted_name(last: str, others: list[str]) -> Agent:
    """Read a name such as ``particles Family, Suffix, Given``."""
    particles, family = _decode_last(_split(last, _GAP))
    return _person(others[-1], particles, family, ", ".join(others[:-1]))


def _name_in_order(words: list[str]) -> Agent:
    """Read a name such as ``Given particles Family``; the first particle ends the given names."""
    small = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    start = small[0] if small else len(words) - 1
    particles, family = _decode_last(words[start:])
    return _person(" ".join(words[:start]), particles, family, "")


def _name_of_named_parts(name: str) -> Agent:
    """Read a name in BibLaTeX's extended format (manual, 3.5): ``family=Cruz, given=Ana``."""
    pairs = (part.partition("=") for part in _split(name, _COMMA))
    stated = {key.strip(): value.strip() for key, _, value in pairs}
    parts = (stated.get(key, "") for key in ("given", "prefix", "family", "suffix"))
    return _person(*(part[1:-1] if part.startswith("{") else part for part in parts))


def _decode_last(words: list[str]) -> tuple[str, str]:
    small = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    end = small[-1] + 1 if small else 0
    return " ".join(words[:end]), " ".join(words[end:])


def _is_particle(word: str) -> bool:
    letters = (letter for letter in _outside_braces(word) if letter.isalpha())
    return next(letters, "A").islower()


def _person(given: str, particles: str, family: str, suffix: str) -> Agent:
    given, particles, family, suffix = map(decode_text, (given, particles, family, suffix))
    return person(family, given, particles, suffix)


_MISTAKEN_ESCAPE = re.compile(r"\\(?:url|path|nolinkurl)\b|\\([#$%&_~^])|[{}]")

_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(",")
_NAMED_PARTS = re.compile(r"(?=.*\bfamily\s*=)(?:family|given|prefix|suffix|useprefix)\s*=")
_GAP = re.compile(r"[\s~]+")

_TOKEN = re.compile(
    r"""\\(?P<accent>['"`^~=.]|[bcdHkruv](?![A-Za-z]))\s*
          (?:\{\s*(?P<braced>\\[ij](?![A-Za-z])\s*|[^\W\d_])\s*\}
            |(?P<bare>\\[ij](?![A-Za-z])|[^\W\d_]))
      | \\(?P<command>[A-Za-z]+)(?:\{\}|[ \t\r\n]+)?
      | \\(?P<symbol>[^A-Za-z])(?:\{\})?
      | (?P<space>[ \t]*[\r\n][ \t\r\n]*|[ \t]{2,})
      | -{2,3} | `` | '' | [?!]` | << | >> | ,, | [~{}]""",
    re.VERBOSE,
)
_LIGATURES = {
    "--": "\u2013", "---": "\u2014", "``": "\u201c", "''": "\u201d", "?`": "\u00bf", "!`": "\u00a1",
    "<<": "\u00ab", ">>": "\u00bb", ",,": "\u201e", "~": "\u00a0", "{": "", "}": "",
}  # fmt: skip
_SYMBOLS = {"\\": "\n", ",": "\u202f", "-": "\u00ad", "/": "", "@": ""}
_ACCENTS = {
    "'": "\u0301", '"': "\u0308", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "b": "\u0331", "c": "\u0327", "d": "\u0323", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "u": "\u0306", "v": "\u030c",
}  # fmt: skip
_COMMANDS = {
    "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "newline": "\n", "lq": "`", "par": "\n", "space": " ",
    "BibTeX": "BibTeX", "LaTeX": "LaTeX", "TeX": "TeX", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ",
    "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "i": "ı", "j": "ȷ", "l": "ł", "L": "Ł", "ng": "ŋ",
    "NG": "Ŋ", "o": "ø", "O": "Ø", "oe": "œ", "OE": "Œ", "ss": "ß", "th": "þ", "TH": "Þ",
    "copyright": "©", "dots": "…", "euro": "€", "ldots": "…", "P": "¶", "pounds": "£", "S": "§",
    "slash": "/", "textbar": "|", "textdollar": "$", "textellipsis": "…", "textemdash": "—",
    "textendash": "–", "texteuro": "€", "textexclamdown": "¡", "textgreater": ">", "textless": "<",
    "textquestiondown": "¿", "textquotedbl": '"', "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "\u2018", "textquoteright": "\u2019", "textquotesingle": "'",
    "textsection": "§", "textunderscore": "_", "guillemotleft": "«", "guillemotright": "»",
    **dict.fromkeys(
        (
            *("bf", "em", "emph", "enquote", "it", "mbox", "mkbibemph", "mkbibquote"),
            *("path", "protect", "relax", "rm", "sc", "sf", "sl", "textbf", "textit"),
            *("textnormal", "textrm", "textsc", "textsf", "textsl", "texttt", "tt"),
            *("textup", "url"),
        ),
        "",
    ),
}  # fmt: skip
