"""Reading zip files within bounds: 20,000 members, 64 MiB a member, no encryption."""

import struct
import zipfile
import zlib
from collections import Counter
from io import BytesIO
from typing import Final

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.limits import MEMBERS, PAGE_BYTES

END: Final = b"PK\x05\x06"
"""What the last part of a zip file begins with."""
_DIRECTORY_BYTES: Final = MEMBERS * 256
# A zip file's end may have a comment of 64 KiB after it (APPNOTE, section 4.3.16).
TAIL: Final = 66_000
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error)


class ZipArchive:
    """
    An opened zip file.

    Args:
        data: Its bytes; other bytes may stand before it.

    Raises:
        InputError: It is damaged, or has too many members.
    """

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (*_BROKEN, NotImplementedError) as error:
            raise InputError(Message("the zip file is damaged or cut off")) from error
        self.names = self._file.namelist()
        self._numbers = Counter(self.names)

    def read(self, name: str, most: int = PAGE_BYTES) -> bytes:
        """
        Decompress a member.

        Raises:
            InputError: It is missing, damaged, encrypted, compressed in a rare way, larger than
                `most` bytes, or not the only one of its name.
        """
        shown = name[:100]
        if self._numbers[name] > 1:
            raise InputError(
                Message("the zip file has more than one file called {name}", name=shown)
            )
        try:
            with self._file.open(name) as member:
                data = member.read(most + 1)
        except KeyError as error:
            raise InputError(Message("the zip file lacks {name}", name=shown)) from error
        except (RuntimeError, NotImplementedError) as error:
            message = Message(
                "{name} in the zip file is encrypted or packed in a rare way", name=shown
            )
            raise InputError(message) from error
        except _BROKEN as error:
            raise InputError(Message("{name} in the zip file is damaged", name=shown)) from error
        if len(data) > most:
            message = Message(
                "{name} in the zip file has more than {most} bytes", name=shown, most=most
            )
            raise InputError(message)
        return data


def _check_directory(data: bytes) -> None:
    """Refuse a list of members that would take long to read, before it is read."""
    end = data.rfind(END)
    size = data[end + 12 : end + 16]
    if end >= 0 and len(size) == 4 and int.from_bytes(size, "little") > _DIRECTORY_BYTES:  # noqa: PLR2004
        raise InputError(Message("the zip file has more than {most} members", most=MEMBERS))
