"""What is acknowledged stays, whatever stops a run: kills, errors of the disk, losses of power."""

from functools import cache

import pytest

from stopped_archives import WORKS, Recording, errors, losses, recording, small_packs, stops

_recorded = cache(recording)  # the calls of an undisturbed run


@pytest.fixture(scope="module", autouse=True)
def _small_packs() -> object:
    with small_packs():
        yield


@pytest.fixture(params=WORKS)
def record(request: pytest.FixtureRequest) -> Recording:
    """The calls of an undisturbed run of each work."""
    return _recorded(request.param)


def test_a_killed_run_loses_nothing_and_can_be_repeated(record: Recording) -> None:
    """The archive is sound at once, and the same as an undisturbed one after another run."""
    assert [""] * 50 == list(stops(record, 50, seed=1))


def test_an_error_of_the_disk_leaves_the_archive_as_it_was(record: Recording) -> None:
    """One call fails, or the disk stays full."""
    assert [""] * 50 == list(errors(record, 50, seed=1))


def test_a_loss_of_power_loses_nothing_that_was_acknowledged(record: Recording) -> None:
    """Whatever was not synced is kept, lost or damaged at random."""
    assert [""] * 50 == list(losses(record, 50, seed=1))


_OF_SEALS = "a/.staging/seal.txt"
_OF_ERASURES = ["pack .jsonl", "pack .warc", "a/.staging", "log", "a/packs", _OF_SEALS]
SYNCS = {
    "new": [
        "a/README.txt",
        "a/READER.py",
        "a/nizkorcite-archive.json",
        "a",
        ".",
        "log",
        "a/log",
        "a/.staging/manifest-sha256.txt",
        "pack .warc",
        "pack .jsonl",
        "a/packs",
        "a/manifest-sha256.txt",
        "a/.staging",
        _OF_SEALS,
    ],
    "edit": ["pack .jsonl", "a/packs", "log", "a/manifest-sha256.txt", _OF_SEALS],
    "withdraw": ["log", _OF_SEALS],
    "erase": _OF_ERASURES,
    "repair": [
        "pack .jsonl",
        "pack .warc",
        "a/.staging/README.txt",
        "a",
        "a/log",
        "a/packs",
        _OF_SEALS,
    ],
    "crawl": [
        "whole file",
        "pack .warc",
        "pack .jsonl",
        "a",
        "a/warc",
        "a/packs",
        "log",
        "a/manifest-sha256.txt",
        "a/.staging",
        _OF_SEALS,
    ],
    "import": _OF_ERASURES,
}
_OF_MANIFESTS = ["a", "a/.staging/manifest-sha256.txt"]
WITHOUT_LOSS = {
    "edit": ["a"],  # a seal that is lost is that of an event before
    "withdraw": ["a"],
    "erase": _OF_MANIFESTS,  # a manifest that is lost is made again from the log
    "crawl": ["a/.staging/manifest-sha256.txt"],
    "import": _OF_MANIFESTS,
    "repair": ["a/.staging", "a/quarantine", "log"],  # the copy is still there
}
"""Syncs that a loss of power after them does not show; what they sync is there in another place."""


def test_every_kind_of_sync_is_left_out_below(record: Recording) -> None:
    """A sync that is added is tried too."""
    name = next(name for name, work in WORKS.items() if work is record.work)

    assert sorted([*SYNCS[name], *WITHOUT_LOSS.get(name, ())]) == sorted(record.syncs)


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name in SYNCS for kind in SYNCS[name]])
def test_no_sync_can_be_left_out(name: str, kind: str) -> None:
    """The simulation sees each of them: without one, some loss of power breaks the archive."""
    assert any(losses(_recorded(name), 400, seed=1, without=kind))
