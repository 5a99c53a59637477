"""What libyaml says of a text that is no YAML, in words for those who write records."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from nizkorcite.messages import Message


class Problem(NamedTuple):
    """
    What is wrong with a text, and what to do.

    Attributes:
        message: What is wrong.
        hint: What to do.
        is_of_the_start: Whether it is told where the part begins, and not where it is noticed.
    """

    message: Message
    hint: Message | None = None
    is_of_the_start: bool = False


_NOT_CLOSED: Final = Problem(
    Message("the text that begins here is not closed"),
    Message("close it with the same quotation mark"),
    is_of_the_start=True,
)
_NO_ESCAPE: Final = Problem(
    Message("this is not a valid escape"),
    Message("write a backslash twice, or use single quotation marks"),
)
_TAB: Final = Problem(Message("spaces are expected here, not a tab"))
_IN_ONE_COLUMN: Final = Message(
    "the names of an object, and the hyphens of a list, must be in one column"
)
_IN_QUOTATION_MARKS: Final = Message("put a text that has a colon and a space in quotation marks")

_PROBLEMS: Final[Mapping[str, Problem]] = {
    "block sequence entries are not allowed in this context": Problem(
        Message("no item of a list can begin with a hyphen here"), _IN_ONE_COLUMN
    ),
    "control characters are not allowed": Problem(Message("there is a control character here")),
    "could not find expected ':'": Problem(
        Message("a colon is missing after the name"), _IN_ONE_COLUMN
    ),
    "did not find expected '-' indicator": Problem(
        Message("a hyphen is missing here"), _IN_ONE_COLUMN
    ),
    "did not find expected ',' or ']'": Problem(Message("a comma or ] is missing here")),
    "did not find expected ',' or '}'": Problem(Message("a comma or }} is missing here")),
    "did not find expected <document start>": Problem(
        Message("the record ends before this"), Message("write --- between two records")
    ),
    "did not find expected key": Problem(
        Message("a name with a colon is expected here"), _IN_ONE_COLUMN
    ),
    "did not find expected node content": Problem(Message("a value is missing here")),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "found character that cannot start any token": Problem(
        Message("no value begins with this character"),
        Message("put a text in quotation marks, and spaces in the place of tabs"),
    ),
    "found invalid Unicode character escape code": _NO_ESCAPE,
    "found unexpected document indicator": _NOT_CLOSED,
    "found unexpected end of stream": _NOT_CLOSED,
    "found unknown escape character": _NO_ESCAPE,
    "mapping values are not allowed in this context": Problem(
        Message("there is a colon where no name ends"), _IN_QUOTATION_MARKS
    ),
}


def problem_of_yaml(words: str) -> Problem:
    """
    A problem in our words, or, of a rare one, in those of libyaml.

    >>> print(problem_of_yaml("did not find expected ',' or ']'").message)
    a comma or ] is missing here
    """
    return _PROBLEMS.get(words, Problem(Message("{text}", text=words)))
