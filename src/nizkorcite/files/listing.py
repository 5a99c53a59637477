"""Listing of input files, and reasons why a file cannot be read."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from nizkorcite.errors import InputError, problem_of
from nizkorcite.messages import Message

_MOST_NAMED = 6
_ADDRESS = ("http://", "https://")


@frozen
class PassedOver:
    """
    What is in the folders of a run and is not read.

    Attributes:
        endings: The number of other files, by ending; hidden files are not counted.
        links: Links that lead out of their folder.
    """

    endings: Counter[str] = field(factory=Counter)
    links: list[str] = field(factory=list)

    def notes(self) -> Iterator[Message]:
        """Yield one line for the files and one for the links, as far as there are any."""
        if self.endings:
            yield _endings_note(self.endings)
        if self.links:
            yield _links_note(self.links)


def list_files(
    name: str, endings: tuple[str, ...], passed_over: PassedOver | None = None
) -> Sequence[str]:
    """
    List the files of a folder with certain endings; any other name alone.

    The files are sorted. A folder inside that cannot be opened is listed too, to be reported. Of a
    snapshot of ArchiveBox, which holds one page in several forms, the most faithful one is listed.
    A link that leads out of the folder is not: whoever made the folder may not have had the file.

    Args:
        name: A file, a folder, or ``-``.
        endings: Endings of file names, in lower case.
        passed_over: Gets what is not listed.
    """
    if name == "-" or not os.path.isdir(name):
        return [name]
    closed: list[OSError] = []
    listed: list[str] = []
    others: list[str] = []
    inner: list[str] = []
    for folder, folders, files in os.walk(name, onerror=closed.append):
        paths = [os.path.join(folder, file) for file in files]
        if page := _page_of_snapshot(folder, files, endings):
            folders.clear()
            paths = _files_below(folder)
        taken = [page] if page else [path for path in paths if path.lower().endswith(endings)]
        listed += taken
        others += set(paths).difference(taken)
        inner += [os.path.join(folder, each) for each in folders]
    outside = _links_out_of(name, [*listed, *inner])
    if passed_over is not None:
        visible_ones = (path for path in others if not _is_hidden(path, name))
        passed_over.endings.update(os.path.splitext(path)[1].lower() for path in visible_ones)
        passed_over.links.extend(sorted(outside))
    taken_ones = set(listed).difference(outside)
    return sorted([*taken_ones, *(error.filename for error in closed)]) or [name]


def _links_out_of(folder: str, paths: Iterable[str]) -> set[str]:
    """Return those paths that lead out of a folder; not broken links, which are reported."""
    within = os.path.join(os.path.realpath(folder), "")
    return {
        path
        for path in paths
        if (os.path.islink(path) or os.path.islink(os.path.dirname(path)))
        and os.path.exists(path)
        and not os.path.join(os.path.realpath(path), "").startswith(within)
    }


def _page_of_snapshot(folder: str, files: Sequence[str], endings: tuple[str, ...]) -> str | None:
    if not any(file.startswith("index.json") for file in files):
        return None
    from nizkorcite.files.beside import page_of_snapshot  # few folders are snapshots

    page = page_of_snapshot(folder, files)
    return page if page and page.endswith(endings) else None


def _files_below(folder: str) -> list[str]:
    return [os.path.join(place, file) for place, _, files in os.walk(folder) for file in files]


def input_files(names: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    """List the files of all names that the user gave."""
    for name in names:
        yield from list_files(name, endings)


def _endings_note(endings: Counter[str]) -> Message:
    """
    Count the files of folders that were skipped, with their most frequent endings.

    >>> str(_endings_note(Counter({".png": 8, ".css": 4})))
    '12 files skipped: .png (8), .css (4)'
    """
    ranked = sorted(endings.items(), key=lambda each: (-each[1], each[0]))
    listed: Message | str = ""
    for ending, number in ranked[:_MOST_NAMED]:
        what = ending or Message("no ending")
        one = Message("{ending} ({number})", ending=what, number=number)
        listed = Message("{one}, {other}", one=listed, other=one) if listed else one
    if len(ranked) > _MOST_NAMED:
        listed = Message("{one}, {other}", one=listed, other="...")
    total = endings.total()
    if total == 1:
        return Message("1 file skipped: {endings}", endings=listed)
    return Message("{number} files skipped: {endings}", number=total, endings=listed)


def _links_note(links: Sequence[str]) -> Message:
    """
    Name the links of folders that were skipped.

    >>> str(_links_note(["a/passwd.html"]))
    '1 link that leads out of its folder skipped: a/passwd.html (give its name to read it)'
    """
    names = ", ".join([*links[:_MOST_NAMED], *["..."][: len(links) - _MOST_NAMED]])
    if len(links) == 1:
        return Message(
            "1 link that leads out of its folder skipped: {name} (give its name to read it)",
            name=names,
        )
    return Message(
        "{number} links that lead out of their folder skipped: {names} (give their names to read "
        "them)",
        number=len(links),
        names=names,
    )


def check_regular(path: str) -> None:
    """
    Check that a file in a folder is a regular file.

    Reading a pipe would wait for ever.

    Raises:
        InputError: The file is a pipe, a device or a socket.
        OSError: The file does not exist, or is a folder that cannot be opened.
    """
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        os.listdir(path)
    if not stat.S_ISREG(mode):
        raise InputError(Message("it is not an ordinary file"))


def problem_with(name: str, error: OSError) -> Message:
    """Explain why an input cannot be read; suggest a similar name for a missing file."""
    if isinstance(error, FileNotFoundError):
        return _missing_file(name)
    if isinstance(error, IsADirectoryError) and os.access(name, os.R_OK | os.X_OK):
        return Message("the folder contains no file of a supported kind")
    return problem_of(error)


def unreadable(name: str, problem: str | Message) -> Message:
    """Report that an input cannot be read, and why."""
    return Message("cannot read {name}: {problem}", name=name, problem=problem)


def _missing_file(name: str) -> Message:
    if name.lower().startswith(_ADDRESS):
        return Message(
            "nothing is fetched; save the page in your browser and give the file, with --url and "
            "this address"
        )
    from difflib import get_close_matches  # slow to import, and only mistakes need it

    if os.path.islink(name):
        return Message("broken link")
    folder, file = os.path.split(name)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return Message('no such file; there is no folder "{folder}" either', folder=folder)
    for near in get_close_matches(file, names, n=1, cutoff=0.7):
        path = os.path.join(folder, near)
        return Message('no such file; did you mean "{path}"?', path=path)
    return Message("no such file")


def _is_hidden(path: str, top: str) -> bool:
    return any(part.startswith(".") for part in os.path.relpath(path, top).split(os.sep))
