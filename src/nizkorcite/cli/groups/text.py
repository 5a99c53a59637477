"""Groups of reprints as text of 80 columns."""

from collections.abc import Iterator
from textwrap import wrap

from nizkorcite.cli.groups.result import Result
from nizkorcite.display import one_line
from nizkorcite.messages import Language, Message
from nizkorcite.origins import ComparedFact, Group, Proposal

_WIDTH = 80


def groups_text(result: Result, lang: Language) -> Iterator[str]:
    """Write the groups with their reasons, and the pairs whose source lines differ."""
    groups, differing = result.origins.groups, result.origins.differing
    yield _summary(groups).text(lang) + "\n"
    for number, group in enumerate(groups, 1):
        yield "\n"
        yield from _group(number, group, result, lang)
    if differing:
        yield "\n"
        yield Message("same text, different source line: {number}", number=len(differing)).text(
            lang
        )
        yield "\n"
        for each in differing:
            yield from _differing(each, result, lang)


def _summary(groups: tuple[Group, ...]) -> Message:
    pages = sum(len(group.pages) for group in groups)
    if not groups:
        return Message("no pages republish one original")
    if len(groups) == 1:
        return Message("{pages} pages, 1 source", pages=pages)
    return Message("{pages} pages, {sources} sources", pages=pages, sources=len(groups))


def _group(number: int, group: Group, result: Result, lang: Language) -> Iterator[str]:
    pages = Message("{number} pages", number=len(group.pages)).text(lang)
    yield from _lines(f"{number}. {_source(group, lang)}: {pages}", "   ")
    for page, reason in group:
        yield from _page(page, result)
        if reason:
            yield from _lines(f"     {_reason(reason, page, lang)}", "     ")


def _source(group: Group, lang: Language) -> str:
    facts = group.facts
    stated = ["; ".join(facts.publishers), facts.place, facts.date and str(facts.date)]
    words = ", ".join(each for each in stated if each)
    return words or Message("no source stated").text(lang)


def _page(page: str, result: Result) -> Iterator[str]:
    yield from _lines(f"   {page}  {result.pages[page].title or ''}", "     ")


def _differing(pair: Proposal, result: Result, lang: Language) -> Iterator[str]:
    yield from _page(pair.first, result)
    yield from _page(pair.second, result)
    yield from _lines(f"     {_reason(pair, pair.second, lang)}", "     ")


def _reason(reason: Proposal, page: str, lang: Language) -> str:
    """Write the share of a page's text, or of the other's, and the words of the facts."""
    parts = [_share(reason, page), *map(_fact, reason.facts)]
    if reason.decision:
        parts.insert(0, Message("decided"))
    if not reason.facts:
        parts.append(Message("no fact that both state"))
    return "; ".join(part.text(lang) for part in parts)


def _share(reason: Proposal, page: str) -> Message:
    other = reason.second if page == reason.first else reason.first
    if reason.is_whole:
        return Message("the same words as {other}", other=other)
    share = int(reason.share * 100)
    if page == reason.first:
        return Message("has {share} % of the text of {other}", share=share, other=other)
    return Message("{share} % of its text in {other}", share=share, other=other)


def _fact(fact: ComparedFact) -> Message:
    if not fact.agrees:
        words: str | Message = Message(
            "“{first}” against “{second}”", first=fact.first, second=fact.second
        )
    elif fact.first == fact.second:
        words = fact.first
    else:
        words = Message("“{first}” and “{second}”", first=fact.first, second=fact.second)
    return _named(fact.name, words)


def _named(name: str, words: str | Message) -> Message:
    if name == "publisher":
        return Message("publisher: {words}", words=words)
    if name == "place":
        return Message("place: {words}", words=words)
    return Message("date: {words}", words=words)


def _lines(text: str, indent: str) -> Iterator[str]:
    """Break a text into lines of 80 columns."""
    first = text[: len(text) - len(text.lstrip())]
    for line in wrap(
        one_line(text.strip()), _WIDTH, initial_indent=first, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    ):  # fmt: skip
        yield f"{line}\n"
