"""
ArchiveBox snapshot folders: an index beside the files that its extractors made of one page.

``index.json`` has the address, and for each file when its extractor began; releases since 0.9 write
``index.jsonl``, a record a line. The folder may be named for the second of the bookmark, which is
not when the page was fetched.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.instants import iso_instant
from nizkorcite.saved_forms.saved_page import FormFacts, Stated, combined

SNAPSHOT_INDEXES: Final = ("index.json", "index.jsonl")
SNAPSHOT_PAGES: Final = (
    "singlefile.html", "singlefile/singlefile.html", "output.html", "dom/output.html",
    "readability/content.html", "mercury/content.html", "htmltotext.txt",
    "htmltotext/htmltotext.txt", "output.pdf", "pdf/output.pdf",
)  # fmt: skip
"""Files of a snapshot, the most faithful first."""

_OUTPUTS: Final = frozenset(
    "singlefile.html output.html dom.html content.html article.html readability.html mercury.html "
    "htmltotext.txt content.txt output.pdf".split()
)
_SNAPSHOT: Final = re.compile(r"[0-9]{9,11}(?:\.[0-9]+)?")
_MOST_FOLDERS = 12


def snapshot_facts(path: str, neighbour: Callable[[str], bytes | None]) -> FormFacts:
    """
    Return what the index of a snapshot says of one of its files; nothing where there is no index.

    Args:
        path: The file's path, as far as it is known.
        neighbour: Reads files near it.
    """
    for folder, output in _snapshots(path):
        for name in SNAPSHOT_INDEXES:
            data = neighbour(f"{folder}{name}")
            if data is not None:
                return _facts(list(_records(data)), output)
    return FormFacts()


def is_snapshot_index(data: bytes) -> bool:
    """Check that a file is the index of a snapshot."""
    return any(map(_is_snapshot, _records(data)))


def _snapshots(path: str) -> Iterator[tuple[str, str]]:
    """Find folders that may be the snapshot's, as a way up from the file, and the way down."""
    parts = [part for part in path.replace("\\", "/").split("/") if part]
    is_output = bool(parts) and parts[-1].lower() in _OUTPUTS
    for up in range(min(len(parts), _MOST_FOLDERS)):
        folder = parts[-2 - up] if len(parts) > up + 1 else ""
        if (is_output and up <= 1) or _SNAPSHOT.fullmatch(folder):
            yield "../" * up, "/".join(parts[-1 - up :])


def _records(data: bytes) -> Iterator[Mapping[str, Any]]:
    """Parse one object, or one on each line."""
    whole = _parsed(data)
    if whole is not None:
        yield whole
        return
    for line in data.splitlines():
        if (record := _parsed(line)) is not None:
            yield record


def _parsed(data: bytes) -> Mapping[str, Any] | None:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _facts(records: list[Mapping[str, Any]], output: str) -> FormFacts:
    snapshot = next((each for each in records if _is_snapshot(each)), None)
    if snapshot is None:
        return FormFacts()
    url = _stated(snapshot, "url")
    made = (each for each in _results(snapshot, records) if _made(each, output))
    begun = (_begun(_stated(each, "start_ts")) for each in made)
    tool = FormFacts(tool=url.carrying("ArchiveBox"))
    return combined(tool, address_facts(url), *begun)


def _begun(stated: Stated[str]) -> FormFacts:
    instant = iso_instant(stated.value)
    return FormFacts(accessed=stated.carrying(instant) if instant else None)


def _is_snapshot(record: Mapping[str, Any]) -> bool:
    """ArchiveBox's indexes have an address, and a time stamp, results, or a type that says so."""
    is_typed = record.get("type") == "Snapshot"
    is_old = any(name in record for name in ("archive_results", "history", "timestamp"))
    return isinstance(record.get("url"), str) and (is_typed or ("type" not in record and is_old))


def _results(
    snapshot: Mapping[str, Any], records: list[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Find the results of extractors: in a list, by extractor, or as records of their own."""
    listed = snapshot.get("archive_results")
    history = snapshot.get("history")
    groups = [listed, *(history.values() if isinstance(history, dict) else ()), records]
    for group in groups:
        for each in group if isinstance(group, list) else ():
            if isinstance(each, dict) and each.get("status") in ("succeeded", None):
                yield each


def _made(result: Mapping[str, Any], output: str) -> bool:
    """Check that a result is the file's."""
    names = [result.get(name) for name in ("output", "output_str")]
    files = result.get("output_files")
    names += list(files) if isinstance(files, list | dict) else []
    plugin = result.get("plugin") or result.get("extractor")
    own = f"{plugin}/" if isinstance(plugin, str) and plugin else "\0"
    return output.startswith(own) or any(
        isinstance(name, str) and name.removeprefix("./") in (output, output.partition("/")[0])
        for name in names
    )


def _stated(record: Mapping[str, Any], name: str) -> Stated[str]:
    value = record.get(name)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return Stated(text, f"{json.dumps(name)}: {json.dumps(text, ensure_ascii=False)}")
