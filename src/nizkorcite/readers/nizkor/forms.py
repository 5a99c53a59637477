"""Words, dates and value forms that all parts of the archive's pages share."""

import re

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.words import folded, one_line

# Compact dates are seen from 2005 to 2023; the archive began in the 1990s.
_WINDOW = range(1970, 2070)

_COMPACT_DATE = re.compile(r"[0-9]{1,2}[^\W\d_]{3,5}\.?[0-9]{2}(?:[0-9]{2})?")

MASTHEAD = frozenset(
    "informacion information informations equipo nizkor derechos tienda de libros donaciones "
    "donations online on-line bookshop donate radio".split()
)
NAVIGATION = MASTHEAD | frozenset(
    "humanos en el mundo indice busca cafe enlaces contactanos small logo -".split()
)


@frozen
class ReadDate:
    """A date that was read, or why it was not."""

    fact: Fact[PartialDate] | None = None
    unread: Unread | None = None


def is_compact_date(text: str) -> bool:
    """
    Whether a text has the archive's date form, even if it names no day.

    >>> is_compact_date("31juil13"), is_compact_date("Moscou")
    (True, False)
    """
    return bool(_COMPACT_DATE.fullmatch(text))


def read_date(page: Page, span: Span, *, field: str, rule: str) -> ReadDate:
    """Read the printed date of a span; two-digit years mean 1970 to 2069."""
    words = one_line(page.quote(span))
    try:
        value = read_printed(words, window=_WINDOW)
    except DateError as error:
        return ReadDate(unread=Unread(field=field, reason="unreadable", message=str(error)))
    return ReadDate(fact=Fact(value=value, rule=rule, span=span, method="rule"))


def verbatim(page: Page, span: Span, rule: str) -> Fact[str]:
    """The words of a span as a value, on one line."""
    return Fact(value=one_line(page.quote(span)), rule=rule, span=span)


def consists_of(words: frozenset[str], text: str) -> bool:
    """Whether a line is made of nothing but certain words and table pipes."""
    own = folded(text).replace("|", " ").split()
    return bool(own) and words.issuperset(own)


def says_something(text: str) -> bool:
    """Whether a line holds a letter or digit; lone stops and pipes do not."""
    return any(character.isalnum() for character in text)
