"""Tables written with `|`: markdown, plain text, boxes of `+---+`. Rows of cells with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .records import Cell, Table
from .section_index import SectionIndex
from .spans import Span, fold_blanks, trim

_RULE = re.compile(r"[-+|:=_\s]*[-=_]{2,}[-+|:=_\s]*")  # |---|---:|  and  +----+----+
_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})*|\d+")
_CAPTION = re.compile(r"(?:bảng|biểu|phụ lục)\b.{0,160}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `cells` are trimmed spans, empty ones included. `head` rows name the columns."""

    span: Span
    cells: tuple[Span, ...]
    head: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the text: rows from top to bottom, and the line above that names it."""

    span: Span
    rows: tuple[Row, ...]
    caption: Span | None

    @property
    def columns(self) -> int:
        """The number of cells of the longest row."""
        return max(len(row.cells) for row in self.rows)

    def head(self, column: int) -> list[Span]:
        """The cells that name a column, from top to bottom."""
        return [row.cells[column] for row in self.rows if row.head and column < len(row.cells)]


def find_tables(text: str, within: Span) -> tuple[Grid, ...]:
    """The tables inside `within`. Lines of at least two cells that follow each other, rules between them."""
    grids: list[Grid] = []
    rows: list[tuple[Span, tuple[Span, ...]]] = []
    ruled_at: int | None = None  # how many rows stood above the first inner rule
    for line in _lines(text, within):
        written = text[line.start : line.end]
        if _RULE.fullmatch(written) and ("|" in written or "+" in written):
            if rows and ruled_at is None:
                ruled_at = len(rows)
            continue
        cells = _cells(text, line) if written.count("|") >= 2 or (rows and "|" in written) else ()
        if len(cells) >= 2:
            rows.append((line, cells))
            continue
        if written.strip() or len(rows) == 1:
            grids += _grid(text, rows, ruled_at, within)
            rows, ruled_at = [], None
    return (*grids, *_grid(text, rows, ruled_at, within))


def _lines(text: str, within: Span) -> list[Span]:
    lines, start = [], within.start
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        lines.append(Span(start, end))
        start = end + 1
    return lines


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    start, end = trim(text, line)
    start += text[start : start + 1] == "|"
    end -= text[end - 1 : end] == "|" and end > start
    cells, at = [], start
    while at <= end:
        bar = text.find("|", at, end)
        bar = end if bar < 0 else bar
        cells.append(trim(text, Span(at, bar)))
        at = bar + 1
    return tuple(cells)


def _grid(text: str, rows: list[tuple[Span, tuple[Span, ...]]], ruled_at: int | None, within: Span) -> list[Grid]:
    if len(rows) < 2:
        return []
    heads = ruled_at if ruled_at and ruled_at < len(rows) else _unruled_heads(text, rows)
    built = tuple(Row(line, cells, at < heads) for at, (line, cells) in enumerate(rows))
    span = Span(built[0].span.start, built[-1].span.end)
    above = text[within.start : span.start].rstrip()
    last = above.rfind("\n") + 1
    named = _CAPTION.fullmatch(above[last:])
    caption = Span(within.start + last, within.start + len(above)) if named else None
    return [Grid(span, built, caption)]


def _unruled_heads(text: str, rows: list[tuple[Span, tuple[Span, ...]]]) -> int:
    """Without a rule the head ends where cells begin to hold numbers; a table of words alone has one head row."""
    for at, (_, cells) in enumerate(rows[:3]):
        if any(_NUMBER.fullmatch(cell.of(text)) for cell in cells):
            return at
    return 1


def cell_number(text: str) -> int | None:
    """The whole number a cell holds: `1.106`, `06`; a dash is 0 (`—` for none), anything else `None`."""
    written = text.strip()
    if written in ("-", "–", "—"):
        return 0
    return int(re.sub(r"[. ]", "", written)) if _NUMBER.fullmatch(written) else None


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
            rule="table.bars",
        )
        for grid in grids
    )
