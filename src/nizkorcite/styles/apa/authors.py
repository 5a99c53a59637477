"""Who stands first: authors, and who takes their place (sections 8.17 to 8.21, 9.7 to 9.12)."""

from collections.abc import Sequence

from attrs import frozen

from nizkorcite.model import Agent
from nizkorcite.names import family_name, initials, inverted_name
from nizkorcite.reference import Reference

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


def responsible(reference: Reference) -> Responsible:
    """The authors; else those who made the work otherwise, else its publisher (9.10 to 9.12)."""
    if reference.author:
        return Responsible(reference.author)
    if reference.director:
        label = "Director" if len(reference.director) == 1 else "Directors"
        return Responsible(reference.director, label)
    if reference.type in _BY_PUBLISHER_FIRST and reference.publisher:
        return Responsible(reference.publisher)
    if reference.editor and not (reference.type in _BY_TITLE and reference.container_title):
        return Responsible(reference.editor, editor_label(reference.editor))
    is_site = reference.type in _BY_PUBLISHER and not _is_republished(reference)
    return Responsible(reference.publisher if is_site else ())


def editor_label(editors: Sequence[Agent]) -> str:
    """``Ed.`` or ``Eds.`` (section 9.10)."""
    return "Ed." if len(editors) == 1 else "Eds."


def listed(agents: Sequence[Agent]) -> str:
    """Names inverted, with an ampersand before the last; of more than 20, 19 and the last (9.8)."""
    names = [_inverted(agent) for agent in agents]
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[: _MOST_LISTED - 1])}, . . . {names[-1]}"
    # Two groups take no comma before the ampersand; two persons do, and so do a person and a group.
    two_groups = len(names) == 2 and not any(map(is_person, agents))  # noqa: PLR2004
    return _with_ampersand(names, two_take_a_comma=not two_groups)


def in_order(agents: Sequence[Agent]) -> str:
    """Names that are not inverted, as of editors before a book's title (section 9.28)."""
    names = [_direct(agent) for agent in agents]
    return _with_ampersand(names, two_take_a_comma=False)


def cited(agents: Sequence[Agent], shown: int, conjunction: str, *, with_initials: bool) -> str:
    """
    Names as a text gives them (sections 8.17 to 8.20).

    Args:
        agents: All authors.
        shown: How many of them to name before "et al."; one or two authors are always named.
        conjunction: ``&`` in brackets, ``and`` in a sentence.
        with_initials: Whether initials tell the first author from another of the same name.
    """
    names = [family_name(agent) for agent in agents]
    if names and with_initials and is_person(agents[0]):
        names[0] = _direct(agents[0])
    if len(names) <= _MOST_CITED:
        return f" {conjunction} ".join(names)
    if shown >= len(names) - 1:  # "et al." stands for more than one
        return f"{', '.join(names[:-1])}, {conjunction} {names[-1]}"
    return f"{', '.join(names[:shown])}{',' if shown > 1 else ''} et al."


def is_person(agent: Agent) -> bool:
    """Whether the name has parts to invert."""
    return agent.kind == "person" and bool(agent.family)


def sort_name(agent: Agent) -> str:
    """What a list is sorted by (section 9.44)."""
    return inverted_name(agent).casefold()


def _is_republished(reference: Reference) -> bool:
    """Whether the publisher may be an archive, which is not the author of what it republishes."""
    return reference.document is not None or reference.layers != "republication"


def _inverted(agent: Agent) -> str:
    if not is_person(agent):
        return agent.name
    parts = (family_name(agent), initials(agent.given or ""), agent.suffix)
    return ", ".join(part for part in parts if part)


def _direct(agent: Agent) -> str:
    if not is_person(agent) or not agent.given:
        return family_name(agent)
    parts = (initials(agent.given), family_name(agent), agent.suffix)
    return " ".join(part for part in parts if part)


def _with_ampersand(names: Sequence[str], *, two_take_a_comma: bool) -> str:
    if len(names) <= 1:
        return "".join(names)
    comma = "," if len(names) > 2 or two_take_a_comma else ""  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"
