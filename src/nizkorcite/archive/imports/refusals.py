"""
Why a file is not imported, each reason with a code.

The names in a manifest come from elsewhere: a name is checked before its file is opened.
"""

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

from attrs import frozen

from nizkorcite.archive.damage import FILE_MESSAGES
from nizkorcite.errors import ArchiveError
from nizkorcite.messages import Message

RefusalCode = Literal[
    "outside",
    "bad-name",
    "other-form",
    "name-twin",
    "link",
    "not-a-file",
    "missing",
    "unexpected",
    "altered",
    "bad-declaration",
    "bad-manifest",
    "bad-contents",
]

REFUSAL_CODES: Final[Sequence[RefusalCode]] = get_args(RefusalCode)

_MESSAGES: Final[Mapping[str, Message]] = {
    **FILE_MESSAGES,
    "outside": Message("the name leads out of the folder"),
    "bad-name": Message("not every system can have a file of this name"),
    "other-form": Message("the name is not in the composed form of Unicode (NFC)"),
    "unexpected": Message("no manifest lists this file"),
    "altered": Message("the file has another digest than its manifest says"),
    "bad-declaration": Message("the file does not say what a package of this kind says"),
    "bad-manifest": Message("the manifest cannot be read"),
    "bad-contents": Message("the contents are not those of an archive that nizkorcite exported"),
}

_OF_A_DRIVE: Final = re.compile("[A-Za-z]:")
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]|[ .](?:/|$)')
_DEVICES: Final = re.compile(
    r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)", re.I
)


@frozen
class Refusal:
    """
    A file that is not imported.

    Attributes:
        code: The reason.
        path: The file, as its manifest or the folder names it.
    """

    code: RefusalCode
    path: str

    @property
    def message(self) -> Message:
        """The reason in words."""
        return _MESSAGES[self.code]


class RefusedImportError(ArchiveError):
    """
    A package of which nothing is imported.

    Attributes:
        refusals: The files, each with the reason.
    """

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = refusals
        super().__init__(
            Message("nothing is imported; files refused: {number}", number=len(refusals))
        )


def refuse_any(refusals: Iterable[Refusal]) -> None:
    """
    Raise if there is a reason to refuse a package.

    Raises:
        RefusedImportError: There is one; the error has all of them, each once.
    """
    if found := list(dict.fromkeys(refusals)):
        raise RefusedImportError(found)


def name_refusals(paths: Iterable[str]) -> Iterator[Refusal]:
    """
    Yield the names that are not safe on every system, and those that are equal on some.

    >>> [each.code for each in name_refusals(["../a", "data/con", "B", "b"])]
    ['outside', 'bad-name', 'name-twin']
    """
    forms: dict[str, str] = {}
    for path in paths:
        code = _name_code(path)
        form = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if code is None and forms.setdefault(form, path) != path:
            code = "name-twin"
        if code:
            yield Refusal(code, path)


def _name_code(path: str) -> RefusalCode | None:
    slashed = path.replace("\\", "/")
    if slashed.startswith(("/", "~")) or _OF_A_DRIVE.match(path) or ".." in slashed.split("/"):
        return "outside"
    if not path.isprintable() or _FORBIDDEN.search(path) or _DEVICES.search(path):
        return "bad-name"
    if {"", "."}.intersection(path.split("/")):
        return "bad-name"
    return None if unicodedata.is_normalized("NFC", path) else "other-form"


def files_in(folder: str) -> list[str]:
    """
    List all files below a folder, links to folders included, relative to the folder.

    Raises:
        OSError: A folder cannot be read.
    """
    found = []
    for place, folders, files in os.walk(folder, onerror=_raise):
        inside = os.path.relpath(place, folder)
        links = [each for each in folders if os.path.islink(os.path.join(place, each))]
        found += [os.path.normpath(os.path.join(inside, name)) for name in (*files, *links)]
    return sorted(each.replace(os.sep, "/") for each in found)


def _raise(error: OSError) -> None:
    raise error


def tree_refusals(folder: str) -> Iterator[Refusal]:
    """
    Yield the files of a folder that are links, no ordinary files, or have names to refuse.

    Raises:
        OSError: A folder cannot be read.
    """
    paths = files_in(folder)
    yield from name_refusals(paths)
    for path in paths:
        mode = os.lstat(os.path.join(folder, path)).st_mode
        if stat.S_ISLNK(mode):
            yield Refusal("link", path)
        elif not stat.S_ISREG(mode):
            yield Refusal("not-a-file", path)


def digest_refusals(folder: str, digests: Mapping[str, str], algorithm: str) -> Iterator[Refusal]:
    """
    Compare the files that a manifest lists, whose names and kinds were checked before.

    Args:
        folder: The folder that the names are relative to.
        digests: The digest of each file.
        algorithm: ``sha256`` or ``sha512``.

    Raises:
        OSError: A file cannot be read.
    """
    for path, digest in digests.items():
        whole = os.path.join(folder, path)
        if not os.path.isfile(whole):
            yield Refusal("missing", path)
            continue
        with open(whole, "rb") as file:
            if hashlib.file_digest(file, algorithm).hexdigest() != digest.lower():
                yield Refusal("altered", path)
