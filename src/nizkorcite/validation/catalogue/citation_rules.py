"""Rules about files of citations (NZ4xx)."""

from nizkorcite.validation.catalogue.rule import Rule

CITATION_RULES = (
    Rule(
        "NZ401",
        "an entry that cannot be read",
        """An entry in a file of citations breaks the rules of its format, for example with a brace
        that is never closed. All other entries are read; fix this one at the given line.""",
        es_title="una entrada que no se puede leer",
        es_explanation="""Una entrada de un archivo de citas incumple las reglas de su formato, por
        ejemplo con una llave que nunca se cierra. Las demás entradas se leen; corrija esta en la
        línea indicada.""",
        wrong="@book{law, title = {A law",
        right="@book{law, title = {A law}}",
    ),
    Rule(
        "NZ402",
        "a value that cannot be read",
        """The value of an entry is not one that its field may have, such as a day that no calendar
        has. The value is left out, since a guess would be worse; a date of publication, and a name
        that may be several, are printed as they are. The rest of the entry is read.""",
        es_title="un valor que no se puede leer",
        es_explanation="""Un valor de una entrada no es nada que su campo pueda contener, como un
        día que no está en ningún calendario. Se omite, porque adivinarlo sería peor; una fecha de
        publicación y un nombre que puede ser varios se imprimen tal cual. El resto de la entrada se
        lee.""",
        severity="warning",
        wrong="date = {2017-02-31}",
        right="date = {2017-02-28}",
    ),
    Rule(
        "NZ403",
        "a field that cannot be used",
        """An entry has a field that nizkorcite cannot use. The field is left out and reported, so
        that nothing is lost silently.""",
        es_title="un campo que no se puede usar",
        es_explanation="""Una entrada tiene un campo que nizkorcite no puede usar. El campo se omite
        y se notifica, para que nada se pierda en silencio.""",
        severity="warning",
        wrong="file = {papers/law.pdf}",
        right="note = {papers/law.pdf}",
    ),
    Rule(
        "NZ404",
        "duplicate citation key",
        """Two entries of a file have the same key or id, so that a citation of that key is
        ambiguous. Both are read; give one of them another key.""",
        es_title="clave de cita duplicada",
        es_explanation="""Dos entradas de un archivo tienen la misma clave o el mismo identificador,
        de modo que una cita de esa clave es ambigua. Se leen las dos; dé otra clave a una de
        ellas.""",
        severity="warning",
        wrong="@book{law, title = {A}} @book{law, title = {B}}",
        right="@book{law, title = {A}} @book{lawb, title = {B}}",
    ),
)
