"""
Names of agents as people type them on a command line or in a cell of a table.

Names are separated by semicolons. ``Ruiz, Ana`` is a person, ``{Human Rights Watch}`` a group; the
kind of any other name is unknown. As in BibTeX, words in small letters before a family name are its
particles, and braces protect commas and semicolons (Tame the BeaST, section 11).
"""

import re
from collections.abc import Callable, Iterable, Iterator

from nizkorcite.errors import CorrectionError, ModelError
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference.names import inverted_name

_PIECE = re.compile(r"(?:[^{};]|\{[^{}]*\})*")
_NAME_WITH_BRACE = re.compile(r"[{}]")
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|I{2,3}|IV|V)\.?")
_WITH_SUFFIX = 3


def typed_agents(text: str) -> tuple[Agent, ...]:
    """
    Read the names of persons and groups.

    Raises:
        CorrectionError: A brace has no partner, a name has commas that cannot be understood, or a
            name is none that a record can have.

    >>> [each.kind for each in typed_agents("Ruiz, Ana; {Human Rights Watch}; Reuters")]
    ['person', 'organisation', 'unknown']
    >>> typed_agents("de la Cruz, Ana")[0].particles
    'de la'
    """
    return _made(_agent, text)


def typed_groups(text: str) -> tuple[Agent, ...]:
    """
    Read the names of publishers, which are groups; a comma is part of the name.

    Raises:
        CorrectionError: A brace has no partner, or a name is none that a record can have.

    >>> typed_groups("Farrar, Straus and Giroux; EFE")[1].name
    'EFE'
    """
    return _made(lambda name: organisation(_without_braces(name)), text)


def agents_as_typed(agents: Iterable[Agent]) -> str:
    """
    Write names in the form that `typed_agents` reads.

    >>> agents_as_typed(typed_agents("de la Cruz, Ana; {EFE}"))
    'de la Cruz, Ana; {EFE}'
    """
    return "; ".join(map(_as_typed, agents))


def groups_as_typed(groups: Iterable[Agent]) -> str:
    """
    Write names in the form that `typed_groups` reads.

    >>> groups_as_typed([organisation("Smith; Sons")])
    '{Smith; Sons}'
    """
    names = (_without_brace(each.name) for each in groups)
    return "; ".join(f"{{{name}}}" if ";" in name else name for name in names)


def split_at_semicolons(text: str) -> list[str]:
    """
    Split a list at semicolons, without white space around its items.

    >>> split_at_semicolons("law; treaty;")
    ['law', 'treaty']
    """
    return [part for each in text.split(";") if (part := each.strip())]


def _made(agent_of: Callable[[str], Agent], text: str) -> tuple[Agent, ...]:
    """Make an agent of each name; a name that no record can have is a wrong correction."""
    try:
        return tuple(map(agent_of, _split(text)))
    except ModelError as error:
        raise CorrectionError(error.problem) from error


def _split(text: str) -> Iterator[str]:
    """Split at semicolons outside of braces."""
    start = 0
    while start <= len(text):
        piece = _PIECE.match(text, start)
        assert piece is not None  # it may be empty
        if text[piece.end() : piece.end() + 1] not in ("", ";"):
            raise CorrectionError(Message('a brace has no partner in "{text}"', text=text))
        if name := piece[0].strip():
            yield name
        start = piece.end() + 1


def _agent(name: str) -> Agent:
    if _NAME_WITH_BRACE.search(name):
        return organisation(_without_braces(name))
    if "," not in name:
        return Agent(kind="unknown", name=name)
    family, given, *suffix = (part.strip() for part in name.split(","))
    is_suffix = len(suffix) == 1 and _SUFFIX.fullmatch(suffix[0])
    if not (family and given) or (suffix and not is_suffix):
        raise CorrectionError(
            Message(
                '"{name}" is not understood; write "Family, Given" for a person, "{group}" for a '
                "group",
                name=name,
                group="{" + name + "}",
            )
        )
    particles, last = _particles(family.split())
    return person(
        family=last, given=given, particles=particles, suffix=suffix[0] if suffix else None
    )


def _particles(words: list[str]) -> tuple[str, str]:
    """Split the particles from a family name, whose last word is never one."""
    number = 0
    while number < len(words) - 1 and words[number][0].islower():
        number += 1
    return " ".join(words[:number]), " ".join(words[number:])


def _without_braces(name: str) -> str:
    inner = name[1:-1].strip()
    if not _NAME_WITH_BRACE.search(name):
        return name
    if not (name.startswith("{") and name.endswith("}") and inner) or "{" in inner:
        raise CorrectionError(
            Message('"{name}" has braces around a part; put them around the whole name', name=name)
        )
    return inner


def _as_typed(agent: Agent) -> str:
    if agent.kind == "person" and agent.family and agent.given:
        name = inverted_name(agent)
        if _is_read_as_typed(name):
            return name
    name = _without_brace(agent.name)
    is_bare = agent.kind == "unknown" and not set(",;") & set(name)
    return name if is_bare else f"{{{name}}}"


def _is_read_as_typed(name: str) -> bool:
    """Check that a name is read as one person."""
    try:
        return [each.kind for each in typed_agents(name)] == ["person"]
    except CorrectionError:
        return False


def _without_brace(name: str) -> str:
    """Leave out braces, which no name as typed can contain."""
    return _NAME_WITH_BRACE.sub("", name).strip() or "-"
