"""Compare names; the answers are cached, since an archive's records repeat the same names."""

import re
from functools import lru_cache

_KEPT = 1 << 14


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
