"""What the reading of a file of citations gives: its entries, and what was wrong with others."""

from collections.abc import Mapping

from attrs import frozen

from nizkorcite.findings import Finding
from nizkorcite.reference import Reference


@frozen(kw_only=True)
class Imported:
    """
    The entries of a file.

    Attributes:
        references: The entries that could be read, in their order.
        findings: An error for each entry that could not (NZ401), a warning for each value that
            could not and was left out (NZ402), one for each field that a reference has no place
            for (NZ403), and one for a second entry of the same id (NZ404); with lines.
    """

    references: tuple[Reference, ...]
    findings: tuple[Finding, ...] = ()


def reference_of(variables: Mapping[str, object]) -> Reference:
    """
    The reference of the variables that an entry states.

    It has both layers where one of the variables is the original's.

    Raises:
        ModelError: A variable has a value of another type.

    >>> reference_of({"id": "a", "type": "book", "original_title": "Ley"}).layers
    'both'
    """
    has_original = any(name.startswith("original_") for name in variables)
    layers = "both" if has_original else "republication"
    return Reference(**variables, layers=layers)  # type: ignore[arg-type]  # checked by the class
