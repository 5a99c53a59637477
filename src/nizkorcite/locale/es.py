"""
Spanish: dates, lists of names, quotations and places within a work.

After the Ortografía de la lengua española (Real Academia Española and ASALE, 2010): «comillas» with
the comma outside them, no comma before "y", "e" before the sound i, and a hyphen between the ends
of a range (section 4.1.1.3.1 of chapter III). Labels of locators are those of CSL's Spanish locale.
"""

import re
from typing import Final

from nizkorcite.locale.terms import Words

# "e" stands before i-, hi- and a y- that sounds like it, but not before a diphthong or "hie-".
_SOUNDS_I = re.compile(r"(?:h?[ií](?![aeouáéóú])|y(?![aeiouáéíóú]))", re.IGNORECASE)


def conjunction(name: str) -> str:
    """
    "y", or "e" before the sound i.

    >>> [conjunction(name) for name in ("Reuters", "Ibáñez", "Hidalgo", "Hierro", "Yáñez")]
    ['y', 'e', 'e', 'y', 'y']
    """
    return "e" if _SOUNDS_I.match(name) else "y"


SPANISH: Final = Words(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    seasons={21: "primavera", 22: "verano", 23: "otoño", 24: "invierno"},
    of=" de ",
    about="hacia {}",
    span="{} a {}",
    day_span="del {} al {}",
    since="desde {}",
    until="hasta {}",
    on="el {}",
    during="en {}",
    no_date="sin fecha",
    untitled="[sin título]",
    conjunction=conjunction,
    serial_comma=False,
    quotes=("«", "»"),
    inner={"«": "“", "»": "”"},
    comma_inside=False,
    dash="-",
    labels={
        "appendix": ("apéndice", "apéndices"),
        "article": ("art.", "arts."),
        "book": ("lib.", "libs."),
        "chapter": ("cap.", "caps."),
        "column": ("col.", "cols."),
        "figure": ("fig.", "figs."),
        "folio": ("f.", "ff."),
        "line": ("lín.", "líns."),
        "note": ("nota", "notas"),
        "page": ("p.", "pp."),
        "paragraph": ("párr.", "párrs."),
        "part": ("parte", "partes"),
        "section": ("sec.", "secs."),
        "slide": ("diapositiva", "diapositivas"),
        "table": ("tabla", "tablas"),
        "verse": ("v.", "vv."),
        "volume": ("vol.", "vols."),
    },
    heading="sección {}",
)
