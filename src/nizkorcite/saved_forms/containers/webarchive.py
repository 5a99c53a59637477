"""
Safari's .webarchive: a property list, binary or XML, with the page and what it shows.

It has no date. Property lists of other things, such as settings, are refused as what they are.
"""

import plistlib
from collections.abc import Mapping
from typing import Any, Final
from xml.parsers.expat import ExpatError

from nizkorcite.errors import InputError
from nizkorcite.messages import Message
from nizkorcite.saved_forms.archive_addresses import address_facts
from nizkorcite.saved_forms.containers.http_response import page_media_type
from nizkorcite.saved_forms.facts import charset_facts
from nizkorcite.saved_forms.limits import check_size
from nizkorcite.saved_forms.saved_page import FormFacts, SavedPage, Stated, combined

_MAIN: Final = "WebMainResource"
_BROKEN: Final = (
    plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError,
    AttributeError, OverflowError, RecursionError, MemoryError,
)  # fmt: skip


def inner_page(page: SavedPage) -> SavedPage | None:
    """
    Return the main resource.

    Raises:
        InputError: The list is damaged, or has no page.
    """
    try:
        archive = plistlib.loads(check_size(page.data))
    except _BROKEN as error:
        raise InputError(Message("the property list is damaged or cut off")) from error
    main = archive.get(_MAIN) if isinstance(archive, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(data, bytes):
        raise InputError(Message("is a property list without a page; save the page in Safari"))
    kind = _text(main, "WebResourceMIMEType")
    return page.inner(_facts(main), data, media_type=page_media_type(kind.value if kind else ""))


def _facts(main: Mapping[str, Any]) -> FormFacts:
    return combined(
        FormFacts(tool=Stated("Safari", _MAIN)),
        address_facts(_text(main, "WebResourceURL")),
        charset_facts(_text(main, "WebResourceTextEncodingName")),
    )


def _text(main: Mapping[str, Any], name: str) -> Stated[str] | None:
    value = main.get(name)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return Stated(text, f"{name}: {text}") if text else None
