"""BibTeX and BibLaTeX files: both layers, every type, and texts made to break them."""

import re
from collections.abc import Iterator
from itertools import islice
from types import ModuleType
from typing import Any, get_args

import pybtex.database
import pytest
from attrs import astuple, evolve
from bibtexparser.entrypoint import parse_string

import seed
from hostile import addresses, one_line_texts
from nizkorcite.dates import PartialDate
from nizkorcite.formats.bibtex import biblatex, bibtex
from nizkorcite.formats.bibtex.latex import (
    decode_keywords,
    decode_list,
    decode_names,
    decode_text,
    decode_verbatim,
)
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference import Layers, Reference, ReferenceType, refer
from nizkorcite.reference.names import inverted_name

FORMATS = pytest.mark.parametrize(
    "module", [pytest.param(bibtex, id="bibtex"), pytest.param(biblatex, id="biblatex")]
)
SEED = evolve(
    seed.SEED,
    title="Putin: Russia's military base in Tajikistan to ensure security of border with Afghanistan",
    republication=evolve(seed.COPY, url="https://example.org/a_b%20c.html#d"),
)
TITLE = (
    "{Putin: {Russia's} military base in {Tajikistan} to ensure security of border with "
    "{Afghanistan}}"
)
SEED_FILES = {
    ("bibtex", "both"): f"""\
@misc{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  howpublished = {{{{Equipo Nizkor}} and {{Derechos Human Rights}}}},
  year = {{2017}},
  month = feb,
  day = {{28}},
  note = {{Originally published by Itar Tass, Dushanbe, 27 February 2017}},
  origdate = {{2017-02-27}},
  origpublisher = {{{{Itar Tass}}}},
  origlocation = {{{{Dushanbe}}}},
  url = {{https://example.org/a_b%20c.html#d}},
  language = {{english}},
  recordid = {{seed}},
}}
""",
    ("bibtex", "republication"): f"""\
@misc{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  howpublished = {{{{Equipo Nizkor}} and {{Derechos Human Rights}}}},
  year = {{2017}},
  month = feb,
  day = {{28}},
  url = {{https://example.org/a_b%20c.html#d}},
  language = {{english}},
  recordid = {{seed}},
}}
""",
    ("bibtex", "original"): f"""\
@misc{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  howpublished = {{Dushanbe}},
  year = {{2017}},
  month = feb,
  day = {{27}},
  note = {{Not consulted; republished by Equipo Nizkor and Derechos Human Rights, 28 February 2017}},
  language = {{english}},
  recordid = {{seed}},
}}
""",
    ("biblatex", "both"): f"""\
@online{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  organization = {{{{Equipo Nizkor}} and {{Derechos Human Rights}}}},
  date = {{2017-02-28}},
  origdate = {{2017-02-27}},
  origpublisher = {{{{Itar Tass}}}},
  origlocation = {{{{Dushanbe}}}},
  addendum = {{Originally published by Itar Tass, Dushanbe, 27 February 2017}},
  url = {{https://example.org/a_b%20c.html#d}},
  langid = {{english}},
  recordid = {{seed}},
}}
""",
    ("biblatex", "republication"): f"""\
@online{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  organization = {{{{Equipo Nizkor}} and {{Derechos Human Rights}}}},
  date = {{2017-02-28}},
  url = {{https://example.org/a_b%20c.html#d}},
  langid = {{english}},
  recordid = {{seed}},
}}
""",
    ("biblatex", "original"): f"""\
@online{{itartass2017putin,
  author = {{{{Itar Tass}}}},
  title = {TITLE},
  location = {{{{Dushanbe}}}},
  date = {{2017-02-27}},
  addendum = {{Not consulted; republished by Equipo Nizkor and Derechos Human Rights, 28 February 2017}},
  langid = {{english}},
  recordid = {{seed}},
}}
""",
}


def entry(module: ModuleType, reference: Reference) -> tuple[str, dict[str, str]]:
    """Entry type and raw values of one reference, as bibtexparser reads its file."""
    (block,) = parse_string(module.write_all([reference])).entries
    return block.entry_type, {field.key: field.value for field in block.fields}


def some(reference_type: ReferenceType, **values: Any) -> Reference:
    """A reference with an author and a title."""
    stated: dict[str, Any] = {"author": (organisation("Itar Tass"),), "title": "Law"} | values
    return Reference(id="a", type=reference_type, **stated)


@pytest.mark.parametrize(
    ("module", "layers"),
    [
        pytest.param(module, layers, id=f"{module.__name__.rpartition('.')[2]}-{layers}")
        for module in (bibtex, biblatex)
        for layers in get_args(Layers)
    ],
)
def test_each_view_of_the_layers_has_its_entry(module: ModuleType, layers: Layers) -> None:
    """The copy read with its original, the copy alone, or the original marked as not consulted."""
    name = module.__name__.rpartition(".")[2]

    assert SEED_FILES[name, layers] == module.write_all([refer(SEED, layers)])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"layers": "both", "original_date": PartialDate("2010")}, "Originally published 2010", id="date alone"),
        pytest.param(
            {"layers": "both", "original_title": "Ley", "original_container_title": "El País", "original_volume": "3", "original_issue": "4", "original_page": "5-6"},
            "Originally published as “Ley” in El País, volume 3, number 4, pages 5-6",
            id="title and newspaper",
        ),
        pytest.param(
            {"layers": "both", "original_publisher": (organisation("EFE"),), "original_url": "https://example.org/1"},
            "Originally published by EFE, https://example.org/1",
            id="address",
        ),
        pytest.param({"layers": "both"}, None, id="no original"),
        pytest.param({"layers": "both", "original_title": "Law"}, None, id="same title"),
        pytest.param({"original_date": PartialDate("2010-05")}, "Original work published 2010", id="other year"),
        pytest.param({"original_date": PartialDate("2017-01-01")}, None, id="same year"),
        pytest.param({"layers": "original"}, None, id="never republished"),
    ],
)  # fmt: skip
def test_the_other_layer_stands_in_words(values: dict[str, object], expected: str | None) -> None:
    """Note and addendum tell what is known of the other layer, and nothing else."""
    reference = some("webpage", issued=PartialDate("2017-02-28"), **values)
    note, addendum = entry(bibtex, reference)[1], entry(biblatex, reference)[1]

    assert expected == (decode_text(note["note"]) if "note" in note else None)
    assert expected == (decode_text(addendum["addendum"]) if "addendum" in addendum else None)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, {}, id="no original"),
        pytest.param({"original_date": PartialDate("2010")}, {"origdate": "2010"}, id="earlier"),
        pytest.param({"original_date": PartialDate("2017-01")}, {}, id="same year"),
        pytest.param(
            {"layers": "both", "language": "en", "original_title": "Ley", "original_language": "es"},
            {"origtitle": "Ley", "origlanguage": "spanish"},
            id="other title and language",
        ),
        pytest.param(
            {"layers": "both", "language": "en", "original_title": "Law", "original_language": "en"},
            {},
            id="same title and language",
        ),
    ],
)  # fmt: skip
def test_biblatex_carries_the_original_as_data(
    values: dict[str, object], expected: dict[str, str]
) -> None:
    """The orig fields say what differs; beside the republication alone, an earlier date."""
    reference = some("webpage", issued=PartialDate("2017-02-28"), **values)
    fields = entry(biblatex, reference)[1]

    assert expected == {name: value for name, value in fields.items() if name.startswith("orig")}


PUBLISHED = {
    "container_title": "El País",
    "publisher": (organisation("Prisa"),),
    "publisher_place": "Madrid",
    "issue": "7",
    "number": "N1",
    "genre": "Study",
}


@pytest.mark.parametrize(
    ("reference_type", "entry_type", "expected"),
    [
        pytest.param("webpage", "misc", {"howpublished": "El País, Prisa, Madrid", "note": "Study. N1"}, id="web page"),
        pytest.param("article-newspaper", "article", {"journal": "El País", "publisher": "Prisa", "number": "7"}, id="newspaper"),
        pytest.param("chapter", "incollection", {"booktitle": "El País", "publisher": "Prisa", "address": "Madrid"}, id="chapter"),
        pytest.param("book", "book", {"series": "El País", "publisher": "Prisa", "address": "Madrid"}, id="book"),
        pytest.param("report", "techreport", {"type": "Study", "institution": "Prisa", "number": "N1"}, id="report"),
        pytest.param("thesis", "phdthesis", {"type": "Study", "school": "Prisa"}, id="thesis"),
        pytest.param("speech", "misc", {"howpublished": "El País, Prisa, Madrid", "note": "Study. N1"}, id="speech"),
    ],
)  # fmt: skip
def test_bibtex_types_have_their_fields(
    reference_type: ReferenceType, entry_type: str, expected: dict[str, str]
) -> None:
    """Holder, publisher, number and kind stand where the entry type prints them."""
    written, fields = entry(bibtex, some(reference_type, **PUBLISHED))

    assert entry_type == written
    assert expected == {name: decode_text(fields.get(name, "")) for name in expected}


@pytest.mark.parametrize(
    ("reference_type", "entry_type", "expected"),
    [
        pytest.param("webpage", "online", {"organization": "{El País} and {Prisa}", "location": "{Madrid}", "titleaddon": "Study", "note": "N1"}, id="web page"),
        pytest.param("article-newspaper", "article", {"journaltitle": "El País", "publisher": "{Prisa}", "number": "7"}, id="newspaper"),
        pytest.param("chapter", "incollection", {"booktitle": "El País", "publisher": "{Prisa}"}, id="chapter"),
        pytest.param("book", "book", {"series": "El País", "publisher": "{Prisa}", "location": "{Madrid}"}, id="book"),
        pytest.param("report", "report", {"type": "Study", "institution": "{Prisa}", "number": "N1"}, id="report"),
        pytest.param("thesis", "thesis", {"type": "Study", "institution": "{Prisa}"}, id="thesis"),
        pytest.param("legal_case", "jurisdiction", {"organization": "{El País} and {Prisa}", "note": "N1"}, id="court paper"),
        pytest.param("speech", "misc", {"titleaddon": "Study"}, id="speech"),
    ],
)  # fmt: skip
def test_biblatex_types_have_their_fields(
    reference_type: ReferenceType, entry_type: str, expected: dict[str, str]
) -> None:
    """Holder, publishers, number and kind stand where the entry type prints them."""
    written, fields = entry(biblatex, some(reference_type, **PUBLISHED))

    assert entry_type == written
    assert expected == {name: fields.get(name, "") for name in expected}


@FORMATS
@pytest.mark.parametrize("reference_type", get_args(ReferenceType))
def test_a_type_without_a_form_is_told(module: ModuleType, reference_type: ReferenceType) -> None:
    """Every type is written; one that ends as @misc without being a plain document is told."""
    complete = some(reference_type, container_title="Gazette")
    bare = some(reference_type)

    general = reference_type in {"webpage", "document", "post", "post-weblog", "article"}
    for reference in (complete, bare):
        told = any("written as @misc" in str(note) for note in module.advice(reference))
        assert told == (entry(module, reference)[0] == "misc" and not general)


@pytest.mark.parametrize(
    ("module", "values", "note"),
    [
        (bibtex, {"type": "speech"}, 'BibTeX has no entry type for "speech"; written as @misc'),
        (bibtex, {"type": "chapter"}, '"chapter" without a containing work; written as @misc'),
        (bibtex, {"type": "book", "issued": PartialDate("1914/1918")},
         'BibTeX cannot express the date 1914/1918; written as "1914–1918"'),
        (biblatex, {"type": "webpage", "title": None}, "no title found"),
        (biblatex, {"type": "webpage", "language": "qu"},
         'babel has no name for the language "qu"; left out'),
        (biblatex, {"type": "webpage", "url": "https://example.org/a b"},
         '"url" contains characters that no address may contain; percent-encoded'),
    ],
    ids=["type", "part", "date", "title", "language", "address"],
)  # fmt: skip
def test_advice_has_these_words(module: ModuleType, values: dict[str, Any], note: str) -> None:
    """What a user is told says what was written instead."""
    reference = some(values["type"], **{name: values[name] for name in values if name != "type"})

    assert [note] == [*map(str, module.advice(reference))]


def test_nothing_is_advised_where_all_is_written() -> None:
    """The seed has a form in both."""
    assert [] == [*bibtex.advice(refer(SEED)), *biblatex.advice(refer(SEED))]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param("2017-02-28", {"year": "2017", "month": "February", "day": "28"}, id="day"),
        pytest.param("2017-02", {"year": "2017", "month": "February"}, id="month"),
        pytest.param("2017", {"year": "2017"}, id="year"),
        pytest.param("2017-21", {"year": "2017", "month": "Spring"}, id="season"),
        pytest.param("2017~", {"year": "2017"}, id="approximate"),
        pytest.param("2017-01/2017-03", {"year": "2017"}, id="interval in a year"),
        pytest.param("1914/1918", {"year": "1914–1918"}, id="interval of years"),
        pytest.param("../1848", {"year": "until 1848"}, id="open interval"),
        pytest.param("201X", {"year": "2010–2019"}, id="decade"),
    ],
)
def test_bibtex_dates_are_as_precise_as_they_are_stated(
    date: str, expected: dict[str, str]
) -> None:
    """The month is a macro that styles spell; the day has a field of its own."""
    written = bibtex.write_all([some("webpage", issued=PartialDate(date))])
    (read,) = pybtex.database.parse_string(written, "bibtex").entries.values()

    fields = {name: read.fields[name] for name in ("year", "month", "day") if name in read.fields}
    assert expected == fields


@FORMATS
def test_an_undated_copy_of_a_dated_work_tells_its_year(module: ModuleType) -> None:
    """Beside a republication without a date, any original date is another one."""
    fields = entry(module, some("book", original_date=PartialDate("1848")))[1]

    assert "Original work published 1848" in fields.values()


def test_biblatex_dates_are_edtf() -> None:
    """BibLaTeX reads EDTF, so that a date is written as the record has it."""
    fields = entry(biblatex, some("webpage", issued=PartialDate("2017-21~"), accessed=PartialDate("2026-11-24")))[1]  # fmt: skip

    assert ("2017-21~", "2026-11-24") == (fields["date"], fields["urldate"])


@FORMATS
def test_a_file_holds_each_item_once(module: ModuleType) -> None:
    """Repeated items are written once, different ones under different keys; none is a file too."""
    law, other = some("book"), evolve(some("book"), id="b")

    library = parse_string(module.write_all([law, other, law]))
    assert 2 == len({entry.key.lower() for entry in library.entries}) == len(library.blocks)
    assert "" == module.write_all([])


def hostile_references(seed: int, count: int) -> Iterator[Reference]:
    """References whose every text is hostile, of each type that has fields of its own."""
    texts, urls = one_line_texts(seed), addresses(seed)
    types: tuple[ReferenceType, ...] = (
        "webpage",
        "book",
        "article-newspaper",
        "chapter",
        "report",
        "thesis",
        "legal_case",
    )
    for index in range(count):
        hostile: dict[str, Any] = {name: next(texts) for name in HOSTILE_TEXTS}
        yield Reference(
            id=f"example:{index}",
            type=types[index % len(types)],
            layers="both",
            author=(organisation(next(texts)), hostile_person(texts)),
            editor=(hostile_person(texts), organisation(next(texts))),
            translator=(organisation(next(texts)),),
            compiler=(organisation(next(texts)),),
            interviewer=(organisation(next(texts)),),
            publisher=(organisation(next(texts)), organisation(next(texts))),
            original_publisher=(organisation(next(texts)), organisation(next(texts))),
            keyword=(next(texts), next(texts)),
            abstract=f"{next(texts)}\n\t{next(texts)}\n\n{next(texts)}",
            url=next(urls),
            doi=next(urls),
            original_url=next(urls),
            issued=PartialDate("2017-02-28"),
            **hostile,
        )


def hostile_person(texts: Iterator[str]) -> Agent:
    """A person whose every part is hostile."""
    family, given, particles, suffix = islice(texts, 4)
    return Agent(
        kind="person", name=family, family=family, given=given,
        particles=particles if len(particles) <= 50 else None,
        suffix=suffix if len(suffix) <= 50 else None,
    )  # fmt: skip


HOSTILE_TEXTS = (
    "title", "title_short", "title_translated", "genre", "container_title", "volume", "issue",
    "page", "edition", "number", "publisher_place", "isbn", "issn", "original_title",
    "original_container_title", "original_volume", "original_issue", "original_page",
    "original_publisher_place",
)  # fmt: skip
# Fields that hold one text or address of a reference and nothing else.
OWN_FIELDS = {
    "title": ("title", decode_text),
    "shorttitle": ("title_short", decode_text),
    "journal": ("container_title", decode_text),
    "journaltitle": ("container_title", decode_text),
    "booktitle": ("container_title", decode_text),
    "series": ("container_title", decode_text),
    "volume": ("volume", decode_text),
    "pages": ("page", decode_text),
    "edition": ("edition", decode_text),
    "address": ("publisher_place", decode_text),
    "isbn": ("isbn", decode_text),
    "issn": ("issn", decode_text),
    "origtitle": ("original_title", decode_text),
    "abstract": ("abstract", decode_text),
    "keywords": ("keyword", decode_keywords),
    "url": ("url", decode_verbatim),
    "doi": ("doi", decode_verbatim),
}
NAMES = {"author": "author", "editor": "editor", "editora": "compiler"}
LISTS = {"origpublisher": "original_publisher"}
# What a format has no field for: BibTeX a short title, and both the issue of what has a number.
LEFT_OUT = {"bibtex": {"title_short", "issue"}, "biblatex": {"issue"}}


@pytest.fixture(scope="module")
def sweep() -> list[Reference]:
    """Over 10,000 hostile strings, some 40 in a reference."""
    return list(hostile_references(seed=2017, count=300))


@FORMATS
def test_hostile_texts_are_read_back(module: ModuleType, sweep: list[Reference]) -> None:
    """Every text of a reference comes back character for character from the field that holds it."""
    blocks = parse_string(module.write_all(sweep)).entries

    for reference, block in zip(sweep, blocks, strict=True):
        fields = {field.key: field.value for field in block.fields}
        for name in fields.keys() & OWN_FIELDS:
            attribute, decode = OWN_FIELDS[name]
            assert getattr(reference, attribute) == decode(fields[name])
        for name in fields.keys() & NAMES:
            agents = getattr(reference, NAMES[name])
            assert [*map(inverted_name, agents)] == [
                *map(inverted_name, decode_names(fields[name]).agents)
            ]
        for name in fields.keys() & LISTS:
            agents = getattr(reference, LISTS[name])
            assert tuple(agent.name for agent in agents) == decode_list(fields[name])


@FORMATS
def test_no_hostile_text_is_left_out(module: ModuleType, sweep: list[Reference]) -> None:
    """Every text is told: in a field of its own, or within the words of another."""
    blocks = parse_string(module.write_all(sweep)).entries
    left_out = LEFT_OUT[module.__name__.rpartition(".")[2]]

    for reference, block in zip(sweep, blocks, strict=True):
        told = "\0".join(decode_text(field.value) for field in block.fields)
        groups = ("translator", "compiler", "interviewer", "publisher", "original_publisher")
        texts = [getattr(reference, name) for name in {*HOSTILE_TEXTS} - left_out]
        names = [agent.name for role in groups for agent in getattr(reference, role)]
        assert [] == [text for text in [*texts, *names, reference.original_url] if text not in told]


@FORMATS
def test_other_parsers_see_the_values_written(module: ModuleType, sweep: list[Reference]) -> None:
    """Both bibtexparser and pybtex see one entry for each reference, with the same values in it."""
    written = module.write_all(sweep)
    library = parse_string(written)
    foreign = pybtex.database.parse_string(written, "bibtex").entries

    assert [] == library.failed_blocks + library.comments
    assert len(sweep) == len(library.entries)
    assert [block.key for block in library.entries] == list(foreign.keys())
    for block in library.entries:
        seen = foreign[block.key]
        values = {field.key: collapsed(field.value) for field in block.fields}
        # pybtex spells the macro, and parts names, of which the sweep has two in a field.
        apart = {name: values.pop(name) for name in ("month", *seen.persons) if name in values}
        assert values == {name: seen.fields[name] for name in seen.fields if name not in apart}
        assert {"author": 2, "editor": 2} == {
            role: len(persons) for role, persons in seen.persons.items()
        }


@FORMATS
def test_the_entry_after_a_hostile_one_is_whole(module: ModuleType, sweep: list[Reference]) -> None:
    """No value reaches into the next entry, whichever field it ends with."""
    for name in ("title", "abstract", "url", "genre", "original_publisher_place"):
        pairs = []
        for index, reference in enumerate(sweep[:60]):
            value = getattr(reference, name)
            pairs += [
                Reference(id=f"a:{index}", type="webpage", layers="both", **{name: value}),
                Reference(id=f"b:{index}", type="book", title="The next one"),
            ]
        written = module.write_all(pairs)
        assert ["The next one"] * 60 == re.findall(
            r"^  title = \{(The next one)\},$", written, re.M
        )
        library = parse_string(written)
        foreign = pybtex.database.parse_string(written, "bibtex")
        assert ["book"] * 60 == [block.entry_type for block in library.entries[1::2]]
        assert ["book"] * 60 == [entry.type for entry in list(foreign.entries.values())[1::2]]


@FORMATS
def test_addresses_stand_in_the_file_as_they_are(
    module: ModuleType, sweep: list[Reference]
) -> None:
    """No parser of a file is needed to find an address in it."""
    lines = module.write_all(sweep).splitlines()

    addresses_written = [line for line in lines if line.startswith("  url = ")]
    assert [f"  url = {{{reference.url}}}," for reference in sweep] == addresses_written


def test_the_sweep_is_as_large_as_promised(sweep: list[Reference]) -> None:
    """The hostile references hold over 10,000 texts, and each sign of TeX among them."""
    texts = {text for reference in sweep for text in strings_in(astuple(reference))}

    assert 10_000 < len(texts)
    assert set("{}&%$#_~^\\") <= {sign for text in texts for sign in text}


def strings_in(value: object) -> Iterator[str]:
    """Every text in a tree of tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from strings_in(member)


def collapsed(value: str) -> str:
    """A value as pybtex has it: each run of white space is one space."""
    return " ".join(value.split())
