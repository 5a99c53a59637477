"""Forms of names, and identifiers whose check digits are right or wrong."""

import pytest

import nizkorcite as nz
from nizkorcite import Reference, cite
from nizkorcite.dates import PartialDate
from nizkorcite.errors import ModelError
from nizkorcite.record.identifiers import identifier_problem
from nizkorcite.record.model import Agent, organisation
from nizkorcite.reference.names import family_name, initials, inverted_name


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Jean-Paul", "J.-P."),
        ("J. R. R.", "J. R. R."),
        ("J.R.R.", "J. R. R."),
        ("María José", "M. J."),
        ("Пётр", "П."),
        ("Åsa", "Å."),
        ("Jean le Rond", "J. le R."),
        ("joão da silva", "J. D. S."),
        ("محمد أمين", "محمد أمين"),
        ("", ""),
    ],
)
def test_initials_keep_hyphens_and_scripts(given: str, expected: str) -> None:
    """One letter and a stop a name; a hyphen stays."""
    assert expected == initials(given)


def test_an_organisation_is_never_split_or_inverted() -> None:
    """A group has one form of its name."""
    group = organisation("Smith and Sons, Ltd.")

    assert ("Smith and Sons, Ltd.",) * 2 == (family_name(group), inverted_name(group))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Prueba, Ana. (2017). A."),
        ("plain", 'Prueba, Ana, "A," 2017.'),
        ("bibtex", "  author = {{Prueba, Ana}},"),
        ("biblatex", "  author = {{Prueba, Ana}},"),
        ("csl-json", '"literal": "Prueba, Ana"'),
        ("ris", "AU  - Prueba,, Ana"),
        ("json-ld", '"author": [\n    {\n      "name": "Prueba, Ana"'),
    ],
)
def test_a_name_of_unknown_kind_is_printed_as_it_stands(style: str, expected: str) -> None:
    """It is neither inverted nor shortened, even if it looks like a person's, and is braced."""
    unknown = Agent(kind="unknown", name="Prueba, Ana", family="Prueba", given="Ana")
    reference = Reference(
        id="a", type="webpage", title="A", author=[unknown], issued=PartialDate("2017")
    )

    assert expected in cite(reference, style)


@pytest.mark.parametrize(
    ("particles", "family", "expected"),
    [("de la", "Cruz", "de la Cruz, Ana"), ("d'", "Ormesson", "d'Ormesson, Ana"),
     ("al-", "Bustani", "al-Bustani, Ana"), (None, "Fisk", "Fisk, Ana")],
)  # fmt: skip
def test_particles_lean_on_the_family_name(
    particles: str | None, family: str, expected: str
) -> None:
    """No space follows an apostrophe or a hyphen."""
    person = Agent(kind="person", name="x", family=family, given="Ana", particles=particles)

    assert expected == inverted_name(person)


def test_parts_of_a_name_need_a_family_name() -> None:
    """Given names alone are no name that can be sorted."""
    with pytest.raises(ModelError) as raised:
        Agent(kind="person", name="Ana", given="Ana")

    assert 'Agent: /given: "given" requires "family"' == str(raised.value)


@pytest.mark.parametrize(
    ("scheme", "value", "problem"),
    [
        ("orcid", "0000-0002-1825-0097", None),
        ("orcid", "0000-0002-1825-0098", "its check digit is wrong"),
        ("isni", "0000 0001 2103 2683", None),
        ("isni", "000000012103268X", "its check digit is wrong"),
        ("isni", "0000", "it is not 16 digits"),
        ("isbn", "978-0-306-40615-7", None),
        ("isbn", "978-0-306-40615-8", "its check digit is wrong"),
        ("isbn", "0-8044-2957-X", None),
        ("isbn", "12", "it is neither 13 digits beginning with 978 or 979 nor 10 digits"),
        ("issn", "2434-561X", None),
        ("issn", "2434561X", "it is not two groups of four digits joined by a hyphen"),
        ("doi", "10.1000/182", None),
        ("doi", "doi:10.1000/182", 'it does not have the form "10.NNNN/suffix"'),
        ("other", "anything", None),
    ],
)
def test_identifiers_are_checked_by_their_scheme(
    scheme: str, value: str, problem: str | None
) -> None:
    """The fault is told in words; schemes without a check take any value."""
    found = identifier_problem(scheme, value)

    assert problem == (str(found) if found else None)


def test_the_parts_of_a_name_are_given_by_keyword() -> None:
    """By position, "Ana", "Cruz" would be somebody called Cruz Ana."""
    with pytest.raises(TypeError):
        nz.person("Ana", "Cruz")  # type: ignore[call-arg]

    assert "Ana Cruz" == nz.person(family="Cruz", given="Ana").name
