"""
From the text of one record to its faults, on one of two paths.

Most records are right: the fast verdict proves it and nothing else is done. Only what is not proven
is parsed for its places and explained.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from nizkorcite.json_value import JSON
from nizkorcite.messages import Message
from nizkorcite.validation import verdict
from nizkorcite.validation.clear import is_clear
from nizkorcite.validation.codes import Fault
from nizkorcite.validation.lookup import holders
from nizkorcite.validation.reading import MAXIMUM_FAULTS, Text, read_text
from nizkorcite.validation.rules import rule_faults

# A missing member stands at its object, of which rules can still speak.
_OF_THE_OBJECT = ("NZ101", "NZ113")


@frozen
class Judge:
    """
    What records are judged by.

    Attributes:
        schema_name: A name of `nizkorcite.schema.names`.
        is_schema_only: Whether rules beyond the schema, and names that stand twice in a record that
            has no other fault, are passed over.
    """

    schema_name: str = "document"
    is_schema_only: bool = False

    def look(self, text: bytes) -> tuple[JSON, Text | None]:
        """
        A record, and its text as far as it can be read, or `None` where it is proven to be right.

        >>> Judge().look(b"{}")[1].value
        {}
        """
        record = verdict.accepted(text, self.schema_name)
        if record is not None and self.is_schema_only:
            return record, None
        if record is None or not verdict.names_stand_once(text, record):
            read = read_text(text)
            return read.value, read
        return record, None if is_clear(record) else Text(text=text.decode(), value=record)

    def faults(self, read: Text) -> Iterator[Fault]:
        """The first thousand faults of a record, and that there are more."""
        found = chain(read.faults, self._judged(read) if read.is_readable else ())
        return _bounded(found)

    def _judged(self, read: Text) -> Iterator[Fault]:
        """What schema and rules find; of a value that is refused already neither speaks."""
        refused = {fault.pointer for fault in read.faults if fault.code == "NZ003"}
        told = [fault for fault in self._of_schema(read.value) if fault.pointer not in refused]
        yield from told
        if self.is_schema_only:
            return
        refused |= {fault.pointer for fault in told if fault.code not in _OF_THE_OBJECT}
        missing = {fault.about for fault in told if fault.about}
        for fault in rule_faults(read.value):
            if fault.pointer not in refused and not _is_about(missing, fault):
                yield fault

    def _of_schema(self, value: JSON) -> Iterable[Fault]:
        if verdict.is_valid(value, self.schema_name):
            return ()
        from nizkorcite.validation.explain import schema_faults  # loads jsonschema

        return schema_faults(value, self.schema_name)


def _is_about(missing: set[str], fault: Fault) -> bool:
    """Whether a fault follows from a member that is told to be missing."""
    about = fault.about
    return about is not None and not missing.isdisjoint((about, *holders(about)))


def _bounded(faults: Iterable[Fault]) -> Iterator[Fault]:
    for number, fault in enumerate(faults):
        if number == MAXIMUM_FAULTS:
            message = Message(
                "more than {most} faults; the rest of the record is passed over",
                most=MAXIMUM_FAULTS,
            )
            yield Fault("NZ011", message, offset=0)
            return
        yield fault
