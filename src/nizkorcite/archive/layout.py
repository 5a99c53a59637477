"""Names of the files of an archive, and the texts that every archive contains."""

import re
from importlib.resources import files
from typing import Final

LAYOUT_VERSION: Final = "1.1"
DECLARATION: Final = "nizkorcite-archive.json"
KIND: Final = "nizkorcite-archive"
MANIFEST: Final = "manifest-sha256.txt"
SEAL: Final = "seal.txt"
INDEX_FILE: Final = "index.sqlite"
LOCK: Final = ".lock"
PACKS: Final = "packs"
LAST_PACK: Final = 10**12 - 1
WARCS: Final = "warc"
LOG: Final = "log"
STAGING: Final = ".staging"
QUARANTINE: Final = "quarantine"

SHIPPED_TEXTS: Final = ("README.txt", "READER.py")
"""Files that say and show how to read the archive by hand."""

# A program of the archive, not of this package, which would be imported with it.
_SHIPPED_NAMES: Final = {"READER.py": "READER.py.txt"}


_WARC_ENDING: Final = re.compile(r"\.(?:warc|arc)(?:\.gz|\.zst)?$")
_OWN_FILE: Final = re.compile(
    rf"{re.escape(DECLARATION)}|{'|'.join(map(re.escape, SHIPPED_TEXTS))}"
    rf"|{PACKS}/[0-9]{{6,12}}\.(?:warc|jsonl)|{WARCS}/[0-9a-f]{{64}}\.(?:warc|arc)(?:\.gz|\.zst)?"
)


def checked_path(path: str) -> str:
    """
    Return the path of a file that an event or a version names.

    Raises:
        ValueError: No file of an archive has this path, which may lead out of the folder.

    >>> checked_path("packs/../../secret")
    Traceback (most recent call last):
    ValueError: packs/../../secret
    """
    if not is_own_path(path):
        raise ValueError(path)
    return path


def is_own_path(path: str) -> bool:
    """
    Check for the path of a file that events of an archive name.

    >>> is_own_path("log/2026-11.jsonl")
    False
    """
    return _OWN_FILE.fullmatch(path) is not None


def records_path(pack: int) -> str:
    """
    Return the path of a pack's versions, relative to the archive.

    >>> records_path(7)
    'packs/000007.jsonl'
    """
    return f"{PACKS}/{pack:06}.jsonl"


def payloads_path(pack: int) -> str:
    """
    Return the path of a pack's bytes, relative to the archive.

    >>> payloads_path(7)
    'packs/000007.warc'
    """
    return f"{PACKS}/{pack:06}.warc"


def whole_warc_path(sha256: str, name: str) -> str:
    """
    Return the path of a WARC or ARC file that is kept whole, relative to the archive.

    >>> whole_warc_path("40c4", "crawl-1.WARC.gz")
    'warc/40c4.warc.gz'
    """
    match = _WARC_ENDING.search(name.lower())
    return f"{WARCS}/{sha256}{match[0] if match else '.warc'}"


def pack_of(path: str) -> int:
    """
    Return the number of the pack that a file belongs to.

    >>> pack_of("packs/000007.warc")
    7
    """
    return int(path.removeprefix(f"{PACKS}/").partition(".")[0])


def log_path(time: str) -> str:
    """
    Return the path of the log for an instant, relative to the archive.

    >>> log_path("2026-11-27T15:09:38Z")
    'log/2026-11.jsonl'
    """
    return f"{LOG}/{time[:7]}.jsonl"


def shipped_text(name: str) -> bytes:
    """Return one of the `SHIPPED_TEXTS`."""
    folder = files("nizkorcite.archive") / "shipped"
    return (folder / _SHIPPED_NAMES.get(name, name)).read_bytes()
