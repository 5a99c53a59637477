"""
Any style of the Citation Style Language (CSL 1.0.2), printed by a citation engine.

The built-in styles need none of this. `style` is what a citation uses; `style_file` reads a .csl
file and `installed` finds one by name; `profile` makes of a reference the item that engines get;
`pandoc` and `citeproc_py` are the engines, chosen in `engines`.
"""

from nizkorcite.csl.installed import INSTALL, Installed, installed_names, installed_styles, search
from nizkorcite.csl.style import CslStyle, csl_style, is_known

__all__ = [
    "INSTALL",
    "CslStyle",
    "Installed",
    "csl_style",
    "installed_names",
    "installed_styles",
    "is_known",
    "search",
]
