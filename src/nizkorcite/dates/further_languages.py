"""
Names of months and weekdays in languages other than those of `printed_forms`.

Names are written as in `printed_forms`, whose table `DATE_NAMES` includes these: lower case without
accents, from CLDR (format and stand-alone). A short name is listed only where it means one month in
every language.
"""

from collections.abc import Mapping
from typing import Final

from nizkorcite.dates.date_names import DateNames, PrintedLanguage, numbered

_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = r"(?:(?P<weekday>(?!den\b)[^\W\d_]+),? )?"
# 3 maart 2012, 3. marts 2012, 3 de març de 2012, 3 d’abril de 2012, 3 марта 2012 г.
_DAY_FIRST = (
    rf"{_WEEKDAY}(?:den )?{_DAY}\.? (?:de |d['’])?{_MONTH},? (?:de |del )?{_YEAR}"
    r"(?: ?г(?:\.|ода)?| ?р(?:\.|оку)?)?",
    rf"{_MONTH},? (?:de |del )?{_YEAR}(?: ?г(?:\.|ода)?| ?р(?:\.|оку)?)?",
)


def _names(months: str, weekdays: str = "") -> DateNames:
    return DateNames(months=numbered(1, months), weekdays=numbered(0, weekdays), forms=_DAY_FIRST)


def _east_asian(year: str, month: str, day: str) -> DateNames:
    """Return the forms of dates whose months are numbers, with the sign after each number."""
    months = {digits: at for at in range(1, 13) for digits in (f"{at}", f"{at:02}")}
    whole = rf"{_YEAR} ?{year} ?(?P<month>[0-9]{{1,2}}) ?{month}"
    return DateNames(months=months, weekdays={}, forms=(rf"{whole} ?{_DAY} ?{day}", whole))


FURTHER_NAMES: Final[Mapping[PrintedLanguage, DateNames]] = {
    "nl": _names(
        "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug,"
        "september sept sep, oktober okt, november nov, december dec",
        "maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag",
    ),
    "sv": _names(
        "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november,"
        "december",
        "mandag, tisdag, onsdag, torsdag, fredag, lordag, sondag",
    ),
    "da": _names(
        "januar, februar, marts, april, maj, juni, juli, august, september, oktober, november,"
        "december",
        "mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag",
    ),
    "nb": _names(
        "januar, februar, mars, april, mai, juni, juli, august, september, oktober, november,"
        "desember",
        "mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag",
    ),
    "fi": _names(
        "tammikuuta tammikuu, helmikuuta helmikuu, maaliskuuta maaliskuu, huhtikuuta huhtikuu,"
        "toukokuuta toukokuu, kesakuuta kesakuu, heinakuuta heinakuu, elokuuta elokuu,"
        "syyskuuta syyskuu, lokakuuta lokakuu, marraskuuta marraskuu, joulukuuta joulukuu",
    ),
    "ca": _names(
        "gener, febrer, marc, abril, maig, juny, juliol, agost, setembre, octubre, novembre,"
        "desembre",
        "dilluns, dimarts, dimecres, dijous, divendres, dissabte, diumenge",
    ),
    "ro": _names(
        "ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie,"
        "noiembrie, decembrie",
        "luni, marti, miercuri, joi, vineri, sambata, duminica",
    ),
    "pl": _names(
        "stycznia styczen, lutego luty, marca marzec, kwietnia kwiecien, maja maj,"
        "czerwca czerwiec, lipca lipiec, sierpnia sierpien, wrzesnia wrzesien,"
        "pazdziernika pazdziernik, listopada, grudnia grudzien",
        "poniedziałek, wtorek, sroda, czwartek, piatek, sobota, niedziela",
    ),
    "cs": _names(
        "ledna leden, unora unor, brezna brezen, dubna duben, kvetna kveten, cervna cerven,"
        "cervence cervenec, srpna srpen, zari, rijna rijen, listopadu, prosince prosinec",
        "pondeli, utery, streda, ctvrtek, patek, sobota, nedele",
    ),
    "hu": DateNames(
        months=numbered(
            1,
            "januar, februar, marcius, aprilis, majus, junius, julius, augusztus, szeptember,"
            "oktober, november, december",
        ),
        weekdays={},
        forms=(rf"{_YEAR}\. {_MONTH} {_DAY}\.?", rf"{_YEAR}\. {_MONTH}"),
    ),
    "ru": _names(
        "января январь янв, февраля февраль фев, марта март мар, апреля апрель апр, мая маи,"
        "июня июнь июн, июля июль июл, августа август авг, сентября сентябрь сен,"
        "октября октябрь окт, ноября ноябрь ноя, декабря декабрь дек",
        "понедельник, вторник, среда, четверг, пятница, суббота, воскресенье",
    ),
    "uk": _names(
        "січня січень, лютого лютии, березня березень, квітня квітень, травня травень,"
        "червня червень, липня липень, серпня серпень, вересня вересень, жовтня жовтень,"
        "листопада, грудня грудень",
        "понеділок, вівторок, середа, четвер, п'ятниця п’ятниця, субота, неділя",
    ),
    "bg": _names(
        "януари, февруари, март, април, маи, юни, юли, август, септември, октомври, ноември,"
        "декември",
        "понеделник, вторник, сряда, четвъртък, петък, събота, неделя",
    ),
    "el": _names(
        "ιανουαριου ιανουαριοσ, φεβρουαριου φεβρουαριοσ, μαρτιου μαρτιοσ, απριλιου απριλιοσ,"
        "μαιου μαιοσ, ιουνιου ιουνιοσ, ιουλιου ιουλιοσ, αυγουστου αυγουστοσ,"
        "σεπτεμβριου σεπτεμβριοσ, οκτωβριου οκτωβριοσ, νοεμβριου νοεμβριοσ,"
        "δεκεμβριου δεκεμβριοσ",
        "δευτερα, τριτη, τεταρτη, πεμπτη, παρασκευη, σαββατο, κυριακη",
    ),
    "tr": _names(
        "ocak, subat, mart, nisan, mayıs mayis, haziran, temmuz, agustos, eylul, ekim,"
        "kasım kasim, aralık aralik",
        "pazartesi, salı sali, carsamba, persembe, cuma, cumartesi, pazar",
    ),
    "id": _names(
        "januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november,"
        "desember",
        "senin, selasa, rabu, kamis, jumat, sabtu, minggu",
    ),
    "zh": _east_asian("年", "月", "日"),
    "ko": _east_asian("년", "월", "일"),
}
