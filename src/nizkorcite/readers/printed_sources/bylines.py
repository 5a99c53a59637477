"""
The wordings of a page's own byline and day, and of bylines that name a publication: data.

A byline stands next to the title, so it is believed there alone. What it states of the page itself
is used only where the markup states nothing.
"""

from typing import Final

from nizkorcite.readers.printed_sources.formula import Formula

NAMED_BYLINES: Final = (
    Formula(
        name="published-by-publication",
        language="mul",
        cues=("published", "publicado", "publié", "pubblicato"),
        pattern=(
            r"(?:Published|Publicado|Publié|Pubblicato)(?: (?:on|el|le|il))? ?:? {date}"
            r" (?:by|in|on|en|por|dans|par|su|da) (?:(?:the|el) (?=The |El ))?"
            r"{publication_known}\.?"
        ),
        zone="byline",
        rank="first",
        examples={
            "Published on Monday, April 7, 2008 by The Guardian": {
                "publisher": "The Guardian",
                "date": "2008-04-07",
            },
        },
    ),
    Formula(
        name="published-in-publication",
        language="mul",
        cues=("published", "publicado", "publié", "pubblicato"),
        pattern=(
            r"(?:Published|Publicado|Publié|Pubblicato) (?:by|in|on|en|por|dans|par|su|da)"
            r" {publication_known},?(?: (?:on|el|le|il))? {date}\.?"
        ),
        zone="byline",
        rank="first",
        examples={
            "Published in The Guardian on 3 March 2015": {
                "publisher": "The Guardian",
                "date": "2015-03-03",
            },
        },
    ),
    Formula(
        name="author-publication-date",
        language="mul",
        cues=("19", "20"),
        pattern=(
            r"{not_below_quotation}"
            r"(?:{by} )?{people}{joint}{publication_known}{joint}{date}{page_number}?"
        ),
        zone="byline",
        examples={
            "Luis Prueba La Jornada 22 de diciembre de 2014": {
                "publisher": "La Jornada",
                "date": "2014-12-22",
                "author": "Luis Prueba",
            },
            "Anne Exemple – Libération – 13/02/2010": {
                "publisher": "Libération",
                "date": "2010-02-13",
                "author": "Anne Exemple",
            },
            "Ann Writer, The Intercept, 31/12/2021, p. 40": {
                "publisher": "The Intercept",
                "date": "2021-12-31",
                "author": "Ann Writer",
                "pages": "40",
            },
        },
    ),
    Formula(
        name="date-author-publication",
        language="mul",
        cues=("19", "20"),
        pattern=r"{date}{after_day}{mark}? ?{by} {people}{joint}{publication_known}{kind}?",
        zone="byline",
        examples={
            "Wednesday, 20 August 2014 11:49By Ann Writer, Truthout | Report": {
                "publisher": "Truthout",
                "date": "2014-08-20",
                "author": "Ann Writer",
            },
            "Monday, 30 January 2012 By Ann Writer, AlterNet": {
                "publisher": "AlterNet",
                "date": "2012-01-30",
                "author": "Ann Writer",
            },
            "3 March 2015 - by Ann Writer and Bo Writer | The Guardian": {
                "publisher": "The Guardian",
                "date": "2015-03-03",
                "author": "Ann Writer",
            },
        },
    ),
    Formula(
        name="author-publication",
        language="mul",
        cues=("by ", "por ", "von ", "par ", "di "),
        pattern=r"{by} {people}{joint}{publication_known}{kind}?",
        zone="byline",
        examples={
            "By Ann Writer, The Guardian": {"publisher": "The Guardian", "author": "Ann Writer"},
            "By Ann Writer, for The Guardian": {
                "publisher": "The Guardian",
                "author": "Ann Writer",
            },
            "By Harbour News for The Guardian": {},
            "Por Ana Prueba | Página/12": {"publisher": "Página/12", "author": "Ana Prueba"},
        },
        counter_examples=("Ann Writer, The Hague",),
    ),
    Formula(
        name="date-publication",
        language="mul",
        cues=("19", "20"),
        pattern=r"{date} ?[-–—|] ?{publication_known}",
        zone="byline",
        examples={
            "17 February 2005 — Information Clearing House": {
                "publisher": "Information Clearing House",
                "date": "2005-02-17",
            }
        },
        counter_examples=("17 February 2005 — Harbour City",),
    ),
    Formula(
        name="publication-issue",
        language="mul",
        cues=(" n", " no", " nº", "issue", "núm"),
        pattern=(
            r"{publication_known},? (?:No|Nº|N°|Núm|N|Nr|Issue)[.º°]? ?(?P<issue>[0-9]{1,5})"
            r"(?:,? {date})?"
        ),
        zone="byline",
        examples={
            "Le Monde Diplomatique en español, n 230": {
                "publisher": "Le Monde Diplomatique en español",
                "issue": "230",
            },
            "Brecha, No. 1500, 22 de agosto de 2014": {
                "publisher": "Brecha",
                "issue": "1500",
                "date": "2014-08-22",
            },
        },
    ),
    Formula(
        name="publication-date",
        language="mul",
        cues=("19", "20"),
        # Below a quotation, the line is the quotation's source.
        pattern=r"{not_below_sentence}(?:From )?{publication_known}(?:, ?| ?[-–—|] ?){date}",
        zone="byline",
        examples={
            "Página/12, 2 de abril de 2008": {"publisher": "Página/12", "date": "2008-04-02"},
            "From The Guardian, 3 March 2015": {"publisher": "The Guardian", "date": "2015-03-03"},
        },
    ),
    Formula(
        name="organisation-two-dates",
        language="mul",
        cues=("|",),
        pattern=r"(?P<organisation>{capital}[^\n,|0-9]{3,60}?), {date} ?\| ?{own_published}",
        zone="byline",
        examples={
            "Harbour Rights Forum, 03/13/2012 | 14 abril 2012": {
                "publisher": "Harbour Rights Forum",
                "date": "2012-03-13",
                "republished": "2012-04-14",
            }
        },
        counter_examples=("Ann Writer, 13/04/2012 | 14 abril 2012",),
    ),
    Formula(
        name="via-publication",
        language="mul",
        cues=("via", "vía"),
        pattern=r"\(?V[ií]a ?:? {publication_known}\)?\.?",
        zone="edges",
        examples={"Via The Guardian": {"publisher": "The Guardian"}},
    ),
    Formula(
        name="address-cut",
        language="mul",
        cues=("http://", "https://"),
        pattern=(
            r"https?://(?:www\.)?(?!twitter|facebook|youtube|instagram)(?P<publisher>[\w-]+"
            r"(?:\.[\w-]+)+)/[^\s|]*(?:\.\.\.|…)"
        ),
        zone="byline",
        examples={"http://lantern.example/index.php?...": {"publisher": "lantern.example"}},
    ),
)
"""Bylines that name the publication from which a text is."""

OWN_LINES: Final = (
    Formula(
        name="byline-day",
        language="mul",
        cues=(
            *("by", "por", "von", "par ", "di ", "door ", "av ", "af ", "od "),
            *("autor", "auteur", "autore", "автор"),
        ),
        pattern=r"{by} {people}{office}?(?:{mark}|,? ){own_day}{after_day}",
        zone="byline",
        rank="own",
        examples={
            "escrito por Luis Prueba viernes, 14 de mayo de 2010": {
                "author": "Luis Prueba",
                "date": "2010-05-14",
            },
            "By Ann Writer, Harbour Editor | March 3, 2015": {
                "author": "Ann Writer",
                "date": "2015-03-03",
            },
            "By Ann Writer • March 3, 2015 • 5 min read": {
                "author": "Ann Writer",
                "date": "2015-03-03",
            },
            "Autora: Ana Prueba | Fecha: 3 de marzo de 2015": {
                "author": "Ana Prueba",
                "date": "2015-03-03",
            },
            "By Ann Writer on March 3, 2015": {"author": "Ann Writer", "date": "2015-03-03"},
            "By Anna Writer, March 3, 2015": {"author": "Anna Writer", "date": "2015-03-03"},
            "By Anna Writer Tuesday, March 3, 2015": {
                "author": "Anna Writer",
                "date": "2015-03-03",
            },
            "Door Jan Voorbeeld, 3 maart 2015 om 10:15": {
                "author": "Jan Voorbeeld",
                "date": "2015-03-03",
            },
            "Por Ana Exemplo, 3 de março de 2015 às 10h15": {
                "author": "Ana Exemplo",
                "date": "2015-03-03",
            },
            "Av Anna Exempel 3 mars 2015 kl. 10.15": {
                "author": "Anna Exempel",
                "date": "2015-03-03",
            },
            "Von Anna Beispiel, 3. März 2015": {"author": "Anna Beispiel", "date": "2015-03-03"},
            "Par Anne Exemple, le 3 mars 2015": {"author": "Anne Exemple", "date": "2015-03-03"},
            "by Ann Writer / March 3rd, 2015": {"author": "Ann Writer", "date": "2015-03-03"},
        },
    ),
    Formula(
        name="day-byline",
        language="mul",
        cues=("by", "por", "von", "par ", "di ", "door ", "av ", "af ", "od "),
        pattern=r"{own_day}{after_day}{mark}?,? ?{by} (?P<author>[^\n;:()|–—]{2,90}?){office}?",
        zone="byline",
        rank="own",
        examples={
            "March 3, 2015 by Ann Writer": {"author": "Ann Writer", "date": "2015-03-03"},
            "March 3rd, 2015 by admin": {"date": "2015-03-03"},
            "3 de marzo de 2015 | Por Ana Prueba y Luis Prueba": {
                "author": "Ana Prueba",
                "date": "2015-03-03",
            },
        },
    ),
    Formula(
        name="byline-university",
        language="mul",
        cues=("universi", "college", "hochschule"),
        pattern=(
            r"{by} (?P<author>{capital}[^\n,;:()|0-9–—]{3,60}?), [^\n,;:()|0-9]*"
            r"\b(?:universi\w+|college|hochschule)\b[^\n;:()|0-9]{0,60}"
        ),
        zone="byline",
        rank="own",
        examples={
            "By Ann Writer, University of the North": {"author": "Ann Writer"},
            "Por Ana Prueba, profesora de la Universidad del Norte": {"author": "Ana Prueba"},
        },
        counter_examples=("By Harbour Press, University of the North",),
    ),
    Formula(
        name="byline",
        language="mul",
        cues=(
            *("by", "por", "von", "par ", "di ", "door ", "av ", "af ", "od "),
            *("autor", "author", "auteur", "автор"),
        ),
        pattern=r"{by} {people}{office}?(?:{stop}|,)?",
        zone="byline",
        rank="own",
        examples={
            "By Ann Writer": {"author": "Ann Writer"},
            "Por Ana Prueba, corresponsal": {"author": "Ana Prueba"},
            "Von Anna Beispiel und Bernd Beispiel": {"author": "Anna Beispiel"},
            "di Anna Esempio": {"author": "Anna Esempio"},
            "By: Ann Writer Jr.": {"author": "Ann Writer Jr."},
            "Author: Ann Writer": {"author": "Ann Writer"},
            "Автор: Анна Пример": {"author": "Анна Пример"},
        },
        counter_examples=(
            "By Staff Reporter",
            "By the old harbour",
            "By Reader",
            "Por Una Vida Digna",
            "By Popular Demand",
            "Von Ort zu Ort",
            "By Harbour Rights Watch",
            "Photo by Ann Writer",
            "Posted by Ann Writer",
            "By Harbour News Desk",
        ),
    ),
    Formula(
        name="title-byline",
        language="mul",
        cues=(" by ", " por ", " von ", " par ", " di "),
        # Of another title, the line names a work that the text is about.
        pattern=r"[<«“\"‘]{1,2}(?P<title>[^\n]{3,200}?)[>»”\"’]{1,2},? {by} {people}\.?",
        zone="byline",
        rank="own",
        examples={"«A quiet harbour» por Ana Prueba y Luis Prueba.": {"author": "Ana Prueba"}},
        counter_examples=("«The Lantern» por Ana Prueba",),
    ),
    Formula(
        name="published-day",
        language="mul",
        cues=(
            "publi",
            "posted",
            "pubbl",
            "veröffentlicht",
            "erschienen",
            "udgivet",
            "offentliggjort",
            "julkaistu",
            "zveřejněno",
            "megjelent",
            "közzétéve",
            "публик",
            "публік",
            "δημοσιε",
            "yayın",
            "yayin",
            "diterbitkan",
            "发布",
            "发表",
            "發布",
            "發佈",
            "發表",
            "公開日",
            "掲載日",
            "投稿日",
            "게시일",
            "입력",
        ),
        pattern=(
            r"{published}(?: (?:on|el|le|il|am|em|op|den|pe|la|на|στις|pada))? ?[:：]? ?"
            r"{own_published}{after_day}"
            r"(?:,? {by} (?P<author>[^\n;:()|–—]{2,90}?))?"
        ),
        zone="byline",
        rank="own",
        examples={
            "Published: 3 March 2015 10:15 GMT": {"date": "2015-03-03"},
            "Publicado el 12 de octubre de 1998": {"date": "1998-10-12"},
            "Publié le 3 mars 2015 par Anne Exemple": {
                "date": "2015-03-03",
                "author": "Anne Exemple",
            },
            "Published 3 March 2015 at 10:15 | Updated 4 March 2015": {"date": "2015-03-03"},
            "Gepubliceerd op 3 maart 2015": {"date": "2015-03-03"},
            "Publicerad 3 mars 2015": {"date": "2015-03-03"},
            "Publicerad 2015-03-03 10:15": {"date": "2015-03-03"},
            "Publiceret den 3. marts 2015": {"date": "2015-03-03"},
            "Publisert 3. mars 2015": {"date": "2015-03-03"},
            "Julkaistu 3. maaliskuuta 2015": {"date": "2015-03-03"},
            "Publicat el 3 de març de 2015": {"date": "2015-03-03"},
            "Publicat la 3 martie 2015": {"date": "2015-03-03"},
            "Opublikowano: 3 marca 2015": {"date": "2015-03-03"},
            "Publikováno 3. března 2015": {"date": "2015-03-03"},
            "Közzétéve: 2015. március 3.": {"date": "2015-03-03"},
            "Опубликовано 3 марта 2015 г.": {"date": "2015-03-03"},
            "Опубліковано: 3 березня 2015": {"date": "2015-03-03"},
            "Публикувано на 3 март 2015": {"date": "2015-03-03"},
            "Δημοσιεύτηκε στις 3 Μαρτίου 2015": {"date": "2015-03-03"},
            "Yayın tarihi: 3 Mart 2015": {"date": "2015-03-03"},
            "Diterbitkan pada 3 Maret 2015": {"date": "2015-03-03"},
            "发布时间：2015年3月3日 10:15": {"date": "2015-03-03"},
            "公開日：2015年3月3日": {"date": "2015-03-03"},
            "게시일: 2015년 3월 3일": {"date": "2015-03-03"},
        },
        counter_examples=(
            "Updated: 3 March 2015",
            "Published: 03/04/2015",
            "Uppdaterad 3 mars 2015",
            "更新时间：2015年3月3日",
        ),
    ),
    Formula(
        name="day",
        language="mul",
        cues=("19", "20"),
        pattern=r"{own_day}{after_day}\.?",
        zone="byline",
        rank="own",
        examples={
            "March 24, 2005": {"date": "2005-03-24"},
            "le 24 mars 2005": {"date": "2005-03-24"},
            "Fecha de publicación: 24 de marzo de 2005": {"date": "2005-03-24"},
            "Jun 18, 2007, 00:43": {"date": "2007-06-18"},
            "Viernes, 23 de Noviembre de 2012 08:34 |": {"date": "2012-11-23"},
        },
        counter_examples=("Last updated: Jun 18, 2007", "October 1916", "In 2015"),
    ),
)
"""Lines in which a page names its own author and day."""
