"""Citations in Spanish: the same elements, in the words and signs of the language."""

import pytest
from attrs import evolve

from nizkorcite import (
    Agent,
    PartialDate,
    Reference,
    UnknownFormatError,
    cite,
    in_text,
    organisation,
)
from seed import SEED

TITLE = "Putin: Russia's military base in Tajikistan"
ANA = Agent(kind="person", name="Ana Prueba", family="Prueba", given="Ana")
EVA = Agent(kind="person", name="Eva Ibáñez", family="Ibáñez", given="Eva")


@pytest.mark.parametrize(
    ("style", "layers", "expected"),
    [
        ("apa", "both", f"Itar Tass. (2017, 28 de febrero). {TITLE}. Equipo Nizkor; Derechos Human "
                        "Rights. (Reimpreso de Itar Tass, Dushanbe, 2017, 27 de febrero)"),
        ("apa", "original", f"Itar Tass. (2017, 27 de febrero). {TITLE}. (No consultado; "
                            "reproducido por Equipo Nizkor; Derechos Human Rights, 2017, 28 de febrero)"),
        ("plain", "both", f"Itar Tass (Dushanbe), «{TITLE}», 27 de febrero de 2017; reproducido por "
                          "Equipo Nizkor y Derechos Human Rights, 28 de febrero de 2017."),
        ("plain", "republication", f"Itar Tass, «{TITLE}», Equipo Nizkor y Derechos Human Rights, "
                                   "28 de febrero de 2017."),
        ("plain", "original", f"Itar Tass (Dushanbe), «{TITLE}», 27 de febrero de 2017 (no "
                              "consultado; reproducido por Equipo Nizkor y Derechos Human Rights, "
                              "28 de febrero de 2017)."),
        ("short", "both", f"Itar Tass, «{TITLE}», 27 de febrero de 2017 (reproducido el 28 de "
                          "febrero de 2017)."),
    ],
)  # fmt: skip
def test_the_seed_in_spanish(style: str, layers: str, expected: str) -> None:
    """Both layers, or one of them."""
    assert expected == cite(SEED, style, layers=layers, lang="es")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (Reference(id="a", type="book", title="La ley", author=(ANA, EVA), edition="2",
                   issued=PartialDate("1998"), publisher=(organisation("Taurus"),)),
         "Prueba, A. e Ibáñez, E. (1998). La ley (2.ª ed.). Taurus."),
        (Reference(id="a", type="chapter", title="Una parte", author=(ANA,), editor=(EVA, ANA),
                   container_title="El libro", page="10-12", issued=PartialDate("1998")),
         "Prueba, A. (1998). Una parte. En E. Ibáñez y A. Prueba (Eds.), El libro (pp. 10-12)."),
        (Reference(id="a", type="webpage", title="Página", accessed=PartialDate("2026-11-24"),
                   url="https://example.org/"),
         "Página. (s.f.). Recuperado el 24 de noviembre de 2026 de https://example.org/"),
        (Reference(id="a", type="book", title="La ley", author=(ANA,), translator=(EVA,),
                   issued=PartialDate("1998"), original_date=PartialDate("1926"), layers="both"),
         "Prueba, A. (1998). La ley (E. Ibáñez, Trad.). (Obra original publicada en 1926)"),
        (Reference(id="a", type="interview", author=(ANA,), genre="Interview", interviewer=(EVA,),
                   issued=PartialDate("1998-05~")),
         "Prueba, A. (ca. 1998, mayo). [Entrevista por E. Ibáñez]."),
    ],
    ids=["book", "chapter", "retrieved", "translation", "interview"],
)  # fmt: skip
def test_apa_in_spanish(reference: Reference, expected: str) -> None:
    """The words of entries, after the Spanish edition of the manual."""
    assert expected == cite(reference, "apa", lang="es")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2017-02", "febrero de 2017"),
        ("2017-21", "primavera de 2017"),
        ("2017~", "hacia 2017"),
        ("2016/2017-03", "2016 a marzo de 2017"),
        ("2016/..", "desde 2016"),
        ("../2017", "hasta 2017"),
        ("201X", "2010-2019"),
    ],
)
def test_dates_in_spanish(date: str, words: str) -> None:
    """As precise as they are."""
    reference = Reference(id="a", type="webpage", title="T", issued=PartialDate(date))

    assert f"«T», {words}." == cite(reference, "plain", lang="es")


def test_quotations_within_a_title() -> None:
    """Each language has its own marks within its own."""
    reference = Reference(id="a", type="webpage", title="El «caso» de ayer")

    assert "«El “caso” de ayer»." == cite(reference, "plain", lang="es")


def test_a_language_without_citations_is_refused() -> None:
    """Nothing is printed half in one language."""
    with pytest.raises(UnknownFormatError, match='no language of citations "fr"'):
        in_text(SEED, lang="fr")  # type: ignore[arg-type]


def test_several_in_a_short_note() -> None:
    """From three on the first is named; a long title is cut at a word."""
    reference = evolve(
        Reference(id="a", type="book", title="Uno dos tres cuatro cinco seis siete ocho"),
        author=(ANA, EVA, organisation("EFE")),
    )

    assert "Prueba et al., «Uno dos tres cuatro cinco seis…», sin fecha." == cite(
        reference, "short", lang="es"
    )
