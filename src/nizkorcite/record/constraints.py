"""
Constraints on single values of the record: texts, numbers, lists and names.

Each constraint is an attrs validator and equals one definition of the schema; a test that makes
every single edit of a full record holds the two together. Patterns mean the same in Python, in
ECMA-262 and in Rust, and need time linear in the text.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from typing import Any, Final, Literal, TypeVar, cast

from attrs import Attribute

from nizkorcite.errors import ModelError
from nizkorcite.messages import Message
from nizkorcite.record.json_types import pointer_to

_T = TypeVar("_T")
MAXIMUM_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly (RFC 8259, section 6)."""

_SPACE = r"\u0009-\u000d \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CONTROL = r"\u0000-\u001f\u007f-\u009f"
_BREAK = r"\u2028\u2029"
_EDGE = f"[^{_CONTROL}{_SPACE}]"
_LINE = f"{_EDGE}(?:[^{_CONTROL}{_BREAK}]*{_EDGE})?"
_LINES = rf"{_EDGE}(?:[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*{_EDGE})?"
_LINE_FORMS = frozenset((_LINE, _LINES))
_SHORT = 100
_EXTENSION = r"x_[a-z0-9_]{1,60}"
_LONGEST_EXTENSION = 10_000
_MOST_TEXTS = 1000
_SURROGATE = re.compile("[\ud800-\udfff]")


CharsetSource = Literal["bom", "http", "meta", "utf_8", "detected", "fallback", "given"]
"""The source of a capture's encoding."""

# attrs calls a validator with the object, the attribute and the value, whose type is not known yet.
Check = Callable[[Any, "Attribute[Any]", Any], None]


def model_error(instance: object, pointer: str, problem: Message) -> ModelError:
    """Return the error for a value, which names the class if it is a public one."""
    name = type(instance).__name__
    return ModelError(pointer, problem, "" if name.startswith("_") else name)


def single_line(maximum: int) -> Check:
    """Require a single-line text of 1 to `maximum` code points."""
    return _text(_LINE, maximum, Message("a single line without leading or trailing spaces"))


def is_single_line(text: str) -> bool:
    """Check for a single-line text of any length, as names are."""
    return _is_printable_line(text) or re.fullmatch(_LINE, text) is not None


def multi_line(maximum: int) -> Check:
    """Require a text of one or more lines and 1 to `maximum` code points."""
    form = Message("a text without spaces at its ends or control characters")
    return _text(_LINES, maximum, form)


def whole_number(minimum: int, maximum: int = MAXIMUM_INTEGER) -> Check:
    """Require a whole number within bounds, both included."""

    def check(instance: object, attribute: "Attribute[int]", value: object) -> None:
        if type(value) is not int or not minimum <= value <= maximum:
            message = Message(
                "{value} is not a whole number from {least} to {most}",
                value=_shown(value),
                least=minimum,
                most=maximum,
            )
            raise model_error(instance, f"/{attribute.name}", message)

    return check


def one_of(names: Collection[str]) -> Check:
    """Require one of a fixed set of names."""

    def check(instance: object, attribute: "Attribute[str]", value: object) -> None:
        if not isinstance(value, str) or value not in names:
            message = Message(
                "{value} is not one of {names}", value=_shown(value), names=", ".join(names)
            )
            raise model_error(instance, f"/{attribute.name}", message)

    return check


def instance(kind: type) -> Check:
    """Require a value of one class."""

    def check(instance: object, attribute: "Attribute[object]", value: object) -> None:
        if not isinstance(value, kind):
            raise model_error(instance, f"/{attribute.name}", _other_class(value, kind))

    return check


def tuple_of(kind: type, maximum: int) -> Check:
    """Require a tuple of at most `maximum` values of one class."""

    def check(instance: object, attribute: "Attribute[object]", values: object) -> None:
        if values == ():
            return
        _check_length(instance, attribute.name, values, maximum)
        assert isinstance(values, tuple)  # just checked
        for index, value in enumerate(values):
            if not isinstance(value, kind):
                raise model_error(instance, f"/{attribute.name}/{index}", _other_class(value, kind))

    return check


def unique_tuple(item: Check, maximum: int) -> Check:
    """Require a tuple of at most `maximum` different values, each passing `item`."""

    def check(instance: object, attribute: "Attribute[object]", values: object) -> None:
        _check_length(instance, attribute.name, values, maximum)
        assert isinstance(values, tuple)  # just checked
        for value in values:
            item(instance, attribute, value)
        if len(set(values)) < len(values):
            raise model_error(
                instance, f"/{attribute.name}", Message("the same value appears twice")
            )

    return check


def as_tuple(values: Iterable[_T]) -> tuple[_T, ...]:
    """
    Convert any iterable but a text to a tuple.

    Other values are left to the validator, which refuses them.

    >>> as_tuple(["a", "b"]), as_tuple("ab")
    (('a', 'b'), 'ab')
    """
    if isinstance(values, tuple):
        return values
    is_list = isinstance(values, Iterable) and not isinstance(values, str)
    return tuple(values) if is_list else cast("tuple[_T, ...]", values)


def optional(check: Check) -> Check:
    """Require `None`, or a value that passes `check`."""

    def checked(instance: object, attribute: "Attribute[object]", value: object) -> None:
        if value is not None:
            check(instance, attribute, value)

    return checked


def _text(pattern: str, maximum: int, form: Message) -> Check:
    def check(instance: object, attribute: "Attribute[str]", value: object) -> None:
        if not isinstance(value, str):
            raise model_error(
                instance,
                f"/{attribute.name}",
                Message("{value} is not text", value=_shown(value)),
            )
        if len(value) > maximum:
            message = Message(
                "{length} characters; at most {most} are allowed", length=len(value), most=maximum
            )
            raise model_error(instance, f"/{attribute.name}", message)
        if not _has_form(pattern, value):
            message = Message("{value} is not {form}", value=_shown(value), form=form)
            raise model_error(instance, f"/{attribute.name}", message)

    return check


def _has_form(pattern: str, text: str) -> bool:
    """Check a text by a pattern; most texts are a line, and most of those are short."""
    if pattern in _LINE_FORMS and _is_printable_line(text):
        return True
    return _short_has_form(pattern, text) if len(text) <= _SHORT else _fits(pattern, text)


def _is_printable_line(text: str) -> bool:
    """
    Check for a single line by its characters alone, ten times as fast as by the pattern.

    Of spaces, controls and half characters, Python counts the space of ASCII alone as printable.
    """
    return text.isprintable() and text[:1] not in ("", " ") and text[-1] != " "


def _fits(pattern: str, text: str) -> bool:
    return bool(_compiled(pattern).fullmatch(text)) and not _SURROGATE.search(text)


# The records of an archive have the same pointers, rules and languages over and over.
_short_has_form = lru_cache(1 << 12)(_fits)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed; most runs need few."""
    return re.compile(pattern)


def _check_length(instance: object, name: str, values: object, maximum: int) -> None:
    if not isinstance(values, tuple):
        raise model_error(
            instance, f"/{name}", Message("{value} is not a list", value=_shown(values))
        )
    if len(values) > maximum:
        message = Message(
            "{length} items; at most {most} are allowed", length=len(values), most=maximum
        )
        raise model_error(instance, f"/{name}", message)


def _other_class(value: object, kind: type) -> Message:
    return Message("{value} is not a {kind}", value=_shown(value), kind=kind.__name__)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - fits a terminal line


SCHEMA_VERSION = _text(r"1\.(?:0|[1-9][0-9]{0,3})", 6, Message('a version such as "1.0"'))
ID_FORM = r"[a-z0-9._~-]+(?::[a-z0-9._~-]+)*"
"""The form of a record's id: segments joined by colons."""
LONGEST_ID: Final = 500
ID = _text(
    ID_FORM,
    LONGEST_ID,
    Message("lower-case segments of a-z 0-9 . _ ~ - joined by :"),
)
LANGUAGE = _text(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    35,
    Message('a BCP 47 tag such as "en", "pt-BR" or "zh-Hant-TW"'),
)
COUNTRY = _text(r"[A-Z]{2}", 2, Message("a country of ISO 3166-1, two capital letters"))
JURISDICTION = _text(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", 6, Message('a code of ISO 3166 such as "US"'))
URL = _text(
    rf"https?://[^{_CONTROL}{_SPACE}<>\"\\^`{{|}}/?#][^{_CONTROL}{_SPACE}<>\"\\^`{{|}}]*",
    4096,
    Message("an http or https address without spaces"),
)
MEDIA_TYPE = _text(
    r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*",
    127,
    Message('a media type as "text/html"'),
)
CHARSET = _text(r"[A-Za-z0-9][A-Za-z0-9._:+-]*", 40, Message('a charset such as "windows-1252"'))
SHA256 = _text(r"[0-9a-f]{64}", 64, Message("64 hexadecimal digits in lower case"))
_SEGMENT = r"(?:[^/\\.{c}][^/\\{c}]*|\.[^/\\.{c}][^/\\{c}]*|\.\.[^/\\{c}]+)".replace(
    "{c}", _CONTROL + _BREAK
)
RELATIVE_PATH = _text(
    f"{_SEGMENT}(?:/{_SEGMENT})*",
    1024,
    Message("a relative path with / between its parts and no .. in it"),
)
WARC_RECORD_ID = _text(
    r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    45,
    Message('a record id such as "urn:uuid:..." in lower case'),
)
FIELD_POINTER = _text(
    rf"(?:/(?:[^/~{_CONTROL}{_BREAK}]|~[01])+)+",
    500,
    Message('a JSON Pointer such as "/original/date"'),
)
RULE_NAME = _text(
    r"[a-z0-9][a-z0-9._-]*", 100, Message("a rule's name in lower case, digits and . _ -")
)


def check_extension(instance: object, name: object, value: object) -> None:
    """
    Check a member of the archive's own, by name and value.

    Raises:
        ModelError: The name or the value is not allowed in a record.
    """
    if not isinstance(name, str) or not _compiled(_EXTENSION).fullmatch(name):
        raise model_error(
            instance,
            pointer_to([str(name)]),
            Message("unknown field; start your own fields with x_"),
        )
    if isinstance(value, tuple):
        is_value = 0 < len(value) <= _MOST_TEXTS and all(map(_is_extension_text, value))
    elif isinstance(value, int):
        is_value = -MAXIMUM_INTEGER <= value <= MAXIMUM_INTEGER
    else:
        is_value = _is_extension_text(value)
    if not is_value:
        message = Message(
            "{value} is not text of 1 to 10,000 characters, a whole number, true, false or a list "
            "of such texts",
            value=_shown(value),
        )
        raise model_error(instance, f"/{name}", message)


def _is_extension_text(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_EXTENSION:
        return False
    return _has_form(_LINES, value)
