"""
The current documents of an archive as a web archive for replay (WACZ 1.1.1).

The WARC file has the bytes of all captures, and their texts; a capture is in the index and among
the pages if its address and instant are known. Withdrawn documents are left out.
"""

import gzip
import hashlib
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Final
from urllib.parse import quote

from attrs import define, field

from nizkorcite.archive.adding import blocks_of
from nizkorcite.archive.exports.new_folder import refuse_existing
from nizkorcite.archive.holdings import StoredHoldings, published_versions
from nizkorcite.archive.store import PROGRAM, now
from nizkorcite.archive.versions import StoredVersion
from nizkorcite.archive.warc_file import Block, file_head, record_pieces
from nizkorcite.files.atomic import draft
from nizkorcite.messages import Message

_WARC: Final = "data.warc.gz"
_INDEX: Final = "index.cdx.gz"
_LINES_A_BLOCK: Final = 1024
_ADDRESS: Final = re.compile(
    r"https?://(?:[^/?#@]*@)?([^/?#]*?)(?::([0-9]*))?(/[^?#]*)?(?:\?([^#]*))?(?:#.*)?", re.I
)
_WWW: Final = re.compile(r"^www[0-9]*\.")
_PORTS: Final = {"http": "80", "https": "443"}


def write_wacz(holdings: StoredHoldings, path: str) -> Message:
    """
    Write the current documents of an archive as a WACZ file.

    Args:
        holdings: The archive.
        path: The file to make.

    Returns:
        The number of captures that a replayer lists as pages.

    Raises:
        ArchiveError: It exists.
        OSError: A file cannot be read or written.
    """
    refuse_existing(path)
    with draft(path) as new:
        with zipfile.ZipFile(new.file, "w") as package:
            pages, captures = _write_all(_Package(package), holdings)
        new.sync()
        new.replace()
    return Message(
        "pages for replay: {pages} of {captures} captures, those of a known address and instant",
        pages=pages,
        captures=captures,
    )


@define
class _Package:
    """
    A package that is being written.

    Attributes:
        file: The ZIP file; nothing is compressed again, so that a player can read parts of it.
        resources: The description of each file in it.
    """

    file: zipfile.ZipFile
    resources: list[dict[str, object]] = field(factory=list)

    def write(self, path: str, pieces: Iterator[bytes]) -> None:
        """Write a file, and describe it."""
        digest, size = hashlib.sha256(), 0
        with self._open(path) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        name = path.rpartition("/")[2]
        self.resources.append(
            {"name": name, "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}
        )

    def close(self) -> None:
        """Write the description of the package, and its digest."""
        description = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "software": PROGRAM,
            "created": now(),
            "resources": list(self.resources),
        }
        data = _line(description)
        self.write("datapackage.json", iter([data]))
        digest = {"path": "datapackage.json", "hash": self.resources[-1]["hash"]}
        self.write("datapackage-digest.json", iter([_line(digest)]))

    def _open(self, path: str) -> IO[bytes]:
        return self.file.open(zipfile.ZipInfo(path), "w", force_zip64=True)


def _write_all(package: _Package, holdings: StoredHoldings) -> tuple[int, int]:
    """Write all files; return the number of pages, and that of captures."""
    captures = Counter[bool]()
    index: list[tuple[str, str, dict[str, object]]] = []
    pages: list[dict[str, object]] = []
    package.write(f"archive/{_WARC}", _warc(holdings, index, pages, captures))
    index.sort(key=lambda each: each[:2])
    blocks = list(_index_blocks(index))
    package.write(f"indexes/{_INDEX}", (data for _, data in blocks))
    package.write("indexes/index.idx", _secondary_index(blocks))
    package.write("pages/pages.jsonl", map(_line, [_PAGES, *pages]))
    package.close()
    return len(pages), captures[True]


_PAGES: Final[dict[str, object]] = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}


def _warc(
    holdings: StoredHoldings,
    index: list[tuple[str, str, dict[str, object]]],
    pages: list[dict[str, object]],
    captures: Counter[bool],
) -> Iterator[bytes]:
    """Yield the members of the WARC file; add lines to the index and to the pages."""
    time, offset = now(), 0
    head = _member(file_head(1, PROGRAM, time))
    offset += len(head)
    yield head
    for version in published_versions(holdings):
        for block in _blocks(holdings, version):
            data = _member(b"".join(record_pieces(block, time)))
            captures[block.text_of is None] += 1
            if block.url and block.accessed and _ADDRESS.fullmatch(block.url):
                stamp = "".join(filter(str.isdigit, block.accessed))
                index.append((surt_key(block.url), stamp, _facts(block, offset, len(data))))
                pages.append(_page(version, block))
            yield data
            offset += len(data)


def _blocks(holdings: StoredHoldings, version: StoredVersion) -> Iterator[Block]:
    payloads = {each.sha256: holdings.payload(each.sha256) for each in version.objects}
    held = {digest: data for digest, data in payloads.items() if data is not None}
    yield from blocks_of(version.document, held)


def _facts(block: Block, offset: int, length: int) -> dict[str, object]:
    return {
        "url": block.url,
        "mime": block.media_type,
        "digest": f"sha256:{block.sha256}",
        "length": str(length),
        "offset": str(offset),
        "filename": _WARC,
    }


def _page(version: StoredVersion, block: Block) -> dict[str, object]:
    page: dict[str, object] = {"id": version.id, "url": block.url, "ts": block.accessed}
    title = version.document.title
    return {**page, "title": title} if title else page


def _index_blocks(
    index: list[tuple[str, str, dict[str, object]]],
) -> Iterator[tuple[str, bytes]]:
    """Yield the blocks of the index, each with the key of its first line."""
    for start in range(0, len(index), _LINES_A_BLOCK):
        lines = index[start : start + _LINES_A_BLOCK]
        text = b"".join(f"{key} {stamp} ".encode() + _line(facts) for key, stamp, facts in lines)
        yield f"{lines[0][0]} {lines[0][1]}", _member(text)


def _secondary_index(blocks: list[tuple[str, bytes]]) -> Iterator[bytes]:
    yield b"!meta 0 " + _line({"format": "cdxj-gzip-1.0", "filename": _INDEX})
    offset = 0
    for key, data in blocks:
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        yield f"{key} ".encode() + _line({"offset": offset, "length": len(data), "digest": digest})
        offset += len(data)


def surt_key(url: str) -> str:
    """
    Return the key of an address in an index: the host from its end, path and query.

    >>> surt_key("https://www.Example.org/News/a.html?b=1")
    'org,example)/news/a.html?b=1'
    """
    parts = _ADDRESS.fullmatch(url)
    if parts is None:
        return url
    host, port, path, query = (each or "" for each in parts.groups())
    labels = _WWW.sub("", host.lower()).split(".")
    place = f":{port}" if port not in ("", _PORTS[url.partition(":")[0].lower()]) else ""
    path = _quoted(path).rstrip("/") or "/"
    found = f"?{'&'.join(sorted(_quoted(query).split('&')))}" if query else ""
    return f"{','.join(reversed(labels))}{place}){path}{found}"


def _quoted(text: str) -> str:
    return quote(text, safe="/%:@!$&'()*+,;=~?").lower()


def _member(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _line(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
