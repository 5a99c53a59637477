"""A small archive: pages that republish wire stories, in two languages, with all that is missing."""

import random
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from nizkorcite import read
from nizkorcite.site import SiteDocument

_PLACES = (
    "Dushanbe",
    "Buenos Aires",
    "Ginebra",
    "Ciudad de Guatemala",
    "Sarajevo",
    "La Haya",
    "Kabul",
    "Madrid",
)
_AGENCIES = (
    "Itar Tass",
    "Agencia Ejemplo",
    "Example News",
    "EFE",
    "Prensa Asociada del Sur",
    "Reuters",
)
_SECTIONS = (
    "Russian Affairs",
    "Impunity and its consequences",
    "Derecho Internacional",
    "Conflict in Guatemala",
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS = {
    "en": (
        "court border treaty witness archive prisoner army minister report judge evidence village family "
        "agreement refugee commission state hearing document trial search mother law peace truth river"
    ).split(),
    "es": (
        "tribunal frontera tratado testigo archivo prisionero ejército ministro informe juez prueba aldea familia "
        "acuerdo refugiada comisión estado audiencia documento juicio búsqueda madre ley paz verdad río"
    ).split(),
}  # fmt: skip
_OPENINGS = {
    "en": ("The {} of the {} speaks of a {} for the {}", "New {} on the {} in the {} of the {}"),
    "es": ("El {} de la {} habla de una {} para el {}", "Nueva {} sobre la {} en la {} del {}"),
}
_LINKS = {
    "en": ("of the", "and the", "that the", "with a"),
    "es": ("de la", "y el", "que el", "con una"),
}
_LABELS = {"en": "Source", "es": "Fuente"}


def archive_entries(number: int, seed: int = 7) -> list[SiteDocument]:
    """Documents that were read from pages, with their texts."""
    readings = [read(page) for page in archive_pages(number, seed)]
    return [SiteDocument(document=each.document, text=each.page.text) for each in readings]


def archive_pages(number: int, seed: int = 7) -> Iterator[bytes]:
    """Pages of HTML; some state no source, no date or no republication."""
    chance = random.Random(seed)
    for index in range(number):
        yield _page(chance, index, chance.choice(("en", "es"))).encode()


def _page(chance: random.Random, index: int, lang: str) -> str:
    title = chance.choice(_OPENINGS[lang]).format(*chance.sample(_WORDS[lang], 4))
    day, month, year = chance.randint(1, 27), chance.choice(_MONTHS), chance.randint(0, 24)
    stated = [chance.choice(_AGENCIES), chance.choice(_PLACES), f"{day:02}{month}{year:02}"]
    source = f"<p>[{_LABELS[lang]}: {', '.join(stated)}]</p>" if chance.random() < 0.9 else ""
    note = f"<p>{_note(lang, day + 1, month, year)}</p>" if chance.random() < 0.9 else ""
    section = f"<p>{chance.choice(_SECTIONS)}</p>" if note else ""
    body = "".join(f"<p>{_paragraph(chance, lang)}</p>" for _ in range(chance.randint(3, 8)))
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{escape(title)}</title></head><body>'
        f"<p>Equipo Nizkor</p><h1>{escape(title)}</h1>{body}<p>({index + 1})</p>"
        f"{source}<hr>{section}{note}</body></html>"
    )


def _note(lang: str, day: int, month: str, year: int) -> str:
    if lang == "es":
        return (
            f"Este documento ha sido publicado el {day:02}{month.lower()}{year:02} por el Equipo Nizkor y "
            "Derechos Human Rights."
        )
    return (
        f"This document has been published on {day:02}{month}{year:02} by the Equipo Nizkor and Derechos "
        "Human Rights. In accordance with Title 17 U.S.C. Section 107, this material is distributed "
        "without profit to those who have expressed a prior interest in it."
    )


def _paragraph(chance: random.Random, lang: str) -> str:
    words = []
    for word in chance.choices(_WORDS[lang], k=chance.randint(20, 40)):
        words += [word, chance.choice(_LINKS[lang])]
    text = " ".join(words[:-1])
    return f"{text[0].upper()}{text[1:]}."


if __name__ == "__main__":  # for checks in a browser
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for number, page in enumerate(archive_pages(int(sys.argv[2]))):
        (folder / f"{number:04}.html").write_bytes(page)
