"""Rules about pages that are read (NZ6xx): values that a reader leaves out or doubts."""

from nizkorcite.validation.catalogue.rule import Rule

PAGE_RULES = (
    Rule(
        "NZ601",
        "no original source found",
        """The page has no line that names its original source in a form that is read, such as
        "[Source: Reuters, Moscow, 09Sep15]" at the end of the text. The record says that the source
        is unknown, or infers it from the page's own publisher. If the page names a source
        elsewhere, set it with --set.""",
        es_title="no se encontró la fuente original",
        es_explanation="""La página no tiene ninguna línea que nombre su fuente original en una
        forma que se lea, como "[Fuente: Reuters, Moscú, 09sep15]" al final del texto. El registro
        indica que la fuente se desconoce, o la deduce del editor de la propia página. Si la página
        nombra la fuente en otro lugar, indíquela con --set.""",
        severity="warning",
        wrong="A report that names no source.",
        right="[Source: Reuters, Moscow, 09Sep15]",
    ),
    Rule(
        "NZ602",
        "a value that the page does not state",
        """The page does not state this value, so the record leaves it out; nothing is filled in. If
        the page is cut off, save it again; if you know the value from elsewhere, set it with
        --set.""",
        es_title="un valor que la página no da",
        es_explanation="""La página no da este valor, así que el registro lo omite; nunca se rellena
        nada. Si la página está cortada, vuelva a guardarla; si conoce el valor por otro medio,
        indíquelo con --set.""",
        severity="info",
        wrong="[Source: Reuters]",
        right="[Source: Reuters, Moscow, 09Sep15]",
    ),
    Rule(
        "NZ611",
        "a note that is cut off",
        """The publication note or the rights notice ends before its full stop, so the page was
        probably cut when it was saved. Nothing of the note is used. Save the page again.""",
        es_title="una nota cortada",
        es_explanation="""La nota de publicación o el aviso de derechos termina antes del punto
        final, así que la página probablemente se cortó al guardarla. No se usa nada de la nota.
        Vuelva a guardar la página.""",
        severity="warning",
        wrong="This document has been published on 28Feb17 by the Equipo Niz",
        right="This document has been published on 28Feb17 by the Equipo Nizkor.",
    ),
    Rule(
        "NZ621",
        "a value that cannot be read",
        """The page has this value, but not in a form that makes sense: a day that no calendar has,
        a date in an unknown form, a notice of unlikely length. The value is left out, since a guess
        would be worse. Look at the page and set the value with --set.""",
        es_title="un valor que no se puede leer",
        es_explanation="""La página tiene este valor, pero no en una forma que tenga sentido: un día
        que no existe en el calendario, una fecha en una forma desconocida, un aviso de longitud
        improbable. El valor se omite, porque una suposición sería peor. Mire la página e indique el
        valor con --set.""",
        severity="warning",
        wrong="[Source: Reuters, Moscow, 31Feb15]",
        right="[Source: Reuters, Moscow, 28Feb15]",
    ),
    Rule(
        "NZ622",
        "a printed source that is not understood",
        """A line of the page names a source, but not in a form that is read with certainty: an
        unknown abbreviation before a dash, several names, a name in another grammatical case. The
        page's own site is therefore not taken as the original publisher, and the line is kept as
        the source line. Look at the page and set the publisher with --set.""",
        es_title="una fuente impresa que no se entiende",
        es_explanation="""Una línea de la página nombra una fuente, pero no en una forma que se lea
        con certeza: una sigla desconocida delante de un guion, varios nombres, un nombre declinado.
        Por eso el propio sitio no se toma como editor original, y la línea se conserva como línea
        de la fuente. Mire la página e indique el editor con --set.""",
        severity="warning",
        wrong="Distributed by Harbour Content Agency, on behalf of others.",
        right="Source: Harbour Content Agency",
    ),
    Rule(
        "NZ631",
        "a date with several readings",
        """The date can mean several days: 03/04/2015 is in March or in April, and a year of two
        digits may be of either century. No reading is chosen. Set the right one with --set.""",
        es_title="una fecha con varias lecturas",
        es_explanation="""La fecha puede significar varios días: 03/04/2015 es de marzo o de abril,
        y un año de dos cifras puede ser de un siglo o de otro. No se elige ninguna lectura. Indique
        la correcta con --set.""",
        severity="warning",
        wrong="[Source: Reuters, Moscow, 03/04/2015]",
        right="[Source: Reuters, Moscow, 03Apr15]",
    ),
    Rule(
        "NZ632",
        "dates that contradict each other",
        """Statements of the page disagree: metadata with two days of publication, a republication
        before the original, or a date after the page was fetched. At least one of them is wrong, so
        none is used. Set the right one with --set.""",
        es_title="fechas que se contradicen",
        es_explanation="""La página se contradice: metadatos con dos días de publicación, una
        republicación anterior al original o una fecha posterior a la descarga de la página. Al
        menos una de las fechas está mal, así que no se usa ninguna. Indique la correcta con
        --set.""",
        severity="warning",
        wrong='<meta name="dc.date" content="2017-02-28">\n'
        '<meta property="article:published_time" content="2017-03-01">',
        right='<meta name="dc.date" content="2017-02-28">\n'
        '<meta property="article:published_time" content="2017-02-28">',
    ),
    Rule(
        "NZ633",
        "names that cannot be separated",
        """Commas and conjunctions do not show which of the names are publishers and which is a
        place, or where one name ends. The doubtful names are left out. Set them with --set.""",
        es_title="nombres que no se pueden separar",
        es_explanation="""Las comas y las conjunciones no muestran qué nombres son editores y cuál
        es un lugar, o dónde termina cada nombre. Los nombres dudosos se omiten. Indíquelos con
        --set.""",
        severity="warning",
        wrong="[Source: El Mundo, EFE]",
        right="[Source: El Mundo, EFE, Madrid, 09Sep15]",
    ),
    Rule(
        "NZ634",
        "a possible author, left out",
        """The page names someone who may be its author, but not in a way that is certain: the words
        may be an account, a label, the publisher or several names, or the line may be part of the
        text. Add the author with --set.""",
        es_title="un posible autor, omitido",
        es_explanation="""La página nombra a alguien que puede ser su autor, pero no de forma
        segura: las palabras pueden ser una cuenta, una etiqueta, el editor o varios nombres, o la
        línea puede ser parte del texto. Añada el autor con --set.""",
        severity="warning",
        wrong='<meta name="author" content="Ana Prueba and Luis Ejemplo">',
        right='<meta name="author" content="Ana Prueba">\n'
        '<meta name="author" content="Luis Ejemplo">',
    ),
    Rule(
        "NZ635",
        "two source lines",
        """Two lines at the end of the text name a source, and nothing shows which of them is that
        of the text. Neither is used. Set publisher, place and date with --set.""",
        es_title="dos líneas de fuente",
        es_explanation="""Dos líneas al final del texto nombran una fuente, y nada muestra cuál es
        la del texto. No se usa ninguna. Indique el editor, el lugar y la fecha con --set.""",
        severity="warning",
        wrong="[Source: EFE, Roma, 01Feb09]\n[Source: Reuters, Moscow, 09Sep15]",
        right="[Source: Reuters, Moscow, 09Sep15]",
    ),
    Rule(
        "NZ636",
        "several documents in one file",
        """The file has several documents, one after the other, each with its publication note.
        Values of different documents would be mixed, so none is used. Save each document in its own
        file.""",
        es_title="varios documentos en un archivo",
        es_explanation="""El archivo tiene varios documentos, uno tras otro, cada uno con su nota de
        publicación. Se mezclarían valores de distintos documentos, así que no se usa ninguno.
        Guarde cada documento en su propio archivo.""",
        severity="warning",
        wrong="DERECHOS ... published on 28Feb17 ... DERECHOS ... published on 01Mar17 ...",
        right="DERECHOS ... published on 28Feb17 ...",
    ),
    Rule(
        "NZ637",
        "a publication note within the text",
        """Paragraphs of text follow the publication note, so the note may be quoted from another
        page. It is not used. If the note is the page's own, set the republication with --set.""",
        es_title="una nota de publicación dentro del texto",
        es_explanation="""Después de la nota de publicación siguen párrafos de texto, así que la
        nota puede ser la cita de otra página. No se usa. Si es la nota de esta página, indique la
        republicación con --set.""",
        severity="warning",
        wrong="This document has been published on 28Feb17 by the Equipo Nizkor.\n"
        "More paragraphs ...",
        right="The last paragraph.\n"
        "This document has been published on 28Feb17 by the Equipo Nizkor.",
    ),
    Rule(
        "NZ638",
        "an address that is not used",
        """The source line has an address without http:// or https://, or several addresses. A
        record holds one complete address of the original; set it with --set.""",
        es_title="una dirección que no se usa",
        es_explanation="""La línea de la fuente tiene una dirección sin http:// ni https://, o
        varias direcciones. Un registro guarda una sola dirección completa del original; indíquela
        con --set.""",
        severity="warning",
        wrong="[Source: Reuters, www.example.org, 09Sep15]",
        right="[Source: Reuters, https://www.example.org/a, 09Sep15]",
    ),
    Rule(
        "NZ641",
        "a page without text",
        """The page shows no text: it consists of frames, is cut off, or is built by a script in the
        browser. Read the files of its frames, or save the page from a browser after it has
        loaded.""",
        es_title="una página sin texto",
        es_explanation="""La página no muestra texto: se compone de marcos, está cortada o la genera
        un script en el navegador. Lea los archivos de sus marcos, o guarde la página desde un
        navegador cuando haya terminado de cargarse.""",
        severity="warning",
        wrong='<frameset cols="*,*"><frame src="menu.html"><frame src="text.html"></frameset>',
        right="<html><p>The text of the page.</p></html>",
    ),
    Rule(
        "NZ642",
        "broken JSON-LD",
        """A script with metadata of the page (JSON-LD) is not valid JSON, or nests too deeply. It
        is skipped, and values that only this script states are missing from the record. Compare the
        record with the page.""",
        es_title="JSON-LD dañado",
        es_explanation="""Un script con metadatos de la página (JSON-LD) no es JSON válido, o
        tiene demasiados niveles de anidamiento. Se omite, y los valores que solo da ese script
        faltan en el registro. Compare el registro con la página.""",
        severity="warning",
        wrong='<script type="application/ld+json">{"headline": "A",</script>',
        right='<script type="application/ld+json">{"headline": "A"}</script>',
    ),
    Rule(
        "NZ643",
        "several articles described",
        """The page's metadata (JSON-LD) describes several articles, and none of them has the page's
        own address or title; it may be a front page, or a page with related stories. Only what all
        articles have in common is used.""",
        es_title="se describen varios artículos",
        es_explanation="""Los metadatos de la página (JSON-LD) describen varios artículos, y ninguno
        tiene la dirección ni el título de la página; puede ser una portada, o una página con
        noticias relacionadas. Solo se usa lo que todos los artículos tienen en común.""",
        severity="warning",
        wrong='[{"@type": "NewsArticle", "headline": "A"}, {"@type": "NewsArticle", '
        '"headline": "B"}]',
        right='[{"@type": "NewsArticle", "headline": "A"}]',
    ),
    Rule(
        "NZ644",
        "two publishers named",
        """The page's metadata names two publishers, as of an article and of the whole site. The
        first is used; if it is the wrong one, set the publisher with --set.""",
        es_title="se nombran dos editores",
        es_explanation="""Los metadatos de la página nombran dos editores, como el del artículo y el
        de todo el sitio. Se usa el primero; si no es el correcto, indique el editor con --set.""",
        severity="warning",
        wrong='<meta name="dc.publisher" content="News A">\n'
        '<meta property="og:site_name" content="News B">',
        right='<meta name="dc.publisher" content="News A">',
    ),
    Rule(
        "NZ645",
        "source line and date line differ",
        """The line below the masthead and the source line date the original differently. The source
        line's date is used, since it belongs to the named source; look at the page, because one of
        the two is misprinted.""",
        es_title="la línea de la fuente y la de la fecha difieren",
        es_explanation="""La línea debajo de la cabecera y la línea de la fuente dan fechas
        distintas del original. Se usa la de la fuente, porque acompaña al editor que se nombra;
        mire la página, porque una de las dos está mal impresa.""",
        severity="warning",
        wrong="26feb17 ... [Source: Itar Tass, Dushanbe, 27Feb17]",
        right="27feb17 ... [Source: Itar Tass, Dushanbe, 27Feb17]",
    ),
    Rule(
        "NZ646",
        "several publishers in one name, perhaps",
        """The name has a word or sign that may join two publishers. It is kept as one name, since
        many organisations have such names; if there are two publishers, set them with --set.""",
        es_title="quizá varios editores en un nombre",
        es_explanation="""El nombre tiene una palabra o un signo que puede unir a dos editores. Se
        conserva como un solo nombre, porque muchas organizaciones se llaman así; si son dos
        editores, indíquelos con --set.""",
        severity="warning",
        wrong="[Fuente: EFE y Reuters, Madrid, 09sep15]",
        right="[Fuente: EFE, Reuters, Madrid, 09sep15]",
    ),
    Rule(
        "NZ647",
        "a note of the saved file that cannot be used",
        """The program that saved the page noted an address, a date or an encoding that a record
        cannot have: a local time without its zone, an address without http or https, an unknown
        encoding. Or a part of the file was left out, as what is attached to a mail. Look at the
        file, and give what you know with --url, --accessed, --encoding or --set.""",
        es_title="una nota del archivo guardado que no se puede usar",
        es_explanation="""El programa que guardó la página anotó una dirección, una fecha o una
        codificación que un registro no admite: una hora local sin su zona, una dirección sin http
        ni https, una codificación desconocida. O bien se omitió una parte del archivo, como los
        adjuntos de un correo. Mire el archivo e indique lo que sepa con --url, --accessed,
        --encoding o --set.""",
        severity="warning",
        wrong="saved date: 3/5/2024, 10:11:12 AM",
        right="saved date: Tue Mar 05 2024 10:11:12 GMT+0100",
    ),
    Rule(
        "NZ651",
        "different addresses stated",
        """The page states its own address in several places (canonical link, Open Graph, JSON-LD),
        and they differ from each other or from the address of the capture. Unless the capture has
        an address, the record has none; give the right one with --url.""",
        es_title="se indican direcciones distintas",
        es_explanation="""La página indica su propia dirección en varios lugares (enlace canónico,
        Open Graph, JSON-LD), y difieren entre sí o de la dirección de la captura. Si la captura no
        tiene dirección, el registro queda sin ella; indique la correcta con --url.""",
        severity="warning",
        wrong='<link rel="canonical" href="https://example.org/a">\n'
        '<meta property="og:url" content="https://example.org/b">',
        right='<link rel="canonical" href="https://example.org/a">\n'
        '<meta property="og:url" content="https://example.org/a">',
    ),
    Rule(
        "NZ652",
        "heading and metadata differ",
        """The only heading of the page is not its title in the metadata, and no other statement of
        the page confirms the heading. The metadata is used; look at the page, and set the title
        with --set if the heading is right.""",
        es_title="el encabezado y los metadatos difieren",
        es_explanation="""El único encabezado de la página no es el título de sus metadatos, y
        ningún otro dato de la página lo confirma. Se usan los metadatos; mire la página e indique
        el título con --set si el correcto es el encabezado.""",
        severity="warning",
        wrong="<title>Putin in Dushanbe</title> <h1>A visit to Tajikistan</h1>",
        right="<title>A visit to Tajikistan | News</title> <h1>A visit to Tajikistan</h1>",
    ),
    Rule(
        "NZ653",
        "a day in Universal Time",
        """The page states its day of publication as an instant of Universal Time near midnight, so
        where the page was published it may have been the day before or after. The day of Universal
        Time is used; compare it with the date that the page prints.""",
        es_title="un día en hora universal",
        es_explanation="""La página da su día de publicación como un instante de hora universal
        cercano a la medianoche, así que donde se publicó pudo ser el día anterior o el siguiente.
        Se usa el día de la hora universal; compárelo con la fecha impresa en la página.""",
        severity="warning",
        wrong='<meta property="article:published_time" content="2017-02-28T02:25:54Z">',
        right='<meta property="article:published_time" content="2017-02-27T21:25:54-05:00">',
    ),
    Rule(
        "NZ654",
        "another date beside the day of publication",
        """The page names its day of publication, and gives a second date without saying of what: a
        later "date" in the metadata, or a date printed beside the title. The second may be that of
        a change, so the day of publication is used; look at the page, and set the date with --set
        if the other one is right.""",
        es_title="otra fecha junto al día de publicación",
        es_explanation="""La página indica su día de publicación y da una segunda fecha sin decir de
        qué es: un «date» posterior en los metadatos, o una fecha impresa junto al título. Puede ser
        la de un cambio, así que se usa el día de publicación; mire la página e indique la fecha con
        --set si la correcta es la otra.""",
        severity="warning",
        wrong='<meta property="article:published_time" content="2017-02-27">'
        ' <meta name="date" content="2019-01-05">',
        right='<meta property="article:published_time" content="2017-02-27">'
        ' <meta property="article:modified_time" content="2019-01-05">',
    ),
)
