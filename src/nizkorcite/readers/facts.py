"""What a reader finds on a page: values, each with the words it was read from."""

from typing import Generic, Literal, TypeVar

from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.page import Span
from nizkorcite.record.model import Agent, LegalBasis
from nizkorcite.record.vocabulary import Attribution, EvidenceMethod

_T_co = TypeVar("_T_co", covariant=True)

Reason = Literal["absent", "cut", "ambiguous", "unreadable"]


@frozen(kw_only=True)
class Fact(Generic[_T_co]):
    """
    A value and where it was read.

    Attributes:
        value: The value as the record will have it.
        rule: Name of the rule that read it: ``nizkor.source-line``.
        span: Its words in the page's visible text; ``None`` where it stands in the markup only.
        quote: The words, where they stand in the markup only.
        method: ``page`` for words taken as they stand, ``rule`` for a value worked out from them.
    """

    value: _T_co
    rule: str
    span: Span | None = None
    quote: str | None = None
    method: EvidenceMethod = "page"


@frozen(kw_only=True)
class Unread:
    """
    A value that was looked for and not found.

    Attributes:
        field: JSON Pointer of the record's member it would have filled.
        reason: ``absent``: nothing like it is there; ``cut``: the page ends inside it;
            ``ambiguous``: it can be read in two ways; ``unreadable``: it is there and makes no
            sense.
        message: What was looked for and what was seen, in words.
    """

    field: str
    reason: Reason
    message: str


@frozen(kw_only=True)
class Facts:
    """Everything a reader took from one page; what it did not find is absent."""

    title: Fact[str] | None = None
    creators: tuple[Fact[Agent], ...] = ()
    attribution: Attribution = "unknown"
    publishers: tuple[Fact[str], ...] = ()
    place: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    original_url: Fact[str] | None = None
    source_line: Fact[str] | None = None
    republishers: tuple[Fact[str], ...] = ()
    republished: Fact[PartialDate] | None = None
    section: Fact[str] | None = None
    statement: Fact[str] | None = None
    notice: Fact[str] | None = None
    legal_basis: Fact[LegalBasis] | None = None
    language: Fact[str] | None = None
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()
