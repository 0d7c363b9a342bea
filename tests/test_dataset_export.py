"""A data set as CSV, JSON lines and Excel: whole or not at all, nothing lost unsaid, nothing taken for a formula."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from typer.testing import CliRunner

from vnreport_parse.cli import app
from vnreport_parse.dataset import export_files, reading
from vnreport_parse.dataset.dictionary import all_columns
from vnreport_parse.dataset.flattening import as_json, csv_cell, flat, plain
from vnreport_parse.dataset.layout import open_dataset
from vnreport_parse.dataset.needs import DatasetLibraryMissing
from vnreport_parse.dataset.reading import read_rows
from vnreport_parse.dataset.schema import TABLES


def run(*arguments: object) -> Any:
    """`vnreport dataset export`, in process."""
    return CliRunner().invoke(app, ["dataset", "export", *map(str, arguments), "--lang", "en"])


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


# ---------------------------------------------------------------- values
CELLS = [
    (["Lò Thị Én", "Vi Văn Sáo"], "Lò Thị Én; Vi Văn Sáo", "Lò Thị Én; Vi Văn Sáo"),
    ([], "", ""),
    ([{"field": "x", "start": 1}], '[{"field": "x", "start": 1}]', '[{"field": "x", "start": 1}]'),
    (b"\xff\x00", "/wA=", "/wA="),
    (True, True, "true"),
    (False, False, "false"),
    (None, None, None),
    (-7, -7, -7),
    ("=1+1", "=1+1", "'=1+1"),
    ("- Như trên", "- Như trên", "'- Như trên"),
    ("@a", "@a", "'@a"),
    ("\tx", "\tx", "'\tx"),
    ("Sở Y tế", "Sở Y tế", "Sở Y tế"),
]


@pytest.mark.parametrize(("value", "in_a_cell", "in_csv"), CELLS)
def test_cells(value: object, in_a_cell: object, in_csv: object) -> None:
    """Lists of names are joined, other parts are JSON; texts that look like formulas are guarded, numbers are not."""
    assert flat(value) == in_a_cell
    assert csv_cell(value, guard=True) == in_csv


def test_without_guard() -> None:
    """For other programs than spreadsheets, a text is what it is."""
    assert csv_cell("=1+1", guard=False) == "=1+1"
    assert plain({"a": [b"x"]}) == {"a": ["eA=="]}
    assert as_json(["ư"]) == '["ư"]'


# ---------------------------------------------------------------- CSV and JSON lines
def test_csv(small_dataset: Path, tmp_path: Path) -> None:
    """A file for each table, with all rows and all columns."""
    done = run(small_dataset, "--to", "csv", "--out", tmp_path / "csv")
    assert done.exit_code == 0
    counts = open_dataset(small_dataset).manifest["counts"]["rows"]
    assert f"{sum(counts.values())} rows of {len(TABLES)} tables" in done.stderr
    for name in TABLES:
        found = table(tmp_path / "csv" / f"{name}.csv")
        assert len(found) == counts[name]
        assert not found or list(found[0]) == [column.name for column in all_columns(name)]
    assert not (tmp_path / "csv" / "awards.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    named = [row["names"] for row in table(tmp_path / "csv" / "recipients.csv") if row["names"]]
    assert sorted(named) == ["Lò Văn Púa", "Phòng Tổ chức", "Phòng Tổ chức; Phòng Thanh tra", "Vi Thị Sáo"]
    assert {row["year"] for row in table(tmp_path / "csv" / "reports.csv")} == {"2019", "2020", "2021", "2022"}


def test_csv_for_excel(small_dataset: Path, tmp_path: Path) -> None:
    """With the mark by which Excel knows UTF-8, and guarded unless asked otherwise."""
    assert run(small_dataset, "--to", "csv", "--out", tmp_path / "a", "--bom", "--tables", "distribution").exit_code == 0
    assert (tmp_path / "a" / "distribution.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["distribution.csv"]
    assert "'=1+1" in {row["entry"] for row in table(tmp_path / "a" / "distribution.csv")}
    assert run(small_dataset, "--to", "csv", "--out", tmp_path / "b", "--no-guard", "--tables", "distribution").exit_code == 0
    assert "=1+1" in {row["entry"] for row in table(tmp_path / "b" / "distribution.csv")}


def test_jsonl(small_dataset: Path, tmp_path: Path) -> None:
    """Nested as it is in the data set; bytes as base64."""
    assert run(small_dataset, "--to", "jsonl", "--out", tmp_path / "x", "--tables", "awards, files").exit_code == 0
    folder = open_dataset(small_dataset)
    for name in ("awards", "files"):
        lines = (tmp_path / "x" / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == [plain(row) for row in read_rows(folder, name)]


# ---------------------------------------------------------------- Excel
def test_xlsx(small_dataset: Path, tmp_path: Path) -> None:
    """A sheet for each table; numbers are numbers, texts are texts, also one that looks like a formula."""
    out = tmp_path / "x.xlsx"
    assert run(small_dataset, "--to", "xlsx", "--out", out).exit_code == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == list(TABLES)
    sheet = book["distribution"]
    head = [cell.value for cell in sheet[1]]
    assert head == [column.name for column in all_columns("distribution")]
    rows = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    entry = next(row["entry"] for row in rows if row["entry"].value == "=1+1")
    assert entry.data_type == "s"
    assert rows[0]["archive"].value in (True, False)
    assert isinstance(rows[0]["start"].value, int)
    assert rows[0]["year"].value == 2019
    assert book["references"].max_row == 7


def test_limits_of_sheets(small_dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of more rows than a sheet holds goes on in the next; a text that a cell cannot hold is cut; both are told."""
    monkeypatch.setattr(export_files, "SHEET_ROWS", 4)
    monkeypatch.setattr(export_files, "CELL_LENGTH", 100)
    out = tmp_path / "x.xlsx"
    done = run(small_dataset, "--to", "xlsx", "--out", out, "--tables", "reports,recipients")
    assert "recipients has more rows than a sheet of Excel holds and goes on in 3 sheets" in done.stderr
    assert "reports has more rows than a sheet of Excel holds and goes on in 2 sheets" in done.stderr
    assert "texts are longer than a cell of Excel holds" in done.stderr
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["reports", "reports 2", "recipients", "recipients 2", "recipients 3"]
    assert [sheet.max_row for sheet in book] == [4, 4, 4, 4, 4]
    texts = [cell.value for sheet in book.worksheets[:2] for row in sheet.iter_rows(min_row=2) for cell in row]
    cut = [text for text in texts if isinstance(text, str) and text.endswith(" […]")]
    assert cut
    assert max(map(len, cut)) == 100


def test_batches(small_dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come in their order, however many are held at once."""
    folder = open_dataset(small_dataset)
    before = list(read_rows(folder, "recipients"))
    monkeypatch.setattr(reading, "_BATCH", 1)
    assert list(read_rows(folder, "recipients")) == before
    assert sorted(next(read_rows(folder, "reports", ("sha256",)))) == ["format", "sha256", "year"]


# ---------------------------------------------------------------- what goes wrong
WRONG: list[tuple[tuple[str, ...], int, str]] = [
    (("{set}", "--to", "csv"), 2, "--to csv needs --out"),
    (("{set}", "--to", "parquet", "--out", "{tmp}/x"), 2, "--to parquet: give csv, jsonl, xlsx, or an address"),
    (
        ("{set}", "--to", "csv", "--out", "{tmp}/x", "--tables", "awards,medals"),
        2,
        "no table 'medals'; there are reports",
    ),
    (("{set}", "--to", "csv", "--out", "{set}/csv"), 2, "this is in the data set itself"),
    (("{set}", "--to", "jsonl", "--out", "{set}"), 2, "this is in the data set itself"),
    (("{set}", "--to", "xlsx", "--out", "{tmp}/none/x.xlsx"), 1, "cannot write"),
    (("{set}", "--to", "csv", "--out", "{tmp}/none/x"), 1, "cannot write"),
    (("{tmp}/none", "--to", "csv", "--out", "{tmp}/x"), 2, "no such folder"),
    (("{set}", "--to", "postgresql://x", "--out", "{tmp}/x"), 2, "leave it out"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_what_goes_wrong(small_dataset: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """One line, and nothing is left behind."""
    before = sorted(small_dataset.iterdir())
    done = run(*(argument.format(set=small_dataset, tmp=tmp_path) for argument in arguments))
    assert (done.exit_code, done.stderr.count("\n")) == (code, 1)
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert sorted(small_dataset.iterdir()) == before


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_what_is_there_stays_unless_asked(small_dataset: Path, tmp_path: Path, form: str) -> None:
    """Without --force nothing is touched; with it a file is replaced, and other files of a folder stay."""
    out = tmp_path / "out"
    arguments = (small_dataset, "--to", form, "--out", out, "--tables", "awards")
    if form == "xlsx":
        out.write_text("mine", "utf-8")
    else:
        out.mkdir()
        (out / "mine.txt").write_text("mine", "utf-8")
        (out / f"awards.{form}").write_text("old", "utf-8")
    done = run(*arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "is there already" in done.stderr
    assert run(*arguments, "--force").exit_code == 0
    if form != "xlsx":
        assert (out / "mine.txt").read_text("utf-8") == "mine"
        assert (out / f"awards.{form}").stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_full_disk(small_dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written to the end is not there at all."""

    def full(*_: object, **__: object) -> object:
        raise OSError(28, os.strerror(28), "x")

    monkeypatch.setattr(export_files, "csv_cell", full)
    done = run(small_dataset, "--to", "csv", "--out", tmp_path / "x")
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "No space left" in done.stderr


def test_excel_on_a_full_disk(small_dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, where the library that writes has an error of its own."""
    real = xlsxwriter.Workbook.close

    def close(book: xlsxwriter.Workbook) -> None:
        real(book)
        raise xlsxwriter.exceptions.FileCreateError(OSError(28, os.strerror(28)))

    monkeypatch.setattr(xlsxwriter.Workbook, "close", close)
    done = run(small_dataset, "--to", "xlsx", "--out", tmp_path / "x.xlsx", "--tables", "totals")
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "No space left" in done.stderr


@pytest.mark.parametrize("form", ["xlsx", "postgresql://nowhere/x"])
def test_a_library_that_is_missing(small_dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """The command that installs it."""

    def missing(module: str, extra: str) -> object:
        raise DatasetLibraryMissing(f"{module} is not installed. Try: pip install 'vnreport-parse[{extra}]'")

    for module in ("export_files", "export_postgres"):
        monkeypatch.setattr(f"vnreport_parse.dataset.{module}.need", missing)
    out = ("--out", tmp_path / "x") if form == "xlsx" else ()
    done = run(small_dataset, "--to", form, *out)
    assert done.exit_code == 2
    assert "Try: pip install 'vnreport-parse[" in done.stderr
