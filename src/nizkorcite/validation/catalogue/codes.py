"""
The table of every rule: its code, severity, title and explanation.

Documentation pages and ``nizkorcite explain`` are made from it. Codes are never used again for
something else: NZ0xx reading the file, NZ1xx the schema, NZ2xx what a schema cannot say of one
record, NZ3xx several records together, NZ4xx reading a file of citations, NZ5xx a schema of one's
own, NZ6xx reading a page (`page_rules`).
"""

from collections.abc import Mapping
from functools import cache

from attrs import evolve, frozen

from nizkorcite.errors import UnknownNameError
from nizkorcite.findings import Severity
from nizkorcite.messages import Language, Message
from nizkorcite.validation.catalogue.page_rules import PAGE_RULES


@frozen(kw_only=True)
class Rule:
    """
    A rule of validation.

    Attributes:
        code: ``NZ`` and three digits.
        severity: Of its findings, where they do not say otherwise.
        title: What is wrong, in a few words.
        explanation: Why it is wrong and what to do, one paragraph.
        wrong, right: A piece of a record that breaks the rule, and its remedy.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    wrong: str
    right: str


def explanation(code: str, lang: Language = "en") -> str:
    """
    What a code means, over several lines.

    Raises:
        UnknownNameError: No rule has that code.

    >>> explanation("NZ201").splitlines()[0]
    'NZ201 (error): republished before the original'
    """
    rule = rules(lang).get(code.upper())
    if rule is None:
        raise UnknownNameError("code", code, tuple(CODES))
    wrong = Message("Wrong: {example}", example=rule.wrong).text(lang)
    right = Message("Right: {example}", example=rule.right).text(lang)
    return f"{rule.code} ({rule.severity}): {rule.title}\n\n{rule.explanation}\n\n{wrong}\n{right}"


def rules(lang: Language = "en") -> Mapping[str, Rule]:
    """
    Every rule by its code, in a language.

    >>> rules("es")["NZ101"].title
    'falta un campo'
    """
    return CODES if lang == "en" else _in_spanish()


@cache
def _in_spanish() -> Mapping[str, Rule]:
    from nizkorcite.validation.catalogue.es import RULES  # only who reads Spanish needs it

    return {
        code: evolve(
            rule,
            title=RULES[code].title,
            explanation=RULES[code].explanation,
            wrong=RULES[code].wrong or rule.wrong,
            right=RULES[code].right or rule.right,
        )
        for code, rule in CODES.items()
    }


def _rule(  # noqa: PLR0913 - the columns of the table below
    code: str, severity: Severity, title: str, *, explanation: str, wrong: str, right: str
) -> Rule:
    return Rule(
        code=code,
        severity=severity,
        title=title,
        explanation=" ".join(explanation.split()),
        wrong=wrong,
        right=right,
    )


_RULES = (
    _rule(
        "NZ001",
        "error",
        "not JSON",
        explanation="""The text is not JSON (RFC 8259): a comma, a quotation mark or a bracket is
        missing or out of place. Nothing else in the record can be checked until that is mended.""",
        wrong='{"title": "A",}',
        right='{"title": "A"}',
    ),
    _rule(
        "NZ002",
        "error",
        "a name used twice",
        explanation="""A member's name appears twice in one object. Some programs silently keep the
        first, others the last, so that two readers see two records; delete one of the two.""",
        wrong='{"title": "A", "title": "B"}',
        right='{"title": "A"}',
    ),
    _rule(
        "NZ003",
        "error",
        "a number that cannot be kept exactly",
        explanation="""NaN and Infinity are not JSON, and many programs change numbers beyond 2^53 -
        1 (RFC 8259, section 6).""",
        wrong='{"byte_length": 1e999}',
        right='{"byte_length": 3104}',
    ),
    _rule(
        "NZ004",
        "error",
        "nested too deeply",
        explanation="""The text nests objects or lists more than 64 levels deep. No record does;
        such a text is broken or hostile and is not parsed.""",
        wrong='{"x_a": [[[[...]]]]}',
        right='{"x_a": "text"}',
    ),
    _rule(
        "NZ005",
        "error",
        "not UTF-8",
        explanation="""The file is in another encoding than UTF-8, or damaged. Records are exchanged
        in UTF-8 (RFC 8259, section 8.1); save it again in that encoding.""",
        wrong="the byte F3 for an accented o",
        right="the bytes C3 B3",
    ),
    _rule(
        "NZ006",
        "warning",
        "a byte order mark",
        explanation="""The file begins with the mark U+FEFF, which JSON does not allow writers to
        add (RFC 8259, section 8.1). It is ignored here; other programs may refuse the file.""",
        wrong="EF BB BF 7B ...",
        right="7B ...",
    ),
    _rule(
        "NZ007",
        "error",
        "half a character",
        explanation="""A text holds a lone surrogate, half of a character that needs two in UTF-16.
        It cannot be written in UTF-8; the text was cut or damaged before it came here.""",
        wrong='{"title": "\\ud83d"}',
        right='{"title": "\\ud83d\\ude00"}',
    ),
    _rule(
        "NZ008",
        "error",
        "too large",
        explanation="""The record is larger than 16 MiB. A record holds descriptions of a document,
        not the document; put the text in a file beside it and name its path.""",
        wrong="a record of 20 MiB",
        right='{"text": {"path": "text/1.txt", ...}}',
    ),
    _rule(
        "NZ009",
        "error",
        "not an object",
        explanation="""The text is JSON but not a record: a record is one object in braces. A file
        that holds several records has one a line and a name in .jsonl.""",
        wrong='["title", "A"]',
        right='{"title": "A", ...}',
    ),
    _rule(
        "NZ010",
        "error",
        "empty",
        explanation="""The file holds nothing but white space, so there is no record to check.""",
        wrong="(nothing)",
        right='{"schema_version": "1.0", ...}',
    ),
    _rule(
        "NZ011",
        "error",
        "too many faults to show",
        explanation="""The record has more than 1,000 faults. The first are shown and the rest
        passed over; usually they all come from one mistake in the program that wrote the
        record.""",
        wrong='{"keywords": [1, 2, 3, ... 2000]}',
        right='{"keywords": ["1", "2", "3"]}',
    ),
    _rule(
        "NZ012",
        "error",
        "not YAML",
        explanation="""The text is not YAML (1.1, as libyaml reads it), or has a list or mapping for
        a member's name. Nothing after this place can be checked until that is mended.""",
        wrong='title: "A',
        right='title: "A"',
    ),
    _rule(
        "NZ013",
        "error",
        "an anchor, alias or tag in YAML",
        explanation="""Anchors and aliases let a short file stand for a record of any size, and tags
        change what a value is. In a record every value is written where it belongs; write the value
        out.""",
        wrong="title: &a A",
        right="title: A",
    ),
    _rule(
        "NZ101",
        "error",
        "a member is missing",
        explanation="""A member that every such object must have is missing. The finding points at
        the object's opening brace. What is not known may be left out only where the schema allows
        it.""",
        wrong='{"kind": "organisation"}',
        right='{"kind": "organisation", "name": "Itar Tass"}',
    ),
    _rule(
        "NZ102",
        "error",
        "not a member of the record",
        explanation="""A name that the schema does not know, usually a misspelling. Members of your
        own are allowed everywhere; their names begin with x_ and have lower-case letters, digits
        and underscores.""",
        wrong='{"langauge": "en"}',
        right='{"language": "en"}',
    ),
    _rule(
        "NZ103",
        "error",
        "the wrong type of value",
        explanation="""There is a text where a list, an object or a number must be, or the other way
        round. null is not allowed: what is not known is left out.""",
        wrong='{"byte_length": "3104"}',
        right='{"byte_length": 3104}',
    ),
    _rule(
        "NZ104",
        "error",
        "not one of the allowed names",
        explanation="""The value must be one of a list of names; `nizkorcite schema show` has the
        lists. Names are in lower case, their words joined by underscores.""",
        wrong='{"type": "news-article"}',
        right='{"type": "news_article"}',
    ),
    _rule(
        "NZ105",
        "error",
        "the wrong form of text",
        explanation="""The text does not have the form that the schema gives for it: one line
        without white space at its ends, a language tag, an identifier, a relative path.""",
        wrong='{"language": "English"}',
        right='{"language": "en"}',
    ),
    _rule(
        "NZ106",
        "error",
        "not an EDTF date",
        explanation="""Dates are written in EDTF (ISO 8601-2), as precise as they are known: 2017,
        2017-02, 2017-02-27, 2017-02-27~ for about that day, 2016/2017 for a span.""",
        wrong='{"date": "27Feb17"}',
        right='{"date": "2017-02-27"}',
    ),
    _rule(
        "NZ107",
        "error",
        "not an address",
        explanation="""An address begins with http:// or https:// and has no white space, quotation
        marks, braces, bars or backslashes; those are percent-encoded (RFC 3986).""",
        wrong='{"url": "www.derechos.org"}',
        right='{"url": "https://www.derechos.org"}',
    ),
    _rule(
        "NZ108",
        "error",
        "not a SHA-256 digest",
        explanation="""A digest is 64 hexadecimal digits in lower case. Since each has one spelling,
        digests can be compared as text.""",
        wrong='{"sha256": "AB12..."}',
        right='{"sha256": "ab12..."}',
    ),
    _rule(
        "NZ109",
        "error",
        "too long",
        explanation="""The text is longer than the schema allows, or the list has more items. Every
        text and list of a record is bounded, so that programs can trust its size.""",
        wrong='{"title": "... 1,001 characters"}',
        right='{"title": "... 1,000 characters"}',
    ),
    _rule(
        "NZ110",
        "error",
        "empty",
        explanation="""An empty text, list or object says nothing. Absent means unknown: leave the
        member out.""",
        wrong='{"title": ""}',
        right="{}",
    ),
    _rule(
        "NZ111",
        "error",
        "the same item twice",
        explanation="""The same item appears twice in a list whose items must differ.""",
        wrong='{"keywords": ["border", "border"]}',
        right='{"keywords": ["border"]}',
    ),
    _rule(
        "NZ112",
        "error",
        "a number out of bounds",
        explanation="""The number is smaller or larger than it can be: lines count from 1, offsets
        and lengths from 0, and the status of an HTTP response lies between 100 and 599.""",
        wrong='{"line": 0}',
        right='{"line": 1}',
    ),
    _rule(
        "NZ113",
        "error",
        "another member is needed",
        explanation="""A member makes sense only beside another: given names beside a family name,
        the start of a quote beside its end.""",
        wrong='{"given": "Robert"}',
        right='{"given": "Robert", "family": "Fisk"}',
    ),
    _rule(
        "NZ201",
        "error",
        "republished before the original",
        explanation="""A text cannot be republished before it was published. It is an error where
        the republication is certainly earlier, and a warning where the dates leave it open. Look at
        both lines of the page: one of the two was misread or misprinted.""",
        wrong='original.date "2017-02-27", republication.date "2017-02-26"',
        right='original.date "2017-02-27", republication.date "2017-02-28"',
    ),
    _rule(
        "NZ202",
        "error",
        "republished after the last capture",
        explanation="""The republication is dated later than the last time the page was saved, so
        the page cannot have said so.""",
        wrong='republication.date "2017-02-28", captures[0].accessed "2017-02-26T10:00:00Z"',
        right='republication.date "2017-02-28", captures[0].accessed "2017-03-01T10:00:00Z"',
    ),
    _rule(
        "NZ203",
        "error",
        "published after the last capture",
        explanation="""The original is dated later than the last time the page was saved, so the
        page cannot have said so.""",
        wrong='original.date "2017-02-28", captures[0].accessed "2017-02-26T10:00:00Z"',
        right='original.date "2017-02-25", captures[0].accessed "2017-02-26T10:00:00Z"',
    ),
    _rule(
        "NZ204",
        "error",
        "not a day of the calendar",
        explanation="""The date has the right form but does not exist (29 February of a common year,
        31 April), or is an interval that ends before it begins.""",
        wrong='{"date": "2017-02-29"}',
        right='{"date": "2017-02-28"}',
    ),
    _rule(
        "NZ211",
        "error",
        "evidence of a value that is not there",
        explanation="""A piece of evidence names a value that is not in the record. A JSON Pointer
        counts list items from 0: /original/publishers/0/name.""",
        wrong='{"field": "/original/dates"}',
        right='{"field": "/original/date"}',
    ),
    _rule(
        "NZ212",
        "error",
        "a quote that is not in the text",
        explanation="""The quote of a piece of evidence is not what the text has from its start to
        its end. Spans count code points of the visible text from 0; the end is the one after the
        last. This is checked only where the record names the file of the text.""",
        wrong='{"quote": "27Feb17", "start": 0, "end": 7} of a text that begins "Putin"',
        right='{"quote": "27Feb17", "start": 2210, "end": 2217}',
    ),
    _rule(
        "NZ213",
        "error",
        "no such capture",
        explanation="""A piece of evidence names a capture by its index, from 0, and the record has
        fewer captures.""",
        wrong='{"captures": [{...}], "evidence": [{"capture": 1, ...}]}',
        right='{"captures": [{...}], "evidence": [{"capture": 0, ...}]}',
    ),
    _rule(
        "NZ214",
        "warning",
        "read without evidence",
        explanation="""The record has evidence of values that a rule read from the page, but none
        for this one. Add the words it was read from, or a piece of evidence with the method editor
        where a person set it.""",
        wrong="original.date without evidence beside evidence of the title",
        right='{"field": "/original/date", "method": "editor"}',
    ),
    _rule(
        "NZ215",
        "error",
        "a span that ends before it starts",
        explanation="""The start and end of a quote count code points of the visible text from 0,
        the end being the one after the last.""",
        wrong='{"start": 20, "end": 13}',
        right='{"start": 13, "end": 20}',
    ),
    _rule(
        "NZ231",
        "error",
        "a file that does not match",
        explanation="""A file that the record names has another SHA-256 digest or length than the
        record says, so it was changed or is not the file that was saved. Restore it from a copy, or
        record it as a further capture. A file that is not there, or cannot be read, is an
        error too: paths start from the folder of the record, or from the one given with --base.""",
        wrong='{"byte_length": 3104, "path": "pages/1.html"} of a file of 3,000 bytes',
        right='{"byte_length": 3000, "path": "pages/1.html"} of a file of 3,000 bytes',
    ),
    _rule(
        "NZ232",
        "error",
        "one digest, two lengths",
        explanation="""Two captures have the same digest but different numbers of bytes. One of the
        four values is wrong, since the same bytes cannot have two lengths.""",
        wrong='{"sha256": "ab...", "byte_length": 1}, {"sha256": "ab...", "byte_length": 2}',
        right='{"sha256": "ab...", "byte_length": 1}, {"sha256": "ab...", "byte_length": 1}',
    ),
    _rule(
        "NZ233",
        "warning",
        "two captures at one place",
        explanation="""Two captures name the same record of a WARC file, by its id or by file and
        offset, but have different digests. One record has one payload; look both up again.""",
        wrong='{"sha256": "ab...", "warc": {..., "offset": 9}}, {"sha256": "cd...", "warc": {...,'
        ' "offset": 9}}',
        right='{"sha256": "ab...", "warc": {..., "offset": 9}}, {"sha256": "cd...", "warc": {...,'
        ' "offset": 812}}',
    ),
    _rule(
        "NZ234",
        "warning",
        "a record that names no file",
        explanation="""The record was to be compared with its files, and neither its captures nor
        its text have a path, so nothing was compared. `nizkorcite read -o FILE` writes the path of
        each page, relative to the folder of FILE. `nizkorcite validate --files` reports such
        records once, at the end: a warning where no record names a file, else a note.""",
        wrong='{"sha256": "ab..."}',
        right='{"sha256": "ab...", "path": "pages/1.html"}',
    ),
    _rule(
        "NZ241",
        "error",
        "a wrong identifier",
        explanation="""The check digit of an ISNI, ORCID, ISBN or ISSN is wrong, or a DOI does not
        begin with 10. and a number. Copy it again; an identifier printed wrongly is recorded with
        the scheme other.""",
        wrong='{"scheme": "issn", "value": "0378-5954"}',
        right='{"scheme": "issn", "value": "0378-5955"}',
    ),
    _rule(
        "NZ242",
        "warning",
        "an unknown language or country",
        explanation="""The tag has the right form, but the registry of language subtags (BCP 47)
        does not list the language or country in it.""",
        wrong='{"language": "qx"}',
        right='{"language": "qu"}',
    ),
    _rule(
        "NZ243",
        "warning",
        "rights that contradict each other",
        explanation="""A Creative Commons licence or the statement InC-EDU is given by the holder of
        the rights, while an exception in law is needed where the holder has given none. A page that
        rests on fair use takes the statement InC and its statute.""",
        wrong='uri ".../vocab/InC-EDU/1.0/" with a legal basis of kind "exception"',
        right='uri ".../vocab/InC/1.0/" with a legal basis of kind "exception"',
    ),
    _rule(
        "NZ244",
        "info",
        "name and printed name differ altogether",
        explanation="""The name as cited and the name as printed have no word in common, and neither
        is an abbreviation of the other. That may be right; it may also be a value in the wrong
        place.""",
        wrong='{"name": "Reuters", "literal": "Itar Tass"}',
        right='{"name": "Itar-Tass", "literal": "Itar Tass"}',
    ),
    _rule(
        "NZ301",
        "error",
        "an id used twice",
        explanation="""Two records of a collection have the same id. A relation to it means either,
        and a program that keeps records by their id keeps one of the two. Give one another id.""",
        wrong='[{"id": "example.org:1"}, {"id": "example.org:1"}]',
        right='[{"id": "example.org:1"}, {"id": "example.org:2"}]',
    ),
    _rule(
        "NZ302",
        "warning",
        "a relation to a record that is not there",
        explanation="""The target of a relation has the form of an id, but no record of the
        collection has that id. It may be misspelt, or its record may be kept elsewhere. Addresses,
        and identifiers such as doi: and urn:, are not looked for.""",
        wrong='{"relations": [{"type": "is_part_of", "target": "example.org:seris"}]}',
        right='{"relations": [{"type": "is_part_of", "target": "example.org:series"}]}',
    ),
    _rule(
        "NZ303",
        "info",
        "a relation that is stated at one end only",
        explanation="""A record states a relation to another, and the other does not state the
        inverse: is_part_of and has_part, cites and is_cited_by. Whoever reads only the other record
        does not learn of it. That may be intended.""",
        wrong='[{"id": "a", "relations": [{"type": "has_part", "target": "b"}]}, {"id": "b"}]',
        right="""[{"id": "a", "relations": [{"type": "has_part", "target": "b"}]},
        {"id": "b", "relations": [{"type": "is_part_of", "target": "a"}]}]""",
    ),
    _rule(
        "NZ304",
        "error",
        "a record that is part of itself",
        explanation="""Relations of type is_part_of, or is_version_of, lead in a circle from a
        record back to itself. Nothing is a part or a version of itself; one of the relations is
        wrong.""",
        wrong="""[{"id": "a", "relations": [{"type": "is_part_of", "target": "b"}]},
        {"id": "b", "relations": [{"type": "is_part_of", "target": "a"}]}]""",
        right="""[{"id": "a", "relations": [{"type": "is_part_of", "target": "b"}]},
        {"id": "b", "relations": [{"type": "has_part", "target": "a"}]}]""",
    ),
    _rule(
        "NZ305",
        "warning",
        "a translation in the language of its source",
        explanation="""A record is a translation of another, and both state the same language. One
        of the two languages, or the relation, is wrong.""",
        wrong="""[{"id": "a", "language": "es"}, {"id": "b", "language": "es",
        "relations": [{"type": "is_translation_of", "target": "a"}]}]""",
        right="""[{"id": "a", "language": "es"}, {"id": "b", "language": "en",
        "relations": [{"type": "is_translation_of", "target": "a"}]}]""",
    ),
    _rule(
        "NZ401",
        "error",
        "an entry that cannot be read",
        explanation="""An entry of a file of citations breaks the rules of its format, such as a
        brace that is never closed. Every other entry is read; mend this one at the line named.""",
        wrong="@book{law, title = {A law",
        right="@book{law, title = {A law}}",
    ),
    _rule(
        "NZ402",
        "warning",
        "a value that cannot be read",
        explanation="""A value of an entry is not one that its field may hold, such as a day that no
        calendar has. It is left out, since a guess would be worse; the rest of the entry is
        read.""",
        wrong="date = {2017-02-31}",
        right="date = {2017-02-28}",
    ),
    _rule(
        "NZ403",
        "warning",
        "a field without a place",
        explanation="""An entry has a field that nothing here has a place for. It is left out and
        named, so that nothing is lost silently.""",
        wrong="file = {papers/law.pdf}",
        right="note = {papers/law.pdf}",
    ),
    _rule(
        "NZ404",
        "warning",
        "one key, two entries",
        explanation="""Two entries of a file have the same key or id, so that a citation of that key
        may mean either. Both are read; give one of them another key.""",
        wrong="@book{law, title = {A}} @book{law, title = {B}}",
        right="@book{law, title = {A}} @book{lawb, title = {B}}",
    ),
    _rule(
        "NZ501",
        "error",
        "not a JSON Schema",
        explanation="""The file is not a schema in JSON Schema, draft 2020-12: a keyword has a value
        that it cannot have, or the file names another dialect. The rest of the message is that of
        the metaschema.""",
        wrong='{"type": "text"}',
        right='{"type": "string"}',
    ),
    _rule(
        "NZ502",
        "error",
        "a reference that leads nowhere",
        explanation="""A schema refers to something that is neither in it nor shipped with this
        program. Nothing is ever fetched; put the part into the schema itself, below $defs.""",
        wrong='{"$ref": "https://example.org/base.schema.json"}',
        right='{"$ref": "#/$defs/base", "$defs": {"base": {...}}}',
    ),
    *(
        _rule(
            each.code,
            each.severity,
            each.title,
            explanation=each.explanation,
            wrong=each.wrong,
            right=each.right,
        )
        for each in PAGE_RULES
    ),
)

CODES = {rule.code: rule for rule in _RULES}
"""Every rule by its code."""
