"""The result of a run over pages, with what people need to recognise each page."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from nizkorcite.origins import Decision, Origins


@frozen
class PageLabel:
    """
    What people recognise a page by.

    Attributes:
        file: The file that has the page or its record.
        title: The title, if stated.
    """

    file: str
    title: str | None


@frozen(kw_only=True)
class Result:
    """
    The groups of a run.

    Attributes:
        origins: What was found.
        pages: The label of each page by its id.
        decisions: The decisions that were kept in this run.
    """

    origins: Origins
    pages: Mapping[str, PageLabel]
    decisions: Sequence[Decision]
