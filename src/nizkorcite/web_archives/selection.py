"""Which captures of a collection are read, by what their heads state."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from nizkorcite.saved_forms.containers.http_response import Response

PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_SUCCESS: Final = ("2xx",)


@frozen(kw_only=True)
class CaptureSelection:
    """
    Conditions that a capture has to meet, all of them.

    Attributes:
        types: Media types; an answer that states none is taken for a page of HTML.
        statuses: HTTP status codes, or classes of them: ``200``, ``2xx``.
        addresses: Patterns of addresses, with ``*`` and ``?``; none means every address.
        sites: Host names; their subdomains are of the same site. None means every site.
        since: The first day of captures, ``YYYY-MM-DD``.
        until: The last day of captures.
    """

    types: Sequence[str] = PAGE_TYPES
    statuses: Sequence[str] = _SUCCESS
    addresses: Sequence[str] = ()
    sites: Sequence[str] = ()
    since: str | None = None
    until: str | None = None

    def takes_answer(self, response: Response) -> bool:
        """Check the status and the media type of an answer; one without a body has no page."""
        status = str(response.status)
        is_wanted = any(each in (status, f"{status[0]}xx") for each in self.statuses)
        is_taken = (response.media_type or PAGE_TYPES[0]) in self.types
        return is_wanted and is_taken and bool(response.body)

    def takes_target(self, fields: Mapping[str, str]) -> bool:
        """Check the address and the day of a capture by its header fields."""
        url = fields.get("warc-target-uri", "").strip("<>")
        day = fields.get("warc-date", "")[:10]
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or "" < day <= self.until)
            and (not self.addresses or any(fnmatchcase(url, each) for each in self.addresses))
            and (not self.sites or self._is_of_site(url))
        )

    def _is_of_site(self, url: str) -> bool:
        try:
            host = (urlsplit(url).hostname or "").rstrip(".")
        except ValueError:  # an address with half a bracket has no host
            return False
        return any(host == site or host.endswith(f".{site}") for site in self.sites)
