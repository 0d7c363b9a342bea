"""The cells of an award table: titles, ranks, recipients and counts in them, who decided, and remarks."""

from __future__ import annotations

import re
from dataclasses import replace

from ...anchors import Anchors
from ...numerals import Numeral
from ...passages import stretch
from ...records import AwardStatus, RecipientKind
from ...source import SourceText
from ...spans import Span
from ...tables import Grid, Row, cell_number
from . import vocabulary as words
from .drafts import Draft, Governor
from .recipients import Named, NameReader
from .table_columns import SUM, Column, ColumnReader
from .titles import party_badge
from .token_kinds import GroupToken, RankToken, TitleToken, Token, VerbToken
from .tokens import Scanner

_GIVEN_BY = re.compile(r"(?:do\s+)?(?P<organ>[^.;]{3,80}?)\s+(?:công\s+nhận|tặng|khen\s+thưởng|khen|quyết\s+định)")
_DONE = re.compile(r"đã\s+(?:có\s+quyết\s+định|được|tặng|trao|công\s+nhận)")
_PENDING = re.compile(r"(?:đang|chờ|chưa\s+có\s+quyết|trình|đã\s+trình)")
_BULLET = re.compile(r"(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[ivx]{1,4}[.)])?\s*")
_NUMBERED = re.compile(r"[\dIVXA-Za-zđ]{1,4}(?:\.\d{1,2})*[.)]?")
_BARE_RANK = re.compile(r"(?:hạng|loại)?\s*(?P<rank>nhất|nhì|ba|i{1,3}|[123])")
_SAYING = ("award", "noun", "qualifier")
_UNLISTED = re.compile(
    r"cờ|hạng|danh hiệu|huy|năm|tt(?!\w)"
)  # what names a title, a rank or recipients without a word of the lexicons
_AROUND = 160  # characters above and below a table in which a note tells what its numbers count


class CellReader:
    """Reads the cells of the table at hand."""

    def __init__(self, source: SourceText, anchors: Anchors, scanner: Scanner) -> None:
        self._source, self._text, self._folded = source, source.text, source.folded
        self._anchors = anchors
        self._scanner = scanner
        self._names = NameReader(source, anchors)
        self._heads = ColumnReader(source, anchors, scanner)
        self._of_cell: dict[Span, list[Token]] = {}
        self._columns: tuple[Column, ...] = ()
        self._governor = Governor()
        self._status_told: tuple[AwardStatus, Span | None] = ("conferred", None)
        self._authority: Span | None = None

    def _title_column(self, grid: Grid, rows: list[Row]) -> int | None:
        """The column whose cells name awards, or the ranks of one; None when no column does in at least a third of the rows."""
        best = (0, 0)
        for column in range(grid.columns):
            named = sum(self._title(row, column) is not None for row in rows)
            ranked = sum(self._rank(row, column) is not None for row in rows) if named else 0
            best = max(best, (named + ranked, -column))
        return -best[1] if best[0] and best[0] * 3 >= len(rows) else None

    def _name_column(self, rows: list[Row], title: int) -> int | None:
        """The column of recipients' names, in a table without a column of numbers for them."""
        for at, column in enumerate(self._columns):
            if at == title or not column.names:
                continue
            values = [row.cells[at].of(self._text) for row in rows if at < len(row.cells)]
            if any(values) and not any(cell_number(value) is not None or re.match(r"\d", value) for value in values if value):
                return at
        return None

    def _is_sum(self, row: Row) -> bool:
        return any(SUM.match(cell.of(self._folded)) for cell in row.cells[:2])

    def _title(self, row: Row, column: int) -> TitleToken | None:
        if column >= len(row.cells) or row.cells[column].start == row.cells[column].end:
            return None
        cell = row.cells[column]
        titles = self._titles(cell)
        if not titles and self._columns[column].badges:
            return party_badge(cell, cell.of(self._folded))  # Loại Huy hiệu: 60 năm tuổi Đảng
        return titles[0] if titles else None

    def _rank(self, row: Row, column: int) -> Span | None:
        """A cell that holds a rank and nothing else: `- Hạng Nhì`."""
        cell = row.cells[column] if column < len(row.cells) else None
        tokens = self._tokens(cell) if cell is not None and cell.end > cell.start else []
        return tokens[0].span if len(tokens) == 1 and isinstance(tokens[0], RankToken) else None

    def _tokens(self, cell: Span) -> list[Token]:
        """The tokens of a cell of the table that is being read; several rules look at each cell."""
        if cell not in self._of_cell:
            self._of_cell[cell] = self._scanner.tokens(stretch(self._source, cell)) if self._speaks(cell) else []
        return self._of_cell[cell]

    def _speaks(self, cell: Span) -> bool:
        """Whether a cell can hold a title, a rank or recipients: most hold a number, a date, the name of a place."""
        if cell_number(cell.of(self._text)) is not None:
            return False
        return any(self._anchors.of(kind, cell) for kind in _SAYING) or bool(_UNLISTED.search(cell.of(self._folded)))

    def _titles(self, cell: Span) -> list[TitleToken]:
        return [token for token in self._tokens(cell) if isinstance(token, TitleToken)]

    def _alone(self, row: Row) -> Span | None:
        """The one cell of a row that holds anything but the number of the row."""
        written = [cell for cell in row.cells if cell.end > cell.start]
        if len(written) == 2 and _NUMBERED.fullmatch(written[0].of(self._text)):
            written = written[1:]
        return written[0] if len(written) == 1 else None

    def _row_kind(self, row: Row, column: int) -> tuple[RecipientKind, Span] | None:
        """Whom a cell of the row names and nothing else: `Tập thể`, `- Cá nhân`."""
        for at, cell in enumerate(row.cells):
            if at != column or self._title(row, column) is None:
                found = self._heads.kind(cell)
                bullet = _BULLET.match(cell.of(self._folded))
                if found and bullet and (cell.start + bullet.end(), cell.end) == tuple(found[1]):
                    return found
        return None

    def _ranked(self, row: Row, title: TitleToken) -> TitleToken:
        """With the rank that a column of its own gives."""
        for at, column in enumerate(self._columns[: len(row.cells)]):
            found = _BARE_RANK.fullmatch(row.cells[at].of(self._folded)) if column.ranks and title.rank is None else None
            if found and title.row.get("ranked"):
                return replace(title, rank=words.RANKS[found["rank"]], evidence=title.evidence | {"rank": row.cells[at]})
        return title

    def _counts(
        self, row: Row, column: int, title: TitleToken | None, kind: tuple[RecipientKind, Span] | None
    ) -> list[tuple[int, GroupToken]]:
        """The counts of a row with their columns; a column counts when its head or its cell names recipients, or a status."""
        found: list[tuple[int, GroupToken]] = []
        for at, cell in enumerate(row.cells):
            told = self._columns[at]
            if at == column or cell.end == cell.start or told.barred:
                continue
            groups = [token for token in self._tokens(cell) if isinstance(token, GroupToken)]
            value = cell_number(cell.of(self._text))
            if groups:
                found += [(at, group) for group in groups]
            elif value and (noun := self._noun(told, title, row.cells[column] if title else cell, kind)):
                found.append((at, self._group(cell, value, *noun)))
            elif value and title is not None and told.amount:
                found.append((at, GroupToken(cell, Numeral(cell, value), title.title, cell, "other")))
        return found

    def _group(self, cell: Span, value: int, kind: RecipientKind, noun: Span) -> GroupToken:
        return GroupToken(cell, Numeral(cell, value), " ".join(noun.of(self._text).split()), noun, kind)

    def _noun(
        self, column: Column, title: TitleToken | None, cell: Span, kind: tuple[RecipientKind, Span] | None
    ) -> tuple[RecipientKind, Span] | None:
        """What a column counts: by its head, or by the row where the head tells a status, an amount or a year."""
        if column.noun is not None:
            return column.noun
        if title is None or not column.amount:
            return None
        behind = Span(title.span.end, cell.end)  # Bằng khen của Tổng Liên đoàn (cá nhân)
        if cell.holds(title.span) and (noted := self._heads.kind(behind)) is not None:
            return noted
        if kind is not None:
            return kind
        return (title.kinds[0], title.evidence["title"]) if len(title.kinds) == 1 else None  # type: ignore[return-value]

    def _decider(self, row: Row, column: int) -> Span | None:
        """Who conferred, as a column of its own says: `Cơ quan ban hành quyết định`, `Cấp khen`."""
        for at, cell in enumerate(row.cells):
            if at != column and self._columns[at].confers:
                decided = words.DECISION_OF_ORGAN.match(cell.of(self._folded))  # Quyết định số 12/QĐ-CTN ngày … của Chủ tịch nước
                return self._scanner.conferrers.read(cell.start + (decided.end() if decided else 0), cell.end)
        return None

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

    def _recipient(self, cell: Span, column: int, title: TitleToken) -> Named:
        """Whom a cell names: by its first word, else by the head of its column, else by what the title is for."""
        read = self._names.read(cell)
        if read and read[0].name is not None:
            return read[0]
        noun = self._columns[column].noun
        person = self._columns[column].persons or (noun is not None and noun[0] == "individual") or title.kinds == ["individual"]
        return Named("individual" if person else "collective", "", cell, cell)

    def _column_kind(
        self, row: Row, column: Column, title: TitleToken, notes: list[tuple[RecipientKind, Span]]
    ) -> tuple[RecipientKind, Span]:
        """What the numbers under a title count: by its head, by the row's label, by a note at the table, by the title."""
        if len(title.kinds) == 1:
            return title.kinds[0], title.evidence["title"]  # type: ignore[return-value]
        label = self._heads.kind(row.cells[0])
        exact = label if label is not None and label[1] == row.cells[0] else None
        return column.noun or exact or (notes[0] if notes else ("mixed", title.evidence["title"]))

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
