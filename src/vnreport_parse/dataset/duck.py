"""DuckDB over a data set: views of its Parquet files, in a file for those who open it, or in memory for a query."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .dictionary import about, all_columns, describe
from .layout import DatasetFolder
from .needs import need
from .schema import PARTITIONS, TABLES, ListOf, Struct, Type

DUCKDB_FILE = "dataset.duckdb"
_SQL_TYPES = {"int64": "BIGINT", "string": "VARCHAR", "bool": "BOOLEAN", "double": "DOUBLE", "binary": "BLOB"}
_PATTERN_MARKS = "[*?"


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """A name as SQL: `references` and `end` are words of the language and need their quotes."""
    return '"' + text.replace('"', '""') + '"'


def write_duckdb(root: Path) -> Path:
    """Writes `dataset.duckdb`: a view of each table, with what it and its columns hold as comments.

    The views read the Parquet files where they are now; one that was moved is written anew by the next build.
    Raises `DatasetLibraryMissing` where DuckDB is not installed.
    """
    duckdb = need("duckdb", "duckdb")
    written = root / f".{DUCKDB_FILE}.{os.getpid()}.part"
    try:
        with TemporaryDirectory() as elsewhere:  # DuckDB takes what stands behind a `?` in a folder's name for options
            made = Path(elsewhere, DUCKDB_FILE)
            with duckdb.connect(os.fspath(made)) as connection:
                make_views(connection, root)
                _comment(connection)
            shutil.copyfile(made, written)
        written.replace(root / DUCKDB_FILE)
    finally:
        written.unlink(missing_ok=True)
    return root / DUCKDB_FILE


def make_views(connection: Any, root: Path) -> None:
    """A view of each table; a column that a data set of an earlier library lacks is null."""
    types = ", ".join(f"{name(column)}: {_SQL_TYPES[kind]}" for column, kind in PARTITIONS.items())
    for table in TABLES:
        files = literal(f"{_as_pattern(root)}/{table}/**/*.parquet")
        hive = "hive_partitioning = false" if table == "files" else f"hive_partitioning = true, hive_types = {{{types}}}"
        source = f"read_parquet({files}, {hive})"
        found = {column for column, *_ in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}  # noqa: S608
        listed = ", ".join(
            name(column.name) if column.name in found else f"CAST(NULL AS {_sql_type(column.type)}) AS {name(column.name)}"
            for column in all_columns(table)
        )
        connection.execute(f"CREATE VIEW {name(table)} AS SELECT {listed} FROM {source}")  # noqa: S608


def _sql_type(kind: Type) -> str:
    if isinstance(kind, ListOf):
        return f"{_sql_type(kind.item)}[]"
    if isinstance(kind, Struct):
        return f"STRUCT({', '.join(f'{name(part)} {_sql_type(inner)}' for part, inner in kind.parts)})"
    return _SQL_TYPES[kind.name]


def open_for_queries(folder: DatasetFolder) -> Any:
    """A connection in memory that reads this data set, writes nothing to the disk and reads no other file."""
    duckdb = need("duckdb", "duckdb")
    connection = duckdb.connect()
    make_views(connection, folder.root)
    reach = ", ".join(literal(place) for place in {os.path.realpath(folder.root), _as_pattern(folder.root)})
    connection.execute(f"SET allowed_directories = [{reach}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _as_pattern(root: Path) -> str:
    """The folder as DuckDB's patterns write it, for one whose name has a bracket or a star."""
    return "".join(f"[{char}]" if char in _PATTERN_MARKS else char for char in os.path.realpath(root))


def _comment(connection: Any) -> None:
    for table in TABLES:
        connection.execute(f"COMMENT ON VIEW {name(table)} IS {literal(' · '.join(about(table)))}")
        for column in all_columns(table):
            words = literal(" · ".join(describe(table, column.name)))
            connection.execute(f"COMMENT ON COLUMN {name(table)}.{name(column.name)} IS {words}")
