"""
What to write instead of a value that the schema refuses.

A remedy is a hint for a person, and the new value only where it takes no choice: the same date, the
same digest, the same tag in its one spelling. An address without its scheme, a day whose year has
two digits and a name that is only likely meant are hints and no more.
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
from nizkorcite.findings import Operation
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
# The objects that people write as a mere text.
_OBJECTS = {
    "agent": '{{"kind": "organisation", "name": {}}}',
    "place": '{{"name": {}}}',
    "alternative_title": '{{"title": {}}}',
    "legal_basis": '{{"citation": {}}}',
}
_Fits = Callable[[str], bool]


@frozen
class Remedy:
    """
    What to do about a value.

    Attributes:
        hint: In words.
        value: The new value as JSON text, where there is no choice.
        removed: Pointers below the value of what is taken away without a choice; ``""`` is the
            value itself.
    """

    hint: Message
    value: str | None = None
    removed: tuple[str, ...] = ()

    def operations(self, pointer: str) -> tuple[Operation, ...]:
        """The patch that mends the value at a pointer."""
        if self.value is not None:
            return (Operation(op="replace", path=pointer, value=self.value),)
        return tuple(Operation(op="remove", path=pointer + below) for below in self.removed)


def nearest(name: str, known: Collection[str]) -> tuple[str | None, bool]:
    """
    The known name that is meant, if one is near, and whether it is the same but for its spelling.

    Only names of a common length are compared.

    >>> nearest("News-Article", ["news_article"]), nearest("langauge", ["language"])
    (('news_article', True), ('language', False))
    """
    plain = name[:_LONGEST_NAME].strip().lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain, len(name) <= _LONGEST_NAME
    return next(iter(get_close_matches(plain, known, n=1, cutoff=_NEAR)), None), False


def write(text: str) -> Message:
    """The hint to write a text of JSON."""
    return Message("write {text}", text=text)


def meant(message: Message, near: str) -> Message:
    """A message with the name that is likely meant."""
    return Message("{fault}; did you mean {name}?", fault=message, name=in_quotes(near))


def retyped(value: object, kind: str, subschema: Mapping[str, Any], name: str) -> Remedy | None:
    """
    A value in the type asked for.

    Args:
        value: What stands in the record.
        kind: The type, as JSON Schema names it.
        subschema: The part of the schema that asks for it.
        name: The definition that it is, if it is one.
    """
    if kind == "integer" and isinstance(value, str):
        return _number(value, subschema)
    if kind == "string" and type(value) in (int, float):
        return _in_quotation_marks(value, subschema)
    if kind == "object" and isinstance(value, str) and name in _OBJECTS:
        return Remedy(write(_OBJECTS[name].format(in_quotes(value))))
    return _listed(value, subschema) if kind == "array" else None


def _listed(value: object, subschema: Mapping[str, Any]) -> Remedy | None:
    """The list of one thing that was meant."""
    if isinstance(value, dict):
        return Remedy(Message("put it in a list: [...]"), _json([value]))
    if not isinstance(value, str):
        return None
    form = _OBJECTS.get(subschema["items"]["$ref"].rpartition("/")[2])
    if form:
        return Remedy(write(f"[{form.format(in_quotes(value))}]"))
    return Remedy(write(f"[{in_quotes(value)}]"), _json([value]))


def _in_quotation_marks(value: object, subschema: Mapping[str, Any]) -> Remedy | None:
    """A number as a text; a fraction may have been written in other digits."""
    if not compiled(subschema["pattern"]).search(str(value)):
        return None
    fixed = _json(str(value)) if isinstance(value, int) else None
    return Remedy(Message("put it in quotation marks"), fixed)


def _number(value: str, subschema: Mapping[str, Any]) -> Remedy:
    digits = value.strip().lstrip("0") or "0"
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER):
        return Remedy(Message("write a whole number such as 3104 without quotation marks"))
    fits = subschema.get("minimum", 0) <= int(digits) <= subschema.get("maximum", int(digits))
    hint = Message("write {number} without quotation marks", number=digits)
    return Remedy(hint, digits if fits and digits == value else None)


def respelt(value: str, name: str, fits: _Fits) -> Remedy | None:
    """
    A text in the spelling asked for.

    Args:
        value: What stands in the record.
        name: The definition of the schema that the text is not, such as ``date``.
        fits: Whether a text is one.
    """
    if len(value) > _LONGEST_VALUE:
        return None
    trimmed = value.strip()
    if trimmed != value and fits(trimmed):
        return Remedy(Message("remove the white space at its ends"), _json(trimmed))
    remedy = _SPELLINGS.get(name)
    return remedy(trimmed, fits) if remedy else None


def _date(value: str, _fits: _Fits) -> Remedy | None:
    """
    The dates that a printed one may be, each in EDTF.

    A hint is read by a person, who has the page: it may name several readings, where a reader of
    pages must refuse them. Without a window a year of two digits is of this century or the last.
    """
    readings = list(dict.fromkeys(_readings(value)))
    if not readings:
        return _no_day(value)
    if len(readings) == 1:
        return Remedy(write(readings[0]), _json(readings[0]))
    dates = (Message("{text}", text=reading) for reading in readings)
    either = reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), dates)
    return Remedy(Message("write {text}, whichever is meant", text=either))


def _readings(value: str) -> Iterator[str]:
    """The readings of a year of two digits, or of a day and month of which either may be first."""
    for window in _CENTURIES:
        with suppress(DateError):
            yield str(read_printed(value, window=window))
    for order in get_args(Order):
        with suppress(DateError):
            yield str(read_printed(value, order=order))


def _no_day(value: str) -> Remedy | None:
    """Why a date in a known form is none: the calendar has no such day."""
    try:
        read_printed(value, window=_CENTURIES[0], order="dmy")
    except DateError as error:
        why = dict(error.message.values).get("why")
        return Remedy(why) if isinstance(why, Message) else None
    return None


def _address(value: str, fits: _Fits) -> Remedy | None:
    scheme, sign, rest = value.partition("://")
    address = f"{scheme.lower()}{sign}{rest}"
    if sign and fits(address):
        return Remedy(write(address), _json(address))
    return Remedy(write(f"https://{value}")) if _SCHEMELESS.fullmatch(value) else None


def _digest(value: str, fits: _Fits) -> Remedy | None:
    if not fits(value.lower()):
        return None
    return Remedy(Message("write it in lower case"), _json(value.lower()))


def _tag(value: str, fits: _Fits) -> Remedy | None:
    """A language tag in its canonical case (RFC 5646, section 2.1.1), joined by hyphens."""
    first, *others = value.replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    tag = "-".join((first.lower(), *(cased.get(len(part), str.lower)(part) for part in others)))
    return Remedy(write(in_quotes(tag)), _json(tag)) if fits(tag) else None


def _country(value: str, fits: _Fits) -> Remedy | None:
    code = value.upper()
    return Remedy(write(in_quotes(code)), _json(code)) if fits(code) else None


def _line(value: str, _fits: _Fits) -> Remedy | None:
    return _character(_NOT_OF_A_LINE.search(value))


def _lines(value: str, _fits: _Fits) -> Remedy | None:
    return _character(_NOT_OF_LINES.search(value))


def _character(match: re.Match[str] | None) -> Remedy | None:
    """Which character a text must not hold; it may be one that cannot be seen."""
    if match is None:
        return None
    return Remedy(Message("it holds the character {code}", code=f"U+{ord(match[0]):04X}"))


_SPELLINGS: Mapping[str, Callable[[str, _Fits], Remedy | None]] = {
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
