"""
The record as frozen values: a document, its layers and captures.

Every class mirrors one object of ``schemas/document/1.0/document.schema.json``: attributes have the
record's names, in the schema's order, and the same values are refused. Absent means unknown: an
attribute is ``None`` or an empty tuple where the page states nothing, never a guess.

>>> Document(id="example:1", type="news_article", title="A title", language="en",
...          original=Original(attribution="stated", publishers=[organisation("Itar Tass")],
...                            date=PartialDate("2017-02-27"))).original.publishers[0].name
'Itar Tass'
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import get_args

import attrs
from attrs import Attribute, frozen

from nizkorcite.dates import Instant, PartialDate
from nizkorcite.display import html_table, stated_repr
from nizkorcite.messages import Message
from nizkorcite.record.consistency import backward_span, contradictions
from nizkorcite.record.constraints import (
    CHARSET,
    COUNTRY,
    FIELD_POINTER,
    ID,
    JURISDICTION,
    LANGUAGE,
    MEDIA_TYPE,
    RELATIVE_PATH,
    RULE_NAME,
    SCHEMA_VERSION,
    SHA256,
    URL,
    WARC_RECORD_ID,
    CharsetSource,
    as_tuple,
    check_extension,
    instance,
    model_error,
    multi_line,
    one_of,
    optional,
    single_line,
    tuple_of,
    unique_tuple,
    whole_number,
)
from nizkorcite.record.identifiers import invalid_identifier
from nizkorcite.record.json_types import path_of
from nizkorcite.record.vocabulary import (
    AgentKind,
    AgentRole,
    Attribution,
    DocumentType,
    EvidenceMethod,
    IdentifierScheme,
    LegalBasisKind,
    Modifications,
    RelationType,
    TitleKind,
)

SCHEMA_VERSION_WRITTEN = "1.0"


ExtensionValue = str | int | bool | tuple[str, ...]


# A converter for each kind of list: type checkers cannot infer a generic one, and callers may pass
# any iterable.
def _agents(items: "Iterable[Agent]") -> "tuple[Agent, ...]":
    return as_tuple(items)


def _identifiers(items: "Iterable[Identifier]") -> "tuple[Identifier, ...]":
    return as_tuple(items)


def _titles(items: "Iterable[AlternativeTitle]") -> "tuple[AlternativeTitle, ...]":
    return as_tuple(items)


def _bases(items: "Iterable[LegalBasis]") -> "tuple[LegalBasis, ...]":
    return as_tuple(items)


def _captures(items: "Iterable[Capture]") -> "tuple[Capture, ...]":
    return as_tuple(items)


def _relations(items: "Iterable[Relation]") -> "tuple[Relation, ...]":
    return as_tuple(items)


def _proofs(items: "Iterable[Evidence]") -> "tuple[Evidence, ...]":
    return as_tuple(items)


def _words(items: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(items)


def _pairs(
    extensions: Mapping[str, ExtensionValue] | Iterable[tuple[str, ExtensionValue]],
) -> tuple[tuple[str, ExtensionValue], ...]:
    if extensions == ():
        return ()  # nearly always
    items = extensions.items() if isinstance(extensions, Mapping) else extensions
    pairs = ((name, tuple(value) if isinstance(value, list) else value) for name, value in items)
    return tuple(sorted(pairs, key=lambda pair: str(pair[0])))


def _check_extensions(
    instance: object,
    _attribute: "Attribute[tuple[tuple[str, ExtensionValue], ...]]",
    pairs: tuple[tuple[str, ExtensionValue], ...],
) -> None:
    for name, value in pairs:
        check_extension(instance, name, value)


def _check_access(instance: object, _attribute: "Attribute[object]", value: object) -> None:
    is_day = isinstance(value, PartialDate) and value.day and not value.qualifier
    if not is_day and not isinstance(value, Instant):
        raise model_error(
            instance,
            "/accessed",
            Message("{value} is neither an Instant nor a day", value=repr(value)),
        )


@frozen(kw_only=True, repr=False)
class _Value:
    """An object of the record, with the archive's own members."""

    extensions: tuple[tuple[str, ExtensionValue], ...] = attrs.field(
        default=(), converter=_pairs, validator=_check_extensions
    )

    def __repr__(self) -> str:
        return stated_repr(self)


@frozen(kw_only=True, repr=False)
class Identifier(_Value):
    """
    An identifier in a public or local scheme (schema.org PropertyValue).

    Raises:
        ModelError: The check digit or the form is wrong (ISNI, ORCID, ISBN, ISSN, DOI).

    >>> Identifier(scheme="un_symbol", value="S/RES/2254 (2015)").value
    'S/RES/2254 (2015)'
    """

    scheme: IdentifierScheme = attrs.field(validator=one_of(get_args(IdentifierScheme)))
    value: str = attrs.field(validator=single_line(500))

    def __attrs_post_init__(self) -> None:
        if message := invalid_identifier(self.scheme, self.value):
            raise model_error(self, "/value", message)


@frozen(kw_only=True, repr=False)
class Agent(_Value):
    """
    A person, an organisation, or a name alone (InvenioRDM person_or_org, CSL name).

    Attributes:
        kind: ``person``, ``organisation``, or ``unknown`` where the source gives a name only; that
            name is printed as it stands.
        name: The name as cited.
        literal: The name as the page prints it, where that differs.
        family, given, particles, suffix: Parts of a personal name; each needs ``family``.
        role: The agent's contribution; a creator without a role is an author.

    >>> Agent(kind="person", name="Robert Fisk", family="Fisk", given="Robert").family
    'Fisk'
    """

    kind: AgentKind = attrs.field(validator=one_of(get_args(AgentKind)))
    name: str = attrs.field(validator=single_line(500))
    literal: str | None = attrs.field(default=None, validator=optional(single_line(500)))
    family: str | None = attrs.field(default=None, validator=optional(single_line(200)))
    given: str | None = attrs.field(default=None, validator=optional(single_line(200)))
    particles: str | None = attrs.field(default=None, validator=optional(single_line(50)))
    suffix: str | None = attrs.field(default=None, validator=optional(single_line(50)))
    role: AgentRole | None = attrs.field(
        default=None, validator=optional(one_of(get_args(AgentRole)))
    )
    url: str | None = attrs.field(default=None, validator=optional(URL))
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=_identifiers, validator=tuple_of(Identifier, 100)
    )

    def __attrs_post_init__(self) -> None:
        if self.family is not None:
            return
        for part in ("given", "particles", "suffix"):
            if getattr(self, part) is not None:
                message = Message("{name} requires {other}", name=f'"{part}"', other='"family"')
                raise model_error(self, f"/{part}", message)


@frozen(kw_only=True, repr=False)
class Place(_Value):
    """
    A place as the page names it, never looked up.

    A dateline; CSL original-publisher-place.

    Attributes:
        name: As printed, in the language of the page; may be an organisation (``ONU``).
        country: ISO 3166-1 alpha-2, set by a person.
    """

    name: str = attrs.field(validator=single_line(500))
    country: str | None = attrs.field(default=None, validator=optional(COUNTRY))
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=_identifiers, validator=tuple_of(Identifier, 100)
    )


@frozen(kw_only=True, repr=False)
class AlternativeTitle(_Value):
    """A further title of the document (DataCite titleType)."""

    title: str = attrs.field(validator=single_line(1000))
    language: str | None = attrs.field(default=None, validator=optional(LANGUAGE))
    kind: TitleKind | None = attrs.field(
        default=None, validator=optional(one_of(get_args(TitleKind)))
    )


@frozen(kw_only=True, repr=False)
class LegalBasis(_Value):
    """
    A law or agreement that a republication rests on (PREMIS rightsBasis).

    Attributes:
        citation: The statute, licence or agreement (PREMIS statuteCitation): ``17 U.S.C. § 107``.
        jurisdiction: ISO 3166 code of the country or subdivision whose law it is.
    """

    citation: str = attrs.field(validator=single_line(500))
    jurisdiction: str | None = attrs.field(default=None, validator=optional(JURISDICTION))
    kind: LegalBasisKind | None = attrs.field(
        default=None, validator=optional(one_of(get_args(LegalBasisKind)))
    )


@frozen(kw_only=True, repr=False)
class Rights(_Value):
    """
    A statement of rights (IIIF requiredStatement), and additions by a person.

    Attributes:
        statement: The notice, verbatim.
        uri: A statement of rightsstatements.org or Creative Commons; set by a person only.
        holder: The rights holder.
    """

    statement: str | None = attrs.field(default=None, validator=optional(multi_line(10_000)))
    uri: str | None = attrs.field(default=None, validator=optional(URL))
    holder: Agent | None = attrs.field(default=None, validator=optional(instance(Agent)))
    legal_basis: tuple[LegalBasis, ...] = attrs.field(
        default=(), converter=_bases, validator=tuple_of(LegalBasis, 100)
    )

    def __attrs_post_init__(self) -> None:
        _require_some(self)


@frozen(kw_only=True, repr=False)
class Original(_Value):
    """
    The first publication of the text (schema.org isBasedOn).

    Attributes:
        attribution: ``stated`` where the page names its source, ``unknown`` where it does not,
            ``inferred`` where a person concluded the source from elsewhere.
        publishers: At least one where attribution is ``stated`` (CSL original-publisher).
        source_line: The page's line that names the source, verbatim.

    Raises:
        ModelError: The attribution is ``stated`` and no publisher is given.
    """

    attribution: Attribution = attrs.field(validator=one_of(get_args(Attribution)))
    publishers: tuple[Agent, ...] = attrs.field(
        default=(), converter=_agents, validator=tuple_of(Agent, 100)
    )
    place: Place | None = attrs.field(default=None, validator=optional(instance(Place)))
    date: PartialDate | None = attrs.field(default=None, validator=optional(instance(PartialDate)))
    url: str | None = attrs.field(default=None, validator=optional(URL))
    title: str | None = attrs.field(default=None, validator=optional(single_line(1000)))
    language: str | None = attrs.field(default=None, validator=optional(LANGUAGE))
    container_title: str | None = attrs.field(default=None, validator=optional(single_line(1000)))
    volume: str | None = attrs.field(default=None, validator=optional(single_line(100)))
    issue: str | None = attrs.field(default=None, validator=optional(single_line(100)))
    pages: str | None = attrs.field(default=None, validator=optional(single_line(100)))
    edition: str | None = attrs.field(default=None, validator=optional(single_line(100)))
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=_identifiers, validator=tuple_of(Identifier, 100)
    )
    source_line: str | None = attrs.field(default=None, validator=optional(single_line(2000)))

    def __attrs_post_init__(self) -> None:
        if self.attribution == "stated" and not self.publishers:
            raise model_error(
                self, "/publishers", Message('a "stated" attribution requires a publisher')
            )


@frozen(kw_only=True, repr=False)
class Republication(_Value):
    """
    The republication of the text: the page itself.

    Attributes:
        publishers: At least one (CSL container-title, publisher).
        date: The day of republication (CSL issued).
        url: The page's own address (CSL URL).
        section: The section the archive filed it under (schema.org articleSection).
        statement: The publication note, verbatim.
    """

    publishers: tuple[Agent, ...] = attrs.field(converter=_agents, validator=tuple_of(Agent, 100))
    date: PartialDate | None = attrs.field(default=None, validator=optional(instance(PartialDate)))
    url: str | None = attrs.field(default=None, validator=optional(URL))
    section: str | None = attrs.field(default=None, validator=optional(single_line(500)))
    modifications: Modifications | None = attrs.field(
        default=None, validator=optional(one_of(get_args(Modifications)))
    )
    statement: str | None = attrs.field(default=None, validator=optional(multi_line(10_000)))
    rights: Rights | None = attrs.field(default=None, validator=optional(instance(Rights)))

    def __attrs_post_init__(self) -> None:
        if not self.publishers:
            raise model_error(self, "/publishers", Message("a republication requires a publisher"))


@frozen(kw_only=True, repr=False)
class WarcLocation(_Value):
    """
    The place of a capture in a WARC file (ISO 28500).

    Attributes:
        file: Path of the WARC file, relative to the archive.
        record_id: WARC-Record-ID, without angle brackets.
        offset: First byte of the record (of its gzip member), from 0.
    """

    file: str = attrs.field(validator=RELATIVE_PATH)
    record_id: str | None = attrs.field(default=None, validator=optional(WARC_RECORD_ID))
    offset: int | None = attrs.field(default=None, validator=optional(whole_number(0)))


@frozen(kw_only=True, repr=False)
class Capture(_Value):
    """
    A saved copy of the page (WARC headers, PREMIS fixity).

    Attributes:
        sha256: Digest of the bytes, 64 lower-case hexadecimal digits.
        byte_length: Number of bytes.
        accessed: Time at which the bytes were fetched (WARC-Date), or the day if no more is known.
        charset, charset_from: The encoding of the bytes, and the source of that encoding.
        status: HTTP status code.
        path: Path of the saved bytes, relative to the archive.
        memento: Address of an archived copy (RFC 7089).
        memento_datetime: Time at which the archive captured that copy.
        tool: Program that made the capture.
    """

    sha256: str = attrs.field(validator=SHA256)
    byte_length: int = attrs.field(validator=whole_number(0))
    media_type: str | None = attrs.field(default=None, validator=optional(MEDIA_TYPE))
    url: str | None = attrs.field(default=None, validator=optional(URL))
    accessed: Instant | PartialDate | None = attrs.field(
        default=None, validator=optional(_check_access)
    )
    charset: str | None = attrs.field(default=None, validator=optional(CHARSET))
    charset_from: CharsetSource | None = attrs.field(
        default=None, validator=optional(one_of(get_args(CharsetSource)))
    )
    status: int | None = attrs.field(default=None, validator=optional(whole_number(100, 599)))
    path: str | None = attrs.field(default=None, validator=optional(RELATIVE_PATH))
    warc: WarcLocation | None = attrs.field(
        default=None, validator=optional(instance(WarcLocation))
    )
    memento: str | None = attrs.field(default=None, validator=optional(URL))
    memento_datetime: Instant | None = attrs.field(
        default=None, validator=optional(instance(Instant))
    )
    tool: str | None = attrs.field(default=None, validator=optional(single_line(200)))


@frozen(kw_only=True, repr=False)
class Relation(_Value):
    """
    A tie to another document (DataCite relatedIdentifier, relation types in snake_case).

    Attributes:
        type: The relation of this document to the target.
        target: Id of a record, or any identifier or address.
    """

    type: RelationType = attrs.field(validator=one_of(get_args(RelationType)))
    target: str = attrs.field(validator=single_line(2000))
    title: str | None = attrs.field(default=None, validator=optional(single_line(1000)))
    language: str | None = attrs.field(default=None, validator=optional(LANGUAGE))


@frozen(kw_only=True, repr=False)
class Evidence(_Value):
    """
    The words a value was read from (W3C Web Annotation, selectors).

    Attributes:
        field: JSON Pointer of the value in this document: ``/original/date``.
        method: ``page`` (verbatim), ``markup`` (stated by the page's markup), ``address`` (by its
            address), ``rule`` (worked out by a rule), ``model`` (statistical), ``editor`` (a
            person), ``import`` (another catalogue).
        quote: The words, verbatim.
        line: Line of the visible text, from 1; of the source, if the method is ``markup``.
        start, end: Code points of the visible text, from 0, end exclusive; both or neither.
        rule: Name of the rule that read the value.
        capture: Index of the capture, from 0.
    """

    field: str = attrs.field(validator=FIELD_POINTER)
    method: EvidenceMethod = attrs.field(validator=one_of(get_args(EvidenceMethod)))
    quote: str | None = attrs.field(default=None, validator=optional(multi_line(10_000)))
    line: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    start: int | None = attrs.field(default=None, validator=optional(whole_number(0)))
    end: int | None = attrs.field(default=None, validator=optional(whole_number(0)))
    rule: str | None = attrs.field(default=None, validator=optional(RULE_NAME))
    capture: int | None = attrs.field(default=None, validator=optional(whole_number(0)))

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise model_error(self, "", Message('"start" and "end" require each other'))
        if self.start is None or self.end is None:
            return
        if message := backward_span(self.start, self.end):
            raise model_error(self, "/end", message)


@frozen(kw_only=True, repr=False)
class TextDigest(_Value):
    """
    The visible text that evidence spans count in.

    Attributes:
        sha256: Digest of the text in UTF-8.
        characters: Its length in code points.
        path: Path of the text, relative to the archive.
    """

    sha256: str = attrs.field(validator=SHA256)
    characters: int = attrs.field(validator=whole_number(0))
    path: str | None = attrs.field(default=None, validator=optional(RELATIVE_PATH))


@frozen(kw_only=True, repr=False)
class Document(_Value):
    """
    An archived document with its layers.

    Attributes:
        id: Lower-case segments joined by ``:``, unique in an archive (dc:identifier).
        type: The kind of work.
        language: BCP 47 tag of the text; ``und`` where the language is unknown.
        creators: Authors and other contributors; empty where none is stated.
        original: First publication.
        republication: The archive's own publication; ``None`` where the page states none.
        captures: The saved bytes.
        evidence: For each value that was read: the words, their place and the rule; `repr` leaves
            the evidence out, since there is much.

    Raises:
        ModelError: A value has a wrong type or form, or two values contradict each other: the
            republication is certainly earlier than the original, a stated date is later than the
            last capture, evidence refers to a missing field or capture, captures with the same
            digest differ in length.
    """

    schema_version: str = attrs.field(default=SCHEMA_VERSION_WRITTEN, validator=SCHEMA_VERSION)
    id: str = attrs.field(validator=ID)
    type: DocumentType = attrs.field(validator=one_of(get_args(DocumentType)))
    title: str | None = attrs.field(default=None, validator=optional(single_line(1000)))
    alternative_titles: tuple[AlternativeTitle, ...] = attrs.field(
        default=(), converter=_titles, validator=tuple_of(AlternativeTitle, 100)
    )
    language: str = attrs.field(validator=LANGUAGE)
    description: str | None = attrs.field(default=None, validator=optional(multi_line(10_000)))
    keywords: tuple[str, ...] = attrs.field(
        default=(), converter=_words, validator=unique_tuple(single_line(200), 1000)
    )
    creators: tuple[Agent, ...] = attrs.field(
        default=(), converter=_agents, validator=tuple_of(Agent, 1000)
    )
    original: Original = attrs.field(validator=instance(Original))
    republication: Republication | None = attrs.field(
        default=None, validator=optional(instance(Republication))
    )
    captures: tuple[Capture, ...] = attrs.field(
        default=(), converter=_captures, validator=tuple_of(Capture, 1000)
    )
    relations: tuple[Relation, ...] = attrs.field(
        default=(), converter=_relations, validator=tuple_of(Relation, 10_000)
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=_proofs, validator=tuple_of(Evidence, 10_000), repr=False
    )
    text: TextDigest | None = attrs.field(default=None, validator=optional(instance(TextDigest)))

    def __attrs_post_init__(self) -> None:
        for fault in contradictions(self, self._has):
            raise model_error(self, fault.pointer, fault.message)

    def _has(self, pointer: str) -> bool:
        try:
            value_at(self, pointer)
        except LookupError:
            return False
        return True

    def _repr_html_(self) -> str:
        """Show both layers as a table in a notebook."""
        layers = {"original": self.original, "republication": self.republication}
        rows = [(name, *_shown(layer)) for name, layer in layers.items() if layer]
        return html_table((self.title or self.id, "publishers", "place", "date", "address"), rows)


def _shown(layer: Original | Republication) -> tuple[object, ...]:
    place = layer.place if isinstance(layer, Original) else None
    names = "; ".join(agent.name for agent in layer.publishers)
    return (names, place.name if place else None, layer.date, layer.url)


def organisation(name: str) -> Agent:
    """
    Make an organisation from its name.

    >>> organisation("Equipo Nizkor").kind
    'organisation'
    """
    if not isinstance(name, str):
        return Agent(kind="organisation", name=name)  # raises the error
    return _shared_agent("organisation", name)


def person(
    *,
    family: str,
    given: str | None = None,
    particles: str | None = None,
    suffix: str | None = None,
) -> Agent:
    """
    Make a person from the parts of the name, cited in their order.

    Args:
        family: The family name.
        given: Given names.
        particles: Particles before the family name: ``de la``.
        suffix: A suffix after the family name: ``Jr.``.

    >>> person(family="Cruz", given="Ana", particles="de la").name
    'Ana de la Cruz'
    """
    name = " ".join([part for part in (given, particles, family, suffix) if part])
    return _shared_agent("person", name, family, given or None, particles or None, suffix or None)


# An archive and a list of works name the same few persons and groups over and over.
@lru_cache(1 << 12)
def _shared_agent(  # noqa: PLR0913, PLR0917 - the parts of a name
    kind: AgentKind,
    name: str,
    family: str | None = None,
    given: str | None = None,
    particles: str | None = None,
    suffix: str | None = None,
) -> Agent:
    return Agent(
        kind=kind, name=name, family=family, given=given, particles=particles, suffix=suffix
    )


def value_at(document: Document, pointer: str) -> object:
    """
    Return the value at a JSON Pointer of the record.

    Args:
        document: The document.
        pointer: RFC 6901, as in `Evidence.field`: ``/original/publishers/0/name``.

    Raises:
        LookupError: The document has no value there.
    """
    value: object = document
    for part in path_of(pointer):
        value = _member(value, part)
    return value


def _member(value: object, name: str) -> object:
    if isinstance(value, tuple):
        if not name.isdecimal() or not name.isascii() or str(int(name)) != name:
            raise LookupError(name)
        return value[int(name)]
    if not isinstance(value, _Value):
        raise LookupError(name)  # noqa: TRY004 - a text or number has no members
    kind: type = type(value)
    is_own = name in _own_members(kind)
    found = getattr(value, name) if is_own else dict(value.extensions).get(name)
    if found is None or found == ():
        raise LookupError(name)
    return found


@cache
def _own_members(kind: type) -> frozenset[str]:
    return frozenset(each.name for each in attrs.fields(kind)) - {"extensions"}


def _require_some(value: _Value) -> None:
    attributes = attrs.fields(type(value))
    if not any(getattr(value, attribute.name) not in (None, ()) for attribute in attributes):
        raise model_error(value, "", Message("at least one field is required"))
