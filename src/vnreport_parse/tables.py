"""Tables in text: rows of cells between `|`, between `;`, or in columns of blanks, with the spans of the cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from .records import Cell, Table
from .section_index import SectionIndex
from .source import SourceText
from .spans import Span, fold_blanks, trim

_RULE = re.compile(r"[-+|:=_\s]*[-=_]{2,}[-+|:=_\s]*")  # |---|---:|  and  +----+----+
_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d{1,9}")
_CAPTION = re.compile(r"(?:bảng|biểu|phụ (?:lục|biểu)|danh sách)\b.{0,200}", re.IGNORECASE)
_HEADS = 3  # rows: no table has more rows of heads
_SHORT = 90  # characters: a cell of a table without bars is a few words, not a sentence


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `cells` are trimmed spans, empty ones included. `head` rows name the columns."""

    span: Span
    cells: tuple[Span, ...]
    head: bool


@dataclass(frozen=True)
class Grid:
    """A table of the text: rows from top to bottom, and the line above that names it."""

    span: Span
    rows: tuple[Row, ...]
    caption: Span | None
    rule: str

    @cached_property
    def columns(self) -> int:
        """The number of cells of the longest row."""
        return max(len(row.cells) for row in self.rows)

    @cached_property
    def body(self) -> list[Row]:
        """The rows below the head."""
        return [row for row in self.rows if not row.head]

    @cached_property
    def heads(self) -> list[Row]:
        """The rows that name the columns."""
        return [row for row in self.rows if row.head]

    def head(self, column: int) -> list[Span]:
        """The cells that name a column, from top to bottom; a cell of an upper row that spans columns names them all."""
        heads = self.heads
        named: list[Span] = []
        for row in heads:
            at = min(column, len(row.cells) - 1)
            while at > 0 and row is not heads[-1] and row.cells[at].start == row.cells[at].end:
                at -= 1
            if at >= 0 and row.cells[at].end > row.cells[at].start and (at == column or row is not heads[-1]):
                named.append(row.cells[at])
        return named


Found = tuple[Span, tuple[Span, ...]]  # a line and its cells


def find_tables(source: SourceText, within: Span) -> tuple[Grid, ...]:
    """The tables inside `within`, in order; at least two lines that are cut into cells the same way."""
    grids: list[Grid] = []
    rows: list[Found] = []
    kind = ""
    ruled_at: int | None = None  # how many rows stood above the first inner rule
    apart = 0  # how many rows stood above the last blank line
    gaps = tuple(source.columns)
    tabs = tuple(source.tabs)
    for line in _lines(source.text, within):
        written = line.of(source.text)
        if _RULE.fullmatch(written) and ("|" in written or "+" in written):
            if rows and ruled_at is None:
                ruled_at = len(rows)
            elif ruled_at is not None and ruled_at <= apart < len(rows) and "+" not in written:  # the head of another table
                grids += _grid(source, rows[:apart], kind, ruled_at, within)
                rows, ruled_at, apart = rows[apart:], len(rows) - apart, 0
            continue
        found, cells = _cut(source.text, line, kind if rows else "", (gaps, tabs))
        if cells and (not rows or found == kind):
            kind = found
            rows.append((line, cells))
            continue
        if written.strip() or len(rows) == 1:
            grids += _grid(source, rows, kind, ruled_at, within)
            rows, ruled_at, apart = ([(line, cells)] if cells else []), None, 0
            kind = found
        else:
            apart = len(rows)
    return (*grids, *_grid(source, rows, kind, ruled_at, within))


def _lines(text: str, within: Span) -> list[Span]:
    lines, start = [], within.start
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        lines.append(Span(start, end))
        start = end + 1
    return lines


def _cut(text: str, line: Span, going_on: str, gaps: tuple[tuple[int, ...], ...]) -> tuple[str, tuple[Span, ...]]:
    """How a line is cut into cells, and the cells; none when it is a line of prose.

    `gaps`: where text begins after wide ones, and after tabs.
    """
    written = line.of(text)
    if written.count("|") >= 2 or (going_on == "bars" and "|" in written):
        cells = _between(text, line, "|")
        return ("bars", cells) if len(cells) >= 2 else ("", ())
    if written.count(";") >= 2 and not written.rstrip().endswith((";", ".", ":")):
        cells = _between(text, line, ";")
        return ("semicolons", cells) if all(cell.end - cell.start <= _SHORT for cell in cells) else ("", ())
    starts: tuple[int, ...] = max((_inside(places, line) for places in gaps), key=len)
    if len(starts) >= 2 or (going_on == "columns" and starts):
        edges = [line.start, *starts, line.end]
        return "columns", tuple(trim(text, Span(a, b)) for a, b in zip(edges, edges[1:], strict=False))
    return "", ()


def _inside(places: tuple[int, ...], line: Span) -> tuple[int, ...]:
    return places[bisect_right(places, line.start) : bisect_left(places, line.end)]


def _between(text: str, line: Span, mark: str) -> tuple[Span, ...]:
    start, end = trim(text, line)
    if mark == "|":
        start += text[start : start + 1] == mark
        end -= text[end - 1 : end] == mark and end > start
    cells, at = [], start
    while at <= end:
        bar = text.find(mark, at, end)
        bar = end if bar < 0 else bar
        cells.append(trim(text, Span(at, bar)))
        at = bar + 1
    return tuple(cells)


def _grid(source: SourceText, rows: list[Found], kind: str, ruled_at: int | None, within: Span) -> list[Grid]:
    text = source.text
    if len(rows) < (2 if kind == "bars" else 3):
        return []
    if kind == "columns":
        rows = _tabbed(source, rows) or _aligned(source, rows)
    elif kind == "semicolons" and len({len(cells) for _, cells in rows}) > 1:
        return []
    heads = ruled_at if ruled_at and ruled_at < len(rows) else _unruled_heads(text, rows)
    while heads < len(rows) - 1 and heads < _HEADS and _names_columns(text, rows[heads][1]):
        heads += 1  # a second row of names below the rule
    built = tuple(Row(line, cells, at < heads) for at, (line, cells) in enumerate(rows))
    span = Span(built[0].span.start, built[-1].span.end)
    above = text[within.start : span.start].rstrip()
    last = above.rfind("\n") + 1
    named = _CAPTION.fullmatch(above[last:])
    caption = Span(within.start + last, within.start + len(above)) if named else None
    return [Grid(span, built, caption, f"table.{kind}")]


def _tabbed(source: SourceText, rows: list[Found]) -> list[Found]:
    """Cells between tabs, two tabs holding an empty one; none where a row has more than the heads: there they only align."""
    places = tuple(source.tabs)
    cut: list[Found] = []
    for line, _ in rows:
        cells: list[Span] = []
        start = line.start
        for at in (*_inside(places, Span(line.start - 1, line.end)), line.end):
            if at > line.start or source.tabs.get(at):
                cells.append(trim(source.text, Span(start, at)))
                cells += [Span(at, at)] * (source.tabs.get(at, 1) - 1)
            start = at
        cut.append((line, tuple(cells)))
    wide = max(len(cells) for _, cells in cut[:_HEADS])
    if wide < 3 or any(not 2 <= len(cells) <= wide for _, cells in cut):
        return []
    return [(line, cells + (Span(line.end, line.end),) * (wide - len(cells))) for line, cells in cut]


def _aligned(source: SourceText, rows: list[Found]) -> list[Found]:
    """Cells put under the columns of the first row that has them all, by where they begin or end on the page."""
    widest, first = max(rows, key=lambda row: len(row[1]))
    edges = [_place(source, widest, cell) for cell in first]
    aligned: list[Found] = []
    for line, cells in rows:
        slots = [Span(line.end, line.end)] * len(first)
        for cell in cells:
            start, end = _place(source, line, cell)
            near = min(
                range(len(first)),
                key=lambda at: min(abs(start - edges[at][0]), abs(end - edges[at][1]), _apart((start, end), edges[at])),
            )
            slots[near] = cell
        aligned.append((line, tuple(slots)))
    return aligned


def _place(source: SourceText, line: Span, cell: Span) -> tuple[int, int]:
    start = source.columns.get(cell.start, cell.start - line.start)
    return start, start + cell.end - cell.start


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far the middles of two stretches are apart."""
    return abs(sum(one) - sum(other)) // 2


def _unruled_heads(text: str, rows: list[Found]) -> int:
    """Without a rule the head ends where cells begin to hold numbers; a table of words alone has one head row."""
    for at, (_, cells) in enumerate(rows[:_HEADS]):
        if any(_NUMBER.fullmatch(cell.of(text)) for cell in cells):
            return at
    return 1


def _names_columns(text: str, cells: tuple[Span, ...]) -> bool:
    """A row that goes on with the head: its first cell is empty, and no cell holds a digit."""
    written = [cell.of(text) for cell in cells]
    return not written[0] and sum(map(bool, written)) >= 2 and not any(char.isdigit() for cell in written for char in cell)


def cell_number(text: str) -> int | None:
    """The whole number a cell holds: `1.106`, `06`; a dash is 0 (`—` for none), anything else `None`."""
    written = text.strip()
    if written in ("-", "–", "—"):
        return 0
    return int(re.sub(r"[. ]", "", written)) if _NUMBER.fullmatch(written) else None


def in_tables(grids: tuple[Grid, ...], offset: int) -> bool:
    """Whether an offset lies in one of the tables (sorted)."""
    at = bisect_left(grids, offset, key=lambda grid: grid.span.end)
    return at < len(grids) and grids[at].span.start <= offset


def table_records(text: str, grids: tuple[Grid, ...], sections: SectionIndex) -> tuple[Table, ...]:
    """The grids as records; empty cells are left out."""
    return tuple(
        Table(
            rows=len(grid.rows),
            columns=grid.columns,
            header_rows=sum(row.head for row in grid.rows),
            caption=fold_blanks(grid.caption.of(text)) if grid.caption else None,
            cells=tuple(
                Cell(row=at, column=column, text=fold_blanks(cell.of(text)), span=cell)
                for at, row in enumerate(grid.rows)
                for column, cell in enumerate(row.cells)
                if cell.end > cell.start
            ),
            section=sections.path(grid.span.start),
            span=grid.span,
            evidence={"caption": grid.caption} if grid.caption else {},
            rule=grid.rule,
        )
        for grid in grids
    )
