"""Origins in an archive: its stories, the decisions in its log, the relations that follow."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, cast

from nizkorcite.archive.archive import Archive
from nizkorcite.archive.editing import RecordEdit
from nizkorcite.archive.versions import StoredVersion
from nizkorcite.errors import DocumentError
from nizkorcite.loading.corrections import Correction
from nizkorcite.messages import Message
from nizkorcite.origins import Decision, Proposal, Story, confirmed_relations
from nizkorcite.origins.decisions import DECISION_VALUES, Decided
from nizkorcite.origins.relations import CONFIRMED_TYPES
from nizkorcite.record.codec import to_record
from nizkorcite.record.json_types import JSON
from nizkorcite.record.model import Relation
from nizkorcite.record.navigation import indexed_items, member

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


def record_decisions(
    archive: Archive, decisions: Sequence[Decision], *, by: str | None, note: str | None
) -> None:
    """
    Record decisions as events of the archive, all or none; those that hold already add none.

    Raises:
        ArchiveError: A document does not exist, or another process writes.
        OSError: The log cannot be written.
    """
    held = Decided(origin_decisions(archive))
    fresh = [each for each in decisions if held.on(each.first, each.second) != each.value]
    for id_ in dict.fromkeys(id_ for each in decisions for id_ in (each.first, each.second)):
        if not archive.lookup.numbers(id_):
            raise DocumentError(Message('no document has the id "{id}"', id=id_))
    for each in fresh:
        archive.append_event(
            "decision",
            by=by,
            documents=(each.first, each.second),
            note=note,
            detail={_MEMBER: each.value},
        )


def relate_documents(
    archive: Archive,
    decisions: Sequence[Decision],
    confirmed: Iterable[Proposal],
    *,
    by: str,
    note: str,
) -> int:
    """
    Make further versions of records with the relations that follow from decisions.

    Two documents that are the same get relations to each other. Where an earlier decision, which
    the log has, said so of two that are not the same, their relations are taken out again.

    Args:
        archive: The archive, whose log has the decisions.
        decisions: The decisions to follow.
        confirmed: What was found about the pairs that are the same; others are left alone.
        by: The person responsible.
        note: The reason.

    Returns:
        The number of records that have changed.

    Raises:
        ArchiveError: Another process writes into the archive.
        OSError: A file cannot be read or written.
    """
    same = {_pair(each) for each in decisions if each.value == "same"}
    added = confirmed_relations(
        each for each in confirmed if frozenset((each.first, each.second)) in same
    )
    was_same = {_pair(each) for each in origin_decisions(archive) if each.value == "same"}
    parted = {_pair(each) for each in decisions if each.value != "same"} & was_same
    ids = sorted({*added, *(id_ for pair in parted for id_ in pair)})
    edits = [
        RecordEdit(id=id_, changes=[each])
        for id_ in ids
        for each in _changes(archive.document(id_), added.get(id_, ()), parted)
    ]
    changed = archive.edit(edits, by=by, note=note) if edits else ()
    return len({each.id for each in changed if each.outcome == "version"})


def _pair(decision: Decision) -> frozenset[str]:
    return frozenset((decision.first, decision.second))


def _changes(
    version: StoredVersion | None, added: Sequence[Relation], parted: Collection[frozenset[str]]
) -> Iterator[Correction]:
    """Yield the list of relations that a record shall have, unless it has that list already."""
    if version is None:
        return
    stated = to_record(version.document).get("relations")
    kept = [
        each
        for _, each in indexed_items(stated)
        if member(each, "type") not in CONFIRMED_TYPES
        or frozenset((version.id, member(each, "target"))) not in parted
    ]
    known = {(member(each, "type"), member(each, "target")) for each in kept}
    fresh = [each for each in added if (each.type, each.target) not in known]
    relations = [*kept, *({"type": each.type, "target": each.target} for each in fresh)] or None
    if relations != stated:
        yield Correction(pointer="/relations", value=cast(JSON, relations))
