"""The rules in Spanish: titles, explanations, and examples where they are not JSON alone."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from nizkorcite.validation.catalogue.page_rules import PAGE_RULES


@frozen(kw_only=True)
class SpanishRule:
    """
    What the Spanish page of a rule says.

    Attributes:
        title, explanation: As of the rule in English.
        wrong, right: The examples, where those of the rule have English words.
    """

    title: str
    explanation: str
    wrong: str | None = None
    right: str | None = None


def _rule(
    title: str, explanation: str, *, wrong: str | None = None, right: str | None = None
) -> SpanishRule:
    explanation = " ".join(explanation.split())
    return SpanishRule(title=title, explanation=explanation, wrong=wrong, right=right)


RULES: Final[Mapping[str, SpanishRule]] = {
    "NZ001": _rule(
        "no es JSON",
        """El texto no es JSON (RFC 8259): una coma, unas comillas o un corchete faltan o están
        donde no deben. Hasta que se corrija no se puede comprobar nada más del registro.""",
    ),
    "NZ002": _rule(
        "un nombre aparece dos veces",
        """El nombre de un campo aparece dos veces en un mismo objeto. Los programas se quedan con
        el primero o con el último sin avisar, de modo que dos lectores ven dos registros distintos;
        borre uno de los dos.""",
    ),
    "NZ003": _rule(
        "un número que no se puede guardar",
        """NaN e Infinity no son JSON, y los números mayores que 2^53 - 1 se alteran en muchos
        programas (RFC 8259, sección 6).""",
    ),
    "NZ004": _rule(
        "demasiados niveles de anidamiento",
        """El texto anida objetos o listas a más de 64 niveles. Ningún registro lo hace; un texto
        así está roto o es hostil, y no se analiza.""",
        right='{"x_a": "texto"}',
    ),
    "NZ005": _rule(
        "no es UTF-8",
        """El archivo no está codificado en UTF-8, o está dañado. Los registros se intercambian en
        UTF-8 (RFC 8259, sección 8.1); guárdelo de nuevo en esa codificación.""",
        wrong="el byte F3 como o con acento",
        right="los bytes C3 B3",
    ),
    "NZ006": _rule(
        "una marca de orden de bytes",
        """El archivo empieza con la marca U+FEFF, que JSON no permite añadir al escribir (RFC 8259,
        sección 8.1). Aquí se ignora; otros programas pueden rechazar el archivo.""",
    ),
    "NZ007": _rule(
        "medio carácter",
        """Un texto contiene un subrogado suelto, la mitad de un carácter que en UTF-16 necesita
        dos. No se puede escribir en UTF-8; el texto se cortó o se dañó antes de llegar aquí.""",
    ),
    "NZ008": _rule(
        "demasiado grande",
        """El registro ocupa más de 16 MiB. Un registro contiene la descripción de un documento, no
        el documento; ponga el texto en un archivo aparte e indique su ruta.""",
        wrong="un registro de 20 MiB",
    ),
    "NZ009": _rule(
        "no es un objeto",
        """El texto es JSON pero no un registro: un registro es un solo objeto entre llaves. Un
        archivo con varios registros tiene uno por línea y un nombre terminado en .jsonl.""",
    ),
    "NZ010": _rule(
        "vacío",
        """El archivo no contiene más que espacios en blanco, así que no hay registro que
        comprobar.""",
        wrong="(nada)",
    ),
    "NZ011": _rule(
        "más faltas de las que se muestran",
        """El registro tiene más de 1.000 faltas. Se muestran las primeras y el resto se omite; casi
        siempre se deben todas a un mismo error del programa que escribió el registro.""",
    ),
    "NZ012": _rule(
        "no es YAML",
        """El texto no es YAML (1.1, como lo lee libyaml), o tiene una lista o un mapa como nombre
        de un campo. Hasta que se corrija no se puede comprobar nada de lo que sigue.""",
    ),
    "NZ013": _rule(
        "un ancla, un alias o una etiqueta en YAML",
        """Con anclas y alias un archivo corto puede representar un registro de cualquier tamaño, y
        las etiquetas cambian lo que es un valor. Un registro lo dice todo en su lugar; escriba el
        valor completo.""",
    ),
    "NZ101": _rule(
        "falta un campo",
        """Un campo que tienen todos los objetos de esa clase no está. La falta se señala en la
        llave que abre el objeto. Lo que no se sabe se omite solo donde el esquema lo permite.""",
    ),
    "NZ102": _rule(
        "no es un campo del registro",
        """Un nombre que el esquema no conoce, casi siempre mal escrito. Se permiten campos propios
        en todas partes; sus nombres empiezan por x_ y tienen letras minúsculas, cifras y guiones
        bajos.""",
    ),
    "NZ103": _rule(
        "tipo de valor incorrecto",
        """Hay un texto donde debe haber una lista, un objeto o un número, o al revés. null no está
        permitido: lo que no se sabe se omite.""",
    ),
    "NZ104": _rule(
        "no es uno de los nombres permitidos",
        """El valor debe ser uno de una lista de nombres; `nizkorcite schema show` muestra las
        listas. Los nombres van en minúsculas, con las palabras unidas por guiones bajos.""",
    ),
    "NZ105": _rule(
        "forma de texto incorrecta",
        """El texto no tiene la forma que le da el esquema: una línea sin espacios en los extremos,
        una etiqueta de idioma, un identificador, una ruta relativa.""",
    ),
    "NZ106": _rule(
        "no es una fecha en EDTF",
        """Las fechas se escriben en EDTF (ISO 8601-2), con la precisión que se conoce: 2017,
        2017-02, 2017-02-27, 2017-02-27~ para alrededor de ese día, 2016/2017 para un período.""",
    ),
    "NZ107": _rule(
        "no es una dirección",
        """Una dirección empieza por http:// o https:// y no tiene espacios, comillas, llaves,
        barras verticales ni barras invertidas; esos caracteres se codifican con el signo % (RFC
        3986).""",
    ),
    "NZ108": _rule(
        "no es un resumen SHA-256",
        """Un resumen son 64 cifras hexadecimales en minúsculas. Como cada uno se escribe de una
        sola manera, los resúmenes se pueden comparar como textos.""",
    ),
    "NZ109": _rule(
        "demasiado largo",
        """El texto es más largo de lo que permite el esquema, o la lista tiene más elementos. Todos
        los textos y listas de un registro tienen un límite, para que los programas puedan confiar
        en su tamaño.""",
        wrong='{"title": "... 1.001 caracteres"}',
        right='{"title": "... 1.000 caracteres"}',
    ),
    "NZ110": _rule(
        "vacío",
        """Un texto, una lista o un objeto vacíos no dicen nada. Lo ausente es lo desconocido: omita
        el campo.""",
    ),
    "NZ111": _rule(
        "un elemento repetido",
        """El mismo elemento aparece dos veces en una lista de elementos distintos.""",
    ),
    "NZ112": _rule(
        "un número fuera de los límites",
        """El número es menor o mayor de lo que puede ser: las líneas se cuentan desde 1, las
        posiciones y longitudes desde 0, y las respuestas HTTP van de 100 a 599.""",
    ),
    "NZ113": _rule(
        "hace falta otro campo",
        """Un campo solo tiene sentido junto a otro: el nombre de pila junto al apellido, el
        comienzo de una cita junto a su final.""",
    ),
    "NZ201": _rule(
        "republicado antes que el original",
        """Un texto no puede republicarse antes de publicarse. Es un error si la republicación es
        anterior con certeza, y un aviso si las fechas lo dejan abierto; mire las dos líneas de la
        página, porque una de las dos está mal leída o mal impresa.""",
    ),
    "NZ202": _rule(
        "republicado después de la última captura",
        """La republicación tiene una fecha posterior a la última vez que se guardó la página, así
        que la página no pudo decirlo.""",
    ),
    "NZ203": _rule(
        "publicado después de la última captura",
        """El original tiene una fecha posterior a la última captura, así que la página no pudo
        decirlo.""",
    ),
    "NZ204": _rule(
        "no es un día del calendario",
        """La fecha tiene la forma correcta pero no existe (29 de febrero de un año común, 31 de
        abril), o es un intervalo que termina antes de empezar.""",
    ),
    "NZ211": _rule(
        "evidencia de un valor que no está",
        """Una evidencia señala un valor que no está en el registro. Un JSON Pointer cuenta los
        elementos de las listas desde 0: /original/publishers/0/name.""",
    ),
    "NZ212": _rule(
        "una cita que no está en el texto",
        """La cita de una evidencia no es lo que el texto tiene entre su comienzo y su final. Los
        tramos cuentan los caracteres del texto visible desde 0; el final es el siguiente al último.
        Esto solo se comprueba si el registro nombra el archivo del texto.""",
        wrong='{"quote": "27Feb17", "start": 0, "end": 7} de un texto que empieza por "Putin"',
    ),
    "NZ213": _rule(
        "no existe esa captura",
        """Una evidencia señala una captura por su número, desde 0, y el registro tiene menos
        capturas.""",
    ),
    "NZ214": _rule(
        "leído sin evidencia",
        """El registro tiene evidencia de valores que una regla leyó en la página, pero no de este.
        Añada las palabras en que se leyó, o una evidencia con el método editor si lo puso una
        persona.""",
        wrong="original.date sin evidencia junto a la evidencia del título",
    ),
    "NZ215": _rule(
        "un tramo que termina antes de empezar",
        """El comienzo y el final de una cita cuentan los caracteres del texto visible desde 0; el
        final es el siguiente al último.""",
    ),
    "NZ231": _rule(
        "un archivo que no coincide",
        """Un archivo que el registro nombra tiene otro resumen SHA-256 u otra longitud que los que
        dice el registro, así que se modificó o no es el que se guardó. Recupérelo de una copia, o
        regístrelo como una captura más. También es un error que un archivo no esté o no se pueda
        leer: las rutas parten de la carpeta del registro, o de la que se da con --base.""",
        wrong='{"byte_length": 3104, "path": "pages/1.html"} de un archivo de 3.000 bytes',
        right='{"byte_length": 3000, "path": "pages/1.html"} de un archivo de 3.000 bytes',
    ),
    "NZ232": _rule(
        "un resumen, dos longitudes",
        """Dos capturas tienen el mismo resumen pero distinto número de bytes. Uno de los cuatro
        valores es erróneo, porque los mismos bytes no pueden tener dos longitudes.""",
    ),
    "NZ233": _rule(
        "dos capturas en un mismo lugar",
        """Dos capturas nombran el mismo registro de un archivo WARC, por su identificador o por
        archivo y posición, pero tienen resúmenes distintos. Un registro tiene un solo contenido;
        vuelva a buscar los dos.""",
    ),
    "NZ234": _rule(
        "un registro que no nombra ningún archivo",
        """El registro debía compararse con sus archivos, y ni sus capturas ni su texto tienen una
        ruta, así que no se comparó nada. `nizkorcite read -o ARCHIVO` escribe la ruta de cada
        página, relativa a la carpeta de ARCHIVO. `nizkorcite validate --files` da cuenta de estos
        registros una sola vez, al final: con un aviso si ningún registro nombra un archivo, y si no
        con una nota.""",
    ),
    "NZ241": _rule(
        "un identificador erróneo",
        """El dígito de control de un ISNI, ORCID, ISBN o ISSN es incorrecto, o un DOI no empieza
        por 10. y un número. Cópielo de nuevo; un identificador que está mal impreso se registra con
        el esquema other.""",
    ),
    "NZ242": _rule(
        "un idioma o país desconocido",
        """La etiqueta tiene la forma correcta, pero el registro de subetiquetas de idioma (BCP 47)
        no contiene su idioma o su país.""",
    ),
    "NZ243": _rule(
        "derechos que se contradicen",
        """Una licencia Creative Commons o la declaración InC-EDU las da el titular de los derechos,
        mientras que una excepción legal hace falta cuando el titular no ha dado ninguna. A una
        página que se ampara en el uso legítimo (fair use) le corresponden la declaración InC y la
        norma que lo permite.""",
        wrong='uri ".../vocab/InC-EDU/1.0/" con una base legal de clase "exception"',
        right='uri ".../vocab/InC/1.0/" con una base legal de clase "exception"',
    ),
    "NZ244": _rule(
        "el nombre y el nombre impreso no se parecen",
        """El nombre con que se cita y el nombre impreso no tienen ninguna palabra en común, y
        ninguno es abreviatura del otro. Puede ser correcto; también puede ser un valor en el lugar
        equivocado.""",
    ),
    "NZ301": _rule(
        "un id repetido",
        """Dos registros de una colección tienen el mismo id. Una relación con él puede referirse a
        cualquiera de los dos, y un programa que guarda los registros por su id conserva uno solo.
        Dé otro id a uno de ellos.""",
    ),
    "NZ302": _rule(
        "una relación con un registro que no está",
        """El destino de una relación tiene la forma de un id, pero ningún registro de la colección
        tiene ese id. Puede estar mal escrito, o su registro puede guardarse en otra parte. Las
        direcciones y los identificadores como doi: y urn: no se buscan.""",
    ),
    "NZ303": _rule(
        "una relación que solo consta en un extremo",
        """Un registro declara una relación con otro, y el otro no declara la inversa: is_part_of y
        has_part, cites e is_cited_by. Quien lee solo el otro registro no se entera. Puede ser lo
        que se quería.""",
    ),
    "NZ304": _rule(
        "un registro que es parte de sí mismo",
        """Las relaciones is_part_of, o is_version_of, llevan en círculo desde un registro hasta él
        mismo. Nada es parte ni versión de sí mismo; una de las relaciones es errónea.""",
    ),
    "NZ305": _rule(
        "una traducción en el idioma de su fuente",
        """Un registro es traducción de otro, y ambos declaran el mismo idioma. Uno de los dos
        idiomas, o la relación, es erróneo.""",
    ),
    "NZ401": _rule(
        "una entrada que no se puede leer",
        """Una entrada de un archivo de citas incumple las reglas de su formato, por ejemplo con una
        llave que nunca se cierra. Las demás entradas se leen; corrija esta en la línea
        indicada.""",
    ),
    "NZ402": _rule(
        "un valor que no se puede leer",
        """Un valor de una entrada no es nada que su campo pueda contener, como un día que no está
        en ningún calendario. Se omite, porque adivinarlo sería peor; el resto de la entrada se
        lee.""",
    ),
    "NZ403": _rule(
        "un campo sin lugar",
        """Una entrada tiene un campo para el que aquí no hay lugar. Se omite y se nombra, para que
        nada se pierda en silencio.""",
    ),
    "NZ404": _rule(
        "una clave, dos entradas",
        """Dos entradas de un archivo tienen la misma clave o el mismo identificador, de modo que
        una cita puede referirse a cualquiera. Se leen las dos; dé otra clave a una de ellas.""",
    ),
    "NZ501": _rule(
        "no es un JSON Schema",
        """El archivo no es un esquema de JSON Schema, borrador 2020-12: una palabra clave tiene un
        valor que no puede tener, o el archivo nombra otro dialecto. El resto del mensaje es el del
        metaesquema.""",
    ),
    "NZ502": _rule(
        "una referencia que no lleva a nada",
        """Un esquema remite a algo que no está en él ni viene con este programa. Nunca se descarga
        nada; ponga la parte en el propio esquema, bajo $defs.""",
    ),
    **{each.code: _rule(each.es_title, each.es_explanation) for each in PAGE_RULES},
}
