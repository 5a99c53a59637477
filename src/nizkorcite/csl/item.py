"""
Items for citation engines, with the original in one sentence.

Given all variables of both layers, engines print (Itar Tass, 2017/2017), name a site that is the
author twice, and leave out place and day of the original. So the item holds the original as a
sentence in ``references``, a variable that some styles print at the end of an entry.
"""

import re

from attrs import evolve

from nizkorcite.dates import PartialDate
from nizkorcite.formats.csl_json.writer import DATE_VARIABLES, CslItem, csl_item
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words
from nizkorcite.locale.provenance import is_earlier_work, provenance, stated_history
from nizkorcite.locale.terms import Lang, LocaleWords
from nizkorcite.reference import Reference

NO_MARKUP = "\ufdd0"
"""
A noncharacter (Unicode, section 23.7), put after "<" so that engines see no markup in a text, and
removed from what they print.
"""
_TAG = re.compile(r"<(?=/?[a-z])")


def other_layer_sentence(reference: Reference, lang: Lang = "en") -> str:
    """Return the sentence on the layer not cited, by preference the item's own statement."""
    own = "" if reference.layers == "original" else stated_history(reference)
    return own or ("" if reference.layers == "republication" else provenance(reference, lang))


def engine_item(reference: Reference, *, prints_original_year: bool, lang: Lang = "en") -> CslItem:
    """
    Make the item that an engine prints of a reference.

    Args:
        reference: The reference.
        prints_original_year: Whether the style's citations in text print the original's year.
        lang: The language of the sentence on the original, and of dates in words.

    >>> from nizkorcite.record.model import organisation
    >>> wire = Reference(id="a", type="webpage", author=(organisation("EFE"),), layers="both",
    ...                  publisher=(organisation("EFE"), organisation("Equipo Nizkor")),
    ...                  issued=PartialDate("2017-02-28"), original_date=PartialDate("2017-02-27"))
    >>> engine_item(wire, prints_original_year=True)["container-title"]
    'Equipo Nizkor'
    """
    reduced = _without_original(_without_repeated_names(reference), prints_original_year)
    item = csl_item(reduced) | {"references": other_layer_sentence(reference, lang)}
    for variable in DATE_VARIABLES:
        name, date = variable.replace("_", "-"), getattr(reduced, variable)
        item |= _date_in_words(name, date, item, locale_words(lang))
    item = {name: value for name, value in item.items() if value}
    # Texts of pages contain no markup; those of citation files may contain CSL's own.
    return (
        {name: _escape_markup(value) for name, value in item.items()}
        if reference.document
        else item
    )


def _without_repeated_names(reference: Reference) -> Reference:
    """Remove a site or publisher that is the author."""
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


def _without_original(reference: Reference, prints_original_year: bool) -> Reference:  # noqa: FBT001 - called within this module alone
    """Remove the variables of the original that the sentence names, or an equal year."""
    is_earlier = is_earlier_work(reference)
    if not other_layer_sentence(reference) and is_earlier:
        return reference
    return evolve(
        reference,
        original_author=(),
        original_title=None,
        original_publisher=(),
        original_publisher_place=None,
        original_date=_original_year(reference) if is_earlier and prints_original_year else None,
    )


def _original_year(reference: Reference) -> PartialDate | None:
    """Return the year alone; Chicago would print a day as the site's own."""
    date = reference.original_date
    return PartialDate(f"{date.year:04d}") if date and date.year else date


def _date_in_words(
    name: str, date: PartialDate | None, item: CslItem, words: LocaleWords
) -> CslItem:
    """Return a date that CSL has no form for, in words instead of EDTF."""
    value = item.get(name)
    if date and isinstance(value, dict) and "literal" in value:
        return {name: {"literal": in_words(date, words)}}
    return {}


def _escape_markup(value: object) -> object:
    if isinstance(value, str):
        return _TAG.sub(f"<{NO_MARKUP}", value)
    if isinstance(value, dict):
        return {name: _escape_markup(member) for name, member in value.items()}
    return [_escape_markup(member) for member in value] if isinstance(value, list) else value
