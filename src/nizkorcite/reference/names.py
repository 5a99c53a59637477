"""
Forms of personal names: as displayed, as sorted, and their initials.

Organisations have one form, their name, and are never split. Personal names are never parsed from
a single string either: a record gives the parts, or the name is printed as it stands.
"""

import re
from functools import lru_cache
from typing import Protocol

_HYPHENS = "-\u2010\u2011"
_PARTS = re.compile(rf"[^\s.{re.escape(_HYPHENS)}]+|[{re.escape(_HYPHENS)}]")


class Named(Protocol):
    """What these functions ask of an agent; every attribute may be absent but the first two."""

    @property
    def kind(self) -> str:
        """``person`` or ``organisation``."""

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
        """What stands before the family name."""

    @property
    def suffix(self) -> str | None:
        """What stands after the name."""


def family_name(agent: Named) -> str:
    """
    The family name with its particles, or the whole name where no parts are given.

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
    The name for a sorted list: family name first, then given names and suffix, after commas.

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
    Initials of given names; a hyphen between names is kept (APA 7, section 9.8).

    A particle after the given names stays whole ("Ludwig van", as programs of citations write what
    drops off a family name), and what follows a hyphen in a small letter is no name of its own.

    >>> initials("Jean-Paul Marie"), initials("J. R. R."), initials("Пётр"), initials("Jean-pierre")
    ('J.-P. M.', 'J. R. R.', 'П.', 'J.')
    >>> initials("Ludwig van")
    'L. van'
    """
    words = given.split()
    names = words.copy()
    # In a text that is all in small letters nothing tells a particle from a name.
    while len(names) > 1 and not given.islower() and names[-1].islower() and len(names[-1]) > 1:
        names.pop()
    return " ".join([*map(_initials, names), *words[len(names) :]])


def _initials(word: str) -> str:
    """Those of what stands between spaces."""
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
            # "d'" and "al-" lean on the name that follows them.
            text += part if not text or text[-1] in "'\u2019-" else f" {part}"
    return text
