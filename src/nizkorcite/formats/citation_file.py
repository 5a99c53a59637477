"""Parsed citation files: their references, and findings on the rest."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from attrs import define, field, frozen

from nizkorcite.display import brief, shortened, without_controls
from nizkorcite.errors import ModelError
from nizkorcite.findings import Finding
from nizkorcite.messages import Language, Message
from nizkorcite.record.model import Agent
from nizkorcite.reference import Reference
from nizkorcite.reference.reference import ADDRESSES, is_program


@frozen(kw_only=True, repr=False)
class CitationFinding(Finding):
    """
    A finding on a citation file.

    Attributes:
        kind: Code, template and field or problem of the message; findings of one kind differ in
            entry and value, and can be reported together.
        item: The id of the entry.
        left_out: The field whose value was left out, if one was.
    """

    kind: tuple[str, ...] = field(default=(), eq=False, repr=False)
    item: str = field(default="", eq=False, repr=False)
    left_out: str | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class CitationFile:
    """
    The references of a citation file.

    Attributes:
        references: The entries that could be read, in their order.
        findings: An error for each entry that could not be read (NZ401); warnings for each value
            left out (NZ402), each field that a reference has no variable for (NZ403), and each
            second entry of one id (NZ404). They are sorted by line.
    """

    references: tuple[Reference, ...]
    findings: tuple[CitationFinding, ...] = ()


@define(kw_only=True)
class Remarks:
    """
    Findings on a citation file or one of its entries.

    Attributes:
        lang: Language of the messages.
        item: The id of the entry, if `entry` is not the id.
        entry: Name of the entry, put before each message if the place does not identify it.
        record: Number of the entry in its file, from 1, if entries are counted.
        line, pointer: The place being parsed.
        findings: The findings so far, of all entries.
    """

    lang: Language = "en"
    item: str = ""
    entry: Message | str = ""
    record: int | None = None
    line: int | None = None
    pointer: str = ""
    findings: list[CitationFinding] = field(factory=list)

    def on_entry(
        self,
        entry: Message | str = "",
        *,
        item: str = "",
        record: int | None = None,
        line: int | None = None,
    ) -> "Remarks":
        """Return remarks on one entry, collected with those on the file."""
        return Remarks(
            lang=self.lang,
            entry=entry,
            item=item or str(entry),
            record=record,
            line=line,
            findings=self.findings,
        )

    def on_line(self, line: int) -> "Remarks":
        """Return remarks on the same entry, at another line."""
        return Remarks(
            lang=self.lang,
            entry=self.entry,
            item=self.item,
            record=self.record,
            line=line,
            findings=self.findings,
        )

    def report(
        self,
        code: str,
        message: Message,
        *,
        line: int | None = None,
        column: int | None = None,
        hint: Message | None = None,
    ) -> None:
        """Report a finding, by default at the line being parsed."""
        entry = f"{brief(self._text(self.entry))}: " if self.entry else ""
        values = dict(message.values)
        name, problem = values.get("field"), values.get("problem")
        about = name or (problem.template if isinstance(problem, Message) else "")
        is_loss = name is not None and message.template.endswith("; left out")
        self.findings.append(
            CitationFinding(
                code=code,
                kind=(code, message.template, str(about)),
                item=self.item,
                left_out=str(name) if is_loss else None,
                severity="error" if code == "NZ401" else "warning",
                pointer=self.pointer,
                message=entry + self._text(message),
                hint=self._text(hint) if hint else None,
                record=self.record,
                line=line or self.line,
                column=column,
            )
        )

    def report_value(self, name: str, problem: Message | Exception) -> None:
        """Report a value that cannot be read."""
        words = problem if isinstance(problem, Message) else error_message(problem)
        self.report("NZ402", Message("{field}: {problem}; left out", field=name, problem=words))

    def report_doubt(self, name: str, problem: Message) -> None:
        """Report a value that was read, and may be meant otherwise."""
        self.report("NZ402", Message("{name}: {problem}", name=name, problem=problem))

    def report_literal_date(self, name: str, text: str) -> None:
        """Report a date of publication that is kept as the text it is."""
        printed = Message(
            '{field}: "{text}" is not a date; printed as it is', field=name, text=shortened(text)
        )
        self.report("NZ402", printed)

    def report_field(self, name: str) -> None:
        """Report a field that a reference has no variable for."""
        self.report("NZ403", Message('cannot use the field "{field}"; left out', field=name))

    def sorted_findings(self) -> tuple[CitationFinding, ...]:
        """Return the findings in the order of their lines."""
        return tuple(sorted(self.findings, key=lambda each: each.line or 0))

    def _text(self, words: Message | str) -> str:
        return words.text(self.lang) if isinstance(words, Message) else words


def error_message(error: Exception) -> Message | str:
    """Return an error's message in both languages, or its text; a file has no classes to name."""
    if isinstance(error, ModelError):
        return error.problem
    first = error.args[0] if error.args else None
    return first if isinstance(first, Message) else str(error)


def reference_from_variables(variables: Mapping[str, object], remarks: Remarks) -> Reference:
    """
    Make a reference of an entry's variables, as `harmless_variables` changes them.

    Raises:
        ModelError: A variable has a value of another type.
    """
    return Reference(**harmless_variables(variables, remarks))


def harmless_variables(variables: Mapping[str, object], remarks: Remarks) -> dict[str, Any]:
    """
    Return the variables of an entry as a reference has them.

    A variable of the original gives the reference both layers. A genre that only repeats the type
    is left out, and ranges of pages have one hyphen. Addresses that are programs are left out, and
    control characters become escapes; both are reported.

    >>> stated = {"type": "book", "page": "3 – 4", "genre": "Book", "original_title": "Ley"}
    >>> harmless_variables(stated, Remarks())
    {'type': 'book', 'page': '3-4', 'original_title': 'Ley', 'layers': 'both'}
    """
    values = dict(_harmless(variables, remarks))
    if str(values.get("genre")).casefold() in _GENRES_OF_TYPES.get(str(values["type"]), ()):
        del values["genre"]
    if isinstance(pages := values.get("page"), str):
        values["page"] = _DASH.sub("-", pages)
    has_original = any(name.startswith("original_") for name in values)
    return {**values, "layers": "both" if has_original else "republication"}


def _harmless(variables: Mapping[str, object], remarks: Remarks) -> Iterator[tuple[str, object]]:
    for name, value in variables.items():
        if name in ADDRESSES and is_program(str(value)):
            address = shortened(str(value))
            problem = Message('"{address}" is not the address of a page', address=address)
            remarks.report_value(name, problem)
            continue
        if _is_plain(value):
            yield name, value
            continue
        if reference := _character_reference(value):
            remarks.report_doubt(
                name, Message('"{text}" is HTML, and kept as it is', text=reference)
            )
        shown = _without_controls(value)
        if shown != value:
            remarks.report_doubt(name, Message("control characters are shown as escapes"))
        yield name, shown


def _is_plain(value: object) -> bool:
    """Check for a text or names in which nothing can be a control or a reference, as in most."""
    if isinstance(value, str):
        return "&" not in value and value.isprintable()
    if not isinstance(value, tuple):
        return False
    return all(isinstance(each, Agent) and "&" not in each.name for each in value)


def _character_reference(value: object) -> str | None:
    """Return the first reference such as ``&amp;`` in a text or name; a title may be about it."""
    parts = value if isinstance(value, tuple) else (value,)
    texts = (each.name if isinstance(each, Agent) else str(each) for each in parts)
    found = (
        match[0] for text in texts if "&" in text for match in _CHARACTER_REFERENCE.finditer(text)
    )
    return next(filter(_is_character, found), None)


def _is_character(reference: str) -> bool:
    """Check for the code of a character, or the name of a letter or punctuation mark."""
    character = unescape(reference)
    is_text = reference.startswith("&#") or character < _SYMBOLS
    return character != reference and is_text


def _without_controls(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_without_controls, value))
    return without_controls(value) if isinstance(value, str) else value


_SYMBOLS = "\u2070"  # the first character behind the blocks of letters and punctuation
_CHARACTER_REFERENCE = re.compile("&(?:#[0-9]{2,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});")
_DASH = re.compile(r"(?<=\w) *[-\u2013\u2014]+ *(?=\w)")
# Databases state the type twice; APA would print the second in brackets.
_GENRES_OF_TYPES = {
    "article-journal": (
        *("article", "journal article", "research article", "original article"),
        *("journal-article", "artículo", "artículo de revista"),
    ),
    "article-magazine": ("article", "magazine article", "magazine"),
    "article-newspaper": ("article", "newspaper article", "newspaper", "news"),
    "book": ("book", "libro"),
    "chapter": ("chapter", "book chapter", "book section", "capítulo de libro"),
    "paper-conference": ("conference paper", "proceedings paper", "article"),
    "webpage": ("web page", "webpage", "website", "página web"),
}
