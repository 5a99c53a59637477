"""A saved page: its own bytes, and what the form it was saved in states."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from attrs import evolve, field, fields, frozen

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.messages import Message
from nizkorcite.record.vocabulary import DocumentType

_T_co = TypeVar("_T_co", covariant=True)
_U = TypeVar("_U")


@frozen
class Stated(Generic[_T_co]):
    """
    A value and the words that state it.

    Attributes:
        value: The value.
        quote: The words, with white space collapsed.
    """

    value: _T_co
    quote: str

    def carrying(self, value: _U) -> "Stated[_U]":
        """Return another value that the same words state."""
        return Stated(value, self.quote)


@frozen(kw_only=True)
class Memento:
    """
    An archived copy (RFC 7089).

    Attributes:
        url: Its address in the archive, where that is stated.
        instant: When the archive captured the page.
    """

    url: str | None = None
    instant: Instant | None = None


@frozen(kw_only=True)
class WarcPlace:
    """
    The place of a page in a WARC file (ISO 28500).

    Attributes:
        record_id: WARC-Record-ID, where that is a UUID, as nearly all are.
        offset: First byte of the record, in a file that is not compressed.
    """

    record_id: str | None = None
    offset: int | None = None


@frozen
class FormRemark:
    """
    Something for a person to look at.

    Attributes:
        about: The name of the fact that could not be read, or ``data`` for what was left out.
        message: What was seen, and what to do.
    """

    about: str
    message: Message


@frozen(kw_only=True)
class FormFacts:
    """
    Everything that a saved form states; what it does not say is absent.

    Attributes:
        url: Address of the page, outside of any archive.
        accessed: When the copy was fetched or saved; the day if no more is stated.
        tool: The program that saved the page, with its version where that is stated.
        memento: The archived copy that the page was saved from.
        warc: The place of the page's record, where the file is a WARC file.
        charset: Encoding of the page's bytes, by Python's name.
        type, title, authors, date, publisher: What mail, clippings and notes state about the
            document.
        remarks: What was left out or cannot be used.
    """

    url: Stated[str] | None = None
    accessed: Stated[Instant | PartialDate] | None = None
    tool: Stated[str] | None = None
    memento: Stated[Memento] | None = None
    warc: Stated[WarcPlace] | None = None
    charset: Stated[str] | None = None
    type: DocumentType | None = None
    title: Stated[str] | None = None
    authors: tuple[Stated[str], ...] = ()
    date: Stated[PartialDate] | None = None
    publisher: Stated[str] | None = None
    remarks: tuple[FormRemark, ...] = ()


def combined(*facts: FormFacts) -> FormFacts:
    """
    Combine facts; of two statements the first stands.

    A memento without an instant gives way to one that has it, and gives it its address.
    """
    known: dict[str, Any] = {}
    for one in reversed(facts):
        stated = zip(_NAMES, _values(one), strict=True)
        known.update((name, value) for name, value in stated if value)
    known["memento"] = _fullest([one.memento for one in facts if one.memento])
    known["remarks"] = tuple(dict.fromkeys(remark for one in facts for remark in one.remarks))
    return FormFacts(**known)


_NAMES: Final = tuple(each.name for each in fields(FormFacts))
_values: Final = attrgetter(*_NAMES)


def _fullest(mementos: Sequence[Stated[Memento]]) -> Stated[Memento] | None:
    """Return the first memento with an instant, with the first address that is stated."""
    if not mementos:
        return None
    fullest = next((each for each in mementos if each.value.instant), mementos[0])
    addresses = (each.value.url for each in (fullest, *mementos) if each.value.url)
    return fullest.carrying(evolve(fullest.value, url=next(addresses, None)))


@frozen(kw_only=True)
class SavedPage:
    """
    A page taken out of the form that it was saved in.

    Attributes:
        data: The page's own bytes, without an archive's frame; those of the file where no form
            was recognised.
        name: Name of the file or member that holds them.
        media_type: ``text/html`` or ``text/plain`` where the form states it.
        facts: What the form states.
        file_type: Media type of the file that holds the page, where it is no page itself.
        is_text: Whether the bytes are text that was taken out, encoded anew in UTF-8.
        forms: The names of the forms recognised, the outermost first: ``("mhtml", "wayback")``.
    """

    data: bytes = field(repr=False)
    name: str = ""
    media_type: str | None = None
    file_type: str | None = None
    is_text: bool = False
    facts: FormFacts = FormFacts()
    forms: tuple[str, ...] = ()

    def inner(
        self,
        facts: FormFacts,
        content: bytes | str | None = None,
        *,
        name: str | None = None,
        media_type: str | None = None,
    ) -> "SavedPage":
        """Return the page inside this one, with what the form around it states."""
        is_text = isinstance(content, str)
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        return evolve(
            self,
            data=self.data if data is None else data,
            is_text=self.is_text or is_text,
            name=self.name if name is None else name,
            media_type=media_type or self.media_type,
            facts=combined(self.facts, facts),
        )
