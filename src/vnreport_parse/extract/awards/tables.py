"""Award tables: titles down the side or along the top, or a list of recipients with what each one got.

    | TT | Danh hiệu                  | Đăng ký    | Kết quả xét |      title rows, status columns
    | 1  | Tập thể lao động tiên tiến | 18 tập thể | 17 tập thể  |
    | TT | Danh hiệu                  | Tập thể | Cá nhân |            title rows, recipient columns
    | TT | Đơn vị      | Điểm | Đề nghị khen thưởng       |            recipient rows, one title each
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...anchors import Anchors
from ...numerals import Numeral
from ...passages import Passage, stretch
from ...records import AwardStatus, RecipientKind
from ...source import SourceText
from ...spans import Span
from ...tables import Grid, Row, cell_number
from .drafts import Draft, DraftGroup, Governor
from .recipients import Named
from .tokens import GroupToken, Scanner, TitleToken, VerbToken

_SUM = re.compile(r"\s*(?:tổng(?:\s+(?:số|cộng))?|cộng)\b")
_NAMES = re.compile(r"(?:tên\s+)?(?:đơn\s+vị|tập\s+thể|cá\s+nhân|cơ\s+quan)|họ\s+(?:và\s+)?tên")
_NONE = re.compile(r"không|chưa")
_RESULT = re.compile(r"kết\s+quả|được\s+(?:tặng|công\s+nhận|khen)|đã\s+(?:tặng|công\s+nhận)|đạt|thực\s+hiện|trao")
_PROPOSED = re.compile(r"đề\s+nghị|trình|đề\s+xuất")
_REGISTERED = re.compile(r"đăng\s+ký")


class TableReader:
    """Reads the tables of one document."""

    def __init__(self, source: SourceText, anchors: Anchors, scanner: Scanner) -> None:
        self._source, self._text, self._folded = source, source.text, source.folded
        self._anchors = anchors
        self._scanner = scanner

    def read(self, grid: Grid, governor: Governor) -> tuple[list[Draft], list[list[GroupToken]]]:
        """The statements of a table, and the groups of its sum rows. `governor` is what stands above it."""
        column = self._title_column(grid)
        if column is None:
            return [], []
        drafts: list[Draft] = []
        sums: list[list[GroupToken]] = []
        names = self._name_column(grid, column)
        for row in grid.rows:
            if row.head:
                continue
            if self._is_sum(row):
                sums.append([group for _, group in self._counts(grid, row, column, None)])
            elif column < len(row.cells) and (title := self._title(row.cells[column])):
                if names is not None:
                    drafts += self._named(grid, row, title, (column, names), governor)
                else:
                    drafts += self._counted(grid, row, title, column, governor)
        return drafts, [chain for chain in sums if chain]

    # ------------------------------------------------------------ columns
    def _title_column(self, grid: Grid) -> int | None:
        """The column whose cells name awards; None when no column does in at least half of the rows."""
        body = [row for row in grid.rows if not row.head]
        best = (0, 0)
        for column in range(grid.columns):
            named = sum(column < len(row.cells) and self._title(row.cells[column]) is not None for row in body)
            best = max(best, (named, -column))
        return -best[1] if best[0] and best[0] * 3 >= len(body) else None

    def _name_column(self, grid: Grid, title: int) -> int | None:
        """The column of recipients' names, in a table without a column of numbers for them."""
        for column in range(title):
            heads = [head.of(self._folded) for head in grid.head(column)]
            values = [row.cells[column].of(self._text) for row in grid.rows if not row.head and column < len(row.cells)]
            if any(_NAMES.search(head) for head in heads) and not any(cell_number(value) is not None for value in values if value):
                return column
        return None

    def _is_sum(self, row: Row) -> bool:
        return any(_SUM.match(cell.of(self._folded)) for cell in row.cells[:2])

    def _title(self, cell: Span) -> TitleToken | None:
        titles = [token for token in self._scanner.tokens(self._passage(cell)) if isinstance(token, TitleToken)]
        return titles[0] if titles else None

    def _passage(self, cell: Span) -> Passage:
        return stretch(self._source, cell)

    # ------------------------------------------------------------ rows
    def _counted(self, grid: Grid, row: Row, title: TitleToken, column: int, governor: Governor) -> list[Draft]:
        """One statement for each status of the row, with the groups of its columns."""
        drafts: dict[AwardStatus, Draft] = {}
        note = self._note(row.cells[column], title)
        for at, group in self._counts(grid, row, column, title):
            status, shown = self._status(grid, at, governor)
            authority = title.authority
            if note and status == "conferred":  # Tập thể lao động xuất sắc (đề nghị UBND tỉnh): a result still to be decided
                status, authority, shown = "proposed", note.authority or authority, note.evidence
            draft = drafts.setdefault(status, self._draft(row, title, status, authority, shown))
            draft.groups.append(DraftGroup(group))
        return list(drafts.values())

    def _counts(self, grid: Grid, row: Row, column: int, title: TitleToken | None) -> list[tuple[int, GroupToken]]:
        """The counts of a row with their columns; a column counts when its head or its cell names recipients, or a status."""
        found: list[tuple[int, GroupToken]] = []
        for at, cell in enumerate(row.cells):
            if at == column or cell.end == cell.start:
                continue
            groups = [token for token in self._scanner.tokens(self._passage(cell)) if isinstance(token, GroupToken)]
            value = cell_number(cell.of(self._text))
            if groups:
                found += [(at, group) for group in groups]
            elif value and (noun := self._noun(grid, at, title)):
                kind, span = noun
                shown = " ".join(span.of(self._text).split())
                found.append((at, GroupToken(cell, Numeral(cell, value), shown, span, kind)))
        return found

    def _noun(self, grid: Grid, column: int, title: TitleToken | None) -> tuple[RecipientKind, Span] | None:
        """What a column counts: by its head, or by the title alone where the head tells a status."""
        for head in reversed(grid.head(column)):
            nouns = self._anchors.of("noun", head)
            if nouns:
                return nouns[0].row["kind"], nouns[0].span
            folded = head.of(self._folded)
            if title and title.kinds and (re.search(r"số\s+lượng|sl\b", folded) or _RESULT.search(folded) or _PROPOSED.search(folded) or _REGISTERED.search(folded)):
                if len(title.kinds) == 1:
                    return title.kinds[0], head  # type: ignore[return-value]
        return None

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
        tokens = self._scanner.tokens(self._passage(cell))
        verbs = [t for t in tokens if isinstance(t, VerbToken) and t.status == "proposed" and t.span.start >= title.span.start]
        if not verbs:
            return None
        start = verbs[0].span.end
        while start < cell.end and self._text[start] == " ":
            start += 1
        return Governor(status="proposed", authority=self._scanner.conferrers.read(start, cell.end), evidence=verbs[0].span)

    def _named(self, grid: Grid, row: Row, title: TitleToken, columns: tuple[int, int], governor: Governor) -> list[Draft]:
        """A recipient by name and the one award of the row."""
        cell, name = row.cells[columns[0]], row.cells[columns[1]]
        if _NONE.match(cell.of(self._folded)) or name.end == name.start:
            return []
        status, shown = self._status(grid, columns[0], governor)
        draft = self._draft(row, title, status, title.authority, shown)
        person = any("họ" in head.of(self._folded) or "cá nhân" in head.of(self._folded) for head in grid.head(columns[1]))
        kind: RecipientKind = "individual" if person or title.kinds == ["individual"] else "collective"
        draft.take([Named(kind, "", name, name)])
        return [draft]

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
