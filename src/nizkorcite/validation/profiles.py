"""What can be asked of a record: the base, or what a complete record has."""

from collections.abc import Mapping
from typing import Final, Literal

Profile = Literal["base", "complete"]

SCHEMAS: Final[Mapping[Profile, str]] = {"base": "document", "complete": "document.complete"}
"""The schema of each profile."""
