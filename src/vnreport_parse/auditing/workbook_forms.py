"""The statutory forms in the workbook, laid out as they are printed; what the reports do not cover is grey and listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from textwrap import wrap

from ..diagnostics import Language
from .records import FormCell, StatutoryForm
from .sheets import Sheet
from .wording import period_words

_WORDS: dict[str, tuple[str, str]] = {
    "number": ("Biểu số: {code}", "Form {code}"),
    "issued": (
        "Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023 của Bộ trưởng Bộ Nội vụ",
        "Issued with Thông tư 02/2023/TT-BNV of 23 March 2023, Ministry of Home Affairs",
    ),
    "unit": ("Đơn vị báo cáo: ………………………", "Reporting unit: ………………………"),
    "period": ("Kỳ báo cáo: {period}", "Period: {period}"),
    "row": ("Chỉ tiêu", "Row"),
    "code": ("Mã số", "Code"),
    "uncovered": (
        "Ô nền xám: các báo cáo không nêu số liệu, để trống chứ không phải bằng 0 ({count} ô): {cells}",
        "Grey cells: the reports do not cover them; they are empty, not 0 ({count} cells): {cells}",
    ),
    "rows": ("cả dòng {codes}", "all of row {codes}"),
    "columns": ("cả cột {codes}", "all of column {codes}"),
    "cells": ("ô {codes}", "cell {codes}"),
    "compiled": ("Người lập biểu", "Compiled by"),
    "signed": ("Thủ trưởng đơn vị", "Head of the unit"),
}
_HEAD_LETTERS, _HEAD_LINE = 14, 13.5  # of a line in a column of 14: its letters, and its height in points
_LOWEST_HEAD = 62


def write_forms(
    sheet: Sheet, forms: Sequence[StatutoryForm], language: Language, to_evidence: Callable[[FormCell], str | None]
) -> None:
    """The forms of one code, one below the other, each on a page of its own."""
    sheet.without_grid()
    sheet.widths([44, 8, *[14] * max(len(form.columns) for form in forms)])
    row, starts = 0, []
    for form in forms:
        starts.append(row)
        row = _form(sheet, form, row, language, to_evidence) + 3
    sheet.breaks(starts[1:])


def _say(language: Language, key: str, **details: object) -> str:
    return _WORDS[key][language == "en"].format_map(details)


def _form(sheet: Sheet, form: StatutoryForm, row: int, language: Language, to_evidence: Callable[[FormCell], str | None]) -> int:
    """One form from `row` on; the row after it."""
    last = len(form.columns) + 1
    sheet.text(row, 0, _say(language, "number", code=form.code), "part")
    sheet.merged(row + 1, 0, last, _say(language, "issued"), "plain")
    sheet.text(row + 2, 0, _say(language, "unit"), "plain")
    sheet.merged(row + 3, 0, last, form.title, "centred_title")
    sheet.merged(row + 4, 0, last, _say(language, "period", period=period_words(form.period, language)), "centred")
    start = row + 6
    for at, head in enumerate((_say(language, "row"), _say(language, "code"), *(head for _, head in form.columns))):
        sheet.text(start, at, head, "head")
    lines = max(len(wrap(head, _HEAD_LETTERS)) for _, head in form.columns)
    sheet.height(start, max(_LOWEST_HEAD, _HEAD_LINE * (lines + 1)))
    for at, code in enumerate(("A", "B", *(code for code, _ in form.columns))):
        sheet.text(start + 1, at, code, "code")
    cells = {(cell.row, cell.column): cell for cell in form.cells}
    empty: set[tuple[str, str]] = set()
    for line, (code, head) in enumerate(form.rows, start + 2):
        sheet.text(line, 0, head)
        sheet.text(line, 1, code, "code")
        for at, (column, _) in enumerate(form.columns, 2):
            cell = cells.get((code, column))
            if cell is None or cell.value is None:
                sheet.text(line, at, None, "empty")
                empty.add((code, column))
            else:
                sheet.number(line, at, cell.value, link=to_evidence(cell))
    remark = _say(language, "uncovered", count=len(empty), cells=_listed(form, empty, language)) if empty else ""
    return _foot(sheet, start + 3 + len(form.rows), last, remark, language)


def _listed(form: StatutoryForm, empty: AbstractSet[tuple[str, str]], language: Language) -> str:
    """`cả dòng 03, 06-17; cả cột 3; ô 01/5`: all of them, in as few words as that takes."""
    rows, columns = [code for code, _ in form.rows], [code for code, _ in form.columns]
    bare = [row for row in rows if all((row, column) in empty for column in columns)]
    told = [row for row in rows if row not in bare]
    hollow = [column for column in columns if told and all((row, column) in empty for row in told)]
    cells = [f"{row}/{column}" for row in told for column in columns if column not in hollow and (row, column) in empty]
    parts = ("rows", _runs(bare, rows)), ("columns", _runs(hollow, columns)), ("cells", cells)
    return "; ".join(_say(language, key, codes=", ".join(codes)) for key, codes in parts if codes)


def _runs(chosen: Sequence[str], codes: Sequence[str]) -> list[str]:
    """`06-17` for codes that follow each other."""
    runs: list[list[str]] = []
    for code in chosen:
        if runs and codes.index(code) == codes.index(runs[-1][-1]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]


def _foot(sheet: Sheet, row: int, last: int, remark: str, language: Language) -> int:
    if remark:
        sheet.merged(row, 0, last, remark, "plain")
        row += 2
    sheet.text(row, 0, _say(language, "compiled"), "centred")
    sheet.merged(row, max(last - 2, 1), last, _say(language, "signed"), "centred")
    return row + 4
