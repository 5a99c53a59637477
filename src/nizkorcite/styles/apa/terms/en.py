"""APA terms in English."""

from typing import Final

from nizkorcite.locale.en import EN
from nizkorcite.styles.apa.terms.terms import ApaTerms


def _ampersand(name: str) -> str:  # noqa: ARG001 - other languages look at the name
    return "&"


def _english_edition(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')} ed."


APA_EN: Final = ApaTerms(
    words=EN,
    joint=_ampersand,
    serial_comma=True,
    month_day="{month} {day}",
    month_day_year="{month} {day}, {year}",
    no_date="n.d.",
    in_press="in press",
    manuscripts={
        "submitted": "Manuscript submitted for publication",
        "in review": "Manuscript submitted for publication",
        "in preparation": "Manuscript in preparation",
    },
    advance_online="Advance online publication",
    circa="ca. {}",
    untitled="[Untitled]",
    editor=("Ed.", "Eds."),
    director=("Director", "Directors"),
    translator=("Trans.", "Trans."),
    compiler=("Comp.", "Comps."),
    interviewer=("Interviewer", "Interviewers"),
    article="Article {}",
    in_book="In",
    on_album="On",
    volume="Vol. {}",
    number="No. {}",
    version="Version {}",
    patent="Patent",
    publication="Publication",
    edition=_english_edition,
    retrieved=("Retrieved {day}, from {url}", "Retrieved {day}, from {url}"),
    archived="{url} (archived at {copy})",
    reprinted="Reprinted from {}",
    first_published="Original work published {}",
    not_consulted="Not consulted; republished by {}",
    republished="Republished {}",
    letter_to="{kind} to {names}",
    interview_by="{kind} by {names}",
    review_of=("Review of", "Review of the book"),
    review_of_kind="Review of the {}",
    by="by {}",
    descriptions={},
    kinds={
        "broadcast": "Broadcast",
        "collection": "Archival collection",
        "dataset": "Data set",
        "figure": "Figure",
        "graphic": "Graphic",
        "interview": "Interview",
        "manuscript": "Unpublished manuscript",
        "map": "Map",
        "motion_picture": "Film",
        "patent": "Patent",
        "personal_communication": "Letter",
        "post": "Online post",
        "software": "Computer software",
        "song": "Audio recording",
        "speech": "Speech",
    },
    labels={
        "appendix": ("Appendix", "Appendices"),
        "article": ("Article", "Articles"),
        "book": ("Book", "Books"),
        "chapter": ("Chapter", "Chapters"),
        "figure": ("Figure", "Figures"),
        "note": ("Footnote", "Footnotes"),
        "part": ("Part", "Parts"),
        "section": ("Section", "Sections"),
        "slide": ("Slide", "Slides"),
        "table": ("Table", "Tables"),
        "volume": ("Vol.", "Vols."),
    },
    title_case=True,
    stop_inside=True,
)
