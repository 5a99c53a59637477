"""OCFL storage roots that contain an archive (OCFL 1.1), as `exports.ocfl` writes them."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

import orjson
from attrs import define, field

from nizkorcite.archive.imports.refusals import (
    Refusal,
    digest_refusals,
    files_in,
    name_refusals,
    refuse_any,
    tree_refusals,
)
from nizkorcite.archive.log import Log, read_log
from nizkorcite.archive.ocfl_layout import (
    INVENTORY,
    LOG_OBJECT,
    OBJECT_DECLARATION,
    PAYLOAD,
    RECORD,
    ROOT_DECLARATION,
    SIDECAR,
    VERSION,
    id_of_document,
    object_id,
    object_path,
)
from nizkorcite.archive.versions import Source, StoredObject, StoredVersion

_CONTENT: Final = re.compile(r"v[1-9][0-9]*/content/(?!(?:.*/)?\.\.(?:/|$)).+")
# Files beside the objects, and beside the content of an object (OCFL 1.1, sections 3.1 and 4.1).
_OF_ROOT: Final = re.compile(r"0=ocfl_1\.1|ocfl_1\.1\.\w+|ocfl_layout\.json|extensions/.+")
_OF_OBJECT: Final = re.compile(
    r"0=ocfl_object_1\.1|(?:v[1-9][0-9]*/)?inventory\.json(?:\.sha256)?|(?:logs|extensions)/.+"
)
_Inventory = Mapping[str, Any]


@define
class OcflHoldings:
    """
    The holdings of an archive in a storage root whose every byte was compared.

    Attributes:
        root: The storage root.
        log: The log in it.
    """

    root: str
    log: Log
    _events: dict[str, int] = field(factory=dict)
    _payloads: dict[str, str] = field(factory=dict)

    def take(self, folder: str, inventory: _Inventory) -> None:
        """
        Take in the object of a document.

        Raises:
            ValueError: It is no object that an export wrote.
            OSError: A file cannot be read.
        """
        versions = list(_versions(self.root, folder, inventory))
        if any(not 0 < each.event <= len(self.log.events) for each in versions):
            raise ValueError
        self._events[id_of_document(inventory["id"])] = versions[0].event
        for version in versions:
            self._payloads |= {each.sha256: each.file for each in version.objects}

    def ids(self) -> Sequence[str]:
        """Return the ids of the documents, in the order of their arrival."""
        return sorted(self._events, key=lambda id_: (self._events[id_], id_))

    def versions(self, id_: str) -> Iterator[StoredVersion]:
        """
        Yield the versions of a document, the first one first.

        Raises:
            OSError: A file cannot be read.
        """
        folder = object_path(object_id(id_))
        yield from _versions(self.root, folder, _inventory(self.root, folder))

    def payload(self, sha256: str) -> bytes | None:
        """
        Return bytes by their digest; `None` if they are not held.

        Raises:
            OSError: Their file cannot be read.
        """
        path = self._payloads.get(sha256)
        return _content(self.root, path) if path else None


def ocfl_holdings(root: str) -> OcflHoldings:
    """
    Read the archive in a storage root, after every byte was compared with its inventories.

    Raises:
        RefusedImportError: The root is not valid, or contains something else.
        OSError: A file cannot be read.
    """
    refuse_any(tree_refusals(root))
    if _content(root, ROOT_DECLARATION) != b"ocfl_1.1\n":
        refuse_any([Refusal("bad-declaration", ROOT_DECLARATION)])
    objects = _objects(root)
    refuse_any(_strays(root, objects))
    refuse_any(refusal for folder in objects for refusal in _object_refusals(root, folder))
    log_folder = object_path(LOG_OBJECT)
    if log_folder not in objects:
        refuse_any([Refusal("bad-contents", ROOT_DECLARATION)])
    holdings = OcflHoldings(root, read_log(os.path.join(root, log_folder, "v1", "content")))
    refuse_any(Refusal("bad-contents", each.path) for each in holdings.log.broken)
    refuse_any(_contents_refusals(holdings, [each for each in objects if each != log_folder]))
    return holdings


def _contents_refusals(holdings: OcflHoldings, folders: Sequence[str]) -> Iterator[Refusal]:
    for folder in folders:
        try:
            holdings.take(folder, _inventory(holdings.root, folder))
        except (KeyError, TypeError, ValueError, IndexError):
            yield Refusal("bad-contents", folder)


def _objects(root: str) -> list[str]:
    ending = f"/{OBJECT_DECLARATION}"
    return [each.removesuffix(ending) for each in files_in(root) if each.endswith(ending)]


def _strays(root: str, objects: Sequence[str]) -> Iterator[Refusal]:
    """Yield the files of a root that are in no object, and that no root has beside objects."""
    known = frozenset(objects)
    for path in files_in(root):
        folders = accumulate(path.split("/")[:-1], lambda place, name: f"{place}/{name}")
        if known.isdisjoint(folders) and not _OF_ROOT.fullmatch(path):
            yield Refusal("unexpected", path)


def _object_refusals(root: str, folder: str) -> Iterator[Refusal]:
    """Compare an object with its inventory."""
    place = os.path.join(root, folder)
    try:
        inventory = _inventory(root, folder)
        stated = _content(root, f"{folder}/{SIDECAR}").split()[0].decode("ascii")
        digests = {
            path: digest for digest, paths in inventory["manifest"].items() for path in paths
        }
        is_named = object_path(inventory["id"]) == folder
    except (AttributeError, FileNotFoundError, IndexError, KeyError, TypeError, ValueError):
        yield Refusal("bad-manifest", f"{folder}/{INVENTORY}")
        return
    if inventory.get("digestAlgorithm") != "sha256" or not is_named:
        yield Refusal("bad-manifest", f"{folder}/{INVENTORY}")
        return
    yield from _placed(folder, name_refusals(digests))
    yield from _placed(folder, digest_refusals(place, {INVENTORY: stated}, "sha256"))
    inside = {path: digest for path, digest in digests.items() if _CONTENT.fullmatch(path)}
    if len(inside) < len(digests):
        yield Refusal("bad-manifest", f"{folder}/{INVENTORY}")
    yield from _placed(folder, digest_refusals(place, inside, "sha256"))
    for path in files_in(place):
        if path not in digests and not _OF_OBJECT.fullmatch(path):
            yield Refusal("unexpected", f"{folder}/{path}")


def _placed(folder: str, refusals: Iterator[Refusal]) -> Iterator[Refusal]:
    return (Refusal(each.code, f"{folder}/{each.path}") for each in refusals)


def _versions(root: str, folder: str, inventory: _Inventory) -> Iterator[StoredVersion]:
    """Yield the versions of a record; a version that only withdraws it repeats the number."""
    last = 0
    for number in range(1, int(inventory["head"].removeprefix("v")) + 1):
        paths = _paths(inventory, f"v{number}", folder)
        stated = orjson.loads(_content(root, paths[VERSION]))
        if stated["version"] <= last:
            continue
        last = stated["version"]
        yield StoredVersion(
            id=id_of_document(inventory["id"]),
            number=last,
            source=Source(**stated["source"]) if "source" in stated else None,
            objects=tuple(_stored(root, paths)),
            record=orjson.loads(_content(root, paths[RECORD])),
            event=stated["event"],
        )


def _paths(inventory: _Inventory, version: str, folder: str) -> Mapping[str, str]:
    """Return the file of each name in a version, relative to the root."""
    manifest = inventory["manifest"]
    return {
        name: f"{folder}/{manifest[digest][0]}"
        for digest, names in inventory["versions"][version]["state"].items()
        for name in names
    }


def _stored(root: str, paths: Mapping[str, str]) -> Iterator[StoredObject]:
    for name, path in paths.items():
        if name.startswith(PAYLOAD):
            size = os.path.getsize(os.path.join(root, path))
            yield StoredObject(name.removeprefix(PAYLOAD), size, path, 0, "")


def _inventory(root: str, folder: str) -> _Inventory:
    found: _Inventory = orjson.loads(_content(root, f"{folder}/{INVENTORY}"))
    return found


def _content(root: str, path: str) -> bytes:
    with open(os.path.join(root, path), "rb") as file:
        return file.read()
