"""Views of a reference: the copy read, the original, or both."""

from attrs import evolve

from nizkorcite.reference.from_document import check_layers, refer
from nizkorcite.reference.original import ORIGINAL_VARIABLES
from nizkorcite.reference.reference import Layers, Reference


def in_layers(reference: Reference, layers: Layers) -> Reference:
    """
    Return a reference with the layers asked for.

    Args:
        reference: Any reference; that of a record is made from the record again.
        layers: As in `refer`; ``both`` leaves a reference unchanged.

    Raises:
        UnknownNameError: `layers` is none of the three.

    >>> from nizkorcite.dates import PartialDate
    >>> book = Reference(id="a", type="book", issued=PartialDate("1967"), layers="both",
    ...                  original_date=PartialDate("1926"))
    >>> in_layers(book, "original").issued, in_layers(book, "republication").issued
    (PartialDate('1926'), PartialDate('1967'))
    """
    check_layers(layers)
    if layers in ("both", reference.layers) or reference.layers == "original":
        return reference
    if reference.document:
        return refer(reference.document, layers)
    if layers == "republication":
        return evolve(reference, layers="republication")
    return _original_alone(reference) if _has_original(reference) else reference


def _has_original(reference: Reference) -> bool:
    return bool(reference.original_date or reference.original_publisher)


def _original_alone(reference: Reference) -> Reference:
    publication = {own: getattr(reference, name) for name, own in ORIGINAL_VARIABLES.items()}
    return evolve(
        reference,
        **{**publication, "title": reference.original_title or reference.title},
        layers="original",
        issued_literal=None,
        author=reference.original_author or reference.author,
        editor=reference.original_editor or reference.editor,
        accessed=None,
        archived_url=None,
        doi=None,
        republisher=reference.publisher,
        republished=reference.issued,
        original_date=None,
        original_publisher=(),
        original_publisher_place=None,
    )
