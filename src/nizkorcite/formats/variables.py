"""Entries of tags, and the variables of a reference that are collected while they are read."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import define, field

from nizkorcite.formats.bibtex.languages import language_tag
from nizkorcite.formats.citation_file import CitationFile, Remarks, reference_from_variables
from nizkorcite.messages import Message
from nizkorcite.record.model import Agent, organisation, person
from nizkorcite.reference import Reference

EntryField = tuple[int | None, str, str]
"""The line of a field, if known, its tag and its value."""
_ISSN, _ISBN = 8, (10, 13)


@define
class Variables:
    """
    The variables found so far.

    Attributes:
        remarks: Findings on the entry.
        values, lists: Variables of one value, and variables of several values.
        unused: Fields without a variable, each reported once.
    """

    remarks: Remarks
    values: dict[str, Any] = field(factory=dict)
    lists: dict[str, list[Any]] = field(factory=dict)
    unused: set[str] = field(factory=set)

    def set(self, name: str, variable: str, value: object) -> None:
        """Set a variable of one value; report a field that states another value."""
        if self.values.setdefault(variable, value) != value:
            self.remarks.report(
                "NZ403", Message('"{field}" contradicts another tag; left out', field=name)
            )

    def append(self, variable: str, value: object) -> None:
        """Add a value to a variable of several values."""
        self.lists.setdefault(variable, []).append(value)

    def set_language(self, name: str, value: str) -> None:
        """Set the language by its name or tag; report one that is not known."""
        if tag := language_tag(value):
            self.set(name, "language", tag)
        else:
            problem = Message('"{text}" is not a known language', text=value)
            self.remarks.report_value(name, problem)

    def report_unused(self, name: str) -> None:
        """Report a field without a variable, once however often it is repeated."""
        if name not in self.unused:
            self.unused.add(name)
            self.remarks.report_field(name)

    def reference(self) -> Reference:
        """Make the reference; one without an id of its own is numbered."""
        several = {name: tuple(found) for name, found in self.lists.items()}
        notes = several.pop("note", ())
        note = {"note": "\n".join(notes)} if notes else {}
        return reference_from_variables(
            {"id": f"item{self.remarks.record}", **self.values, **several, **note}, self.remarks
        )


def read_entries(
    entries: Iterable[Sequence[EntryField]],
    read: Callable[[Variables, Sequence[EntryField]], Reference],
    remarks: Remarks,
) -> CitationFile:
    """
    Read entries, given as their tags, and report a second one of the same id.

    Args:
        entries: The tags of each entry.
        read: Function that makes a reference of the tags, with the variables of a new entry.
        remarks: Findings on the file.
    """
    references = tuple(iter_references(entries, read, remarks))
    return CitationFile(references=references, findings=remarks.sorted_findings())


def iter_references(
    entries: Iterable[Sequence[EntryField]],
    read: Callable[[Variables, Sequence[EntryField]], Reference],
    remarks: Remarks,
) -> Iterator[Reference]:
    """Yield the references of entries one by one; arguments as for `read_entries`."""
    ids: set[str] = set()
    for number, tags in enumerate(entries, 1):
        line = tags[0][0]
        name = "" if line else Message("item {number}", number=number)
        on_entry = remarks.on_entry(name, record=number, line=line)
        reference = read(Variables(on_entry), tags)
        if reference.id in ids:
            on_entry.report("NZ404", Message('two entries have the id "{id}"', id=reference.id))
        ids.add(reference.id)
        yield reference


def named_agent(name: str) -> Agent:
    """
    Read a name whose comma separates family name, given names and suffix; others are groups.

    >>> named_agent("Roe, Ann").family, named_agent("Acme, Inc,").name
    ('Roe', 'Acme, Inc')
    """
    name = " ".join(name.split())
    family, *rest = (part.strip() for part in name.split(","))
    if name.endswith(",") or not rest or not family:
        return organisation(name.rstrip(", "))
    return person(family=family, given=rest[0], suffix=", ".join(rest[1:]))


def serial_number_variable(text: str) -> str | None:
    """
    Tell an ISSN, of 8 digits, from an ISBN, of 10 or 13; ``None`` for any other number.

    >>> serial_number_variable("0378-5955 (Print)"), serial_number_variable("S/2017/1")
    ('issn', None)
    """
    digits = re.sub(r"[^0-9Xx]", "", text.partition("(")[0])
    return "issn" if len(digits) == _ISSN else "isbn" if len(digits) in _ISBN else None
