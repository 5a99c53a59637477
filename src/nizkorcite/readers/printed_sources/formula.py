"""The shape of a formula, and the parts of which its pattern is written."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

import attrs
from attrs import frozen

from nizkorcite.readers.printed_sources.publications import PUBLICATIONS
from nizkorcite.record.vocabulary import Modifications

Zone = Literal["article", "head", "byline", "foot", "edges", "opening"]
"""
The part of an article in which a formula is believed.

``article``: any line; ``head``: between title and text; ``byline``: of the head, the line above the
title and the first ones below it; ``foot``: directly below the text; ``edges``: head or foot;
``opening``: the first paragraphs.
"""

Rank = Literal["first", "copied", "agency", "edition", "contributor", "own"]
"""
The strength of a formula.

``first`` names the first publication, ``copied`` the place that the text was taken from, ``agency``
an agency that wrote the text. An ``edition`` is a printed edition of the page's own publisher, and
a ``contributor`` a person and no source. A line of the page's ``own`` names its author and day.
"""

StatedValues: TypeAlias = Mapping[str, str]
"""The values that an example states, by the pointer of the record's member."""


@frozen(kw_only=True)
class Formula:
    """
    A wording by which pages state a source.

    Attributes:
        name: Name of the formula, unique; the rule of its evidence is ``printed.NAME``.
        language: BCP 47 tag of the wording; ``mul`` for wordings of any language.
        cues: Lower-case texts of which every such line contains one; the check before the pattern.
        pattern: The whole line as a regular expression. A space means any white space, and a name
            in braces one of `PARTS`. Named groups are the values; ``agency`` and ``credit`` match
            names in `agencies` only, ``city`` those in `cities`, ``label`` words in `labels`,
            ``organisation`` and ``hosting_organisation`` names with a word of organisations,
            ``unknown`` names that are no values; ``own_day`` and ``own_published`` are days of the
            page itself.
        modifications: The republication's change of the text that the wording states.
        examples: Lines, with the values that each states.
        counter_examples: Lines that look similar and state no source.
    """

    name: str
    language: str
    cues: tuple[str, ...]
    pattern: str
    zone: Zone = "article"
    rank: Rank = "copied"
    modifications: Modifications | None = None
    examples: Mapping[str, StatedValues] = attrs.field(factory=dict)
    counter_examples: tuple[str, ...] = ()


_THING_EN = (
    r"(?:article|story|piece|post|essay|report|interview|column|text|item|excerpt|commentary"
    r"|analysis|op-ed|blog post|opinion piece|press release|review|speech|editorial|investigation"
    r"|feature|dispatch|letter|lecture|chapter|profile|documentary|content|poem|paper|statement)"
)
_THING_ES = (
    r"(?:artículo|texto|reportaje|informe|entrevista|nota|columna|noticia|crónica|ensayo"
    r"|investigación|tribuna|análisis|editorial|discurso|carta|conferencia)"
)
_THING_FR = (
    r"(?:article|texte|entretien|reportage|tribune|billet|interview|chronique|analyse|enquête"
    r"|éditorial|discours|lettre)"
)
_THING_DE = (
    r"(?:Artikel|Beitrag|Text|Interview|Bericht|Kommentar|Essay|Aufsatz|Gastbeitrag|Analyse"
    r"|Reportage|Rede|Recherche|Gespräch)"
)
_THING_PT = r"(?:artigo|texto|reportagem|entrevista|matéria|ensaio|coluna|análise|crônica|crónica)"
_THING_IT = r"(?:articolo|testo|intervista|saggio|reportage|commento|inchiesta|analisi|discorso)"
# A stop ends a name, but not in "St. Louis", "U.S. News", "No. 25" or "12. Oktober".
_STOP = (
    r"(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bNo)(?<!\bNr)(?<!\bVol)(?<!\bnúm)(?<!\bpág)(?<!\bBd)(?<!\bpp)(?<!\bInc)(?<!\b[JS]r)(?<!\b[^\W\d_])"
    r"\.(?!(?<=[0-9]\.) (?-i:[a-zà-ÿ]|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
_MEDIA = (
    r"(?:Times|News|Post|Press|Magazine|Journal|Review|Daily|Weekly|Gazette|Tribune|Herald|Today"
    r"|Zeitung|Tagblatt|Rundschau|Monde|Diario|Diário|Revista|Revue|Rivista|Giornale|Jornal"
    r"|Agencia|Radio|Televisión|Periódico|Noticias|Notícias|Courrier|Bulletin|Quarterly|Sentinel"
    r"|Chronicle|Observer|Courier|Telegraph|Ledger|Dispatch|Examiner|Inquirer|Advertiser|Kurier"
    r"|Anzeiger|Nachrichten)"
)
_PLACE_AFTER_ARTICLE = (
    r"(?:Hague|Bahamas|Gambia|Netherlands|Philippines|United|White|Bronx|Vatican|Kremlin|Pentagon"
    r"|Congo|Paz|Habana|Haya|Plata|Coruña|Rioja|Serena|Guaira|Pampa|Moncloa|Cairo|Salvador|Alto"
    r"|Paso|Callao|Vaticano|Angeles|Ángeles|Vegas|Palmas|Caire|Haye|Havane|Mecque|Cap|Havre|Mans"
    r"|Rochelle|Réunion|Spezia|Valletta)\b"
)
_OFFICE = (
    r"(?:Editor|Officer|Reporter|Writer|Correspondent|Director|Manager|Release|Secretary|Staff"
    r"|Photographer|Producer|Columnist|Desk|Contributor|Analyst|Chief|Agent|Conference|Briefing"
    r"|Update|Section|Redaktion|Redacción|Team)\b"
)
_CAPITAL = r"(?-i:[^\W\d_a-zß-öø-ÿа-я])"
# A listed name, since any word would also be the surname in "By Anna Writer, March 3, 2015".
_WEEKDAY = (
    r"(?:\w{3,6}day|\w{2,8}tag|\w{2,6}dag|\w{2,7}-feira|Mittwoch|Sonnabend|sábado|domingo|lunes|martes"
    r"|miércoles|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|luned[iì]"
    r"|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|Mon|Tues?|Wed|Thu(?:rs?)?|Fri"
    r"|Sat|Sun|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок"
    r"|середа|четвер|субота|неділя|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela"
    r"|pondělí|úterý|středa|čtvrtek|pátek|neděle|dilluns|dimarts|dimecres|dijous|divendres|dissabte"
    r"|diumenge|luni|marți|miercuri|joi|vineri|sâmbătă|duminică)"
)
_DAY = (
    rf"(?:(?:{_WEEKDAY})\.?,? )?(?:[0-9][^\n|()@:]{{1,28}}?[0-9]{{4}}"
    rf"|{_CAPITAL}[^\W\d_]{{2,9}}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,?(?: del?)? [0-9]{{4}})"
)
# 3 марта 2012 г., 2012-03-03, 2012. március 3., 2012年3月3日, 2012년 3월 3일
_DAY_OF_ANY_LANGUAGE = (
    rf"(?:{_DAY}(?: ?[гр]\.)?|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
    r"|[0-9]{4}\. [^\W\d_]{3,12} [0-9]{1,2}\.?"
    r"|[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일])"
)
_DAY_LABEL = (
    r"(?:(?:(?:Publication )?Date(?: of publication)?|Fecha(?: de publicación)?|Datum|Data"
    r"|Date de publication) ?: ?)?(?:(?:on|le|el|am|il|em) )?"
)
_KNOWN = "|".join(
    re.escape(each).replace("\\ ", " ") for each in sorted(PUBLICATIONS, reverse=True)
)

PARTS: Final[Mapping[str, str]] = {
    "agency": r"(?P<agency>[^\n():;]{2,60}?)",
    "capital": _CAPITAL,
    "source": r"(?P<source>[^\n](?:[^\n]|(?<=,)\n){1,199}?)",
    # A name that shows by itself that it is a publication's.
    "publication": (
        rf"(?:(?![^\n,;:|()–—]*\b{_OFFICE})"
        rf"(?:(?-i:The|El|La|Los|Las|Le|Les|Il|Lo|Der|Die|Das|O) (?!{_PLACE_AFTER_ARTICLE})"
        rf"{_CAPITAL}[^\n,;:|()–—]{{1,40}}?"
        rf"|[^\n,;:|()–—]{{0,40}}?\b(?-i:{_MEDIA})\b[^\n,;:|()–—]{{0,30}}?"
        r"|[\w-]+\.(?:com|org|net|info|es|fr|de|it|ru|uk|br|ar|mx|cl)))"
    ),
    # Words with capitals, joined as in "Rio de Janeiro" or "BISMARCK, N.D."; in "TOKYO, Feb. 27"
    # the month is none of them, and "Por Ana" is a byline.
    "place": (
        rf"(?!(?:By|Por|Von|Par)\b)(?P<place>{_CAPITAL}[\w.'’-]{{1,30}}"
        rf"(?:,? (?!\w{{3,10}}\.? [0-9])(?:(?:de|del|la|las|los|el|of|am|an|der|do|da"
        rf"|and|y|e) )?{_CAPITAL}[\w.'’-]{{0,30}}){{0,4}})"
    ),
    # Bylines.
    "by": (
        r"(?:(?:(?:Written|Escrito|Écrit|Scritto|Geschrieben) )?"
        r"(?:by|por|von|par|door|di|av|af|od)(?: ?:)?"
        r"|(?:Author|Autora?|Auteure?|Autore|Автор) ?[:：])"
    ),
    "people": rf"(?!(?:From|Via|Source|Photo)\b)(?P<author>{_CAPITAL}[^\n;:()|0-9–—]{{3,90}}?)",
    "office": (
        r"(?:(?:,| [-–—|]) [^\n,|0-9]*\b(?:editor|correspondent|corresponsal|reporter|writer"
        r"|contributor|columnist|columnista|journalist|periodista|journaliste|redakteur(?:in)?)\b"
        r"[^\n,|0-9]*| (?:in|en|aus) (?-i:[^\W\d_a-z])[\w-]+)"
    ),
    "not_below_sentence": r"(?<![.!?…”\"»’]\n)(?<![.!?…”\"»’]\n\n)",
    "not_below_quotation": r"(?<![”\"’»]\n)(?<![”\"’»]\n\n)",
    "joint": r"(?:, ?| ?[-–—|] ?|,? (?:for|para|für|pour|per) | )",
    "mark": r"(?: ?[-–—|•·/] ?)",
    "kind": r"(?: ?\| ?[^\n|]{2,20})",
    "publication_known": rf"(?P<known>(?-i:{_KNOWN}))",
    "date": rf"(?P<date>{_DAY})",
    "any_day": _DAY,
    "own_day": rf"{_DAY_LABEL}(?P<own_day>{_DAY})",
    "own_published": rf"(?P<own_published>{_DAY_OF_ANY_LANGUAGE})",
    "published": (
        r"(?:(?:First )?Published|Posted|Publicad[oa]|Publiée?|Pubblicato|Veröffentlicht|Erschienen"
        r"|Gepubliceerd|Publicer(?:ad|at|et)|Publisert|Udgivet|Offentliggjort|Julkaistu|Publicat"
        r"|Opublikowano|Publikováno|Zveřejněno|Megjelent|Közzétéve|Опубликован[оа]?"
        r"|Дата публикации|Опубліковано|Дата публікації|Публикуван[оа]?|Δημοσιεύ[θτ]ηκε"
        r"|Yay[ıi]n(?:lanma)? tarihi|Diterbitkan|Dipublikasikan"
        r"|发布(?:时间|日期|于)?|发表(?:时间|日期|于)|發[布佈](?:時間|日期|於)?|發表(?:時間|日期|於)|公開日|掲載日|投稿日|게시일|입력)"
    ),
    # The time of the day, the time that reading takes, the day of the last change.
    "after_day": (
        r"(?:,? ?(?:[-–—]|at |a las |à |às |um |alle |om |kl\.? ?|klo |o |в )? ?"
        r"[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?"
        r"(?: ?[ap]\.?m\.?)?(?: ?(?:Uhr|hs?\.?|(?-i:[A-Z]{2,4})))?)?"
        r"(?: ?[|•·–—-] ?[0-9]{1,2} min[a-z.]*(?: read)?)?"
        r"(?: ?[|•·(,;–—-]? ?(?:Last )?"
        r"(?:Updated|Modified|Actualizado|Aktualisiert|Modifié|mise? à jour)"
        r"[^\n]*)?"
    ),
    "page_number": r"(?:, (?:p|pp|pág|págs|page)\.? ?(?P<pages>[0-9]{1,4}(?:[-–][0-9]{1,4})?))",
    "desk": r"(?:/(?-i:[a-z]{2,4}))",
    "full_date": r"(?P<date>[^\n()/]{3,20}[0-9]{4})",
    "day": r"(?P<day>[^\n(),/–—]{0,14}[0-9]{1,2}[^\n(),/–—]{0,14}?)",
    "this_en": (
        r"(?:(?:(?:this|the following|(?:a|an earlier|a longer|a shorter) version of this) )?"
        rf"{_THING_EN} ?)"
    ),
    "thing_en": _THING_EN,
    "this_es": (
        rf"(?:(?:(?:la versión original de |una versión de )?(?:este|esta|el|la) (?:presente )?)?"
        rf"{_THING_ES} ?)"
    ),
    "this_fr": rf"(?:(?:(?:cet|cette|ce|le|la) |l[’'])?{_THING_FR} ?)",
    "this_de": rf"(?:(?:(?:dieser|dieses|der|das|diese) )?{_THING_DE} ?)",
    "this_pt": rf"(?:(?:(?:este|esta|o|a) )?{_THING_PT} ?)",
    "this_it": rf"(?:(?:(?:questo|quest[’']|l[’']|il) ?)?{_THING_IT} ?)",
    "in_language": (
        r"(?: (?:in (?:English|Spanish|French|German|Portuguese|Italian|Russian|Arabic|Chinese"
        r"|Dutch|Turkish|inglese|spagnolo|francese|tedesco)"
        r"|auf (?:Englisch|Spanisch|Französisch|Russisch|Italienisch)"
        r"|en (?:inglés|francés|alemán|italiano|portugués|ruso|anglais|espagnol|allemand)"
        r"|em (?:inglês|espanhol|francês|alemão)))?"
    ),
    "note": (
        r"(?:[*†(\[•–—-]+ ?)?"
        r"(?:(?:Editor[’']s )?note ?: ?|Nota(?: de la redacción| del editor)? ?: ?)?"
    ),
    "outlet": (
        r"(?:(?:(?:the|el|la|le|il|o|a|l[’']) ?)?(?-i:newspaper|magazine|journal|website|site"
        r"|diario|periódico|revista|semanario|portal|revue|quotidien|rivista|quotidiano|jornal)"
        r" (?=[“\"«‘]?(?-i:[^\W\d_a-z]))|(?:der|die|dem) (?-i:Zeitschrift|Zeitung|Tageszeitung) "
        r"|(?:(?:the|el|la|le) )?(?:website|site|sitio(?: web)?|página(?: web)?|blog) (?:of|de) "
        r"(?=[“\"«‘]?(?-i:[^\W\d_a-z]))|der (?-i:Website|Webseite) von )?"
    ),
    "stop": _STOP,
    # The end of a sentence; other sentences may follow on the line.
    "end": rf"(?:{_STOP}[”\"’»)\]*_]*(?: [^\n]*)?|[;)\]*_]+\.?)?",
    "connected_en": (
        r"(?:,? (?:and|where|which) (?:it )?(?:is|was|has been|appears)\b[^\n]*|,? (?:under|as part"
        r" of|through|by arrangement with|with (?:the )?(?:kind |author[’']s )?permission"
        r"|by permission)\b[^\n]*| \(CC[^\n]*)"
    ),
    "granted": (
        r"(?:,? (?:con|com|avec|mit|met) (?:\w+[’' ]\s*){0,3}?"
        r"(?:permis\w*|autori[sz]\w*|Genehmigung|toestemming)\b[^\n]*)"
    ),
    "name": r"[^\n,;:()|0-9]{2,80}?",
    "month_en": r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?",
    "permission": r"(?:(?:with|by) (?:the )?(?:kind |express |author[’']s )?permission,?)",
    "licence": (
        r"(?:Creative Commons(?: [\w.,/ -]{0,60}?)?(?:licen[cs]e|licencia|Lizenz)"
        r"|(?:licence|licencia|licença|licenza) Creative Commons"
        r"(?: BY(?:-[A-Z]{2})*(?: [0-9]\.[0-9])?)?"
        r"|\bCC[ -]BY(?:-[A-Z]{2})*(?: [0-9]\.[0-9])?)"
    ),
}


@cache
def compiled_formula(pattern: str) -> re.Pattern[str]:
    """
    Compile the pattern of a formula on first use.

    >>> bool(compiled_formula("via {source}{end}").fullmatch("Via  The Lantern."))
    True
    """
    whole = re.sub(r"\{([a-z_]+)\}", lambda part: PARTS[part[1]], pattern)
    return re.compile(re.sub(r" (?![?*])", r"\\s+", whole).replace(" ?", r"\s*"), re.IGNORECASE)
