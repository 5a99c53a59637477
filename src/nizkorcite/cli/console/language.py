"""The language that a verb speaks: as asked for, else that of the user's locale."""

import os

import click

from nizkorcite.messages import LANGUAGES, Language

_ORDER = ("LC_ALL", "LC_MESSAGES", "LANG")


def locale_language() -> Language:
    """
    The language of messages that the environment asks for (POSIX, section 8.2), else English.

    The first variable that is set decides, also where it names a language that is not spoken here.
    """
    locale = next((value for name in _ORDER if (value := os.environ.get(name))), "")
    return next((each for each in LANGUAGES if locale.split("_")[0].split(".")[0] == each), "en")


language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=locale_language,
    show_default="that of the locale",
    help="The language of messages.",
)
