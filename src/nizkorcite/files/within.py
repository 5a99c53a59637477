"""Files that a record names, opened only within the record's folder."""

import os
from pathlib import Path

from nizkorcite.errors import NizkorciteError, problem_of
from nizkorcite.messages import Message


class UnfitError(ValueError):
    """A path that is not followed, or a file that cannot be used; `why` is the reason."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


def path_within(folder: Path, name: str) -> Path:
    """
    Return the path of an ordinary file in a folder.

    Args:
        folder: The folder from which the record's paths start.
        name: The path that the record states.

    Raises:
        OSError: The file does not exist.
        UnfitError: The path points outside the folder, even through a link, or to no ordinary file.
    """
    try:
        # Of links in a circle this raises an OSError, and Path.resolve a RuntimeError.
        path = Path(os.path.realpath(folder / name, strict=True))
    except ValueError as error:  # a null character, or half a character
        raise UnfitError(Message("is not a path")) from error
    if not path.is_relative_to(folder.resolve()):
        raise UnfitError(Message("points outside the folder"))
    if not path.is_file():
        raise UnfitError(Message("is not an ordinary file"))
    return path


def reason_of(error: OSError | UnfitError | NizkorciteError) -> Message:
    """Return the reason why a file cannot be used, as the end of a sentence about the file."""
    match error:
        case UnfitError():
            return error.why
        case FileNotFoundError():
            return Message("does not exist")
        case OSError():
            return Message("cannot be read: {problem}", problem=problem_of(error))
        case _:
            return Message("cannot be read: {problem}", problem=error.message)
