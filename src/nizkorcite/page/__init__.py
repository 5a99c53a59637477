"""Saved pages: visible text with lines and spans, and what the markup states."""

from nizkorcite.page.file_types import refuse_other_kinds
from nizkorcite.page.html import PageMarkup
from nizkorcite.page.page import Line, Page, Span

__all__ = ["Line", "Page", "PageMarkup", "Span", "refuse_other_kinds"]
