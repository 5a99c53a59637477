"""The words of footnotes, in English and Spanish."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from nizkorcite.locale.lookup import words_of
from nizkorcite.locale.terms import Lang, Words


@frozen(kw_only=True)
class Terms:
    """
    What a footnote says besides its data; patterns in braces.

    Attributes:
        words: The language.
        republished_by, republished: On the copy, with its publishers or with its date.
        not_consulted: On an original that was not read.
        original_title: On a title that is another than the original's.
        accessed: On the day that a copy was fetched.
        issue: The number of a periodical or paper.
        editor, editors: On editors who stand in the author's place, one and several.
        edited_by, translated_by: On those who helped.
        others: What stands for authors that are not named.
    """

    words: Words
    republished_by: str
    republished: str
    not_consulted: str
    original_title: str
    accessed: str
    issue: str
    editor: str
    editors: str
    edited_by: str
    translated_by: str
    others: str = "et al."


def terms_of(lang: Lang) -> Terms:
    """
    The terms of a language.

    Raises:
        UnknownNameError: No citations are written in it.

    >>> terms_of("es").accessed
    'consultado {}'
    """
    return Terms(words=words_of(lang), **_PATTERNS[lang])


_PATTERNS: Final[Mapping[Lang, Mapping[str, str]]] = {
    "en": {
        "republished_by": "republished by {}",
        "republished": "republished {}",
        "not_consulted": "not consulted",
        "original_title": "original title: {}",
        "accessed": "accessed {}",
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
        "issue": "n.º {}",
        "editor": "{} (ed.)",
        "editors": "{} (eds.)",
        "edited_by": "editado por {}",
        "translated_by": "traducido por {}",
    },
}
