"""``python -m nizkorcite``."""

from nizkorcite.cli import main

main()
