"""Dublin Core as ``<meta>`` elements for the head of an HTML page (DCMI, DC-HTML 2008)."""

from collections.abc import Sequence
from html import escape

from nizkorcite.formats.dublin_core import TERMS, Statement, advice, statements
from nizkorcite.reference import Reference

__all__ = ["advice", "write_all"]


def write_all(references: Sequence[Reference]) -> str:
    """
    The elements, one a line; a page has one work, so several follow each other.

    >>> print(write_all([Reference(id="a", type="book", title='"Law"')]), end="")
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
    <meta name="DCTERMS.type" scheme="DCTERMS.DCMIType" content="Text">
    <meta name="DCTERMS.identifier" content="a">
    <meta name="DCTERMS.title" content="&quot;Law&quot;">
    """
    lines = [f'<link rel="schema.DCTERMS" href="{TERMS}">']
    lines += [_element(each) for reference in references for each in statements(reference)]
    return "".join(f"{line}\n" for line in lines)


def _element(each: Statement) -> str:
    scheme = f' scheme="DCTERMS.{each.scheme}"' if each.scheme else ""
    return f'<meta name="DCTERMS.{each.term}"{scheme} content="{escape(each.value)}">'
