"""APA terms in Spanish; for their sources see `terms`."""

from typing import Final

from nizkorcite.locale.es import ES
from nizkorcite.styles.apa.terms.terms import ApaTerms


def _edition(number: int) -> str:
    return f"{number}.ª ed."


APA_ES: Final = ApaTerms(
    words=ES,
    joint=ES.conjunction,
    serial_comma=False,
    month_day="{day} de {month}",
    month_day_year="{day} de {month} de {year}",
    no_date="s.f.",
    in_press="en prensa",
    manuscripts={
        "submitted": "Manuscrito enviado para su publicación",
        "in review": "Manuscrito enviado para su publicación",
        "in preparation": "Manuscrito en preparación",
    },
    advance_online="Publicación anticipada en línea",
    circa="ca. {}",
    untitled="[Sin título]",
    editor=("Ed.", "Eds."),
    director=("Dir.", "Dirs."),
    translator=("Trad.", "Trads."),
    compiler=("Comp.", "Comps."),
    interviewer=("Entrev.", "Entrevs."),
    article="Artículo {}",
    in_book="En",
    on_album="En",
    volume="Vol. {}",
    number="n.º {}",
    version="Versión {}",
    patent="Patente",
    publication="Publicación",
    edition=_edition,
    retrieved=("Recuperado el {day} de {url}", "Recuperado en {day} de {url}"),
    archived="{url} (archivado en {copy})",
    reprinted="Reimpreso de {}",
    first_published="Obra original publicada en {}",
    not_consulted="No consultado; reproducido por {}",
    republished="Reproducido {}",
    letter_to="{kind} a {names}",
    interview_by="{kind} por {names}",
    review_of=("Reseña de", "Reseña del libro"),
    review_of_kind="Reseña de {}",
    by="por {}",
    descriptions={
        "Interview": "Entrevista",
        "Letter": "Carta",
        "Press release": "Comunicado de prensa",
        "Report": "Informe",
        "Resolution": "Resolución",
        "Speech": "Discurso",
        "Statement": "Declaración",
        "Video": "Vídeo",
    },
    kinds={
        "broadcast": "Emisión",
        "collection": "Fondo de archivo",
        "dataset": "Conjunto de datos",
        "figure": "Figura",
        "graphic": "Gráfico",
        "interview": "Entrevista",
        "manuscript": "Manuscrito no publicado",
        "map": "Mapa",
        "motion_picture": "Película",
        "patent": "Patente",
        "personal_communication": "Carta",
        "post": "Publicación en línea",
        "software": "Programa informático",
        "song": "Grabación de audio",
        "speech": "Discurso",
    },
    labels={
        "appendix": ("Apéndice", "Apéndices"),
        "figure": ("Figura", "Figuras"),
        "slide": ("Diapositiva", "Diapositivas"),
        "table": ("Tabla", "Tablas"),
    },
    title_case=False,
    stop_inside=False,
)
