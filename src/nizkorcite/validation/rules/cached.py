"""Cached checks: an archive's records repeat the same tags and names."""

import re
from functools import lru_cache

_KEPT = 1 << 14
# Tags that are registered for certain; the registry is slow to load.
_COMMON = frozenset("en es fr pt de it ru ar zh ca gl eu und und-US und-ES und-AR und-FR".split())


@lru_cache(_KEPT)
def is_registered(tag: str) -> bool:
    """
    Check whether a language tag has registered parts alone (IANA).

    >>> is_registered("es-AR"), is_registered("qx")
    (True, False)
    """
    if tag in _COMMON:
        return True
    from langcodes import Language  # slow to load, and rarely needed
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag, normalize=False).is_valid()
    except LanguageTagError:
        return False


@lru_cache(_KEPT)
def are_alike(name: str, other: str) -> bool:
    """
    Check whether names share a word, or one abbreviates the other.

    >>> are_alike("Agencia EFE", "EFE"), are_alike("Reuters", "Itar Tass")
    (True, False)
    """
    words = [re.findall(r"\w+", text.casefold()) for text in (name, other)]
    joined = ["".join(each) for each in words]
    initials = ["".join(word[0] for word in each) for each in words]
    return (
        not set(words[0]).isdisjoint(words[1])
        or joined[0] in joined[1]
        or joined[1] in joined[0]
        or initials[0] == joined[1]
        or initials[1] == joined[0]
    )
