"""Text with italics and other formatting, rendered as plain text, HTML or Markdown."""

import re
from typing import Literal

from attrs import field, frozen

from nizkorcite.display import one_line, without_commands
from nizkorcite.errors import UnknownNameError

Markup = Literal["text", "html", "markdown"]
"""A markup of italics: none, HTML, or CommonMark."""

Shape = Literal["bold", "small-caps", "subscript", "superscript", "underline"]

# CommonMark, section 2.4: any ASCII punctuation may be escaped; these would change the text. An
# address is escaped only where it must be, since programs that link addresses link their escapes
# too: underscores before a letter close nothing (section 6.2), and tildes after a slash (GFM).
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]<>#~|&]")
_SPECIAL_IN_ADDRESS = re.compile(r"[\\`*\[\]<>|]|_(?![^\W_])|(?<!/)~|~(?![^\W_])|&(?=#?\w+;)")
_URL = re.compile(r"https?://\S+")
# Section 5: what begins a heading, a list or a block of code at the start of a line.
_BLOCK_START = re.compile(r"\A(\d{1,9}(?=[.)])|(?=[-+=]))")


@frozen
class Run:
    """Consecutive words in the same formatting; only CSL styles use more than italics."""

    text: str
    italic: bool = False
    shapes: tuple[Shape, ...] = field(default=(), repr=False)


Runs = tuple[Run, ...]
"""Formatted text, as the modules of styles compose it."""
_TAGS: dict[Shape, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant: small-caps">', "</span>"),
    "subscript": ("<sub>", "</sub>"),
    "superscript": ("<sup>", "</sup>"),
    "underline": ("<u>", "</u>"),
}


def render(text: Runs, markup: Markup) -> str:
    """
    Render runs of text in a markup, on one line.

    Raises:
        UnknownNameError: No markup has that name.

    >>> render((Run("See "), Run("A & B", italic=True)), "html")
    'See <i>A &amp; B</i>'
    """
    if markup not in _RENDERERS:
        raise UnknownNameError("markup", markup, tuple(_RENDERERS))
    rendered = without_commands("".join(map(_RENDERERS[markup], text)))
    return _as_paragraph(rendered) if markup == "markdown" else rendered


class RichText(tuple[Run, ...]):
    r"""
    Formatted text of a citation; `str` gives its words.

    >>> RichText((Run("See "), Run("A & B", italic=True))).markdown
    'See *A \\& B*'
    """

    __slots__ = ()

    def __str__(self) -> str:
        return render(self, "text")

    @property
    def html(self) -> str:
        """The text in HTML."""
        return render(self, "html")

    @property
    def markdown(self) -> str:
        """The text in CommonMark."""
        return render(self, "markdown")


def _as_text(run: Run) -> str:
    return one_line(run.text)


def _as_html(run: Run) -> str:
    # As html.escape does, whose module takes a while to load.
    words = one_line(run.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for shape in run.shapes:
        opening, closing = _TAGS[shape]
        words = f"{opening}{words}{closing}"
    return f"<i>{words}</i>" if run.italic else words


def _as_markdown(run: Run) -> str:
    """Mark italics and bold as Markdown; other formatting is HTML in Markdown too."""
    words = _escape_markdown(one_line(run.text))
    for shape in run.shapes:
        opening, closing = ("**", "**") if shape == "bold" else _TAGS[shape]
        words = f"{opening}{words}{closing}"
    return f"*{words}*" if run.italic else words


def _as_paragraph(markdown: str) -> str:
    return _BLOCK_START.sub(r"\1\\", markdown.lstrip())


def _escape_markdown(text: str) -> str:
    """Escape special characters; in addresses, which people copy, only where they are obeyed."""
    if not _MARKDOWN_SPECIAL.search(text):
        return text
    parts, end = [], 0
    for url in _URL.finditer(text):
        parts += [_escape(_MARKDOWN_SPECIAL, text[end : url.start()])]
        parts += [_escape(_SPECIAL_IN_ADDRESS, url[0])]
        end = url.end()
    return "".join([*parts, _escape(_MARKDOWN_SPECIAL, text[end:])])


def _escape(special: re.Pattern[str], text: str) -> str:
    return special.sub(r"\\\g<0>", text)


_RENDERERS = {"text": _as_text, "html": _as_html, "markdown": _as_markdown}


def without_empty_runs(text: Runs) -> Runs:
    """Remove empty runs from a text."""
    return tuple(run for run in text if run.text)
