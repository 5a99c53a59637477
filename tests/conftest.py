"""What every test has in common: a user whose locale is English."""

import pytest
from hypothesis import settings

# A busy machine is no fault: no law is bound to a time.
settings.register_profile("nizkorcite", deadline=None)
settings.load_profile("nizkorcite")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are compared in English unless a test asks for another language."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
