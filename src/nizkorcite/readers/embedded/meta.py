"""Facts stated by `<meta>` elements and `<title>`."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.text import collapse_space

TITLE_KEYS = ("citation_title", "dc.title", "dcterms.title", "og:title")
PUBLISHER_KEYS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name")
DATE_KEYS = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
)
MAXIMUM_ITEMS = 100

_DAY = re.compile(r"([0-9]{4})(?:[-/]([0-9]{2})(?:[-/]([0-9]{2}))?)?(?=$|[T ])")
_UNPADDED = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")  # Google Scholar: 2010/5/12
# The first instants of .NET and of Unix, which programs write for a missing date.
_NO_DATE = re.compile(r"000|1970-01-01T00:00:00")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|%[A-Z_]+%|\$\{")
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_MAXIMUM_LINE = 500


def text_fact(value: object, rule: str) -> Fact[str] | None:
    """Return a text of the markup, unless it is empty, too long or a placeholder."""
    words = collapse_space(value) if isinstance(value, str) else ""
    if not words or len(words) > _MAXIMUM_LINE or _NOT_TEXT.search(words):
        return None
    if _PLACEHOLDER.search(words):
        return None
    return Fact(value=words, rule=f"general.{rule}", quote=words)


def meta_facts(page: Page, names: Sequence[str]) -> Iterator[Fact[str]]:
    """Return the contents of a page's meta elements, in the order of `names`."""
    for name in names:
        contents = (content for key, content in page.markup.metadata if key == name)
        for content in islice(contents, MAXIMUM_ITEMS):
            if fact := text_fact(content, "meta"):
                yield fact


def day_fact(stated: Fact[str]) -> Fact[PartialDate] | None:
    """Return the day of an ISO 8601 date or instant, in its own zone."""
    match = _DAY.match(stated.value) or _UNPADDED.fullmatch(stated.value)
    if match is None or _NO_DATE.match(stated.value):
        return None
    try:
        value = PartialDate("-".join(part.zfill(2) for part in match.groups() if part))
    except DateError:
        return None
    return Fact(value=value, rule=stated.rule, quote=stated.quote, method="rule")
