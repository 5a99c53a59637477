"""Citations: single or in lists, for people or for programs."""

from nizkorcite.citing.citation import Citation, Citations, advice, cite, in_text, narrative
from nizkorcite.citing.reference_list import bibliography, citations
from nizkorcite.citing.registry import STYLES, Style, StyleName, is_format, load_style, style_name
from nizkorcite.formats.registry import FORMATS, Format

__all__ = [
    "FORMATS",
    "STYLES",
    "Citation",
    "Citations",
    "Format",
    "Style",
    "StyleName",
    "advice",
    "bibliography",
    "citations",
    "cite",
    "in_text",
    "is_format",
    "load_style",
    "narrative",
    "style_name",
]
