"""Outputs are outside the folder of an archive, which has no place for other files."""

import os

from nizkorcite.cli.console.usage_errors import usage_error
from nizkorcite.messages import Message


def refuse_within_archive(output: str, archive: str) -> None:
    """
    Refuse an output within an archive.

    Args:
        output: The file or folder to write; ``-`` is standard output.
        archive: The folder of the archive.

    Raises:
        click.UsageError: The output is the folder, or in it.
    """
    inside = os.path.join(os.path.realpath(archive), "")
    if output != "-" and os.path.join(os.path.realpath(output), "").startswith(inside):
        raise usage_error(
            Message(
                "{output} is in the archive {archive}; write to another folder",
                output=output,
                archive=archive,
            )
        )
