"""The record that a page of `nizkorcite site` holds of its document."""

from nizkorcite.page import Page
from nizkorcite.record.model import Document


def stated_document(page: Page) -> Document | None:
    """
    Return the document whose record a page holds; ``None`` without a valid one.

    It is for citing: the captures and evidence of the record are about another page than this one.
    A page with several records, as one that quotes another, states none.
    """
    if len(page.markup.records) != 1:
        return None
    import json  # few pages hold a record

    from nizkorcite.record.codec import from_record

    try:
        return from_record(json.loads(page.markup.records[0]))
    except (ValueError, RecursionError):
        return None
