"""From inputs to documents: pages are read, records decoded, values corrected on the way."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.cli.console.language import locale_language
from nizkorcite.cli.inputs.records import Record
from nizkorcite.errors import InputError, PageError
from nizkorcite.files.kinds import Input, is_markup, kind_of
from nizkorcite.messages import Message
from nizkorcite.readers import Reading, read
from nizkorcite.record.model import Document

if TYPE_CHECKING:
    from nizkorcite.cli.inputs.corrections import Correction

_NOTHING = Message(
    "no title, source or date was found in the text; add what you know, as in "
    "`nizkorcite cite --set /title=...`"
)


@frozen(kw_only=True)
class About:
    """
    What the user says about a page.

    Attributes:
        url, accessed, id, encoding: As for `nizkorcite.read`.
        corrections: Members to set in the record.
    """

    url: str | None = None
    accessed: str | None = None
    id: str | None = None
    encoding: str | None = None
    corrections: "Sequence[Correction]" = ()


def read_page(page: Input, about: About) -> Reading:
    """
    Read a page.

    Raises:
        NizkorciteError: The input is no page, or what the user says cannot stand in a record.
    """
    kind = kind_of(page)
    if kind == "record":
        problem = "is a record already; cite it or validate it, there is nothing to read"
        raise PageError(problem)
    if kind != "page":
        raise PageError("is a file of citations; cite it or convert it, there is nothing to read")
    return _reading(page, about)


def _reading(page: Input, about: About) -> Reading:
    return read(
        page.data, url=about.url, accessed=about.accessed, id=about.id, charset=about.encoding
    )


def corrected(document: Document, about: About) -> Document:
    """The document with the user's corrections; its evidence says that an editor made them."""
    if not about.corrections:
        return document
    from nizkorcite.cli.inputs.corrections import correct
    from nizkorcite.record.codec import from_record, to_record

    return from_record(correct(to_record(document), about.corrections))


def load(each: Input | Record, about: About) -> tuple[Document, tuple[str, ...]]:
    """
    The document of a page or of one record, and what a person should look at.

    Raises:
        NizkorciteError: The input is no page, or the record is invalid.
    """
    if isinstance(each, Record):
        return corrected(each.document(), about), ()
    reading = _reading(each, about)
    document = corrected(reading.document, about)
    is_html = reading.page.media_type == "text/html" and is_markup(each)
    if _says_nothing(document) and not is_html:
        raise InputError(_NOTHING)
    return document, tuple(warnings_of(reading))


def warnings_of(reading: Reading) -> Iterator[str]:
    """Remarks on a page that a person should check, in the user's language."""
    language = locale_language()
    return (each.text(language) for each in reading.remarks)


def _says_nothing(document: Document) -> bool:
    """Find neither title nor source nor date in a document, so nothing to cite."""
    original = document.original
    stated = (document.title, document.creators, document.republication, original.publishers)
    return not any((*stated, original.date, original.source_line))
