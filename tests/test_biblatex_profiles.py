"""BibLaTeX for the style apa, and with an entry of its own for the original."""

from attrs import evolve

from nizkorcite import PartialDate, Reference, cite, organisation, refer
from nizkorcite.formats.bibtex import biblatex_apa, biblatex_related
from nizkorcite.formats.bibtex.parser import read_all
from seed import SEED

COPY = Reference(
    id="a",
    type="webpage",
    title="Law",
    layers="both",
    publisher=(organisation("Brown & Sons"), organisation("B {2}")),
    issued=PartialDate("2017-02-28"),
    original_publisher=(organisation("EFE"),),
    original_date=PartialDate("2010-02-27"),
    original_container_title="World Service",
    original_volume="3",
    note="Seen",
)


def test_the_seed_for_the_style_apa() -> None:
    """The site where the style looks for it, one year, and the reprint in words."""
    assert """\
@online{itartass2017putin,
  author = {{Itar Tass}},
  title = {Putin: {Russia's} military base in {Tajikistan}},
  date = {2017-02-28},
  origpublisher = {{Itar Tass}},
  origlocation = {{Dushanbe}},
  addendum = {(Reprinted from Itar Tass, Dushanbe, 2017, February 27)},
  langid = {english},
  recordid = {seed},
  originaldate = {2017-02-27},
  eprint = {Equipo Nizkor; Derechos Human Rights},
}
""" == biblatex_apa.write_all([refer(SEED)])


def test_another_year_and_a_hostile_site() -> None:
    """``eprint`` is verbatim: only what would break the entry is encoded."""
    text = biblatex_apa.write_all([evolve(COPY, publisher=COPY.publisher[:1])])

    assert "  origdate = {2010},\n" in text
    assert "  eprint = {Brown & Sons},\n" in text
    assert (
        "  addendum = {Seen. (Reprinted from World Service, 3, EFE, 2010, February 27)},\n"
    ) in text
    assert "  eprint = {Brown%20&%20Sons;%20B%20{2}},\n" in biblatex_apa.write_all([COPY])


def test_the_profile_of_the_style_apa_is_read_back() -> None:
    """The same citation comes of it, with both layers and the original's day."""
    (back,) = read_all(biblatex_apa.write_all([refer(SEED)])).references

    assert cite(SEED, "apa") == cite(back, "apa")


def test_a_number_in_an_archive_is_no_site() -> None:
    """As of HAL, which names itself."""
    text = "@online{a, title = {T}, eprint = {1703.00001}, eprinttype = {hal}}"

    assert ((), ['1: warning NZ403 a: cannot use the field "eprint"; left out',
                 '1: warning NZ403 a: cannot use the field "eprinttype"; left out']) == (
        (found := read_all(text)).references[0].publisher,
        [str(finding) for finding in found.findings],
    )  # fmt: skip


def test_an_original_has_an_entry_of_its_own() -> None:
    """An article that no list shows; the remark in words is not needed beside it."""
    assert """\
@online{brownsons2017law,
  title = {Law},
  related = {brownsons2017law-original},
  relatedtype = {reprintfrom},
  organization = {{Brown \\& Sons} and {B \\textbraceleft{}2\\textbraceright{}}},
  date = {2017-02-28},
  origdate = {2010-02-27},
  origpublisher = {{EFE}},
  addendum = {Seen},
}

@article{brownsons2017law-original,
  title = {Law},
  journaltitle = {World Service},
  publisher = {{EFE}},
  date = {2010-02-27},
  volume = {3},
  options = {dataonly},
}
""" == biblatex_related.write_all([COPY])


def test_one_layer_has_no_related_entry() -> None:
    """There is nothing to relate."""
    assert "related" not in biblatex_related.write_all([refer(SEED, "original")])


FOREIGN = """\
@online{copy, title = {Law}, organization = {Nizkor}, date = {2017}, related = {first},
  relatedtype = {reprintfrom}}
@article{first, title = {Ley}, journaltitle = {El Mundo}, volume = {3}, location = {Madrid},
  date = {2010-02-27}, options = {dataonly}}
@book{alone, title = {Alone}, options = {dataonly}, related = {nothing}}
"""


def test_the_original_of_somebody_elses_file_is_read_with_its_copy() -> None:
    """It is no item of the list; an entry that nothing relates to stays one."""
    found = read_all(FOREIGN)

    assert ["copy", "alone"] == [each.id for each in found.references]
    assert (
        "Law. (2017). Nizkor. (Reprinted from “Ley,” El Mundo, 3, Madrid, 2010, February 27)"
    ) == cite(found.references[0])
    assert ("Ley", "El Mundo", "Madrid", "both") == (
        found.references[0].original_title,
        found.references[0].original_container_title,
        found.references[0].original_publisher_place,
        found.references[0].layers,
    )


def test_related_entries_are_read_back() -> None:
    """Both layers come of the two entries."""
    (back,) = read_all(biblatex_related.write_all([refer(SEED)])).references

    assert cite(SEED, "apa") == cite(back, "apa")
