"""
The class of APA terms, and the sources of the Spanish ones.

Spanish has no wording of its own in the English manual. Dates, "y" (also for the ampersand, in list
and text), quotation marks and hyphens in ranges follow Spanish spelling, as the Spanish edition of
the manual allows (Manual de Publicaciones, Manual Moderno) and as universities of Spanish-speaking
countries teach it; what it leaves open is after the Ortografía (RAE and ASALE, 2010).
"""

from collections.abc import Callable, Mapping

from attrs import frozen

from nizkorcite.locale.terms import LocaleWords
from nizkorcite.reference import ReferenceType
from nizkorcite.reference.locators import LocatorLabel

Forms = tuple[str, str]
"""For one, and for several."""


@frozen(kw_only=True, eq=False, repr=False)
class ApaTerms:
    """
    Words that an APA citation adds to its data; braces mark the places of values.

    Attributes:
        words: The language's months, quotation marks and conjunction.
        joint: Returns the word before the last name of a list or in brackets, given that name.
        serial_comma: Whether a comma precedes that word.
        month_day: A month with its day, or days.
        month_day_year: A whole date in prose, as after "Retrieved".
        no_date, in_press, circa: Section 9.14.
        manuscripts: Descriptions of works not accepted yet, by their status (section 10.8).
        advance_online: Words on an article that precedes its issue (section 10.1).
        untitled: Section 9.22.
        editor, director, translator, compiler, interviewer: Labels of roles (section 9.10).
        article, in_book, on_album, volume, number, version, patent, publication,
            edition: Parts of entries (sections 9.19, 9.25, 9.28).
        retrieved: With a day, and with less (section 9.16).
        archived: Pattern of an address and that of its archived copy.
        reprinted, first_published, not_consulted, republished: On the other layer (9.40, 9.41).
        letter_to, interview_by: Bracketed descriptions with a name (section 9.21).
        review_of: Words before the title reviewed, of any work and of a book (section 10.7).
        review_of_kind: Pattern of the words before a title of a named kind.
        by: Pattern of the authors of a work reviewed.
        descriptions: Translations of descriptions, which records state in English.
        kinds: Descriptions of the item types that need one.
        labels: Labels of locators that differ from those of footnotes (section 8.13).
        title_case: Whether titles in in-text citations are in title case (section 8.14).
        stop_inside: Whether full stops and commas precede closing quotation marks (section 6.7).
    """

    words: LocaleWords
    joint: Callable[[str], str]
    serial_comma: bool
    month_day: str
    month_day_year: str
    no_date: str
    in_press: str
    manuscripts: Mapping[str, str]
    advance_online: str
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
    archived: str
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
