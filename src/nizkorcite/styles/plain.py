"""
Plain sentences for footnotes, both layers in words.

Form: ``Agency (Place), "Title," day; republished by Archive, day, address.`` After The Chicago
Manual of Style, 18th edition, chapter 14 (order, quotation marks), which has no form of its own for
a republished wire story.
"""

from collections.abc import Iterable

from nizkorcite.dates import PartialDate
from nizkorcite.model import Agent
from nizkorcite.names import inverted_name
from nizkorcite.reference import Reference
from nizkorcite.styles.among import ALONE, Among
from nizkorcite.styles.rich import RichText, Run
from nizkorcite.wording.words import in_words, joined


def entry(reference: Reference, among: Among = ALONE) -> RichText:  # noqa: ARG001
    """
    The whole sentence.

    >>> from nizkorcite.dates import PartialDate
    >>> entry(Reference(id="a", type="webpage", title="A title", issued=PartialDate("2017-02")))
    (Run(text='"A title," February 2017.', italic=False),)
    """
    if reference.layers == "both" and (reference.original_publisher or reference.original_date):
        sentence = f"{_original(reference)}; {_republication(reference)}"
    else:
        sentence = f"{_single(reference)}{_unread(reference)}"
    return (Run(sentence if sentence.endswith(".") else f"{sentence}."),)


def in_text(reference: Reference, among: Among = ALONE) -> RichText:  # noqa: ARG001
    """A short form in brackets: who and when."""
    who = joined(reference.author) or f'"{reference.title or "untitled"}"'
    when = reference.original_date or reference.issued
    return (Run(f"({who}, {in_words(when) if when else 'no date'})"),)


def arrange(references: Iterable[Reference]) -> tuple[tuple[Reference, Among], ...]:
    """By author or title, then by date; sentences need no letters."""
    return tuple((reference, ALONE) for reference in sorted(references, key=_place))


def _place(reference: Reference) -> tuple[str, ...]:
    names = [inverted_name(agent) for agent in reference.author] or [reference.title or ""]
    return (*(name.casefold() for name in names), str(reference.issued or ""))


def advice(reference: Reference) -> tuple[str, ...]:
    """A sentence has room for every type of reference."""
    return () if reference.title else ("the document has no title",)


def _original(reference: Reference) -> str:
    return _clause(
        reference,
        publisher=reference.original_publisher,
        place=reference.original_publisher_place,
        container=_numbered(reference.original_container_title, reference.original_volume),
        when=_days(reference.original_date),
    )


def _republication(reference: Reference) -> str:
    publishers = joined(reference.publisher)
    tail = (publishers, *_days(reference.issued), *_address(reference))
    return f"republished by {', '.join(part for part in tail if part)}"


def _single(reference: Reference) -> str:
    return _clause(
        reference,
        publisher=reference.publisher,
        place=reference.publisher_place,
        container=_numbered(reference.container_title, reference.volume),
        when=(*_days(reference.issued), *_address(reference)),
    )


def _unread(reference: Reference) -> str:
    """The copy that was read, where only the original is told."""
    if not reference.republisher:
        return ""
    day = f", {in_words(reference.republished)}" if reference.republished else ""
    return f" (not consulted; republished by {joined(reference.republisher)}{day})"


def _clause(
    reference: Reference,
    *,
    publisher: tuple[Agent, ...],
    place: str | None,
    container: str,
    when: tuple[str, ...],
) -> str:
    """Who, the title in quotation marks, where, when; a publisher who is the author stands once."""
    located = f"{joined(publisher)} ({place})" if publisher and place else joined(publisher)
    same = reference.author == publisher
    who = located if same else joined(reference.author)
    rest = (container, "" if same else located, *when)
    words = ", ".join(part for part in rest if part)
    return " ".join(part for part in (f"{who}," if who else "", _quoted(reference, words)) if part)


def _quoted(reference: Reference, rest: str) -> str:
    """The title with the comma that follows it inside the marks, and what follows."""
    title = reference.title or "[untitled]"
    comma = "," if rest and title[-1] not in "?!,;:" else ""
    return f'"{title}{comma}" {rest}'.rstrip()


def _numbered(container: str | None, volume: str | None) -> str:
    return " ".join(part for part in (container, volume) if part)


def _days(date: PartialDate | None) -> tuple[str, ...]:
    return (in_words(date),) if date else ()


def _address(reference: Reference) -> tuple[str, ...]:
    address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    accessed = f" (accessed {in_words(reference.accessed)})" if reference.accessed else ""
    return (address + accessed,) if address else ()
