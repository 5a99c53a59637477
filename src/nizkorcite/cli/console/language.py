"""The language of a run: that of `--lang`, or of the user's locale."""

import os
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise

import click

from nizkorcite.languages import LANGUAGES, Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"
_LANGUAGE = os.environ.get("LANGUAGE")  # as the user set it; a run in Spanish sets it anew
_CHOSEN: ContextVar[Language] = ContextVar("language")


def message_language() -> Language:
    """The language of this run's messages."""
    return _CHOSEN.get(None) or locale_language()


def help_text(english: str) -> str:
    """Return a text of the help in the language of this run."""
    if message_language() == "en":
        return english
    from nizkorcite.cli.console.help_texts import spanish_text  # loaded for Spanish only

    return spanish_text(english)


def choose_language(arguments: Sequence[str]) -> None:
    """Choose the language before the arguments are parsed: mistakes in them are reported in it."""
    use_language(_stated_language(arguments) or locale_language())


def use_language(language: Language) -> None:
    """Write messages, those of click included, in a language from now on."""
    if {language, _CHOSEN.get("en")} != {"en"}:
        from nizkorcite.messages.click import translate_click  # loaded for Spanish only

        translate_click(language)
    _CHOSEN.set(language)


def locale_language() -> Language:
    """
    The language that the environment asks for, or English.

    The first variable of the locale that is set decides (POSIX, section 8.2). ``LANGUAGE`` has
    precedence, unless the locale is ``C`` (GNU gettext, section 2.3.3).
    """
    locale = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    asked = locale if locale in ("C", "POSIX") else _LANGUAGE or locale
    return next(
        (each for name in asked.split(":") for each in LANGUAGES if _is_in(name, each)), "en"
    )


def _is_in(locale: str, language: Language) -> bool:
    """Check whether a locale, such as ``es_AR.UTF-8`` or ``es@euro``, is of a language."""
    return locale == language or locale.startswith(tuple(f"{language}{sign}" for sign in "_.@-"))


def _stated_language(arguments: Sequence[str]) -> Language | None:
    for name, value in pairwise((*arguments, "")):
        stated = value if name == _OPTION else name.removeprefix(f"{_OPTION}=")
        if name.startswith(_OPTION) and stated in LANGUAGES:
            return LANGUAGES[LANGUAGES.index(stated)]
    return None


def _use_value(_context: click.Context, _parameter: click.Parameter, value: Language) -> None:
    """Use the value of the option, which a settings file may state too."""
    use_language(value)


language_option = click.option(
    _OPTION,
    type=click.Choice(LANGUAGES),
    default=message_language,
    show_default="that of the locale",
    expose_value=False,
    callback=_use_value,
    help="Language of messages.",
)
