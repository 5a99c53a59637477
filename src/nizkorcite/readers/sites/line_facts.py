"""Facts that the lines of a page give."""

import re
from collections.abc import Iterator, Mapping

from nizkorcite.dates import PartialDate
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact, Facts, Remark, Unread
from nizkorcite.readers.sites.form import FIELD_OF_PART, NEXT_LABEL, PEOPLE_PARTS
from nizkorcite.readers.sites.lines import FoundLine, FoundLines
from nizkorcite.readers.sites.values import line_date, line_organisations, line_people, line_text
from nizkorcite.readers.text import collapse_space, trim_span
from nizkorcite.record.model import Agent
from nizkorcite.record.vocabulary import Modifications

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_REST = re.compile(rf"[^\n]{{0,200}}?(?=\n|\Z|{NEXT_LABEL})")
_JOINED = re.compile(r"\s(?:and|y|e|et|und|&)\s|,|\w\s?/\s?[^\W\d_]")


def facts_of_lines(page: Page, lines: FoundLines) -> Facts:
    """Return the facts of the lines, without those of markup and address."""
    found = {part: line for part, line in lines.by_part.items() if line}
    publishers, original_url, publishers_unread = _publishers(page, found)
    date, date_unread = _date(page, found, "date")
    republished, republished_unread = _date(page, found, "republished")
    creators, creators_unread = _creators(page, found)
    return Facts(
        creators=creators,
        attribution="stated" if publishers else "unknown",
        publishers=publishers,
        place=_text(page, found, "place"),
        date=date,
        original_url=original_url,
        volume=_text(page, found, "volume"),
        issue=_text(page, found, "issue"),
        pages=_text(page, found, "pages"),
        source_line=_whole(page, found, "publisher"),
        republishers=_texts(page, found, "republisher"),
        republished=republished,
        section=_text(page, found, "section"),
        modifications=_modifications(page, found),
        statement=_whole(page, found, "republisher") or _whole(page, found, "republished"),
        unread=(
            *lines.differing, *publishers_unread, *date_unread, *republished_unread,
            *creators_unread, *_unclear(page, found),
        ),
        warnings=tuple(_joined(page, name) for name in publishers if _JOINED.search(name.value)),
    )  # fmt: skip


def _publishers(
    page: Page, found: Mapping[str, FoundLine]
) -> tuple[tuple[Fact[str], ...], Fact[str] | None, tuple[Unread, ...]]:
    """Return the publisher, or the address that a line gives in its place."""
    name = _text(page, found, "publisher")
    if name is None or name.span is None:
        return (), None, ()
    if _ADDRESS.fullmatch(name.value):
        return (), name, ()
    if "," in name.value and "publisher" not in found["publisher"].form.starred:
        message = Message('the names in "{names}" cannot be separated', names=name.value)
        unread = Unread.at(page, name.span, "NZ633", FIELD_OF_PART["publisher"], message)
        return (), None, (unread,)
    return (name,), None, ()


def _text(page: Page, found: Mapping[str, FoundLine], part: str) -> Fact[str] | None:
    return line_text(page, found[part], part) if part in found else None


def _texts(page: Page, found: Mapping[str, FoundLine], part: str) -> tuple[Fact[str], ...]:
    fact = _text(page, found, part)
    return (fact,) if fact else ()


def _whole(page: Page, found: Mapping[str, FoundLine], part: str) -> Fact[str] | None:
    """Return the whole line that gives a part."""
    if part not in found:
        return None
    match = found[part].match
    span = trim_span(page, match.start(), _line_end(page, match.end()))
    return Fact(value=collapse_space(page.quote(span)), rule=found[part].rule_name, span=span)


def _line_end(page: Page, end: int) -> int:
    """Return the end of the line, or of its part before the next label, if it is near."""
    rest = _REST.match(page.text, end)
    return rest.end() if rest else end


def _modifications(page: Page, found: Mapping[str, FoundLine]) -> Fact[Modifications] | None:
    lines = (line for line in found.values() if line.rule.modifications)
    if (line := next(lines, None)) is None or line.rule.modifications is None:
        return None
    span = trim_span(page, *line.match.span())
    return Fact(value=line.rule.modifications, rule=line.rule_name, span=span, method="rule")


def _date(
    page: Page, found: Mapping[str, FoundLine], part: str
) -> tuple[Fact[PartialDate] | None, tuple[Unread, ...]]:
    return line_date(page, found[part], part, FIELD_OF_PART[part]) if part in found else (None, ())


def _creators(
    page: Page, found: Mapping[str, FoundLine]
) -> tuple[tuple[Fact[Agent], ...], tuple[Unread, ...]]:
    """Return authors and other contributors, and remarks on names that are not clear."""
    organisations = (
        line_organisations(page, found["organisation"]) if "organisation" in found else ()
    )
    read = [line_people(page, found[part], part) for part in PEOPLE_PARTS if part in found]
    people = (fact for facts, _ in read for fact in facts)
    return (*organisations, *people), tuple(each for _, unread in read for each in unread)


def _unclear(page: Page, found: Mapping[str, FoundLine]) -> Iterator[Unread]:
    if line := found.get("unclear"):
        span = line.span(page, "unclear")
        message = Message(
            '"{words}" may be an author, a publisher or both',
            words=collapse_space(page.quote(span)),
        )
        yield Unread.at(page, span, "NZ633", FIELD_OF_PART["unclear"], message)


def _joined(page: Page, name: Fact[str]) -> Remark:
    message = Message('"{name}" may be several publishers; kept as one name', name=name.value)
    assert name.span
    return Remark.at(page, name.span, "NZ646", FIELD_OF_PART["publisher"], message)
