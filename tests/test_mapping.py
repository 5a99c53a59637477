"""The table of vocabularies: each value is written where its cell says."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import nizkorcite as nz

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reference/mapping.md").read_text("utf-8")
RECORD = json.loads((ROOT / "tests/records/full.json").read_text("utf-8"))
DOCUMENT = nz.from_record(RECORD)
NAMESPACES = {"": "http://www.loc.gov/mods/v3", "dcterms": "http://purl.org/dc/terms/"}


def _member(value: Any, path: str) -> Any:
    """The value of a JSON document at a path without its first slash; None if it is absent."""
    for name in path.split("/"):
        value = value[int(name)] if isinstance(value, list) else value.get(name, {})
    return value


def _json_values(text: str) -> Callable[[str], list[str]]:
    item = json.loads(text)
    item = item[0] if isinstance(item, list) else item
    return lambda path: [_plain(_member(item, path))]


def _plain(value: Any) -> str:
    """A value as the record states it, from a date of CSL too."""
    if isinstance(value, Mapping) and "date-parts" in value:
        year, month, day = value["date-parts"][0]
        return f"{year}-{month:02}-{day:02}"
    return str(value)


def _xml_values(text: str) -> Callable[[str], list[str]]:
    item = ET.fromstring(text)[0]  # noqa: S314 - a text of ours
    return lambda path: [str(each.text) for each in item.iterfind(path, NAMESPACES)]


VALUES = {
    "Dublin Core terms": _xml_values(nz.cite(DOCUMENT, "dublin-core")),
    "schema.org": _json_values(nz.cite(DOCUMENT, "json-ld")),
    "CSL": _json_values(nz.cite(DOCUMENT, "csl-json")),
    "MODS": _xml_values(nz.cite(DOCUMENT, "mods")),
}


def _cells() -> Iterator[tuple[str, str, str]]:
    """Pointer, vocabulary and place of each cell that names one."""
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        head, _, *rows = ([cell.strip() for cell in row.split("|")] for row in table.splitlines())
        for row in rows:
            pairs = zip(head[2:], row[2:], strict=True)
            yield from ((row[1], name, cell) for name, cell in pairs if name in VALUES and cell)


@pytest.mark.parametrize(("pointer", "vocabulary", "place"), list(_cells()))
def test_a_value_is_where_the_table_says(pointer: str, vocabulary: str, place: str) -> None:
    """The format is written from a record that has every field."""
    value = str(_member(RECORD, pointer.strip("`/")))

    assert value in VALUES[vocabulary](place.strip("`"))


def test_every_pointer_of_the_table_is_in_the_record() -> None:
    """Rows of vocabularies that are not written name fields of the record all the same."""
    pointers = re.findall(r"^\| `/(\S+)`", PAGE, re.MULTILINE)

    assert [] == [pointer for pointer in pointers if _member(RECORD, pointer) in (None, {})]


def test_a_record_comes_back_from_csl_json() -> None:
    """With its capture, its evidence and the archive's own fields."""
    written = nz.cite(DOCUMENT, "csl-json")

    assert RECORD == json.loads(nz.convert(written, "record", from_="csl-json").text)
