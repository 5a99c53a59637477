"""Words of a page made comparable, and spans made tight."""

import re
import unicodedata

from nizkorcite.page import Page, Span

_INVISIBLE = "\ufeff\u200b\u2060"


def folded(text: str) -> str:
    r"""
    Text without case, accents and extra white space, for comparing.

    >>> folded(" INFORMACIÓN\u00a0general ")
    'informacion general'
    """
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(letters.casefold().split())


def one_line(text: str) -> str:
    r"""
    Text with every run of white space as one space, as the record holds values.

    >>> one_line("a\u00a0 b\n c")
    'a b c'
    """
    return " ".join(re.sub(f"[{_INVISIBLE}]", "", text).split())


def trimmed(page: Page, start: int, end: int) -> Span:
    """The span without white space and table pipes at its ends."""
    words = page.text[start:end]
    lead = len(words) - len(words.lstrip(_EDGES))
    return Span(start + lead, start + lead + len(words.strip(_EDGES)))


_EDGES = "| \t\n\r\xa0\u2002\u2003\u2009\u202f\u3000" + _INVISIBLE
