"""The CSL input schema (1.0.2, with the variables that its repository has added since), as facts."""

from typing import Any, get_args

from nizkorcite.reference import ReferenceType

_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director "
    "editor editorial-director executive-producer guest host illustrator interviewer narrator "
    "organizer original-author performer producer recipient reviewed-author script-writer "
    "series-creator translator"
).split()
_DATES = "accessed available-date event-date issued original-date submitted".split()
_NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue "
    "locator number number-of-pages number-of-volumes page page-first part printing supplement "
    "volume"
).split()
_TEXTS = (
    "citation-key language journalAbbreviation shortTitle abstract annote archive "
    "archive_collection archive_location archive-place authority call-number citation-label "
    "collection-title container-title container-title-short dimensions division DOI event-title "
    "event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place "
    "references reviewed-title scale section source status title title-short URL version "
    "volume-title year-suffix"
).split()
_TEXT = {"type": "string"}
_NUMBER = {"type": ["string", "number"]}
_NAME_PARTS = "family given dropping-particle non-dropping-particle suffix literal".split()
_NAME = {
    "type": "object",
    "properties": dict.fromkeys(_NAME_PARTS, _TEXT),
    "additionalProperties": False,
}
_ENDS = {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _ENDS, "minItems": 1, "maxItems": 2},
        "season": _NUMBER,
        "circa": {"type": ["string", "number", "boolean"]},
        **dict.fromkeys(("literal", "raw", "edtf"), _TEXT),
    },
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _NUMBER,
            "type": {"enum": get_args(ReferenceType)},
            "custom": {"type": "object"},
            "categories": {"type": "array", "items": _TEXT},
            **{name: {"type": "array", "items": _NAME} for name in _NAMES},
            **dict.fromkeys(_DATES, _DATE),
            **dict.fromkeys(_NUMBERS, _NUMBER),
            **dict.fromkeys(_TEXTS, _TEXT),
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}
