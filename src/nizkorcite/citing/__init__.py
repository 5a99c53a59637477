"""From a reference to text: one or a list, in a style for people or a format for programs."""

from nizkorcite.citing.citation import Citation, Citations, advice, cite, in_text, narrative
from nizkorcite.citing.reference_list import (
    bibliography,
    citations,
    in_texts,
    narratives,
    separately,
)
from nizkorcite.citing.registry import STYLES, is_format, opened

__all__ = [
    "STYLES",
    "Citation",
    "Citations",
    "advice",
    "bibliography",
    "citations",
    "cite",
    "in_text",
    "in_texts",
    "is_format",
    "narrative",
    "narratives",
    "opened",
    "separately",
]
