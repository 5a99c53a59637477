"""Values of `<meta>` elements and `<title>`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError
from nizkorcite.page import Page
from nizkorcite.readers.facts import Fact
from nizkorcite.readers.text import one_line

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title")


_PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name")


_DATES = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
)


_DAY = re.compile(r"([0-9]{4})(?:[-/]([0-9]{2})(?:[-/]([0-9]{2}))?)?(?=$|[T ])")


_UNPADDED = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")  # Google Scholar: 2010/5/12


# What programs write where they have no date: the first instants of .NET and of Unix.
_NO_DATE = re.compile(r"000|1970-01-01T00:00:00")


_PLACEHOLDER = re.compile(r"\{\{|\}\}|%[A-Z_]+%|\$\{")


_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


_MAXIMUM_LINE = 500


_MAXIMUM_LIST = 100


def _stated(value: object, name: str) -> Fact[str] | None:
    """A text of the markup; what is none, empty, over-long or a template's gap is not taken."""
    words = one_line(value) if isinstance(value, str) else ""
    if not words or len(words) > _MAXIMUM_LINE or _NOT_TEXT.search(words):
        return None
    if _PLACEHOLDER.search(words):
        return None
    return Fact(value=words, rule=f"general.{name}", quote=words)


def _meta(page: Page, names: Sequence[str]) -> Iterator[Fact[str]]:
    """What the page's meta elements say under some names, in the order of the names."""
    for name in names:
        contents = (content for key, content in page.markup.metadata if key == name)
        for content in islice(contents, _MAXIMUM_LIST):
            if fact := _stated(content, "meta"):
                yield fact


def _first(facts: Iterable[Fact[str] | None]) -> Fact[str] | None:
    return next((fact for fact in facts if fact), None)


def _day(stated: Fact[str]) -> Fact[PartialDate] | None:
    """The day of an ISO 8601 date or instant, as written."""
    match = _DAY.match(stated.value) or _UNPADDED.fullmatch(stated.value)
    if match is None or _NO_DATE.match(stated.value):
        return None
    try:
        value = PartialDate("-".join(part.zfill(2) for part in match.groups() if part))
    except DateError:
        return None
    return Fact(value=value, rule=stated.rule, quote=stated.quote, method="rule")
