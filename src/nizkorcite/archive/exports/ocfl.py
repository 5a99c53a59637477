"""
The documents of an archive as an OCFL storage root (OCFL 1.1), which can be imported.

Each document is an object, each version of its record a version of the object, with the bytes of
captures and text under their digests. A withdrawal is a further version that says so. One more
object contains the log. Of WARC files that are kept whole, the pages are exported alone.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import orjson
from attrs import define, field

from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.exports.bagit import committed_log
from nizkorcite.archive.exports.new_folder import new_folder, write_new_file
from nizkorcite.archive.holdings import StoredHoldings, removals
from nizkorcite.archive.layout import DECLARATION
from nizkorcite.archive.ocfl_layout import (
    EXTENSION,
    INVENTORY,
    INVENTORY_TYPE,
    LAYOUT,
    LOG_OBJECT,
    OBJECT_DECLARATION,
    PAYLOAD,
    RECORD,
    ROOT_DECLARATION,
    SIDECAR,
    VERSION,
    WITHDRAWN,
    object_id,
    object_path,
)
from nizkorcite.archive.versions import StoredVersion, record_bytes

_Files = Mapping[str, bytes]


def write_storage_root(holdings: StoredHoldings, path: str) -> None:
    """
    Write an archive as an OCFL storage root.

    Args:
        holdings: The archive.
        path: The folder to make.

    Raises:
        ArchiveError: It exists.
        OSError: A file cannot be read or written.
    """
    withdrawn = removals(holdings.log, "deaccession")
    with new_folder(path) as folder:
        _write_root(folder)
        _log_object(holdings, folder).write_inventory()
        for id_ in holdings.ids():
            _write_document(holdings, id_, withdrawn.get(id_), folder)


def _write_root(folder: str) -> None:
    write_new_file(folder, ROOT_DECLARATION, b"ocfl_1.1\n")
    layout = {"extension": EXTENSION, "description": "Folders by digest and id"}
    write_new_file(folder, "ocfl_layout.json", _json(layout))
    write_new_file(folder, f"extensions/{EXTENSION}/config.json", _json(LAYOUT))


@define
class _ObjectWriter:
    """
    Writes an object, version by version.

    Attributes:
        root: The storage root.
        id: Id of the object.
    """

    root: str
    id: str
    _manifest: dict[str, list[str]] = field(factory=dict)
    _versions: dict[str, object] = field(factory=dict)

    def write_version(self, files: _Files, event: ArchiveEvent) -> None:
        """Write the files of a version that no version before has."""
        name = f"v{len(self._versions) + 1}"
        state: dict[str, list[str]] = {}
        for path, data in files.items():
            digest = hashlib.sha256(data).hexdigest()
            state.setdefault(digest, []).append(path)
            if digest not in self._manifest:
                self._manifest[digest] = [f"{name}/content/{path}"]
                self._write(f"{name}/content/{path}", data)
        self._versions[name] = {
            "created": event.time,
            "message": event.note or event.type,
            "user": {"name": event.agent or event.program},
            "state": state,
        }
        self.write_inventory(f"{name}/")

    def write_inventory(self, folder: str = "") -> None:
        """Write the inventory into the object, or into the folder of its last version."""
        inventory = _json({
            "id": self.id,
            "type": INVENTORY_TYPE,
            "digestAlgorithm": "sha256",
            "head": f"v{len(self._versions)}",
            "manifest": self._manifest,
            "versions": self._versions,
        })  # fmt: skip
        digest = hashlib.sha256(inventory).hexdigest()
        self._write(f"{folder}{INVENTORY}", inventory)
        self._write(f"{folder}{SIDECAR}", f"{digest} {INVENTORY}\n".encode())
        if not folder:
            self._write(OBJECT_DECLARATION, b"ocfl_object_1.1\n")

    def _write(self, path: str, data: bytes) -> None:
        write_new_file(self.root, f"{object_path(self.id)}/{path}", data)


def _log_object(holdings: StoredHoldings, root: str) -> _ObjectWriter:
    writer = _ObjectWriter(root, LOG_OBJECT)
    with open(f"{holdings.folder}/{DECLARATION}", "rb") as file:
        files = {DECLARATION: file.read(), **dict(committed_log(holdings.folder, holdings.log))}
    writer.write_version(files, holdings.log.events[-1])
    return writer


def _write_document(
    holdings: StoredHoldings, id_: str, withdrawal: ArchiveEvent | None, root: str
) -> None:
    writer = _ObjectWriter(root, object_id(id_))
    events = holdings.log.events
    files: _Files = {}
    for version in holdings.versions(id_):
        files = dict(_files(holdings, version))
        writer.write_version(files, events[version.event - 1])
    if withdrawal:
        removal = {name: getattr(withdrawal, name) for name in ("number", "time", "agent", "note")}
        writer.write_version({**files, WITHDRAWN: _json(removal)}, withdrawal)
    writer.write_inventory()


def _files(holdings: StoredHoldings, version: StoredVersion) -> Iterator[tuple[str, bytes]]:
    yield RECORD, record_bytes(version.record)
    source = version.source
    members = source and {"sha256": source.sha256, "rules": source.rules, "name": source.name}
    stated = {"id": version.id, "version": version.number, "event": version.event}
    yield VERSION, _json({**stated, **({"source": members} if members else {})})
    for each in version.objects:
        yield PAYLOAD + each.sha256, cast(bytes, holdings.payload(each.sha256))


def _json(value: Mapping[str, object] | Sequence[object]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
