"""Text with italics, and its three spellings: plain, HTML and Markdown."""

import re
from typing import Literal

from attrs import field, frozen

from nizkorcite.errors import UnknownNameError

Markup = Literal["text", "html", "markdown"]
Shape = Literal["bold", "small-caps", "subscript", "superscript", "underline"]

# CommonMark, section 2.4: any ASCII punctuation may be escaped; these would change the text.
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]<>#~|&])")
_URL = re.compile(r"https?://[^\s]+")


@frozen
class Run:
    """A stretch of text in one shape; shapes beside italics are those of CSL styles."""

    text: str
    italic: bool = False
    shapes: tuple[Shape, ...] = field(default=(), repr=False)


RichText = tuple[Run, ...]
_TAGS: dict[Shape, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant: small-caps">', "</span>"),
    "subscript": ("<sub>", "</sub>"),
    "superscript": ("<sup>", "</sup>"),
    "underline": ("<u>", "</u>"),
}


def render(text: RichText, markup: Markup) -> str:
    """
    Spell rich text.

    Raises:
        UnknownNameError: No markup has that name.

    >>> render((Run("See "), Run("A & B", italic=True)), "html")
    'See <i>A &amp; B</i>'
    """
    if markup not in _SPELLINGS:
        raise UnknownNameError("markup", markup, tuple(_SPELLINGS))
    return "".join(map(_SPELLINGS[markup], text))


def _as_text(run: Run) -> str:
    return run.text


def _as_html(run: Run) -> str:
    # As html.escape does, whose module takes a while to load.
    words = run.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for shape in run.shapes:
        opening, closing = _TAGS[shape]
        words = f"{opening}{words}{closing}"
    return f"<i>{words}</i>" if run.italic else words


def _as_markdown(run: Run) -> str:
    """Markdown has italics and bold; what else a style shapes is HTML there too."""
    words = _escape_markdown(run.text)
    for shape in run.shapes:
        opening, closing = ("**", "**") if shape == "bold" else _TAGS[shape]
        words = f"{opening}{words}{closing}"
    return f"*{words}*" if run.italic else words


def _escape_markdown(text: str) -> str:
    """Addresses stay as they are: CommonMark readers link them, and people copy them."""
    if not _MARKDOWN_SPECIAL.search(text):
        return text
    parts, end = [], 0
    for url in _URL.finditer(text):
        parts += [_MARKDOWN_SPECIAL.sub(r"\\\1", text[end : url.start()]), url[0]]
        end = url.end()
    return "".join([*parts, _MARKDOWN_SPECIAL.sub(r"\\\1", text[end:])])


_SPELLINGS = {"text": _as_text, "html": _as_html, "markdown": _as_markdown}


def tidy(text: RichText) -> RichText:
    """The text without its empty runs."""
    return tuple(run for run in text if run.text)
