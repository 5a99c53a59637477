"""Rules across the records of a collection (NZ3xx)."""

from nizkorcite.validation.catalogue.rule import Rule

COLLECTION_RULES = (
    Rule(
        "NZ301",
        "an id used twice",
        """Two records of a collection have the same id. A relation to that id is ambiguous, and a
        program that stores records by their id keeps only one of the two. Give one record another
        id.""",
        es_title="un id repetido",
        es_explanation="""Dos registros de una colección tienen el mismo id. Una relación con ese id
        es ambigua, y un programa que guarda los registros por su id conserva uno solo. Dé otro id a
        uno de los registros.""",
        wrong='[{"id": "example.org:1"}, {"id": "example.org:1"}]',
        right='[{"id": "example.org:1"}, {"id": "example.org:2"}]',
    ),
    Rule(
        "NZ302",
        "a relation to a missing record",
        """The target of a relation has the form of an id, but no record of the collection has that
        id. The id may be misspelt, or its record may be kept elsewhere. Web addresses, and
        identifiers such as doi: and urn:, are not looked up.""",
        es_title="una relación con un registro que falta",
        es_explanation="""El destino de una relación tiene la forma de un id, pero ningún registro
        de la colección tiene ese id. Puede estar mal escrito, o su registro puede guardarse en otra
        parte. Las direcciones web y los identificadores como doi: y urn: no se buscan.""",
        severity="warning",
        wrong='{"relations": [{"type": "is_part_of", "target": "example.org:seris"}]}',
        right='{"relations": [{"type": "is_part_of", "target": "example.org:series"}]}',
    ),
    Rule(
        "NZ303",
        "the inverse relation is missing",
        """A record states a relation to another record, which does not state the inverse:
        is_part_of and has_part, cites and is_cited_by. A reader of the other record alone does not
        learn of the relation. This may be intended.""",
        es_title="falta la relación inversa",
        es_explanation="""Un registro declara una relación con otro, que no declara la inversa:
        is_part_of y has_part, cites e is_cited_by. Quien lee solo el otro registro no se entera de
        la relación. Puede ser intencionado.""",
        severity="info",
        wrong='[{"id": "a", "relations": [{"type": "has_part", "target": "b"}]}, {"id": "b"}]',
        right='[{"id": "a", "relations": [{"type": "has_part", "target": "b"}]}, {"id": "b", '
        '"relations": [{"type": "is_part_of", "target": "a"}]}]',
    ),
    Rule(
        "NZ304",
        "a record that is part of itself",
        """Relations of type is_part_of, or is_version_of, lead in a circle from a record back to
        itself. Nothing is a part or a version of itself; one of the relations is wrong.""",
        es_title="un registro que es parte de sí mismo",
        es_explanation="""Las relaciones is_part_of, o is_version_of, llevan en círculo desde un
        registro hasta él mismo. Nada es parte ni versión de sí mismo; una de las relaciones es
        errónea.""",
        wrong='[{"id": "a", "relations": [{"type": "is_part_of", "target": "b"}]}, {"id": "b", '
        '"relations": [{"type": "is_part_of", "target": "a"}]}]',
        right='[{"id": "a", "relations": [{"type": "is_part_of", "target": "b"}]}, {"id": "b", '
        '"relations": [{"type": "has_part", "target": "a"}]}]',
    ),
    Rule(
        "NZ305",
        "a translation in the language of its source",
        """One record is a translation of another, and both state the same language. One of the two
        languages, or the relation, is wrong.""",
        es_title="una traducción en el idioma de su fuente",
        es_explanation="""Un registro es traducción de otro, y ambos declaran el mismo idioma. Uno
        de los dos idiomas, o la relación, es erróneo.""",
        severity="warning",
        wrong='[{"id": "a", "language": "es"}, {"id": "b", "language": "es", "relations": ['
        '{"type": "is_translation_of", "target": "a"}]}]',
        right='[{"id": "a", "language": "es"}, {"id": "b", "language": "en", "relations": ['
        '{"type": "is_translation_of", "target": "a"}]}]',
    ),
)
