"""
Titles and bracketed descriptions (sections 6.17, 8.14, 9.18 to 9.22, 9.38).

Titles keep their capitals, since proper nouns cannot be distinguished from other words.
"""

import re

from nizkorcite.locale.prose import joined_names
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.styles.apa.authors import author_element, names_in_order, role_label
from nizkorcite.styles.apa.periodicals import with_range_dash
from nizkorcite.styles.apa.terms.terms import ApaTerms
from nizkorcite.styles.apa.title_case import title_case
from nizkorcite.styles.rich_text import Run, Runs, without_empty_runs

PAGES: frozenset[ReferenceType] = frozenset(("post", "webpage"))
"""Works on a site, which does not contain them as a book contains chapters."""
_PERIODICALS: frozenset[ReferenceType] = frozenset(
    (
        *("article-journal", "article-magazine", "article-newspaper", "periodical"),
        *("post-weblog", "review", "review-book"),
    )
)
_PRESENTED: frozenset[ReferenceType] = frozenset(("interview", "paper-conference"))
_UNNUMBERED: frozenset[ReferenceType] = frozenset(
    ("broadcast", "event", "patent", "performance", "speech")
)
DESCRIBED_WITH_CONTAINER: frozenset[ReferenceType] = frozenset(
    ("document", "event", "performance", "report", "software", "speech", "standard")
)
"""Works whose kind is stated after their container (10.4)."""
_STOPS = ".?!…"


def title_element(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the title with its details and a full stop."""
    identified, kind = Run(_title_details(reference, terms)), _bracketed_kind(reference, terms)
    if reference.title is None:
        named = kind or (Run(terms.untitled),)  # section 9.22
        details = (Run(" "), identified) if identified.text else ()
        return (*named, *details, Run("."))
    return _title(reference, _with_space(identified, *kind), terms)


def title_as_author(reference: Reference, terms: ApaTerms) -> tuple[Runs, Runs]:
    """Compose the title in the author's place, and the details that follow the date (9.12)."""
    if reference.title is None:
        return title_element(reference, terms), ()
    identified = _title_details(reference, terms)
    title = _title(reference, (Run(identified),) if identified else (), terms)
    described = _bracketed_kind(reference, terms)
    return title, (*described, Run(".")) if described else ()


def _title(reference: Reference, details: Runs, terms: ApaTerms) -> Runs:
    assert reference.title is not None
    title = Run(reference.title, italic=not is_part(reference))
    if details:
        return (title, Run(" "), *details, Run("."))
    ended = with_full_stop(reference.title, terms)
    if ended.startswith(reference.title):
        return (title, Run(ended[len(reference.title) :]))
    return (Run(ended, italic=title.italic),)


def _with_space(before: Run, *after: Run) -> Runs:
    """Join two parts by a space, if neither is empty."""
    return without_empty_runs((before, Run(" ") if before.text and after else Run(""), *after))


def is_part(reference: Reference) -> bool:
    """Check whether a work is part of another one, and its title roman (section 9.19)."""
    return bool(reference.container_title) and not (
        reference.type in PAGES or _is_blog_of_author(reference)
    )


def is_in_periodical(reference: Reference) -> bool:
    """Check whether the container is a periodical; that of a paper without editors is one."""
    return reference.type in _PERIODICALS or (
        reference.type in _PRESENTED and not (reference.editor or reference.compiler)
    )


def is_published_paper(reference: Reference) -> bool:
    """Check whether a conference paper was published, not only presented (section 10.5)."""
    stated = (reference.editor, reference.compiler, reference.issue, reference.page)
    return any(stated) or bool(reference.volume)


def _is_blog_of_author(reference: Reference) -> bool:
    if reference.type != "post-weblog":
        return False
    return reference.container_title in {agent.name for agent in author_element(reference).agents}


def short_title(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the title in the author's place of an in-text citation (section 8.14)."""
    title = reference.title_short or reference.title
    if title is None:
        return _bracketed_kind(reference, terms) or (Run(terms.untitled),)
    if terms.title_case and _takes_title_case(reference):
        title = title_case(title)
    if is_part(reference):
        return (Run(title_in_quotes(title, terms)),)
    return (Run(title, italic=True),)


def with_full_stop(text: str, terms: ApaTerms) -> str:
    """
    End a text with a full stop, in English inside quotation marks (6.7).

    >>> from nizkorcite.styles.apa.terms.en import APA_EN
    >>> [with_full_stop(text, APA_EN) for text in ("A title", "Why?", "So “the deal”")]
    ['A title.', 'Why?', 'So “the deal.”']
    """
    if terms.stop_inside and text.rstrip('"”’').endswith(tuple(_STOPS)):
        return text
    if terms.stop_inside and text.endswith("”"):
        return f"{text[:-1]}.”"
    return text if not text or text[-1] in _STOPS else f"{text}."


def with_comma(text: Runs, terms: ApaTerms) -> Runs:
    """End a text with a comma, in English inside quotation marks (section 6.7)."""
    *before, last = text
    if not last.text.endswith("”") or not terms.stop_inside:
        return (*text, Run(","))
    words = last.text.rstrip("’”")
    return (*before, Run(f"{words},{last.text[len(words) :]}", italic=last.italic))


def title_in_quotes(title: str, terms: ApaTerms, mark: str = "") -> str:
    """Put a title in quotation marks, and add the mark that follows the title."""
    inside, outside = (mark, "") if terms.stop_inside else ("", mark)
    return f"“{_nested_quotes(title)}{inside}”{outside}"


def is_english(reference: Reference) -> bool:
    """Check whether a title may be English: no other language is stated."""
    return (reference.language or "en").split("-")[0] == "en"


def _takes_title_case(reference: Reference) -> bool:
    # Scripts without capitals leave the words that have some, which are mostly English.
    return is_english(reference) or (reference.language or "").split("-")[0] in ("ja", "ko", "zh")


def _nested_quotes(title: str) -> str:
    """Make quotation marks within a quotation single ones."""
    return title.replace("“", "‘").replace("”", "’")


def _title_details(reference: Reference, terms: ApaTerms) -> str:
    """Compose translated title (9.38), contributors and numbers (9.19)."""
    numbers = "" if is_part(reference) else numbers_of_work(reference, terms)
    within = "; ".join(part for part in (_contributors(reference, terms), numbers) if part)
    parts = (
        f"[{reference.title_translated}]" if reference.title_translated else "",
        f"({within})" if within else "",
    )
    return " ".join(part for part in parts if part)


def _bracketed_kind(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose the bracketed kind of work (9.21), unless it follows the container."""
    if is_part(reference) and reference.type in DESCRIBED_WITH_CONTAINER:
        return ()
    if reference.reviewed_title:
        return _review(reference, terms)
    kind = description(reference, terms)
    return (Run(f"[{kind}]"),) if kind else ()


def _review(reference: Reference, terms: ApaTerms) -> Runs:
    """Compose kind, title and authors of the work that a review is about (section 10.7)."""
    names = names_in_order(reference.reviewed_author, terms)
    by = f", {terms.by.format(names)}" if names else ""
    work = Run(reference.reviewed_title or "", italic=True)
    return (Run(f"[{_reviewed_kind(reference, terms)} "), work, Run(f"{by}]"))


def _reviewed_kind(reference: Reference, terms: ApaTerms) -> str:
    if reference.reviewed_genre:
        return terms.review_of_kind.format(reference.reviewed_genre)
    return terms.review_of[reference.type == "review-book"]


def numbers_of_work(reference: Reference, terms: ApaTerms) -> str:
    """Join number, version, edition, volume and pages of a work or its container (9.19)."""
    if is_in_periodical(reference):
        return "" if reference.container_title else _number(reference, terms)
    parts = (
        _number(reference, terms),
        "" if reference.type in _UNNUMBERED | PAGES else _edition(reference, terms),
    )
    return "; ".join(part for part in parts if part)


def _edition(reference: Reference, terms: ApaTerms) -> str:
    parts = (
        terms.version.format(reference.version) if reference.version else "",
        _ordinal(reference.edition, terms) if reference.edition else "",
        terms.volume.format(reference.volume) if reference.volume else "",
        _pages(reference.page, terms) if reference.page else "",
    )
    return ", ".join(part for part in parts if part)


def _ordinal(edition: str, terms: ApaTerms) -> str:
    """
    Write an edition as ``2nd ed.`` if it has a number, else unchanged.

    >>> from nizkorcite.styles.apa.terms.en import APA_EN
    >>> [_ordinal(text, APA_EN) for text in ("2", "2nd", "Second", "2.ª ed.", "Rev. ed.")]
    ['2nd ed.', '2nd ed.', '2nd ed.', '2nd ed.', 'Rev. ed.']
    """
    match = re.fullmatch(_EDITION, edition.strip())
    number = match and (match["digits"] or _ORDINALS.get(match["word"].lower()))
    return terms.edition(int(number)) if number else edition


def _pages(page: str, terms: ApaTerms) -> str:
    several = any(mark in page for mark in "-–,&")
    return f"{terms.words.labels['page'][several]} {with_range_dash(page, terms)}"


def _number(reference: Reference, terms: ApaTerms) -> str:
    """Return the number of a work after its kind (section 9.19)."""
    number = reference.number
    if not number:
        return ""
    counted = terms.number.format(number) if number[0].isdecimal() else number
    if reference.type == "patent":
        return " ".join(part for part in (reference.authority, terms.patent, counted) if part)
    if reference.type == "thesis":
        return f"{terms.publication} {counted}" if reference.genre else counted
    if not reference.genre:
        return counted
    kind = _genre(reference, terms)
    if terms.title_case and is_english(reference):
        kind = title_case(kind)
    return f"{kind} {counted}"


def description(reference: Reference, terms: ApaTerms) -> str:
    """Return the description of an unusual kind of work (section 9.21)."""
    kind = _kind(reference, terms)
    if reference.type == "thesis":
        return _thesis(reference, terms)
    if reference.type == "personal_communication" and reference.recipient:
        return terms.letter_to.format(
            kind=kind, names=joined_names(reference.recipient, terms.words)
        )
    if reference.type == "interview" and reference.interviewer and reference.title is None:
        return terms.interview_by.format(
            kind=kind, names=names_in_order(reference.interviewer, terms)
        )
    return kind


def _kind(reference: Reference, terms: ApaTerms) -> str:
    if manuscript := terms.manuscripts.get(reference.status or ""):
        return manuscript
    if not (reference.genre or reference.medium):
        is_kept = reference.archive or reference.archive_collection
        is_archival = reference.type == "manuscript" and is_kept  # section 10.8
        kind = terms.kinds.get(reference.type, "")
        return "" if is_archival or (reference.type == "patent" and reference.number) else kind
    parts = ("" if reference.number else _genre(reference, terms), reference.medium)
    return "; ".join(part[0].upper() + part[1:] for part in parts if part)


def _genre(reference: Reference, terms: ApaTerms) -> str:
    """Return the genre, that of a record in the citation's language."""
    genre = reference.genre or ""
    return terms.descriptions.get(genre, genre)


def _thesis(reference: Reference, terms: ApaTerms) -> str:
    """Return kind and university of a thesis; the university may be its source instead (10.6)."""
    university = ", ".join(agent.name for agent in reference.publisher)
    has_source = reference.archive or reference.doi or reference.url
    parts = (_genre(reference, terms), university if has_source else "")
    within = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (within, reference.medium) if part)


def _contributors(reference: Reference, terms: ApaTerms) -> str:
    """Join interviewers, editors of a work with an author, and translators (9.19 and 9.39)."""
    stands_alone = not (is_part(reference) or is_in_periodical(reference))
    roles = (
        (reference.interviewer if reference.title else (), terms.interviewer),
        (reference.editor if reference.author and stands_alone else (), terms.editor),
        (reference.translator, terms.translator),
        (reference.compiler, terms.compiler),
    )
    named = (
        f"{names_in_order(agents, terms)}, {role_label(forms, agents)}"
        for agents, forms in roles
        if agents
    )
    return "; ".join(named)


_EDITION = (
    r"(?i)(?:(?P<digits>[0-9]+)(?:st|nd|rd|th|\.?[ªºao])?|(?P<word>[a-z]+))"
    r"\.?(?: ed(?:\.|n\.?|ition|ici[óo]n)?)?"
)
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}
