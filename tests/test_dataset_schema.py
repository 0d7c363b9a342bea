"""The tables of a data set hold all that the records hold, and prove it."""

from __future__ import annotations

from collections import Counter

import pytest

from archives import report_text
from vnreport_parse import Report, parse
from vnreport_parse.dataset.packing import PACKED, pack, unpack
from vnreport_parse.dataset.rows import rows_of, year_of
from vnreport_parse.dataset.schema import (
    ADDED,
    ELSEWHERE,
    FACTS,
    FIELDS_OF_TABLES,
    LEFT_OUT,
    MODELS,
    TABLES,
    arrow_schema,
    columns,
    makers_of,
)
from vnreport_parse.dataset.segment import segment

SHA = "ab" * 32
ANNEXED = (
    report_text(3)
    + """

Phụ lục 1
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
(Kèm theo Báo cáo số 3/BC-UBND)
I. TẬP THỂ
Đề nghị tặng Bằng khen cho 04 tập thể, 06 cá nhân thuộc Sở Y tế.
"""
)


@pytest.fixture(scope="module")
def report() -> Report:
    """A report with an annex."""
    return parse(ANNEXED)


def test_every_field_of_a_report_is_in_a_table() -> None:
    """A field that is added to the records comes into the data set, or this test says so."""
    shown = {name for fields in FIELDS_OF_TABLES.values() for name in fields} | {m.way[0] for m in makers_of(Report)}
    assert shown == set(Report.model_fields)


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_a_record_is_a_column(table: str) -> None:
    """Columns are made from the fields: none is left out but those with a table of their own."""
    model = MODELS[table]
    made = {maker.way[0] for maker in makers_of(model)}
    assert made | {name for owner, name in ELSEWHERE if owner is model} == set(model.model_fields)
    assert "path" in LEFT_OUT


@pytest.mark.parametrize("table", TABLES)
def test_arrow_schema_is_that_of_the_columns(table: str) -> None:
    """Names are unique, and nullable is what the record says."""
    schema = arrow_schema(table)
    assert [(f.name, f.nullable) for f in schema] == [(c.name, c.nullable) for c in columns(table)]
    assert len(set(schema.names)) == len(schema.names)
    assert set(ADDED.get(table, ())) <= set(columns(table))


def test_rows_have_the_columns_and_the_types(report: Report) -> None:
    """What a report gives fits the schema, without a cast."""
    for table, rows in rows_of(report, SHA).items():
        assert all(set(row) == set(arrow_schema(table).names) for row in rows), table
    tables = unpack([pack(rows_of(report, SHA))])
    assert {table: rows.schema for table, rows in tables.items()} == {table: arrow_schema(table) for table in PACKED}


def test_packing_loses_nothing(report: Report) -> None:
    """Rows of several documents come back as they were, in their order."""
    documents = [rows_of(report, SHA), rows_of(parse(""), "cd" * 32), rows_of(parse(report_text(4)), "ef" * 32)]
    tables = unpack([pack(rows) for rows in documents])
    for table in PACKED:
        assert tables[table].to_pylist() == [row for rows in documents for row in rows[table]], table
    assert all(rows.num_rows == 0 for rows in unpack([]).values())


def test_spans_prove_the_rows(report: Report) -> None:
    """The text of a row stands where the row says, and so does its evidence."""
    rows = rows_of(report, SHA)
    text = rows["reports"][0]["text"]
    for table in FACTS:
        for row in rows[table]:
            start, end = ("body_start", "body_end") if table == "sections" else ("start", "end")
            assert row["text"] == (None if row["start"] is None else text[row[start] : row[end]])
            for shown in row.get("evidence", ()):
                assert shown["text"] == text[shown["start"] : shown["end"]]


def test_keys(report: Report) -> None:
    """`record` counts from 0, and what points at an award finds it."""
    rows = rows_of(report, SHA)
    for table in FACTS:
        assert [row["record"] for row in rows[table]] == list(range(len(rows[table])))
    awards = [*report.awards, *report.appendix_awards]
    assert [row["title"] for row in rows["awards"]] == [award.title for award in awards]
    for row in rows["recipients"]:
        assert row["title"] == awards[row["award"]].title
    assert Counter(row["award"] for row in rows["recipients"]) == Counter(
        at for at, award in enumerate(awards) for _ in award.recipients
    )
    assert all(row["award"] is None or row["award"] < len(awards) for row in rows["counts"])


def test_annexes_are_there(report: Report) -> None:
    """What stands in an annex is in the same tables, and says in which."""
    rows = rows_of(report, SHA)
    for table in ("awards", "recipients", "counts", "sections"):
        assert {row["appendix"] for row in rows[table]} == {None, 0}, table


def test_all_who_signed() -> None:
    """The principal signature is in `reports`, all of them in `signatures`."""
    report = parse(report_text(1))
    signer = report.signature
    assert signer is not None
    both = report.model_copy(update={"co_signatures": (signer.model_copy(update={"name": "Lê Thị Hai"}),)})
    rows = rows_of(both, SHA)
    assert rows["reports"][0]["signature_name"] == signer.name
    assert [row["name"] for row in rows["signatures"]] == [signer.name, "Lê Thị Hai"]


@pytest.mark.parametrize(
    ("text", "year"),
    [(report_text(1), 2019), ("Số: 12/2021/NQ-HĐND\nNGHỊ QUYẾT", 2021), ("Không có gì", None)],
)
def test_year(text: str, year: int | None) -> None:
    """Of the date; of the number where there is no date; nothing is guessed."""
    assert year_of(parse(text)) == year


def test_words_and_sentences() -> None:
    """Words and sentences stand in the text, in order; a line that goes on in small letters is one sentence with it."""
    text = "Phong trào thi đua năm 2022\nđạt kết quả tốt. Hoà  Bình đã về đích!\n\nHết."
    words, sentences = segment(text)
    assert "Phong trào" in [span.of(text) for span in words]
    assert [span.of(text) for span in sentences] == [
        "Phong trào thi đua năm 2022\nđạt kết quả tốt.",
        "Hoà  Bình đã về đích!",
        "Hết.",
    ]
    assert all(a.end <= b.start for a, b in zip(words, words[1:], strict=False))
    row = rows_of(parse(text), SHA, segment(parse(text).text))["reports"][0]
    assert all(word["text"] == row["text"][word["start"] : word["end"]] for word in row["words"])
