"""Messages in several languages: the code and the tables hold the same set."""

import ast
import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from click.testing import CliRunner

import nizkorcite as nz
from nizkorcite import iter_findings
from nizkorcite.cli import command
from nizkorcite.messages import Message
from nizkorcite.messages.es import TEMPLATES
from nizkorcite.validation.catalogue.codes import CODES

SOURCES = sorted(Path(nz.__file__).parent.rglob("*.py"))


def calls() -> Iterator[ast.Call]:
    """Every place in the code that makes a message."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message":
                yield node


def template(call: ast.Call) -> str:
    """The template of a message, which must be a literal."""
    (argument,) = call.args
    assert isinstance(argument, ast.Constant), ast.unparse(call)
    return str(argument.value)


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_message_of_the_code_has_a_spanish_text_and_no_other_has() -> None:
    """A message that is added, reworded or taken away changes the table with it."""
    assert {template(call) for call in calls()} == set(TEMPLATES)


@pytest.mark.parametrize("english", TEMPLATES)
def test_both_languages_have_the_same_values(english: str) -> None:
    """Nothing that the English words tell is left out in Spanish, and nothing else is asked for."""
    assert placeholders(english) == placeholders(TEMPLATES[english])


@pytest.mark.parametrize("spanish", TEMPLATES.values())
def test_what_a_spanish_sentence_quotes_is_in_angle_quotation_marks(spanish: str) -> None:
    """Signs that a user types stay straight."""
    assert not re.search(r'"\{\w+\}"', spanish)


def test_every_message_is_given_the_values_of_its_template() -> None:
    """No message fails when it is shown."""
    for call in calls():
        assert placeholders(template(call)) == {word.arg for word in call.keywords}


SPEAKING = {"UsageError", "BadParameter", "ClickException", "print_message", "print_note"}


def has_words(argument: ast.expr) -> bool:
    """Check for a text in one language: a literal with letters, whole or in part."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return any(isinstance(text, str) and re.search("[a-z]", text) for text in texts)


def test_the_command_line_says_nothing_in_one_language_alone() -> None:
    """Whatever is printed for people is a message."""
    spoken = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        if "cli" in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in SPEAKING
        and any(map(has_words, node.args))
    ]

    assert [] == spoken


def test_a_message_within_another_is_shown_in_the_same_language() -> None:
    """Words are never mixed."""
    month = Message("{month} {year} has {days} days", month=Message("February"), year=2017, days=28)

    assert "febrero de 2017 tiene 28 días" == month.text("es")


def test_a_value_with_braces_is_shown_as_it_is() -> None:
    """What stands in a record is no template."""
    assert "write {a}" == str(Message("write {text}", text="{a}"))


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_explained_in_spanish(code: str) -> None:
    """The Spanish page has words of its own and both examples."""
    english, spanish = CODES[code].page("en"), CODES[code].page("es")

    assert english.title != spanish.title
    assert english.explanation != spanish.explanation
    assert spanish.wrong
    assert spanish.right


def test_a_finding_is_told_in_the_language_asked_for() -> None:
    """Message and hint are Spanish; codes and severities are names and stay."""
    found = iter_findings('{"langauge": "en"}', lang="es")

    assert (
        '1:2: error NZ102 campo desconocido "langauge"; ¿quiso decir "language"? '
        '(escriba "language")'
    ) == [str(finding) for finding in found][-1]


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LANG": "es_AR.UTF-8"}, "NZ010 (error): vacío"),
        ({"LC_ALL": "es", "LANG": "en_GB.UTF-8"}, "NZ010 (error): vacío"),
        ({"LC_ALL": "", "LC_MESSAGES": "es_ES", "LANG": "C"}, "NZ010 (error): vacío"),
        ({"LC_ALL": "C.UTF-8", "LANG": "es_ES.UTF-8"}, "NZ010 (error): empty"),
        ({"LANG": "estonian"}, "NZ010 (error): empty"),
        ({}, "NZ010 (error): empty"),
    ],
    ids=["lang", "all", "messages", "all over lang", "another word", "none"],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], first: str) -> None:
    """The first of LC_ALL, LC_MESSAGES and LANG that is set decides; English is the rest."""
    unset: dict[str, str | None] = dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG"))
    run = CliRunner().invoke(command, ["explain", "NZ010"], env={**unset, **environment})

    assert first == run.stdout.splitlines()[0]


def test_the_option_comes_before_the_locale() -> None:
    """`--lang` is what the user says last."""
    run = CliRunner().invoke(command, ["explain", "--lang", "en"], env={"LC_ALL": "es_ES.UTF-8"})

    assert "NZ001  error    not JSON" == run.stdout.splitlines()[0]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "junit"])
def test_what_can_not_be_read_is_told_in_the_language_asked_for(form: str, tmp_path: Path) -> None:
    """The words of the system and of compression are among ours."""
    (tmp_path / "a.json").symlink_to("a.json")
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(b"{}")[:-3])
    words = ["validate", "--lang", "es", "--format", form, str(tmp_path), str(tmp_path / "nowhere")]
    ran = CliRunner().invoke(command, words, standalone_mode=False)
    problems = [
        "demasiados enlaces simbólicos, uno tras otro",
        "los datos comprimidos están cortados",
        "no existe el archivo",
    ]

    assert problems == [line.rpartition(": ")[2] for line in ran.stderr.splitlines()]
    assert form == "text" or all(problem in ran.stdout for problem in problems)


def test_the_files_of_a_record_are_told_in_the_language_asked_for(tmp_path: Path) -> None:
    """A path that is none is no end of the run."""
    path = tmp_path / "a.json"
    path.write_text('{"captures": [{"path": "a\\u0000"}, {"path": "b"}]}', "utf-8")
    (tmp_path / "b").symlink_to("b")
    ran = CliRunner().invoke(command, ["validate", "--lang", "es", "--files", str(path)])
    told = [
        line.partition("NZ231 ")[2].partition(" [")[0]
        for line in ran.stdout.splitlines()
        if "NZ231" in line
    ]

    assert [
        '"a\\x00" no es una ruta; no se comparó nada con él',
        '"b" no se puede leer: demasiados enlaces simbólicos, uno tras otro; no se comparó nada con él',
    ] == told
