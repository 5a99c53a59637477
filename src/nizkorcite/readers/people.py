"""Names of people as a line prints them: split, and told from those of organisations."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from nizkorcite.dates.date_names import PrintedLanguage
from nizkorcite.messages import Message
from nizkorcite.page import Page, Span
from nizkorcite.readers.facts import Fact, Unread
from nizkorcite.readers.text import collapse_space, fold, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import AgentKind, AgentRole

_CONJUNCTIONS: Final[Mapping[PrintedLanguage, str]] = {
    "de": "und", "en": "and", "es": "y|e", "fr": "et", "it": "e", "pt": "e",
    "nl": "en", "sv": "och", "da": "og", "nb": "og", "fi": "ja", "ca": "i", "ro": "și|şi",
    "pl": "i|oraz", "cs": "a", "hu": "és", "ru": "и", "uk": "і|та|й", "bg": "и", "el": "και",
    "tr": "ve", "id": "dan", "zh": "和|与|與|及", "ko": "및",
}  # fmt: skip
# Where the language is not known, a Polish "i" or Czech "a" may be part of a name.
ANY_LANGUAGE: Final[tuple[PrintedLanguage, ...]] = ("de", "en", "es", "fr", "it", "pt")
_PARTICLE = re.compile(
    r"(?:[ae]l|a[fv]|abu|bin|ben|d[aeiou]|d[ao]s|d[ae]l|de[nrs]|[ey]|i(?:bn)?|l[aeo]s?|te[nr]?"
    r"|v[ao]n|zu)\Z|[dl]['’]|[ae]l-"
)
_NEVER_IN_NAMES = re.compile(r"[0-9@:;!?/|<>()\[\]{}=_*“”«»\"]")
_MOST_WORDS = 7
# Words of organisations and machines, folded.
_ORGANISATION = re.compile(
    r"\b(?:academ(?:y|ia)|agenc(?:e|y|ias?)|agentur|alliance|alianza|archiv[eo]|assembly|asamblea"
    r"|asociacion|associated|association|biblioteca|board|bureau|cent(?:er|re|ro)|coalition"
    r"|coalicion|collective|colectivo|comitee?|commission|comision|committee|company|confederacion"
    r"|congress|congreso|coordinadora|council|consejo|deepl|department|derechos|desk|editorial"
    r"|editors?|embassy|embajada|equipo|federation|federacion|forum|foundation|frente|fund"
    r"|fundacion|google|government|gobierno|group|grupo|inc|institut\w*|international|internet"
    r"|journal|league|library|liga|magazine|media|ministry|ministerio|movement|movimiento|nations"
    r"|network|news|newspaper|office|observatorio|observatory|organi[sz]ation|parliament|partido"
    r"|party|plataforma|prensa|press|programme|project|proyecto|rebelion|red|redaccion|redaktion"
    r"|reporters?|revista|rights|servi(?:ce|cio)|sindicato|society|staff|studio|team|the|times"
    r"|union"
    r"|universi(?:ty|dad)|watch|wire|chronicle|sentinel|observer|courier|tribune|gazette|telegraph"
    r"|ledger|examiner|inquirer|zeitung|kurier|anzeiger|nachrichten|diario|cronica|heraldo|giornale"
    r"|corriere|jornal)\b"
)
# "Por Una Vida Digna", "By Popular Demand", "Von Ort zu Ort": words with which phrases begin, words
# of phrases, and words that return.
_PHRASE = re.compile(
    r"(?:a|all|an|das|der|die|el|how|il|las?|les?|los?|my|our|que|su|the|una?|une|uno|what|why|your)"
    r"\s|.*\b(?:ahora|and|aus|by|default|demand|every|hoy|invitation|not|now|numbers|order|request|today)\b"
    r"|(\w+) (?:zu|a|de|to|in) \1\Z"
)
# Names without a space, but those of houses: 新华社, 朝日新聞, 연합뉴스.
_UNSPACED = re.compile(
    "(?:[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4})(?<![社网網报報局部会會馆館台院室组組处所团團協聞志誌庁省党])"
)
# "J. M." and "Wood Inc." keep their last stop.
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(?:Bros|Co|Corp|Inc|Jr|Ltd|Sr))\Z")
"""The end of a name that keeps its stop."""


def name_spans(page: Page, span: Span, languages: Sequence[PrintedLanguage]) -> list[Span]:
    """
    Return the spans of names joined by commas and by the conjunctions of languages.

    >>> page = Page.from_bytes(b"Ann Lee, Bo Ray and Cy Poe")
    >>> [page.quote(each) for each in name_spans(page, Span(0, 26), ("en",))]
    ['Ann Lee', 'Bo Ray', 'Cy Poe']
    """
    return _split(page, span, rf"\s*,\s*|\s+(?:{_conjunctions(languages)}|&)\s+")


def organisation_spans(page: Page, span: Span, languages: Sequence[PrintedLanguage]) -> list[Span]:
    """Return the spans of names of organisations, which may hold commas."""
    return _split(page, span, rf"\s+(?:{_conjunctions(languages)})\s+")


def _conjunctions(languages: Sequence[PrintedLanguage]) -> str:
    return "|".join(_CONJUNCTIONS[language] for language in languages)


def _split(page: Page, span: Span, joint: str) -> list[Span]:
    joints = [match.span() for match in re.finditer(joint, page.quote(span))]
    starts = [span.start, *(span.start + end for _, end in joints)]
    ends = [*(span.start + start for start, _ in joints), span.end]
    parts = (_without_stop(page, Span(*each)) for each in zip(starts, ends, strict=True))
    return [part for part in parts if part.start < part.end]


def _without_stop(page: Page, span: Span) -> Span:
    span = trim_span(page, span.start, span.end)
    words = page.quote(span).rstrip(". ")
    return span if ABBREVIATED.search(words) else Span(span.start, span.start + len(words))


def may_be_person(words: str) -> bool:
    """
    Check whether words have the form of a person's name.

    >>> may_be_person("Ludwig van der Berg"), may_be_person("The talks went on in the capital")
    (True, False)
    """
    parts = words.split()
    named = [part for part in parts if not _PARTICLE.match(part)]
    return (
        0 < len(parts) <= _MOST_WORDS
        and bool(named)
        and not any(part[0].islower() for part in named)
        and not _NEVER_IN_NAMES.search(words)
    )


def has_word_of_organisations(name: str) -> bool:
    """
    Check whether a name has a word of which organisations are named.

    >>> has_word_of_organisations("Agence Nouvelle"), has_word_of_organisations("Ann Lee")
    (True, False)
    """
    return bool(_ORGANISATION.search(fold(name)))


def is_surely_person(words: str) -> bool:
    """
    Check whether words are certainly the name of one person: two words, or so in one.

    >>> [is_surely_person(name) for name in ("J. M. Lee", "Reuters", "Example Press Agency")]
    [True, False, False]
    """
    return (
        may_be_person(words)
        and (" " in words or bool(_UNSPACED.fullmatch(words)))
        and not words[0].islower()
        and not _PHRASE.match(fold(words))
        and not has_word_of_organisations(words)
    )


def read_people(
    page: Page,
    span: Span,
    role: AgentRole | None,
    rule: str,
    languages: Sequence[PrintedLanguage] = ANY_LANGUAGE,
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """
    Read the persons of a span, or the remark that it names no certain persons.

    Args:
        page: The page.
        span: One name, or names joined by commas and conjunctions.
        role: The role that the line states; ``None`` for authors.
        rule: Name of the rule.
        languages: Languages of the conjunctions.
    """
    spans = name_spans(page, span, languages)
    if spans and all(is_surely_person(collapse_space(page.quote(each))) for each in spans):
        return tuple(creator_named(page, each, "person", role, rule) for each in spans), ()
    message = Message(
        'left out "{name}": not certainly the name of one person',
        name=collapse_space(page.quote(span)),
    )
    return (), (Unread.at(page, span, "NZ634", "/creators/0", message),)


def creator_named(
    page: Page, span: Span, kind: AgentKind, role: AgentRole | None, rule: str
) -> Fact[Agent]:
    """Return the creator that a span names."""
    name = collapse_space(page.quote(span))
    return Fact(value=Agent(kind=kind, name=name, role=role), rule=rule, span=span)
