"""A page of an invented newspaper, and what the forms that it is saved in state of it."""

from nizkorcite.saved_forms.archive_addresses import supplied_address
from nizkorcite.saved_forms.recognition import read_saved_page
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage

ADDRESS = "https://harbour.example.org/2017/02/27/pier.html"
WORDS = "The council let the pier for ten more years on Monday."
HEAD = (
    '<head><meta charset="utf-8"><title>Pier let again - Harbour Post</title>'
    f'<link rel="canonical" href="{ADDRESS}"></head>'
)
BODY = f"<body><h1>Pier let again</h1><p>{WORDS}</p></body>"
PAGE = f'<!DOCTYPE html><html lang="en">{HEAD}{BODY}</html>'
COPY = f"https://web.archive.org/web/20170301120000/{ADDRESS}"


def stated(page: SavedPage) -> dict[str, object]:
    """What a form states, as texts, without what it does not state."""
    facts = page.facts
    memento = facts.memento.value if facts.memento else None
    values = {
        "url": facts.url and facts.url.value,
        "accessed": facts.accessed and str(facts.accessed.value),
        "tool": facts.tool and facts.tool.value,
        "memento": memento and memento.url,
        "captured": memento and memento.instant and str(memento.instant),
        "charset": facts.charset and facts.charset.value,
        "title": facts.title and facts.title.value,
        "authors": [each.value for each in facts.authors],
        "date": facts.date and str(facts.date.value),
        "publisher": facts.publisher and facts.publisher.value,
    }
    return {name: value for name, value in values.items() if value}


def read(data: str | bytes, name: str = "", url: str = "") -> SavedPage:
    """Take a page out of its form."""
    address = supplied_address(url) if url else FormFacts()
    return read_saved_page(data.encode() if isinstance(data, str) else data, name, address)


def remarks(page: SavedPage) -> list[str]:
    """What a person should look at."""
    return [str(each.message) for each in page.facts.remarks]


def quotes(page: SavedPage) -> dict[str, str]:
    """The words that state each fact of the capture."""
    facts = page.facts
    members = {"url": facts.url, "accessed": facts.accessed, "tool": facts.tool}
    return {name: each.quote for name, each in members.items() if each}
