"""
Reading CSL-JSON 1.0.2: the items of Zotero, pandoc and citation processors as references.

Everything the CSL input schema allows is read: numbers as texts, dates as parts, texts or seasons,
one item, a list of them, or an item a line. A date's text is read where it has one reading.
Lines of a note such as ``original-date: 2017-02-27`` are variables, as they are for Zotero. What
our writer put into ``custom`` is taken as long as the item still says the same.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast, get_args

from attrs import define, evolve, fields

from nizkorcite.dates import PartialDate
from nizkorcite.errors import DateError, ModelError, RecordError
from nizkorcite.findings import Finding
from nizkorcite.formats.citation_file import CitationFile, Remarks, finding, reference_of
from nizkorcite.formats.csl_json.writer import (
    CUSTOM,
    DATES,
    LACKING,
    LITERALS,
    NAMES,
    UPPER,
    item,
    keywords,
    spelled,
)
from nizkorcite.formats.dates import stated_date
from nizkorcite.formats.zotero_extra import read_line
from nizkorcite.record.codec import from_json, from_record
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference, ReferenceType, refer

_TYPES = frozenset(get_args(ReferenceType))


def read_all(text: str) -> CitationFile:
    """
    The items of a CSL-JSON file.

    >>> read_all('[{"id": 1, "type": "book", "title": "Law"}]').references[0].title
    'Law'
    """
    findings: list[Finding] = []
    references = []
    seen: set[str] = set()
    for number, value in enumerate(_items(text, findings), 1):
        remarks = Remarks(opening=f"item {number}: ", record=number, findings=findings)
        if reference := _Item(remarks).read(value):
            if reference.id in seen:
                remarks.pointer = "/id"
                remarks.tell("NZ404", f'"{reference.id}" is the id of two items')
            seen.add(reference.id)
            references.append(reference)
    return CitationFile(references=tuple(references), findings=tuple(findings))


def _items(text: str, findings: list[Finding]) -> Iterator[object]:
    text = text.removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _lines(text, error, findings)
        return
    yield from value if isinstance(value, list) else [value]


def _lines(text: str, error: Exception, findings: list[Finding]) -> Iterator[object]:
    """An item a line; where the first line is none, the whole text is broken."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError) as broken:
            first = not line.lstrip().startswith("{") or not line.rstrip().endswith("}")
            findings.append(_broken(error if first else broken, 0 if first else number - 1))
            if first:
                return


def _broken(error: Exception, lines_before: int) -> Finding:
    """What breaks the text; JSON that nests too deeply has no place."""
    hint = "nothing from here on was read" if not lines_before else None
    if not isinstance(error, json.JSONDecodeError):
        return finding("NZ401", f"no JSON: {error}", hint=hint)
    line = error.lineno + lines_before
    return finding("NZ401", f"no JSON: {error.msg}", line=line, column=error.colno, hint=hint)


@define
class _Item:
    """One item while it is read, and what is told of it."""

    remarks: Remarks

    def read(self, value: object) -> Reference | None:
        if not isinstance(value, Mapping):
            self.remarks.tell("NZ401", "an item of CSL-JSON is an object")
            return None
        custom = value.get("custom")
        if not isinstance(custom, Mapping) or CUSTOM not in custom:
            return _keyed(self._plain(value))
        said = {name: member for name, member in value.items() if name != "custom"}
        told = len(self.remarks.findings)
        plain = self._plain(said)
        own = self._own(custom[CUSTOM], plain)
        written = next((each for each in own if item(each) == said), None)
        if written is None:
            self.remarks.pointer = "/custom"
            self.remarks.tell("NZ402", "the item says something else; custom is left out")
            return _keyed(plain)
        del self.remarks.findings[told:]  # what the item alone does not tell is told in custom
        return written

    def _plain(self, value: Mapping[object, object]) -> Reference:
        """The reference that the variables of CSL tell."""
        values: dict[str, object] = {"id": f"item{self.remarks.record}", "type": "document"}
        for name, member in value.items():
            self.remarks.pointer = _pointer(str(name))
            values |= self._member(str(name), member)
        self.remarks.pointer = "/note"
        values |= self._extra(values)
        return reference_of(values)

    def _own(self, own: object, plain: Reference) -> Iterator[Reference]:
        """What the writer may have meant: a record, or the item with more variables."""
        try:
            if isinstance(own, Mapping) and "record" in own:
                yield refer(from_record(own["record"]), own["layers"])
            elif isinstance(own, Mapping):
                yield from _with_variables(plain, own["variables"])
        except (RecordError, KeyError, TypeError, AttributeError):
            return  # somebody has edited it

    def _extra(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Variables that stand as lines in the note."""
        found: dict[str, object] = {}
        rest = []
        for line in str(values.get("note") or "").split("\n"):
            told = self._line(line)
            if told is None or told[0] in values:
                rest.append(line)
            elif isinstance(told[1], tuple):
                found[told[0]] = (*cast("tuple[Agent, ...]", found.get(told[0], ())), *told[1])
            else:
                found[told[0]] = told[1]
        return {**found, "note": "\n".join(rest) or None} if found else {}

    def _line(self, line: str) -> tuple[str, object] | None:
        try:
            return read_line(line)
        except (DateError, ModelError) as error:
            self.remarks.tell("NZ402", f"note: {error}; the line is left as it is")
            return None

    def _member(self, name: str, value: object) -> Mapping[str, object]:
        read = _READERS.get(name)
        if read is None:
            self.remarks.no_place(name)
            return {}
        try:
            found = read(value)
        except (TypeError, ValueError) as error:
            self.remarks.leave_out(name, error)
            return {}
        if isinstance(found, str) and name in _RICH:
            found = self._without_markup(name, found)
        return {VARIABLES[name]: found} if found not in (None, "", ()) else {}

    def _without_markup(self, name: str, text: str) -> str:
        """The words of a title; how some of them are set (CSL 1.0.2, rich text) is told."""
        plain = _MARKUP.sub(r"\g<words>", text)
        while plain != (inner := _MARKUP.sub(r"\g<words>", plain)):
            plain = inner
        if plain != _NO_CASE.sub(r"\1", text):
            self.remarks.tell(
                "NZ402", f"{name}: the markup of its words (italics or the like) is left out"
            )
        return plain


def _pointer(name: str) -> str:
    return f"/{name.replace('~', '~0').replace('/', '~1')}"


def _keyed(reference: Reference) -> Reference:
    """In a file of somebody else the id is what texts cite."""
    return evolve(reference, citation_key=reference.citation_key or reference.id)


def _with_variables(plain: Reference, variables: Mapping[str, object]) -> Iterator[Reference]:
    """The reference with more variables; the first of its publishers may stand as its site."""
    more: Any = {name: from_json(_KINDS[name], value) for name, value in variables.items()}
    yield evolve(plain, **more)
    yield evolve(plain, **more, container_title=None)


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError("no text")


def _type(value: object) -> str:
    if value not in _TYPES:
        raise ValueError(f"{_shown(value)} is no type of CSL 1.0.2")
    return str(value)


def _agents(value: object) -> tuple[Agent, ...]:
    if not isinstance(value, list):
        raise TypeError("no list of names")
    return tuple(_agent(name) for name in value)


def _agent(name: object) -> Agent:
    if not isinstance(name, Mapping):
        raise TypeError("a name is no object")
    parts = {part: _squashed(name.get(part)) for part in _PARTS}
    if parts["literal"] or not parts["family"]:
        return organisation(parts["literal"] or parts["given"])
    # What drops off where the family name stands alone belongs to the given names: "Ludwig van".
    given = f"{parts['given']} {parts['dropping-particle']}".strip()
    return person(parts["family"], given, parts["non-dropping-particle"], parts["suffix"])


def _squashed(value: object) -> str:
    """A text on one line; a space that does not break stays one."""
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _groups(value: object) -> tuple[Agent, ...]:
    text = _squashed(_text(value))
    return (organisation(text),) if text else ()


def _date(value: object) -> PartialDate | None:
    """A date is EDTF, an object with an EDTF text, or one with its parts."""
    if isinstance(value, str):
        return PartialDate(value)
    if not isinstance(value, Mapping):
        raise TypeError("no date")
    ends = value.get("date-parts")
    if not isinstance(ends, Sequence) or isinstance(ends, str) or not ends or not ends[0]:
        return _spelled(value)
    return PartialDate("/".join(_edtf(end, value) for end in ends))


def _spelled(value: Mapping[object, object]) -> PartialDate | None:
    """A date in words, where the words have one reading."""
    for name in ("edtf", "raw", "literal"):
        if isinstance(text := value.get(name), str) and text:
            return stated_date(text)
    return None


def _edtf(end: object, date: Mapping[object, object]) -> str:
    if not isinstance(end, Sequence) or isinstance(end, str):
        raise TypeError("date-parts is a list of lists")
    numbers = [_number(part) for part in end if part not in ("", None)]
    if not numbers:
        return ""
    season = date.get("season")
    if len(numbers) == 1 and season and str(season) in "1234":
        numbers.append(20 + int(str(season)))
    circa = "~" if date.get("circa") else ""
    year = f"{numbers[0]:0{5 if numbers[0] < 0 else 4}d}"
    return "-".join([year, *(f"{part:02d}" for part in numbers[1:])]) + circa


def _number(part: object) -> int:
    try:
        return int(str(part))
    except ValueError:
        raise ValueError(f"{_shown(part)} is no number") from None


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]


def _keywords(value: object) -> tuple[str, ...]:
    return keywords(_text(value) or "")


_SPACE = re.compile(r"[ \t\r\n]+")
_RICH = frozenset(
    (*("title", "title-short", "shortTitle", "container-title", "collection-title"),
     *("original-title", "event-title", "reviewed-title"))
)  # fmt: skip
_NO_CASE = re.compile(r'<span class="nocase">(.*?)</span>')
_MARKUP = re.compile(
    r"<(?P<tag>i|b|sub|sup|sc|span)"
    r"""(?:(?<=span) (?:class="nocase"|style="font-variant: ?small-caps;"))?>"""
    r"(?P<words>.*?)</(?P=tag)>"
)
_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal")
VARIABLES = {
    **{spelled(name): name for name in (*LITERALS, *NAMES, *DATES)},
    **{spelled: name for name, spelled in UPPER.items()},
    "id": "id",
    "type": "type",
    "shortTitle": "title_short",
    "citation-key": "citation_key",
    "publisher": "publisher",
    "original-publisher": "original_publisher",
    "keyword": "keyword",
    "references": "source_line",
}
"""CSL's names of what is read, and those of a reference."""
_KINDS = {each.name: cast(type, each.type) for each in fields(Reference) if each.name in LACKING}
_READERS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(VARIABLES, _text),
    **dict.fromkeys(map(spelled, NAMES), _agents),
    **dict.fromkeys(map(spelled, DATES), _date),
    "type": _type,
    "publisher": _groups,
    "original-publisher": _groups,
    "keyword": _keywords,
}
