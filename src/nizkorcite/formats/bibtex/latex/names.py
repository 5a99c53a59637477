r"""
Names of BibTeX and BibLaTeX.

Own code: of 16 lists with accents, particles, suffixes and faults, pybtex 0.26 reads the plain
forms as ours does, but it neither reads BibLaTeX's named parts nor keeps the other names of a list
in which one has too many commas; bibtexparser 2.1 splits groups in braces.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from nizkorcite.errors import ModelError
from nizkorcite.formats.bibtex.latex.lists import (
    COMMA,
    outside_braces,
    split_at_and,
    split_outside,
    with_single_blanks,
)
from nizkorcite.formats.bibtex.latex.text import decode_text
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference.names import without_others

_MOST_PARTS = 3  # particles Family, Suffix, Given
_LONGEST_SHOWN = 60


@frozen
class NameList:
    """
    A list of names.

    Attributes:
        agents: The persons and groups that could be read.
        and_others: The list ends in ``and others``.
        omissions: Reasons why names were left out.
        doubts: Notes on names that were read and may be meant otherwise.
    """

    agents: tuple[Agent, ...]
    and_others: bool = False
    omissions: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()


class _NameError(Exception):
    """Name that cannot be read, with the reason as its only argument."""


def decode_names(value: str) -> NameList:
    """
    Decode a list of names by the rules of BibTeX; a name that cannot be read costs no other.

    Args:
        value: The value of a name field without its braces; a name within braces is a group.

    >>> [(each.name, each.particles) for each in
    ...  decode_names("{Smith and Sons} and de la Cruz, Ana and others").agents]
    [('Smith and Sons', None), ('Ana de la Cruz', 'de la')]
    """
    members, and_others = _members(value)
    agents: list[Agent] = []
    omissions: list[Message] = []
    if and_others and not members:
        omissions.append(Message('"{name}" names authors only in part', name=value))
    doubts: list[Message] = []
    for name in members:
        try:
            agent, notes = _decode_name(name)
            agents.append(agent)
            doubts += notes
        except (_NameError, ModelError) as error:
            omissions.append(_omission(name, error))
    return NameList(tuple(agents), and_others, tuple(omissions), tuple(doubts))


def after_given_names(agent: Agent) -> Agent:
    """
    Move the particles behind the given names (biblatex's ``useprefix=false``).

    >>> after_given_names(person(family="Montclos", given="Henri", particles="de")).given
    'Henri de'
    """
    if not agent.particles:
        return agent
    given = " ".join(filter(None, (agent.given, agent.particles)))
    return evolve(agent, given=given, particles=None)


def is_suffix(text: str) -> bool:
    """
    Check for a suffix that is printed after names, such as ``Jr.``.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("J.")
    (True, True, False)
    """
    return _SUFFIX.fullmatch(text) is not None


def _members(value: str) -> tuple[list[str], bool]:
    """Split a list; return also whether it ends in words for more."""
    listed = with_single_blanks(value)
    if "\\" in listed:
        listed = _ACCENT.sub(r"{\g<0>}", listed)
    whole = without_others(listed)
    members = split_at_and(_FIRST_AND.sub("", whole))
    return [member for member in members if member], whole != listed


def _omission(name: str, error: _NameError | ModelError) -> Message:
    problem = error.args[0] if isinstance(error, _NameError) else error.problem
    return Message('"{name}": {problem}', name=_shown(name), problem=problem)


def _shown(name: str) -> str:
    """Return a name in the words of the file, of a long one the beginning."""
    plain = _ACCENT_GROUP.sub(r"\1", name)
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}..."


def _doubts(name: str) -> Iterator[Message]:
    shown = outside_braces(name)
    if added := _ADDED.search(shown):
        yield Message('removed "{part}" from "{name}"', part=added[0].strip(), name=_shown(name))
    if _TWICE_TWO_WORDS.fullmatch(shown) or ("," not in shown and _JOINT_BY_Y.search(shown)):
        yield Message('"{name}" is read as one person; join two names by "and"', name=_shown(name))
    if "," in shown or "=" in shown:
        return
    if not _ORGANISATION_WORDS.isdisjoint(shown.casefold().split()):
        yield Message(
            '"{name}" looks like an organisation, and is read as a person; put it in braces',
            name=_shown(name),
        )


# A bibliography names the same persons over and over.
@lru_cache(1 << 12)
def _decode_name(name: str) -> tuple[Agent, tuple[Message, ...]]:
    """Return the agent that a name means, and notes on what else it may mean."""
    return _agent(name), tuple(_doubts(name))


def _agent(name: str) -> Agent:
    shown = outside_braces(name)
    if not shown.strip("\0"):
        return _group(decode_text(name))
    if _NAMED_PARTS.match(shown):
        return _name_of_named_parts(name)
    if joint := _JOINT.search(shown):
        raise _NameError(
            Message('contains "{joint}"; join names by "and"', joint=joint[0].strip(" \\"))
        )
    return _name_of_parts(split_outside(_ADDED.sub("", name), COMMA))


def _group(name: str) -> Agent:
    if not name:
        raise _NameError(Message("the name is empty"))
    return organisation(name)


def _name_of_parts(parts: list[str]) -> Agent:
    """Read a name by its number of commas (Tame the BeaST, section 11)."""
    while len(parts) > 1 and not parts[-1]:
        del parts[-1]
    family, *others = parts
    if not family:
        raise _NameError(Message("the family name is missing"))
    if len(parts) > _MOST_PARTS:
        raise _NameError(Message('too many commas; join names by "and"'))
    if not others:
        return _name_in_order(split_outside(family, _GAP))
    if len(others) == 1 and is_suffix(others[0]):  # "Sammy Davis, Jr."
        agent = _name_in_order(split_outside(family, _GAP))
        return person(
            family=agent.family or "",
            given=agent.given,
            particles=agent.particles,
            suffix=others[0],
        )
    return _inverted_name(family, others)


def _inverted_name(last: str, others: list[str]) -> Agent:
    """Read a name such as ``particles Family, Suffix, Given``."""
    *suffixes, given = others
    for suffix in filter(None, suffixes):
        if not (is_suffix(suffix) or suffix.startswith("{")):
            problem = Message('"{part}" is no suffix; join names by "and"', part=_shown(suffix))
            raise _NameError(problem)
    if last[0].isupper() and _INITIAL_FIRST.match(last):  # "A. Smith, B. Roe" are two persons
        raise _NameError(Message('an initial before the family name; join names by "and"'))
    particles, family = _particles_and_family(split_outside(last, _GAP))
    return _person(given, particles, family, "".join(suffixes))


def _name_in_order(words: list[str]) -> Agent:
    """Read a name such as ``Given particles Family``; the first particle ends the given names."""
    small = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    start = small[0] if small else len(words) - 1
    if words[start - 1] in _JOINING_SURNAMES:
        start = max(0, start - 2)
    particles, family = _particles_and_family(words[start:])
    return _person(" ".join(words[:start]), particles, family, "")


def _name_of_named_parts(name: str) -> Agent:
    """Read a name in BibLaTeX's extended format (manual, 3.7): ``family=Cruz, given=Ana``."""
    pairs = (part.partition("=") for part in split_outside(name, COMMA))
    stated = {key.strip(): value.strip(' "') for key, _, value in pairs}
    if not stated.get("family"):
        raise _NameError(Message("the family name is missing"))
    parts = (stated.get(key, "") for key in ("given", "prefix", "family", "suffix"))
    agent = _person(*(" ".join(split_outside(part, _GAP)) for part in parts))
    return after_given_names(agent) if stated.get("useprefix") == "false" else agent


def _particles_and_family(words: list[str]) -> tuple[str, str]:
    small = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    end = small[-1] + 1 if small else 0
    return " ".join(words[:end]), " ".join(words[end:])


def _is_particle(word: str) -> bool:
    r"""
    Check whether the first letter of a word is small; groups count only as ``{\'e}``.

    >>> _is_particle("de"), _is_particle(r"{\'E}tienne"), _is_particle("{van}"), _is_particle("y")
    (True, False, False, False)
    """
    if word in _JOINING_SURNAMES:
        return False
    for index, character in enumerate(outside_braces(word)):
        if character.isalpha():
            return character.islower()
        if character == "\0" and word.startswith("{\\", index):
            letters = filter(str.isalpha, decode_text(word[index:]))
            return next(letters, "A").islower()
    return False


def _person(given: str, particles: str, family: str, suffix: str) -> Agent:
    given, particles, family, suffix = map(decode_text, (given, particles, family, suffix))
    if not family:
        raise _NameError(Message("the family name is missing"))
    return person(family=family, given=given, particles=particles, suffix=suffix)


# Accents without braces are braced, so that a name is split neither at ``\~`` nor after ``\c``.
_ACCENT = re.compile(
    r"""(?<!\{)\\(?:[bcdHkrtuv](?![A-Za-z])|[~'"`^=.])\s*(?:\\[ij](?![A-Za-z])|\{\\?[^{}\\]*\}|[^\W\d_])""",
)
_ACCENT_GROUP = re.compile(r"""\{(\\(?:[bcdHkrtuv]|[~'"`^=.])[^{}]*(?:\{[^{}]*\})?)\}""")
_GAP = re.compile(r"(?:\s|(?<!\\)~|\\[ ,])+")
_FIRST_AND = re.compile("^and ", re.IGNORECASE)
# The number of a homonym at dblp.org, a role that belongs into another field, academic titles.
_ADDED = re.compile(
    r"(?<=[^\W\d_.]) [0-9]{4}$| ?\((?:eds?|hrsg|comps?|coords?)\.?\)$"
    r"|^(?:(?:dra?|profa?|lic|ing|mrs?|ms)\. )+",
    re.IGNORECASE,
)
_TWICE_TWO_WORDS = re.compile(r"(?:[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+(?:, |$)){2}")
_INITIAL_FIRST = re.compile(r"[^\W\d_]\.[ ~-]*[^\W\d_]")
_JOINT = re.compile(
    r"(?<!&[a-z]{4})(?<!&[a-z]{5})(?<!&[a-z]{6});|(?:^| )(?:\\?&|und|et|och)(?= |$)"
)
_JOINING_SURNAMES = frozenset("yie")  # Spanish, Catalan and Portuguese: Ortega y Gasset
_JOINT_BY_Y = re.compile(r" [yie] [^ ]+ [^ ]")
_NAMED_PARTS = re.compile(r"\"?(?:family|given|prefix|suffix|useprefix|id|[a-z]+-i)\s*=")
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|Junior|Senior|Jun|Sen)\.?|II|III|IV|[2-4](?:nd|rd|th)")
_ORGANISATION_WORDS = frozenset(
    """of for the academy ag agency alliance amt army assembly association authority bank board
    bundesamt bundesministerium bureau center centre church club coalition collaboration
    college commission committee company conference confederation congress consortium corp
    corp. corporation council court department directorate division e.v. embassy federation
    forschungsgemeinschaft forum foundation front fund gesellschaft gmbh government group
    hospital human inc inc. initiative institut institute institution international kingdom
    laboratory league library limited llc llp ltd ltd. ministerium ministry movement museum
    nations network news observatory office organisation organization parliament party plc
    police press programme project republic rights school secretariat senate service society
    states stiftung syndicate task team times tribunal trust union universität university
    université verband verein watch workers academia agencia archivo asamblea asociación
    ayuntamiento banco biblioteca centro colegio colectivo comisión comité confederación
    congreso consejo coordinadora corporación corte defensoría departamento derechos dirección
    editorial ejército embajada equipo estado facultad federación fiscalía foro frente fuerzas
    fundación gobierno grupo humanos iglesia instituto internacional jefatura juzgado liga
    ministerio movimiento museo naciones noticias observatorio oficina organización partido
    plataforma policía prensa presidencia programa proyecto red república s.a. s.l. secretaría
    servicio sindicato sociedad tribunal unidas unión universidad agence agentur agenzia
    association comitato comité conseil consiglio fondation fondazione istituto ligue ministère
    ministero""".split()
)
