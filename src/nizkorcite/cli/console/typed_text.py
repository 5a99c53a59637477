"""Text that is typed to be stored or searched for, unlike names of files, which have any bytes."""

from typing import Any, Final

import click
from click.types import StringParamType

from nizkorcite.cli.console.usage_errors import bad_value
from nizkorcite.messages import Message


class _TypedText(StringParamType):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text: str = super().convert(value, param, ctx)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise bad_value(Message("the text has bytes that are not UTF-8")) from error
        return text


TYPED_TEXT: Final = _TypedText()
"""The type of such an option or argument."""
