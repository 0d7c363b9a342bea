"""Queries of a data set: the ready-made ones, those of a user, and what is said of those that cannot be meant."""

from __future__ import annotations

import csv
import io
import json
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from vnreport_parse.cli import app
from vnreport_parse.dataset import layout
from vnreport_parse.dataset.layout import MANIFEST, open_dataset
from vnreport_parse.dataset.querying import query, ready_queries
from vnreport_parse.dataset.reading import read_rows
from vnreport_parse.errors import UsageError

PM, CHAIR = "Thủ tướng Chính phủ", "Chủ tịch Ủy ban nhân dân tỉnh"


def rows(dataset: Path, sql: str, **values: str) -> list[tuple[Any, ...]]:
    """All rows of an answer."""
    return list(query(dataset, sql, values).rows)


def columns(dataset: Path, sql: str, *names: str, **values: str) -> list[tuple[Any, ...]]:
    """Some columns of an answer."""
    answer = query(dataset, sql, values)
    at = [answer.columns.index(name) for name in names]
    return [tuple(row[i] for i in at) for row in answer.rows]


def run(*arguments: object) -> Any:
    """`vnreport dataset query`, in process."""
    return CliRunner().invoke(app, ["dataset", "query", *map(str, arguments)])


# ---------------------------------------------------------------- the ready-made ones
READY: dict[str, tuple[dict[str, str], tuple[str, ...], list[tuple[Any, ...]]]] = {
    "reports": (
        {"year": "2020"},
        ("number", "path"),
        [("95/BC-SNV", "snv/bao-cao-2020.md"), ("/BC-SYT", "syt/bao-cao-2020.txt")],
    ),
    "reports-by-issuer": (
        {},
        ("issuer", "year", "reports"),
        [("SỞ NỘI VỤ", 2019, 1), ("SỞ NỘI VỤ", 2020, 1), ("SỞ NỘI VỤ", 2022, 1), ("SỞ Y TẾ", 2020, 1), ("SỞ Y TẾ", 2021, 2)],
    ),
    "missing-years": ({}, ("issuer", "missing"), [("SỞ NỘI VỤ", [2021])]),
    "search": ({"words": "LÒ VĂN púa"}, ("number", "path"), [("110/BC-SNV", "snv/ban-sao-2019.txt")]),
    "awards-by-title": (
        {"year": "2019"},
        ("title", "status", "kind", "recipients"),
        [
            ("Bằng khen", "conferred", "individual", 5),
            ("Bằng khen", "conferred", "collective", 2),
            ("Bằng khen", "proposed", "individual", 2),
            ("Bằng khen", "proposed", "collective", 1),
            ("Huân chương Lao động", "proposed", "individual", 1),
        ],
    ),
    "awards-of-issuer": (
        {"issuer": "y tế"},
        ("title", "count", "kind"),
        [("Giấy khen", 1, "individual"), ("Giấy khen", 4, "collective")],
    ),
    "units-with-most-awards": ({}, ("name", "awards"), [("Phòng Tổ chức", 2), ("Phòng Thanh tra", 1)]),
    "awards-of": ({"name": "lò văn"}, ("name", "title", "status"), [("Lò Văn Púa", "Huân chương Lao động", "proposed")]),
    "proposals-without-outcome": ({}, ("title", "authority", "number"), [("Huân chương Lao động", "Chủ tịch nước", "110/BC-SNV")]),
    "most-cited": ({"limit": "1"}, ("number", "reports", "mentions"), [("15/KH-UBND", 6, 6)]),
    "who-cites": (
        {"number": "15 / kh-ubnd"},
        ("number",),
        [(n,) for n in ("110/BC-SNV", "95/BC-SNV", "/BC-SYT", "77/BC-SYT", "77/BC-SYT", "101/BC-SNV")],
    ),
    "without-number-or-date": ({}, ("number", "date", "path"), [("/BC-SYT", "2020-12-XX", "syt/bao-cao-2020.txt")]),
    "same-number": (
        {},
        ("number", "documents", "paths"),
        [("77/BC-SYT", 2, ["syt/ban-khac-2021.txt", "syt/bao-cao-2021.txt"])],
    ),
    "unreadable-files": ({}, ("path", "error"), [("hong.pdf", "damaged")]),
    "unreadable-by-reason": ({}, ("error", "files", "example"), [("damaged", 1, "hong.pdf")]),
    "duplicates": ({}, ("path", "duplicate_of"), [("snv/bao-cao-2019.txt", "snv/ban-sao-2019.txt")]),
    "unexplained-counts": ({}, ("value", "noun", "path"), [(1, "viên chức", "snv/bao-cao-2022.txt")]),
    "counts-by-role": (
        {},
        ("role", "kind", "numbers", "added_up"),
        [("award", "collective", 4, 8), ("award", "individual", 3, 19), ("unexplained", "individual", 1, 1)],
    ),
    "remarks": ({}, ("code", "remarks"), [("D202", 1), ("D203", 1), ("D501", 1)]),
    "scans-to-check": ({}, ("path", "confidence"), []),
    "campaigns": ({}, ("name", "reports", "first_year", "last_year"), [("Lam Khê chung sức", 6, 2019, 2022)]),
    "signers": (
        {},
        ("name", "reports", "first_year", "last_year"),
        [("Hà Thị Mai", 3, 2020, 2021), ("Trần Văn Khê", 3, 2019, 2022)],
    ),
    "distribution": ({}, ("entry", "archive", "reports"), [("Lưu: VT", True, 6), ("Như trên", False, 5), ("=1+1", False, 1)]),
}


@pytest.mark.parametrize("name", ready_queries())
def test_ready_made(small_dataset: Path, name: str) -> None:
    """Each query of the list, on a small data set; its words are in both languages."""
    values, wanted, expected = READY[name]
    assert columns(small_dataset, name, *wanted, **values) == expected
    ready = ready_queries()[name]
    assert ready.words.en
    assert ready.words.vi
    assert all(parameter.words.en and parameter.words.vi for parameter in ready.parameters)


def test_scans_are_found(small_dataset: Path, tmp_path: Path) -> None:
    """A report that was recognised with little confidence."""
    moved = tmp_path / "moved"
    shutil.copytree(small_dataset, moved)
    part = open_dataset(moved).parts("reports")[0]
    table = pq.ParquetFile(part).read()
    for name, value in (("source_ocr", pa.array([True] * len(table))), ("source_confidence", pa.array([0.5] * len(table)))):
        table = table.set_column(table.schema.get_field_index(name), table.schema.field(name), value)
    pq.write_table(table, part)
    assert columns(moved, "scans-to-check", "confidence") == [(0.5,)]
    assert columns(moved, "scans-to-check", "confidence", below="0.4") == []


def test_values_may_be_decomposed(small_dataset: Path) -> None:
    """What a Mac types is found too."""
    assert rows(small_dataset, "awards-of", name=unicodedata.normalize("NFD", "lò văn"))


# ---------------------------------------------------------------- one's own
def test_own_query(small_dataset: Path) -> None:
    """SQL, with parameters of one's own."""
    assert rows(small_dataset, "SELECT count(*) FROM reports WHERE year = $year", year="2021") == [(2,)]
    assert rows(small_dataset, 'SELECT count(*) FROM "references" WHERE doc_type = $type', type="Kế hoạch") == [(6,)]


WRONG = [
    ("SELECT titel FROM awards", 'column "titel" not found in FROM clause; near it: title'),
    ("SELECT a.titel FROM awards a", "near it: title"),
    ("SELECT * FROM award", "Table with name award does not exist; near it: awards"),
    ("SELECT * FROM references", 'write "references" in double quotes'),
    ("SELECT end FROM awards", 'write "end" in double quotes'),
    ("SELECT lenght(title) FROM awards", 'Did you mean "length"?'),
    ("SELECT title, count(*) FROM awards", "GROUP BY"),
    ("SELECT sum(title) FROM awards", "No function matches"),
    ("SELECT $x", "parameters: x"),
    ("SELECT title::INTEGER FROM awards", "Could not convert"),
    ("SELEC 1", "syntax error"),
    ("SELECT 1; SELECT 2", "a query is one SELECT"),
    ("", "a query is one SELECT"),
    ("COPY reports TO '/tmp/x.csv'", "a query is one SELECT"),
    ("CREATE TABLE x AS SELECT 1", "a query is one SELECT"),
    ("SELECT * FROM read_text('/etc/hostname')", "Cannot access file"),
    ("award-by-title", "no query 'award-by-title'; near it: awards-by-title"),
]


@pytest.mark.parametrize(("sql", "said"), WRONG)
def test_what_cannot_be_meant(small_dataset: Path, sql: str, said: str) -> None:
    """One line that says what is wrong and, of a name, which is near; exit code 2."""
    with pytest.raises(UsageError) as raised:
        rows(small_dataset, sql)
    assert said in str(raised.value)
    done = run(small_dataset, sql, "--lang", "en")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


PARAMETERS = [
    ("search", {}, "search needs words: the words (--set words=…)"),
    ("awards-by-title", {"jahr": "2020"}, "awards-by-title has no parameter 'jahr'; it has year"),
    ("awards-by-title", {"year": "zwanzig"}, "year is a number, not 'zwanzig'"),
    ("remarks", {"x": "1"}, "it has none"),
]


@pytest.mark.parametrize(("name", "values", "said"), PARAMETERS)
def test_parameters_that_cannot_be_meant(small_dataset: Path, name: str, values: dict[str, str], said: str) -> None:
    """A parameter that is missing, unknown or no number."""
    with pytest.raises(UsageError) as raised:
        query(small_dataset, name, values)
    assert said in str(raised.value)


def test_what_is_no_data_set(tmp_path: Path, small_dataset: Path) -> None:
    """No folder, no data set, one that is half built, one of a later library: a line each, exit code 2."""
    later, half, other = tmp_path / "later", tmp_path / "half", tmp_path / "other"
    later.mkdir()
    shutil.copytree(small_dataset, other)
    (other / MANIFEST).write_text(
        (other / MANIFEST).read_text("utf-8").replace('"schema_version": "1"', '"schema_version": "7"'), "utf-8"
    )
    (half / layout.STATE).mkdir(parents=True)
    (later / MANIFEST).write_text(json.dumps({"layout": layout.LAYOUT + 1}), "utf-8")
    said = {
        tmp_path / "none": "no such folder",
        tmp_path: "no data set",
        half: "its first build is not finished",
        later: "made by a later version",
        other: "its records are of version 7",
    }
    for folder, words in said.items():
        done = run(folder, "reports")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert words in done.stderr


def test_damaged_parts(small_dataset: Path, tmp_path: Path) -> None:
    """A part that is broken or gone: one line, exit code 1, for queries and for exports."""
    moved = tmp_path / "moved"
    shutil.copytree(small_dataset, moved)
    parts = open_dataset(moved).parts("awards")
    parts[0].write_bytes(b"PAR1")
    export = ("dataset", "export", str(moved), "--to", "jsonl", "--out", str(tmp_path / "x"))
    for done in (run(moved, "SELECT count(*) FROM awards"), CliRunner().invoke(app, export)):
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "build the data set again" in done.stderr
    parts[0].unlink()
    done = CliRunner().invoke(app, export)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "No such file" in done.stderr


def test_columns_that_an_earlier_library_did_not_know(small_dataset: Path, tmp_path: Path) -> None:
    """They are null, of their type."""
    moved = tmp_path / "moved"
    shutil.copytree(small_dataset, moved)
    for part in open_dataset(moved).parts("awards"):
        pq.write_table(pq.ParquetFile(part).read().drop_columns(["quantity", "evidence", "cumulative"]), part)
    assert rows(moved, "SELECT sum(quantity), max(len(evidence)), bool_or(cumulative), count(*) FROM awards") == [
        (None, None, None, 6)
    ]
    assert {row["quantity"] for row in read_rows(open_dataset(moved), "awards")} == {None}


# ---------------------------------------------------------------- on the command line
def test_list(small_dataset: Path) -> None:
    """Every query with its words and parameters, in the language asked for; no data set is needed."""
    english, vietnamese = run("--list", "--lang", "en").stdout, run("--list", "--lang", "vi").stdout
    for name in ready_queries():
        assert name in english
        assert name in vietnamese
    assert "--set year=…" in english
    assert "bắt buộc" in vietnamese


def test_formats(small_dataset: Path, tmp_path: Path) -> None:
    """The same rows as a table, CSV, JSON and JSON lines, on standard output or into a file."""
    said = run(small_dataset, "same-number", "--format", "csv")
    assert list(csv.reader(io.StringIO(said.stdout)))[1][4] == "syt/ban-khac-2021.txt; syt/bao-cao-2021.txt"
    assert run(small_dataset, "same-number").stdout == said.stdout
    objects = json.loads(run(small_dataset, "same-number", "--format", "json").stdout)
    assert objects[0]["paths"] == ["syt/ban-khac-2021.txt", "syt/bao-cao-2021.txt"]
    lines = run(small_dataset, "distribution", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["entry"] for line in lines] == ["Lưu: VT", "Như trên", "=1+1"]
    assert json.loads(run(small_dataset, "scans-to-check", "--format", "json").stdout) == []
    assert "Lam Khê chung sức" in run(small_dataset, "campaigns", "--format", "table").stdout
    assert "no rows" in run(small_dataset, "scans-to-check", "--format", "table", "--lang", "en").stdout
    out = tmp_path / "rows.csv"
    assert run(small_dataset, "same-number", "--out", out).exit_code == 0
    assert out.read_text("utf-8") == said.stdout


def test_cells_are_no_formulas(small_dataset: Path) -> None:
    """A recipient of copies that is called `=1+1` is not reckoned by a spreadsheet."""
    assert "'=1+1,false,1" in run(small_dataset, "distribution").stdout


def test_limit(small_dataset: Path) -> None:
    """A table that was cut says so."""
    done = run(small_dataset, "reports", "--format", "table", "--limit", "2", "--lang", "en")
    assert "the first 2 rows are shown" in done.stderr
    assert len(run(small_dataset, "reports", "--limit", "2").stdout.splitlines()) == 3


def test_long_texts_are_cut_in_a_table(small_dataset: Path) -> None:
    """A whole report is no cell of a table."""
    done = run(small_dataset, "SELECT text FROM reports LIMIT 1", "--format", "table")
    assert " …" in done.stdout
    assert len(done.stdout) < 900


MISUSED = [((), "give the folder"), (("{}",), "give a query"), (("{}", "reports", "--set", "year"), "write NAME=VALUE")]


@pytest.mark.parametrize(("arguments", "said"), MISUSED)
def test_misuse(small_dataset: Path, arguments: tuple[str, ...], said: str) -> None:
    """What is missing is named."""
    done = run(*(argument.format(small_dataset) for argument in arguments), "--lang", "en")
    assert done.exit_code == 2
    assert said in done.stderr


def test_nowhere_to_write(small_dataset: Path, tmp_path: Path) -> None:
    """A folder that is not there."""
    done = run(small_dataset, "reports", "--out", tmp_path / "none" / "x.csv", "--lang", "en")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
