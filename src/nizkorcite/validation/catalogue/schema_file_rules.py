"""Rules about schema files (NZ5xx)."""

from nizkorcite.validation.catalogue.rule import Rule

SCHEMA_FILE_RULES = (
    Rule(
        "NZ501",
        "not a JSON Schema",
        """The file is not a schema in JSON Schema, draft 2020-12: a keyword has a value that it
        cannot have, a pattern is not a regular expression, or the file names another dialect or
        none (a warning). The rest of the message comes from the metaschema.""",
        es_title="no es un JSON Schema",
        es_explanation="""El archivo no es un esquema de JSON Schema, borrador 2020-12: una palabra
        clave tiene un valor que no puede tener, un patrón no es una expresión regular, o el archivo
        nombra otro dialecto o ninguno (una advertencia). El resto del mensaje es el del
        metaesquema.""",
        wrong='{"type": "text"}',
        right='{"type": "string"}',
    ),
    Rule(
        "NZ502",
        "a reference that leads nowhere",
        """A schema refers to something that is neither in the schema itself nor shipped with
        nizkorcite. Nothing is fetched; put the part into the schema itself, below $defs.""",
        es_title="una referencia que no lleva a nada",
        es_explanation="""Un esquema remite a algo que no está en el propio esquema ni viene con
        nizkorcite. Nunca se descarga nada; ponga la parte en el propio esquema, bajo $defs.""",
        wrong='{"$ref": "https://example.org/base.schema.json"}',
        right='{"$ref": "#/$defs/base", "$defs": {"base": {...}}}',
    ),
    Rule(
        "NZ503",
        "a keyword, format or pattern that means nothing",
        """Validators ignore keywords and formats that draft 2020-12 does not have, so that a
        misspelt one checks nothing. The same holds for keywords of older drafts, and for forms of
        regular expressions that ECMA-262 does not have. Other names of your own are annotations and
        are not reported.""",
        es_title="una palabra clave, un formato o un patrón que no significa nada",
        es_explanation="""Los validadores pasan por alto las palabras clave y los formatos que el
        borrador 2020-12 no tiene, de modo que uno mal escrito no comprueba nada. Lo mismo vale para
        las palabras clave de borradores anteriores y para las formas de expresiones regulares que
        ECMA-262 no tiene. Los demás nombres propios son anotaciones y no se señalan.""",
        severity="warning",
        wrong='{"requried": ["title"]}',
        right='{"required": ["title"]}',
    ),
    Rule(
        "NZ504",
        "a schema that nothing can satisfy",
        """Two keywords of one part contradict each other, such as a least and a greatest value, or
        a field is required and not allowed. No value, or no object, fits that part.""",
        es_title="un esquema que nada puede cumplir",
        es_explanation="""Dos palabras clave de una misma parte se contradicen, como un mínimo y un
        máximo, o un campo se exige y no se permite. Ningún valor, o ningún objeto, cumple esa
        parte.""",
        severity="warning",
        wrong='{"minLength": 10, "maxLength": 5}',
        right='{"minLength": 5, "maxLength": 10}',
    ),
    Rule(
        "NZ505",
        "a part of a schema without effect",
        """A value is repeated in a list of allowed values, or nothing refers to a definition.
        A schema that consists of definitions alone is taken as a library for other schemas.""",
        es_title="una parte de un esquema sin efecto",
        es_explanation="""Un valor se repite en una lista de valores permitidos, o nada remite a una
        definición. Un esquema que solo tiene definiciones se toma por una colección para otros
        esquemas.""",
        severity="warning",
        wrong='{"enum": ["book", "report", "book"]}',
        right='{"enum": ["book", "report"]}',
    ),
    Rule(
        "NZ506",
        "references without end",
        """References lead back to the part where they begin without a step into the value, or form
        a chain so long that validators fail on it. A validator that follows them does not end. A
        schema may refer to itself for values within the value, such as the items of a list.""",
        es_title="referencias sin fin",
        es_explanation="""Unas referencias vuelven a la parte en que empiezan sin entrar en el
        valor, o forman una cadena tan larga que los validadores fallan. Un validador que las siga
        no termina. Un esquema puede remitir a sí mismo para los valores que están dentro del valor,
        como los elementos de una lista.""",
        wrong='{"$ref": "#"}',
        right='{"properties": {"part": {"$ref": "#"}}}',
    ),
    Rule(
        "NZ507",
        "a value that its own schema does not allow",
        """An example, a default or an allowed value does not fit the part of the schema that gives
        it. The rest of the message comes from the validator. Values are not compared with
        unevaluatedProperties and unevaluatedItems.""",
        es_title="un valor que su propio esquema no permite",
        es_explanation="""Un ejemplo, un valor por omisión o un valor permitido no cumple la parte
        del esquema que lo da. El resto del mensaje es el del validador. Los valores no se comparan
        con unevaluatedProperties ni con unevaluatedItems.""",
        severity="warning",
        wrong='{"type": "integer", "examples": ["1"]}',
        right='{"type": "integer", "examples": [1]}',
    ),
)
