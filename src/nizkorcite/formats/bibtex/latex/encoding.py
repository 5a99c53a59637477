r"""
Encoding: from texts to values of BibTeX and BibLaTeX.

Own code, because other encoders do not survive hostile text: that of bibtexparser 2.1 turns
addresses into ``%5Curl%7B``, pybtex 0.26 escapes addresses, and a brace written ``\{`` ends the
entry for biber, bibtex and pybtex alike.
"""

import re
from collections.abc import Iterable

from nizkorcite.formats.bibtex.latex.names import is_suffix
from nizkorcite.record.model import Agent
from nizkorcite.reference.names import ET_AL, family_name


def encode_text(text: str) -> str:
    r"""
    Escape a text so that TeX prints it, and `decode_text` restores it, character for character.

    Braces become commands, since BibTeX counts them even after a backslash. Ligatures (``--`` would
    print as a dash) and runs of white space (TeX and BibTeX collapse them) are separated by empty
    groups. Everything beyond ASCII stays as it is, but a no-break space is TeX's ``~``.

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
    Write an address or DOI unchanged, but percent-encode what would end the value early.

    These are white space, backslashes, control characters, and braces that do not balance (RFC 3986
    allows none of them). ``% # & _ ~`` stay.

    >>> encode_verbatim("https://example.org/a_b%20c?d&e#f~{")
    'https://example.org/a_b%20c?d&e#f~%7B'
    """
    unsafe = _UNSAFE if _is_balanced(address) else _UNSAFE_OR_BRACE
    return unsafe.sub(_percent_encode, address)


def encode_names(agents: Iterable[Agent]) -> str:
    """
    Write a list of names: groups in braces, persons as ``particles Family, Suffix, Given``.

    In this format, particles with a capital cannot be distinguished from the family name and become
    part of it; a person known by the whole name only is braced like a group.

    >>> from nizkorcite.record.model import organisation, person
    >>> cruz = person(family="Cruz", given="Ana", particles="de la")
    >>> encode_names([organisation("Smith and Sons"), cruz])
    '{Smith and Sons} and de la Cruz, Ana'
    """
    return " and ".join(_encode_name(agent) for agent in agents)


def encode_list(texts: Iterable[str]) -> str:
    """
    Write a BibLaTeX list (publishers, places): texts in braces, joined by ``and``.

    >>> encode_list(["Equipo Nizkor", "Derechos Human Rights"])
    '{Equipo Nizkor} and {Derechos Human Rights}'
    """
    return " and ".join(f"{{{encode_text(text)}}}" for text in texts)


def encode_in_prose(texts: Iterable[str]) -> str:
    """
    Join texts as a sentence has them, several in braces, which styles do not print.

    >>> encode_in_prose(["Taylor and Francis"]), encode_in_prose(["A", "B", "C"])
    ('Taylor and Francis', '{A}, {B}, and {C}')
    """
    *others, last = [encode_text(text) for text in texts] or [""]
    if not others:
        return last
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(f'{{{text}}}' for text in others)}{comma} and {{{last}}}"


def encode_keywords(keywords: Iterable[str]) -> str:
    """
    Join keywords by commas, and brace those that contain a comma.

    >>> encode_keywords(["law", "Haag, Den"])
    'law, {Haag, Den}'
    """
    texts = (encode_text(keyword) for keyword in keywords)
    return ", ".join(f"{{{text}}}" if "," in text else text for text in texts)


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _keep_case(word: str, cased: str) -> str:
    written = encode_text(word) or "{}"
    if cased == cased.lower():
        return written
    # BibTeX changes the case inside a group that begins with a backslash, its "special character".
    return f"{{{{{written}}}}}" if written.startswith("\\") else f"{{{written}}}"


def _is_balanced(text: str) -> bool:
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _percent_encode(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _encode_name(agent: Agent) -> str:
    if agent == ET_AL:
        return "others"
    if agent.kind != "person" or not agent.family:
        return f"{{{_encode_whole(agent.name)}}}"
    if not agent.given:
        whole = ", ".join(part for part in (family_name(agent), agent.suffix) if part)
        return _encode_family(whole)
    suffix = [_encode_suffix(agent.suffix)] if agent.suffix else []
    return ", ".join([_encode_last(agent), *suffix, _encode_part(agent.given)])


def _encode_whole(name: str) -> str:
    r"""
    Write a group's name so that biber 2.18 cuts no brace in two.

    biber takes the first character after each dash that is not braced alone, or two characters if
    the first is an accent, as which it takes a backquote.

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
    # Only in a single word do all programs agree that no part is a particle.
    written = encode_text(family)
    plain = _PLAIN_FAMILY.fullmatch(written) and not _has_list_word(written)
    return written if plain else f"{{{written}}}"


def _encode_suffix(suffix: str) -> str:
    # In braces, a suffix cannot be taken for the given names of another person.
    return suffix if is_suffix(suffix) else f"{{{encode_text(suffix)}}}"


def _encode_part(part: str) -> str:
    written = encode_text(part)
    plain = not (re.search(r"[,;\\{}]", written) or _has_list_word(written) or is_suffix(part))
    return written if plain else f"{{{written}}}"


def _has_list_word(written: str) -> bool:
    return not _LIST_WORDS.isdisjoint(written.lower().split())


_SPECIAL = re.compile(
    r"\A(?=[ \t])|[&%$#_{}~^\\\u00a0]|\r\n?|\n"
    r"|-(?=-)|`|'(?=')|[?!](?=`)|<(?=<)|>(?=>)|,(?=,)"
    r"|[ \t](?=[ \t]|\Z)"
    r"|(?<=[^\W\d_])\"(?=[AOUaous])"  # a letter in babel's German
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
    **{parted: f"{parted}{{}}" for parted in ("", *"-`'?!<>, \t\"")},
}

_UNSAFE = re.compile(r"[\s\\\x00-\x1f\x7f]")
_UNSAFE_OR_BRACE = re.compile(r"[\s\\\x00-\x1f\x7f{}]")

_PARTICLES = re.compile(r"[a-z][^\W\d_]*\.?(?: [a-z][^\W\d_]*\.?)*")
_PLAIN_FAMILY = re.compile(r"[^\s~,;=\\{}\-]+|[A-Z][^\s~,;=\\{}\-]*(?:-[A-Z][^\s~,;=\\{}\-]*)+")
_LIST_WORDS = frozenset({"and", "others", "al", "al."})
_BACKQUOTE = re.compile(r"`(?:\{\})?")
_DASH = re.compile(
    "([-\u058a\u05be\u1400\u1806\u2010-\u2015\u2053\u207b\u208b\u2212\u2e17\u2e3a\u2e3b\u301c\u3030"
    "\ufe31\ufe32\ufe58\ufe63\uff0d])(?:\\{\\})?"
)
