"""
A .csl file: what a style says of itself, and the style that a dependent one stands for.

CSL 1.0.2, "Styles - Structure". A dependent style has a title and the name of its parent; engines
would fetch that parent from the network, so it is looked for on this machine instead.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from nizkorcite.errors import StyleError

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_MOST_BYTES = 4_000_000
"""Ten times the largest style of the CSL project."""
Finder = Callable[[str], Path | None]


@frozen(kw_only=True)
class StyleFile:
    """
    An independent style.

    Attributes:
        title: As the file has it.
        xml: The style.
        locale: The language that the style, or the dependent one that led here, is written for.
        parent: The name of the parent that a dependent style stands for.
        has_list: Whether the style has a form for reference lists; some have only footnotes.
        tells_original_year: Whether citations in text have the year of the original.
    """

    title: str
    xml: bytes
    locale: str | None
    parent: str | None
    has_list: bool
    tells_original_year: bool


def read_style(path: Path, find: Finder) -> StyleFile:
    """
    The style of a file, or that of its parent.

    Args:
        path: A .csl file.
        find: Gives the file of a style's name, where one is installed.

    Raises:
        StyleError: The file can not be read, is no style, or its parent is not there.
    """
    style = _read(path)
    if not style.parent:
        return style
    parent = _read(_parent_file(path, style.parent, find))
    if parent.parent:
        raise StyleError(f"{path}: its parent {style.parent} is a dependent style itself")
    return evolve(parent, title=style.title, locale=style.locale or parent.locale)


def _read(path: Path) -> StyleFile:
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise StyleError(f"cannot read the style {path}: {problem}") from error
    try:
        root = _root(data)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise StyleError(f"{path} is no CSL style: {error}") from error
    return _described(root, data)


def _root(data: bytes) -> ET.Element:
    if len(data) > _MOST_BYTES:
        raise ValueError("it is too large")
    if b"\0" in data:
        raise ValueError("it is no UTF-8")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("it has a document type, as styles have not")
    root = ET.fromstring(data)  # noqa: S314 - document types, the way of known attacks, are refused
    if root.tag != _name("style"):
        raise ValueError("its first element is no <style> of CSL 1.0")
    if root.find(_name("citation")) is None and not _parent(root):
        raise ValueError("it has neither <citation> nor a parent")
    return root


def _described(root: ET.Element, data: bytes) -> StyleFile:
    title = root.findtext(f"{_name('info')}/{_name('title')}") or ""
    return StyleFile(
        title=" ".join(title.split()),
        xml=data,
        locale=root.get("default-locale"),
        parent=_parent(root),
        has_list=root.find(_name("bibliography")) is not None,
        tells_original_year=any(
            "original-date" in element.get("variable", "").split()
            for element in _reached(root, root.find(_name("citation")))
        ),
    )


def _parent(root: ET.Element) -> str | None:
    """The parent's name: the last part of its address."""
    for link in root.iterfind(f"{_name('info')}/{_name('link')}"):
        if link.get("rel") == "independent-parent":
            return link.get("href", "").rstrip("/").rpartition("/")[2]
    return None


def _parent_file(path: Path, parent: str, find: Finder) -> Path:
    """Beside the dependent style, in the folder above (as the CSL project keeps them), or found."""
    beside = (folder / f"{parent}.csl" for folder in (path.parent, path.parent.parent))
    found = next((file for file in beside if file.is_file()), None) or find(parent)
    if not found:
        raise StyleError(
            f"{path} is a dependent style: it only names its parent, and {parent}.csl is neither "
            "beside it nor installed; put it there, or pip install 'nizkorcite[csl]'"
        )
    return found


def _reached(root: ET.Element, start: ET.Element | None) -> Iterator[ET.Element]:
    """All elements that an element prints with, through the macros it calls."""
    macros = {macro.get("name"): macro for macro in root.iterfind(_name("macro"))}
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


def apart(xml: bytes) -> bytes:
    """
    The style without what makes an item's citation depend on the others of its list.

    Left out are the sorting, the letters, names and titles that tell equal citations apart, and the
    dash for an author named before. So thousands of items can be cited in one run of an engine as
    if each stood alone.
    """
    root = ET.fromstring(xml)  # noqa: S314 - read before
    for element in root.iter():
        if isinstance(element.tag, str) and element.attrib.pop("disambiguate", ""):
            # A condition needs an attribute; no item has a variable of this name.
            element.set("variable", f"{element.get('variable', '')} none-apart".strip())
    for part in (root.find(_name("citation")), root.find(_name("bibliography"))):
        if part is not None:
            _keep_apart(part)
    ET.register_namespace("", _NAMESPACE)  # engines read plain names more surely than ns0:style
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _keep_apart(part: ET.Element) -> None:
    for attribute in list(part.attrib):
        if attribute.startswith(("disambiguate-", "collapse", "subsequent-author-")):
            del part.attrib[attribute]
    for sort in part.findall(_name("sort")):
        part.remove(sort)


def _name(local: str) -> str:
    return f"{{{_NAMESPACE}}}{local}"
