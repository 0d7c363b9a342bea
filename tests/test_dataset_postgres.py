"""A data set in PostgreSQL, on a server that the tests start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from postgres import programs, server
from vnreport_parse.cli import app
from vnreport_parse.dataset import export_postgres as exporting
from vnreport_parse.dataset.dictionary import all_columns
from vnreport_parse.dataset.export_postgres import DatabaseFailed, export_postgres
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.dataset.reading import read_rows
from vnreport_parse.dataset.schema import TABLES
from vnreport_parse.errors import UsageError

pytestmark = pytest.mark.skipif(not programs(), reason="PostgreSQL is not installed")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A database."""
    with server() as address:
        yield address


@pytest.fixture
def schema(url: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A schema that is gone afterwards."""
    name = f"Kho {abs(hash(request.node.name))}"
    yield name
    with psycopg.connect(url) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{name}" CASCADE')


def ask(url: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of an answer."""
    with psycopg.connect(url) as connection:
        return connection.execute(sql, values).fetchall()


def rows(url: str, schema: str, table: str) -> list[dict[str, Any]]:
    """All rows of a table, in a stable order."""
    names = [column.name for column in all_columns(table)]
    listed = ", ".join(f'"{name}"' for name in names)
    return [dict(zip(names, row, strict=True)) for row in ask(url, f'SELECT {listed} FROM "{schema}"."{table}" ORDER BY 1, 2')]


def without(dataset: Path, moved: Path, table: str, keep: int) -> Path:
    """A copy of a data set in which the first part of a table has fewer rows."""
    shutil.copytree(dataset, moved)
    part = open_dataset(moved).parts(table)[0]
    pq.write_table(pq.ParquetFile(part).read().slice(0, keep), part)
    return moved


def test_every_row_with_its_types(small_dataset: Path, url: str, schema: str) -> None:
    """What stands in the data set stands in the database, nested values too, with comments and keys."""
    folder = open_dataset(small_dataset)
    done = export_postgres(folder, url, schema=schema)
    assert done.rows == folder.manifest["counts"]["rows"]
    for table in TABLES:
        wanted = sorted(read_rows(folder, table), key=lambda row: [row[column.name] for column in all_columns(table)[:2]])
        assert rows(url, schema, table) == wanted, table
    columns = "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = %s AND table_name = %s"
    types = dict(ask(url, columns, schema, "recipients"))
    assert (types["evidence"], types["names"], types["count"], types["summable"]) == ("jsonb", "ARRAY", "bigint", "boolean")
    found = ask(url, f"""SELECT names, evidence -> 0 ->> 'field' FROM "{schema}".recipients WHERE 'Lò Văn Púa' = ANY (names)""")
    assert found == [(["Lò Văn Púa"], "names.0")]
    said = ask(url, "SELECT obj_description(%s::regclass)", f'"{schema}".awards')[0][0]
    assert "Mỗi dòng là một câu nêu khen thưởng" in said
    keys = ask(url, "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass", f'"{schema}".awards')
    assert keys == [("PRIMARY KEY (sha256, record)",)]


def test_again_changes_nothing(small_dataset: Path, url: str, schema: str) -> None:
    """No row is written a second time."""
    folder = open_dataset(small_dataset)
    export_postgres(folder, url, schema=schema)
    before = ask(url, f'SELECT xmin::text, ctid::text, sha256 FROM "{schema}".awards ORDER BY sha256, record')
    export_postgres(folder, url, schema=schema)
    assert ask(url, f'SELECT xmin::text, ctid::text, sha256 FROM "{schema}".awards ORDER BY sha256, record') == before


def test_rows_are_replaced_by_their_key(small_dataset: Path, url: str, schema: str) -> None:
    """What was changed or lost in the database comes back, and nothing else is touched."""
    folder = open_dataset(small_dataset)
    export_postgres(folder, url, schema=schema)
    before = rows(url, schema, "awards")
    with psycopg.connect(url) as connection:
        connection.execute(f"UPDATE \"{schema}\".awards SET title = '?' WHERE record = 0")
        connection.execute(f'DELETE FROM "{schema}".awards WHERE record = 1')
    export_postgres(folder, url, ["awards"], schema=schema)
    assert rows(url, schema, "awards") == before


def test_rows_that_a_report_no_longer_has(small_dataset: Path, tmp_path: Path, url: str, schema: str) -> None:
    """Of a report that is read anew exactly its new rows are there, also when it has none."""
    export_postgres(open_dataset(small_dataset), url, schema=schema)
    fewer = without(small_dataset, tmp_path / "fewer", "awards", 0)
    export_postgres(open_dataset(fewer), url, schema=schema)
    assert len(rows(url, schema, "awards")) == 3


def test_other_reports_stay_unless_pruned(small_dataset: Path, tmp_path: Path, url: str, schema: str) -> None:
    """Reports of another data set stay; with prune the tables are those of this one."""
    export_postgres(open_dataset(small_dataset), url, schema=schema)
    fewer = open_dataset(without(small_dataset, tmp_path / "fewer", "reports", 0))
    export_postgres(fewer, url, schema=schema)
    assert len(rows(url, schema, "reports")) == 6
    export_postgres(fewer, url, schema=schema, prune=True)
    assert len(rows(url, schema, "reports")) == 5


def test_nothing_is_done_by_halves(small_dataset: Path, url: str, schema: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the last table leaves the database as it was."""
    real = exporting.read_rows

    def broken(folder: Any, table: str, *rest: Any) -> Iterator[dict[str, Any]]:
        yield from real(folder, table, *rest)
        if table == "files":
            raise OSError("the disk is gone")

    monkeypatch.setattr(exporting, "read_rows", broken)
    with pytest.raises(OSError, match="gone"):
        export_postgres(open_dataset(small_dataset), url, schema=schema)
    assert ask(url, "SELECT count(*) FROM information_schema.tables WHERE table_schema = %s", schema) == [(0,)]


def test_characters_that_postgresql_does_not_hold(small_dataset: Path, tmp_path: Path, url: str, schema: str) -> None:
    """A NUL in a damaged text becomes the replacement character, in text, in lists and in nested values."""
    moved = tmp_path / "moved"
    shutil.copytree(small_dataset, moved)
    for table, column, value in (
        ("reports", "subject", "a\0b"),
        ("reports", "addressees", ["a\0b"]),
        ("reports", "evidence", [{"field": "x", "text": "a\0b\\c", "start": 0, "end": 1}]),
    ):
        part = open_dataset(moved).parts(table)[0]
        read = pq.ParquetFile(part).read()
        field = read.schema.field(column)
        changed = read.set_column(read.schema.get_field_index(column), field, pa.array([value] * len(read), field.type))
        pq.write_table(changed, part)
    export_postgres(open_dataset(moved), url, ["reports"], schema=schema)
    found = next(row for row in rows(url, schema, "reports") if row["subject"] == "a\ufffdb")
    assert found["addressees"] == ["a\ufffdb"]
    assert found["evidence"][0]["text"] == "a\ufffdb\\c"


def test_a_table_of_another_form(small_dataset: Path, url: str, schema: str) -> None:
    """What another program made is not written to."""
    with psycopg.connect(url) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"')
        connection.execute(f'CREATE TABLE "{schema}".awards (sha256 text, record integer)')
    with pytest.raises(UsageError, match="awards has integer record, not bigint"):
        export_postgres(open_dataset(small_dataset), url, ["awards"], schema=schema)


def test_on_the_command_line(small_dataset: Path, url: str, schema: str) -> None:
    """As a user calls it; what the server says stands in one line, without a password."""
    done = CliRunner().invoke(app, ["dataset", "export", str(small_dataset), "--to", url, "--schema", schema, "--lang", "en"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"PostgreSQL, {schema}: " in done.stderr
    for wrong in (url.replace("keeper@", "nobody:secret@"), "postgresql://a:secret@127.0.0.1:1/x", "postgresql://h/x?bad=secret"):
        done = CliRunner().invoke(app, ["dataset", "export", str(small_dataset), "--to", wrong])
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
        assert "the database says: " in done.stderr
        assert "secret" not in done.stderr


def test_a_database_without_unicode(small_dataset: Path) -> None:
    """Vietnamese does not go into LATIN1, and this is said before anything is written."""
    with server("LATIN1") as address, pytest.raises(UsageError, match="the database is in LATIN1"):
        export_postgres(open_dataset(small_dataset), address)


def test_a_server_that_goes_away(small_dataset: Path, url: str, schema: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that is cut in the middle is an error in one line."""
    real = exporting._merge

    def cut(cursor: Any, *rest: Any, **more: Any) -> None:
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (cursor.connection.info.backend_pid,))
        real(cursor, *rest, **more)

    monkeypatch.setattr(exporting, "_merge", cut)
    with pytest.raises(DatabaseFailed, match="the database says"):
        export_postgres(open_dataset(small_dataset), url, schema=schema)
