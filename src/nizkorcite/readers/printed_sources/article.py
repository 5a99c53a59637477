"""The head and foot of an article within the lines of its page."""

import re
from collections.abc import Sequence

from attrs import frozen

from nizkorcite.page import Line, Page, Span
from nizkorcite.readers.printed_sources.formula import Zone
from nizkorcite.readers.text import fold

_PARAGRAPH = 60
_LONG_PARAGRAPH = 120
_DENSE_PARAGRAPH = 25  # in scripts without spaces
_SENTENCE = 25
_ABOVE_TITLE = 3
_HEAD = 20
_OPENINGS = 3
_BELOW_FOOT = 3
_REFERENCES_REACH = 40
_LONGEST = 600

_STOPS = (".", "!", "?", "…", "”", "»", '"', "。", "！", "？", "」", ".)", "؟")
_DENSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_LABELLED = re.compile(r"[^\W\d_][\w .’'-]{1,28} ?[:：]")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|graph|map|image|photo|picture|abb(?:ildung|\.)|grafik|tabelle"
    r"|diagramm|karte|foto|bild|gráfico|gráfica|cuadro|tabla|mapa|figura|tableau|graphique|carte"
    r"|grafico|tabella|tabela|рис|таблица|фото|图|表|圖)\b",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:references|notes|footnotes|endnotes|bibliography|works cited|sources|further reading"
    r"|quellen|literatur|anmerkungen|einzelnachweise|fußnoten|notas|referencias|bibliografía"
    r"|fuentes|références|bibliographie|note|bibliografia|referências|примечания|литература"
    r"|источники|参考文献|参考资料|comments|kommentare|comentarios|commentaires) ?:?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"©|\(c\)|copyright|来源|來源|\b(?:originally|published|permission|licen[cs]e|reserved|provided"
    r"|translated|updated|contributed|originalmente|publicad|apareció|pubblicat|originariamente"
    r"|initialement|publié|paru|traduit|erschien|veröffentlicht|gepubliceerd|опубликован)",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 250


@frozen
class Article:
    """
    The lines of a page that have words, by their part of the article.

    Attributes:
        lines: The lines in page order.
        head: Indices of the lines around the title, above the first paragraph.
        openings: Indices of the first paragraphs.
    """

    lines: Sequence[Line]
    head: range
    openings: tuple[int, ...]

    def lines_in(self, zone: Zone) -> Sequence[int]:
        """Return the indices of the lines in a part of the article."""
        if zone == "head":
            return self.head
        if zone == "opening":
            return self.openings
        every = [index for index, line in enumerate(self.lines) if len(line.words) <= _LONGEST]
        if zone == "article":
            return [index for index in every if not self._is_among_references(index)]
        if zone == "closing":
            return [index for index in every if self._ends_text(index)]
        foot = [index for index in every if index not in self.head and self._is_foot(index)]
        return foot if zone == "foot" else [*self.head, *foot]

    def span_of(self, index: int) -> Span:
        """Return the span of a line; a label alone on its line is joined to the next line."""
        line, following = self.lines[index], self.lines[index + 1 : index + 2]
        if line.words.endswith((":", "：")) and following:
            return Span(line.span.start, following[0].span.end)
        return line.span

    def _is_foot(self, index: int) -> bool:
        """Check for a line directly below the text, and not below a table or a caption."""
        above = self.lines[index - 1].words if index else ""
        if not self._ends_text(index) or self._is_among_references(index):
            return False
        if _LABELLED.match(above) and len(above) < _PARAGRAPH:
            return self._is_foot(index - 1)
        return _is_text(above) and not _CAPTION.match(above)

    def _ends_text(self, index: int) -> bool:
        """Check that no paragraph follows within the next lines."""
        below = self.lines[index + 1 : index + 1 + _BELOW_FOOT]
        return not any(_is_paragraph(line) for line in below)

    def _is_among_references(self, index: int) -> bool:
        above = self.lines[max(0, index - _REFERENCES_REACH) : index]
        return any(_REFERENCES.fullmatch(line.words) for line in above)


def article_of(page: Page, title: str | None) -> Article:
    """
    Find the parts of a page's article.

    Args:
        page: The page.
        title: The title of the article; without one, the head is the start of the page.
    """
    lines = [line for line in page.lines if any(map(str.isalnum, line.words))]
    at = _title_index(lines, title) if title else -1
    paragraphs = [index for index in range(at + 1, len(lines)) if _is_paragraph(lines[index])]
    end = min(paragraphs[0] if paragraphs else len(lines), at + 1 + _HEAD)
    return Article(lines, range(max(0, at - _ABOVE_TITLE), end), tuple(paragraphs[:_OPENINGS]))


def _title_index(lines: Sequence[Line], title: str) -> int:
    """Return the index of the title's line, or -1; the last one above the first paragraph."""
    wanted, found = fold(title), -1
    for index, line in enumerate(lines):
        if fold(line.words) == wanted:
            found = index
        elif found >= 0 and _is_paragraph(line):
            break
    return found


def _is_paragraph(line: Line) -> bool:
    words = line.words
    if _LABELLED.match(words) or (len(words) <= _LONGEST_NOTICE and _NOTICE.search(words)):
        return False
    if _DENSE.search(words):
        return len(words) >= _DENSE_PARAGRAPH
    return len(words) >= _LONG_PARAGRAPH or (len(words) >= _PARAGRAPH and words.endswith(_STOPS))


def _is_text(words: str) -> bool:
    """Check for the end of a sentence, as a paragraph or a formula has it."""
    return (len(words) >= _SENTENCE and words.endswith(_STOPS)) or bool(_NOTICE.search(words))
