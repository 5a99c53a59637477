"""The page of a report, rendered with Jinja2 (extra ``site``)."""

import os
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

from markupsafe import Markup

from nizkorcite.archive.archive import Archive
from nizkorcite.archive.report.figures import Figures
from nizkorcite.archive.report.labels import REPORT_LABELS
from nizkorcite.archive.report.tally import LAYERS, tally_of
from nizkorcite.archive.store import PROGRAM
from nizkorcite.dates import Instant
from nizkorcite.languages import Language
from nizkorcite.site.labels import SITE_LABELS, translated
from nizkorcite.site.page_templates import page_templates, site_style

_FOLDER: Final = Path(__file__).parent


def report_page(archive: Archive, title: str | None, built: Instant, lang: Language) -> str:
    """
    Make the page: what the records of an archive state, and how old the checks of its files are.

    Names and lengths of all files are compared; of the packs, only the records are read.

    Args:
        archive: The archive.
        title: Name of the archive; that of its folder if it is not given.
        built: The time of the page, from which ages are counted.
        lang: The language of the page's own words.

    Raises:
        OSError: The archive cannot be read.
    """
    words = translated({**SITE_LABELS, **REPORT_LABELS}, lang)
    check = archive.verify("quick")
    figures = Figures(
        tally=tally_of(archive), log=archive.log, check=check, built=built, lang=lang, words=words
    )
    style = f"{site_style()}\n{(_FOLDER / 'report.css').read_text('utf-8')}"
    page = page_templates(_FOLDER / "templates").get_template("report.html.j2")
    return page.render(
        figures=figures,
        lang=lang,
        layers=LAYERS,
        name=title or os.path.basename(os.path.abspath(archive.folder)),
        policy=_policy(style),
        program=PROGRAM,
        style=Markup(style),  # noqa: S704 - our own
        t=words,
    )


def _policy(style: str) -> str:
    """Return a policy by which a browser loads nothing and runs nothing, whatever a text says."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = f"img-src data:; style-src 'sha256-{digest}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
