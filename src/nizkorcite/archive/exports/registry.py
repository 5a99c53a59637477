"""The packages and files that an archive is exported to, by name."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from nizkorcite.archive.holdings import StoredHoldings
from nizkorcite.messages import Message

_WRITERS: Final[Mapping[str, str]] = {
    "bagit": "bagit:write_bag",
    "ocfl": "ocfl:write_storage_root",
    "parquet": "parquet:write_record_table",
    "ro-crate": "ro_crate:write_crate",
    "wacz": "wacz:write_wacz",
}
PACKAGES: Final = tuple(_WRITERS)
"""The names of the packages, and of files that are no texts."""


def write_package(holdings: StoredHoldings, name: str, path: str) -> Message | None:
    """
    Write a package, whole or not at all.

    Args:
        holdings: What the archive holds.
        name: One of the `PACKAGES`.
        path: The folder or file to make.

    Returns:
        What the user should know of the package, if anything.

    Raises:
        ArchiveError: It exists.
        OSError: A file cannot be read or written.
    """
    module, _, function = _WRITERS[name].partition(":")
    write: Callable[[StoredHoldings, str], Message | None] = getattr(
        import_module(f"nizkorcite.archive.exports.{module}"), function
    )
    return write(holdings, path)
