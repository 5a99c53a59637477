"""Terms of the footnote styles in English and Spanish."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.terms import Lang, LocaleWords


@frozen(kw_only=True)
class FootnoteTerms:
    """
    Words that a footnote adds to its data; braces mark the places of values.

    Attributes:
        words: The language's months, quotation marks and conjunction.
        republished_by, republished: Patterns for the copy's publishers, and for its date.
        not_consulted: Words for an original that was not read.
        original_title: Pattern for the original's title, if it differs.
        accessed: Pattern for the access date.
        archived: Pattern for the address of an archived copy.
        issue: Pattern for the number of a periodical or paper.
        editor, editors: Patterns for one and several editors in the author's place.
        edited_by, translated_by: Patterns for contributors.
        others: Words for authors that are not named.
    """

    words: LocaleWords
    republished_by: str
    republished: str
    not_consulted: str
    original_title: str
    accessed: str
    archived: str
    issue: str
    editor: str
    editors: str
    edited_by: str
    translated_by: str
    others: str = "et al."


def footnote_terms(lang: Lang) -> FootnoteTerms:
    """
    Return the footnote terms of a language.

    Raises:
        UnknownNameError: Citations are not written in that language.

    >>> footnote_terms("es").accessed
    'consultado {}'
    """
    return FootnoteTerms(words=locale_words(lang), **_PATTERNS[lang])


_PATTERNS: Final[Mapping[Lang, Mapping[str, str]]] = {
    "en": {
        "republished_by": "republished by {}",
        "republished": "republished {}",
        "not_consulted": "not consulted",
        "original_title": "original title: {}",
        "accessed": "accessed {}",
        "archived": "archived at {}",
        "issue": "no. {}",
        "editor": "{} (ed.)",
        "editors": "{} (eds.)",
        "edited_by": "edited by {}",
        "translated_by": "translated by {}",
    },
    "es": {
        "republished_by": "reproducido por {}",
        "republished": "reproducido {}",
        "not_consulted": "no consultado",
        "original_title": "título original: {}",
        "accessed": "consultado {}",
        "archived": "archivado en {}",
        "issue": "n.º {}",
        "editor": "{} (ed.)",
        "editors": "{} (eds.)",
        "edited_by": "editado por {}",
        "translated_by": "traducido por {}",
    },
}
