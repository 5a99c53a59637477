"""Edits: further versions of records, made by a person who says why."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from nizkorcite.archive.adding import Added
from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.merging import differing_values
from nizkorcite.archive.store import StoreWriter, now
from nizkorcite.archive.versions import StoredVersion
from nizkorcite.errors import ArchiveError, DocumentError, NizkorciteError
from nizkorcite.loading.corrections import Correction
from nizkorcite.loading.field_values import FieldValue, corrected_record
from nizkorcite.messages import Message
from nizkorcite.record.codec import from_record, to_record


@frozen(kw_only=True)
class RecordEdit:
    """
    Values of one record to set.

    Attributes:
        id: Id of the document.
        changes: What to set, as for `nizkorcite set`.
        place: Where the edit was asked for, in messages.
    """

    id: str
    changes: Sequence[FieldValue | Correction]
    place: str = ""


def edit_versions(
    writer: StoreWriter, lookup: Lookup, edits: Iterable[RecordEdit], agent: str, note: str
) -> Iterator[Added]:
    """
    Make further versions, all in one pack, and yield what became of each edit.

    Raises:
        OSError: A file cannot be read or written; no record is changed.
    """
    current: dict[str, StoredVersion] = {}
    results: list[Added] = []
    pack = writer.new_pack(now())
    try:
        for edit in edits:
            result, version = _edited(edit, current.get(edit.id), writer.folder, lookup)
            results.append(result)
            if version:
                pack.add_version(version)
                current[edit.id] = version
        if current:
            event = writer.event("metadata modification", agent=agent, note=note)
            writer.commit(pack, event)
    finally:
        if not current:
            pack.close()
    yield from results


def _edited(
    edit: RecordEdit, current: StoredVersion | None, folder: str, lookup: Lookup
) -> tuple[Added, StoredVersion | None]:
    try:
        before = current or existing_version(lookup, folder, edit.id)
        after = _changed(before, edit)
    except NizkorciteError as error:
        result = Added(name=edit.place, id=edit.id, version=0, outcome=None, problem=error.message)
        return result, None
    differing = differing_values(dict(before.record), dict(after.record))
    version = after if differing else before
    result = Added(
        name=edit.place,
        id=edit.id,
        version=version.number,
        outcome="version" if differing else "known",
        differing=differing,
    )
    return result, after if differing else None


def existing_version(lookup: Lookup, folder: str, id_: str) -> StoredVersion:
    """
    Return the current version of a document.

    Raises:
        ArchiveError: There is no such document, or it was withdrawn or erased.
    """
    if event := lookup.withdrawal(id_):
        raise DocumentError(Message('"{id}" was withdrawn (event {event})', id=id_, event=event))
    if event := lookup.erasure(id_):
        raise DocumentError(Message('"{id}" was erased (event {event})', id=id_, event=event))
    version = lookup.current(folder, id_)
    if version is None:
        raise DocumentError(Message('no document has the id "{id}"', id=id_))
    return version


def _changed(before: StoredVersion, edit: RecordEdit) -> StoredVersion:
    record = to_record(from_record(corrected_record(dict(before.record), edit.changes)))
    if record["id"] != before.id:
        raise ArchiveError(Message("the id of a document in an archive stays as it is"))
    return evolve(before, number=before.number + 1, source=None, record=record, event=0)
