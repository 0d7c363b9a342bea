"""Tables: cells between rules, and columns that stand aligned over several rows. Each row becomes one line of cells."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from ..provenance import Box
from .pdf_geometry import Word
from .pdf_layout import PrintLine, Row, Segment, rows_of

_TOUCH = 3.0  # points between two sightings of one rule
_LONGEST_CELL = 1_500  # letters: a longer one is a frame around text
_LAYOUT = re.compile(r"CỘNG H[ÒO][ÀA]? XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:|^(?:KT|TM|TL|TUQ)\.", re.IGNORECASE)


class Grid(NamedTuple):
    """A table on a page: for each row its cells from left to right, `None` where a cell above or beside covers it."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


class Rule(NamedTuple):
    """A straight line: `at` is its height or its distance from the left, `start` and `end` where it runs."""

    at: float
    start: float
    end: float


# ---------------------------------------------------------------- rules to cells
def ruled_grids(data: bytes, number: int) -> list[Grid]:
    """The tables between drawn rules on a page, as pdfplumber finds them."""
    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfexceptions import PDFException  # noqa: PLC0415

    _quiet()
    try:
        with pdfplumber.open(BytesIO(data), pages=[number]) as document:
            page = document.pages[0]
            left, top = page.cropbox[:2]
            grids = [_moved(table.bbox, [row.cells for row in table.rows], left, top) for table in page.find_tables()]
    except (PDFException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return []  # what the other engine could mend this one may not; its words are still read line by line
    return [grid for grid in grids if len(grid.rows) > 1 and any(len(row) > 1 for row in grid.rows)]


@cache
def _quiet() -> None:
    """Keeps the remarks of pdfminer from the screen of programs that have not asked for any log."""
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def _moved(box: Box, rows: list[list[Box | None]], left: float, top: float) -> Grid:
    def move(cell: Box) -> Box:
        return cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top

    return Grid(move(box), tuple(tuple(move(cell) if cell else None for cell in row) for row in rows))


def grids_of(across: list[Rule], down: list[Rule], touch: float) -> list[Grid]:
    """The tables that rules enclose on a picture of a page; rules that end within `touch` of each other meet.

    The outer edges of a table may be too faint to see: rows go as far as the rules across.
    """
    grids = []
    for lines, uprights in _connected(across, down, touch):
        left, right = min(line.start for line in lines), max(line.end for line in lines)
        levels = _steps(line.at for line in lines)
        inner = [x for x in _steps(upright.at for upright in uprights) if left + 2 * _TOUCH < x < right - 2 * _TOUCH]
        rows = tuple(tuple(_cells([left, *inner, right], level, uprights)) for level in pairwise(levels))
        if len(rows) > 1 and any(len(row) > 1 for row in rows):
            grids.append(Grid((left, levels[0], right, levels[-1]), rows))
    return grids


def _connected(across: list[Rule], down: list[Rule], touch: float) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that cross each other, table by table from top to bottom."""
    left = set(range(len(down)))
    for first in sorted(across, key=lambda rule: rule.at):
        lines, uprights = [first], set[int]()
        grown = True
        while grown:
            near = {n for n in left - uprights if any(_meet(line, down[n], touch) for line in lines)}
            uprights |= near
            more = [line for line in across if line not in lines and any(_meet(line, down[n], touch) for n in near)]
            lines += more
            grown = bool(near or more)
        left -= uprights
        if uprights:
            yield lines, [down[n] for n in sorted(uprights)]


def _meet(across: Rule, down: Rule, touch: float) -> bool:
    return across.start - touch <= down.at <= across.end + touch and down.start - touch <= across.at <= down.end + touch


def _steps(places: Iterable[float]) -> list[float]:
    """Places in order, those that nearly agree as one."""
    steps: list[float] = []
    for place in sorted(places):
        if not steps or place - steps[-1] > 2 * _TOUCH:
            steps.append(place)
    return steps


def _cells(columns: list[float], level: tuple[float, float], down: list[Rule]) -> Iterator[Box]:
    """The cells of a row: between its ends and the uprights that pass its middle."""
    middle = sum(level) / 2
    inner = [x for x in columns[1:-1] if any(abs(rule.at - x) <= 2 * _TOUCH and rule.start < middle < rule.end for rule in down)]
    for start, end in pairwise([columns[0], *inner, columns[-1]]):
        yield start, level[0], end, level[1]


# ---------------------------------------------------------------- cells to lines
def table_lines(grid: Grid, words: list[Word], text: str) -> tuple[list[PrintLine], list[Word]]:
    """The rows of a table as lines, and the words that belong to none of its cells; no lines where it is no table."""
    placed: dict[tuple[int, int], list[Word]] = {}
    rest: list[Word] = []
    for word in words:
        where = _cell_at(grid, (word.left + word.right) / 2, (word.top + word.bottom) / 2)
        if where is None:
            rest.append(word)
        else:
            placed.setdefault(where, []).append(word)
    lines = []
    for number, row in enumerate(grid.rows):
        cells = [_in_order(placed.get((number, column), []), text) for column in range(len(row))]
        if any(cells):
            lines.append(PrintLine([segment for cell in cells for segment in cell], 0, cells=cells))
    return (lines, rest) if _is_table(lines) else ([], words)


def _cell_at(grid: Grid, x: float, y: float) -> tuple[int, int] | None:
    left, top, right, bottom = grid.box
    if not (left <= x <= right and top <= y <= bottom):
        return None
    for number, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if cell and cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                return number, column
    return None


def _in_order(words: list[Word], text: str) -> list[Segment]:
    return [segment for row in rows_of(words, text) for segment in row]


def _is_table(lines: list[PrintLine]) -> bool:
    """Whether the cells hold data: no letterhead, no signatures, no page of prose in a frame."""
    cells = [" ".join(segment.text for segment in cell) for line in lines for cell in line.cells or ()]
    filled = [cell for cell in cells if cell]
    if len(lines) < 2 or max(map(len, filled), default=0) > _LONGEST_CELL or any(map(_LAYOUT.search, filled)):
        return False
    return sum(sum(map(bool, line.cells or ())) > 1 for line in lines) >= 2


# ---------------------------------------------------------------- aligned columns
_COLUMNS = 3
_ROWS = 3
_HEADED_ROWS = 2
_GUTTER = 4.0  # points
_NUMBERED = re.compile(r"\d{1,3}[.)]?(?:\s|$)|S?TT\b", re.IGNORECASE)
_HEAD_OF_NUMBERS = re.compile(r"(?:s?tt|số tt|số thứ tự)\.?", re.IGNORECASE)
_FIRST = re.compile(r"(?:0?1|I)[.)]?")


def aligned_table(rows: list[Row], at: int) -> tuple[list[PrintLine], int]:
    """The table without rules that begins with the row `at`, and the row after it; no lines where there is none.

    Three columns over three rows, or two whose first one counts; the gaps between them stand over each other.
    """
    gutters = [(before.right, after.left) for before, after in pairwise(rows[at])]
    stop = at
    for row in rows[at:]:
        kept = [_narrowed(gutter, row) for gutter in gutters]
        if not kept or any(right - left < _GUTTER for left, right in kept) or stop > at and _is_apart(rows[stop - 1], row):
            break
        gutters, stop = kept, stop + 1
    columns = len(gutters) + 1
    cells = [_columns(row, gutters) for row in rows[at:stop]]
    full = [row for row in cells if sum(map(bool, row)) == columns]
    counts = columns > 1 and sum(_NUMBERED.match(row[0][0].text) is not None for row in full) >= len(full) - 1
    if (
        len(full) < (_HEADED_ROWS if _is_headed(full) else _ROWS)
        or len(full) * 2 < len(cells)
        or not (counts or columns >= _COLUMNS)
    ):
        return [], at
    lines = [PrintLine([segment for cell in row for segment in cell], 0, cells=row) for row in _unwrapped(cells)]
    return (lines, stop) if _is_table(lines) else ([], at)


def _is_headed(full: list[list[list[Segment]]]) -> bool:
    """Whether the first row has `TT` over the `1` of the second: two such rows are a table."""
    first, second = (" ".join(segment.text for segment in row[0]) for row in full[:2]) if len(full) > 1 else ("", "")
    return _HEAD_OF_NUMBERS.fullmatch(first.strip()) is not None and _FIRST.fullmatch(second.strip()) is not None


def _narrowed(gutter: tuple[float, float], row: Row) -> tuple[float, float]:
    """What the row leaves free of a gutter."""
    middle = sum(gutter) / 2
    left = max([gutter[0], *(s.right for s in row if (s.left + s.right) / 2 < middle)])
    return left, min([gutter[1], *(s.left for s in row if (s.left + s.right) / 2 >= middle)])


def _is_apart(upper: Row, lower: Row) -> bool:
    return min(s.top for s in lower) - max(s.bottom for s in upper) > 2 * upper[0].height


def _columns(row: Row, gutters: list[tuple[float, float]]) -> list[list[Segment]]:
    cells: list[list[Segment]] = [[] for _ in range(len(gutters) + 1)]
    for segment in row:
        cells[sum((segment.left + segment.right) / 2 > sum(gutter) / 2 for gutter in gutters)].append(segment)
    return cells


def _unwrapped(rows: list[list[list[Segment]]]) -> list[list[list[Segment]]]:
    """The rows; a line that has nothing in the first column goes on with the cells above it."""
    found: list[list[list[Segment]]] = []
    for row in rows:
        if found and not row[0]:
            found[-1] = [above + cell for above, cell in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found
