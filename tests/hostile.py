"""Texts made to break citation formats: syntax of TeX and BibTeX among the scripts of the world."""

import random
import re
from collections.abc import Iterator

# What TeX, BibTeX and their readers take for more than a character.
_SYNTAX = """{ } {} }{ {{ }} \\{ \\} & % $ # _ ~ ^ \\ \\\\ \\& \\% " ' '' `` ` ?` !` - -- --- ---- << >> ,,
, @ @article{x, @comment{ @string(x = #1 = " ( ) ; \\textbf{x} \\'e {\\'e} \\c c {\\"o} \\ss \\i \\url{x}
\\newline{} \\textbraceleft{} $x^2$ %20 and AND others jan""".split()
_SPACES = [" ", "  ", "   ", " and ", " AND ", "\u00a0", "\u2009", "\u202f", "\u3000", "\u1680"]
_INVISIBLE = ["\u200b", "\u200d", "\u2060", "\u00ad", "\u200f", "\u202e", "\u2066"]
# Latin, Cyrillic, Greek, Arabic, Hebrew, Chinese, Devanagari; marks that combine; emoji; astral.
_WORDS = """of Law NATO iPhone McDonald état Ñandú İstanbul ǅ ßtraße Справедливость Δικαιοσύνη العدالة
משפט 正义 न्याय e\u0301 \u0301 a\u0327\u0308 👩\u200d👩\u200d👧 🇦🇷 𝔘𝔫𝔦 \U0001d11e \U0010fffd""".split()
_FRAGMENTS = [*_SYNTAX, *_SYNTAX, *_SPACES, *_SPACES, *_INVISIBLE, *_WORDS]
_EDGES = re.compile(r"\A[\s\ufeff]+|[\s\ufeff]+\Z")
_ADDRESS = "abcXYZ019-._~:/?#[]@!$&'()*+,;=%20%7B%d0é正"


def one_line_texts(seed: int) -> Iterator[str]:
    """Endless texts as a record can hold them: one line, no white space at its ends."""
    chance = random.Random(seed)
    while True:
        parts = chance.choices(_FRAGMENTS, k=chance.randint(1, 12))
        text = _EDGES.sub("", "".join(parts))
        if text:
            yield text


def addresses(seed: int) -> Iterator[str]:
    """Endless http addresses of every character that may stand in one."""
    chance = random.Random(seed)
    while True:
        yield "https://example.org/" + "".join(chance.choices(_ADDRESS, k=chance.randint(1, 40)))
