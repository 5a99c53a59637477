"""Choice of the citation engine."""

from nizkorcite.csl.engine import Engine
from nizkorcite.errors import EngineError
from nizkorcite.extras import install_command
from nizkorcite.messages import Message


def best_engine() -> Engine:
    """
    Return pandoc if the program is found, else citeproc-py.

    Raises:
        EngineError: Neither of them is installed.
    """
    from nizkorcite.csl.citeproc_py import CiteprocPy, has_citeproc
    from nizkorcite.csl.pandoc import Pandoc, pandoc_programs

    if found := pandoc_programs():
        return Pandoc(programs=found)
    if has_citeproc():
        return CiteprocPy()
    raise EngineError(
        Message(
            "CSL styles need a citation engine; install pandoc, or: {command}",
            command=install_command("csl"),
        )
    )
