"""
Exceptions of nizkorcite, below one base class.

Bad data in a record is reported as findings; an exception ends a call that cannot go on. Each
exception also has the built-in class that its callers would catch (`ValueError`, `OSError` ...).
Texts may change between releases; classes and attributes do not.
"""

import errno
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from nizkorcite.messages import Message

if TYPE_CHECKING:  # few errors have findings
    from nizkorcite.findings import Finding

_MOST_LISTED = 30


class NizkorciteError(Exception):
    """
    Base class of the exceptions of nizkorcite.

    Args:
        message: The problem and a next step; a `str` only for words of another program, which have
            one language.

    Attributes:
        message: The problem in each language; `str(error)` is the English text.

    >>> NizkorciteError(Message("file too large")).message.text("es")
    'el archivo es demasiado grande'
    """

    message: Message

    def __init__(self, message: Message | str) -> None:
        super().__init__(message)
        self.message = _as_message(message)

    def __str__(self) -> str:
        return str(self.message)


class DateError(NizkorciteError, ValueError):
    """Text that is not a date, not in the calendar, or has several readings."""


class PageError(NizkorciteError, ValueError):
    """Bytes that are not a page of text or HTML."""


class FileError(NizkorciteError, OSError):
    """File that cannot be used for a reason other than the system's."""


class InputError(FileError):
    """Input that cannot be read to its end."""


class OutputError(FileError):
    """Output that cannot be written."""


class ArchiveError(FileError):
    """Archive that cannot be opened, or does not take in what it is given."""


class DamagedArchiveError(ArchiveError):
    """Archive of which a file is missing, not as it was written, or cannot be read."""


class DocumentError(ArchiveError):
    """Document that an archive does not have, or no longer."""


class ReplacedInputError(NizkorciteError):
    """
    A file that a record names is also the output of the run, and would be replaced.

    Attributes:
        path: The file.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class WorkerError(NizkorciteError):
    """Worker process that was killed from outside or could not start, as for lack of memory."""

    def __init__(self) -> None:
        super().__init__(Message("a process was killed or could not start; use fewer --jobs"))
        self.args = ()


class CorrectionError(NizkorciteError, ValueError):
    """
    A correction by hand cannot be parsed, or cannot be applied to a record.

    Attributes:
        message: The reason, in each language; `str` gives the English one.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class DecisionError(NizkorciteError, ValueError):
    """
    Decisions on pages that contradict each other.

    Attributes:
        first, second: Keys of two pages that are not the same, and the same by way of others.
    """

    def __init__(self, first: str, second: str) -> None:
        super().__init__(
            Message(
                'the decisions contradict each other: "{first}" and "{second}" are not the same, '
                "but other decisions make them the same; change one of them",
                first=first,
                second=second,
            )
        )
        self.args = (first, second)
        self.first = first
        self.second = second


class LocatorError(NizkorciteError, ValueError):
    """Locator of an unknown kind, or for a style that prints no locators."""


class ModelError(NizkorciteError, ValueError):
    """
    Invalid value for a member of the model.

    Attributes:
        pointer: JSON Pointer from the value being made to the invalid part.
        problem: The problem, without its place.
        model: Name of the class of the value being made; empty in a record, which has no classes.

    >>> str(ModelError("/date", "must be a PartialDate", "Original"))
    'Original: /date: must be a PartialDate'
    """

    def __init__(self, pointer: str, problem: Message | str, model: str = "") -> None:
        self.pointer = pointer
        self.problem = _as_message(problem)
        self.model = model
        placed = self.problem
        for name in filter(None, (pointer, model)):
            placed = Message("{name}: {problem}", name=name, problem=placed)
        super().__init__(placed)
        self.args = (pointer, problem, model)  # pickling passes these to the class again


class RecordError(ModelError):
    """Record (JSON) that is not a document; `pointer` starts at the record."""


class UnknownNameError(NizkorciteError, LookupError):
    """
    Unknown name of a format, a style, a rule or another known thing.

    Attributes:
        what: The kind of thing named: ``style``, ``format``, ``code`` ...
        name: The name given.
        known: The names that exist.
        others: Further names, too many to list; searched for a similar name.

    >>> print(UnknownNameError("style", "apaa", ["apa", "plain"]))
    no style "apaa"; did you mean "apa"? Known: apa, plain
    """

    def __init__(
        self, what: str, name: str, known: Sequence[str], others: Sequence[str] = ()
    ) -> None:
        self.what = what
        self.name = name
        self.known = tuple(known)
        self.others = tuple(others)
        super().__init__(self._problem())
        self.args = (what, name, known, others)

    def _problem(self) -> Message:
        what = _KINDS.get(self.what, self.what)
        problem = Message('no {what} "{name}".', what=what, name=self.name)
        if near := self._similar_name():
            problem = Message(
                'no {what} "{name}"; did you mean "{near}"?', what=what, name=self.name, near=near
            )
        if len(self.known) > _MOST_LISTED:
            return problem
        return Message("{problem} Known: {names}", problem=problem, names=", ".join(self.known))

    def _similar_name(self) -> str | None:
        from difflib import get_close_matches  # slow to import, and only errors need it

        # A name that is installed is likelier to be meant than one of thousands of others.
        near = get_close_matches(self.name, self.known, n=1)
        return next(iter(near or get_close_matches(self.name, self.others, n=1)), None)


class SiteError(NizkorciteError, ValueError):
    """Description of a site that cannot be used: its file, its schema or one of its forms."""


class StyleError(NizkorciteError, ValueError):
    """Unusable CSL style: its file, its parent or its language is missing."""


class EngineError(NizkorciteError, RuntimeError):
    """Missing or failing citation engine for a CSL style."""


class ValidationError(NizkorciteError, ValueError):
    """
    Invalid record.

    Attributes:
        findings: All findings, errors and warnings, in order of place.
    """

    def __init__(self, findings: "Sequence[Finding]") -> None:
        self.findings = tuple(findings)
        super().__init__(str(self))
        self.args = (findings,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def problem_of(error: OSError) -> Message:
    """
    Return the reason why a file cannot be read or written.

    >>> problem_of(PermissionError(errno.EACCES, "Permission denied")).text("es")
    'permiso denegado'
    """
    if isinstance(error, FileError):
        return error.message
    return _OF_THE_SYSTEM.get(error.errno or 0, _as_message((error.strerror or str(error)).lower()))


def _as_message(text: Message | str) -> Message:
    return text if isinstance(text, Message) else Message("{text}", text=text)


# The kinds of names that calls of `UnknownNameError` give.
_KINDS: Final[Mapping[str, Message]] = {
    "choice of layers": Message("choice of layers"),
    "code": Message("code"),
    "encoding": Message("encoding"),
    "field name": Message("field name"),
    "format": Message("format"),
    "format that can be read": Message("format that can be read"),
    "format that can be written": Message("format that can be written"),
    "language": Message("language"),
    "language of citations": Message("language of citations"),
    "language of printed dates": Message("language of printed dates"),
    "markup": Message("markup"),
    "option": Message("option"),
    "order": Message("order"),
    "profile": Message("profile"),
    "schema": Message("schema"),
    "scope": Message("scope"),
    "site": Message("site"),
    "style": Message("style"),
    "style for people": Message("style for people"),
    "table": Message("table"),
}

# The system's own texts are in its language, which may not be the one asked for.
_OF_THE_SYSTEM: Final[Mapping[int, Message]] = {
    errno.EACCES: Message("permission denied"),
    errno.EDQUOT: Message("disk quota exceeded"),
    errno.EFBIG: Message("file too large"),
    errno.EIO: Message("input/output error"),
    errno.EISDIR: Message("is a directory"),
    errno.ELOOP: Message("too many levels of symbolic links"),
    errno.EMFILE: Message("too many open files"),
    errno.ENAMETOOLONG: Message("file name too long"),
    errno.ENOENT: Message("no such file or folder"),
    errno.ENOSPC: Message("no space left on device"),
    errno.ENOTDIR: Message("not a directory"),
    errno.EPERM: Message("operation not permitted"),
    errno.EROFS: Message("read-only file system"),
    errno.ESTALE: Message("stale file handle"),
}
