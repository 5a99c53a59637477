"""What every test has in common: a user whose locale is English, and whose output is buffered."""

import os

import pytest
from hypothesis import settings

from nizkorcite.cli.console.language import use_language

os.environ.pop("LANGUAGE", None)
os.environ.pop("PYTHONUNBUFFERED", None)  # it hides output that is written too late

# A busy machine is no fault: no law is bound to a time. The same code gives the same verdict;
# `--hypothesis-profile explore` looks for new examples.
settings.register_profile("nizkorcite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("nizkorcite")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are compared in English unless a test asks for another language."""
    use_language("en")  # a test before this one may have left another
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)  # a run in Spanish sets it
