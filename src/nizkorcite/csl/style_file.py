"""
Files of CSL styles (.csl), independent or dependent (CSL 1.0.2, "Styles - Structure").

A dependent style has only a title and the name of its parent. Engines would fetch the parent from
the network, so that it is searched on this machine instead.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import evolve, frozen

from nizkorcite.csl.style_bounds import check_bounds
from nizkorcite.errors import StyleError, problem_of
from nizkorcite.extras import install_command
from nizkorcite.messages import Message

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_MOST_BYTES = 4_000_000
"""Ten times the size of the CSL project's largest style."""
Finder = Callable[[str], Path | None]
"""A function that finds the file of an installed style by its name."""


@frozen(kw_only=True)
class StyleFile:
    """
    An independent style.

    Attributes:
        title: The title in the file.
        xml: The content of the file.
        locale: The default language of the style, or of the dependent style that named it.
        parent: The name of the parent, if the style is dependent.
        has_list: Whether the style has reference lists; some styles have only footnotes.
        has_notes: Whether citations are footnotes.
        prints_original_year: Whether citations in text print the year of the original.
    """

    title: str
    xml: bytes
    locale: str | None
    parent: str | None
    has_list: bool
    has_notes: bool
    prints_original_year: bool


def read_style(path: Path, find: Finder) -> StyleFile:
    """
    Read an independent style, or the parent of a dependent one.

    Args:
        path: A .csl file.
        find: Finds the file of an installed style by its name.

    Raises:
        StyleError: The file cannot be read, is not a style, or its parent is missing.
    """
    style = _read(path)
    if not style.parent:
        return style
    parent = _read(_parent_file(path, style.parent, find))
    if parent.parent:
        message = Message(
            "{path}: its parent {parent} is a dependent style itself",
            path=str(path),
            parent=style.parent,
        )
        raise StyleError(message)
    return evolve(parent, title=style.title, locale=style.locale or parent.locale)


def _read(path: Path) -> StyleFile:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = Message(
            "cannot read the style {path}: {problem}", path=str(path), problem=problem_of(error)
        )
        raise StyleError(message) from error
    try:
        root = _root(data)
    except (ET.ParseError, ValueError, LookupError) as error:
        problem = error.args[0] if isinstance(error.args[0], Message) else str(error)
        message = Message("{path} is not a CSL style: {problem}", path=str(path), problem=problem)
        raise StyleError(message) from error
    return _style_file(root, data)


def _root(data: bytes) -> ET.Element:
    if len(data) > _MOST_BYTES:
        raise ValueError(Message("the file is too large"))
    if b"\0" in data:
        raise ValueError(Message("the file is not UTF-8"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError(Message("styles have no document type (<!DOCTYPE>)"))
    root = ET.fromstring(data)  # noqa: S314 - document types, the way of known attacks, are refused
    if root.tag != _name("style"):
        raise ValueError(Message("the root element is not <style> of CSL 1.0"))
    if root.find(_name("citation")) is None and not _parent(root):
        raise ValueError(Message("neither <citation> nor a parent found"))
    check_bounds(root, _macros(root))
    return root


def _style_file(root: ET.Element, data: bytes) -> StyleFile:
    title = root.findtext(f"{_name('info')}/{_name('title')}") or ""
    return StyleFile(
        title=" ".join(title.split()),
        xml=data,
        locale=root.get("default-locale"),
        parent=_parent(root),
        has_list=root.find(_name("bibliography")) is not None,
        has_notes=(has_notes := root.get("class") == "note"),
        # Notes that print it put it beside the archive's name, as if it were the archive's.
        prints_original_year=not has_notes
        and any(
            "original-date" in element.get("variable", "").split()
            for element in _elements_used(root, root.find(_name("citation")))
        ),
    )


def _parent(root: ET.Element) -> str | None:
    """Return the parent's name, the last part of its address."""
    for link in root.iterfind(f"{_name('info')}/{_name('link')}"):
        if link.get("rel") == "independent-parent":
            return link.get("href", "").rstrip("/").rpartition("/")[2]
    return None


def _parent_file(path: Path, parent: str, find: Finder) -> Path:
    """Find the parent beside the dependent style, in the folder above, or installed."""
    beside = (folder / f"{parent}.csl" for folder in (path.parent, path.parent.parent))
    found = next((file for file in beside if file.is_file()), None) or find(parent)
    if not found:
        message = Message(
            "{path} is a dependent style, and its parent {parent}.csl is neither beside it nor "
            "installed; put the parent there, or: {command}",
            path=str(path),
            parent=parent,
            command=install_command("csl"),
        )
        raise StyleError(message)
    return found


def _elements_used(root: ET.Element, start: ET.Element | None) -> Iterator[ET.Element]:
    """Yield all elements with which an element prints, including the macros called."""
    macros = _macros(root)
    waiting, seen = [start], set()
    while waiting:
        parent = waiting.pop()
        # From Python 3.12 on, asking whether an element is true is deprecated.
        for element in () if parent is None else parent:
            yield element
            waiting.append(element)
            called = element.get("macro")
            if called and called not in seen:
                seen.add(called)
                waiting.append(macros.get(called))


def _macros(root: ET.Element) -> dict[str | None, ET.Element]:
    return {macro.get("name"): macro for macro in root.iterfind(_name("macro"))}


def without_disambiguation(xml: bytes) -> bytes:
    """
    Remove the rules of a style by which citations depend on each other.

    These are sorting, the letters, names and titles that distinguish equal citations, and the dash
    for a repeated author. One run of an engine can then cite thousands of items as if each were
    cited alone.
    """
    root = ET.fromstring(xml)  # noqa: S314 - read before
    for element in root.iter():
        if isinstance(element.tag, str) and element.attrib.pop("disambiguate", ""):
            # A condition needs some attribute; no item has a variable of this name.
            element.set("variable", f"{element.get('variable', '')} no-variable".strip())
    for part in (root.find(_name("citation")), root.find(_name("bibliography"))):
        if part is not None:
            _remove_disambiguation(part)
    ET.register_namespace("", _NAMESPACE)  # some engines cannot read ns0:style
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def with_locator_names(xml: bytes, names: Mapping[str, str]) -> bytes:
    """
    Add names of locators to a style, by which an engine recognizes them in any language.

    Args:
        xml: The style.
        names: The names, by CSL's labels. No style prints the form that they get.
    """
    root = ET.fromstring(xml)  # noqa: S314 - read before
    terms = ET.Element(_name("terms"))
    for label, name in names.items():
        ET.SubElement(terms, _name("term"), name=label, form="verb-short").text = name
    locale = ET.Element(_name("locale"))
    locale.append(terms)
    info = root.find(_name("info"))
    root.insert(0 if info is None else list(root).index(info) + 1, locale)
    ET.register_namespace("", _NAMESPACE)  # some engines cannot read ns0:style
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _remove_disambiguation(part: ET.Element) -> None:
    for attribute in list(part.attrib):
        if attribute.startswith(("disambiguate-", "collapse", "subsequent-author-")):
            del part.attrib[attribute]
    for sort in part.findall(_name("sort")):
        part.remove(sort)


def _name(local: str) -> str:
    return f"{{{_NAMESPACE}}}{local}"
