"""
Writer of BibLaTeX for the style apa (biblatex-apa 9).

Measured with biblatex-apa 9.16 and biber: the style prints a site from ``eprint``; an ``origdate``
of the same year, or with a month and day, is printed in the text as (Itar Tass, 2017, February
27/2017); a related entry prints "(Reprinted from )" for a wire story, and the year twice. So
``origdate`` holds the original's year only if it differs, and ``addendum`` the reprint in words;
``originaldate``, which no style prints, keeps the day for our parser.
"""

from collections.abc import Sequence

from nizkorcite.formats.bibtex.biblatex import describe
from nizkorcite.formats.bibtex.file import Description, write_file
from nizkorcite.formats.bibtex.latex import encode_text, encode_verbatim
from nizkorcite.locale.prose import year_words
from nizkorcite.locale.provenance import is_earlier_work, provenance
from nizkorcite.reference import Reference
from nizkorcite.styles.apa.original_note import reprint_note

_ONLINE = "online"


def write_all(references: Sequence[Reference]) -> str:
    """
    Write references as a BibLaTeX file for biblatex-apa, each once, with different keys.

    >>> from nizkorcite.dates import PartialDate
    >>> from nizkorcite.record.model import organisation
    >>> print(write_all([Reference(id="a", type="webpage", title="Law", layers="both",
    ...                            publisher=(organisation("Equipo Nizkor"),),
    ...                            issued=PartialDate("2017-02-28"),
    ...                            original_date=PartialDate("2010-02-27"))]), end="")
    @online{equiponizkor2017law,
      title = {Law},
      date = {2017-02-28},
      origdate = {2010},
      addendum = {(Originally published 27 February 2010)},
      originaldate = {2010-02-27},
      eprint = {Equipo Nizkor},
    }
    """
    return write_file(references, _describe)


def _describe(reference: Reference) -> Description:
    entry_type, fields = describe(reference)
    words = provenance(reference)
    addendum = encode_text(reprint_words(reference))
    remark = fields["addendum"].removesuffix(encode_text(words)).removesuffix(". ")
    own = {
        "origdate": _earlier_year(reference),
        "originaldate": str(reference.original_date or "") if words else "",
        "origtitle": "",
        "addendum": ". ".join(part for part in (remark, addendum) if part),
    }
    site = {"organization": "", "eprint": _site(reference)} if entry_type == _ONLINE else {}
    return entry_type, {**fields, **own, **site}


def reprint_words(reference: Reference) -> str:
    """Return APA's bracketed note on the other layer; empty if unknown."""
    words = "".join(run.text for run in reprint_note(reference)) or provenance(reference)
    return f"({words})" if words else ""


def _earlier_year(reference: Reference) -> str:
    date = reference.original_date
    return year_words(date) if date and is_earlier_work(reference) else ""


def _site(reference: Reference) -> str:
    """Join site and publishers by semicolons, as the manual does (section 9.29)."""
    names = (reference.container_title, *(agent.name for agent in reference.publisher))
    site = "; ".join(name for name in names if name)
    # The field is verbatim but holds words: only characters that would break the entry are encoded.
    return site if set("{}\\").isdisjoint(site) else encode_verbatim(site)
