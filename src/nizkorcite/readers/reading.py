"""A page that was read: the document, the words of each value, and what was not found."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from nizkorcite.display import html_table
from nizkorcite.page import Page
from nizkorcite.readers.facts import Unread
from nizkorcite.record.model import Document, Evidence, value_at


@frozen(kw_only=True)
class Reading:
    """
    What was read from a page.

    Attributes:
        document: The document.
        page: The page it was read from; `page.lines` shows any line again.
        reader: Name of the reader: ``nizkor``, ``general``.
        unread: What was looked for and not found, and why.
        warnings: What a person should look at, in words.
    """

    document: Document
    page: Page = field(repr=False)
    reader: str
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The document's evidence by JSON Pointer of the value: ``/original/date``."""
        return MappingProxyType({each.field: each for each in self.document.evidence})

    def _repr_html_(self) -> str:
        """How a notebook shows it: each value with its words, their line and the rule."""
        rows = [
            (each.field, value_at(self.document, each.field), each.quote, each.line, each.rule)
            for each in self.document.evidence
        ]
        return html_table(("field", "value", "quote", "line", "rule"), rows)
