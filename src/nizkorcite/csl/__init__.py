"""
Styles of the Citation Style Language (CSL 1.0.2), printed by a citation engine.

The built-in styles use none of this package. `style` has the class that citations use;
`style_file` reads a .csl file, `installed` finds one by name; `item` makes the item that an engine
gets of a reference; `pandoc` and `citeproc_py` are the engines, and `engines` chooses one.
"""

from nizkorcite.csl.engine import CiteForm
from nizkorcite.csl.installed import (
    installed_names,
    installed_styles,
    search_styles,
)
from nizkorcite.csl.style import CslStyle, csl_style, is_csl_name

__all__ = [
    "CiteForm",
    "CslStyle",
    "csl_style",
    "installed_names",
    "installed_styles",
    "is_csl_name",
    "search_styles",
]
