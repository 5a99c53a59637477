"""Collections of captures as inputs of ``nizkorcite read``."""
