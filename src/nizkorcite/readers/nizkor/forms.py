"""Dates, words and checks of lines used for all parts of the archive's pages."""

import re

from nizkorcite.dates.printed_forms import DATE_NAMES
from nizkorcite.page import Page, Span
from nizkorcite.readers.printed_facts import read_date
from nizkorcite.readers.text import collapse_space, fold

_COMPACT_DATE = re.compile(r"[0-9]{1,2}[^\W\d_]{3,5}\.?[0-9]{2}(?:[0-9]{2})?")
_NUMBERS = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{1,4}")
_LONGEST_DATE = 60
_LONGEST_LINE = 300

MASTHEAD = frozenset(
    "informacion information informations equipo nizkor derechos tienda de libros donaciones "
    "donations online on-line bookshop donate radio".split()
)
NAVIGATION = MASTHEAD | frozenset(
    "humanos en el mundo indice busca cafe enlaces contactanos small logo -".split()
)
MENU = frozenset(
    "home news menu skip to main content about contact search login inicio portada noticias "
    "contacto buscar accueil actualites recherche start startseite suche archive archivo".split()
)


def is_compact_date(text: str) -> bool:
    """
    Check whether a text has the archive's date form, even if it names no day.

    >>> is_compact_date("31juil13"), is_compact_date("Moscou")
    (True, False)
    """
    return bool(_COMPACT_DATE.fullmatch(text))


def is_date(page: Page, span: Span) -> bool:
    """Check whether a span has the form of a date, even of an unclear one."""
    words = collapse_space(page.quote(span)) if span.end - span.start <= _LONGEST_DATE else ""
    if is_compact_date(words) or _NUMBERS.fullmatch(words):
        return True
    date = read_date(page, span, field="", rule="").fact if words else None
    return date is not None and date.value.precision != "year"


def is_weekday(text: str) -> bool:
    """
    Check whether a text is the name of a weekday, as in "Monday, 27 February 2017".

    >>> is_weekday("Miércoles"), is_weekday("Madrid")
    (True, False)
    """
    return any(fold(text).rstrip(".") in names.weekdays for names in DATE_NAMES.values())


def consists_of(words: frozenset[str], text: str) -> bool:
    """Check whether a line has certain words and table pipes only."""
    if len(text) > _LONGEST_LINE:
        return False
    own = fold(text).replace("|", " ").split()
    return bool(own) and words.issuperset(own)


def has_words(text: str) -> bool:
    """Check whether a line has a letter or digit, and not just stops and pipes."""
    return any(map(str.isalnum, text))
