"""From inputs to references: pages, records, and the entries of files of citations."""

from collections.abc import Iterator
from typing import Literal

from attrs import evolve

from nizkorcite.cli.batch import Batch
from nizkorcite.cli.documents import About, load
from nizkorcite.cli.inputs import Input, parts
from nizkorcite.cli.outcome import say
from nizkorcite.cli.paths import PAGE_NAMES, RECORD_NAMES
from nizkorcite.errors import PageError
from nizkorcite.findings import Finding
from nizkorcite.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer

Source = Literal["auto", "page", "record", "bibtex", "biblatex", "csl-json", "ris"]
CITATION_NAMES = (".bib", ".ris")
NAMES = PAGE_NAMES + RECORD_NAMES + CITATION_NAMES
_FORMATS = {".bib": "bibtex", ".ris": "ris"}
_FOREIGN = {b"PMID-": "PubMed's format", b"%0 ": "EndNote's tagged format"}
_RECORD_MEMBERS = frozenset(("schema_version", "original", "captures"))


def references(
    batch: Batch, about: About, source: Source, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    """The references of all inputs, each with the name of its input; faults are told."""
    for each in batch:
        found = source_of(each) if source == "auto" else source
        if found in ("page", "record"):
            yield from _of_documents(batch, each, about, layers, only_records=source == "record")
        else:
            yield from _of_citations(batch, each, found, layers)


def source_of(each: Input) -> str:
    """What an input is: by its name, else by its first characters."""
    name = each.name.lower()
    named = next((form for ending, form in _FORMATS.items() if name.endswith(ending)), None)
    if named:
        return named
    if not each.is_record:
        return _by_start(each.data)
    return "csl-json" if _is_csl(each) else "record"


def _by_start(data: bytes) -> str:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20]
    if start[:1] == b"@":
        return "bibtex"
    return "ris" if start.startswith(b"TY  -") else "page"


def _is_csl(each: Input) -> bool:
    """Records have members that no item of CSL-JSON has; broken JSON is left to validation."""
    import json  # pages need none of it

    try:
        value = json.loads(next(parts(each), each).data)
    except (ValueError, RecursionError):
        return False
    if isinstance(value, list):
        return all(_RECORD_MEMBERS.isdisjoint(item) for item in value if isinstance(item, dict))
    return isinstance(value, dict) and "type" in value and _RECORD_MEMBERS.isdisjoint(value)


def _of_documents(
    batch: Batch, each: Input, about: About, layers: Layers, *, only_records: bool
) -> Iterator[tuple[str, Reference]]:
    for part in parts(each):
        document: Document | None = None
        with batch.guard(part):
            if only_records and not part.is_record:
                raise PageError("is not a record (JSON); leave out --from to have it recognised")
            _refuse_foreign(part)
            document, warnings = load(part, about)
            for message in warnings:
                say(f"{part.name}: warning: {message}")
        if document:
            yield part.name, refer(document, layers)


def _refuse_foreign(each: Input) -> None:
    """A file of citations in a format that is not read would be a page without a title."""
    start = each.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:6]
    name = next((name for mark, name in _FOREIGN.items() if start.startswith(mark)), None)
    if name:
        raise PageError(f"is in {name}, which is not read; export it as RIS or BibTeX")


def _of_citations(
    batch: Batch, each: Input, source: str, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    from nizkorcite.formats.readers import read_references  # pages and records need none

    found = None
    with batch.guard(each):
        found = read_references(_text(each), source)
    if found is None:
        return
    for finding in found.findings:
        batch.blame(_placed(finding, each))
    if not found.references and not found.findings:
        say(f"{each.name}: note: the file holds no entry")
    for reference in found.references:
        yield each.name, in_layers(reference, layers)


def _text(each: Input) -> str:
    try:
        return each.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = each.data.count(b"\n", 0, error.start) + 1
        raise PageError(f"line {line} is not UTF-8; save the file in UTF-8") from error


def _placed(finding: Finding, each: Input) -> Finding:
    return evolve(finding, file=each.name)
