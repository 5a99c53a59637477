"""The Spanish translation of each English template, with the same placeholders."""

from collections.abc import Mapping
from typing import Final

TEMPLATES: Final[Mapping[str, str]] = {
    # The command line
    "1 error": "1 error",
    "1 more finding is not shown": "hay 1 hallazgo más que no se muestra",
    "1 record": "1 registro",
    "1 warning": "1 aviso",
    "{errors} in {faulty} of {records}, {warnings}": (
        "{errors} en {faulty} de {records}, {warnings}"
    ),
    "{number} errors": "{number} errores",
    "{number} more findings are not shown": "hay {number} hallazgos más que no se muestran",
    "{number} records": "{number} registros",
    "{number} warnings": "{number} avisos",
    "Right: {example}": "Bien: {example}",
    "Wrong: {example}": "Mal: {example}",
    # Inputs and outputs
    "cannot read {name}: {problem}": "no se puede leer {name}: {problem}",
    "cannot read: {problem}": "no se puede leer: {problem}",
    "cannot write {name}: {problem}": "no se puede escribir {name}: {problem}",
    'the record has no path, since the page lies outside the folder "{base}"; '
    "give a folder above both with --base": (
        'el registro no tiene ruta, porque la página está fuera de la carpeta "{base}"; '
        "indique con --base una carpeta que contenga a las dos"
    ),
    "the record has no path, since the name of the page is too long, not UTF-8, or has "
    "a backslash or control character; rename the page": (
        "el registro no tiene ruta, porque el nombre de la página es demasiado largo, no es UTF-8 "
        "o tiene una barra invertida o un carácter de control; cambie el nombre de la página"
    ),
    "{name} and {number} more": "{name} y {number} más",
    "looks like {kind}; give a page (.html, .txt), a record (.json, .yaml) or citations "
    "(.bib, .ris)": (
        "parece {kind}; indique una página (.html, .txt), un registro (.json, .yaml) o citas "
        "(.bib, .ris)"
    ),
    "a table": "una tabla",
    "a program": "un programa",
    "a style sheet": "una hoja de estilo",
    "a file of settings": "un archivo de configuración",
    "XML that is no page": "XML que no es una página",
    "Markdown, where a clipper's notes cannot be told from the page": (
        "Markdown, donde no se distinguen la página y las notas de quien la recortó"
    ),
    "a log": "un registro de sucesos",
    'no page, record or file of citations has the ending "{ending}"; name a page of text .txt, '
    "or give it on standard input": (
        'ninguna página, registro ni archivo de citas termina en "{ending}"; dé a una página de '
        "texto un nombre en .txt, o pásela por la entrada estándar"
    ),
    "no title, source or date was found in the text; add what you know, as in "
    "`nizkorcite cite --set /title=...`": (
        "no se encontró título, fuente ni fecha en el texto; añada lo que sepa, como en "
        "`nizkorcite cite --set /title=...`"
    ),
    "the decompressed data has more than {most} bytes; unpack it": (
        "los datos descomprimidos tienen más de {most} bytes; descomprímalos"
    ),
    "the output": "la salida",
    "standard input": "la entrada estándar",
    "the output {output} is an input too: {name}; write to another file": (
        "la salida {output} es también una entrada: {name}; escriba en otro archivo"
    ),
    "{name} exists and is not an earlier output ({form}); write to another file, "
    "or add --force to replace it": (
        "{name} ya existe y no es una salida anterior ({form}); escriba en otro archivo o añada "
        "--force para reemplazarlo"
    ),
    "it belongs to another user or group, and would become yours": (
        "pertenece a otro usuario o grupo, y pasaría a ser suyo"
    ),
    "interrupted": "interrumpido",
    "no records were found": "no se encontraron registros",
    "a fault of the program, not yours: {fault} ({place})": (
        "un fallo del programa, no suyo: {fault} ({place})"
    ),
    "please report it; {name}=1 shows where it happened": (
        "comuníquelo, por favor; {name}=1 muestra dónde ocurrió"
    ),
    "a process was killed or could not start; use fewer --jobs": (
        "el sistema terminó un proceso o no permitió iniciarlo; use un número menor en --jobs"
    ),
    "no such file": "no existe el archivo",
    "no such file or folder": "no existe el archivo o la carpeta",
    "no such file: the link leads nowhere": (
        "no existe el archivo: el enlace no lleva a ninguna parte"
    ),
    'no such file; did you mean "{path}"?': 'no existe el archivo; ¿quiso decir "{path}"?',
    'no such file; there is no folder "{folder}" either': (
        'no existe el archivo, ni tampoco la carpeta "{folder}"'
    ),
    "the folder holds no file of a kind that is read": (
        "la carpeta no contiene ningún archivo de los que se leen"
    ),
    "it changed while it was read": "cambió mientras se leía",
    "it is compressed; unpack it, and --fix mends it": (
        "está comprimido; descomprímalo y --fix lo corregirá"
    ),
    "it is not a regular file": "no es un archivo normal",
    "is not a path": "no es una ruta",
    "the compressed data is broken": "los datos comprimidos están dañados",
    "the compressed data is cut off": "los datos comprimidos están cortados",
    "YAML needs an extra: {command}": "YAML necesita un complemento: {command}",
    "disk quota exceeded": "se superó la cuota de disco",
    "file too large": "el archivo es demasiado grande",
    "file name too long": "el nombre del archivo es demasiado largo",
    "input/output error": "error de entrada o salida",
    "is a directory": "es una carpeta",
    "no space left on device": "no queda espacio en el dispositivo",
    "not a directory": "no es una carpeta",
    "operation not permitted": "operación no permitida",
    "permission denied": "permiso denegado",
    "read-only file system": "el sistema de archivos es de solo lectura",
    "stale file handle": "la referencia al archivo ya no es válida",
    "too many levels of symbolic links": "demasiados enlaces simbólicos, uno tras otro",
    "too many open files": "demasiados archivos abiertos",
    # Joined words
    "{one} or {other}": "{one} o {other}",
    "{one}; {other}": "{one}; {other}",
    "{text}": "{text}",
    "{value} {problem}": "{value} {problem}",
    "such as {example}": "como {example}",
    "write {text}": "escriba {text}",
    "write {text}, whichever is meant": "escriba {text}, según lo que corresponda",
    "{fault}; did you mean {name}?": "{fault}; ¿quiso decir {name}?",
    "line {line}, column {column}": "línea {line}, columna {column}",
    "column {column}": "columna {column}",
    # Kinds of values
    "a document": "un documento",
    "a list": "una lista",
    "a text": "un texto",
    "true or false": "true o false",
    "a whole number": "un número entero",
    "an object": "un objeto",
    # Dates
    "January": "enero",
    "February": "febrero",
    "March": "marzo",
    "April": "abril",
    "May": "mayo",
    "June": "junio",
    "July": "julio",
    "August": "agosto",
    "September": "septiembre",
    "October": "octubre",
    "November": "noviembre",
    "December": "diciembre",
    "that day was a Monday": "ese día fue lunes",
    "that day was a Tuesday": "ese día fue martes",
    "that day was a Wednesday": "ese día fue miércoles",
    "that day was a Thursday": "ese día fue jueves",
    "that day was a Friday": "ese día fue viernes",
    "that day was a Saturday": "ese día fue sábado",
    "that day was a Sunday": "ese día fue domingo",
    "day first": "primero el día",
    "month first": "primero el mes",
    "year first": "primero el año",
    "{date} ({order})": "{date} ({order})",
    "{order}, {why}": "{order}, {why}",
    "{month} {year} has {days} days": "{month} de {year} tiene {days} días",
    "{text} is not {form}": "{text} no es {form}",
    "{text}: {why}": "{text}: {why}",
    "a date is text, not {type}": "una fecha es un texto, no {type}",
    "an interval needs a start or an end": "un intervalo necesita un comienzo o un final",
    "a date in a known form such as 27 February 2017 or 2017-02-27": (
        "una fecha en una forma conocida, como 27 de febrero de 2017 o 2017-02-27"
    ),
    "a date such as 2017-02-27, 2017-02 or 2017": "una fecha como 2017-02-27, 2017-02 o 2017",
    "an instant such as 2026-11-24T10:10:00Z": "un instante como 2026-11-24T10:10:00Z",
    "leap seconds are not kept; write the second as 59": (
        "no se guardan los segundos intercalares; escriba 59 como segundo"
    ),
    'may be {dates}; say the order, "dmy" or "mdy"': (
        'puede ser {dates}; indique el orden, "dmy" o "mdy"'
    ),
    "the interval ends before it begins": "el intervalo termina antes de empezar",
    "the year has two digits; give the window of years it lies in, such as 1970 to 2069": (
        "el año tiene dos cifras; indique entre qué años está, por ejemplo de 1970 a 2069"
    ),
    "there is no day 00": "no existe el día 00",
    "there is no month {month}": "no existe el mes {month}",
    "years are counted from 0001 to 9999": "los años van del 0001 al 9999",
    # Identifiers
    'it does not have the form "10.NNNN/suffix"': 'no tiene la forma "10.NNNN/sufijo"',
    "it is neither 13 digits beginning with 978 or 979 nor 10 digits": (
        "no son 13 cifras que empiecen por 978 o 979, ni 10 cifras"
    ),
    "it is not 16 digits": "no son 16 cifras",
    "it is not two groups of four digits joined by a hyphen": (
        "no son dos grupos de cuatro cifras unidos por un guion"
    ),
    "its check digit is wrong": "su dígito de control es incorrecto",
    # Reading the file: NZ001
    "not JSON: {problem}": "no es JSON: {problem}",
    "JSON does not begin with <": "el JSON no empieza por <",
    "to make a record of a page, use `nizkorcite read`": (
        "para hacer un registro de una página, use `nizkorcite read`"
    ),
    "the file has several records": "el archivo tiene varios registros",
    "give a file as a pathlib.Path, not as a text": (
        "indique los archivos con pathlib.Path, no con un texto"
    ),
    "it holds the character {code}": "contiene el carácter {code}",
    "it holds a value of type {type}": "contiene un valor de tipo {type}",
    "a name in it is not a text": "un nombre no es un texto",
    "a number in it has too many digits": "un número tiene demasiadas cifras",
    "JSON has no comments": "JSON no admite comentarios",
    "a colon is missing after the name": "faltan dos puntos después del nombre",
    "a comma is missing here": "aquí falta una coma",
    "there is a comma before {sign}": "hay una coma delante de {sign}",
    "a file of several records has one a line and a name in .jsonl": (
        "un archivo con varios registros tiene uno por línea y un nombre terminado en .jsonl"
    ),
    "a text holds the control character {code}": "un texto contiene el carácter de control {code}",
    'close it with ", or write a line break as \\n': (
        'ciérrelo con ", o escriba el salto de línea como \\n'
    ),
    "close it with {text}": "ciérrelo con {text}",
    "leave the member out": "omita el campo",
    "put a text in quotation marks": "ponga los textos entre comillas",
    "remove the comma": "quite la coma",
    "remove it, or write a space": "quítelo, o escriba un espacio",
    "remove the comment; members of your own begin with x_": (
        "quite el comentario; los campos propios empiezan por x_"
    ),
    "the character {code} is outside quotation marks": (
        "el carácter {code} está fuera de las comillas"
    ),
    "the record ends before this": "el registro termina antes de esto",
    "the text ends before there is a value": "el texto termina antes de que haya un valor",
    "the text ends, but {opened} is still open": "el texto termina y falta cerrar {opened}",
    "the text that begins here is not closed": "el texto que empieza aquí no está cerrado",
    "the text that begins here is not closed on its line": (
        "el texto que empieza aquí no se cierra en su línea"
    ),
    "the {sign} at {place}": "el signo {sign} de la {place}",
    'write ":" before {text}': 'escriba ":" delante de {text}',
    "write \\\\ for a backslash": "escriba \\\\ para una barra invertida",
    "write a comma before {text}": "escriba una coma delante de {text}",
    "{sign} does not close {opened}": ("{sign} no cierra {opened}"),
    "{sign} is not a quotation mark in JSON": "{sign} no es una comilla de JSON",
    "{text} is not a valid escape": "{text} no es una secuencia de escape válida",
    "{text} is not a JSON number": "{text} no es un número de JSON",
    "{text} is not a JSON value": "{text} no es un valor de JSON",
    "a comma is expected here, not {text}": "aquí debe haber una coma, no {text}",
    "a name in quotation marks is expected here, not {text}": (
        "aquí debe haber un nombre entre comillas, no {text}"
    ),
    "a value is expected here, not {text}": "aquí debe haber un valor, no {text}",
    # Reading the file: the other faults
    "a member's name holds half a character": "el nombre de un campo contiene medio carácter",
    "a record is one object in braces": "un registro es un solo objeto entre llaves",
    "byte {byte} ({value}) is not UTF-8": "el byte {byte} ({value}) no es UTF-8",
    "more than {most} faults; the rest of the record is passed over": (
        "más de {most} faltas; el resto del registro se omite"
    ),
    "nested more than {most} levels deep": "más de {most} niveles de anidamiento",
    "numbers go from {least} to {most}": "los números van de {least} a {most}",
    "put the text in a file beside it": "ponga el texto en un archivo aparte",
    "save it without one": "guárdelo sin esa marca",
    "save the file in UTF-8": "guarde el archivo en UTF-8",
    "the file begins with a byte order mark": "el archivo empieza con una marca de orden de bytes",
    "the file is in UTF-16 or UTF-32": "el archivo está en UTF-16 o UTF-32",
    "the file is empty": "el archivo está vacío",
    "the mapping is not JSON: {problem}": "el diccionario no es JSON: {problem}",
    "the record has more than {most} bytes": "el registro tiene más de {most} bytes",
    "the record has more than {most} characters": "el registro tiene más de {most} caracteres",
    "the record has more than {most} values": "el registro tiene más de {most} valores",
    "the text holds half a character": "el texto contiene medio carácter",
    "{name} appears twice; first at {place}": "{name} aparece dos veces; la primera, en la {place}",
    "{number} cannot be kept exactly": "{number} no se puede guardar con exactitud",
    # The schema
    "64 hexadecimal digits in lower case": "64 cifras hexadecimales en minúsculas",
    "an empty list says nothing": "una lista vacía no dice nada",
    "an empty object says nothing": "un objeto vacío no dice nada",
    "an empty text says nothing": "un texto vacío no dice nada",
    "delete one of the two": "borre uno de los dos",
    "does not have the form asked for": "no tiene la forma requerida",
    "has white space at its ends, or control characters": (
        "tiene espacios en los extremos, o caracteres de control"
    ),
    "is not a SHA-256 digest": "no es un resumen SHA-256",
    "is not a country code": "no es un código de país",
    "is not an EDTF date": "no es una fecha en EDTF",
    "is not an http or https address": "no es una dirección http o https",
    "is not a language tag": "no es una etiqueta de idioma",
    "is not a relative path": "no es una ruta relativa",
    "is not one line without white space at its ends": (
        "no es una sola línea sin espacios en los extremos"
    ),
    "leave the member out where nothing is known": "omita el campo cuando no se sepa nada",
    "leave the member out, or fill it in": "omita el campo, o rellénelo",
    "put it in quotation marks": "póngalo entre comillas",
    "{name} is here too; keep one of the two": ("{name} también está aquí; deje uno de los dos"),
    "members of your own begin with x_": "los campos propios empiezan por x_",
    "null is not allowed": "null no está permitido",
    "one of {names}": "uno de estos: {names}",
    "parts joined by /, none of them . or ..": "partes unidas por /, ninguna de ellas . ni ..",
    "put it in a list: [...]": "póngalo en una lista: [...]",
    "see the schema": "consulte el esquema",
    "because {name} is {value}": "porque {name} es {value}",
    "such as 2017-02-27, 2017-02 or 2017": "como 2017-02-27, 2017-02 o 2017",
    "such as en, pt-BR or zh-Hant-TW": "como es, pt-BR o zh-Hant-TW",
    "remove the white space at its ends": "quite los espacios de los extremos",
    "the same item appears twice in the list": "el mismo elemento aparece dos veces en la lista",
    "two capital letters, such as TJ": "dos letras mayúsculas, como TJ",
    "write a whole number such as 3104 without quotation marks": (
        "escriba un número entero, como 3104, sin comillas"
    ),
    "write it in lower case": "escríbalo en minúsculas",
    "write {number} without quotation marks": "escriba {number} sin comillas",
    "{length} characters; at most {most} are allowed": (
        "{length} caracteres; se permiten {most} como máximo"
    ),
    "{length} items; at most {most} are allowed": (
        "{length} elementos; se permiten {most} como máximo"
    ),
    "{name} is missing": "falta {name}",
    "{name} is not a member of {what}": "{name} no es un campo de {what}",
    "{name} needs {other} beside it": "{name} necesita {other} a su lado",
    "{value} is not one of the allowed names": "{value} no es ninguno de los nombres permitidos",
    "{value} is not {type}": "{value} no es {type}",
    "{value} is too short": "{value} es demasiado corto",
    "{value} must be at least {bound}": "{value} debe ser al menos {bound}",
    "{value} must be at most {bound}": "{value} debe ser como máximo {bound}",
    # Beyond the schema
    "a page that rests on an exception takes https://rightsstatements.org/vocab/InC/1.0/": (
        "a una página que se ampara en una excepción le corresponde "
        "https://rightsstatements.org/vocab/InC/1.0/"
    ),
    "another capture at the same place has another digest": (
        "otra captura en el mismo lugar tiene otro resumen"
    ),
    "there is nothing at {field} in this record": "en este registro no hay nada en {field}",
    "the span ends at {end}, before its start, {start}": (
        "el tramo termina en {end}, antes de su comienzo, {start}"
    ),
    "the statement comes from the holder of the rights, the exception from the law": (
        "la declaración procede del titular de los derechos; la excepción, de la ley"
    ),
    "the value has no evidence": "el valor no tiene evidencia",
    "there are {captures}, counted from 0": "hay {captures}, contadas desde 0",
    "there is no capture {capture}": "no hay ninguna captura {capture}",
    "{date} is earlier than the original's date, {original}": (
        "{date} es anterior a la fecha del original, {original}"
    ),
    "{date} is later than the last capture, {capture}": (
        "{date} es posterior a la última captura, {capture}"
    ),
    "{date} may be earlier than the original's date, {original}": (
        "{date} puede ser anterior a la fecha del original, {original}"
    ),
    "{length} bytes, but another capture of the same digest has {other}": (
        "{length} bytes, pero otra captura con el mismo resumen tiene {other}"
    ),
    "{literal} and {name} have no word in common": (
        "{literal} y {name} no tienen ninguna palabra en común"
    ),
    "{value} is not in the registry of languages": "{value} no está en el registro de idiomas",
    "{value} is not a country of ISO 3166-1": "{value} no es un país de ISO 3166-1",
    "{value} is not a valid {scheme}: {problem}": "{value} no es un {scheme} válido: {problem}",
    # Schemas
    "not a schema: {problem}": "no es un esquema: {problem}",
    "nothing is fetched; shipped with the program: {names}": (
        "no se descarga nada; con el programa vienen {names}"
    ),
    "the dialect is not that of draft 2020-12": "el dialecto no es el del borrador 2020-12",
    "{reference} leads nowhere": "{reference} no lleva a nada",
    # YAML
    "a member's name must be a text": "el nombre de un campo debe ser un texto",
    "a tag of YAML, which records do not have": "una etiqueta de YAML, que los registros no tienen",
    "an anchor or alias of YAML, which records do not have": (
        "un ancla o alias de YAML, que los registros no tienen"
    ),
    "there is a colon where no name ends": "hay dos puntos donde no termina ningún nombre",
    "a comma or ] is missing here": "aquí falta una coma o ]",
    "a comma or }} is missing here": "aquí falta una coma o }}",
    "there is a control character here": "aquí hay un carácter de control",
    "a hyphen is missing here": "aquí falta un guion",
    "no item of a list can begin with a hyphen here": (
        "ningún elemento de una lista puede empezar aquí con un guion"
    ),
    "a name with a colon is expected here": "aquí debe haber un nombre con dos puntos",
    "spaces are expected here, not a tab": "aquí debe haber espacios, no un tabulador",
    "a value is missing here": "aquí falta un valor",
    "close it with the same quotation mark": "ciérrelo con las mismas comillas",
    "no value begins with this character": "ningún valor empieza con este carácter",
    "put a text in quotation marks, and spaces in the place of tabs": (
        "ponga los textos entre comillas, y espacios en lugar de tabuladores"
    ),
    "put a text that has a colon and a space in quotation marks": (
        "ponga entre comillas los textos que tienen dos puntos y un espacio"
    ),
    "the names of an object, and the hyphens of a list, must be in one column": (
        "los nombres de un objeto, y los guiones de una lista, deben estar en una misma columna"
    ),
    "this is not a valid escape": "esto no es una secuencia de escape válida",
    "write --- between two records": "escriba --- entre dos registros",
    "write a backslash twice, or use single quotation marks": (
        "escriba dos veces la barra invertida, o use comillas simples"
    ),
    "not YAML: {problem}": "no es YAML: {problem}",
    # Progress
    "{records} records, {rate} a second": "{records} registros, {rate} por segundo",
    "{records} records, {rate} a second, {left} left": (
        "{records} registros, {rate} por segundo, faltan {left}"
    ),
    # Records of a collection
    "record {number}": "el registro {number}",
    "record {number} of {file}": "el registro {number} de {file}",
    "{id} is the id of {other} too": "{id} es también el id de {other}",
    "{kind} leads in a circle back to this record": (
        "{kind} lleva en círculo de vuelta a este registro"
    ),
    "{target} is in the same language, {language}": "{target} está en el mismo idioma, {language}",
    "no record here has the id {target}": "{target} no es el id de ningún registro de aquí",
    "{target} does not state {inverse} in return": "{target} no declara a su vez {inverse}",
    # Files that a record names
    "cannot be read: {problem}": "no se puede leer: {problem}",
    "has more than {most} bytes": "tiene más de {most} bytes",
    "is not UTF-8 from byte {byte} on": "no es UTF-8 a partir del byte {byte}",
    "is not a file": "no es un archivo",
    "does not exist": "no existe",
    "leads out of the folder": "apunta fuera de la carpeta",
    "the quote is at {start}:{end}": "la cita está en {start}:{end}",
    "the text does not have the quote": "el texto no contiene la cita",
    "the text has {found} at {start}:{end}, not {quote}": (
        "el texto tiene {found} en {start}:{end}, no {quote}"
    ),
    "has the file changed?": "¿se ha modificado el archivo?",
    "{path} has another digest, {digest}, and {length} bytes": (
        "{path} tiene otro resumen, {digest}, y {length} bytes"
    ),
    "{path} has another digest, {digest}, and {length} characters": (
        "{path} tiene otro resumen, {digest}, y {length} caracteres"
    ),
    "{path} has {length} bytes, not {stated}": "{path} tiene {length} bytes, no {stated}",
    "{path} has {length} characters, not {stated}": "{path} tiene {length} caracteres, no {stated}",
    "{path} {why}; nothing was compared with it": "{path} {why}; no se comparó nada con él",
    "paths start from the folder of the record, or from --base": (
        "las rutas parten de la carpeta del registro, o de --base"
    ),
    "the record names no file, so nothing was compared": (
        "el registro no nombra ningún archivo, así que no se comparó nada"
    ),
    "0 of 1 record names a file, so nothing was compared": (
        "0 de 1 registro nombra un archivo, así que no se comparó nada"
    ),
    "0 of {records} records name a file, so nothing was compared": (
        "0 de {records} registros nombran un archivo, así que no se comparó nada"
    ),
    "{nameless} of {records} records name no file and were not compared": (
        "{nameless} de {records} registros no nombran ningún archivo y no se compararon"
    ),
    "`nizkorcite read -o FILE` writes the path of each page into its record": (
        "`nizkorcite read -o ARCHIVO` escribe en cada registro la ruta de su página"
    ),
}
