"""Tables of records (CSV, XLSX): a row of a known id is an edit, any other a new document."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from nizkorcite.archive.editing import RecordEdit
from nizkorcite.archive.merging import Addition
from nizkorcite.archive.reading import without_paths
from nizkorcite.files.kinds import HEAD, is_workbook
from nizkorcite.formats.citation_file import CitationFinding
from nizkorcite.formats.registry import read_references
from nizkorcite.loading.correction_table import AskedCorrections, corrections_of_table
from nizkorcite.loading.inputs import read_input
from nizkorcite.messages import Message
from nizkorcite.reference.to_document import as_document

_PACKED: Final = (b"PK\x03\x04", b"\x1f\x8b")  # ZIP, as WACZ files are, and gzip


@frozen(kw_only=True)
class TableRows:
    """
    The rows of a table.

    Attributes:
        edits: Rows of documents that the archive has; an empty cell changes nothing.
        additions: Rows of other documents.
        problems: Rows that are neither.
    """

    edits: Sequence[RecordEdit]
    additions: Sequence[Addition]
    problems: Sequence[Message]


def is_table(path: str) -> bool:
    """
    Check whether a file can be a table: a workbook, or a text.

    Raises:
        OSError: The file cannot be read.
    """
    with open(path, "rb") as file:
        head = file.read(HEAD)
    return is_workbook(path, head) or not head.startswith(_PACKED)


def read_rows(path: str, is_known: Callable[[str], bool]) -> TableRows:
    """
    Read a table with a column "id".

    Args:
        path: The file.
        is_known: Checks whether the archive has, or had, a document of an id.

    Raises:
        OSError: The file cannot be read.
        InputError: The file is no table, has no column of ids, or a column of no field.
    """
    asked = corrections_of_table(path)
    problems = [*asked.problems, *_repeated(asked)]
    first = {each.record or "": each for each in reversed(asked.corrections)}
    edits = [
        RecordEdit(id=id_, changes=each.changes, place=each.place)
        for id_, each in reversed(first.items())
        if is_known(id_)
    ]
    if len(edits) == len(first):
        return TableRows(edits=edits, additions=(), problems=problems)
    file = read_input(path)
    found = read_references(file.data, "xlsx" if is_workbook(file.name, file.head) else "csv")
    documents = {each.id: as_document(each) for each in reversed(found.references)}
    faults = (each for each in found.findings if each.severity == "error")
    return TableRows(
        edits=edits,
        additions=[
            Addition.of(without_paths(each))
            for each in reversed(documents.values())
            if not is_known(each.id)
        ],
        problems=[*problems, *(_fault(path, each) for each in faults if not is_known(each.item))],
    )


def _fault(path: str, finding: CitationFinding) -> Message:
    place = f"{path}:{finding.line}"
    return Message("{name}: {problem}", name=place, problem=finding.message)


def _repeated(asked: AskedCorrections) -> Iterator[Message]:
    """Report rows that have the id of a row before."""
    places: dict[str | None, str] = {}
    for each in asked.corrections:
        if places.setdefault(each.record, each.place) != each.place:
            yield Message(
                "{name}: {problem}",
                name=each.place,
                problem=Message("{other} has the same id", other=places[each.record]),
            )
