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
    from nizkorcite.citing.conversion import (
        Conversion,
        Loss,
        convert,
    )
    from nizkorcite.csl import (
        CslStyle,
        csl_style,
    )
    from nizkorcite.csl.engine import (
        Engine,
        PrintedItem,
    )
    from nizkorcite.csl.style_file import (
        StyleFile,
    )
    from nizkorcite.dates import (
        Instant,
        PartialDate,
    )
    from nizkorcite.errors import (
        CorrectionError,
        DateError,
        EngineError,
        LocatorError,
        ModelError,
        NizkorciteError,
        PageError,
        RecordError,
        ReplacedInputError,
        SiteError,
        StyleError,
        UnknownNameError,
        ValidationError,
    )
    from nizkorcite.faults import (
        Operation,
    )
    from nizkorcite.findings import (
        Excerpt,
        Finding,
    )
    from nizkorcite.formats.citation_file import (
        CitationFile,
    )
    from nizkorcite.formats.csl_json.writer import (
        CslItem,
    )
    from nizkorcite.formats.registry import (
        read_references,
    )
    from nizkorcite.loading.corrections import (
        correct,
    )
    from nizkorcite.loading.documents import (
        iter_documents,
    )
    from nizkorcite.loading.site_files import (
        load_site,
    )
    from nizkorcite.locale.terms import (
        Lang,
    )
    from nizkorcite.messages import (
        Message,
    )
    from nizkorcite.page import (
        Line,
        Page,
        PageMarkup,
        Span,
    )
    from nizkorcite.readers import (
        Reading,
        Remark,
        Unread,
        read,
    )
    from nizkorcite.readers.sites.description import (
        Site,
    )
    from nizkorcite.readers.sites.shipped import (
        site_names,
    )
    from nizkorcite.record.codec import (
        JSON,
        from_record,
        to_record,
    )
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
    from nizkorcite.record.schema import (
        Profile,
        schema,
        schema_names,
        schema_registry,
    )
    from nizkorcite.reference import (
        Layers,
        Reference,
        ReferenceType,
        refer,
    )
    from nizkorcite.reference.locators import (
        Locator,
    )
    from nizkorcite.styles.context import (
        CitationContext,
        Disambiguation,
    )
    from nizkorcite.styles.rich_text import (
        Markup,
        RichText,
        Run,
    )
    from nizkorcite.validation import (
        Chunk,
        RecordFindings,
        RecordSource,
        Validator,
        chunks,
        iter_collection_findings,
        iter_file_findings,
        iter_findings,
        validate,
    )
    from nizkorcite.validation.catalogue.codes import (
        explanation,
    )
    from nizkorcite.validation.diagnosis.text_patch import (
        apply_fixes,
    )

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "JSON",
    "STYLES",
    "Agent",
    "AlternativeTitle",
    "Capture",
    "Chunk",
    "Citation",
    "CitationContext",
    "CitationFile",
    "Citations",
    "Conversion",
    "CorrectionError",
    "CslItem",
    "CslStyle",
    "DateError",
    "Disambiguation",
    "Document",
    "Engine",
    "EngineError",
    "Evidence",
    "Excerpt",
    "Finding",
    "Format",
    "Identifier",
    "Instant",
    "Lang",
    "Layers",
    "LegalBasis",
    "Line",
    "Locator",
    "LocatorError",
    "Loss",
    "Markup",
    "Message",
    "ModelError",
    "NizkorciteError",
    "Operation",
    "Original",
    "Page",
    "PageError",
    "PageMarkup",
    "PartialDate",
    "Place",
    "PrintedItem",
    "Profile",
    "Reading",
    "RecordError",
    "RecordFindings",
    "RecordSource",
    "Reference",
    "ReferenceType",
    "Relation",
    "Remark",
    "ReplacedInputError",
    "Republication",
    "RichText",
    "Rights",
    "Run",
    "Site",
    "SiteError",
    "Span",
    "Style",
    "StyleError",
    "StyleFile",
    "StyleName",
    "TextDigest",
    "UnknownNameError",
    "Unread",
    "ValidationError",
    "Validator",
    "WarcLocation",
    "advice",
    "apply_fixes",
    "bibliography",
    "chunks",
    "citations",
    "cite",
    "convert",
    "correct",
    "csl_style",
    "explanation",
    "from_record",
    "in_text",
    "iter_collection_findings",
    "iter_documents",
    "iter_file_findings",
    "iter_findings",
    "load_site",
    "narrative",
    "organisation",
    "person",
    "read",
    "read_references",
    "refer",
    "schema",
    "schema_names",
    "schema_registry",
    "site_names",
    "to_record",
    "validate",
]

_ROOMS = {
    "citing": "Citation Citations FORMATS Format STYLES Style StyleName advice bibliography "
    "citations cite in_text narrative",
    "citing.conversion": "Conversion Loss convert",
    "csl": "CslStyle csl_style",
    "csl.engine": "Engine PrintedItem",
    "csl.style_file": "StyleFile",
    "dates": "Instant PartialDate",
    "errors": "CorrectionError DateError EngineError LocatorError ModelError NizkorciteError "
    "PageError RecordError ReplacedInputError SiteError StyleError UnknownNameError "
    "ValidationError",
    "faults": "Operation",
    "findings": "Excerpt Finding",
    "formats.citation_file": "CitationFile",
    "formats.csl_json.writer": "CslItem",
    "formats.registry": "read_references",
    "loading.corrections": "correct",
    "loading.documents": "iter_documents",
    "loading.site_files": "load_site",
    "locale.terms": "Lang",
    "messages": "Message",
    "page": "Line Page PageMarkup Span",
    "readers": "Reading Remark Unread read",
    "readers.sites.description": "Site",
    "readers.sites.shipped": "site_names",
    "record.codec": "JSON from_record to_record",
    "record.model": "Agent AlternativeTitle Capture Document Evidence Identifier LegalBasis "
    "Original Place Relation Republication Rights TextDigest WarcLocation "
    "organisation person",
    "record.schema": "Profile schema schema_names schema_registry",
    "reference": "Layers Reference ReferenceType refer",
    "reference.locators": "Locator",
    "styles.context": "CitationContext Disambiguation",
    "styles.rich_text": "Markup RichText Run",
    "validation": "Chunk RecordFindings RecordSource Validator chunks iter_collection_findings "
    "iter_file_findings iter_findings validate",
    "validation.catalogue.codes": "explanation",
    "validation.diagnosis.text_patch": "apply_fixes",
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names.split()}


if not TYPE_CHECKING:  # a type checker that sees this function lets misspelt names pass

    def __getattr__(name: str) -> object:
        """Load the module that defines a name (PEP 562)."""
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'nizkorcite' has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"nizkorcite.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The public names and Python's own; rooms are looked at by those who import them."""
    return sorted([*__all__, *(name for name in globals() if name.startswith("__"))])
