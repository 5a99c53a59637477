"""``nizkorcite site``: a site of static pages from records and saved pages."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, wraps
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from nizkorcite.cli.console.build_time import build_time
from nizkorcite.cli.console.language import language_option, message_language
from nizkorcite.cli.console.outside_archives import refuse_within_archive
from nizkorcite.cli.console.standard_error import print_note, quiet_option, verbose_option
from nizkorcite.cli.console.usage_errors import bad_value, usage_error
from nizkorcite.cli.inputs.batch import Batch
from nizkorcite.cli.inputs.input_report import (
    InputReport,
    failure_report,
    remark_reports,
    unreadable_report,
)
from nizkorcite.cli.inputs.options import checked_address, inputs_argument
from nizkorcite.errors import NizkorciteError, problem_of
from nizkorcite.extras import install_command
from nizkorcite.files.generated_folder import is_generated_folder, replace_generated_files
from nizkorcite.files.kinds import PAGE_ENDINGS, RECORD_ENDINGS
from nizkorcite.loading.documents import Supplied, completed, load, parts_of, read_page
from nizkorcite.loading.inputs import Input
from nizkorcite.loading.records import Record
from nizkorcite.loading.texts import checked_text, document_text
from nizkorcite.messages import Message
from nizkorcite.record.model import Document

if TYPE_CHECKING:  # its extra may be missing
    from nizkorcite.site import SiteDocument, SiteSettings

_HELP = """
Make a site of static pages, from which documents can be read, found and cited.

Each document has a page with its original and its republication, the words that each value was read
from, its text and citations to copy; there are lists, a search and files for harvesters. The pages
need no server, and no script but for the search.

An input is a file of records (JSON, JSON Lines), a saved page or a folder of these. The text of a
record is taken from the file that the record names. `nizkorcite archive export --to site` makes the
site of an archive.

\b
Examples:
  nizkorcite site records.jsonl -o site
  nizkorcite site pages/ -o site --title "Example Archive" --lang es
  nizkorcite site records/ -o site --url-base https://archive.example.org/
"""
_ENDINGS = (*PAGE_ENDINGS, *RECORD_ENDINGS)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@frozen(kw_only=True)
class SiteOptions:
    """
    What a user may say of a site.

    Attributes:
        title: Its name.
        url_base: The address of its folder.
        email: The mail address of the people responsible.
    """

    title: str | None
    url_base: str | None
    email: str | None

    def settings(self) -> "SiteSettings":
        """
        Return the settings of the site.

        Raises:
            click.UsageError: The mail address is none, or there is no address to go with it.
        """
        from nizkorcite.site import SiteSettings

        if self.email is not None and not _MAIL.fullmatch(self.email):
            raise bad_value(Message("a mail address has the form name@example.org"), "--email")
        if self.email is not None and self.url_base is None:
            raise usage_error(
                Message("{option} is for {other}", option="--email", other="--url-base")
            )
        lang = message_language()
        return SiteSettings(
            title=self.title or Message("Archived documents").text(lang),
            lang=lang,
            built=build_time(),
            address=self.url_base,
            email=self.email,
        )


def site_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that describe a site, passed to the command as one `site`."""

    @click.option("--title", metavar="TEXT", help="Name of the site.")
    @click.option(
        "--url-base",
        metavar="ADDRESS",
        callback=checked_address,
        help="Address of the site, for sitemap, feed and OAI-PMH; nothing is fetched.",
    )
    @click.option("--email", metavar="ADDRESS", help="Mail address that OAI-PMH requires.")
    @wraps(function)
    def command(
        *args: Any, title: str | None, url_base: str | None, email: str | None, **options: Any
    ) -> Any:
        site = SiteOptions(title=title, url_base=url_base, email=email)
        return function(*args, site=site, **options)

    return command


@click.command("site", help=_HELP)
@inputs_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR",
    help="Folder of the site; an earlier site in it is replaced, and other files stay.",
)
@click.option("--force", is_flag=True, help="Write into a folder that is no earlier site.")
@site_options
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder that paths in records start from, instead of that of the record.",
)
@language_option
@quiet_option
@verbose_option
def command(
    names: tuple[str, ...], *, output: str, force: bool, site: SiteOptions, base: str | None
) -> int:
    """Make a site."""
    return make_site(names, output, site, is_forced=force, base=base)


def make_site(
    names: Sequence[str],
    folder: str,
    options: SiteOptions,
    *,
    is_forced: bool,
    base: str | None = None,
) -> int:
    """
    Make a site of inputs, and return the exit code.

    Args:
        names: Saved pages, records, folders of these, and archives.
        folder: The folder of the site.
        options: What the user says of the site.
        is_forced: Whether the folder may have other files.
        base: The folder from which paths in records start, if not that of their file.

    Raises:
        click.UsageError: The folder or an option cannot be used, or an extra is missing.
        click.FileError: The site cannot be written.
    """
    _require_extra()
    settings = options.settings()
    archives = _archives(names)
    batch = Batch([name for name in names if name not in archives], _ENDINGS, is_watched=True)
    _check_folder(folder, [each.name for each in batch.inputs], is_forced=is_forced)
    for archive in archives:
        refuse_within_archive(folder, archive)
    stored = chain.from_iterable(_of_archive(each, batch) for each in archives)
    found = batch.events(partial(_entries_of, base=base))
    entries = list(_each_id_once(chain(stored, found), batch))
    code = batch.finish()
    if entries:
        _write(folder, entries, settings)
    else:
        print_note(Message("no document was read, so no site was written"))
    return code


def _require_extra() -> None:
    if find_spec("jinja2") is None:
        raise usage_error(
            Message("a site needs an extra: {command}", command=install_command("site"))
        )


def _check_folder(folder: str, inputs: Sequence[str], *, is_forced: bool) -> None:
    """
    Refuse a folder in which files of the user could be lost.

    Raises:
        click.UsageError: The folder has other files and is not forced, or has an input in it.
        click.FileError: The folder cannot be read.
    """
    try:
        is_free = is_forced or is_generated_folder(folder)
    except OSError as error:
        raise click.FileError(folder) from error
    if not is_free:
        raise usage_error(
            Message(
                "{name} has other files than those of an earlier site; write to another folder, "
                "or add --force to write there",
                name=folder,
            )
        )
    inside = os.path.join(os.path.realpath(folder), "")
    for name in inputs:
        if os.path.realpath(name).startswith(inside):
            raise usage_error(
                Message(
                    "the input {name} is in the folder of the site, {folder}; write to another "
                    "folder",
                    name=name,
                    folder=folder,
                )
            )


def _archives(names: Sequence[str]) -> Sequence[str]:
    """Return the names of folders that are archives."""
    if not any(map(os.path.isdir, names)):
        return ()
    from nizkorcite.archive.layout import DECLARATION  # other inputs need none

    return [name for name in names if os.path.isfile(os.path.join(name, DECLARATION))]


def _of_archive(folder: str, batch: Batch) -> "Iterator[tuple[str, SiteDocument]]":
    """Yield the documents of an archive that are not withdrawn, once every byte was compared."""
    from nizkorcite.archive import Archive  # other inputs need none
    from nizkorcite.site import SiteDocument

    try:
        with Archive(folder) as archive:
            archive.holdings()
            for version in archive.documents():
                document = version.document
                text = archive.text(version)
                shown = checked_text(text, document) if text is not None else None
                if isinstance(shown, Message):
                    batch.report(_no_text(folder, document, shown), folder)
                    shown = None
                yield folder, SiteDocument(document=document, text=shown)
    except OSError as error:
        batch.report(unreadable_report(folder, problem_of(error)), folder)
    except NizkorciteError as error:
        batch.report(failure_report(folder, error, message_language()), folder)


def _each_id_once(
    found: "Iterable[tuple[str, SiteDocument]]", batch: Batch
) -> "Iterator[SiteDocument]":
    """Yield the documents of all inputs; report those whose id another one has."""
    first: dict[str, str] = {}
    for name, entry in found:
        id = entry.document.id  # noqa: A001 - the record's own word
        if id not in first:
            first[id] = name
            yield entry
        else:
            problem = Message(
                "{name}: the id {id} is also in {other}, whose document is used",
                name=name,
                id=id,
                other=first[id],
            )
            batch.report(InputReport(line=problem, failure="faulty"), name)


def _entries_of(each: Input, base: str | None) -> "Iterator[SiteDocument | InputReport]":
    lang = message_language()
    try:
        for part in parts_of(each, lang=lang):
            try:
                yield from _entry(part, each.name, base)
            except NizkorciteError as error:
                yield failure_report(each.name, error, lang)
    except NizkorciteError as error:
        yield failure_report(each.name, error, lang)


def _entry(
    part: Input | Record, name: str, base: str | None
) -> "Iterator[SiteDocument | InputReport]":
    from nizkorcite.site import SiteDocument

    if isinstance(part, Input):
        reading = read_page(part, Supplied())
        loaded = completed(reading, name, Supplied())
        yield from remark_reports(name, loaded.remarks, message_language())
        yield SiteDocument(document=loaded.document, text=reading.page.text)
        return
    document = load(part, Supplied()).document
    text = document_text(document, Path(base or os.path.dirname(name)))
    if isinstance(text, Message):
        yield _no_text(name, document, text)
        text = None
    yield SiteDocument(document=document, text=text)


def _no_text(name: str, document: Document, why: Message) -> InputReport:
    line = Message("{name}: {id}: no text on its page: {why}", name=name, id=document.id, why=why)
    return InputReport(line=line, kind=why.template)


def _write(folder: str, entries: "Sequence[SiteDocument]", settings: "SiteSettings") -> None:
    from nizkorcite.site import site_files

    files: Iterable[tuple[str, bytes]] = (
        (each.path, each.text.encode(errors="surrogatepass"))
        for each in site_files(entries, settings)
    )
    try:
        number = replace_generated_files(folder, files)
    except OSError as error:
        raise click.FileError(str(error.filename or folder)) from error
    print_note(
        Message(
            "{folder}: documents: {documents}, files: {number}",
            folder=folder,
            documents=len(entries),
            number=number,
        )
    )
