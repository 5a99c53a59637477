"""Another archive as what is imported: every file is compared with its log before."""

from collections.abc import Iterator

from nizkorcite.archive.damage import DamageCode
from nizkorcite.archive.fixity import FixityCheck
from nizkorcite.archive.holdings import StoredHoldings
from nizkorcite.archive.imports.refusals import Refusal, RefusalCode, refuse_any
from nizkorcite.archive.layout import PACKS
from nizkorcite.archive.log import read_log
from nizkorcite.archive.log_checks import read_witnesses

_CODES: "dict[DamageCode, RefusalCode]" = {
    "link": "link",
    "not-a-file": "not-a-file",
    "missing": "missing",
    "name-twin": "name-twin",
    "unexpected": "unexpected",
    "broken-chain": "bad-contents",
    "lost-events": "bad-contents",
    "lost-end": "bad-contents",
    "log-name": "bad-contents",
    "seal": "bad-contents",
    "manifest": "bad-manifest",
}


def archive_holdings(folder: str) -> StoredHoldings:
    """
    Read another archive, after every byte of it was compared with its log.

    Raises:
        RefusedImportError: A file is not as its log says.
        OSError: A file cannot be read.
    """
    witnesses = read_witnesses(folder)
    holdings = StoredHoldings(folder, read_log(folder))
    check = FixityCheck(
        folder, holdings.log, witnesses, "full", 1, None, None, lambda _done, _total: None
    )
    check.run()
    refuse_any(_refusals(check))
    try:
        holdings.ids()
    except ValueError:
        refuse_any([Refusal("bad-contents", PACKS)])
    return holdings


def _refusals(check: FixityCheck) -> Iterator[Refusal]:
    for each in check.damages:
        yield Refusal(_CODES.get(each.code, "altered"), each.path)
