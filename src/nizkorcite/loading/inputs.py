"""Inputs read whole: the bytes of a page, of records or of a citation file."""

from codecs import iterdecode
from collections.abc import Iterable, Iterator
from functools import cached_property
from os import PathLike, fspath
from os.path import basename, join, relpath
from typing import Final

from attrs import evolve, frozen

from nizkorcite.errors import InputError, PageError
from nizkorcite.files.kinds import Kind, kind_of
from nizkorcite.files.listing import PassedOver, check_regular, list_files, problem_with
from nizkorcite.files.opening import CHANGED, InputFile, open_input
from nizkorcite.messages import Message

_MAXIMUM_BYTES: Final = 1 << 29
_LONG: Final = 1 << 22
"""A shorter file is read whole, which is quicker."""
_PIECE: Final = 1 << 20
_IN_PIECES = frozenset(("bibtex", "csl-json", "nbib", "ris"))


@frozen(kw_only=True)
class Input:
    """
    One input, read whole, or a long citation file that can be read in pieces.

    Attributes:
        name: As the user gave it; ``-`` for standard input.
        head: Its first bytes, decompressed.
        is_compressed: Whether the file is compressed (gzip).
        path_in_folder: As for `Listed`.
        state: Size and time of a file that is not read yet.
    """

    name: str
    _data: bytes = b""
    head: bytes
    is_compressed: bool
    path_in_folder: str = ""
    state: tuple[int, int] | None = None

    @property
    def data(self) -> bytes:
        """
        Its bytes; those of a page as kept, of other inputs decompressed.

        Raises:
            OSError: A long file cannot be read, or has changed.
        """
        return b"".join(self._pieces(-1)) if self.state else self._data

    def texts(self) -> Iterator[str]:
        """
        Read a long file from its beginning, in pieces of a mebibyte, as UTF-8.

        Raises:
            OSError: As for `data`.
            UnicodeDecodeError: The file is not in UTF-8.
        """
        return iterdecode(self._pieces(_PIECE), "utf-8-sig")

    def _pieces(self, size: int) -> Iterator[bytes]:
        with open_input(self.name) as file:
            if file.state != self.state:
                raise InputError(CHANGED)
            while piece := file.read(size):
                yield piece

    @cached_property
    def kind(self) -> Kind:
        """
        The kind of the input, by its name and its first bytes.

        Raises:
            InputError, PageError: As for `kind_of`.
        """
        return kind_of(self.name, self.head)


def read_input(path: str | PathLike[str]) -> Input:
    """
    Read a file, or standard input if the path is ``-``.

    Raises:
        OSError: The file cannot be read, or has more than 512 MiB when decompressed.
    """
    name = fspath(path)
    with open_input(path) as file:
        if _is_long_citation_file(file):
            return Input(name=name, head=file.head, is_compressed=False, state=file.state)
        data = _page_as_kept(file) or _decompressed(file)
    return Input(name=name, data=data, head=file.head, is_compressed=file.is_compressed)


def _is_long_citation_file(file: InputFile) -> bool:
    try:
        return file.state[0] >= _LONG and kind_of(file.name, file.head) in _IN_PIECES
    except (InputError, PageError):
        return False


def _page_as_kept(file: InputFile) -> bytes:
    """Read a page; its capture has the digest of the file, compressed or not."""
    try:
        kind = kind_of(file.name, file.head)
    except (InputError, PageError):
        return b""
    return file.read_as_kept() if kind in ("page", "text") else b""


def _decompressed(file: InputFile) -> bytes:
    data = file.read_rest(_MAXIMUM_BYTES + 1) if file.is_compressed else file.read()
    if file.is_compressed and len(data) > _MAXIMUM_BYTES:
        raise InputError(
            Message(
                "the decompressed data has more than {most} bytes; decompress the file first",
                most=_MAXIMUM_BYTES,
            )
        )
    return data


@frozen(kw_only=True)
class Unreadable:
    """An input that cannot be read, and the reason."""

    name: str
    problem: Message


@frozen
class Listed:
    """
    A file to read.

    Attributes:
        name: Its path, or ``-`` for standard input.
        folder: The folder that the user named, if that folder contains the file.
    """

    name: str
    folder: str | None = None

    @property
    def path_in_folder(self) -> str:
        """
        The path below the folder that the user named, or else the name of the file.

        >>> Listed("a/b/c.html", "a").path_in_folder, Listed("a/b/c.html").path_in_folder
        ('b/c.html', 'c.html')
        """
        folder = join(self.folder or "", "")
        if folder and self.name.startswith(folder):  # as it was listed
            return self.name.removeprefix(folder)
        return relpath(self.name, self.folder) if self.folder else basename(self.name)

    def read(self) -> "Input | Unreadable":
        """Read the file, unless a folder has a pipe or device of this name."""
        try:
            if self.folder is not None:
                check_regular(self.name)
            return evolve(read_input(self.name), path_in_folder=self.path_in_folder)
        except OSError as error:
            return Unreadable(name=self.name, problem=problem_with(self.name, error))


def list_inputs(
    names: Iterable[str], endings: tuple[str, ...], passed_over: PassedOver | None = None
) -> Iterator[Listed]:
    """
    List inputs, in the order given.

    Args:
        names: Files, folders and ``-``.
        endings: Endings of the files taken from a folder.
        passed_over: Gets what is in folders and is not listed.
    """
    for name in names:
        for path in list_files(name, endings, passed_over):
            yield Listed(path, name if path != name else None)
