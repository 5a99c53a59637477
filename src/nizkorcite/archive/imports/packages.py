"""Recognises what is imported: the folder of an archive, or a package of one."""

import os

from nizkorcite.archive.holdings import Holdings
from nizkorcite.archive.imports.archives import archive_holdings
from nizkorcite.archive.imports.bagit import BAG_DECLARATION, bag_holdings
from nizkorcite.archive.imports.ocfl import ocfl_holdings
from nizkorcite.archive.ocfl_layout import ROOT_DECLARATION
from nizkorcite.archive.store import is_archive
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message


def read_package(path: str) -> Holdings:
    """
    Read another archive, or a bag or OCFL storage root of one, after every byte of it was compared.

    Nothing is written into it.

    Raises:
        RefusedImportError: It is damaged, or has files that are not imported.
        ArchiveError: It is none of these.
        OSError: A file cannot be read.

    >>> read_package("nowhere")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'
    """
    if not os.path.isfile(path):
        os.listdir(path)
    if os.path.lexists(os.path.join(path, BAG_DECLARATION)):
        return bag_holdings(path)
    if os.path.lexists(os.path.join(path, ROOT_DECLARATION)):
        return ocfl_holdings(path)
    if is_archive(path):
        return archive_holdings(path)
    raise ArchiveError(
        Message(
            "{name} is neither an archive, a bag nor an OCFL storage root of one; add pages and "
            "records with `nizkorcite archive add`",
            name=path,
        )
    )
