"""APA terms of a language."""

from nizkorcite.locale.lookup import words_of
from nizkorcite.locale.terms import Lang
from nizkorcite.styles.apa.terms.en import ENGLISH
from nizkorcite.styles.apa.terms.terms import Terms


def terms_of(lang: Lang) -> Terms:
    """
    The terms of a language.

    Raises:
        UnknownNameError: No citations are written in it.

    >>> terms_of("es").no_date
    's.f.'
    """
    if lang == "en":
        return ENGLISH
    words_of(lang)  # refuses what is none
    from nizkorcite.styles.apa.terms.es import SPANISH  # most citations are in English

    return SPANISH
