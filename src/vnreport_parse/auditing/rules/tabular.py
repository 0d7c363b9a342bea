"""R104, R111, R113: the sums and the numbering of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...patterns import fold
from ...records import Cell, Table
from ...report import Report
from .amounts import all_tables
from .base import Hit, Limits, Texts, report_rule
from .totals import COUNTING

_TOTAL = re.compile(
    r"\W*(?:tổng(?: cộng| số)?|cộng(?: chung)?|toàn (?:tỉnh|huyện|ngành|cụm|khối))(?: chung| số)?\W*(?:\([^)]*\))?\W*"
)
_PART = re.compile(r"\W*(?:trong đó|riêng|-|\+)")
_NUMBER = re.compile(r"(?P<value>\d{1,3}(?:\.\d{3})+|\d{1,7})(?:\s+[^\W\d]+(?:\s[^\W\d]+){0,3})?")
_EMPTY = re.compile(r"[\s\-–—_.0]*|không")
_NO_SUM = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|%|điểm|năm|xếp|hạng|thứ|stt|tt|số tt|bình quân|số phiếu|ghi chú|quyết định|ngày)(?!\w)|%"
)
_ORDER = re.compile(r"\W*(?:stt|tt|số tt|số thứ tự|thứ tự)\W*")
_ROMAN = re.compile(r"[IVX]{1,5}\.?")
_COLUMN = re.compile(r"\s*\(?(\d{1,2})\)?(?:\s*[=(][^|]*)?\s*$")
_PLAIN = re.compile(r"(\d{1,3})\.?")

Rows = list[dict[int, Cell]]


def _rows(table: Table) -> Rows:
    """The rows below the head, as cells by column."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows:
            rows.setdefault(cell.row, {})[cell.column] = cell
    return [rows[at] for at in sorted(rows) if not _numbers_the_columns(rows[at])]


def _numbers_the_columns(row: dict[int, Cell]) -> bool:
    """Whether it is the row `1 | 2 | 3 | 4 | 5 (3:2)` below a head."""
    labels = [_COLUMN.match(row[at].text) for at in sorted(row)]
    in_place = sum(1 for at, found in enumerate(labels, 1) if found and int(found[1]) == at)
    return len(labels) > 2 and None not in labels and in_place >= len(labels) - 1


def _heads(table: Table) -> dict[int, str]:
    heads: dict[int, str] = {}
    for cell in table.cells:
        if cell.row < table.header_rows:
            heads[cell.column] = f"{heads.get(cell.column, '')} {fold(cell.text)}".strip()
    return heads


def _value(cell: Cell | None) -> int | None:
    """The number of a cell, 0 for a dash or an empty one, `None` for anything else."""
    if cell is None or _EMPTY.fullmatch(fold(cell.text)):
        return 0
    found = _NUMBER.fullmatch(fold(cell.text).strip(" *_"))
    return int(found["value"].replace(".", "")) if found else None


def _is_total(row: dict[int, Cell]) -> bool:
    """`Tổng cộng` in the first cells of the row, as in the number's or the name's place."""
    return any(_TOTAL.fullmatch(fold(row[at].text)) for at in sorted(row)[:2])


@report_rule(
    "R104",
    title=Texts("Hàng tổng của bảng khác với tổng các hàng", "The total row of a table differs from its rows"),
    why="Hàng “Tổng cộng” phải bằng tổng các hàng: tất cả các hàng, hoặc riêng các hàng cấp trên (I, II hay 1, 2).",
    message=Texts(
        "cột “{column}”: hàng tổng ghi {stated}, cộng các hàng được {summed}",
        "column “{column}”: {stated} in the total row, the rows add up to {summed}",
    ),
    severity="error",
    source=COUNTING,
    fires="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tập thể | Cá nhân\n1 | Phòng Nội vụ | 2 | 5\n2 | Phòng Tư pháp | 1 | 3\n Tổng cộng || 3 | 9\n",
    silent="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tập thể | Cá nhân\n1 | Phòng Nội vụ | 2 | 5\n2 | Phòng Tư pháp | 1 | 3\n Tổng cộng || 3 | 8\n",
)
def total_row(report: Report, limits: Limits) -> Iterator[Hit]:
    """The row `Tổng cộng` holds the sum of the rows above (or below) it: of all, or of the rows of the first rank alone."""
    for table in all_tables(report):
        rows, heads = _rows(table), _heads(table)
        totals = [at for at, row in enumerate(rows) if _is_total(row)]
        if len(totals) != 1 or len(rows) < 3 or not heads:
            continue
        at = totals[0]
        others = rows[:at] or rows[at + 1 :] if at in (0, len(rows) - 1) else []
        for column, cell in sorted(rows[at].items()):
            stated = _value(cell)
            if not stated or column not in heads or _NO_SUM.search(heads[column]):
                continue
            meant = [(s, group) for group in _ranks(others) if group and (s := _sum(group, column)) is not None]
            if any(s for s, _ in meant) and all(s != stated for s, _ in meant):
                summed, shown = min(meant, key=lambda one: abs(one[0] - stated))
                details = {"column": heads[column], "stated": stated, "summed": summed}
                yield Hit(details, (cell.span, *(row[column].span for row in shown if column in row)))


def _ranks(rows: Rows) -> Iterator[Rows]:
    """What a total row may sum: all rows, those that are no parts, those numbered I and on, those numbered 1 and on."""
    yield rows
    yield [row for row in rows if not any(_PART.match(fold(row[at].text)) for at in sorted(row)[:2])]
    for label in (_ROMAN, _PLAIN):
        yield [row for row in rows if 0 in row and label.fullmatch(row[0].text.strip(" *_"))]


def _sum(rows: Rows, column: int) -> int | None:
    values = [_value(row.get(column)) for row in rows]
    return None if any(value is None for value in values) else sum(value or 0 for value in values)


_NAMES = re.compile(r"(?:họ (?:và )?tên|họ, tên|tên)(?: (?:cá nhân|tập thể|đơn vị|người))?.{0,30}")


def rows_twice(report: Report) -> Iterator[tuple[Cell, Cell]]:
    """Rows of a list of names that say the same of the same name, but for their number: the name's cell in both."""
    for table in all_tables(report):
        heads = _heads(table)
        names = [at for at, head in heads.items() if _NAMES.fullmatch(head)]
        if len(names) != 1:
            continue
        seen: dict[tuple[str, ...], Cell] = {}
        for row in _rows(table):
            name = row.get(names[0])
            if name is None or len(name.text.split()) < 2:
                continue
            said = tuple(fold(row[at].text).strip() for at in sorted(row) if not _ORDER.fullmatch(heads.get(at, "")))
            first = seen.setdefault(said, name)
            if first is not name:
                yield first, name


@report_rule(
    "R111",
    title=Texts("Số thứ tự trong bảng không liên tục", "The numbering of a table has a gap"),
    why="Cột số thứ tự đếm từ 1, không nhảy, không lặp; có thể đếm lại từ 1 sau hàng đề mục.",
    message=Texts("số thứ tự {after} đứng sau {before}", "number {after} follows {before}"),
    severity="warning",
    source=Texts("Đối chiếu số thứ tự", "Checking the numbering"),
    fires="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tập thể\n1 | Phòng Nội vụ | 2\n2 | Phòng Tư pháp | 1\n4 | Phòng Y tế | 1\n",
    silent="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tập thể\n1 | Phòng Nội vụ | 2\n2 | Phòng Tư pháp | 1\n3 | Phòng Y tế | 1\n",
)
def row_numbers(report: Report, limits: Limits) -> Iterator[Hit]:
    """The column STT counts from 1 without a gap, and may begin anew below a heading row."""
    for table in all_tables(report):
        if not _ORDER.fullmatch(_heads(table).get(0, "")):
            continue
        before: int | None = None
        first = True
        for row in _rows(table):
            found = _PLAIN.fullmatch(row[0].text.strip(" *_")) if 0 in row else None
            if found is None:
                before = before if 0 not in row or not row[0].text.strip() else None
                continue
            after = int(found[1])
            if first and after != 1:
                break  # the continuation of another table, or numbers of another sort
            first = False
            if before is not None and after not in (before + 1, 1):
                yield Hit({"before": before, "after": after}, (row[0].span,))
            before = after


@report_rule(
    "R113",
    title=Texts("Cột tổng số khác với tổng các cột", "The total column of a table differs from its columns"),
    why="Cột “Tổng số” bên cạnh các cột “Tập thể”, “Cá nhân”, “Hộ gia đình” phải bằng tổng các cột đó.",
    message=Texts(
        "hàng “{row}”: tổng số ghi {stated}, cộng các cột được {summed}",
        "row “{row}”: {stated} in the total column, the columns add up to {summed}",
    ),
    severity="error",
    source=COUNTING,
    fires="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tổng số | Tập thể | Cá nhân\n1 | Phòng Nội vụ | 8 | 2 | 5\n2 | Phòng Tư pháp | 4 | 1 | 3\n",
    silent="1. Kết quả khen thưởng\n\nTT | Đơn vị | Tổng số | Tập thể | Cá nhân\n1 | Phòng Nội vụ | 7 | 2 | 5\n2 | Phòng Tư pháp | 4 | 1 | 3\n",
)
def total_column(report: Report, limits: Limits) -> Iterator[Hit]:
    """The column `Tổng số` beside `Tập thể`, `Cá nhân` and `Hộ gia đình` alone is their sum."""
    for table in all_tables(report):
        heads = _heads(table)
        whole = [at for at, head in heads.items() if _TOTAL.fullmatch(head)]
        parts = [at for at, head in heads.items() if re.fullmatch(r"(?:số )?(?:tập thể|cá nhân|hộ(?: gia đình)?)", head)]
        if len(whole) != 1 or len(parts) < 2 or len(set(heads.values())) != len(heads):
            continue
        yield from _unequal_rows(table, whole[0], parts)


def _unequal_rows(table: Table, whole: int, parts: Sequence[int]) -> Iterator[Hit]:
    for row in _rows(table):
        stated, values = _value(row.get(whole)), [_value(row.get(part)) for part in parts]
        summed = None if None in values else sum(value or 0 for value in values)
        if stated and summed and stated != summed:
            name = next((row[at].text for at in sorted(row) if not _PLAIN.fullmatch(row[at].text.strip())), "")
            yield Hit(
                {"row": name, "stated": stated, "summed": summed}, (row[whole].span, *(row[p].span for p in parts if p in row))
            )
