"""Interface of a CSL engine."""

from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from nizkorcite.csl.style_file import StyleFile
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.styles.rich_text import Runs


@frozen(kw_only=True)
class Printed:
    """
    What an engine printed of an item.

    Attributes:
        number: The item's place in what the engine was given, from 0.
        entry: Its entry in the list; nothing where the style has no list.
        in_text: Its citation; of a style with footnotes the words of the note.
    """

    number: int
    entry: Runs
    in_text: Runs


class Engine(Protocol):
    """A program or library that prints items in a style."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a user should be told of everything that it prints."""

    def refusal(self, item: CslItem, /) -> str | None:
        """Why the engine would print an item wrongly, in words."""

    def run(self, items: Sequence[CslItem], style: StyleFile, locale: str | None) -> list[Printed]:
        """
        Print items, in the order of the style's list.

        Raises:
            EngineError: The engine failed, or took too long.
        """
