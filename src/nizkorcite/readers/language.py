"""Detection of a text's language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import cast

from nizkorcite.readers.text import beyond_ascii

_SAMPLE = 4000
_SHORTEST = 80
_LONGEST_LINE = 1000
_SHORTEST_PROSE = 60
_LEAST_PROSE = 200
# The detector returns distances, lower is better. On texts of nine languages cut at 60 to 400 code
# points, close relatives (es/ca, pt/gl, en/nl) came out right at leads of this size.
_WORST_RANK = 800
_LEAST_LEAD = 10
_LEAD_BY_LENGTH = 3000
# Lists of names look like Latin to the detector.
_NEVER_ALONE = "la"
# Scripts by the first word of Unicode's names, and languages written in them. The detector knows
# too few of them and answers with Chinese.
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CJK": ("zh", "ja"),
    "THAI": ("th",),
    "MYANMAR": ("my",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "GREEK": ("el",),
    "HEBREW": ("he", "yi"),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "BENGALI": ("bn", "as"),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "GUJARATI": ("gu",),
    "SINHALA": ("si",),
}
_OF_OWN_SCRIPT = frozenset(each for languages in _LANGUAGES.values() for each in languages)
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u036f]")
_KANA = ("HIRAGANA", "KATAKANA")
_LEAST_KANA = 20  # one letter of this many in Japanese prose is kana, always


def language_of(text: str, declared: str | None = None) -> str | None:
    """
    Return the language of running text, or ``None`` if it is not certain.

    Args:
        text: The body of a page, without mastheads, notes and notices, which on republished pages
            are often in another language than the text.
        declared: Language that the page declares, which pages often leave at that of a template.

    Returns:
        A BCP 47 tag of two or three letters.

    The longest lines decide, since menus and lists of names are short. A narrow lead is enough
    where the declaration agrees, and a wide one is needed where it differs.

    The detector is resiliparse's (n-gram profiles of Wikipedia); it was right on 239 of 240 pages
    and costs about 20 microseconds.

    >>> language_of("x y z")
    """
    sample = _longest_lines(text)
    of_script = _languages_of_script(sample)
    if len(of_script) == 1:
        return of_script[0]
    from resiliparse.parse.lang import detect_fast  # native code, slow to load

    ranking = cast("list[tuple[str, int]]", detect_fast(sample, n_results=2))
    if len(ranking) < 2 or len(sample) < _SHORTEST:  # noqa: PLR2004 - best and second best
        return None
    (language, rank), (_, second) = ranking
    primary = (declared or "").partition("-")[0].lower()
    has_script = of_script or language in _OF_OWN_SCRIPT
    if (has_script and language not in of_script) or (language == _NEVER_ALONE != primary):
        return None
    needed = max(_LEAST_LEAD, _LEAD_BY_LENGTH / len(sample))
    needed *= {"": 1, language: 0}.get(primary, 2)
    return language if rank <= _WORST_RANK and second - rank >= needed else None


def is_undetectable(text: str, declared: str) -> bool:
    """
    Check whether a text is too short to be detected, or its script has several languages.

    Args:
        text: The body of a page.
        declared: A language; false for one that is not written in the script of the text.

    >>> is_undetectable("प्रतिनिधि मिले", "fr"), is_undetectable("प्रतिनिधि मिले", "hi-IN")
    (False, True)
    """
    sample = _longest_lines(text)
    languages = _languages_of_script(sample)
    if languages:
        return declared.partition("-")[0] in languages
    return len(sample) < _SHORTEST


def _longest_lines(text: str) -> str:
    """Return the longest lines of a text in their order, as much as the detector needs."""
    lines = text.split("\n")
    # Longer lines are seldom prose.
    prose = [line[:_LONGEST_LINE] for line in lines if len(line) >= _SHORTEST_PROSE]
    if sum(map(len, prose)) < _LEAST_PROSE:
        prose = [line[:_LONGEST_LINE] for line in lines]
    lengths = list(map(len, prose))
    longest = sorted(range(len(prose)), key=lengths.__getitem__, reverse=True)
    length = 0
    chosen: list[int] = []
    for index in longest:
        if length >= _SAMPLE:
            break
        chosen.append(index)
        length += lengths[index]
    return "\n".join(prose[index] for index in sorted(chosen))[:_SAMPLE]


def _languages_of_script(text: str) -> tuple[str, ...]:
    """Return the languages of the script that most letters have; nothing if it has many."""
    letters = _NOT_LATIN.findall(beyond_ascii(text))
    if not letters or len(letters) * 4 < len(text):
        return ()
    scripts: Counter[str] = Counter()
    for letter, number in Counter(letters).items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += number
    if sum(scripts[kana] for kana in _KANA) * _LEAST_KANA >= len(letters):
        return ("ja",)
    return _LANGUAGES.get(scripts.most_common(1)[0][0], ())
