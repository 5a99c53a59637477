"""APA terms, by language."""

from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.terms import Lang
from nizkorcite.styles.apa.terms.en import APA_EN
from nizkorcite.styles.apa.terms.terms import ApaTerms


def apa_terms(lang: Lang) -> ApaTerms:
    """
    Return the APA terms of a language.

    Raises:
        UnknownNameError: Citations are not written in that language.

    >>> apa_terms("es").no_date
    's.f.'
    """
    if lang == "en":
        return APA_EN
    locale_words(lang)  # refuses an unknown language
    from nizkorcite.styles.apa.terms.es import APA_ES  # most citations are in English

    return APA_ES
