"""From inputs to references: pages, records, and the entries of files of citations."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from attrs import evolve

from nizkorcite.cli.console.exit_codes import say
from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.documents import About, load
from nizkorcite.cli.inputs.records import Record, records, unpacked
from nizkorcite.errors import InputError, PageError
from nizkorcite.files.kinds import (
    CITATION_NAMES,
    PAGE_NAMES,
    RECORD_NAMES,
    Input,
    is_record,
    kind_of,
)
from nizkorcite.findings import Finding
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer

Source = Literal["auto", "page", "record", "bibtex", "biblatex", "csl-json", "ris"]
NAMES = PAGE_NAMES + RECORD_NAMES + CITATION_NAMES


def references(
    batch: Batch, about: About, source: Source, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    """The references of all inputs, each with the name of its input; faults are told."""
    for each in batch:
        try:
            yield from _of_input(batch, unpacked(each), about, source, layers)
        except (InputError, PageError) as error:
            batch.give_up(each.name, str(error))


def _of_input(
    batch: Batch, each: Input, about: About, source: Source, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    found = kind_of(each) if source == "auto" else source
    if found == "page":
        yield from _of_documents(batch, [each], about, layers)
    elif found == "record":
        if not is_record(each):
            raise PageError("is not a record (JSON, YAML); leave out --from to have it recognised")
        parts = records(each)
        first = next(parts, None)
        if first is None:
            say(f"{each.name}: note: the file holds no record")
        else:
            yield from _of_documents(batch, chain([first], parts), about, layers)
    else:
        yield from _of_citations(batch, each, found, layers)


def _of_documents(
    batch: Batch, parts: Iterable[Input | Record], about: About, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    for part in parts:
        document: Document | None = None
        with batch.guard(part.name):
            document, warnings = load(part, about)
            for message in warnings:
                say(f"{part.name}: warning: {message}")
        if document:
            yield part.name, refer(document, layers)


def _of_citations(
    batch: Batch, each: Input, source: str, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    from nizkorcite.formats.registry import read_references  # pages and records need none

    found = None
    with batch.guard(each.name):
        found = read_references(each.data, source, lang=locale_language())
    if found is None:
        return
    for finding in found.findings:
        batch.blame(_placed(finding, each))
    if not found.references and not found.findings:
        say(f"{each.name}: note: the file holds no entry")
    for reference in found.references:
        yield each.name, in_layers(reference, layers)


def _placed(finding: Finding, each: Input) -> Finding:
    return evolve(finding, file=each.name)
