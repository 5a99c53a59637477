"""Rules about a file of records itself (NZ0xx): encoding, syntax and size."""

from nizkorcite.validation.catalogue.rule import Rule

FILE_RULES = (
    Rule(
        "NZ001",
        "not JSON",
        """The text is not JSON (RFC 8259): a comma, a quotation mark or a bracket is missing or out
        of place. Nothing else in the record can be checked until that is fixed.""",
        es_title="no es JSON",
        es_explanation="""El texto no es JSON (RFC 8259): una coma, unas comillas o un corchete
        faltan o están donde no deben. Hasta que se corrija no se puede comprobar nada más del
        registro.""",
        wrong='{"title": "A",}',
        right='{"title": "A"}',
    ),
    Rule(
        "NZ002",
        "a name used twice",
        """A field name appears twice in one object. Some programs silently keep the first value,
        others the last, so that two readers see different records. Delete one of the two.""",
        es_title="un nombre aparece dos veces",
        es_explanation="""El nombre de un campo aparece dos veces en un mismo objeto. Los programas
        se quedan con el primero o con el último sin avisar, de modo que dos lectores ven dos
        registros distintos; borre uno de los dos.""",
        wrong='{"title": "A", "title": "B"}',
        right='{"title": "A"}',
    ),
    Rule(
        "NZ003",
        "a number that cannot be kept exactly",
        """NaN and Infinity are not JSON, and many programs change numbers beyond 2^53 - 1 (RFC
        8259, section 6).""",
        es_title="un número que no se puede guardar",
        es_explanation="""NaN e Infinity no son JSON, y los números mayores que 2^53 - 1 se alteran
        en muchos programas (RFC 8259, sección 6).""",
        wrong='{"byte_length": 1e999}',
        right='{"byte_length": 3104}',
    ),
    Rule(
        "NZ004",
        "nested too deeply",
        """The text nests objects or lists more than 64 levels deep. No record is nested that
        deeply; such a text is broken or hostile and is not parsed.""",
        es_title="demasiados niveles de anidamiento",
        es_explanation="""El texto anida objetos o listas a más de 64 niveles. Ningún registro lo
        hace; un texto así está roto o es hostil, y no se analiza.""",
        wrong='{"x_a": [[[[...]]]]}',
        right='{"x_a": "text"}',
        es_right='{"x_a": "texto"}',
    ),
    Rule(
        "NZ005",
        "not UTF-8",
        """The file is in another encoding than UTF-8, or damaged. Records are exchanged in UTF-8
        (RFC 8259, section 8.1); save the file again in UTF-8.""",
        es_title="no es UTF-8",
        es_explanation="""El archivo no está codificado en UTF-8, o está dañado. Los registros se
        intercambian en UTF-8 (RFC 8259, sección 8.1); guárdelo de nuevo en esa codificación.""",
        wrong="the byte F3 for an accented o",
        right="the bytes C3 B3",
        es_wrong="el byte F3 como o con acento",
        es_right="los bytes C3 B3",
    ),
    Rule(
        "NZ006",
        "a byte order mark",
        """The file begins with the mark U+FEFF, which JSON does not allow writers to add (RFC 8259,
        section 8.1). Validation ignores the mark; other programs may refuse the file.""",
        es_title="una marca de orden de bytes",
        es_explanation="""El archivo empieza con la marca U+FEFF, que JSON no permite añadir al
        escribir (RFC 8259, sección 8.1). Aquí se ignora; otros programas pueden rechazar el
        archivo.""",
        severity="warning",
        wrong="EF BB BF 7B ...",
        right="7B ...",
    ),
    Rule(
        "NZ007",
        "half a character",
        """A text contains a lone surrogate: half of a character that takes two units in UTF-16.
        Such a text cannot be written in UTF-8; it was cut or damaged earlier.""",
        es_title="un carácter incompleto",
        es_explanation="""Un texto contiene un subrogado suelto: la mitad de un carácter que en
        UTF-16 ocupa dos unidades. No se puede escribir en UTF-8; se cortó o se dañó antes.""",
        wrong='{"title": "\\ud83d"}',
        right='{"title": "\\ud83d\\ude00"}',
    ),
    Rule(
        "NZ008",
        "too large",
        """The record is larger than 16 MiB. A record describes a document and does not contain it;
        put the text in a separate file and give its path.""",
        es_title="demasiado grande",
        es_explanation="""El registro ocupa más de 16 MiB. Un registro contiene la descripción de un
        documento, no el documento; ponga el texto en un archivo aparte e indique su ruta.""",
        wrong="a record of 20 MiB",
        right='{"text": {"path": "text/1.txt", ...}}',
        es_wrong="un registro de 20 MiB",
    ),
    Rule(
        "NZ009",
        "not an object",
        """The text is JSON but not a record: a record is a single object in braces. A file of
        several records has one record per line and a name ending in .jsonl.""",
        es_title="no es un objeto",
        es_explanation="""El texto es JSON pero no un registro: un registro es un solo objeto entre
        llaves. Un archivo con varios registros tiene uno por línea y un nombre terminado en
        .jsonl.""",
        wrong='["title", "A"]',
        right='{"title": "A", ...}',
    ),
    Rule(
        "NZ010",
        "empty",
        """The file contains only white space, so there is no record to check.""",
        es_title="vacío",
        es_explanation="""El archivo no contiene más que espacios en blanco, así que no hay registro
        que comprobar.""",
        wrong="(nothing)",
        right='{"schema_version": "1.0", ...}',
        es_wrong="(nada)",
    ),
    Rule(
        "NZ011",
        "too many errors to show",
        """The record has more than 1,000 errors. The first are shown and the rest are not; usually
        they all come from one mistake in the program that wrote the record.""",
        es_title="demasiados errores para mostrarlos",
        es_explanation="""El registro tiene más de 1.000 errores. Se muestran los primeros y el
        resto se omite; casi siempre se deben todos a un mismo error del programa que escribió el
        registro.""",
        wrong='{"keywords": [1, 2, 3, ... 2000]}',
        right='{"keywords": ["1", "2", "3"]}',
    ),
    Rule(
        "NZ012",
        "not YAML",
        """The text is not YAML (1.1, as libyaml reads it), or has a list or mapping as a field
        name. Nothing after this place can be checked until that is fixed.""",
        es_title="no es YAML",
        es_explanation="""El texto no es YAML (1.1, como lo lee libyaml), o tiene una lista o un
        mapa como nombre de un campo. Hasta que se corrija no se puede comprobar nada de lo que
        sigue.""",
        wrong='title: "A',
        right='title: "A"',
    ),
    Rule(
        "NZ013",
        "an anchor, alias or tag in YAML",
        """Anchors and aliases let a short file expand to a record of any size, and tags change the
        type of a value. In a record every value is written where it belongs; write the value
        out.""",
        es_title="un ancla, un alias o una etiqueta en YAML",
        es_explanation="""Con anclas y alias un archivo corto puede convertirse en un registro de
        cualquier tamaño, y las etiquetas cambian el tipo de un valor. En un registro cada valor se
        escribe en su sitio; escriba el valor completo.""",
        wrong="title: &a A",
        right="title: A",
    ),
)
