"""
Forms of a site's lines: ``First published: {publisher}, No. {issue}, {date}``.

A form is a line as printed, with parts in braces. White space, case, dashes, quotation marks and
punctuation at the end of the line do not matter; a line break in a form is one on the page, with or
without blank lines.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from nizkorcite.dates.date_names import PrintedLanguage
from nizkorcite.dates.printed import without_accents
from nizkorcite.dates.printed_forms import DATE_NAMES
from nizkorcite.errors import SiteError
from nizkorcite.messages import Message
from nizkorcite.readers.text import fold
from nizkorcite.record.constraints import is_single_line

DATE_PARTS: Final = ("date", "republished")
PEOPLE_PARTS: Final = ("author", "translator", "editor", "transcriber", "interviewer")
LINE_PARTS: Final = (
    *DATE_PARTS, *PEOPLE_PARTS, "organisation", "publisher", "place", "volume", "issue", "pages",
    "republisher", "section", "unclear",
)  # fmt: skip
FIELD_OF_PART: Final[Mapping[str, str]] = {
    "date": "/original/date",
    "issue": "/original/issue",
    "pages": "/original/pages",
    "place": "/original/place",
    "publisher": "/original/publishers",
    "republished": "/republication/date",
    "republisher": "/republication/publishers",
    "section": "/republication/section",
    "unclear": "/original/publishers",
    "volume": "/original/volume",
    **dict.fromkeys((*PEOPLE_PARTS, "organisation"), "/creators/0"),
}
"""The field of the record that each part gives."""
ADDRESS_PARTS: Final = tuple(
    f"{date}_{unit}" for date in DATE_PARTS for unit in ("year", "month", "day")
)
"""Parts of an address that give a date, such as ``date_year``."""

_PIECES = re.compile(r"(\{[^{}]*\})")
_NAMED = re.compile(r"(?P<name>[a-z_]+)(?P<star>\*)?(?:=(?P<words>.+))?", re.DOTALL)
_UNSURE = re.compile(r"[-–—\"“”„«»'’‘\n]")
_SPACE = r"[^\S\n]+"
_BREAK = r"[.;,]?[\s|]*\n[\s|]*"
_DASHES, _QUOTES, _APOSTROPHES = "-–—", '"“”„«»', "'’‘"
_CHARACTERS = {
    **dict.fromkeys(_DASHES, "(?:--|[-–—])"),
    **dict.fromkeys(_QUOTES, f"[{_QUOTES}]"),
    **dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]"),
}
# A line ends, or the next label follows a semicolon: "Source: A; Written: B".
NEXT_LABEL: Final = r";\s+(?=[^\W\d_][\w ]{1,30}:)"
_END = rf"(?:(?:[.,;|]|[^\S\n])*(?=\n|\Z)|(?={NEXT_LABEL}))"
_SIGN = r"[^\S\n]?"
# Latin, Greek and Cyrillic letters.
_MAY_HAVE_ACCENTS = (*range(0xDF, 0x250), *range(0x386, 0x460))


@frozen
class Form:
    """
    A compiled form.

    Attributes:
        pattern: Matches a line; its groups are the parts of the form.
        fixed: Words that the form gives for a part, as the description spells them.
        starred: Parts that may hold the signs beside them.
    """

    pattern: re.Pattern[str]
    fixed: Mapping[str, tuple[str, ...]]
    starred: frozenset[str]

    def spelling(self, part: str, printed: str) -> str:
        """Return the description's spelling of a part's words, else the words as printed."""
        fixed = self.fixed.get(part, ())
        return next((words for words in fixed if fold(words) == fold(printed)), printed)


@cache
def line_form(
    text: str, languages: tuple[PrintedLanguage, ...], labels: tuple[str, ...] = ()
) -> Form:
    """
    Compile the form of a line.

    Args:
        text: The form.
        languages: Languages of the dates.
        labels: Labels before the form, such as ``Source``, each followed by a colon on the page.

    Raises:
        SiteError: The form has an unknown part, one part twice, two parts that nothing separates,
            several stars, or a brace without its pair.

    >>> form = line_form("{author}, {publisher*}, {date}", ("en",))
    >>> form.pattern.match("Ann Lee, Hill, Wood & Sons, June 1, 1848.")["publisher"]
    'Hill, Wood & Sons'
    """
    label = rf"(?:{'|'.join(map(_literal, labels))})[^\S\n]*:[^\S\n]*" if labels else ""
    if text.endswith("{}"):
        return _compiled(label, text.removesuffix("{}").rstrip(), "", LINE_PARTS, languages)
    return _compiled(label, text, _END, LINE_PARTS, languages)


def address_form(text: str) -> Form:
    """
    Compile the form of an address, from the path on.

    >>> form = address_form("/{date_year}/{date_month}/{}.htm")
    >>> form.pattern.match("/2013/12/some-page.htm")["date_year"]
    '2013'
    """
    return _compiled("", text, r"\Z", ADDRESS_PARTS, ())


def title_form(text: str) -> Form:
    """
    Compile the form of a ``<title>``.

    Raises:
        SiteError: As for `line_form`, or the form has no title.

    >>> title_form("{title} - Example").pattern.match("Some words - Example")["title"]
    'Some words'
    """
    form = _compiled("", text, r"\Z", ("title",), ())
    if "title" not in form.pattern.groupindex:
        raise SiteError(
            Message('the form "{form}" is of a title, and has no {part}', form=text, part="{title}")
        )
    return form


def searchable(text: str) -> str:
    """Return a text in lower case with plain spaces, in which `longest_literal` is searched."""
    return text.casefold().replace("\xa0", " ")


@cache
def longest_literal(text: str) -> str:
    """
    Return the longest run of words that every line of a form has.

    >>> longest_literal("Traducido del {} para {republisher=Rebelión}")
    'traducido del'
    """
    runs = _UNSURE.split(searchable(_PIECES.sub("\n", text)))
    return max((run.strip() for run in runs), key=len)


def _compiled(
    start: str, text: str, end: str, parts: Sequence[str], languages: tuple[PrintedLanguage, ...]
) -> Form:
    pieces = [piece for piece in _PIECES.split(text) if piece]
    _check(text, pieces, parts)
    body = "".join(
        _part(pieces, at, languages) if _is_part(piece) else _literal(piece)
        for at, piece in enumerate(pieces)
    )
    fixed = {
        named["name"]: tuple(named["words"].split("|"))
        for piece in pieces
        if (named := _named(piece)) and named["words"]
    }
    starred = {named["name"] for piece in pieces if (named := _named(piece)) and named["star"]}
    return Form(re.compile(f"{start}{body}{end}", re.IGNORECASE), fixed, frozenset(starred))


def _check(text: str, pieces: Sequence[str], parts: Sequence[str]) -> None:
    named = [match for piece in pieces if (match := _named(piece))]
    names = [match["name"] for match in named]
    if any("{" in piece or "}" in piece for piece in pieces if not _is_part(piece)):
        raise SiteError(Message('the form "{form}" has a brace without its pair', form=text))
    if unknown := next((name for name in names if name not in parts), None):
        raise SiteError(
            Message(
                'the form "{form}" has an unknown part "{name}"; known: {names}',
                form=text,
                name=unknown,
                names=", ".join(parts),
            )
        )
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise SiteError(
            Message('the form "{form}" has the part "{name}" twice', form=text, name=twice)
        )
    fixed = "|".join(match["words"] for match in named if match["words"])
    if fixed and not all(map(is_single_line, fixed.split("|"))):
        raise SiteError(
            Message(
                'the fixed words of the form "{form}" must be on one line, without spaces at their '
                "ends",
                form=text,
            )
        )
    if sum(bool(match["star"]) for match in named) > 1:
        raise SiteError(Message('only one part of the form "{form}" may have a star', form=text))
    if apart := _not_separated(pieces):
        raise SiteError(
            Message(
                'in the form "{form}" no sign separates {one} from {other}',
                form=text,
                one=apart[0],
                other=apart[1],
            )
        )


def _not_separated(pieces: Sequence[str]) -> tuple[str, str] | None:
    """Return two parts of any words with nothing but space between them."""
    filled = [piece for piece in pieces if piece.strip() or "\n" in piece]
    return next(
        ((one, other) for one, other in pairwise(filled) if _is_text(one) and _is_text(other)), None
    )


def _is_text(piece: str) -> bool:
    """Check for a part that any words may fill."""
    named = _named(piece)
    if named is None:
        return piece == "{}"
    return not named["words"] and named["name"] not in (*DATE_PARTS, *ADDRESS_PARTS)


def _is_part(piece: str) -> bool:
    return piece.startswith("{") and piece.endswith("}")


def _named(piece: str) -> re.Match[str] | None:
    """Match the name of a part; ``{}`` and ``{this|that}`` have none."""
    return _NAMED.fullmatch(piece[1:-1]) if _is_part(piece) else None


def _part(pieces: Sequence[str], at: int, languages: tuple[PrintedLanguage, ...]) -> str:
    named = _named(pieces[at])
    if named is None:
        words = pieces[at][1:-1]
        return rf"(?:{_either(words)})" if words else r"[^\n]{0,300}?"
    name = named["name"]
    if named["words"]:
        return rf"(?P<{name}>{_either(named['words'])})"
    if name in DATE_PARTS:
        return rf"(?P<{name}>{_date(languages)})"
    if name in ADDRESS_PARTS:
        return rf"(?P<{name}>{'[0-9]{4}|[0-9]{2}' if name.endswith('year') else '[0-9]{2}'})"
    return rf"(?P<{name}>(?=\S){_text(pieces, at, may_hold_separators=bool(named['star']))})"


def _either(words: str) -> str:
    return "|".join(map(_literal, words.split("|")))


def _text(pieces: Sequence[str], at: int, *, may_hold_separators: bool) -> str:
    """Return the pattern of a text that does not hold the words on either side of it."""
    beside = [pieces[near] for near in (at - 1, at + 1) if 0 <= near < len(pieces)]
    separators = [each for each in beside if not _is_part(each) and each.strip()]
    if may_hold_separators or not separators:
        return r"[^\n]{1,200}?"
    return rf"(?:(?!{'|'.join(map(_literal, separators))})[^\n]){{1,200}}?"


def _literal(text: str) -> str:
    return "".join(
        (_BREAK if "\n" in piece else _SPACE)
        if piece.isspace()
        else "".join(_CHARACTERS.get(character, re.escape(character)) for character in piece)
        for piece in re.split(r"(\s+)", text)
        if piece
    )


@cache
def _date(languages: tuple[PrintedLanguage, ...]) -> str:
    """
    Return the pattern of a printed date, wide enough for all that `read_printed` reads.

    Names of months and weekdays are matched by their first letters, since patterns with all names
    take long to compile; a word that only begins like a name is refused when the date is read.
    """
    names = [DATE_NAMES[language] for language in languages]
    months = [name for each in names for name in each.months if name.isalpha()]
    month = rf"(?:{_beginnings(months) or '(?!)'})[^\W\d_]*\.?"
    weekday = _beginnings(name for each in names for name in each.weekdays) or "(?!)"
    before = rf"(?:(?:{weekday})[^\W\d_]*(?:[-'’][^\W\d_]+)?\.?,?{_SPACE})?(?:den{_SPACE})?"
    day = r"[0-9]{1,2}(?:st|nd|rd|th|er|ro|[.º°]{1,2})?"
    year = r"(?:[0-9]{4}|[0-9]\.[0-9]{3})"
    of_month = rf"{_SPACE}(?:(?:of|de){_SPACE}|d['’])?"
    of_year = rf",?{_SPACE}(?:del?{_SPACE})?"
    forms = (
        rf"{before}(?:{day}{of_month})?{month}(?:{_SPACE}{day})?{of_year}{year}"
        rf"(?:[^\S\n]?(?:г(?:ода)?|р(?:оку)?)\b\.?)?",
        rf"[0-9]{{4}}\.{_SPACE}{month}(?:{_SPACE}{day})?",
        rf"[0-9]{{4}}{_SIGN}[年년]{_SIGN}[0-9]{{1,2}}{_SIGN}[月월](?:{_SIGN}[0-9]{{1,2}}{_SIGN}[日일])?",
        rf"[0-9]{{1,2}}(?:{month}(?:[0-9]{{4}}|[0-9]{{2}})|[-/]{month}[-/][0-9]{{4}})",
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})",
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:1[5-9]|20)[0-9]{2}",
    )
    return rf"(?<![0-9])(?:{'|'.join(forms)})(?![0-9])"


def _beginnings(names: Iterable[str]) -> str:
    """Return the pattern of the first three letters of names that are listed without accents."""
    return "|".join(
        "".join(_with_accents().get(letter, letter) for letter in beginning)
        for beginning in sorted({name[:3] for name in names})
    )


@cache
def _with_accents() -> Mapping[str, str]:
    """Return the pattern of each letter that the names of dates have without its accents."""
    letters: dict[str, str] = {}
    for accented in map(chr, _MAY_HAVE_ACCENTS):
        plain = without_accents(accented)
        if plain != accented and len(plain) == 1:
            letters[plain] = letters.get(plain, plain) + accented
    return {letter: f"[{each}]" for letter, each in letters.items()}
