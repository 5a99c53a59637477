"""Fields of a record set by name (``--date``, ``title=...``), with what follows from them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from attrs import frozen

from nizkorcite.loading.corrections import Correction, parse_correction, set_member
from nizkorcite.record.json_types import JSON
from nizkorcite.record.navigation import member, values_at
from nizkorcite.reference.fields import Field, field_called, field_name

_OF_THE_ORIGINAL = ("original_title", "original_publisher", "original_date", "original_url")
_OWN_PUBLICATION = ("publishers", "date", "url")


@frozen(kw_only=True)
class FieldValue:
    """
    A field set by hand.

    Attributes:
        name: A name of `nizkorcite.reference.fields.NAMES`, with underscores.
        text: The value as people type it; an empty text removes the field.
    """

    name: str
    text: str

    @property
    def is_list(self) -> bool:
        """Whether the field has several values, separated by semicolons."""
        field = field_called(field_name(self.name, has_republication=False))
        return isinstance(field.read("a a"), list)


def parse_change(text: str) -> FieldValue | Correction:
    """
    Parse ``FIELD=TEXT``, ``POINTER=TEXT`` or ``POINTER:=JSON``.

    Raises:
        CorrectionError: The text has none of these forms.
        UnknownNameError: No field has that name.

    >>> parse_change("original-date=2017")
    FieldValue(name='original_date', text='2017')
    """
    name, equals, value = text.partition("=")
    if name.startswith("/") or not equals:
        return parse_correction(text)
    return field_value(name, value)


def field_value(name: str, text: str) -> FieldValue:
    """
    Make the value of a field that people typed.

    Raises:
        CorrectionError: The text does not fit the field.
        UnknownNameError: No field has that name.
    """
    field = field_called(field_name(name.strip(), has_republication=False))
    if text.strip():
        field.read(text.strip())
    return FieldValue(name=name.strip().replace("-", "_"), text=text.strip())


def corrected_record(
    record: dict[str, JSON], changes: Iterable[FieldValue | Correction]
) -> dict[str, JSON]:
    """
    Return a copy of a record, valid or not, with its fields and then its members set by hand.

    Raises:
        CorrectionError: A pointer leads into a text or past a list, or a text does not fit a field.
    """
    new, changes = deepcopy(record), list(changes)
    _set_fields(new, [each for each in changes if isinstance(each, FieldValue)])
    for each in changes:
        if isinstance(each, Correction):
            set_member(new, each)
    return new


def _set_fields(record: dict[str, JSON], fields: Sequence[FieldValue]) -> None:
    """
    Set fields of a record; those that have their value already are left alone.

    Whoever names the original of a page that was taken for a first publication says that the page
    is a republication: the page's own publisher, date and address become those of the latter.
    """
    names_original = any(each.name in _OF_THE_ORIGINAL and each.text for each in fields)
    if names_original and _is_own_publication(record):
        _make_republication(record)
    has_republication = names_original or "republication" in record
    for each in fields:
        field = field_called(field_name(each.name, has_republication=has_republication))
        for correction in _corrections(record, field, each.text):
            if set_member(record, correction):
                _set_attribution(record, correction)


def _corrections(record: JSON, field: Field, text: str) -> Iterator[Correction]:
    value = field.read(text) if text else None
    if field.role is not None:
        value = _with_others(record, field, value)
    yield Correction(pointer=field.pointer, value=value)


def _with_others(record: JSON, field: Field, agents: JSON) -> JSON:
    """Join the agents of one role with those of the other roles."""
    creators = member(record, "creators")
    others: list[JSON] = [
        each
        for each in (creators if isinstance(creators, list) else ())
        if (member(each, "role") or "author") != field.role
    ]
    new = agents if isinstance(agents, list) else []
    return ([*new, *others] if field.role == "author" else [*others, *new]) or None


def _set_attribution(record: dict[str, JSON], correction: Correction) -> None:
    """Keep the attribution true: an editor's source is one concluded from elsewhere."""
    original = record.get("original")
    if correction.pointer != "/original/publishers" or not isinstance(original, dict):
        return
    if correction.value is None:
        original["attribution"] = "unknown"
    elif original.get("attribution") in (None, "unknown"):
        original["attribution"] = "inferred"


def _is_own_publication(record: JSON) -> bool:
    """Check that the original is the page itself, as its markup or address states it."""
    if member(record, "republication") or member(record, "original", "attribution") != "inferred":
        return False
    methods = [
        member(each, "method")
        for _, each in values_at(record, "/evidence/*")
        if str(member(each, "field")).startswith("/original/publishers")
    ]
    return bool(methods) and "editor" not in methods


def _make_republication(record: dict[str, JSON]) -> None:
    """Move the page's own publication, and the evidence of it, to the republication."""
    original = record["original"]
    assert isinstance(original, dict)  # it has an attribution
    moved = {name: original.pop(name) for name in _OWN_PUBLICATION if name in original}
    record["republication"] = moved
    for _, each in values_at(record, "/evidence/*"):
        part = str(member(each, "field")).split("/")
        if isinstance(each, dict) and part[1:2] == ["original"] and part[2] in moved:
            each["field"] = "/".join(["", "republication", *part[2:]])
