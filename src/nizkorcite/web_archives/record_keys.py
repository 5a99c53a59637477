"""Keys by which a record that repeats a capture finds that capture (ISO 28500:2017, 6.7)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

_WITH_PAYLOAD: Final = ("response", "resource")


def original_keys(fields: Mapping[str, str]) -> Sequence[str]:
    """
    Return what a revisit states about the record that it repeats, the surest first.

    >>> original_keys({"warc-payload-digest": "sha1:ABC"})
    ['digest sha1:ABC']
    """
    refers_to = fields.get("warc-refers-to", "").strip("<>")
    uri = fields.get("warc-refers-to-target-uri", "").strip("<>")
    date = fields.get("warc-refers-to-date", "")
    digest = fields.get("warc-payload-digest", "")
    keys = [
        refers_to and f"id {refers_to}",
        uri and date and f"uri {date} {uri}",
        digest and f"digest {digest}",
    ]
    return [each for each in keys if each]


def record_keys(fields: Mapping[str, str]) -> Iterator[str]:
    """Return the keys by which a revisit may find a record."""
    if fields.get("warc-type") in _WITH_PAYLOAD:
        uri = fields.get("warc-target-uri", "").strip("<>")
        yield f"id {fields.get('warc-record-id', '').strip('<>')}"
        yield f"uri {fields.get('warc-date', '')} {uri}"
        yield f"digest {fields.get('warc-payload-digest', '')}"
