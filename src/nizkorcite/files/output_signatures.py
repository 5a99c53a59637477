"""
First bytes by which an earlier output is recognized before it is replaced.

Citations and text reports have no signature: any text without an empty line that does not begin
like a file of another kind may be one of them. The empty lines are those of a page saved as text.
"""

import re
from collections.abc import Mapping

from nizkorcite.files.kinds import HEAD, RIS_START

_JSON = rb"\{|\[\s*[\[{\"\]]"
_BIBTEX = rb"@|%(?!PDF|!PS)"
_RIS = RIS_START.encode()
_XML = rb"<\?xml[^>]*>\s*"
_SIGNATURES: Mapping[str, bytes] = {
    "biblatex": _BIBTEX,
    "biblatex-apa": _BIBTEX,
    "biblatex-related": _BIBTEX,
    "bibtex": _BIBTEX,
    "coins": rb'<span class="Z3988"',
    "csl-json": _JSON,
    "csl-json-zotero": _JSON,
    "csv": rb"id[,;\t]type[,;\t]|file,record,|decision,",
    "csl-yaml": rb"(?:---\s+)?references:",
    "diff": rb"--- ",
    "dublin-core": _XML + rb"<collection xmlns:dcterms=",
    # Texts filled in by hand are not written again.
    "empty record": rb'(?s)\{(?!.*"(?!(?:schema_version|id|type|kind|attribution)")\w+": "[^"])',
    "dublin-core-meta": rb'<link rel="schema\.DCTERMS"',
    "github": rb"::",
    "hayagriva": rb"[^\s:]+:\n  type: \"",
    "json": _JSON,
    "json-ld": _JSON,
    "jsonl": _JSON,
    "junit": _XML + rb"<testsuites>",
    "mods": _XML + rb"<modsCollection ",
    "record": _JSON,
    "report": rb'(?s)<!DOCTYPE html>.{,200}name="generator" content="nizkorcite [^"]*report">',
    "ris": _RIS,
    "ris-zotero": _RIS,
    "sarif": _JSON,
    "wikipedia": rb"\{\{cit",
    "wikipedia-es": rb"\{\{(?:cita|obra citada) ",
}
# As XlsxWriter begins a workbook; one that a spreadsheet program saved has a person's changes.
_WORKBOOK = rb"(?s)PK\x03\x04\x14\0\0\0\x08\0\0\0!\0.{12}\x13\0\0\0\[Content_Types\].*?xl/"
# Markup of a page, unlike the markup of a citation (`styles.rich_text`).
_PAGE = rb'<(?!i>|b>|u>|sub>|sup>|span style="font-variant|div class="csl-)'
_YAML = rb"---\s|%YAML|[a-z_]+:\s"
_NO_TEXT = (_JSON, rb"@\w+\s*[{(]", rb"%", _RIS, _PAGE, _YAML, rb"::")
_TEXT = rb"(?s)(?!.*\n[ \t\r]*\n)(?!%s)" % rb"|".join(_NO_TEXT)
PARQUET = "parquet"
_PARQUET_START = b"PAR1"
_BINARY = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]"


def has_signature(path: str, form: str) -> bool:
    """
    Check that a file is empty or begins as outputs of a format do.

    Args:
        path: The file.
        form: A format of `cite`, `convert` or `validate`, or ``empty record``; else text.

    Raises:
        OSError: The file cannot be read.
    """
    with open(path, "rb") as file:
        head = file.read(HEAD)
    if form == "xlsx":
        return not head or re.match(_WORKBOOK, head) is not None
    if form == PARQUET:
        return not head or head.startswith(_PARQUET_START)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    signature = _SIGNATURES.get(form, _TEXT)
    return not start or (not re.search(_BINARY, head) and re.match(signature, start) is not None)
