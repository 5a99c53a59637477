"""The author element: names in entries and in-text citations (8.17 to 8.21, 9.7 to 9.12)."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import normalize

from attrs import frozen

from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import ET_AL, family_name, initials, inverted_name
from nizkorcite.styles.apa.terms.en import APA_EN
from nizkorcite.styles.apa.terms.terms import ApaTerms, Forms
from nizkorcite.styles.context import Disambiguation

LEGAL: frozenset[ReferenceType] = frozenset(("legal_case", "legislation", "bill", "treaty"))
"""Works of law, which are listed by their own name (section 11.1)."""
_MOST_LISTED = 20  # section 9.8
_MOST_CITED = 2  # section 8.17
_BY_PUBLISHER_FIRST = frozenset(("entry-dictionary", "entry-encyclopedia"))
_BY_PUBLISHER = frozenset(("software", "webpage"))
_BY_TITLE = frozenset(("book", "classic", "entry", "entry-dictionary", "entry-encyclopedia"))


@frozen
class AuthorElement:
    """
    The agents in the author's place, with their role.

    Attributes:
        agents: The agents in their order; empty if the title comes first (section 9.12).
        role: The label of their role, unless they are authors: ``Ed.``.
    """

    agents: tuple[Agent, ...]
    role: str = ""


def author_element(reference: Reference, terms: ApaTerms = APA_EN) -> AuthorElement:
    """Return the authors, else other makers of the work, else its publisher (9.10 to 9.12)."""
    if reference.type in LEGAL:
        return AuthorElement(())
    if reference.author:
        return AuthorElement(reference.author)
    if reference.director:
        return AuthorElement(reference.director, role_label(terms.director, reference.director))
    if reference.type in _BY_PUBLISHER_FIRST and reference.publisher:
        return AuthorElement(reference.publisher)
    if reference.editor and not (reference.type in _BY_TITLE and reference.container_title):
        return AuthorElement(reference.editor, role_label(terms.editor, reference.editor))
    return AuthorElement(reference.publisher if _is_by_publisher(reference) else ())


def _is_by_publisher(reference: Reference) -> bool:
    """Check whether the publisher counts as the author, as of a program (section 9.11)."""
    if reference.type not in _BY_PUBLISHER or reference.document:
        return False
    is_republished = reference.original_publisher or reference.original_date
    return reference.type != "webpage" or bool(reference.container_title) or not is_republished


def role_label(forms: Forms, agents: Sequence[Agent]) -> str:
    """Return ``Ed.`` or ``Eds.`` (section 9.10)."""
    return forms[len(agents) > 1]


def names_in_list(agents: Sequence[Agent], terms: ApaTerms) -> str:
    """Join inverted names, of more than 20 the first 19 and last (9.8)."""
    names = [_inverted_name(agent) for agent in agents]
    if len(names) > _MOST_LISTED and agents[-1] != ET_AL:
        return f"{', '.join(names[: _MOST_LISTED - 1])}, . . . {names[-1]}"
    # Two groups take no comma before the ampersand; two persons do, and so do a person and a group.
    two_groups = len(names) == 2 and not any(map(is_person, agents))  # noqa: PLR2004 - the number says itself
    return _joined_names(names, terms, two_take_a_comma=not two_groups)


def names_in_order(agents: Sequence[Agent], terms: ApaTerms) -> str:
    """Join names that are not inverted, such as a book's editors (9.28)."""
    names = [_name_in_order(agent) for agent in agents]
    return _joined_names(names, terms, two_take_a_comma=False)


def names_in_text(
    agents: Sequence[Agent],
    disambiguation: Disambiguation,
    terms: ApaTerms,
    join: Callable[[str], str],
) -> str:
    """
    Join names for an in-text citation (sections 8.17 to 8.20).

    Args:
        agents: All authors.
        disambiguation: The number of authors before "et al.", and whether the first one needs
            initials; one or two authors are always named.
        terms: The language.
        join: Returns the word before the last name: an ampersand in brackets, a word in sentences.
    """
    names = [family_name(agent) for agent in agents]
    if names and disambiguation.with_initials and is_person(agents[0]):
        names[0] = _name_in_order(agents[0])
    is_whole = not agents or agents[-1] != ET_AL
    if len(names) <= _MOST_CITED and is_whole:
        return _join_last(names, "", join)
    comma = "," if terms.serial_comma else ""
    # "et al." stands for more than one
    if is_whole and disambiguation.names_shown >= len(names) - 1:
        return _join_last(names, comma, join)
    shown = names[: min(disambiguation.names_shown, len(names) - 1)]
    return f"{', '.join(shown)}{comma if len(shown) > 1 else ''} et al."


def is_person(agent: Agent) -> bool:
    """Check whether a name has parts to invert."""
    return agent.kind == "person" and bool(agent.family)


def agent_identity(agent: Agent) -> str:
    """Return the name that identifies an author."""
    return inverted_name(agent).casefold()


def sort_name(agent: Agent) -> tuple[str, str]:
    """Return name and initials, by which a list is sorted (section 9.44)."""
    if not is_person(agent):
        return sort_letters(agent.name), ""
    return sort_letters(family_name(agent)), sort_letters(initials(agent.given or ""))


@lru_cache(maxsize=16_384)  # a list has the same names many times, and is sorted by them
def sort_letters(text: str) -> str:
    """
    Return the letters and digits of a text, without accents (section 9.44).

    >>> sort_letters("de l’Oñate-Ángel")
    'delonateangel'
    """
    apart = text.casefold() if text.isascii() else normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, apart))


def _inverted_name(agent: Agent) -> str:
    name = family_name(agent)
    if not is_person(agent):
        return name
    name = f"{name}, {initials(agent.given)}" if agent.given else name
    return f"{name}, {agent.suffix}" if agent.suffix else name


def _name_in_order(agent: Agent) -> str:
    if not is_person(agent) or not agent.given:
        return family_name(agent)
    parts = (initials(agent.given), family_name(agent), agent.suffix)
    return " ".join(part for part in parts if part)


def _joined_names(names: Sequence[str], terms: ApaTerms, *, two_take_a_comma: bool) -> str:
    takes_comma = len(names) > 2 or two_take_a_comma  # noqa: PLR2004 - two names
    return _join_last(names, "," if takes_comma and terms.serial_comma else "", terms.joint)


def _join_last(names: Sequence[str], comma: str, join: Callable[[str], str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    conjunction = "" if names[-1] == ET_AL.name else f" {join(names[-1])}"
    return f"{', '.join(names[:-1])}{comma}{conjunction} {names[-1]}"
