"""
Suggest what to write instead of a value that the schema refuses.

A suggestion is a hint for a person, with a new value only where no choice is left: the same date,
digest or tag in its one spelling. A web address without its scheme, a year of two digits and a name
that is merely similar get a hint alone.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from functools import reduce
from typing import Any, get_args

from attrs import frozen

from nizkorcite.dates.printed import Order, read_printed
from nizkorcite.display import in_quotes
from nizkorcite.errors import DateError
from nizkorcite.faults import Operation
from nizkorcite.messages import Message
from nizkorcite.validation.schema_check.dialect import compiled

_NEAR = 0.7
_LONGEST_NAME = 60
_LONGEST_NUMBER = 16
_LONGEST_VALUE = 20_000
_CENTURIES = (range(2000, 2100), range(1900, 2000))
_SCHEMELESS = re.compile(r"(?:www\.)?[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_NOT_OF_A_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_OF_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Objects that people often write as a mere text.
_OBJECTS = {
    "agent": '{{"kind": ..., "name": {}}}',
    "place": '{{"name": {}}}',
    "alternative_title": '{{"title": {}}}',
    "legal_basis": '{{"citation": {}}}',
}
_Fits = Callable[[str], bool]


@frozen
class Suggestion:
    """
    A suggestion for a value.

    Attributes:
        hint: The suggestion in words.
        value: The new value as JSON text, where no choice is left.
        removed: Pointers, relative to the value, of what is removed where no choice is left; ``""``
            is the value itself.
    """

    hint: Message
    value: str | None = None
    removed: tuple[str, ...] = ()

    def operations(self, pointer: str) -> tuple[Operation, ...]:
        """Return the patch that fixes the value at a pointer."""
        if self.value is not None:
            return (Operation(op="replace", path=pointer, value=self.value),)
        return tuple(Operation(op="remove", path=pointer + below) for below in self.removed)


def nearest_name(name: str, known: Collection[str]) -> tuple[str | None, bool]:
    """
    Find the nearest known name, and whether only the spelling differs.

    Only the beginning of a very long name is compared.

    >>> nearest_name("News-Article", ["news_article"]), nearest_name("langauge", ["language"])
    (('news_article', True), ('language', False))
    """
    plain = name[:_LONGEST_NAME].strip().lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain, len(name) <= _LONGEST_NAME
    return next(iter(get_close_matches(plain, known, n=1, cutoff=_NEAR)), None), False


def write_hint(text: str) -> Message:
    """Return the hint to write a JSON text."""
    return Message("write {text}", text=text)


def with_guess(message: Message, near: str) -> Message:
    """Extend a message by the name that was probably meant."""
    return Message("{fault}; did you mean {name}?", fault=message, name=in_quotes(near))


def type_suggestion(
    value: object, kind: str, subschema: Mapping[str, Any], name: str
) -> Suggestion | None:
    """
    Suggest a value of the required type.

    Args:
        value: The value in the record.
        kind: The type, as JSON Schema names it.
        subschema: The part of the schema that requires the type.
        name: The name of that part among the schema's definitions, if it has one.
    """
    if kind == "integer" and isinstance(value, str):
        return _number(value, subschema)
    if kind == "string" and type(value) in (int, float):
        return _in_quotation_marks(value, subschema)
    if kind == "object" and isinstance(value, str) and name in _OBJECTS:
        return Suggestion(_object_hint(name, _OBJECTS[name].format(in_quotes(value))))
    return _listed(value, subschema) if kind == "array" else None


def _listed(value: object, subschema: Mapping[str, Any]) -> Suggestion | None:
    """Suggest a list of the one item."""
    if isinstance(value, dict):
        return Suggestion(Message("put it in a list: [...]"), _json([value]))
    if not isinstance(value, str):
        return None
    item = subschema["items"]["$ref"].rpartition("/")[2]
    if form := _OBJECTS.get(item):
        return Suggestion(_object_hint(item, f"[{form.format(in_quotes(value))}]"))
    return Suggestion(write_hint(f"[{in_quotes(value)}]"), _json([value]))


def _object_hint(name: str, text: str) -> Message:
    """Return the hint to write an object; the kind of an agent is for the user to say."""
    if name != "agent":
        return write_hint(text)
    return Message(
        'write {text}, where "kind" is "person", "organisation" or, if not known, "unknown"',
        text=text,
    )


def _in_quotation_marks(value: object, subschema: Mapping[str, Any]) -> Suggestion | None:
    """Suggest a number as a text, if it is whole."""
    if not compiled(subschema["pattern"]).search(str(value)):
        return None
    fixed = _json(str(value)) if isinstance(value, int) else None
    return Suggestion(Message("put it in quotation marks"), fixed)


def _number(value: str, subschema: Mapping[str, Any]) -> Suggestion:
    digits = value.strip().lstrip("0") or "0"
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER):
        return Suggestion(Message("write a whole number such as 3104 without quotation marks"))
    fits = subschema.get("minimum", 0) <= int(digits) <= subschema.get("maximum", int(digits))
    hint = Message("write {number} without quotation marks", number=digits)
    return Suggestion(hint, digits if fits and digits == value else None)


def spelling_suggestion(value: str, name: str, fits: _Fits) -> Suggestion | None:
    """
    Suggest a text in the required spelling.

    Args:
        value: The text in the record.
        name: The definition of the schema that the text violates, such as ``date``.
        fits: Checks whether another text satisfies the definition.
    """
    if len(value) > _LONGEST_VALUE:
        return None
    trimmed = value.strip()
    if trimmed != value and fits(trimmed):
        return Suggestion(Message("remove the spaces at its ends"), _json(trimmed))
    suggest = _SPELLINGS.get(name)
    return suggest(trimmed, fits) if suggest else None


def _date(value: str, _fits: _Fits) -> Suggestion | None:
    """
    Suggest the readings of a printed date, each in EDTF.

    A hint goes to a person with the page at hand, so it may name several readings, which a reader
    of pages must refuse. A year of two digits is of this century or the last.
    """
    readings = list(dict.fromkeys(_readings(value)))
    if not readings:
        return _no_day(value)
    if len(readings) == 1:
        return Suggestion(write_hint(readings[0]), _json(readings[0]))
    dates = (Message("{text}", text=reading) for reading in readings)
    either = reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), dates)
    return Suggestion(Message("write {text}, whichever is meant", text=either))


def _readings(value: str) -> Iterator[str]:
    """Yield the readings of an ambiguous date."""
    for window in _CENTURIES:
        with suppress(DateError):
            yield str(read_printed(value, window=window))
    for order in get_args(Order):
        with suppress(DateError):
            yield str(read_printed(value, order=order))


def _no_day(value: str) -> Suggestion | None:
    """Explain that the calendar does not have a date."""
    try:
        read_printed(value, window=_CENTURIES[0], order="dmy")
    except DateError as error:
        why = dict(error.message.values).get("why")
        return Suggestion(why) if isinstance(why, Message) else None
    return None


def _address(value: str, fits: _Fits) -> Suggestion | None:
    scheme, sign, rest = value.partition("://")
    address = f"{scheme.lower()}{sign}{rest}"
    if sign and fits(address):
        return Suggestion(write_hint(address), _json(address))
    return Suggestion(write_hint(f"https://{value}")) if _SCHEMELESS.fullmatch(value) else None


def _digest(value: str, fits: _Fits) -> Suggestion | None:
    if not fits(value.lower()):
        return None
    return Suggestion(Message("write it in lower case"), _json(value.lower()))


def _tag(value: str, fits: _Fits) -> Suggestion | None:
    """Suggest a language tag in canonical case (RFC 5646, section 2.1.1)."""
    first, *others = value.replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    tag = "-".join((first.lower(), *(cased.get(len(part), str.lower)(part) for part in others)))
    return Suggestion(write_hint(in_quotes(tag)), _json(tag)) if fits(tag) else None


def _country(value: str, fits: _Fits) -> Suggestion | None:
    code = value.upper()
    return Suggestion(write_hint(in_quotes(code)), _json(code)) if fits(code) else None


def _line(value: str, _fits: _Fits) -> Suggestion | None:
    return _character_hint(_NOT_OF_A_LINE.search(value))


def _lines(value: str, _fits: _Fits) -> Suggestion | None:
    return _character_hint(_NOT_OF_LINES.search(value))


def _character_hint(match: re.Match[str] | None) -> Suggestion | None:
    """Name a forbidden character in a hint; the character may be invisible."""
    if match is None:
        return None
    return Suggestion(Message("it contains the character {code}", code=f"U+{ord(match[0]):04X}"))


_SPELLINGS: Mapping[str, Callable[[str, _Fits], Suggestion | None]] = {
    "date": _date,
    "url": _address,
    "sha256": _digest,
    "language": _tag,
    "country": _country,
    "line": _line,
    "lines": _lines,
}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
