"""References of the inputs of a command: of pages, of records, and of citation files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

from attrs import evolve

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import is_verbose, print_note, print_remarks
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.display import visible
from nizkorcite.errors import InputError, PageError
from nizkorcite.loading.documents import Supplied, load_citable, parts_of
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Message
from nizkorcite.record.model import Document
from nizkorcite.reference import Layers, Reference, in_layers, refer

if TYPE_CHECKING:  # pages and records need no parser
    from nizkorcite.formats.citation_file import CitationFinding

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


def each_work_once(
    found: Iterable[tuple[str, Reference]],
) -> Iterator[tuple[str, Reference]]:
    """Yield one reference to each work, with the name of its input; note the others."""
    from nizkorcite.citing.equal_works import with_first  # single citations may be equal

    for name, reference, first in with_first(found):
        if first is None:
            yield name, reference
        else:
            print_note(_repeated(reference.id, first, name))


def _repeated(item: str, first: str, second: str) -> Message:
    if first == second:
        return Message(
            "{id}: note: the same work is in {first} twice; listed once", id=item, first=first
        )
    return Message(
        "{id}: note: the same work is in {first} and {second}; listed once",
        id=item,
        first=first,
        second=second,
    )


def _references_of(
    batch: Batch, each: Input, supplied: Supplied, source: InputFormat, layers: Layers
) -> Iterator[Reference]:
    kind = each.kind if source == "auto" else source
    if unused := supplied.without_effect(kind):
        print_note(_no_effect(each.name, kind, ", ".join(unused)))
    if kind in ("page", "text", "record"):
        for document in _documents_of(batch, each, supplied, kind):
            yield refer(document, layers)
    else:
        yield from _of_citation_file(batch, each, supplied, kind, layers)


def _no_effect(name: str, kind: str, options: str) -> Message:
    if kind == "record":
        return Message(
            "{name}: warning: {options} had no effect on a record; change it with --set",
            name=visible(name),
            options=options,
        )
    return Message(
        "{name}: warning: {options} had no effect on the entries of a citation file",
        name=visible(name),
        options=options,
    )


def _documents_of(batch: Batch, each: Input, supplied: Supplied, kind: str) -> Iterator[Document]:
    parts = parts_of(each, kind, message_language())
    first = next(parts, None)
    if first is None:
        print_note(Message("{name}: note: the file has no record", name=visible(each.name)))
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
    supplied: Supplied,
    kind: str,
    layers: Layers,
) -> Iterator[Reference]:
    from nizkorcite.formats.registry import read_references  # others need no parser

    found = None
    with batch.guard(each.name):
        encoding, lang = supplied.encoding, message_language()
        found = read_references(each.data, kind, encoding=encoding, lang=lang)
    if found is None:
        return
    batch.left_out += [finding for finding in found.findings if finding.left_out]
    for finding, more in _by_kind(found.findings):
        batch.report_finding(evolve(finding, file=each.name), more)
    if not found.references and not found.findings:
        print_note(Message("{name}: note: the file has no entry", name=visible(each.name)))
    for reference in found.references:
        yield in_layers(reference, layers)


def _by_kind(findings: "Sequence[CitationFinding]") -> "Iterator[tuple[CitationFinding, int]]":
    """Yield the first warning of each kind, with the number of the others, and every error."""
    if is_verbose():
        yield from ((finding, 0) for finding in findings)
        return
    numbers = Counter(finding.kind for finding in findings)
    for finding in findings:
        if finding.severity == "error":
            yield finding, 0
        elif more := numbers.pop(finding.kind, 0):
            yield finding, more - 1
