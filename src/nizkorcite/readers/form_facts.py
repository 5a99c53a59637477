"""Facts of the document that the form of a file states: mail, clippings, prints, notes."""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from nizkorcite.display import shortened
from nizkorcite.messages import Message
from nizkorcite.readers.facts import Facts, Remark, Unread
from nizkorcite.readers.opened import Opened, form_fact
from nizkorcite.saved_forms.saved_page import FormFacts, Stated

# The limits of a record's titles, names and quotes.
_LONGEST_TITLE: Final = 1000
_LONGEST_NAME: Final = 500
_LONGEST_QUOTE: Final = 10_000
_POINTERS: Final[Mapping[str, str]] = {
    "url": "/captures/0/url",
    "accessed": "/captures/0/accessed",
    "charset": "/captures/0/charset",
    "date": "/original/date",
}


def with_form_facts(facts: Facts, form: FormFacts) -> Facts:
    """
    Replace what the markup of a page states by what the form of its file states.

    Title, author and date of a mail or clipping are those of the document; the markup has what a
    template states. A page with a republisher keeps its own facts.
    """
    if facts.republishers or not _states_document(form):
        return facts
    facts, form = _without_long_values(facts, form)
    facts = evolve(
        facts,
        title=form_fact("title", form.title) if form.title else facts.title,
        date=form_fact("date", form.date) if form.date else facts.date,
        type=form.type or facts.type,
    )
    facts = _with_authors(_with_publisher(facts, form), form)
    return evolve(facts, unread=tuple(_unread(facts)))


def _states_document(form: FormFacts) -> bool:
    """Check for facts of the document; most files state the capture alone."""
    return bool(form.title or form.date or form.type or form.authors or form.publisher)


def _without_long_values(facts: Facts, form: FormFacts) -> tuple[Facts, FormFacts]:
    """Leave out a title and a publisher that are too long for a record, each with a remark."""
    if form.title and _is_too_long(form.title, _LONGEST_TITLE):
        remark = _too_long("/title", form.title, _LONGEST_TITLE)
        facts, form = evolve(facts, unread=(*facts.unread, remark)), evolve(form, title=None)
    if form.publisher and _is_too_long(form.publisher, _LONGEST_NAME):
        remark = _too_long("/original/publishers", form.publisher, _LONGEST_NAME)
        facts, form = evolve(facts, unread=(*facts.unread, remark)), evolve(form, publisher=None)
    return facts, form


def _is_too_long(stated: Stated[str], longest: int) -> bool:
    return len(stated.value) > longest or len(stated.quote) > _LONGEST_QUOTE


def _too_long(field: str, stated: Stated[str], longest: int) -> Unread:
    message = Message(
        'the file states "{words}" ({number} characters); a record has at most {most}',
        words=shortened(stated.value),
        number=len(stated.value),
        most=longest,
    )
    return Unread("NZ621", field, message, quote=stated.value[:longest])


def _with_authors(facts: Facts, form: FormFacts) -> Facts:
    if not form.authors:
        return facts
    from nizkorcite.readers.embedded.authors import named_authors  # few forms name authors

    authors = named_authors(form_fact("author", name) for name in form.authors)
    return evolve(
        facts,
        creators=authors.creators or facts.creators,
        unread=(*facts.unread, *authors.unread),
    )


def _with_publisher(facts: Facts, form: FormFacts) -> Facts:
    if form.publisher is None or facts.attribution == "stated":
        return facts
    publisher = form_fact("publisher", form.publisher)
    return evolve(facts, publishers=(publisher,), attribution="inferred")


def _unread(facts: Facts) -> Iterator[Unread]:
    """Leave out remarks on values that the form states."""
    found = {"/title": facts.title, "/original/date": facts.date}
    for each in facts.unread:
        if found.get(each.field) is None:
            yield each


def form_remarks(opened: Opened) -> Iterator[Remark]:
    """Return remarks on what the form states and cannot be used, unless supplied."""
    supplied = {"url": opened.capture.url, "accessed": opened.capture.accessed}
    for each in opened.form.remarks:
        if not supplied.get(each.about):
            yield Remark("NZ647", _POINTERS.get(each.about, ""), each.message)
