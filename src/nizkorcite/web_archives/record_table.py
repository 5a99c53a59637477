"""
Records as rows of an Arrow table: what programs ask for most in columns, and the record whole.

The columns are public: a test pins them, and they are described in the guide on crawls.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

import pyarrow as pa

_ROWS: Final = 1000
_OF_CAPTURE: Final = ("url", "accessed", "status", "media_type", "sha256", "byte_length")
_TEXTS: Final = pa.list_(pa.string())
RECORD_COLUMNS: Final = (
    pa.field("id", pa.string()),
    pa.field("type", pa.string()),
    pa.field("title", pa.string()),
    pa.field("language", pa.string()),
    pa.field("creators", _TEXTS),
    pa.field("original_publishers", _TEXTS),
    pa.field("original_place", pa.string()),
    pa.field("original_date", pa.string()),
    pa.field("republication_publishers", _TEXTS),
    pa.field("republication_date", pa.string()),
    pa.field("url", pa.string()),
    pa.field("accessed", pa.string()),
    pa.field("status", pa.int64()),
    pa.field("media_type", pa.string()),
    pa.field("sha256", pa.string()),
    pa.field("byte_length", pa.int64()),
    pa.field("warc_file", pa.string()),
    pa.field("warc_offset", pa.int64()),
    pa.field("warc_record_id", pa.string()),
    pa.field("record", pa.string()),
)
"""The columns of a record; dates are in EDTF as in the record, and `record` is its JSON."""
RECORD_TABLE: Final = pa.schema(RECORD_COLUMNS)


def record_row(record: Mapping[str, Any], line: str) -> dict[str, object]:
    """
    Return the row of a record.

    Args:
        record: The record.
        line: The same as a line of JSON.
    """
    original = record.get("original", {})
    republication = record.get("republication", {})
    capture = record["captures"][0] if record.get("captures") else {}
    warc = capture.get("warc", {})
    return {
        **{name: record.get(name) for name in ("id", "type", "title", "language")},
        "creators": _names(record.get("creators", ())),
        "original_publishers": _names(original.get("publishers", ())),
        "original_place": original.get("place", {}).get("name"),
        "original_date": original.get("date"),
        "republication_publishers": _names(republication.get("publishers", ())),
        "republication_date": republication.get("date"),
        **{name: capture.get(name) for name in _OF_CAPTURE},
        **{f"warc_{name}": warc.get(name) for name in ("file", "offset", "record_id")},
        "record": line,
    }


def record_batches(
    rows: Iterable[Mapping[str, object]], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """Join rows to batches of at most a thousand."""
    left = iter(rows)
    while some := list(islice(left, _ROWS)):
        yield pa.RecordBatch.from_pylist(some, schema=schema)


def _names(agents: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the names of agents, those of persons with the family name first."""
    return [_name(each) for each in agents]


def _name(agent: Mapping[str, Any]) -> str:
    parts = (agent.get("family"), agent.get("given"))
    return agent.get("name") or ", ".join(filter(None, parts))
