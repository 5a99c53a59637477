"""
Every exception that nizkorcite raises on purpose, in one tree.

Bad data in a record gives findings; these exceptions are for calls that cannot go on.
Texts may change between releases; classes and attributes do not.
"""

import errno
from collections.abc import Mapping, Sequence
from typing import Final

from nizkorcite.findings import Finding
from nizkorcite.messages import Message

_MOST_LISTED = 30


class NizkorciteError(Exception):
    """The base of all exceptions of this library."""


class DateError(NizkorciteError, ValueError):
    """
    A text is no date, or no day of the calendar, or can be read in two ways.

    Attributes:
        message: Why, in the words of each language; `str` gives the English ones.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class PageError(NizkorciteError, ValueError):
    """Bytes cannot be read as a page of text or HTML."""


class FileError(NizkorciteError, OSError):
    """
    A file cannot be read or written, for a reason of its own and not of the system's.

    Attributes:
        message: Why, in the words of each language; `str` gives the English ones.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class InputError(FileError):
    """An input cannot be read to its end."""


class OutputError(FileError):
    """An output cannot be written."""


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
    """
    A process that shared the work was ended from outside, as a system short of memory does.

    Attributes:
        message: The problem and the next step, in the words of each language.
    """

    def __init__(self) -> None:
        self.message = Message("a process was killed; use fewer --jobs")
        super().__init__(self.message)


class CorrectionError(NizkorciteError, ValueError):
    """
    A correction by hand cannot be parsed, or cannot be applied to a record.

    Attributes:
        message: The reason, in each language; `str` gives the English one.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class LocatorError(NizkorciteError, ValueError):
    """A text names no place within a work, or a place stands where a citation has none."""


class ModelError(NizkorciteError, ValueError):
    """
    A value of the model was given something it may not hold.

    Attributes:
        pointer: JSON Pointer from the value being made to the part that is wrong.
        problem: What is wrong, in words.

    >>> str(ModelError("/date", "must be a PartialDate"))
    '/date: must be a PartialDate'
    """

    def __init__(self, pointer: str, problem: str) -> None:
        super().__init__(pointer, problem)
        self.pointer = pointer
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.pointer}: {self.problem}" if self.pointer else self.problem


class RecordError(ModelError):
    """A record (JSON) does not say a document; `pointer` counts from the record's root."""


class UnknownFormatError(NizkorciteError, LookupError):
    """
    A format, style or rule is asked for that does not exist.

    Attributes:
        what: Of what kind it is: ``style``, ``format``, ``code`` ...
        name: What was asked for.
        known: The names that exist.
        others: More such names, too many to list: what is meant is looked for among them too.

    >>> print(UnknownFormatError("style", "apaa", ["apa", "plain"]))
    no style "apaa"; did you mean "apa"? Known: apa, plain
    """

    def __init__(
        self, what: str, name: str, known: Sequence[str], others: Sequence[str] = ()
    ) -> None:
        super().__init__(what, name, known, others)
        self.what = what
        self.name = name
        self.known = tuple(known)
        self.others = tuple(others)

    def __str__(self) -> str:
        from difflib import get_close_matches  # slow to import, and only errors need it

        # What is at hand is meant rather than one of thousands.
        near = get_close_matches(self.name, self.known, n=1) or get_close_matches(
            self.name, self.others, n=1
        )
        guess = f'; did you mean "{near[0]}"?' if near else "."
        listed = f" Known: {', '.join(self.known)}" if len(self.known) <= _MOST_LISTED else ""
        return f'no {self.what} "{self.name}"{guess}{listed}'


class StyleError(NizkorciteError, ValueError):
    """A CSL style cannot be used: its file, its parent or the language asked for is not there."""


class EngineError(NizkorciteError, RuntimeError):
    """No citation engine prints a CSL style, or the one there failed, or cannot cite an item."""


class ValidationError(NizkorciteError, ValueError):
    """
    A record is invalid.

    Attributes:
        findings: Everything found, errors and warnings, in order of place.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


def problem_of(error: OSError) -> Message:
    """
    Why a file cannot be read or written, in the words of each language.

    >>> problem_of(PermissionError(errno.EACCES, "Permission denied")).text("es")
    'permiso denegado'
    """
    if isinstance(error, FileError):
        return error.message
    other = Message("{text}", text=(error.strerror or str(error)).lower())
    return _OF_THE_SYSTEM.get(error.errno or 0, other)


# The words of the system are those of its own language, and may be of another than ours.
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
