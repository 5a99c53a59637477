"""
Every rule by its code.

Documentation pages and ``nizkorcite explain`` are made from the rules.

NZ0xx are about the file, NZ1xx about the schema, NZ2xx about what a schema cannot state of one
record, NZ3xx about several records together, NZ4xx about files of citations, NZ5xx about schema
files, NZ6xx about pages and the files that hold them. A code is never used again for another rule.
"""

from collections.abc import Mapping
from typing import Final

from nizkorcite.errors import UnknownNameError
from nizkorcite.faults import severity_word
from nizkorcite.messages import Language, Message
from nizkorcite.validation.catalogue.archive_rules import ARCHIVE_RULES
from nizkorcite.validation.catalogue.citation_rules import CITATION_RULES
from nizkorcite.validation.catalogue.collection_rules import COLLECTION_RULES
from nizkorcite.validation.catalogue.file_rules import FILE_RULES
from nizkorcite.validation.catalogue.page_rules import PAGE_RULES
from nizkorcite.validation.catalogue.record_rules import RECORD_RULES
from nizkorcite.validation.catalogue.rule import Rule
from nizkorcite.validation.catalogue.schema_file_rules import SCHEMA_FILE_RULES
from nizkorcite.validation.catalogue.schema_rules import SCHEMA_RULES

_RULES = (
    *FILE_RULES,
    *SCHEMA_RULES,
    *RECORD_RULES,
    *COLLECTION_RULES,
    *CITATION_RULES,
    *SCHEMA_FILE_RULES,
    *PAGE_RULES,
    *ARCHIVE_RULES,
)

CODES: Final[Mapping[str, Rule]] = {rule.code: rule for rule in _RULES}
"""Every rule by its code."""


def explanation(code: str, lang: Language = "en") -> str:
    """
    Explain the rule of a code, with a wrong and a right example.

    Raises:
        UnknownNameError: No rule has this code.

    >>> explanation("NZ201").splitlines()[0]
    'NZ201 (error): republished before the original'
    """
    rule = CODES.get(code.upper())
    if rule is None:
        raise UnknownNameError("code", code, tuple(CODES))
    page = rule.page(lang)
    wrong = Message("Wrong: {example}", example=page.wrong).text(lang)
    right = Message("Right: {example}", example=page.right).text(lang)
    severity = severity_word(rule.severity).text(lang)
    return f"{rule.code} ({severity}): {page.title}\n\n{page.explanation}\n\n{wrong}\n{right}"
