r"""
What a BibTeX or BibLaTeX value may hold: escaping by kind of field, and the way back.

Three kinds of value are told apart, since each mistake between them destroys data: *text* (titles,
notes) is escaped for TeX; *verbatim* values (addresses, DOIs) are read by TeX as they stand and
must not be escaped; *names* and lists are split at ``and``, so what must not be split is braced.

Own code, because the encoders at hand do not survive hostile text: that of bibtexparser 2.1 turns
addresses into ``%5Curl%7B``, pybtex 0.26 escapes addresses, and a brace written ``\{`` ends the
entry for biber, bibtex and pybtex alike. Reading back needs own code too: the decoder of pylatexenc
2.11, which bibtexparser calls, loses ``^`` and the empty groups that part ligatures.
"""

import re
import unicodedata
from collections.abc import Iterable

from nizkorcite.model import Agent, organisation, person
from nizkorcite.names import family_name


def encode_text(text: str) -> str:
    r"""
    Escape a text so that TeX prints it, and `decode_text` restores it, character for character.

    Braces become commands, since BibTeX counts them even after a backslash. Ligatures (``--`` would
    print as a dash) and runs of white space (TeX and BibTeX collapse them) are parted by an empty
    group. Everything beyond ASCII stays as it is, but a no-break space is TeX's ``~``.

    Args:
        text: Any text; line breaks of any kind come back as line feeds.

    >>> print(encode_text("100 % of {x} -- ~Q&A"))
    100 \% of \textbraceleft{}x\textbraceright{} -{}- \textasciitilde{}Q\&A
    """
    return _SPECIAL.sub(_escape, text)


def encode_title(title: str) -> str:
    """
    Escape a title, and brace the words whose capitals a style would lower.

    Whole words are braced, not letters, which would cost the kerning. The first word keeps its
    first capital in every style, so it is braced for a later one only.

    >>> print(encode_title("Putin: base in Tajikistan"))
    Putin: base in {Tajikistan}
    """
    first, *others = title.split(" ")
    words = [_keep_case(first, first[1:]), *(_keep_case(word, word) for word in others)]
    return " ".join(words)


def encode_verbatim(address: str) -> str:
    """
    An address or DOI as it stands; only what would end the value early is percent-encoded.

    That is white space, backslashes, control characters, and braces that do not balance (RFC 3986
    allows none of them). ``% # & _ ~`` stay.

    >>> encode_verbatim("https://example.org/a_b%20c?d&e#f~{")
    'https://example.org/a_b%20c?d&e#f~%7B'
    """
    unsafe = _UNSAFE if _balanced(address) else _UNSAFE_OR_BRACE
    return unsafe.sub(_percent_encode, address)


def encode_names(agents: Iterable[Agent]) -> str:
    """
    Agents as a name list: groups braced whole, persons as ``particles Family, Suffix, Given``.

    Particles that do not begin with a small letter can not be told from the family name in this
    format and join it; a person of whom only the whole name is known is braced like a group.

    >>> from nizkorcite.model import organisation, person
    >>> encode_names([organisation("Smith and Sons"), person("Cruz", "Ana", particles="de la")])
    '{Smith and Sons} and de la Cruz, Ana'
    """
    return " and ".join(_encode_name(agent) for agent in agents)


def encode_list(texts: Iterable[str]) -> str:
    """
    Texts as a BibLaTeX list (publishers, places): each braced, joined by ``and``.

    >>> encode_list(["Equipo Nizkor", "Derechos Human Rights"])
    '{Equipo Nizkor} and {Derechos Human Rights}'
    """
    return " and ".join(f"{{{encode_text(text)}}}" for text in texts)


def encode_keywords(keywords: Iterable[str]) -> str:
    """
    Keywords as a list with commas; a keyword that holds one is braced.

    >>> encode_keywords(["law", "Haag, Den"])
    'law, {Haag, Den}'
    """
    texts = (encode_text(keyword) for keyword in keywords)
    return ", ".join(f"{{{text}}}" if "," in text else text for text in texts)


def decode_text(value: str) -> str:
    r"""
    The text that a value prints: what `encode_text` and `encode_title` wrote, and common LaTeX.

    Accents, letters, dashes, quotes and font commands are understood; an unknown command stays as
    written, and so does mathematics.

    Args:
        value: What stands between the braces of a field.

    >>> decode_text(r"{\'E}tat--nation {\&} {OTAN}")
    'État–nation & OTAN'
    """
    return _TOKEN.sub(_unescape, value)


def decode_verbatim(value: str) -> str:
    r"""
    The address or DOI in a value; escapes that other programs wrongly put there are undone.

    >>> decode_verbatim("https://example.org/a_b"), decode_verbatim(r"\url{https://example.org/a\_b}")
    ('https://example.org/a_b', 'https://example.org/a_b')
    """
    address = value.strip()
    # A backslash is never part of an address, so that its braces are TeX's, too.
    if "\\" not in address:
        return address
    return _MISTAKEN_ESCAPE.sub(r"\1", address.replace(r"\textasciitilde", "~"))


def decode_names(value: str) -> tuple[Agent, ...]:
    """
    The agents of a name list, by BibTeX's rules; ``others`` names nobody and is left out.

    Args:
        value: What stands between the braces of a name field. A name braced whole is a group.

    Raises:
        ModelError: A name is nothing a record can hold, such as one of two lines.

    >>> first, second = decode_names("{Smith and Sons} and de la Cruz, Ana")
    >>> first.name, second.particles, second.family, second.given
    ('Smith and Sons', 'de la', 'Cruz', 'Ana')
    """
    return tuple(_decode_name(name) for name in _members(value))


def decode_list(value: str) -> tuple[str, ...]:
    """
    The texts of a BibLaTeX list.

    >>> decode_list("{Equipo Nizkor} and {Derechos Human Rights}")
    ('Equipo Nizkor', 'Derechos Human Rights')
    """
    return tuple(decode_text(member) for member in _members(value))


def decode_keywords(value: str) -> tuple[str, ...]:
    """
    The keywords of a list with commas.

    >>> decode_keywords("law, {Haag, Den}")
    ('law', 'Haag, Den')
    """
    return tuple(decode_text(word) for word in _split(value, _COMMA) if word)


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _keep_case(word: str, cased: str) -> str:
    written = encode_text(word) or "{}"
    if cased == cased.lower():
        return written
    # BibTeX changes the case inside a group that begins with a backslash, its "special character".
    return f"{{{{{written}}}}}" if written.startswith("\\") else f"{{{written}}}"


def _balanced(text: str) -> bool:
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _percent_encode(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _encode_name(agent: Agent) -> str:
    if agent.kind != "person" or not agent.family:
        return f"{{{_encode_whole(agent.name)}}}"
    if not agent.given:
        whole = ", ".join(part for part in (family_name(agent), agent.suffix) if part)
        return _encode_family(whole)
    parts = [_encode_part(part) for part in (agent.suffix, agent.given) if part]
    return ", ".join([_encode_last(agent), *parts])


def _encode_whole(name: str) -> str:
    r"""
    A group's name, of which biber 2.18 can make initials without cutting a brace in two.

    It takes the first character after each dash that is not braced alone, and two characters where
    the first is an accent, as it thinks a backquote is.

    >>> print(_encode_whole("`A--B-C"), _encode_whole("A-B"))
    \lq{}A{-}{-}B{-}C A-B
    """
    written = _BACKQUOTE.sub(r"\\lq{}", encode_text(name))
    return _DASH.sub(r"{\1}", written) if "-{}" in written else written


def _encode_last(agent: Agent) -> str:
    particles = agent.particles or ""
    if _PARTICLES.fullmatch(particles) and not _has_list_word(particles):
        return f"{particles} {_encode_family(agent.family or '')}"
    return _encode_family(family_name(agent))


def _encode_family(family: str) -> str:
    # Only of a single word do all programs agree that no part of it is a particle.
    written = encode_text(family)
    plain = _PLAIN_FAMILY.fullmatch(written) and not _has_list_word(written)
    return written if plain else f"{{{written}}}"


def _encode_part(part: str) -> str:
    written = encode_text(part)
    plain = not re.search(r"[,\\{}]", written) and not _has_list_word(written)
    return written if plain else f"{{{written}}}"


def _has_list_word(written: str) -> bool:
    return not _LIST_WORDS.isdisjoint(written.lower().split())


def _unescape(match: re.Match[str]) -> str:
    if match["accent"]:
        letter = (match["braced"] or match["bare"]).strip().removeprefix("\\")
        return unicodedata.normalize("NFC", letter + _ACCENTS[match["accent"]])
    if match["command"]:
        return _COMMANDS.get(match["command"], match[0])
    if match["symbol"]:
        return _SYMBOLS.get(match["symbol"], match["symbol"])
    return " " if match["space"] else _LIGATURES[match[0]]


def _members(value: str) -> list[str]:
    return [member for member in _split(value, _AND) if member and member != "others"]


def _split(value: str, separator: re.Pattern[str]) -> list[str]:
    """Split where the separator stands outside braces."""
    ends = [match.span() for match in separator.finditer(_outside_braces(value))]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(value)]
    return [value[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]


def _outside_braces(value: str) -> str:
    """The value with every character of its groups, and their braces, hidden behind a null."""
    depth = 0
    shown = []
    for character in value:
        depth += character == "{"
        shown.append("\0" if depth else character)
        depth = max(0, depth - (character == "}"))
    return "".join(shown)


def _decode_name(name: str) -> Agent:
    if _NAMED_PARTS.match(name):
        return _of_named_parts(name)
    before, *rest = _split(name, _COMMA)
    if rest:
        suffix = ", ".join(rest[:-1])
        particles, family = _decode_last(_split(before, _GAP))
        return _person(rest[-1], particles, family, suffix)
    if not _outside_braces(name).strip("\0"):
        return organisation(decode_text(name))
    words = _split(name, _GAP)
    small = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    first_of_last = small[0] if small else len(words) - 1
    particles, family = _decode_last(words[first_of_last:])
    return _person(" ".join(words[:first_of_last]), particles, family, "")


def _of_named_parts(name: str) -> Agent:
    """A name in BibLaTeX's extended format (biblatex manual, 3.5): ``family=Cruz, given=Ana``."""
    pairs = (part.partition("=") for part in _split(name, _COMMA))
    told = {key.strip(): value.strip() for key, _, value in pairs}
    parts = (told.get(key, "") for key in ("given", "prefix", "family", "suffix"))
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


_SPECIAL = re.compile(
    r"\A(?=[ \t])|[&%$#_{}~^\\\u00a0]|\r\n?|\n"
    r"|-(?=-)|`(?=`)|'(?=')|[?!](?=`)|<(?=<)|>(?=>)|,(?=,)"
    r"|[ \t](?=[ \t]|\Z)"
)
_ESCAPES = {
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "\u00a0": "~",
    **{character: f"\\{character}" for character in "&%$#_"},
    **dict.fromkeys(("\r\n", "\r", "\n"), r"\newline{}"),
    **{parted: f"{parted}{{}}" for parted in ("", *"-`'?!<>, \t")},
}

_UNSAFE = re.compile(r"[\s\\\x00-\x1f\x7f]")
_UNSAFE_OR_BRACE = re.compile(r"[\s\\\x00-\x1f\x7f{}]")
_MISTAKEN_ESCAPE = re.compile(r"\\(?:url|path|nolinkurl)\b|\\([#$%&_~^])|[{}]")

_PARTICLES = re.compile(r"[a-z][^\W\d_]*\.?(?: [a-z][^\W\d_]*\.?)*")
_PLAIN_FAMILY = re.compile(r"[^\s~,\\{}\-]+|[A-Z][^\s~,\\{}\-]*(?:-[A-Z][^\s~,\\{}\-]*)+")
_LIST_WORDS = frozenset({"and", "others"})
_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(",")
_BACKQUOTE = re.compile(r"`(?:\{\})?")
_DASH = re.compile(
    "([-\u058a\u05be\u1400\u1806\u2010-\u2015\u2053\u207b\u208b\u2212\u2e17\u2e3a\u2e3b\u301c\u3030"
    "\ufe31\ufe32\ufe58\ufe63\uff0d])(?:\\{\\})?"
)
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
    "--": "\u2013",
    "---": "\u2014",
    "``": "\u201c",
    "''": "\u201d",
    "?`": "\u00bf",
    "!`": "\u00a1",
    "<<": "\u00ab",
    ">>": "\u00bb",
    ",,": "\u201e",
    "~": "\u00a0",
    "{": "",
    "}": "",
}
_SYMBOLS = {"\\": "\n", ",": "\u202f", "-": "\u00ad", "/": "", "@": ""}
_ACCENTS = {
    "'": "\u0301",
    '"': "\u0308",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "b": "\u0331",
    "c": "\u0327",
    "d": "\u0323",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "u": "\u0306",
    "v": "\u030c",
}
_COMMANDS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "newline": "\n",
    "lq": "`",
    "par": "\n",
    "space": " ",
    "BibTeX": "BibTeX",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "i": "ı",
    "j": "ȷ",
    "l": "ł",
    "L": "Ł",
    "ng": "ŋ",
    "NG": "Ŋ",
    "o": "ø",
    "O": "Ø",
    "oe": "œ",
    "OE": "Œ",
    "ss": "ß",
    "th": "þ",
    "TH": "Þ",
    "copyright": "©",
    "dots": "…",
    "euro": "€",
    "ldots": "…",
    "P": "¶",
    "pounds": "£",
    "S": "§",
    "slash": "/",
    "textbar": "|",
    "textdollar": "$",
    "textellipsis": "…",
    "textemdash": "—",
    "textendash": "–",
    "texteuro": "€",
    "textexclamdown": "¡",
    "textgreater": ">",
    "textless": "<",
    "textquestiondown": "¿",
    "textquotedbl": '"',
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "\u2018",
    "textquoteright": "\u2019",
    "textquotesingle": "'",
    "textsection": "§",
    "textunderscore": "_",
    "guillemotleft": "«",
    "guillemotright": "»",
    **dict.fromkeys(
        (
            *("bf", "em", "emph", "enquote", "it", "mbox", "mkbibemph", "mkbibquote"),
            *("path", "protect", "relax", "rm", "sc", "sf", "sl", "textbf", "textit"),
            *("textnormal", "textrm", "textsc", "textsf", "textsl", "texttt", "tt"),
            *("textup", "url"),
        ),
        "",
    ),
}
