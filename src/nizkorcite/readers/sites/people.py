"""Names of people as a line prints them."""

import re
from collections.abc import Sequence

from nizkorcite.dates.printed_forms import DateLanguage

_JOINT = {
    "de": "und", "en": "and", "es": "y|e", "fr": "et", "it": "e", "pt": "e",
}  # fmt: skip
_PARTICLE = re.compile(r"[^\W\d_]{1,3}\.?|l['’]")
_MOST_WORDS = 7
_ORGANISATION = re.compile(
    r"\b(?:agenc[ey]|agencia|agências?|association|asociación|board|cent(?:er|re|ro)|comit[eé]e?"
    r"|commission|comisión|committee|council|consejo|editors?|equipo|foundation|fundación|group"
    r"|grupo|institut[eo]?|network|news|prensa|press|redacción|red|service|servicio|staff|team"
    r"|times|union)\b",
    re.IGNORECASE,
)


def names_in(printed: str, languages: Sequence[DateLanguage]) -> list[str]:
    """
    Split names at commas and at the conjunctions of a site's languages.

    >>> names_in("Ann Lee, Bo Ray and Cy Poe", ("en",))
    ['Ann Lee', 'Bo Ray', 'Cy Poe']
    """
    joints = "|".join(_JOINT[language] for language in languages)
    return [name for name in re.split(rf"\s*,\s*|\s+(?:{joints}|&)\s+", printed) if name]


def organisations_in(printed: str, languages: Sequence[DateLanguage]) -> list[str]:
    """Split names of organisations, which may hold commas, at conjunctions alone."""
    joints = "|".join(_JOINT[language] for language in languages)
    return re.split(rf"\s+(?:{joints})\s+", printed)


def may_be_person(words: str) -> bool:
    """
    Check whether words have the form of a person's name.

    >>> may_be_person("Ludwig van der Berg"), may_be_person("The talks went on in the capital")
    (True, False)
    """
    parts = words.split()
    named = [part for part in parts if not _PARTICLE.fullmatch(part) or part[0].isupper()]
    return (
        0 < len(parts) <= _MOST_WORDS
        and bool(named)
        and not any(part[0].islower() for part in named)
        and not re.search(r"[0-9@:;!?]", words)
    )


def may_be_organisation(name: str) -> bool:
    """
    Check whether a name may be that of an organisation: one word, or a word of organisations.

    >>> may_be_organisation("Reuters"), may_be_organisation("Example Press Agency")
    (True, True)
    >>> may_be_organisation("Ann Lee")
    False
    """
    return " " not in name.strip() or bool(_ORGANISATION.search(name))
