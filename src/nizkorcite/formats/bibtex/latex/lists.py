"""Lists of BibTeX and BibLaTeX: texts joined by ``and``, keywords joined by commas."""

import re

from nizkorcite.formats.bibtex.latex.text import decode_text

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_BRACE = re.compile("[{}]")
_AND = re.compile(" and(?= |$)", re.IGNORECASE)
_JOINT = re.compile(",? and |, ", re.IGNORECASE)
COMMA = re.compile(r"(?<!\\),")


def decode_list(value: str) -> tuple[str, ...]:
    """
    Decode a list of texts (publishers, places).

    A list is split only if every member is in braces, as our writers have it: "Taylor and
    Francis" is one publisher to BibTeX, and BibLaTeX prints the same words for two.

    >>> decode_list("{Equipo Nizkor} and {Derechos Human Rights}")
    ('Equipo Nizkor', 'Derechos Human Rights')
    >>> decode_list("Taylor and Francis")
    ('Taylor and Francis',)
    """
    members = split_outside(with_single_blanks(value), _JOINT)
    if not all(map(is_group, members)):
        members = [value]
    return tuple(filter(None, map(decode_text, members)))


def decode_keywords(value: str) -> tuple[str, ...]:
    """
    Decode keywords that are separated by commas.

    >>> decode_keywords("law, {Haag, Den}")
    ('law', 'Haag, Den')
    """
    return tuple(decode_text(word) for word in split_outside(value, COMMA) if word)


def split_at_and(value: str) -> list[str]:
    """Split a list at ``and`` outside of braces."""
    return split_outside(with_single_blanks(value), _AND)


def with_single_blanks(value: str) -> str:
    r"""
    Replace runs of blanks and line breaks by one blank, as TeX does.

    >>> with_single_blanks("a\n  b ")
    'a b'
    """
    return _BLANKS.sub(" ", value).strip(" ")


def split_outside(value: str, separator: re.Pattern[str]) -> list[str]:
    """Split a value at separators outside of braces, and trim its parts."""
    ends = [match.span() for match in separator.finditer(outside_braces(value))]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(value)]
    return [value[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]


def outside_braces(value: str) -> str:
    r"""
    Replace every character of groups and their braces by a null.

    >>> outside_braces("a{b}c")
    'a\x00\x00\x00c'
    """
    if "{" not in value:
        return value
    shown: list[str] = []
    start = depth = 0
    for brace in _BRACE.finditer(value):
        if brace[0] == "{":
            shown += [] if depth else [value[start : brace.start()]]
            start = start if depth else brace.start()
            depth += 1
        elif depth:
            depth -= 1
            shown += [] if depth else ["\0" * (brace.end() - start)]
            start = start if depth else brace.end()
    return "".join((*shown, "\0" * (len(value) - start) if depth else value[start:]))


def is_group(text: str) -> bool:
    """
    Check whether a text is one group in braces.

    >>> is_group("{Smith and Sons}"), is_group("{A} and {B}"), is_group("{A}{B}")
    (True, False, False)
    """
    if not text.startswith("{"):
        return False
    depth = 0
    for brace in _BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end() == len(text)
    return False
