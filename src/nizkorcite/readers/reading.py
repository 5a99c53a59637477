"""The result of reading a page."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from nizkorcite.display import html_table
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.facts import Remark, Unread
from nizkorcite.record.model import Document, Evidence, value_at


@frozen(kw_only=True)
class Reading:
    """
    The document read from a page, with the page and the reader's remarks.

    Attributes:
        document: The document.
        page: The page it was read from; `page.lines` has the text of each line.
        reader: Name of the reader: ``nizkor``, ``general``.
        unread: Values that were looked for and not read, with the reason.
        warnings: Remarks on values that were read, and on the page as a whole.
    """

    document: Document
    page: Page = field(repr=False)
    reader: str
    unread: tuple[Unread, ...] = ()
    warnings: tuple[Remark, ...] = ()

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The document's evidence by JSON Pointer of the value: ``/original/date``."""
        return MappingProxyType({each.field: each for each in self.document.evidence})

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Remarks of severity ``warning``, each message once: what a person should check."""
        by_message: dict[Message, Remark] = {}
        for each in (*self.warnings, *self.unread):
            if each.severity == "warning":
                by_message.setdefault(each.message, each)
        return tuple(by_message.values())

    def _repr_html_(self) -> str:
        """Return a table for notebooks: each value with its words, their line and the rule."""
        rows = [
            (each.field, value_at(self.document, each.field), each.quote, each.line, each.rule)
            for each in self.document.evidence
        ]
        return html_table(("field", "value", "quote", "line", "rule"), rows)
