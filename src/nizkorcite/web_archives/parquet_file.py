"""Records as a Parquet file."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyarrow.parquet as pq

from nizkorcite.web_archives.record_table import RECORD_TABLE, record_batches, record_row


def write_parquet(lines: Iterable[bytes], file: BinaryIO) -> None:
    """
    Write records as a Parquet file, compressed with Zstandard.

    Args:
        lines: The records, each a line of JSON.
        file: Gets the file.
    """
    with pq.ParquetWriter(file, RECORD_TABLE, compression="zstd") as writer:
        for batch in record_batches(_rows(lines), RECORD_TABLE):
            writer.write_batch(batch)


def _rows(lines: Iterable[bytes]) -> Iterator[dict[str, object]]:
    for line in lines:
        text = line.decode("utf-8").rstrip("\n")
        yield record_row(json.loads(text), text)
