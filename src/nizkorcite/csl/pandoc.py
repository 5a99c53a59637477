"""
The citation engine pandoc, a separate program (GPL).

Nothing is fetched: pandoc always gets an independent style, since even in its sandbox it would
fetch the parent of a dependent one.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve, frozen

from nizkorcite.csl.engine import PARENTHETICAL, CiteForm, PrintedItem
from nizkorcite.csl.item import NO_MARKUP
from nizkorcite.csl.style_file import StyleFile, with_locator_names
from nizkorcite.errors import EngineError, problem_of
from nizkorcite.formats.csl_json.writer import CslItem
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import locators_in_prose
from nizkorcite.messages import Message
from nizkorcite.reference.locators import Locator
from nizkorcite.styles.rich_text import Run, Runs, Shape

_SECONDS = 60.0
_SECONDS_EACH = 0.1
"""Many times the time measured; disambiguation grows with the square of the items."""
_SHAPES: dict[str, Shape] = {
    "Strong": "bold",
    "SmallCaps": "small-caps",
    "Subscript": "subscript",
    "Superscript": "superscript",
    "Underline": "underline",
}
_LABELS: Mapping[str, str] = {
    label: f"nizkorcite{label}"
    for label in (
        *("book", "chapter", "column", "figure", "folio", "line", "note", "page", "paragraph"),
        *("part", "section", "verse", "volume"),
    )
}
"""Names of the locators that pandoc knows, which no language has a word for."""
_HAS_DIGIT = re.compile("[0-9]")
_Node = Mapping[str, Any]
_Nodes = Sequence[_Node]


def pandoc_programs() -> tuple[str, ...]:
    """Find pandoc on the path and in the package pypandoc-binary."""
    spec = find_spec("pypandoc")  # its files are used, and it is not imported
    folders = (spec.submodule_search_locations or ()) if spec else ()
    places = (None, *(str(Path(folder, "files")) for folder in folders))
    found = (shutil.which("pandoc", path=place) for place in places)
    return tuple(program for program in found if program)


@frozen(kw_only=True)
class Pandoc:
    """
    The engine pandoc.

    Attributes:
        programs: Paths to try in turn, since one may be too old to cite.
        seconds: Time limit of a run, plus a tenth of a second for each item.
    """

    programs: tuple[str, ...]
    seconds: float = _SECONDS
    remarks: tuple[Message, ...] = ()

    def refusal(self, item: CslItem) -> Message | None:  # noqa: ARG002 - pandoc prints every item
        """Return no reason: pandoc prints every item."""
        return None

    def run(
        self,
        items: Sequence[CslItem],
        style: StyleFile,
        locale: str | None,
        form: CiteForm = PARENTHETICAL,
    ) -> list[PrintedItem]:
        """Print items in one run of the program."""
        with TemporaryDirectory(prefix="nizkorcite-") as folder:
            named = [{**item, "id": f"k{number}"} for number, item in enumerate(items)]
            Path(folder, "items.json").write_text(json.dumps(named), encoding="utf-8")
            Path(folder, "style.csl").write_bytes(
                with_locator_names(style.xml, _LABELS) if form.locators else style.xml
            )
            place = _place(form.locators, locale)
            cites = (_cite(number, place, form) for number in range(len(items)))
            document = "\n\n".join(cites)
            text = self._output(folder, document, locale, self.seconds + len(items) * _SECONDS_EACH)
        try:
            return list(_printed_items(json.loads(text)["blocks"], len(items)))
        except (ValueError, LookupError, TypeError) as error:
            message = Message(
                "pandoc printed no document; is {program} pandoc?", program=self.programs[0]
            )
            raise EngineError(message) from error

    def _output(self, folder: str, document: str, locale: str | None, seconds: float) -> str:
        problem: Message | str = ""
        for program in self.programs:
            run = _call(program, folder, document, locale, seconds)
            if not run.returncode:
                return run.stdout
            problem = run.stderr.strip().split("\n")[0] or f"exit code {run.returncode}"
            if "nknown option" not in problem:
                break
            problem = Message("{program} is too old; use pandoc 2.15 or later", program=program)
        raise EngineError(Message("pandoc could not print the style: {problem}", problem=problem))


def _cite(number: int, place: str, form: CiteForm) -> str:
    if form.is_narrative:
        return f"@k{number} [{place}]" if place else f"@k{number}"
    return f"[@k{number}{place}]"


def _place(locators: Sequence[Locator], locale: str | None) -> str:
    """Return locators for pandoc: one by its name, others as words that are not interpreted."""
    if not locators:
        return ""
    first = locators[0]
    if len(locators) == 1 and first.label in _LABELS and _HAS_DIGIT.search(first.value):
        return f"{{{_LABELS[first.label]} {_escaped(first.value)}}}"
    words = locale_words("es" if (locale or "").startswith("es") else "en")
    return f"{{}}, {_escaped(locators_in_prose(locators, words))}"


def _escaped(text: str) -> str:
    """Escape the marks of pandoc's Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


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
        message = Message(
            "pandoc was stopped after {seconds} seconds; cite fewer items at once",
            seconds=round(seconds),
        )
        raise EngineError(message) from error
    except OSError as error:
        message = Message(
            "cannot run {program}: {problem}", program=program, problem=problem_of(error)
        )
        raise EngineError(message) from error


def _printed_items(blocks: _Nodes, count: int) -> Iterator[PrintedItem]:
    """Yield items in the order of the list, if the style has one."""
    cited = [_rich(block["c"]) for block in blocks[:count]]
    entries = dict(_entries(blocks[count:]))
    for number in entries or range(count):
        yield PrintedItem(number=number, entry=entries.get(number, ()), in_text=cited[number])


def _entries(blocks: _Nodes) -> Iterator[tuple[int, Runs]]:
    for block in blocks:
        for entry in block["c"][1]:
            yield int(entry["c"][0][0].removeprefix("ref-k")), _rich(entry["c"][1])


def _rich(nodes: _Nodes) -> Runs:
    """Make runs of pandoc's tree, and join neighbours of one shape."""
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
            yield evolve(shape, text=content.replace(NO_MARKUP, ""))
        elif kind == "Quoted":
            single = content[0]["t"] == "SingleQuote"
            opening, closing = "‘’" if single else "“”"
            yield evolve(shape, text=opening)
            yield from _runs(content[1], shape)
            yield evolve(shape, text=closing)
        elif content:
            yield from _runs(_inner(content), _shape_within(shape, kind, content))


def _inner(content: Sequence[Any]) -> _Nodes:
    """Return a node's content, which follows its attributes and precedes its address."""
    lists = [part for part in content if isinstance(part, list) and _is_nodes(part)]
    if _is_nodes(content):
        return content
    return lists[-1] if lists else [{"t": "Str", "c": content[-1]}]


def _is_nodes(content: Sequence[Any]) -> bool:
    return bool(content) and all(isinstance(each, dict) and "t" in each for each in content)


def _shape_within(shape: Run, kind: str, content: Sequence[Any]) -> Run:
    if kind == "Emph":  # italics within italics are upright
        return evolve(shape, italic=not shape.italic)
    if kind in _SHAPES:
        return evolve(shape, shapes=tuple(dict.fromkeys((*shape.shapes, _SHAPES[kind]))))
    return evolve(shape, italic=False) if "csl-no-emph" in _classes(content) else shape


def _classes(content: Sequence[Any]) -> Iterable[str]:
    """Return the classes of a span, whose content begins with identifier, classes, attributes."""
    attributes = content[0]
    is_span = isinstance(attributes, list) and len(attributes) == 3 and attributes[0] == ""  # noqa: PLR2004 - the number says itself
    return attributes[1] if is_span else ()
