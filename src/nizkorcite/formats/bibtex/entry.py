"""
One entry of BibTeX or BibLaTeX as a reference.

Our writers add words for styles that print nothing else (``howpublished``, ``note``,
``addendum``); the parser drops these words if they repeat data fields, and keeps any other remark
as a note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve

from nizkorcite.errors import DateError, ModelError
from nizkorcite.formats.bibtex.composition import Fields, with_composed_fields
from nizkorcite.formats.bibtex.dates import issue_date
from nizkorcite.formats.bibtex.field_map import (
    EDITOR_ROLES,
    ENTRY_TYPES,
    FIELDS,
    FIELDS_READ_TOGETHER,
    GENRES_OF_TYPES,
    NUMBERED_IN_SERIES,
    NUMBERED_TYPES,
    PATENT_OFFICES,
    SUBTYPES,
)
from nizkorcite.formats.bibtex.latex import NameList, after_given_names
from nizkorcite.formats.citation_file import Remarks, reference_from_variables
from nizkorcite.locale.provenance import provenance
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference, ReferenceType
from nizkorcite.reference.names import ET_AL

_HELD = {"journal", "journaltitle"}
_OPTIONS = frozenset(("dataonly", "skipbib", "skiplab", "skipbiblist", "useprefix"))


@define
class BibEntry:
    """
    An entry while its fields are read.

    Attributes:
        entry_type: The entry type in small letters.
        key: The citation key.
        remarks: Findings on the entry.
    """

    entry_type: str
    key: str
    remarks: Remarks

    def read(self, fields: Fields) -> Reference:
        """Make a reference of the entry's fields; values that cannot be read are reported."""
        fields = with_composed_fields(self.entry_type, fields)
        variables = self._variables(fields)
        general = {"id": self.key, "citation_key": self.key, **issue_date(fields, self.remarks)}
        kind = {**self._genre(), "type": self._csl_type(fields)}
        self._report_options(fields)
        return _without_repetition(
            reference_from_variables({**general, **kind, **variables}, self.remarks)
        )

    def _variables(self, fields: Fields) -> dict[str, object]:
        """Read the fields that state a variable by themselves."""
        values: dict[str, object] = {}
        # If an entry has both, the number counts, and the issue is a title of that number.
        for name, value in sorted(fields.items(), key=lambda each: each[0] == "issue"):
            if value.strip() and name not in FIELDS_READ_TOGETHER:
                self._add(name, self._variable(name, value, fields), values)
        return values

    def _add(self, name: str, member: Mapping[str, object], values: dict[str, object]) -> None:
        """Add a field's variable; names and notes of two fields add up."""
        for variable, found in member.items():
            before = values.get(variable)
            if before is None or name == "originaldate":
                values[variable] = found
            elif isinstance(before, tuple) and isinstance(found, tuple):
                values[variable] = tuple(dict.fromkeys((*before, *found)))
            elif variable == "note":
                values[variable] = f"{str(before).removesuffix('.')}. {found}"
            elif found != before and not _is_same_language(variable, before, found):
                contradiction = Message(
                    '"{field}" contradicts an earlier field; left out', field=name
                )
                self.remarks.report("NZ403", contradiction)

    def _variable(self, name: str, value: str, fields: Fields) -> Mapping[str, object]:
        if name not in FIELDS:
            self.remarks.report_field(name)
            return {}
        if '"' in value and (shorthand := _GERMAN_SHORTHAND.search(value)):
            accent = Message(
                "{text} may be a letter in babel's German; printed as it is", text=shorthand[0]
            )
            self.remarks.report_doubt(name, accent)
        variable, decode = FIELDS[name]
        if name == "type" and self.entry_type == "patent" and value in PATENT_OFFICES:
            return {"authority": PATENT_OFFICES[value]}
        try:
            found = decode(value)
        except (DateError, ModelError) as error:
            self.remarks.report_value(name, error)
            return {}
        if isinstance(found, NameList):
            return self._names(name, variable, found, fields)
        if not found:
            self.remarks.report_value(name, Message('"{value}" is not a known value', value=value))
            return {}
        return {self._counted_variable(name, variable, fields): found}

    def _names(
        self, name: str, variable: str, names: NameList, fields: Fields
    ) -> Mapping[str, Sequence[Agent]]:
        """Return the names of a field by their role; report those that cannot be read."""
        for omission in names.omissions:
            self.remarks.report_value(name, omission)
        for doubt in names.doubts:
            self.remarks.report_doubt(name, doubt)
        if variable == "editor":
            role = fields.get(f"{name}type", "").strip() or "editor"
            if role not in EDITOR_ROLES:
                self.remarks.report_field(f"{name} ({role})")
                return {}
            variable = EDITOR_ROLES[role]
        agents = names.agents
        if _options(fields).get("useprefix") == "false":
            agents = tuple(map(after_given_names, agents))
        others = (ET_AL,) if names.and_others and agents else ()
        return {variable: (*agents, *others)} if agents else {}

    def _counted_variable(self, name: str, variable: str, fields: Fields) -> str:
        """Decide what a number counts: issues, volumes of a series, or works."""
        if name != "number":
            return variable
        if self.entry_type in NUMBERED_TYPES:
            return "number"
        in_series = self.entry_type in NUMBERED_IN_SERIES and "series" in fields
        return "collection_number" if in_series else variable

    def _genre(self) -> Mapping[str, str]:
        """Return the genre that the entry type states by itself."""
        kind = GENRES_OF_TYPES.get(self.entry_type)
        return {"genre": kind} if kind else {}

    def _csl_type(self, fields: Fields) -> ReferenceType:
        if self.entry_type not in ENTRY_TYPES:
            unknown = Message(
                'unknown type "{type}"; read as a document', type=f"@{self.entry_type}"
            )
            self.remarks.report("NZ403", unknown)
        if subtype := fields.get("entrysubtype", "").strip().lower():
            if (csl_type := _TYPES_OF_SUBTYPES.get((self.entry_type, subtype))) is not None:
                return csl_type
            unknown = Message('"{value}" is not a known value', value=subtype)
            self.remarks.report_value("entrysubtype", unknown)
        if self.entry_type == "misc" and (fields.get("url") or fields.get("howpublished")):
            return "webpage"
        if self.entry_type == "article" and "howpublished" in fields and not _HELD & {*fields}:
            return "article"  # a preprint
        return ENTRY_TYPES.get(self.entry_type, "document")

    def _report_options(self, fields: Fields) -> None:
        for name in _options(fields).keys() - _OPTIONS:
            self.remarks.report_field(f"options: {name}")


def _options(fields: Fields) -> Mapping[str, str]:
    """
    Return the options of an entry; one without a value is true.

    >>> _options({"options": "useprefix=false, dataonly"})
    {'useprefix': 'false', 'dataonly': 'true'}
    """
    pairs = (option.partition("=") for option in fields.get("options", "").split(","))
    return {name.strip(): value.strip() or "true" for name, _, value in pairs if name.strip()}


_TYPES_OF_SUBTYPES = {pair: csl_type for csl_type, pair in SUBTYPES.items()}


def _without_repetition(reference: Reference) -> Reference:
    """Remove the words from a note in which our writers repeat data fields."""
    note = reference.note or ""
    for repeated in _repetitions(reference, note):
        if repeated and note.endswith(repeated):
            rest = note.removesuffix(repeated).rstrip().removesuffix(".")
            return evolve(reference, note=rest or None)
    return reference


def _repetitions(reference: Reference, note: str) -> Iterator[str]:
    words = provenance(reference)
    yield words
    if words and note.endswith(")"):
        from nizkorcite.formats.bibtex.biblatex_apa import reprint_words  # loads the style APA

        yield f"({words})"
        yield reprint_words(reference)


def _is_same_language(variable: str, one: object, other: object) -> bool:
    """Compare ``language``, which is for readers, and ``langid``, which is for hyphenation."""
    return variable == "language" and str(one).split("-")[0] == str(other).split("-")[0]


# In M"uller and Stra"se; a quotation mark between two letters is hardly anything else.
_GERMAN_SHORTHAND = re.compile(r'(?<=[^\W\d_])"[AOUaous](?=[^\W\d_])')
