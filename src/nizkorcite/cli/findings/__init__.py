"""Selection, counting, fixing and reporting of findings."""
