"""What a site is made of: its documents with their texts, its settings, its files."""

from attrs import frozen

from nizkorcite.dates import Instant
from nizkorcite.languages import Language
from nizkorcite.record.model import Document


@frozen(kw_only=True)
class SiteDocument:
    """
    A document of a site.

    Attributes:
        document: The document.
        text: The visible text in which the spans of its evidence count, if known.
    """

    document: Document
    text: str | None = None


@frozen(kw_only=True)
class SiteSettings:
    """
    The settings of a site.

    Attributes:
        title: The name of the site, as on each page.
        lang: The language of the site's own words.
        built: The time of the build, for feeds.
        address: Address of the folder that the site is served from; without it there are no files
            that need full addresses (sitemap, feed, OAI-PMH).
        email: Mail address of the people responsible, without which OAI-PMH allows no repository.
    """

    title: str
    lang: Language
    built: Instant
    address: str | None = None
    email: str | None = None

    def address_of(self, path: str) -> str | None:
        """
        Return the full address of a file of the site.

        >>> SiteSettings(title="A", lang="en", built=Instant("2026-11-27T10:00:00Z"),
        ...              address="https://example.org/a").address_of("index.html")
        'https://example.org/a/index.html'
        """
        return f"{self.address.removesuffix('/')}/{path}" if self.address else None


@frozen
class SiteFile:
    """A file of a site: its path, with ``/`` between folders, and its text."""

    path: str
    text: str
