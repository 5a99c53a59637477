"""What every test has in common: a user whose locale is English."""

import pytest


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are compared in English unless a test asks for another language."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
