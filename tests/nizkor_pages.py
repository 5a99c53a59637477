"""Pages of the Nizkor sites, rebuilt from their facts with bodies of our own."""

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Facts = dict[str, Any]

FACTS: list[Facts] = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases/nizkor/pages.jsonl").read_text("utf-8").splitlines()
]

# Each body has what a careless reader takes for a source: a bracket inside a sentence, an agency in
# a caption, a day that is older than the page, and a bracketed line that is no source line.
_BODIES = {
    "en": (
        "The ministers met on Tuesday to speak of the guarding of the border and of the return of "
        "refugees who had left the region in winter. Officials said [Source: an old cable of "
        "Reuters, Paris, 03Feb09] that the agreement would be signed before the end of the year.",
        "[Photograph: the talks on the second day]",
        "A photographer of the agency (AFP Doc. Ref. PAR2005041946335) took the picture. On 12 "
        "March 2004 the first round had ended without a result, the spokesman told reporters, and "
        "nobody in the capital expected that the second would bring more than words.",
    ),
    "es": (
        "Los ministros se reunieron el martes para hablar de la vigilancia de la frontera y del "
        "regreso de los refugiados que habían dejado la región durante el invierno. Según las "
        "autoridades [Fuente: un viejo cable de Reuters, París, 03feb09], el acuerdo se firmará "
        "antes de que termine el año.",
        "[Fotografía: las conversaciones del segundo día]",
        "Un fotógrafo de la agencia (AFP Doc. Ref. PAR2005041946335) tomó la imagen. El 12 de "
        "marzo de 2004 la primera ronda había terminado sin resultado, dijo el portavoz a los "
        "periodistas, y nadie en la capital esperaba de la segunda otra cosa que palabras.",
    ),
    "fr": (
        "Les ministres se sont réunis mardi pour parler de la garde de la frontière et du retour "
        "des réfugiés qui avaient quitté la région pendant l'hiver. Selon les autorités [Source: "
        "une vieille dépêche de Reuters, Paris, 03fév09], l'accord sera signé avant la fin de "
        "l'année.",
        "[Photographie: les pourparlers du deuxième jour]",
        "Un photographe de l'agence (AFP Doc. Ref. PAR2005041946335) a pris l'image. Le 12 mars "
        "2004 la première session s'était terminée sans résultat, a dit le porte-parole, et "
        "personne dans la capitale n'attendait de la seconde autre chose que des paroles.",
    ),
}
_NO_BREAK = "\u00a0 "


def as_text(facts: Facts, *, cut: bool = False) -> bytes:
    """The page as plain text, with the no-break spaces of its masthead."""
    lines = [_spaced(line) for line in facts["masthead"]]
    lines += ["", *([facts["date_line"], "", ""] if "date_line" in facts else [])]
    lines += [facts["title"], "", ""]
    for paragraph in _body(facts, cut=cut):
        lines += [paragraph, ""]
    if not cut:
        lines += [
            line
            for name in ("source_line", "navigation", "section")
            for line in ([facts[name], ""] if name in facts else [])
        ]
        lines += [f"small logo{_foot(facts)}"] if "note" in facts else []
    return "\n".join(lines).encode()


def as_pipes(facts: Facts, *, cut: bool = False) -> bytes:
    """The page as extractors of tables give it: pipes, no blank lines, no navigation, no label."""
    lines = _masthead_in_pipes(facts["masthead"])
    lines += [facts[name] for name in ("date_line", "title") if name in facts]
    lines += _body(facts, cut=cut)
    if not cut:
        lines += [facts["source_line"]] if "source_line" in facts else []
        lines += [f"{_foot(facts)} |"] if "note" in facts else []
    return "\n".join(lines).encode()


def as_html(facts: Facts, *, cut: bool = False) -> bytes:
    """The page as HTML in ISO-8859-1, undeclared, its <title> other than its heading."""
    masthead = "".join(f"<tr><td></td><td>{_escaped(line)}</td></tr>" for line in facts["masthead"])
    parts = [f"<html><head><title>Nizkor - {_escaped(facts['title'][:20])}</title></head><body>"]
    parts += [f"<table>{masthead}</table>"]
    parts += [f"<p>{_escaped(facts['date_line'])}</p>"] if "date_line" in facts else []
    parts += [f"<center><h3>{_escaped(facts['title'])}</h3></center>"]
    parts += [f"<p>{_escaped(paragraph)}" for paragraph in _body(facts, cut=cut)]
    if not cut:
        parts += [
            f"<p>{_escaped(facts[name])}"
            for name in ("source_line", "navigation", "section")
            if name in facts
        ]
        parts += [f'<p><img alt="small logo">{_escaped(_foot(facts))}'] if "note" in facts else []
        parts += ["</body></html>"]
    return "\n".join(parts).encode("iso-8859-1", "xmlcharrefreplace")


SHAPES: dict[str, Callable[..., bytes]] = {"text": as_text, "pipes": as_pipes, "html": as_html}


def _body(facts: Facts, *, cut: bool) -> list[str]:
    paragraphs = list(_BODIES[facts["language"]])
    if cut:
        paragraphs[-1] = paragraphs[-1][: len(paragraphs[-1]) // 2]
    return paragraphs


def _foot(facts: Facts) -> str:
    # A page whose notice is not known ends inside it, as it was met.
    return f"{facts['note']} {facts.get('notice', 'In accordance with Title 17 U.S.C. Secti')}"


def _spaced(line: str) -> str:
    if line.startswith(("Tienda", "Bookshop")):
        return _NO_BREAK * 8 + line
    return line + " \u00a0" * 7 if line.startswith("Derechos |") else line


def _masthead_in_pipes(masthead: list[str]) -> list[str]:
    if any(line.endswith("|") for line in masthead):
        return list(masthead)
    if masthead[0] == "EQUIPO NIZKOR":
        return ["EQUIPO NIZKOR |", "|"]
    first = [f"{masthead[0]} | ||"] if len(masthead) > 3 else []
    return [*first, "Derechos | Equipo Nizkor", "|"]


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
