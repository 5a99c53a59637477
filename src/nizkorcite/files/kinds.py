"""
Kinds of input, recognized by name and first bytes: pages, records and citation files.

The only table of its kind: all commands and functions that open an input ask it. Other files are
refused, since as a page they would be cited as a work without title or date.
"""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, Literal, cast

from nizkorcite.errors import InputError, PageError
from nizkorcite.messages import Message

Kind = Literal[
    "page", "text", "record", "bibtex", "csl-json", "csl-yaml", "csv", "endnote-xml", "enw", "nbib",
    "ris", "xlsx",
]  # fmt: skip
"""A page is HTML; a text may be a page saved as plain text."""

HEAD: Final = 1 << 16
"""Number of first bytes by which an input is recognized."""

HTML_ENDINGS: Final = (".html", ".htm", ".xhtml")
_TEXT_ENDINGS: Final = (*HTML_ENDINGS, ".txt")
PAGE_ENDINGS: Final = (
    *_TEXT_ENDINGS, ".mhtml", ".mht", ".webarchive", ".eml", ".enex", ".warc", ".warc.gz", ".wacz",
    ".htz", ".maff", ".md", ".pdf",
)  # fmt: skip
"""Endings of files of one page."""
ARCHIVE_ENDINGS: Final = (
    ".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz",
)  # fmt: skip
"""Endings of files that may be collections of pages."""
INDEX_ENDINGS: Final = (".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz")
"""Endings of indexes of captures."""
READ_ENDINGS: Final = (*PAGE_ENDINGS, *ARCHIVE_ENDINGS)
"""Endings of the files that `read` takes from a folder."""
LINE_ENDINGS: Final = (".jsonl", ".ndjson")
YAML_ENDINGS: Final = (".yaml", ".yml")
_JSON_ENDINGS: Final = (".json", *LINE_ENDINGS)
_PLAIN_RECORD_ENDINGS: Final = (*_JSON_ENDINGS, *YAML_ENDINGS)
RECORD_ENDINGS: Final = (
    *_PLAIN_RECORD_ENDINGS,
    *(f"{ending}.gz" for ending in _PLAIN_RECORD_ENDINGS),
)
_CITATIONS: Final[Mapping[str, Kind]] = {
    ".bib": "bibtex",
    ".enw": "enw",
    ".nbib": "nbib",
    ".ris": "ris",
}
CITATION_ENDINGS: Final = (*_CITATIONS, *(f"{ending}.gz" for ending in _CITATIONS))
INPUT_ENDINGS: Final = PAGE_ENDINGS + RECORD_ENDINGS + CITATION_ENDINGS
"""Endings of the files that `cite` and `convert` take from a folder."""

_WORKBOOK: Final = (
    rb"(?s)PK\x03\x04.{0,60000}?xl/(?:_rels|workbook|worksheets|styles|sharedStrings)"
)
_SPREADSHEETS: Final = (".ods", ".xls", ".numbers")

RIS_START: Final = "TY  -"

_ZIP: Final = b"PK\x03\x04"
_TABLE: Final = Message("a table")
_PROGRAM: Final = Message("a program")
_SETTINGS: Final = Message("a configuration file")
_MARKDOWN: Final = Message("Markdown, which does not separate a page from notes about it")
_XML: Final = Message("XML other than XHTML")
_OTHERS: Final[Mapping[str, Message]] = {
    **dict.fromkeys((".csv", ".tsv"), _TABLE),
    **dict.fromkeys((".py", ".js", ".sh", ".c", ".java", ".r", ".ipynb"), _PROGRAM),
    ".css": Message("a style sheet"),
    **dict.fromkeys((".toml", ".ini", ".cfg", ".conf"), _SETTINGS),
    **dict.fromkeys((".xml", ".rss", ".atom", ".svg"), _XML),
    **dict.fromkeys((".md", ".markdown"), _MARKDOWN),
    ".log": Message("a log file"),
}
_CITATION_STARTS: Final[Mapping[str, Kind]] = {RIS_START: "ris", "PMID-": "nbib", "%0 ": "enw"}

# The last full stop of a name may be part of a title, or of an address with a query.
_ENDING: Final = r"\.[a-z][a-z0-9_+-]{0,9}"
_WIDE: Final = rb"(?s:\xff\xfe|\xfe\xff|\0\0\0[^\0]|\0[^\0]\0[^\0]|[^\0]\0\0\0|[^\0]\0[^\0]\0)"
_RECORD_ON_FIRST_LINE: Final = rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\S"
# A text that begins with a bracket is a page; a list of records continues with an object.
_JSON: Final = r"(?:\[\s*)?\{(?!\\rtf)"
_MEMBERS: Final = frozenset(("schema_version", "original", "captures"))
"""Members that records have, and items of CSL-JSON do not."""
# What our CSL-JSON writer adds to an item, which may be a whole record.
_OWN_CSL: Final = r'"nizkorcite"\s*:\s*\{\s*"(?:layers|variables)"'
_JSON_MEMBER: Final = rf'"(?:{"|".join(_MEMBERS)})"\s*:'
# YAML 1.2.2, sections 6.8 and 6.9: directives, document marks, tags and anchors precede a key.
# Repetitions are bounded, so that no text takes longer than its length.
_YAML_NODE: Final = r"[ \t]*(?:(?:[-?]|[!&][^\s{}\[\],]*)\s{1,99}){0,9}"
_YAML_KEY: Final = (
    r"(?:\"[^\"\n]*\"[ \t]*|'[^'\n]*'[ \t]*|[^\s\[\]{},#&*!|>'\"%@`?-][^\n]*?):(?=\s|$)"
)
_YAML: Final = (
    r"(?:[ \t]*(?:#[^\n]*|---(?:[ \t]+[!&#][^\n{]*)?[ \t]*|%[A-Z][^\n]*)?\n)*+"
    rf"(?:---[ \t]+)?(?:{_YAML_NODE}(?:\{{|{_YAML_KEY})|[ \t]*\?\s)"
)
_YAML_MEMBER: Final = (
    rf"^(?:---[ \t]+)?{_YAML_NODE}(?P<key>\?\s{{1,99}})?{_YAML_NODE}[\"']?(?:NAMES)[\"']?"
    r"(?(key)[ \t]*(?:#[^\n]*)?$|\s{0,99}:(?=\s|$))"
)
_YAML_TOP_LINE: Final = r"^(?![\s#}\]]|---|\.\.\.|%)[^\n]+"
_YAML_NAME: Final = r"[\"']?(\w+)[\"']?[ \t]*:(?:\s|$)"
# Items below `references`, as in pandoc, or in a list.
_CSL_YAML: Final = r"(?m:^)references[ \t]*:[ \t]*(?:\[|\r?\n[ \t]*-[ \t])"
_CSL_YAML_START: Final = rf"(?:---\s+)?{_CSL_YAML}"
_CSL_YAML_LIST: Final = r"(?:(?:#[^\n]*|---[ \t]*)?\n)*+-[ \t]"
_YAML_TYPE: Final = r"(?m)^[ \t-]*[\"']?type[\"']?[ \t]*:"
_BEFORE_TAG: Final = r"(?:\s++|<!--.*?-->|<\?xml\s[^>]*>)*+"
_HTML: Final = rf"(?is){_BEFORE_TAG}<(?:!doctype\s+html|html)\b"
_XML_ROOT: Final = (
    rf"(?is)<\?xml\s|{_BEFORE_TAG}"
    r"<(?:!doctype\s|rss\b|(?![^<>]*/1999/xhtml)[a-z][^<>]*\sxmlns(?::\w+)?=)"
)
_ENDNOTE_XML: Final = r"(?:<\?xml\s[^>]*>\s*)?<xml>\s*<records>"
# The first columns of a table of records, which `formats.table.records` writes.
_RECORD_TABLE: Final = r"\"?id\"?(?P<sign>[,;\t])\"?type\"?(?P=sign)\"?language\"?(?P=sign)"
# A style sheet begins with @media ( or @page {, a program with @name(.
_BIBTEX: Final = r"(?i)@\s*(?:(?:string|preamble|comment)\s*[{(]|[a-z]+\s*\{\s*[^\s,{}=]*\s*,)"
_SCRIPT: Final = ("#!", "<?php")
_ROWS: Final = 10
EMPTY: Final = Message("is empty; there is nothing to read")
"""The problem of an input without a character."""
_START: Final = 8192


def kind_of(name: str, head: bytes) -> Kind:
    """
    Recognize an input.

    Args:
        name: A file name, or ``-``; an ending ``.gz`` is ignored.
        head: Its first bytes, decompressed.

    Raises:
        InputError: The input is neither a page nor a record nor a citation file.
        PageError: The input is a binary file.

    >>> kind_of("a.txt", b"A page."), kind_of("-", b"TY  - NEWS")
    ('text', 'ris')
    """
    ending = _ending_of(name)
    if kind := _CITATIONS.get(ending) or _kind_of_spreadsheet(name, head):
        return kind
    text = _decoded(head)
    if ending in YAML_ENDINGS:
        return "csl-yaml" if _is_csl_yaml(text) else "record"
    if ending in _JSON_ENDINGS or _is_json(text, ending):
        return "csl-json" if _is_csl(text, is_cut=len(head) >= HEAD) else "record"
    if _is_yaml_record(text):
        return "record"
    if ending in ("", ".txt") and re.match(_CSL_YAML_START, text):
        return "csl-yaml"
    is_page = ending in HTML_ENDINGS or _is_saved_form(name, head)
    return "page" if is_page else _kind_of_text(head, ending)


def is_markup(name: str, head: bytes) -> bool:
    """Check whether a page is HTML, by the file name or the first character."""
    return _ending_of(name) in HTML_ENDINGS or _decoded(head).startswith("<")


def refuse_unless_page(kind: Kind, head: bytes) -> None:
    """
    Refuse records, citation files and what is empty, whatever its name.

    Args:
        kind: The kind of the input.
        head: Its first `HEAD` bytes.

    Raises:
        InputError: The kind is another one than a page or a text.
    """
    if len(head) < HEAD and not _decoded(head).strip():
        raise InputError(EMPTY)
    if kind == "record":
        raise InputError(Message("is a record already; cite or validate it"))
    if kind not in ("page", "text"):
        raise InputError(Message("is a citation file; cite or convert it"))


def refuse_unless_record(name: str, head: bytes) -> None:
    """
    Refuse an input that is recognized as another kind than a record.

    Plain text passes: it may be a broken record, in which faults are found.

    Raises:
        InputError: The input is a page, a citation file or a file of another kind.
    """
    try:
        kind = kind_of(name, head)
    except PageError as error:
        raise InputError(Message("{text}", text=str(error))) from error
    if head.startswith(_ZIP):
        raise InputError(
            Message(
                "is a ZIP archive; if a page was saved in it, make a record of that with "
                "`nizkorcite read`"
            )
        )
    if kind == "page":
        raise InputError(Message("is a page; make a record of it with `nizkorcite read`"))
    if kind not in ("record", "text"):
        raise InputError(
            Message(
                "is a citation file ({format}); make records of it with `nizkorcite convert "
                "--to record`",
                format=kind,
            )
        )


def is_workbook(name: str, head: bytes) -> bool:
    """
    Check for a workbook of Excel (ECMA-376), by the file name or the parts of the zip file.

    >>> is_workbook("a.xlsx", b""), is_workbook("-", b"A text about xl/workbook.xml")
    (True, False)
    """
    return _ending_of(name) == ".xlsx" or re.match(_WORKBOOK, head) is not None


def is_yaml(name: str, head: bytes) -> bool:
    """
    Check whether records are in YAML, by the file name or the first bytes.

    >>> is_yaml("a.yml", b""), is_yaml("-", b"schema_version: '1.0'")
    (True, True)
    """
    ending = _ending_of(name)
    return ending in YAML_ENDINGS or (
        ending not in _JSON_ENDINGS
        and not is_wide(head)
        and not _is_json(text := _decoded(head), ending)
        and _is_yaml_record(text)
    )


def is_json_lines(name: str, head: bytes) -> bool:
    r"""
    Check whether records come one a line, by the file name or the first bytes.

    >>> is_json_lines("a.jsonl", b""), is_json_lines("a.json", b"{}\n{}")
    (True, True)
    """
    if is_wide(head):
        return False
    return _ending_of(name) in LINE_ENDINGS or bool(re.match(_RECORD_ON_FIRST_LINE, head))


def is_wide(data: bytes) -> bool:
    """
    Check whether a text is in UTF-16 or UTF-32.

    Either has a byte order mark, or zeros among its first four bytes (RFC 4627, section 3).

    >>> is_wide("{}".encode("utf-16-le")), is_wide(b"{}")
    (True, False)
    """
    return bool(re.match(_WIDE, data))


def _kind_of_spreadsheet(name: str, head: bytes) -> Kind | None:
    if is_workbook(name, head):
        return "xlsx"
    if _ending_of(name) in _SPREADSHEETS:
        raise InputError(Message("is a spreadsheet; save it as .xlsx or .csv"))
    return None


def _decoded(head: bytes) -> str:
    """Decode the start of a text, without byte order mark and white space."""
    encoding = "utf-8"
    if is_wide(head):
        from json import detect_encoding  # few texts are in UTF-16

        encoding = detect_encoding(head)
    return head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")


def _is_json(text: str, ending: str) -> bool:
    """Recognize JSON; in a file known as another kind, only with a member of records."""
    is_object = re.match(_JSON, text) is not None
    return is_object and (ending not in _OTHERS or re.search(_JSON_MEMBER, text) is not None)


def _is_csl(text: str, *, is_cut: bool) -> bool:
    """Recognize CSL-JSON by the members of its items; broken JSON is left to validation."""
    if re.search(_OWN_CSL, text):
        return True
    if '"schema_version"' in text or '"type"' not in text:
        return False
    value = _first_json(text, is_cut=is_cut)
    if value is None:
        return is_cut and not re.search(_JSON_MEMBER, text)
    listed = value if isinstance(value, list) else [value]
    items = [item for item in listed if isinstance(item, dict)]
    has_type = any(isinstance(item.get("type"), str) for item in items)
    return has_type and all(_MEMBERS.isdisjoint(item) for item in items)


def _first_json(text: str, *, is_cut: bool) -> object:
    """Parse the JSON that a text begins with, or the first item of a list that is cut."""
    import json  # few records have no version

    for start in (0, text.find("{")) if is_cut else (0,):
        with suppress(ValueError, RecursionError):
            return json.JSONDecoder().raw_decode(text, start)[0]
    return None


def _is_csl_yaml(text: str) -> bool:
    """Recognize CSL-YAML by its list of items, none of which has a member that records have."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(_CSL_YAML, text):
        return True
    member = _YAML_MEMBER.replace("NAMES", "|".join(_MEMBERS))
    is_typed_list = re.match(_CSL_YAML_LIST, text) and re.search(_YAML_TYPE, text)
    return bool(is_typed_list) and not re.search(member, text, re.M)


def _is_yaml_record(text: str) -> bool:
    """Recognize a record in YAML without the parser, which is an extra."""
    if text.startswith("<"):
        return False
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(_YAML_MEMBER.replace("NAMES", "schema_version"), text, re.M):
        return True
    match = re.match(_YAML, text)
    if match is None:
        return False
    if match[0].endswith("{"):
        return any(name in text for name in _MEMBERS)
    member = _YAML_MEMBER.replace("NAMES", "|".join(_MEMBERS))
    return bool(re.search(member, text, re.M)) or _has_known_keys_only(text)


def _has_known_keys_only(text: str) -> bool:
    """Check that every line without indentation begins with a known member."""
    from nizkorcite.record.schema import schema  # few texts get here

    lines = re.findall(_YAML_TOP_LINE, text, re.M)
    names = [match[1] if (match := re.match(_YAML_NAME, line)) else "" for line in lines]
    known = cast(Mapping[str, object], schema()["properties"])
    return any(name in known for name in names) and all(
        name in known or name.startswith("x_") for name in names
    )


def _is_saved_form(name: str, head: bytes) -> bool:
    from nizkorcite.saved_forms.recognition import is_saved_form  # records need none of it

    return is_saved_form(name, head)


def _kind_of_text(head: bytes, ending: str) -> Kind:
    """Recognize an input that is no record by the beginning of its text."""
    from nizkorcite.page import refuse_other_kinds  # records need nothing of pages

    text = _first_lines(head)
    if text:
        refuse_other_kinds(head)
    if re.match(_ENDNOTE_XML, text):
        return "endnote-xml"
    if re.match(_RECORD_TABLE, text):
        return "csv"
    if ending in _OTHERS and not re.match(_HTML, text):
        raise _refusal(_OTHERS[ending])
    if re.match(_BIBTEX, text):
        return "bibtex"
    if kind := next(
        (kind for start, kind in _CITATION_STARTS.items() if text.startswith(start)), None
    ):
        return kind
    _refuse_other_texts(text)
    if text.startswith("<"):
        return "page"
    if ending not in ("", *_TEXT_ENDINGS):
        raise _unknown(ending) if text else InputError(EMPTY)
    return "text"


def _refuse_other_texts(text: str) -> None:
    """Refuse a text of another kind, which would be a page without a title."""
    if text.startswith(_SCRIPT):
        raise _refusal(_PROGRAM)
    if re.match(_XML_ROOT, text) and not re.match(_HTML, text):
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
        'the ending "{ending}" is not that of a page, record or citation file; if it is a page of '
        "plain text, rename it to .txt",
        ending=ending,
    )
    return InputError(message)


def _has_columns(text: str, delimiter: str) -> bool:
    """Recognize a table; prose has spaces after commas, and tabs at the start of lines."""
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


def _first_lines(head: bytes) -> str:
    """The first whole lines of a text, decoded like a page."""
    from nizkorcite.page.charset import decode, wide_charset

    start = head[:_START]
    text = decode(start, wide_charset(start)).text.lstrip("\ufeff \t\r\n")
    return text if len(head) <= _START else text.rpartition("\n")[0] or text


def _ending_of(name: str) -> str:
    """The ending of a file name in lower case, not counting ``.gz``."""
    ending = os.path.splitext(name.lower().removesuffix(".gz"))[1]
    return ending if re.fullmatch(_ENDING, ending) else ""
