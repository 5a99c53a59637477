"""Terms of a language."""

from nizkorcite.errors import UnknownFormatError
from nizkorcite.locale.en import ENGLISH
from nizkorcite.locale.terms import LANGUAGES, Lang, Words


def words_of(lang: Lang) -> Words:
    """
    The words of a language.

    Raises:
        UnknownFormatError: No citations are written in it.

    >>> words_of("es").months[1]
    'febrero'
    """
    if lang == "en":
        return ENGLISH
    if lang == "es":
        from nizkorcite.locale.es import SPANISH  # most citations are in English

        return SPANISH
    raise UnknownFormatError("language of citations", lang, LANGUAGES)
