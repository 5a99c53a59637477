"""
The item that an engine gets of a reference: what engines print well of the two layers.

Given all of both layers, engines print (Itar Tass, 2017/2017), name a site that is the author
twice, and leave out place and day of the original. So the original goes to them as one sentence, in
``references``, the variable that some styles print at the end of an entry.
"""

import re

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.formats.csl_json.writer import DATES, CslItem, item
from nizkorcite.locale.prose import in_words
from nizkorcite.locale.provenance import is_earlier_work, provenance
from nizkorcite.reference import Reference

LITERAL = "\ufdd0"
"""
A character that is none (Unicode, section 23.7): put behind a "<" so that engines see no markup in
it, and taken out of what they print.
"""
_TAG = re.compile(r"<(?=/?[a-z])")


def sentence(reference: Reference) -> str:
    """What an entry must tell beside the layer cited; nothing for the republication alone."""
    return "" if reference.layers == "republication" else provenance(reference)


def profile(reference: Reference, *, tells_original_year: bool) -> CslItem:
    """
    The item of a reference for an engine.

    Args:
        reference: Any reference.
        tells_original_year: Whether the style's citations in text have the year of the original.

    >>> from nizkorcite.record.model import organisation
    >>> wire = Reference(id="a", type="webpage", author=(organisation("EFE"),), layers="both",
    ...                  publisher=(organisation("EFE"), organisation("Equipo Nizkor")),
    ...                  issued=PartialDate("2017-02-28"), original_date=PartialDate("2017-02-27"))
    >>> profile(wire, tells_original_year=True)["container-title"]
    'Equipo Nizkor'
    """
    told = _without_original(_without_repeated_names(reference), tells_original_year)
    made = item(told) | {"references": sentence(reference)}
    for variable in DATES:
        made |= _worded(variable.replace("_", "-"), getattr(told, variable), made)
    kept = {name: value for name, value in made.items() if value}
    # Texts of pages are meant as they stand; those of citation files may have CSL's own markup.
    return {name: _literal(value) for name, value in kept.items()} if reference.document else kept


def _without_repeated_names(reference: Reference) -> Reference:
    """A site or publisher that is the author stands once."""
    authors = {agent.name.casefold() for agent in reference.author}
    return evolve(
        reference,
        publisher=tuple(
            agent for agent in reference.publisher if agent.name.casefold() not in authors
        ),
        container_title=None
        if (reference.container_title or "").casefold() in authors
        else reference.container_title,
    )


def _without_original(reference: Reference, tells_original_year: bool) -> Reference:  # noqa: FBT001 - called within this module alone
    """The reference without what the sentence tells, or what is of the same year."""
    is_earlier = is_earlier_work(reference)
    if not sentence(reference) and is_earlier:
        return reference
    return evolve(
        reference,
        original_author=(),
        original_title=None,
        original_publisher=(),
        original_publisher_place=None,
        original_date=_year(reference) if is_earlier and tells_original_year else None,
    )


def _year(reference: Reference) -> PartialDate | None:
    """The year alone: with a day, Chicago prints it as if the site had been published then."""
    date = reference.original_date
    return PartialDate(f"{date.year:04d}") if date and date.year else date


def _worded(name: str, date: PartialDate | None, made: CslItem) -> CslItem:
    """A date that CSL can not spell, in words instead of EDTF."""
    value = made.get(name)
    if date and isinstance(value, dict) and "literal" in value:
        return {name: {"literal": in_words(date)}}
    return {}


def _literal(value: object) -> object:
    if isinstance(value, str):
        return _TAG.sub(f"<{LITERAL}", value)
    if isinstance(value, dict):
        return {name: _literal(member) for name, member in value.items()}
    return [_literal(member) for member in value] if isinstance(value, list) else value
