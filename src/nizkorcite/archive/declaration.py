"""The declaration of an archive: the layout that a reader must know."""

import hashlib
import re
from typing import Final

import orjson
from attrs import frozen

from nizkorcite.archive.layout import DECLARATION, KIND
from nizkorcite.archive.plain_files import open_plain
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message

_LAYOUT: Final = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})")
_KNOWN: Final = 1
_SEALED: Final = (1, 1)


@frozen
class Declaration:
    """
    The declaration of an archive.

    Attributes:
        sha256: Digest of the file, with which the chain of the log begins.
        layout: The version of the layout; `None` if the file is damaged.
    """

    sha256: str
    layout: tuple[int, int] | None

    @property
    def has_seal(self) -> bool:
        """Whether an archive of this layout has a seal from its first run on."""
        return self.layout is not None and self.layout >= _SEALED


def read_declaration(folder: str) -> Declaration:
    """
    Read the declaration of an archive.

    Raises:
        ArchiveError: It declares a layout or digest that only a newer version knows.
        OSError: It cannot be read.
    """
    with open_plain(folder, DECLARATION) as file:
        data = file.read()
    return Declaration(hashlib.sha256(data).hexdigest(), _layout(data))


def _layout(data: bytes) -> tuple[int, int] | None:
    try:
        stated = orjson.loads(data)
        match = _LAYOUT.fullmatch(stated["layout"])
        kind, digest = stated["kind"], stated["digest"]
    except (ValueError, KeyError, TypeError):
        return None
    if match is None or kind != KIND:
        return None
    layout = (int(match[1]), int(match[2]))
    if layout[0] != _KNOWN:
        raise _unknown("layout", match[0])
    if digest != "sha256":
        raise _unknown("digest", str(digest))
    return layout


def _unknown(member: str, value: str) -> ArchiveError:
    return ArchiveError(
        Message(
            'in {name}, "{member}" is "{value}", which this version of nizkorcite does not know; '
            "use a newer version",
            name=DECLARATION,
            member=member,
            value=value,
        )
    )
