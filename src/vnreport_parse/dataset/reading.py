"""The rows of a data set, from its Parquet files, a batch at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..errors import UsageError, VnReportError
from ..records import SCHEMA_VERSION
from .layout import UNKNOWN, DatasetFolder, open_dataset
from .needs import need
from .schema import PARTITIONS, columns

Row = dict[str, Any]
_BATCH = 512  # rows that are held at once; a report with its text is large


class DatasetDamaged(VnReportError):
    """A file of a data set is missing or broken."""


def open_readable(path: str | os.PathLike[str]) -> DatasetFolder:
    """The data set in a folder. Raises `UsageError` where there is none, or one whose records have another form than ours."""
    folder = open_dataset(path)
    version = folder.manifest.get("schema_version")
    if version != SCHEMA_VERSION:
        raise UsageError(
            f"{os.fspath(path)}: its records are of version {version}, this library reads version {SCHEMA_VERSION}: "
            "build it anew with this library, or read it with the one that made it"
        )
    return folder


def read_rows(folder: DatasetFolder, table: str, wanted: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a table in the order of its parts, with all columns or some; `year` and `format` come from a part's path.

    A column that a data set of an earlier library lacks is null. Raises `DatasetDamaged` for a part that cannot be read.
    """
    arrow, parquet = need("pyarrow", "dataset"), need("pyarrow.parquet", "dataset")
    blank: Row = dict.fromkeys(wanted or [column.name for column in columns(table)])
    for part in folder.parts(table):
        placed = {} if table == "files" else partition_of(part)
        try:
            with parquet.ParquetFile(part) as file:
                present = [name for name in blank if name in file.schema_arrow.names]
                for batch in file.iter_batches(_BATCH, columns=present):
                    yield from (blank | row | placed for row in batch.to_pylist())
        except (arrow.ArrowException, OSError) as error:
            cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error).partition("\n")[0]
            raise DatasetDamaged(f"{part}: cannot be read ({cause}); build the data set again") from None


def partition_of(part: Path) -> Row:
    """`{"year": 2023, "format": "docx"}` of `reports/year=2023/format=docx/part-all.parquet`; an unknown one is null."""
    said = dict(step.split("=", 1) for step in part.parts if "=" in step)
    values: Row = {}
    for name, kind in PARTITIONS.items():
        value = unquote(said.get(name, UNKNOWN))
        values[name] = None if value == UNKNOWN else int(value) if kind == "int64" else value
    return values
