"""Notes on a run: how many pages there were, and what is not listed."""

from collections.abc import Iterator

from nizkorcite.cli.groups.result import Result
from nizkorcite.messages import Language, Message


def count_notes(result: Result, lang: Language) -> Iterator[str]:
    """Yield a line of counts, and one on decisions without effect."""
    yield ", ".join(each.text(lang) for each in _counts(result))
    pages = result.pages
    unknown = sum(each.first not in pages or each.second not in pages for each in result.decisions)
    if unknown:
        yield Message("decisions on pages that were not given: {number}", number=unknown).text(lang)


def _counts(result: Result) -> Iterator[Message]:
    yield Message("pages: {number}", number=len(result.pages))
    yield Message("in no group: {number}", number=len(result.origins.single))
    if forms := result.origins.forms:
        yield Message("pairs of forms, not listed: {number}", number=len(forms))
    if short := result.origins.short:
        yield Message("not compared (less than 80 words): {number}", number=len(short))
