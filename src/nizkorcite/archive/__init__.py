"""
The archive: documents, their versions and their bytes in a plain folder.

Everything but the index is an ordinary file that can be read without this program; the layout is
specified in docs/reference/archive-layout.md. `Archive` is the door.
"""

from nizkorcite.archive.adding import Added
from nizkorcite.archive.archive import Archive
from nizkorcite.archive.damage import Damage
from nizkorcite.archive.editing import RecordEdit
from nizkorcite.archive.events import ArchiveEvent
from nizkorcite.archive.fixity import FixityReport
from nizkorcite.archive.merging import Addition
from nizkorcite.archive.repair import Repaired
from nizkorcite.archive.search import Hits, Query
from nizkorcite.archive.versions import Source, StoredObject, StoredVersion

__all__ = [
    "Added",
    "Addition",
    "Archive",
    "ArchiveEvent",
    "Damage",
    "FixityReport",
    "Hits",
    "Query",
    "RecordEdit",
    "Repaired",
    "Source",
    "StoredObject",
    "StoredVersion",
]
