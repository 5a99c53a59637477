"""
Values of BibTeX and BibLaTeX: escaped by kind of field, and read again.

Three kinds of value must not be mixed up, or data is lost. *Text* (titles, notes) is escaped for
TeX; *verbatim* values (addresses, DOIs) are read by TeX unchanged and must not be escaped; *names*
and lists are split at ``and``, so that a member containing the word is braced.
"""

from nizkorcite.formats.bibtex.latex.encoding import (
    encode_in_prose,
    encode_keywords,
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)
from nizkorcite.formats.bibtex.latex.lists import decode_keywords, decode_list
from nizkorcite.formats.bibtex.latex.names import NameList, after_given_names, decode_names
from nizkorcite.formats.bibtex.latex.text import decode_text, unread_latex
from nizkorcite.formats.bibtex.latex.verbatim import decode_verbatim

__all__ = [
    "NameList",
    "after_given_names",
    "decode_keywords",
    "decode_list",
    "decode_names",
    "decode_text",
    "decode_verbatim",
    "encode_in_prose",
    "encode_keywords",
    "encode_list",
    "encode_names",
    "encode_text",
    "encode_title",
    "encode_verbatim",
    "unread_latex",
]
