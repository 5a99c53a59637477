"""The page's day of publication, from all that its markup states."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.dates.printed import read_printed
from nizkorcite.errors import DateError
from nizkorcite.messages import Message
from nizkorcite.page import Page
from nizkorcite.readers.embedded.days import Day, agreeing_day, read_day
from nizkorcite.readers.embedded.json_ld import is_article
from nizkorcite.readers.embedded.meta import meta_facts, text_fact
from nizkorcite.readers.facts import Fact, Remark, Unread
from nizkorcite.readers.two_days import another_day, are_near, contradiction

_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "citation_year",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "prism.publicationdate",
    "og:published_time",
    "og:pubdate",
    "article:published",
    "rnews:datepublished",
    "originalpublicationdate",
    "publication_date",
    "publication-date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "bt:pubdate",
)
# Some systems write the day of the last change into these, so they count only without the others.
_CREATED_KEYS = ("dc.date.created", "dcterms.created", "dc.created")
_DAY_KEYS = ("date", "datepublished")
_WEAKER_KEYS = (*_DAY_KEYS, *_CREATED_KEYS)
# Hours of Universal Time at which the Americas still have the day before, and East Asia has the
# day after.
_FIRST_SURE_HOUR, _FIRST_UNSURE_HOUR = 8, 22
_MOST_SHOWN = 5


@frozen(kw_only=True)
class Published:
    """
    The day of publication, or the reasons why it was not read.

    Attributes:
        date: The day in the publisher's own zone, if known.
        unread: One remark if there is no date.
        warnings: A remark on a day that may be the day before or after.
    """

    date: Fact[PartialDate] | None = None
    unread: tuple[Unread, ...] = ()
    warnings: tuple[Remark, ...] = ()


def day_of_publication(page: Page, article: Mapping[str, object], field: str) -> Published:
    """
    Return the page's day of publication if its statements agree.

    The best kind of statement decides: metadata, then names of doubtful meaning, then elements
    marked as the day of publication, then all ``<time>`` elements of the page.

    Args:
        page: The page.
        article: The page's own article in JSON-LD.
        field: Pointer of the date in the record.
    """
    seen: list[Fact[str]] = []
    for stated in _statements(page, article):
        days = [day for fact in stated if (day := read_day(fact))]
        if days:
            return _compared(page, _agreed(page, days, field), field)
        seen += stated
    return Published(unread=(_not_read(seen, field),))


def _statements(page: Page, article: Mapping[str, object]) -> Iterator[Sequence[Fact[str]]]:
    times = page.markup.elements.times
    microdata = _microdata(page)
    # Several articles with microdata of their own are a list, and none is known to be the page's.
    is_of_one_day = agreeing_day([day for fact in microdata if (day := read_day(fact))])
    own = microdata if is_of_one_day else []
    yield [*linked_dates(article), *meta_facts(page, _KEYS), *own]
    yield list(meta_facts(page, _WEAKER_KEYS))
    yield _facts(time.datetime for time in times if time.is_publication and not time.is_apart)
    # A day outside the article makes that of the article doubtful, and says nothing alone.
    own_times = times if any(not time.is_apart for time in times) else ()
    yield [*microdata, *_facts(time.datetime for time in own_times)]


def _facts(texts: Iterator[str]) -> list[Fact[str]]:
    return [fact for text in texts if (fact := text_fact(text, "time-element"))]


def linked_dates(thing: Mapping[str, object]) -> list[Fact[str]]:
    """Return all dates of publication that an object in JSON-LD states."""
    stated = thing.get("datePublished")
    items = stated if isinstance(stated, list) else [stated]
    return [fact for item in items if (fact := text_fact(item, "json-ld"))]


def _microdata(page: Page) -> list[Fact[str]]:
    """Return the dates of articles and of the page itself, not those of comments."""
    return [
        fact
        for each in page.markup.elements.properties
        if each.name == "datePublished"
        and (not each.owner_types or is_article(set(each.owner_types)))
        and (fact := text_fact(each.value, "microdata"))
    ]


def _agreed(page: Page, days: Sequence[Day], field: str) -> Published:
    day = agreeing_day(days)
    if day is None:
        message = Message(
            "the page's metadata gives different dates of publication: {dates}",
            dates=", ".join(sorted({str(each.date) for each in days})[:_MOST_SHOWN]),
        )
        return Published(unread=(Unread("NZ632", field, message),))
    printed = _printed_day(page, day)
    is_doubtful = not printed and _may_be_another_day(day)
    return Published(
        date=day.words.with_value(printed or day.date),
        warnings=(_doubt(day, field),) if is_doubtful else (),
    )


def _compared(page: Page, published: Published, field: str) -> Published:
    """
    Compare the day with the others that metadata gives.

    A later one may be that of a change and is reported; before an earlier one, neither is used.
    """
    if published.date is None:
        return published
    used = published.date.value
    days = [day for fact in meta_facts(page, _DAY_KEYS) if (day := read_day(fact))]
    other = next((day.date for day in days if not are_near(used, day.date)), None)
    if other is None:
        return published
    if str(other) < str(used):
        return Published(unread=(contradiction(used, other, field),))
    return evolve(published, warnings=(*published.warnings, another_day(used, other, field)))


def _printed_day(page: Page, day: Day) -> PartialDate | None:
    """Return the local day that a ``<time>`` prints for an instant of Universal Time."""
    if not day.is_universal:
        return None
    for time in page.markup.elements.times:
        fact = text_fact(time.datetime, "time-element")
        stated = read_day(fact) if fact else None
        if stated and stated.instant == day.instant:
            printed = _read_words(time.words)
            if printed and Day(printed, None, day.words).agrees_with(day):
                return printed
    return None


def _read_words(words: str) -> PartialDate | None:
    try:
        printed = read_printed(words)
    except DateError:
        return None
    return printed if printed.precision == "day" else None


def _may_be_another_day(day: Day) -> bool:
    if not day.is_universal or day.instant is None:
        return False
    return not _FIRST_SURE_HOUR <= day.instant.hour < _FIRST_UNSURE_HOUR


def _doubt(day: Day, field: str) -> Remark:
    message = Message(
        "{instant} is Universal Time; where the page was published it may have been the day "
        "{side} {date}",
        instant=day.words.value,
        date=str(day.date),
        side=Message("before")
        if day.instant and day.instant.hour < _FIRST_SURE_HOUR
        else Message("after"),
    )
    return Remark("NZ653", field, message, quote=day.words.quote)


def _not_read(seen: Sequence[Fact[str]], field: str) -> Unread:
    if not seen:
        message = Message(
            "no date of publication found in the page's metadata (JSON-LD, microdata, meta tags, "
            "<time>)"
        )
        return Unread("NZ602", field, message)
    message = Message(
        '"{text}" in the page\'s metadata is not a date with one reading', text=seen[0].value
    )
    return Unread("NZ621", field, message, quote=seen[0].quote)
