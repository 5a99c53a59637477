"""Places in JSON texts, and the words for what is no JSON."""

import json
import random
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nizkorcite.record.json_types import pointer_to
from nizkorcite.validation.parsing.lines import lines_of
from nizkorcite.validation.parsing.positions import locate
from nizkorcite.validation.parsing.syntax_errors import JsonSyntaxError
from nizkorcite.validation.parsing.text import read_text
from nizkorcite.validation.parsing.tokens import tokens
from test_codec import law

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
simple = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
records = st.dictionaries(texts, values, max_size=4)
# What stands in JSON texts, and what people write by mistake.
pieces = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", '"a"', '"', "'", " ", "\n", "\u00a0", "1", "-", "01", "1e5", ".5", "true",
     "nul", "NaN", "\\", "\\n", "\\u00e9", "\\ud83d", "//", "\ufeff", "\x00", "\t", "é"]
)  # fmt: skip


def pointers(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every value of a record with its pointer."""
    yield pointer_to(path), value
    members = value.items() if isinstance(value, dict) else ()
    for part, inner in [*members, *(enumerate(value) if isinstance(value, list) else ())]:
        yield from pointers(inner, (*path, part))


@law
@given(records, st.sampled_from([None, 1]), st.booleans())
def test_a_value_stands_where_it_is_said_to(
    record: Any, indent: int | None, ascii_only: bool
) -> None:
    """The span of a value holds the value; a name's span has its member's name."""
    text = json.dumps(record, indent=indent, ensure_ascii=ascii_only)
    expected = dict(pointers(record))
    positions = locate(text, expected)

    assert expected == {
        pointer: json.loads(text[start:end]) for pointer, (start, end) in positions.values.items()
    }
    for pointer, (start, end) in positions.names.items():
        assert pointer.endswith(pointer_to([json.loads(text[start:end])]))


@law
@given(records, st.booleans())
def test_a_walk_builds_what_the_json_module_reads(record: Any, ascii_only: bool) -> None:
    """A fault that can be skipped changes nothing of the rest of the record."""
    text = json.dumps({**record, "n": 0, "a": record}, ensure_ascii=ascii_only)
    faulty = f'{{"n": NaN, {text[1:]}'
    read = read_text(faulty)

    assert ["NZ003", "NZ002"] == [fault.code for fault in read.faults]
    assert json.loads(text) == read.value


@law
@given(st.lists(pieces, max_size=12).map("".join))
def test_a_walk_takes_what_the_json_module_takes(text: str) -> None:
    """What is JSON is decided as everywhere else; only the words for the rest are our own."""
    for each in (text, f"[{text}]", f'{{"a": {text}}}', f'["{text}"]'):
        assert is_json(each) == is_walked(each)


@law
@given(values, st.randoms(use_true_random=False))
def test_a_walk_takes_damaged_texts_as_the_json_module_does(
    value: Any, chance: random.Random
) -> None:
    """A text with a character dropped, doubled or put elsewhere is judged alike."""
    text = json.dumps(value)
    at, other = chance.randrange(len(text)), chance.randrange(len(text))
    damaged = chance.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[other] + text[at:],
        ]
    )

    assert is_json(damaged) == is_walked(damaged)


def is_json(text: str) -> bool:
    """The verdict of the json module."""
    try:
        json.loads(text)
    except json.JSONDecodeError:
        return False
    return True


def is_walked(text: str) -> bool:
    """The verdict of the tokenizer."""
    try:
        list(tokens(text))
    except JsonSyntaxError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "place", "problem", "hint"),
    [
        ('{"a": 1,}', "1:9", "extra comma before }", "remove the comma"),
        ("[1, ]", "1:5", "extra comma before ]", "remove the comma"),
        ('{"a": 1,,}', "1:9", "a name in quotation marks is expected here, not ,", None),
        ("[1,,2]", "1:4", "a value is expected here, not ,", None),
        ('{"a": }', "1:7", "a value is expected here, not }", None),
        ('{"a": 1\n "b": 2}', "2:2", "a comma is missing here", 'write a comma before "b"'),
        ("[1 2]", "1:4", "a comma is missing here", "write a comma before 2"),
        ("[1: 2]", "1:3", "a comma is expected here, not :", None),
        ('{"a" 1}', "1:6", "a colon is missing after the name", 'write ":" before 1'),
        ("{a: 1}", "1:2", "a name in quotation marks is expected here, not a", 'write "a"'),
        ('{"a": [1}', "1:9", "} does not close the [ at column 7", "write ]"),
        ('{\n"a": [1,\n2}', "3:2", "} does not close the [ at line 2, column 6", "write ]"),
        ('{"a": [1', "1:9", "the text ends, but the [ at column 7 is still open", "close it with ]"),
        ('{\n"a": 1\n', "3:1", "the text ends, but the { at line 1, column 1 is still open", "close it with }"),
        ("", "1:1", "the text ends before a value", None),
        ('{"a": "b}', "1:7", "the text that begins here is not closed", 'close it with "'),
        ('{"a": "b\n"}', "1:7", "the text that begins here is not closed on its line",
         r'close it with ", or write a line break as \n'),
        ('["a\tb"]', "1:4", "the text contains the control character U+0009", r"write \t"),
        ('["\x00"]', "1:3", "the text contains the control character U+0000", r"write \u0000"),
        (r'["C:\docs"]', "1:5", r"\d is not a valid escape", r"write \\ for a backslash"),
        (r'["\u12"]', "1:3", r"\u is not a valid escape", r"write \\ for a backslash"),
        ("{'a': 1}", "1:2", "' is not a quotation mark in JSON", 'write "'),
        ("[“a”]", "1:2", "“ is not a quotation mark in JSON", 'write "'),
        ("[1] // x", "1:5", "JSON has no comments", "remove the comment; start your own fields with x_"),
        ("[1, # x\n2]", "1:5", "JSON has no comments", "remove the comment; start your own fields with x_"),
        ("[True]", "1:2", "True is not a JSON value", "write true"),
        ("[None]", "1:2", "None is not a JSON value", "leave the field out"),
        ("[yes]", "1:2", "yes is not a JSON value", "put text in quotation marks"),
        ("[27Feb17]", "1:2", "27Feb17 is not a JSON number", "put text in quotation marks"),
        ("[.5]", "1:2", ".5 is not a JSON number", "put text in quotation marks"),
        ("[+1]", "1:2", "+1 is not a JSON number", "write 1"),
        ("[-01]", "1:2", "-01 is not a JSON number", "write -1"),
        ("[0100e02]", "1:2", "0100e02 is not a JSON number", "write 100e02"),
        ("[007.50]", "1:2", "007.50 is not a JSON number", "write 7.50"),
        ("[00]", "1:2", "00 is not a JSON number", "write 0"),
        ("<html>", "1:1", "JSON does not begin with <", "if it is a page, rename it to .html and use `nizkorcite read`"),
        ("{\x01\x1ba: 1}", "1:2", 'a name in quotation marks is expected here, not "\\x01\\x1ba"', r'write "\x01\x1ba"'),
        ("[01]", "1:2", "01 is not a JSON number", "write 1"),
        ("[1]\n[2]", "2:1", "unexpected text after the record",
         "put several records in a .jsonl file, one per line"),
        ("[\u00a01]", "1:2", "the character U+00A0 is outside quotation marks", "remove it, or write a space"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_in_words(
    text: str, place: str, problem: str, hint: str | None
) -> None:
    """The place where it is noticed, what is wrong there, and what to write."""
    with pytest.raises(JsonSyntaxError) as caught:
        list(tokens(text))
    found = lines_of(text).position(caught.value.offset)

    assert (place, problem, hint) == (
        f"{found.line}:{found.column}",
        str(caught.value.problem),
        caught.value.hint and str(caught.value.hint),
    )


def test_of_a_name_that_stands_twice_the_last_is_found() -> None:
    """It is the one whose value is read."""
    assert {"/a": (14, 15)} == dict(locate('{"a": 1, "a": 2}', ["/a"]).values)


def test_a_text_of_many_lines_needs_little_memory() -> None:
    """A megabyte of line ends, at eight bytes each."""
    text = "\n" * 1_000_000
    tracemalloc.start()
    lines = lines_of(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 1_000_001 == lines.position(1_000_000).line
    assert peak < 20_000_000
