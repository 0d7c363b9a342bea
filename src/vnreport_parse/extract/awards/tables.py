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
from dataclasses import replace

from ...anchors import Anchors
from ...numerals import Numeral
from ...passages import stretch
from ...records import AwardStatus, RecipientKind
from ...source import SourceText
from ...spans import Span
from ...tables import Grid, Row, cell_number
from .drafts import Draft, DraftGroup, Governor
from .recipients import Named, NameReader
from .tokens import GroupToken, Scanner, TitleToken, Token, VerbToken, party_badge

_SUM = re.compile(r"\s*(?:tổng(?:\s+(?:số|cộng|hợp))?|cộng)\b")
_NAMES = re.compile(r"(?:^|\b(?:tên|các)\s+)(?:đơn\s+vị|tập\s+thể|cá\s+nhân|cơ\s+quan)|họ\s+(?:và\s+|,\s*)?tên|^tên")
_CONFERRERS = re.compile(r"cơ\s+quan\s+(?:ban\s+hành|quyết|khen|tặng)|thẩm\s+quyền|cấp\s+(?:khen|quyết|tặng)|người\s+(?:ký|quyết)")
_GIVEN_BY = re.compile(r"(?:do\s+)?(?P<organ>[^.;]{3,80}?)\s+(?:công\s+nhận|tặng|khen\s+thưởng|khen|quyết\s+định)")
_NONE = re.compile(r"không|chưa")
_RESULT = re.compile(
    r"^khen\s+thưởng\s|kết\s+quả|đã\s+có\s+quyết\s+định|được\s+(?:tặng|công\s+nhận|khen)|đã\s+(?:tặng|công\s+nhận)|đạt|thực\s+hiện|trao"
)
_PROPOSED = re.compile(r"đề\s+nghị|trình|đề\s+xuất")
_DONE = re.compile(r"đã\s+(?:có\s+quyết\s+định|được|tặng|trao|công\s+nhận)")
_PENDING = re.compile(r"(?:đang|chờ|chưa\s+có\s+quyết|trình|đã\s+trình)")
_REGISTERED = re.compile(r"đăng\s+ký")
_YEAR = re.compile(r"(?:năm\s+(?:học\s+)?)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")
_AMOUNT = re.compile(r"số\s+lượng|sl\b|số\s+người|tổng")
_AROUND = 160  # characters above and below a table in which a note tells what its numbers count


class TableReader:
    """Reads the tables of one document."""

    def __init__(self, source: SourceText, anchors: Anchors, scanner: Scanner) -> None:
        self._source, self._text, self._folded = source, source.text, source.folded
        self._anchors = anchors
        self._scanner = scanner
        self._names = NameReader(source, anchors)
        self._of_cell: dict[Span, list[Token]] = {}

    def read(self, grid: Grid, governor: Governor) -> tuple[list[Draft], list[list[GroupToken]]]:
        """The statements of a table, and the groups of its sum rows. `governor` is what stands above it."""
        self._of_cell.clear()
        sums = [row for row in grid.body if self._is_sum(row)]
        rows = [row for row in grid.body if row not in sums]
        column = self._title_column(grid, rows)
        if column is None:
            drafts = list(self._by_columns(grid, rows, governor)) or self._listed(grid, rows, governor)
            return drafts, []
        names = self._name_column(grid, rows, column)
        drafts = []
        for row in rows:
            title = self._title(grid, row, column)
            if title is not None and names is not None:
                drafts += self._named(grid, row, title, (column, names), governor)
            elif title is not None:
                drafts += self._counted(grid, row, title, column, governor)
        chains = [[group for _, group in self._counts(grid, row, column, None)] for row in sums]
        return drafts, [chain for chain in chains if chain]

    # ------------------------------------------------------------ columns
    def _title_column(self, grid: Grid, rows: list[Row]) -> int | None:
        """The column whose cells name awards; None when no column does in at least a third of the rows."""
        best = (0, 0)
        for column in range(grid.columns):
            named = sum(self._title(grid, row, column) is not None for row in rows)
            best = max(best, (named, -column))
        return -best[1] if best[0] and best[0] * 3 >= len(rows) else None

    def _name_column(self, grid: Grid, rows: list[Row], title: int) -> int | None:
        """The column of recipients' names, in a table without a column of numbers for them."""
        for column in range(grid.columns):
            heads = [head.of(self._folded) for head in grid.head(column)]
            if column == title or not any(_NAMES.search(head) and not _CONFERRERS.search(head) for head in heads):
                continue
            values = [row.cells[column].of(self._text) for row in rows if column < len(row.cells)]
            if any(values) and not any(cell_number(value) is not None or re.match(r"\d", value) for value in values if value):
                return column
        return None

    def _is_sum(self, row: Row) -> bool:
        return any(_SUM.match(cell.of(self._folded)) for cell in row.cells[:2])

    def _title(self, grid: Grid, row: Row, column: int) -> TitleToken | None:
        if column >= len(row.cells) or row.cells[column].start == row.cells[column].end:
            return None
        cell = row.cells[column]
        titles = self._titles(cell)
        if not titles and any("huy hiệu" in head.of(self._folded) for head in grid.head(column)):
            return party_badge(cell, cell.of(self._folded))  # Loại Huy hiệu: 60 năm tuổi Đảng
        return titles[0] if titles else None

    def _tokens(self, cell: Span) -> list[Token]:
        """The tokens of a cell of the table that is being read; several rules look at each cell."""
        if cell not in self._of_cell:
            self._of_cell[cell] = self._scanner.tokens(stretch(self._source, cell))
        return self._of_cell[cell]

    def _titles(self, cell: Span) -> list[TitleToken]:
        return [token for token in self._tokens(cell) if isinstance(token, TitleToken)]

    # ------------------------------------------------------------ title rows
    def _counted(self, grid: Grid, row: Row, title: TitleToken, column: int, governor: Governor) -> list[Draft]:
        """One statement for each status (and year) of the row, with the groups of its columns."""
        drafts: dict[object, Draft] = {}
        wholes: dict[AwardStatus, Draft] = {}  # Tổng số đã có quyết định | Khen thưởng theo công trạng | Khen thưởng đột xuất
        note = self._note(row.cells[column], title)
        for at, group in self._counts(grid, row, column, title):
            status, shown = self._status(grid, at, governor)
            authority = title.authority
            if note and status == "conferred":  # Tập thể lao động xuất sắc (đề nghị UBND tỉnh): a result still to be decided
                status, authority, shown = "proposed", note.authority or authority, note.evidence
            authority = authority or self._remark(row, (column, at))
            years = [head.of(self._folded) for head in grid.head(at) if _YEAR.fullmatch(head.of(self._folded))]
            over = self._over(grid, at)
            draft = drafts.setdefault((status, over, *years), self._draft(row, title, status, authority, shown))
            draft.groups.append(DraftGroup(group))
            if over is not None and _SUM.match(over.of(self._folded)):
                wholes.setdefault(status, draft)
        for draft in drafts.values():
            whole = wholes.get(draft.status)
            draft.part_of = whole if whole is not draft else None
        return list(drafts.values()) or self._told(grid, row, title, column)

    def _told(self, grid: Grid, row: Row, title: TitleToken, column: int) -> list[Draft]:
        """A row that names who conferred the title, and when, and no recipient: the table is about one."""
        for at, cell in enumerate(row.cells):
            if at != column and any(_CONFERRERS.search(head.of(self._folded)) for head in grid.head(at)):
                organ = self._scanner.conferrers.read(cell.start, cell.end)
                draft = self._draft(row, title, "conferred", title.authority or organ, None)
                draft.stated = True
                return [draft]
        return []

    def _counts(self, grid: Grid, row: Row, column: int, title: TitleToken | None) -> list[tuple[int, GroupToken]]:
        """The counts of a row with their columns; a column counts when its head or its cell names recipients, or a status."""
        found: list[tuple[int, GroupToken]] = []
        for at, cell in enumerate(row.cells):
            if at == column or cell.end == cell.start:
                continue
            groups = [token for token in self._tokens(cell) if isinstance(token, GroupToken)]
            value = cell_number(cell.of(self._text))
            if groups:
                found += [(at, group) for group in groups]
            elif value and (noun := self._noun(grid, at, title, row.cells[column])):
                found.append((at, self._group(cell, value, *noun)))
        return found

    def _group(self, cell: Span, value: int, kind: RecipientKind, noun: Span) -> GroupToken:
        return GroupToken(cell, Numeral(cell, value), " ".join(noun.of(self._text).split()), noun, kind)

    def _noun(self, grid: Grid, column: int, title: TitleToken | None, cell: Span) -> tuple[RecipientKind, Span] | None:
        """What a column counts: by its head, or by the title cell where the head tells a status, an amount or a year."""
        for head in reversed(grid.head(column)):
            if nouns := self._anchors.of("noun", head):
                return nouns[0].row["kind"], nouns[0].span
        heads = [head.of(self._folded) for head in grid.head(column)]
        patterns = (_AMOUNT, _RESULT, _PROPOSED, _REGISTERED, _YEAR)
        if title is None or not any(pattern.search(head) for head in heads for pattern in patterns):
            return None
        behind = Span(title.span.end, cell.end)  # Bằng khen của Tổng Liên đoàn (cá nhân)
        if nouns := self._anchors.of("noun", behind) if behind.end > behind.start else []:
            return nouns[0].row["kind"], nouns[0].span
        return (title.kinds[0], title.evidence["title"]) if len(title.kinds) == 1 else None  # type: ignore[return-value]

    def _status(self, grid: Grid, column: int, governor: Governor) -> tuple[AwardStatus, Span | None]:
        """By the head of the column, then by any head, then by what stands above the table."""
        own = grid.head(column)
        others = [head for at in range(grid.columns) for head in grid.head(at)]
        for heads in (own, [] if self._statuses(own) else others):
            for head in heads:
                folded = head.of(self._folded)
                if _REGISTERED.search(folded):
                    return "registered", head
                if _PROPOSED.search(folded):
                    return "proposed", head
                if _RESULT.search(folded):
                    return "conferred", head
        return governor.status or "conferred", governor.evidence

    def _statuses(self, heads: list[Span]) -> bool:
        return any(p.search(head.of(self._folded)) for head in heads for p in (_REGISTERED, _PROPOSED, _RESULT))

    def _note(self, cell: Span, title: TitleToken) -> Governor | None:
        """A remark behind the title that it is only proposed, and to whom."""
        verbs = [
            t
            for t in self._tokens(cell)
            if isinstance(t, VerbToken) and t.status == "proposed" and t.span.start >= title.span.start
        ]
        if not verbs:
            return None
        start = verbs[0].span.end
        while start < cell.end and self._text[start] == " ":
            start += 1
        return Governor(status="proposed", authority=self._scanner.conferrers.read(start, cell.end), evidence=verbs[0].span)

    def _remark(self, row: Row, columns: tuple[int, int]) -> Span | None:
        """Who conferred, as a cell of remarks says: `Quân khu công nhận`, `Bộ trưởng tặng`."""
        for at, cell in enumerate(row.cells):
            found = _GIVEN_BY.fullmatch(cell.of(self._folded)) if at not in columns else None
            if found:
                return self._scanner.conferrers.read(cell.start, cell.start + found.end("organ"))
        return None

    def _over(self, grid: Grid, column: int) -> Span | None:
        """The head over the heads of recipients, which parts the statements of a row: `Tổng số` over `Tập thể | Cá nhân`."""
        heads = grid.head(column)
        return heads[0] if len(heads) > 1 and self._anchors.of("noun", heads[-1]) else None

    # ------------------------------------------------------------ recipient rows
    def _named(self, grid: Grid, row: Row, title: TitleToken, columns: tuple[int, int], governor: Governor) -> list[Draft]:
        """A recipient by name and the one award of the row."""
        cell, name = row.cells[columns[0]], row.cells[columns[1]]
        if _NONE.match(cell.of(self._folded)) or name.end == name.start:
            return []
        status, shown = self._outcome(row, columns, *self._status(grid, columns[0], governor))
        draft = self._draft(row, title, status, title.authority, shown)
        draft.take([self._recipient(grid, name, columns[1], title)])
        return [draft]

    def _outcome(
        self, row: Row, columns: tuple[int, int], status: AwardStatus, shown: Span | None
    ) -> tuple[AwardStatus, Span | None]:
        """What a cell of remarks says of the row: `Đã có quyết định`, `Đang thẩm định`."""
        for at, cell in enumerate(row.cells):
            folded = cell.of(self._folded)
            if at not in columns and _PENDING.match(folded):
                return "proposed", cell
            if at not in columns and _DONE.match(folded):
                return ("proposed_and_conferred" if status == "proposed" else "conferred"), cell
        return status, shown

    def _recipient(self, grid: Grid, cell: Span, column: int, title: TitleToken) -> Named:
        """Whom a cell names: by its first word, else by the head of its column, else by what the title is for."""
        read = self._names.read(cell)
        if read and read[0].name is not None:
            return read[0]
        heads = " ".join(head.of(self._folded) for head in grid.head(column))
        person = "họ" in heads or ("cá nhân" in heads and "tập thể" not in heads) or title.kinds == ["individual"]
        return Named("individual" if person else "collective", "", cell, cell)

    def _listed(self, grid: Grid, rows: list[Row], governor: Governor) -> list[Draft]:
        """A list of names under a title: `DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG KỶ NIỆM CHƯƠNG …`."""
        above = self._above(grid)
        titles = self._titles(above) if above else []
        columns = [at for at in range(grid.columns) if any(_NAMES.search(head.of(self._folded)) for head in grid.head(at))]
        if not titles or not columns or (governor.draft is not None and governor.draft.counted):
            return []
        draft = self._draft(rows[0], titles[-1], governor.status or "conferred", titles[-1].authority, governor.evidence)
        cells = [
            row.cells[columns[0]]
            for row in rows
            if columns[0] < len(row.cells) and row.cells[columns[0]].end > row.cells[columns[0]].start
        ]
        draft.take([self._recipient(grid, cell, columns[0], titles[-1]) for cell in cells])
        draft.stretch(titles[-1].span, grid.span)
        return [draft] if cells else []

    def _above(self, grid: Grid) -> Span | None:
        """The line above a table."""
        before = self._text[: grid.span.start].rstrip()
        start = before.rfind("\n") + 1
        return Span(start, len(before)) if before and len(before) - start <= 300 else None

    # ------------------------------------------------------------ title columns
    def _by_columns(self, grid: Grid, rows: list[Row], governor: Governor) -> Iterator[Draft]:
        """Titles along the top: a statement for each number below them."""
        tops = {at: titles[0] for at in range(grid.columns) for head in grid.head(at)[-1:] if (titles := self._titles(head))}
        for row in rows:
            for at, title in tops.items():
                value = cell_number(row.cells[at].of(self._text)) if at < len(row.cells) else None
                if value:
                    status, shown = self._status(grid, at, governor)
                    draft = self._draft(row, title, status, title.authority, shown)
                    draft.groups.append(DraftGroup(self._group(row.cells[at], value, *self._column_kind(grid, row, at, title))))
                    yield draft

    def _column_kind(self, grid: Grid, row: Row, column: int, title: TitleToken) -> tuple[RecipientKind, Span]:
        """What the numbers under a title count: by its head, by the row's label, by a note at the table, by the title."""
        head = grid.head(column)[-1]
        for place in (Span(title.span.end, head.end), row.cells[0], *self._notes(grid)):
            nouns = self._anchors.of("noun", place) if place.end > place.start else []
            exact = nouns and (place is not row.cells[0] or nouns[0].span.start == place.start and nouns[0].span.end == place.end)
            if nouns and exact and len(title.kinds) != 1:
                return nouns[0].row["kind"], nouns[0].span
        kind = title.kinds[0] if len(title.kinds) == 1 else "mixed"
        return kind, title.evidence["title"]  # type: ignore[return-value]

    def _notes(self, grid: Grid) -> list[Span]:
        """`(Số liệu là số cá nhân)` above or below."""
        places = (
            Span(max(grid.span.start - _AROUND, 0), grid.span.start),
            Span(grid.span.end, min(grid.span.end + _AROUND, len(self._text))),
        )
        found = (
            re.search(r"số\s+(?:liệu\s+)?(?:là\s+)?(?:số\s+)?[^.\n]{0,40}|đơn\s+vị\s+tính[^.\n]{0,40}", place.of(self._folded))
            for place in places
        )
        return [Span(place.start + one.start(), place.start + one.end()) for place, one in zip(places, found, strict=True) if one]

    def _draft(self, row: Row, title: TitleToken, status: AwardStatus, authority: Span | None, shown: Span | None) -> Draft:
        evidence = dict(title.evidence)
        if shown is not None:
            evidence["status"] = shown
        evidence.pop("authority", None)
        if authority is not None:
            evidence["authority"] = authority
        return Draft(
            title=replace(title, quantity=None),
            rank=title.rank,
            qualifier=title.qualifier,
            authority=authority,
            status=status,
            span=row.span,
            evidence=evidence,
            rule="award.table",
        )
