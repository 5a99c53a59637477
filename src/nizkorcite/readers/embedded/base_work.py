"""The work that a page's article is based on (schema.org ``isBasedOn``)."""

from collections.abc import Mapping

from attrs import evolve, frozen

from nizkorcite.dates import PartialDate
from nizkorcite.readers.addresses import address_key
from nizkorcite.readers.embedded.days import read_day
from nizkorcite.readers.embedded.json_ld import first_object, types_of
from nizkorcite.readers.embedded.meta import address_fact
from nizkorcite.readers.embedded.published import linked_dates
from nizkorcite.readers.embedded.publishers import linked_publishers
from nizkorcite.readers.facts import Fact, Facts
from nizkorcite.readers.text import fold
from nizkorcite.record.model import Relation

# An article about a study is not that study.
_STUDIES = frozenset(("ScholarlyArticle", "MedicalScholarlyArticle", "Dataset", "Report", "Book"))


@frozen(kw_only=True)
class BaseWork:
    """
    The work that an article is based on.

    Attributes:
        publishers: Its publishers; without them nothing shows that the article is a copy of it.
        date: Its day of publication.
        address: Its address.
    """

    publishers: tuple[Fact[str], ...] = ()
    date: Fact[PartialDate] | None = None
    address: Fact[str] | None = None

    @property
    def relation(self) -> Fact[Relation] | None:
        """The tie to a work whose publisher is not stated."""
        if self.address is None or self.publishers:
            return None
        return self.address.with_value(Relation(type="is_derived_from", target=self.address.value))


def base_work(article: Mapping[str, object], own: tuple[Fact[str], ...]) -> BaseWork:
    """
    Return the work that an article is based on, unless that is the article itself.

    A work of the same publisher, such as a longer report, is no original of another house.

    Args:
        article: The page's own article in JSON-LD.
        own: Addresses that the page states for itself; some content systems repeat them here.
    """
    value = article.get("isBasedOn")
    work = first_object(value)
    address = address_fact(work.get("url") or work.get("@id") or value, "json-ld")
    if address and address_key(address.value) in {address_key(fact.value) for fact in own}:
        return BaseWork()
    publishers = linked_publishers(work)
    names, own_names = (
        {fold(fact.value) for fact in each} for each in (publishers, linked_publishers(article))
    )
    if names <= own_names or not _STUDIES.isdisjoint(types_of(work)):
        return BaseWork(address=address)
    days = [day for fact in linked_dates(work) if (day := read_day(fact))]
    date = days[0].words.with_value(days[0].date) if len(days) == 1 else None
    return BaseWork(publishers=publishers, date=date, address=address)


def with_base_work(facts: Facts, base: BaseWork) -> Facts:
    """Make a base work the original, and the page's own publication the republication."""
    return evolve(
        facts,
        attribution="stated",
        publishers=base.publishers,
        date=base.date,
        original_url=base.address,
        republishers=facts.publishers,
        republished=facts.date,
    )
