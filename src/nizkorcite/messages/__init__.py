"""
Messages for users in several languages.

A message is an English template, written in the code that makes the message, and the values for its
placeholders. The template is the key of the table of each other language (`es`). A message is
translated when it is shown, so that the code that finds a problem need not know who will read it. A
test compares the tables with the code.
"""

from attrs import frozen

from nizkorcite.display import brief
from nizkorcite.languages import Language

__all__ = ["Language", "Message"]


@frozen(init=False)
class Message:
    """
    A text for users that can be shown in each language.

    Args:
        template: The English text, as a literal, with each placeholder in braces.
        values: A value for each placeholder; a message among them is translated too.

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
        Translate the message and fill in its values: unprintable characters escaped, long ones cut.

        Raises:
            KeyError: The table of the language lacks the template.
        """
        values = {name: _shown(value, language) for name, value in self.values}
        return _translated_template(self.template, language).format_map(values)


def _shown(value: "str | int | float | Message", language: Language) -> str | int | float:
    if isinstance(value, Message):
        return value.text(language)
    return brief(value) if isinstance(value, str) else value


def _translated_template(english: str, language: Language) -> str:
    if language == "en":
        return english
    from nizkorcite.messages.es import TEMPLATES  # loaded for Spanish only

    return TEMPLATES[english]
