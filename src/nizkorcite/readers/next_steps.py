"""The option of the command line that gives a value which was not read."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from nizkorcite.messages import Message
from nizkorcite.readers.facts import NOT_STATED, Unread

_OF_ANY_PAGE: Final[Mapping[str, str]] = {
    "/title": "--title",
    "/original/place": "--place",
    "/original/url": "--set /original/url=...",
    "/republication/date": "--set /republication/date=...",
}
_OF_ONE_LAYER: Final = {**_OF_ANY_PAGE, "/original/date": "--date"}
_OF_TWO_LAYERS: Final = {
    **_OF_ANY_PAGE,
    "/original/date": "--original-date",
    "/republication/date": "--date",
}


def with_next_step(unread: Unread, layers: int) -> Unread:
    """
    Add the option that gives a value to a remark, unless the page just does not state the value.

    Args:
        unread: The remark.
        layers: 2 if the record has a republication, which ``--date`` and ``--publisher`` then
            describe; else 1.
    """
    if unread.code == NOT_STATED:
        return unread
    return evolve(unread, next_step=_next_step(unread.field, layers))


def _next_step(field: str, layers: int) -> Message | None:
    if field.startswith("/creators/"):
        return Message("add --author NAME for each author if you know them")
    if field == "/original/publishers":
        return Message("add --original-publisher NAME if you know it")
    if field == "/republication/publishers" and layers > 1:
        return Message("add --publisher NAME if you know it")
    option = (_OF_TWO_LAYERS if layers > 1 else _OF_ONE_LAYER).get(field)
    return Message("add {option} if you know it", option=option) if option else None
