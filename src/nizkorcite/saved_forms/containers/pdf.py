"""
PDF files that a browser has printed, and other ones as far as they state anything.

The extra ``pdf`` is pypdfium2, PDFium as Chrome has it: Apache-2.0 or BSD-3, wheels for every
common system, 9 MB, no further packages. pypdf (BSD-3, pure Python) gave the same text of a print
of three pages in four times the time; pdfminer.six needs cryptography, 25 MB together.
"""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Final

from attrs import evolve

from nizkorcite.errors import InputError
from nizkorcite.extras import install_command
from nizkorcite.messages import Message
from nizkorcite.saved_forms.clippings.printed_text import heading_in_title, printed_text
from nizkorcite.saved_forms.facts import accessed_facts
from nizkorcite.saved_forms.instants import pdf_instant
from nizkorcite.saved_forms.limits import check_size
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, SavedPage, Stated, combined

_BROWSERS: Final = re.compile(
    r"Skia/PDF|Mozilla|Firefox|Chrom(?:e|ium)|Safari|WebKit|Edg(?:e|/)|Opera|wkhtmltopdf|Vivaldi",
    re.I,
)
# What programs put in where no title was given; file names are no titles.
_NO_TITLE: Final = re.compile(
    r"untitled.*|about:blank|Microsoft (?:Word|PowerPoint|Excel) - .*|"
    r"\S+\.(?:docx?|pdf|indd|html?|odt|pptx?)|https?://\S*|file://\S*",
    re.I,
)
_HEAD = 10_000


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the text, without the lines that a browser has printed around it.

    Raises:
        InputError: The extra is not installed, or the file is encrypted.
    """
    from nizkorcite.saved_forms.containers.pdf_information import damaged_information

    data = check_size(page.data)
    information, sheets = _opened(data) or (damaged_information(data), [None])
    readable = [sheet for sheet in sheets if sheet is not None]
    lines, text = printed_text(readable) or (FormFacts(), "\n\n".join(readable).strip())
    if not text and not information:
        raise InputError(_without_text(is_damaged=None in sheets))
    facts = combined(_with_heading(_facts(information), text), lines, _lost(sheets))
    return page.inner(facts, text, media_type="text/plain")


def _without_text(*, is_damaged: bool) -> Message:
    if is_damaged:
        return Message("the PDF file is damaged or cut off")
    return Message("has no text: its pages are pictures; give the page as HTML")


def _lost(sheets: Sequence[str | None]) -> FormFacts:
    """FormRemark on sheets that could not be read."""
    if None not in sheets:
        return FormFacts()
    message = Message(
        "the PDF file is damaged: {number} of its pages could not be read",
        number=sheets.count(None),
    )
    return FormFacts(remarks=(FormRemark("data", message),))


def _with_heading(facts: FormFacts, text: str) -> FormFacts:
    if facts.title is None:
        return facts
    heading = heading_in_title(facts.title.value, text[:_HEAD].split("\n"))
    return evolve(facts, title=facts.title.carrying(heading))


def _opened(data: bytes) -> tuple[Mapping[str, str], list[str | None]] | None:
    """Return the properties and the text of each sheet; `None` where the file is damaged."""
    pdfium = _library()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(Message("is encrypted; save it without a password")) from error
        return None
    try:
        sheets: list[str | None] = []
        for number in range(len(document)):
            try:
                sheets.append(_plain(document[number].get_textpage().get_text_range()))
            except pdfium.PdfiumError:
                sheets.append(None)
        return document.get_metadata_dict(), sheets
    finally:
        document.close()


def _plain(text: str) -> str:
    # PDFium has U+FFFE for a hyphen at the end of a line.
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\0", "")


def _library() -> ModuleType:
    try:
        return import_module("pypdfium2")
    except ImportError as error:
        raise InputError(
            Message(
                "is a PDF file; to read it, install the extra: {command}",
                command=install_command("pdf"),
            )
        ) from error


def _facts(information: Mapping[str, str]) -> FormFacts:
    words = {
        name: Stated(text, f"{name}: {text}")
        for name, value in information.items()
        if (text := " ".join(value.split()))
    }
    title, author = words.get("Title"), words.get("Author")
    facts = FormFacts(
        title=title if title and not _NO_TITLE.fullmatch(title.value) else None,
        authors=(author,) if author else (),
    )
    programs = [words[name] for name in ("Producer", "Creator") if name in words]
    if not any(_BROWSERS.search(each.value) for each in programs):
        return facts  # not printed, so the date is when the text was written
    printed = accessed_facts(words.get("CreationDate"), pdf_instant)
    return combined(facts, FormFacts(tool=programs[0]), printed)
