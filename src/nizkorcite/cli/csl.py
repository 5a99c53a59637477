"""Citations in CSL styles: all items of a command in one run of the engine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from nizkorcite import citing
from nizkorcite.cli.batch import Batch
from nizkorcite.cli.inputs import say
from nizkorcite.csl import CslStyle
from nizkorcite.errors import EngineError
from nizkorcite.reference import Reference

_UNWRITTEN = 4


class _EngineFailed(click.ClickException):
    """The engine gave no citations."""

    exit_code = _UNWRITTEN


@contextmanager
def engine_told() -> Iterator[None]:
    """Tell why an engine failed, in words."""
    try:
        yield
    except EngineError as error:
        raise _EngineFailed(str(error)) from error


def citable(items: Sequence[Reference], style: CslStyle, batch: Batch) -> Iterator[Reference]:
    """The items that the engine prints rightly; the others are told, and counted as faulty."""
    for remark in style.remarks if items else ():
        say(f"note: {remark}")
    for item in items:
        if refusal := style.refusal(item):
            batch.refuse(f"{item.id}: {refusal}")
        else:
            yield item


def cited_each(items: Sequence[Reference], style: CslStyle) -> list[citing.Citation]:
    """The items in their order, each as if it stood alone."""
    return list(citing.separately(items, style))
