"""The texts of click in Spanish: a catalogue of gettext, by which click translates."""

import gettext
import os
from pathlib import Path

from nizkorcite.messages import Language


def translate_click(language: Language) -> None:
    """Write click's texts in a language; gettext learns it from the environment alone."""
    gettext.bindtextdomain("messages", str(Path(__file__).parent))
    os.environ["LANGUAGE"] = language
