"""
The current documents of an archive as an RO-Crate 1.1: files with metadata in flat JSON-LD.

Each document is described as `formats.schema_org` does, with its original, and points to its record
and to the bytes of its captures and text. Withdrawn documents are left out.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import define, field

from nizkorcite.archive.adding import blocks_of
from nizkorcite.archive.exports.new_folder import new_folder, write_new_file
from nizkorcite.archive.holdings import StoredHoldings, published_versions
from nizkorcite.archive.store import now
from nizkorcite.archive.versions import StoredVersion, record_bytes
from nizkorcite.archive.warc_file import Block
from nizkorcite.display import json_text
from nizkorcite.formats import schema_org
from nizkorcite.reference import refer

_METADATA: Final = "ro-crate-metadata.json"
_CONTEXT: Final = "https://w3id.org/ro/crate/1.1/context"
_Entity = dict[str, Any]


def write_crate(holdings: StoredHoldings, path: str) -> None:
    """
    Write the current documents of an archive as an RO-Crate.

    Args:
        holdings: The archive.
        path: The folder to make.

    Raises:
        ArchiveError: It exists.
        OSError: A file cannot be read or written.
    """
    with new_folder(path) as folder:
        crate = _Crate(holdings, folder)
        for number, version in enumerate(published_versions(holdings), 1):
            crate.add(number, version)
        graph = {"@context": _CONTEXT, "@graph": [*_roots(crate), *crate.entities.values()]}
        write_new_file(folder, _METADATA, json_text(graph, 2).encode() + b"\n")


@define
class _Crate:
    """
    A crate that is being written.

    Attributes:
        holdings: The archive.
        folder: The folder of the crate.
        entities: The entities, by id.
        files: Ids of the files.
        documents: Ids of the documents' entities.
    """

    holdings: StoredHoldings
    folder: str
    entities: dict[str, _Entity] = field(factory=dict)
    files: list[str] = field(factory=list)
    documents: list[str] = field(factory=list)

    def add(self, number: int, version: StoredVersion) -> None:
        """Write the files of a document, and describe it."""
        document = version.document
        record = f"records/{number:06}.json"
        self._file(
            record, record_bytes(version.record), f"Record of {document.id}", "application/json"
        )
        payloads = {each.sha256: self.holdings.payload(each.sha256) for each in version.objects}
        held = {digest: data for digest, data in payloads.items() if data is not None}
        names = [self._block(block, document.id) for block in blocks_of(document, held)]
        entity = json.loads(schema_org.write_all([refer(document)]))
        entity.pop("@context")
        entity |= {
            "@id": f"#{document.id}",
            "subjectOf": {"@id": record},
            "encoding": [{"@id": name} for name in dict.fromkeys(names)],
        }
        self.documents.append(entity["@id"])
        self.entities |= {each["@id"]: each for each in _flat(entity)}

    def _block(self, block: Block, id_: str) -> str:
        name = f"payload/{block.sha256}"
        if name not in self.entities:
            what = "Text" if block.text_of else "Saved page"
            self._file(name, block.data, f"{what} of {id_}", block.media_type)
            self.entities[name]["identifier"] = f"urn:sha256:{block.sha256}"
        return name

    def _file(self, path: str, data: bytes, name: str, media_type: str) -> None:
        write_new_file(self.folder, path, data)
        self.files.append(path)
        self.entities[path] = {
            "@id": path,
            "@type": "File",
            "name": name,
            "encodingFormat": media_type,
            "contentSize": str(len(data)),
        }


def _roots(crate: _Crate) -> Iterator[_Entity]:
    yield {
        "@id": _METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": "Archived documents",
        "description": "Documents with their records, saved pages and texts.",
        "datePublished": now()[:10],
        "license": {"@id": "#rights"},
        "hasPart": [{"@id": each} for each in crate.files],
        "mentions": [{"@id": each} for each in crate.documents],
    }
    yield {
        "@id": "#rights",
        "@type": "CreativeWork",
        "name": "Rights of each document",
        "description": "No licence is stated for the whole; see each document's copyrightNotice.",
    }


def _flat(entity: _Entity) -> Iterator[_Entity]:
    """Yield an entity and those within it, each with an id; RO-Crate nests none."""
    flat: _Entity = {}
    for name, value in entity.items():
        items = value if isinstance(value, list) else [value]
        nodes = [
            _with_id(each, f"{entity['@id']}/{name}/{place}") for place, each in enumerate(items, 1)
        ]
        for node in nodes:
            if isinstance(node, Mapping) and "@type" in node:
                yield from _flat(dict(node))
        short = [
            {"@id": each["@id"]} if isinstance(each, Mapping) and "@type" in each else each
            for each in nodes
        ]
        flat[name] = short if isinstance(value, list) else short[0]
    yield flat


def _with_id(value: Any, id_: str) -> Any:  # noqa: ANN401 - a value of JSON
    return {**value, "@id": id_} if isinstance(value, Mapping) and "@type" in value else value
