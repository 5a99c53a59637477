"""
Citation keys, such as ``itartass2017putin``, by which an author's text cites an item.

Keys are small ASCII letters and digits (BibTeX folds case, and some programs read nothing else);
the only hyphen precedes a digest that distinguishes equal keys.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference

# BibTeX, biber and pandoc all read this as one key.
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+/-]{0,200}")
_LONGEST_PART = 40
_LONG_WORD = 4
_DIGEST_LENGTH = 6


def citation_key(reference: Reference) -> str:
    """
    Return an item's own key, or one of author, year and title.

    A group's whole name is used, of a person the family name; the site or publisher replaces a
    missing author. ``nd`` is "no date". An item without any of these gets a digest of its id.

    >>> from nizkorcite.record.model import organisation
    >>> citation_key(Reference(id="example:1", type="webpage", title="A law on Справедливость",
    ...                        author=(organisation("Itar Tass"),)))
    'itartassndspravedlivost'
    """
    if reference.citation_key and _KEY.fullmatch(reference.citation_key):
        return reference.citation_key
    author = next(filter(None, map(_slug, _responsible(reference))), "")
    word = _title_word(reference.title or "")
    if not author and not word:
        return f"item{_digest(reference.id)}"
    return author + _year(reference) + word if author else word + _year(reference)


def citation_keys(references: Sequence[Reference]) -> tuple[str, ...]:
    """
    Return the keys of several items in their order, different for different items.

    Equal keys each get a digest of their item's id, so that no key depends on the order of the
    items. An item given twice has one key.

    >>> items = [Reference(id=f"example:{number}", type="book", title="Law") for number in (1, 2)]
    >>> citation_keys(items) == tuple(reversed(citation_keys(items[::-1])))
    True
    """
    keys = [citation_key(reference) for reference in references]
    for distinction in _DISTINCTIONS:
        if len({key.lower() for key in keys}) == len(keys):
            break
        uses = Counter(key.lower() for key, _ in dict.fromkeys(zip(keys, references, strict=True)))
        keys = [
            f"{key}-{_digest(distinction(reference))}" if uses[key.lower()] > 1 else key
            for key, reference in zip(keys, references, strict=True)
        ]
    return tuple(keys)


def _responsible(reference: Reference) -> Iterator[str]:
    yield from map(_family_or_name, (*reference.author, *reference.editor))
    yield reference.container_title or ""
    yield from map(_family_or_name, reference.publisher)


def _family_or_name(agent: Agent) -> str:
    return agent.family or agent.name


def _title_word(title: str) -> str:
    words = list(filter(None, map(_slug, title.split())))
    return next((word for word in words if _letters(word) >= _LONG_WORD), "".join(words[:1]))


def _letters(slug: str) -> int:
    return sum(character.isalpha() for character in slug)


def _year(reference: Reference) -> str:
    dates = (reference.issued, reference.original_date)
    known = next((str(date.year) for date in dates if date and date.year is not None), None)
    return known or next(iter(re.findall("[0-9]{4}", reference.issued_literal or "")), "nd")


def _slug(text: str) -> str:
    from anyascii import anyascii

    letters = (character for character in anyascii(text).lower() if character.isalnum())
    return "".join(letters)[:_LONGEST_PART]


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


def _id(reference: Reference) -> str:
    return reference.id


# The second distinguishes two items of one id, such as both layers of a document.
_DISTINCTIONS: tuple[Callable[[Reference], str], ...] = (_id, repr)
