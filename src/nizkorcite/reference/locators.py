"""
Locators: places within a work such as "p. 5" (CSL 1.0.2, "Locators").

Labels are read in English and Spanish, whole or abbreviated.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from nizkorcite.errors import LocatorError
from nizkorcite.messages import Message

LocatorLabel = Literal[
    "appendix", "article", "book", "chapter", "column", "figure", "folio", "line", "note", "page",
    "paragraph", "part", "section", "slide", "table", "timestamp", "verse", "volume",
]  # fmt: skip


@frozen
class Locator:
    """
    A place within a work.

    Attributes:
        label: The kind of locator, such as ``page``.
        value: The number or range as it was written (``5-7``), or the heading of a section.
        several: Whether the value names several places, so that the label is plural.
    """

    label: LocatorLabel
    value: str
    several: bool = False


def read_locators(text: str) -> tuple[Locator, ...]:
    """
    Read locators, separated by commas.

    Args:
        text: Labels and values; a value alone is a page, and hours, minutes and seconds with colons
            are a time.

    Raises:
        LocatorError: The text is empty, or a label is unknown.

    >>> [(each.label, each.value) for each in read_locators("cap. 2, párrs. 3-4")]
    [('chapter', '2'), ('paragraph', '3-4')]
    >>> read_locators("12") == read_locators("p. 12")
    True
    """
    if not text.strip():
        raise LocatorError(Message("empty locator; write a place such as p. 5"))
    return tuple(_locator(part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Split a text at commas; a further number belongs to the label before it."""
    whole = ""
    for part in re.split(r"\s*[,;]\s*", " ".join(text.split())):
        if whole and re.fullmatch(_FURTHER, part):
            whole = f"{whole}, {part}"
        else:
            yield from filter(None, (whole,))
            whole = part
    yield whole


def _locator(text: str) -> Locator:
    if named := re.fullmatch(_HEADING, text):
        return Locator("section", named["value"])
    if re.fullmatch(_TIME, text):
        return Locator("timestamp", text)
    match = re.match(_LABELLED, text)
    form = _without_accents(match["label"]) if match else ""
    if match and form in _LABELS:
        return _labelled_locator(_LABELS[form], match["value"], in_plural=form in _PLURALS)
    if re.fullmatch(_BARE, text):
        return _labelled_locator("page", text, in_plural=False)
    raise LocatorError(_problem(text, match["label"] if match else text))


def _labelled_locator(label: LocatorLabel, value: str, *, in_plural: bool) -> Locator:
    return Locator(label, value, in_plural or "," in value or _is_rising(value))


def _is_rising(value: str) -> bool:
    """Check whether a value is a range; "3-2" may be one page."""
    ends = re.fullmatch(_RANGE, value)
    return ends is not None and int(ends[1]) < int(ends[2])


def _problem(text: str, label: str) -> Message:
    from difflib import get_close_matches  # slow to load, and only mistakes need it

    if _without_accents(text).strip(".") in _LABELS:
        return Message('no number after "{label}"; write a place such as p. 5', label=text)
    near = get_close_matches(_without_accents(label), _LABELS, n=1)
    if near:
        return Message(
            '"{label}" is not a kind of locator; did you mean "{near}"?', label=label, near=near[0]
        )
    return Message(
        '"{label}" is not a kind of locator; use {labels}, or a page alone',
        label=label,
        labels=_SHOWN,
    )


def _without_accents(label: str) -> str:
    from unicodedata import combining, normalize

    letters = normalize("NFKD", label.casefold())
    return "".join(letter for letter in letters if not combining(letter))


def _forms(text: str) -> dict[str, LocatorLabel]:
    lines = (line.split() for line in text.split(","))
    return {form: label for label, *forms in lines for form in forms}  # type: ignore[misc] # mypy cannot type a starred target


_SINGULAR = """\
appendix app appendix apendice anexo, article art article articulo, book bk lib book libro,
chapter ch chap cap chapter capitulo, column col column columna, figure fig figure figura,
folio f fol folio, line l line linea lin, note n note nota fn footnote, page p pg pag page pagina,
paragraph para par parr paragraph parrafo ¶, part pt part parte,
section sec section seccion apdo §, slide slide diapositiva, table table tabla cuadro,
verse v verse verso, volume vol volume volumen
"""
_PLURAL = """\
appendix apps appendices apendices anexos, article arts articles articulos,
book bks books libs libros, chapter chs chaps caps chapters capitulos, column cols columns columnas,
figure figs figures figuras, folio ff fols folios, line ll lines lineas lins, note nn notes notas,
page pp pgs pags pages paginas, paragraph paras pars parrs paragraphs parrafos ¶¶,
part pts parts partes, section secs sections secciones §§, slide slides diapositivas,
table tables tablas cuadros, verse vv verses versos, volume vols volumes volumenes
"""
_PLURALS: Final = _forms(_PLURAL)
_LABELS: Final = _forms(_SINGULAR) | _PLURALS
_SHOWN = "p., pp., para., párr., ch., cap., sec., fig., table, tabla, note, nota, fol., vol."
# Patterns are compiled when a locator is read; most citations cite the whole work.
_LABELLED = r"(?P<label>[^\W\d_]+|[§¶]+)\.?\s*(?P<value>[^\s.].*)"
_HEADING = r"(?i)(?P<value>.+) section"
_TIME = r"[0-9]+(?::[0-9]{2}){1,2}"
_BARE = r"(?i)[a-z]{0,2}[0-9][0-9a-z.–-]*|[ivxlcdm]+(?:[–-][ivxlcdm]+)?"
_FURTHER = r"(?i)[0-9][0-9a-z.–-]*"
_RANGE = r"([0-9]+)\s*[–-]\s*([0-9]+)"
