"""
Read the WARC files of a folder into records on Apache Spark.

    spark-submit --master "local[2,4]" read_crawl.py FOLDER OUTPUT

OUTPUT is a folder that does not exist yet. The exit code is 1 where records are lost.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

from nizkorcite.spark import read_pages


def answers(spark: SparkSession, files: list[Path]) -> DataFrame:
    """Read each file as a task of its own."""
    paths = spark.createDataFrame([(str(path.resolve()),) for path in files], "path string")
    return read_pages(paths.repartition(len(files))).persist()


def main() -> int:
    """Write the records, print the losses and the numbers, and return the exit code."""
    parser = ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("folder", type=Path)
    parser.add_argument("output")
    arguments = parser.parse_args()
    files = sorted(arguments.folder.glob("*.warc*"))
    if not files:
        parser.error(f"{arguments.folder} has no WARC files")

    spark = SparkSession.builder.appName("read a crawl").getOrCreate()
    rows = answers(spark, files)
    rows.where("kind = 'record'").select("record").write.text(arguments.output)
    for loss in rows.where("kind = 'loss'").collect():
        print(loss.message, file=sys.stderr)
    tally = rows.where("kind = 'tally'").selectExpr("sum(read)", "sum(skipped)", "sum(lost)")
    read, skipped, lost = tally.collect()[0]
    print(f"records read: {read}, skipped: {skipped}, lost: {lost}")
    spark.stop()
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
