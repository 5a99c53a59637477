"""Paths of a site's files, the same in every build and safe on every file system."""

import hashlib
import re
from posixpath import dirname, relpath

from anyascii import anyascii

_LONGEST = 120  # file systems allow 255 bytes, and endings follow
# Windows gives these names to devices, and web servers hide names that begin with a full stop.
_UNSAFE = re.compile(r"\.|(?:aux|con|nul|prn|com[0-9]|lpt[0-9])(?:\.|$)|.*\.$")
_LONGEST_NAME = 60
_DIGITS = 6


def document_path(id: str, ending: str = "html") -> str:  # noqa: A002 - the record's own word
    """
    Return the path of a document's page, or of a file beside the page.

    The colons of an id become commas, which no id has; two ids never share a path.

    >>> document_path("sha256:d691c0e1bdb6a9f9")
    'documents/sha256,d691c0e1bdb6a9f9.html'
    """
    name = id.replace(":", ",")
    if _UNSAFE.match(name):
        name = f"id,,{_digest(id)}"
    elif len(name) > _LONGEST:
        name = f"{name[:_LONGEST]},,{_digest(id)}"
    return f"documents/{name}.{ending}"


def group_path(kind: str, name: str) -> str:
    """
    Return the path of a list of documents, such as those of one source.

    The digits keep names apart whose letters become the same in ASCII.

    >>> group_path("sources", "Itar Tass"), group_path("sources", "")
    ('sources/itar-tass-52dfe6.html', 'sources/none.html')
    """
    if not name:
        return f"{kind}/none.html"
    words = re.findall(r"[a-z0-9]+", anyascii(name).lower())
    stem = "-".join(words)[:_LONGEST_NAME].strip("-")
    return f"{kind}/{'-'.join(filter(None, (stem, _digest(name)[:_DIGITS])))}.html"


def relative_address(source: str, target: str) -> str:
    """
    Return the relative address of a file from another one.

    >>> relative_address("documents/a.html", "sources/none.html")
    '../sources/none.html'
    """
    return relpath(f"/{target}", f"/{dirname(source)}")  # else it asks for the working folder


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
