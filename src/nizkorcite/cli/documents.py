"""From inputs to documents: pages are read, records decoded, values corrected on the way."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from nizkorcite.cli.inputs import Input
from nizkorcite.errors import PageError, RecordError
from nizkorcite.model import Document
from nizkorcite.readers import Reading, Unread, read

if TYPE_CHECKING:
    from nizkorcite.cli.edit import Correction


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
    if page.is_record:
        problem = "is a record already; cite it or validate it, there is nothing to read"
        raise PageError(problem)
    return read(
        page.data, url=about.url, accessed=about.accessed, id=about.id, charset=about.encoding
    )


def corrected(document: Document, about: About) -> Document:
    """The document with the user's corrections; its evidence says that an editor made them."""
    if not about.corrections:
        return document
    from nizkorcite.cli.edit import correct
    from nizkorcite.codec import from_record, to_record

    return from_record(correct(to_record(document), about.corrections))


def load(each: Input, about: About) -> tuple[Document, tuple[str, ...]]:
    """
    The document of a page or of one record, and what a person should look at.

    Raises:
        NizkorciteError: The input is no page, or the record is invalid.
    """
    if each.is_record:
        return corrected(_decoded(each), about), ()
    reading = read_page(each, about)
    return corrected(reading.document, about), tuple(warnings_of(reading))


def warnings_of(reading: Reading) -> Iterable[str]:
    """What a person should look at, each once; a missing source above all."""
    unread = (
        _with_remedy(each)
        for each in reading.unread
        if each.reason != "absent" or each.field == "/original/publishers"
    )
    return dict.fromkeys((*reading.warnings, *unread))


def _with_remedy(unread: Unread) -> str:
    """A date that is printed, and not read, is one that a person can read."""
    if unread.reason != "ambiguous" or not unread.field.endswith("/date"):
        return unread.message
    return f"{unread.message} (or set it: --set {unread.field}=...)"


def _decoded(each: Input) -> Document:
    """The record's document; where it has none, validation tells every fault with its place."""
    import json  # pages need none of this

    from nizkorcite.codec import from_record

    try:
        return from_record(json.loads(each.data))
    except (ValueError, RecursionError) as error:
        from nizkorcite.validation import validate  # only broken records need it

        validate(each.data, file=each.name)
        raise RecordError("", str(error)) from error
