"""Templates of pages whose values are hostile text, and the style of pages."""

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from nizkorcite.display import shown_lines

ASSETS: Final = Path(__file__).parent / "assets"
"""Files that are part of each site."""


@cache
def page_templates(folder: Path) -> Environment:
    """Return the templates of a folder; texts in them are shown and never obeyed."""
    return Environment(
        autoescape=True,
        finalize=_shown,
        loader=FileSystemLoader(folder),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def site_style() -> str:
    """Return the style sheet of a site."""
    return (ASSETS / "site.css").read_text("utf-8")


def _shown(value: object) -> object:
    """Show what browsers would obey in a text; markup is escaped behind this."""
    return shown_lines(value) if isinstance(value, str) and not isinstance(value, Markup) else value
