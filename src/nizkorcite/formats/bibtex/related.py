"""Related entries (``related``, ``relatedtype``; biblatex manual, sections 3.4 and 4.5.1)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from nizkorcite.formats.bibtex.composition import Fields
from nizkorcite.formats.citation_file import Remarks
from nizkorcite.messages import Message
from nizkorcite.reference import Reference
from nizkorcite.reference.original import ORIGINAL_VARIABLES

_OF_REPRINT = frozenset(("reprintfrom", "reprintof", "origpubin", "origpubas"))
_OF_TRANSLATION = frozenset(("translationof", "translationfrom"))
_OF_TRANSLATED_WORK = {"original_title": "title", "original_date": "issued"}
_COMPLETED = ("original_editor", "original_volume", "original_issue", "original_page")


@frozen
class ReadEntry:
    """
    An entry that was read.

    Attributes:
        reference: The reference made of it.
        fields: Its fields, with inherited ones.
        remarks: The findings on it.
    """

    reference: Reference
    fields: Fields
    remarks: Remarks

    @property
    def is_data_only(self) -> bool:
        """Check for an entry that is only read by others (``options = {dataonly}``)."""
        return "dataonly" in self.fields.get("options", "")


def with_related(entries: Sequence[ReadEntry]) -> tuple[Reference, ...]:
    """
    Complete references by the entries of their originals and of works they review.

    Entries that only serve others as data are left out.
    """
    by_key = {each.reference.citation_key: each for each in reversed(entries)}
    references, used = [], set()
    for entry in entries:
        related = _related(entry, by_key)
        references.append(_completed(entry, related))
        used |= {id(each) for each in related if each.is_data_only}
    pairs = zip(entries, references, strict=True)
    return tuple(reference for entry, reference in pairs if id(entry) not in used)


def _related(entry: ReadEntry, by_key: Mapping[str | None, ReadEntry]) -> list[ReadEntry]:
    found = []
    for key in _keys(entry.fields):
        if key in by_key:
            found.append(by_key[key])
        else:
            missing = Message('the file has no related entry "{key}"; left out', key=key)
            entry.remarks.report("NZ403", missing)
    return found


def _keys(fields: Fields) -> Iterator[str]:
    yield from filter(None, map(str.strip, fields.get("related", "").split(",")))


def _completed(entry: ReadEntry, related: Sequence[ReadEntry]) -> Reference:
    relation = entry.fields.get("relatedtype", "").strip().lower()
    known = relation in _COMPLETE
    for other in related[1:] if known else related:
        unused = Message(
            'cannot use the related entry "{key}" of type "{type}"; left out',
            key=other.reference.id,
            type=relation,
        )
        entry.remarks.report("NZ403", unused)
    if not (known and related):
        return entry.reference
    return _COMPLETE[relation](entry.reference, related[0].reference)


def _with_review(reference: Reference, reviewed: Reference) -> Reference:
    return evolve(reference, reviewed_title=reviewed.title, reviewed_author=reviewed.author)


def _with_translated_work(reference: Reference, translated: Reference) -> Reference:
    """Add title, date and language of a translated work, of which the copy is no reprint."""
    stated: dict[str, Any] = {
        name: getattr(reference, name) or getattr(translated, own)
        for name, own in _OF_TRANSLATED_WORK.items()
    }
    return evolve(reference, layers="both", original_language=translated.language, **stated)


def _with_original(reference: Reference, original: Reference) -> Reference:
    """Add the original's publication; a reference that states one gets only further details."""
    variables = {**ORIGINAL_VARIABLES, "original_editor": "editor", "original_author": "author"}
    stated: dict[str, Any] = {
        name: getattr(original, of_original) for name, of_original in variables.items()
    }
    if any(getattr(reference, name) for name in ORIGINAL_VARIABLES):
        added = {name: getattr(reference, name) or stated[name] for name in _COMPLETED}
        return evolve(reference, **added)
    if original.title == reference.title:
        stated["original_title"] = None
    if original.author == reference.author:
        stated["original_author"] = ()
    language = original.language if original.language != reference.language else None
    return evolve(reference, layers="both", original_language=language, **stated)


_COMPLETE: Mapping[str, Callable[[Reference, Reference], Reference]] = {
    **dict.fromkeys(_OF_REPRINT, _with_original),
    **dict.fromkeys(_OF_TRANSLATION, _with_translated_work),
    "reviewof": _with_review,
}
