"""Look-ups in the index: where versions and bytes are, and which documents an address has."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from nizkorcite.archive.index import Index
from nizkorcite.archive.layout import records_path
from nizkorcite.archive.plain_files import bytes_in, damaged_file
from nizkorcite.archive.versions import (
    Source,
    StoredObject,
    StoredVersion,
    parse_version,
    stored_object,
)
from nizkorcite.readers.addresses import address_key

_PAGE = 1000


@frozen
class Lookup:
    """
    Look-ups in an index.

    Attributes:
        index: The index, as of the event that it has taken in last.
    """

    index: Index

    def id_of_source(self, source: Source) -> str | None:
        """Return the id of the document that was made from an input by the same rules."""
        query = "SELECT id FROM sources WHERE sha256 = ? AND rules = ?"
        found: str | None = self._one(query, source.sha256, source.rules)
        return found

    def current_number(self, id_: str) -> int:
        """Return the number of a document's current version; 0 if there is none."""
        number: int | None = self._one("SELECT version FROM documents WHERE id = ?", id_)
        return number or 0

    def object(self, sha256: str) -> StoredObject | None:
        """Return the place of bytes."""
        row = self.index.row(
            "SELECT sha256, bytes, file, offset, record_id FROM objects WHERE sha256 = ?", (sha256,)
        )
        return stored_object(*row) if row else None

    def has_removals(self) -> bool:
        """Check whether anything was ever withdrawn or erased."""
        query = "SELECT EXISTS (SELECT 1 FROM withdrawn) OR EXISTS (SELECT 1 FROM erased)"
        return bool(self._one(query))

    def withdrawal(self, id_: str) -> int | None:
        """Return the number of the event by which a document was withdrawn."""
        event: int | None = self._one("SELECT event FROM withdrawn WHERE id = ?", id_)
        return event

    def erasure(self, id_: str, digests: Sequence[str] = ()) -> int | None:
        """Return the number of the event by which a document, or bytes, were erased."""
        of_bytes = "SELECT event FROM erased_bytes WHERE sha256 = ?"
        events = [self._one("SELECT event FROM erased WHERE id = ?", id_)]
        events += [self._one(of_bytes, digest) for digest in digests]
        return next(filter(None, events), None)

    def current(self, folder: str, id_: str) -> StoredVersion | None:
        """
        Return the current version of a document.

        Raises:
            DamagedArchiveError: Its pack is missing or damaged.
        """
        number = self.current_number(id_)
        return self.version(folder, id_, number) if number else None

    def version(self, folder: str, id_: str, number: int) -> StoredVersion | None:
        """
        Return a version of a document.

        Raises:
            DamagedArchiveError: Its pack is missing or damaged.
        """
        row = self.index.row(
            "SELECT event, pack, offset, length FROM versions WHERE id = ? AND number = ?",
            (id_, number),
        )
        if row is None:
            return None
        event, pack, offset, length = row
        path = records_path(pack)
        try:
            version = parse_version(bytes_in(folder, path, offset, length))
        except (OSError, ValueError) as error:
            raise damaged_file(folder, path, error) from error
        if version and (version.id, version.number) != (id_, number):
            raise damaged_file(folder, path)
        return version and evolve(version, event=event)

    def place(self, id_: str, number: int) -> tuple[int, int] | None:
        """Return the pack of a version, and the first byte of its line."""
        place: tuple[int, int] | None = self.index.row(
            "SELECT pack, offset FROM versions WHERE id = ? AND number = ?", (id_, number)
        )
        return place

    def places(self, id_: str) -> Sequence[tuple[int, int, int]]:
        """Return pack, first byte and length of each line that a document has."""
        return self.index.rows("SELECT pack, offset, length FROM versions WHERE id = ?", (id_,))

    def objects_of(self, id_: str) -> Iterator[StoredObject]:
        """Yield the places of all bytes that versions of a document name."""
        rows = self.index.rows("SELECT sha256 FROM digests WHERE id = ? ORDER BY sha256", (id_,))
        yield from filter(None, (self.object(sha256) for (sha256,) in rows))

    def ids_of_bytes(self, sha256: str) -> Sequence[str]:
        """Return the ids of the documents that name bytes of this digest."""
        rows = self.index.rows("SELECT id FROM digests WHERE sha256 = ?", (sha256,))
        return [id_ for (id_,) in rows]

    def addresses(self, id_: str) -> Sequence[str]:
        """Return the addresses of a document's layers and captures, as `address_key` makes them."""
        rows = self.index.rows("SELECT address FROM addresses WHERE id = ?", (id_,))
        return [address for (address,) in rows]

    def ids_of_address(self, address: str) -> Sequence[str]:
        """Return the ids of the documents that have an address, as `address_key` makes it."""
        query = "SELECT id FROM addresses WHERE address = ?"
        return [id_ for (id_,) in self.index.rows(query, (address,))]

    def numbers(self, id_: str) -> Sequence[int]:
        """Return the numbers of a document's versions, in their order."""
        rows = self.index.rows("SELECT number FROM versions WHERE id = ? ORDER BY number", (id_,))
        return [number for (number,) in rows]

    def ids(self, name: str) -> Sequence[str]:
        """
        Return the ids of the documents that a name means.

        Args:
            name: An id, an address of a layer or capture, or a digest of a capture or its start
                (12 digits or more).
        """
        if self._one("SELECT 1 FROM versions WHERE id = ?", name) or self.erasure(name):
            return [name]
        rows = self.index.rows(
            "SELECT id FROM addresses WHERE address = ? UNION "
            "SELECT id FROM digests WHERE length(?) >= 12 AND sha256 >= ? AND sha256 < ? || 'g' "
            "ORDER BY id",
            (address_key(name), name, name.lower(), name.lower()),
        )
        return [id_ for (id_,) in rows]

    def current_ids(self) -> Iterator[str]:
        """Yield the ids of all documents, in the order of their last changes."""
        last = 0
        while True:
            rows = self.index.rows(
                "SELECT number, id FROM documents WHERE number > ? ORDER BY number LIMIT ?",
                (last, _PAGE),
            )
            if not rows:
                return
            last = rows[-1][0]
            yield from (id_ for _, id_ in rows)

    def _one(self, query: str, *values: str) -> Any:  # noqa: ANN401 - a cell of any type
        row = self.index.row(query, values)
        return row[0] if row else None
