"""Citation files (BibTeX, RIS, CSL-JSON) as inputs."""

from attrs import evolve

from nizkorcite.errors import InputError
from nizkorcite.formats.imported import Imported
from nizkorcite.formats.registry import read_references
from nizkorcite.loading.inputs import Input
from nizkorcite.messages import Message


def read_citation_file(each: Input, format: str) -> Imported:  # noqa: A002 - the word for it
    """
    Read the entries of a citation file; findings name the file.

    Raises:
        InputError: The file is not in UTF-8.
        UnknownNameError: The format is not supported.
    """
    found = read_references(_text(each), format)
    findings = tuple(evolve(finding, file=each.name) for finding in found.findings)
    return evolve(found, findings=findings)


def _text(each: Input) -> str:
    try:
        return each.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = each.data.count(b"\n", 0, error.start) + 1
        problem = Message("line {line} is not in UTF-8; save the file in UTF-8", line=line)
        raise InputError(problem) from error
