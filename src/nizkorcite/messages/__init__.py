"""
Messages in several languages: a template that stands in the code, and the values put into it.

The English template is written where the message is made, and is the key of the tables of the other
languages (`spanish`). A message gets its language when it is shown, so that whoever finds a fault
need not know who reads it. A test holds the tables and the code together.
"""

from typing import Literal, get_args

from attrs import frozen

Language = Literal["en", "es"]
"""A language that messages are shown in: English or Spanish."""

LANGUAGES: tuple[Language, ...] = get_args(Language)


@frozen(init=False)
class Message:
    """
    Words for a user, in the language that they are asked for in.

    Args:
        template: The English words as a literal, with a name in braces for each value.
        values: The values by their names; each stands in the template.

    >>> message = Message("{name} is missing", name='"title"')
    >>> print(message, "-", message.text("es"))
    "title" is missing - falta "title"
    """

    template: str
    values: tuple[tuple[str, "str | int | float | Message"], ...]

    def __init__(self, template: str, /, **values: "str | int | float | Message") -> None:
        self.__attrs_init__(template, tuple(values.items()))

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """
        The words in a language.

        Raises:
            KeyError: The language's table lacks the template.
        """
        values = {
            name: value.text(language) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return _template(self.template, language).format_map(values)


def _template(english: str, language: Language) -> str:
    if language == "en":
        return english
    from nizkorcite.messages.es import TEMPLATES  # only who reads Spanish needs it

    return TEMPLATES[english]
