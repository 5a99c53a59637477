"""A rule of validation, explained in each language."""

from typing import NamedTuple

from attrs import field, frozen

from nizkorcite.faults import Severity
from nizkorcite.messages import Language


def _unwrapped(text: str) -> str:
    return " ".join(text.split())


class RulePage(NamedTuple):
    """
    The page of a rule in one language.

    Attributes:
        title: The fault in a few words.
        explanation: Why it is a fault and what to do, in one paragraph.
        wrong, right: A piece of a record that breaks the rule, and the same piece corrected.
    """

    title: str
    explanation: str
    wrong: str
    right: str


@frozen
class Rule:
    """
    A rule of validation.

    Attributes:
        code: ``NZ`` and three digits.
        title, explanation, wrong, right: The English page, as in `RulePage`.
        severity: The severity of the rule's findings, unless a finding has its own.
        es_title, es_explanation: The same in Spanish.
        es_wrong, es_right: The examples in Spanish, where the English ones contain English words.
    """

    code: str
    title: str
    explanation: str = field(converter=_unwrapped)
    es_title: str = field(kw_only=True)
    es_explanation: str = field(kw_only=True, converter=_unwrapped)
    severity: Severity = "error"
    wrong: str = field(kw_only=True)
    right: str = field(kw_only=True)
    es_wrong: str | None = None
    es_right: str | None = None

    def page(self, lang: Language) -> RulePage:
        """Return the rule's page in a language."""
        if lang == "en":
            return RulePage(self.title, self.explanation, self.wrong, self.right)
        wrong, right = self.es_wrong or self.wrong, self.es_right or self.right
        return RulePage(self.es_title, self.es_explanation, wrong, right)
