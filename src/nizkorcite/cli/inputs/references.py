"""References of the inputs of a command: of pages, of records, and of citation files."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, get_args

from attrs import evolve

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import print_note, print_remarks
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.errors import InputError, PageError
from nizkorcite.loading.documents import Supplied, load_citable, parts_of
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Message
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer

InputFormat = Literal[
    "auto", "page", "record", "bibtex", "biblatex", "csl-json", "csl-yaml", "endnote-xml", "enw",
    "nbib", "ris",
]  # fmt: skip
FORMATS_HELP = (
    f"Format of the inputs, if name and content do not show it: {', '.join(get_args(InputFormat))}."
)


def iter_references(
    batch: Batch, supplied: Supplied, source: InputFormat, layers: Layers
) -> Iterator[tuple[str, Reference]]:
    """Load the references of all inputs, with the names of the inputs."""
    for each in batch:
        try:
            for reference in _references_of(batch, each, supplied, source, layers):
                yield each.name, reference
        except (InputError, PageError) as error:
            batch.report_unreadable(each.name, error)


def _references_of(
    batch: Batch, each: Input, supplied: Supplied, source: InputFormat, layers: Layers
) -> Iterator[Reference]:
    kind = each.kind if source == "auto" else source
    if kind in ("page", "text", "record"):
        for document in _documents_of(batch, each, supplied, kind):
            yield refer(document, layers)
    else:
        yield from _of_citation_file(batch, each, kind, layers)


def _documents_of(batch: Batch, each: Input, supplied: Supplied, kind: str) -> Iterator[Document]:
    parts = parts_of(each, kind)
    first = next(parts, None)
    if first is None:
        print_note(Message("{name}: note: the file has no record", name=each.name))
        return
    for part in chain([first], parts):
        document = None
        with batch.guard(each.name):
            document, remarks = load_citable(part, supplied)
            print_remarks(each.name, remarks)
        if document:
            yield document


def _of_citation_file(
    batch: Batch,
    each: Input,
    kind: str,
    layers: Layers,
) -> Iterator[Reference]:
    from nizkorcite.formats.registry import read_references  # others need no parser

    found = None
    with batch.guard(each.name):
        found = read_references(each.data, kind, lang=message_language())
    if found is None:
        return
    for finding in found.findings:
        batch.report_finding(evolve(finding, file=each.name))
    if not found.references and not found.findings:
        print_note(Message("{name}: note: the file has no entry", name=each.name))
    for reference in found.references:
        yield in_layers(reference, layers)
