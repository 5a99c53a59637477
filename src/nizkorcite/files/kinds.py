"""
Kinds of inputs, recognised by name and first characters: pages, records, files of citations.

What is none of these is refused: read as a page it would be cited as a work without title or date.
"""

import os
import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from attrs import frozen

from nizkorcite.errors import InputError, PageError
from nizkorcite.messages import Message
from nizkorcite.page import refuse_other_kinds
from nizkorcite.page.charset import decode, wide_charset


@frozen(kw_only=True)
class Input:
    """
    One input, read.

    Attributes:
        name: As the user gave it; ``-`` for standard input.
        data: Its bytes.
    """

    name: str
    data: bytes


HTML_NAMES = (".html", ".htm", ".xhtml")


PAGE_NAMES = (*HTML_NAMES, ".txt")


YAML_NAMES = (".yaml", ".yml")


_JSON_NAMES = (".json", ".jsonl", ".ndjson")


RECORD_NAMES = (*_JSON_NAMES, *(f"{name}.gz" for name in _JSON_NAMES), *YAML_NAMES)
"""What files of records end in."""


Kind = Literal["page", "record", "bibtex", "csl-json", "ris"]


_CITATIONS: Final[Mapping[str, Kind]] = {".bib": "bibtex", ".ris": "ris"}


CITATION_NAMES: Final = tuple(_CITATIONS)


_TABLE: Final = Message("a table")


_PROGRAM: Final = Message("a program")


_SETTINGS: Final = Message("a file of settings")


_MARKDOWN: Final = Message("Markdown, where a clipper's notes cannot be told from the page")


_XML: Final = Message("XML that is no page")


_OTHERS: Final[Mapping[str, Message]] = {
    **dict.fromkeys((".csv", ".tsv"), _TABLE),
    **dict.fromkeys((".py", ".js", ".sh", ".c", ".java", ".r", ".ipynb"), _PROGRAM),
    ".css": Message("a style sheet"),
    **dict.fromkeys((".toml", ".ini", ".cfg", ".conf"), _SETTINGS),
    **dict.fromkeys((".xml", ".rss", ".atom", ".svg"), _XML),
    **dict.fromkeys((".md", ".markdown"), _MARKDOWN),
    ".log": Message("a log"),
}


_FOREIGN: Final = {"PMID-": "PubMed's format", "%0 ": "EndNote's tagged format"}


# What follows the last full stop of a name may be a part of a title, or what a query asks for.
_ENDING: Final = re.compile(r"\.[a-z][a-z0-9_+-]{0,9}")


# A text that begins with a bracket is a page; JSON has an object next.
_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{")


_JSON_MEMBER: Final = re.compile(rb'"(?:schema_version|original|captures)"\s*:')


# The first line of YAML that is no comment, directive or mark has a member's name.
_YAML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*|---[^\r\n]*|%[A-Z][^\r\n]*)?\r?\n|\r)*+"
    rb"(?:--- )?[ \t]*(?:- +)?[\"']?[A-Za-z_]\w*+[\"']?[ \t]*:\s"
)


_YAML_MEMBER: Final = re.compile(
    rb"^[ \t]*(?:- +)?[\"']?(?:schema_version|original|captures)[\"']?[ \t]*:(?:\s|$)", re.M
)


_MEMBERS: Final = frozenset(("schema_version", "original", "captures"))


_BEFORE: Final = r"(?:\s++|<!--.*?-->|<\?xml\s[^>]*>)*+"


_HTML: Final = re.compile(rf"{_BEFORE}<(?:!doctype\s+html|html)\b", re.I | re.S)


_XML_ROOT: Final = re.compile(
    rf"<\?xml\s|{_BEFORE}<(?:!doctype\s|rss\b|(?![^<>]*/1999/xhtml)[a-z][^<>]*\sxmlns(?::\w+)?=)",
    re.I | re.S,
)


# A style sheet begins with @media ( or @page {, a program with @name(.
_BIBTEX: Final = re.compile(
    r"@\s*(?:(?:string|preamble|comment)\s*[{(]|[a-z]+\s*\{\s*[^\s,{}=]*\s*,)", re.I
)


_SCRIPT: Final = ("#!", "<?php")


_HEAD: Final = 8192


_ROWS: Final = 10


def kind_of(each: Input) -> Kind:
    """
    The kind of an input.

    Raises:
        InputError: It is of no kind that is read.
        PageError: So are its first bytes, or they are of a format of citations that is not read.
    """
    ending = _ending_of(each.name)
    if ending in _CITATIONS:
        return _CITATIONS[ending]
    if is_record(each):
        return "csl-json" if _is_csl(each.data) else "record"
    if ending in HTML_NAMES:
        return "page"
    refuse_other_kinds(each.data)
    return _kind_of_text(_beginning(each.data), ending)


def is_record(each: Input) -> bool:
    """Recognise records, JSON or YAML, by the name or beginning of an input."""
    if each.name.lower().endswith(RECORD_NAMES) or is_yaml(each):
        return True
    head = each.data[: _HEAD * 8]
    is_other = _ending_of(each.name) in _OTHERS
    return bool(_JSON.match(head)) and (not is_other or bool(_JSON_MEMBER.search(head)))


def is_yaml(each: Input) -> bool:
    """Recognise YAML by the name of an input, or by the beginning of a record."""
    head = each.data[: _HEAD * 8]
    is_named = each.name.lower().removesuffix(".gz").endswith(YAML_NAMES)
    return is_named or bool(_YAML.match(head) and _YAML_MEMBER.search(head))


def is_markup(each: Input) -> bool:
    """Recognise HTML by the name or first character of an input."""
    return _ending_of(each.name) in HTML_NAMES or _beginning(each.data).startswith("<")


def _kind_of_text(text: str, ending: str) -> Kind:
    """The kind of an input that is no record, by the beginning of its text."""
    if ending in _OTHERS and not _HTML.match(text):
        raise _refusal(_OTHERS[ending])
    if _BIBTEX.match(text):
        return "bibtex"
    if text.startswith("TY  -"):
        return "ris"
    _refuse_other_texts(text)
    if ending not in ("", *PAGE_NAMES) and not text.startswith("<"):
        raise _unknown(ending)
    return "page"


def _refuse_other_texts(text: str) -> None:
    """Refuse a text of another kind, which would be a page without a title."""
    foreign = next((name for mark, name in _FOREIGN.items() if text.startswith(mark)), None)
    if foreign:
        raise PageError(f"is in {foreign}, which is not read; export it as RIS or BibTeX")
    if text.startswith(_SCRIPT):
        raise _refusal(_PROGRAM)
    if _XML_ROOT.match(text) and not _HTML.match(text):
        raise _refusal(_XML)
    if any(_has_columns(text, delimiter) for delimiter in ",;\t"):
        raise _refusal(_TABLE)


def _refusal(kind: Message) -> InputError:
    message = Message(
        "looks like {kind}; give a page (.html, .txt), a record (.json, .yaml) or citations "
        "(.bib, .ris)",
        kind=kind,
    )
    return InputError(message)


def _unknown(ending: str) -> InputError:
    message = Message(
        'no page, record or file of citations has the ending "{ending}"; name a page of text .txt, '
        "or give it on standard input",
        ending=ending,
    )
    return InputError(message)


def _has_columns(text: str, delimiter: str) -> bool:
    """Recognise rows of as many cells; prose has a space after a comma, or a tab before."""
    import csv  # most pages are HTML

    lines = [line for line in text.splitlines() if line.strip()][:_ROWS]
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    return len(rows) > 1 and _are_cells(rows, delimiter)


def _are_cells(rows: Sequence[Sequence[str]], delimiter: str) -> bool:
    first, *others = rows
    is_even = len(first) > 1 and all(len(row) == len(first) for row in others)
    is_headed = all(first if delimiter == "\t" else first[1:])
    return is_even and is_headed and not any(cell[:1].isspace() for row in rows for cell in row)


def _beginning(data: bytes) -> str:
    """The first whole lines of a text, without white space before them."""
    head = data[:_HEAD]
    text = decode(head, wide_charset(head)).text.lstrip("\ufeff \t\r\n")
    return text if len(data) <= _HEAD else text.rpartition("\n")[0] or text


def _ending_of(name: str) -> str:
    """The ending of a name in lower case; empty where that is no ending of a file."""
    ending = os.path.splitext(name)[1].lower()
    return ending if _ENDING.fullmatch(ending) else ""


def _is_csl(data: bytes) -> bool:
    """Records have members that no item of CSL-JSON has; broken JSON is left to validation."""
    import json  # pages need none of it

    try:
        text = data.decode(json.detect_encoding(data)).lstrip("\ufeff \t\r\n")
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    if isinstance(value, list):
        return all(_MEMBERS.isdisjoint(item) for item in value if isinstance(item, dict))
    return isinstance(value, dict) and "type" in value and _MEMBERS.isdisjoint(value)
