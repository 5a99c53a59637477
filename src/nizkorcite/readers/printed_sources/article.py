"""The head and foot of an article within the lines of its page."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise

from nizkorcite.page import Span
from nizkorcite.readers.printed_sources.formula import PARTS, Zone

_PARAGRAPH = 60
_LONG_PARAGRAPH = 120
_DENSE_PARAGRAPH = 25  # in scripts without spaces
_SENTENCE = 25
_DENSE_SENTENCE = 10
_ABOVE_TITLE = 3
_HEAD = 20
_BYLINES = 6
_UNTITLED_BYLINES = 2
_OPENINGS = 2  # the first may be a summary
_FOOT_LINES = 50  # labelled lines below the text; more are a table
_BELOW_FOOT = 3
_REFERENCES_REACH = 40
_BROKEN = 3  # lines of a broken source line after the first
_LONGEST = 600
_FREQUENT_LETTERS = b" aeiouns\n"
_SPACES = 20  # white space that a title may have beyond single spaces
_EDGES = "| \t\r\xa0\u2002\u2003\u2009\u202f\u3000\ufeff"

# Notes of a program that saved the page, not the page's own lines.
_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---(?=\n|\Z)", re.DOTALL)
_SITE = re.compile(r" [|–—·:•-] ")
_STOPS = (".", "!", "?", "…", "”", "»", '"', "。", "！", "？", "」", ".)", "؟")
_DENSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_LABELLED = re.compile(r"[^\W\d_][\w .’'-]{1,28} ?[:：]")
_CAPTIONS = frozenset(
    "figure fig table chart graph map image photo picture abb abbildung grafik tabelle diagramm"
    " karte foto bild gráfico gráfica cuadro tabla mapa figura tableau graphique carte grafico"
    " tabella tabela рис рисунок таблица фото 图 表 圖".split()
)
_REFERENCES = frozenset(
    (
        *"references notes footnotes endnotes bibliography sources quellen literatur".split(),
        *"anmerkungen einzelnachweise fußnoten notas referencias bibliografía fuentes".split(),
        *"références bibliographie note bibliografia referências примечания литература".split(),
        *"источники 参考文献 参考资料 comments kommentare comentarios commentaires".split(),
        "works cited",
        "further reading",
    )
)
_COMMENTS = re.compile(
    r"[0-9]+ (?:comments?|repl(?:y|ies)|responses?|comentarios?|respuestas?|kommentare?"
    r"|commentaires?"
    r"|commenti|reacties|комментари\w+)\b.{0,40}|.{2,40}\bsays ?:.{0,40}|.{2,40}\bdice ?:"
    r"|leave a (?:reply|comment).{0,20}|deja (?:un|una) (?:comentario|respuesta).{0,20}",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|more|recommended|read (?:also|next|more)|you may also like|see also|also read)"
    r"(?: (?:stories|articles|posts|news|content|coverage|reading|from [^.]{2,30}))?"
    r"|(?:noticias|artículos|notas) relacionad[oa]s|relacionad[oa]s|te puede interesar|lea también"
    r"|lire aussi|à lire aussi|articles? liés?|mehr zum thema|lesen sie auch"
    r"|das könnte sie auch .{5,20}|leggi anche|leia também|читайте также|по теме"
    r"|相关(?:阅读|新闻|链接|文章)|関連記事|関連ニュース",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"©|\(c\)|copyright|来源|來源|\b(?:originally|published|permission|licen[cs]e|reserved|provided"
    r"|translated|updated|contributed|originalmente|publicad|apareció|pubblicat|originariamente"
    r"|initialement|publié|paru|traduit|erschien|veröffentlicht|gepubliceerd|опубликован)",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 250
_LONGEST_NOTE = 400


class Article:
    """
    The lines of a page that have words, by their part of the article.

    Own lines, since those of `Page` cost as much as the rest of the look for sources.

    Args:
        text: The visible text of the page.
        title: The title of the article; without one, the head is the start of the page.
    """

    def __init__(self, text: str, title: str | None) -> None:
        self._text = text
        self._lowered = _lowered(text)
        self._cues: dict[str, bool] = {}
        self._rare_letters = _rare_letters(self._lowered)  # a third of the text
        self._letters = frozenset(self._rare_letters)
        self._title = title
        self._starts: list[int] = []
        self._words: list[str] = []
        self._sentences: dict[int, Sequence[Span]] = {}
        notes = _FRONT_MATTER.match(text)
        start = notes.end() if notes else 0
        for raw in text[start:].split("\n"):
            words = raw.strip(_EDGES)
            if words and (words[0].isalnum() or any(map(str.isalnum, words))):
                self._starts.append(start + raw.index(words))
                self._words.append(words)
            start += len(raw) + 1

    def lines_with(self, cues: Sequence[str], zone: Zone) -> Iterator[int]:
        """Return the indices of the lines with one of the cues that may be in a zone."""
        few = self._few_lines.get(zone)
        if few is not None:
            text, lines = few
            found = [cue for cue in cues if cue in text]
            return (at for at, words in lines for cue in found if cue in words)
        return (index for cue in cues if self._has(cue) for index in self._lines_of(cue))

    def _has(self, cue: str) -> bool:
        """Check for a cue, first for its letters, which leaves out most of other scripts."""
        if cue not in self._cues:
            self._cues[cue] = (
                _letters_of(cue) <= self._letters
                and _rare_letters_of(cue) in self._rare_letters
                and cue in self._lowered
            )
        return self._cues[cue]

    def _lines_of(self, cue: str) -> Iterator[int]:
        """Return the index of each line that contains a text."""
        offset = self._lowered.find(cue) if self._starts else -1
        while offset >= 0:
            index = max(0, bisect_right(self._starts, offset) - 1)
            yield index
            end = self._starts[index] + len(self._words[index])
            offset = self._lowered.find(cue, max(end, offset + 1))

    @cached_property
    def _few_lines(self) -> Mapping[Zone, tuple[str, Sequence[tuple[int, str]]]]:
        """The text of each small part of the article and its lines, in lower case."""
        parts: Mapping[Zone, Sequence[int]]
        parts = {"head": self.head, "byline": self.bylines, "opening": self._first_lines}
        lines = {
            zone: [(index, self._words[index].lower()) for index in part]
            for zone, part in parts.items()
        }
        return {zone: ("\n".join(words for _, words in of), of) for zone, of in lines.items()}

    def span_of(self, index: int) -> Span:
        """
        Return the span of a line, of a long one the beginning.

        A label alone on its line is joined to the next line, and a labelled line that ends in a
        comma to the lines that go on.
        """
        last = index
        if self._words[index].endswith((":", "：")) and index + 1 < len(self._words):
            last = index + 1
        if _is_labelled(self._words[index]):
            last = self._end_of_list(last)
        start, end = self._starts[index], self._starts[last] + len(self._words[last])
        return Span(start, min(end, start + _LONGEST))

    def _end_of_list(self, index: int) -> int:
        """Return the index of the line after those that end in a comma, at most three."""
        after = range(index, min(index + _BROKEN, len(self._words) - 1))
        return next((at for at in after if not self._words[at].endswith(",")), index + len(after))

    def sentences_of(self, index: int) -> Sequence[Span]:
        """Return the sentences of a line below the text that has several and is on no book."""
        if index not in self._sentences:
            self._sentences[index] = self._split(index)
        return self._sentences[index]

    def _split(self, index: int) -> Sequence[Span]:
        words, start = self._words[index], self._starts[index]
        if len(words) > _LONGEST_NOTE or ". " not in words or not self.has_in("foot", index):
            return ()
        stop, book = _forms_of_sentences()
        ends = [] if book.search(words) else [each.end() for each in stop.finditer(words)]
        edges = [0, *ends, len(words)] if ends else []
        parts = ((a + len(words[a:b]) - len(words[a:b].lstrip()), b) for a, b in pairwise(edges))
        return [Span(start + a, start + b) for a, b in parts]

    def has_in(self, zone: Zone, index: int) -> bool:
        """Check whether a line is in a part of the article."""
        if zone == "opening":
            return index in self._first_lines and not self._is_among_references(index)
        if zone == "byline":
            return index in self.bylines
        if len(self._words[index]) > _LONGEST:
            return False
        if index in self.head:
            return zone in ("head", "edges", "article")
        if zone == "article":
            return not self._is_among_references(index)
        return zone in ("foot", "edges") and self._is_foot(index)

    @cached_property
    def head(self) -> range:
        """Indices of the lines around the title, above the first paragraph."""
        at = self._title_index
        end = self.openings[0] if self.openings else len(self._words)
        return range(max(0, at - _ABOVE_TITLE), min(end, at + 1 + _HEAD))

    @cached_property
    def bylines(self) -> range:
        """
        Indices of the lines next to the title, or next to the first paragraph without a title.

        Above the title, only the nearest line: the date in a masthead is that of the visit.
        """
        at = self._title_index
        if at >= 0:
            return range(max(0, at - 1), min(self.head.stop, at + 1 + _BYLINES))
        first = self.openings[0] if self.openings else 0
        return range(max(0, first - _UNTITLED_BYLINES), first)

    @cached_property
    def openings(self) -> tuple[int, ...]:
        """Indices of the first paragraphs below the title."""
        found: list[int] = []
        for index in range(self._title_index + 1, len(self._words)):
            if _is_paragraph(self._words[index]) and not self._repeats_title(index):
                found.append(index)
            if len(found) == _OPENINGS:
                break
        return tuple(found)

    @property
    def _first_lines(self) -> Sequence[int]:
        """Indices of the first paragraphs, and of lines above too short for paragraphs."""
        return [*range(self._title_index + 1, self.head.stop), *self.openings]

    @cached_property
    def _title_index(self) -> int:
        """Index of the title's line, or -1; the last one above the first paragraph."""
        wanted, found = _folded(self._title or ""), -1
        longest = len(wanted) + _SPACES
        for index, words in enumerate(self._words if wanted else ()):
            if len(words) <= longest and _may_begin(wanted, words) and _is_title(words, wanted):
                found = index
            elif found >= 0 and _is_paragraph(words):
                break
        return found

    def _repeats_title(self, index: int) -> bool:
        """Check for a line that begins with the title, as in "'Title' by Ann Writer."."""
        title = _folded(self._title or "")
        return bool(title) and title in _folded(self._words[index][: len(title) + _SPACES])

    def _is_foot(self, index: int) -> bool:
        """Check for a line directly below the text, and not below a table or a caption."""
        if self._is_above_text(index) or self._is_among_references(index):
            return False
        above = reversed(self._words[max(0, index - _FOOT_LINES) : index])
        words = next((words for words in above if not _is_labelled(words)), "")
        return _ends_sentence(words) and not _is_caption(words)

    def _is_above_text(self, index: int) -> bool:
        """Check for a paragraph within the next lines."""
        return any(map(_is_paragraph, self._words[index + 1 : index + 1 + _BELOW_FOOT]))

    def _is_among_references(self, index: int) -> bool:
        above = self._words[max(0, index - _REFERENCES_REACH) : index]
        if any(words.rstrip(" :").casefold() in _REFERENCES for words in above):
            return True
        return any(map(_COMMENTS.fullmatch, above)) or self._is_related(index)

    def _is_related(self, index: int) -> bool:
        """Check for a heading of other stories directly above; the text's source may be below."""
        above = self._words[index - 1].rstrip(" :…") if index else ""
        return bool(_RELATED.fullmatch(above))


@cache
def _forms_of_sentences() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the end of a sentence, and the author, price or length of a book."""
    stop = re.compile(PARTS["stop"] + r"(?= (?-i:[^\W\d_a-zß-öø-ÿ]))", re.IGNORECASE)
    book = re.compile(
        r"ISBN|[£$€][0-9]|[0-9] (?:pages|págs?|Seiten|pp)\b|\. (?:By|Por|Von|Par|Di) [A-ZÀ-Þ]"
    )
    return stop, book


def _lowered(text: str) -> str:
    """Return a text in lower case, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(lower if len(lower := each.lower()) == 1 else each for each in text)


def _rare_letters(text: str) -> bytes:
    return text.encode("utf-8", "replace").translate(None, _FREQUENT_LETTERS)


@cache
def _rare_letters_of(cue: str) -> bytes:
    return _rare_letters(cue)


@cache
def _letters_of(cue: str) -> frozenset[int]:
    return frozenset(_rare_letters(cue))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _may_begin(title: str, words: str) -> bool:
    """Compare the first letter, which most lines have not in common with the title."""
    first = words[0]
    return first.isspace() or title.startswith(first.casefold())


def _is_title(words: str, title: str) -> bool:
    """Check for the title, or the title without a site's name at its end."""
    words = _folded(words)
    return title.startswith(words) and (words == title or bool(_SITE.match(title, len(words))))


def _is_labelled(words: str) -> bool:
    return len(words) < _PARAGRAPH and bool(_LABELLED.match(words))


def _is_caption(words: str) -> bool:
    first = re.split(r"[\W\d]", words, maxsplit=1)[0]
    return first.casefold() in _CAPTIONS


def _is_paragraph(words: str) -> bool:
    if not _has_length_of_paragraph(words) or _LABELLED.match(words):
        return False
    return len(words) > _LONGEST_NOTICE or not _NOTICE.search(words)


def _has_length_of_paragraph(words: str) -> bool:
    if len(words) >= _LONG_PARAGRAPH or (len(words) >= _PARAGRAPH and words.endswith(_STOPS)):
        return True
    return len(words) >= _DENSE_PARAGRAPH and _is_dense(words)


def _is_dense(words: str) -> bool:
    """Check for a script without spaces."""
    return not words.isascii() and bool(_DENSE.search(words))


def _ends_sentence(words: str) -> bool:
    """Check for the end of a sentence, as a paragraph or a formula has it."""
    shortest = _DENSE_SENTENCE if _is_dense(words) else _SENTENCE
    return (len(words) >= shortest and words.endswith(_STOPS)) or bool(_NOTICE.search(words))
