"""
Records of WARC files (ISO 28500:2017) and of ARC files, which came before (Internet Archive, 1996).

Own parser: a file of one page has a handful of records, and of a damaged one every record that is
sound is wanted, at its place. Lines may end as in wget's older files, and addresses stand in angle
brackets there. A record of an ARC file is given the header fields that it would have in a WARC.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from nizkorcite.saved_forms.containers.http_response import Response, parse_response

# After damage a head may begin within a line. A head without its end is searched up to the next.
_HEAD: Final = re.compile(
    rb"WARC/[0-9.]{3,5}\r?\n(?P<fields>(?:(?!WARC/)[^\r\n]{1,65536}+\r?\n){0,200}+)\r?\n"
)
_FIELD: Final = re.compile(rb"^([!-9;-~]+):[ \t]*([^\r\n]*)", re.M)
# Version 1 has five words, version 2 more between the type and the length.
_ARC_HEAD: Final = re.compile(
    rb"(?P<url>(?:^[a-z][a-z0-9+.-]{1,20}|https?|ftp|dns):[^\s]{0,65536}) [0-9a-fA-F.:]{3,45} "
    rb"(?P<date>[0-9]{12}(?:[0-9]{2})?) (?P<type>[^ \r\n]{1,200})(?: [^ \r\n]{1,65536}){0,5} "
    rb"(?P<length>[0-9]{1,18})\r?\n",
    re.M,
)


@frozen(kw_only=True)
class WarcRecord:
    """
    A record.

    Attributes:
        fields: Header fields by name in lower case.
        block: Its bytes; fewer than stated where the file is cut.
        length: How many bytes are stated.
        start: Offset of the record.
    """

    fields: Mapping[str, str]
    block: bytes
    length: int
    start: int

    @property
    def url(self) -> str:
        """The target's address; empty where none is stated."""
        return self.fields.get("warc-target-uri", "").strip("<>")

    def response(self) -> Response | None:
        """Return the answer that the record keeps: a response, or a file without a head."""
        kind = self.fields.get("warc-type", "")
        if kind == "resource" and self.url.startswith(("http:", "https:")):
            return Response(status=200, fields=self.fields, body=self.block)
        return parse_response(self.block) if kind == "response" else None


@frozen(kw_only=True)
class RecordHead:
    """
    The head of a record.

    Attributes:
        fields: Header fields by name in lower case.
        start, end: Offsets of its first byte, and of the block after it.
        length: How many bytes the block has; `None` where no number is stated.
    """

    fields: Mapping[str, str]
    start: int
    end: int
    length: int | None


def find_warc_head(data: bytes, position: int = 0) -> RecordHead | None:
    """Find the first head of a WARC record at or after a position."""
    found = _HEAD.search(data, position)
    return _warc_head(found) if found else None


def find_arc_head(data: bytes, position: int = 0) -> RecordHead | None:
    r"""
    Find the first head of an ARC record at or after a position.

    >>> find_arc_head(b"http://a.org/ 1.2.3.4 19970101000000 text/html 9\nHTTP/1.0 ").length
    9
    """
    found = _ARC_HEAD.search(data, position)
    return _arc_head(found) if found else None


def warc_records(data: bytes) -> Iterator[WarcRecord]:
    """Parse the records; bytes between them that are none are skipped."""
    position = 0
    while head := find_warc_head(data, position):
        length = head.length or 0
        position = head.end + length
        block = data[head.end : position]
        yield WarcRecord(fields=head.fields, block=block, length=length, start=head.start)


def _warc_head(found: re.Match[bytes]) -> RecordHead:
    fields = {
        name.decode("latin-1").lower(): value.decode("utf-8", "replace").strip()
        for name, value in _FIELD.findall(found["fields"])
    }
    digits = fields.get("content-length", "")
    length = int(digits) if re.fullmatch(r"[0-9]{1,18}", digits) else None
    return RecordHead(fields=fields, start=found.start(), end=found.end(), length=length)


def _arc_head(found: re.Match[bytes]) -> RecordHead:
    url = found["url"].decode("utf-8", "replace")
    fields = {
        "warc-type": "warcinfo" if url.startswith("filedesc:") else "response",
        "warc-target-uri": url,
        "warc-date": _iso_date(found["date"].decode()),
        "content-type": found["type"].decode("latin-1"),
    }
    length = int(found["length"])
    return RecordHead(fields=fields, start=found.start(), end=found.end(), length=length)


def _iso_date(digits: str) -> str:
    """Write fourteen digits as WARC-Date does; twelve, without seconds, are no instant."""
    parts = re.findall("[0-9]{2}", digits)
    if len(parts) < 7:  # noqa: PLR2004 - century, year, month, day, hour, minute, second
        return digits
    return "{}{}-{}-{}T{}:{}:{}Z".format(*parts)
