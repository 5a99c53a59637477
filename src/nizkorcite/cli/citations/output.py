"""Printed form of a reference: its entry or in-text citation, in a style and language."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from attrs import frozen

from nizkorcite import citing
from nizkorcite.citing.reference_list import lines_of_list
from nizkorcite.citing.registry import find_style
from nizkorcite.display import json_text
from nizkorcite.formats.citation_keys import citation_key, citation_keys
from nizkorcite.locale.terms import Lang
from nizkorcite.reference import Reference
from nizkorcite.styles.rich_text import Markup, render

CitationPart = Literal["entry", "in-text", "narrative"]
_LINES_OF_BLOCK = 256  # each block is written by itself


@frozen(kw_only=True)
class CitationOutput:
    """
    The form in which `cite` prints each reference.

    Attributes:
        style, markup, lang, locator: As for `nizkorcite.cite`.
        part: The entry of a list, the parenthetical citation, or the narrative one.
    """

    style: str
    markup: Markup
    lang: Lang
    locator: str | None
    part: CitationPart

    def lines(self, items: Iterable[Reference]) -> Iterator[str]:
        """Cite each reference by itself."""
        for item in items:
            yield self._cited(item)

    def listed(self, items: Sequence[Reference]) -> Iterator[str]:
        """Cite different works as one list, disambiguated; yield some lines at a time."""
        if citing.is_format(self.style):
            yield citing.bibliography(items, self.style)
            return
        lines = self._lines_of_list(items)
        while block := "".join(islice(lines, _LINES_OF_BLOCK)):
            yield block

    def _lines_of_list(self, items: Sequence[Reference]) -> Iterator[str]:
        if self.part == "entry":
            style = find_style(self.style)
            return lines_of_list(items, style, markup=self.markup, lang=self.lang)
        part = "in_text" if self.part == "in-text" else "narrative"
        listed = citing.citations(items, self.style, lang=self.lang)
        return (f"{render(getattr(each, part), self.markup)}\n" for each in listed)

    def objects(self, items: Iterable[Reference]) -> Iterator[str]:
        """Cite each reference by itself, as a JSON object."""
        for item in items:
            if citing.is_format(self.style):
                text = citing.cite(item, self.style)
                key = citation_key(item)
                members = {"id": item.id, "citation_key": key, "style": self.style, "text": text}
                yield json_text(members)
            else:
                (cited,) = citing.citations([item], self.style, lang=self.lang)
                yield as_object(cited, self._in_text(item, "text"), citation_key(item))

    def listed_objects(self, items: Sequence[Reference]) -> Iterator[str]:
        """Cite all references as one list, a JSON object each."""
        yield from objects_of_list(citing.citations(items, self.style, lang=self.lang))

    def _cited(self, item: Reference) -> str:
        if self.part == "entry":
            return citing.cite(
                item, self.style, markup=self.markup, lang=self.lang, locator=self.locator
            )
        return self._in_text(item, self.markup)

    def _in_text(self, item: Reference, markup: Markup) -> str:
        cite = citing.narrative if self.part == "narrative" else citing.in_text
        return cite(item, self.style, markup=markup, lang=self.lang, locator=self.locator)


def objects_of_list(listed: Sequence[citing.Citation]) -> Iterator[str]:
    """Encode the citations of a list, whose keys differ."""
    keys = citation_keys([cited.reference for cited in listed])
    for cited, key in zip(listed, keys, strict=True):
        yield as_object(cited, str(cited.in_text), key)


def as_object(cited: citing.Citation, in_text: str, key: str) -> str:
    """Encode a citation as a JSON object, with the item's own id and its citation key."""
    members = {name: getattr(cited, name) for name in ("style", "text", "html")}
    return json_text({"id": cited.id, "citation_key": key, **members, "in_text": in_text})
