"""Depth: what nests has a bound with a finding or a line, and never Python's own limit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from test_cli import here  # noqa: F401 - each test works in a folder of its own
from test_one_door import LINE, run

LEVELS = (10, 1000, 100_000)
STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T'
    "</title><id>http://example.org/t</id><updated>2020-01-01T00:00:00+00:00</updated></info>"
    '{macros}<citation><layout><text variable="title"/></layout></citation><bibliography><layout>'
    "{body}</layout></bibliography></style>"
)
Text = Callable[[int], str]


def style(body: str = "", macros: str = "") -> str:
    """A style with elements in its reference list, and macros."""
    return STYLE.format(body=body, macros=macros)


def macro(name: str, *calls: str) -> str:
    """A macro of a style that calls others."""
    called = "".join(f'<text macro="{each}"/>' for each in calls)
    return f'<macro name="{name}">{called}<text variable="title"/></macro>'


# The words of each command, in which FILE is the file, its ending, and its text with n levels.
DOORS: dict[str, tuple[str, str, Text]] = {
    "record": ("validate FILE", "json", lambda n: f'{LINE[:-1]}, "x_a": {"[" * n}1{"]" * n}}}'),
    "record to cite": ("cite FILE", "json", lambda n: LINE[:-1] + ', "x_a": ' + '{"a": ' * n + "1" + "}" * (n + 1)),
    "lines": ("cite FILE", "jsonl", lambda n: "[" * n + "]" * n + "\n" + LINE),
    "list": ("validate FILE", "json", lambda n: "[" * n + "]" * n),
    "YAML": ("validate FILE", "yaml", lambda n: "id: " + "[" * n + "]" * n),
    "YAML anchors": ("cite FILE", "yaml", lambda n: "".join(
        f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(min(n, 2000)))),
    "YAML circle": ("cite FILE", "yaml", lambda _: "a: &a [*a]"),
    "schema": ("schema check FILE", "json", lambda n: '{"not": ' * n + "{}" + "}" * n),
    "settings": ("validate --settings FILE record.json", "toml", lambda n: "a = " + "[" * n + "]" * n),
    "settings, tables": ("validate --settings FILE record.json", "toml", lambda n: f"[{'.'.join(['a'] * n)}]"),
    "settings, in line": ("validate --settings FILE record.json", "toml", lambda n: "a = " + "{a = " * n + "1" + "}" * n),
    "CSL-JSON": ("cite --from csl-json FILE", "json", lambda n: '[{"id": "a", "x": ' + "[" * n + "]" * n + "}]"),
    "CSL-YAML": ("cite --from csl-yaml FILE", "yaml", lambda n: "references:\n- title: " + "[" * n + "]" * n),
    "table": ("set record.json --from FILE", "csv", lambda n: f"id,/x_a{'/0' * n}\nexample:1,B\n"),
    "fields of BibTeX": ("cite FILE", "bib", lambda n: f"@misc{{a, title = {{{'{' * n}T{'}' * n}}}}}"),
    "strings of BibTeX": ("cite FILE", "bib", lambda n: '@string{s0 = "a"}' + "".join(
        f"@string{{s{i + 1} = s{i} # s{i}}}\n" for i in range(min(n, 60))) + "@misc{a, title = s10}"),
    "chain of BibTeX": ("cite FILE", "bib", lambda n: "".join(
        f"@misc{{k{i}, title = {{T}}, crossref = {{k{i + 1}}}}}\n" for i in range(min(n, 5000)))),
    "site": ("sites check FILE", "toml", lambda n: "a = " + "[" * n + "]" * n),
    "site to read with": ("read --site FILE page.html", "toml", lambda n: "a" + ".a" * n + " = 1"),
    "style": ("cite --style FILE record.json", "csl", lambda n: style("<group>" * n + "</group>" * n)),
    "macros": ("cite --style FILE record.json", "csl", lambda n: style('<text macro="m0"/>', "".join(
        macro(f"m{i}", f"m{i + 1}") for i in range(min(n, 20_000))))),
    "macros that double": ("cite --style FILE record.json", "csl", lambda n: style('<text macro="m0"/>', "".join(
        macro(f"m{i}", *[f"m{i + 1}"] * 2) for i in range(min(n, 40))))),
    "macro of itself": ("cite --style FILE record.json", "csl", lambda _: style('<text macro="m"/>', macro("m", "m"))),
    "page": ("read FILE", "html", lambda n: "<p>A page.<div><span><ul><li><table><b>" * min(n, 20_000)),
    "frames": ("read FILE", "html", lambda n: "<p>A page." + "<iframe srcdoc='" * n),
    "JSON-LD": ("read FILE", "html", lambda n: '<p>A page.<script type="application/ld+json">'
                + '{"isPartOf": ' * n + "1" + "}" * n + "</script>"),
    "mail": ("read FILE", "eml", lambda n: "From: a@example.org\nSubject: T\nMIME-Version: 1.0\n" + "".join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(n)) + "\n\nText\n"),
}  # fmt: skip


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("door", DOORS)
def test_a_file_of_any_depth_has_an_answer(door: str, levels: int) -> None:
    """Exit codes 0 to 3, and nothing of the program's own faults."""
    words, ending, text = DOORS[door]
    Path("record.json").write_text(LINE, "utf-8")
    Path("page.html").write_text("<p>A page.", "utf-8")
    Path(f"deep.{ending}").write_text(text(levels), "utf-8")
    ran = run(*words.replace("FILE", f"deep.{ending}").split())
    refusal = getattr(ran.exception, "exit_code", None)

    # 4: citeproc-py, where there is no pandoc, cannot print every style.
    allowed = {0, 1, 2, 3, 4} if ending == "csl" else {0, 1, 2, 3}
    assert (ran.return_value if refusal is None else refusal) in allowed, ran.exception
    assert "ecursion" not in ran.output + str(ran.exception)


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize(
    "option", [lambda n: f"/x_a:={'[' * n}", lambda n: f"/x_a:={'[' * n}{']' * n}", lambda n: "/0" * n + "=1"],
    ids=["open", "closed", "pointer"],
)  # fmt: skip
@pytest.mark.parametrize("words", ["cite record.json --set", "set record.json"])
def test_a_correction_of_any_depth_has_an_answer(words: str, option: Text, levels: int) -> None:
    """A value written as JSON is read within the bounds of a record."""
    Path("record.json").write_text(LINE, "utf-8")
    ran = run(*words.split(), option(levels))
    refusal = getattr(ran.exception, "exit_code", None)

    assert (ran.return_value if refusal is None else refusal) in {1, 2}, ran.exception
