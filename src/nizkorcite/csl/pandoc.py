"""
Pandoc as engine: a program of its own (GPL), given two files and a document that cites each item.

Nothing is fetched: the style is always a whole one on this machine, since pandoc would ask the
network for the parent of a dependent style even in its sandbox.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve, frozen

from nizkorcite.csl.engine import Printed
from nizkorcite.csl.item import LITERAL
from nizkorcite.csl.style_file import StyleFile
from nizkorcite.errors import EngineError
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.styles.rich_text import Run, Runs, Shape

_SECONDS = 60.0
_SECONDS_EACH = 0.1
"""Many times what was measured; telling items apart takes longest, with the square of them."""
_SHAPES: dict[str, Shape] = {
    "Strong": "bold",
    "SmallCaps": "small-caps",
    "Subscript": "subscript",
    "Superscript": "superscript",
    "Underline": "underline",
}
_Node = Mapping[str, Any]
_Nodes = Sequence[_Node]


def programs() -> tuple[str, ...]:
    """The pandoc on the path, and that of the package pypandoc-binary."""
    spec = find_spec("pypandoc")  # its files are used, and it is not imported
    folders = (spec.submodule_search_locations or ()) if spec else ()
    places = (None, *(str(Path(folder, "files")) for folder in folders))
    found = (shutil.which("pandoc", path=place) for place in places)
    return tuple(program for program in found if program)


@frozen(kw_only=True)
class Pandoc:
    """
    The engine.

    Attributes:
        programs: Pandocs to try; the next one where one is too old to cite.
        seconds: How long a run may take, beside a tenth of a second for each item.
    """

    programs: tuple[str, ...]
    seconds: float = _SECONDS
    remarks: tuple[str, ...] = ()

    def refusal(self, item: CslItem) -> str | None:  # noqa: ARG002 - it has a form for every item
        """Pandoc cites every item."""
        return None

    def run(self, items: Sequence[CslItem], style: StyleFile, locale: str | None) -> list[Printed]:
        """Print items in one run of the program."""
        with TemporaryDirectory(prefix="nizkorcite-") as folder:
            named = [{**item, "id": f"k{number}"} for number, item in enumerate(items)]
            Path(folder, "items.json").write_text(json.dumps(named), encoding="utf-8")
            Path(folder, "style.csl").write_bytes(style.xml)
            document = "\n\n".join(f"[@k{number}]" for number in range(len(items)))
            text = self._output(folder, document, locale, self.seconds + len(items) * _SECONDS_EACH)
        try:
            return list(_printed(json.loads(text)["blocks"], len(items)))
        except (ValueError, LookupError, TypeError) as error:
            raise EngineError(f"pandoc gave no document; is {self.programs[0]} pandoc?") from error

    def _output(self, folder: str, document: str, locale: str | None, seconds: float) -> str:
        problem = ""
        for program in self.programs:
            done = _call(program, folder, document, locale, seconds)
            if not done.returncode:
                return done.stdout
            problem = done.stderr.strip().split("\n")[0] or f"exit code {done.returncode}"
            if "nknown option" not in problem:
                break
            problem = f"{program} is too old; pandoc 2.15 or later can cite"
        raise EngineError(f"pandoc could not print the style: {problem}")


def _call(
    program: str, folder: str, document: str, locale: str | None, seconds: float
) -> "subprocess.CompletedProcess[str]":
    command = [program, "--from=markdown", "--to=json", "--citeproc", "--sandbox"]
    command += ["--bibliography=items.json", "--csl=style.csl", f"--data-dir={folder}"]
    command += [f"--metadata=lang:{locale}"] if locale else []
    try:
        return subprocess.run(  # noqa: S603 - a program found by its name, and files of our own
            command,
            input=document,
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        problem = f"pandoc was stopped after {seconds:.0f} seconds; give it fewer items at once"
        raise EngineError(problem) from error
    except OSError as error:
        raise EngineError(f"{program} can not be run: {error.strerror or error}") from error


def _printed(blocks: _Nodes, count: int) -> Iterator[Printed]:
    """The items in the order of the list; of a style without one, as they were given."""
    cited = [_rich(block["c"]) for block in blocks[:count]]
    entries = dict(_entries(blocks[count:]))
    for number in entries or range(count):
        yield Printed(number=number, entry=entries.get(number, ()), in_text=cited[number])


def _entries(blocks: _Nodes) -> Iterator[tuple[int, Runs]]:
    for block in blocks:
        for entry in block["c"][1]:
            yield int(entry["c"][0][0].removeprefix("ref-k")), _rich(entry["c"][1])


def _rich(nodes: _Nodes) -> Runs:
    """Pandoc's tree as runs, neighbours of one shape joined."""
    runs: list[Run] = []
    for run in _runs(nodes, Run("")):
        if runs and evolve(runs[-1], text="") == evolve(run, text=""):
            runs[-1] = evolve(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return tuple(runs)


def _runs(nodes: _Nodes, shape: Run) -> Iterator[Run]:
    for node in nodes:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in ("Space", "SoftBreak", "LineBreak"):
            yield evolve(shape, text=" ")
        elif isinstance(content, str):
            yield evolve(shape, text=content.replace(LITERAL, ""))
        elif kind == "Quoted":
            single = content[0]["t"] == "SingleQuote"
            opening, closing = "‘’" if single else "“”"
            yield evolve(shape, text=opening)
            yield from _runs(content[1], shape)
            yield evolve(shape, text=closing)
        elif content:
            yield from _runs(_inner(content), _shaped(shape, kind, content))


def _inner(content: Sequence[Any]) -> _Nodes:
    """The nodes that a node holds, behind its attributes and before its address."""
    lists = [part for part in content if isinstance(part, list) and _is_nodes(part)]
    if _is_nodes(content):
        return content
    return lists[-1] if lists else [{"t": "Str", "c": content[-1]}]


def _is_nodes(content: Sequence[Any]) -> bool:
    return bool(content) and all(isinstance(each, dict) and "t" in each for each in content)


def _shaped(shape: Run, kind: str, content: Sequence[Any]) -> Run:
    if kind == "Emph":  # italics within italics are upright
        return evolve(shape, italic=not shape.italic)
    if kind in _SHAPES:
        return evolve(shape, shapes=tuple(dict.fromkeys((*shape.shapes, _SHAPES[kind]))))
    return evolve(shape, italic=False) if "csl-no-emph" in _classes(content) else shape


def _classes(content: Sequence[Any]) -> Iterable[str]:
    """The classes of a span: it begins with an identifier, classes, and attributes."""
    attributes = content[0]
    is_span = isinstance(attributes, list) and len(attributes) == 3 and attributes[0] == ""  # noqa: PLR2004 - the number says itself
    return attributes[1] if is_span else ()
