"""Sources of one record: text, bytes or a mapping."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from nizkorcite.files.kinds import is_yaml
from nizkorcite.files.opening import open_records
from nizkorcite.messages import Message
from nizkorcite.record.json_types import JSON
from nizkorcite.validation.input.chunk import Portion
from nizkorcite.validation.input.limits import MAXIMUM_BYTES

if TYPE_CHECKING:
    from nizkorcite.validation.parsing.text import Text

Source: TypeAlias = "Mapping[str, JSON] | str | bytes | os.PathLike[str]"
"""A record: a mapping, its JSON text, or (a path) a file of one or more records."""


def _text(source: Mapping[str, JSON] | str | bytes) -> "bytes | Text":
    """The bytes of a record, or what is read of it where there are none."""
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


def _only(path: "os.PathLike[str]") -> "bytes | Text":
    """The one record of a file; of several records in YAML it is told that they are several."""
    with open_records(path) as stream:
        data = stream.read(MAXIMUM_BYTES + 1)
    if not is_yaml(stream.name, stream.head):
        return data
    from nizkorcite.validation.parsing.records import numbered

    documents = list(numbered(Portion(text=data, is_yaml=True)))
    (_, read), *others = documents
    return _several(read) if others else read


def _several(read: "Text") -> "Text":
    from nizkorcite.validation.fault import Fault

    fault = Fault("NZ009", Message("the file has several records"), offset=0)
    return evolve(read, faults=(fault,), is_readable=False)
