"""Who stands first: authors, and who takes their place (sections 8.17 to 8.21, 9.7 to 9.12)."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import normalize

from attrs import frozen

from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import family_name, initials, inverted_name
from nizkorcite.styles.apa.terms.en import ENGLISH
from nizkorcite.styles.apa.terms.terms import Forms, Terms
from nizkorcite.styles.disambiguation import Disambiguation

LEGAL: frozenset[ReferenceType] = frozenset(("legal_case", "legislation", "bill", "treaty"))
"""Works of law, which stand under their own name (section 11.1)."""
_MOST_LISTED = 20  # section 9.8
_MOST_CITED = 2  # section 8.17
_BY_PUBLISHER_FIRST = frozenset(("entry-dictionary", "entry-encyclopedia"))
_BY_PUBLISHER = frozenset(("software", "webpage"))
_BY_TITLE = frozenset(("book", "classic", "entry", "entry-dictionary", "entry-encyclopedia"))


@frozen
class Responsible:
    """
    Those who stand in the author's place.

    Attributes:
        agents: In their order; empty where the title stands first (section 9.12).
        role: What they did, where they are no authors: ``Ed.``.
    """

    agents: tuple[Agent, ...]
    role: str = ""


def responsible(reference: Reference, terms: Terms = ENGLISH) -> Responsible:
    """The authors; else those who made the work otherwise, else its publisher (9.10 to 9.12)."""
    if reference.type in LEGAL:
        return Responsible(())
    if reference.author:
        return Responsible(reference.author)
    if reference.director:
        return Responsible(reference.director, label(terms.director, reference.director))
    if reference.type in _BY_PUBLISHER_FIRST and reference.publisher:
        return Responsible(reference.publisher)
    if reference.editor and not (reference.type in _BY_TITLE and reference.container_title):
        return Responsible(reference.editor, label(terms.editor, reference.editor))
    return Responsible(reference.publisher if _is_by_publisher(reference) else ())


def _is_by_publisher(reference: Reference) -> bool:
    """A site's or program's own work (9.11); a site that only republishes is no author."""
    if reference.type not in _BY_PUBLISHER or reference.document:
        return False
    is_republished = reference.original_publisher or reference.original_date
    return reference.type != "webpage" or bool(reference.container_title) or not is_republished


def label(forms: Forms, agents: Sequence[Agent]) -> str:
    """``Ed.`` or ``Eds.`` (section 9.10)."""
    return forms[len(agents) > 1]


def listed(agents: Sequence[Agent], terms: Terms) -> str:
    """Names inverted, with an ampersand before the last; of more than 20, 19 and the last (9.8)."""
    names = [_inverted(agent) for agent in agents]
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[: _MOST_LISTED - 1])}, . . . {names[-1]}"
    # Two groups take no comma before the ampersand; two persons do, and so do a person and a group.
    two_groups = len(names) == 2 and not any(map(is_person, agents))  # noqa: PLR2004 - the number says itself
    return _conjoined(names, terms, two_take_a_comma=not two_groups)


def in_order(agents: Sequence[Agent], terms: Terms) -> str:
    """Names that are not inverted, as of editors before a book's title (section 9.28)."""
    names = [_direct(agent) for agent in agents]
    return _conjoined(names, terms, two_take_a_comma=False)


def cited(
    agents: Sequence[Agent],
    disambiguation: Disambiguation,
    terms: Terms,
    join: Callable[[str], str],
) -> str:
    """
    Names as a text gives them (sections 8.17 to 8.20).

    Args:
        agents: All authors.
        disambiguation: The number of authors before "et al.", and whether the first one needs
            initials; one or two authors are always named.
        terms: The language.
        join: What stands before the last name: an ampersand in brackets, a word in a sentence.
    """
    names = [family_name(agent) for agent in agents]
    if names and disambiguation.with_initials and is_person(agents[0]):
        names[0] = _direct(agents[0])
    if len(names) <= _MOST_CITED:
        return _last_joined(names, "", join)
    comma = "," if terms.serial_comma else ""
    if disambiguation.names_shown >= len(names) - 1:  # "et al." stands for more than one
        return _last_joined(names, comma, join)
    shown = names[: disambiguation.names_shown]
    return f"{', '.join(shown)}{comma if len(shown) > 1 else ''} et al."


def is_person(agent: Agent) -> bool:
    """Whether the name has parts to invert."""
    return agent.kind == "person" and bool(agent.family)


def identity(agent: Agent) -> str:
    """What tells one author from another."""
    return inverted_name(agent).casefold()


def sort_name(agent: Agent) -> tuple[str, str]:
    """What a list is sorted by, letter by letter: the name, then the initials (section 9.44)."""
    if not is_person(agent):
        return letters(agent.name), ""
    return letters(family_name(agent)), letters(initials(agent.given or ""))


@lru_cache(maxsize=16_384)  # a list has the same names many times, and is sorted by them
def letters(text: str) -> str:
    """
    The letters and digits of a text, without their accents, spaces and signs (section 9.44).

    >>> letters("de l’Oñate-Ángel")
    'delonateangel'
    """
    apart = text.casefold() if text.isascii() else normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, apart))


def _inverted(agent: Agent) -> str:
    name = family_name(agent)
    if not is_person(agent):
        return name
    name = f"{name}, {initials(agent.given)}" if agent.given else name
    return f"{name}, {agent.suffix}" if agent.suffix else name


def _direct(agent: Agent) -> str:
    if not is_person(agent) or not agent.given:
        return family_name(agent)
    parts = (initials(agent.given), family_name(agent), agent.suffix)
    return " ".join(part for part in parts if part)


def _conjoined(names: Sequence[str], terms: Terms, *, two_take_a_comma: bool) -> str:
    takes_comma = len(names) > 2 or two_take_a_comma  # noqa: PLR2004 - two names
    return _last_joined(names, "," if takes_comma and terms.serial_comma else "", terms.joint)


def _last_joined(names: Sequence[str], comma: str, join: Callable[[str], str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])}{comma} {join(names[-1])} {names[-1]}"
