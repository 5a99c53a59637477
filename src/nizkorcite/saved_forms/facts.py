"""Facts made of what a form says, with a remark where that cannot be used."""

import codecs
from collections.abc import Callable

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.messages import Message
from nizkorcite.saved_forms.saved_page import FormFacts, FormRemark, Stated

_SHOWN = 100
# HTML's names for what a charset of Python's is not called (WHATWG Encoding, section 4.2).
_LABELS = {
    "unicode": "utf-16",
    "x-sjis": "shift_jis",
    "x-mac-roman": "mac_roman",
    "ks_c_5601-1987": "cp949",
}


def accessed_facts(
    date: Stated[str] | None, read: Callable[[str], Instant | PartialDate | None]
) -> FormFacts:
    """Return when a page was saved; where the date is not read, a remark on it."""
    if date is None:
        return FormFacts()
    if instant := read(date.value):
        return FormFacts(accessed=date.carrying(instant))
    message = Message(
        'the page was saved at "{text}", which has no time zone or is no date; give --accessed',
        text=date.value[:_SHOWN],
    )
    return FormFacts(remarks=(FormRemark("accessed", message),))


def charset_facts(label: Stated[str] | None) -> FormFacts:
    """
    Return the encoding that a form states for the page's bytes, if Python knows it.

    >>> charset_facts(Stated("x-sjis", "x-sjis")).charset.value
    'shift_jis'
    """
    if label is None:
        return FormFacts()
    name = label.value.strip(" \t\"'").lower()
    try:
        found = codecs.lookup(_LABELS.get(name, name)).name
        "".encode(found)  # codecs that turn bytes into bytes ("hex", "zip") are no encodings
    except (LookupError, UnicodeError, TypeError, AttributeError, ValueError):
        message = Message(
            'the saved page gives "{name}" as its encoding, which is not known; if letters are '
            "wrong, give --encoding",
            name=label.value[:_SHOWN],
        )
        return FormFacts(remarks=(FormRemark("charset", message),))
    return FormFacts(charset=label.carrying(found))
