"""The command line in Spanish: help, wrong usage and the choice of the language."""

import ast
import gettext
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

import nizkorcite as nz
from nizkorcite.cli import command
from nizkorcite.cli.console.help_texts import help_key, in_spanish
from nizkorcite.cli.console.spanish_help import TEXTS
from nizkorcite.record.schema import schema, schema_names

CATALOGUE = Path(nz.__file__).parent / "messages/click/es/LC_MESSAGES/messages.po"
CLICK = Path(str((find_spec("click") or click.__spec__).origin)).parent
PAGE = str(Path(__file__).parents[1] / "examples/putin-tajikistan.html")


def commands(group: click.Command = command) -> Iterator[click.Command]:
    """A command and all commands below it."""
    yield group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            yield from commands(group.get_command(context, name) or pytest.fail(name))


def texts_of(shown: click.Command) -> Iterator[str]:
    """Every text of a command that its help shows."""
    yield from filter(None, (shown.help, shown.short_help, shown.options_metavar))
    if isinstance(shown, click.Group):
        yield shown.subcommand_metavar
    for parameter in shown.params:
        yield from filter(None, (parameter.metavar, getattr(parameter, "help", None)))
        default = getattr(parameter, "show_default", None)
        yield from [default] if isinstance(default, str) else []


def summaries() -> Iterator[str]:
    """The lines of the lists of commands and of schemas."""
    with click.Context(command) as context:
        formatter = context.make_formatter()
        formatter.width = 1000
        command.format_commands(context, formatter)
    for line in formatter.getvalue().splitlines()[1:]:
        yield line.strip().partition("  ")[2].strip()
    for name in schema_names():
        yield str(schema(name)["description"]).partition(". ")[0].removesuffix(".")


def test_every_text_of_the_help_has_a_spanish_one_and_no_other_has() -> None:
    """A new option needs its Spanish help, and a reworded one a new look at it."""
    english = {help_key(text) for each in commands() for text in texts_of(each)}

    assert english | {help_key(text) for text in summaries()} == set(TEXTS)


def test_every_argument_and_valued_option_has_a_placeholder_that_can_be_translated() -> None:
    """Placeholders that click makes of names and types are English words."""
    bare = [
        f"{each.name} {parameter.name}"
        for each in commands()
        for parameter in each.params
        if parameter.metavar is None
        and not isinstance(parameter.type, click.Choice)
        and not getattr(parameter, "is_flag", False)
    ]

    assert [] == bare


def shape(text: str) -> dict[str, object]:
    """The parts of a help text that no translation changes."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return {
        "paragraphs": len(paragraphs),
        "options": sorted(re.findall(r"--[a-z-]+", text)),
        "commands": [
            tuple(part for part in line.strip().partition("  ")[0].split() if part in NAMES)
            for line in text.splitlines()
            if line.startswith("  nizkorcite")
        ],
        "exit codes": re.findall(r"\b\d(?= [a-z])", text),
        "names": sorted(re.findall(r"\{\w+\}|NZ\d\w*", text)),
    }


NAMES = {each.name for each in commands()}
LONG = {each.help for each in commands() if each.help and "\n\n" in inspect.cleandoc(each.help)}
SHORT = {
    text for each in commands() for text in texts_of(each) if "\n\n" not in inspect.cleandoc(text)
}


@pytest.mark.parametrize("english", sorted(LONG | SHORT), ids=lambda text: help_key(text)[:40])
def test_the_spanish_help_has_the_parts_of_the_english(english: str) -> None:
    """Paragraphs, examples, options, exit codes and codes: a part that is added is missed here."""
    spanish = TEXTS[help_key(english)]
    if english in SHORT:
        spanish = spanish.strip().partition("\n\n")[0]

    assert shape(english) == shape(spanish)


def test_a_command_in_spanish_leaves_the_english_one_as_it_is() -> None:
    """Both languages can be shown by one process."""
    before = [text for each in commands() for text in texts_of(each)]
    in_spanish(command)

    assert before == [text for each in commands() for text in texts_of(each)]


def click_texts() -> Iterator[str]:
    """Every text that click gives to gettext, singular and plural."""
    for path in CLICK.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                for argument in node.args:
                    if isinstance(argument, ast.Constant):
                        yield str(argument.value)


def catalogue() -> list[list[tuple[str, str]]]:
    """Each text of the catalogue with its translation: one form, or singular and plural."""
    with CATALOGUE.open("rb") as file:
        return [
            list(zip(_forms(each.id), _forms(each.string), strict=True))
            for each in read_po(file)
            if each.id
        ]


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_every_text_of_click_has_a_spanish_one_with_the_same_values() -> None:
    """What click says is Spanish too; only values that are English words are left out."""
    pairs = dict(pair for forms in catalogue() for pair in forms)
    values = re.compile(r"\{[^}]*\}|%\(\w+\)s")
    changed = {
        english: sorted({*values.findall(english)} ^ {*values.findall(spanish)})
        for english, spanish in pairs.items()
        if {*values.findall(english)} != {*values.findall(spanish)}
    }

    assert [] == sorted(set(click_texts()) - set(pairs))
    assert {
        "{value!r} is not a valid {number_type}.": ["{number_type}"],
        "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": [
            "{param_type}"
        ],
    } == changed


def test_the_compiled_catalogue_is_current() -> None:
    """Run `pybabel compile -d src/nizkorcite/messages/click` after a change."""
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for (english, spanish), *plural in catalogue():
        if plural:
            assert spanish == compiled.ngettext(english, english, 1)
            assert plural[0][1] == compiled.ngettext(english, english, 2)
        else:
            assert spanish == compiled.gettext(english)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, in a locale."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return subprocess.run(
        [sys.executable, "-m", "nizkorcite", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**kept, "PYTHONUTF8": "1", **environment},
    )


def test_the_help_of_a_command_is_spanish_throughout() -> None:
    """Usage, text, options, their defaults and examples."""
    assert (
        """Uso: nizkorcite explain [OPCIONES] [CÓDIGO]

  Explica un código de error, con un ejemplo y su remedio; sin código, los
  enumera todos.

  Ejemplos:
    nizkorcite explain NZ201
    nizkorcite explain NZ201 --lang es
    nizkorcite explain

Opciones:
  --lang [en|es]  Idioma de los mensajes.  [por omisión: (el del sistema)]
  -h, --help      Muestra esta ayuda y termina.
"""
        == run("explain", "--help", "--lang", "es").stdout
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["validate", "--strit", "a"], "No existe la opción '--strit'. (¿Quiso decir alguna de estas: '--no-strict', '--strict', "
         "'--write'?)"),
        (["validate"], "Falta el argumento 'ENTRADA...'."),
        (["convert", "a.bib", "--to"], "Falta el valor de la opción '--to'."),
        (["read", "--quiet=yes", "a"], "La opción '--quiet' no lleva ningún valor."),
        (["schema", "show", "site", "b"], "Sobra un argumento (b)"),
        (["schema"], None),
        (["schema", "chek"], "No existe la orden 'chek'. ¿Quiso decir 'check'?"),
        (["validate", "--level", "x", "a"],
         "Valor no válido para '--level': 'x' no es ninguno de los valores posibles: 'error', "
         "'warning', 'info'."),
        (["validate", "-j", "0", "a"],
         "Valor no válido para '-j' / '--jobs': 0 está fuera del intervalo x>=1."),
        (["validate", "-j", "x", "a"],
         "Valor no válido para '-j' / '--jobs': 'x' no es un número válido."),
        (["read", "--base", "none", "a"],
         "Valor no válido para '--base': Carpeta 'none': no existe."),
        (["validate", "--select", "NZ9", "a"],
         "Valor no válido para '--select': no existe el código «NZ9»; ¿quiso decir «NZ109»? "
         "(`nizkorcite explain` los enumera todos)"),
        (["validate", "--write", "a"], "--write es para --fix"),
        (["cite", "--style", "ris", "--in-text", "a"],
         "«ris» es un formato de archivo; no tiene citas en el texto"),
        (["cite", "--locator", "zz 5", "--in-text", "a"],
         "Valor no válido para --locator: «zz» no es una clase de localizador; use "),
        (["sites", "show", "rebelio"],
         "Valor no válido para NOMBRE: no existe el sitio «rebelio»; ¿quiso decir «rebelion»?"),
        (["ciet"],
         "no hay ninguna orden ni ningún archivo con el nombre «ciet»; ¿quiso decir «cite»?"),
        (["convert", "a.bib"],
         "falta el formato de destino; añada --to y uno de estos: record, apa, "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_wrong_usage_is_explained_in_spanish(words: list[str], problem: str | None) -> None:
    """The problem and its remedy, below the usage and a pointer to the help."""
    ran = run("--lang", "es", *words)

    assert 2 == ran.returncode
    assert (f"Error: {problem}" if problem else "Uso: nizkorcite schema") in ran.stderr
    assert not re.search(r"Usage|Try|help\.$", ran.stderr)


@pytest.mark.parametrize(
    ("environment", "heading"),
    [
        ({"LANGUAGE": "es", "LANG": "en_US.UTF-8"}, "Uso:"),
        ({"LANGUAGE": "fr:es:en", "LANG": "fr_FR.UTF-8"}, "Uso:"),
        ({"LANGUAGE": "en", "LANG": "es_ES.UTF-8"}, "Usage:"),
        ({"LANGUAGE": "es", "LC_ALL": "C"}, "Usage:"),
        ({"LANGUAGE": "es", "LC_ALL": "POSIX"}, "Usage:"),
        ({"LANG": "es_ES@euro"}, "Uso:"),
        ({"LANG": "fr_FR.UTF-8"}, "Usage:"),
    ],
    ids=["language", "list", "english first", "c", "posix", "modifier", "other"],
)
def test_the_list_of_languages_comes_before_the_locale(
    environment: dict[str, str], heading: str
) -> None:
    """LANGUAGE is a list of preferences, which the locale C switches off."""
    assert heading == run("--help", **environment).stdout.split()[0]


def test_the_language_may_precede_the_command_or_the_file() -> None:
    """`--lang` before a file is that of the citation, and of the messages."""
    cited = run("cite", "--lang", "es", PAGE).stdout

    assert "(Reimpreso de Itar Tass, Dushanbe, 2017, 27 de febrero)" in cited
    assert cited == run("--lang", "es", PAGE).stdout
    assert cited == run("--lang=es", "cite", PAGE).stdout
    assert "year = {2017}" in run("--lang", "es", "cite", "--style", "bibtex", PAGE).stdout


@pytest.mark.parametrize("group", ["archive", "schema", "sites", "styles"])
def test_the_language_may_follow_a_group_of_commands(group: str) -> None:
    """Before the help, after it, and between the group and its command."""
    first = {
        run(*words).stdout.partition("[")[0]
        for words in (
            [group, "--help", "--lang", "es"],
            [group, "--lang", "es", "--help"],
            ["--lang", "es", group, "--help"],
        )
    }
    below = run(group, "--lang", "es", "list", "--help").stdout

    assert {f"Uso: nizkorcite {group} "} == first
    assert below.startswith(f"Uso: nizkorcite {group} list ")


def test_a_citation_may_have_another_language_than_the_messages() -> None:
    """The first `--lang` is that of the messages, and the locale changes no citation."""
    mixed = run("--lang", "en", "cite", "--lang", "es", "--in-text", "none.html")
    cited = run("cite", PAGE, LANG="es_ES.UTF-8").stdout

    assert "cannot read none.html: no such file\n" == mixed.stderr
    assert "(Reprinted from Itar Tass, Dushanbe, 2017, February 27)" in cited


def test_severities_are_words_for_people_and_names_for_programs(tmp_path: Path) -> None:
    """A warning is an «aviso» in text, and `warning` in JSON."""
    path = tmp_path / "a.txt"
    path.write_text("A page that says little.\n", "utf-8")
    words = CliRunner().invoke(command, ["read", "--lang", "es", str(path)])
    listed = CliRunner().invoke(command, ["explain", "--lang", "es"])
    report = CliRunner().invoke(
        command, ["validate", "--lang", "es", "--format", "jsonl", "-"], input="{}"
    )

    record = str(Path(PAGE).with_suffix(".json"))
    counted = CliRunner().invoke(
        command, ["validate", "--lang", "es", "--files", "--group-by", "code", record]
    )

    assert "1 aviso NZ234 " in counted.stdout
    assert f"{path}: aviso NZ601 " in words.stderr
    assert "NZ601  aviso  " in listed.stdout
    assert '"severity": "error"' in report.stdout
