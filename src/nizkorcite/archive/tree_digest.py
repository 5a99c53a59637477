"""The digest of all that an archive contains, whatever its batches and times were."""

import hashlib

from nizkorcite.archive.lookup import Lookup
from nizkorcite.archive.versions import record_digest


def tree_digest_of(folder: str, lookup: Lookup) -> str:
    """
    Return the digest of all documents in the order of their ids.

    Raises:
        OSError: A pack cannot be read.
    """
    digest = hashlib.sha256()
    for line in _lines(folder, lookup):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _lines(folder: str, lookup: Lookup) -> "list[str]":
    rows = lookup.index.rows("SELECT DISTINCT id FROM versions ORDER BY id")
    lines = []
    for (id_,) in rows:
        found = [lookup.version(folder, id_, number) for number in lookup.numbers(id_)]
        digests = [record_digest(each.record) for each in found if each]
        # Two archives that took over each other's versions have them in another order.
        lines += [f"{id_} {digest}" for digest in (*sorted(set(digests)), *digests[-1:])]
    objects = lookup.index.rows("SELECT sha256 FROM objects ORDER BY sha256")
    lines += [sha256 for (sha256,) in objects]
    for table in ("withdrawn", "erased"):
        rows = lookup.index.rows(f"SELECT id FROM {table} ORDER BY id")
        lines += [f"{table} {id_}" for (id_,) in rows]
    return lines
