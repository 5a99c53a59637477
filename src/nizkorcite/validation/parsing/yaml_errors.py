"""Errors of libyaml in words for those who write records."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from nizkorcite.messages import Message


class YamlProblem(NamedTuple):
    """
    An error of a YAML text, and the next step.

    Attributes:
        message: A description of the error.
        hint: The next step.
        is_at_start: Whether the error is reported where the faulty part begins, not where it was
            noticed.
    """

    message: Message
    hint: Message | None = None
    is_at_start: bool = False


_NOT_CLOSED: Final = YamlProblem(
    Message("the text that begins here is not closed"),
    Message("close it with the same quotation mark"),
    is_at_start=True,
)
_NO_ESCAPE: Final = YamlProblem(
    Message("this is not a valid escape"),
    Message("write the backslash twice, or use single quotation marks"),
)
_TAB: Final = YamlProblem(Message("spaces are expected here, not a tab"))
_IN_ONE_COLUMN: Final = Message(
    "align the names of an object, and the hyphens of a list, in one column"
)
_IN_QUOTATION_MARKS: Final = Message(
    "put text that contains a colon and a space in quotation marks"
)

_PROBLEMS: Final[Mapping[str, YamlProblem]] = {
    "block sequence entries are not allowed in this context": YamlProblem(
        Message("a list item cannot begin here"), _IN_ONE_COLUMN
    ),
    "control characters are not allowed": YamlProblem(Message("unexpected control character")),
    "could not find expected ':'": YamlProblem(
        Message("a colon is missing after the name"), _IN_ONE_COLUMN
    ),
    "did not find expected '-' indicator": YamlProblem(
        Message("a hyphen is missing here"), _IN_ONE_COLUMN
    ),
    "did not find expected ',' or ']'": YamlProblem(Message("a comma or ] is missing here")),
    "did not find expected ',' or '}'": YamlProblem(Message("a comma or }} is missing here")),
    "did not find expected <document start>": YamlProblem(
        Message("unexpected text after the record"), Message("write --- between two records")
    ),
    "did not find expected key": YamlProblem(
        Message("a name with a colon is expected here"), _IN_ONE_COLUMN
    ),
    "did not find expected node content": YamlProblem(Message("a value is missing here")),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "found character that cannot start any token": YamlProblem(
        Message("a value cannot begin with this character"),
        Message("put text in quotation marks, and use spaces instead of tabs"),
    ),
    "found invalid Unicode character escape code": _NO_ESCAPE,
    "found unexpected document indicator": _NOT_CLOSED,
    "found unexpected end of stream": _NOT_CLOSED,
    "found unknown escape character": _NO_ESCAPE,
    "mapping values are not allowed in this context": YamlProblem(
        Message("unexpected colon"), _IN_QUOTATION_MARKS
    ),
}


def problem_of_yaml(words: str) -> YamlProblem:
    """
    Describe an error of libyaml; a rare one in libyaml's words.

    >>> print(problem_of_yaml("did not find expected ',' or ']'").message)
    a comma or ] is missing here
    """
    return _PROBLEMS.get(words, YamlProblem(Message("{text}", text=words)))
