"""What a value of JSON is; a room of its own, since validating needs it and not the model."""

from typing import TypeAlias

JSON: TypeAlias = "None | bool | int | float | str | list[JSON] | dict[str, JSON]"
"""A value of JSON."""
