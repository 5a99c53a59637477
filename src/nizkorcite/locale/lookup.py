"""Terms of a language."""

from nizkorcite.errors import UnknownNameError
from nizkorcite.locale.en import ENGLISH
from nizkorcite.locale.terms import LANGUAGES, Lang, Words


def words_of(lang: Lang) -> Words:
    """
    The words of a language.

    Raises:
        UnknownNameError: No citations are written in it.

    >>> words_of("es").months[1]
    'febrero'
    """
    if lang == "en":
        return ENGLISH
    if lang == "es":
        from nizkorcite.locale.es import SPANISH  # most citations are in English

        return SPANISH
    raise UnknownNameError("language of citations", lang, LANGUAGES)
