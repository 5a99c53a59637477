"""
Values of BibTeX and BibLaTeX: escaped by kind of field, and read again.

Three kinds of value must not be mixed up, or data is lost. *Text* (titles, notes) is escaped for
TeX; *verbatim* values (addresses, DOIs) are read by TeX unchanged and must not be escaped; *names*
and lists are split at ``and``, so that a member containing the word is braced.
"""

from nizkorcite.formats.bibtex.latex.decoding import (
    decode_keywords,
    decode_list,
    decode_names,
    decode_text,
    decode_verbatim,
)
from nizkorcite.formats.bibtex.latex.encoding import (
    encode_keywords,
    encode_list,
    encode_names,
    encode_text,
    encode_title,
    encode_verbatim,
)

__all__ = [
    "decode_keywords",
    "decode_list",
    "decode_names",
    "decode_text",
    "decode_verbatim",
    "encode_keywords",
    "encode_list",
    "encode_names",
    "encode_text",
    "encode_title",
    "encode_verbatim",
]
