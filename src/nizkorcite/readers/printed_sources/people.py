"""Persons named on a line: translators, transcribers, interviewers, authors."""

import re

from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.text import collapse_space, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import AgentRole

_AND = re.compile(r"\s+(?:and|y|et|und|e|i|en|&)\s+")
_PERSON = re.compile(
    r"(?:[^\W\d_]\.\s?|[^\W\d_][\w'’.-]*\s+)"
    r"(?:(?:de|la|las|los|del|der|den|van|von|da|dos|das|do|di|el|al|bin|ibn|le|du)\s+"
    r"|[^\W\d_a-z][\w'’.-]*\s+){0,4}[^\W\d_a-z][\w'’.-]*"
)
_ORGANISATION = re.compile(
    r"\b(?:team|staff|equipo|redacción|colectivo|collective|group|grupo|agency|agencia|service"
    r"|servicio|project|proyecto|cent(?:er|re|ro)|institut\w*|news|media|press|prensa|foundation"
    r"|fundación|network|red|committee|comité|desk|editors?|association|asociación|university"
    r"|universidad|library|biblioteca|archive|archivo|internet|magazine|revista|editorial|the"
    r"|rebelión|google|deepl)\b",
    re.IGNORECASE,
)


def read_people(
    page: Page, span: Span, role: AgentRole, rule: str
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """
    Read the persons of a span, or the remark that it names no certain persons.

    Args:
        page: The page.
        span: One name, or names joined by "and" in any of six languages.
        role: The role that the line states.
        rule: Name of the rule.
    """
    spans = _names(page, span)
    if all(_is_person(page.quote(each)) for each in spans):
        return tuple(_creator(page, each, role, rule) for each in spans), ()
    message = Message(
        'left out "{name}": not certainly the name of one person',
        name=collapse_space(page.quote(span)),
    )
    return (), (Unread.at(page, span, "NZ634", "/creators/0", message),)


def _names(page: Page, span: Span) -> list[Span]:
    joints = list(_AND.finditer(page.text, span.start, span.end))
    starts = [span.start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), span.end]
    return [_without_stop(page, Span(*each)) for each in zip(starts, ends, strict=True)]


def _without_stop(page: Page, span: Span) -> Span:
    span = trim_span(page, span.start, span.end)
    words = page.quote(span)
    is_initial = re.search(r"\b[^\W\d_]\.\Z", words)
    return span if is_initial else Span(span.start, span.start + len(words.rstrip(". ")))


def _is_person(words: str) -> bool:
    return (
        bool(_PERSON.fullmatch(words))
        and not words[0].islower()
        and not _ORGANISATION.search(words)
    )


def _creator(page: Page, span: Span, role: AgentRole, rule: str) -> Fact[Agent]:
    name = collapse_space(page.quote(span))
    agent = Agent(kind="person", name=name, role=None if role == "author" else role)
    return Fact(value=agent, rule=rule, span=span)
