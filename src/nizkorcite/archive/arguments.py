"""Arguments of an archive's methods that would stay in the log, or mean nothing."""

from collections.abc import Sequence
from typing import get_args

from nizkorcite.archive.fixity import Scope
from nizkorcite.archive.store import utc
from nizkorcite.dates import Instant
from nizkorcite.errors import ArchiveError, UnknownNameError
from nizkorcite.messages import Message


def refuse_unfit_texts(*texts: object) -> None:
    """
    Refuse names and reasons that say nothing, or that the log cannot have.

    Raises:
        ArchiveError: One is no text, is blank, or has half of a character.
    """
    for text in texts:
        if text is None:
            continue
        if not isinstance(text, str):
            raise ArchiveError(Message("not a text"))
        if not text.strip():
            raise ArchiveError(Message("the text is empty; the log keeps it for good"))
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise ArchiveError(Message("the text has bytes that are not UTF-8")) from error


def refuse_no_documents(ids: Sequence[str]) -> None:
    """
    Refuse a removal of nothing.

    Raises:
        ArchiveError: There is no id.
    """
    if not ids:
        raise ArchiveError(Message("give the id of at least one document"))


def refuse_below(least: int, **numbers: float | None) -> None:
    """
    Refuse numbers that are too small, and those that are none (NaN).

    Raises:
        ArchiveError: There is one; its name is in the message.
    """
    for name, number in numbers.items():
        if number is not None and not number >= least:
            raise ArchiveError(Message("{name} must be at least {least}", name=name, least=least))


def refuse_unknown_scope(scope: str) -> None:
    """
    Refuse a scope of which a report would claim that it was compared.

    Raises:
        UnknownNameError: There is no such scope.
    """
    if scope not in get_args(Scope):
        raise UnknownNameError("scope", scope, get_args(Scope))


def utc_instant(text: str | None) -> str | None:
    """
    Return an instant as the log states its own: in UTC, to the second.

    Raises:
        DateError: It is no instant with a zone.

    >>> utc_instant("2026-11-27T20:00:00+02:00")
    '2026-11-27T18:00:00Z'
    """
    return text and utc(Instant(text).datetime)
