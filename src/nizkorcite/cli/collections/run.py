"""A run over a collection, which a later run can continue."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from tempfile import TemporaryFile
from typing import BinaryIO

import click
from attrs import frozen

import nizkorcite
from nizkorcite.cli.collections.report import CollectionReport
from nizkorcite.cli.console.output_file import Output
from nizkorcite.cli.console.standard_error import print_note
from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.extras import install_command
from nizkorcite.files.atomic import draft as atomic_draft
from nizkorcite.files.lasting_draft import LastingDraft
from nizkorcite.files.output_signatures import PARQUET
from nizkorcite.messages import Message
from nizkorcite.web_archives.capture_collection import CaptureCollection
from nizkorcite.web_archives.journal import Journal, JournalEntry

PARQUET_ENDING = ".parquet"


@frozen(kw_only=True)
class CollectionRun:
    """
    A run.

    Attributes:
        collection: The files and how they are read.
        inputs: Names of the files.
        resume: Whether to go on with an unfinished run.
    """

    collection: CaptureCollection
    inputs: Sequence[str]
    resume: bool

    def write(self, output: Output) -> int:
        """Write the records of the collection; return the exit code."""
        if output.is_file:
            return self._write_file(output)
        if self.resume:
            raise usage_error(Message("--resume is for an output file; give one with -o"))
        return self._write_stream(output)

    def _write_stream(self, output: Output) -> int:
        report = self._report(output)
        with output.open("record", self.inputs) as file, TemporaryFile() as notes:
            journal = Journal(notes, "")
            journal.begin()
            for step, result in self.collection.results(journal):
                for line in result.records:
                    click.echo(line, file)
                journal.append(JournalEntry(step=step, size=0, result=result))
                report.add(step, result)
            return report.finish(self._base)

    def _write_file(self, output: Output) -> int:
        report = self._report(output)
        is_table = output.name.lower().endswith(PARQUET_ENDING)
        if is_table:
            check_parquet()
        form = PARQUET if is_table else "record"
        with output.open_lasting(form, self.inputs) as draft:
            journal = self._journal(draft, output)
            for entry in journal.entries():
                report.add(entry.step, entry.result)
            try:
                self._write_draft(draft, journal, report)
            except BaseException:
                with suppress(OSError):
                    print_note(_kept(output.name))
                raise
            if is_table:
                _write_table(draft, output.name)
            else:
                draft.finish()
            return report.finish(self._base)

    def _write_draft(self, draft: LastingDraft, journal: Journal, report: CollectionReport) -> None:
        for step, result in self.collection.results(journal):
            lines = (line.encode("utf-8", "surrogateescape") + b"\n" for line in result.records)
            draft.file.writelines(lines)
            draft.sync()
            journal.append(JournalEntry(step=step, size=draft.size, result=result))
            report.add(step, result)

    def _journal(self, draft: LastingDraft, output: Output) -> Journal:
        """Return the journal of this run, or of the unfinished one that it continues."""
        journal = Journal(draft.journal, self._fingerprint())
        if not draft.size or (output.is_forced and not self.resume):
            return _begun(journal, draft.file)
        if not self.resume:
            raise usage_error(_unfinished(output.name))
        if not journal.is_of_same_run():
            raise usage_error(_of_another_run(output.name))
        size = journal.kept_size()
        if size > draft.size:
            return _begun(journal, draft.file)
        draft.file.truncate(size)
        return journal

    def _fingerprint(self) -> str:
        """Return a digest of everything that the records depend on."""
        stated = [nizkorcite.__version__, repr(self.collection.options)]
        for name in self.inputs:
            stated.append(os.path.abspath(name))
            with suppress(OSError):  # whoever reads the file reports why it cannot be read
                status = os.stat(name)
                stated.append(f"{status.st_size} {status.st_mtime_ns}")
        return hashlib.sha256("\n".join(stated).encode("utf-8", "surrogateescape")).hexdigest()

    def _report(self, output: Output) -> CollectionReport:
        return CollectionReport(self.collection.steps, is_watched=output.leaves_terminal_free)

    @property
    def _base(self) -> str | None:
        return self.collection.options.supplied.base


def check_parquet() -> None:
    """
    Check that Parquet files can be written.

    Raises:
        click.UsageError: The extra ``parquet`` is missing.
    """
    if find_spec("pyarrow") is None:
        raise usage_error(
            Message(
                "Parquet files need an extra; install it: {command}",
                command=install_command("parquet"),
            )
        )


def _write_table(draft: LastingDraft, path: str) -> None:
    """Write the records of a draft as a Parquet file, and remove the draft."""
    from nizkorcite.web_archives.parquet_file import write_parquet  # an extra

    draft.file.seek(0)
    with atomic_draft(path) as table:
        write_parquet(draft.file, table.file)
        table.sync()
        table.replace()
    draft.remove()


def _begun(journal: Journal, file: BinaryIO) -> Journal:
    file.truncate(0)
    journal.begin()
    return journal


def _kept(name: str) -> Message:
    return Message(
        "what was written is kept in {name}.part; to go on, repeat the command with --resume",
        name=name,
    )


def _unfinished(name: str) -> Message:
    return Message(
        "{name}.part is of an unfinished run; add --resume to go on with it, or --force to begin "
        "again",
        name=name,
    )


def _of_another_run(name: str) -> Message:
    return Message(
        "{name}.part is of a run with other inputs or options; repeat that command with --resume, "
        "or add --force to begin again",
        name=name,
    )
