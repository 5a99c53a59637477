"""Rules about schema files (NZ5xx)."""

from nizkorcite.validation.catalogue.rule import Rule

SCHEMA_FILE_RULES = (
    Rule(
        "NZ501",
        "not a JSON Schema",
        """The file is not a schema in JSON Schema, draft 2020-12: a keyword has a value that it
        cannot have, or the file names another dialect. The rest of the message comes from the
        metaschema.""",
        es_title="no es un JSON Schema",
        es_explanation="""El archivo no es un esquema de JSON Schema, borrador 2020-12: una palabra
        clave tiene un valor que no puede tener, o el archivo nombra otro dialecto. El resto del
        mensaje es el del metaesquema.""",
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
)
