"""Bags that contain an archive (BagIt 1.0, RFC 8493)."""

import os
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from nizkorcite.archive.holdings import StoredHoldings
from nizkorcite.archive.imports.archives import archive_holdings
from nizkorcite.archive.imports.refusals import (
    Refusal,
    digest_refusals,
    files_in,
    name_refusals,
    refuse_any,
    tree_refusals,
)
from nizkorcite.archive.store import is_archive

BAG_DECLARATION: Final = "bagit.txt"
_DATA: Final = "data/"
_ALGORITHMS: Final = ("sha512", "sha256")
_DECLARED: Final = re.compile(
    rb"\s*BagIt-Version: [01]\.[0-9]+\r?\nTag-File-Character-Encoding: UTF-8\s*"
)
_LINE: Final = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")


def bag_holdings(folder: str) -> StoredHoldings:
    """
    Read the archive in a bag, after every byte of the bag was compared with its manifests.

    Raises:
        RefusedImportError: The bag is not valid, or contains something else.
        OSError: A file cannot be read.
    """
    refuse_any(tree_refusals(folder))
    refuse_any(_declaration_refusals(folder))
    refuse_any(_manifest_refusals(folder))
    archive = os.path.join(folder, "data")
    if not is_archive(archive):
        refuse_any([Refusal("bad-contents", _DATA)])
    return archive_holdings(archive)


def _declaration_refusals(folder: str) -> Iterator[Refusal]:
    with open(os.path.join(folder, BAG_DECLARATION), "rb") as file:
        if not _DECLARED.fullmatch(file.read(1000)):
            yield Refusal("bad-declaration", BAG_DECLARATION)
    if os.path.exists(os.path.join(folder, "fetch.txt")):  # nothing is fetched
        yield Refusal("missing", "fetch.txt")


def _manifest_refusals(folder: str) -> Iterator[Refusal]:
    algorithm = next(
        (each for each in _ALGORITHMS if os.path.isfile(_path(folder, "manifest", each))), None
    )
    if algorithm is None:
        yield Refusal("missing", "manifest-sha256.txt")
        return
    payload = _digests(_path(folder, "manifest", algorithm))
    tags = _digests(_path(folder, "tagmanifest", algorithm))
    if payload is None or tags is None:
        yield Refusal("bad-manifest", f"manifest-{algorithm}.txt")
        return
    digests = {**payload, **tags}
    refuse_any(name_refusals(digests))
    for path in files_in(folder):
        if path.startswith(_DATA) and path not in payload:
            yield Refusal("unexpected", path)
    yield from digest_refusals(folder, digests, algorithm)


def _path(folder: str, kind: str, algorithm: str) -> str:
    return os.path.join(folder, f"{kind}-{algorithm}.txt")


def _digests(path: str) -> Mapping[str, str] | None:
    """Return the digest of each file in a manifest; `None` if a line is wrong."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        lines = [_LINE.fullmatch(line) for line in file.read().splitlines()]
    if not all(lines):
        return None
    return {unquote(match[2]): match[1] for match in lines if match}
