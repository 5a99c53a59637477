"""Documents of an input: pages are read, records decoded, corrections applied."""

import os
from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from nizkorcite.errors import InputError, NizkorciteError
from nizkorcite.files.kinds import is_markup, refuse_unless_page
from nizkorcite.loading.inputs import Input, read_input
from nizkorcite.loading.records import Record, iter_records
from nizkorcite.messages import Language, Message
from nizkorcite.record.model import Document

if TYPE_CHECKING:
    from nizkorcite.loading.capture_paths import MissingPath
    from nizkorcite.loading.field_values import FieldValue
    from nizkorcite.readers import Reading, Remark
    from nizkorcite.readers.sites.description import Site

_NOTHING_FOUND = Message(
    "no title, source or date was found in the text; add what you know, as in "
    "`nizkorcite cite --title ...`"
)


@frozen(kw_only=True)
class Supplied:
    """
    Facts about an input that the user supplies.

    Attributes:
        url, accessed, id, encoding, site: As for `nizkorcite.read`.
        corrections: Members to set in the record, as for `nizkorcite.correct`.
        fields: Fields to set in the record by name.
        base: Folder that the path of a page in its record starts from, if known.
        url_base: Address of the folder that contains the pages, which gives each its own address.
    """

    url: str | None = None
    accessed: str | None = None
    id: str | None = None
    encoding: str | None = None
    corrections: Sequence[str] = ()
    fields: "Sequence[FieldValue]" = ()
    base: str | None = None
    url_base: str | None = None
    site: "Site | None" = None

    def address_of(self, page: Input) -> str | None:
        """
        Return the address of a page, if the user supplies one.

        >>> page = Input(name="in/a b.html", path_in_folder="a b.html", data=b"", head=b"",
        ...              is_compressed=False)
        >>> Supplied(url_base="https://example.org/c").address_of(page)
        'https://example.org/c/a%20b.html'
        """
        if self.url_base is None or page.name == "-":
            return self.url
        from urllib.parse import quote  # slow to load, and few users supply addresses

        path = quote(os.fsencode(page.path_in_folder.replace(os.sep, "/")))
        return f"{self.url_base.removesuffix('/')}/{path}"

    def without_effect(self, kind: str) -> tuple[str, ...]:
        """
        Return the options that do not apply to inputs of a kind.

        >>> Supplied(url="https://example.org/", corrections=["/title=A"]).without_effect("record")
        ('--url',)
        """
        if kind in ("page", "text"):
            return ()
        given = {
            "--url": self.url,
            "--accessed": self.accessed,
            "--id": self.id,
            "--encoding": self.encoding if kind == "record" else None,
            "--set": kind != "record" and self.corrections,
        }
        names = [each.name for each in self.fields if kind != "record"]
        options = (f"--{name.replace('_', '-')}" for name in names)
        return (*(name for name, value in given.items() if value), *options)

    def corrected(self, document: Document) -> Document:
        """Apply the corrections to a document."""
        if not (self.corrections or self.fields):
            return document
        from nizkorcite.loading.corrections import parse_correction  # few documents are corrected
        from nizkorcite.loading.field_values import corrected_record
        from nizkorcite.record.codec import from_record, to_record

        members = [parse_correction(each) for each in self.corrections]
        return from_record(corrected_record(to_record(document), [*self.fields, *members]))


@frozen(kw_only=True)
class Loaded:
    """
    A document, with what a person should check.

    Attributes:
        document: The document.
        remarks: Remarks of the reader, if read from a page.
        missing_path: Why the record has no path although its folder is known.
    """

    document: Document
    remarks: "Sequence[Remark]" = ()
    missing_path: "MissingPath | None" = None


def iter_documents(
    source: str | PathLike[str],
    *,
    on_error: Callable[[NizkorciteError], object] | None = None,
) -> Iterator[Document]:
    """
    Load the documents of a file: a saved page, or any file of records.

    Args:
        source: The path of a page (in any saved form), of a record (JSON, or YAML with the extra
            ``yaml``), of records one a line (JSON Lines) or in a list. Records may be compressed.
        on_error: Called with the error of each invalid record, which is then skipped; without it,
            the error is raised.

    Raises:
        OSError: The file cannot be read, or has no documents, as a citation file.
        PageError: The file is a page that cannot be read.
        ValidationError: A record is invalid; its findings name the places.
    """
    for part in parts_of(read_input(source)):
        try:
            document = load(part, Supplied()).document
        except NizkorciteError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            yield document


def parts_of(
    each: Input, kind: str | None = None, lang: Language = "en"
) -> Iterator[Input | Record]:
    """
    Split an input into its page or its records.

    Args:
        each: The input.
        kind: The kind of the input, if the user states one; otherwise it is recognized.
        lang: The language of findings in invalid records.

    Raises:
        InputError: The input is of another kind, or in YAML without the extra for YAML.
    """
    known = kind or each.kind
    if known in ("page", "text"):
        yield each
        return
    if known != "record":
        raise InputError(Message("is a citation file; cite or convert it"))
    if each.kind not in ("record", "csl-json"):
        raise InputError(
            Message("is not a record (JSON, YAML); leave out --from to have it recognized")
        )
    yield from iter_records(each, lang)


def read_page(page: Input, supplied: Supplied) -> "Reading":
    """
    Read a page.

    Raises:
        NizkorciteError: The input is no page, or a fact supplied does not fit a record.
    """
    refuse_unless_page(page.kind, page.head)
    return _reading(page, supplied)


def load(part: Input | Record, supplied: Supplied) -> Loaded:
    """
    Load the document of a page or record; of a page that holds its record, that of the record.

    Raises:
        NizkorciteError: The page cannot be read, or the record is invalid.
    """
    if isinstance(part, Record):
        return Loaded(document=supplied.corrected(part.document()))
    from nizkorcite.loading.stated_record import stated_document  # records need none

    reading = _reading(part, supplied)
    if supplied.site is None and (stated := stated_document(reading.page)):
        named = evolve(stated, id=supplied.id) if supplied.id else stated
        return Loaded(document=supplied.corrected(named))
    return completed(reading, part.name, supplied)


def completed(reading: "Reading", name: str, supplied: Supplied) -> Loaded:
    """Add the page's path to the document of a reading, and apply the corrections."""
    document, missing = reading.document, None
    if supplied.base:
        from nizkorcite.loading.capture_paths import MissingPath, with_path  # few records have one

        located = with_path(document, name, supplied.base)
        if isinstance(located, MissingPath):
            missing = located
        else:
            document = located
    document = supplied.corrected(document)
    return Loaded(
        document=document, remarks=remaining_remarks(reading, document), missing_path=missing
    )


def remaining_remarks(reading: "Reading", document: Document) -> "Sequence[Remark]":
    """Return the remarks of a reading on what the user did not set by hand."""
    edited = [each.field for each in document.evidence if each.method == "editor"]
    return [
        remark
        for remark in reading.remarks
        if not any(f"{remark.field}/".startswith(f"{field}/") for field in edited)
    ]


def load_citable(part: Input | Record, supplied: Supplied) -> Loaded:
    """
    Load a document; refuse a plain text without anything to cite.

    Raises:
        NizkorciteError: As for `load`, or the text has neither title nor source nor date.
    """
    loaded = load(part, supplied)
    is_text = isinstance(part, Input) and not _is_html(part, loaded.document)
    if is_text and _states_nothing(loaded.document):
        raise InputError(_NOTHING_FOUND)
    return loaded


def _reading(page: Input, supplied: Supplied) -> "Reading":
    from nizkorcite.readers import read  # records need no reader

    return read(
        page.data,
        name=None if page.name == "-" else page.name,
        url=supplied.address_of(page),
        accessed=supplied.accessed,
        id=supplied.id,
        charset=supplied.encoding,
        site=supplied.site,
    )


def _is_html(page: Input, document: Document) -> bool:
    """Check that a page is HTML, by its content and its name."""
    types = [capture.media_type for capture in document.captures]
    return "text/html" in types and is_markup(page.name, page.head)


def _states_nothing(document: Document) -> bool:
    original = document.original
    stated = (document.title, document.creators, document.republication, original.publishers)
    return not any((*stated, original.date, original.source_line))
