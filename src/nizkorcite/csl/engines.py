"""What a citation engine offers, and which of them is used."""

from nizkorcite.csl.engine import Engine
from nizkorcite.csl.installed import INSTALL
from nizkorcite.errors import EngineError


def best_engine() -> Engine:
    """
    Pandoc where it is found, else citeproc-py.

    Raises:
        EngineError: Neither is there.
    """
    from nizkorcite.csl.citeproc_py import CiteprocPy, has_citeproc
    from nizkorcite.csl.pandoc import Pandoc, programs

    if found := programs():
        return Pandoc(programs=found)
    if has_citeproc():
        return CiteprocPy()
    raise EngineError(
        "CSL styles are printed by a citation engine, and none is installed; install pandoc, or: "
        + INSTALL
    )
