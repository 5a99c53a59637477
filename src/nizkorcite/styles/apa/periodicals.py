"""Volumes, issues and pages of periodicals (section 9.25)."""

from nizkorcite.styles.apa.terms.terms import ApaTerms


def with_volume(title: str, volume: str | None) -> str:
    """Join title and volume, which are both in italics."""
    return f"{title}, {volume}" if volume else title


def issue_and_pages(
    volume: str | None, issue: str | None, page: str | None, terms: ApaTerms
) -> str:
    """
    Join issue and pages, which are in roman.

    >>> from nizkorcite.styles.apa.terms.en import APA_EN
    >>> issue_and_pages("12", "3", "1-9", APA_EN), issue_and_pages(None, "3", None, APA_EN)
    ('(3), 1–9', ', (3)')
    """
    issues = f"{'' if volume else ', '}({issue})" if issue else ""
    return f"{issues}{f', {with_range_dash(page, terms)}' if page else ''}"


def with_range_dash(page: str, terms: ApaTerms) -> str:
    """
    Write a range with the dash of the language.

    >>> from nizkorcite.styles.apa.terms.en import APA_EN
    >>> with_range_dash("10--12", APA_EN)
    '10–12'
    """
    return page.replace("--", "–").replace("-", "–").replace("–", terms.words.dash)
