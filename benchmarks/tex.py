"""
Whether hostile entries compile without a TeX error: BibTeX with bibtex, BibLaTeX with biber.

    python benchmarks/tex.py [ENTRIES]

Needs bibtex or biber, pdflatex and lualatex on PATH (Debian: texlive-latex-extra, texlive-luatex,
texlive-bibtex-extra, biber). Scripts that the fonts do not hold are printed as nothing; that is a
warning of TeX, and no error.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile import one_line_texts
from nizkorcite import Reference, organisation
from nizkorcite.formats.bibtex import biblatex, bibtex

PAGE = {
    "bibtex": "\\documentclass{article}\n%s\\begin{document}\\nocite{*}\n"
    "\\bibliographystyle{plain}\\bibliography{list}\\end{document}\n",
    "biber": "\\documentclass{article}\n%s\\usepackage{biblatex}\\addbibresource{list.bib}\n"
    "\\begin{document}\\nocite{*}\\printbibliography\\end{document}\n",
}
FORMATS = {"bibtex": bibtex, "biber": biblatex}
PREAMBLE = {"pdflatex": "\\usepackage[T1]{fontenc}\n", "lualatex": "\\usepackage{fontspec}\n"}
BEYOND_LATIN = "\u0180"
ERROR = re.compile(r"^! ", re.MULTILINE)


def references(count: int, *, latin: bool) -> list[Reference]:
    """Entries whose title, author and publisher are hostile; for pdflatex of Latin letters."""
    texts = (text for text in one_line_texts(5) if not latin or max(text) < BEYOND_LATIN)
    return [
        Reference(
            id=f"item{number}",
            type="book",
            title=next(texts),
            author=(organisation(next(texts)),),
            publisher=(organisation(next(texts)),),
        )
        for number in range(count)
    ]


def errors(engine: str, processor: str, count: int) -> tuple[int, int]:
    """The exit code of the processor, and how many errors the last run of the engine reports."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        entries = references(count, latin=engine == "pdflatex")
        (here / "list.bib").write_text(FORMATS[processor].write_all(entries), encoding="utf-8")
        (here / "page.tex").write_text(PAGE[processor] % PREAMBLE[engine], encoding="utf-8")
        compile_page = [engine, "-interaction=nonstopmode", "page.tex"]
        ran(compile_page, here)
        code = ran([processor, "page"], here)
        ran(compile_page, here)
        log = (here / "page.log").read_text(encoding="utf-8", errors="replace")
    for line in re.findall(r"^! .*(?:\n.*){0,6}", log, re.MULTILINE)[:3]:
        print(line, file=sys.stderr)
    return code, len(ERROR.findall(log))


def ran(command: list[str], folder: Path) -> int:
    """The exit code of a program."""
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def main() -> None:
    """Print a table."""
    count = int(sys.argv[1]) if sys.argv[1:] else 200
    print(
        "| entries | TeX | read by | its exit code | TeX errors |\n| --- | --- | --- | --- | --- |"
    )
    for engine in PREAMBLE:
        for processor in FORMATS:
            code, found = errors(engine, processor, count)
            print(f"| {count} | {engine} | {processor} | {code} | {found} |")


if __name__ == "__main__":
    main()
