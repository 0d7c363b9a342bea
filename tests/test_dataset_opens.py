"""A data set opens at once where people work: DuckDB, polars, pandas, datasets, straight on the files."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from archives import build, fill, write
from vnreport_parse.dataset import companions, duck
from vnreport_parse.dataset.companions import write_companions
from vnreport_parse.dataset.dictionary import all_columns
from vnreport_parse.dataset.duck import DUCKDB_FILE, open_for_queries, write_duckdb
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.dataset.needs import DatasetLibraryMissing
from vnreport_parse.dataset.reading import partition_of
from vnreport_parse.dataset.schema import TABLES

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "dataset.md"


def test_duckdb_file(small_dataset: Path) -> None:
    """A view of each table, with its rows and the words of the dictionary."""
    with duckdb.connect(str(small_dataset / DUCKDB_FILE), read_only=True) as connection:
        rows = {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in TABLES}
        assert rows == open_dataset(small_dataset).manifest["counts"]["rows"]
        columns = connection.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'awards'").fetchall()
        assert [name for name, _ in columns] == [column.name for column in all_columns("awards")]
        assert all(comment and " · " in comment for _, comment in columns)
        view = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = 'awards'").fetchone()[0]
        assert "Mỗi dòng là một câu nêu khen thưởng" in view
        year = connection.execute("SELECT DISTINCT year, typeof(year) FROM reports ORDER BY year").fetchall()
        assert year == [(2019, "BIGINT"), (2020, "BIGINT"), (2021, "BIGINT"), (2022, "BIGINT")]


@pytest.mark.parametrize("name", ["a 'quoted' [one]*?", "Báo cáo năm 2020", "a=b"])
def test_folders_with_odd_names(small_dataset: Path, tmp_path: Path, name: str) -> None:
    """Brackets, stars, quotes and `=` in the name of a folder are no patterns and no partitions."""
    moved = tmp_path / name
    shutil.copytree(small_dataset, moved)
    write_duckdb(moved)
    with duckdb.connect() as connection:
        duck.make_views(connection, moved)
        assert connection.execute("SELECT count(*), min(year) FROM reports").fetchone() == (6, 2019)
    with open_for_queries(open_dataset(moved)) as connection:
        assert connection.execute('SELECT count(*) FROM "references"').fetchone() == (6,)


def test_duckdb_straight_on_the_files(small_dataset: Path) -> None:
    """As the documentation says it."""
    found = duckdb.sql(f"SELECT title, year FROM '{small_dataset}/awards/**/*.parquet' ORDER BY year LIMIT 1").fetchall()
    assert found == [("Bằng khen", 2019)]


def test_polars_and_pandas(small_dataset: Path) -> None:
    """Years and formats come from the folders, nested columns are lists and structs."""
    scanned = pl.scan_parquet(small_dataset / "recipients", hive_partitioning=True).collect()
    assert scanned.filter(pl.col("summable"))["count"].sum() == 29
    assert scanned.schema["year"] == pl.Int64
    assert scanned["evidence"].dtype == pl.List(
        pl.Struct({"field": pl.String, "text": pl.String, "start": pl.Int64, "end": pl.Int64})
    )
    frame = pd.read_parquet(small_dataset / "recipients")
    assert frame.loc[frame["summable"], "count"].sum() == 29
    assert sorted(frame["year"].astype(int).unique()) == [2019, 2020, 2022]


def test_pandas_where_a_year_is_unknown(tmp_path: Path) -> None:
    """As the guide says it: several years, and a report without one."""
    archive = fill(tmp_path / "archive", range(3))
    write(archive / "undated.txt", "BÁO CÁO\nTổng kết\n\nUBND tỉnh tặng Bằng khen cho 02 tập thể.\n")
    build(archive, tmp_path / "d")
    frame = pd.read_parquet(tmp_path / "d" / "recipients", partitioning=pyarrow.dataset.partitioning(flavor="hive"))
    assert sorted(frame["year"].dropna().astype(int).unique()) == [2018, 2019, 2020]
    assert frame.loc[frame["year"].isna(), "count"].tolist() == [2]
    assert 'read_parquet("DATASET/recipients", partitioning=pyarrow.dataset.partitioning(flavor="hive"))' in GUIDE.read_text(
        "utf-8"
    )


def test_no_group_of_rows_is_empty(small_dataset: Path, tmp_path: Path) -> None:
    """A part without rows has no group of rows: `datasets` fails at one that is empty."""
    (tmp_path / "archive").mkdir()
    build(tmp_path / "archive", tmp_path / "nothing")
    for root in (small_dataset, tmp_path / "nothing"):
        parts = [part for table in TABLES for part in open_dataset(root).parts(table)]
        described = [pq.ParquetFile(part).metadata for part in parts]
        assert any(part.num_rows == 0 for part in described)
        assert all(part.row_group(at).num_rows for part in described for at in range(part.num_row_groups))


if importlib.util.find_spec("datasets"):  # too heavy for the development tools; where it is installed, it is tried

    def test_hugging_face_datasets(small_dataset: Path, tmp_path: Path) -> None:
        """`load_dataset("parquet", …)`, in a process of its own: the library changes much when it is imported."""
        code = (
            "import sys, datasets\n"
            "files = sys.argv[1] + '/awards/**/*.parquet'\n"
            "rows = datasets.load_dataset('parquet', data_files=files, cache_dir=sys.argv[2])['train']\n"
            "print(rows.num_rows, rows[0]['title'])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, small_dataset, tmp_path], capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout == "6 Bằng khen\n"


def test_without_duckdb(small_dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary is written all the same, and the file is not."""

    def missing(*_: object) -> None:
        raise DatasetLibraryMissing("duckdb is not installed")

    monkeypatch.setattr(companions, "write_duckdb", missing)
    write_companions(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dictionary.md", "schema.json"]


PARTS = [
    ("reports/year=2023/format=docx/part-all.parquet", {"year": 2023, "format": "docx"}),
    ("reports/year=__HIVE_DEFAULT_PARTITION__/format=txt/part-0.parquet", {"year": None, "format": "txt"}),
    ("x=1/year=1/reports/year=2023/format=md/part-0.parquet", {"year": 2023, "format": "md"}),
]


@pytest.mark.parametrize(("part", "expected"), PARTS)
def test_partitions_of_a_path(part: str, expected: dict[str, object]) -> None:
    """The steps nearest to the file count; an unknown year is null."""
    assert partition_of(Path(part)) == expected
