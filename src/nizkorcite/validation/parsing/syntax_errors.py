"""
Syntax errors of a JSON text, with a hint to the probable intention.

The tokenizer finds that a token is out of place; the words for it are chosen here.
"""

import re
from typing import Final, Literal

from attrs import frozen

from nizkorcite.display import in_quotes
from nizkorcite.messages import Message
from nizkorcite.validation.parsing.lines import lines_of

Expected = Literal["value", "first item", "name", "first name", "colon", "comma", "nothing"]
"""The token expected at a place of a text."""

PARTNER: Final = {"]": "[", "}": "{", "[": "]", "{": "}"}
"""The bracket that belongs to another."""

_IN_TEXT: Final = re.compile(
    r'(?P<control>[\x00-\x1f])|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(?P<bad>.))'
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_COMMENTS: Final = ("//", "/*", "#")
_OTHER_QUOTES: Final = "'\u2018\u2019\u201c\u201d`"
_FILES: Final = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".gz")
_PAGES: Final = (".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".warc")
_NUMBER_LIKE: Final = re.compile(r"[+-]?\.?[0-9]")
_LEADING: Final = re.compile(r"\A(?:\+|(-))?0*(?=[0-9])")
_LONGEST_NUMBER: Final = 40
_WORDS: Final = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
# What Python, JavaScript and YAML write for a value that JSON spells in another way.
_TRUE, _FALSE = Message("write {text}", text="true"), Message("write {text}", text="false")
_LEAVE_OUT = Message("leave the field out")
_MEANT: Final = {"True": _TRUE, "TRUE": _TRUE, "False": _FALSE, "FALSE": _FALSE,
                 "None": _LEAVE_OUT, "undefined": _LEAVE_OUT}  # fmt: skip


class JsonSyntaxError(ValueError):
    """
    A text is not JSON.

    Attributes:
        offset: Offset at which the error was noticed.
        problem: A description of the error.
        hint: The next step.
    """

    def __init__(self, offset: int, problem: Message, hint: Message | None = None) -> None:
        super().__init__(offset, problem, hint)
        self.offset = offset
        self.problem = problem
        self.hint = hint


@frozen
class Stop:
    """
    A place at which a text cannot be split into further tokens.

    Attributes:
        text: The text.
        expected: The token expected.
        opened: Offset of the innermost bracket that is open, if one is.
        kind: The token found: a sign itself, ``text`` (a string), ``word``, ``end`` of the text or
            ``other``.
        start, end: The span of the token found.
    """

    text: str
    expected: Expected
    opened: int | None
    kind: str
    start: int
    end: int

    @property
    def found(self) -> str:
        """The token found, as it is written."""
        return self.text[self.start : self.end]

    @property
    def printed(self) -> str:
        """The token found, as messages print it."""
        return self.found if len(self.found) == 1 else in_quotes(self.found.strip('"'))


def syntax_error(at: Stop) -> JsonSyntaxError:
    """
    Describe a token that is out of place.

    >>> print(syntax_error(Stop("{]", "first name", 0, "]", 1, 2)).problem)
    a name in quotation marks is expected here, not ]
    """
    if at.kind == "end":
        return _unfinished(at)
    if at.kind == "other":
        return _stray(at)
    if at.kind == "word" and at.found.startswith((*_COMMENTS, *_OTHER_QUOTES)):
        return _wrong_word(at.found, at.start)
    return _misplaced(at)


def _misplaced(at: Stop) -> JsonSyntaxError:
    """Describe a token that would be right in another place."""
    if at.expected == "nothing":
        hint = Message("put several records in a .jsonl file, one per line")
        return JsonSyntaxError(at.start, Message("unexpected text after the record"), hint)
    if at.kind in ("]", "}") and at.expected in ("name", "value") and _is_after_comma(at):
        problem = Message("extra comma before {sign}", sign=at.kind)
        return JsonSyntaxError(at.start, problem, Message("remove the comma"))
    if at.expected == "comma":
        return _no_comma(at)
    return _missing(at)


def _no_comma(at: Stop) -> JsonSyntaxError:
    """Describe a token after the end of a value."""
    if at.kind in ("]", "}"):
        problem = Message(
            "{sign} does not close {opened}",
            sign=at.kind,
            opened=_open_bracket(at),
        )
        return JsonSyntaxError(
            at.start, problem, Message("write {text}", text=_closing_bracket(at))
        )
    if at.kind == ":":
        return JsonSyntaxError(
            at.start, Message("a comma is expected here, not {text}", text=at.printed)
        )
    hint = Message("write a comma before {text}", text=at.printed)
    return JsonSyntaxError(at.start, Message("a comma is missing here"), hint)


def _missing(at: Stop) -> JsonSyntaxError:
    """Describe a token in the place of a colon, name or value."""
    if at.expected == "colon":
        hint = Message('write ":" before {text}', text=at.printed)
        return JsonSyntaxError(at.start, Message("a colon is missing after the name"), hint)
    if at.expected in ("name", "first name"):
        name = Message("write {text}", text=in_quotes(at.found)) if at.kind == "word" else None
        problem = Message("a name in quotation marks is expected here, not {text}", text=at.printed)
        return JsonSyntaxError(at.start, problem, name)
    return JsonSyntaxError(
        at.start, Message("a value is expected here, not {text}", text=at.printed)
    )


def _is_after_comma(at: Stop) -> bool:
    return at.text[: at.start].rstrip(" \t\n\r").endswith(",")


def _unfinished(at: Stop) -> JsonSyntaxError:
    if at.opened is None:
        return JsonSyntaxError(at.start, Message("the text ends before a value"))
    problem = Message("the text ends, but {opened} is still open", opened=_open_bracket(at))
    return JsonSyntaxError(
        at.start, problem, Message("close it with {text}", text=_closing_bracket(at))
    )


def _open_bracket(at: Stop) -> Message:
    place = lines_of(at.text).position_in_words(at.opened or 0, at.start)
    return Message("the {sign} at {place}", sign=at.text[at.opened or 0], place=place)


def _closing_bracket(at: Stop) -> str:
    return PARTNER[at.text[at.opened or 0]]


def _stray(at: Stop) -> JsonSyntaxError:
    if at.found == '"':
        hint = Message("close it with {text}", text='"')
        return JsonSyntaxError(at.start, Message("the text that begins here is not closed"), hint)
    problem = Message(
        "the character {code} is outside quotation marks", code=f"U+{ord(at.found):04X}"
    )
    return JsonSyntaxError(at.start, problem, Message("remove it, or write a space"))


def check_string(text: str, start: int, end: int) -> None:
    r"""
    Check a string of JSON.

    Raises:
        JsonSyntaxError: The string has an invalid escape or a control character.

    >>> check_string(r'"a\n"', 0, 5)
    """
    for match in _IN_TEXT.finditer(text, start, end - 1):
        if match["bad"]:
            problem = Message("{text} is not a valid escape", text=in_quotes(match[0])[1:-1])
            raise JsonSyntaxError(match.start(), problem, Message(r"write \\ for a backslash"))
        if match["control"] in ("\n", "\r"):
            problem = Message("the text that begins here is not closed on its line")
            hint = Message(r'close it with ", or write a line break as \n')
            raise JsonSyntaxError(start, problem, hint)
        if match["control"]:
            code = ord(match["control"])
            escape = r"\t" if match["control"] == "\t" else rf"\u{code:04x}"
            problem = Message(
                "the text contains the control character {code}", code=f"U+{code:04X}"
            )
            raise JsonSyntaxError(match.start(), problem, Message("write {text}", text=escape))


def check_word(text: str, start: int, end: int) -> None:
    """
    Check a word without quotation marks.

    Raises:
        JsonSyntaxError: The word is neither a number nor one of JSON's words, nor NaN or Infinity.

    >>> check_word("[1e5]", 1, 4)
    """
    word = text[start:end]
    if word not in _WORDS and not _NUMBER.fullmatch(word):
        raise _wrong_word(word, start)


def _wrong_word(word: str, offset: int) -> JsonSyntaxError:
    if word.startswith(_COMMENTS):
        hint = Message("remove the comment; start your own fields with x_")
        return JsonSyntaxError(offset, Message("JSON has no comments"), hint)
    if word[0] in _OTHER_QUOTES:
        problem = Message("{sign} is not a quotation mark in JSON", sign=word[0])
        return JsonSyntaxError(offset, problem, Message("write {text}", text='"'))
    printed = in_quotes(word)[1:-1]
    if _NUMBER_LIKE.match(word):
        problem = Message("{text} is not a JSON number", text=printed)
        return JsonSyntaxError(offset, problem, _number_hint(word))
    if word.startswith("<"):
        hint = Message("if it is a page, rename it to .html and use `nizkorcite read`")
        return JsonSyntaxError(offset, Message("JSON does not begin with <"), hint)
    problem = Message("{text} is not a JSON value", text=printed)
    return JsonSyntaxError(offset, problem, _word_hint(word))


def _word_hint(word: str) -> Message:
    if word.endswith(_PAGES):
        return Message("give a page to nizkorcite.read, not to the validation of records")
    if word.endswith(_FILES):
        return Message("give a file as a pathlib.Path, not as a string")
    return _MEANT.get(word, Message("put text in quotation marks"))


def _number_hint(word: str) -> Message:
    """Suggest the number without plus sign and leading zeros."""
    plain = _LEADING.sub(r"\1", word)
    if len(plain) <= _LONGEST_NUMBER and _NUMBER.fullmatch(plain):
        return Message("write {text}", text=plain)
    return Message("put text in quotation marks")
