"""A report on an archive: one static page with figures that a person looks at."""
