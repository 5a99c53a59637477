"""
The index of an archive: an SQLite file made from log and packs, which can be deleted.

The index remembers the last event that it has taken in, and takes in what came later whenever it is
opened. Words are found by FTS5 without accents; their texts stay in the packs.
"""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from operator import attrgetter
from typing import Any, BinaryIO, Final

from attrs import define, field, fields

from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.index_facts import IndexFacts, addresses_of, facts_of_record
from nizkorcite.archive.layout import INDEX_FILE, LAST_PACK, records_path
from nizkorcite.archive.log import Log, read_log
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.archive.versions import (
    StoredObject,
    StoredVersion,
    parse_version,
)
from nizkorcite.archive.whole_warcs import is_whole_warc, stored_bytes
from nizkorcite.errors import ArchiveError, OutputError, problem_of
from nizkorcite.messages import Message
from nizkorcite.record.navigation import member

_VERSION: Final = 2
_DOCUMENTS_A_TRANSACTION: Final = 10_000
_CACHE: Final = 48_000  # KiB; rows of random digests lie anywhere in their tables
_PATIENCE: Final = 2.0  # seconds for another process to end its transaction
_REPLACING: Final = ("deletion", "replacement")  # events after which packs have other contents
_TABLES: Final = """
CREATE TABLE state (version INTEGER, events INTEGER, head TEXT);
CREATE TABLE versions (
    id TEXT, number INTEGER, event INTEGER, pack INTEGER, offset INTEGER, length INTEGER,
    PRIMARY KEY (id, number)) WITHOUT ROWID;
CREATE TABLE sources (
    sha256 TEXT, rules TEXT, id TEXT, PRIMARY KEY (sha256, rules)) WITHOUT ROWID;
CREATE TABLE objects (
    sha256 TEXT PRIMARY KEY, bytes INTEGER, file TEXT, offset INTEGER, record_id TEXT
    ) WITHOUT ROWID;
CREATE TABLE addresses (address TEXT, id TEXT, PRIMARY KEY (address, id)) WITHOUT ROWID;
CREATE TABLE digests (
    sha256 TEXT, id TEXT, is_capture INTEGER, PRIMARY KEY (sha256, id)) WITHOUT ROWID;
CREATE INDEX digests_of ON digests (id);
CREATE TABLE gaps (path TEXT PRIMARY KEY, state TEXT) WITHOUT ROWID;
CREATE TABLE withdrawn (id TEXT PRIMARY KEY, event INTEGER) WITHOUT ROWID;
CREATE TABLE erased (id TEXT PRIMARY KEY, event INTEGER) WITHOUT ROWID;
CREATE TABLE erased_bytes (sha256 TEXT PRIMARY KEY, event INTEGER) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, version INTEGER, title TEXT,
    original_publishers TEXT, republication_publishers TEXT, place TEXT, section TEXT,
    language TEXT, original_from TEXT, original_to TEXT, republication_from TEXT,
    republication_to TEXT, is_complete INTEGER);
CREATE VIRTUAL TABLE words USING fts5(
    title, names, body, content='', tokenize="unicode61 remove_diacritics 2");
"""


_CONTENTS: Final = (
    *(
        f"SELECT * FROM {name} ORDER BY 1, 2"
        for name in ("versions", "sources", "objects", "addresses", "digests")
    ),
    *(f"SELECT * FROM {name} ORDER BY 1" for name in ("withdrawn", "erased", "erased_bytes")),
    "SELECT * FROM documents ORDER BY number",
    "SELECT * FROM vocabulary",
)
_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)"
)


_Row = tuple[str | int, ...]
_OBJECT: Final[Callable[[StoredObject], _Row]] = attrgetter(
    *(each.name for each in fields(StoredObject))
)
_FACTS: Final[Callable[[IndexFacts], _Row]] = attrgetter(
    *(each.name for each in fields(IndexFacts) if each.name != "names")
)


def _opened(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA trusted_schema = OFF")
    with suppress(sqlite3.DatabaseError):  # a damaged file is noticed when it is read
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    return connection


_OF_THE_SYSTEM: Final[Mapping[int, int]] = {
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


@contextmanager
def _reported_failures() -> Iterator[None]:
    """
    Report failures of SQLite, once the index can be made nowhere.

    Raises:
        OutputError: It cannot be written, or another process has locked it.
        ArchiveError: The thread is another one than that which opened it.
    """
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise ArchiveError(
            Message("an archive is used by the thread that opened it; open it in each thread")
        ) from error
    except sqlite3.DatabaseError as error:
        raise OutputError(
            Message("the index cannot be written: {problem}", problem=_problem_of(error))
        ) from error


def _problem_of(error: sqlite3.DatabaseError) -> Message | str:
    if _is_busy(error):
        return Message("another process uses it; try again later")
    number = _OF_THE_SYSTEM.get(_primary_code(error))
    return problem_of(OSError(number, "")) if number else str(error)


class Index:
    """
    The index of an archive.

    Args:
        folder: The archive.
        place: The folder of the index, unless it is the archive.
    """

    @_reported_failures()
    def __init__(self, folder: str, place: str | None = None) -> None:
        self._folder = folder
        self._place = place or folder
        self._log: Log | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._connection = self._connected()

    @_reported_failures()
    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """
        Return the rows of a query; an index that turns out to be damaged is made anew.

        A text that is not Unicode, which no row has, finds none.

        Raises:
            ArchiveError: Another thread has opened the archive.
            OSError: A pack cannot be read, or the index not be written.
        """
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:
            return []
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.ProgrammingError) or _is_busy(error):
                raise
        self._begin_anew()
        self.catch_up(self._log or read_log(self._folder))
        return self._connection.execute(query, values).fetchall()

    def row(self, query: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401 - of any types
        """Return the first row of a query; `None` if there is none."""
        return next(iter(self.rows(query, values)), None)

    def differs_from(self, other: "Index") -> bool:
        """
        Check for another content than that of an index of the same archive.

        An index that has taken in other events is not compared.
        """
        try:
            if self._state() != other._state():  # noqa: SLF001 - of the same class
                return False
            for each in (self, other):
                each._connection.execute(_VOCABULARY)  # noqa: SLF001
            return any(
                ours != theirs
                for query in _CONTENTS
                for ours, theirs in zip_longest(
                    self._connection.execute(query),
                    other._connection.execute(query),  # noqa: SLF001
                )
            )
        except sqlite3.DatabaseError:
            return True

    def gaps(self) -> list[str]:
        """Return the packs whose versions are missing from the index, since they are damaged."""
        return [path for path, _ in self.rows("SELECT path, state FROM gaps ORDER BY path")]

    def close(self) -> None:
        """Close the index."""
        self._connection.close()
        if self._temporary:
            self._temporary.cleanup()

    @_reported_failures()
    def catch_up(self, log: Log) -> None:
        """
        Take in the events that came after the last one taken in.

        Another process that is doing so is not waited for long: the index is then as of its last
        transaction.

        Raises:
            ArchiveError: Another thread has opened the archive.
            OSError: A pack cannot be read, or the index not be written.
        """
        self._log = log
        try:
            self._catch_up(log)
        except sqlite3.OperationalError:  # another process has the lock, or the folder no room
            self._catch_up_elsewhere(log)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError:  # damaged; the next one is made from the packs
            self._begin_anew()
            self._catch_up(log)

    def is_usable(self) -> bool:
        """Check that events were taken in, if not the last ones."""
        with suppress(sqlite3.DatabaseError):
            return self._state()[0] > 0
        return False

    @_reported_failures()
    def discard(self) -> None:
        """Remove the index, so that nothing of what was erased stays in it."""
        self._connection.close()
        for ending in ("", "-journal"):
            path = os.path.join(self._place, INDEX_FILE + ending)
            if os.path.isfile(path) or os.path.islink(path):
                os.unlink(path)
        self._connection = self._connected()

    def _connected(self) -> sqlite3.Connection:
        if not os.access(self._place, os.W_OK):
            return self._elsewhere()
        path = os.path.join(self._place, INDEX_FILE)
        if os.path.islink(path):  # it may lead to the database of another program
            os.unlink(path)
        if os.path.exists(path) and not os.path.isfile(path):
            return self._elsewhere()
        try:
            return _opened(path)
        except sqlite3.OperationalError:  # a folder, or a file that only another user may read
            return self._elsewhere()

    def _elsewhere(self) -> sqlite3.Connection:
        self._temporary = self._temporary or tempfile.TemporaryDirectory()
        return _opened(os.path.join(self._temporary.name, INDEX_FILE))

    def _begin_anew(self) -> None:
        if self._temporary is None:
            self.discard()

    def _catch_up_elsewhere(self, log: Log) -> None:
        if self.is_usable():
            return
        self._connection.close()
        self._connection = self._elsewhere()
        self._catch_up(log)

    def _catch_up(self, log: Log) -> None:
        if self._state()[0] > len(log.events):  # another process has added since the log was read
            log = read_log(self._folder)
        begin = self._first_missing(log)
        if begin == len(log.events):
            return
        if begin is None:  # a new file, so that nothing of what was erased stays in free pages
            self._begin_anew()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            begin = self._first_missing(log)
            if begin is None:
                self._empty()
                begin = 0
            self._take_all(log.events, begin)
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def _take_all(self, events: Sequence[ArchiveEvent], begin: int) -> None:
        taken = 0
        with closing(_PackReader(self._folder)) as packs:
            for number, event in enumerate(events[begin:], begin + 1):
                taken += self._take(event, packs)
                if taken > _DOCUMENTS_A_TRANSACTION:
                    self._note(number, event.sha256)
                    self._connection.execute("COMMIT")
                    self._connection.execute("BEGIN IMMEDIATE")
                    taken = 0
        self._note(len(events), events[-1].sha256 if events else "")
        self._connection.execute("COMMIT")

    def _first_missing(self, log: Log) -> int | None:
        """Return how many events are taken in; `None` if they are not those of this log."""
        events, head = self._state()
        if not events or events > len(log.events) or log.events[events - 1].sha256 != head:
            return None
        has_new_packs = any(each.type in _REPLACING for each in log.events[events:])
        return None if has_new_packs or self._has_filled_gaps() else events

    def _has_filled_gaps(self) -> bool:
        gaps = self._connection.execute("SELECT path, state FROM gaps").fetchall()
        return any(_state_of(os.path.join(self._folder, path)) != state for path, state in gaps)

    def _state(self) -> tuple[int, str]:
        has_state = "SELECT 1 FROM sqlite_master WHERE name = 'state'"
        if not self._connection.execute(has_state).fetchone():
            return 0, ""
        row = self._connection.execute("SELECT version, events, head FROM state").fetchone()
        return (row[1], row[2]) if row and row[0] == _VERSION else (0, "")

    def _note(self, events: int, head: str) -> None:
        self._connection.execute("DELETE FROM state")
        self._connection.execute("INSERT INTO state VALUES (?, ?, ?)", (_VERSION, events, head))

    def _empty(self) -> None:
        names = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words_%' "
            "AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (name,) in names:
            self._connection.execute(f"DROP TABLE {name}")
        for statement in _TABLES.split(";"):
            self._connection.execute(statement)

    def _take(self, event: ArchiveEvent, packs: "_PackReader") -> int:
        """Take in an event; return the number of its versions."""
        table = {"deaccession": "withdrawn", "deletion": "erased"}.get(event.type)
        if table:
            rows = [(each, event.number) for each in event.documents]
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
        digests = event.detail.get("bytes") if event.type == "deletion" else None
        for digest in digests if isinstance(digests, list) else ():
            self._connection.execute(
                "INSERT OR IGNORE INTO erased_bytes VALUES (?, ?)", (str(digest), event.number)
            )
        pack = event.detail.get("pack")
        if not isinstance(pack, int) or pack > LAST_PACK or event.type == "deletion":
            return 0
        new = _Rows(self._last_number())
        self._take_lines(event, pack, packs, new)
        for statement, rows_of_table in new.statements():
            self._connection.executemany(statement, rows_of_table)
        return len(new.versions)

    def _take_lines(
        self, event: ArchiveEvent, pack: int, packs: "_PackReader", new: "_Rows"
    ) -> None:
        """Take in the versions of a pack; note if it lacks any."""
        path, taken = records_path(pack), 0
        with suppress(OSError):
            for offset, line in packs.lines(path):
                with suppress(ValueError):  # `verify` names the lines that are damaged
                    version = parse_version(line)
                    taken += len(line)
                    if version:
                        place = (event.number, pack, offset, len(line))
                        new.take(version, place, packs.text_of(version))
        if any(each.path == path and each.bytes != taken for each in event.files):
            gap = (path, _state_of(os.path.join(self._folder, path)))
            self._connection.execute("INSERT OR REPLACE INTO gaps VALUES (?, ?)", gap)

    def _last_number(self) -> int:
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'documents'"
        row = self._connection.execute(query).fetchone()
        return int(row[0]) if row else 0


@define
class _Rows:
    """
    Rows of the tables for the versions of a pack.

    Attributes:
        number: The number of the last row of `documents`, which `words` has too.
    """

    number: int
    versions: list[_Row] = field(factory=list)
    sources: list[_Row] = field(factory=list)
    objects: list[_Row] = field(factory=list)
    addresses: list[_Row] = field(factory=list)
    digests: list[_Row] = field(factory=list)
    documents: list[_Row] = field(factory=list)
    words: list[_Row] = field(factory=list)

    def take(self, version: StoredVersion, place: tuple[int, int, int, int], text: str) -> None:
        """Add the rows of a version."""
        id_, record, source = version.id, dict(version.record), version.source
        self.versions.append((id_, version.number, *place))
        if source:
            self.sources.append((source.sha256, source.rules, id_))
        self.objects += [_OBJECT(each) for each in version.objects]
        self.addresses += [(address, id_) for address in addresses_of(record)]
        self.digests += [(digest, id_, 1) for digest in _capture_digests(record)]
        of_text = member(record, "text", "sha256")
        if isinstance(of_text, str):
            self.digests.append((of_text, id_, 0))
        facts = facts_of_record(record)
        self.number += 1
        self.documents.append((self.number, id_, version.number, *_FACTS(facts)))
        self.words.append((self.number, facts.title, facts.names, text))

    def statements(self) -> Iterator[tuple[str, list[_Row]]]:
        """Yield what to execute for each table that gets rows."""
        tables = {
            f"OR IGNORE INTO {name}": getattr(self, name)
            for name in ("versions", "sources", "objects", "addresses", "digests")
        }
        tables["OR REPLACE INTO documents"] = self.documents
        tables["INTO words (rowid, title, names, body)"] = self.words
        for table, rows in tables.items():
            if rows:
                yield f"INSERT {table} VALUES ({', '.join('?' * len(rows[0]))})", rows


class _PackReader:
    """The files of packs, of which the last is kept open."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = ""
        self._file: BinaryIO | None = None

    def close(self) -> None:
        if self._file:
            self._file.close()

    def lines(self, path: str) -> Iterator[tuple[int, bytes]]:
        with open_plain(self._folder, path) as file:
            offset = 0
            for line in file:
                yield offset, line
                offset += len(line)

    def text_of(self, version: StoredVersion) -> str:
        """Return the text of a version, as far as it can be read."""
        digest = member(version.record, "text", "sha256")
        for each in version.objects:
            if each.sha256 == digest:
                with suppress(OSError):
                    return self._bytes(each).decode("utf-8", "replace")
        return ""

    def _bytes(self, stored: StoredObject) -> bytes:
        if is_whole_warc(stored.file):
            return stored_bytes(self._folder, stored)
        if stored.file != self._path or self._file is None:
            self.close()
            self._file = open_plain(self._folder, stored.file)
            self._path = stored.file
        self._file.seek(stored.offset)
        return self._file.read(stored.bytes)


def _state_of(path: str) -> str:
    """Return what changes when a damaged file is replaced: its length and time."""
    with suppress(OSError):
        status = os.stat(path)
        return f"{status.st_size} {status.st_mtime_ns}"
    return ""


def _is_busy(error: sqlite3.Error) -> bool:
    return _primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's code; errors that Python's module finds itself have none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _capture_digests(record: object) -> set[str]:
    captures = member(record, "captures")
    found = [member(each, "sha256") for each in (captures if isinstance(captures, list) else ())]
    return {each for each in found if isinstance(each, str)}
