"""Rules on one record that a schema cannot state (NZ2xx)."""

from nizkorcite.validation.catalogue.rule import Rule

RECORD_RULES = (
    Rule(
        "NZ201",
        "republished before the original",
        """A text cannot be republished before it was published. The finding is an error where the
        republication is certainly earlier, and a warning where the dates leave the order open.
        Check both lines of the page: one of the two was misread or misprinted.""",
        es_title="republicado antes que el original",
        es_explanation="""Un texto no puede republicarse antes de publicarse. Es un error si la
        republicación es anterior con certeza, y un aviso si las fechas dejan abierto el orden.
        Compruebe las dos líneas de la página: una de las dos está mal leída o mal impresa.""",
        wrong='original.date "2017-02-27", republication.date "2017-02-26"',
        right='original.date "2017-02-27", republication.date "2017-02-28"',
    ),
    Rule(
        "NZ202",
        "republished after the last capture",
        """The republication is dated later than the last capture of the page, so the page cannot
        have stated that date.""",
        es_title="republicado después de la última captura",
        es_explanation="""La republicación tiene una fecha posterior a la última captura de la
        página, así que la página no pudo indicar esa fecha.""",
        wrong='republication.date "2017-02-28", captures[0].accessed "2017-02-26T10:00:00Z"',
        right='republication.date "2017-02-28", captures[0].accessed "2017-03-01T10:00:00Z"',
    ),
    Rule(
        "NZ203",
        "published after the last capture",
        """The original is dated later than the last capture of the page, so the page cannot have
        stated that date.""",
        es_title="publicado después de la última captura",
        es_explanation="""El original tiene una fecha posterior a la última captura de la página,
        así que la página no pudo indicar esa fecha.""",
        wrong='original.date "2017-02-28", captures[0].accessed "2017-02-26T10:00:00Z"',
        right='original.date "2017-02-25", captures[0].accessed "2017-02-26T10:00:00Z"',
    ),
    Rule(
        "NZ204",
        "not a day of the calendar",
        """The date has the right format but does not exist (29 February of a common year, 31
        April), or is an interval that ends before it begins.""",
        es_title="no es un día del calendario",
        es_explanation="""La fecha tiene el formato correcto pero no existe (29 de febrero de un año
        común, 31 de abril), o es un intervalo que termina antes de empezar.""",
        wrong='{"date": "2017-02-29"}',
        right='{"date": "2017-02-28"}',
    ),
    Rule(
        "NZ211",
        "evidence for a missing value",
        """A piece of evidence refers to a value that the record does not have. In a JSON Pointer
        the items of a list are counted from 0: /original/publishers/0/name.""",
        es_title="un pasaje que respalda un valor que falta",
        es_explanation="""Un pasaje remite a un valor que el registro no tiene. En un JSON Pointer
        los elementos de una lista se cuentan desde 0: /original/publishers/0/name.""",
        wrong='{"field": "/original/dates"}',
        right='{"field": "/original/date"}',
    ),
    Rule(
        "NZ212",
        "a quote that is not in the text",
        """The quote of a piece of evidence differs from the text between its start and its end.
        Spans count code points of the visible text from 0; the end is exclusive. The quote is
        checked only where the record names the file of the text.""",
        es_title="una cita que no está en el texto",
        es_explanation="""La cita de un pasaje no coincide con el texto entre su comienzo y su
        final. Los tramos cuentan los caracteres del texto visible desde 0; el final es el siguiente
        al último. La cita solo se comprueba si el registro nombra el archivo del texto.""",
        wrong='{"quote": "27Feb17", "start": 0, "end": 7} of a text that begins "Putin"',
        right='{"quote": "27Feb17", "start": 2210, "end": 2217}',
        es_wrong='{"quote": "27Feb17", "start": 0, "end": 7} de un texto que empieza por "Putin"',
    ),
    Rule(
        "NZ213",
        "no such capture",
        """A piece of evidence refers to a capture by its index, counted from 0, and the record has
        fewer captures.""",
        es_title="no existe esa captura",
        es_explanation="""Un pasaje remite a una captura por su número, contado desde 0, y el
        registro tiene menos capturas.""",
        wrong='{"captures": [{...}], "evidence": [{"capture": 1, ...}]}',
        right='{"captures": [{...}], "evidence": [{"capture": 0, ...}]}',
    ),
    Rule(
        "NZ214",
        "read without evidence",
        """The record has evidence for values read from the page, but none for this value. Add the
        words that the value was read from, or evidence with the method "editor" if a person set the
        value.""",
        es_title="leído sin un pasaje que lo respalde",
        es_explanation="""El registro tiene pasajes que respaldan los valores leídos en la página,
        pero ninguno para este valor. Añada las palabras en que se leyó, o un pasaje con el método
        "editor" si el valor lo puso una persona.""",
        severity="warning",
        wrong="original.date without evidence, in a record with evidence for the title",
        right='{"field": "/original/date", "method": "editor"}',
        es_wrong="original.date sin pasaje, en un registro con un pasaje para el título",
    ),
    Rule(
        "NZ215",
        "a span that ends before it starts",
        """The start and the end of a quote count code points of the visible text from 0; the end is
        exclusive.""",
        es_title="un tramo que termina antes de empezar",
        es_explanation="""El comienzo y el final de una cita cuentan los caracteres del texto
        visible desde 0; el final es el siguiente al último.""",
        wrong='{"start": 20, "end": 13}',
        right='{"start": 13, "end": 20}',
    ),
    Rule(
        "NZ231",
        "a file that does not match",
        """A file named in the record has another SHA-256 digest or length than the record states,
        so it was changed or is not the file that was saved. Restore the file from a copy, or record
        it as another capture. A file that is missing or cannot be read is an error too: paths start
        from the record's folder, or from the folder given with --base.""",
        es_title="un archivo que no coincide",
        es_explanation="""Un archivo que el registro nombra tiene otra huella SHA-256 u otra
        longitud que las que indica el registro, así que se modificó o no es el que se guardó.
        Recupérelo de una copia, o regístrelo como otra captura. También es un error que un archivo
        no exista o no se pueda leer: las rutas parten de la carpeta del registro, o de la que se
        indica con --base.""",
        wrong='{"byte_length": 3104, "path": "pages/1.html"} of a file of 3,000 bytes',
        right='{"byte_length": 3000, "path": "pages/1.html"} of a file of 3,000 bytes',
        es_wrong='{"byte_length": 3104, "path": "pages/1.html"} de un archivo de 3.000 bytes',
        es_right='{"byte_length": 3000, "path": "pages/1.html"} de un archivo de 3.000 bytes',
    ),
    Rule(
        "NZ232",
        "one digest, two lengths",
        """Two captures have the same digest but different numbers of bytes. One of the four values
        is wrong, since the same bytes cannot have two lengths.""",
        es_title="una huella, dos longitudes",
        es_explanation="""Dos capturas tienen la misma huella pero distinto número de bytes. Uno de
        los cuatro valores es erróneo, porque los mismos bytes no pueden tener dos longitudes.""",
        wrong='{"sha256": "ab...", "byte_length": 1}, {"sha256": "ab...", "byte_length": 2}',
        right='{"sha256": "ab...", "byte_length": 1}, {"sha256": "ab...", "byte_length": 1}',
    ),
    Rule(
        "NZ233",
        "two captures at one place",
        """Two captures name the same record of a WARC file, by its id or by file and offset, but
        have different digests. One record has one payload; check both captures.""",
        es_title="dos capturas en un mismo lugar",
        es_explanation="""Dos capturas nombran el mismo registro de un archivo WARC, por su
        identificador o por archivo y posición, pero tienen huellas distintas. Un registro tiene un
        solo contenido; compruebe las dos capturas.""",
        severity="warning",
        wrong='{"sha256": "ab...", "warc": {..., "offset": 9}}, {"sha256": "cd...", "warc": {..., '
        '"offset": 9}}',
        right='{"sha256": "ab...", "warc": {..., "offset": 9}}, {"sha256": "cd...", "warc": {..., '
        '"offset": 812}}',
    ),
    Rule(
        "NZ234",
        "a record that names no file",
        """The record was to be compared with its files, but neither its captures nor its text have
        a path, so nothing was compared. `nizkorcite read -o FILE` writes the path of each page,
        relative to the folder of FILE. `nizkorcite validate --files` reports such records once, at
        the end: with a warning where no record names a file, else with a note.""",
        es_title="un registro que no nombra ningún archivo",
        es_explanation="""El registro debía compararse con sus archivos, pero ni sus capturas ni su
        texto tienen una ruta, así que no se comparó nada. `nizkorcite read -o ARCHIVO` escribe la
        ruta de cada página, relativa a la carpeta de ARCHIVO. `nizkorcite validate --files` informa
        de estos registros una sola vez, al final: con un aviso si ningún registro nombra un
        archivo, y si no con una nota.""",
        severity="warning",
        wrong='{"sha256": "ab..."}',
        right='{"sha256": "ab...", "path": "pages/1.html"}',
    ),
    Rule(
        "NZ241",
        "a wrong identifier",
        """The check digit of an ISNI, ORCID, ISBN or ISSN is wrong, or a DOI does not begin with
        10. and a number. Copy the identifier again; record an identifier that is misprinted in the
        source with the scheme "other".""",
        es_title="un identificador erróneo",
        es_explanation="""El dígito de control de un ISNI, ORCID, ISBN o ISSN es incorrecto, o un
        DOI no empieza por 10. y un número. Cópielo de nuevo; un identificador mal impreso en la
        fuente se registra con el esquema "other".""",
        wrong='{"scheme": "issn", "value": "0378-5954"}',
        right='{"scheme": "issn", "value": "0378-5955"}',
    ),
    Rule(
        "NZ242",
        "an unknown language or country",
        """The tag or code has the right format, but is not in the registry of language subtags
        (BCP 47), or is no country of ISO 3166-1: the codes XA to XZ, QM to QZ, AA and ZZ are for
        private use. Languages and scripts for private use are accepted.""",
        es_title="un idioma o país desconocido",
        es_explanation="""La etiqueta o el código tiene el formato correcto, pero no está en el
        registro de subetiquetas de idioma (BCP 47), o no es un país de ISO 3166-1: los códigos de
        XA a XZ, de QM a QZ, AA y ZZ son de uso privado. Los idiomas y las escrituras de uso privado
        se aceptan.""",
        severity="warning",
        wrong='{"language": "qx"}',
        right='{"language": "qu"}',
    ),
    Rule(
        "NZ243",
        "rights that contradict each other",
        """A Creative Commons licence or the statement InC-EDU is granted by the rights holder,
        whereas a legal exception is needed where the holder has granted nothing. For a page that
        relies on fair use, use the statement InC and cite the statute.""",
        es_title="derechos que se contradicen",
        es_explanation="""Una licencia Creative Commons o la declaración InC-EDU las concede el
        titular de los derechos, mientras que una excepción legal hace falta cuando el titular no ha
        concedido nada. Para una página que se ampara en el uso legítimo (fair use), use la
        declaración InC y cite la norma que lo permite.""",
        severity="warning",
        wrong='uri ".../vocab/InC-EDU/1.0/" with a legal basis of kind "exception"',
        right='uri ".../vocab/InC/1.0/" with a legal basis of kind "exception"',
        es_wrong='uri ".../vocab/InC-EDU/1.0/" con una base legal de clase "exception"',
        es_right='uri ".../vocab/InC/1.0/" con una base legal de clase "exception"',
    ),
    Rule(
        "NZ244",
        "name and printed name have nothing in common",
        """The name as cited and the name as printed have no word in common, and neither is an
        abbreviation of the other. This may be right, or a value may be in the wrong field.""",
        es_title="el nombre y el nombre impreso no tienen nada en común",
        es_explanation="""El nombre con que se cita y el nombre impreso no tienen ninguna palabra en
        común, y ninguno es abreviatura del otro. Puede ser correcto, o puede que un valor esté en
        un campo equivocado.""",
        severity="info",
        wrong='{"name": "Reuters", "literal": "Itar Tass"}',
        right='{"name": "Itar-Tass", "literal": "Itar Tass"}',
    ),
    Rule(
        "NZ245",
        "a deprecated language or country code",
        """The registry of language subtags (BCP 47) prefers another code for the same language or
        country. The codes of countries that are no more, such as SU, are accepted.""",
        es_title="un código de idioma o de país en desuso",
        es_explanation="""El registro de subetiquetas de idioma (BCP 47) prefiere otro código para
        el mismo idioma o país. Los códigos de países que ya no existen, como SU, se aceptan.""",
        severity="warning",
        wrong='{"language": "iw"}',
        right='{"language": "he"}',
    ),
)
