"""
The locale Spanish: dates, lists of names, quotations and locators.

Sources: Ortografía de la lengua española (Real Academia Española, ASALE, 2010): «comillas» with
the comma outside them, no comma before "y", "e" before the sound i, and a hyphen between the ends
of a range (section 4.1.1.3.1 of chapter III); for labels of locators, CSL's Spanish locale.
"""

import re
from typing import Final

from nizkorcite.locale.terms import LocaleWords

# "e" stands before i-, hi- and a y- that sounds like it, but not before a diphthong or "hie-".
_SOUNDS_I = re.compile(r"(?:h?[ií](?![aeouáéóú])|y(?![aeiouáéíóú]))", re.IGNORECASE)


def spanish_and(name: str) -> str:
    """
    Return "y", or "e" before the sound i.

    >>> [spanish_and(name) for name in ("Reuters", "Ibáñez", "Hidalgo", "Hierro", "Yáñez")]
    ['y', 'e', 'e', 'y', 'y']
    """
    return "e" if _SOUNDS_I.match(name) else "y"


ES: Final = LocaleWords(
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
    conjunction=spanish_and,
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
