"""The pages of a run: of each, the printed facts and the passages, and not its text."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from nizkorcite.origins.facts import PrintedFacts, printed_facts
from nizkorcite.origins.passages import (
    Passages,
    own_passages,
    passages_of,
    repeated_passages,
)
from nizkorcite.origins.results import Story


@frozen
class ComparedPages:
    """
    The pages of a run.

    Attributes:
        facts: The printed facts by key.
        texts: The passages by key, without those that many pages repeat.
    """

    facts: Mapping[str, PrintedFacts]
    texts: Mapping[str, Passages]


def compared_pages(stories: Iterable[Story]) -> ComparedPages:
    """Read the stories of a run, each once; of two with one key, the first is taken."""
    facts: dict[str, PrintedFacts] = {}
    texts: dict[str, Passages] = {}
    for each in stories:
        if each.key not in texts:
            facts[each.key] = printed_facts(each.document)
            texts[each.key] = passages_of(_story_text(each))
    repeated = repeated_passages(texts.values())
    for key, text in texts.items():
        texts[key] = own_passages(text, repeated)
    return ComparedPages(facts, texts)


def _story_text(story: Story) -> str:
    """Return the text without the lines that state its facts, which are judged on their own."""
    text = story.text
    for line in _lines_of_facts(story):
        text = text.replace(line, "\n")
    return text


def _lines_of_facts(story: Story) -> Iterator[str]:
    original, republication = story.document.original, story.document.republication
    if original.source_line:
        yield original.source_line
    if republication and republication.statement:
        yield republication.statement
    if republication and republication.rights and republication.rights.statement:
        yield republication.rights.statement
