"""
A fuzz target: bytes as a record, as lines, as a list and as YAML, led by the code that they reach.

    python benchmarks/fuzz_validation.py -max_total_time=1200 [CORPUS]

Needs the extra ``fuzz`` (atheris). The options are libFuzzer's. Of any bytes must hold: nothing is
raised, a finding has its place in the text, the fast verdict lets nothing pass that the slow one
tells, a text has the findings that it has when it is cut into pieces, and mending leaves a text
that can be read and has lost nothing but what is empty.
"""

import sys
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["nizkorcite"]):
    from nizkorcite import JSON, Finding, Validator
    from nizkorcite.validation.diagnosis import record
    from nizkorcite.validation.diagnosis.text_patch import apply_fixes
    from nizkorcite.validation.fast.judge import Judge
    from nizkorcite.validation.input import splitter
    from nizkorcite.validation.input.splitter import chunks
    from nizkorcite.validation.parsing import yaml_text
    from nizkorcite.validation.parsing.text import read_text
    from nizkorcite.validation.rules.record import rule_faults
    from nizkorcite.validation.schema_check.violations import schema_faults

LOADED = (record, yaml_text)  # else they would be loaded with the first fault, unwatched
VALIDATOR = Validator(lang="es")
SEEDS = Path(__file__).parents[1] / "tests/cases/findings"


class Dripping(BytesIO):
    """A stream that gives few bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        """At most eleven bytes."""
        return super().read(min(size or 11, 11) if size != -1 else 11)


def check(data: bytes) -> None:
    """What must hold of any bytes."""
    findings = list(VALIDATOR.iter_findings(data))
    for finding in findings:
        assert _is_inside(finding, data), finding
    _check_fast(data)
    _check_mended(data, findings)
    names = ("a.jsonl", "a.yaml", *(("a.json",) if data.startswith(b"[") else ()))
    for name in names:
        splitter.HEAD = 1 << 16
        whole = _of_stream(BytesIO(data), name)
        splitter.HEAD = 1
        assert whole == _of_stream(Dripping(data), name), name


def _is_inside(finding: Finding, data: bytes) -> bool:
    lines = data.count(b"\n") + data.count(b"\r") + 1
    return 1 <= (finding.line or 0) <= lines and 1 <= (finding.column or 0) <= len(data) + 2


def _check_fast(data: bytes) -> None:
    verdict = Judge().verdict(data)
    if verdict.is_parsed:
        read = read_text(data)
        assert not read.faults, read.faults
        assert not list(schema_faults(read.value))
        assert not verdict.is_faultless or not list(rule_faults(read.value))


def _check_mended(data: bytes, findings: list[Finding]) -> None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    removed = sum(step.op == "remove" for finding in findings for step in finding.fix)
    after = read_text(apply_fixes(text, findings))
    if removed or after.text != text:
        before = read_text(text)
        assert after.is_readable or not before.is_readable, after.text
        assert _members(after.value) >= _members(before.value) - removed, after.text


def _members(value: JSON) -> int:
    """How many members all objects of a value have."""
    if isinstance(value, dict):
        return len(value) + sum(map(_members, value.values()))
    return sum(map(_members, value)) if isinstance(value, list) else 0


def _of_stream(stream: BytesIO, name: str) -> list[Finding]:
    return [
        finding
        for chunk in chunks(stream, name)
        for each in VALIDATOR.chunk_findings(chunk, name)
        for finding in each.findings
    ]


def main() -> None:
    """Start from the fixtures of the findings."""
    atheris.Setup([*sys.argv, str(SEEDS)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
