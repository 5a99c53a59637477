"""Names in an OCFL storage root that an archive is exported to (OCFL 1.1)."""

import hashlib
from typing import Final
from urllib.parse import quote, unquote

ROOT_DECLARATION: Final = "0=ocfl_1.1"
OBJECT_DECLARATION: Final = "0=ocfl_object_1.1"
INVENTORY: Final = "inventory.json"
SIDECAR: Final = "inventory.json.sha256"
INVENTORY_TYPE: Final = "https://ocfl.io/1.1/spec/#inventory"
EXTENSION: Final = "0003-hash-and-id-n-tuple-storage-layout"

LOG_OBJECT: Final = "urn:nizkorcite:archive-log"
"""Id of the object that contains the declaration and the log of the archive."""
RECORD: Final = "record.json"
VERSION: Final = "version.json"
WITHDRAWN: Final = "withdrawn.json"
PAYLOAD: Final = "payload/"

_DOCUMENT: Final = "urn:nizkorcite:document:"
_TUPLES: Final = 3
_TUPLE_SIZE: Final = 3
_LONGEST: Final = 100
_PLAIN: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

LAYOUT: Final = {
    "extensionName": EXTENSION,
    "digestAlgorithm": "sha256",
    "tupleSize": _TUPLE_SIZE,
    "numberOfTuples": _TUPLES,
}
"""The parameters of the extension."""


def object_id(document: str) -> str:
    """
    Return the id of a document's object, which is a URI.

    >>> object_id("example.org:1")
    'urn:nizkorcite:document:example.org%3A1'
    """
    return _DOCUMENT + quote(document, safe="")


def id_of_document(name: str) -> str:
    """
    Return the id of the document of an object.

    >>> id_of_document("urn:nizkorcite:document:example.org%3A1")
    'example.org:1'
    """
    return unquote(name.removeprefix(_DOCUMENT))


def object_path(id_: str) -> str:
    """
    Return the folder of an object, relative to the storage root (OCFL extension 0003).

    >>> object_path(LOG_OBJECT)
    '47f/ebe/e57/urn%3anizkorcite%3aarchive-log'
    """
    digest = hashlib.sha256(id_.encode()).hexdigest()
    parts = [digest[place * _TUPLE_SIZE :][:_TUPLE_SIZE] for place in range(_TUPLES)]
    name = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02x}" for byte in id_.encode())
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{digest}"
    return "/".join([*parts, name])
