"""
Wire stories with planted reprints, made from a seed: who republishes what is known.

Reprints are verbatim, cut to 30 to 70 %, edited (5 to 20 % of the words) or misread (2 to 5 % of
the letters). Around them are follow-ups that repeat the background of a story, forms that differ in
a few words, stories that share a long quotation, texts of a few lines, and pages without facts.
Three in ten stories are Spanish. The words are invented, with the frequencies of a language.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from attrs import evolve, field, frozen

from nizkorcite import Document, Original, PartialDate, Place, Republication, organisation
from nizkorcite.origins import Story

_AGENCIES = {
    "en": (
        "Itar Tass", "Reuters", "Interfax", "Associated Press", "Agence France-Presse", "Xinhua",
        "Kyodo News", "The Harbour Courier", "Northern Wire Service", "Daily Observer",
    ),
    "es": (
        "Agencia EFE", "El Espectador", "Página 12", "Prensa Latina", "El País", "Europa Press",
        "La Jornada", "Servicio de Noticias del Sur", "El Tiempo", "Correo del Valle",
    ),
}  # fmt: skip
_PLACES = {
    "en": (
        "Dushanbe", "Moscow", "Geneva", "The Hague", "Kabul", "London", "Sarajevo", "New York",
        "Washington", "Nairobi", "Paris", "Kiev", "Beirut", "Ankara", "Tbilisi",
    ),
    "es": (
        "Bogotá", "Madrid", "Buenos Aires", "Santiago de Chile", "La Habana", "Medellín", "Lima",
        "Asunción", "Montevideo", "Ciudad de México", "Quito", "La Paz", "Caracas", "Sevilla",
    ),
}  # fmt: skip
_SITES = ("Equipo Nizkor", "Example Archive", "Memory Library", "Archivo de Prueba")
_SMALL = {
    "en": "the of and to in a that for on with was by at from his it an were which be had".split(),
    "es": "de la que el en y a los del se las por un para con no una su al lo como".split(),
}
_STOCK = {
    "en": (
        "the ministry of foreign affairs said on monday", "according to a statement released by",
        "a spokesman for the president told reporters that", "human rights organisations said that",
        "the court is expected to rule on the case next week", "on condition of anonymity because",
    ),
    "es": (
        "según informó hoy el ministerio de asuntos exteriores", "en un comunicado hecho público por",
        "el portavoz del gobierno dijo a los periodistas que", "de acuerdo con fuentes judiciales",
        "las organizaciones de derechos humanos denunciaron que", "en declaraciones a la prensa",
    ),
}  # fmt: skip
_SYLLABLES = {
    "en": "ber con dal est for gan hol ing kel lor men nor pass quil ren stan ter und vest wor".split(),
    "es": "ba ción do ña fe gú jo la mí na pre que ro sión tá ve lla cer mien to".split(),
}
_LETTERS = "abcdefghilmnoprstuvy"
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 1200
_STATED = 0.85
_PAGES_OF_FORMS = 2000


@frozen(kw_only=True)
class Planted:
    """
    A story as a page has it.

    Attributes:
        story: The page.
        original: The number of the original that the page republishes.
        kind: How the page came about: ``original``, ``verbatim``, ``cut``, ``edited``,
            ``misread``, ``follow-up``, ``form``, ``quotation``, ``short``.
    """

    story: Story
    original: int
    kind: str


@frozen(kw_only=True)
class _Wire:
    language: str
    agency: str
    place: str
    day: date
    paragraphs: tuple[str, ...] = field(repr=False)

    @property
    def words(self) -> list[str]:
        return " ".join(self.paragraphs).split()


def planted_stories(number: int, seed: int, *, wrong: float = 0.0) -> Iterator[Planted]:
    """
    Yield so many pages, in a random order within each few hundred.

    Args:
        number: How many pages.
        seed: Chooses all words, names, days and reprints.
        wrong: The share of the stated facts that are wrong: another day, agency or place.
    """
    generator = _Generator(random.Random(seed), wrong)
    made = 0
    while made < number:
        pages: list[Planted] = []
        if made % _PAGES_OF_FORMS == 0:
            generator.change_forms()
        while len(pages) < min(400, number - made):
            pages += generator.family()
        pages = pages[: number - made]
        generator.chance.shuffle(pages)
        made += len(pages)
        yield from pages


class _Generator:
    def __init__(self, chance: random.Random, wrong: float) -> None:
        self.chance = chance
        self._wrong = wrong
        self._originals = 0
        self._pages = 0
        self._words = {language: self._vocabulary(language) for language in _SMALL}
        weights = [1 / (rank + 8) for rank in range(6000)]
        self._weights = list(accumulate(weights))
        self._forms: list[tuple[_Wire, list[str]]] = []

    def _vocabulary(self, language: str) -> list[str]:
        syllables = _SYLLABLES[language]
        made: dict[str, None] = {}
        while len(made) < 6000:
            made["".join(self.chance.choices(syllables, k=self.chance.choice((1, 2, 2, 3))))] = None
        return list(made)

    def change_forms(self) -> None:
        """Make the fixed texts that the next pages fill in."""
        self._forms = [self._form(language) for language in _SMALL for _ in range(3)]

    def family(self) -> list[Planted]:
        """Make a story and what becomes of it."""
        kind = self.chance.random()
        if kind < 0.05:
            return [self._page(self._filled_form(), "form")]
        if kind < 0.09:
            return self._quotations()
        if kind < 0.14:
            return [self._page(self._short(), "short")]
        wire = self._wire()
        number = self._new_original()
        pages = [self._page(wire, "original", number)]
        if self.chance.random() < 0.4:
            reprints = self.chance.choice((1, 1, 2, 2, 3, 4, 5))
            pages += [self._reprint(wire, number) for _ in range(reprints)]
        if self.chance.random() < 0.18:
            pages.append(self._page(self._follow_up(wire), "follow-up"))
        return pages

    def _new_original(self) -> int:
        self._originals += 1
        return self._originals

    def _sentence(self, language: str) -> str:
        words: list[str] = []
        rare = self.chance.choices(self._words[language], cum_weights=self._weights, k=14)
        for word in rare[: self.chance.randint(6, 14)]:
            if self.chance.random() < 0.7:
                words.append(self.chance.choice(_SMALL[language]))
            words.append(word)
        if self.chance.random() < 0.25:
            words.insert(self.chance.randint(0, len(words)), self.chance.choice(_STOCK[language]))
        return " ".join(words).capitalize() + "."

    def _paragraph(self, language: str) -> str:
        return " ".join(self._sentence(language) for _ in range(self.chance.randint(2, 4)))

    def _wire(self, language: str | None = None, day: date | None = None) -> _Wire:
        language = language or ("es" if self.chance.random() < 0.3 else "en")
        return _Wire(
            language=language,
            agency=self.chance.choice(_AGENCIES[language]),
            place=self.chance.choice(_PLACES[language]),
            day=day or self._day(),
            paragraphs=tuple(
                self._paragraph(language) for _ in range(self.chance.choice((6, 7, 8, 9, 12, 16)))
            ),
        )

    def _follow_up(self, wire: _Wire) -> _Wire:
        """Make a later story of the agency that ends with the background of the first."""
        background = wire.paragraphs[-max(2, len(wire.paragraphs) // 2) :]
        later = wire.day + timedelta(days=self.chance.randint(1, 9))
        fresh = self._wire(wire.language, later)
        news = fresh.paragraphs[: len(background) + self.chance.randint(0, 2)]
        return evolve(fresh, agency=wire.agency, place=wire.place, paragraphs=news + background)

    def _quotations(self) -> list[Planted]:
        """Make stories of several agencies on one day that quote the same speech at length."""
        first = self._wire()
        speech = f"“{self._paragraph(first.language)} {self._paragraph(first.language)}”"
        pages = []
        agencies = self.chance.sample(_AGENCIES[first.language], k=self.chance.randint(2, 3))
        for agency in agencies:
            own = self._wire(first.language, first.day).paragraphs[: self.chance.randint(3, 5)]
            at = self.chance.randint(0, len(own))
            told = evolve(first, agency=agency, paragraphs=(*own[:at], speech, *own[at:]))
            pages.append(self._page(told, "quotation"))
        return pages

    def _form(self, language: str) -> tuple[_Wire, list[str]]:
        """Make the fixed words of an agency."""
        words = [word for _ in range(8) for word in self._sentence(language).split()]
        return self._wire(language), words

    def _filled_form(self) -> _Wire:
        """Make a text of fixed words in which names and numbers change."""
        wire, fixed = self.chance.choice(self._forms)
        words = list(fixed)
        for at in range(0, len(words), self.chance.randint(6, 12)):
            words[at] = self.chance.choice((str(self.chance.randrange(9999)), self._name(wire)))
        return evolve(wire, day=self._day(), paragraphs=(" ".join(words),))

    def _name(self, wire: _Wire) -> str:
        return self.chance.choice(self._words[wire.language]).capitalize()

    def _short(self) -> _Wire:
        wire, fixed = self.chance.choice(self._forms)
        words = fixed[:60]
        words[5] = self._name(wire)
        return evolve(wire, day=self._day(), paragraphs=(" ".join(words),))

    def _day(self) -> date:
        return _FIRST_DAY + timedelta(days=self.chance.randrange(_DAYS))

    def _reprint(self, wire: _Wire, number: int) -> Planted:
        kind = self.chance.choices(("verbatim", "cut", "edited", "misread"), (40, 30, 20, 10))[0]
        make = {"verbatim": _same, "cut": self._cut, "edited": self._edited}.get(
            kind, self._misread
        )
        return self._page(evolve(wire, paragraphs=make(wire)), kind, number)

    def _cut(self, wire: _Wire) -> tuple[str, ...]:
        """Keep 30 to 70 % of the words, in whole paragraphs, and at least 100."""
        least = max(100, self.chance.uniform(0.3, 0.7) * len(wire.words))
        order = self.chance.sample(range(len(wire.paragraphs)), k=len(wire.paragraphs))
        kept: set[int] = {0}
        for at in order:
            if sum(len(wire.paragraphs[each].split()) for each in kept) >= least:
                break
            kept.add(at)
        return tuple(wire.paragraphs[at] for at in sorted(kept))

    def _edited(self, wire: _Wire) -> tuple[str, ...]:
        share = self.chance.uniform(0.05, 0.2)
        return tuple(
            " ".join(self._edited_word(word, wire, share) for word in paragraph.split())
            for paragraph in wire.paragraphs
        )

    def _edited_word(self, word: str, wire: _Wire, share: float) -> str:
        if self.chance.random() >= share:
            return word
        other = self.chance.choice(self._words[wire.language])
        return self.chance.choice(("", other, f"{word} {other}"))

    def _misread(self, wire: _Wire) -> tuple[str, ...]:
        share = self.chance.uniform(0.02, 0.05)
        return tuple(
            "".join(
                self.chance.choice(_LETTERS)
                if letter.isalpha() and self.chance.random() < share
                else letter
                for letter in paragraph
            )
            for paragraph in wire.paragraphs
        )

    def _page(self, wire: _Wire, kind: str, number: int | None = None) -> Planted:
        self._pages += 1
        site = self.chance.choice(_SITES)
        later = wire.day + timedelta(days=2 + self.chance.randrange(40))
        document = Document(
            id=f"stories:{self._pages}",
            type="news_article",
            title=" ".join(wire.words[:8]),
            language=wire.language,
            original=self._original(wire),
            republication=Republication(
                publishers=[organisation(site)], date=PartialDate(later.isoformat())
            ),
        )
        text = "\n\n".join((f"{site} | Home | Search", *wire.paragraphs, _foot(site)))
        story = Story(key=document.id, document=document, text=text)
        return Planted(story=story, original=number or self._new_original(), kind=kind)

    def _original(self, wire: _Wire) -> Original:
        """State each fact of a story on most pages, some of them wrong."""
        original = Original(attribution="unknown")
        if self.chance.random() < _STATED:
            name = self._perhaps_other(wire.agency, _AGENCIES[wire.language])
            original = Original(attribution="stated", publishers=[organisation(name)])
        if self.chance.random() < _STATED:
            name = self._perhaps_other(wire.place, _PLACES[wire.language])
            original = evolve(original, place=Place(name=name))
        if self.chance.random() < _STATED:
            is_wrong = self.chance.random() < self._wrong
            day = wire.day + timedelta(days=self.chance.choice((-1, 1)) if is_wrong else 0)
            original = evolve(original, date=PartialDate(day.isoformat()))
        return original

    def _perhaps_other(self, name: str, names: tuple[str, ...]) -> str:
        if self.chance.random() >= self._wrong:
            return name
        return self.chance.choice([each for each in names if each != name])


def _same(wire: _Wire) -> tuple[str, ...]:
    return wire.paragraphs


def _foot(site: str) -> str:
    return (
        f"This document has been published by {site} for readers who asked for it. The text is kept "
        "as it was found, with its source, and may be quoted with the address of this page. Write "
        "to the editors if a name is wrong or a line is missing in what you have read here."
    )
