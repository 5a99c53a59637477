"""
The head and foot lines that browsers print, in text taken from a print.

Chrome: date, time and title above, address and page of pages below. Firefox: title and address
above, page and date below. Others mix these. Tools set them apart by a tab, by spaces or by lines,
and some put both after the page's text. The time has no zone, so that it is only reported.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.markup import decoded
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_DAY: Final = r"[0-9]{1,4}[./-] ?[0-9]{1,2}[./-] ?[0-9]{1,4}\.?"
_CLOCK: Final = r"(?:[^\s\d]{1,4}\s?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\s?[ap]\.?\s?m\.?)?"
_DATE: Final = re.compile(rf"{_DAY}(?:,?\s{_CLOCK})?", re.I)
_COUNT: Final = re.compile(
    r"(?:[^\W\d]{1,9}\.? )?[0-9]{1,4}(?: ?/ ?| (?:of|de|von|sur|di|van|av|af|z|из|od|a) )[0-9]{1,4}"
    r"|第 ?[0-9]{1,4} ?页.{0,4}?共 ?[0-9]{1,4} ?页|[0-9]{1,4} ?/ ?[0-9]{1,4} ?(?:ページ|页|頁)",
    re.I,
)
_ADDRESS: Final = re.compile(r"(?:https?://|file:///|about:|chrome://|www\.)\S+", re.I)
_CELLS: Final = {"address": _ADDRESS, "count": _COUNT, "date": _DATE}
# Cells with one space between them; a date without a time may be the text's own.
_LINES: Final = tuple(
    re.compile(line.format(**{name: f"(?P<{name}>{cell.pattern})" for name, cell in _CELLS.items()},
               instant=rf"(?P<date>{_DAY},?\s{_CLOCK})", title=r"(?P<title>\S.*?)"), re.I)
    for line in (
        "{address}", "{count}", r"{address}\s+{count}", r"{address}\s+{date}", r"{count}\s+{date}",
        "{instant}", r"{instant}\s+{title}", r"{title}\s+{address}", r"{title}\s+{count}",
    )
)  # fmt: skip
_GAP: Final = re.compile(r"\t+| {2,}")
_HEAD_LINES = 3
_FOOT_LINES = 4
_LONGEST_LINE = 1000


@frozen(kw_only=True)
class PrintedEdge:
    """
    What the lines at the edges of a printed page say.

    Attributes:
        date, title, address, count: Their words; empty where there are none.
    """

    date: str = ""
    title: str = ""
    address: str = ""
    count: str = ""

    @property
    def is_printed(self) -> bool:
        """Whether a browser printed the page: no text has all three at its edges by chance."""
        return bool(self.date and self.address and self.count)


def inner_page(page: SavedPage) -> SavedPage | None:
    """Return the text without the lines that the browser has printed around it."""
    found = printed_text(decoded(page.data).split("\f"))
    return page.inner(found[0], found[1], media_type="text/plain") if found else None


def printed_text(pages: Sequence[str]) -> tuple[FormFacts, str] | None:
    r"""
    Take the printed lines out of pages of text.

    Args:
        pages: The text of each sheet; of one string where the sheets are not told apart.

    Returns:
        What the lines state, and the text without them; `None` where no browser printed it.

    >>> head, foot = "05/03/2024, 10:11\tTitle", "https://a.example/\t1/1"
    >>> printed_text([f"{head}\n\nWords.\n\n{foot}\n"])[1]
    'Words.'
    """
    sheets = [page.replace("\r\n", "\n").split("\n") for page in pages]
    edges = [_edge(sheet) for sheet in sheets if any(line.strip() for line in sheet)]
    first = next((edge for edge, _ in edges if edge.is_printed), None)
    if first is None:
        return None
    frames = {line for _, lines in edges for line in lines}
    kept = [line for sheet in sheets for line in _kept(sheet, first, frames)]
    text = "\n".join(kept).strip("\n")
    return _facts(first, kept), text


def _kept(sheet: Sequence[str], first: PrintedEdge, frames: set[str]) -> Iterator[str]:
    """Leave out the lines of the edges, also where the sheets have become one text."""
    for line in sheet:
        words = line.strip()
        if words in frames:
            continue
        if first.address and words.startswith(first.address) and len(words) < _LONGEST_LINE:
            rest = words[len(first.address) :].strip()
            if _COUNT.fullmatch(rest) or (_DATE.fullmatch(rest) and rest):
                continue
        yield line


def _edge(sheet: Sequence[str]) -> tuple[PrintedEdge, list[str]]:
    """Read the lines at the top and at the bottom of a sheet."""
    lines = [line.strip() for line in sheet if line.strip()]
    edge = PrintedEdge()
    frames: list[str] = []
    for place, words in enumerate((*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-_FOOT_LINES:])):
        found = _read_line(words)
        if found is None and edge.date and not edge.title and place == 1:
            found = PrintedEdge(title=words)  # pdftotext puts each cell on a line of its own
        if found:
            edge = _merged(edge, found)
            frames.append(words)
    return edge, frames


def _merged(edge: PrintedEdge, found: PrintedEdge) -> PrintedEdge:
    return PrintedEdge(
        date=edge.date or found.date,
        title=edge.title or found.title,
        address=edge.address or found.address,
        count=edge.count or found.count,
    )


def _read_line(words: str) -> PrintedEdge | None:
    """Read a line that consists of what browsers print, and nothing else."""
    if len(words) > _LONGEST_LINE:
        return None
    cells = _GAP.split(words)
    if len(cells) > 1 and (edge := _read_cells(cells)):
        return edge
    match = next((match for line in _LINES if (match := line.fullmatch(words))), None)
    return PrintedEdge(**match.groupdict()) if match else None


def _read_cells(cells: Sequence[str]) -> PrintedEdge | None:
    """Sort cells by what they look like; one of them may be the title."""
    found: dict[str, str] = {}
    for cell in cells:
        names = (name for name, pattern in _CELLS.items() if pattern.fullmatch(cell))
        name = next(names, "title")
        if name == "title" and name in found:
            return None
        found[name] = cell
    return PrintedEdge(**found) if found.keys() - {"title"} else None


def _facts(edge: PrintedEdge, kept: Sequence[str]) -> FormFacts:
    is_cut = edge.address.endswith(("…", "..."))
    title = Stated(heading_in_title(edge.title, kept), edge.title) if edge.title else None
    return combined(
        FormFacts(title=title),
        accessed_facts(Stated(edge.date, edge.date), _no_instant),
        address_facts(None if is_cut else Stated(edge.address, edge.address)),
    )


def _no_instant(_date: str) -> None:
    """Browsers print no zone, so that a printed time names no instant."""


def heading_in_title(title: str, lines: Sequence[str]) -> str:
    """
    Return a title without the site's name, where the first line of the text is the rest.

    >>> heading_in_title("Lease extended - Example News", ["", "Lease extended", "Words."])
    'Lease extended'
    """
    heading = next((line.strip() for line in lines if line.strip()), "")
    is_part = bool(heading) and title != heading and title.startswith(heading)
    rest = title[len(heading) :].lstrip() if is_part else ""
    return heading if rest[:1] in tuple("-–—|·:•»") else title
