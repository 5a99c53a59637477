"""Citations in Spanish: dates, names and remarks in its own spelling."""

import pytest

from nizkorcite import PartialDate, Reference, UnknownNameError, cite, in_text, narrative
from nizkorcite import organisation as group
from nizkorcite.locale.lookup import locale_words
from nizkorcite.locale.prose import in_words, joined_names
from nizkorcite.locale.provenance import provenance
from nizkorcite.record.model import Agent
from nizkorcite.reference import Layers
from seed import NIZKOR, SEED

TITLE = "Putin: Russia's military base in Tajikistan"
ANA = Agent(kind="person", name="Ana Ibáñez", given="Ana", family="Ibáñez")
ROBERT = Agent(kind="person", name="Robert Fisk", given="Robert", family="Fisk")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-02-27", "27 de febrero de 2017"),
        ("2017-02", "febrero de 2017"),
        ("2017", "2017"),
        ("2017-21", "primavera de 2017"),
        ("1848~", "hacia 1848"),
        ("2010-05-02/2010-05-04", "del 2 de mayo de 2010 al 4 de mayo de 2010"),
        ("2010/", "desde 2010"),
        ("../2010", "hasta 2010"),
        ("../2010-05-31", "hasta el 31 de mayo de 2010"),
        ("2010-05-31/", "desde el 31 de mayo de 2010"),
        ("2010-05-31/2010-06-01", "del 31 de mayo de 2010 al 1 de junio de 2010"),
        ("201X", "2010-2019"),
    ],
)
def test_dates_are_spelt_in_spanish(date: str, expected: str) -> None:
    """Day first, with "de" between the parts."""
    assert expected == in_words(PartialDate(date), locale_words("es"))


def test_a_list_of_names_has_no_comma_before_its_conjunction() -> None:
    """The word is "y", or "e" before the sound i."""
    words = locale_words("es")

    assert "EFE, AFP y AP" == joined_names([group("EFE"), group("AFP"), group("AP")], words)
    assert "EFE e Itar Tass" == joined_names([group("EFE"), group("Itar Tass")], words)


@pytest.mark.parametrize(
    ("style", "layers", "expected"),
    [
        ("apa", "both",
         f"Itar Tass. (2017, 28 de febrero). {TITLE}. Equipo Nizkor; Derechos Human Rights. "
         "(Reimpreso de Itar Tass, Dushanbe, 2017, 27 de febrero)"),
        ("apa", "republication",
         f"Itar Tass. (2017, 28 de febrero). {TITLE}. Equipo Nizkor; Derechos Human Rights."),
        ("apa", "original",
         f"Itar Tass. (2017, 27 de febrero). {TITLE}. (No consultado; reproducido por Equipo "
         "Nizkor; Derechos Human Rights, 2017, 28 de febrero)"),
        ("plain", "both",
         f"Itar Tass (Dushanbe), «{TITLE}», 27 de febrero de 2017; reproducido por Equipo Nizkor y "
         "Derechos Human Rights, 28 de febrero de 2017."),
        ("plain", "republication",
         f"Itar Tass, «{TITLE}», Equipo Nizkor y Derechos Human Rights, 28 de febrero de 2017."),
        ("plain", "original",
         f"Itar Tass (Dushanbe), «{TITLE}», 27 de febrero de 2017 (no consultado; reproducido por "
         "Equipo Nizkor y Derechos Human Rights, 28 de febrero de 2017)."),
        ("short", "both",
         f"Itar Tass, «{TITLE}», 27 de febrero de 2017 (reproducido el 28 de febrero de 2017)."),
        ("short", "republication", f"Itar Tass, «{TITLE}», 28 de febrero de 2017."),
        ("short", "original", f"Itar Tass, «{TITLE}», 27 de febrero de 2017 (no consultado)."),
    ],
)  # fmt: skip
def test_every_style_tells_the_layers_in_spanish(style: str, layers: Layers, expected: str) -> None:
    """The data stay as they are; what is said of them is Spanish."""
    assert expected == cite(SEED, style, layers=layers, lang="es")


@pytest.mark.parametrize(
    ("reference", "entry", "text", "sentence"),
    [
        (Reference(id="a", type="book", title="War", author=(ROBERT, ANA), edition="2",
                   issued=PartialDate("2010"), original_date=PartialDate("1990"),
                   translator=(ROBERT,), publisher=(NIZKOR[0],)),
         "Fisk, R. e Ibáñez, A. (2010). War (R. Fisk, Trad.; 2.ª ed.). Equipo Nizkor. "
         "(Obra original publicada en 1990)",
         "(Fisk e Ibáñez, 1990/2010)", "Fisk e Ibáñez (1990/2010)"),
        (Reference(id="a", type="chapter", title="On “war”", container_title="A book", page="10-20",
                   editor=(ROBERT, ANA), author=(group("EFE"), group("AFP"), group("AP")),
                   issued=PartialDate("2010")),
         "EFE, AFP y AP. (2010). On “war”. En R. Fisk y A. Ibáñez (Eds.), A book (pp. 10-20).",
         "(EFE et al., 2010)", "EFE et al. (2010)"),
        (Reference(id="a", type="webpage", title="Live", url="https://example.org/a",
                   author=(NIZKOR[0],), genre="Press release", accessed=PartialDate("2026-11-24")),
         "Equipo Nizkor. (s.f.). Live [Comunicado de prensa]. Recuperado el 24 de noviembre de "
         "2026 de https://example.org/a",
         "(Equipo Nizkor, s.f.)", "Equipo Nizkor (s.f.)"),
        (Reference(id="a", type="article-newspaper", title="Talks at the border",
                   container_title="El País", issued=PartialDate("2010-05-02/2010-05-04")),
         "Talks at the border. (2010, 2-4 de mayo). El País.",
         "(“Talks at the border”, 2010)", "“Talks at the border” (2010)"),
        (Reference(id="a", type="personal_communication", author=(ROBERT,), recipient=(ANA,),
                   issued=PartialDate("1948~")),
         "Fisk, R. (ca. 1948). [Carta a Ana Ibáñez].", "(Fisk, ca. 1948)", "Fisk (ca. 1948)"),
        (Reference(id="a", type="treaty", title="Estatuto de Roma", issued=PartialDate("1998-07-17")),
         "Estatuto de Roma, 17 de julio de 1998.", "(Estatuto de Roma, 1998)",
         "Estatuto de Roma (1998)"),
        (Reference(id="a", type="report", title="Agua", number="12", genre="Report",
                   author=(group("Banco Mundial"),), issued=PartialDate("2010")),
         "Banco Mundial. (2010). Agua (Informe n.º 12).", "(Banco Mundial, 2010)",
         "Banco Mundial (2010)"),
    ],
    ids=["book", "chapter", "no-date", "newspaper", "letter", "treaty", "report"],
)  # fmt: skip
def test_apa_in_spanish(reference: Reference, entry: str, text: str, sentence: str) -> None:
    """The manual's elements and order, with "y", hyphens and «s.f.»."""
    assert entry == cite(reference, "apa", lang="es")
    assert text == in_text(reference, "apa", lang="es")
    assert sentence == narrative(reference, "apa", lang="es")


@pytest.mark.parametrize("style", ["apa", "plain", "short"])
def test_a_language_that_is_not_there_is_refused(style: str) -> None:
    """The languages that exist are named."""
    with pytest.raises(UnknownNameError) as caught:
        cite(SEED, style, lang="fr")  # type: ignore[arg-type]

    assert 'no language of citations "fr". Known: en, es' == str(caught.value)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (Reference(id="a", type="webpage", layers="both", original_publisher=(group("Itar Tass"),),
                   original_publisher_place="Dushanbe", original_date=PartialDate("2017-02-27")),
         "Publicado originalmente por Itar Tass, Dushanbe, 27 de febrero de 2017"),
        (Reference(id="a", type="webpage", layers="both", title="Law", original_title="Ley",
                   original_publisher=(group("EFE"), group("Itar Tass")),
                   original_container_title="El País", original_volume="3", original_issue="4",
                   original_page="5-6"),
         "Publicado originalmente como «Ley» en El País, vol. 3, n.º 4, pp. 5-6 por EFE e Itar Tass"),
        (Reference(id="a", type="webpage", layers="both", original_publisher_place="Lima",
                   original_date=PartialDate("1990-05")),
         "Publicación original: Lima, mayo de 1990"),
        (Reference(id="a", type="book", layers="republication", issued=PartialDate("2010"),
                   original_date=PartialDate("1990")),
         "Obra original publicada en 1990"),
        (Reference(id="a", type="webpage", layers="original", republisher=NIZKOR,
                   republished=PartialDate("2017-02-28")),
         "No consultado; reproducido por Equipo Nizkor y Derechos Human Rights, 28 de febrero de "
         "2017"),
        (Reference(id="a", type="webpage", layers="both"), ""),
    ],
    ids=["wire", "article", "place", "year", "copy", "nothing"],
)  # fmt: skip
def test_the_sentence_on_the_other_layer(reference: Reference, expected: str) -> None:
    """What CSL styles print of the layer that they have no words for."""
    assert expected == provenance(reference, "es")
