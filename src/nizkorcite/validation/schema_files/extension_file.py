"""Open an archive's schema for the members of its own; nothing of it is taken on trust."""

from os import PathLike, fspath
from pathlib import Path
from typing import Final

import jsonschema_rs

from nizkorcite.display import in_quotes
from nizkorcite.errors import InputError
from nizkorcite.files.listing import check_regular
from nizkorcite.messages import Language, Message
from nizkorcite.validation.fast.extension_schema import ExtensionSchema, compiled_schema
from nizkorcite.validation.parsing.text import read_value
from nizkorcite.validation.schema_files.check import iter_schema_findings
from nizkorcite.validation.schema_files.references import References, references_of

_MOST_BYTES: Final = 1 << 16
_MOST_STEPS: Final = 10_000
_MOST_LEVELS: Final = 100


def open_extension_schema(path: str | PathLike[str], lang: Language = "en") -> ExtensionSchema:
    """
    Open and check a schema.

    Its size, and the work that its references ask for, are bounded.

    Args:
        path: The file.
        lang: The language of the finding that an error is about.

    Raises:
        InputError: The schema has an error, refers to another file or to itself, is too large, or
            has a pattern that would need more than linear time.
        OSError: The file cannot be read.
    """
    check_regular(fspath(path))
    with Path(path).open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _refusal(path, Message("the file is larger than 64 KiB"))
    for finding in iter_schema_findings(Path(path), file=fspath(path), lang=lang):
        if finding.severity == "error":
            raise InputError(Message("{text}", text=finding.text(lang)))
    schema = read_value(data).value
    if not isinstance(schema, dict):
        raise _refusal(path, Message("a schema for fields of your own is an object"))
    _Work(references_of(schema), path).check()
    return ExtensionSchema(Path(path).name, _compiling(path, data))


def _compiling(path: str | PathLike[str], data: bytes) -> str:
    """Return the text of a schema whose patterns can be used."""
    text = data.decode("utf-8-sig")
    try:
        compiled_schema(text)
    except jsonschema_rs.ValidationError as error:
        problem = Message(
            "the pattern {pattern} cannot be used: look-ahead, look-behind, references to groups "
            "and very long repetitions are not supported",
            pattern=in_quotes(str(error.instance)),
        )
        raise _refusal(path, problem) from error
    return text


def _refusal(path: str | PathLike[str], problem: Message) -> InputError:
    return InputError(Message("{name}: {problem}", name=fspath(path), problem=problem))


class _Work:
    """The number of parts that a schema has when its references are followed."""

    def __init__(self, references: References, path: str | PathLike[str]) -> None:
        self._references = references
        self._path = path
        self._steps: dict[str, int] = {}

    def check(self) -> None:
        """Refuse a schema that refers to itself, or asks for too much work."""
        if self._count("", ()) > _MOST_STEPS:
            raise _refusal(self._path, Message("its references ask for too much work"))

    def _count(self, pointer: str, above: tuple[str, ...]) -> int:
        """Count a part and all parts within it; `above` are the parts that lead here."""
        if pointer in above or len(above) > _MOST_LEVELS:
            problem = Message("it refers to itself; fields of your own have no levels")
            raise _refusal(self._path, problem)
        if pointer not in self._steps:
            within = [each for each in self._references.parts if self._is_used(each, pointer)]
            found = [name for each in within for name in self._references.targets.get(each, ())]
            own = [name for name in found if name is not None]  # ours end
            self._steps[pointer] = len(within) + sum(
                self._count(target, (*above, pointer)) for target in own
            )
        return self._steps[pointer]

    @staticmethod
    def _is_used(pointer: str, within: str) -> bool:
        """Check for a part within another; definitions are used where something refers to them."""
        inner = pointer.removeprefix(within)
        is_within = pointer == within or pointer.startswith(f"{within}/")
        return is_within and not inner.startswith(("/$defs/", "/definitions/"))
