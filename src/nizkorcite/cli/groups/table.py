"""Proposals as a table in which a person decides, and the decisions of such a table."""

from collections.abc import Iterator, Mapping
from typing import Final

from nizkorcite.cli.groups.result import PageLabel, Result
from nizkorcite.errors import InputError
from nizkorcite.formats.encodings import decoded_text
from nizkorcite.formats.table.rows import Row, read_table, write_table
from nizkorcite.loading.inputs import read_input
from nizkorcite.messages import Language, Message
from nizkorcite.origins import ComparedFact, Decision, Proposal
from nizkorcite.origins.decisions import DECISION_VALUES

_DECISION: Final = "decision"
_PAIR: Final = ("first", "second")
_COLUMNS: Final = (
    _DECISION, *_PAIR, "group", "share", "agreeing", "contradicting", "first title", "second title",
)  # fmt: skip
_NO_LABEL: Final = PageLabel("", None)


def groups_csv(result: Result, _lang: Language) -> Iterator[str]:
    """Write a row for each proposal and each earlier decision; its first cell is the decision."""
    rows = [
        *(
            _proposal_row(each, str(number), result)
            for number, group in enumerate(result.origins.groups, 1)
            for each in group.reasons
        ),
        *(_proposal_row(each, "", result) for each in result.origins.differing),
    ]
    shown = {frozenset((row["first"], row["second"])) for row in rows if row[_DECISION]}
    rows += [
        _decision_row(each, result)
        for each in result.decisions
        if frozenset((each.first, each.second)) not in shown
    ]
    yield write_table(_COLUMNS, rows)


def _proposal_row(proposal: Proposal, group: str, result: Result) -> Mapping[str, str]:
    decision = Decision(proposal.first, proposal.second, proposal.decision or "same")
    return {
        **_decision_row(decision, result),
        _DECISION: proposal.decision or "",
        "group": group,
        "share": f"{proposal.share:.3f}",
        "agreeing": "; ".join(map(_fact, proposal.agreeing)),
        "contradicting": "; ".join(map(_fact, proposal.contradicting)),
    }


def _decision_row(decision: Decision, result: Result) -> Mapping[str, str]:
    labels = (result.pages.get(each, _NO_LABEL) for each in (decision.first, decision.second))
    titles = (label.title or "" for label in labels)
    return {
        _DECISION: decision.value,
        "first": decision.first,
        "second": decision.second,
        **dict(zip(("first title", "second title"), titles, strict=True)),
    }


def _fact(fact: ComparedFact) -> str:
    words = dict.fromkeys((fact.first, fact.second))
    return f"{fact.name}: {' | '.join(words)}"


def read_decisions(path: str) -> Iterator[Decision]:
    """
    Read the decisions of a table; rows without a decision are skipped.

    Raises:
        OSError: The file cannot be read.
        InputError: The file is no table, lacks a column, or a row has no valid decision.
    """
    table = read_table(decoded_text(read_input(path).data))
    for column in (_DECISION, *_PAIR):
        if column not in table.columns:
            raise InputError(Message('the table has no column "{name}"', name=column))
    for row in table.rows:
        if value := row.cells.get(_DECISION, "").strip():
            yield _decision(row, value)


def _decision(row: Row, value: str) -> Decision:
    first, second = (row.cells.get(name, "").strip() for name in _PAIR)
    if value not in DECISION_VALUES:
        raise InputError(
            Message(
                'line {line}: "{text}" is no decision; write "same" or "not the same"',
                line=row.line,
                text=value,
            )
        )
    if not (first and second):
        raise InputError(Message("line {line} does not name two pages", line=row.line))
    return Decision(first, second, value)
