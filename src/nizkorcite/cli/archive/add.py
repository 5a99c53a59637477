"""``nizkorcite archive add``: pages and records into an archive."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import click
from attrs import evolve, frozen

from nizkorcite.archive import Added, Addition, Archive
from nizkorcite.archive.reading import AdditionReader, Known, ReadAddition
from nizkorcite.cli.archive.opening import archive_argument, by_option, written_archive
from nizkorcite.cli.collections.options import CollectionChoice
from nizkorcite.cli.console.exit_codes import FAULTY
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.standard_error import (
    print_message,
    quiet_option,
    verbose_option,
)
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import (
    InputReport,
    failure_report,
    remark_reports,
    unreadable_report,
)
from nizkorcite.cli.inputs.options import inputs_argument, jobs_option, supplied_options
from nizkorcite.display import log_line
from nizkorcite.errors import NizkorciteError
from nizkorcite.files.kinds import READ_ENDINGS, RECORD_ENDINGS
from nizkorcite.files.listing import problem_with
from nizkorcite.loading.documents import Supplied
from nizkorcite.loading.inputs import Input
from nizkorcite.loading.records import Record
from nizkorcite.messages import Message

if TYPE_CHECKING:
    from nizkorcite.archive.crawl_reading import CrawlReader

_HELP = """
Add saved pages and records to an archive.

An input is a page in any form that `read` takes, records (JSON, JSON Lines), or a folder of these;
the files that a record names are added with it. What the archive has already adds nothing, so a run
that was stopped can be started again. A page of a known address becomes a further capture of its
document; a page that newer rules read otherwise gets a new version, and both are listed.

WARC, ARC and WACZ files of many pages are kept whole, every byte (of a WACZ file, the WARC files in
it). Each capture of a page of HTML is added to the document of its address, and leads to its record
in the file; a record that repeats an earlier one leads to that one. Damaged records are listed.

Exit codes: 0 all is in the archive, 1 something was refused, 3 an input or the archive could not be
read, 4 the archive could not be written; it is then as it was before the batch that failed.

\b
Examples:
  nizkorcite archive add fonds page.html
  nizkorcite archive add fonds --jobs 2 --by "Ana Ruiz" pages/
  nizkorcite archive add fonds --url-base https://example.org/news/ pages/
  nizkorcite archive add fonds records.jsonl
  nizkorcite archive add fonds crawl.warc.gz
"""


@click.command("add", help=_HELP)
@archive_argument
@inputs_argument
@click.option(
    "--url-base",
    metavar="ADDRESS",
    help="Address of the folder of pages; each page's path is added to it.",
)
@by_option
@jobs_option
@supplied_options
@language_option
@quiet_option
@verbose_option
def command(
    folder: str,
    names: tuple[str, ...],
    *,
    url_base: str | None,
    by: str | None,
    jobs: int,
    supplied: Supplied,
) -> int:
    """Add pages and records."""
    with written_archive(folder) as archive:
        batch = Batch(names, READ_ENDINGS + RECORD_ENDINGS, jobs=jobs, is_watched=True)
        batch.refuse_for_many(url=supplied.url, id=supplied.id)
        run = _Run(archive, batch, evolve(supplied, url_base=url_base))
        for added in archive.add(run.additions(), by=by):
            run.report(added)
        exit_code = batch.finish()
        run.print_summary()
    return max(exit_code, run.exit_code)


class _Run:
    """A run over the inputs of a command."""

    def __init__(self, archive: Archive, batch: Batch, supplied: Supplied) -> None:
        self._batch = batch
        self._crawls = CollectionChoice(stated={}, resume=False).collections_among(batch.inputs)
        if self._crawls:
            CollectionChoice.refuse(supplied)
        self._archive = archive
        self._reader = _EventReader(
            AdditionReader(folder=archive.folder, supplied=supplied, lang=message_language())
        )
        self._numbers = Counter[str]()
        self.exit_code = 0

    def additions(self) -> Iterator[Addition]:
        """Yield what is read from the inputs; count what the archive has."""
        if self._crawls:
            yield from self._captures()
        events: Iterator[tuple[str, ReadAddition | Known]] = self._batch.events(self._reader.events)
        for _, event in events:
            if isinstance(event, Known):
                self._numbers["known"] += 1
            else:
                yield event.addition

    def _captures(self) -> Iterator[Addition]:
        """Yield the captures of the files of many pages, which are no inputs any more then."""
        from nizkorcite.archive.crawl_reading import CrawlReader  # few runs add a crawl
        from nizkorcite.web_archives.piece_reading import CollectionOptions
        from nizkorcite.web_archives.selection import CaptureSelection

        reader, archive = self._reader.reader, self._archive
        options = CollectionOptions(
            supplied=reader.supplied, selection=CaptureSelection(), lang=reader.lang
        )
        crawls = CrawlReader.of(archive.folder, archive.log, options, reader.rules)
        paths = [each.name for each in self._batch.inputs if each.name in self._crawls]
        self._batch.inputs = [each for each in self._batch.inputs if each.name not in paths]
        for path in paths:
            try:
                yield from self._captures_of(crawls, path)
            except NizkorciteError as error:
                self._batch.report(failure_report(path, error, reader.lang), path)
            except OSError as error:
                self._batch.report(unreadable_report(path, problem_with(path, error)), path)

    def _captures_of(self, crawls: "CrawlReader", path: str) -> Iterator[Addition]:
        lang = self._reader.reader.lang
        for each in crawls.read(path, self._numbers):
            if isinstance(each, str):
                self._batch.report(InputReport(line=each, failure="faulty"), path)
                continue
            for report in remark_reports(path, each.remarks, lang):
                self._batch.report(report, path)
            yield each.addition

    def report(self, added: Added) -> None:
        """Report what became of an addition, unless it is simply new."""
        self._numbers[added.outcome or "refused"] += 1
        if added.problem:
            self.exit_code = FAULTY
            print_message(
                Message("{name}: {problem}", name=added.name or added.id, problem=added.problem)
            )
        elif change := _change(added):
            click.echo(log_line(change.text(message_language())))

    def print_summary(self) -> None:
        """Print how many documents were added, and what else happened."""
        for outcome, template in _SUMMARY.items():
            if self._numbers[outcome] or outcome == "new":
                click.echo(template(self._numbers[outcome]).text(message_language()))


def _change(added: Added) -> Message | None:
    """Say what is new of a document that the archive had."""
    pointers = ", ".join(added.differing)
    if added.outcome == "version":
        return Message(
            "{id}: version {number}: {pointers}",
            id=added.id,
            number=added.version,
            pointers=pointers,
        )
    if added.outcome != "capture":
        return None
    if not pointers:
        return Message("{id}: a further capture, which says the same", id=added.id)
    return Message(
        "{id}: a further capture, which differs in {pointers}; the record keeps its values",
        id=added.id,
        pointers=pointers,
    )


_SUMMARY: Final[Mapping[str, Callable[[int], Message]]] = {
    "new": lambda number: Message("documents added: {number}", number=number),
    "capture": lambda number: Message("further captures: {number}", number=number),
    "version": lambda number: Message("further versions: {number}", number=number),
    "known": lambda number: Message("known already: {number}", number=number),
    "refused": lambda number: Message("refused: {number}", number=number),
    "skipped": lambda number: Message("records that are no pages: {number}", number=number),
}


@frozen
class _EventReader:
    """Reads inputs in any process, with the remarks on each."""

    reader: AdditionReader

    def events(self, each: Input) -> Iterator[ReadAddition | Known | InputReport]:
        """Yield the documents of an input, or the reason why there is none."""
        try:
            for part in self.reader.parts(each):
                yield from self._part_events(each, part)
        except NizkorciteError as error:
            yield failure_report(each.name, error, self.reader.lang)

    def _part_events(
        self, each: Input, part: Input | Record
    ) -> Iterator[ReadAddition | Known | InputReport]:
        try:
            read = self.reader.read(part)
        except NizkorciteError as error:
            yield failure_report(each.name, error, self.reader.lang)
            return
        yield read
        if isinstance(read, ReadAddition):
            yield from remark_reports(each.name, read.remarks, self.reader.lang)
