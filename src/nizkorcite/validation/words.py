"""How a value is shown in a message: on one line, shortened, nothing in it invisible."""

from collections.abc import Mapping

from nizkorcite.display import visible
from nizkorcite.messages import Message

_LONGEST = 60
_REST = "..."


def quoted(text: str) -> str:
    r"""
    A text of the record in quotation marks, at most 60 characters of it, all of them visible.

    >>> print(quoted("a\nb\u202e"))
    "a\nb\u202e"
    """
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - len(_REST)] + _REST
    return f'"{visible(cut)}"'


def shown(value: object) -> str | Message:
    """
    A value of the record, as JSON has it where it is short.

    >>> print(shown(True), shown([1, 2]))
    true a list
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return Message("an object")
    return Message("a list") if isinstance(value, list) else str(value)[:_LONGEST]
