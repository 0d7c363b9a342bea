"""The workbook: every figure leads to its evidence and on to its place in the report, and nothing in it runs."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from makeaudit import EVIL, hostile, ordinary
from vnreport_parse.auditing import sheets
from vnreport_parse.auditing.forms import statutory_forms
from vnreport_parse.auditing.records import Audit
from vnreport_parse.auditing.workbook import write_workbook
from vnreport_parse.auditing.workbook_forms import _listed
from vnreport_parse.view import anchor


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of an ordinary audit."""
    path = tmp_path_factory.mktemp("book") / "audit.xlsx"
    write_workbook(ordinary(), path, "vi")
    return path


def target(location: str) -> tuple[str, int, int]:
    """`'Minh chứng'!A5:J7`: the sheet, the first and the last row."""
    sheet, first, last = re.fullmatch(r"'(.+)'!A(\d+):J(\d+)", location).groups()
    return sheet, int(first), int(last)


def test_sheets(written: Path) -> None:
    """Vietnamese names, none too long for Excel; the first explains, the second tells what does not add up."""
    book = load_workbook(written)
    assert book.sheetnames == [
        "Đọc trước", "Phát hiện", "Tổng hợp", "Đơn vị × danh hiệu", "Để riêng", "Biểu 0602", "Biểu 0603", "Báo cáo", "Đơn vị",
        "Viện dẫn", "Minh chứng",
    ]  # fmt: skip
    assert all(len(name) <= 31 for name in book.sheetnames)
    for name in ("Phát hiện", "Tổng hợp", "Để riêng", "Báo cáo", "Đơn vị", "Viện dẫn", "Minh chứng"):
        assert book[name].freeze_panes
        assert book[name].auto_filter.ref


def test_counts_are_the_counts(written: Path) -> None:
    """All rows, as numbers with a format."""
    rows = list(load_workbook(written)["Tổng hợp"].iter_rows(min_row=2, max_col=9))
    assert sorted(row[8].value for row in rows) == sorted(row.count for row in ordinary().counts)
    assert {row[8].number_format for row in rows} == {"#,##0"}
    assert "6 tháng đầu năm 2022" in {row[1].value for row in rows}


@pytest.mark.parametrize(("sheet", "column", "words"), [("Tổng hợp", 9, 5), ("Phát hiện", 8, None), ("Để riêng", 9, 5)])
def test_figures_lead_to_evidence(written: Path, sheet: str, column: int, words: int | None) -> None:
    """The link of a figure selects its evidence rows; they show what the figure is about."""
    book = load_workbook(written)
    evidence = book["Minh chứng"]
    for row in book[sheet].iter_rows(min_row=2):
        link = row[column - 1].hyperlink
        name, first, last = target(link.location)
        assert name == "Minh chứng"
        for at in range(first, last + 1):
            assert evidence.cell(at, 2).value.startswith(sheet)
            assert words is None or evidence.cell(at, 3).value == row[column - 1].value
            assert words is None or row[words - 1].value in evidence.cell(at, 4).value


def test_evidence_leads_to_the_report(written: Path) -> None:
    """Each row leads to the page of its report and the place in it."""
    audit = ordinary()
    pages = {report.path: report.page for report in audit.reports}
    shown = {f"{pages[e.report]}#{anchor(e.span)}" for row in audit.counts for e in row.evidence}
    links = [row[4].hyperlink for row in load_workbook(written)["Minh chứng"].iter_rows(min_row=2)]
    assert shown <= {f"{link.target}#{link.location}".replace("\\", "/") for link in links}


def test_matrix_sums(written: Path) -> None:
    """The last lines are the sums of each status; what a longer period tells again is not in them."""
    audit = ordinary()
    counts = tuple(row.model_copy(update={"covered": row.period == "2022-01/2022-06"}) for row in audit.counts)
    path = written.with_name("covered.xlsx")
    write_workbook(audit.model_copy(update={"counts": counts}), path, "en")
    sums = {}
    for row in load_workbook(path)["Units × titles"].iter_rows(min_row=3, values_only=True):
        if row[0] and row[0].startswith("Total: "):
            sums[row[0].removeprefix("Total: ")] = sum(filter(None, row[3:]))
    names = {"conferred": "Conferred", "proposed": "Proposed", "proposed_and_conferred": "Proposed and conferred"}
    assert sums == {names[s]: sum(r.count for r in counts if r.status == s and not r.covered) for s in names}


def test_forms(written: Path) -> None:
    """The form's heads, codes and cells; a cell that no report covers is empty, and is listed."""
    sheet = load_workbook(written)["Biểu 0602"]
    values = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"Biểu số: 0602.N/BNV-TĐKT", "Kỳ báo cáo: năm 2021", "Kỳ báo cáo: 6 tháng đầu năm 2022", "Chỉ tiêu", "Mã số"} <= values
    assert any(isinstance(value, str) and value.startswith("Ô nền xám") and "cả dòng" in value for value in values)


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({("01", "1"), ("01", "2"), ("04", "2")}, "cả dòng 02, 03, 05-17; cả cột 3-5; ô 04/1"),
        ({(f"{row:02d}", "1") for row in range(1, 18)}, "cả cột 2-5"),
        ({(f"{row:02d}", str(column)) for row in range(1, 18) for column in range(1, 6)} - {("03", "5")}, "ô 03/5"),
        (set(), "cả dòng 01-17"),
    ],
)
def test_all_uncovered_cells_are_listed(filled: set[tuple[str, str]], said: str) -> None:
    """Rows and columns that are wholly empty are told as such."""
    form = next(form for form in statutory_forms(()) if form.code.startswith("0603"))
    empty = {(cell.row, cell.column) for cell in form.cells} - filled
    assert _listed(form, empty, "vi") == said


def test_forms_that_nothing_fills_in(written: Path) -> None:
    """They are left out; of a code that has no other, one stays, so that its cells are listed."""
    audit = ordinary()
    bare = [form.model_copy(update={"cells": ()}) for form in audit.forms]
    for forms, shown in (((audit.forms[0], *bare[1:]), 1), (bare, 1)):
        path = written.with_name("forms.xlsx")
        write_workbook(audit.model_copy(update={"forms": tuple(forms)}), path, "vi")
        book = load_workbook(path)
        for name in ("Biểu 0602", "Biểu 0603"):
            heads = [cell.value for row in book[name].iter_rows() for cell in row if str(cell.value).startswith("Kỳ báo cáo")]
            assert len(heads) == shown


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """No cell is a formula, no link comes from a name, and the words are there as they were."""
    path = tmp_path / "hostile.xlsx"
    write_workbook(hostile(), path, "vi")
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink and "example.org" in str(cell.hyperlink.target)]
    values = {cell.value for cell in cells}
    assert {evil for evil in EVIL if evil.isprintable()} <= values
    assert all(
        cell.style_id and cell.quotePrefix
        for cell in cells
        if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "@"))
    )


def test_empty_audit(tmp_path: Path) -> None:
    """A workbook of nothing is a workbook."""
    write_workbook(Audit(), tmp_path / "empty.xlsx", "en")
    assert load_workbook(tmp_path / "empty.xlsx").sheetnames[0] == "Read me"


def test_same_audit_same_bytes(written: Path, tmp_path: Path) -> None:
    """No clock in the file."""
    write_workbook(ordinary(), tmp_path / "again.xlsx", "vi")
    assert (tmp_path / "again.xlsx").read_bytes() == written.read_bytes()


def test_more_links_than_excel_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cells beyond have no link, and the first sheet says so."""
    monkeypatch.setattr(sheets, "MOST_LINKS", 5)
    write_workbook(ordinary(), tmp_path / "links.xlsx", "en")
    book = load_workbook(tmp_path / "links.xlsx")
    assert sum(bool(cell.hyperlink) for row in book["Evidence"].iter_rows() for cell in row) == 5
    assert any("Excel allows" in str(cell.value) for row in book["Read me"].iter_rows() for cell in row)


def test_not_writable(tmp_path: Path) -> None:
    """The system's own error, and no file."""
    with pytest.raises(OSError, match="missing"):
        write_workbook(ordinary(), tmp_path / "missing" / "audit.xlsx", "vi")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(written: Path, tmp_path: Path) -> None:
    """LibreOffice reads the sheets and keeps the links to the pages."""
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", tmp_path, written],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "audit.fods").read_text("utf-8")
    assert 'table:name="Tổng hợp"' in text
    assert re.search(r'xlink:href="[^"]*pages/001\.html#s\d+-\d+"', text)
    assert re.search(r"xlink:href=\"#'Minh chứng'\.A\d+:J\d+\"", unescape(text))
