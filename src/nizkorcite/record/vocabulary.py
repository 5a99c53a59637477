"""Controlled values of a record."""

from typing import Literal

DocumentType = Literal[
    "news_article",
    "press_release",
    "report",
    "statement",
    "speech",
    "judgment",
    "law",
    "treaty",
    "resolution",
    "letter",
    "interview",
    "article",
    "book",
    "book_chapter",
    "broadcast",
    "web_page",
    "other",
]


AgentKind = Literal["person", "organisation", "unknown"]


AgentRole = Literal["author", "editor", "translator", "compiler", "interviewer", "transcriber"]


IdentifierScheme = Literal[
    "wikidata",
    "viaf",
    "isni",
    "ror",
    "orcid",
    "doi",
    "handle",
    "ark",
    "urn",
    "issn",
    "isbn",
    "un_symbol",
    "ecli",
    "celex",
    "docket",
    "local",
    "other",
]


TitleKind = Literal["alternative", "subtitle", "translated", "short"]


Attribution = Literal["stated", "inferred", "unknown"]


Modifications = Literal["none", "excerpt", "translation", "reformatted"]


LegalBasisKind = Literal["exception", "licence", "permission", "public_domain"]


RelationType = Literal[
    "is_cited_by",
    "cites",
    "is_supplement_to",
    "is_supplemented_by",
    "is_continued_by",
    "continues",
    "is_described_by",
    "describes",
    "has_metadata",
    "is_metadata_for",
    "has_version",
    "is_version_of",
    "is_new_version_of",
    "is_previous_version_of",
    "is_part_of",
    "has_part",
    "is_published_in",
    "is_referenced_by",
    "references",
    "is_documented_by",
    "documents",
    "is_compiled_by",
    "compiles",
    "is_variant_form_of",
    "is_original_form_of",
    "is_identical_to",
    "is_reviewed_by",
    "reviews",
    "is_derived_from",
    "is_source_of",
    "is_required_by",
    "requires",
    "obsoletes",
    "is_obsoleted_by",
    "is_collected_by",
    "collects",
    "is_translation_of",
    "has_translation",
]


EvidenceMethod = Literal["page", "markup", "address", "rule", "model", "editor", "import"]
