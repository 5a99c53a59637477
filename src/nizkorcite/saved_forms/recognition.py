"""
Which form a file was saved in: one table, by the first bytes and the name.

A row is only a reason to look: the form's module, loaded then, says whether it really is that form.
Pages are of one form inside another: a WARC file has a server's answer, a page saved from the
Wayback Machine has the browser's mark and the archive's. So forms are taken off one by one.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import Final, Protocol, cast

from attrs import evolve, frozen

from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, combined

_HEAD = 16 * 1024
_TAIL = 66 * 1024
_MOST_FORMS = 12
# Names of files that ArchiveBox makes, and folders named for a second.
_IN_SNAPSHOT: Final = re.compile(
    r"(?:^|[\\/])(?:(?:singlefile|output|dom|content|article|readability|mercury)\.html|"
    r"(?:htmltotext|content)\.txt|output\.pdf)$|(?:^|[\\/])[0-9]{9,11}(?:\.[0-9]+)?[\\/]"
)
Neighbour = Callable[[str], bytes | None]
"""Return the bytes of a file by its path from the page's folder; `None` where there is none."""
# A tag that ends for certain, or an angle bracket with all that follows.
_TAG_ALONE: Final = re.compile(rb"<(?:[a-z/][^<>\"']*+(?=>)|[^<]*+)")
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@frozen(kw_only=True, eq=False, repr=False)
class Sample:
    """
    The bytes by which forms are recognised.

    Attributes:
        name: The file's name in lower case.
        start: The first bytes, without a byte order mark and white space before them.
        head: The first 16 KiB in small letters.
        tail: The last 66 KiB.
    """

    name: str
    start: bytes
    head: bytes
    tail: bytes

    @classmethod
    def of(cls, page: SavedPage) -> "Sample":
        """Take the sample of a page."""
        head = page.data[:_HEAD]
        return cls(
            name=page.name.lower(),
            start=head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64],
            head=head.lower(),
            tail=page.data[-_TAIL:],
        )

    @property
    def is_markup(self) -> bool:
        """Whether the text begins with a tag."""
        return self.start.startswith(b"<")

    @cached_property
    def markup(self) -> bytes:
        """
        The head without the words between tags, unless it has scripts.

        Some twenty marks are looked for, and most pages of archives are words for the most part.
        """
        if not self.is_markup or b"<script" in self.head:
            return self.head
        return b"".join(_TAG_ALONE.findall(self.head))


class _Module(Protocol):
    """What the module of a form offers."""

    def inner_page(self, page: SavedPage, /) -> SavedPage | None:
        """Return the page inside the form; `None` where it is not that form."""


@frozen(eq=False, repr=False)
class SavedForm:
    """
    A form that pages are saved in.

    Attributes:
        name: As `SavedPage.forms` has it.
        module: The module that reads it.
        may_be: Whether a sample may be of the form.
        file_type: Media type of the file, where the form is a file of its own.
    """

    name: str
    module: str
    may_be: Callable[[Sample], bool]
    file_type: str | None = None

    def inner_page(self, page: SavedPage) -> SavedPage | None:
        """Return the page inside the form; `None` where it is not that form."""
        module = cast(_Module, import_module(f"nizkorcite.saved_forms.{self.module}"))
        inner = module.inner_page(page)
        if inner is None:
            return None
        file_type = page.file_type or self.file_type
        return evolve(inner, forms=(*page.forms, self.name), file_type=file_type)


def _starts(*starts: bytes) -> Callable[[Sample], bool]:
    return lambda sample: sample.start.startswith(starts)


def _head_has(*marks: bytes, beside: bytes = b"") -> Callable[[Sample], bool]:
    """Look for marks in small letters in the first tags of a page that has what is beside each."""
    return lambda sample: beside in sample.markup and any(mark in sample.markup for mark in marks)


_MAIL_FIELD: Final = re.compile(rb"[!-9;-~]{1,70}:")
_MAIL_MARKS: Final = (b"message-id:", b"mime-version:", b"received:", b"return-path:", b"dkim-sig")
_MAIL_NAMES: Final = (".eml", ".mht", ".mhtml", ".mbox")


def _may_be_mail(sample: Sample) -> bool:
    if not (_MAIL_FIELD.match(sample.start) or sample.start.startswith(b"From ")):
        return False
    fields = re.split(rb"\r?\n\r?\n", sample.head, maxsplit=1)[0]
    is_named = sample.name.endswith(_MAIL_NAMES)
    return is_named or any(b"\n" + mark in b"\n" + fields for mark in _MAIL_MARKS)


def _may_be_property_list(sample: Sample) -> bool:
    is_binary = sample.start.startswith(b"bplist")
    return is_binary or (sample.is_markup and b"<!doctype plist" in sample.markup)


# First members of word processors' files, e-books and programs, whose names begin at this byte.
_OFFICE_MEMBERS: Final = (b"[content_types].xml", b"mimetype", b"meta-inf/")
_FIRST_MEMBER = 30


def _may_be_zip(sample: Sample) -> bool:
    is_page = sample.is_markup and b"singlefile" in sample.markup and b"PK\x05\x06" in sample.tail
    is_other = sample.start[_FIRST_MEMBER:].lower().startswith(_OFFICE_MEMBERS)
    return is_page or (sample.start.startswith(b"PK\x03\x04") and not is_other)


def _may_be_clipping(sample: Sample) -> bool:
    return sample.start.startswith((b"---", b"# ", b"Title:"))


def _may_be_printed_text(sample: Sample) -> bool:
    return not sample.is_markup and b"://" in sample.head + sample.tail[-4096:].lower()


def _may_be_wayback(sample: Sample) -> bool:
    marks = (b"archive.org", b"wm-ipp", b"__wm.")
    # The note and the name are also in words, of browsers' texts and of old toolbars.
    is_named = b"FILE ARCHIVED ON" in sample.tail or b"wayback" in sample.head
    return is_named or any(mark in sample.markup for mark in marks)


CONTAINERS: Final = (
    SavedForm("gzip", "containers.gzip_file", _starts(b"\x1f\x8b"), "application/gzip"),
    SavedForm("zip", "containers.zip_file", _may_be_zip, "application/zip"),
    SavedForm("warc", "containers.warc", _starts(b"WARC/"), "application/warc"),
    SavedForm("http", "containers.http_response", _starts(b"HTTP/"), "message/http"),
    SavedForm(
        "webarchive", "containers.webarchive", _may_be_property_list, "application/x-webarchive"
    ),
    SavedForm("enex", "containers.enex", _head_has(b"<en-export"), "application/enex+xml"),
    SavedForm("mhtml", "containers.mhtml", _may_be_mail, "multipart/related"),
    SavedForm("mail", "containers.mail_message", _may_be_mail, "message/rfc822"),
    SavedForm("pdf", "containers.pdf", _starts(b"%PDF-"), "application/pdf"),
)
"""Files that hold a page."""

CLIPPINGS: Final = (
    SavedForm("markdown", "clippings.markdown", _may_be_clipping, "text/markdown"),
    SavedForm("printed", "clippings.printed_text", _may_be_printed_text),
)
"""Texts taken from a page."""

MARKS: Final = (
    SavedForm("view-source", "marks.view_source", _head_has(b"line-number", b"viewsource")),
    SavedForm("saved-from", "marks.saved_from", _head_has(b"saved from url=", beside=b"<!--")),
    SavedForm("single-file", "marks.single_file", _head_has(b"singlefile", beside=b"<!--")),
    SavedForm("monolith", "marks.monolith", _head_has(b"monolith", beside=b"<!--")),
    SavedForm("httrack", "marks.httrack", _head_has(b"httrack", beside=b"<!--")),
    SavedForm("webscrapbook", "marks.webscrapbook", _head_has(b"data-scrapbook-")),
    SavedForm(
        "google-cache",
        "marks.google_cache",
        _head_has(b"google-cache", b"<base ", b"googleusercontent"),
    ),
    SavedForm(
        "archive-today", "marks.archive_today", _head_has(b"//archive.", b'"archive.', b".onion/")
    ),
    SavedForm("pywb", "marks.pywb", _head_has(b"wbinfo", b"wb insert", b"replay_iframe")),
    SavedForm("wayback", "marks.wayback", _may_be_wayback),
    SavedForm(
        "archive", "marks.rewritten_address", _head_has(b"/http://", b"/https://", beside=b"/http")
    ),
    SavedForm(
        "reader-view", "marks.reader_view", _head_has(b"reader-", b"titleheader", b"title-holder")
    ),
)
"""Marks inside a page."""


def is_saved_form(name: str, head: bytes) -> bool:
    """
    Check whether a file is a container or a clipping, by its name and first bytes.

    Marks inside a page of HTML are not looked for.
    """
    page = SavedPage(data=head, name=name)
    sample = Sample.of(page)
    if any(form.may_be(sample) for form in CONTAINERS):
        return True
    clippings = (form for form in CLIPPINGS if form.may_be(sample))
    return any(form.inner_page(page) for form in clippings)


def read_saved_page(
    data: bytes,
    name: str = "",
    address: FormFacts = FormFacts(),  # noqa: B008 - frozen
    neighbour: Neighbour | None = None,
) -> SavedPage:
    """
    Take a page out of the form that it was saved in, with what the form states.

    A file of no known form is given back as it is; whether it is a page at all is not asked here.

    Args:
        data: The bytes of a file, at most 64 MiB.
        name: The file's name or path.
        address: What the address states that a person supplies.
        neighbour: Reads files by their path from the page's folder, for the indexes of ArchiveBox.

    Raises:
        InputError: The form is known and the page in it cannot be read: the file is damaged, cut
            off or encrypted, holds several pages or none, or needs an extra.

    >>> page = b"<!-- saved from url=(0022)https://example.org/a/ --><p>Words"
    >>> read_saved_page(page).facts.url.value
    'https://example.org/a/'
    """
    around = _snapshot_facts(name, neighbour) if neighbour else FormFacts()
    forms = ("archivebox",) if around.tool else ()
    known = combined(address, around) if around != FormFacts() else address
    return read_inner_forms(SavedPage(data=data, name=name, facts=known, forms=forms))


def read_inner_forms(outer: SavedPage) -> SavedPage:
    """
    Take a page out of the forms inside one that was taken off already.

    Raises:
        InputError: As for `read_saved_page`.
    """
    page = _innermost(outer)
    if page.facts.remarks:
        page = evolve(page, facts=_settled(page.facts))
    return _with_original_links(page)


def _snapshot_facts(path: str, neighbour: Neighbour) -> FormFacts:
    if not _IN_SNAPSHOT.search(path):
        return FormFacts()
    from nizkorcite.saved_forms.containers.archivebox import snapshot_facts  # few pages need it

    return snapshot_facts(path, neighbour)


def _innermost(page: SavedPage) -> SavedPage:
    """Take off one form after the other."""
    outer = page
    if page.data.startswith(_WIDE_MARKS):
        page = page.inner(FormFacts(), page.data.decode("utf-16", "replace"))
    while (inner := next(_inner_pages(page), None)) and len(inner.forms) <= _MOST_FORMS:
        page = inner
    return page if page.forms != outer.forms else outer


def _inner_pages(page: SavedPage) -> Iterator[SavedPage]:
    """Find the forms of a page; one that was taken off is not looked for again."""
    sample = Sample.of(page)
    for form in (*CONTAINERS, *CLIPPINGS, *MARKS):
        if form.may_be(sample) and form.name not in page.forms:
            inner = form.inner_page(page)
            if inner:
                yield inner


def _settled(facts: FormFacts) -> FormFacts:
    """Leave out remarks on what another form states after all."""
    remarks = (each for each in facts.remarks if not getattr(facts, each.about, None))
    return evolve(facts, remarks=tuple(remarks))


def _with_original_links(page: SavedPage) -> SavedPage:
    """Undo the links that an archive has rewritten, unless it gave the bytes as they were."""
    copy = page.facts.memento.value.url if page.facts.memento else None
    if copy is None:
        return page
    from nizkorcite.saved_forms.archive_addresses import stamped_address, without_archive_links

    stamped = stamped_address(copy)
    if stamped is None or stamped.modifier == "id_" or page.media_type == "text/plain":
        return page
    return evolve(page, data=without_archive_links(page.data, [stamped.prefix]))
