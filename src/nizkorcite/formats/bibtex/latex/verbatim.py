"""Addresses and DOIs of BibTeX and BibLaTeX, which TeX reads unchanged."""

import re


def decode_verbatim(value: str) -> str:
    r"""
    Decode an address or DOI, and undo escapes that other programs wrongly put into it.

    >>> decode_verbatim("https://example.org/a_b"), decode_verbatim(r"\url{https://example.org/a\_b}")
    ('https://example.org/a_b', 'https://example.org/a_b')
    """
    address = value.strip()
    # A backslash is never part of an address; braces beside one are TeX's, too.
    if "\\" not in address:
        return address
    return _MISTAKEN_ESCAPE.sub(r"\1", address.replace(r"\textasciitilde", "~")).strip()


_MISTAKEN_ESCAPE = re.compile(r"\\(?:url|path|nolinkurl|href)\b|\\([#$%&_~^/])|[{}]")
