"""The locale of a language."""

from nizkorcite.errors import UnknownNameError
from nizkorcite.locale.en import EN
from nizkorcite.locale.terms import CITATION_LANGUAGES, Lang, LocaleWords


def locale_words(lang: Lang) -> LocaleWords:
    """
    Return the words of a language.

    Raises:
        UnknownNameError: Citations are not written in that language.

    >>> locale_words("es").months[1]
    'febrero'
    """
    if lang == "en":
        return EN
    if lang == "es":
        from nizkorcite.locale.es import ES  # most citations are in English

        return ES
    raise UnknownNameError("language of citations", lang, CITATION_LANGUAGES)
