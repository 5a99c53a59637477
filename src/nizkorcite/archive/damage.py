"""Kinds of damage to an archive, each with a code of its own."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, get_args

from attrs import frozen

from nizkorcite.messages import Message

DamageCode = Literal[
    "missing",
    "altered",
    "truncated",
    "grown",
    "unreadable",
    "link",
    "not-a-file",
    "unexpected",
    "name-twin",
    "broken-chain",
    "lost-events",
    "lost-end",
    "log-name",
    "manifest",
    "seal",
    "bad-warc",
    "bad-line",
    "bad-record",
    "wrong-digest",
    "version-order",
    "evidence",
    "index",
]

DAMAGE_CODES: Final[Sequence[DamageCode]] = get_args(DamageCode)

FILE_MESSAGES: Final = {
    "missing": Message("the file is missing"),
    "link": Message("a link is in the place of the file"),
    "not-a-file": Message("something that is no ordinary file is in its place"),
    "name-twin": Message("its name differs from that of another file only in letter case or form"),
}
"""What packages have too that come from elsewhere."""

_MESSAGES: Final[Mapping[str, Message]] = {
    **FILE_MESSAGES,
    "altered": Message("the file has the right length and another digest"),
    "truncated": Message("the end of the file is missing"),
    "grown": Message("the file is longer than it was"),
    "unreadable": Message("the file cannot be read"),
    "unexpected": Message("no event of the log names it"),
    "broken-chain": Message("the line is no event that follows the one before"),
    "lost-events": Message("the manifest lists the file, and the log has lost its event"),
    "lost-end": Message("the event that seal.txt names is missing from the log, or was changed"),
    "log-name": Message("the name of the file is not the month of its events"),
    "seal": Message("the file is no seal"),
    "manifest": Message("the manifest differs from the log"),
    "bad-warc": Message("the file is no whole WARC file from here on"),
    "bad-line": Message("the line is no version of a record"),
    "bad-record": Message("the record is invalid"),
    "wrong-digest": Message("the digest or length in the record is not that of the bytes"),
    "version-order": Message("the version does not follow the one before"),
    "evidence": Message("a quote is not in the text at its place"),
    "index": Message("the index differs from the packs; remove the file, and it is made again"),
}


@frozen
class Damage:
    """
    Something in an archive that is not as it was written.

    Attributes:
        code: The kind of damage.
        path: The file, relative to the archive.
        line: The line of the file, from 1, if it is about a line.
        id: Id of the document, if it is about one.
        offset: The byte of the file, from 0, if it is about a place in a WARC file.
    """

    code: DamageCode
    path: str
    line: int | None = None
    id: str | None = None
    offset: int | None = None

    @property
    def message(self) -> Message:
        """The kind of damage in words."""
        return _MESSAGES[self.code]

    @property
    def place(self) -> str:
        """
        The file with the line or byte.

        >>> Damage("broken-chain", "log/2026-11.jsonl", line=3).place
        'log/2026-11.jsonl:3'
        """
        if self.line is not None:
            return f"{self.path}:{self.line}"
        return self.path if self.offset is None else f"{self.path}:+{self.offset}"
