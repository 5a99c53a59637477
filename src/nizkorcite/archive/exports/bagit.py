"""
A whole archive as a bag (BagIt 1.0, RFC 8493), which can be imported without loss.

The payload is the archive as it was committed: packs, log, declaration, manifest
and seal. What was
withdrawn is in the packs, and so in the bag.
"""

import hashlib
from collections.abc import Iterator, Mapping

from nizkorcite.archive.exports.new_folder import new_folder, write_new_file
from nizkorcite.archive.holdings import StoredHoldings
from nizkorcite.archive.layout import MANIFEST, SEAL
from nizkorcite.archive.log import Log, log_files, manifest_lines
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.archive.seals import seal_of
from nizkorcite.archive.store import PROGRAM, now

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write_bag(holdings: StoredHoldings, path: str) -> None:
    """
    Write an archive as a bag.

    Args:
        holdings: The archive.
        path: The folder to make.

    Raises:
        ArchiveError: The folder exists.
        OSError: A file cannot be read or written.
    """
    with new_folder(path) as folder:
        digests: dict[str, str] = {}
        octets = 0
        for name, data in _payload(holdings):
            write_new_file(folder, f"data/{name}", data)
            digests[f"data/{name}"] = hashlib.sha256(data).hexdigest()
            octets += len(data)
        _write_tags(folder, digests, {
            "Bag-Software-Agent": PROGRAM,
            "Bagging-Date": now()[:10],
            "External-Identifier": seal_of(holdings.log.events[-1]),
            "Payload-Oxum": f"{octets}.{len(digests)}",
        })  # fmt: skip


def committed_log(folder: str, log: Log) -> Iterator[tuple[str, bytes]]:
    """
    Yield the files of the log as far as its events were read: each path with its content.

    Raises:
        OSError: A file cannot be read.
    """
    left = len(log.events)
    for path in log_files(folder):
        with open_plain(folder, path) as file:
            lines = [line for line, _ in zip(file, range(left), strict=False)]
        left -= len(lines)
        if lines:
            yield path, b"".join(lines)


def _payload(holdings: StoredHoldings) -> Iterator[tuple[str, bytes]]:
    states = holdings.log.files()
    for path in states:
        with open_plain(holdings.folder, path) as file:
            yield path, file.read()
    yield from committed_log(holdings.folder, holdings.log)
    yield MANIFEST, manifest_lines(states.values())
    yield SEAL, f"{seal_of(holdings.log.events[-1])}\n".encode()


def _write_tags(folder: str, digests: Mapping[str, str], facts: Mapping[str, str]) -> None:
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in facts.items()).encode(),
        "manifest-sha256.txt": _manifest(digests),
    }
    for name, data in tags.items():
        write_new_file(folder, name, data)
    own = {name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}
    write_new_file(folder, "tagmanifest-sha256.txt", _manifest(own))


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {path}\n" for path, digest in digests.items()).encode()
