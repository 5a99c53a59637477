"""
Forms of names: family names, inverted names, and initials.

The name of an organisation has one form and is never split. Personal names are never parsed from
one string either: a record states the parts, or the name is printed unchanged.
"""

import re
from functools import lru_cache
from typing import Final, Protocol
from unicodedata import category

from nizkorcite.record.model import organisation

_HYPHENS = "-\u2010\u2011"
_PARTS = re.compile(rf"[^\s.{re.escape(_HYPHENS)}]+|[{re.escape(_HYPHENS)}]")
_OTHERS = re.compile(
    r"(?:^|[,;]? )(?:(?:and|&|y|e|et|und) (?:others|colleagues|otr[oa]s|cols?\.?|colaboradores"
    r"|outros|autres|andere)|et\.? al(?:ii|\.)?|u\. ?a\.)$|^others$",
    re.IGNORECASE,
)


ET_AL: Final = organisation("et al.")
"""The last name of a list that is shortened (BibTeX's ``and others``); nobody in particular."""


def without_others(names: str) -> str:
    """
    Remove words for people who are not named from the end of a name or list.

    >>> without_others("Roe, Jane, et al."), without_others("y otros"), without_others("Roe, Jane")
    ('Roe, Jane', '', 'Roe, Jane')
    """
    return _OTHERS.sub("", names)


class Named(Protocol):
    """Attributes of an agent that the functions below read."""

    @property
    def kind(self) -> str:
        """``person``, ``organisation`` or ``unknown``."""

    @property
    def name(self) -> str:
        """The name as cited."""

    @property
    def family(self) -> str | None:
        """Family name."""

    @property
    def given(self) -> str | None:
        """Given names."""

    @property
    def particles(self) -> str | None:
        """Particles before the family name, such as "de la"."""

    @property
    def suffix(self) -> str | None:
        """Suffix of the name, such as "Jr."."""


def family_name(agent: Named) -> str:
    """
    Return the family name with particles, or the whole name.

    >>> from types import SimpleNamespace as Person
    >>> family_name(Person(kind="person", name="", family="Cruz", given="Ana", particles="de la",
    ...                    suffix=None))
    'de la Cruz'
    """
    if agent.kind != "person" or not agent.family:
        return agent.name
    return _join(agent.particles, agent.family) if agent.particles else agent.family


def inverted_name(agent: Named) -> str:
    """
    Return the name for a sorted list: family name, given names and suffix, with commas.

    >>> from types import SimpleNamespace as Person
    >>> inverted_name(Person(kind="person", name="", family="King", given="Martin Luther",
    ...                      particles=None, suffix="Jr."))
    'King, Martin Luther, Jr.'
    """
    name = family_name(agent)
    if agent.kind != "person" or not agent.family:
        return name
    name = f"{name}, {agent.given}" if agent.given else name
    return f"{name}, {agent.suffix}" if agent.suffix else name


@lru_cache(maxsize=4096)  # a list has the same names many times, and is sorted by them
def initials(given: str) -> str:
    """
    Return the initials of given names, with hyphens between names (APA 7, section 9.8).

    A particle stays whole: in "Ludwig van", citation programs put it there because it is dropped
    before the family name. A small letter after a hyphen begins no name. Letters without case, such
    as Chinese and Arabic ones, are never shortened.

    >>> initials("Jean-Paul Marie"), initials("J. R. R."), initials("Пётр"), initials("Jean-pierre")
    ('J.-P. M.', 'J. R. R.', 'П.', 'J.')
    >>> initials("Ludwig van"), initials("João da Conceição"), initials("泽东")
    ('L. van', 'J. da C.', '泽东')
    """
    # In a text of small letters only, particles cannot be distinguished from names.
    are_names = given.islower()
    return " ".join(
        word if _has_no_initial(word, are_names=are_names) else _initials(word)
        for word in given.split()
    )


def _has_no_initial(word: str, *, are_names: bool) -> bool:
    is_particle = len(word) > 1 and word.islower() and not are_names
    return is_particle or category(word[0]) == "Lo"


def _initials(word: str) -> str:
    """Return the initials of one word."""
    text = ""
    for part in _PARTS.findall(word):
        if part in _HYPHENS:
            text += "-"
        elif not text.endswith("-"):
            text += f"{' ' if text else ''}{part[0].upper()}."
        elif part[0].islower():
            text = text[:-1]
        else:
            text += f"{part[0].upper()}."
    return text.rstrip(_HYPHENS)


def _join(*parts: str | None) -> str:
    text = ""
    for part in parts:
        if part:
            # "d'" and "al-" take no space before the name.
            text += part if not text or text[-1] in "'\u2019-" else f" {part}"
    return text
