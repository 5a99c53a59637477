"""Exceptions: each has its message in both languages, and survives the way between processes."""

import ast
import copy
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import nizkorcite as nz
from nizkorcite import errors
from nizkorcite.dates.printed import read_printed
from nizkorcite.findings import Finding
from nizkorcite.messages import Message

FINDING = Finding(code="NZ010", severity="error", pointer="", message="the file is empty")
CLASSES = [
    each
    for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, errors.NizkorciteError)
]
ARGUMENTS: MappingProxyType[type, tuple[object, ...]] = MappingProxyType(
    {
        errors.DecisionError: ("a", "b"),
        errors.ModelError: ("/date", Message("file too large"), "Original"),
        errors.RecordError: ("/date", Message("file too large")),
        errors.UnknownNameError: ("style", "apaa", ("apa", "plain")),
        errors.ValidationError: ([FINDING],),
        errors.WorkerError: (),
    }
)


@pytest.mark.parametrize(
    ("fail", "english", "spanish"),
    [
        (
            lambda: nz.PartialDate("2017-02-30"),
            '"2017-02-30": February 2017 has 28 days',
            '"2017-02-30": febrero de 2017 tiene 28 días',
        ),
        (
            lambda: nz.Instant("2017"),
            '"2017" is not a date and time; write 2026-11-24T10:10:00Z',
            '"2017" no es una fecha con hora; escriba 2026-11-24T10:10:00Z',
        ),
        (
            lambda: read_printed("03/04/2012"),
            '"03/04/2012": may be 2012-04-03 (day first) or 2012-03-04 (month first)',
            '"03/04/2012": puede ser 2012-04-03 (primero el día) o 2012-03-04 (primero el mes)',
        ),
        (
            lambda: read_printed("1 May 2000", languages=["xx"]),  # type: ignore[list-item]
            'no language of printed dates "xx". Known: en, es, fr, pt, de, it, nl, sv, da, nb, fi, '
            "ca, ro, pl, cs, hu, ru, uk, bg, el, tr, id, zh, ko",
            "no existe el idioma de fechas impresas «xx». Valores posibles: en, es, fr, pt, de, it, "
            "nl, sv, da, nb, fi, ca, ro, pl, cs, hu, ru, uk, bg, el, tr, id, zh, ko",
        ),
        (
            lambda: nz.read(b"\x89PNG\r\n"),
            "looks like an image (PNG); only HTML and text pages and records are read here",
            "parece una imagen (PNG); aquí solo se leen páginas en HTML o texto y registros",
        ),
        (
            lambda: nz.read(b"text", charset="utf-9"),
            'unknown charset "utf-9"; common ones are utf-8, windows-1252 and iso-8859-15',
            "codificación desconocida: «utf-9»; las más comunes son utf-8, windows-1252 e iso-8859-15",
        ),
    ],
    ids=["date", "instant", "two readings", "name", "image", "charset"],
)
def test_an_error_has_its_message_in_both_languages(
    fail: Callable[[], object], english: str, spanish: str
) -> None:
    """`str` is the English text; `message` has the Spanish one."""
    with pytest.raises(nz.NizkorciteError) as caught:
        fail()

    assert (english, spanish) == (str(caught.value), caught.value.message.text("es"))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_an_error_survives_copying_and_pickling(kind: type[errors.NizkorciteError]) -> None:
    """Workers send their errors to the main process; nothing of one is lost."""
    error = kind(*ARGUMENTS.get(kind, (Message("file too large"),)))  # type: ignore[arg-type]

    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (kind, str(error), error.message.text("es")) == (
            type(other), str(other), other.message.text("es"),
        )  # fmt: skip


def test_every_kind_of_name_has_a_spanish_word() -> None:
    """A `what` of `UnknownNameError` that is new in the code gets its translation."""
    calls = [
        node
        for path in Path(nz.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnknownNameError"
    ]
    kinds = {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}

    for kind in kinds:
        error = nz.UnknownNameError(kind, "x", ["a"])
        assert f'no {kind} "x"' in str(error)
        assert error.message.text("es").startswith(("no existe el ", "no existe la "))


@pytest.mark.parametrize("cite", [nz.in_text, nz.narrative])
def test_a_format_has_no_citations_in_text(cite: Callable[..., str]) -> None:
    """Nobody has to look for a citation that is not there."""
    with pytest.raises(nz.StyleError) as caught:
        cite(nz.Reference(id="a", type="book"), "bibtex")

    assert '"bibtex" is a file format; it has no in-text citations' == str(caught.value)


WITHOUT_KIND: Mapping[str, nz.JSON] = {
    "schema_version": "1.0",
    "id": "a",
    "type": "other",
    "language": "en",
    "original": {"attribution": "stated", "publishers": [{"name": "EFE"}]},
}


@pytest.mark.parametrize(
    ("make", "model", "place"),
    [
        (lambda: nz.Place(name=""), "Place", "/name"),
        (lambda: nz.Place(name="A", extensions={"box": 1}), "Place", "/box"),
        (lambda: nz.Identifier(scheme="issn", value="1"), "Identifier", "/value"),
        (lambda: nz.Evidence(field="/title", method="page", start=1), "Evidence", ""),
        (lambda: nz.Reference(id="a", type="book", title="\x1b"), "Reference", "/title"),
        (lambda: nz.from_record(WITHOUT_KIND), "", "/original/publishers/0"),
    ],
    ids=["value", "own member", "check digit", "no place", "reference", "record"],
)
def test_an_invalid_value_is_reported_with_its_class(
    make: Callable[[], object], model: str, place: str
) -> None:
    """A pointer alone starts nowhere; in a record it starts at the root."""
    with pytest.raises(nz.ModelError) as refused:
        make()
    error = refused.value

    assert (model, place) == (error.model, error.pointer)
    assert ": ".join(filter(None, (model, place, str(error.problem)))) == str(error)
