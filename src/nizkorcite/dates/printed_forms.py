"""
Names of months and weekdays, and the forms of printed dates.

Names are written as `printed` folds them: lower case without accents. They come from CLDR (full,
abbreviated and, in Spanish, regional: "setiembre", "set"), with the three- and four-letter forms of
archives' pages ("juil", "aou"). "jui" is left out, since it may mean June or July; short names of
weekdays are English only, since "mar" would be both Tuesday and March.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from nizkorcite.dates.date_names import DateNames, PrintedLanguage, numbered
from nizkorcite.dates.further_languages import FURTHER_NAMES

_DAY = r"(?P<day>[0-9]{1,2})"
_FIRST = r"(?<=\b1)"
_MONTH = r"(?P<month>[a-z]+)\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DOTTED_YEAR = r"(?P<year>[0-9]{4}|[0-9]\.[0-9]{3})"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+(?:-feira)?)\.?,? )?"
_TH = r"(?:st|nd|rd|th)?"
_ANY_LANGUAGE = (
    rf"{_DAY}(?P<month>[a-z]{{3,5}})\.?(?P<year>[0-9]{{2}}|[0-9]{{4}})",  # 27feb17
    rf"{_DAY}(?P<mark>[-/]){_MONTH}(?P=mark){_YEAR}",  # 27-feb-2017, 27/feb/2017
)

DATE_NAMES: Final[Mapping[PrintedLanguage, DateNames]] = {
    "en": DateNames(
        months=numbered(
            1,
            "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
            "september sept sep, october oct, november nov, december dec",
        ),
        weekdays=numbered(
            0,
            "monday mon, tuesday tues tue, wednesday wed, thursday thurs thur thu, friday fri,"
            "saturday sat, sunday sun",
        ),
        forms=(
            *_ANY_LANGUAGE,
            rf"{_WEEKDAY}{_DAY}{_TH} (?:of )?{_MONTH},? {_YEAR}",  # 27th of february, 2017
            rf"{_WEEKDAY}{_MONTH} {_DAY}{_TH},? {_YEAR}",  # june 1, 1848
            rf"{_MONTH},? {_YEAR}",  # october 1916
        ),
    ),
    "es": DateNames(
        months=numbered(
            1,
            "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul,"
            "agosto ago, septiembre setiembre sept sep set, octubre oct, noviembre nov,"
            "diciembre dic",
        ),
        weekdays=numbered(0, "lunes, martes, miercoles, jueves, viernes, sabado, domingo"),
        forms=(
            *_ANY_LANGUAGE,
            # 1.º de mayo de 1998, 18 de septiembre de 2.013, 4 abril 2012
            rf"{_WEEKDAY}{_DAY}(?:{_FIRST}(?:\.?[º°o]|ro))? (?:de )?{_MONTH},? "
            rf"(?:del? )?{_DOTTED_YEAR}",
            rf"{_WEEKDAY}{_MONTH} {_DAY},? (?:del? )?{_DOTTED_YEAR}",  # diciembre 10 de 1997
            rf"{_MONTH},? (?:del? )?{_DOTTED_YEAR}",  # octubre de 1998
        ),
    ),
    "fr": DateNames(
        months=numbered(
            1,
            "janvier janv jan, fevrier fevr fev, mars mar, avril avr, mai, juin, juillet juil,"
            "aout aou, septembre sept sep, octobre oct, novembre nov, decembre dec",
        ),
        weekdays=numbered(0, "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"),
        forms=(
            *_ANY_LANGUAGE,
            rf"{_WEEKDAY}{_DAY}(?:{_FIRST} ?er)? {_MONTH} {_YEAR}",  # 1er juin 1848
            rf"{_MONTH} {_YEAR}",  # juillet 2013
        ),
    ),
    "pt": DateNames(
        months=numbered(
            1,
            "janeiro jan, fevereiro fev, marco mar, abril abr, maio mai, junho jun, julho jul,"
            "agosto ago, setembro set, outubro out, novembro nov, dezembro dez",
        ),
        weekdays=numbered(
            0,
            "segunda-feira segunda, terca-feira terca, quarta-feira quarta, quinta-feira quinta,"
            "sexta-feira sexta, sabado, domingo",
        ),
        forms=(
            *_ANY_LANGUAGE,
            # 1.º de maio de 2010, 3 de março de 2010
            rf"{_WEEKDAY}{_DAY}(?:{_FIRST}\.?[º°o])? (?:de )?{_MONTH},? (?:de )?{_DOTTED_YEAR}",
            rf"{_MONTH},? (?:de )?{_DOTTED_YEAR}",  # março de 2010
        ),
    ),
    "de": DateNames(
        months=numbered(
            1,
            "januar janner jan, februar feb, marz mar, april apr, mai, juni jun, juli jul,"
            "august aug, september sept sep, oktober okt, november nov, dezember dez",
        ),
        weekdays=numbered(
            0,
            "montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag",
        ),
        forms=(
            *_ANY_LANGUAGE,
            rf"{_WEEKDAY}{_DAY}\.? {_MONTH} {_YEAR}",  # 27. februar 2017
            rf"{_MONTH} {_YEAR}",  # oktober 1998
        ),
    ),
    "it": DateNames(
        months=numbered(
            1,
            "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu,"
            "luglio lug, agosto ago, settembre sett set, ottobre ott, novembre nov, dicembre dic",
        ),
        weekdays=numbered(0, "lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica"),
        forms=(
            *_ANY_LANGUAGE,
            rf"{_WEEKDAY}{_DAY}(?:{_FIRST}[º°o])? {_MONTH} {_YEAR}",  # 1° maggio 2010
            rf"{_MONTH} {_YEAR}",  # ottobre 1998
        ),
    ),
    **FURTHER_NAMES,
}


@cache
def forms(language: PrintedLanguage) -> tuple[re.Pattern[str], ...]:
    """Return the forms of one language, compiled on first use."""
    return tuple(re.compile(form) for form in DATE_NAMES[language].forms)
