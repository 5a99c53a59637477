"""
Reading and validating on a cluster of Apache Spark (extra ``spark``, Spark 3.5 or later).

Each function is one call of `DataFrame.mapInArrow`; the work is done in `web_archives.kernel`. The
workers need this package, and paths that are the same on every machine.

    paths = spark.createDataFrame([("/crawls/a.warc.gz",)], "path string")
    read_pages(paths).where("kind = 'record'").select("record").write.text("/records")
"""

from functools import partial
from typing import Final

import pyarrow as pa
from pyspark.sql import DataFrame

from nizkorcite.web_archives.kernel import (
    DEFAULT_OPTIONS,
    FINDING_TABLE,
    READ_TABLE,
    read_batches,
    validate_batches,
)
from nizkorcite.web_archives.piece_reading import CollectionOptions

__all__ = ["read_pages", "validate_records"]

_TYPES: Final = {
    pa.string(): "string",
    pa.int64(): "bigint",
    pa.list_(pa.string()): "array<string>",
}


def read_pages(rows: DataFrame, options: CollectionOptions = DEFAULT_OPTIONS) -> DataFrame:
    """
    Read pages into records.

    Args:
        rows: Paths or pages, as for `web_archives.kernel.read_batches`; a partition is the work of
            one task, so give each a few minutes of it.
        options: How the pages are read.
    """
    return rows.mapInArrow(partial(read_batches, options=options), _ddl(READ_TABLE))


def validate_records(rows: DataFrame) -> DataFrame:
    """
    Validate records.

    Args:
        rows: Records or paths, as for `web_archives.kernel.validate_batches`.
    """
    return rows.mapInArrow(validate_batches, _ddl(FINDING_TABLE))


def _ddl(schema: pa.Schema) -> str:
    """Return the schema as Spark writes it."""
    return ", ".join(f"`{field.name}` {_TYPES[field.type]}" for field in schema)
