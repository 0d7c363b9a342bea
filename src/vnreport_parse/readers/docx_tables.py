"""The build of a table: its cells, what is merged, which rows name the columns, and whether it is a table at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from ..patterns import fold, is_capitals
from .docx_model import Block, Cell, Row, Table
from .docx_styles import VAL, Styles, W, flag, whole

_MOST_COLUMNS = 63  # Word's limit
_SIDES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right", "start": "left", "end": "right"}
_INNER = {"insideH": "insideH", "insideV": "insideV"}
_TR, _TC, _ROW_PROPERTIES, _CELL_PROPERTIES, _BORDERS = (f"{W}{name}" for name in ("tr", "tc", "trPr", "tcPr", "tcBorders"))
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_FEW_ROWS = 3  # of a layout table without borders and several columns
_LETTERHEAD_ROWS = {True: 3, False: 8}  # with lines, and without
_LETTERHEAD_COLUMNS = 4
_MARKS = re.compile(
    r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa|độc\s+lập\s*[-.]?\s*tự\s+do|đảng\s+cộng\s+sản\s+việt\s+nam|nơi\s+(?:nhận|gửi)\s*[:;]"
    r"|^\s*(?:tm|kt|tl|tuq)\s*\.|^\s*[tk]\s*/\s*[tm]\b"
)


# ---------------------------------------------------------------- reading
def read_table(element: Element, styles: Styles, read: Callable[[Element, int, int], list[Block]]) -> Table:
    """The table of a `w:tbl`; `read` reads the blocks of a cell, given with the numbers of its row and of itself."""
    rows: list[Row] = []
    for number, row in enumerate(_rows(element), 1):
        found = _row(row)
        for at, (cell, source) in enumerate(found, 1):
            cell.blocks = read(source, number, at)
        if found:
            properties = row.find(_ROW_PROPERTIES)
            head = bool(flag(properties.find(f"{W}tblHeader"))) if properties is not None else False
            cells = [cell for cell, _ in found]
            rows.append(Row(cells, _count(properties, "gridBefore"), _count(properties, "gridAfter"), head))
    return Table(rows, _is_ruled(element, styles))


def _inner(container: Element, tag: str) -> list[Element]:
    """The children of that tag, those inside content controls too."""
    found: list[Element] = []
    for child in container:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _inner(child, tag)
    return found


def _rows(table: Element) -> list[Element]:
    """The rows that no tracked change has deleted."""
    kept: list[Element] = []
    for row in _inner(table, _TR):
        properties = row.find(_ROW_PROPERTIES)
        if properties is None or properties.find(f"{W}del") is None:
            kept.append(row)
    return kept


def _count(parent: Element | None, name: str) -> int:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return (whole(found.get(VAL), 0, _MOST_COLUMNS) or 0) if found is not None else 0


def _row(row: Element) -> list[tuple[Cell, Element]]:
    cells: list[tuple[Cell, Element]] = []
    for element in _inner(row, _TC):
        own = element.find(_CELL_PROPERTIES)
        merge = own.find(f"{W}vMerge") if own is not None else None
        beside = own.find(f"{W}hMerge") if own is not None else None
        if own is not None and own.find(f"{W}cellDel") is not None:
            continue
        if beside is not None and beside.get(VAL, "continue") == "continue" and cells:
            cells[-1][0].span = min(cells[-1][0].span + 1, _MOST_COLUMNS)
            continue
        opens = merge is not None and merge.get(VAL) == "restart"
        cells.append((Cell([], max(_count(own, "gridSpan"), 1), merge is not None and not opens, opens), element))
    return cells


# ---------------------------------------------------------------- borders
def _drawn(borders: Element | None, names: dict[str, str]) -> dict[str, bool]:
    """Which sides are drawn, of those that are told."""
    found: dict[str, bool] = {}
    for side in borders if borders is not None else ():
        if name := names.get(side.tag.removeprefix(W)):
            white = side.get(f"{W}color", "").lower() == "ffffff"
            found[name] = side.get(VAL, "nil") not in ("nil", "none") and not white
    return found


def _is_ruled(table: Element, styles: Styles) -> bool:
    """Whether most sides of most cells are drawn: by the cells themselves, the table, or its style."""
    properties = table.find(f"{W}tblPr")
    named = properties.find(f"{W}tblStyle") if properties is not None else None
    inner = _drawn(styles.borders(named.get(VAL) if named is not None else None), _INNER)
    if properties is not None:
        inner |= _drawn(properties.find(f"{W}tblBorders"), _INNER)
    across, down = inner.get("insideH", False), inner.get("insideV", False)
    drawn = total = 0
    for row in _rows(table):
        for cell in _inner(row, _TC):
            sides = {"top": across, "bottom": across, "left": down, "right": down}
            own = cell.find(_CELL_PROPERTIES)
            sides |= _drawn(own.find(_BORDERS) if own is not None else None, _SIDES)
            drawn += sum(sides.values())
            total += len(sides)
    return drawn * 2 > total


# ---------------------------------------------------------------- what it is
def is_layout(table: Table) -> bool:
    """Whether the table only places text side by side: a letterhead, a signature block, a frame around the text."""
    columns = table.columns
    if columns <= 1:
        return True
    if columns <= _LETTERHEAD_COLUMNS and len(table.rows) <= _LETTERHEAD_ROWS[table.ruled] and _is_official(table):
        return True
    return not table.ruled and (columns == 2 or len(table.rows) <= _FEW_ROWS)


def _is_official(table: Table) -> bool:
    """Whether one of the cells bears a mark of a letterhead or of a closing."""
    return any(_MARKS.search(fold(cell.text[:400])) for row in table.rows for cell in row.cells)


def reads_by_columns(table: Table) -> bool:
    """Whether a layout table reads column by column: letterheads, closings, signers side by side."""
    first = [text for cell in table.rows[0].cells if (text := cell.text.strip())]
    return _is_official(table) or bool(first) and all(map(is_capitals, first))


def head_rows(rows: list[Row]) -> int:
    """How many rows at the top name the columns; 0 where the file does not say."""
    heads = 0
    while heads < len(rows) and rows[heads].head:
        heads += 1
    first = rows[0].cells
    if len(first) > 1 and first[0].opens and any(cell.span > 1 for cell in first):
        depth = 1  # TT and Danh hiệu reach down beside the parts of Số lượng
        while depth < len(rows) and rows[depth].cells[0].covered:
            depth += 1
        heads = max(heads, depth)
    return heads if heads < len(rows) else 0
