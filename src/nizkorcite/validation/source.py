"""Sources of a record: a mapping, JSON text, or a file."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from nizkorcite.files.kinds import is_yaml
from nizkorcite.files.opening import open_records
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.input.chunk import Chunk
from nizkorcite.validation.input.limits import MAXIMUM_RECORD_BYTES

if TYPE_CHECKING:
    from nizkorcite.validation.parsing.text import RecordText

RecordSource: TypeAlias = "Mapping[str, JSON] | str | bytes | os.PathLike[str]"
"""A record: a mapping, its JSON text (`str` or bytes), or the `pathlib.Path` of a file."""


def text_of(source: Mapping[str, JSON] | str | bytes) -> "bytes | RecordText":
    """Return the bytes of a record, or its parsed text."""
    if isinstance(source, bytes):
        return source
    from nizkorcite.validation.parsing.mapping import read_mapping
    from nizkorcite.validation.parsing.text import read_text

    if isinstance(source, str):
        try:
            return source.encode()
        except UnicodeEncodeError:  # half a character
            return read_text(source)
    return read_mapping(source)


def text_of_file(path: "os.PathLike[str]") -> "bytes | RecordText":
    """
    Return the text of a file of one record.

    A file of several records in YAML has that fault alone.

    Raises:
        OSError: The file cannot be read.
    """
    with open_records(path) as stream:
        data = stream.read_rest(MAXIMUM_RECORD_BYTES + 1)
    if not is_yaml(stream.name, stream.head):
        return data
    from nizkorcite.faults import Fault
    from nizkorcite.validation.parsing.records import parsed_records
    from nizkorcite.validation.parsing.text import unreadable_text

    (_, read), *others = parsed_records(Chunk(text=data, is_yaml=True))
    if not others:
        return read
    fault = Fault("NZ009", Message("the file has several records"), offset=0)
    return unreadable_text(read.text, fault)
