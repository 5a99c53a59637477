"""Volumes, issues and pages of periodicals (section 9.25)."""

from nizkorcite.styles.apa.terms.terms import Terms


def with_volume(title: str, volume: str | None) -> str:
    """The title with its volume; both stand in italics."""
    return f"{title}, {volume}" if volume else title


def paged(volume: str | None, issue: str | None, page: str | None, terms: Terms) -> str:
    """
    Issue and pages, in roman.

    >>> from nizkorcite.styles.apa.terms.en import ENGLISH
    >>> paged("12", "3", "1-9", ENGLISH), paged(None, "3", None, ENGLISH)
    ('(3), 1–9', ', (3)')
    """
    issues = f"{'' if volume else ', '}({issue})" if issue else ""
    return f"{issues}{f', {spanned(page, terms)}' if page else ''}"


def spanned(page: str, terms: Terms) -> str:
    """
    A range with the dash of the language.

    >>> from nizkorcite.styles.apa.terms.en import ENGLISH
    >>> spanned("10--12", ENGLISH)
    '10–12'
    """
    return page.replace("--", "–").replace("-", "–").replace("–", terms.words.dash)
