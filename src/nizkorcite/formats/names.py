"""Names in tags: one person or group a tag by the formats, several in some exports."""

import re
from collections.abc import Iterator

from nizkorcite.formats.citation_file import Remarks
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference.names import ET_AL, without_others

_SUFFIX = re.compile(
    r"[JS]r\.?|[IVX]+|Esq\.?|Ph\.? ?D\.?|M\.?D\.?|[0-9](?:st|nd|rd|th)"
    r"|fils|père|hijo|filho|neto|sobrinho|j[uú]nior",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|GmbH|AG|PLC|S\.?A|S\.?L|B\.?V)\.?", re.IGNORECASE
)
_INITIALS_LAST = re.compile(r"[^\W\d_][^\W\d_'’-]+(?: [^\W\d_][^\W\d_'’-]+)* [A-Z]{1,3}")
_OF_NO_PERSON = re.compile(r"(?: (?:and|of|for|the) |&|;)", re.IGNORECASE)
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[ -]?)+ ?[^\W\d_][^\W\d_'’-]+")
_ACRONYM = re.compile(r"[A-Z]{3,}")
_MOST_WORDS_OF_A_FAMILY = 4
_LISTED = re.compile(r"[^\W\d_][^;]+(?:; ?[^\W\d_][^;]+)+")
_CAPITALISED = r"[^\W\d_a-z][^\W\d_]*\.?"
_IN_ORDER = re.compile(
    rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}"
    rf"(?:(?:,|,? (?:and|&|y|e|und|et)) {_CAPITALISED}(?: {_CAPITALISED}){{1,2}})+"
)
_MARKS = (";", " and ", " & ", " y ")
_FAMILY_GIVEN_SUFFIX = 3


def read_names(tag: str, value: str, remarks: Remarks, *, is_first: bool) -> Iterator[Agent]:
    """
    Yield the persons and groups that a tag names, and report names that are doubtful.

    Args:
        tag: The tag, for the report.
        value: Its value, which several names may share.
        remarks: Findings on the entry.
        is_first: Whether no name precedes; "et al." alone then names nobody.

    >>> [agent.name for agent in read_names("AU", "Cruz, A.; Roe, J.", Remarks(), is_first=True)]
    ['A. Cruz', 'J. Roe']
    """
    for name in split_names(value):
        agent = read_name(name)
        if agent == ET_AL and is_first:
            others = Message('"{name}" names authors only in part', name=value)
            remarks.report_value(tag, others)
            continue
        if agent is None:
            remarks.report("NZ402", _doubtful_name(tag, name))
        elif agent != ET_AL and lacks_comma(name):
            remarks.report("NZ402", _name_without_comma(tag, name))
        is_first = False
        yield agent or organisation(name)


def split_names(value: str) -> list[str]:
    """
    Split a value where several names follow each other; any other value is one name.

    >>> split_names("Cruz, Ana; Roe, J."), split_names("Cruz A and Roe JE"), split_names("A; B")
    (['Cruz, Ana', 'Roe, J.'], ['Cruz, A.', 'Roe, J. E.'], ['A; B'])
    >>> split_names("Roe, Jane, et al."), split_names("y otros"), split_names("Smith and others")
    (['Roe, Jane', 'et al.'], ['et al.'], ['Smith and others'])
    """
    value = " ".join(value.split())
    named = without_others(value)
    if named != value and (not named or _is_family_first(named.split(";")[-1])):
        return [*_split(named), ET_AL.name]
    return _split(value)


def _split(value: str) -> list[str]:
    for mark in _MARKS:
        names = [name.strip(" ,") for name in value.split(mark) if name.strip()]
        if mark in value and names and all(map(_is_family_first, names)):
            return [_with_comma(name) for name in names]
    return [value] if value else []


def lacks_comma(name: str) -> bool:
    """
    Check for a person's name without a comma, which is read as that of a group.

    >>> lacks_comma("J. Roe"), lacks_comma("Roe JE"), lacks_comma("Itar Tass")
    (True, True, False)
    """
    return bool(_INITIALS_FIRST.fullmatch(name) or _INITIALS_LAST.fullmatch(name))


def read_name(name: str) -> Agent | None:
    """
    Read a name: "family, given, suffix" of a person, or a group.

    Returns:
        The agent; ``None`` if the commas of the name have no single meaning.

    >>> read_name("King, Martin, Jr.").suffix, read_name("Barnes and Noble, Inc.").kind
    ('Jr.', 'organisation')
    >>> read_name("Roe, J., Poe, E.") is read_name("Ministry of Trade, Industry and Labour") is None
    True
    """
    if ",," in name:
        return organisation(name.replace(",,", ",", 1))
    name = name.removesuffix(",")  # EndNote puts one after the name of a group
    family, *rest = (part.strip() for part in name.split(","))
    if not rest and (_LISTED.fullmatch(name) or _IN_ORDER.fullmatch(name)):
        return None
    if not any(rest) or not family or (len(rest) == 1 and _COMPANY.fullmatch(rest[0])):
        return organisation(name)
    if _is_of_group(family, rest[0]) or not all(map(_SUFFIX.fullmatch, rest[1:])):
        return None
    if rest[1:] == [] or not _SUFFIX.fullmatch(rest[0]):
        return person(family=family, given=rest[0], suffix=", ".join(rest[1:]))
    return None


def _is_of_group(family: str, given: str) -> bool:
    """Check for words of a group: "of", many words, or an acronym for the given name."""
    is_acronym = _ACRONYM.fullmatch(given) and not family.isupper()
    is_long = len(family.split()) > _MOST_WORDS_OF_A_FAMILY
    return bool(is_acronym or is_long or _OF_NO_PERSON.search(f"{family}, {given}"))


def _is_family_first(name: str) -> bool:
    """Check for "family, given" or "Family AB", the forms of persons in lists."""
    parts = name.split(",")
    if len(parts) == 1:
        return bool(_INITIALS_LAST.fullmatch(name))
    return len(parts) <= _FAMILY_GIVEN_SUFFIX and all(part.strip() for part in parts)


def _with_comma(name: str) -> str:
    """Put a comma before initials, and stops after them."""
    family, _, letters = name.rpartition(" ")
    return name if "," in name else f"{family}, {' '.join(f'{letter}.' for letter in letters)}"


def _doubtful_name(tag: str, name: str) -> Message:
    return Message(
        '{field}: "{name}" may be several names or a group; printed as it is', field=tag, name=name
    )


def _name_without_comma(tag: str, name: str) -> Message:
    return Message(
        '{field}: "{name}" has no comma after a family name; printed as it is', field=tag, name=name
    )
