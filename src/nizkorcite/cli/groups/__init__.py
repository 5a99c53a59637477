"""Groups of reprints: what `nizkorcite origins` prints, reads back and writes into records."""
