"""A data set into PostgreSQL: bulk COPY into a waiting table, then rows with a known key are replaced and others added.

One transaction for all tables: another session sees the old state or the new one. Running it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ..errors import UsageError, VnReportError
from .dictionary import about, all_columns, describe, key_of
from .duck import literal, name
from .export_files import Exported, tables_asked
from .flattening import as_json
from .layout import DatasetFolder
from .needs import need
from .reading import Row, read_rows
from .schema import ListOf, Scalar, Type

_TYPES = {"string": "text", "int64": "bigint", "bool": "boolean", "double": "double precision", "binary": "bytea"}
_WAITING, _REPORTS = "vnreport_waiting", "vnreport_reports"  # tables of the session


class DatabaseFailed(VnReportError):
    """The database cannot be reached, or does not take the rows. It is as it was before."""


def export_postgres(
    folder: DatasetFolder, url: str, tables: Sequence[str] | None = None, *, schema: str = "vnreport", prune: bool = False
) -> Exported:
    """Brings tables of a PostgreSQL schema to what the data set says; tables that are not there are made, with comments.

    Of the reports of this data set exactly its rows are there afterwards. Other rows stay: those of reports and files that
    the data set no longer has, or that another one brought; with `prune` they go.

    Raises `DatasetLibraryMissing` where psycopg is not installed, `DatabaseFailed` for what the server says.
    """
    psycopg = need("psycopg", "postgres")
    asked = tables_asked(tables)
    with _told(psycopg), psycopg.connect(url, client_encoding="utf8") as connection, connection.cursor() as cursor:
        _check_encoding(connection)
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {name(schema)}")
        _tell_reports(cursor, folder)
        rows = {}
        for table in asked:
            target = f"{name(schema)}.{name(table)}"
            _make(cursor, target, table)
            _check_columns(cursor, schema, table)
            _comment(cursor, target, table)
            rows[table] = _copy(cursor, target, table, read_rows(folder, table))
            _merge(cursor, target, table, prune=prune)
    return Exported(rows)


@contextmanager
def _told(psycopg: Any) -> Iterator[None]:
    """The server's words as one line; a password is not among them."""
    try:
        yield
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        raise DatabaseFailed(f"the database says: {said}") from None


def _check_encoding(connection: Any) -> None:
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise UsageError(f"the database is in {encoding} and cannot hold Vietnamese: make one with ENCODING 'UTF8'")


# ---------------------------------------------------------------- tables
def _type(kind: Type) -> str:
    """Texts in a list are an array, anything else that has parts is jsonb."""
    if isinstance(kind, Scalar):
        return _TYPES[kind.name]
    return "text[]" if kind == ListOf(Scalar("string")) else "jsonb"


def _make(cursor: Any, target: str, table: str) -> None:
    """The table and its key."""
    columns = [f"{name(column.name)} {_type(column.type)}{'' if column.nullable else ' NOT NULL'}" for column in all_columns(table)]
    key = ", ".join(map(name, key_of(table)))
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {target} ({', '.join(columns)}, PRIMARY KEY ({key}))")


def _comment(cursor: Any, target: str, table: str) -> None:
    """The words of the dictionary."""
    cursor.execute(f"COMMENT ON TABLE {target} IS {_said(about(table))}")
    for column in all_columns(table):
        cursor.execute(f"COMMENT ON COLUMN {target}.{name(column.name)} IS {_said(describe(table, column.name))}")


def _said(words: tuple[str, str]) -> str:
    return "E" + literal(" · ".join(words).replace("\\", "\\\\"))


def _check_columns(cursor: Any, schema: str, table: str) -> None:
    """A table of that name that another program made, or an earlier version of the records, is not written to."""
    cursor.execute(
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 "
        "AND NOT a.attisdropped",
        (schema, table),
    )
    found, wanted = dict(cursor.fetchall()), {column.name: _type(column.type) for column in all_columns(table)}
    if wrong := next((column for column in wanted if found.get(column) != wanted[column]), None):
        raise UsageError(
            f"the table {schema}.{table} has {found.get(wrong, 'no')} {wrong}, not {wanted[wrong]}: "
            "it was made by something else; drop it, or choose another --schema"
        )


# ---------------------------------------------------------------- rows
def _tell_reports(cursor: Any, folder: DatasetFolder) -> None:
    """Which reports the data set has, as a table of this session."""
    cursor.execute(f"CREATE TEMPORARY TABLE {_REPORTS} (sha256 text PRIMARY KEY) ON COMMIT DROP")
    with cursor.copy(f"COPY {_REPORTS} FROM STDIN") as copy:
        for row in read_rows(folder, "reports", ("sha256",)):
            copy.write_row([row["sha256"]])


def _copy(cursor: Any, target: str, table: str, rows: Any) -> int:
    """All rows into a waiting table of this session."""
    columns = all_columns(table)
    listed = ", ".join(name(column.name) for column in columns)
    cursor.execute(f"DROP TABLE IF EXISTS {_WAITING}")
    cursor.execute(f"CREATE TEMPORARY TABLE {_WAITING} (LIKE {target}) ON COMMIT DROP")
    kinds = [_type(column.type) for column in columns]
    written = 0
    with cursor.copy(f"COPY {_WAITING} ({listed}) FROM STDIN") as copy:
        for written, row in enumerate(rows, 1):  # noqa: B007
            copy.write_row([_value(row, column.name, kind) for column, kind in zip(columns, kinds, strict=True)])
    return written


def _value(row: Row, column: str, kind: str) -> Any:
    """A value as COPY takes it; PostgreSQL holds no NUL character, which becomes the replacement character."""
    value = row[column]
    if value is None:
        return None
    if kind == "jsonb":
        return as_json(value).replace("\\u0000", "\ufffd")
    if kind == "text":
        return value.replace("\0", "\ufffd")
    if kind == "text[]":
        return [part.replace("\0", "\ufffd") for part in value]
    return value


def _merge(cursor: Any, target: str, table: str, *, prune: bool) -> None:
    """Rows with a known key are replaced, others added; rows that the data set has no longer go away."""
    key = key_of(table)
    columns = [column.name for column in all_columns(table)]
    same_key = " AND ".join(f"w.{name(column)} = t.{name(column)}" for column in key)
    gone = f"DELETE FROM {target} t WHERE NOT EXISTS (SELECT 1 FROM {_WAITING} w WHERE {same_key})"
    if not prune:
        gone += f" AND t.sha256 IN (SELECT sha256 FROM {_REPORTS})" if "record" in key else " AND false"
    cursor.execute(gone)
    listed = ", ".join(map(name, columns))
    others = [column for column in columns if column not in key]
    replaced = ", ".join(f"{name(column)} = excluded.{name(column)}" for column in others)
    now, new = (", ".join(f"{side}.{name(column)}" for column in others) for side in ("t", "excluded"))
    cursor.execute(
        f"INSERT INTO {target} AS t ({listed}) SELECT {listed} FROM {_WAITING} "
        f"ON CONFLICT ({', '.join(map(name, key))}) DO UPDATE SET {replaced} WHERE ({now}) IS DISTINCT FROM ({new})"
    )
