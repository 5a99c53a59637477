"""APA terms by language."""
