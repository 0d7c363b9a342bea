"""The rows of a data set, from its Parquet files, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .layout import UNKNOWN, DatasetFolder
from .needs import need
from .schema import PARTITIONS, columns

Row = dict[str, Any]
_BATCH = 512  # rows that are held at once; a report with its text is large


def read_rows(folder: DatasetFolder, table: str, wanted: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a table in the order of its parts, with all columns or some; `year` and `format` come from a part's path."""
    parquet = need("pyarrow.parquet", "dataset")
    wanted = wanted or [column.name for column in columns(table)]
    for part in folder.parts(table):
        placed = {} if table == "files" else partition_of(part)
        with parquet.ParquetFile(part) as file:
            for batch in file.iter_batches(_BATCH, columns=list(wanted)):
                yield from (row | placed for row in batch.to_pylist())


def partition_of(part: Path) -> Row:
    """`{"year": 2023, "format": "docx"}` of `reports/year=2023/format=docx/part-all.parquet`; an unknown one is null."""
    said = dict(step.split("=", 1) for step in part.parts if "=" in step)
    values: Row = {}
    for name, kind in PARTITIONS.items():
        value = unquote(said.get(name, UNKNOWN))
        values[name] = None if value == UNKNOWN else int(value) if kind == "int64" else value
    return values
