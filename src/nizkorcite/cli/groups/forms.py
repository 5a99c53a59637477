"""The formats in which groups of reprints are printed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from nizkorcite.cli.groups.json import groups_json
from nizkorcite.cli.groups.result import Result
from nizkorcite.cli.groups.table import groups_csv
from nizkorcite.cli.groups.text import groups_text
from nizkorcite.messages import Language

GROUP_FORMS: Final[Mapping[str, Callable[[Result, Language], Iterator[str]]]] = {
    "text": groups_text,
    "json": groups_json,
    "csv": groups_csv,
}
"""The function of each format."""
