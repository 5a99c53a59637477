"""Reports on inputs, made where an input is read and printed in the order of the inputs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from nizkorcite.display import visible
from nizkorcite.errors import InputError, NizkorciteError, PageError, ValidationError
from nizkorcite.files.listing import unreadable
from nizkorcite.messages import Language, Message
from nizkorcite.record.json_types import JSON

if TYPE_CHECKING:  # verbs about records read no page
    from nizkorcite.readers import Remark


@frozen(kw_only=True)
class InputReport:
    """
    A line on an input for standard error.

    Attributes:
        line: The line; findings are one a line.
        kind: Warnings of one kind are printed once in a long run; without a kind, each is printed.
        failure: The input cannot be read, or something in it is wrong.
        members: The report as members of a JSON object; without them, the line is its message.
    """

    line: str | Message
    kind: str = ""
    failure: Literal["unreadable", "faulty"] | None = None
    members: "Mapping[str, JSON | Message]" = field(factory=dict)

    @property
    def lines(self) -> Sequence[str | Message]:
        """The lines of the report."""
        return [self.line] if isinstance(self.line, Message) else self.line.split("\n")


def remark_reports(name: str, remarks: "Iterable[Remark]", lang: Language) -> Iterator[InputReport]:
    """Report the remarks of a reader on an input."""
    for remark in remarks:
        kind = f"{remark.code} {remark.message.template}"
        line = f"{visible(name)}: {remark.text(lang)}"
        yield InputReport(line=line, kind=kind, members=_members(remark, lang))


def _members(remark: "Remark", lang: Language) -> "Mapping[str, JSON | Message]":
    stated: dict[str, JSON | Message] = {
        "severity": remark.severity,
        "code": remark.code,
        "field": remark.field,
        "line": remark.line,
        "quote": remark.quote,
        "message": remark.message.text(lang),
        "hint": remark.hint.text(lang) if remark.hint else None,
    }
    return {name: value for name, value in stated.items() if value not in (None, "")}


def unreadable_report(name: str, problem: Message) -> InputReport:
    """Report an input that cannot be read, and why."""
    return InputReport(
        line=unreadable(name, problem),
        failure="unreadable",
        members={"severity": "error", "message": problem},
    )


def failure_report(name: str, error: NizkorciteError, lang: Language) -> InputReport:
    """Report the error of an input or record."""
    if isinstance(error, InputError | PageError):
        return unreadable_report(name, error.message)
    if isinstance(error, ValidationError):
        return InputReport(
            line="\n".join(each.named_text(lang) for each in error.findings), failure="faulty"
        )
    line = Message("{name}: {problem}", name=name, problem=error.message)
    return InputReport(line=line, failure="faulty")
