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
    '"{address}" is not the address of a page': "«{address}» no es la dirección de una página",
    '"{text}" is HTML, and kept as it is': "«{text}» es HTML, y se conserva tal cual",
    "{text} may be a letter in babel's German; printed as it is": (
        "{text} puede ser una letra del alemán de babel; se imprime tal cual"
    ),
    "control characters are shown as escapes": (
        "los caracteres de control se muestran como secuencias de escape"
    ),
    # Schemas for fields of an archive's own
    "a schema for fields of your own is an object": (
        "el esquema de los campos propios debe ser un objeto"
    ),
    "a number": "un número",
    "its references ask for too much work": "sus referencias exigen demasiado trabajo",
    "it refers to itself; fields of your own have no levels": (
        "remite a sí mismo; los campos propios no tienen niveles"
    ),
    "null": "null",
    "the pattern {pattern} cannot be used: look-ahead, look-behind, references to groups "
    "and very long repetitions are not supported": (
        "el patrón {pattern} no se puede usar: no se admiten aserciones, referencias a grupos ni "
        "repeticiones muy largas"
    ),
    "the record": "el registro",
    "{field} does not fit {schema}: {problem}": "{field} no se ajusta a {schema}: {problem}",
    # Workbooks
    "a sheet has {most} rows at most; write CSV": (
        "una hoja tiene como máximo {most} filas; escriba en CSV"
    ),
    "a workbook needs an extra: {command}": (
        "los libros de Excel necesitan un complemento: {command}"
    ),
    "is a spreadsheet; save it as .xlsx or .csv": (
        "es una hoja de cálculo; guárdela como .xlsx o .csv"
    ),
    "is no workbook (XLSX), or is damaged; save it again, or as CSV": (
        "no es un libro de Excel (XLSX) o está dañado; guárdelo de nuevo, o como CSV"
    ),
    "the result is binary, and not for a terminal; add -o FILE": (
        "el resultado es binario y no se muestra en una terminal; añada -o ARCHIVO"
    ),
    "the sheet has more than {most} cells": "la hoja tiene más de {most} celdas",
    "the workbook has more than {most} bytes": "el libro ocupa más de {most} bytes",
    "the workbook has several sheets with cells ({names}); keep only the table": (
        "el libro tiene varias hojas con datos ({names}); deje solo la de la tabla"
    ),
    "{cell} has the error {value}": "la celda {cell} contiene el error {value}",
    "{cell} is a formula without a value; save the file in a spreadsheet program": (
        "la celda {cell} es una fórmula sin resultado; guarde el archivo con un programa de "
        "hojas de cálculo"
    ),
    "{format} is read from bytes or a path": "{format} se lee de bytes o de una ruta",
    # Settings
    "1 finding hidden by {cause}": "1 hallazgo oculto por {cause}",
    "{number} findings hidden by {cause}": "{number} hallazgos ocultos por {cause}",
    "{option} in {file}": "{option} en {file}",
    "the rules beyond the schema are skipped: {cause}": (
        "no se aplican las reglas que van más allá del esquema: {cause}"
    ),
    "the settings in {file} are not used, since another user owns the file; "
    "use them with --settings": (
        "no se usa la configuración de {file}, porque el archivo pertenece a otro usuario; para "
        "usarla, indíquela con --settings"
    ),
    "the file is larger than 64 KiB": "el archivo ocupa más de 64 KiB",
    "{number} more findings are not shown": "hay {number} hallazgos más que no se muestran",
    "{number} records": "{number} registros",
    "{number} warnings": "{number} avisos",
    "Right: {example}": "Bien: {example}",
    "Wrong: {example}": "Mal: {example}",
    # Words of findings and reports
    "error": "error",
    "warning": "aviso",
    "info": "nota",
    "note: {problem}": "nota: {problem}",
    "{name}: note: {problem}": "{name}: nota: {problem}",
    "field": "campo",
    "value": "valor",
    "quote": "pasaje",
    "line": "línea",
    "rule": "regla",
    "{line} (source)": "{line} (código)",
    "line {line}, {rule}": "línea {line}, {rule}",
    "{place}: “{quote}”": "{place}: «{quote}»",
    # Wrong usage
    "--url is for one page, --url-base for a folder; give one of them": (
        "--url es para una página y --url-base para una carpeta; indique solo una de las dos"
    ),
    "CODE": "CÓDIGO",
    "NAME": "NOMBRE",
    'no command or file named "{name}". Commands: {commands}': (
        "no hay ninguna orden ni ningún archivo con el nombre «{name}». Órdenes: {commands}"
    ),
    'no command named "{name}"; did you mean "{near}"?': (
        "no hay ninguna orden llamada «{name}»; ¿quiso decir «{near}»?"
    ),
    'no command or file named "{name}"; did you mean "{near}"?': (
        "no hay ninguna orden ni ningún archivo con el nombre «{name}»; ¿quiso decir «{near}»?"
    ),
    "{option} is for {other}": "{option} es para {other}",
    "{option} is for one input, and several are given": (
        "{option} es para una sola entrada, y hay varias"
    ),
    "--fix prints a diff; it has no other --format": (
        "--fix imprime un diff; no admite otro --format"
    ),
    "standard input cannot be rewritten; leave out --write": (
        "la entrada estándar no se puede reescribir; omita --write"
    ),
    "the target is missing; add --to and one of {names}": (
        "falta el formato de destino; añada --to y uno de estos: {names}"
    ),
    "{problem} (`nizkorcite explain` lists all)": (
        "{problem} (`nizkorcite explain` los enumera todos)"
    ),
    '"{style}" has no translatable wording; --lang is for styles': (
        "«{style}» no tiene texto que traducir; --lang es para estilos"
    ),
    '"{style}" is a file format; it has no in-text citations': (
        "«{style}» es un formato de archivo; no tiene citas en el texto"
    ),
    "{problem} (--in-text, --style plain)": "{problem} (--in-text, --style plain)",
    "not TOML: {problem}": "no es TOML: {problem}",
    "must be {kind}": "debe ser {kind}",
    "one value": "un solo valor",
    "{name} must be a table": "{name} debe ser una tabla",
    # The clipboard
    "no clipboard was found": "no se encontró ningún portapapeles",
    "{programs} could not copy": "{programs} no pudo copiar",
    "{program} cannot copy HTML; copied the HTML source as text": (
        "{program} no puede copiar HTML; se copió su código como texto"
    ),
    "{problem}; the result was printed, not copied. "
    "On Linux, install wl-clipboard (Wayland), xclip or xsel (X11), and run this in a desktop "
    "session.": (
        "{problem}; el resultado se imprimió, pero no se copió. "
        "En Linux, instale wl-clipboard (Wayland), xclip o xsel (X11) y ejecute la orden en una "
        "sesión de escritorio."
    ),
    # Inputs and outputs
    "fixed": "corregido",
    "cannot read {name}: {problem}": "no se puede leer {name}: {problem}",
    "cannot read: {problem}": "no se puede leer: {problem}",
    "cannot write {name}: {problem}": "no se puede escribir {name}: {problem}",
    "{name}: {problem}": "{name}: {problem}",
    '{name}: warning: the record has no path, since the page lies outside the folder "{base}"; '
    "give a folder above both with --base": (
        "{name}: aviso: el registro no tiene ruta, porque la página está fuera de la carpeta "
        "«{base}»; indique con --base una carpeta que contenga a las dos"
    ),
    "{name}: warning: the record has no path, since the name of the page is too long, not UTF-8, "
    "or has a backslash or control character; rename the page": (
        "{name}: aviso: el registro no tiene ruta, porque el nombre de la página es demasiado "
        "largo, no es UTF-8 o tiene una barra invertida o un carácter de control; cambie el nombre "
        "de la página"
    ),
    "{name} and {number} more": "{name} y {number} más",
    "{name}: warning: {options} had no effect on a record; change it with --set": (
        "{name}: aviso: {options} no tuvo efecto en un registro; modifíquelo con --set"
    ),
    "{name}: warning: {options} had no effect on the entries of a citation file": (
        "{name}: aviso: {options} no tuvo efecto en las entradas de un archivo de citas"
    ),
    "{name}: note: the file has no record": "{name}: nota: el archivo no contiene registros",
    "{name}: note: the file has no entry": "{name}: nota: el archivo no contiene entradas",
    "{id}: note: {number} equal items in {inputs}; one is written": (
        "{id}: nota: hay {number} elementos iguales en {inputs}; se escribe uno"
    ),
    "{id}: note: the same work is in {first} twice; listed once": (
        "{id}: nota: la misma obra está dos veces en {first}; figura una vez en la lista"
    ),
    "{id}: note: the same work is in {first} and {second}; both are written": (
        "{id}: nota: la misma obra está en {first} y en {second}; se escriben ambas"
    ),
    "{id}: note: the same work is in {first} and {second}; listed once": (
        "{id}: nota: la misma obra está en {first} y en {second}; figura una vez en la lista"
    ),
    "moved: {fields}; list every value with --report-loss": (
        "cambia de campo: {fields}; --report-loss muestra cada valor"
    ),
    "lost: {fields}; list every value with --report-loss": (
        "se pierde: {fields}; --report-loss enumera todos los valores"
    ),
    "{folder}: records written: {number}": "{folder}: registros escritos: {number}",
    "standard input has no name for its record; write to a file with -o FILE": (
        "la entrada estándar no tiene nombre para su registro; escriba en un archivo con -o ARCHIVO"
    ),
    "{one} and {other} would both be written to {record}; read them into different folders": (
        "{one} y {other} se escribirían ambos en {record}; léalos en carpetas distintas"
    ),
    "an address begins with https:// or http://": "una dirección empieza por https:// o http://",
    "inputs: {inputs}, warnings: {warnings}, kinds of warnings: {kinds}": (
        "entradas: {inputs}, avisos: {warnings}, clases de aviso: {kinds}"
    ),
    "{bad} of {number} inputs failed": "entradas con problemas: {bad} de {number}",
    "1 file skipped: {endings}": "se omitió 1 archivo: {endings}",
    "{number} files skipped: {endings}": "se omitieron {number} archivos: {endings}",
    "1 link that leads out of its folder skipped: {name} (give its name to read it)": (
        "se omitió 1 enlace que conduce fuera de su carpeta: {name} (indique su nombre para leerlo)"
    ),
    "{number} links that lead out of their folder skipped: {names} (give their names to read "
    "them)": (
        "se omitieron {number} enlaces que conducen fuera de su carpeta: {names} (indique sus "
        "nombres para leerlos)"
    ),
    "no ending": "sin extensión",
    "{ending} ({number})": "{ending} ({number})",
    "looks like {kind}; give a page (.html, .txt), a record (.json, .yaml) or citations "
    "(.bib, .ris)": (
        "parece {kind}; indique una página (.html, .txt), un registro (.json, .yaml) o citas "
        "(.bib, .ris)"
    ),
    "a table": "una tabla",
    "a program": "un programa",
    "a style sheet": "una hoja de estilo",
    "a configuration file": "un archivo de configuración",
    "XML other than XHTML": "XML que no es XHTML",
    "Markdown, which does not separate a page from notes about it": (
        "Markdown, que no distingue la página de las notas sobre ella"
    ),
    "a log file": "un archivo de registro del sistema",
    "is a record already; cite or validate it": "ya es un registro; cítelo o valídelo",
    "is a citation file; cite or convert it": "es un archivo de citas; cítelo o conviértalo",
    "is a ZIP archive; if a page was saved in it, make a record of that with `nizkorcite read`": (
        "es un archivo ZIP; si contiene una página guardada, haga un registro de ella con "
        "`nizkorcite read`"
    ),
    "is a page; make a record of it with `nizkorcite read`": (
        "es una página; conviértala en registro con `nizkorcite read`"
    ),
    "is a citation file ({format}); make records of it with `nizkorcite convert --to record`": (
        "es un archivo de citas ({format}); conviértalo en registros con "
        "`nizkorcite convert --to record`"
    ),
    "is not a record (JSON, YAML); leave out --from to have it recognized": (
        "no es un registro (JSON, YAML); omita --from para que se reconozca"
    ),
    "line {line} is not in {encoding}; name the encoding, or save the file in UTF-8": (
        "la línea {line} no está en {encoding}; indique la codificación o guarde el archivo en "
        "UTF-8"
    ),
    'the ending "{ending}" is not that of a page, record or citation file; if it is a page of '
    "plain text, rename it to .txt": (
        "la extensión «{ending}» no es la de una página, un registro ni un archivo de citas; si es "
        "una página de texto, cámbiela por .txt"
    ),
    "no title, source or date was found in the text; add what you know, as in "
    "`nizkorcite cite --title ...`": (
        "en el texto no hay ni título ni fuente ni fecha; añada lo que sepa, como en "
        "`nizkorcite cite --title ...`"
    ),
    "the decompressed data has more than {most} bytes; decompress the file first": (
        "los datos descomprimidos tienen más de {most} bytes; descomprima antes el archivo"
    ),
    'no such field "{name}"; did you mean {guess}?': (
        "no existe el campo «{name}»; ¿quiso decir {guess}?"
    ),
    'no such field "{name}"; did you mean {guess} or {other}?': (
        "no existe el campo «{name}»; ¿quiso decir {guess} o {other}?"
    ),
    'a brace has no partner in "{text}"': "hay una llave sin pareja en «{text}»",
    '"{name}" is not understood; write "Family, Given" for a person, "{group}" for a group': (
        "no se entiende «{name}»; escriba «Apellidos, Nombre» para una persona y «{group}» para "
        "una entidad"
    ),
    '"{name}" has braces around a part; put them around the whole name': (
        "«{name}» tiene entre llaves solo una parte; ponga entre llaves el nombre entero"
    ),
    '"{text}" is not a whole number': "«{text}» no es un número entero",
    '"{name}" is no pointer; use --{name}, or a pointer such as /original/date=2017-02-27': (
        "«{name}» no es un puntero; use --{name}, o un puntero como /original/date=2017-02-27"
    ),
    "give FIELD=VALUE, or a table with --from": "indique CAMPO=VALOR, o una tabla con --from",
    "--group-by counts findings in text; it has no other --format": (
        "--group-by cuenta los hallazgos como texto; no tiene otro --format"
    ),
    'no column is called "{field}"; left out': "ninguna columna se llama «{field}»; se omite",
    "nothing is fetched; save the page in your browser and give the file, with --url and this "
    "address": (
        "no se descarga nada; guarde la página en el navegador e indique el archivo, con --url y "
        "esta dirección"
    ),
    "nothing to set; add FIELD=VALUE": "no hay nada que fijar; añada CAMPO=VALOR",
    "corrected": "corregido",
    "nothing changes": "no cambia nada",
    "records corrected: {number}": "registros corregidos: {number}",
    "records to correct: {number}; add --write": (
        "registros por corregir: {number}; añada --write"
    ),
    "it is compressed; decompress it first": "está comprimido; descomprímalo antes",
    "it is YAML; correct it in an editor, since only JSON is changed here": (
        "está en YAML; corríjalo en un editor, pues aquí solo se cambia JSON"
    ),
    "the text of the record has faults; correct them first in an editor": (
        "el texto del registro tiene errores; corríjalos antes en un editor"
    ),
    "not set, since the record would get an error: {finding}": (
        "no se fija, porque el registro tendría un error: {finding}"
    ),
    "{name} has {number} records; name one by its id or its number": (
        "{name} tiene {number} registros; indique uno por su identificador o su número"
    ),
    '{place}: no record of {name} has the id or number "{record}"': (
        "{place}: ningún registro de {name} tiene el identificador o el número «{record}»"
    ),
    '{place}: {number} records of {name} have the id "{record}"; name one by its number: '
    "{numbers}": (
        "{place}: {number} registros de {name} tienen el identificador «{record}»; indique uno por "
        "su número: {numbers}"
    ),
    'the table has no column "id", which names the record of a row': (
        "la tabla no tiene la columna «id», que indica el registro de cada fila"
    ),
    "the row has no id": "la fila no tiene identificador",
    "a column has no name; write the names in the first row": (
        "una columna no tiene nombre; escriba los nombres en la primera fila"
    ),
    'two columns are called "{name}"': "dos columnas se llaman «{name}»",
    "line {line} has {number} cells, but there are {columns} columns": (
        "la línea {line} tiene {number} celdas, pero hay {columns} columnas"
    ),
    'write {text}, where "kind" is "person", "organisation" or, if not known, "unknown"': (
        'escriba {text}, donde "kind" es "person" (persona), "organisation" (entidad) o, si no se '
        'sabe, "unknown"'
    ),
    "{value} is newer than this program, which knows {known}.x": (
        "{value} es posterior a este programa, que conoce {known}.x"
    ),
    "{value} is no version of the record; this program knows {known}.x": (
        "{value} no es una versión del registro; este programa conoce {known}.x"
    ),
    "install a later nizkorcite": "instale un nizkorcite más reciente",
    "missing: {name}": "falta: {name}",
    "doubtful: {problem}": "dudoso: {problem}",
    "records with open questions: {number}": "registros con cuestiones pendientes: {number}",
    "{number} {member}, first in {place}": "{number} {member}; primero en {place}",
    '"{text}" is not POINTER=VALUE, such as /original/date=2017-02-27': (
        "«{text}» no tiene la forma PUNTERO=VALOR, como /original/date=2017-02-27"
    ),
    'the text after ":=" cannot be read: {problem}': (
        "el texto que sigue a «:=» no se puede leer: {problem}"
    ),
    '"{pointer}" leads to nothing that can be set in this record': (
        "«{pointer}» no lleva a nada que se pueda fijar en este registro"
    ),
    "the output": "la salida",
    "standard input": "la entrada estándar",
    "the output {output} is also an input: {name}; write to another file": (
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
    "internal error in nizkorcite, not in your file: {fault} ({place})": (
        "error interno de nizkorcite, no de su archivo: {fault} ({place})"
    ),
    "please report it; {name}=1 shows where it happened": (
        "comuníquelo, por favor; {name}=1 muestra dónde ocurrió"
    ),
    "a process was killed or could not start; use fewer --jobs": (
        "el sistema terminó un proceso o no permitió iniciarlo; use un número menor en --jobs"
    ),
    "no such file": "no existe el archivo",
    "no such file or folder": "no existe el archivo o la carpeta",
    "broken link": "enlace roto",
    'no such file; did you mean "{path}"?': "no existe el archivo; ¿quiso decir «{path}»?",
    'no such file; there is no folder "{folder}" either': (
        "no existe el archivo, ni tampoco la carpeta «{folder}»"
    ),
    "the folder contains no file of a supported kind": (
        "la carpeta no contiene ningún archivo de un tipo admitido"
    ),
    "it changed while it was read": "cambió mientras se leía",
    "it has {number} names (hard links), and only this one would change; replace it with a copy "
    "first": (
        "tiene {number} nombres (enlaces duros) y solo cambiaría este; antes sustitúyalo por una "
        "copia"
    ),
    "it is compressed; decompress it before --fix": (
        "está comprimido; descomprímalo antes de usar --fix"
    ),
    "it is not an ordinary file": "no es un archivo normal",
    "is not a path": "no es una ruta",
    "the compressed data is damaged": "los datos comprimidos están dañados",
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
    "no file may be created in its folder": "no se permite crear archivos en su carpeta",
    "permission denied": "permiso denegado",
    "read-only file system": "el sistema de archivos es de solo lectura",
    "stale file handle": "la referencia al archivo ya no es válida",
    "too many levels of symbolic links": "demasiados enlaces simbólicos, uno tras otro",
    "too many open files": "demasiados archivos abiertos",
    # Unknown names
    'no {what} "{name}".': "no existe {what} «{name}».",
    'no {what} "{name}"; did you mean "{near}"?': (
        "no existe {what} «{name}»; ¿quiso decir «{near}»?"
    ),
    "{problem} Known: {names}": "{problem} Valores posibles: {names}",
    "choice of layers": "la selección de capas",
    "code": "el código",
    "encoding": "la codificación",
    "field name": "el nombre de campo",
    "format": "el formato",
    "format that can be read": "el formato de lectura",
    "format that can be written": "el formato de escritura",
    "language": "el idioma",
    "language of citations": "el idioma de citas",
    "language of printed dates": "el idioma de fechas impresas",
    "markup": "el marcado",
    "option": "la opción",
    "order": "el orden",
    "profile": "el perfil",
    "schema": "el esquema",
    "scope": "el alcance",
    "style": "el estilo",
    "style for people": "el estilo para personas",
    "table": "la tabla",
    # Pages
    "is empty; there is nothing to read": "está vacío; no hay nada que leer",
    "{size} bytes are too many for a page; at most {most} are read": (
        "{size} bytes son demasiados para una página; se leen {most} como máximo"
    ),
    "looks like {kind}; only HTML and text pages and records are read here": (
        "parece {kind}; aquí solo se leen páginas en HTML o texto y registros"
    ),
    "looks like a page saved as one file (MHTML); save it as HTML, since only HTML and text pages "
    "and records are read here": (
        "parece una página guardada en un solo archivo (MHTML); guárdela como HTML, porque aquí "
        "solo se leen páginas en HTML o texto y registros"
    ),
    'unknown charset "{label}"; common ones are utf-8, windows-1252 and iso-8859-15': (
        "codificación desconocida: «{label}»; las más comunes son utf-8, windows-1252 e iso-8859-15"
    ),
    "a PDF file": "un archivo PDF",
    "a ZIP archive or a word processor's file": "un archivo ZIP o de un procesador de textos",
    "an old word processor's file": "un archivo de un procesador de textos antiguo",
    "an RTF file": "un archivo RTF",
    "a compressed file (gzip)": "un archivo comprimido (gzip)",
    "a compressed file (Zstandard)": "un archivo comprimido (Zstandard)",
    "a compressed file (bzip2)": "un archivo comprimido (bzip2)",
    "an image (PNG)": "una imagen (PNG)",
    "an image (JPEG)": "una imagen (JPEG)",
    "an image (GIF)": "una imagen (GIF)",
    "an image or recording (RIFF)": "una imagen o grabación (RIFF)",
    "a WARC file": "un archivo WARC",
    "a server's response with its headers": "la respuesta de un servidor con sus encabezados",
    "a web archive of Safari": "un archivo web de Safari",
    "a PostScript file": "un archivo PostScript",
    "a DjVu file": "un archivo DjVu",
    "binary data": "datos binarios",
    # Reading pages
    "add {option} if you know it": "añada {option} si lo sabe",
    "add --author NAME for each author if you know them": (
        "añada --author NOMBRE por cada autor si los conoce"
    ),
    "add --publisher NAME if you know it": "añada --publisher NOMBRE si lo conoce",
    "not found: {field}: {code} {problem}": "no encontrado: {field}: {code} {problem}",
    'no "[Source: ...]" line found at the end of the text; is the page cut off?': (
        'no hay una línea "[Fuente: ...]" al final del texto; ¿está cortada la página?'
    ),
    "add --original-publisher NAME if you know it": (
        "añada --original-publisher NOMBRE si lo conoce"
    ),
    "no line found on this page that names its source": (
        "esta página no tiene una línea que nombre su fuente"
    ),
    "line {line} names a source, but does not end the text in a known form": (
        "la línea {line} nombra una fuente, pero no cierra el texto en una forma conocida"
    ),
    "the source line names no publisher, or none apart from other names": (
        "la línea de la fuente no nombra ningún editor, o no se distingue de otros nombres"
    ),
    "the source line names no place": "la línea de la fuente no nombra ningún lugar",
    'no date at the end of the source line "{line}"': (
        "la línea de la fuente «{line}» no termina en una fecha"
    ),
    '"{names}" in the source line may be a place or publishers': (
        "«{names}» en la línea de la fuente puede ser un lugar o varios editores"
    ),
    '"{name}" may be several publishers; kept as one name': (
        "«{name}» pueden ser varios editores; se conserva como un solo nombre"
    ),
    'the address in the source line is incomplete or one of several: "{address}"; not used': (
        "la dirección de la línea de la fuente está incompleta o no es la única: «{address}»; no "
        "se usa"
    ),
    'the source line names a writer or translator: "{words}"': (
        "la línea de la fuente nombra a un autor o traductor: «{words}»"
    ),
    'two source lines in a row, "{one}" and "{other}"; neither is used': (
        "hay dos líneas de fuente seguidas, «{one}» y «{other}»; no se usa ninguna"
    ),
    "the source line is dated {date}, the date line {other}; the source line's date is used": (
        "la línea de la fuente lleva la fecha {date}, y la línea de la fecha, {other}; se usa la "
        "de la fuente"
    ),
    "no title found between masthead and text": (
        "no se encontró ningún título entre la cabecera y el texto"
    ),
    '"{words}" below the title may name an author': (
        "«{words}», debajo del título, puede nombrar a un autor"
    ),
    "no publication note with date and publishers found; is the page cut off?": (
        "no se encontró la nota de publicación con la fecha y los editores; ¿está cortada la "
        "página?"
    ),
    "the publication note gives no date": "la nota de publicación no da ninguna fecha",
    "the publication note is cut off, or names no publisher": (
        "la nota de publicación está cortada, o no nombra ningún editor"
    ),
    "text follows the publication note, so the note may be quoted from another page": (
        "después de la nota de publicación sigue más texto, así que puede ser la cita de otra "
        "página"
    ),
    'the names in the publication note cannot be separated: "{names}"': (
        "no se pueden separar los nombres de la nota de publicación: «{names}»"
    ),
    "no rights notice follows the publication note": (
        "después de la nota de publicación no hay ningún aviso de derechos"
    ),
    "the rights notice has more than {most} characters": (
        "el aviso de derechos tiene más de {most} caracteres"
    ),
    "the rights notice is cut off: it ends without a full stop": (
        "el aviso de derechos está cortado: no termina en punto"
    ),
    "the file holds several documents, each with its note; save each in its own file": (
        "el archivo contiene varios documentos, cada uno con su nota; guarde cada uno en su "
        "propio archivo"
    ),
    "the page was published on {date}, but names no publisher": (
        "la página se publicó el {date}, pero no nombra ningún editor"
    ),
    "the republication is dated {republished}, before the original, {original}; neither date is "
    "used": (
        "la republicación lleva la fecha {republished}, anterior a la del original, {original}; "
        "no se usa ninguna de las dos"
    ),
    "the page is dated {date}, but was fetched earlier, on {accessed}; the date is not used": (
        "la página lleva la fecha {date}, pero se descargó antes, el {accessed}; no se usa la fecha"
    ),
    "no title found in the page's metadata (JSON-LD, meta tags, <title>, <h1>)": (
        "los metadatos de la página (JSON-LD, etiquetas meta, <title>, <h1>) no dan título"
    ),
    "no date of publication found in the page's metadata (JSON-LD, microdata, meta tags, <time>)": (
        "los metadatos de la página (JSON-LD, microdatos, etiquetas meta, <time>) no dan fecha de "
        "publicación"
    ),
    "the page's metadata gives different dates of publication: {dates}": (
        "los metadatos de la página dan distintas fechas de publicación: {dates}"
    ),
    '"{text}" in the page\'s metadata is not a date with one reading': (
        "«{text}», en los metadatos de la página, no es una fecha con una única interpretación"
    ),
    "{instant} is Universal Time; where the page was published it may have been the day "
    "{side} {date}": (
        "{instant} es hora universal; donde se publicó la página pudo ser el día {side} al {date}"
    ),
    "before": "anterior",
    "after": "siguiente",
    'left out author "{name}": {problem}': "se omitió el autor «{name}»: {problem}",
    "an address, account or label is not a name": (
        "una dirección, una cuenta o una etiqueta no es un nombre"
    ),
    "the publisher has this name": "el editor se llama así",
    "perhaps several names in one": "quizá son varios nombres en uno",
    'the page is headed "{heading}", but its metadata says "{title}"; the latter is used': (
        "el encabezado de la página es «{heading}», pero sus metadatos dicen «{title}»; se usa "
        "lo segundo"
    ),
    "the page states another address, {stated}; {known} is used": (
        "la página indica otra dirección, {stated}; se usa {known}"
    ),
    "the page states different addresses, {one} and {other}; give the right one, as in --url "
    "{one}": (
        "la página indica direcciones distintas, {one} y {other}; indique la correcta, como en "
        "--url {one}"
    ),
    'left out "{name}": not certainly the name of one person': (
        "se omitió «{name}»: no es seguro que sea el nombre de una sola persona"
    ),
    'the line "{line}" names a source in a form that is not understood': (
        "la línea «{line}» nombra una fuente en una forma que no se entiende"
    ),
    'two lines state different sources, "{one}" and "{other}"; neither is used': (
        "dos líneas indican fuentes distintas, «{one}» y «{other}»; no se usa ninguna"
    ),
    "{date} may be the day of the source or of the page; it is not used": (
        "{date} puede ser el día de la fuente o el de la página; no se usa"
    ),
    "the page was published on {one} or {other}; neither date is used": (
        "la página se publicó el {one} o el {other}; no se usa ninguna de las dos fechas"
    ),
    "the page also gives the date {other}, perhaps that of a change; {date} is used": (
        "la página da también la fecha {other}, quizá la de un cambio; se usa {date}"
    ),
    'the page\'s metadata names two publishers, "{one}" and "{other}"; the first is used': (
        "los metadatos de la página nombran dos editores, «{one}» y «{other}»; se usa el primero"
    ),
    "the page's JSON-LD nests too deeply and was skipped": (
        "el JSON-LD de la página tiene demasiados niveles de anidamiento y se omitió"
    ),
    "the page's JSON-LD is not valid JSON and was skipped": (
        "el JSON-LD de la página no es JSON válido y se omitió"
    ),
    "the page's JSON-LD describes {number} articles, and none can be identified as this page's": (
        "el JSON-LD de la página describe {number} artículos, y no se puede saber cuál es el de "
        "esta página"
    ),
    "the page shows no text; is it cut off, or built by a script?": (
        "la página no muestra texto; ¿está cortada, o la genera un script?"
    ),
    "the page consists of frames; read their files: {files}": (
        "la página se compone de marcos; lea sus archivos: {files}"
    ),
    # Pages in files of other forms
    "Evernote's file is damaged or cut off": "el archivo de Evernote está dañado o cortado",
    "has more than {most} parts, so it is no saved page or mail": (
        "tiene más de {most} partes, así que no es una página guardada ni un correo"
    ),
    "has no index.html, so no page that can be read": (
        "no contiene index.html, así que no hay ninguna página que leer"
    ),
    "has no text: its pages are pictures; give the page as HTML": (
        "no tiene texto: sus páginas son imágenes; dé la página en HTML"
    ),
    "has parts that nest too deeply": "tiene partes anidadas a demasiada profundidad",
    "holds more than {most} bytes; save the page alone": (
        "contiene más de {most} bytes; guarde solo la página"
    ),
    "holds no WARC file, so no page": "no contiene ningún archivo WARC, así que no hay página",
    "holds no page: no answer of a server with HTML or text": (
        "no contiene ninguna página: ninguna respuesta de un servidor con HTML o texto"
    ),
    "holds no part of HTML or text, so no page": (
        "no contiene ninguna parte en HTML o texto, así que no hay página"
    ),
    "holds {number} mails; save one mail alone": (
        "contiene {number} correos; guarde un solo correo"
    ),
    "holds {number} notes; export one note alone": (
        "contiene {number} notas; exporte una sola nota"
    ),
    "holds {number} pages; give the file's name to `nizkorcite read`, or save one page alone": (
        "contiene {number} páginas; indique el nombre del archivo a `nizkorcite read`, o guarde "
        "una sola página"
    ),
    "holds {number} pages; save one page alone": (
        "contiene {number} páginas; guarde una sola página"
    ),
    "is a PDF file; to read it, install the extra: {command}": (
        "es un archivo PDF; para leerlo, instale el complemento: {command}"
    ),
    "is an email message without text; save what is attached to it": (
        "es un correo sin texto; guarde lo que lleva adjunto"
    ),
    "is a property list without a page; save the page in Safari": (
        "es una lista de propiedades sin página; guarde la página en Safari"
    ),
    "is compressed with {encoding}, which is not read; fetch it without compression": (
        "está comprimido con {encoding}, que no se lee; descárguelo sin compresión"
    ),
    "is encrypted; save it without a password": "está cifrado; guárdelo sin contraseña",
    "is the bar of a web archive without the page; open the page alone and save it": (
        "es la barra de un archivo web sin la página; abra la página sola y guárdela"
    ),
    "left out what is attached to the mail ({number}): {names}": (
        "se omitió lo adjunto al correo ({number}): {names}"
    ),
    "the file ends before its last part does; save it again": (
        "el archivo termina antes que su última parte; vuelva a guardarlo"
    ),
    "the file ends before its last record does; copy the file anew": (
        "el archivo termina antes que su último registro; vuelva a copiarlo"
    ),
    "the PDF file is damaged or cut off": "el archivo PDF está dañado o cortado",
    "the PDF file is damaged: {number} of its pages could not be read": (
        "el archivo PDF está dañado: no se pudieron leer {number} de sus páginas"
    ),
    'the clipping gives "{text}" as the page\'s date, which is not read; set it: --set '
    "/original/date=...": (
        "el recorte da «{text}» como fecha de la página, que no se lee; indíquela con --set "
        "/original/date=..."
    ),
    "the sender of the mail has {number} characters; not read, give --author NAME": (
        "el remitente del correo tiene {number} caracteres; no se lee, indíquelo con --author "
        "NOMBRE"
    ),
    'the file states "{words}" ({number} characters); a record has at most {most}': (
        "el archivo indica «{words}» ({number} caracteres); un registro admite {most} como máximo"
    ),
    'the mail has "{text}" as its date, which is none; set it: --set /original/date=...': (
        "el correo da como fecha «{text}», que no lo es; indíquela con --set /original/date=..."
    ),
    'the page was saved at "{text}", which has no time zone or is no date; give --accessed': (
        "la página se guardó el «{text}», que no tiene zona horaria o no es una fecha; indique "
        "--accessed"
    ),
    "the property list is damaged or cut off": ("la lista de propiedades está dañada o cortada"),
    "the record of the page is cut off; copy the file anew": (
        "el registro de la página está cortado; copie el archivo de nuevo"
    ),
    'the saved page gives "{name}" as its encoding, which is not known; if letters are wrong, give '
    "--encoding": (
        "la página guardada indica la codificación «{name}», que no se conoce; si hay letras "
        "equivocadas, indique --encoding"
    ),
    "the saved page gives its address as {address}, without http or https; give it with --url": (
        "la página guardada da como dirección {address}, sin http ni https; indíquela con --url"
    ),
    "the saved page gives no usable address: {address}; give it with --url": (
        "la página guardada no da una dirección utilizable: {address}; indíquela con --url"
    ),
    "the zip file has more than {most} members": "el archivo zip contiene más de {most} archivos",
    "the zip file has more than one file called {name}": (
        "el archivo zip contiene más de un archivo llamado {name}"
    ),
    "the zip file is damaged or cut off": "el archivo zip está dañado o cortado",
    "the zip file lacks {name}": "al archivo zip le falta {name}",
    "{name} in the zip file has more than {most} bytes": (
        "{name}, en el archivo zip, tiene más de {most} bytes"
    ),
    "{name} in the zip file is damaged": "{name}, en el archivo zip, está dañado",
    "{name} in the zip file is encrypted or packed in a rare way": (
        "{name}, en el archivo zip, está cifrado o comprimido de un modo poco común"
    ),
    # Joined words
    "{one} and {other}": "{one} y {other}",
    "{one} or {other}": "{one} o {other}",
    "{one}, {other}": "{one}, {other}",
    "{one}; {other}": "{one}; {other}",
    "{text}": "{text}",
    "{value} {problem}": "{value} {problem}",
    "write {text}": "escriba {text}",
    "write {text}, whichever is meant": "escriba {text}, según lo que corresponda",
    "{fault}; did you mean {name}?": "{fault}; ¿quiso decir {name}?",
    "line {line}, column {column}": "línea {line}, columna {column}",
    "column {column}": "columna {column}",
    # Kinds of values
    "a list": "una lista",
    "text": "texto",
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
    "a day, or a date and time; write 2026-11-24 or 2026-11-24T10:10:00Z": (
        "un día, ni una fecha con hora; escriba 2026-11-24 o 2026-11-24T10:10:00Z"
    ),
    "a date and time; write 2026-11-24T10:10:00Z": (
        "una fecha con hora; escriba 2026-11-24T10:10:00Z"
    ),
    "leap seconds are not supported; write the second as 59": (
        "no se admiten segundos intercalares; escriba 59 como segundo"
    ),
    "may be {dates}": "puede ser {dates}",
    "the interval ends before it begins": "el intervalo termina antes de empezar",
    "the year has two digits; give the window of years it lies in, such as 1970 to 2069": (
        "el año tiene dos cifras; indique entre qué años está, por ejemplo de 1970 a 2069"
    ),
    "there is no day 00": "no existe el día 00",
    "there is no month {month}": "no existe el mes {month}",
    "years range from 0001 to 9999": "los años van del 0001 al 9999",
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
    "if it is a page, rename it to .html and use `nizkorcite read`": (
        "si es una página, cámbiele el nombre a .html y use `nizkorcite read`"
    ),
    "the file has several records": "el archivo tiene varios registros",
    "a text is the path of a page here; give the content of a page as bytes, and a record to "
    "nizkorcite.validate": (
        "aquí un texto es la ruta de una página; pase el contenido de una página como bytes, y un "
        "registro a nizkorcite.validate"
    ),
    "a text or bytes need the format, such as bibtex; give a file as a pathlib.Path": (
        "un texto o unos bytes requieren el formato, como bibtex; pase un archivo como pathlib.Path"
    ),
    "give a page to nizkorcite.read, not to the validation of records": (
        "pase una página a nizkorcite.read, no a la validación de registros"
    ),
    "is not a citation file; nizkorcite.read reads pages, and nizkorcite.iter_documents records": (
        "no es un archivo de citas; nizkorcite.read lee páginas y nizkorcite.iter_documents, "
        "registros"
    ),
    "give a file as a pathlib.Path, not as a string": (
        "indique los archivos con pathlib.Path, no con un texto"
    ),
    "it contains the character {code}": "contiene el carácter {code}",
    "it contains a value of type {type}": "contiene un valor de tipo {type}",
    "one of its keys is not a string": "una de sus claves no es un texto",
    "it contains a number with too many digits": "contiene un número con demasiadas cifras",
    "JSON has no comments": "JSON no admite comentarios",
    "a colon is missing after the name": "faltan dos puntos después del nombre",
    "a comma is missing here": "aquí falta una coma",
    "extra comma before {sign}": "sobra la coma antes de {sign}",
    "put several records in a .jsonl file, one per line": (
        "ponga varios registros en un archivo .jsonl, uno por línea"
    ),
    "the text contains the control character {code}": (
        "el texto contiene el carácter de control {code}"
    ),
    'close it with ", or write a line break as \\n': (
        'ciérrelo con ", o escriba el salto de línea como \\n'
    ),
    "close it with {text}": "ciérrelo con {text}",
    "leave the field out": "omita el campo",
    "put text in quotation marks": "ponga los textos entre comillas",
    "remove the comma": "quite la coma",
    "remove it, or write a space": "quítelo, o escriba un espacio",
    "remove the comment; start your own fields with x_": (
        "quite el comentario; los campos propios empiezan por x_"
    ),
    "the character {code} is outside quotation marks": (
        "el carácter {code} está fuera de las comillas"
    ),
    "unexpected text after the record": "hay texto después del registro",
    "the text ends before a value": "el texto termina antes de un valor",
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
    "a field name contains half a character": (
        "el nombre de un campo contiene un carácter incompleto"
    ),
    "a record in YAML must be a mapping": (
        "un registro en YAML debe ser un conjunto de claves y valores"
    ),
    "separate records by a line with ---": "separe los registros con una línea ---",
    "a record must be a single object in braces": (
        "un registro debe ser un solo objeto entre llaves"
    ),
    "byte {byte} ({value}) is not UTF-8": "el byte {byte} ({value}) no es UTF-8",
    "more than {most} errors; the rest is not shown": (
        "más de {most} errores; el resto no se muestra"
    ),
    "nested more than {most} levels deep": "más de {most} niveles de anidamiento",
    "numbers go from {least} to {most}": "los números van de {least} a {most}",
    "put the text in a separate file": "ponga el texto en un archivo aparte",
    "save it without one": "guárdelo sin esa marca",
    "save the file in UTF-8": "guarde el archivo en UTF-8",
    "the file begins with a byte order mark": "el archivo empieza con una marca de orden de bytes",
    "the file is in UTF-16 or UTF-32": "el archivo está en UTF-16 o UTF-32",
    "the file is empty": "el archivo está vacío",
    "the mapping is not JSON: {problem}": "el diccionario no es JSON: {problem}",
    "the record has more than {most} bytes": "el registro tiene más de {most} bytes",
    "the record has more than {most} characters": "el registro tiene más de {most} caracteres",
    "the record has more than {most} values": "el registro tiene más de {most} valores",
    "the text contains half a character": "el texto contiene un carácter incompleto",
    "{name} appears twice; first at {place}": (
        "{name} aparece dos veces; por primera vez en la {place}"
    ),
    "{number} cannot be kept exactly": "{number} no se puede guardar con exactitud",
    # The schema
    "64 hexadecimal digits in lower case": "64 cifras hexadecimales en minúsculas",
    "empty list": "lista vacía",
    "empty object": "objeto vacío",
    "empty text": "texto vacío",
    "delete one of the two": "borre uno de los dos",
    "is not valid here": "no es válido aquí",
    "expected, for example, {example}": "se espera, por ejemplo, {example}",
    "has leading or trailing spaces, or control characters": (
        "tiene espacios en los extremos, o caracteres de control"
    ),
    "is not a SHA-256 digest": "no es una huella SHA-256",
    "is not a country code": "no es un código de país",
    "is not an EDTF date": "no es una fecha en EDTF",
    "is not an http or https address": "no es una dirección http o https",
    "is not a language tag": "no es una etiqueta de idioma",
    "is not a relative path": "no es una ruta relativa",
    "must be a single line without leading or trailing spaces": (
        "debe ser una sola línea sin espacios en los extremos"
    ),
    "leave the field out if the value is unknown": "omita el campo si el valor se desconoce",
    "fill in the field, or leave it out": "rellene el campo u omítalo",
    "put it in quotation marks": "póngalo entre comillas",
    "{name} is also present; keep one of the two": "{name} también está aquí; deje uno de los dos",
    "start your own fields with x_": "los campos propios empiezan por x_",
    "null is not allowed": "null no está permitido",
    "one of {names}": "uno de estos: {names}",
    "parts joined by /, none of them . or ..": "partes unidas por /, ninguna de ellas . ni ..",
    "put it in a list: [...]": "póngalo en una lista: [...]",
    "see the schema": "consulte el esquema",
    "because {name} is {value}": "porque {name} es {value}",
    "such as 2017-02-27, 2017-02 or 2017": "como 2017-02-27, 2017-02 o 2017",
    "such as en, pt-BR or zh-Hant-TW": "como es, pt-BR o zh-Hant-TW",
    "remove the spaces at its ends": "quite los espacios de los extremos",
    "the same item appears twice in the list": "el mismo elemento aparece dos veces en la lista",
    "two capital letters, such as TJ": "dos letras mayúsculas, como TJ",
    "write a whole number such as 3104 without quotation marks": (
        "escriba un número entero, como 3104, sin comillas"
    ),
    "write it in lower case": "use minúsculas",
    "write {number} without quotation marks": "escriba {number} sin comillas",
    "{length} characters; at most {most} are allowed": (
        "{length} caracteres; se permiten {most} como máximo"
    ),
    "{length} items; at most {most} are allowed": (
        "{length} elementos; se permiten {most} como máximo"
    ),
    "{name} is missing": "falta {name}",
    "{names} are missing": "faltan {names}",
    "unknown field {name}": "campo desconocido {name}",
    "{name} requires {other}": "{name} requiere {other}",
    "{names} require {other}": "{names} requieren {other}",
    "{value} is not one of the allowed names": "{value} no es ninguno de los nombres permitidos",
    "expected {type}; found {value}": "se espera {type}; hay {value}",
    "{value} is too short": "{value} es demasiado corto",
    "{value} must be at least {bound}": "{value} debe ser al menos {bound}",
    "{value} must be at most {bound}": "{value} debe ser como máximo {bound}",
    # Values of the model
    '"start" and "end" require each other': '"start" y "end" se requieren mutuamente',
    'a "stated" attribution requires a publisher': ('una atribución "stated" requiere un editor'),
    "a republication requires a publisher": "una republicación requiere un editor",
    "at least one field is required": "se requiere al menos un campo",
    "empty list; leave the field out": "lista vacía; omita el campo",
    "null is not allowed; leave the field out": "null no está permitido; omita el campo",
    "the same value appears twice": "el mismo valor aparece dos veces",
    "unknown field; start your own fields with x_": (
        "campo desconocido; los campos propios empiezan por x_"
    ),
    '"{type}" is not an item type of CSL 1.0.2, such as webpage': (
        "«{type}» no es un tipo de elemento de CSL 1.0.2, como webpage"
    ),
    "a list of texts": "una lista de textos",
    "must be a PartialDate: {example}": "debe ser un PartialDate: {example}",
    'a list of agents: [organisation("EFE")]': 'una lista de agentes: [organisation("EFE")]',
    "{value} is not a list": "{value} no es una lista",
    "{value} is neither an Instant nor a day": "{value} no es ni un Instant ni un día",
    "must be text without control characters": "debe ser un texto sin caracteres de control",
    "must be the address of a page, not a program": (
        "debe ser la dirección de una página, no un programa"
    ),
    "{value} is not text": "{value} no es texto",
    "{value} is not a {kind}": "{value} no es de la clase {kind}",
    "{value} is not one of {names}": "{value} no es ninguno de estos: {names}",
    "{value} is not {form}": "{value} no es {form}",
    "{value} is not a whole number from {least} to {most}": (
        "{value} no es un número entero de {least} a {most}"
    ),
    "{value} is not text of 1 to 10,000 characters, a whole number, true, false or a list of such "
    "texts": (
        "{value} no es un texto de 1 a 10 000 caracteres, un número entero, true, false ni una "
        "lista de tales textos"
    ),
    "a single line without leading or trailing spaces": (
        "una sola línea sin espacios en los extremos"
    ),
    "a text without spaces at its ends or control characters": (
        "un texto sin espacios en los extremos ni caracteres de control"
    ),
    'a version such as "1.0"': 'una versión como "1.0"',
    "lower-case segments of a-z 0-9 . _ ~ - joined by :": (
        "una serie de segmentos en minúsculas, de a-z 0-9 . _ ~ -, unidos por :"
    ),
    'a BCP 47 tag such as "en", "pt-BR" or "zh-Hant-TW"': (
        'una etiqueta de BCP 47 como "es", "pt-BR" o "zh-Hant-TW"'
    ),
    "a country of ISO 3166-1, two capital letters": (
        "un país de ISO 3166-1, en dos letras mayúsculas"
    ),
    'a code of ISO 3166 such as "US"': 'un código de ISO 3166 como "US"',
    "an http or https address without spaces": "una dirección http o https sin espacios",
    'a media type as "text/html"': 'un tipo de medio como "text/html"',
    'a charset such as "windows-1252"': 'una codificación como "windows-1252"',
    "a relative path with / between its parts and no .. in it": (
        "una ruta relativa, con / entre sus partes y sin .."
    ),
    'a record id such as "urn:uuid:..." in lower case': (
        'un identificador de registro como "urn:uuid:...", en minúsculas'
    ),
    'a JSON Pointer such as "/original/date"': 'un JSON Pointer como "/original/date"',
    "a rule's name in lower case, digits and . _ -": (
        "el nombre de una regla, en minúsculas, cifras y . _ -"
    ),
    # Beyond the schema
    "for a page that relies on an exception, use https://rightsstatements.org/vocab/InC/1.0/": (
        "para una página que se ampara en una excepción, use "
        "https://rightsstatements.org/vocab/InC/1.0/"
    ),
    "another capture at the same place has another digest": (
        "otra captura en el mismo lugar tiene otra huella"
    ),
    "this record has no value at {field}": "este registro no tiene ningún valor en {field}",
    "the span ends at {end}, before its start, {start}": (
        "el tramo termina en {end}, antes de su comienzo, {start}"
    ),
    "only the rights holder can grant this rights statement, but the record relies on a legal "
    "exception": (
        "solo el titular de los derechos puede conceder esta declaración, pero el registro se "
        "ampara en una excepción legal"
    ),
    "no evidence supports this value": "ningún pasaje respalda este valor",
    "no evidence supports {names}": "ningún pasaje respalda {names}",
    "captures are numbered from 0; this record has {captures}": (
        "las capturas se numeran desde 0; este registro tiene {captures}"
    ),
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
    "{length} bytes, but another capture with the same digest has {other}": (
        "{length} bytes, pero otra captura con la misma huella tiene {other}"
    ),
    "{literal} and {name} have no word in common": (
        "{literal} y {name} no tienen ninguna palabra en común"
    ),
    "the language tag {value} is deprecated": "la etiqueta de idioma {value} está en desuso",
    "the country code {value} is deprecated": "el código de país {value} está en desuso",
    "{value} is not a registered language": "{value} no es un idioma registrado",
    "{value} is not a country code of ISO 3166-1": "{value} no es un código de país de ISO 3166-1",
    "{value} is not a valid {scheme}: {problem}": "{value} no es un {scheme} válido: {problem}",
    # Schemas
    "{value} is not of type {names}": "{value} no es del tipo {names}",
    "{value} does not match {pattern}": "{value} no se ajusta a {pattern}",
    "{name} is not allowed": "{name} no está permitido",
    "{name} is a required property": "{name} es una propiedad obligatoria",
    "{value} does not satisfy {keyword}: {bound}": "{value} no cumple {keyword}: {bound}",
    "not a schema: {problem}": "no es un esquema: {problem}",
    "nothing is fetched; schemas shipped with nizkorcite: {names}": (
        "no se descarga nada; con nizkorcite vienen los esquemas {names}"
    ),
    "a schema is an object, or true or false": "un esquema es un objeto, o true o false",
    "the schema does not name its dialect, {name}": "el esquema no nombra su dialecto, {name}",
    "{name} is not an address": "{name} no es una dirección",
    "unknown keyword {name}": "palabra clave desconocida {name}",
    "unknown format {name}": "formato desconocido {name}",
    "in draft 2020-12 write {text}": "en el borrador 2020-12 escriba {text}",
    "{pattern} is not a regular expression": "{pattern} no es una expresión regular",
    "ECMA-262 does not have {text} in patterns": "ECMA-262 no tiene {text} en los patrones",
    "nothing can satisfy {name}": "nada puede cumplir {name}",
    "nothing can satisfy {one} {least} and {other} {most}": (
        "nada puede cumplir {one} {least} y {other} {most}"
    ),
    "{name} is required, but neither declared nor allowed": (
        "se exige {name}, pero no está declarado ni permitido"
    ),
    'add it to "properties"': 'añádalo a "properties"',
    "the same value appears twice in the list": "el mismo valor aparece dos veces en la lista",
    "nothing refers to the definition {name}": "nada remite a la definición {name}",
    "the schema refers to itself without end, by {pointer}": (
        "el esquema se remite a sí mismo sin fin, por {pointer}"
    ),
    "a chain of more than {most} references begins here": (
        "aquí empieza una cadena de más de {most} referencias"
    ),
    "too many references to compare all examples with the schema": (
        "hay demasiadas referencias para comparar todos los ejemplos con el esquema"
    ),
    "the example does not fit the schema: {problem}": (
        "el ejemplo no cumple el esquema: {problem}"
    ),
    "the default does not fit the schema: {problem}": (
        "el valor por omisión no cumple el esquema: {problem}"
    ),
    "the rest of the schema does not allow this value: {problem}": (
        "el resto del esquema no permite este valor: {problem}"
    ),
    "the dialect is not draft 2020-12": "el dialecto no es el del borrador 2020-12",
    "{reference} refers to nothing": "{reference} no remite a nada",
    # YAML
    "a field name must be text": "el nombre de un campo debe ser un texto",
    '"{text}" has no year': "«{text}» no tiene año",
    "records do not use tags of YAML": "los registros no usan etiquetas de YAML",
    "YAML anchors and aliases are not supported": ("no se admiten anclas ni alias de YAML"),
    "unexpected colon": "estos dos puntos no van aquí",
    "a comma or ] is missing here": "aquí falta una coma o ]",
    "a comma or }} is missing here": "aquí falta una coma o }}",
    "unexpected control character": "aquí hay un carácter de control",
    "a hyphen is missing here": "aquí falta un guion",
    "a list item cannot begin here": "aquí no puede empezar un elemento de una lista",
    "a name with a colon is expected here": "aquí debe haber un nombre con dos puntos",
    "spaces are expected here, not a tab": "aquí debe haber espacios, no un tabulador",
    "a value is missing here": "aquí falta un valor",
    "close it with the same quotation mark": "ciérrelo con las mismas comillas",
    "a value cannot begin with this character": "un valor no puede empezar con este carácter",
    "put text in quotation marks, and use spaces instead of tabs": (
        "ponga los textos entre comillas y use espacios en lugar de tabuladores"
    ),
    "put text that contains a colon and a space in quotation marks": (
        "ponga entre comillas los textos que contienen dos puntos y un espacio"
    ),
    "align the names of an object, and the hyphens of a list, in one column": (
        "alinee en una misma columna los nombres de un objeto, o los guiones de una lista"
    ),
    "this is not a valid escape": "esto no es una secuencia de escape válida",
    "write --- between two records": "escriba --- entre dos registros",
    "write the backslash twice, or use single quotation marks": (
        "escriba la barra invertida dos veces, o use comillas simples"
    ),
    "not YAML: {problem}": "no es YAML: {problem}",
    # Progress
    "{done} of {total} inputs, {rate} a second, {left} left": (
        "{done} de {total} entradas, {rate} por segundo, faltan {left}"
    ),
    "{records} records, {rate} a second": "{records} registros, {rate} por segundo",
    "{records} records, {rate} a second, {left} left": (
        "{records} registros, {rate} por segundo, faltan {left}"
    ),
    # Records of a collection
    "record {number}": "el registro {number}",
    "record {number} of {file}": "el registro {number} de {file}",
    "{id} is also the id of {other}": "{other} lleva también el id {id}",
    "{kind} leads in a circle back to this record": (
        "{kind} lleva en círculo de vuelta a este registro"
    ),
    "{target} has the same language, {language}": "{target} tiene el mismo idioma, {language}",
    "no record here has the id {target}": "{target} no es el id de ningún registro de aquí",
    "{target} does not state the inverse relation {inverse}": (
        "{target} no declara la relación inversa {inverse}"
    ),
    # Files that a record names
    "cannot be read: {problem}": "no se puede leer: {problem}",
    "has more than {most} bytes": "tiene más de {most} bytes",
    "is not UTF-8 from byte {byte} on": "no es UTF-8 a partir del byte {byte}",
    "is not an ordinary file": "no es un archivo normal",
    "does not exist": "no existe",
    "points outside the folder": "apunta fuera de la carpeta",
    "the quote is at {start}:{end}": "la cita está en {start}:{end}",
    "the text has bytes that are not UTF-8": "el texto tiene bytes que no son UTF-8",
    "the text does not contain the quote": "el texto no contiene la cita",
    "the text has {found} at {start}:{end}, not {quote}": (
        "el texto tiene {found} en {start}:{end}, no {quote}"
    ),
    "has the file changed?": "¿se ha modificado el archivo?",
    "{path} does not match: the record says SHA-256 {stated}, the file has {found}": (
        "{path} no coincide: el registro dice SHA-256 {stated} y el archivo tiene {found}"
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
    # Notes on citations
    "no title found; cited as [Untitled]. Add a title, or a description in brackets (section "
    "9.22)": (
        "no se encontró título; se cita como [Sin título]. Añada un título, o una descripción "
        "entre corchetes (sección 9.22)"
    ),
    "no title found": "no se encontró título",
    "the title seems to be in title case; APA uses sentence case (section 6.17)": (
        "el título parece llevar mayúscula en cada palabra; APA usa mayúsculas como en una "
        "oración (sección 6.17)"
    ),
    "site and publisher have the same name, printed twice; remove one of them": (
        "el sitio y el editor tienen el mismo nombre, que se imprime dos veces; quite uno de "
        "los dos"
    ),
    "no date found; cited as n.d.": "no se encontró fecha; se cita como s.f.",
    "{format} cannot express the date {date}; left out": (
        "{format} no puede expresar la fecha {date}; se omite"
    ),
    "the address of the archived copy has no date; add the day of archiving to the template": (
        "la dirección de la copia archivada no tiene fecha; añada a la plantilla el día en que se "
        "archivó"
    ),
    'Typst refuses the address "{address}"; written in the note': (
        "Typst rechaza la dirección «{address}»; se escribe en la nota"
    ),
    "no entry found; an entry starts with a line such as PMID- 12345678": (
        "no se encontró ninguna entrada; una entrada empieza con una línea como PMID- 12345678"
    ),
    '{field}: of "{text}" only the year is read': "{field}: de «{text}» solo se lee el año",
    'no tag such as "%T " in this line': 'no hay ninguna etiqueta como "%T " en esta línea',
    '"{text}" is not of the year {year}': "«{text}» no es del año {year}",
    '"{text}" is not a known language': "«{text}» no es un idioma conocido",
    "not XML; the file was not read": "no es XML; el archivo no se leyó",
    "the file declares entities; the file was not read": (
        "el archivo declara entidades; el archivo no se leyó"
    ),
    "no record found; EndNote's XML has them in <records>": (
        "no se encontró ningún registro; el XML de EndNote los lleva en <records>"
    ),
    "an alias of YAML is used here; write out what it stands for": (
        "aquí se usa un alias de YAML; escriba lo que representa"
    ),
    'the name "{name}" is given twice': "el nombre «{name}» figura dos veces",
    "no item found; CSL-YAML has a list below references": (
        "no se encontró ningún elemento; CSL-YAML los lleva en una lista bajo references"
    ),
    '{format} cannot express the date {date}; written as "{words}"': (
        "{format} no puede expresar la fecha {date}; se escribe como «{words}»"
    ),
    "Dublin Core has no scheme for the date {date}; written as text": (
        "Dublin Core no tiene un esquema para la fecha {date}; se escribe como texto"
    ),
    'Zotero splits the name "{name}" at its comma': "Zotero divide el nombre «{name}» por la coma",
    'COinS has no key for the original of type "{type}"; left out': (
        "COinS no tiene clave para el original del tipo «{type}»; se omite"
    ),
    '{format} has no entry type for "{type}"; written as @misc': (
        "{format} no tiene un tipo de entrada para «{type}»; se escribe como @misc"
    ),
    '"{type}" without a containing work; written as @misc': (
        "«{type}» sin la obra que lo contiene; se escribe como @misc"
    ),
    'babel has no name for the language "{language}"; left out': (
        "babel no tiene nombre para el idioma «{language}»; se omite"
    ),
    '"{field}" contains characters that no address may contain; percent-encoded': (
        "«{field}» contiene caracteres que no admite una dirección; se codifican con porcentaje"
    ),
    'RIS has no type for "{type}"; written as GEN': (
        "RIS no tiene un tipo para «{type}»; se escribe como GEN"
    ),
    # Citation files
    "item {number}": "elemento {number}",
    "{field}: {problem}; left out": "{field}: {problem}; se omite",
    'cannot use the field "{field}"; left out': "el campo «{field}» no tiene uso; se omite",
    '"{field}" contradicts an earlier field; left out': (
        "«{field}» contradice un campo anterior; se omite"
    ),
    "{message} (and {more} more like it; --verbose lists all)": (
        "{message} (y {more} más de la misma clase; --verbose los muestra todos)"
    ),
    '{field}: "{text}" is not a date; printed as it is': (
        "{field}: «{text}» no es una fecha; se imprime tal cual"
    ),
    '"{text}" is not a date': "«{text}» no es una fecha",
    "the name is empty": "el nombre está vacío",
    '"{name}" names authors only in part': "«{name}» no nombra a todos los autores",
    '{field}: "{name}" has no comma after a family name; printed as it is': (
        "{field}: «{name}» no tiene coma tras un apellido; se imprime tal cual"
    ),
    '{field}: "{name}" may be several names or a group; printed as it is': (
        "{field}: «{name}» puede ser varios nombres o un grupo; se imprime tal cual"
    ),
    '"{field}" contradicts another tag; left out': "«{field}» contradice otra etiqueta; se omite",
    'unknown type "{type}"; read as a document': "tipo desconocido «{type}»; se lee como documento",
    '"{key}" takes its own fields from this entry; nothing is taken from it': (
        "«{key}» toma sus propios campos de esta entrada; no se toma nada de ella"
    ),
    'the file has no entry "{key}" to take fields from': (
        "el archivo no tiene la entrada «{key}», de la que se toman campos"
    ),
    'the string "{name}" is defined again; entries after it have the new text': (
        "la cadena «{name}» se define de nuevo; las entradas posteriores llevan el texto nuevo"
    ),
    'two entries have the key "{key}"': "dos entradas tienen la clave «{key}»",
    'two entries have the id "{id}"': "dos entradas tienen el id «{id}»",
    'two items have the id "{id}"': "dos elementos tienen el id «{id}»",
    "{fields}: given twice; the last value was used": (
        "{fields}: aparece dos veces; se usó el último valor"
    ),
    "cannot read the entry; is a brace or quotation mark missing?": (
        "no se puede leer la entrada; ¿falta una llave o una comilla?"
    ),
    'year: removed the letter of "{year}"; reference lists add letters': (
        "year: se quitó la letra de «{year}»; las listas de referencias añaden letras"
    ),
    'cannot read the value of "{field}"; put it in braces, and a comma after it': (
        "no se puede leer el valor de «{field}»; póngalo entre llaves y con una coma detrás"
    ),
    'a comma is missing after the key "{key}"': "falta una coma después de la clave «{key}»",
    "a comma is missing after the value": "falta una coma después del valor",
    "the entry has no key; write one before the first field": (
        "la entrada no tiene clave; escriba una antes del primer campo"
    ),
    "fields outside an entry were not read; is a brace too many before them?": (
        "no se leyeron unos campos que no están en ninguna entrada; ¿sobra una llave antes de "
        "ellos?"
    ),
    'no @string defines "{name}"; printed as it is': (
        "ningún @string define «{name}»; se imprime tal cual"
    ),
    "{command}: unknown LaTeX command; its arguments are kept (values: {number})": (
        "{command}: orden de LaTeX desconocida; se conservan sus argumentos (valores: {number})"
    ),
    "{formula}: formula without a form in Unicode; kept as LaTeX (formulas: {number})": (
        "{formula}: fórmula sin forma en Unicode; se conserva en LaTeX (fórmulas: {number})"
    ),
    'the file has no related entry "{key}"; left out': (
        "el archivo no tiene la entrada relacionada «{key}»; se omite"
    ),
    'cannot use the related entry "{key}" of type "{type}"; left out': (
        "no se puede usar la entrada relacionada «{key}» de tipo «{type}»; se omite"
    ),
    '"{name}": {problem}': "«{name}»: {problem}",
    "the family name is missing": "falta el apellido",
    'too many commas; join names by "and"': ('hay demasiadas comas; una los nombres con "and"'),
    'contains "{joint}"; join names by "and"': ('contiene «{joint}»; una los nombres con "and"'),
    '"{part}" is no suffix; join names by "and"': (
        '«{part}» no es un sufijo de nombre; una los nombres con "and"'
    ),
    'an initial before the family name; join names by "and"': (
        'hay una inicial antes del apellido; una los nombres con "and"'
    ),
    'removed "{part}" from "{name}"': "se quitó «{part}» de «{name}»",
    '"{name}" is read as one person; join two names by "and"': (
        '«{name}» se lee como una sola persona; una dos nombres con "and"'
    ),
    '"{name}" looks like an organisation, and is read as a person; put it in braces': (
        "«{name}» parece una organización y se lee como persona; póngalo entre llaves"
    ),
    '"{value}" is not a known value': "«{value}» no es un valor conocido",
    "the rest of the file was not read": "no se leyó el resto del archivo",
    "nothing in the file was read": "no se leyó nada del archivo",
    '"custom" does not match the item, which was edited; left out': (
        '"custom" no coincide con el elemento, que fue modificado; se omite'
    ),
    "{field}: italics or other markup was removed": (
        "{field}: se quitaron las cursivas u otras marcas"
    ),
    "{value} is not an item type of CSL": "{value} no es un tipo de elemento de CSL",
    "not a text": "no es un texto",
    "the date has no date-parts": "la fecha no tiene date-parts",
    "not a list of names": "no es una lista de nombres",
    "a name is not a JSON object": "un nombre no es un objeto JSON",
    "date-parts is not a list of lists": "date-parts no es una lista de listas",
    "an item of CSL-JSON must be a JSON object": "un elemento de CSL-JSON debe ser un objeto JSON",
    "note: {problem}; the line stays in the note": "note: {problem}; la línea queda en la nota",
    "no entry found; an entry starts with a line such as TY  - BOOK": (
        "no se encontró ninguna entrada; una entrada empieza con una línea como TY  - BOOK"
    ),
    "the entry has no end (a line ER  - )": "la entrada no tiene final (una línea ER  - )",
    "tag {tag} is outside an entry; entries start with TY": (
        "la etiqueta {tag} está fuera de una entrada; las entradas empiezan con TY"
    ),
    'no tag such as "TI  - " in this line': 'esta línea no tiene una etiqueta como "TI  - "',
    "{id}: {pointer} is changed": "{id}: {pointer} cambia",
    "{id}: {pointer} is moved to {to}": "{id}: {pointer} pasa a {to}",
    "{id}: {pointer} was not read": "{id}: {pointer} no se leyó",
    "{id}: {pointer} is dropped": "{id}: {pointer} se pierde",
    # Locators
    "empty locator; write a place such as p. 5": "localizador vacío; escriba un lugar como p. 5",
    'no number after "{label}"; write a place such as p. 5': (
        "falta el número después de «{label}»; escriba un lugar como p. 5"
    ),
    '"{label}" is not a kind of locator; did you mean "{near}"?': (
        "«{label}» no es una clase de localizador; ¿quiso decir «{near}»?"
    ),
    '"{label}" is not a kind of locator; use {labels}, or a page alone': (
        "«{label}» no es una clase de localizador; use {labels}, o solo una página"
    ),
    'entries of the style "{name}" take no locators; cite in the text, or use plain or short': (
        "las entradas del estilo «{name}» no admiten localizadores; cite en el texto, o use "
        "plain o short"
    ),
    'the format "{name}" takes no locators; use plain or short': (
        "el formato «{name}» no admite localizadores; use plain o short"
    ),
    'the style "{name}" prints no locators': "el estilo «{name}» no imprime localizadores",
    'the style "{name}" has footnotes, no narrative citations': (
        "el estilo «{name}» tiene notas al pie, no citas narrativas"
    ),
    "citeproc-py prints no narrative citations, and one locator at most; install pandoc": (
        "citeproc-py no imprime citas narrativas, y a lo sumo un localizador; instale pandoc"
    ),
    # CSL styles
    "the style prints nothing of {id}": "el estilo no imprime nada de {id}",
    "no CSL styles are installed; {command}; or give the path of a .csl file": (
        "no hay estilos CSL instalados; {command}; o indique la ruta de un archivo .csl"
    ),
    "{problem}. No CSL styles are installed; {command}": (
        "{problem}. No hay estilos CSL instalados; {command}"
    ),
    'no installed style has "{words}" in its name or title; try fewer words': (
        "ningún estilo instalado lleva «{words}» en su nombre o título; pruebe con menos palabras"
    ),
    'no CSL style "{name}" is installed; find names with "nizkorcite styles search WORDS", or '
    "give the path of a .csl file": (
        'no hay ningún estilo CSL «{name}» instalado; busque nombres con "nizkorcite styles '
        'search PALABRAS", o indique la ruta de un archivo .csl'
    ),
    "{item}: {problem}": "{item}: {problem}",
    'no locale "{tag}"; give a language such as {examples}': (
        "no hay configuración regional «{tag}»; indique un idioma como {examples}"
    ),
    "CSL styles need a citation engine; install pandoc, or: {command}": (
        "los estilos CSL necesitan un motor de citas; instale pandoc, o bien: {command}"
    ),
    "cannot read the style {path}: {problem}": "no se puede leer el estilo {path}: {problem}",
    "{path} is not a CSL style: {problem}": "{path} no es un estilo CSL: {problem}",
    "the file is too large": "el archivo es demasiado grande",
    "the file is not UTF-8": "el archivo no está en UTF-8",
    "styles have no document type (<!DOCTYPE>)": (
        "los estilos no llevan tipo de documento (<!DOCTYPE>)"
    ),
    "the root element is not <style> of CSL 1.0": "el elemento raíz no es <style> de CSL 1.0",
    "neither <citation> nor a parent found": "no se encontró <citation> ni un estilo padre",
    "it has more than {most} levels of elements and macros; does a macro call itself?": (
        "tiene más de {most} niveles de elementos y macros; ¿se llama una macro a sí misma?"
    ),
    "it has more than {most} elements for an item": (
        "tiene más de {most} elementos para una sola referencia"
    ),
    "{path}: its parent {parent} is a dependent style itself": (
        "{path}: su estilo padre {parent} también es dependiente"
    ),
    "{path} is a dependent style, and its parent {parent}.csl is neither beside it nor "
    "installed; put the parent there, or: {command}": (
        "{path} es un estilo dependiente, y su estilo padre {parent}.csl no está junto a él ni "
        "instalado; póngalo allí, o bien: {command}"
    ),
    "citeproc-py prints the style only approximately (full names may become initials, equal "
    "years get no letters); install pandoc for its exact form": (
        "citeproc-py imprime el estilo solo de forma aproximada (los nombres pueden quedar en "
        "iniciales, los años iguales no llevan letras); instale pandoc para la forma exacta"
    ),
    "citeproc-py cannot cite a work without an author; install pandoc": (
        "citeproc-py no puede citar una obra sin autor; instale pandoc"
    ),
    "citeproc-py cannot print an interval ({variable}); install pandoc": (
        "citeproc-py no puede imprimir un intervalo ({variable}); instale pandoc"
    ),
    "citeproc-py could not print the style ({problem}); install pandoc": (
        "citeproc-py no pudo imprimir el estilo ({problem}); instale pandoc"
    ),
    "pandoc could not print the style: {problem}": "pandoc no pudo imprimir el estilo: {problem}",
    "{program} is too old; use pandoc 2.15 or later": (
        "{program} es demasiado antiguo; use pandoc 2.15 o posterior"
    ),
    "pandoc was stopped after {seconds} seconds; cite fewer items at once": (
        "se detuvo pandoc después de {seconds} segundos; cite menos elementos a la vez"
    ),
    "pandoc printed no document; is {program} pandoc?": (
        "pandoc no imprimió ningún documento; ¿es {program} pandoc?"
    ),
    "cannot run {program}: {problem}": "no se puede ejecutar {program}: {problem}",
    # Descriptions of sites
    "site": "el sitio",
    "line {line}: {problem}": "línea {line}: {problem}",
    "line {line} is not read: {words}": "la línea {line} no se lee: {words}",
    "not UTF-8; save the file in this encoding": (
        "no es UTF-8; guarde el archivo en esta codificación"
    ),
    "not TOML: {problem}; texts are put in quotation marks, lists in [ ]": (
        "no es TOML: {problem}; los textos van entre comillas y las listas entre [ ]"
    ),
    "lists and tables have more than {most} levels": (
        "las listas y tablas tienen más de {most} niveles"
    ),
    "the publishers must be names on one line, without spaces at their ends": (
        "los editores deben ser nombres en una línea, sin espacios en los extremos"
    ),
    'the fixed words of the form "{form}" must be on one line, without spaces at their ends': (
        "las palabras fijas de la forma «{form}» deben estar en una línea, sin espacios en los "
        "extremos"
    ),
    "a number has more than 4,300 digits": "un número tiene más de 4300 dígitos",
    "unknown key {name}; known: {names}": "clave desconocida {name}; conocidas: {names}",
    "{name} is missing; add it": "falta {name}; añádalo",
    "{name} must be one of {choices}": "{name} debe ser uno de {choices}",
    "{name} must be {kind}": "{name} debe ser {kind}",
    "write [[{key}]] instead of [{key}]": "escriba [[{key}]] en lugar de [{key}]",
    "{name} is empty; write a value, or leave it out": (
        "{name} está vacío; escriba un valor u omítalo"
    ),
    "a host such as rebelion.org, in lower case, without https:// and path": (
        "un servidor como rebelion.org, en minúsculas, sin https:// ni ruta"
    ),
    "lower-case letters, digits and hyphens, beginning with a letter": (
        "letras minúsculas, cifras y guiones, con una letra al principio"
    ),
    "a list in [ ]": "una lista entre [ ]",
    "a table of keys and values": "una tabla de claves y valores",
    "a text in quotation marks": "un texto entre comillas",
    "a whole number without quotation marks": "un número entero sin comillas",
    "{name} does not fit the schema of site descriptions: {problem}": (
        "{name} no se ajusta al esquema de las descripciones de sitios: {problem}"
    ),
    'the form "{form}" has a brace without its pair': (
        "en la forma «{form}» hay una llave sin su pareja"
    ),
    'the form "{form}" has an unknown part "{name}"; known: {names}': (
        "en la forma «{form}» la parte «{name}» es desconocida; conocidas: {names}"
    ),
    'in the form "{form}" no sign separates {one} from {other}': (
        "en la forma «{form}» ningún signo separa {one} de {other}"
    ),
    'only one part of the form "{form}" may have a star': (
        "solo una parte de la forma «{form}» puede llevar asterisco"
    ),
    'the form "{form}" is of a title, and has no {part}': (
        "la forma «{form}» es de un título y no tiene {part}"
    ),
    'the form "{form}" has the part "{name}" twice': (
        "en la forma «{form}» la parte «{name}» aparece dos veces"
    ),
    "{name}: no errors; add [[examples]] to have pages checked": (
        "{name}: sin errores; añada [[examples]] para que se comprueben páginas"
    ),
    "{name}: no errors; examples read: {number}": "{name}: sin errores; ejemplos leídos: {number}",
    'example {number}: {pointer}: expected "{expected}", and nothing was read; compare the form '
    "with the line": (
        "ejemplo {number}: {pointer}: se esperaba «{expected}» y no se leyó nada; compare la forma "
        "con la línea"
    ),
    'example {number}: {pointer}: "{actual}" was read; add it to [examples.expected]': (
        "ejemplo {number}: {pointer}: se leyó «{actual}»; añádalo a [examples.expected]"
    ),
    'example {number}: {pointer}: expected "{expected}", read "{actual}"': (
        "ejemplo {number}: {pointer}: se esperaba «{expected}» y se leyó «{actual}»"
    ),
    'two lines differ, "{one}" and "{other}"; neither is used': (
        "dos líneas difieren, «{one}» y «{other}»; no se usa ninguna"
    ),
    'the names in "{names}" cannot be separated': "los nombres de «{names}» no se pueden separar",
    '"{words}" may be an author, a publisher or both': (
        "«{words}» puede ser un autor, un editor o ambas cosas"
    ),
    "no line of the page names its source in a form of the site description": (
        "ninguna línea de la página nombra su fuente en una forma de la descripción del sitio"
    ),
    "no line of the page gives the date of the original": (
        "ninguna línea de la página da la fecha del original"
    ),
    # The archive
    "  {pointer}: {before} -> {after}": "  {pointer}: {before} -> {after}",
    '"{id}" was erased (event {event})': "«{id}» se borró (suceso {event})",
    '"{id}" was withdrawn (event {event})': "«{id}» se retiró (suceso {event})",
    '"{path}" is outside the folder of the record': (
        "«{path}» está fuera de la carpeta del registro"
    ),
    '"{text}" is no seal; give the line that `verify --seal` printed': (
        "«{text}» no es un sello; indique la línea que imprimió `verify --seal`"
    ),
    "a link is in the place of the file": "en el lugar del archivo hay un enlace",
    "a quote is not in the text at its place": "una cita no está en su lugar del texto",
    "a run was stopped, or is running; if none is, run `nizkorcite archive recover`": (
        "una ejecución se interrumpió o está en marcha; si no hay ninguna, ejecute `nizkorcite "
        "archive recover`"
    ),
    "a time is a number with s, m, h or d, such as 10m or 7d": (
        "un plazo es un número con s, m, h o d, como 10m o 7d"
    ),
    "another process is writing into the archive: {process} on {host}; wait for it to end": (
        "otro proceso está escribiendo en el archivo documental: {process} en {host}; espere a que "
        "termine"
    ),
    "capture {sha256}: {bytes} bytes, {facts}: {place}": (
        "captura {sha256}: {bytes} bytes, {facts}: {place}"
    ),
    "damaged: {number}": "daños: {number}",
    "documents added: {number}": "documentos añadidos: {number}",
    "documents: {number}": "documentos: {number}",
    "documents: {number} of {total}": "documentos: {number} de {total}",
    "erased (event {event}); the bytes are gone": (
        "borrado (suceso {event}); los bytes ya no existen"
    ),
    "event {number}, {time}: {type}": "suceso {number}, {time}: {type}",
    "every byte was read in this run": "en esta ejecución se leyeron todos los bytes",
    "files: {files}, bytes: {bytes}": "archivos: {files}, bytes: {bytes}",
    "further captures: {number}": "capturas nuevas de documentos existentes: {number}",
    "further versions: {number}": "versiones nuevas: {number}",
    "its name differs from that of another file only in letter case or form": (
        "su nombre solo difiere del de otro archivo en las mayúsculas o en la forma de Unicode"
    ),
    "known already: {number}": "ya conocidos: {number}",
    "no damage found in what was compared": "no se encontró ningún daño en lo que se comparó",
    'no document has the id "{id}"': "ningún documento tiene el identificador «{id}»",
    'in {name}, "{member}" is "{value}", which this version of nizkorcite does not know; use a '
    "newer version": (
        "en {name}, «{member}» es «{value}», que esta versión de nizkorcite no conoce; use una "
        "versión más nueva"
    ),
    "it is an archive without {name}; put that file back from a copy": (
        "es un archivo documental sin {name}; recupere ese archivo de una copia"
    ),
    "it is an archive whose log is missing or empty; put the folder {name} back from a copy": (
        "es un archivo documental cuyo diario falta o está vacío; recupere la carpeta {name} de "
        "una copia"
    ),
    "making the archive was stopped; run `nizkorcite archive init {path}` again": (
        "la creación del archivo documental se interrumpió; ejecute de nuevo `nizkorcite archive "
        "init {path}`"
    ),
    "{path} is no ordinary file": "{path} no es un archivo normal",
    "{path} is no ordinary file; remove it": "{path} no es un archivo normal; elimínelo",
    "the check could not be recorded: {problem}": (
        "no se pudo dejar constancia de la comprobación: {problem}"
    ),
    "give the id of at least one document": "indique el identificador de al menos un documento",
    "{name} must be at least {least}": "{name} debe ser como mínimo {least}",
    "the index cannot be written: {problem}": "no se puede escribir el índice: {problem}",
    "another process uses it; try again later": (
        "otro proceso lo está usando; inténtelo de nuevo más tarde"
    ),
    "an archive is used by the thread that opened it; open it in each thread": (
        "un archivo documental se usa desde el hilo que lo abrió; ábralo en cada hilo"
    ),
    "{path} is missing or damaged; run `nizkorcite archive verify {folder}`, and mend it with "
    "`nizkorcite archive repair {folder} --from COPY`": (
        "{path} falta o está dañado; ejecute `nizkorcite archive verify {folder}` y repárelo con "
        "`nizkorcite archive repair {folder} --from COPIA`"
    ),
    "the archive is damaged, so documents may be missing here; run `nizkorcite archive verify "
    "{folder}`": (
        "el archivo documental está dañado, así que pueden faltar documentos aquí; ejecute "
        "`nizkorcite archive verify {folder}`"
    ),
    'there is no word to search for in "{words}"': "no hay ninguna palabra que buscar en «{words}»",
    "the index differs from the packs; remove the file, and it is made again": (
        "el índice difiere de los paquetes; elimine el archivo y se creará de nuevo"
    ),
    "the event that seal.txt names is missing from the log, or was changed": (
        "el suceso que nombra seal.txt falta en el diario, o se modificó"
    ),
    "the file is no seal": "el archivo no es un sello",
    "the log has lost the event that {seal} names, or it was changed, so nothing is written; mend "
    "it with `nizkorcite archive repair {folder} --from COPY`": (
        "el diario ha perdido el suceso que nombra {seal}, o este se modificó, así que no se "
        "escribe nada; repárelo con `nizkorcite archive repair {folder} --from COPIA`"
    ),
    "the name of the file is not the month of its events": (
        "el nombre del archivo no es el mes de sus sucesos"
    ),
    "no event of the log names it": "ningún suceso del diario lo nombra",
    "no such folder; make an archive with `nizkorcite archive init {path}`": (
        "no existe la carpeta; cree un archivo documental con `nizkorcite archive init {path}`"
    ),
    "not in the archive": "no está en el archivo documental",
    "not read in this run: packs {packs}": "no se leyeron en esta ejecución: paquetes {packs}",
    "nothing": "nada",
    "manifest and seal made anew from the log": (
        "se crearon de nuevo el manifiesto y el sello a partir del diario"
    ),
    "nothing to recover": "no hay nada que recuperar",
    "oldest check: {time} ({days} days ago)": (
        "comprobación más antigua: {time} (hace {days} días)"
    ),
    "only the {number} documents changed last are ranked, since more have these words": (
        "solo se ordenan los {number} documentos cambiados más recientemente, porque hay más con "
        "estas palabras"
    ),
    "refused: {number}": "rechazados: {number}",
    "{time}: {type}": "{time}: {type}",
    "{event}; made on {origin}": "{event}; hecha el {origin}",
    "{folder} has no file of the archive that was copied": (
        "{folder} no tiene ningún archivo del archivo documental copiado"
    ),
    "{path} is a link, which leads out of the archive; remove it": (
        "{path} es un enlace que lleva fuera del archivo documental; elimínelo"
    ),
    "the text is empty; the log keeps it for good": (
        "el texto está vacío; el diario lo conserva para siempre"
    ),
    "the log cannot have this event: {problem}": (
        "el diario no puede contener este suceso: {problem}"
    ),
    'events of the type "{type}" are written by what they report': (
        "los sucesos del tipo «{type}» los escribe aquello de lo que informan"
    ),
    "files of a stopped run, removed or moved to quarantine: {number}": (
        "archivos de una ejecución interrumpida, eliminados o movidos a quarantine: {number}"
    ),
    "something that is no ordinary file is in its place": (
        "en su lugar hay algo que no es un archivo normal"
    ),
    "the archive does not go on from the state that the seal was made of: it was replaced, or "
    "events were lost": (
        "el archivo documental no continúa desde el estado del sello: se sustituyó o se perdieron "
        "sucesos"
    ),
    'the archive has no bytes of "{id}"': ("el archivo documental no tiene ningún byte de «{id}»"),
    'the digest of "{path}" is not that in the record; `nizkorcite validate --files` shows both': (
        "la huella de «{path}» no es la del registro; `nizkorcite validate --files` muestra ambas"
    ),
    "the digest or length in the record is not that of the bytes": (
        "la huella o la longitud del registro no es la de los bytes"
    ),
    "the end of the file is missing": "falta el final del archivo",
    "the file cannot be read": "el archivo no se puede leer",
    "the file has the right length and another digest": (
        "el archivo tiene la longitud debida, pero otra huella"
    ),
    "the file is longer than it was": "el archivo es más largo que antes",
    "the file is missing": "falta el archivo",
    "the file is no whole WARC file from here on": (
        "a partir de aquí, el archivo no es un WARC íntegro"
    ),
    "the folder has other files, such as {name}; give an empty or a new folder": (
        "la carpeta tiene otros archivos, como {name}; indique una carpeta vacía o nueva"
    ),
    "the folder is an archive already": "la carpeta ya es un archivo documental",
    "the folder is no archive (it has no {name}); make one with `nizkorcite archive init {path}`": (
        "la carpeta no es un archivo documental (no tiene {name}); cree uno con `nizkorcite "
        "archive init {path}`"
    ),
    'the id "{id}" is that of a page with another address, {address}; give this one an id of its '
    "own with --id": (
        "el identificador «{id}» es el de una página con otra dirección, {address}; dé a esta uno "
        "propio con --id"
    ),
    "the line is no event that follows the one before": (
        "la línea no es un suceso que siga al anterior"
    ),
    "the line is no version of a record": "la línea no es una versión de un registro",
    "the log has lost the event of {path}, which {manifest} lists, so nothing is written; mend it "
    "with `nizkorcite archive repair {folder} --from COPY`": (
        "el diario ha perdido el suceso de {path}, que figura en {manifest}, y por eso no se "
        "escribe nada; repárelo con `nizkorcite archive repair {folder} --from COPIA`"
    ),
    "the log is damaged at {path}:{line}, so nothing is written; run `nizkorcite archive verify "
    "{folder}`": (
        "el diario está dañado en {path}:{line}, y por eso no se escribe nada; ejecute `nizkorcite "
        "archive verify {folder}`"
    ),
    "the manifest differs from the log": "el manifiesto difiere del diario",
    "the manifest lists the file, and the log has lost its event": (
        "el archivo figura en el manifiesto y el diario ha perdido su suceso"
    ),
    "the record is invalid": "el registro no es válido",
    'the record names the file "{path}": {problem}': (
        "el registro nombra el archivo «{path}»: {problem}"
    ),
    "the version does not follow the one before": "la versión no sigue a la anterior",
    "unverifiable, since the archive has no bytes of them: {number} documents": (
        "no verificables, porque el archivo documental no tiene sus bytes: {number} documentos"
    ),
    "version {number}: {event}": "versión {number}: {event}",
    "withdrawn (event {event})": "retirado (suceso {event})",
    "{done} of {total} MB, {left} left": "{done} de {total} MB, faltan {left}",
    "{event}, by {agent}": "{event}, por {agent}",
    "{event}: {note}": "{event}: {note}",
    "{file}, byte {offset}": "{file}, byte {offset}",
    '{folder} has no document with the id, address or digest "{name}"; look for words with '
    "`nizkorcite archive search`": (
        "{folder} no tiene ningún documento con el identificador, la dirección o la huella "
        "«{name}»; busque palabras con `nizkorcite archive search`"
    ),
    "{folder}: an archive; add pages with `nizkorcite archive add`": (
        "{folder}: un archivo documental; añada páginas con `nizkorcite archive add`"
    ),
    "{host} may be writing into the archive (process {process}); if it is not, remove {path}": (
        "{host} puede estar escribiendo en el archivo documental (proceso {process}); si no es "
        "así, elimine {path}"
    ),
    "{id}: a further capture, which differs in {pointers}; the record keeps its values": (
        "{id}: una captura más, que difiere en {pointers}; el registro conserva sus valores"
    ),
    "{id}: a further capture, which says the same": "{id}: una captura más, que dice lo mismo",
    "{id}: version {number}: {pointers}": "{id}: versión {number}: {pointers}",
    "{id}: versions: {number}": "{id}: versiones: {number}",
    "{name} exists; write to another file, or add --force": (
        "{name} ya existe; escriba en otro archivo o añada --force"
    ),
    "{place}: {code}: {message}": "{place}: {code}: {message}",
    "{line} [{id}]": "{line} [{id}]",
    # Collections
    "bytes {start} to {end}: {reason}; records lost: {number}": (
        "bytes {start} a {end}: {reason}; registros perdidos: {number}"
    ),
    "records read: {read}, skipped: {skipped}, lost: {lost}": (
        "registros leídos: {read}, omitidos: {skipped}, perdidos: {lost}"
    ),
    "the compressed data is damaged, and the record has no digest": (
        "los datos comprimidos están dañados y el registro no tiene huella"
    ),
    "the file ends before the record does": "el archivo termina antes que el registro",
    "the data unpacks to far more than a page may have": (
        "los datos descomprimidos superan con mucho lo que puede tener una página"
    ),
    "the page does not have the digest that the record states": (
        "la página no tiene la huella que indica el registro"
    ),
    "the record does not have the digest that it states": (
        "el registro no tiene la huella que él mismo indica"
    ),
    "the record is larger than a page may be": (
        "el registro es más grande de lo que puede ser una página"
    ),
    "the answer has no HTTP header": "la respuesta no tiene cabecera HTTP",
    "there is no such file beside the index {index}": (
        "no existe ese archivo junto al índice {index}"
    ),
    "line {number} names no file and offset as CDX or CDXJ do": (
        "la línea {number} no nombra un archivo y una posición como lo hacen CDX o CDXJ"
    ),
    "the index names a record after the end of the file": (
        "el índice nombra un registro posterior al final del archivo"
    ),
    "Parquet files need an extra; install it: {command}": (
        "los archivos Parquet necesitan un complemento; instálelo: {command}"
    ),
    "a row has neither a path nor the JSON of a record in record": (
        "una fila no tiene ni una ruta en path ni el JSON de un registro en record"
    ),
    "a row has neither a path nor the bytes of a page in html": (
        "una fila no tiene ni una ruta en path ni los bytes de una página en html"
    ),
    "only files of the machine itself are read; mount what {name} names": (
        "solo se leen archivos de la propia máquina; monte lo que nombra {name}"
    ),
    "give an absolute path: each process has a folder of its own": (
        "indique una ruta absoluta: cada proceso tiene su propia carpeta"
    ),
    "there are bytes that are no record": "hay bytes que no son ningún registro",
    "the length of the record is false": "la longitud del registro es errónea",
    "the record repeats one that the collection does not have": (
        "el registro repite otro que la colección no contiene"
    ),
    "the dictionary at its start is damaged": "el diccionario del principio está dañado",
    "is compressed with {compression}; install what reads it: {command}": (
        "está comprimido con {compression}; instale lo que permite leerlo: {command}"
    ),
    "the page is cut off: the answer is a part of it (status 206)": (
        "la página está cortada: la respuesta es una parte de ella (estado 206)"
    ),
    "the page is cut off: its last chunk is missing": (
        "la página está cortada: falta el último de sus bloques"
    ),
    "the server announced {announced} bytes, and {length} came; the page may be cut off": (
        "el servidor anunció {announced} bytes y llegaron {length}; la página puede estar cortada"
    ),
    "the page is cut off: its record states the reason {reason} (WARC-Truncated)": (
        "la página está cortada: su registro indica el motivo {reason} (WARC-Truncated)"
    ),
    "{member} in it is packed or encrypted, which WACZ does not allow; unpack the file and give "
    "the WARC files": (
        "{member} está comprimido o cifrado dentro de él, lo que WACZ no permite; descomprima el "
        "archivo e indique los archivos WARC"
    ),
    "give a day, as {example}": "indique un día, como {example}",
    "{option} is for collections (WARC, ARC, WACZ), and none is given": (
        "{option} es para colecciones (WARC, ARC, WACZ), y no se indica ninguna"
    ),
    "a media type has the form {example}": "un tipo de contenido tiene la forma {example}",
    "an HTTP status has three digits, as 200, or is a class, as 2xx": (
        "un código de estado HTTP tiene tres cifras, como 200, o es una clase, como 2xx"
    ),
    "{option} is for one page, and a collection states it of each capture": (
        "{option} es para una sola página; una colección ya lo indica en cada captura"
    ),
    "what was written is kept in {name}.part; to go on, repeat the command with --resume": (
        "lo escrito se conserva en {name}.part; para continuar, repita la orden con --resume"
    ),
    "{name}.part is of an unfinished run; add --resume to go on with it, or --force to begin "
    "again": (
        "{name}.part es de una ejecución sin terminar; añada --resume para continuarla, o --force "
        "para empezar de nuevo"
    ),
    "{name}.part is of a run with other inputs or options; repeat that command with --resume, or "
    "add --force to begin again": (
        "{name}.part es de una ejecución con otras entradas u opciones; repita aquella orden con "
        "--resume, o añada --force para empezar de nuevo"
    ),
    "--resume is for an output file; give one with -o": (
        "--resume es para un archivo de salida; indique uno con -o"
    ),
    "the records of a collection are written to one file, as -o records.jsonl, without --explain": (
        "los registros de una colección se escriben en un solo archivo, como -o registros.jsonl, "
        "sin --explain"
    ),
    "another run is writing it": "otra ejecución lo está escribiendo",
    "documents erased: {number} (event {event})": "documentos borrados: {number} (suceso {event})",
    "records overwritten in WARC files that are kept whole: {number}": (
        "registros sobrescritos en archivos WARC conservados enteros: {number}"
    ),
    "pages that stay in WARC files which are kept whole: {number}": (
        "páginas que siguen en archivos WARC conservados enteros: {number}"
    ),
    "records that are no pages: {number}": "registros que no son páginas: {number}",
    "its records are packed together, so that none can be read alone; unpack it, as with gunzip or "
    "unzstd, and add the .warc file": (
        "sus registros están comprimidos juntos, de modo que ninguno se puede leer solo; "
        "descomprímalo, por ejemplo con gunzip o unzstd, y añada el archivo .warc"
    ),
    "it has a page that was erased ({address}), so it is not kept; make records of the other pages "
    "with `nizkorcite read`, and add those": (
        "contiene una página que se borró ({address}), por lo que no se conserva; haga registros "
        "de las demás páginas con `nizkorcite read` y añádalos"
    ),
    "the record repeats one that is neither in the file nor in the archive": (
        "el registro repite otro que no está ni en el archivo ni en el archivo documental"
    ),
    "documents withdrawn: {number} (event {event})": (
        "documentos retirados: {number} (suceso {event})"
    ),
    "give the id of a document, and FIELD=VALUE": (
        "indique el identificador de un documento y CAMPO=VALOR"
    ),
    "nothing to repair": "no hay nada que reparar",
    "the id of a document in an archive stays as it is": (
        "el identificador de un documento archivado no cambia"
    ),
    "the log of the copy is damaged, older, or that of another archive": (
        "el diario de la copia está dañado, es más antiguo o es de otro archivo documental"
    ),
    "{path} is damaged: {problem}; mend it first with `nizkorcite archive repair`": (
        "{path} está dañado: {problem}; repárelo primero con `nizkorcite archive repair`"
    ),
    "{path}: damaged in the copy too, or missing there": (
        "{path}: también está dañado en la copia, o falta en ella"
    ),
    "{path}: replaced by that of the copy": "{path}: sustituido por el de la copia",
    # The report on an archive
    "a report needs an extra: {command}": "un informe necesita un complemento: {command}",
    "1 to 10 years": "De 1 a 10 años",
    "2 to 7 days": "De 2 a 7 días",
    "31 days to a year": "De 31 días a un año",
    "31 to 90 days": "De 31 a 90 días",
    "8 to 30 days": "De 8 a 30 días",
    "91 days to a year": "De 91 días a un año",
    "A layer without date": "Una capa sin fecha",
    "All that a full citation of both layers needs": (
        "Todo lo que exige una cita completa de ambas capas"
    ),
    "As of": "A fecha de",
    "By the date of each layer. A date that spans more than one column is in none of them.": (
        "Por la fecha de cada capa. Una fecha que abarca más de una columna no está en ninguna."
    ),
    "Bytes by the time since they were last read and compared with their digests.": (
        "Bytes según el tiempo transcurrido desde que se leyeron y cotejaron con sus huellas."
    ),
    "Bytes of a saved copy": "Bytes de una copia guardada",
    "Completeness by field": "Completitud por campo",
    "Date not exact enough": "Fecha poco precisa",
    "Date not stated": "Sin fecha indicada",
    "Delay between the layers": "Intervalo entre las capas",
    "Documents": "Documentos",
    "Documents over time": "Documentos a lo largo del tiempo",
    "Documents whose record states the field.": "Documentos cuyo registro indica el campo.",
    "Erased": "Borrados",
    "Fixity": "Integridad",
    "From the date of the original to that of the republication.": (
        "De la fecha del original a la de la republicación."
    ),
    "More than 10 years": "Más de 10 años",
    "More than a year": "Más de un año",
    "Names and lengths of all files are as the log says.": (
        "Los nombres y longitudes de todos los archivos son los que dice el diario."
    ),
    "No file has been read since it was written.": (
        "Ningún archivo se ha leído desde que se escribió."
    ),
    "No record states a date.": "Ningún registro indica una fecha.",
    "Not read since they were written": "Sin leer desde que se escribieron",
    "Nothing can compare {number} documents, of which the archive has no bytes.": (
        "Nada puede cotejar {number} documentos, de los que el archivo documental no tiene bytes."
    ),
    "Packs": "Paquetes",
    "Publishers of the originals, as records name them; a document of two counts for each.": (
        "Editores de los originales, tal como los nombran los registros. Un documento de dos se "
        "cuenta en ambos."
    ),
    "Report on an archive": "Informe de un archivo documental",
    "Republished before the original": "Republicados antes que el original",
    "Sections": "Secciones",
    "Size": "Tamaño",
    "Sources": "Fuentes",
    "The archive has no documents.": "El archivo documental no tiene documentos.",
    "The last check was on {day}.": "La última comprobación fue el {day}.",
    "The next day": "Al día siguiente",
    "The numbers as a table": "Los números en una tabla",
    "The part that was read or written longest ago is {days} days old.": (
        "Lo que hace más tiempo que se leyó o escribió es de hace {days} días."
    ),
    "The same day": "El mismo día",
    "Time": "Tiempo",
    "Up to a day": "Hasta un día",
    "Withdrawn": "Retirados",
    "further damages: {number}": "otros daños: {number}",
    "records that cannot be read: {number}": "registros que no se pueden leer: {number}",
    "{number} others": "Otras {number}",
    "{path}: found damaged on {day}": "{path}: se halló dañado el {day}",
    "pages for replay: {pages} of {captures} captures, those of a known address and instant": (
        "páginas para reproducir: {pages} de {captures} capturas, las de dirección e instante "
        "conocidos"
    ),
    # Relations between documents, on a site
    "cites": "cita",
    "collects": "reúne",
    "compiles": "compila",
    "continues": "es continuación de",
    "describes": "describe",
    "documents": "documenta",
    "has a translation": "tiene una traducción",
    "has a version": "tiene una versión",
    "has as a part": "tiene como parte",
    "has metadata in": "tiene metadatos en",
    "has the metadata of": "contiene los metadatos de",
    "is a new version of": "es una versión nueva de",
    "is a source of": "es fuente de",
    "is a supplement to": "es suplemento de",
    "is a translation of": "es traducción de",
    "is a variant of": "es una variante de",
    "is a version of": "es una versión de",
    "is an earlier version of": "es una versión anterior de",
    "is cited by": "es citado por",
    "is collected by": "está reunido en",
    "is compiled by": "es compilado por",
    "is continued by": "continúa en",
    "is derived from": "deriva de",
    "is described by": "está descrito en",
    "is documented by": "está documentado en",
    "is identical to": "es idéntico a",
    "is part of": "es parte de",
    "is published in": "está publicado en",
    "is referred to by": "es mencionado por",
    "is required by": "es requerido por",
    "is reviewed by": "es reseñado por",
    "is superseded by": "es sustituido por",
    "is supplemented by": "tiene como suplemento",
    "is the original form of": "es la forma original de",
    "refers to": "menciona",
    "requires": "requiere",
    "reviews": "reseña",
    "supersedes": "sustituye a",
    # The site of static pages
    "1 document": "1 documento",
    "{number} documents": "{number} documentos",
    "APA 7": "APA 7",
    "Accents and capitals make no difference; the last word may be cut.": (
        "No importan los acentos ni las mayúsculas; la última palabra puede quedar incompleta."
    ),
    "Address": "Dirección",
    "Archived": "Archivada",
    "Archived copy": "Copia archivada",
    "Archived documents": "Documentos archivados",
    "Article": "Artículo",
    "Attribution": "Atribución",
    "Author": "Autor",
    "Book": "Libro",
    "Book chapter": "Capítulo de libro",
    "Broadcast": "Emisión",
    "By date": "Por fecha",
    "By section": "Por sección",
    "By source": "Por fuente",
    "Bytes": "Bytes",
    "Changes": "Cambios",
    "Cite this document": "Citar este documento",
    "Compiler": "Compilador",
    "Copied": "Copiado",
    "Copy": "Copiar",
    "Date": "Fecha",
    "Description": "Descripción",
    "Documents by section of the republication": "Documentos por sección de la republicación",
    "Documents by the date of the original": "Documentos por fecha del original",
    "Documents by the source of the original": "Documentos por fuente del original",
    "Documents found:": "Documentos encontrados:",
    "Edition": "Edición",
    "Editor": "Editor literario",
    "Encoding": "Codificación",
    "Feed of documents": "Canal de documentos",
    "Fetched": "Descargada",
    "Field": "Campo",
    "File": "Archivo",
    "Files": "Archivos",
    "Full sentence": "Frase completa",
    "HTTP status": "Estado HTTP",
    "Home": "Inicio",
    "How": "Cómo",
    "Identifier": "Identificador",
    "Interview": "Entrevista",
    "Interviewer": "Entrevistador",
    "Issue": "Número",
    "Judgment": "Sentencia",
    "Keywords": "Palabras clave",
    "Language": "Idioma",
    "Law": "Ley",
    "Legal basis": "Base legal",
    "Letter": "Carta",
    "Licence": "Licencia",
    "Line": "Línea",
    "Media type": "Tipo de contenido",
    "Newest documents": "Documentos más recientes",
    "News article": "Noticia",
    "No document has all these words.": "Ningún documento tiene todas estas palabras.",
    "No section": "Sin sección",
    "Notice": "Aviso",
    "Original": "Original",
    "Original date not stated": "Sin fecha del original",
    "Other": "Otro",
    "Other title": "Otro título",
    "Pages": "Páginas",
    "Pages of this site": "Páginas de este sitio",
    "Place": "Lugar",
    "Press release": "Comunicado de prensa",
    "Publication note": "Nota de publicación",
    "Published in": "Publicado en",
    "Publisher": "Editor",
    "Record": "Registro",
    "Related documents": "Documentos relacionados",
    "Report": "Informe",
    "Republication": "Republicación",
    "Resolution": "Resolución",
    "Rights": "Derechos",
    "Rights holder": "Titular de los derechos",
    "Rule": "Regla",
    "SHA-256": "SHA-256",
    "Saved copies": "Copias guardadas",
    "Saved with": "Guardada con",
    "Search": "Buscar",
    "Section": "Sección",
    "Short footnote": "Nota abreviada",
    "Shown here, the best ones:": "Se muestran los mejores:",
    "Skip to the content": "Ir al contenido",
    "Source line": "Línea de la fuente",
    "Source not stated": "Sin fuente indicada",
    "Speech": "Discurso",
    "Statement": "Declaración",
    "Text": "Texto",
    "The page states no republication.": "La página no indica ninguna republicación.",
    "The record describes no saved copy.": "El registro no describe ninguna copia guardada.",
    "The record states no words for its values.": (
        "El registro no indica las palabras de las que salen sus valores."
    ),
    "The search needs JavaScript. The lists by date, source and section do without.": (
        "La búsqueda necesita JavaScript. Las listas por fecha, fuente y sección funcionan sin él."
    ),
    "The text is not part of this site.": "El texto no forma parte de este sitio.",
    "The text is selected; copy it with Ctrl+C": "El texto está seleccionado; cópielo con Ctrl+C",
    "The words from which values were read are marked.": (
        "Están marcadas las palabras de las que se leyeron los valores."
    ),
    "The work": "La obra",
    "Title": "Título",
    "Transcriber": "Transcriptor",
    "Translator": "Traductor",
    "Treaty": "Tratado",
    "Type": "Tipo",
    "Untitled": "Sin título",
    "Volume": "Volumen",
    "WARC record": "Registro WARC",
    "Web page": "Página web",
    "Where each value was read": "De dónde sale cada valor",
    "Words": "Palabras",
    "Words to search for": "Palabras que buscar",
    "a mail address has the form name@example.org": (
        "una dirección de correo tiene la forma nombre@example.org"
    ),
    "a site needs an extra: {command}": "un sitio necesita un complemento: {command}",
    "address of the page": "dirección de la página",
    "another catalogue": "otro catálogo",
    "concluded from elsewhere": "deducida de otra parte",
    "excerpt": "extracto",
    "markup of the page": "marcado de la página",
    "no document was read, so no site was written": (
        "no se leyó ningún documento, así que no se escribió ningún sitio"
    ),
    "none": "ninguno",
    "not stated": "no consta",
    "not stated by the page": "la página no la indica",
    "printed on the page": "impreso en la página",
    "reformatted": "con otro formato",
    "republished by": "reproducido por",
    "set by a person": "fijado por una persona",
    "stated by the page": "indicada por la página",
    "statistical": "estadístico",
    "{output} is in the archive {archive}; write to another folder": (
        "{output} está en el archivo documental {archive}; escriba en otra carpeta"
    ),
    "the input {name} is in the folder of the site, {folder}; write to another folder": (
        "la entrada {name} está en la carpeta del sitio, {folder}; escriba en otra carpeta"
    ),
    "the text of its file is not the one that the record describes": (
        "el texto de su archivo no es el que describe el registro"
    ),
    "translation": "traducción",
    "where read": "de dónde sale",
    "worked out from the words": "deducido de las palabras",
    "{folder}: documents: {documents}, files: {number}": (
        "{folder}: documentos: {documents}, archivos: {number}"
    ),
    "{name} has other files than those of an earlier site; write to another folder, or add "
    "--force to write there": (
        "{name} tiene archivos que no son de un sitio anterior; escriba en otra carpeta, o añada "
        "--force para escribir ahí"
    ),
    "{name}: the id {id} is also in {other}, whose document is used": (
        "{name}: el identificador {id} también está en {other}, cuyo documento se usa"
    ),
    "{name}: {id}: no text on its page: {why}": "{name}: {id}: su página queda sin texto: {why}",
    "{path} {why}": "{path} {why}",
    "the name leads out of the folder": "el nombre conduce fuera de la carpeta",
    "not every system can have a file of this name": (
        "no todos los sistemas admiten un archivo con este nombre"
    ),
    "the name is not in the composed form of Unicode (NFC)": (
        "el nombre no está en la forma compuesta de Unicode (NFC)"
    ),
    "no manifest lists this file": "ningún manifiesto incluye este archivo",
    "the file has another digest than its manifest says": (
        "el archivo tiene una huella distinta de la que indica su manifiesto"
    ),
    "the file does not say what a package of this kind says": (
        "el archivo no dice lo que declara un paquete de este tipo"
    ),
    "the manifest cannot be read": "el manifiesto no se puede leer",
    "the contents are not those of an archive that nizkorcite exported": (
        "el contenido no es el de un archivo documental exportado por nizkorcite"
    ),
    "nothing is imported; files refused: {number}": (
        "no se importa nada; archivos rechazados: {number}"
    ),
    "{name} exists; export to a name that does not exist yet": (
        "{name} ya existe; exporte a un nombre que aún no exista"
    ),
    "{path} is damaged, so nothing is exported; run `nizkorcite archive verify {folder}`": (
        "{path} está dañado, así que no se exporta nada; ejecute `nizkorcite archive verify "
        "{folder}`"
    ),
    "{name} is neither an archive, a bag nor an OCFL storage root of one; add pages and records "
    "with `nizkorcite archive add`": (
        "{name} no es un archivo documental, ni un paquete BagIt o un depósito OCFL de uno; añada "
        "páginas y registros con `nizkorcite archive add`"
    ),
    "{kind} is not a text; name a new one with -o OUT": (
        "{kind} no es un texto; indique un nombre nuevo con -o SALIDA"
    ),
    "a table needs --by and --why, since it can change records": (
        "una tabla requiere --by y --why, porque puede cambiar registros"
    ),
    "{other} has the same id": "{other} tiene el mismo identificador",
    "{path}: {code}: {problem}": "{path}: {code}: {problem}",
    "documents changed: {number}": "documentos cambiados: {number}",
    # Origins
    "{pages} pages, 1 source": "{pages} páginas, 1 fuente",
    "{pages} pages, {sources} sources": "{pages} páginas, {sources} fuentes",
    "no pages republish one original": "no hay páginas que republiquen un mismo original",
    "{number} pages": "{number} páginas",
    "no source stated": "sin fuente indicada",
    "same text, different source line: {number}": (
        "mismo texto con distinta línea de fuente: {number}"
    ),
    "decided": "decidido",
    "no fact that both state": "ningún dato que conste en ambas",
    "the same words as {other}": "las mismas palabras que {other}",
    "has {share} % of the text of {other}": "contiene el {share} % del texto de {other}",
    "{share} % of its text in {other}": "el {share} % de su texto está en {other}",
    "“{first}” against “{second}”": "«{first}» frente a «{second}»",
    "“{first}” and “{second}”": "«{first}» y «{second}»",
    "publisher: {words}": "editor: {words}",
    "place: {words}": "lugar: {words}",
    "date: {words}": "fecha: {words}",
    'the table has no column "{name}"': "la tabla no tiene la columna «{name}»",
    'line {line}: "{text}" is no decision; write "same" or "not the same"': (
        "línea {line}: «{text}» no es una decisión; escriba «same» (es el mismo original) o "
        "«not the same» (no lo es)"
    ),
    "line {line} does not name two pages": "la línea {line} no indica dos páginas",
    'the decisions contradict each other: "{first}" and "{second}" are not the same, but other '
    "decisions make them the same; change one of them": (
        "las decisiones se contradicen: «{first}» y «{second}» no son el mismo original, pero "
        "según otras decisiones lo son; cambie una de ellas"
    ),
    "it is no file of records; `nizkorcite read -o` makes them": (
        "no es un archivo de registros; `nizkorcite read -o` los crea"
    ),
    "records with new relations: {number}": "registros con relaciones nuevas: {number}",
    "pages: {number}": "páginas: {number}",
    "in no group: {number}": "sin grupo: {number}",
    "a decision is on two documents": "una decisión es sobre dos documentos",
    "records whose relations have changed: {number}": (
        "registros cuyas relaciones cambiaron: {number}"
    ),
    "a decision needs --by and --why": "una decisión requiere --by y --why",
    "pairs of forms, not listed: {number}": "pares de formularios, no enumerados: {number}",
    "not compared (less than 80 words): {number}": (
        "sin comparar (menos de 80 palabras): {number}"
    ),
    "pages left out, since an earlier one has their id: {number}": (
        "páginas omitidas, porque otra anterior tiene su identificador: {number}"
    ),
    "decisions on pages that were not given: {number}": (
        "decisiones sobre páginas que no se han indicado: {number}"
    ),
    "{name}: {id}: no text to compare; the record names no file that can be read from its folder "
    "(or --base)": (
        "{name}: {id}: no hay texto que comparar; el registro no nombra ningún archivo que se "
        "pueda leer desde su carpeta (o --base)"
    ),
}
