"""
Items of a CSL-JSON file: one item, a list of items, or an item a line.

A text is parsed whole. A file that is read in pieces is parsed an item at a time, if all of it is
sound: of a file that is cut off, no item counts, however the file is read.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nizkorcite.formats.citation_file import Remarks
from nizkorcite.formats.lines import lines_of_pieces
from nizkorcite.messages import Message

_BLANKS = re.compile(r"[ \t\r\n]*")
_NAME_END = re.compile(r'"[ \t\r\n]*:')


def items_of_text(text: str, remarks: Remarks) -> Iterator[object]:
    """Yield the items of a text; report what is not JSON."""
    text = text.removeprefix("\ufeff")
    try:
        value = _decoded(text)
    except (ValueError, RecursionError) as error:
        yield from _items_of_lines(text, error, remarks)
        return
    items = value if isinstance(value, list) else [value]
    del value
    items.reverse()
    while items:  # each is freed once it is read
        yield items.pop()


def items_of_pieces(pieces: Iterable[str]) -> Iterator[object]:
    """
    Yield the items of a text that is given in pieces, holding few of them at a time.

    Raises:
        ValueError, RecursionError: The text is neither an array nor an object a line.

    >>> list(items_of_pieces(['[{"id"', ': 1}', ', {"id": 2}]']))
    [{'id': 1}, {'id': 2}]
    """
    ahead = _Ahead(iter(pieces))
    if ahead.next_character() == "[":
        yield from _items_of_array(ahead)
        return
    for line in lines_of_pieces(ahead.rest()):
        if line.strip():
            yield _decoded(line)


class _Ahead:
    """
    The next part of a text that is given in pieces.

    What is kept is doubled whenever it does not suffice, so that an item of any length is parsed in
    linear time.
    """

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._index = 0

    def _read_more(self) -> bool:
        """Read as much as is kept, or one piece; return whether there was more."""
        kept = len(self._text) - self._index
        more: list[str] = []
        read = 0
        while read <= kept and (piece := next(self._pieces, "")):
            more.append(piece)
            read += len(piece)
        if more:
            self._text, self._index = "".join((self._text[self._index :], *more)), 0
        return bool(more)

    def next_character(self) -> str:
        """Skip blanks, and return the next character; empty at the end."""
        while True:
            self._index = _BLANKS.match(self._text, self._index).end()  # type: ignore[union-attr]  # matches always
            if self._index < len(self._text):
                return self._text[self._index]
            if not self._read_more():
                return ""

    def skip_character(self) -> None:
        """Go beyond the next character."""
        self._index += 1

    def next_value(self) -> object:
        """
        Parse the next value.

        Raises:
            ValueError: There is no value, or only a part of one.
        """
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._index)
            except ValueError:
                if not self._read_more():
                    raise
                continue
            if end < len(self._text) or not self._read_more():  # a number may go on
                start, self._index = self._index, end
                return _with_doubled(value, self._text[start:end])

    def rest(self) -> Iterator[str]:
        """Yield all that follows."""
        yield self._text[self._index :]
        yield from self._pieces


def _items_of_array(ahead: _Ahead) -> Iterator[object]:
    ahead.skip_character()
    is_empty = ahead.next_character() == "]"
    while not is_empty:
        ahead.next_character()
        yield ahead.next_value()
        if ahead.next_character() != ",":
            break
        ahead.skip_character()
    end = ahead.next_character()
    ahead.skip_character()
    if end != "]" or ahead.next_character():
        raise ValueError(end)


def _items_of_lines(text: str, error: Exception, remarks: Remarks) -> Iterator[object]:
    """Yield an item a line; a text without lines of items is one error."""
    unread = Message("nothing in the file was read")
    for number, line in enumerate(lines_of_pieces([text]), 1):
        if not line.strip():
            continue
        try:
            yield _decoded(line)
        except (ValueError, RecursionError) as line_error:
            if not line.lstrip().startswith("{") or not line.rstrip().endswith("}"):
                _report_syntax(error, 0, unread, remarks)
                return
            _report_syntax(line_error, number - 1, None, remarks)
        unread = Message("the rest of the file was not read")


def _report_syntax(
    error: Exception, lines_before: int, hint: Message | None, remarks: Remarks
) -> None:
    """Report a text that is not JSON, with its place if known."""
    if isinstance(error, RecursionError):
        from nizkorcite.validation.parsing.text import TOO_DEEP  # few files are hostile

        remarks.report("NZ401", TOO_DEEP, hint=hint)
        return
    if not isinstance(error, json.JSONDecodeError):
        remarks.report("NZ401", Message("not JSON: {problem}", problem=str(error)), hint=hint)
        return
    message = Message("not JSON: {problem}", problem=error.msg)
    line = error.lineno + lines_before
    remarks.report("NZ401", message, line=line, column=error.colno, hint=hint)


class DoubledMembers(dict[str, object]):
    """An object of which some members are given twice, with the names of those in `names`."""

    names: Sequence[str] = ()


def _decoded(text: str) -> object:
    return _with_doubled(_DECODER.decode(text), text)


def _with_doubled(value: object, text: str) -> object:
    """Return a value in which objects know of members that their text gives twice."""
    import orjson  # few commands read these files

    try:
        written = orjson.dumps(value)
    except orjson.JSONEncodeError:  # an integer of more than 64 bits, half a character
        written = b""
    # Every name ends so, and some strings contain it; if the text has more of them, a name may be
    # there twice. Only an escaped quotation mark could hide that.
    if written.count(b'":') == len(_NAME_END.findall(text)) and "\\u0022" not in text:
        return value
    return _DECODER_OF_DOUBLED.decode(text)


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    doubled = DoubledMembers(members)
    doubled.names = [name for name, number in Counter(name for name, _ in pairs).items()
                     if number > 1]  # fmt: skip
    return doubled


def _refuse_constant(name: str) -> None:
    """Refuse ``NaN`` and infinity, which Python reads."""
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_DECODER_OF_DOUBLED = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_members)
