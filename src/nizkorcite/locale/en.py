"""The locale English."""

from typing import Final

from nizkorcite.locale.terms import LocaleWords


def _and(name: str) -> str:  # noqa: ARG001 - in other languages the name decides
    return "and"


EN: Final = LocaleWords(
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    seasons={21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"},
    of=" ",
    about="about {}",
    span="{} to {}",
    day_span="{} to {}",
    since="from {}",
    until="until {}",
    on="{}",
    during="{}",
    no_date="no date",
    untitled="[untitled]",
    conjunction=_and,
    serial_comma=True,
    quotes=('"', '"'),
    inner={'"': "'", "“": "‘", "”": "’"},
    comma_inside=True,
    dash="–",
    labels={
        "appendix": ("app.", "apps."),
        "article": ("art.", "arts."),
        "book": ("bk.", "bks."),
        "chapter": ("ch.", "chs."),
        "column": ("col.", "cols."),
        "figure": ("fig.", "figs."),
        "folio": ("fol.", "fols."),
        "line": ("line", "lines"),
        "note": ("note", "notes"),
        "page": ("p.", "pp."),
        "paragraph": ("para.", "paras."),
        "part": ("pt.", "pts."),
        "section": ("sec.", "secs."),
        "slide": ("slide", "slides"),
        "table": ("table", "tables"),
        "verse": ("verse", "verses"),
        "volume": ("vol.", "vols."),
    },
    heading="{} section",
)
