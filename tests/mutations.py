"""Records a few edits away from right ones, as people, programs and attackers write them."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.0, 1.5, 2**53 - 1, 2**53, 2**64, 1e300, "", " ", "a", " a", "a ", "a\n",
    "a\u2028", "a\u0085", "\ufeffa", "a\x7f", "\ud800", "x" * 501, [], [None], {}, {"x_own": "a"}, [[]],
    {"kind": "person", "name": "Ana"}, {"scheme": "issn", "value": "0378-5954"}, "2017-02-27\n", "2017-02-29",
    "2017-21", "2017-2X", "201X", "../2017", "2017/2016", "2016-12-31T23:59:60Z", "2017-02-30T10:00:00Z",
    "2017-02-27T24:00:00Z", "2017-02-27T10:00:00.123456789+23:59", "0001-01-01T00:00:00+23:59", "en\n", "EN",
    "qx", "pt-BR", "en-US\n", "https://a b", "http://ä.example/", "http://a\n", "A" * 64, "a" * 64 + "\n",
    "text/html\n", "/title", "/title/0", "/title\n", "/captures/00", "/captures/0", "/keywords/1/0", "/-", "~2",
    "/original/publishers/²", "/republication/publishers/1/name", "news_article\n", "stated", "unknown", "US\n",
    "a:b", "a\\u003ab", ":", '":', "\u0130", "\u1e9e", "\U0010ffff", "e\u0301",
)  # fmt: skip
NAMES = (
    "title", "language", "publishers", "date", "identifiers", "literal", "start", "end", "capture", "x_own",
    "x_", "x_A", "x_own\n", "langauge", "", "\ud800", "given", "family", "country", "uri", "warc", "accessed",
)  # fmt: skip


def records(seed: int, bases: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Endless records, each one to three edits away from one of some right ones."""
    chance = random.Random(seed)
    while True:
        record = copy.deepcopy(chance.choice(bases))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _edit(record, chance)
        yield record


def texts(seed: int, bases: list[dict[str, Any]]) -> Iterator[str]:
    """Endless texts of such records, in the spellings of many programs, some with a slip."""
    chance = random.Random(seed)
    for record in records(seed, bases):
        text = json.dumps(
            record,
            ensure_ascii=chance.random() < 0.5,
            indent=chance.choice((None, None, 2)),
            separators=chance.choice((None, (",", ":"), (" , ", " : "))),
        )
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            text = _slip(text, chance)
        yield text


def _edit(record: Any, chance: random.Random) -> None:
    """Change, drop or add something at some place."""
    holder = chance.choice(list(_holders(record)))
    keys: Any = list(holder) if isinstance(holder, dict) else range(len(holder))
    key = chance.choice(list(keys)) if keys else None
    way = chance.random()
    if isinstance(holder, dict) and (key is None or way < 0.15):
        holder[chance.choice(NAMES)] = copy.deepcopy(chance.choice(ODD))
    elif key is None:
        holder.append(copy.deepcopy(chance.choice(ODD)))
    elif way < 0.3:
        del holder[key]
    elif way < 0.4 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    elif way < 0.6 and isinstance(holder[key], str):
        holder[key] = _respelt(holder[key], chance)
    elif way < 0.7 and isinstance(holder[key], int):
        holder[key] += chance.choice((-1, 1, 0.5, 10**6, -(10**6)))
    else:
        holder[key] = copy.deepcopy(chance.choice(ODD))


def _holders(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def _respelt(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    piece = chance.choice(
        ("\n", " ", "\u2028", "\u00a0", "\x00", "é", "0", "9", ":", '"', "\\", "-", "A", "/")
    )
    return text[:at] + piece + text[at + chance.randint(0, 1) :]


def _slip(text: str, chance: random.Random) -> str:
    """A member that stands twice, an odd number or escape, or any character at any place."""
    at = chance.randint(0, len(text))
    way = chance.random()
    if way < 0.25:
        again = chance.choice(
            ('"title": "a"', '"title": ":"', '"title": "\\u003a"', '"\\u0069d": "a\\u003A"')
        )
        return text.replace("{", "{" + again + ", ", 1)
    if way < 0.4:
        return text.replace(":", chance.choice((" :", "\n:", ": ")))
    if way < 0.55:
        odd = chance.choice(
            ("1e3", "-0", "1E+2", "0.0", "9007199254740993", "1e400", "NaN", "01", "1.0")
        )
        return text.replace("0,", odd + ",", 1)
    if way < 0.7:
        return text.replace(
            "a", chance.choice(("\\u0061", "\\u003a", "\\ud800", "\\ud83d\\ude00", "\\/")), 1
        )
    if way < 0.8:
        return chance.choice(("\ufeff", " ", "\n", "[", "\x0b")) + text
    return text[:at] + chance.choice('{}[]",:\\0a \n\t\x00é') + text[at:]
