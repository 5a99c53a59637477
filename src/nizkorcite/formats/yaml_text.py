"""
YAML as text: blocks of names, and texts in quotation marks.

Every text is in quotation marks, as JSON writes it: PyYAML leaves ``1e5`` without, which YAML 1.2
reads as a number, and is an extra.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

_PLAIN = re.compile(r"(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][A-Za-z0-9_-]*")
# YAML 1.2.2, section 5.1: characters that are written as escapes, and those that YAML 1.1 reads as
# line breaks.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def yaml_text(members: Mapping[str, object]) -> str:
    r"""
    Write a mapping as a YAML text.

    >>> yaml_text({"law": {"title": "No: 1e5", "parts": [{"year": 2017}]}})
    'law:\n  title: "No: 1e5"\n  parts:\n  - year: 2017\n'
    """
    return "".join(f"{line}\n" for line in _lines(members))


def _lines(members: Mapping[str, object]) -> Iterator[str]:
    for name, value in members.items():
        if isinstance(value, Mapping) and value:
            yield f"{_name(name)}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value):
            yield f"{_name(name)}:"
            yield from _items(value)
        else:
            yield f"{_name(name)}: {_flow(value)}"


def _items(values: Sequence[object]) -> Iterator[str]:
    for value in values:
        lines = [*_lines(value)] if isinstance(value, Mapping) and value else [_flow(value)]
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _name(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else _flow(name)


def _flow(value: object) -> str:
    """Write a value as JSON, which is YAML on one line."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
