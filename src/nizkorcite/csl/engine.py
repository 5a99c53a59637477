"""Interface of a citation engine, and an item as the engine printed it."""

from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from nizkorcite.csl.style_file import StyleFile
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.messages import Message
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.rich_text import Runs


@frozen(kw_only=True)
class PrintedItem:
    """
    An item as an engine printed it.

    Attributes:
        number: The item's index among the items given to the engine, from 0.
        entry: The item's entry in the list; empty if the style has no list.
        in_text: The item's citation in text; of a style with footnotes, the note.
    """

    number: int
    entry: Runs
    in_text: Runs


@frozen(kw_only=True)
class CiteForm:
    """
    The form of citations in text.

    Attributes:
        locators: Places within the works.
        is_narrative: Whether the names are part of the sentence, outside the brackets.
    """

    locators: tuple[Locator, ...] = ()
    is_narrative: bool = False


PARENTHETICAL = CiteForm()
"""Citations in brackets, without a place."""


class Engine(Protocol):
    """A program or library that prints items in a CSL style."""

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Notes for the user on everything that the engine prints."""

    def refusal(self, item: CslItem, /) -> Message | None:
        """Return the reason why the engine would print an item wrongly, if any."""

    def run(
        self,
        items: Sequence[CslItem],
        style: StyleFile,
        locale: str | None,
        form: CiteForm = PARENTHETICAL,
        /,
    ) -> list[PrintedItem]:
        """
        Print items, in the order of the style's list, and their citations in a form.

        Raises:
            EngineError: The engine failed, took too long, or cannot print the form.
        """
