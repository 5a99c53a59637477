"""
The words of an APA citation, in English and Spanish.

Spanish has no wording of its own in the English manual. Dates, "y" (also for the ampersand, in list
and text), quotation marks and hyphens in ranges follow Spanish spelling, as the Spanish edition of
the manual allows (Manual de Publicaciones, Manual Moderno) and as universities of Spanish-speaking
countries teach it; what it leaves open is after the Ortografía (RAE and ASALE, 2010).
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from nizkorcite.reference import ReferenceType
from nizkorcite.reference.locators import LocatorLabel
from nizkorcite.wording.languages import ENGLISH as ENGLISH_WORDS
from nizkorcite.wording.languages import Lang, Words, words_of

Forms = tuple[str, str]
"""For one, and for several."""


@frozen(kw_only=True)
class Terms:
    """
    What an APA citation says besides its data; patterns in braces.

    Attributes:
        words: The language.
        joint: What stands before the last name of a list and in brackets, given that name.
        serial_comma: Whether a comma stands before it.
        month_day: A month with its day, or days.
        month_day_year: A whole date in prose, as after "Retrieved".
        no_date, in_press, circa: Section 9.14.
        untitled: Section 9.22.
        editor, director, translator, compiler, interviewer: Labels of roles (section 9.10).
        article, in_book, on_album, volume, number, version, patent, publication,
            edition: Parts of entries (sections 9.19, 9.25, 9.28).
        retrieved: With a day, and with less (section 9.16).
        reprinted, first_published, not_consulted, republished: On the other layer (9.40, 9.41).
        letter_to, interview_by: Bracketed descriptions with a name (section 9.21).
        review_of: What precedes the title reviewed, of any work and of a book (section 10.7).
        review_of_kind: The same, where the kind of the work is named.
        by: Who made it.
        descriptions: Forms of descriptions that records give in English.
        kinds: Descriptions of types that need one.
        labels: Locators that are written in another way than in footnotes (section 8.13).
        title_case: Whether titles that stand in a text are in title case (section 8.14).
        stop_inside: Whether stops and commas stand inside quotation marks (section 6.7).
    """

    words: Words
    joint: Callable[[str], str]
    serial_comma: bool
    month_day: str
    month_day_year: str
    no_date: str
    in_press: str
    circa: str
    untitled: str
    editor: Forms
    director: Forms
    translator: Forms
    compiler: Forms
    interviewer: Forms
    article: str
    in_book: str
    on_album: str
    volume: str
    number: str
    version: str
    patent: str
    publication: str
    edition: Callable[[int], str]
    retrieved: Forms
    reprinted: str
    first_published: str
    not_consulted: str
    republished: str
    letter_to: str
    interview_by: str
    review_of: Forms
    review_of_kind: str
    by: str
    descriptions: Mapping[str, str]
    kinds: Mapping[ReferenceType, str]
    labels: Mapping[LocatorLabel, Forms]
    title_case: bool
    stop_inside: bool


def terms_of(lang: Lang) -> Terms:
    """
    The terms of a language.

    Raises:
        UnknownFormatError: No citations are written in it.

    >>> terms_of("es").no_date
    's.f.'
    """
    if lang == "en":
        return ENGLISH
    words_of(lang)  # refuses what is none
    from nizkorcite.styles.apa.spanish import SPANISH  # most citations are in English

    return SPANISH


def _ampersand(name: str) -> str:  # noqa: ARG001 - other languages look at the name
    return "&"


def _english_edition(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')} ed."


ENGLISH: Final = Terms(
    words=ENGLISH_WORDS,
    joint=_ampersand,
    serial_comma=True,
    month_day="{month} {day}",
    month_day_year="{month} {day}, {year}",
    no_date="n.d.",
    in_press="in press",
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
    reprinted="Reprinted from {}",
    first_published="Original work published {}",
    not_consulted="Not consulted; republished by {}",
    republished="Republished by {}",
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
