"""Rules of the schema (NZ1xx)."""

from nizkorcite.validation.catalogue.rule import Rule

SCHEMA_RULES = (
    Rule(
        "NZ101",
        "a required field is missing",
        """A field that every object of this kind needs is missing. The finding points at the
        opening brace of the object. An unknown value may be left out only where the schema allows
        it.""",
        es_title="falta un campo",
        es_explanation="""Falta un campo que todos los objetos de esa clase necesitan. El error se
        señala en la llave que abre el objeto. Lo que no se sabe se omite solo donde el esquema lo
        permite.""",
        wrong='{"kind": "organisation"}',
        right='{"kind": "organisation", "name": "Itar Tass"}',
    ),
    Rule(
        "NZ102",
        "an unknown field",
        """The schema has no field of this name; usually the name is misspelt. Every object may have
        fields of your own; their names begin with x_ and consist of lower-case letters, digits and
        underscores.""",
        es_title="un campo desconocido",
        es_explanation="""El esquema no tiene ningún campo con este nombre; casi siempre está mal
        escrito. Todos los objetos pueden tener campos propios; sus nombres empiezan por x_ y se
        componen de letras minúsculas, cifras y guiones bajos.""",
        wrong='{"langauge": "en"}',
        right='{"language": "en"}',
    ),
    Rule(
        "NZ103",
        "the wrong type of value",
        """The value has another type than the schema requires: a text where a list, an object or a
        number is expected, or the reverse. null is not allowed: leave out what is unknown.""",
        es_title="tipo de valor incorrecto",
        es_explanation="""Hay un texto donde debe haber una lista, un objeto o un número, o al
        revés. null no está permitido: lo que no se sabe se omite.""",
        wrong='{"byte_length": "3104"}',
        right='{"byte_length": 3104}',
    ),
    Rule(
        "NZ104",
        "not one of the allowed names",
        """The value must be one of a list of names; `nizkorcite schema show` prints the lists.
        Names are in lower case, with underscores between words.""",
        es_title="no es uno de los nombres permitidos",
        es_explanation="""El valor debe ser uno de una lista de nombres; `nizkorcite schema show`
        muestra las listas. Los nombres van en minúsculas, con las palabras unidas por guiones
        bajos.""",
        wrong='{"type": "news-article"}',
        right='{"type": "news_article"}',
    ),
    Rule(
        "NZ105",
        "text in the wrong format",
        """The text is not in the format that the schema requires, such as a single line without
        leading or trailing spaces, a language tag, an identifier or a relative path.""",
        es_title="texto con un formato incorrecto",
        es_explanation="""El texto no tiene el formato que exige el esquema, como una sola línea sin
        espacios en los extremos, una etiqueta de idioma, un identificador o una ruta relativa.""",
        wrong='{"language": "English"}',
        right='{"language": "en"}',
    ),
    Rule(
        "NZ106",
        "not an EDTF date",
        """Dates are written in EDTF (ISO 8601-2), as precisely as they are known: 2017, 2017-02,
        2017-02-27, 2017-02-27~ for about that day, 2016/2017 for a span.""",
        es_title="no es una fecha en EDTF",
        es_explanation="""Las fechas se escriben en EDTF (ISO 8601-2), con la precisión que se
        conoce: 2017, 2017-02, 2017-02-27, 2017-02-27~ para alrededor de ese día, 2016/2017 para un
        período.""",
        wrong='{"date": "27Feb17"}',
        right='{"date": "2017-02-27"}',
    ),
    Rule(
        "NZ107",
        "not a web address",
        """A web address begins with http:// or https:// and contains no white space, quotation
        marks, braces, bars or backslashes; percent-encode these (RFC 3986).""",
        es_title="no es una dirección web",
        es_explanation="""Una dirección web empieza por http:// o https:// y no contiene espacios,
        comillas, llaves, barras verticales ni barras invertidas; esos caracteres se codifican con
        el signo % (RFC 3986).""",
        wrong='{"url": "www.derechos.org"}',
        right='{"url": "https://www.derechos.org"}',
    ),
    Rule(
        "NZ108",
        "not a SHA-256 digest",
        """A digest is written as 64 hexadecimal digits in lower case, so that digests can be
        compared as text.""",
        es_title="no es una huella SHA-256",
        es_explanation="""Una huella se escribe con 64 cifras hexadecimales en minúsculas, para que
        las huellas se puedan comparar como textos.""",
        wrong='{"sha256": "AB12..."}',
        right='{"sha256": "ab12..."}',
    ),
    Rule(
        "NZ109",
        "too long",
        """The text is longer than the schema allows, or the list has more items. Every text and
        list in a record is bounded, so that programs can rely on its size.""",
        es_title="demasiado largo",
        es_explanation="""El texto es más largo de lo que permite el esquema, o la lista tiene más
        elementos. Todos los textos y listas de un registro tienen un límite, para que los programas
        puedan confiar en su tamaño.""",
        wrong='{"title": "... 1,001 characters"}',
        right='{"title": "... 1,000 characters"}',
        es_wrong='{"title": "... 1.001 caracteres"}',
        es_right='{"title": "... 1.000 caracteres"}',
    ),
    Rule(
        "NZ110",
        "an empty value",
        """An empty text, list or object carries no information. A field that is left out means that
        its value is unknown: leave the field out.""",
        es_title="un valor vacío",
        es_explanation="""Un texto, una lista o un objeto vacíos no aportan información. Omitir un
        campo significa que su valor se desconoce: omita el campo.""",
        wrong='{"title": ""}',
        right="{}",
    ),
    Rule(
        "NZ111",
        "the same item twice",
        """The same item appears twice in a list whose items must differ.""",
        es_title="un elemento repetido",
        es_explanation="""El mismo elemento aparece dos veces en una lista de elementos
        distintos.""",
        wrong='{"keywords": ["border", "border"]}',
        right='{"keywords": ["border"]}',
    ),
    Rule(
        "NZ112",
        "a number out of bounds",
        """The number is too small or too large: lines are counted from 1, offsets and lengths from
        0, and the status of an HTTP response lies between 100 and 599.""",
        es_title="un número fuera de los límites",
        es_explanation="""El número es menor o mayor de lo que puede ser: las líneas se cuentan
        desde 1, las posiciones y longitudes desde 0, y las respuestas HTTP van de 100 a 599.""",
        wrong='{"line": 0}',
        right='{"line": 1}',
    ),
    Rule(
        "NZ113",
        "another field is required",
        """A field makes sense only together with another: given names with a family name, the start
        of a quote with its end.""",
        es_title="hace falta otro campo",
        es_explanation="""Un campo solo tiene sentido junto a otro: el nombre de pila junto al
        apellido, el comienzo de una cita junto a su final.""",
        wrong='{"given": "Robert"}',
        right='{"given": "Robert", "family": "Fisk"}',
    ),
    Rule(
        "NZ114",
        "a field of your own does not fit your schema",
        """A field whose name begins with x_ has a value that the archive's own schema does not
        allow, or such a field is missing. The schema is named with --extensions, or as extensions
        in nizkorcite.toml.""",
        es_title="un campo propio no se ajusta a su esquema",
        es_explanation="""Un campo cuyo nombre empieza por x_ tiene un valor que el esquema del
        propio archivo documental no permite, o falta un campo de ese tipo. El esquema se indica con
        --extensions, o como extensions en nizkorcite.toml.""",
        wrong='{"x_box": "seven"}',
        right='{"x_box": 7}',
        es_wrong='{"x_box": "siete"}',
    ),
)
