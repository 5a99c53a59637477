"""Origins of the documents of an archive: their stories, and the decisions in its log."""

from collections.abc import Iterator
from typing import Final

from nizkorcite.archive.archive import Archive
from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.origins import Decision, Story
from nizkorcite.origins.decisions import DECISION_VALUES

_MEMBER: Final = "origin"
_PAIR: Final = 2


def stories_of(archive: Archive) -> Iterator[Story]:
    """
    Yield the current documents of an archive with their texts, as far as it has them.

    Raises:
        OSError: A file cannot be read.
    """
    for version in archive.documents():
        text = archive.text(version) or ""
        yield Story(key=version.id, document=version.document, text=text)


def origin_decisions(archive: Archive) -> Iterator[Decision]:
    """Yield what persons decided on two documents, the first decision first."""
    for event in archive.events():
        value = event.detail.get(_MEMBER) if event.type == "decision" and event.detail else None
        for known in DECISION_VALUES:
            if value == known and len(event.documents) == _PAIR:
                yield Decision(*event.documents, known)


def record_decision(
    archive: Archive, decision: Decision, *, by: str | None, note: str | None
) -> ArchiveEvent:
    """
    Record a decision as an event of the archive.

    Raises:
        ArchiveError: A document does not exist, or another process writes.
        OSError: The log cannot be written.
    """
    return archive.append_event(
        "decision",
        by=by,
        documents=(decision.first, decision.second),
        note=note,
        detail={_MEMBER: decision.value},
    )
