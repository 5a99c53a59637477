"""
Parser of CSL-JSON 1.0.2, as Zotero, pandoc and citation processors write it.

Everything that the CSL input schema allows is read: numbers as texts; dates as parts, texts or
seasons; one item, a list of items, or an item a line. The text of a date is read if it has only one
meaning. Lines of a note such as ``original-date: 2017-02-27`` are variables, as in Zotero. Our
writer's ``custom`` is used if the item was not edited since.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast, get_args

from attrs import define, evolve, fields

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.citation_file import (
    CitationFile,
    Remarks,
    error_message,
    harmless_variables,
)
from nizkorcite.formats.citation_keys import citation_key
from nizkorcite.formats.csl_json.items import DoubledMembers, items_of_pieces, items_of_text
from nizkorcite.formats.csl_json.writer import (
    CUSTOM,
    CUSTOM_VARIABLES,
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    UPPERCASE,
    csl_item,
    csl_name,
    split_keywords,
)
from nizkorcite.formats.dates import parse_date, publication_date
from nizkorcite.formats.zotero_extra import read_line
from nizkorcite.messages import Language, Message
from nizkorcite.record.codec import from_json, from_record
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference, ReferenceType, refer
from nizkorcite.reference.names import ET_AL

_TYPES = frozenset(get_args(ReferenceType))
_TYPES_OF_CROSSREF = {
    "book-chapter": "chapter", "book-section": "chapter", "dissertation": "thesis",
    "edited-book": "book", "journal-article": "article-journal", "monograph": "book",
    "posted-content": "article", "proceedings": "book", "proceedings-article": "paper-conference",
    "reference-book": "book", "reference-entry": "entry",
}  # fmt: skip
"""Types of Crossref's REST API, whose items are CSL-JSON otherwise."""


def read_all(text: str, lang: Language = "en") -> CitationFile:
    """
    Read the items of a CSL-JSON file.

    Args:
        text: The whole file.
        lang: Language of the findings.

    >>> read_all('[{"id": 1, "type": "book", "title": "Law"}]').references[0].title
    'Law'
    """
    remarks = Remarks(lang=lang)
    references = tuple(_references(items_of_text(text, remarks), remarks))
    return CitationFile(references=references, findings=tuple(remarks.findings))


def read_pieces(
    open_pieces: Callable[[], Iterable[str]], remarks: Remarks
) -> Iterator[Reference] | None:
    """Yield the references of a file given in pieces; ``None`` if it can only be read whole."""
    try:
        for _ in items_of_pieces(open_pieces()):
            pass
    except (ValueError, RecursionError):
        return None
    return _references(items_of_pieces(open_pieces()), remarks)


def _references(items: Iterable[object], remarks: Remarks) -> Iterator[Reference]:
    ids: set[str] = set()
    for number, value in enumerate(items, 1):
        item = str(value.get("id", f"item{number}")) if isinstance(value, Mapping) else ""
        name = Message("item {number}", number=number)
        on_item = remarks.on_entry(name, item=item, record=number)
        if reference := _Item(on_item).read(value):
            if reference.id in ids:
                on_item.pointer = "/id"
                on_item.report("NZ404", Message('two items have the id "{id}"', id=reference.id))
            ids.add(reference.id)
            yield reference


@define
class _Item:
    """One item while its members are read."""

    remarks: Remarks

    def read(self, value: object) -> Reference | None:
        if not isinstance(value, Mapping):
            self.remarks.report("NZ401", Message("an item of CSL-JSON must be a JSON object"))
            return None
        if isinstance(value, DoubledMembers):
            names = ", ".join(f'"{name}"' for name in value.names)
            doubled = Message("{fields}: given twice; the last value was used", fields=names)
            self.remarks.report("NZ402", doubled)
        custom = value.get("custom")
        if not isinstance(custom, Mapping) or CUSTOM not in custom:
            return Reference(**_with_key(_tidy(self._plain(value))))
        stated = {name: member for name, member in value.items() if name != "custom"}
        before = len(self.remarks.findings)
        plain = self._plain(stated)
        own = self._own(custom[CUSTOM], Reference(**plain))
        key = str(value.get("id"))
        written = next((each for each in own if csl_item(each, key) == stated), None)
        if written is None:
            self.remarks.pointer = "/custom"
            edited = Message('"custom" does not match the item, which was edited; left out')
            self.remarks.report("NZ402", edited)
            return Reference(**_with_key(plain))
        del self.remarks.findings[before:]  # custom has what they miss
        return written

    def _plain(self, value: Mapping[object, object]) -> dict[str, Any]:
        """Return the variables of a reference for those of CSL."""
        values: dict[str, object] = {"id": f"item{self.remarks.record}", "type": "document"}
        for name, member in value.items():
            self.remarks.pointer = _pointer(str(name))
            values |= self._member(str(name), member)
        self.remarks.pointer = "/note"
        values |= self._extra(values)
        return harmless_variables(values, self.remarks)

    def _own(self, own: object, plain: Reference) -> Iterator[Reference]:
        """Yield the references that our writer may have stored in ``custom``."""
        try:
            if isinstance(own, Mapping) and "record" in own:
                yield refer(from_record(own["record"]), own["layers"])
            elif isinstance(own, Mapping):
                yield from _with_variables(plain, own["variables"])
        except (ModelError, KeyError, TypeError, AttributeError):
            return  # somebody has edited it

    def _extra(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Read the variables that are lines of the note, such as ``original-date: 2017``."""
        found: dict[str, object] = {}
        agents: dict[str, list[Agent]] = {}
        rest = []
        for line in str(values.get("note") or "").split("\n"):
            variable, value = self._line(line) or ("note", None)
            if variable == "note" or variable in values:
                rest.append(line)
            elif isinstance(value, tuple):
                agents.setdefault(variable, []).extend(value)
            else:
                found[variable] = value
        found |= agents
        return {**found, "note": "\n".join(rest) or None} if found else {}

    def _line(self, line: str) -> tuple[str, object] | None:
        try:
            return read_line(line)
        except (DateError, ModelError) as error:
            problem = error_message(error)
            kept = Message("note: {problem}; the line stays in the note", problem=problem)
            self.remarks.report("NZ402", kept)
            return None

    def _member(self, name: str, value: object) -> Mapping[str, object]:
        if name in _NAMES and isinstance(value, list):
            return self._names(name, value)
        read = _READERS.get(name)
        if read is None:
            self.remarks.report_field(name)
            return {}
        try:
            found = read(value)
        except (TypeError, ValueError) as error:
            self.remarks.report_value(name, error)
            return {}
        if name == "issued":
            return self._issued(str(found), value)
        if isinstance(found, str) and name in _RICH:
            found = self._plain_words(name, found)
        return {_REFERENCE_VARIABLES[name]: found} if found not in (None, "", ()) else {}

    def _names(self, name: str, value: list[object]) -> Mapping[str, object]:
        """Read names; one that cannot be read costs itself alone."""
        agents = []
        for each in value:
            try:
                agents.append(_agent(each))
            except (TypeError, ValueError) as error:
                self.remarks.report_value(name, error)
        return {_REFERENCE_VARIABLES[name]: tuple(agents)} if agents else {}

    def _issued(self, text: str, value: object) -> Mapping[str, object]:
        """Read the date; one that CSL prints as it is, or of a year before 1, is not reported."""
        found = publication_date(text)
        is_literal = isinstance(value, Mapping) and value.get("literal")
        if "issued_literal" in found and not is_literal and not _is_before_year_1(value):
            self.remarks.report_literal_date("issued", text)
        return found

    def _plain_words(self, name: str, text: str) -> str:
        """Remove markup from a title (CSL 1.0.2, rich text), and report it."""
        plain, tags = _without_markup(" ".join(_lines(text)))
        if tags - {_NO_CASE}:
            markup = Message("{field}: italics or other markup was removed", field=name)
            self.remarks.report("NZ402", markup)
        return plain


def _tidy(values: Mapping[str, Any]) -> dict[str, Any]:
    """Remove runs of blanks from texts, and the event's place that Zotero makes of any place."""
    tidy = {
        name: _on_one_line(value) if name in _ON_ONE_LINE else value
        for name, value in values.items()
    }
    if "event_title" not in values and values.get("event_place") == values.get("publisher_place"):
        tidy["event_place"] = None
    return tidy


def _pointer(name: str) -> str:
    return f"/{name.replace('~', '~0').replace('/', '~1')}"


def _with_key(values: Mapping[str, Any]) -> dict[str, Any]:
    """Take the id as citation key, as other programs do."""
    return {"citation_key": values["id"], **values}


def _with_variables(plain: Reference, variables: Mapping[str, object]) -> Iterator[Reference]:
    """Yield the reference with more variables, its site as container or as first publisher."""
    more: Any = {name: from_json(_KINDS[name], value) for name, value in variables.items()}
    yield _without_made_key(evolve(plain, **more))
    yield _without_made_key(evolve(plain, **more, container_title=None))


def _without_made_key(reference: Reference) -> Reference:
    """Remove the citation key, if our writer made it of author, year and title."""
    unkeyed = evolve(reference, citation_key=None)
    made = citation_key(unkeyed)
    is_made = re.fullmatch(f"{made}(-[0-9a-f]{{6}}){{0,2}}", reference.citation_key or "")
    return unkeyed if is_made else reference


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0].strip()  # as Crossref has titles
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError(Message("not a text"))


def _type(value: object) -> str:
    name = _TYPES_OF_CROSSREF.get(str(value), value)
    if name not in _TYPES:
        raise ValueError(Message("{value} is not an item type of CSL", value=_excerpt(value)))
    return str(name)


def _no_names(_value: object) -> tuple[Agent, ...]:
    raise TypeError(Message("not a list of names"))


def _agent(name: object) -> Agent:
    if not isinstance(name, dict):
        raise TypeError(Message("a name is not a JSON object"))
    return _agent_of_parts(tuple([each for each in name.items() if isinstance(each[1], str)]))


@lru_cache(1 << 12)  # a list names the same persons and groups over and over
def _agent_of_parts(stated: tuple[tuple[str, str], ...]) -> Agent:
    part = {name: _on_one_line(text) for name, text in stated}.get
    if part("literal") == "others":  # as pandoc writes the end of a shortened list
        return ET_AL
    if group := part("literal") or part("name"):  # the second in Crossref's form of CSL-JSON
        return organisation(group)
    family, given = part("family"), part("given", "")
    if not (family or given):
        raise ValueError(Message("the name is empty"))
    if not family:
        return organisation(given)
    # A particle dropped before a family name alone belongs to the given names: "Ludwig van".
    if dropping := part("dropping-particle"):
        given = f"{given} {dropping}".strip()
    particles, suffix = part("non-dropping-particle"), part("suffix")
    return person(family=family, given=given, particles=particles, suffix=suffix)


def _on_one_line(value: object) -> str:
    """Join a text's lines; no-break spaces stay."""
    if isinstance(value, str) and value.isprintable() and "  " not in value:
        return value.strip()
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _publishers(value: object) -> tuple[Agent, ...]:
    text = _on_one_line(_text(value))
    return (organisation(text),) if text else ()


def _lines(text: str) -> list[str]:
    return [text] if "\n" not in text else [line.strip() for line in text.splitlines()]


def _without_markup(text: str) -> tuple[str, set[str]]:
    """Remove the tags that are closed from a text; return the rest and the tags, in linear time."""
    pieces = _TAG.split(text)
    removed, waiting = set[int](), dict[str, list[int]]()
    for index in range(1, len(pieces), 2):
        name = pieces[index].strip("</>").split(" ")[0]
        opened = waiting.setdefault(name, [])
        if not pieces[index].startswith("</"):
            opened.append(index)
        elif opened:
            removed |= {index, opened.pop()}
    tags = {pieces[index] for index in removed if not pieces[index].startswith("</")}
    return "".join(piece for index, piece in enumerate(pieces) if index not in removed), tags


def _date(value: object) -> PartialDate | None:
    text = _date_text(value)
    return parse_date(text) if text else None


def _date_text(value: object) -> str:
    """Return the text of a date: EDTF of date parts, else the words that state it."""
    value = _with_date_parts(value)
    if not isinstance(value, dict):
        return _text(value)
    ends = value.get("date-parts")
    if not isinstance(ends, list) or not ends or not ends[0]:
        text = next((text for name in _WORDS if (text := _text(value.get(name, "")))), "")
        if not text and any(value[name] for name in value.keys() - {"date-parts", *_WORDS}):
            raise TypeError(Message("the date has no date-parts"))
        return f"{text}~" if value.get("circa") and _PLAIN_DATE.fullmatch(text) else text
    return "/".join(_edtf(end, value) for end in ends)


def _with_date_parts(value: object) -> object:
    """Give a date that names its year, month and day, as pandoc 1 wrote them, its date parts."""
    stated = value if isinstance(value, list) else [value]
    ends = [end for end in stated if isinstance(end, dict) and "year" in end]
    if not ends or len(ends) < len(stated):
        return value
    parts = [[end[name] for name in ("year", "month", "day") if name in end] for end in ends]
    return {**ends[0], "date-parts": parts}


def _edtf(end: object, date: Mapping[object, object]) -> str:
    """Return date parts in EDTF; a season is the month 13 to 16 or 21 to 24, or a member."""
    if not isinstance(end, list):
        raise TypeError(Message("date-parts is not a list of lists"))
    stated = [str(part).strip() for part in end if part not in ("", None, 0, "0")]
    if not all(map(_INTEGER.fullmatch, stated)):
        return " ".join(stated)
    numbers = [int(part) for part in stated]
    if not numbers:
        return ""
    if numbers[0] < 0:
        return f"{-numbers[0]} B.C.E."
    season = str(date.get("season") or "").strip()
    if len(numbers) == 1 and season and season not in _SEASONS:
        return f"{season} {numbers[0]}"
    if len(numbers) == 1 and season:
        numbers.append(_SEASONS[season])
    if len(numbers) == _YEAR_AND_MONTH:
        numbers[1] = _SEASONS_AS_MONTHS.get(numbers[1], numbers[1])
    circa = "~" if date.get("circa") else ""
    return "-".join([f"{numbers[0]:04d}", *(f"{part:02d}" for part in numbers[1:])]) + circa


def _is_before_year_1(value: object) -> bool:
    """Check for the parts of a year before 1 alone, of which all is printed."""
    match value:
        case {"date-parts": [[int() | str() as year]]}:
            return bool(_INTEGER.fullmatch(str(year))) and int(year) < 0
    return False


def _excerpt(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]


def _keywords(value: object) -> tuple[str, ...]:
    return split_keywords(_text(value))


_SPACE = re.compile(r"[ \t\r\n]+")
_RICH = frozenset(
    (*("title", "title-short", "shortTitle", "container-title", "collection-title"),
     *("original-title", "event-title", "reviewed-title"))
)  # fmt: skip
_NO_CASE = '<span class="nocase">'
_TAG = re.compile(
    r"""(</?(?:i|b|sub|sup|sc|span)>"""
    r"""|<span (?:class="nocase"|style="font-variant: ?small-caps;")>)"""
)
_INTEGER = re.compile("-?[0-9]{1,9}")
_PLAIN_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
_SEASONS = {str(number): 20 + number for number in range(1, 5)}
"""EDTF's numbers of the seasons, by those of CSL."""
_SEASONS_AS_MONTHS = {12 + number: 20 + number for number in range(1, 5)}
"""EDTF's numbers of the seasons, by the months that citeproc-js takes for them."""
_YEAR_AND_MONTH = 2
_WORDS = ("edtf", "raw", "literal")
_ON_ONE_LINE = frozenset(TEXT_VARIABLES) - {"abstract", "note"}
_REFERENCE_VARIABLES = {
    **{csl_name(name): name for name in (*TEXT_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES)},
    **{csl_name: name for name, csl_name in UPPERCASE.items()},
    "id": "id",
    "type": "type",
    "shortTitle": "title_short",
    "citation-key": "citation_key",
    "publisher": "publisher",
    "original-publisher": "original_publisher",
    "keyword": "keyword",
    "references": "source_line",
}
"""CSL's names of the variables read, and the names in a reference."""
_KINDS = {
    each.name: cast(type, each.type)
    for each in fields(Reference)
    if each.name in ("id", *CUSTOM_VARIABLES)
}
_NAMES = frozenset(map(csl_name, NAME_VARIABLES))
_READERS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(_REFERENCE_VARIABLES, _text),
    **dict.fromkeys(map(csl_name, NAME_VARIABLES), _no_names),
    **dict.fromkeys(map(csl_name, DATE_VARIABLES), _date),
    "issued": _date_text,
    "type": _type,
    "publisher": _publishers,
    "original-publisher": _publishers,
    "keyword": _keywords,
}
