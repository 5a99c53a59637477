"""
What is wrong with a text that is no JSON, in words, and what to do.

`walking` finds that a part cannot stand where it does; here it is told what people mostly mean.
"""

import re
from typing import Final, Literal

from attrs import frozen

from nizkorcite.display import in_quotes
from nizkorcite.messages import Message
from nizkorcite.validation.parsing.lines import lines_of

Expected = Literal["value", "first item", "name", "first name", "colon", "comma", "nothing"]
"""What must stand at a place of a text."""

PARTNER: Final = {"]": "[", "}": "{", "[": "]", "{": "}"}
"""The bracket that belongs to another."""

_IN_TEXT: Final = re.compile(
    r'(?P<control>[\x00-\x1f])|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(?P<bad>.))'
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_COMMENTS: Final = ("//", "/*", "#")
_OTHER_QUOTES: Final = "'\u2018\u2019\u201c\u201d`"
_FILES: Final = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".gz")
_NUMBER_LIKE: Final = re.compile(r"[+-]?\.?[0-9]")
_LEADING: Final = re.compile(r"\A(?:\+|(-))?0*(?=[0-9])")
_LONGEST_NUMBER: Final = 40
_WORDS: Final = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
# What Python, JavaScript and YAML write for a value that JSON spells in another way.
_TRUE, _FALSE = Message("write {text}", text="true"), Message("write {text}", text="false")
_LEAVE_OUT = Message("leave the member out")
_MEANT: Final = {"True": _TRUE, "TRUE": _TRUE, "False": _FALSE, "FALSE": _FALSE,
                 "None": _LEAVE_OUT, "undefined": _LEAVE_OUT}  # fmt: skip


class BrokenError(ValueError):
    """
    A text is no JSON.

    Attributes:
        offset: Where it was noticed.
        problem: What is wrong, in words.
        hint: What to do.
    """

    def __init__(self, offset: int, problem: Message, hint: Message | None = None) -> None:
        super().__init__(offset, problem, hint)
        self.offset = offset
        self.problem = problem
        self.hint = hint


@frozen
class Stop:
    """
    Where a walk through a text cannot go on.

    Attributes:
        text: The text.
        expected: What must stand there.
        opened: Where the inmost bracket that is open stands, if one is.
        kind: What stands there: a sign itself, ``text``, ``word``, ``end`` of the text, ``other``.
        start, end: Its span.
    """

    text: str
    expected: Expected
    opened: int | None
    kind: str
    start: int
    end: int

    @property
    def found(self) -> str:
        """What stands there, as it is written."""
        return self.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """The same as a message shows it: a sign as it is, a text or word in quotation marks."""
        return self.found if len(self.found) == 1 else in_quotes(self.found.strip('"'))


def broken(at: Stop) -> BrokenError:
    """
    Why a part cannot stand where it does.

    >>> print(broken(Stop("{]", "first name", 0, "]", 1, 2)).problem)
    a name in quotation marks is expected here, not ]
    """
    if at.kind == "end":
        return _unfinished(at)
    if at.kind == "other":
        return _stray(at)
    if at.kind == "word" and at.found.startswith((*_COMMENTS, *_OTHER_QUOTES)):
        return _wrong_word(at.found, at.start)
    return _misplaced(at)


def _misplaced(at: Stop) -> BrokenError:
    """What is right in itself and stands in a wrong place."""
    if at.expected == "nothing":
        hint = Message("a file of several records has one a line and a name in .jsonl")
        return BrokenError(at.start, Message("the record ends before this"), hint)
    if at.kind in ("]", "}") and at.expected in ("name", "value") and _is_after_comma(at):
        problem = Message("there is a comma before {sign}", sign=at.kind)
        return BrokenError(at.start, problem, Message("remove the comma"))
    if at.expected == "comma":
        return _no_comma(at)
    return _missing(at)


def _no_comma(at: Stop) -> BrokenError:
    """What stands where a value has ended."""
    if at.kind in ("]", "}"):
        problem = Message(
            "{sign} does not close {opened}",
            sign=at.kind,
            opened=_last_opened(at),
        )
        return BrokenError(at.start, problem, Message("write {text}", text=_closing(at)))
    if at.kind == ":":
        return BrokenError(at.start, Message("a comma is expected here, not {text}", text=at.shown))
    hint = Message("write a comma before {text}", text=at.shown)
    return BrokenError(at.start, Message("a comma is missing here"), hint)


def _missing(at: Stop) -> BrokenError:
    """What stands in the place of a colon, a name or a value."""
    if at.expected == "colon":
        hint = Message('write ":" before {text}', text=at.shown)
        return BrokenError(at.start, Message("a colon is missing after the name"), hint)
    if at.expected in ("name", "first name"):
        name = Message("write {text}", text=in_quotes(at.found)) if at.kind == "word" else None
        problem = Message("a name in quotation marks is expected here, not {text}", text=at.shown)
        return BrokenError(at.start, problem, name)
    return BrokenError(at.start, Message("a value is expected here, not {text}", text=at.shown))


def _is_after_comma(at: Stop) -> bool:
    return at.text[: at.start].rstrip(" \t\n\r").endswith(",")


def _unfinished(at: Stop) -> BrokenError:
    if at.opened is None:
        return BrokenError(at.start, Message("the text ends before there is a value"))
    problem = Message("the text ends, but {opened} is still open", opened=_last_opened(at))
    return BrokenError(at.start, problem, Message("close it with {text}", text=_closing(at)))


def _last_opened(at: Stop) -> Message:
    place = lines_of(at.text).told(at.opened or 0, at.start)
    return Message("the {sign} at {place}", sign=at.text[at.opened or 0], place=place)


def _closing(at: Stop) -> str:
    return PARTNER[at.text[at.opened or 0]]


def _stray(at: Stop) -> BrokenError:
    if at.found == '"':
        hint = Message("close it with {text}", text='"')
        return BrokenError(at.start, Message("the text that begins here is not closed"), hint)
    problem = Message(
        "the character {code} is outside quotation marks", code=f"U+{ord(at.found):04X}"
    )
    return BrokenError(at.start, problem, Message("remove it, or write a space"))


def check_text(text: str, start: int, end: int) -> None:
    r"""
    Look at a text in quotation marks.

    Raises:
        BrokenError: It has an escape that there is none of, or a control character.

    >>> check_text(r'"a\n"', 0, 5)
    """
    for match in _IN_TEXT.finditer(text, start, end - 1):
        if match["bad"]:
            problem = Message("{text} is not a valid escape", text=in_quotes(match[0])[1:-1])
            raise BrokenError(match.start(), problem, Message(r"write \\ for a backslash"))
        if match["control"] in ("\n", "\r"):
            problem = Message("the text that begins here is not closed on its line")
            hint = Message(r'close it with ", or write a line break as \n')
            raise BrokenError(start, problem, hint)
        if match["control"]:
            code = ord(match["control"])
            escape = r"\t" if match["control"] == "\t" else rf"\u{code:04x}"
            problem = Message("a text holds the control character {code}", code=f"U+{code:04X}")
            raise BrokenError(match.start(), problem, Message("write {text}", text=escape))


def check_word(text: str, start: int, end: int) -> None:
    """
    Look at what stands without quotation marks.

    Raises:
        BrokenError: It is neither a number nor one of JSON's words, NaN and Infinity among them.

    >>> check_word("[1e5]", 1, 4)
    """
    word = text[start:end]
    if word not in _WORDS and not _NUMBER.fullmatch(word):
        raise _wrong_word(word, start)


def _wrong_word(word: str, offset: int) -> BrokenError:
    if word.startswith(_COMMENTS):
        hint = Message("remove the comment; members of your own begin with x_")
        return BrokenError(offset, Message("JSON has no comments"), hint)
    if word[0] in _OTHER_QUOTES:
        problem = Message("{sign} is not a quotation mark in JSON", sign=word[0])
        return BrokenError(offset, problem, Message("write {text}", text='"'))
    shown = in_quotes(word)[1:-1]
    if _NUMBER_LIKE.match(word):
        problem = Message("{text} is not a JSON number", text=shown)
        return BrokenError(offset, problem, _number_meant(word))
    if word.startswith("<"):
        hint = Message("to make a record of a page, use `nizkorcite read`")
        return BrokenError(offset, Message("JSON does not begin with <"), hint)
    if word.endswith(_FILES):
        hint = Message("give a file as a pathlib.Path, not as a text")
        return BrokenError(offset, Message("{text} is not a JSON value", text=shown), hint)
    hint = _MEANT.get(word, Message("put a text in quotation marks"))
    return BrokenError(offset, Message("{text} is not a JSON value", text=shown), hint)


def _number_meant(word: str) -> Message:
    """The hint to write a number without plus sign and leading zeros, if that makes it one."""
    plain = _LEADING.sub(r"\1", word)
    if len(plain) <= _LONGEST_NUMBER and _NUMBER.fullmatch(plain):
        return Message("write {text}", text=plain)
    return Message("put a text in quotation marks")
