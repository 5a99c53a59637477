"""A rule of validation, and its page in each language."""

from attrs import evolve, field, frozen

from nizkorcite.findings import Severity
from nizkorcite.messages import Language


def _unwrapped(text: str) -> str:
    return " ".join(text.split())


@frozen
class Page:
    """
    The page of a rule in one language.

    Attributes:
        title: The fault in a few words.
        explanation: Why it is a fault and what to do, in one paragraph.
        wrong, right: A piece of a record that breaks the rule, and the same piece corrected; left
            out in Spanish where the English one has no words of its language.
    """

    title: str
    explanation: str = field(converter=_unwrapped)
    wrong: str = ""
    right: str = ""


@frozen
class Rule:
    """
    A rule of validation.

    Attributes:
        code: ``NZ`` and three digits.
        severity: The severity of the rule's findings, unless a finding has its own.
        en, es: The rule's page in English and in Spanish.
    """

    code: str
    severity: Severity
    en: Page
    es: Page

    def page(self, lang: Language) -> Page:
        """Return the rule's page in a language, with its examples."""
        if lang == "en":
            return self.en
        return evolve(
            self.es, wrong=self.es.wrong or self.en.wrong, right=self.es.right or self.en.right
        )
