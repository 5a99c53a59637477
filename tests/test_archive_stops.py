"""What is acknowledged stays, whatever stops a run: kills, errors of the disk, losses of power."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stopped_archives import SCRATCH, Recording, errors, losses, recording, small_packs, stops


@pytest.fixture(scope="module")
def record() -> Iterator[Recording]:
    """The calls of an undisturbed run."""
    with small_packs(), tempfile.TemporaryDirectory(dir=SCRATCH) as above:
        yield recording(Path(above))


def test_a_killed_run_loses_nothing_and_can_be_repeated(record: Recording) -> None:
    """The archive is sound at once, and the same as an undisturbed one after another run."""
    assert [""] * 50 == list(stops(record, 50, seed=1))


def test_an_error_of_the_disk_leaves_the_archive_as_it_was(record: Recording) -> None:
    """One call fails, or the disk stays full."""
    assert [""] * 50 == list(errors(record, 50, seed=1))


def test_a_loss_of_power_loses_nothing_that_was_acknowledged(record: Recording) -> None:
    """Whatever was not synced is kept, lost or damaged at random."""
    assert [""] * 100 == list(losses(record, 100, seed=1))


SYNCS = [
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
]


def test_every_kind_of_sync_is_left_out_below(record: Recording) -> None:
    """A sync that is added is tried too."""
    assert SYNCS == record.syncs


@pytest.mark.parametrize("kind", SYNCS)
def test_no_sync_can_be_left_out(record: Recording, kind: str) -> None:
    """The simulation sees each of them: without one, some loss of power breaks the archive."""
    assert any(losses(record, 400, seed=1, without=kind))
