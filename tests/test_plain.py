"""Plain sentences, CSL-JSON, and what they have in common: the reference of a document."""

import pytest
from attrs import evolve

from nizkorcite.citing import advice, cite, in_text
from nizkorcite.dates import Instant, PartialDate
from nizkorcite.record.model import Agent, Capture, Identifier, organisation
from nizkorcite.reference import Layers, Reference, refer
from seed import COPY, SEED


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ("both", 'Itar Tass (Dushanbe), "Putin: Russia\'s military base in Tajikistan," 27 February '
                 "2017; republished by Equipo Nizkor and Derechos Human Rights, 28 February 2017."),
        ("republication", 'Itar Tass, "Putin: Russia\'s military base in Tajikistan," Equipo Nizkor '
                          "and Derechos Human Rights, 28 February 2017."),
        ("original", 'Itar Tass (Dushanbe), "Putin: Russia\'s military base in Tajikistan," 27 '
                     "February 2017 (not consulted; republished by Equipo Nizkor and Derechos Human "
                     "Rights, 28 February 2017)."),
    ],
)  # fmt: skip
def test_a_sentence_tells_the_layers_asked_for(layers: Layers, sentence: str) -> None:
    """Both layers stand in one sentence, or one of them alone."""
    assert sentence == cite(SEED, "plain", layers=layers)


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        (Reference(id="a", type="webpage", title="What next?", issued=PartialDate("2017-02")),
         '"What next?" February 2017.'),
        (Reference(id="a", type="webpage"), "[untitled]."),
        (Reference(id="a", type="webpage", title="T", url="https://example.org/",
                   accessed=PartialDate("2026-11-24")),
         '"T," https://example.org/ (accessed 24 November 2026).'),
        (Reference(id="a", type="article-newspaper", title="T", container_title="El País",
                   author=(organisation("EFE"), organisation("AFP"), organisation("AP")),
                   issued=PartialDate("2003~")),
         'EFE, AFP, and AP, "T," El País, about 2003.'),
        (Reference(id="a", type="webpage", title="T", issued=PartialDate("2016/2017")),
         '"T," 2016 to 2017.'),
        (Reference(id="a", type="webpage", title="T", url="https://example.org/",
                   accessed=PartialDate("2026-11-24"), archived_url="https://archive.example.org/1"),
         '"T," https://example.org/ (archived at https://archive.example.org/1).'),
        (Reference(id="a", type="book", title='On "war"', editor=(organisation("EFE"),),
                   translator=(organisation("AFP"),), issued=PartialDate("2010")),
         'EFE (ed.), "On \'war\'," translated by AFP, 2010.'),
        (Reference(id="a", type="report", title="T", author=(organisation("EFE"),), number="12",
                   container_title="EFE", issued=PartialDate("2010")),
         'EFE, "T," no. 12, 2010.'),
        (Reference(id="a", type="legal_case", title="A v. B", number="C-12", authority="Court",
                   issued=PartialDate("2010")),
         '"A v. B," C-12, Court, 2010.'),
        (Reference(id="a", type="personal_communication", author=(organisation("EFE"),),
                   archive_location="Box 1", archive_collection="Papers", archive="Archive",
                   archive_place="Madrid"),
         "EFE, [untitled], Box 1, Papers, Archive, Madrid."),
        (Reference(id="a", type="webpage", title="T", layers="both", original_title="U",
                   original_publisher=(organisation("EFE"),), original_container_title="Gazette",
                   original_volume="12", original_issue="3", original_page="1-9",
                   original_url="https://example.org/u", original_date=PartialDate("2010"),
                   publisher=(organisation("AFP"),)),
         '"T" (original title: "U"), Gazette 12, no. 3, pp. 1–9, EFE, 2010, https://example.org/u; '
         'republished by AFP.'),
    ],
    ids=["question", "untitled", "address", "container", "interval", "archived", "editor", "number",
         "court", "papers", "original"],
)  # fmt: skip
def test_a_sentence_has_no_gaps(reference: Reference, sentence: str) -> None:
    """What is not known leaves no comma or bracket behind."""
    assert sentence == cite(reference, "plain")


def test_the_short_form_names_who_and_when() -> None:
    """A footnote's short form has the original's day."""
    assert "(Itar Tass, 27 February 2017)" == in_text(SEED, "plain")


def test_an_untitled_document_is_told() -> None:
    """A user is told what the sentence lacks."""
    assert ("no title found",) == advice(evolve(SEED, title=None), "plain")


def test_the_author_is_the_creator_else_the_original_publisher() -> None:
    """A stated author comes before the agency; other roles are no authors."""
    author = Agent(kind="person", name="Ana Prueba")
    translator = Agent(kind="person", name="Eva Prueba", role="translator")
    reference = refer(evolve(SEED, creators=[translator, author]))

    assert ((author,), (translator,)) == (reference.author, reference.translator)
    assert SEED.original.publishers == refer(evolve(SEED, creators=[translator])).author


def test_address_and_day_of_access_come_from_the_last_capture() -> None:
    """A republication's own address goes before the capture's."""
    captures = [
        Capture(sha256="0" * 64, byte_length=1, url="https://example.org/1",
                accessed=Instant("2020-01-01T00:00:00Z")),
        Capture(sha256="1" * 64, byte_length=1, url="https://example.org/2",
                accessed=Instant("2021-01-01T23:00:00-05:00")),
    ]  # fmt: skip
    document = evolve(SEED, captures=captures)
    own = evolve(
        document,
        republication=evolve(COPY, url="https://example.org/own"),
    )

    assert ("https://example.org/2", PartialDate("2021-01-01")) == (
        refer(document).url,
        refer(document).accessed,
    )
    assert "https://example.org/own" == refer(own).url
    assert None is refer(own, "original").url


def test_what_held_the_original_is_told_with_the_original() -> None:
    """An article republished on a site is a page there, and an article where it appeared first."""
    original = evolve(
        SEED.original,
        container_title="Example Gazette",
        volume="12",
        identifiers=[Identifier(scheme="issn", value="0378-5955")],
    )
    document = evolve(SEED, type="article", original=original)

    assert ("webpage", None, "Example Gazette") == (
        refer(document).type,
        refer(document).container_title,
        refer(document).original_container_title,
    )
    assert ("article-journal", "Example Gazette", "12", "0378-5955") == (
        (first := refer(document, "original")).type,
        first.container_title,
        first.volume,
        first.issn,
    )
