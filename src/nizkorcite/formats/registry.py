"""
Formats of programs: one table of their names, writers and parsers.

A new format is one module and one line of the table. Other packages offer a `Format` as an entry
point of the group ``nizkorcite.formats``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from nizkorcite.errors import InputError, UnknownNameError
from nizkorcite.messages import Language, Message
from nizkorcite.reference import Reference

if TYPE_CHECKING:  # only files of citations are parsed
    from nizkorcite.formats.citation_file import CitationFile, Remarks


@frozen
class Format:
    """
    A format that programs exchange; its modules are imported when they are used.

    Attributes:
        name: The name of the format, as ``--style``, ``--to`` and ``--from`` take it.
        writer: ``module:function`` that turns references into the text of a file, which ends with a
            line break. An ``advice(reference)`` of the same module returns notes for the user; a
            ``write_pieces(references)`` yields the text of ``write_all``. ``None`` for a format
            that is read only.
        parser: ``module:function`` that turns the text of a file, and the language of the findings,
            into a `CitationFile`. A ``read_pieces(open_pieces, remarks)`` of the same module yields
            the references of a long file without holding all of it.
        dialect_of: The format of which this one is a variant for a certain program or style.
        is_binary: Whether the parser takes bytes instead of text.
    """

    name: str
    writer: str | None
    parser: str | None = None
    dialect_of: str | None = None
    is_binary: bool = False

    def write_all(self, references: Sequence[Reference]) -> str:
        """
        Write references as the text of one file.

        Raises:
            UnknownNameError: The format has no writer.
        """
        if self.writer is None:
            raise UnknownNameError("format that can be written", self.name, tuple(FORMATS))
        text: str = _function(self.writer)(references)
        return text

    def write_pieces(self, references: Sequence[Reference]) -> "Iterator[str]":
        """
        Yield the text of `write_all` in pieces; that of most formats is one piece.

        Raises:
            UnknownNameError: The format has no writer.
        """
        module, _, name = (self.writer or "").partition(":")
        if name == "write_all" and hasattr(import_module(module, _HERE), "write_pieces"):
            yield from _function(f"{module}:write_pieces")(references)
        else:
            yield self.write_all(references)

    def read_all(self, text: str | bytes, lang: Language = "en") -> "CitationFile":
        """
        Read the references of a file: its text, or its bytes if the format is binary.

        Args:
            text: The whole file.
            lang: Language of the findings.

        Raises:
            UnknownNameError: The format has no parser.
        """
        if self.parser is None:
            raise UnknownNameError("format that can be read", self.name, READABLE)
        found: CitationFile = _function(self.parser)(text, lang)
        return found

    def read_pieces(
        self, open_pieces: "Callable[[], Iterable[str]]", remarks: "Remarks"
    ) -> "Iterator[Reference] | None":
        """
        Yield the references of a file, holding few of its entries at a time.

        Args:
            open_pieces: Function that returns the text from its beginning, in pieces of any length;
                called twice, since a file of which a part cannot be read has no references.
            remarks: Gets the findings, complete when the last reference was yielded.

        Returns:
            ``None`` if the format or this file can only be read whole.
        """
        if self.parser is None:
            return None
        module = import_module(self.parser.partition(":")[0], _HERE)
        if not hasattr(module, "read_pieces"):
            return None
        found: Iterator[Reference] | None = module.read_pieces(open_pieces, remarks)
        return found

    def advice(self, reference: Reference) -> tuple[Message | str, ...]:
        """Return notes for the user on values that the format cannot express."""
        if self.writer is None:
            return ()
        module = import_module(self.writer.partition(":")[0], _HERE)
        if hasattr(module, "advice"):
            return tuple(module.advice(reference))
        format_of_dialect = FORMATS.get(self.dialect_of or "")
        return format_of_dialect.advice(reference) if format_of_dialect else ()


@cache
def _function(path: str) -> Callable[..., Any]:
    module, _, name = path.partition(":")
    function: Callable[..., Any] = getattr(import_module(module, _HERE), name)
    return function


_HERE = "nizkorcite.formats"  # names that begin with a dot are relative to this package
_BIBTEX = ".bibtex.parser:read_all"
_CSL = ".csl_json.parser:read_all"
_RIS = ".ris.parser:read_all"
_TABLE = (
    Format("biblatex", ".bibtex.biblatex:write_all", _BIBTEX),
    Format("biblatex-apa", ".bibtex.biblatex_apa:write_all", _BIBTEX, "biblatex"),
    Format("biblatex-related", ".bibtex.biblatex_related:write_all", _BIBTEX, "biblatex"),
    Format("bibtex", ".bibtex.bibtex:write_all", _BIBTEX),
    Format("coins", ".coins:write_all"),
    Format("csl-json", ".csl_json.writer:write_all", _CSL),
    Format("csl-json-zotero", ".csl_json.zotero:write_all", _CSL, "csl-json"),
    Format("csl-yaml", ".csl_yaml:write_all", ".csl_yaml:read_all"),
    Format("csv", ".table.records:write_all", ".table.records:read_all"),
    Format("dublin-core", ".dublin_core:write_all"),
    Format("dublin-core-meta", ".dublin_core_meta:write_all", dialect_of="dublin-core"),
    Format("hayagriva", ".hayagriva:write_all"),
    Format("json-ld", ".schema_org:write_all"),
    Format("mods", ".mods:write_all"),
    Format("ris", ".ris.writer:write_all", _RIS),
    Format("ris-zotero", ".ris.writer:write_zotero", _RIS, "ris"),
    Format("wikipedia", ".wikipedia:write_all"),
    Format("wikipedia-es", ".wikipedia:write_spanish", dialect_of="wikipedia"),
)
_READ_ONLY = (
    Format("endnote-xml", None, ".endnote.xml:read_all"),
    Format("enw", None, ".endnote.tagged:read_all"),
    Format("nbib", None, ".nbib:read_all"),
    # `convert` writes it: a citation in a text cannot be binary.
    Format("xlsx", None, ".table.workbook:read_all", is_binary=True),
)
FORMATS: Final[Mapping[str, Format]] = {each.name: each for each in _TABLE}
"""The formats built in that can be written, by name."""
_PARSED = {each.name: each for each in (*_TABLE, *_READ_ONLY) if each.parser}
READABLE: Final = tuple(sorted(_PARSED))
"""The names of the formats that can be read."""


def find_format(name: str) -> Format | None:
    """Find a format by name, built in or of an installed package."""
    return FORMATS.get(name) or plug_in("nizkorcite.formats", name)


def find_read_format(name: str) -> Format | None:
    """Find a format as `find_format` does, also one that is only read."""
    return _PARSED.get(name) or find_format(name)


def plug_in(group: str, name: str) -> Any | None:  # noqa: ANN401 - plug-ins are of any type
    """Load an entry point of installed packages; ``None`` if none has that name."""
    from importlib.metadata import entry_points  # slow, and built-in names do without

    return next((entry.load() for entry in entry_points(group=group, name=name)), None)


def read_references(
    source: str | bytes | PathLike[str],
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    encoding: str | None = None,
    lang: Language = "en",
) -> "CitationFile":
    r"""
    Read the references of a citation file.

    Args:
        source: The text of a file, its bytes, or its path.
        format: The name of a format that can be read (``bibtex``, ``csl-yaml``, ``ris`` ...); by
            default, that of the file by its name and first bytes.
        encoding: The encoding of the bytes; by default that of a byte order mark, else UTF-8, else
            the one that the file states (``% Encoding: Cp1252``).
        lang: Language of the findings.

    Raises:
        UnknownNameError: No format that can be read, or no encoding, has that name.
        InputError: The bytes are not in that encoding, the format of a text is missing, or the
            file is no citation file.
        OSError: The file cannot be read.

    >>> read_references("TY  - BOOK\nTI  - Law\nER  - \n", "ris").references[0].title
    'Law'
    """
    if not isinstance(source, str | bytes):
        from nizkorcite.files.opening import open_input  # few read a file here

        with open_input(source) as file:
            kind = format or _citation_kind(file.name, file.head)
            return read_references(file.read(), kind, encoding=encoding, lang=lang)
    known = find_read_format(format or "")
    if known is None and format is None:
        raise InputError(
            Message(
                "a text or bytes need the format, such as bibtex; give a file as a pathlib.Path"
            )
        )
    if known is None:
        raise UnknownNameError("format that can be read", format or "", READABLE)
    if known.is_binary and isinstance(source, str):
        raise InputError(Message("{format} is read from bytes or a path", format=known.name))
    if isinstance(source, bytes) and not known.is_binary:
        from nizkorcite.formats.encodings import decoded_text  # only files of citations are read

        source = decoded_text(source, encoding)
    return known.read_all(source, lang)


def _citation_kind(name: str, head: bytes) -> str:
    from nizkorcite.files.kinds import kind_of  # few read a file here

    kind = kind_of(name, head)
    if kind in ("page", "text", "record"):
        raise InputError(
            Message(
                "is not a citation file; nizkorcite.read reads pages, and "
                "nizkorcite.iter_documents records"
            )
        )
    return kind
