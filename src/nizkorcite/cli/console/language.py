"""The language of messages: as asked for, or that of the user's locale."""

import os

import click

from nizkorcite.messages import LANGUAGES, Language

_ORDER = ("LC_ALL", "LC_MESSAGES", "LANG")
_LANGUAGE = "nizkorcite.language"  # a name for all of click's context


def message_language() -> Language:
    """The language of this run's messages."""
    context = click.get_current_context(silent=True)
    language: Language | None = context.meta.get(_LANGUAGE) if context else None
    return language or locale_language()


def locale_language() -> Language:
    """
    The language that the environment asks for (POSIX, section 8.2), or English.

    The first variable that is set decides, even if it names a language that is not supported.
    """
    locale = next((value for name in _ORDER if (value := os.environ.get(name))), "")
    return next((each for each in LANGUAGES if locale.split("_")[0].split(".")[0] == each), "en")


def _keep(context: click.Context, _parameter: click.Parameter, value: Language) -> Language:
    context.meta[_LANGUAGE] = value
    return value


language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=locale_language,
    show_default="that of the locale",
    callback=_keep,
    help="The language of messages.",
)
