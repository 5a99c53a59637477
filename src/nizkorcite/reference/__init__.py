"""What is cited: from a document to a reference (`refer`), and back (`documents`)."""

from nizkorcite.reference.layers import in_layers
from nizkorcite.reference.refer import refer
from nizkorcite.reference.variables import Layers, Reference, ReferenceType

__all__ = ["Layers", "Reference", "ReferenceType", "in_layers", "refer"]
