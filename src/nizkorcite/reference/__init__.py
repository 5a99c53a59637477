"""What is cited: from a document to a reference (`refer`), and back (`documents`)."""

from nizkorcite.reference.from_document import refer
from nizkorcite.reference.layers import in_layers
from nizkorcite.reference.reference import Layers, Reference, ReferenceType

__all__ = ["Layers", "Reference", "ReferenceType", "in_layers", "refer"]
