"""
The search index: scripts that a page can load from a disk, which lets no page read other files.

Words are folded (no accents, no capitals) and are in a file by their first two letters, so a search
loads one file a word. The list of a word has the number of each document that contains the word,
followed by a weight: how often the text has it, and more for title and names. `assets/search.js`
folds the words of a search alike.
"""

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nizkorcite.display import json_text
from nizkorcite.site.entries import SiteDocument, SiteFile
from nizkorcite.site.groups import ListedDocument

# Chinese, Japanese and Korean are written without spaces: each of their letters is a word here.
_EAST_ASIAN = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_EAST_ASIAN}]|[^\W_{_EAST_ASIAN}]+")
_LONGEST_WORD = 40
_LETTERS = 2
_IN_NAMES = 10
_MOST_IN_TEXT = 9
DOCUMENTS_A_FILE: Final = 500


def folded_words(text: str) -> list[str]:
    """
    Return the folded words of a text, in their order.

    >>> folded_words("Rebelión: ÑANDÚ, 27Feb17")
    ['rebelion', 'nandu', '27feb17']
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(char for char in decomposed if not unicodedata.category(char).startswith("M"))
    return [word[:_LONGEST_WORD] for word in _WORD.findall(letters.lower())]


def search_files(entries: Sequence[tuple[SiteDocument, ListedDocument]]) -> Iterator[SiteFile]:
    """Yield the files of the index: the documents to show, and the words by their letters."""
    for start in range(0, len(entries), DOCUMENTS_A_FILE):
        yield _documents_file(start // DOCUMENTS_A_FILE, entries[start : start + DOCUMENTS_A_FILE])
    for letters, words in sorted(_by_letters(_postings(entry for entry, _ in entries)).items()):
        yield SiteFile(f"search/words-{letters}.js", _call("addWords", letters, words))


def _documents_file(
    number: int, entries: Sequence[tuple[SiteDocument, ListedDocument]]
) -> SiteFile:
    rows = [
        [each.path, each.title or entry.document.id, each.original, each.republication]
        for entry, each in entries
    ]
    return SiteFile(f"search/documents-{number}.js", _call("addDocuments", number, rows))


def _call(function: str, key: object, value: object) -> str:
    return f"siteSearch.{function}({json_text(key)}, {json_text(value)});\n"


def _postings(entries: Iterable[SiteDocument]) -> "dict[str, array[int]]":
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, entry in enumerate(entries):
        for word, weight in sorted(_weights(entry).items()):
            postings[word].extend((number, weight))
    return postings


def _weights(entry: SiteDocument) -> Counter[str]:
    weights = Counter(folded_words(entry.text or ""))
    for word in weights:
        weights[word] = min(weights[word], _MOST_IN_TEXT)
    for word in folded_words(" ".join(_names(entry))):
        weights[word] += _IN_NAMES
    return weights


def _names(entry: SiteDocument) -> Iterator[str]:
    document = entry.document
    yield from filter(None, (document.title, *document.keywords, document.id))
    copy = document.republication
    agents = (*document.creators, *document.original.publishers, *(copy.publishers if copy else ()))
    yield from (agent.name for agent in agents)
    if document.original.place:
        yield document.original.place.name
    if copy and copy.section:
        yield copy.section


def _by_letters(postings: "dict[str, array[int]]") -> dict[str, dict[str, list[int]]]:
    files = defaultdict[str, dict[str, list[int]]](dict)
    for word, numbers in sorted(postings.items()):
        files[_letters(word)][word] = numbers.tolist()
    return files


def _letters(word: str) -> str:
    """Return the first letters by their numbers in Unicode, as a name of a file."""
    return "-".join(f"{ord(char):x}" for char in word[:_LETTERS])
