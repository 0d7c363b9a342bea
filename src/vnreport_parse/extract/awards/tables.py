"""Award tables, by what names their rows and columns.

| TT | Danh hiệu                  | Đăng ký    | Kết quả xét |      title rows, status columns
| 1  | Tập thể lao động tiên tiến | 18 tập thể | 17 tập thể  |
| TT | Danh hiệu                  | Tập thể | Cá nhân |            title rows, recipient columns
| Hình thức (cá nhân)             | Năm 2021 | Năm 2022 |          title rows, year columns
| Đơn vị | Lao động tiên tiến | Giấy khen của Giám đốc Sở |       unit rows, title columns
| TT | Đơn vị      | Điểm | Đề nghị khen thưởng       |            recipient rows, one title each
| STT | Họ và tên | Chức vụ |                                    names under a title that stands above
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ...diagnostics import Diagnostic, diagnose
from ...records import AwardStatus, RecipientKind
from ...spans import Span
from ...tables import Grid, Row, cell_number
from .drafts import Draft, DraftGroup, Governor
from .table_cells import CellReader
from .table_columns import SUM
from .token_kinds import GroupToken, RankToken, TitleToken

_NONE = re.compile(r"không|chưa")
_TICK = re.compile(r"[xX✓✔vV+]|có")


class Reading(NamedTuple):
    """What a table tells: statements, the groups of its sum rows, and sums that do not agree."""

    drafts: list[Draft]
    sums: list[list[GroupToken]]
    remarks: list[Diagnostic]


@dataclass
class _Carried:
    """What an upper row says for those under it: `I. Tập thể`, `Do Giám đốc Sở tặng`, `Huân chương Lao động` over its ranks."""

    title: TitleToken | None = None
    drafts: list[Draft] = field(default_factory=list)
    kind: tuple[RecipientKind, Span] | None = None
    status: tuple[AwardStatus, Span] | None = None
    authority: Span | None = None


class TableReader(CellReader):
    """Reads the tables of one document."""

    def read(self, grid: Grid, governor: Governor) -> Reading:
        """The statements of a table. `governor` is what stands above it."""
        self._of_cell.clear()
        self._columns, self._governor = self._heads.read(grid), governor
        self._above_table(grid)
        sums = [row for row in grid.body if self._is_sum(row)]
        rows = [row for row in grid.body if row not in sums] if sums else grid.body
        column = self._title_column(grid, rows)
        if column is None:
            drafts = list(self._by_columns(grid, rows)) or self._captioned(grid, rows) or self._listed(grid, rows)
            return Reading(drafts, [], [])
        self._authority = self._columns[column].authority or self._authority  # Nội dung khen của Chủ tịch UBND phường
        names = self._name_column(rows, column)
        drafts, carried = [], _Carried()
        for row in rows:
            drafts += self._row(row, column, names, carried)
        chains = [[group for _, group in self._counts(row, column, None, None)] for row in sums]
        return Reading(drafts, [chain for chain in chains if chain], self._disagreeing(sums, column, drafts))

    def _above_table(self, grid: Grid) -> None:
        """Status and conferrer for all rows: by any head, then by the caption, then by what governs the table."""
        caption = grid.caption or self._above(grid)
        status = self._heads.status(grid) or (self._heads.announced(caption) if caption else None)
        self._status_told = status or (self._governor.status or "conferred", self._governor.evidence)
        self._authority = (self._scanner.conferrers.told(caption) if caption else None) or self._governor.authority

    # ------------------------------------------------------------ columns
    # ------------------------------------------------------------ title rows
    def _row(self, row: Row, column: int, names: int | None, carried: _Carried) -> list[Draft]:
        """The statements of a row, with what the rows above it say for it."""
        title = self._title(row, column)
        wholes: list[Draft] = []
        kind = self._row_kind(row, column) or carried.kind
        if title is None:
            if self._opens_group(row, column, carried):
                return []
            title, wholes = self._carried_title(row, column, carried)
            if title is None:
                return []
        elif self._alone(row) == row.cells[column]:
            carried.title, carried.drafts = title, []  # Bằng khen của Bộ trưởng: alone over the rows that divide it
            return []
        title = self._ranked(row, title)
        if names is not None:
            return self._named(row, title, (column, names), carried)
        drafts = self._counted(row, title, column, kind, carried)
        for draft in drafts:
            whole = next((one for one in wholes if one.status == draft.status), None)
            draft.part_of = draft.part_of or whole
        if not wholes:
            carried.title, carried.drafts = title, drafts if self._title(row, column) else []
        return drafts or self._told(row, title, column)

    def _carried_title(self, row: Row, column: int, carried: _Carried) -> tuple[TitleToken | None, list[Draft]]:
        """The title of a row that leaves it out, and the statements it divides: `Hạng Nhì`, `- Cá nhân`, an empty cell."""
        cell = row.cells[column] if column < len(row.cells) else Span(row.span.end, row.span.end)
        if carried.title is None:
            return None, []
        if rank := self._rank(row, column):
            tokens = self._tokens(cell)
            evidence = carried.title.evidence | {"rank": rank}
            named = tokens[0].rank if isinstance(tokens[0], RankToken) else None
            return replace(carried.title, rank=named, evidence=evidence), carried.drafts
        if cell.end == cell.start:
            return carried.title, []
        kind = self._row_kind(row, column)
        return (carried.title, carried.drafts) if kind and cell.holds(kind[1]) else (None, [])

    def _opens_group(self, row: Row, column: int, carried: _Carried) -> bool:
        """A row without numbers names what holds for those under it: `II | Cá nhân`, `A | Do Giám đốc Sở tặng`."""
        label = self._alone(row)
        if label is None or cell_number(label.of(self._text)) is not None or self._rank(row, column):
            return False
        kind, authority = self._row_kind(row, -1), self._scanner.conferrers.told(label, alone=True)
        status = self._heads.announced(label)
        if kind is not None and authority is None and status is None:
            carried.kind, carried.drafts = kind, []
        else:
            carried.kind, carried.status, carried.authority = None, status, authority
            carried.title, carried.drafts = None, []
        return True

    def _counted(
        self, row: Row, title: TitleToken, column: int, kind: tuple[RecipientKind, Span] | None, carried: _Carried
    ) -> list[Draft]:
        """One statement for each status, conferrer and year of the row, with the groups of its columns."""
        drafts: dict[object, Draft] = {}
        wholes: dict[AwardStatus, Draft] = {}  # Tổng số đã có quyết định | Khen thưởng theo công trạng | Khen thưởng đột xuất
        note = self._note(row.cells[column], title)
        before = Span(min(row.cells[column].start, title.span.start), title.span.start)  # Đề nghị UBND tỉnh tặng Cờ thi đua
        said, acting = self._heads.asked(before), self._scanner.conferrers.told(before)
        for at, group in self._counts(row, column, title, kind):
            told = self._columns[at]
            status, shown = said or told.status or carried.status or self._status_told
            authority = title.authority or acting or self._decider(row, column)
            if note and status == "conferred":  # Tập thể lao động xuất sắc (đề nghị UBND tỉnh): a result still to be decided
                status, authority, shown = "proposed", note.authority or authority, note.evidence
            authority = authority or told.authority or self._remark(row, (column, at)) or carried.authority or self._authority
            key = (status, told.over, authority, *told.years)
            draft = drafts.get(key) or self._draft(row, title, status, authority, shown)
            drafts[key] = draft
            if group.noun_span == group.span:  # Bằng khen | 45: nobody says whom, so certificates are counted
                draft.title = replace(draft.title, quantity=group.numeral)
            else:
                draft.groups.append(DraftGroup(group))
            if told.over is not None and SUM.match(told.over.of(self._folded)):
                wholes.setdefault(status, draft)
        for draft in drafts.values():
            whole = wholes.get(draft.status)
            draft.part_of = whole if whole is not draft else None
        return list(drafts.values())

    def _told(self, row: Row, title: TitleToken, column: int) -> list[Draft]:
        """A row that names who conferred the title, and when, and no recipient: the table is about one."""
        if not any(at != column and told.confers for at, told in enumerate(self._columns[: len(row.cells)])):
            return []
        draft = self._draft(row, title, "conferred", title.authority or self._decider(row, column), None)
        draft.stated = True
        return [draft]

    def _disagreeing(self, sums: list[Row], column: int, drafts: list[Draft]) -> list[Diagnostic]:
        """The figures of the last sum row that the rows above it do not add up to."""
        if len(sums) != 1:
            return []
        added: dict[Span, int] = {}
        for draft in drafts:
            for group in draft.groups if draft.part_of is None else ():
                if group.counted is not None and group.counted.noun_span != group.counted.span:
                    added[group.counted.noun_span] = added.get(group.counted.noun_span, 0) + group.counted.numeral.value
        return [
            diagnose("D503", group.span, stated=group.numeral.value, added=added[group.noun_span])
            for _, group in self._counts(sums[0], column, None, None)
            if added.get(group.noun_span, group.numeral.value) != group.numeral.value
        ]

    # ------------------------------------------------------------ recipient rows
    def _named(self, row: Row, title: TitleToken, columns: tuple[int, int], carried: _Carried) -> list[Draft]:
        """A recipient by name and the one award of the row."""
        cell, name = row.cells[columns[0]], row.cells[columns[1]]
        if _NONE.match(cell.of(self._folded)) or name.end == name.start:
            return []
        told = self._columns[columns[0]].status or carried.status or self._status_told
        status, shown = self._outcome(row, columns, *told)
        authority = title.authority or self._decider(row, columns[0]) or carried.authority or self._authority
        draft = self._draft(row, title, status, authority, shown)
        draft.take([self._recipient(name, columns[1], title)])
        return [draft]

    def _listed(self, grid: Grid, rows: list[Row]) -> list[Draft]:
        """A list of names under a title: `DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG KỶ NIỆM CHƯƠNG …`."""
        above = self._above(grid)
        titles = self._titles(above) if above else []
        at = next((at for at, column in enumerate(self._columns) if column.names), None)
        governed = self._governor.draft is not None and self._governor.draft.counted
        if not titles or at is None or governed or not rows:
            return []
        status, shown = self._governor.status or "conferred", self._governor.evidence
        draft = self._draft(rows[0], titles[-1], status, titles[-1].authority, shown)
        cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at].end > row.cells[at].start]
        draft.take([self._recipient(cell, at, titles[-1]) for cell in cells])
        draft.stretch(titles[-1].span, grid.span)
        return [draft] if cells else []

    def _captioned(self, grid: Grid, rows: list[Row]) -> list[Draft]:
        """Units down the side, recipients along the top, the title above: `Bảng 1. Giấy khen của Giám đốc Sở`."""
        above = self._above(grid)
        titles = self._titles(above) if above else []
        model = self._governor.draft
        if not titles and model is None:
            return []
        drafts: list[Draft] = []
        for row in rows:
            groups = [group for _, group in self._counts(row, -1, None, None)]
            if not groups:
                continue
            if model is not None:
                draft = model.again("award.table", row.span)
                draft.part_of = model if model.counted else None
            else:
                status, shown = self._status_told
                draft = self._draft(row, titles[-1], status, titles[-1].authority or self._authority, shown)
            draft.anchored = False
            draft.attach(groups)
            drafts.append(draft)
        return drafts

    def _above(self, grid: Grid) -> Span | None:
        """The line above a table."""
        before = self._text[: grid.span.start].rstrip()
        start = before.rfind("\n") + 1
        return Span(start, len(before)) if before and len(before) - start <= 300 else None

    # ------------------------------------------------------------ title columns
    def _by_columns(self, grid: Grid, rows: list[Row]) -> Iterator[Draft]:
        """Titles along the top: a statement for each number below them, of neighbours under one title one for both."""
        tops = {at: column.title for at, column in enumerate(self._columns) if column.title is not None and not column.barred}
        notes = [kind for note in self._notes(grid) if (kind := self._heads.kind(note)) is not None] if tops else []
        names = next((at for at, column in enumerate(self._columns) if column.names), None)
        for row in rows:
            drafts: dict[tuple[str | None, ...], Draft] = {}
            for at, title in tops.items():
                cell = row.cells[at] if at < len(row.cells) else row.span
                value = cell_number(cell.of(self._text)) if at < len(row.cells) else None
                ticked = names is not None and not value and at < len(row.cells) and _TICK.fullmatch(cell.of(self._folded))
                if not value and not ticked:
                    continue
                told = self._columns[at]
                status, shown = told.status or self._status_told
                authority = title.authority or told.authority or self._authority
                key = (title.title, title.rank, title.qualifier, authority.of(self._folded) if authority else None, status)
                draft = drafts.setdefault(key, self._draft(row, title, status, authority, shown))
                if value:
                    draft.groups.append(DraftGroup(self._group(cell, value, *self._column_kind(row, told, title, notes))))
                elif names is not None and row.cells[names].end > row.cells[names].start:
                    draft.take([self._recipient(row.cells[names], names, title)])
            yield from drafts.values()
