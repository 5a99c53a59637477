"""What a style prints of a reference."""

import re
from operator import attrgetter
from typing import Any, Final

from attrs import evolve, fields

from nizkorcite.record.model import Agent
from nizkorcite.reference.reference import Reference

_WORDLESS: Final = re.compile(r"[\s.,:;\u2026'\"\u2018-\u201f\u00ab\u00bb_/\u2010-\u2015-]+")
_KINDS: Final = (str | None, tuple[Agent, ...])
_NAMES: Final = [each.name for each in fields(Reference) if each.type in _KINDS]
_VALUES: Final = attrgetter(*_NAMES)


def printable(reference: Reference) -> Reference:
    """
    Return a reference without values that are only stops, dashes and quotation marks.

    A style sets such signs around its values, and none can be told from them. Question marks,
    brackets and symbols are titles.

    >>> printable(Reference(id="a", type="book", title=" . ", volume="7", page="\u2014")).volume
    '7'
    """
    changes: dict[str, Any] = {
        name: kept
        for name, value in zip(_NAMES, _VALUES(reference), strict=True)
        if value and (kept := _kept(value)) is not value
    }
    return evolve(reference, **changes) if changes else reference


def _kept(value: str | tuple[Agent, ...]) -> str | tuple[Agent, ...] | None:
    if isinstance(value, str):
        return None if _is_wordless(value) else value
    for agent in value:
        if _is_wordless(agent.name):
            return tuple(each for each in value if not _is_wordless(each.name))
    return value


def _is_wordless(text: str) -> bool:
    return not text[:1].isalnum() and bool(_WORDLESS.fullmatch(text))
