"""Lines of a page that have the forms of a site."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from nizkorcite.messages import Message
from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.facts import Unread
from nizkorcite.readers.people import ABBREVIATED, may_be_person, name_spans
from nizkorcite.readers.sites.description import LineRule, Region, Site
from nizkorcite.readers.sites.form import FIELD_OF_PART, NEXT_LABEL, PEOPLE_PARTS, Form, searchable
from nizkorcite.readers.text import collapse_space, fold, trim_span

_NEXT_LABEL = re.compile(NEXT_LABEL)
_LONGEST_HEADER = 1000


@frozen
class FoundLine:
    """A line of the page that has one of the forms of a kind of line."""

    site: Site
    rule: LineRule
    form: Form
    match: re.Match[str]

    @property
    def rule_name(self) -> str:
        """The name of the rule in evidence: ``rebelion.source``."""
        return f"{self.site.name}.{self.rule.name}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the form that the line has."""
        return tuple(name for name, words in self.match.groupdict().items() if words is not None)

    def span(self, page: Page, part: str) -> Span:
        """Return the span of a part, with the stop of an abbreviation at its end."""
        span = trim_span(page, *self.match.span(part))
        stop = page.text.startswith(".", span.end) and ABBREVIATED.search(page.quote(span))
        return Span(span.start, span.end + 1) if stop else span

    def has_names_of_people(self, page: Page) -> bool:
        """Check whether all names of people look like names, and not like a sentence."""
        return all(
            may_be_person(page.quote(name))
            for part in self.parts
            if part in PEOPLE_PARTS
            for name in name_spans(page, self.span(page, part), self.site.languages)
        )


@frozen
class FoundLines:
    """
    Lines of a page that have the forms of a site.

    Attributes:
        by_part: The line that gives each part; ``None`` if several lines differ.
        differing: A remark on each field that differs.
        spans: The spans of all lines.
    """

    by_part: Mapping[str, FoundLine | None]
    differing: tuple[Unread, ...]
    spans: tuple[Span, ...]


def found_lines(page: Page, site: Site, title: str) -> FoundLines:
    """
    Find the lines that have the forms of a site, in the order of its description.

    Args:
        page: The page.
        site: The site.
        title: The title of the page, without the site's words.
    """
    regions = _regions(page, site, fold(title))
    used: list[Span] = []
    by_part: dict[str, FoundLine | None] = {}
    differing: list[Unread] = []
    folded = searchable(page.text)
    for rule in site.lines:
        forms = site.forms_of(rule, folded)
        starts = [start for line in regions[rule.at] for start in _starts(line)]
        candidates = (_line_at(page, site, rule, forms, start) for start in starts)
        found = list(_unused(candidates, used))
        differ = len({_values(line) for line in found}) > 1
        differing += _differing(page, found) if differ else ()
        for line in found:
            for part in line.parts:
                by_part.setdefault(part, None if differ else line)
    return FoundLines(by_part, tuple(differing), tuple(used))


def lines_without_form(page: Page, site: Site, title: str) -> tuple[Line, ...]:
    """Return the lines in the regions of a site that have none of the site's forms."""
    spans = found_lines(page, site, title).spans
    in_regions = {
        line.number: line
        for region in _regions(page, site, fold(title)).values()
        for line in region
    }
    return tuple(
        line
        for _, line in sorted(in_regions.items())
        if fold(line.words) != fold(title)
        and not any(span.start <= line.span.start < span.end for span in spans)
    )


def _regions(page: Page, site: Site, title: str) -> Mapping[Region, Sequence[Line]]:
    lines = [line for line in page.lines if any(map(str.isalnum, line.words))]
    at = next((at for at, line in enumerate(lines) if title and fold(line.words) == title), None)
    above = [] if at is None else lines[max(0, at - site.head) : at]
    below = [] if at is None else lines[at + 1 : at + 1 + site.head]
    regions: dict[Region, list[Line]] = {
        "head": lines[: site.head] if at is None else [*above, *below],
        "above_title": above,
        "below_title": below,
        "foot": lines[-site.foot :],
    }
    return {
        name: [line for line in region if not _has_some_form(page, line, site.ignored_forms)]
        for name, region in regions.items()
    }


def _has_some_form(page: Page, line: Line, forms: Sequence[Form]) -> bool:
    return any(form.pattern.match(page.text, line.span.start) for form in forms)


def _starts(line: Line) -> Iterator[int]:
    """Return the offsets at which a form may begin: the line's start, and labels in the line."""
    yield line.span.start
    if len(line.words) <= _LONGEST_HEADER:
        yield from (line.span.start + label.end() for label in _NEXT_LABEL.finditer(line.words))


def _line_at(
    page: Page, site: Site, rule: LineRule, forms: Sequence[Form], start: int
) -> FoundLine | None:
    """Match the forms of one kind of line at an offset; the first that fits wins."""
    matches = ((form, form.pattern.match(page.text, start)) for form in forms)
    lines = (FoundLine(site, rule, form, match) for form, match in matches if match)
    return next((line for line in lines if line.has_names_of_people(page)), None)


def _unused(lines: Iterable[FoundLine | None], used: list[Span]) -> Iterator[FoundLine]:
    """Return the lines that no line before has used, and add them to those that are used."""
    for line in lines:
        if line and not any(span.start <= line.match.start() < span.end for span in used):
            used.append(Span(*line.match.span()))
            yield line


def _values(line: FoundLine) -> tuple[str, ...]:
    return tuple(f"{part}={fold(line.match[part])}" for part in line.parts)


def _differing(page: Page, lines: Sequence[FoundLine]) -> Iterator[Unread]:
    one, other = (collapse_space(line.match[0]) for line in lines[:2])
    message = Message(
        'two lines differ, "{one}" and "{other}"; neither is used', one=one, other=other
    )
    span = Span(*lines[0].match.span())
    for pointer in sorted({FIELD_OF_PART[part] for line in lines for part in line.parts}):
        yield Unread.at(page, span, "NZ635", pointer, message)
