"""The languages of messages; they load fast, as every run needs to know its language."""

from typing import Literal, get_args

Language = Literal["en", "es"]
"""A language for messages (BCP 47): ``en`` or ``es``."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The languages for messages, English first."""
