"""Descriptions of sites: the data of one TOML file, checked by ``schemas/site/1.0``."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen
from attrs.converters import optional

from nizkorcite.dates.date_names import PrintedLanguage
from nizkorcite.dates.printed import Order
from nizkorcite.readers.sites.form import (
    Form,
    address_form,
    line_form,
    longest_literal,
    searchable,
    title_form,
)
from nizkorcite.record.vocabulary import Modifications

_CENTURY = 100

Region = Literal["head", "above_title", "below_title", "foot"]
"""A part of the page in which a line is looked for."""


@frozen(kw_only=True)
class LineRule:
    """
    Lines of one kind on a site's pages.

    Attributes:
        name: The name in the evidence: ``source`` of ``rebelion`` is ``rebelion.source``.
        at: The part of the page.
        labels: Labels before the line's form, each with a colon on the page.
        forms: The line's forms; the first that fits is used.
        modifications: Of the original by the republication, stated by the line.
    """

    name: str
    at: Region = "head"
    labels: tuple[str, ...] = field(default=(), converter=tuple)
    forms: tuple[str, ...] = field(converter=tuple)
    modifications: Modifications | None = None


@frozen(kw_only=True)
class Example:
    """
    A page of a site, and the values that are read from it.

    Attributes:
        page: The page, HTML or text.
        url: The address of the page, if known.
        expected: Each value by its JSON Pointer in the record; no others are read.
    """

    page: str
    url: str | None = None
    expected: Mapping[str, str]


@frozen(kw_only=True)
class Site:
    """
    Description of a site that republishes the work of others.

    Attributes:
        name: Short name, the name of the file: ``rebelion``.
        title: The site's own name.
        hosts: Hosts of the site itself; subdomains and ``www.`` are included.
        mirrors: Hosts with copies of the site's pages.
        marks: Groups of forms; a page with all lines of one group has the site's forms.
        publishers: Names of the republishers, for pages at `hosts`.
        languages: Languages of printed dates.
        order: Order of a date of numbers alone.
        window: First year of the hundred that a year of two digits lies in.
        titles: Forms of ``<title>``: ``{title} - Example``.
        head, foot: Number of lines read on either side of the title, and at the end of the page.
        lines: Kinds of lines, in order of precedence.
        ignored: Forms of lines that are never read.
        addresses: Forms of addresses that give a date, from the path on.
        examples: Pages with their expected values.
    """

    name: str
    title: str
    hosts: tuple[str, ...] = field(default=(), converter=tuple)
    mirrors: tuple[str, ...] = field(default=(), converter=tuple)
    marks: tuple[tuple[str, ...], ...] = ()
    publishers: tuple[str, ...] = field(default=(), converter=tuple)
    languages: tuple[PrintedLanguage, ...] = field(converter=tuple)
    order: Order | None = None
    window: int | None = field(default=None, converter=optional(int))
    titles: tuple[str, ...] = field(default=(), converter=tuple)
    head: int = field(default=10, converter=int)  # 10.0 is a whole number in JSON Schema
    foot: int = field(default=10, converter=int)
    lines: tuple[LineRule, ...] = ()
    ignored: tuple[str, ...] = field(default=(), converter=tuple)
    addresses: tuple[str, ...] = field(default=(), converter=tuple)
    examples: tuple[Example, ...] = ()

    @property
    def years(self) -> range | None:
        """The years that a year of two digits may mean."""
        return None if self.window is None else range(self.window, self.window + _CENTURY)

    def forms_of(self, rule: LineRule, folded: str) -> tuple[Form, ...]:
        """
        Compile the forms of one kind of line that a text may have.

        Args:
            rule: The kind of line.
            folded: The text as `searchable` returns it; forms whose words it lacks are left out,
                since compiling takes a millisecond each.
        """
        if rule.labels and not any(searchable(label) in folded for label in rule.labels):
            return ()
        return tuple(
            line_form(form, self.languages, rule.labels)
            for form in rule.forms
            if longest_literal(form) in folded
        )

    @cached_property
    def ignored_forms(self) -> tuple[Form, ...]:
        """The forms of lines that are never read, compiled."""
        return tuple(line_form(form, self.languages) for form in self.ignored)

    @cached_property
    def address_forms(self) -> tuple[Form, ...]:
        """The forms of addresses, compiled."""
        return tuple(map(address_form, self.addresses))

    @cached_property
    def title_forms(self) -> tuple[Form, ...]:
        """The forms of titles, compiled."""
        return tuple(map(title_form, self.titles))

    def check_forms(self) -> None:
        """
        Compile every form.

        Raises:
            SiteError: A form is wrong.
        """
        for rule in self.lines:
            for form in rule.forms:
                line_form(form, self.languages, rule.labels)
        for group in self.marks:
            for form in group:
                line_form(form, self.languages)
        _ = self.ignored_forms, self.address_forms, self.title_forms

    def has_host(self, host: str) -> bool:
        """Check whether a host is the site's own."""
        return _is_below(host, self.hosts)

    def is_mirrored_at(self, host: str) -> bool:
        """Check whether a host has copies of the site's pages."""
        return _is_below(host, self.mirrors)

    def has_marks(self, text: str, folded: str) -> bool:
        r"""
        Check whether a page has all lines of one group of marks.

        Args:
            text: The text of the page.
            folded: The text as `searchable` returns it.

        >>> site = Site(name="a", title="A", languages=["en"], marks=[["Sources: {}", "End."]])
        >>> site.has_marks("Sources: B\n\nEnd.", "sources: b\n\nend.")
        True
        """
        return any(
            all(longest_literal(form) in folded for form in group)
            and all(self._has_line(form, text) for form in group)
            for group in self.marks
        )

    def _has_line(self, form: str, text: str) -> bool:
        pattern = line_form(form, self.languages).pattern
        starts = re.finditer(r"^[^\S\n|]*", text, re.MULTILINE)
        return any(pattern.match(text, start.end()) for start in starts)


def site_from(name: str, data: Mapping[str, Any]) -> Site:
    """
    Make a site from the data of its file, which the schema has found valid.

    Args:
        name: The name of the file, without its ending.
        data: The members of ``schemas/site/1.0/site.schema.json``.

    >>> site_from("a", {"title": "A", "languages": ["en"]}).title
    'A'
    """
    parts = {
        "lines": tuple(LineRule(**line) for line in data.get("lines", ())),
        "marks": tuple(map(tuple, data.get("marks", ()))),
        "examples": tuple(Example(**example) for example in data.get("examples", ())),
    }
    return Site(name=name, **{**data, **parts})


def _is_below(host: str, domains: Sequence[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
