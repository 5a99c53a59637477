"""A saved page: bytes become visible text whose every line and code point can be shown again."""

from nizkorcite.page.file_types import refuse_other_kinds
from nizkorcite.page.page import Line, Page, Span

__all__ = ["Line", "Page", "Span", "refuse_other_kinds"]
