"""The current records of an archive as a Parquet file (extra ``parquet``)."""

from nizkorcite.archive.exports.new_folder import refuse_existing
from nizkorcite.archive.holdings import StoredHoldings, published_versions
from nizkorcite.archive.versions import record_bytes
from nizkorcite.files.atomic import draft
from nizkorcite.web_archives.parquet_file import write_parquet


def write_record_table(holdings: StoredHoldings, path: str) -> None:
    """
    Write the current records of an archive, a row each, with the columns of read records.

    Withdrawn documents are left out.

    Args:
        holdings: The archive.
        path: The file to make.

    Raises:
        ArchiveError: It exists.
        OSError: A file cannot be read or written.
    """
    refuse_existing(path)
    lines = (record_bytes(each.record) for each in published_versions(holdings))
    with draft(path) as table:
        write_parquet(lines, table.file)
        table.sync()
        table.replace()
