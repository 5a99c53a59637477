"""Examples of a site description: each page read, its values compared with the expected ones."""

from collections.abc import Iterator

from attrs import frozen

from nizkorcite.messages import Message
from nizkorcite.page import Line
from nizkorcite.readers import Reading, read
from nizkorcite.readers.sites.description import Example, Site
from nizkorcite.readers.sites.lines import lines_without_form
from nizkorcite.record.model import value_at

_LANGUAGE = "/language"
_CAPTURES = "/captures/"
_SHORT = 100


@frozen
class Difference:
    """A value of an example that differs from the expected one; ``None`` for no value."""

    example: int
    pointer: str
    expected: str | None
    actual: str | None

    @property
    def message(self) -> Message:
        """The difference in words, with the next step."""
        if self.actual is None:
            return Message(
                'example {number}: {pointer}: expected "{expected}", and nothing was read; compare '
                "the form with the line",
                expected=self.expected or "",
                number=self.example,
                pointer=self.pointer,
            )
        if self.expected is None:
            return Message(
                'example {number}: {pointer}: "{actual}" was read; add it to [examples.expected]',
                actual=self.actual,
                number=self.example,
                pointer=self.pointer,
            )
        return Message(
            'example {number}: {pointer}: expected "{expected}", read "{actual}"',
            expected=self.expected,
            actual=self.actual,
            number=self.example,
            pointer=self.pointer,
        )


def differences(site: Site) -> Iterator[Difference]:
    """
    Read the examples of a site, and compare the values with the expected ones.

    >>> from nizkorcite.readers.sites.description import LineRule
    >>> example = Example(page="Source: B", expected={"/original/publishers/0/name": "A"})
    >>> rule = LineRule(name="source", labels=["Source"], forms=["{publisher}"])
    >>> site = Site(name="a", title="A", languages=["en"], lines=(rule,), examples=(example,))
    >>> print(next(differences(site)).message)
    example 1: /original/publishers/0/name: expected "A", read "B"
    """
    for number, example in enumerate(site.examples, 1):
        actual = values_of(read_example(site, example))
        for pointer in sorted({*actual, *example.expected}):
            one, other = example.expected.get(pointer), actual.get(pointer)
            if one != other:
                yield Difference(number, pointer, one, other)


def read_example(site: Site, example: Example) -> Reading:
    """Read the page of an example as a page of the site."""
    return read(example.page.encode(), url=example.url, site=site)


def values_of(reading: Reading) -> dict[str, str]:
    """Return every value read of the document but the language, by its JSON Pointer."""
    document = reading.document
    return {
        each.field: str(value_at(document, each.field))
        for each in document.evidence
        if each.field != _LANGUAGE and not each.field.startswith(_CAPTURES)
    }


def unread_lines(reading: Reading, site: Site) -> tuple[Line, ...]:
    """Return the short lines around the title and at the foot that no form of a site fits."""
    lines = lines_without_form(reading.page, site, reading.document.title or "")
    return tuple(line for line in lines if len(line.words) <= _SHORT)
