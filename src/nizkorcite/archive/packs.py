"""Packs: the files of one batch, written once and never changed but by an erasure."""

import errno
import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor

from nizkorcite.archive import disk
from nizkorcite.archive.disk import NewFile
from nizkorcite.archive.events import FileState
from nizkorcite.archive.layout import STAGING, payloads_path, records_path
from nizkorcite.archive.versions import StoredObject, StoredVersion, version_line
from nizkorcite.archive.warc_file import Block, file_head, record_pieces
from nizkorcite.archive.whole_warcs import WholeWarc
from nizkorcite.record.json_types import JSON


def staged_path(path: str) -> str:
    """
    Return the path that a file has before it is committed.

    >>> staged_path("packs/000007.warc")
    '.staging/000007.warc'
    """
    return f"{STAGING}/{os.path.basename(path)}"


class PackWriter:
    """
    A pack in the folder of staged files.

    Args:
        folder: The archive.
        number: The number of the pack.
        program: The program with its version.
        time: The instant at which the archive takes the batch in, in UTC.

    Attributes:
        documents: Ids of the documents whose versions are in the pack, in their order.
        size: Bytes written so far.
        faults: Offsets of faulty records of the files that come whole, by their paths.
    """

    def __init__(self, folder: str, number: int, program: str, time: str) -> None:
        self.number = number
        self.documents: list[str] = []
        self._folder = folder
        self._program = program
        self._time = time
        self._files: dict[str, _HashedFile] = {}
        self._whole: dict[str, FileState] = {}
        self.faults: dict[str, JSON] = {}
        self._hashing = ThreadPoolExecutor(1)

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return sum(each.size for each in self._files.values())

    def add_block(self, block: Block) -> StoredObject:
        """
        Write bytes.

        Raises:
            OSError: They cannot be written.
        """
        path = payloads_path(self.number)
        if path not in self._files:
            self._file(path).write(file_head(self.number, self._program, self._time))
        file, pieces = self._files[path], record_pieces(block, self._time)
        offset = file.size + len(pieces[0])
        file.write(b"".join(pieces))
        return StoredObject(block.sha256, len(block.data), path, offset, block.record_id)

    def add_whole(self, whole: WholeWarc) -> None:
        """
        Stage a WARC file that comes whole, unless it is there.

        Raises:
            OSError: The file cannot be read or written, or has changed since it was read.
        """
        if whole.path in self._whole:
            return
        sha256, size = hashlib.sha256(), 0

        def pieces() -> Iterator[bytes]:
            nonlocal size
            for piece in whole.pieces():
                sha256.update(piece)
                size += len(piece)
                yield piece

        disk.write_anew(os.path.join(self._folder, staged_path(whole.path)), pieces())
        state = FileState(whole.path, size, sha256.hexdigest())
        if state.sha256 != whole.sha256:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), whole.part.path)
        self._whole[whole.path] = state
        if whole.faults:
            self.faults[whole.path] = list[JSON](whole.faults)

    def add_version(self, version: StoredVersion) -> None:
        """
        Write a version.

        Raises:
            OSError: It cannot be written.
        """
        self._file(records_path(self.number)).write(version_line(version))
        self.documents.append(version.id)

    def finish(self) -> list[FileState]:
        """
        Sync the files, and return their states.

        Raises:
            OSError: They cannot be written.
        """
        for file in self._files.values():
            file.sync()
        files = (FileState(path, each.size, each.digest()) for path, each in self._files.items())
        return [*self._whole.values(), *files]

    def close(self) -> None:
        """Close the files, which stay as they are."""
        for file in self._files.values():
            file.close()
        self._hashing.shutdown()

    def _file(self, path: str) -> "_HashedFile":
        if path not in self._files:
            staged = os.path.join(self._folder, staged_path(path))
            self._files[path] = _HashedFile(staged, self._hashing)
        return self._files[path]


class _HashedFile:
    """A new file whose length and digest are known once it is synced."""

    def __init__(self, path: str, hashing: Executor) -> None:
        self._hash = hashlib.sha256()
        self._hashed: list[Future[None]] = []
        self._hashing = hashing
        self._file = NewFile(path, self._hash_block)
        self.size = 0

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)

    def sync(self) -> None:
        self._file.sync()

    def digest(self) -> str:
        for each in self._hashed:
            each.result()
        return self._hash.hexdigest()

    def close(self) -> None:
        self._file.close()

    def _hash_block(self, block: bytes) -> None:
        """Hash a block while it is written: of one thread, so in order."""
        self._hashed.append(self._hashing.submit(self._hash.update, block))
