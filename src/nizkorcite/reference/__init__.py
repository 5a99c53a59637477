"""What is cited: from a document to a reference (`refer`), and back (`documents`)."""

from nizkorcite.reference.refer import refer
from nizkorcite.reference.variables import Layers, Reference, ReferenceType

__all__ = ["Layers", "Reference", "ReferenceType", "refer"]
