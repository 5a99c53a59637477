"""References, the variables of a citation: from a document (`refer`), and back."""

from nizkorcite.reference.from_document import refer
from nizkorcite.reference.layers import in_layers
from nizkorcite.reference.reference import Layers, Reference, ReferenceType

__all__ = ["Layers", "Reference", "ReferenceType", "in_layers", "refer"]
