"""
Check language tags and country codes by the registry of subtags (BCP 47, NZ242 and NZ245).

langcodes knows the valid subtags (CLDR) and comes with the registry of IANA, which states the
deprecated ones; the countries in both are those of ISO 3166-1, and codes reserved for other uses.
pycountry is of the LGPL and has no
tags, only codes.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from nizkorcite.display import in_quotes
from nizkorcite.faults import Fault
from nizkorcite.messages import Message

_KEPT: Final = 1 << 14
# Registered for certain; the registry is slow to load.
_COMMON_LANGUAGES: Final = frozenset("en es fr pt de it ru ar zh ca gl eu und".split())
_COMMON_COUNTRIES: Final = frozenset("US ES AR FR".split())
# Codes that users assign (BCP 47 has them as private use; ISO 3166-1, section 8.1.3), and those
# reserved for islands and unions that are no countries (section 7.5.4), such as EU.
_NO_COUNTRY: Final = re.compile("AA|Q[M-Z]|X[A-Z]|ZZ|AC|C[PQ]|DG|E[AUZ]|IC|TA|UN")


@lru_cache(_KEPT)
def language_fault(tag: str) -> Fault | None:
    """
    Return the fault of a language tag, without a pointer.

    Private use (`qaa` to `qtz`, `Qaaa`) is registered (RFC 5646, section 2.2).

    >>> print(language_fault("iw").message, language_fault("qaa"))
    the language tag "iw" is deprecated None
    """
    if tag in _COMMON_LANGUAGES:
        return None
    usual = _without_deprecated(tag)
    if usual != tag:
        message = Message("the language tag {value} is deprecated", value=in_quotes(tag))
        return Fault("NZ245", message, hint=_to_write(usual) if usual else None)
    if _is_registered(tag):
        return None
    message = Message("{value} is not a registered language", value=in_quotes(tag))
    return Fault("NZ242", message, hint=_to_write(_canonical(tag), tag))


@lru_cache(_KEPT)
def country_fault(code: str) -> Fault | None:
    """
    Return the fault of a country code, without a pointer.

    The code of a country that is no more, such as `SU`, is right in a record of its time.

    >>> print(country_fault("XX").message, country_fault("SU"))
    "XX" is not a country code of ISO 3166-1 None
    """
    if code in _COMMON_COUNTRIES:
        return None
    message = Message("{value} is not a country code of ISO 3166-1", value=in_quotes(code))
    if _NO_COUNTRY.fullmatch(code):
        return Fault("NZ242", message)
    if not _is_registered(f"und-{code}"):
        usual = _canonical(f"und-{code}").removeprefix("und-")
        return Fault("NZ242", message, hint=_to_write(usual, code))
    if preferred := _preferred_values().get(code):
        message = Message("the country code {value} is deprecated", value=in_quotes(code))
        return Fault("NZ245", message, hint=_to_write(preferred))
    return None


def _to_write(usual: str, instead_of: str = "") -> Message | None:
    return None if usual == instead_of else Message("write {text}", text=usual)


def _is_registered(tag: str) -> bool:
    from langcodes import Language  # slow to load, and rarely needed
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag, normalize=False).is_valid()
    except LanguageTagError:
        return False


def _canonical(tag: str) -> str:
    """Return the canonical form of a tag, where it has one."""
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(tag).to_tag()
    except LanguageTagError:
        return tag


def _without_deprecated(tag: str) -> str:
    """Replace deprecated subtags by the preferred ones; empty where one has none."""
    preferred = _preferred_values()
    if tag in preferred:
        return preferred[tag]
    subtags = [preferred.get(subtag, subtag) for subtag in tag.split("-")]
    return "-".join(subtags) if all(subtags) else ""


@cache
def _preferred_values() -> dict[str, str]:
    """Return the preferred values of deprecated subtags and tags; empty where there are none."""
    registry = files("langcodes").joinpath("data/language-subtag-registry.txt").read_text("utf-8")
    return dict(_deprecated_entries(registry))


def _deprecated_entries(registry: str) -> Iterator[tuple[str, str]]:
    """Yield the deprecated entries of a registry (RFC 5646, section 3.1.1)."""
    for entry in registry.split("\n%%\n"):
        if "\nDeprecated: " in entry:
            fields = dict(re.findall(r"^(Type|Subtag|Tag|Preferred-Value): (.*)$", entry, re.M))
            if fields["Type"] != "region" or "Preferred-Value" in fields:
                name = fields.get("Subtag") or fields["Tag"]
                yield name, fields.get("Preferred-Value", "")
