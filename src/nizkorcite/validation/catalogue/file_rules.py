"""Rules about a file of records itself (NZ0xx): encoding, syntax and size."""

from nizkorcite.validation.catalogue.rule import Page, Rule

FILE_RULES = (
    Rule(
        "NZ001",
        "error",
        en=Page(
            "not JSON",
            """The text is not JSON (RFC 8259): a comma, a quotation mark or a bracket is missing or
            out of place. Nothing else in the record can be checked until that is fixed.""",
            wrong='{"title": "A",}',
            right='{"title": "A"}',
        ),
        es=Page(
            "no es JSON",
            """El texto no es JSON (RFC 8259): una coma, unas comillas o un corchete faltan o están
            donde no deben. Hasta que se corrija no se puede comprobar nada más del registro.""",
        ),
    ),
    Rule(
        "NZ002",
        "error",
        en=Page(
            "a name used twice",
            """A field name appears twice in one object. Some programs silently keep the first
            value, others the last, so that two readers see different records. Delete one of the
            two.""",
            wrong='{"title": "A", "title": "B"}',
            right='{"title": "A"}',
        ),
        es=Page(
            "un nombre aparece dos veces",
            """El nombre de un campo aparece dos veces en un mismo objeto. Los programas se quedan
            con el primero o con el último sin avisar, de modo que dos lectores ven dos registros
            distintos; borre uno de los dos.""",
        ),
    ),
    Rule(
        "NZ003",
        "error",
        en=Page(
            "a number that cannot be kept exactly",
            """NaN and Infinity are not JSON, and many programs change numbers beyond 2^53 - 1 (RFC
            8259, section 6).""",
            wrong='{"byte_length": 1e999}',
            right='{"byte_length": 3104}',
        ),
        es=Page(
            "un número que no se puede guardar",
            """NaN e Infinity no son JSON, y los números mayores que 2^53 - 1 se alteran en muchos
            programas (RFC 8259, sección 6).""",
        ),
    ),
    Rule(
        "NZ004",
        "error",
        en=Page(
            "nested too deeply",
            """The text nests objects or lists more than 64 levels deep. No record is nested that
            deeply; such a text is broken or hostile and is not parsed.""",
            wrong='{"x_a": [[[[...]]]]}',
            right='{"x_a": "text"}',
        ),
        es=Page(
            "demasiados niveles de anidamiento",
            """El texto anida objetos o listas a más de 64 niveles. Ningún registro lo hace; un
            texto así está roto o es hostil, y no se analiza.""",
            right='{"x_a": "texto"}',
        ),
    ),
    Rule(
        "NZ005",
        "error",
        en=Page(
            "not UTF-8",
            """The file is in another encoding than UTF-8, or damaged. Records are exchanged in
            UTF-8 (RFC 8259, section 8.1); save the file again in UTF-8.""",
            wrong="the byte F3 for an accented o",
            right="the bytes C3 B3",
        ),
        es=Page(
            "no es UTF-8",
            """El archivo no está codificado en UTF-8, o está dañado. Los registros se intercambian
            en UTF-8 (RFC 8259, sección 8.1); guárdelo de nuevo en esa codificación.""",
            wrong="el byte F3 como o con acento",
            right="los bytes C3 B3",
        ),
    ),
    Rule(
        "NZ006",
        "warning",
        en=Page(
            "a byte order mark",
            """The file begins with the mark U+FEFF, which JSON does not allow writers to add (RFC
            8259, section 8.1). Validation ignores the mark; other programs may refuse the file.""",
            wrong="EF BB BF 7B ...",
            right="7B ...",
        ),
        es=Page(
            "una marca de orden de bytes",
            """El archivo empieza con la marca U+FEFF, que JSON no permite añadir al escribir (RFC
            8259, sección 8.1). Aquí se ignora; otros programas pueden rechazar el archivo.""",
        ),
    ),
    Rule(
        "NZ007",
        "error",
        en=Page(
            "half a character",
            """A text contains a lone surrogate: half of a character that takes two units in UTF-16.
            Such a text cannot be written in UTF-8; it was cut or damaged earlier.""",
            wrong='{"title": "\\ud83d"}',
            right='{"title": "\\ud83d\\ude00"}',
        ),
        es=Page(
            "un carácter incompleto",
            """Un texto contiene un subrogado suelto: la mitad de un carácter que en UTF-16 ocupa
            dos unidades. No se puede escribir en UTF-8; se cortó o se dañó antes.""",
        ),
    ),
    Rule(
        "NZ008",
        "error",
        en=Page(
            "too large",
            """The record is larger than 16 MiB. A record describes a document and does not contain
            it; put the text in a separate file and give its path.""",
            wrong="a record of 20 MiB",
            right='{"text": {"path": "text/1.txt", ...}}',
        ),
        es=Page(
            "demasiado grande",
            """El registro ocupa más de 16 MiB. Un registro contiene la descripción de un documento,
            no el documento; ponga el texto en un archivo aparte e indique su ruta.""",
            wrong="un registro de 20 MiB",
        ),
    ),
    Rule(
        "NZ009",
        "error",
        en=Page(
            "not an object",
            """The text is JSON but not a record: a record is a single object in braces. A file of
            several records has one record per line and a name ending in .jsonl.""",
            wrong='["title", "A"]',
            right='{"title": "A", ...}',
        ),
        es=Page(
            "no es un objeto",
            """El texto es JSON pero no un registro: un registro es un solo objeto entre llaves. Un
            archivo con varios registros tiene uno por línea y un nombre terminado en .jsonl.""",
        ),
    ),
    Rule(
        "NZ010",
        "error",
        en=Page(
            "empty",
            """The file contains only white space, so there is no record to check.""",
            wrong="(nothing)",
            right='{"schema_version": "1.0", ...}',
        ),
        es=Page(
            "vacío",
            """El archivo no contiene más que espacios en blanco, así que no hay registro que
            comprobar.""",
            wrong="(nada)",
        ),
    ),
    Rule(
        "NZ011",
        "error",
        en=Page(
            "too many errors to show",
            """The record has more than 1,000 errors. The first are shown and the rest are not;
            usually they all come from one mistake in the program that wrote the record.""",
            wrong='{"keywords": [1, 2, 3, ... 2000]}',
            right='{"keywords": ["1", "2", "3"]}',
        ),
        es=Page(
            "demasiados errores para mostrarlos",
            """El registro tiene más de 1.000 errores. Se muestran los primeros y el resto se omite;
            casi siempre se deben todos a un mismo error del programa que escribió el registro.""",
        ),
    ),
    Rule(
        "NZ012",
        "error",
        en=Page(
            "not YAML",
            """The text is not YAML (1.1, as libyaml reads it), or has a list or mapping as a field
            name. Nothing after this place can be checked until that is fixed.""",
            wrong='title: "A',
            right='title: "A"',
        ),
        es=Page(
            "no es YAML",
            """El texto no es YAML (1.1, como lo lee libyaml), o tiene una lista o un mapa como
            nombre de un campo. Hasta que se corrija no se puede comprobar nada de lo que sigue.""",
        ),
    ),
    Rule(
        "NZ013",
        "error",
        en=Page(
            "an anchor, alias or tag in YAML",
            """Anchors and aliases let a short file expand to a record of any size, and tags change
            the type of a value. In a record every value is written where it belongs; write the
            value out.""",
            wrong="title: &a A",
            right="title: A",
        ),
        es=Page(
            "un ancla, un alias o una etiqueta en YAML",
            """Con anclas y alias un archivo corto puede convertirse en un registro de cualquier
            tamaño, y las etiquetas cambian el tipo de un valor. En un registro cada valor se
            escribe en su sitio; escriba el valor completo.""",
        ),
    ),
)
