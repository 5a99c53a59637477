"""
A fuzz target: bytes as a page and as files of citations, led by the code that they reach.

    python benchmarks/fuzz_citations.py -max_total_time=1200 [CORPUS]

Needs the extra ``fuzz`` (atheris). The options are libFuzzer's. The first byte says what the rest
is. Of any bytes must hold: what is read can be cited in every style and written in every format, a
page's record is valid, CSL-JSON loses nothing, and what can not be read is refused on purpose.
"""

import sys
from pathlib import Path

import atheris
from attrs import evolve

with atheris.instrument_imports(include=["nizkorcite"]):
    import nizkorcite as nz
    from nizkorcite import citing
    from nizkorcite.formats.registry import READABLE, read_references

    # What is loaded when it is used would go unwatched.
    for style in (*citing.STYLES, *citing.FORMATS):
        nz.advice(nz.read(b"<title>A</title><p>Text").document, style)
    for name in READABLE:
        read_references("", name)

FORMATS = ("bibtex", "csl-json", "ris")
ROOT = Path(__file__).parents[1]


def check(data: bytes) -> None:
    """What must hold of any bytes."""
    kind, rest = data[:1], data[1:]
    if kind == b"p":
        _check_page(rest)
    else:
        _check_file(rest.decode("utf-8", "replace"), FORMATS[(kind or b"0")[0] % len(FORMATS)])


def _check_page(data: bytes) -> None:
    try:
        document = nz.read(data).document
    except nz.NizkorciteError:
        return
    record = nz.to_record(document)
    assert not [each for each in nz.iter_findings(record) if each.severity == "error"]
    assert document == nz.from_record(record)
    _check_cited([document])


def _check_file(text: str, format_name: str) -> None:
    assert format_name in READABLE
    read = read_references(text, format_name)
    for finding in read.findings:
        assert 1 <= (finding.line or 1) <= text.count("\n") + text.count("\r") + 1, finding
    _check_cited(list(read.references))


def _check_cited(items: list[nz.Document] | list[nz.Reference]) -> None:
    for style in (*citing.STYLES, *citing.FORMATS) if items else ():
        text = nz.bibliography(items, style)
        assert text
        if style in FORMATS:
            back = read_references(text, style).references
            assert len(set(items)) <= len(back) <= len(items), style
            if style == "csl-json" and "</" not in text:  # markup of titles, to CSL
                assert list(map(_told, items)) == list(map(_told, back))


def _told(item: nz.Document | nz.Reference) -> str:
    """What an item tells; one that has no key is cited by its id, and two spaces are one."""
    reference = item if isinstance(item, nz.Reference) else nz.refer(item)
    keyed = evolve(reference, citation_key=reference.citation_key or reference.id)
    return " ".join(repr(keyed).split())


def main() -> None:
    """Start from the pages and the files of the tests."""
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
