"""The statutory forms in the workbook, laid out as they are printed; what the reports do not cover is grey and listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    "compiled": ("Người lập biểu", "Compiled by"),
    "signed": ("Thủ trưởng đơn vị", "Head of the unit"),
}
_MOST_LISTED = 60


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
    sheet.height(start, 62)
    for at, code in enumerate(("A", "B", *(code for code, _ in form.columns))):
        sheet.text(start + 1, at, code, "code")
    cells = {(cell.row, cell.column): cell for cell in form.cells}
    empty = []
    for line, (code, head) in enumerate(form.rows, start + 2):
        sheet.text(line, 0, head)
        sheet.text(line, 1, code, "code")
        for at, (column, _) in enumerate(form.columns, 2):
            cell = cells.get((code, column))
            if cell is None or cell.value is None:
                sheet.text(line, at, None, "empty")
                empty.append(f"{code}/{column}")
            else:
                sheet.number(line, at, cell.value, link=to_evidence(cell))
    return _foot(sheet, start + 3 + len(form.rows), last, empty, language)


def _foot(sheet: Sheet, row: int, last: int, empty: list[str], language: Language) -> int:
    if empty:
        cells = ", ".join(empty[:_MOST_LISTED]) + (" …" if len(empty) > _MOST_LISTED else "")
        sheet.merged(row, 0, last, _say(language, "uncovered", count=len(empty), cells=cells), "plain")
        row += 2
    sheet.text(row, 0, _say(language, "compiled"), "centred")
    sheet.merged(row, max(last - 2, 1), last, _say(language, "signed"), "centred")
    return row + 4
