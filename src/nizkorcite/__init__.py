"""
Read, validate and cite archived documents with their original source and their republication.

The names below are the library's face. They are loaded when they are first used, so that importing
this package costs next to nothing.

>>> import nizkorcite as nz
>>> nz.PartialDate("2017-02-27").year
2017
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # as in typing, which is slow to import
    from nizkorcite.citing import (
        FORMATS,
        STYLES,
        Citation,
        Citations,
        Format,
        Style,
        StyleName,
        advice,
        bibliography,
        citations,
        cite,
        in_text,
        narrative,
    )
    from nizkorcite.citing.conversion import Conversion, Loss, convert
    from nizkorcite.csl import CslStyle, csl_style
    from nizkorcite.csl.engine import Engine, PrintedItem
    from nizkorcite.csl.style_file import StyleFile
    from nizkorcite.dates import Instant, PartialDate
    from nizkorcite.errors import (
        DateError,
        EngineError,
        LocatorError,
        ModelError,
        NizkorciteError,
        PageError,
        RecordError,
        StyleError,
        UnknownFormatError,
        ValidationError,
    )
    from nizkorcite.findings import Finding
    from nizkorcite.formats.citation_file import CitationFile
    from nizkorcite.formats.csl_json.writer import CslItem
    from nizkorcite.formats.registry import read_references
    from nizkorcite.locale.terms import Lang
    from nizkorcite.messages import Message
    from nizkorcite.page import Page
    from nizkorcite.readers import Reading, Unread, read
    from nizkorcite.record.codec import JSON, from_record, to_record
    from nizkorcite.record.model import (
        Agent,
        AlternativeTitle,
        Capture,
        Document,
        Evidence,
        Identifier,
        LegalBasis,
        Original,
        Place,
        Relation,
        Republication,
        Rights,
        TextDigest,
        WarcLocation,
        organisation,
        person,
    )
    from nizkorcite.reference import Layers, Reference, ReferenceType, refer
    from nizkorcite.reference.locators import Locator
    from nizkorcite.styles.context import CitationContext, Disambiguation
    from nizkorcite.styles.rich_text import Markup, RichText, Run
    from nizkorcite.validation import (
        Validator,
        iter_collection_findings,
        iter_file_findings,
        iter_findings,
        validate,
    )

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "JSON",
    "STYLES",
    "Agent",
    "AlternativeTitle",
    "Capture",
    "Citation",
    "CitationContext",
    "CitationFile",
    "Citations",
    "Conversion",
    "CslItem",
    "CslStyle",
    "DateError",
    "Disambiguation",
    "Document",
    "Engine",
    "EngineError",
    "Evidence",
    "Finding",
    "Format",
    "Identifier",
    "Instant",
    "Lang",
    "Layers",
    "LegalBasis",
    "Locator",
    "LocatorError",
    "Loss",
    "Markup",
    "Message",
    "ModelError",
    "NizkorciteError",
    "Original",
    "Page",
    "PageError",
    "PartialDate",
    "Place",
    "PrintedItem",
    "Reading",
    "RecordError",
    "Reference",
    "ReferenceType",
    "Relation",
    "Republication",
    "RichText",
    "Rights",
    "Run",
    "Style",
    "StyleError",
    "StyleFile",
    "StyleName",
    "TextDigest",
    "UnknownFormatError",
    "Unread",
    "ValidationError",
    "Validator",
    "WarcLocation",
    "advice",
    "bibliography",
    "citations",
    "cite",
    "convert",
    "csl_style",
    "from_record",
    "in_text",
    "iter_collection_findings",
    "iter_file_findings",
    "iter_findings",
    "narrative",
    "organisation",
    "person",
    "read",
    "read_references",
    "refer",
    "to_record",
    "validate",
]

_ROOMS = {
    "record.codec": "JSON from_record to_record",
    "citing.conversion": "Conversion Loss convert",
    "csl": "CslStyle csl_style",
    "csl.engine": "Engine PrintedItem",
    "csl.style_file": "StyleFile",
    "dates": "Instant PartialDate",
    "errors": "DateError EngineError LocatorError ModelError NizkorciteError PageError RecordError "
    "StyleError UnknownFormatError ValidationError",
    "findings": "Finding",
    "formats.citation_file": "CitationFile",
    "formats.csl_json.writer": "CslItem",
    "formats.registry": "read_references",
    "locale.terms": "Lang",
    "messages": "Message",
    "record.model": "Agent AlternativeTitle Capture Document Evidence Identifier LegalBasis "
    "Original Place Relation Republication Rights TextDigest WarcLocation organisation person",
    "page": "Page",
    "readers": "Reading Unread read",
    "reference": "Layers Reference ReferenceType refer",
    "reference.locators": "Locator",
    "styles.context": "CitationContext Disambiguation",
    "styles.rich_text": "Markup RichText Run",
    "validation": "Validator iter_collection_findings iter_file_findings iter_findings validate",
    "citing": "FORMATS STYLES Citation Citations Format Style StyleName advice bibliography "
    "citations cite in_text narrative",
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names.split()}


if not TYPE_CHECKING:  # a type checker that sees this function lets misspelt names pass

    def __getattr__(name: str) -> object:
        """Load the room that a name comes from (PEP 562)."""
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'nizkorcite' has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"nizkorcite.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The public names and Python's own; rooms are looked at by those who import them."""
    return sorted([*__all__, *(name for name in globals() if name.startswith("__"))])
