"""
The wordings by which pages state a source: data, each with its examples.

A formula that is more specific precedes a general one, for the first that reads a line is used. The
examples are tests: each line is read on a page of a "Harbour Daily", and each counter-example must
state nothing. The wordings come from the pages of 62 archives and from 2,414 pages of news sites.
"""

from typing import Final

from nizkorcite.readers.printed_sources.bylines import NAMED_BYLINES, OWN_LINES
from nizkorcite.readers.printed_sources.formula import Formula

_SENTENCES = (
    Formula(
        name="first-published-day-en",
        language="en",
        cues=("first published", "originally published"),
        pattern=(
            r"{note}{this_en}?(?:(?:was|is) )?(?:first|originally) published"
            r"(?: on)?(?: ?:)? "
            r"(?P<date>(?:\w{3,6}day,? )?(?:[0-9]{1,2}|{month_en})[^\n]{2,20}?[0-9]{4})"
            r"(?:\.? (?:Last )?Updated[^\n]*|\.)?"
        ),
        rank="first",
        examples={
            "This story was originally published March 3, 2012.": {"date": "2012-03-03"},
            "First published on Tuesday, 3 March 2015.": {"date": "2015-03-03"},
        },
    ),
    Formula(
        name="first-published-en",
        language="en",
        cues=("first", "originally", "initially"),
        pattern=(
            r"{note}{this_en}?(?:was written by (?P<author>{name}) and )?"
            r"(?:(?:was|were|is|has been|had been) )?"
            r"(?:(?:first|originally|initially) (?:appeared|published|posted|printed|ran|aired)"
            r"|(?:appeared|published) (?:first|originally))"
            r"(?:,? (?:on )?(?P<date>(?:[0-9]{1,2}|{month_en})[^\n]{2,20}?[0-9]{4}),?)?"
            r"{in_language} (?:on|in|at|by|with|via)"
            r" (?!(?:our|my|his|her|their)\b|[12][0-9]{3},){outlet}{source}"
            r"(?:,? and (?:was )?translated by (?P<translator>{name}){end}|{connected_en}?{end})"
        ),
        rank="first",
        examples={
            "This article originally appeared on The Lantern.": {"publisher": "The Lantern"},
            "This story first appeared on the Lantern’s website.": {"publisher": "Lantern"},
            "This article was written by Ann Writer and originally published in The Lantern.": {
                "publisher": "The Lantern",
                "author": "Ann Writer",
            },
            "First published in The Lantern on 12 March 2015.": {
                "publisher": "The Lantern",
                "date": "2015-03-12",
            },
            "Originally published March 12, 2015 in The Lantern.": {
                "publisher": "The Lantern",
                "date": "2015-03-12",
            },
            "This article originally appeared in “The Lantern.”": {"publisher": "The Lantern"},
            "(Originally posted at The Lantern, Issue 25.)": {
                "publisher": "The Lantern",
                "issue": "25",
            },
            "(This story was first published by the Harbour Gazette)": {
                "publisher": "Harbour Gazette"
            },
            "A version of this essay first appeared in the March 2015 issue of The Lantern.": {
                "publisher": "The Lantern",
                "date": "2015-03",
            },
            "This piece was originally published in The Lantern and is republished here with"
            " permission.": {"publisher": "The Lantern", "grant": "with permission"},
            "This essay was first published in Spanish in El Farol.": {"publisher": "El Farol"},
            "This article was originally published in Spanish by El Farol and translated by Ann"
            " Writer.": {
                "publisher": "El Farol",
                "translator": "Ann Writer",
            },
            "This investigation was originally published by The Lantern on June 24, 2015. Sign up"
            " for their newsletter.": {"publisher": "The Lantern", "date": "2015-06-24"},
            "A longer version of this essay first appeared in The Lantern, no. 14 (Spring 2015).": {
                "publisher": "The Lantern",
                "issue": "14",
                "date": "2015",
            },
            "Note: this article was originally published in 2014.": {"date": "2014"},
            "Note: Article originally published in 2014.": {"date": "2014"},
        },
        counter_examples=(
            "This article was originally published at 2:05 p.m.",
            "This article originally appeared in Spanish.",
            "First published in 1851, the novel was forgotten for decades in the Harbour.",
            "First published in our newsletter on 1 April 2014.",
            "This article was first published on Monday.",
            "She first published her account of the harbour in a review that nobody read any more.",
            "All stories on this site were originally published elsewhere.",
        ),
    ),
    Formula(
        name="first-published-within-en",
        language="en",
        cues=("originally published", "first published", "originally appeared", "first appeared"),
        pattern=(
            r"[^\n]{10,400}?[.!?] (?:This {thing_en}|It) (?:was )?(?:originally|first)"
            r" (?:published|appeared) (?:on|in|at|by|with) {outlet}{source}{connected_en}?{end}"
        ),
        rank="first",
        examples={
            "The Lantern is a newsroom that lives on gifts. This story was originally published by"
            " The Lantern.": {"publisher": "The Lantern"},
        },
    ),
    Formula(
        name="version-en",
        language="en",
        cues=("version of this",),
        pattern=(
            r"{note}An? (?:(?:earlier|longer|shorter|different) )?version of this {thing_en}"
            r" (?:was |has )?(?:(?:first|originally|previously) )?(?:appeared|published|ran)"
            r" (?!in print)(?:on|in|at|by) {outlet}{source}"
            r"{connected_en}?{end}"
        ),
        rank="first",
        examples={
            "An earlier version of this article appeared in The Lantern.": {
                "publisher": "The Lantern"
            },
        },
        counter_examples=(
            "An earlier version of this article misspelled the name of the minister.",
        ),
    ),
    Formula(
        name="print-edition-of-en",
        language="en",
        cues=("edition of",),
        pattern=(
            r"{note}This {thing_en} (?:(?:first|originally) )?(?:appeared|appears|ran"
            r"|was published)"
            r" in the (?:print|international|weekly|daily|Sunday) edition of {outlet}{source}{end}"
        ),
        rank="first",
        examples={
            "This article appeared in the print edition of The Lantern on June 24, 2015.": {
                "publisher": "The Lantern",
                "date": "2015-06-24",
            }
        },
    ),
    Formula(
        name="issue-en",
        language="en",
        cues=("edition of", "issue of"),
        pattern=(
            r"{note}This {thing_en} (?:(?:first|originally) )?(?:appeared|appears|ran"
            r"|was published) in"
            r" (?P<source>the [^\n]{4,30}? (?:print )?(?:issue|edition|number)"
            r" of [^\n]{2,60}?){end}"
        ),
        rank="first",
        examples={
            "This article appeared in the March 3, 2015 print edition of The Lantern.": {
                "publisher": "The Lantern",
                "date": "2015-03-03",
            },
        },
        counter_examples=("This article appeared in the Harbour section of the print edition.",),
    ),
    Formula(
        name="post-appeared-first-en",
        language="en",
        cues=("appeared first on",),
        pattern=r"The post (?P<title>[^\n]{2,200}?) appeared first on {source}{end}",
        rank="first",
        examples={
            "The post Talks in the old hall appeared first on The Lantern.": {
                "publisher": "The Lantern",
                "title": "Talks in the old hall",
            }
        },
    ),
    Formula(
        name="excerpt-en",
        language="en",
        cues=("excerpt", "extract"),
        pattern=(
            r"{note}(?:this |{this_en})?(?:(?:is|was|has been) )?(?:an? )?"
            r"(?:(?:edited|adapted|abridged|exclusive|short|slightly edited) )?"
            r"(?:excerpt|extract)(?:ed)?(?:,? {permission})? from"
            r" (?:the (?:forthcoming )?(?:book|novel|report|collection)[,:-]? ?)?"
            r"[“\"«]?(?P<title>[^\n“”\"«»]{3,150}?)[”\"»]?,? by"
            r" (?P<author>{name})(?:(?:{stop}|,| ?\() ?(?:Published by )?{source}\)?)?{end}"
        ),
        rank="first",
        modifications="excerpt",
        examples={
            "Excerpted from the book The Quiet Harbour, by Ann Writer. Verso, 2002.": {
                "publisher": "Verso",
                "date": "2002",
                "title": "The Quiet Harbour",
                "author": "Ann Writer",
                "modifications": "excerpt",
            },
            "This is an excerpt from “The Quiet Harbour” by Ann Writer (Lantern Books, 2015).": {
                "publisher": "Lantern Books",
                "date": "2015",
                "title": "The Quiet Harbour",
                "author": "Ann Writer",
                "modifications": "excerpt",
            },
            "This is an edited extract from The Quiet Harbour by Ann Writer (Verso, 2015).": {
                "publisher": "Verso",
                "date": "2015",
                "title": "The Quiet Harbour",
                "author": "Ann Writer",
                "modifications": "excerpt",
            },
            "Excerpted with permission from The Quiet Harbour by J. M. Writer (Verso, 2015).": {
                "publisher": "Verso",
                "date": "2015",
                "title": "The Quiet Harbour",
                "author": "J. M. Writer",
                "modifications": "excerpt",
                "grant": "with permission",
            },
        },
        counter_examples=("Recipe adapted from Big Harbour Cooking, by Ann Writer.",),
    ),
    Formula(
        name="from-book-en",
        language="en",
        cues=("from the book", "from her book", "from his book", "from the novel"),
        pattern=(
            r"{note}{this_en}?(?:(?:is|was) )?(?:adapted )?from (?:the|her|his) (?:new )?"
            r"(?:book|novel)[,:-]? [“\"«]?(?P<title>[^\n“”\"«»]{3,150}?)[”\"»]?,? by"
            r" (?P<author>{name})(?:{stop}|,| ?\() ?(?:Published by )?{source}\)?{end}"
        ),
        rank="first",
        examples={
            "Adapted from the book The Quiet Harbour by Ann Writer (Verso, 2015).": {
                "publisher": "Verso",
                "date": "2015",
                "title": "The Quiet Harbour",
                "author": "Ann Writer",
            }
        },
    ),
    Formula(
        name="read-original-en",
        language="en",
        cues=("original",),
        pattern=(
            r"(?:[^\n]{0,60}{stop} )?(?:Read|See|View) (?:the |this )?(?:full )?original"
            r"(?: {thing_en}| version)? (?:at|on) {source}\.?"
        ),
        zone="edges",
        examples={"Read the original article on The Lantern.": {"publisher": "The Lantern"}},
    ),
    Formula(
        name="republished-en",
        language="en",
        cues=(
            *("published from", "posted from", "printed", "permission", "syndicated", "reproduced"),
            "creative commons",
        ),
        pattern=(
            r"{note}{this_en}?(?:(?:is|was|has been) )?(?:re-?published|re-?printed|re-?posted"
            r"|cross-?posted|reproduced|syndicated|published(?= with| by permission| courtesy))"
            r"(?: here)?(?:,? {permission})?"
            r"(?: under (?:an? |the )?{licence})? (?:from|of|courtesy of) {outlet}{source}"
            r"{connected_en}?{end}"
        ),
        examples={
            "This article is republished from The Conversation under a Creative Commons license."
            " Read the original article.": {
                "publisher": "The Conversation",
                "grant": "Creative Commons license",
            },
            "Reprinted with permission from The Lantern, June 2004.": {
                "publisher": "The Lantern",
                "date": "2004-06",
                "grant": "with permission",
            },
            "Reprinted, with permission, from The Lantern, vol. 7, no. 3 (June 2004), pp. 3-5.": {
                "publisher": "The Lantern",
                "volume": "7",
                "issue": "3",
                "date": "2004-06",
                "pages": "3-5",
                "grant": "with permission,",
            },
            "Reprinted by permission of the Harbour Gazette.": {
                "publisher": "Harbour Gazette",
                "grant": "by permission",
            },
            "Cross-posted from The Lantern.": {"publisher": "The Lantern"},
            "Published with permission from The Lantern.": {
                "publisher": "The Lantern",
                "grant": "with permission",
            },
            "Republished with kind permission of The Lantern (www.lantern.example).": {
                "publisher": "The Lantern",
                "grant": "with kind permission",
            },
            "Republished under a Creative Commons licence from openHarbour.": {
                "publisher": "openHarbour",
                "grant": "Creative Commons licence",
            },
            "Republished from The Lantern (CC BY 4.0).": {
                "publisher": "The Lantern",
                "grant": "CC BY 4.0",
            },
        },
        counter_examples=(
            "Picture: Ann Writer, used with permission of the Harbour Museum.",
            "Articles may be reprinted with permission from the editors.",
        ),
    ),
    Formula(
        name="copyright-reprinted-en",
        language="en",
        cues=("reprinted", "republished"),
        pattern=(
            r"(?:Copyright|©|\(c\))(?: ?(?:©|\(c\)))? ?(?P<date>[0-9]{4}),? (?:by )?"
            r"(?P<publisher>{publication})\. (?:All rights reserved\. )?"
            r"(?:Reprinted|Republished|Reproduced) {permission}{end}"
        ),
        examples={
            "Copyright 2004 The Lantern. Reprinted by permission.": {
                "publisher": "The Lantern",
                "date": "2004",
                "grant": "by permission",
            }
        },
        counter_examples=("Copyright 2004 Ann Writer. Reprinted by permission.",),
    ),
    Formula(
        name="from-en",
        language="en",
        cues=("from the ",),
        pattern=(
            r"From (?P<source>the (?-i:[A-Z])[^\n.]{3,60}?, (?:{month_en} [0-9]{1,2},?"
            r"|[0-9]{1,2} {month_en}) [0-9]{4})(?:{stop} By (?P<author>{name}))?\.?"
        ),
        zone="edges",
        examples={
            "From the Harbour Daily Bee, July 4, 1915. By Ann Writer.": {
                "publisher": "Harbour Daily Bee",
                "date": "1915-07-04",
                "author": "Ann Writer",
            }
        },
        counter_examples=("From the harbour to the hills, July 4, 1915.",),
    ),
    Formula(
        name="from-publication",
        language="mul",
        cues=("da ", "de ", "aus"),
        pattern=(
            r"\(?(?-i:Da|De|Aus) ?:? ?(?P<source>{publication}, [0-9]{1,2}\.? [^\n"
            r"|:]{3,20} [0-9]{4})\)?\.?"
        ),
        zone="edges",
        examples={
            "Da Il Faro, 24 giugno 2015": {"publisher": "Il Faro", "date": "2015-06-24"},
        },
        counter_examples=("Da Roma, 24 giugno 2015",),
    ),
    Formula(
        name="materials-provided-en",
        language="en",
        cues=("materials provided by",),
        pattern=(
            r"(?:Story source ?: ?)?Materials provided by {source}"
            r"(?:{stop} Original written by (?P<author>{name}))?{end}"
        ),
        examples={
            "Materials provided by University of the North. Original written by Ann Writer."
            " Note: Content may be edited for style and length.": {
                "publisher": "University of the North",
                "author": "Ann Writer",
            }
        },
    ),
    Formula(
        name="provided-en",
        language="en",
        cues=("provided by",),
        pattern=r"(?:(?:story|article) )?Provided by (?![\w-]+\.\w+\b){source}\.?",
        zone="foot",
        examples={"Provided by University of the North": {"publisher": "University of the North"}},
        counter_examples=("Provided by WordPress.com", "Provided by Google"),
    ),
    Formula(
        name="print-edition-en",
        language="en",
        cues=("in print on",),
        pattern=(
            r"{note}(?:a version of )?this {thing_en} (?:appears|appeared) in print on"
            r" (?P<date>[^\n]{6,30}?[0-9]{4}),? (?:on|in|Section|Page)\b"
            r"(?:(?:,? (?:on |Section \w+,? )*Page (?P<pages>[A-Z]{0,2}[0-9]+))?[^\n]*)"
        ),
        rank="edition",
        examples={
            "A version of this article appears in print on March 3, 2015, on Page A6 of the New"
            " York edition.": {"date": "2015-03-03", "pages": "A6"},
        },
    ),
    Formula(
        name="first-published-es",
        language="es",
        cues=("originalmente", "originariamente", "inicialmente", "por primera vez"),
        pattern=(
            r"{note}{this_es}?(?:(?:fue|ha sido|se) )?"
            r"(?:(?:originalmente|inicialmente) (?:publicad[oa]|publicó|apareció|aparecid[oa])"
            r"|(?:publicad[oa]|publicó|apareció|aparecid[oa])"
            r" (?:originalmente|originariamente|inicialmente|por primera vez))"
            r"(?: el (?P<date>[0-9][^\n]{5,30}?[0-9]{4}),?)?{in_language}"
            r" (?:en|por) {outlet}{source}"
            r"(?:,? y (?:reproducid|republicad|traducid|se reproduce)[^\n]*)?{end}"
        ),
        rank="first",
        examples={
            "Texto publicado originalmente en El Farol y reproducido con permiso.": {
                "publisher": "El Farol",
                "grant": "con permiso",
            },
            "Publicado originalmente en El Farol el 12 de octubre de 1998.": {
                "publisher": "El Farol",
                "date": "1998-10-12",
            },
            "Artículo publicado originalmente en la revista «El Farol» (núm. 14, junio de 2015).": {
                "publisher": "El Farol",
                "issue": "14",
                "date": "2015-06",
            },
            "Este artículo fue publicado por primera vez en el diario La Linterna.": {
                "publisher": "La Linterna"
            },
        },
        counter_examples=("Publicado el 12 de octubre de 1998",),
    ),
    Formula(
        name="published-in-es",
        language="es",
        cues=("publicado en", "publicada en"),
        pattern=(
            r"{note}{this_es}(?:fue )?publicad[oa]{in_language} en {outlet}{source}"
            r"(?:,? y (?:reproducid|republicad|traducid)[^\n]*)?{end}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Artículo publicado en El Farol el 12 de octubre de 1998.": {
                "publisher": "El Farol",
                "date": "1998-10-12",
            }
        },
        counter_examples=("Publicado en Política",),
    ),
    Formula(
        name="first-published-day-es",
        language="es",
        cues=("originalmente el", "por primera vez el"),
        pattern=(
            r"{note}{this_es}?(?:(?:fue|ha sido|se) )?(?:publicad[oa]|publicó|apareció)"
            r" (?:originalmente|por primera vez) el (?P<date>[0-9][^\n]{5,30}?[0-9]{4})\.?"
        ),
        rank="first",
        examples={
            "Nota publicada originalmente el 3 de marzo de 2012": {"date": "2012-03-03"},
        },
    ),
    Formula(
        name="version-es",
        language="es",
        cues=("versión original de este",),
        pattern=(
            r"{note}{this_es}(?:apareció|se publicó|fue publicad[oa]){in_language} (?:en|por)"
            r" {outlet}{source}{end}"
        ),
        rank="first",
        examples={
            "La versión original de este artículo apareció en El Farol.": {"publisher": "El Farol"}
        },
        counter_examples=("Este artículo apareció en la edición impresa.",),
    ),
    Formula(
        name="post-appeared-first-es",
        language="es",
        cues=("primero en",),
        pattern=(
            r"(?:La entrada|El post) (?P<title>[^\n]{2,200}?)"
            r" (?:se publicó|aparece|apareció) primero en {source}{end}"
        ),
        rank="first",
        examples={
            "La entrada Un puerto tranquilo se publicó primero en El Farol.": {
                "publisher": "El Farol",
                "title": "Un puerto tranquilo",
            }
        },
    ),
    Formula(
        name="taken-from-es",
        language="es",
        cues=(
            *("tomado de", "reproducido de", "republicado de", "extraído de", "permiso de"),
            *("autorización", "cortesía de"),
        ),
        pattern=(
            r"{note}{this_es}?(?:tomado|reproducid[oa]|republicad[oa]|extraíd[oa])"
            r"(?:,? con (?:(?:el|la) )?(?:(?:debid|amable|expres)[oa]? )?"
            r"(?:permiso"
            r"|autorización),?)?(?: por cortesía)? de ?:? ?{outlet}{source}{granted}?{end}"
        ),
        zone="edges",
        examples={
            "Tomado de El Farol, 12 de octubre de 1998.": {
                "publisher": "El Farol",
                "date": "1998-10-12",
            },
            "Reproducido con permiso de El Farol.": {
                "publisher": "El Farol",
                "grant": "con permiso",
            },
            "Reproducido con la autorización de El Farol.": {
                "publisher": "El Farol",
                "grant": "con la autorización",
            },
            "Reproducido de El Farol con la debida autorización.": {
                "publisher": "El Farol",
                "grant": "con la debida autorización",
            },
        },
    ),
    Formula(
        name="print-edition-es",
        language="es",
        cues=("edición impresa",),
        pattern=(
            r"{note}{this_es}?apareció en la edición impresa del?"
            r" (?P<date>[^\n]{6,40}?[0-9]{4})\.?"
        ),
        rank="edition",
        examples={
            "* Este artículo apareció en la edición impresa del Jueves, 19 de junio de 2003": {
                "date": "2003-06-19"
            }
        },
        counter_examples=("Edición impresa",),
    ),
    Formula(
        name="first-published-fr",
        language="fr",
        cues=("publié", "paru"),
        pattern=(
            r"{note}{this_fr}?(?:(?:a été|est|fut|a) )?"
            r"(?:(?:initialement|originellement|d[’']abord|à l[’']origine) (?:été )?(?:publiée?"
            r"|parue?)"
            r"|(?:publiée?|parue?) (?:initialement|originellement|d[’']abord|à l[’']origine"
            r"|pour la première fois))(?: le (?P<date>[0-9][^\n]{5,30}?[0-9]{4}),?)?"
            r"{in_language} (?:dans|sur|par|chez|en) {outlet}{source}{end}"
        ),
        rank="first",
        examples={
            "Cet article a été initialement publié dans La Lanterne le 12 octobre 1998.": {
                "publisher": "La Lanterne",
                "date": "1998-10-12",
            },
            "Publié à l’origine sur La Lanterne.": {"publisher": "La Lanterne"},
            "Ce texte a d'abord paru dans La Lanterne, le 12 octobre 1998.": {
                "publisher": "La Lanterne",
                "date": "1998-10-12",
            },
        },
        counter_examples=("Publié le 12 octobre 1998",),
    ),
    Formula(
        name="taken-from-fr",
        language="fr",
        cues=("repris de", "reprise de", "autorisation", "paru dans", "republié"),
        pattern=(
            r"{note}{this_fr}?(?:(?:est|a été) )?(?:reprise? de|republiée? (?:à partir )?de"
            r"|(?:reproduite?|publiée?)"
            r" (?:avec (?:l[’']aimable )?autorisation) d[eu]|paru dans)"
            r" {outlet}{source}(?:{granted}| sous (?:la )?licence[^\n]*)?{end}"
        ),
        zone="edges",
        examples={
            "Cet article est republié à partir de La Lanterne sous licence Creative Commons. Lire"
            " l’article original.": {
                "publisher": "La Lanterne",
                "grant": "licence Creative Commons",
            },
            "Repris de La Lanterne avec l’autorisation de l’éditeur.": {
                "publisher": "La Lanterne",
                "grant": "avec l’autorisation",
            },
            "Reproduit avec l’aimable autorisation de La Lanterne.": {
                "publisher": "La Lanterne",
                "grant": "avec l’aimable autorisation",
            },
            "Article paru dans La Lanterne, 12 octobre 1998.": {
                "publisher": "La Lanterne",
                "date": "1998-10-12",
            },
        },
    ),
    Formula(
        name="post-appeared-first-fr",
        language="fr",
        cues=("en premier sur",),
        pattern=r"L[’']article (?P<title>[^\n]{2,200}?) est apparu en premier sur {source}{end}",
        rank="first",
        examples={
            "L’article Un port tranquille est apparu en premier sur La Lanterne.": {
                "publisher": "La Lanterne",
                "title": "Un port tranquille",
            }
        },
    ),
    Formula(
        name="post-appeared-first-de",
        language="de",
        cues=("erschien zuerst auf",),
        pattern=r"Der Beitrag (?P<title>[^\n]{2,200}?) erschien zuerst auf {source}{end}",
        rank="first",
        examples={
            "Der Beitrag Ein stiller Hafen erschien zuerst auf Laterne.": {
                "publisher": "Laterne",
                "title": "Ein stiller Hafen",
            }
        },
    ),
    Formula(
        name="first-published-de",
        language="de",
        cues=("zuerst", "ursprünglich", "erstmals"),
        # An adjective in the name is declined ("in der Neuen Laterne"): see the next formula.
        pattern=(
            r"{note}{this_de}?(?:(?:ist|wurde|erschien) )?(?:zuerst|ursprünglich|erstmals)"
            r"(?: (?:erschienen|veröffentlicht))?(?: am (?P<date>[0-9][^\n]{4,30}?[0-9]{4}))?"
            r"{in_language} (?:(?:erschienen|veröffentlicht) )?(?:in|auf|bei|von|im) {outlet}"
            r"(?!(?:der|dem|den) \w+en |\w+en |[^\n]{0,30}boten\b){source}"
            r"(?: \((?P<issue>[0-9]{1,2}/[0-9]{2,4})\))?"
            r"(?: (?:erschienen|veröffentlicht))?{end}"
        ),
        rank="first",
        examples={
            "Dieser Artikel erschien zuerst in der Laterne (12/15).": {
                "publisher": "Laterne",
                "issue": "12/15",
            },
            "Ursprünglich veröffentlicht am 3. März 2012 in Die Laterne.": {
                "publisher": "Die Laterne",
                "date": "2012-03-03",
            },
            "Zuerst erschienen in Die Laterne, 12. Oktober 1998.": {
                "publisher": "Die Laterne",
                "date": "1998-10-12",
            },
        },
    ),
    Formula(
        name="appeared-de",
        language="de",
        cues=(" erschien ",),
        pattern=(
            r"{note}{this_de}erschien (?:am (?P<date>[0-9][^\n]{4,30}?[0-9]{4}) )?"
            r"(?:in|auf|bei|im) {outlet}(?!(?:der|dem|den) \w+en |\w+en ){source}{end}"
        ),
        rank="first",
        examples={
            "Dieser Artikel erschien in der Laterne vom 3. Mai 2015.": {
                "publisher": "Laterne",
                "date": "2015-05-03",
            }
        },
        counter_examples=("Das Buch erschien in der Laterne vom 3. Mai 2015.",),
    ),
    Formula(
        name="first-published-declined-de",
        language="de",
        cues=("zuerst", "ursprünglich", "erstmals"),
        pattern=(
            r"{note}{this_de}?(?:(?:ist|wurde|erschien) )?(?:zuerst|ursprünglich|erstmals)"
            r" (?:(?:erschienen|veröffentlicht) )?(?:in|auf|bei|von|im) [^\n]{4,120}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Dieser Artikel erschien zuerst in der Neuen Laterne.": {},
            "Der Text erschien erstmals am 24. Juni 2015 im „Hafenboten“.": {},
        },
    ),
    Formula(
        name="print-edition-de",
        language="de",
        cues=("printausgabe", "druckausgabe", "gedruckten ausgabe"),
        pattern=(
            r"{note}{this_de}?(?:(?:ist|erschien) )?(?:Erschienen )?in der"
            r" (?:Printausgabe|Druckausgabe"
            r"|gedruckten Ausgabe) vom (?P<date>[0-9][^\n]{5,30}?[0-9]{4})"
            r"(?:,? (?:auf )?(?:Seite|S\.) (?P<pages>[0-9]{1,3}))?(?: erschienen)?\.?"
        ),
        rank="edition",
        examples={
            "Erschienen in der Printausgabe vom 24. Juni 2015, Seite 7": {
                "date": "2015-06-24",
                "pages": "7",
            }
        },
    ),
    Formula(
        name="reprinted-de",
        language="de",
        cues=("nachdruck", "übernommen", "genehmigung von", "genehmigung aus"),
        pattern=(
            r"{note}(?:(?:Nachdruck|Übernommen)"
            r"(?: (?:mit freundlicher Genehmigung))? (?:aus|von|der|des)"
            r"|(?:{this_de}?(?:erscheint )?)?Mit freundlicher Genehmigung (?:von|aus ?:))"
            r" (?!(?:der|dem|den) \w+en |\w+en ){source}{granted}?{end}"
        ),
        zone="edges",
        examples={
            "Nachdruck aus Die Laterne mit freundlicher Genehmigung.": {
                "publisher": "Die Laterne",
                "grant": "mit freundlicher Genehmigung",
            },
            "Mit freundlicher Genehmigung von Hafenpost": {
                "publisher": "Hafenpost",
                "grant": "Mit freundlicher Genehmigung",
            },
            "Nachdruck aus Die Laterne, 28.10.1998": {
                "publisher": "Die Laterne",
                "date": "1998-10-28",
            },
        },
        counter_examples=("Nachdruck nur mit Genehmigung des Verlags.",),
    ),
    Formula(
        name="first-published-pt",
        language="pt",
        cues=("originalmente", "pela primeira vez"),
        pattern=(
            r"{note}{this_pt}?(?:foi )?(?:originalmente publicad[oa]"
            r"|publicad[oa] (?:originalmente|pela primeira vez)){in_language}"
            r" (?:em|no|na|pelo|pela) {outlet}{source}{end}"
        ),
        rank="first",
        examples={
            "Este texto foi originalmente publicado no site O Farol.": {"publisher": "O Farol"},
            "Artigo publicado originalmente no jornal O Farol, em 12 de outubro de 1998.": {
                "publisher": "O Farol",
                "date": "1998-10-12",
            },
        },
    ),
    Formula(
        name="taken-from-pt",
        language="pt",
        cues=("reproduzid", "republicad", "extraíd", "retirad", "permissão d", "autorização d"),
        pattern=(
            r"{note}{this_pt}?(?:foi )?(?:reproduzid|republicad|extraíd|retirad)[oa]s?"
            r"(?:,? com (?:a )?(?:(?:devida|gentil) )?(?:permissão|autorização))? d[eoa] ?:? ?"
            r"{outlet}{source}{granted}?{end}"
        ),
        zone="edges",
        examples={
            "Reproduzido com permissão do Jornal do Farol.": {
                "publisher": "Jornal do Farol",
                "grant": "com permissão",
            }
        },
    ),
    Formula(
        name="post-appeared-first-pt",
        language="pt",
        cues=("apareceu primeiro em",),
        pattern=r"O post (?P<title>[^\n]{2,200}?) apareceu primeiro em {source}{end}",
        rank="first",
        examples={
            "O post Um porto tranquilo apareceu primeiro em O Farol.": {
                "publisher": "O Farol",
                "title": "Um porto tranquilo",
            }
        },
    ),
    Formula(
        name="post-appeared-first",
        language="mul",
        cues=(
            *("verscheen eerst op", "сначала на", "спершу на", "pochodzi z serwisu", "först på"),
            *(
                "först upp på",
                "først på",
                "først opp på",
                "først udgivet på",
                "prima dată",
                "primer a",
            ),
            *("pochází z", "πρώτα στο"),
        ),
        # The sentence that WordPress adds to its feeds, in its translations.
        pattern=(
            r"(?:Het bericht|Inlägget|Indlægget|Innlegget|Artykuł|Příspěvek|Сообщение|Запись|Запис"
            r"|Допис|Articolul|L[’']entrada|Το άρθρο) (?P<title>[^\n]{2,200}?)"
            r" (?:verscheen eerst op|появил[иа]?сь? сначала на|(?:з[’']явився )?спершу на"
            r"|pochodzi z serwisu|dök (?:först upp|upp först) på|(?:blev|dukket|ble)"
            r" først (?:opp |udgivet )?på|apare prima dată (?:în|pe)|pochází z"
            r"|ha aparegut primer a|εμφανίστηκε πρώτα στο) {source}{end}"
        ),
        rank="first",
        examples={
            "Het bericht Een stille haven verscheen eerst op Lantaarn.": {
                "publisher": "Lantaarn",
                "title": "Een stille haven",
            },
            "Сообщение Тихая гавань появились сначала на Фонарь.": {
                "publisher": "Фонарь",
                "title": "Тихая гавань",
            },
            "Artykuł Cichy port pochodzi z serwisu Latarnia.": {
                "publisher": "Latarnia",
                "title": "Cichy port",
            },
            "Inlägget En stilla hamn dök först upp på Fyren.": {
                "publisher": "Fyren",
                "title": "En stilla hamn",
            },
        },
        counter_examples=("Artykuł o porcie pochodzi z dawnych lat.",),
    ),
    Formula(
        name="first-published-it",
        language="it",
        cues=("originariamente", "originalmente", "per la prima volta", "tratto da"),
        pattern=(
            r"{note}{this_it}?(?:è (?:stato )?)?(?:(?:originariamente|originalmente) pubblicato"
            r"|(?:pubblicato|apparso) (?:originariamente|originalmente|per la prima volta)|tratto)"
            r"{in_language} (?:su|in|da) {outlet}{source}{end}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Questo articolo è stato pubblicato originariamente su Il Faro.": {
                "publisher": "Il Faro"
            },
            "Tratto da Il Faro, 12 ottobre 1998.": {"publisher": "Il Faro", "date": "1998-10-12"},
            "Questo articolo è apparso originariamente su Il Faro il 3 marzo 2012.": {
                "publisher": "Il Faro",
                "date": "2012-03-03",
            },
        },
    ),
    Formula(
        name="published-it",
        language="it",
        cues=("articolo pubblicato",),
        pattern=r"{note}{this_it}pubblicato {in_language}(?:su|in|da) {outlet}{source}{end}",
        zone="edges",
        rank="first",
        examples={
            "Articolo pubblicato su Il Faro il 3 maggio 2015.": {
                "publisher": "Il Faro",
                "date": "2015-05-03",
            }
        },
    ),
    Formula(
        name="post-appeared-first-it",
        language="it",
        cues=("proviene da",),
        pattern=r"L[’']articolo (?P<title>[^\n]{2,200}?) proviene da {source}{end}",
        rank="first",
        examples={
            "L’articolo Un porto tranquillo proviene da Il Faro.": {
                "publisher": "Il Faro",
                "title": "Un porto tranquillo",
            }
        },
    ),
    Formula(
        name="first-published-nl",
        language="nl",
        cues=(
            *("oorspronkelijk", "eerder verschenen", "verscheen eerder", "verscheen eerst"),
            "overgenomen",
        ),
        pattern=(
            r"{note}(?:Dit (?:artikel|stuk|interview) )?(?:is |werd )?"
            r"(?:verscheen (?:eerder|eerst|oorspronkelijk)"
            r"|(?:eerder|oorspronkelijk) (?:verschenen|gepubliceerd)|overgenomen) (?:in|op|bij"
            r"|door|uit"
            r"|van)"
            r" {source}{end}"
        ),
        rank="first",
        examples={
            "Dit artikel verscheen eerder in De Lantaarn.": {"publisher": "De Lantaarn"},
            "Overgenomen uit De Lantaarn, 24 juni 2015": {
                "publisher": "De Lantaarn",
                "date": "2015-06-24",
            },
            "Dit artikel verscheen oorspronkelijk in De Lantaarn op 3 maart 2012.": {
                "publisher": "De Lantaarn",
                "date": "2012-03-03",
            },
        },
    ),
    Formula(
        name="first-published-scandinavian",
        language="mul",
        cues=(
            *("ursprungligen", "opprinnelig", "oprindeligt", "först publicera", "først publisert"),
            *("tidigare publicera", "tidligere"),
        ),
        pattern=(
            r"{note}(?:(?:Den här )?(?:artikeln|texten|artiklen|artikkelen|teksten) )?"
            r"(?:(?:har|är|er|ble|blev|var) )?"
            r"(?:publicerades (?:först|ursprungligen|tidigare)"
            r"|(?:först|ursprungligen|tidigare) publicera(?:de?s?|ts?)"
            r"|(?:(?:har|er) )?(?:først|opprinnelig|oprindeligt|tidligere) (?:vært )?"
            r"(?:publisert|udgivet|publiceret|bragt|trykt))"
            r" (?:i|på|av|hos) {source}{end}"
        ),
        rank="first",
        examples={
            "Artikeln publicerades ursprungligen i Fyren den 3 mars 2012.": {
                "publisher": "Fyren",
                "date": "2012-03-03",
            },
            "Artikkelen ble først publisert i Fyrlykta.": {"publisher": "Fyrlykta"},
            "Artikeln har tidigare publicerats i Fyren.": {"publisher": "Fyren"},
            "Tidligere bragt i Fyret.": {"publisher": "Fyret"},
            "Oprindeligt bragt i Fyret, 3. marts 2012.": {
                "publisher": "Fyret",
                "date": "2012-03-03",
            },
        },
    ),
    Formula(
        name="first-published-id",
        language="id",
        cues=("pertama kali",),
        pattern=(
            r"{note}(?:(?:Artikel|Tulisan|Berita) ini )?(?:(?:telah|sudah) )?pertama kali"
            r" (?:terbit|diterbitkan|dimuat|tayang|dipublikasikan) (?:di|oleh) {source}"
            r"(?:,? pada (?P<date>[0-9][^\n]{5,20}[0-9]{4}))?{end}"
        ),
        rank="first",
        examples={
            "Artikel ini pertama kali terbit di Harian Suar pada 24 Juni 2015.": {
                "publisher": "Harian Suar",
                "date": "2015-06-24",
            }
        },
    ),
    Formula(
        name="according-vi",
        language="vi",
        cues=("theo",),
        pattern=r"\(?Theo (?P<source>{capital}[^\n.:]{1,40}?)\)?\.?",
        zone="foot",
        examples={"Theo Báo Ngọn Đèn": {"publisher": "Báo Ngọn Đèn"}},
        counter_examples=("Theo dõi chúng tôi",),
    ),
    Formula(
        name="first-published-he",
        language="he",
        cues=("לראשונה",),
        pattern=(
            r"(?:המאמר |הכתבה )?(?:פורסם|פורסמה|התפרסם|התפרסמה) לראשונה ב[־-]?[\"״”“]"
            r"(?P<source>[^\n\"״”“]{2,40})[\"״”“]\.?"
        ),
        zone="edges",
        rank="first",
        examples={'פורסם לראשונה ב"המגדלור"': {"publisher": "המגדלור"}},
    ),
    Formula(
        name="taken-from-ro",
        language="ro",
        cues=("preluat", "preluare"),
        pattern=(
            r"{note}(?:Articol(?:ul)? (?:a fost )?)?(?:preluat(?:ă)?|preluare) (?:de pe|din"
            r"|după) {source}{end}"
        ),
        zone="edges",
        examples={"Articol preluat de pe Farul.": {"publisher": "Farul"}},
    ),
    Formula(
        name="first-published-ca",
        language="ca",
        cues=("originalment", "per primera vegada"),
        pattern=(
            r"{note}(?:(?:Aquest )?(?:article|text) )?(?:(?:fou|va ser) )?publica(?:t|da)"
            r" (?:originalment|per primera vegada)"
            r" (?:(?:a(?: la| les|ls?)?|en|per) |a l[’'])(?:(?-i:revista|diari|web) )?{source}{end}"
        ),
        rank="first",
        examples={
            "Article publicat originalment a El Far.": {"publisher": "El Far"},
            "Article publicat originalment al Diari del Far el 24 de juny de 2015.": {
                "publisher": "Diari del Far",
                "date": "2015-06-24",
            },
        },
    ),
    Formula(
        name="first-published-zh",
        language="zh",
        cues=("原载", "原載", "首发", "首發"),
        pattern=(
            r"[（(]?(?:本文|文章)?(?:最初)?(?:原载|原載|首发|首發)(?:于|於)? ?[：:]? ?"
            r"《(?P<publisher>[^《》\n]{2,30})》 ?[，,]? ?"
            r"(?:(?P<date>[0-9]{4}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?)?)年?)?"
            r" ?(?:总?第(?P<issue>[0-9]+)期)?[。.]?[）)]?"
        ),
        rank="first",
        examples={
            "本文原载于《灯塔》2012年第3期": {"publisher": "灯塔", "date": "2012", "issue": "3"},
            "（原载《灯塔报》2012年3月3日）": {"publisher": "灯塔报", "date": "2012-03-03"},
        },
        counter_examples=("本文首发于我们的网站。",),
    ),
    Formula(
        name="first-published-ja",
        language="ja",
        cues=("初出", "初掲載", "原載"),
        pattern=(
            r"[（(※*]?(?:本稿の|本記事の)?(?:初出(?:誌|紙)?|初掲載|原載)(?:は| ?[：:])? ?"
            r"[『「《](?P<publisher>[^『』「」《》\n]{2,30})[』」》] ?[，,、]? ?"
            r"(?:(?P<date>[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?)号?)?"
            r"(?:,|、)?(?: ?第?(?P<issue>[0-9]+)号)?[。.]?[）)]?"
        ),
        rank="first",
        examples={
            "初出：『灯台』2012年3月号": {"publisher": "灯台", "date": "2012-03"},
            "（初出『港新聞』2012年3月3日）": {"publisher": "港新聞", "date": "2012-03-03"},
        },
    ),
    Formula(
        name="taken-from-zh",
        language="zh",
        cues=("转自", "轉自", "转载自", "轉載自", "摘自"),
        pattern=(
            r"[（(]?(?:本文|文章)?(?:转自|轉自|转载自|轉載自|摘自)"
            r"《(?P<publisher>[^《》\n]{2,30})》 ?[，,]? ?"
            r"(?P<date>[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[。.]?[）)]?"
        ),
        zone="edges",
        examples={"本文转自《灯塔报》": {"publisher": "灯塔报"}},
        counter_examples=("转自网络",),
    ),
    Formula(
        name="taken-from-paper-zh",
        language="zh",
        cues=("转自", "轉自", "转载自", "轉載自", "摘自", "原载", "原載"),
        pattern=(
            r"[（(]?(?:本文|文章)?(?:转自|轉自|转载自|轉載自|摘自|原载于?|原載於?) ?[：:]? ?"
            r"(?!互联网|网络|網路|網絡)(?P<publisher>[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|周刊|杂志|雜誌|月刊|评论"
            r"|評論))[。.]?[）)]?"
        ),
        zone="edges",
        examples={"（转载自灯塔日报）": {"publisher": "灯塔日报"}},
        counter_examples=("转自互联网",),
    ),
    Formula(
        name="source-instant-zh",
        language="zh",
        cues=("来源", "來源"),
        pattern=(
            r"(?:文章|稿件|新闻|信息)?(?:来源|來源) ?[:：]"
            r" ?(?P<source>[^\n|｜：:]{2,30}?) ?[|｜ ] ?"
            r"(?:(?:发布时间|发布日期|时间|日期) ?[:：] ?)?"
            r"(?P<republished>[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|年[0-9]{1,2}月[0-9]{1,2}日))"
            r" [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
        ),
        zone="head",
        examples={
            "来源：新华社 | 2015年06月24日 10:11:12": {
                "publisher": "新华社",
                "republished": "2015-06-24",
            }
        },
    ),
    Formula(
        name="taken-from-ja",
        language="ja",
        cues=("転載",),
        pattern=(
            r"[※（(]? ?(?:(?:この|本)(?:記事|文章|稿)は、?)?"
            r"[『「](?P<publisher>[^『』「」\n]{2,30})[』」]"
            r" ?[（(、]? ?(?P<date>[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:付|号|付け)?[）)]?"
            r"(?:より|から)(?:の)?転載(?:です|しました|したものです|された)?[。.]?[）)]?"
        ),
        zone="foot",
        examples={
            "※この記事は『灯台評論』2015年6月号からの転載です。": {
                "publisher": "灯台評論",
                "date": "2015-06",
            }
        },
    ),
    Formula(
        name="first-published-kind",
        language="mul",
        cues=(
            *("опублик", "опубліков", "перепечат", "передрук", "pierwotnie", "przedruk"),
            *("публикуван", "původně", "először"),
        ),
        # A name is declined after a preposition, but not after the kind of paper.
        pattern=(
            r"{note}(?:(?:Эта |Данная )?Статья |Материал |Текст |Стаття |Матеріал |Статията "
            r"|Artykuł"
            r" |Tekst |Článek )?(?:(?:был[аои]?|е|została?|byl) )?"
            r"(?:(?:впервые|первоначально|изначально|вперше|спочатку|първоначално|pierwotnie"
            r"|původně"
            r"|poprvé) )?(?:опубликован[аоы]?|опубліковано?|публикуван[ао]?|Перепечатка"
            r"|Перепечатано"
            r"|Передруковано|opublikowan[yoa]|ukazał[ao]? się|Przedruk|publikován|vyšel)"
            r"(?: (?:впервые|вперше|pierwotnie|původně))?"
            r" (?:в|у|на|из|з|із|със|w|na|z|v|ve) (?:(?:газете|журнале|еженедельнике|сайте"
            r"|портале|издании"
            r"|альманахе|газеты|журнала|сайта|портала|газеті|журналі|сайті|порталі|газети|вестник"
            r"|tygodniku|miesięczniku|dzienniku|gazecie|portalu|serwisie|tygodnika|miesięcznika"
            r"|dziennika"
            r"|časopise|deníku|týdeníku|serveru|webu) )"
            r"(?P<source>[^\n]{2,120}?){end}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Впервые опубликовано в газете «Новая гавань», 24 июня 2015 г.": {
                "publisher": "Новая гавань",
                "date": "2015-06-24",
            },
            "Перепечатка из журнала «Гавань», 2015, № 6": {
                "publisher": "Гавань",
                "date": "2015",
                "issue": "6",
            },
            "Вперше опубліковано в газеті «Нова гавань».": {"publisher": "Нова гавань"},
            "Artykuł opublikowany pierwotnie na portalu Latarnia.": {"publisher": "Latarnia"},
        },
    ),
    Formula(
        name="first-published-declined",
        language="mul",
        cues=("вперше опубл", "pierwotnie", "przedruk", "ilk olarak", "оригинал опубл"),
        # Names are declined after the preposition.
        pattern=(
            r"{note}(?:[^\n.]{0,40} )?(?:Вперше опублікован[оа]?|Оригинал опубликован"
            r"|pierwotnie (?:ukazał[ao]? się|opublikowan[yoa])|Przedruk z(?:a zgodą)?)"
            r" [^\n]{4,100}|(?:Bu )?(?:yazı|makale|metin|haber)\w* ilk olarak [^\n]{4,80}"
            r" yay[ıi][mn]lan[^\n]{1,20}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Artykuł pierwotnie ukazał się w „Latarni”.": {},
            "Przedruk z „Latarni”, 3 marca 2012.": {},
            "Bu yazı ilk olarak Fener dergisinde yayımlanmıştır.": {},
            "Оригинал опубликован на сайте «Фонарь».": {},
        },
        counter_examples=("Przedruk zabroniony.",),
    ),
    Formula(
        name="first-published-ru",
        language="ru",
        cues=("опубликован",),
        # A Russian name is declined after "в", so only names in Latin letters are certain.
        pattern=(
            r"{note}(?:Статья )?(?:впервые|первоначально) (?:была )?опубликован[оа]?"
            r" (?:в|на|на сайте) [«“\"]?(?P<source>[!-~][ -~]{1,60}?)[»”\"]?\.?"
        ),
        rank="first",
        examples={"Впервые опубликовано на lantern.example.": {"publisher": "lantern.example"}},
    ),
    Formula(
        name="first-published-declined-ru",
        language="ru",
        cues=("опубликован",),
        pattern=(
            r"{note}(?:Статья )?(?:впервые|первоначально) (?:была )?опубликован[оа]?"
            r" (?:в|на) [^\n]{4,80}"
        ),
        zone="edges",
        rank="first",
        examples={"Впервые опубликовано в «Новой гавани».": {}},
    ),
)

_LABELLED_HEADS = (
    Formula(
        name="label-first-publication",
        language="mul",
        cues=(
            *("publication", "publicación", "publicação", "pubblicazione", "veröffentlichung"),
            *("erschienen in", "публикация", "初出", "veröffentlicht", "originalmente"),
            *("parution", "публикуется", "печатается"),
            *("опубликовано", "опубліковано", "pierwodruk", "publicatie", "initialement"),
        ),
        pattern=(
            r"(?:Première (?:publication|parution)|Публикуется по|Печатается по"
            r"|Publication originale|Primera publicación"
            r"|Publicación original|Publicação original|Prima pubblicazione"
            r"|Pubblicazione originale|Erstveröffentlichung(?: in)?|Zuerst erschienen in"
            r"|(?:Zuerst|Ursprünglich|Erstmals) (?:veröffentlicht|erschienen)"
            r"|Publicado originalmente|Originalmente publicado|Initialement publié"
            r"|Parution initiale"
            r"|Впервые опубликовано|Вперше опубліковано|Pierwodruk|Eerste publicatie"
            r"|Первая публикация|初出) ?[:：] ?(?:(?:in|dans|en|em) )?{source}"
        ),
        zone="edges",
        rank="first",
        examples={
            "Première publication : La Lanterne, 3 mars 2012": {
                "publisher": "La Lanterne",
                "date": "2012-03-03",
            },
            "Première parution : La Lanterne, 3 mars 2012": {
                "publisher": "La Lanterne",
                "date": "2012-03-03",
            },
            "Zuerst erschienen in: Die Laterne, 3. März 2012": {
                "publisher": "Die Laterne",
                "date": "2012-03-03",
            },
            "Primera publicación: El Farol, 12 de octubre de 1998.": {
                "publisher": "El Farol",
                "date": "1998-10-12",
            },
            "初出：灯台 2012年3月": {"publisher": "灯台", "date": "2012-03"},
            "Впервые опубликовано: «Новая гавань», № 14, 24 июня 2015 г.": {
                "publisher": "Новая гавань",
                "issue": "14",
                "date": "2015-06-24",
            },
            "Zuerst veröffentlicht: Die Laterne, 3. März 2012": {
                "publisher": "Die Laterne",
                "date": "2012-03-03",
            },
        },
    ),
    Formula(
        name="label-from",
        language="en",
        cues=("from",),
        # "From:" alone is the sender of a mail.
        pattern=(
            r"From ?: ?(?P<source>{publication}(?:, ?| [-–—|] )"
            r"(?:[0-9]|{capital}\w+\.? [0-9])[^\n|()@:]{1,24}?[0-9]{4})\.?"
        ),
        zone="edges",
        examples={
            "From: The Lantern, June 3, 2014": {"publisher": "The Lantern", "date": "2014-06-03"}
        },
        counter_examples=("From: Ann Writer, June 3, 2014",),
    ),
    Formula(
        name="label-first-published",
        language="en",
        cues=("first published", "originally published"),
        pattern=(
            r"(?:(?:Source|Written) ?:[^\n]*; ?)?(?:First|Originally) published ?: ?"
            r"(?:(?P<date>(?:[0-9]{1,2} )?(?:{month_en} )?(?:1[5-9]"
            r"|20)[0-9]{2})(?:,? (?=in )|, ))?(?:in )?"
            r"(?:(?:the )?(?:special )?supplement to )?{source}"
            r"(?:; ?(?:Source|Transcribed|Written)[^\n]*|[.;])?"
        ),
        zone="edges",
        rank="first",
        examples={
            "Originally published: 24 June 2015, The Lantern": {
                "publisher": "The Lantern",
                "date": "2015-06-24",
            },
            "First Published: The Lantern, June 1, 1848": {
                "publisher": "The Lantern",
                "date": "1848-06-01",
            },
            "First published: 1921 in The Lantern No. 7.": {
                "publisher": "The Lantern",
                "issue": "7",
                "date": "1921",
            },
            "Source: MECW Volume 7, p. 456; Written: on October 11, 1848; First published:"
            " in the Harbour Gazette No. 114, October 12, 1848.": {
                "publisher": "Harbour Gazette",
                "issue": "114",
                "date": "1848-10-12",
            },
            "First published: in the special supplement to the Harbour Gazette No. 25,"
            " June 25, 1848.": {
                "publisher": "Harbour Gazette",
                "issue": "25",
                "date": "1848-06-25",
            },
        },
    ),
    Formula(
        name="label-published-in",
        language="mul",
        cues=("published in", "publicado en", "publié dans", "erschienen in", "publicado em"),
        # Without a known form of name, what follows may be the category of a blog.
        pattern=(
            r"(?:Published in|Publicado en|Publié dans|Erschienen in|Publicado em|Pubblicato in)"
            r" ?: ?(?P<source>{publication},? [^\n|:]{0,40}?[0-9]{4})\.?"
        ),
        zone="edges",
        rank="first",
        examples={
            "Publicado en: El Farol, 24 de junio de 1921": {
                "publisher": "El Farol",
                "date": "1921-06-24",
            }
        },
        counter_examples=("Publicado en: Política, 24 de junio de 2015",),
    ),
    Formula(
        name="transcribed",
        language="en",
        cues=("transcri",),
        pattern=(
            r"Transcri(?:bed|ption|ber)(?:/[\w ]+)?(?: by)? ?:? ?(?:by )?(?P<transcriber>{name})"
            r"(?:,? [0-9]{4}|,? for (?:the )?(?P<republisher>[^\n,;:()|.]{3,60}?)"
            r"(?: ?\((?P<republished>[^\n()]{4,20})\))?)?[.;]?"
        ),
        zone="edges",
        rank="contributor",
        examples={
            "Transcribed: Ann Writer, 1994": {"transcriber": "Ann Writer"},
            "Transcribed: Ann Writer for the Harbour Archive (May 2014).": {
                "transcriber": "Ann Writer",
                "republisher": "Harbour Archive",
                "republished": "2014-05",
            },
        },
    ),
    Formula(
        name="forum-head",
        language="mul",
        cues=("^",),
        pattern=(
            r"(?P<source>[^\n|^]{2,80}?) ?\^ ?\| ?(?P<date>[^\n|]{6,30}?)"
            r"(?: ?\| ?(?P<author>{name}))?"
        ),
        zone="head",
        examples={
            "The Lantern ^ | 03/16/2015 | Ann Writer": {
                "publisher": "The Lantern",
                "date": "2015-03-16",
                "author": "Ann Writer",
            }
        },
    ),
    Formula(
        name="author-publisher-date",
        language="mul",
        cues=("19", "20"),
        pattern=(
            r"{not_below_quotation}(?:By |Por |Von |Par )?(?P<author>{capital}[^\n,|–—/:]{3,50}?)"
            r"(?:, ?| [-–—|] )(?P<source>{publication}(?:, ?| [-–—|] )(?:[0-9]"
            r"|{capital}\w+\.? [0-9])"
            r"[^\n|–—]{2,24}?[0-9]{4})"
        ),
        zone="head",
        examples={
            "Alicia Ejemplo, El Farol, 31/12/2021": {
                "author": "Alicia Ejemplo",
                "publisher": "El Farol",
                "date": "2021-12-31",
            },
            "By Ann Writer, Harbour Chronicle, March 3, 2014": {
                "author": "Ann Writer",
                "publisher": "Harbour Chronicle",
                "date": "2014-03-03",
            },
            "Ann Writer – Harbour Gazette – 13 February 2010": {
                "author": "Ann Writer",
                "publisher": "Harbour Gazette",
                "date": "2010-02-13",
            },
        },
        counter_examples=(
            "Ann Writer, Moscow, 3 March 2015",
            "Ann Writer, News Editor, 3 March 2015",
            "Ann Writer, The Netherlands, 3 March 2015",
            "Ann Writer, The Hague, 3 March 2015",
            "Paris, France, 3 March 2015",
        ),
    ),
    Formula(
        name="author-publisher-unclear",
        language="mul",
        cues=(" – ", " — ", " - "),
        # "Ann Writer – Lantern – 13/02/2010": the middle part may also be a place.
        pattern=(
            r"{capital}[^\n,|–—/:0-9]{3,50}? [-–—] {capital}[^\n,|–—/:0-9]{2,40}? [-–—]"
            r" [0-9]{1,2}[^\n|–—]{3,24}?[0-9]{4}"
        ),
        zone="head",
        examples={"Ann Writer – Lantern – 13/02/2010": {}},
    ),
    Formula(
        name="author-publisher-joined",
        language="mul",
        cues=(" the ", " el ", " la ", " los ", " las ", " le ", " il "),
        # "Ann Writer The Lantern 3 March 2015": the article may also be part of the name.
        pattern=(
            r"{capital}\w+(?: {capital}[\w.]+){1,3} (?-i:The|El|La|Los|Las|Le|Il)"
            r" {capital}[^\n,;:()|]{1,30}? [0-9]{1,2} [^\n,;:()|]{3,20} [0-9]{4}"
        ),
        zone="head",
        examples={"Luis Prueba La Linterna 22 de diciembre de 2014": {}},
    ),
    Formula(
        name="publisher-date-unclear",
        language="mul",
        cues=("19", "20"),
        # The source, or that of a quotation at the head.
        pattern=(
            r"{publication}, (?:[0-9][^\n,;:()|]{3,24}?,? [0-9]{4}"
            r"|{capital}\w+\.? [0-9]{1,2},? [0-9]{4})"
        ),
        zone="head",
        examples={
            "Harbour Times, 20 de noviembre de 2008": {},
            "The Lantern, June 3, 2014": {},
        },
        counter_examples=(
            "Madrid, 20 de noviembre de 2008",
            "The Hague, 3 March 2015",
            "Press Release, 3 March 2015",
            "Harbour Daily, June 3, 2014",
        ),
    ),
    Formula(
        name="author-publisher-city",
        language="mul",
        cues=("|",),
        pattern=(
            r"(?P<author>{capital}[^\n,|–—/:0-9]{3,50}?) \|"
            r" (?:{publication_known}|(?P<publisher>{publication})) [-–—]"
            r" (?P<city>{capital}[^\n,|–—0-9]{2,40}?), {date}"
        ),
        zone="head",
        examples={
            "Ann Writer | The Lantern – Nairobi, 24 May 2021": {
                "author": "Ann Writer",
                "publisher": "The Lantern",
                "place": "Nairobi",
                "date": "2021-05-24",
            }
        },
    ),
    Formula(
        name="author-publisher-city-unclear",
        language="mul",
        cues=("|",),
        # "Ann Writer | Lantern – Nairobi, 24 May 2021": the middle part may also be a section.
        pattern=(
            r"{capital}[^\n,|–—/:0-9]{3,50}? \| {capital}[^\n|–—]{2,60}? [-–—]"
            r" (?P<city>{capital}[^\n,|–—0-9]{2,40}?), {any_day}"
        ),
        zone="head",
        examples={"Ann Writer | Harbour – Nairobi, 24 May 2021": {}},
        counter_examples=("Ann Writer | Harbour – Opinion, 24 May 2021",),
    ),
    Formula(
        name="author-publisher-archive",
        language="mul",
        cues=("|",),
        pattern=(
            r"(?P<author>{capital}[^\n,|–—/:0-9]{3,50}?) \| (?P<source>[^\n|–—]{2,60}?) [-–—]"
            r" (?P<hosting_organisation>[^\n,|–—]{3,60}?),"
            r" (?P<republished>[0-9]{1,2} \w+ [0-9]{4})"
        ),
        zone="head",
        examples={
            "Ann Writer | The Lantern – HARBOUR Media Service, 24 May 2021": {
                "author": "Ann Writer",
                "publisher": "The Lantern",
                "republisher": "HARBOUR Media Service",
                "republished": "2021-05-24",
            }
        },
    ),
    Formula(
        name="instant-source-zh",
        language="zh",
        cues=("来源", "來源"),
        pattern=(
            r"(?:(?:发布时间|发布日期|时间|日期) ?[:：] ?)?"
            r"(?P<republished>[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|年[0-9]{1,2}月[0-9]{1,2}日))"
            r"(?: ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)? ?[|｜]? ?"
            r"(?:文章|稿件|新闻|信息)?(?:来源|來源) ?[:：] ?{source}"
            r"(?: (?:作者|责任编辑|编辑|责编)[^\n]*)?"
        ),
        zone="head",
        examples={
            "2020-02-19 20:29:58 来源：新华网": {
                "publisher": "新华网",
                "republished": "2020-02-19",
            },
            "2020年02月19日 来源： 港口日报": {
                "publisher": "港口日报",
                "republished": "2020-02-19",
            },
            "发布时间：2020-02-19 20:29 信息来源：港口日报": {
                "publisher": "港口日报",
                "republished": "2020-02-19",
            },
        },
        counter_examples=("2020-02-19 20:29:58 责任编辑：李明",),
    ),
)

_AGENCY_LINES = (
    Formula(
        name="dateline",
        language="mul",
        cues=("(",),
        pattern=(
            r"{place}(?:[,.] (?:{full_date}|{day}))?,? \({agency}{desk}?\)"
            r" ?[-–—.:]{1,4} ?[^\n]+"
        ),
        zone="opening",
        rank="agency",
        examples={
            "LOS ANGELES (AP) — The first round of the talks ended on Monday in the harbour.": {
                "publisher": "AP",
                "place": "LOS ANGELES",
            },
            "Berlin (dpa/lby) - Die erste Runde der Gespräche endete am Montag im alten Hafen.": {
                "publisher": "dpa",
                "place": "Berlin",
            },
            "Bremen (dpa) - Die erste Runde der Gespräche endete am Montag im alten Hafen.": {
                "publisher": "dpa",
                "place": "Bremen",
            },
            "BRUSELAS, 7 oct (EFE).- La primera ronda de las conversaciones terminó el lunes.": {
                "publisher": "EFE",
                "place": "BRUSELAS",
            },
            "TOKYO, Feb. 27 (Xinhua) -- The first round of the talks ended on Monday in town.": {
                "publisher": "Xinhua",
                "place": "TOKYO",
            },
            "GENEVA, 5 March 2012 (AFP) - The first round of the talks ended on Monday in town.": {
                "publisher": "AFP",
                "place": "GENEVA",
                "date": "2012-03-05",
            },
            "WASHINGTON, March 3, 2015 (AP) — The first round of the talks ended on Monday.": {
                "publisher": "AP",
                "place": "WASHINGTON",
                "date": "2015-03-03",
            },
            "MOBILE, Ala. (AP) — The first round of the talks ended on Monday in the city.": {
                "publisher": "AP",
                "place": "MOBILE, Ala.",
            },
            "LIMA, 7 oct (EFE).- La ronda terminó.": {"publisher": "EFE", "place": "LIMA"},
            "NAIROBI, Kenya (AP) — The talks ended.": {
                "publisher": "AP",
                "place": "NAIROBI, Kenya",
            },
            "BISMARCK, N.D. (AP) — The first round of the talks ended on Monday in the city.": {
                "publisher": "AP",
                "place": "BISMARCK, N.D.",
            },
        },
        counter_examples=(
            "PARIS (Texas) — The first round of the talks ended on Monday in the harbour.",
            "Editor’s note (AP) - The first round of the talks ended on Monday in the harbour.",
            "Werder (dpa) hat die erste Runde der Gespräche am Montag im Hafen gewonnen.",
        ),
    ),
    Formula(
        name="dateline-alone",
        language="mul",
        cues=("(",),
        pattern=r"{place}(?:[,.] {day})?,? ?\({agency}\) ?[-–—.]{0,3}",
        zone="head",
        rank="agency",
        examples={"BAGHDAD, Feb 27 (AFP)": {"publisher": "AFP", "place": "BAGHDAD"}},
        counter_examples=("BAGHDAD (Iraq)",),
    ),
    Formula(
        name="dateline-dash",
        language="mul",
        cues=("(",),
        pattern=r"{place}(?:, {day})? [-–—]{1,2} ?\({agency}\) ?[^\n]+",
        zone="opening",
        rank="agency",
        examples={
            "LONDON — (AP) The first round of the talks ended on Monday in the old harbour.": {
                "publisher": "AP",
                "place": "LONDON",
            },
        },
    ),
    Formula(
        name="dateline-day",
        language="mul",
        cues=("(",),
        pattern=r"{place}, {day} \({agency}\) {capital}[^\n]+",
        zone="opening",
        rank="agency",
        examples={
            "New Delhi, March 3 (PTI) The first round of the talks ended on Monday in the hall.": {
                "publisher": "PTI",
                "place": "New Delhi",
            }
        },
    ),
    Formula(
        name="dateline-zh",
        language="zh",
        cues=("日电", "日讯", "日電"),
        pattern=(
            r"(?P<publisher>[\u4e00-\u9fff]{2,5}?社|新华网|中新网)(?P<place>[\u4e00-\u9fff]{2,6}?)"
            r"(?P<day>[0-9]{1,2}月[0-9]{1,2}日)[电讯電][^\n]*"
        ),
        zone="opening",
        rank="agency",
        examples={
            "新华社北京3月3日电 第一轮会谈星期一在港口结束，双方同意下个月再次会面。": {
                "publisher": "新华社",
                "place": "北京",
            }
        },
        counter_examples=("3月3日电 第一轮会谈星期一在港口结束，双方同意下个月再次会面。",),
    ),
    Formula(
        name="dateline-ko",
        language="ko",
        cues=("=",),
        pattern=r"\((?P<place>[가-힣·]{2,12})=(?P<publisher>[가-힣A-Za-z0-9]{2,12})\) ?[^\n]+",
        zone="opening",
        rank="agency",
        examples={
            "(서울=연합뉴스) 대표단은 두 시간 동안 만나 다음 달 회의장에서 다시 만나기로 했다.": {
                "publisher": "연합뉴스",
                "place": "서울",
            }
        },
        counter_examples=("(가=나) 대표단은 다음 달 같은 회의장에서 다시 만나기로 합의했다.",),
    ),
    Formula(
        name="dateline-sentence",
        language="mul",
        cues=("новости", "тасс", "интерфакс", "tass", "novosti"),
        pattern=r"{place}, {day} [-–—]{1,2} {agency}(?:, [^\n.]{3,40})?\. [^\n]+",
        zone="opening",
        rank="agency",
        examples={
            "МОСКВА, 27 фев - РИА Новости. Первый раунд переговоров завершился в понедельник.": {
                "publisher": "РИА Новости",
                "place": "МОСКВА",
            },
        },
    ),
    Formula(
        name="dateline-dated",
        language="mul",
        cues=("(",),
        # Nothing but an agency follows the day in brackets.
        pattern=(
            r"{place}[,.] (?:{full_date}|{day}) \((?P<publisher>{capital}[^\n()0-9,;:]{1,25})\)"
            r" ?[-–—.:]{1,4} ?[^\n]+"
        ),
        zone="opening",
        rank="agency",
        examples={
            "SAN SALVADOR, 28 ago (Faro Libre) -– La primera ronda terminó el lunes en paz.": {
                "publisher": "Faro Libre",
                "place": "SAN SALVADOR",
            }
        },
    ),
    Formula(
        name="dateline-unclear",
        language="mul",
        cues=("(",),
        pattern=(
            r"(?-i:[A-ZÀ-Þ]{3})[^\n()/:;]{0,30} \((?!USA|UAE|UNO|ONU|NATO|OTAN|URSS"
            r"|CUBA|IRAN|IRAK|PERU|CHILE|CHINA|INDIA|SYRIA|EGYPT|JAPAN)"
            r"(?P<unknown>(?-i:[A-Z]{3,5}))\) ?[-–—]{1,2} [^\n]+"
        ),
        zone="opening",
        rank="agency",
        examples={
            "HARBOUR CITY (HNA) — The first round of the talks ended on Monday in the hall.": {}
        },
    ),
    Formula(
        name="dateline-slashes",
        language="mul",
        cues=("/",),
        pattern=(
            r"{place}, (?:{day}|{full_date})\.? ?/(?P<publisher>{capital}[^\n/0-9]{1,25})/"
            r"(?:[.:]| ?[-–—]{1,2})? [^\n]*"
        ),
        zone="opening",
        rank="agency",
        examples={
            "MOSCOW, February 27. /TASS/. The first round of the talks ended on Monday.": {
                "publisher": "TASS",
                "place": "MOSCOW",
            },
            "GENEVA, March 3, 2015 /HarbourWire/ -- The first round of the talks ended today.": {
                "publisher": "HarbourWire",
                "place": "GENEVA",
                "date": "2015-03-03",
            },
        },
        counter_examples=("The talks, 3 of 5/Harbour/ended on Monday without a document.",),
    ),
    Formula(
        name="dateline-publication",
        language="en",
        cues=("—", "–", "--", " - "),
        # No place ends in such a word, but for one city; without a day, the words may be a heading.
        pattern=(
            r"(?P<unknown>(?!NEWPORT NEWS\b)(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .'’&-]{1,28}"
            r" (?:TIMES|NEWS|POST|TODAY|HERALD|TRIBUNE|JOURNAL|GAZETTE|STAR|OBSERVER|CHRONICLE))),"
            r" {day} [-–—]{1,2} [^\n]+"
        ),
        zone="opening",
        rank="agency",
        examples={
            "LANTERN TIMES, March 3 — The first round of the talks ended on Monday in the hall.": {}
        },
        counter_examples=(
            "HARBOUR DAILY, March 3 — The first round of the talks ended on Monday in the hall.",
            "NEWPORT NEWS, March 3 — The first round of the talks ended on Monday in the hall.",
        ),
    ),
    Formula(
        name="agency-opens",
        language="mul",
        cues=("(",),
        pattern=(
            r"\({agency}\) ?[-–—.]{1,4} ?"
            r"(?:{place}, (?P<day>[0-9]{1,2} \w{3,10}\.?) ?[-–—]{1,2} )?[^\n]+"
        ),
        zone="opening",
        rank="agency",
        examples={
            "(ANSA) - ROMA, 27 FEB - La prima parte dei colloqui è finita lunedì nel porto.": {
                "publisher": "ANSA",
                "place": "ROMA",
            },
            "(EFE).- La primera ronda de las conversaciones terminó el lunes en el puerto.": {
                "publisher": "EFE"
            },
            "(ANSA) - ROMA, 27 FEB - I colloqui sono finiti.": {
                "publisher": "ANSA",
                "place": "ROMA",
            },
        },
    ),
    Formula(
        name="agency-byline",
        language="mul",
        cues=("by ", "von ", "por ", "par ", "da ", "door ", "de "),
        pattern=(
            r"(?:By|Von|Por|Par|Da|Door|De)"
            r"(?: (?P<author>{name})(?:,| [|/–—-]| ?\()| l[’']| la| Redacción| Agencia)?"
            r" ?{agency}"
            r"(?: Staff| Writer)?\)?"
        ),
        zone="head",
        rank="agency",
        examples={
            "By Associated Press": {"publisher": "Associated Press"},
            "Por EFE": {"publisher": "EFE"},
            "Por Ana Prueba (AFP)": {"publisher": "AFP", "author": "Ana Prueba"},
            "By Ann Writer | Reuters": {"publisher": "Reuters", "author": "Ann Writer"},
            "By Ann Writer, The Associated Press": {
                "publisher": "The Associated Press",
                "author": "Ann Writer",
            },
        },
        counter_examples=("Photo by Reuters",),
    ),
    Formula(
        name="agency-byline-day",
        language="mul",
        cues=("19", "20"),
        pattern=(
            r"(?:(?:By|Von|Por|Par|Da|Door|De)(?: l[’']| la| Redacción| Agencia)? ?)?{agency}"
            r"(?:{mark}|,? )(?:(?:{published}(?: (?:on|el|le|il|am))?[:：]? ?){own_published}"
            r"|{any_day})"
            r"{after_day}\.?"
        ),
        zone="byline",
        rank="agency",
        examples={
            "Par AFP, publié le 24 juin 2015 à 10h32": {
                "publisher": "AFP",
                "republished": "2015-06-24",
            },
            "EFE | 24/06/2015": {"publisher": "EFE"},
        },
        counter_examples=("Harbour Daily, 24 June 2015",),
    ),
    Formula(
        name="agency-closes",
        language="mul",
        cues=("-", "–", "—", "("),
        pattern=r"[-–—(]{1,2} ?{agency}\)?\.?",
        zone="foot",
        rank="agency",
        examples={"— AFP": {"publisher": "AFP"}, "(dpa)": {"publisher": "dpa"}},
        counter_examples=("(Photo: AFP)", "AFP / Ann Writer", "(Con información de AFP y EFE)"),
    ),
    Formula(
        name="agency-copyright",
        language="mul",
        cues=("©", "(c)", "copyright"),
        pattern=(
            r"(?:©|\(c\)|Copyright)(?: ?(?:©|\(c\)))?(?: by)? ?[12][0-9]{3},?(?: by)? {agency}"
            r"(?:[.,]? (?:All|Todos|Alle|Tous|The|This|No|Tutti) [^\n]*)?\.?"
        ),
        zone="foot",
        rank="agency",
        examples={
            "Copyright 2020 The Associated Press. All rights reserved. This material may not be"
            " published, broadcast, rewritten or redistributed without permission.": {
                "publisher": "The Associated Press"
            },
            "© 2017 AFP": {"publisher": "AFP"},
        },
        counter_examples=(
            "Copyright 2023 Harbour Daily. All rights reserved. This material may not be"
            " published, broadcast, rewritten, or redistributed.",
            "© 2017 Harbour Media Group. All rights reserved.",
            "© AFP / Ann Writer",
        ),
    ),
    Formula(
        name="agency-copyright-dpa",
        language="de",
        cues=("dpa:",),
        pattern=r"© ?{agency}, ?dpa:[0-9:/-]+",
        zone="foot",
        rank="agency",
        examples={"© dpa-infocom, dpa:170227-99-123456/2": {"publisher": "dpa-infocom"}},
    ),
)

_PEOPLE = (
    Formula(
        name="translated-from-publication-en",
        language="en",
        cues=("translated",),
        pattern=(
            r"{note}Translated(?: from (?:the )?(?-i:[A-Z])\w+)? by (?P<translator>{name}) from"
            r" {outlet}(?P<source>{publication}(?:, [^\n()]{4,40})?){end}"
        ),
        zone="edges",
        modifications="translation",
        examples={
            "Translated by Ann Writer from El Farol, 12 October 1998.": {
                "publisher": "El Farol",
                "date": "1998-10-12",
                "translator": "Ann Writer",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-from-by-en",
        language="en",
        cues=("translated from",),
        pattern=(
            r"{note}Translated from (?P<source>{publication}) by (?P<translator>{name})(?:{stop})?"
        ),
        zone="edges",
        modifications="translation",
        examples={
            "Translated from Le Phare by Ann Probe.": {
                "publisher": "Le Phare",
                "translator": "Ann Probe",
                "modifications": "translation",
            }
        },
        counter_examples=("Translated from the original by hand.",),
    ),
    Formula(
        name="translated-en",
        language="en",
        cues=("translat",),
        pattern=(
            r"{note}(?:{this_en}?(?:(?:was|is|has been) )?translat(?:ed|ion)|Translator)"
            r"(?: from (?:the )?(?-i:[A-Z])\w+(?: original)?)?"
            r"(?: for (?P<republisher>{name}))? ?(?:by |: ?)"
            r"(?:by )?(?!Google"
            r"|DeepL)(?P<translator>{name})(?: from (?:the )?(?-i:[A-Z])\w+)?(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Translated by Ann Writer from the Russian": {
                "translator": "Ann Writer",
                "modifications": "translation",
            },
            "Translated from the Spanish by Ann Writer.": {
                "translator": "Ann Writer",
                "modifications": "translation",
            },
            "Translated: by Ann Writer.": {
                "translator": "Ann Writer",
                "modifications": "translation",
            },
            "Translation: Ann Writer": {
                "translator": "Ann Writer",
                "modifications": "translation",
            },
        },
        counter_examples=("Translated by Google", "The book was translated by three hands."),
    ),
    Formula(
        name="translated-es",
        language="es",
        cues=("traduc",),
        pattern=(
            r"{note}(?:Traducid[oa]|Traducción|Traductora?)(?: del? \w+)?"
            r"(?: para (?P<republisher>{name}))?(?: por | de |: ?)(?P<translator>{name})"
            r"(?: y revisad[oa] por [^\n]+|, [^\n0-9]{2,40} (?P<republished>[0-9][^\n]{8,30}))?"
            r"(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Traducido del inglés para El Farol por Ana Traductora": {
                "translator": "Ana Traductora",
                "republisher": "El Farol",
                "modifications": "translation",
            },
            "Traducción de Ana Traductora y Luis Prueba.": {
                "translator": "Ana Traductora",
                "modifications": "translation",
            },
        },
    ),
    Formula(
        name="translated-for-es",
        language="es",
        cues=("traducido",),
        pattern=(
            r"Traducido(?: del? \w+)? para (?P<republisher>[^\n0-9,;:]{3,60}?)"
            r"(?:,? (?P<republished>[0-9][^\n]{8,30}))?\.?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Traducido del inglés para El Puerto no Duerme 6 de agosto de 2021": {
                "republisher": "El Puerto no Duerme",
                "republished": "2021-08-06",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-fr",
        language="fr",
        cues=("tradu",),
        pattern=(
            r"{note}(?:Traduite?|Traduction|Traducteur|Traductrice)"
            r"(?: (?:de l[’']|du )\w+)?(?: \([^\n()]*\))?(?: pour (?P<republisher>{name}))?"
            r" ?(?:par |: ?)(?P<translator>{name})(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Traduit de l'anglais par Anne Exemple": {
                "translator": "Anne Exemple",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-de",
        language="de",
        cues=("übersetz", "aus dem "),
        pattern=(
            r"{note}(?:Aus dem (?-i:[A-Z])\w+en(?: übersetzt)?(?: von)?|Übersetz(?:t|ung|er|erin)"
            r"(?: aus dem \w+)?(?: von)?) ?:? (?P<translator>{name})(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Aus dem Englischen von Anna Beispiel": {
                "translator": "Anna Beispiel",
                "modifications": "translation",
            },
            "Übersetzung: Anna Beispiel": {
                "translator": "Anna Beispiel",
                "modifications": "translation",
            },
        },
        counter_examples=("aus dem Umfeld von Anna Beispiel",),
    ),
    Formula(
        name="translated-copyright-de",
        language="de",
        cues=("copyright",),
        pattern=(
            r"Aus dem (?-i:[A-Z])\w+en(?: übersetzt)? von (?P<translator>{name}) ?[|.,;]?"
            r" ?(?:Copyright ?:|©) ?{source}"
        ),
        zone="edges",
        rank="first",
        modifications="translation",
        examples={
            "Aus dem Englischen von Anna Beispiel | Copyright: Project Harbour, 2015": {
                "translator": "Anna Beispiel",
                "publisher": "Project Harbour",
                "date": "2015",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-pt",
        language="pt",
        cues=("tradu",),
        pattern=(
            r"{note}(?:Traduzid[oa]|Tradução|Tradutora?)(?: d[oe] (?-i:[a-zà-ÿ])\w+)?(?: por "
            r"| de |: ?)"
            r"(?P<translator>{name})(?:,? para (?:[oa] )?(?P<republisher>{name}))?(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Tradução de Ana Exemplo, para o Porto Livre": {
                "translator": "Ana Exemplo",
                "republisher": "Porto Livre",
                "modifications": "translation",
            },
            "Tradução: Ana Exemplo": {
                "translator": "Ana Exemplo",
                "modifications": "translation",
            },
        },
    ),
    Formula(
        name="translated-it",
        language="it",
        cues=("tradu", "tradotto"),
        pattern=(
            r"{note}(?:Tradott[oa]|Traduzione|Traduttore|Traduttrice)"
            r"(?: dal(?:l[’']|lo | )\w+)?(?: da | di | a cura di |: ?)"
            r"(?P<translator>{name})(?:,? per (?P<republisher>{name}))?(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Traduzione dallo spagnolo di Anna Esempio": {
                "translator": "Anna Esempio",
                "modifications": "translation",
            },
            "Traduzione di Anna Esempio": {
                "translator": "Anna Esempio",
                "modifications": "translation",
            },
        },
    ),
    Formula(
        name="translated-ru",
        language="ru",
        cues=("перевод",),
        pattern=r"Перевод(?:чик)?(?: с \w+)? ?[:—–-] ?(?P<translator>{name})(?:{stop}|;)?",
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Перевод: Анна Пример": {
                "translator": "Анна Пример",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-label",
        language="mul",
        cues=(
            "vertaal",
            "vertaling",
            "översätt",
            "oversætt",
            "tłumacz",
            "přel",
            "çevir",
            "μετάφραση",
            *("översatt", "oversatt", "suomen", "przekład", "fordít", "traduce", "traducció"),
            *("переклад", "превод", "ترجم", "번역", "옮긴이", "penerjemah", "dịch"),
        ),
        pattern=(
            r"(?:Vertaald(?: uit het \w+)? door|Vertaling(?: door)?"
            r"|Översättning(?: från \w+)?(?: av)?"
            r"|Översatt (?:från \w+ )?av|Oversættelse(?: ved)?|Oversatt (?:fra \w+ )?av|Suomentanut"
            r"|Suomennos|(?:Prze)?tłumaczeni[ea](?: z \w+)?|Przekład(?: z \w+)?"
            r"|(?:Prze)?tłumaczyła?"
            r"|Překlad|Přeložila?|Fordította|Fordítás|Traducere(?: și adaptare)?(?: de)?"
            r"|Traducció(?: de)?"
            r"|Çeviri|Çeviren|(?:İngilizceden )?çeviren|Μετάφραση|Переклад(?: з \w+)?|Превод"
            r"|ترجمة|ترجمه|번역|옮긴이|Penerjemah|Người dịch|Dịch giả) ?[:：]? ?"
            r"(?P<translator>{name})(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "Vertaald door Anna Voorbeeld": {
                "translator": "Anna Voorbeeld",
                "modifications": "translation",
            },
            "Çeviri: Ayşe Örnek": {"translator": "Ayşe Örnek", "modifications": "translation"},
            "Tłumaczenie z hiszpańskiego: Jan Przykład": {
                "translator": "Jan Przykład",
                "modifications": "translation",
            },
            "Переклад з англійської: Анна Приклад": {
                "translator": "Анна Приклад",
                "modifications": "translation",
            },
            "번역: 김예시": {"translator": "김예시", "modifications": "translation"},
        },
    ),
    Formula(
        name="author-translator-zh",
        language="zh",
        cues=("译者", "譯者"),
        pattern=(
            r"(?:作者 ?[:：] ?(?P<author>[^\n:：|；;，,]{2,30}?) ?[|；;，,/]? ?)?"
            r"(?:译者|譯者) ?[:：] ?(?P<translator>[^\n:：|；;，,]{2,30}?)"
            r"(?: ?[|；;，,/ ] ?(?:校对|校對|编辑|編輯|责编)[^\n]*)?"
        ),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "作者：李明 译者：王芳": {
                "author": "李明",
                "translator": "王芳",
                "modifications": "translation",
            }
        },
    ),
    Formula(
        name="translated-ja",
        language="ja",
        cues=("訳",),
        pattern=(r"[（(]?(?:(?:翻)?訳(?:者)? ?[:：／/=＝] ?(?P<translator>[\w・ ]{2,20}?))[）)]?"),
        zone="edges",
        rank="contributor",
        modifications="translation",
        examples={
            "（訳：田中花子）": {"translator": "田中花子", "modifications": "translation"},
        },
    ),
    Formula(
        name="interviewed",
        language="mul",
        cues=("interview", "entrevista", "propos recueillis"),
        pattern=(
            r"{note}(?:Interview(?:ed)?(?: conducted)? by|Interviewer ?:|Entrevistadora? ?:"
            r"|Entrevista(?: realizada)? por|Propos recueillis par|Das Interview führte)"
            r" (?P<interviewer>{name})(?:{stop}|;)?"
        ),
        zone="edges",
        rank="contributor",
        examples={
            "Interview conducted by Ann Writer.": {"interviewer": "Ann Writer"},
            "Propos recueillis par Anne Exemple": {"interviewer": "Anne Exemple"},
        },
        counter_examples=("Entrevista a Ana Prueba, activista",),
    ),
    Formula(
        name="licence-en",
        language="en",
        cues=("creative commons",),
        pattern=(
            r"This (?:work|{thing_en}) is (?:licensed|published|available) under (?:an? |the )?"
            r"{licence}{end}"
        ),
        zone="foot",
        rank="contributor",
        examples={"This article is licensed under a Creative Commons Attribution license.": {}},
    ),
    Formula(
        name="licence-es",
        language="es",
        cues=("licencia",),
        pattern=(
            r"(?P<republisher>{capital}[^\n,;:()|0-9]{2,40}?) ha publicado este (?:artículo|texto)"
            r" (?:con (?:el )?permiso (?:del autor|de la autora))[^\n]*"
        ),
        zone="foot",
        rank="contributor",
        examples={
            "El Puerto ha publicado este artículo con el permiso del autor mediante una licencia de"
            " Creative Commons, respetando su libertad para publicarlo en otras fuentes.": {
                "republisher": "El Puerto",
                "grant": "con el permiso del autor",
            }
        },
    ),
    Formula(
        name="posted-by-organisation",
        language="en",
        cues=("posted",),
        pattern=(
            r"Posted by (?P<hosting_organisation>[^\n:|\[\]]{2,60}?) on ?:? ?"
            r"(?P<republished>[^\n:|\[\]]{6,30}?[0-9]{4})"
        ),
        zone="edges",
        rank="contributor",
        examples={
            "Posted by Harbour Library on: January 26, 2001": {
                "republisher": "Harbour Library",
                "republished": "2001-01-26",
            }
        },
    ),
    Formula(
        name="posted",
        language="mul",
        cues=("posted", "submitted", "enviado por"),
        # The name is often that of an account.
        pattern=(
            r"(?:Posted|Submitted|Enviado)"
            r" (?:(?:on )?{own_published}{after_day} (?:by|por) [^\n]{2,80}"
            r"|(?:by|por) [^\n:]{2,60}?(?: (?:on|el) ?:? |, ){own_day}{after_day})"
        ),
        zone="byline",
        rank="own",
        examples={
            "posted 2 Jul 2015, 00:30 by Harbour Rights [ updated 3 Jul 2015 ]": {
                "date": "2015-07-02"
            },
            "Submitted by harbour7 on Tue, 3 March 2015 - 10:15": {"date": "2015-03-03"},
        },
    ),
)

_LABELS = (
    Formula(
        name="label-document-symbol",
        language="mul",
        cues=("source", "fuente", "fonte", "quelle"),
        # The symbol shows a document of the United Nations, whose organ is its publisher.
        pattern=(
            r"(?:Source|Fuente|Fonte|Quelle) ?: ?(?P<organisation>[^\n,:;]{3,80}?), [^\n]*"
            r"\b(?-i:[AES])/[\w./-]*[0-9][\w./-]*, (?P<date>(?:19|20)[0-9]{2})"
            r"(?:, (?:pp?\.? )?(?P<pages>[0-9]+(?:[-–][0-9]+)?))?\.?"
        ),
        zone="edges",
        examples={
            "Source: Harbour Security Council, Annex, A Quiet Report, S/12345, 1993, 5-8.": {
                "publisher": "Harbour Security Council",
                "date": "1993",
                "pages": "5-8",
            }
        },
    ),
    Formula(
        name="label-plural",
        language="mul",
        cues=("sources", "fuentes", "fonti", "fontes", "bronnen", "källor", "источники"),
        # A plural before several names, or alone on its line, is a list of references.
        pattern=(
            r"(?:Sources|Fuentes|Fonti|Fontes|Bronnen|Källor|Источники) ?[:：][^\S\n]*"
            r"(?P<source>[^\n,;/\[\]]{2,80}?)\.?"
        ),
        zone="edges",
        examples={"Fuentes: El Farol": {"publisher": "El Farol"}},
        counter_examples=(
            "Sources: The Lantern, Harbour Gazette",
            "Sources: [1] The Lantern",
            "Quellen: Die Laterne, dpa",
        ),
    ),
    Formula(
        name="label",
        language="mul",
        cues=(":", "："),
        pattern=(
            r"[\[(（]?(?P<label>[^\n:：]{2,30}?) ?[:：] ?{source}[\])）]?"
            r"(?:\.?|{stop} (?:Transl|Trad|Übers|Vertal|Övers|Overs|Tłum|Перек|Перев|Çevir"
            r"|Reprinted"
            r"|Reproduced|Republished|Published|Publicad|Accessed|Retrieved|Licen[cs])[^\n]*)"
        ),
        zone="edges",
        examples={
            "Via: The Lantern": {"publisher": "The Lantern"},
            "[Source: The Lantern]": {"publisher": "The Lantern"},
            "Source: The Lantern. Reprinted by permission.": {
                "publisher": "The Lantern",
                "grant": "by permission",
            },
            "Taken from: The Lantern, 24 June 2015": {
                "publisher": "The Lantern",
                "date": "2015-06-24",
            },
            "Публикуется по: «Новая гавань», 24 июня 2015 г.": {
                "publisher": "Новая гавань",
                "date": "2015-06-24",
            },
            "Tratto da: Il Faro, 24 giugno 2015": {"publisher": "Il Faro", "date": "2015-06-24"},
            "Fuente: Página/12, 3 de marzo de 2012": {
                "publisher": "Página/12",
                "date": "2012-03-03",
            },
            "Quelle: dpa/lby": {"publisher": "dpa"},
            "Zdroj: ČTK, 24. 6. 2015": {"publisher": "ČTK", "date": "2015-06-24"},
            "출처: 항구일보 (2015.06.24)": {"publisher": "항구일보", "date": "2015-06-24"},
            "来源：《灯塔评论》2015年第6期": {
                "publisher": "灯塔评论",
                "date": "2015",
                "issue": "6",
            },
            "Αναδημοσίευση από: Το Φανάρι": {"publisher": "Το Φανάρι"},
            "Source: The Lantern, 24 June 2015": {"publisher": "The Lantern", "date": "2015-06-24"},
            "Source: Reuters, Moscow, 9 September 2015": {
                "publisher": "Reuters",
                "place": "Moscow",
                "date": "2015-09-09",
            },
            "Source: The Lantern, Nairobi, 9 September 2015": {
                "publisher": "The Lantern",
                "place": "Nairobi",
                "date": "2015-09-09",
            },
            "(Fuente: El Farol, Ciudad de México, 9 de septiembre de 2015)": {
                "publisher": "El Farol",
                "place": "Ciudad de México",
                "date": "2015-09-09",
            },
            "Fonte: il manifesto, 24 giugno 2015": {
                "publisher": "il manifesto",
                "date": "2015-06-24",
            },
            "Bron: de Volkskrant, 3 maart 2012": {
                "publisher": "de Volkskrant",
                "date": "2012-03-03",
            },
            "Source: The Lantern, 3 March 2012, updated 5 March 2012": {
                "publisher": "The Lantern",
                "date": "2012-03-03",
            },
            "Source: Letter to the editor": {},
            "Source: Wikipedia contributors": {},
            "Source: The Lantern, Opinion, 9 September 2015": {},
            "Source: Speech of the Minister, Nairobi, 9 September 2015": {},
            "Source: Press Office, Nairobi, 9 September 2015": {},
            "Source: The Constitution of Northland, Nairobi, 27 August 2010": {},
            "Source: Files of the Ministry, Berlin, 3 May 2015": {},
            "Source: The Works of Ann Writer, London, 1965": {},
            "Source: Harbour Works, Nairobi, 9 September 2015": {},
            "Source: SANA 28-03-2015": {"publisher": "SANA", "date": "2015-03-28"},
            "Source: https://www.lantern.example/": {"publisher": "lantern.example"},
            "Source: The Lantern, Vol. 7, No. 3, June 2004, pp. 3-5": {
                "publisher": "The Lantern",
                "volume": "7",
                "issue": "3",
                "date": "2004-06",
                "pages": "3-5",
            },
            "Source: United Harbours Country: Northland": {"publisher": "United Harbours"},
            "Source: Collected Works, Volume 7, p. 15": {},
            "Source: The Lantern 25 (2015)": {},
            "Source: The Lantern, Harbour City, 3 March 2015": {},
            "Fuente: El Farol": {"publisher": "El Farol"},
            "Fuente: El Farol / EFE": {"publisher": "El Farol, EFE"},
            "Artículo original: lantern.example": {"publisher": "lantern.example"},
            "Source : La Lanterne": {"publisher": "La Lanterne"},
            "Quelle: dpa": {"publisher": "dpa"},
            "Quelle: Die Laterne vom 3.12.2015": {
                "publisher": "Die Laterne",
                "date": "2015-12-03",
            },
            "Quelle: Die Laterne, 12/3/2015": {"publisher": "Die Laterne"},
            "Fonte: Il Faro": {"publisher": "Il Faro"},
            "Fonte: O Farol": {"publisher": "O Farol"},
            "Font: El Far": {"publisher": "El Far"},
            "Sursa: Farul": {"publisher": "Farul"},
            "Bron: De Lantaarn": {"publisher": "De Lantaarn"},
            "Källa: Lyktan": {"publisher": "Lyktan"},
            "Kilde: Lygten": {"publisher": "Lygten"},
            "Lähde: Majakka": {"publisher": "Majakka"},
            "Źródło: Nowa Latarnia": {"publisher": "Nowa Latarnia"},
            "Zdroj: Nový maják": {"publisher": "Nový maják"},
            "Forrás: Új Lámpás": {"publisher": "Új Lámpás"},
            "Forrás: Új Lámpás, 2014. március 3.": {
                "publisher": "Új Lámpás",
                "date": "2014-03-03",
            },
            "Izvor: Nova luka": {"publisher": "Nova luka"},
            "Източник: Ново пристанище": {"publisher": "Ново пристанище"},
            "Источник: Новая гавань": {"publisher": "Новая гавань"},
            "Джерело: Нова гавань": {"publisher": "Нова гавань"},
            "Πηγή: Το Φανάρι": {"publisher": "Το Φανάρι"},
            "Kaynak: Yeni Liman": {"publisher": "Yeni Liman"},
            "מקור: המגדלור": {"publisher": "המגדלור"},
            "المصدر: المنارة": {"publisher": "المنارة"},
            "منبع: فانوس": {"publisher": "فانوس"},
            "स्रोत: दीपस्तंभ": {"publisher": "दीपस्तंभ"},
            "Sumber: Mercu Suar": {"publisher": "Mercu Suar"},
            "Nguồn: Hải Đăng": {"publisher": "Hải Đăng"},
            "来源：新华网": {"publisher": "新华网"},
            "（来源：《港口日报》）": {"publisher": "港口日报"},
            "本文转自：港口日报": {"publisher": "港口日报"},
            "来源：港口日报 作者：李明": {"publisher": "港口日报"},
            "来源：人民日报 2012年3月3日": {"publisher": "人民日报", "date": "2012-03-03"},
            "Источник: Новая гавань, 3 марта 2012 г.": {
                "publisher": "Новая гавань",
                "date": "2012-03-03",
            },
            "Bron: ANP, 3 maart 2012": {"publisher": "ANP", "date": "2012-03-03"},
            "来源：《港口日报》2012年3月3日": {"publisher": "港口日报", "date": "2012-03-03"},
            "出典：港新聞": {"publisher": "港新聞"},
            "出典：港新聞（2012年3月3日）": {"publisher": "港新聞", "date": "2012-03-03"},
            "출처: 항구일보": {"publisher": "항구일보"},
            "Source: Harbour Press Service (HPS), 24 June 2015": {
                "publisher": "Harbour Press Service",
                "date": "2015-06-24",
            },
            "Quelle: Die Laterne, abgerufen am 3. Juli 2015": {"publisher": "Die Laterne"},
            "出典：港新聞、2015年6月24日付": {"publisher": "港新聞", "date": "2015-06-24"},
        },
        counter_examples=(
            "Source: own calculations",
            "Source: Company data",
            "Source: Getty Images",
            "Source: Screenshot",
            "Source: The author",
            "Source: Press release of the ministry",
            "Via: WhatsApp",
            "Fuente: Elaboración propia",
            "Fuente: Agencias",
            "Quelle: eigene Darstellung",
            "المصدر: وكالات",
            "Photo: Ann Writer / Reuters",
            "Updated: 3 March 2015",
        ),
    ),
    Formula(
        name="label-dash",
        language="mul",
        cues=(
            *("source", "fuente", "fonte", "quelle", "bron", "kilde", "källa", "źródło", "zdroj"),
            *("источник", "джерело", "kaynak", "πηγή", "출처"),
        ),
        pattern=r"[\[(]?(?P<label>[^\n:：–—=-]{2,20}?)(?: [–—-]| ?=) ?{source}[\])]?\.?",
        zone="foot",
        examples={
            "Источник — Новая гавань, 24.06.2015": {
                "publisher": "Новая гавань",
                "date": "2015-06-24",
            },
            "출처=항구일보": {"publisher": "항구일보"},
        },
        counter_examples=("Source - own calculations", "Quelle – eigene Darstellung"),
    ),
)
# Lines that show that the text is from elsewhere, without a source that can be read from them.
_UNCLEAR = (
    Formula(
        name="adapted",
        language="en",
        cues=("adapted from its original", "republished from another"),
        pattern=r"{this_en}(?:has been|was|is) adapted from its original source\.?",
        zone="edges",
        examples={"This article has been adapted from its original source.": {}},
    ),
    Formula(
        name="distributed",
        language="en",
        cues=("distributed by",),
        pattern=r"(?:{this_en})?(?:is |was )?distributed by {capital}[^\n]{2,80}",
        zone="foot",
        examples={"Distributed by Harbour Content Agency, LLC.": {}},
    ),
    Formula(
        name="first-published-unclear",
        language="mul",
        cues=(
            *("originally ", "first published", "first appeared", "first posted", "first printed"),
            *("initially ", "republished", "reprinted", "reproduced", "por primera vez"),
            *("originalmente", "inicialmente", "reproducid", "tomado de", "initialement"),
            *("zuerst", "ursprünglich", "erstmals", "pour la première fois", "pela primeira vez"),
            *("per la prima volta", "originariamente", "oorspronkelijk", "ursprungligen"),
            *("opprinnelig", "oprindelig", "alun perin", "впервые", "pierwotnie", "původně"),
            *("eredetileg", "inițial", "ilk olarak", "αρχικά", "pertama kali", "转载自"),
            *("轉載自", "初出"),
        ),
        # The beginning says that the text is from elsewhere, in a wording that is not read.
        pattern=(
            r"{note}(?:{this_en}|{this_es}|{this_fr}|{this_de}|{this_pt}|{this_it}"
            r"|(?:Dit|Deze) \w+ |Artikeln |Texten |Artiklen |Artikkelen |Artikkeli |Artykuł |Tekst"
            r" |Článek |A cikk |Ez az? \w+ |Articolul |Bu \w+ |Το άρθρο |Artikel ini |本文"
            r"|この記事は)?"
            r"(?:(?:was|is|has been|had been|fue|ha sido|se|a été|est|wurde|ist|erschien|foi|è"
            r"|è stat[oa]"
            r"|werd|har|er|är|blev|ble|on|został[ao]?|ukazał[ao]? się) ){0,2}"
            r"(?:(?:originally|first|initially) (?:published|posted|printed|appeared|ran|written)"
            r"|(?:published|posted|appeared) (?:originally|first)"
            r"|(?:republished|reprinted|reproduced)"
            r"(?! (?:in (?!full|part|whole|its|abridged)|on|at|by (?!(?:\w+ )?(?:permission"
            r"|arrangement|courtesy)))\b)"
            r"|(?:originalmente|por primera vez|inicialmente) (?:publicad|apareci)\w*"
            r"|(?:publicad|aparecid)\w* (?:originalmente|por primera vez|pela primeira vez)"
            r"|reproducid[oa]|tomado de|(?:initialement|d[’']abord) (?:publié|paru)e?"
            r"|(?:publié|paru)e? (?:initialement|d[’']abord|pour la première fois)"
            r"|(?:zuerst|ursprünglich|erstmals)|(?:pubblicat|appars)[oa] (?:originariamente"
            r"|originalmente|per la prima volta)|originariamente pubblicat[oa]|oorspronkelijk"
            r"|ursprungligen|opprinnelig|oprindeligt?|julkaistu alun perin|alun perin julkaistu"
            r"|впервые опубликован[оа]?|pierwotnie|původně|eredetileg|(?:apărut"
            r"|publicat) inițial|ilk olarak"
            r"|αρχικά δημοσιεύ\w+|pertama kali|转载自|轉載自|初出)"
            r"(?! here\b| at [0-9]| in (?:[0-9]{4}|our|my|his|her|their)\b|(?:,? (?:on|el|le|am"
            r"|il|em))? (?:[0-9]"
            r"|\w{3,6}day\b"
            r"|{month_en} [0-9])[^\n]{0,40}$)(?!{in_language}\.?$)[^\n]{0,60}?(?:{capital}"
            r"|[«“„\"《『「\u3040-\u9fff])[^\n]{2,160}"
        ),
        zone="edges",
        examples={
            "Reprinted here, by arrangement, out of the pages of Harbour Monthly.": {},
            "Reprinted in full out of the pages of Harbour Monthly.": {},
            "Republished by special arrangement with Harbour Monthly": {},
            "Tekst ukazał się pierwotnie w „Latarni” 3 marca 2015 r.": {},
            "Ez az írás eredetileg a Lámpás oldalán jelent meg.": {},
            "Artikkeli on julkaistu alun perin Majakan Sanomissa.": {},
        },
        counter_examples=(
            "Originally a marsh, the land behind the Harbour was drained in the end.",
            "Originally published on 3 March 2015 at 10:15.",
            "This article has been republished by The Lantern.",
            "Reprinted in The Lantern, 9 May 2020.",
        ),
    ),
    Formula(
        name="via",
        language="en",
        cues=("via ",),
        pattern=(
            r"[\[(]?via (?!WhatsApp|Facebook|Twitter|E-?mail|Telegram|LinkedIn|Pinterest|Getty|SMS)"
            r"(?:[\w-]+\.[\w.-]+|{capital}\w*(?: {capital}\w*){0,4})[\])]?\.?"
        ),
        zone="foot",
        examples={"Via SyndiGate.info": {}, "[Via Harbour Weekly]": {}},
        counter_examples=("Via WhatsApp teilen", "Via E-Mail empfehlen", "Via the harbour"),
    ),
    Formula(
        name="original-linked",
        language="mul",
        cues=("original",),
        pattern=(
            r"(?:(?:Read|See|View) (?:the |this )?(?:full )?original (?:article|story|post|version)"
            r"(?: here)?|Leer el artículo original(?: aquí)?|Lire l[’']article original(?: ici)?"
            r"|Zum Originalartikel|Leia o artigo original(?: aqui)?"
            r"|Leggi l[’']articolo originale(?: qui)?)\.?"
        ),
        zone="edges",
        examples={"Read the original article here.": {}},
    ),
    Formula(
        name="agency-alone",
        language="mul",
        cues=("reuters", "afp", "efe", "dpa", "associated press", "ansa", "tass", "xinhua", "upi"),
        # A byline, or the credit of a picture.
        pattern=r"(?P<credit>[^\n():;]{2,60})",
        zone="head",
        rank="agency",
        examples={"Reuters": {}},
    ),
)

FORMULAS: Final = (
    *_SENTENCES,
    *NAMED_BYLINES,
    *_LABELLED_HEADS,
    *_AGENCY_LINES,
    *_PEOPLE,
    *_LABELS,
    *_UNCLEAR,
    *OWN_LINES,
)
"""Every formula, the more specific ones first."""
