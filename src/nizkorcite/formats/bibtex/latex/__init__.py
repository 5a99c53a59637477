"""
What a BibTeX or BibLaTeX value may hold: escaping by kind of field, and the way back.

Three kinds of value are told apart, since each mistake between them destroys data: *text* (titles,
notes) is escaped for TeX; *verbatim* values (addresses, DOIs) are read by TeX as they stand and
must not be escaped; *names* and lists are split at ``and``, so what must not be split is braced.
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
