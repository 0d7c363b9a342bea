"""Data sets from archives: Parquet tables of all reports of a folder, kept up to date.

>>> from vnreport_parse.dataset import build_dataset
>>> build_dataset("archive", "dataset")  # doctest: +SKIP
"""

from .build import BuildOptions, BuildResult, DatasetNotWritten, build_dataset
from .events import Event
from .layout import DatasetFolder, open_dataset
from .lock import DatasetBusy
from .needs import DatasetLibraryMissing
from .schema import PARTITIONS, TABLES, Column, ListOf, Scalar, Struct, arrow_schema, columns

__all__ = [
    "PARTITIONS",
    "TABLES",
    "BuildOptions",
    "BuildResult",
    "Column",
    "DatasetBusy",
    "DatasetFolder",
    "DatasetLibraryMissing",
    "DatasetNotWritten",
    "Event",
    "ListOf",
    "Scalar",
    "Struct",
    "arrow_schema",
    "build_dataset",
    "columns",
    "open_dataset",
]
