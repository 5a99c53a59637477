"""
A site of static pages from which documents can be read, found and cited.

`pages` turns documents into files; whoever calls it writes them. The pages need no server and no
script: they can be opened from a disk, and load nothing from elsewhere.
"""

from nizkorcite.site.entries import SiteDocument, SiteFile, SiteSettings
from nizkorcite.site.files import site_files

__all__ = ["SiteDocument", "SiteFile", "SiteSettings", "site_files"]
