"""A folder of records as output: one file for each page, in the folders of the pages."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from unicodedata import normalize

import click
from attrs import frozen

from nizkorcite.cli.console.language import message_language
from nizkorcite.cli.console.output_file import Output
from nizkorcite.display import file_name
from nizkorcite.loading.inputs import Listed
from nizkorcite.messages import Message

_ENDING = ".json"


@frozen
class OutputFolder:
    """
    A folder that gets one record for each page.

    Attributes:
        name: The folder.
        is_forced: Whether files that are not records are replaced too.
        paths: The path of each record, by the name of its page.
    """

    name: str
    is_forced: bool
    paths: Mapping[str, str]

    def write(self, page: str, record: str) -> None:
        """
        Write the record of a page.

        Raises:
            click.FileError: The file cannot be written.
        """
        path = self.paths[page]
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        except OSError as error:
            raise click.FileError(path) from error
        with Output(path, self.is_forced).open("record") as file:
            file.write(f"{record}\n")


def is_folder(output: Output) -> bool:
    """Check whether the user asks for a folder of records: one that exists, or a name with /."""
    return os.path.isdir(output.name) or output.name.endswith(("/", os.sep))


def output_folder(output: Output, pages: Sequence[Listed]) -> OutputFolder:
    """
    Choose the paths of the records of pages.

    Raises:
        click.UsageError: Two records would have one path, a page has no name, or a record would
            replace an input or a file that is not a record.
    """
    paths = record_paths(pages, output.name)
    _refuse_inputs(pages, paths)
    try:
        for path in paths.values():
            Output(path, output.is_forced).refuse_foreign("record")
    except OSError as error:
        raise click.FileError(output.name) from error
    return OutputFolder(output.name, output.is_forced, paths)


def record_paths(pages: Sequence[Listed], folder: str) -> dict[str, str]:
    """
    Return the path of each page's record, by the name of the page.

    The ending of the page is replaced, unless pages differ in it alone. Names that differ in letter
    case alone get a number, since many file systems keep one file for both.

    Raises:
        click.UsageError: Two records would have one path, or a page has no name.

    >>> record_paths([Listed("in/a/b.html", "in"), Listed("in/c.html", "in")], "out")
    {'in/a/b.html': 'out/a/b.json', 'in/c.html': 'out/c.json'}
    >>> record_paths([Listed("a.html"), Listed("a.txt")], "out")
    {'a.html': 'out/a.html.json', 'a.txt': 'out/a.txt.json'}
    >>> record_paths([Listed("Index.html"), Listed("index.html")], "out")
    {'Index.html': 'out/Index.html.json', 'index.html': 'out/index.html~2.json'}
    """
    named = {page.name: file_name(page.path_in_folder) for page in pages}
    if "-" in named:
        raise _refusal(
            Message("standard input has no name for its record; write to a file with -o FILE")
        )
    stems = Counter(_folded(os.path.splitext(path)[0]) for path in named.values())
    paths: dict[str, str] = {}
    pages_of: dict[str, str] = {}
    taken = Counter[str]()
    for name, path in named.items():
        stem = os.path.splitext(path)[0]
        record = os.path.join(folder, stem if stems[_folded(stem)] == 1 else path)
        other = pages_of.setdefault(record, name)
        if other != name:
            raise _refusal(_same_path(other, name, record + _ENDING))
        paths[name] = _free_path(record, taken)
    return paths


def _free_path(record: str, taken: Counter[str]) -> str:
    """Add a number to a path of which another differs in letter case alone."""
    path, number = record, taken[_folded(record)]
    while taken[_folded(path)]:
        number += 1
        path = f"{record}~{number}"
    taken[_folded(path)] = 1
    taken[_folded(record)] = max(number, 1)
    return path + _ENDING


def _folded(path: str) -> str:
    """Return a path as file systems compare names that ignore letter case and composition."""
    return normalize("NFC", path).casefold()


def _same_path(one: str, other: str, record: str) -> Message:
    return Message(
        "{one} and {other} would both be written to {record}; read them into different folders",
        one=one,
        other=other,
        record=record,
    )


def _refuse_inputs(pages: Sequence[Listed], paths: Mapping[str, str]) -> None:
    inputs = {os.path.realpath(page.name) for page in pages}
    for path in paths.values():
        if os.path.realpath(path) in inputs:
            raise _refusal(
                Message(
                    "the output {output} is also an input: {name}; write to another file",
                    output=path,
                    name=path,
                )
            )


def _refusal(problem: Message) -> click.UsageError:
    return click.UsageError(problem.text(message_language()))
