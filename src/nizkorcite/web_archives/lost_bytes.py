"""Bytes of a collection from which no record could be read, with the reason."""

from attrs import frozen

from nizkorcite.display import visible
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message

DAMAGED, CUT_OFF, FALSE_DIGEST, TOO_LARGE, UNREADABLE, UNRESOLVED = (
    "NZ661",
    "NZ662",
    "NZ663",
    "NZ664",
    "NZ665",
    "NZ666",
)


@frozen(kw_only=True)
class LostBytes:
    """
    A range of bytes that holds no record that can be read.

    Attributes:
        start, end: The bytes, the end exclusive.
        records: How many records the range had, as far as it shows; 0 if there was none.
        code: The code of the finding.
        reason: What is wrong with the bytes.
    """

    start: int
    end: int
    records: int = 1
    code: str
    reason: Message

    def finding(self, file: str, lang: Language) -> Finding:
        """Return the finding that reports the loss."""
        message = Message(
            "bytes {start} to {end}: {reason}; records lost: {number}",
            start=self.start,
            end=self.end,
            reason=self.reason,
            number=self.records,
        )
        return Finding(
            code=self.code,
            severity="error",
            pointer="",
            message=message.text(lang),
            file=visible(file),
        )
