"""
Write the table of docs/reference/csl-styles.md: how CSL styles print the example page.

    python docs/csl_styles.py      needs the extra csl; a test fails if the table is not current
"""

import re
from pathlib import Path

import nizkorcite as nz

HERE = Path(__file__).parent
PAGE = HERE / "reference/csl-styles.md"
STYLES = (
    "apa",
    "american-sociological-association",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "iso690-author-date-en",
    "modern-language-association",
    "nature",
    "turabian-notes-bibliography",
)
_TABLE = re.compile(r"^\| style \|.*?(?=\n\n)", re.DOTALL | re.MULTILINE)


def table() -> str:
    """One row per style, with the number of times each value follows the title."""
    document = nz.read(HERE.parent / "examples/putin-tajikistan.html").document
    return "\n".join((*_HEAD, *(_row(document, name) for name in STYLES)))


def _row(document: nz.Document, name: str) -> str:
    style = nz.csl_style(name)
    entry = nz.cite(document, style)
    behind = re.split(r"border with Afghanistan", entry, flags=re.IGNORECASE)[1]
    counts = (str(len(re.findall(words, behind))) for words in _OF_THE_ORIGINAL)
    return f"| `{name}` | {' | '.join(counts)} | {behind.lstrip('.,”’ ')} |"


_OF_THE_ORIGINAL = ("Itar Tass", "Dushanbe", "27 February 2017|February 27, 2017")
_HEAD = ("| style | agency | place | day | after the title |", "| --- | --- | --- | --- | --- |")

if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(_TABLE.sub(lambda _: table(), text), encoding="utf-8", newline="\n")
