"""References of the inputs of a command: of pages, of records, and of citation files."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Literal, Union, get_args

import click
from attrs import evolve, field, frozen

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.standard_error import is_verbose, print_note, with_count
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import (
    InputReport,
    failure_report,
    remark_reports,
    unreadable_report,
)
from nizkorcite.cli.inputs.options import ListingOption
from nizkorcite.errors import InputError, NizkorciteError, PageError
from nizkorcite.files.listing import problem_with
from nizkorcite.loading.documents import Supplied, load_citable, parts_of
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Layers, Reference, in_layers, refer

if TYPE_CHECKING:  # most inputs need neither
    from nizkorcite.formats.citation_file import CitationFinding, Remarks
    from nizkorcite.loading.capture_paths import MissingPath

InputFormat = Literal[
    "auto", "page", "record", "bibtex", "biblatex", "csl-json", "csl-yaml", "csv", "endnote-xml",
    "enw", "nbib", "ris", "xlsx",
]  # fmt: skip
Event = Union[Reference, "MissingPath", "CitationFinding"]
_FROZEN_TOGETHER = 1000
format_option = click.option(
    "--from",
    "source",
    cls=ListingOption,
    names=get_args(InputFormat),
    type=click.Choice(get_args(InputFormat)),
    default="auto",
    metavar="FORMAT",
    help="Format of the inputs, if name and content do not show it: {names}.",
)


@frozen(kw_only=True)
class ReferenceLoader:
    """
    Loads the references of inputs.

    Attributes:
        supplied: Facts that the user supplies.
        source: Format of the inputs.
        layers: Layers to cite.
        lang: Language of findings.
        is_verbose: Whether every finding on a citation file is reported, or one of each kind.
    """

    supplied: Supplied
    source: InputFormat
    layers: Layers = "both"
    lang: Language = field(factory=message_language)
    is_verbose: bool = field(factory=is_verbose)

    def references(self, batch: Batch) -> "Iterator[tuple[str, Reference]]":
        """Yield the references of all inputs, with the names of the inputs."""
        for name, event in self.events(batch):
            if isinstance(event, Reference):
                yield name, event

    def events(self, batch: Batch) -> "Iterator[tuple[str, Event]]":
        """Yield references, values that parsers left out, and pages without a path."""
        return batch.events(self._events_of)

    def _events_of(self, each: Input) -> "Iterator[Event | InputReport]":
        try:
            kind = each.kind if self.source == "auto" else self.source
            if unused := self.supplied.without_effect(kind):
                yield InputReport(line=_no_effect(each.name, kind, ", ".join(unused)), kind=kind)
            if kind in ("page", "text", "record"):
                yield from self._of_documents(each, kind)
            else:
                yield from self._of_citation_file(each, kind)
        except (InputError, PageError) as error:
            yield failure_report(each.name, error, self.lang)

    def _of_documents(self, each: Input, kind: str) -> "Iterator[Event | InputReport]":
        parts = parts_of(each, kind, self.lang)
        first = next(parts, None)
        if first is None:
            line = Message("{name}: note: the file has no record", name=each.name)
            yield InputReport(line=line)
            return
        for part in chain([first], parts):
            try:
                loaded = load_citable(part, self.supplied)
            except NizkorciteError as error:
                yield failure_report(each.name, error, self.lang)
                continue
            yield from remark_reports(each.name, loaded.remarks, self.lang)
            if loaded.missing_path:
                yield loaded.missing_path
            yield refer(loaded.document, self.layers)

    def _of_citation_file(self, each: Input, kind: str) -> "Iterator[Event | InputReport]":
        try:
            yield from self._in_pieces(each, kind) or self._whole(each, kind)
        except NizkorciteError as error:
            yield failure_report(each.name, error, self.lang)
        except OSError as error:  # a long file is read only now
            yield unreadable_report(each.name, problem_with(each.name, error))

    def _whole(self, each: Input, kind: str) -> "Iterator[Event | InputReport]":
        from nizkorcite.formats.registry import read_references  # others need no parser

        with _cycle_collector_paused():
            found = read_references(
                each.data, kind, encoding=self.supplied.encoding, lang=self.lang
            )
        yield from self._of_findings(each.name, found.findings)
        if not found.references and not found.findings:
            line = Message("{name}: note: the file has no entry", name=each.name)
            yield InputReport(line=line)
        yield from (in_layers(reference, self.layers) for reference in found.references)

    def _in_pieces(self, each: Input, kind: str) -> "Iterator[Event | InputReport] | None":
        """Read a long file of a format that can be read an entry at a time."""
        if each.state is None or self.supplied.encoding:
            return None
        from nizkorcite.formats.citation_file import Remarks
        from nizkorcite.formats.registry import find_read_format

        remarks, known = Remarks(lang=self.lang), find_read_format(kind)
        try:
            references = known and known.read_pieces(each.texts, remarks)
        except UnicodeDecodeError:  # the file may state another encoding
            return None
        return self._as_read(each.name, references, remarks) if references else None

    def _as_read(
        self, name: str, references: "Iterable[Reference]", remarks: "Remarks"
    ) -> "Iterator[Event | InputReport]":
        """Yield references while they are read, and then what was found on them."""
        for number, reference in enumerate(references, 1):
            yield in_layers(reference, self.layers)
            if not number % _FROZEN_TOGETHER:
                gc.freeze()  # those that are kept have no cycles
        yield from self._of_findings(name, remarks.sorted_findings())

    def _of_findings(
        self, name: str, findings: "Sequence[CitationFinding]"
    ) -> "Iterator[Event | InputReport]":
        yield from (finding for finding in findings if finding.left_out)
        yield from self._finding_reports(name, findings)

    def _finding_reports(
        self, name: str, findings: "Sequence[CitationFinding]"
    ) -> Iterator[InputReport]:
        """Report the first finding of each kind with the number of the others, or every one."""
        numbers = Counter(finding.kind for finding in findings)
        for finding in findings:
            if not (self.is_verbose or finding.kind in numbers):
                continue
            more = 0 if self.is_verbose else numbers.pop(finding.kind) - 1
            yield InputReport(
                line=with_count(evolve(finding, file=name).text(self.lang), more),
                failure="faulty" if finding.severity == "error" else None,
            )


@contextmanager
def _cycle_collector_paused() -> Iterator[None]:
    """
    Pause the collector of cycles while a file is read, and exempt what was read from it.

    References have no cycles, and looking for some among 100,000 takes a fifth of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


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


def _no_effect(name: str, kind: str, options: str) -> Message:
    if kind == "record":
        return Message(
            "{name}: warning: {options} had no effect on a record; change it with --set",
            name=name,
            options=options,
        )
    return Message(
        "{name}: warning: {options} had no effect on the entries of a citation file",
        name=name,
        options=options,
    )
