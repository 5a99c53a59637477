"""
How many facts of pages are read right, missing or wrong, beside other programs in one run.

    python benchmarks/quality.py [FOLDER]

FOLDER has pages and their gold facts in ``expected.json``; by default, the pages of the tests. The
peers are those of trafilatura, htmldate and newspaper4k that are installed.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from page_quality import PAGES, Facts, read_facts, scores, table


def _trafilatura() -> Callable[[Path], Facts]:
    from trafilatura import extract_metadata

    def read(path: Path) -> Facts:
        found = extract_metadata(path.read_text("utf-8", "replace"))
        authors = [each.strip() for each in (found.author or "").split(";") if each.strip()]
        return {
            "title": found.title,
            "authors": authors,
            "publisher": found.sitename,
            "date": found.date,
            "url": found.url,
        }

    return read


def _htmldate() -> Callable[[Path], Facts]:
    from htmldate import find_date

    return lambda path: {"date": find_date(path.read_text("utf-8", "replace"))}


def _newspaper() -> Callable[[Path], Facts]:
    from newspaper import Article

    def read(path: Path) -> Facts:
        article = Article("https://example.org/")
        article.download(input_html=path.read_text("utf-8", "replace"))
        article.parse()
        day = str(article.publish_date)[:10] if article.publish_date else None
        return {"title": article.title, "authors": article.authors, "date": day}

    return read


def contenders() -> Iterator[tuple[str, Callable[[Path], Facts]]]:
    """Yield the programs that are installed, with what each reads of a page."""
    yield "nizkorcite", read_facts
    for name, load in {
        "trafilatura": _trafilatura,
        "htmldate": _htmldate,
        "newspaper4k": _newspaper,
    }.items():
        try:
            yield name, load()
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)


def main() -> None:
    """Print a table: of each program and fact, the counts of the three verdicts."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else PAGES
    print(f"{'program':<12} {'fact':<26} {'right':>6} {'missing':>8} {'wrong':>6}")
    for name, read in contenders():
        for fact, counts in table(scores(folder, read)).items():
            figures = f"{counts['right']:>6} {counts['missing']:>8} {counts['wrong']:>6}"
            print(f"{name:<12} {fact:<26} {figures}")


if __name__ == "__main__":
    main()
