"""Facts that a reader finds on a page, and its remarks."""

from typing import Final, Generic, Literal, Self, TypeVar

import attrs
from attrs import frozen

from nizkorcite.dates import PartialDate
from nizkorcite.faults import Severity, severity_word
from nizkorcite.messages import Language, Message
from nizkorcite.page import Page, Span
from nizkorcite.record.model import Agent, Identifier, LegalBasis, Relation
from nizkorcite.record.vocabulary import Attribution, DocumentType, EvidenceMethod, Modifications

_T_co = TypeVar("_T_co", covariant=True)
_U = TypeVar("_U")

Reason = Literal["absent", "cut", "unreadable", "ambiguous"]
"""The reason why a value was not read."""

_REASONS: dict[str, Reason] = {"0": "absent", "1": "cut", "2": "unreadable", "3": "ambiguous"}
NOT_STATED: Final = "NZ602"
"""The code of remarks on values that the page does not state."""


@frozen(kw_only=True)
class Fact(Generic[_T_co]):
    """
    A value and the words it was read from.

    Attributes:
        value: The value as in the record.
        rule: Name of the rule that read the value: ``nizkor.source-line``.
        span: Words in the page's visible text; ``None`` for values of the markup.
        quote: Words in the markup or the address; ``None`` for values of the visible text.
        method: ``page`` for words taken unchanged, ``rule`` for a value worked out from them,
            ``markup`` for what the markup states, ``address`` for what the page's address states.
    """

    value: _T_co
    rule: str
    span: Span | None = None
    quote: str | None = None
    method: EvidenceMethod = "page"

    def with_value(self, value: _U) -> "Fact[_U]":
        """Return a fact with another value, read from the words of this one."""
        return Fact(
            value=value, rule=self.rule, span=self.span, quote=self.quote, method=self.method
        )


@frozen
class Remark:
    """
    A reader's remark on a page that a person should check.

    Attributes:
        code: ``NZ6`` and two digits; `nizkorcite explain CODE` describes the remark.
        field: JSON Pointer of the record's member in question; ``""`` for the whole page.
        message: The remark in each language; `str(remark.message)` is the English text.
        line: Line of the visible text, from 1, if known.
        quote: The words in question, if known.

    >>> print(Remark("NZ641", "", Message("the page shows no text")))
    warning NZ641 the page shows no text
    """

    code: str
    field: str
    message: Message
    line: int | None = attrs.field(default=None, kw_only=True)
    quote: str | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """Return severity, code, message and hint in a language, on one line."""
        hint = f" ({self.hint.text(language)})" if self.hint else ""
        severity = severity_word(self.severity).text(language)
        return f"{severity} {self.code} {self.message.text(language)}{hint}"

    @property
    def hint(self) -> Message | None:
        """The next step, if a person can read the value and no reader can."""
        return None

    @property
    def severity(self) -> Severity:
        """``info`` for a value (other than the source) that the page does not state."""
        return "info" if self.code == NOT_STATED else "warning"

    @classmethod
    def at(cls, page: Page, span: Span, code: str, field: str, message: Message) -> Self:
        """Return a remark on certain words of a page."""
        line, quote = page.line_number_at(span.start), page.quote(span)
        return cls(code, field, message, line=line, quote=quote)


@frozen
class Unread(Remark):
    """
    A remark on a value that was looked for and not read, with the reason.

    Attributes:
        next_step: The option of the command line that gives the value, if one does.
    """

    next_step: Message | None = attrs.field(default=None, kw_only=True)

    @property
    def reason(self) -> Reason:
        """
        The reason why the value was not read.

        ``absent``: not on the page; ``cut``: the page ends inside the value; ``unreadable``: it
        makes no sense; ``ambiguous``: it has several readings.
        """
        return _REASONS[self.code[3]]

    @property
    def hint(self) -> Message | None:
        """The next step: the option of the command line that gives the value."""
        return self.next_step


@frozen(kw_only=True, eq=False, repr=False)
class Facts:
    """
    Everything that a reader took from one page; values not found are absent.

    Attributes:
        type: The kind of work; if left out, a news article with a source line, else a web page.
        addresses: Addresses that the page states for itself, the most trusted first. If they agree,
            they give the address of the republication, or of the original without one.
    """

    type: DocumentType | None = None
    title: Fact[str] | None = None
    alternative_title: Fact[str] | None = None
    original_title: Fact[str] | None = None
    creators: tuple[Fact[Agent], ...] = ()
    attribution: Attribution = "unknown"
    publishers: tuple[Fact[str], ...] = ()
    place: Fact[str] | None = None
    date: Fact[PartialDate] | None = None
    original_url: Fact[str] | None = None
    container_title: Fact[str] | None = None
    volume: Fact[str] | None = None
    issue: Fact[str] | None = None
    pages: Fact[str] | None = None
    identifiers: tuple[Fact[Identifier], ...] = ()
    source_line: Fact[str] | None = None
    republishers: tuple[Fact[str], ...] = ()
    republished: Fact[PartialDate] | None = None
    section: Fact[str] | None = None
    modifications: Fact[Modifications] | None = None
    statement: Fact[str] | None = None
    notice: Fact[str] | None = None
    legal_basis: Fact[LegalBasis] | None = None
    language: Fact[str] | None = None
    addresses: tuple[Fact[str], ...] = ()
    relation: Fact[Relation] | None = None
    unread: tuple[Unread, ...] = ()
    warnings: tuple[Remark, ...] = ()
