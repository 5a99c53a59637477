"""What citing gives: an entry in its spellings, and lists of them as notebooks show them."""

from collections.abc import Iterable

from attrs import field, frozen

from nizkorcite.styles.rich_text import RichText, render

HANGING = "padding-left: 2em; text-indent: -2em"
"""How a list is set: the first line hangs out (APA 7, section 9.43)."""


@frozen(kw_only=True)
class Citation:
    """
    One item of a list, cited.

    Attributes:
        id: The item's own.
        style: The style's name.
        entry: The entry of the list.
        in_text: What stands in brackets where a text cites the item.
        text, html, markdown: The entry in three spellings; `str` gives the text.
    """

    id: str
    style: str
    entry: RichText = field(repr=lambda entry: repr(render(entry, "text")))
    in_text: str

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The entry without italics."""
        return render(self.entry, "text")

    @property
    def html(self) -> str:
        """The entry in HTML."""
        return render(self.entry, "html")

    @property
    def markdown(self) -> str:
        """The entry in CommonMark."""
        return render(self.entry, "markdown")

    def _repr_html_(self) -> str:
        """How a notebook shows it: the entry, its first line hanging out."""
        return _hanging(self.html)

    def _repr_markdown_(self) -> str:
        return self.markdown


class Citations(tuple[Citation, ...]):
    """The citations of a list, in its order; `str` gives the text of the list, an entry a line."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _repr_html_(self) -> str:
        """How a notebook shows them: as one list, marked as citation processors mark theirs."""
        return html_list(each.html for each in self)

    def _repr_markdown_(self) -> str:
        return "".join(f"{each.markdown}\n\n" for each in self)


def _hanging(entry: str) -> str:
    return f'<p class="csl-entry" style="{HANGING}">{entry}</p>'


def html_list(entries: Iterable[str]) -> str:
    """A list as citation processors mark it, so that style sheets for theirs fit ours."""
    lines = (f"  {_hanging(entry)}\n" for entry in entries)
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>\n'
