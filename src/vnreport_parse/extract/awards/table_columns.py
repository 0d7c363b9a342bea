"""What the heads of an award table say of its columns: whom they count, what became of it, who confers.

| TT | Hình thức | Chủ tịch UBND tỉnh tặng | | Đề nghị | |
|    |           | Tập thể | Cá nhân     | TT | CN | (tập thể, cá nhân: where they stand side by side)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...anchors import Anchors
from ...passages import stretch
from ...records import AwardStatus, RecipientKind
from ...source import SourceText
from ...spans import Span
from ...tables import Grid
from .token_kinds import TitleToken
from .tokens import Scanner

SUM = re.compile(r"\s*(?:tổng\s+(?:số|cộng|hợp)\b|(?:tổng|cộng)(?=\s*(?:$|[:(\d])))")
_NAMES = re.compile(r"(?:^|\b(?:tên|các)\s+)(?:đơn\s+vị(?!\s+tính)|tập\s+thể|cá\s+nhân|cơ\s+quan)|họ\s+(?:và\s+|,\s*)?tên|^tên")
_CONFERRERS = re.compile(r"(?:cơ\s+quan|cấp|đơn\s+vị|người)\s+(?:ban\s+hành|quyết|khen|tặng|công\s+nhận|trao|ký)|thẩm\s+quyền")
_RANKS = re.compile(r"\s*(?:xếp\s+)?(?:hạng|loại)\s*")
_RESULT = re.compile(
    r"^khen\s+thưởng\s|kết\s+quả|đã\s+có\s+quyết\s+định|được\s+(?:tặng|công\s+nhận|khen)|đã\s+(?:tặng|công\s+nhận)|đạt|thực\s+hiện|trao"
)
# Đề nghị xét, Trình UBND tỉnh; but Khen thưởng quá trình cống hiến, chương trình, công trình
_PROPOSED = re.compile(r"đề\s+nghị|(?<!quá\s)(?<!chương\s)(?<!công\s)(?<!tờ\s)(?<!quy\s)(?<!lộ\s)trình(?!\s+độ)|đề\s+xuất")
_REGISTERED = re.compile(r"đăng\s+ký")
_STATUSES: tuple[tuple[AwardStatus, re.Pattern[str]], ...] = (
    ("registered", _REGISTERED),
    ("proposed", _PROPOSED),
    ("conferred", _RESULT),
)
_YEAR = re.compile(r"(?:năm\s+(?:học\s+)?)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")
_AMOUNT = re.compile(r"số\s+lượng|sl\b|số\s+người|tổng|cộng")
# Chỉ tiêu, tiền thưởng, điểm, tỷ lệ: numbers that count no recipients
_BARRED = re.compile(r"chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu|phấn\s+đấu|tiền|kinh\s+phí|điểm|tỷ\s+lệ|(?<![\d\s])%|mức\s+thưởng")
_SHORT_KINDS: dict[str, RecipientKind] = {"TT": "collective", "CN": "individual", "T.thể": "collective", "C.nhân": "individual"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heads.

    `noun`: whom it counts; `amount`: it tells an amount, a status or a year, and counts what its row names.
    `over` is the head over the heads of recipients, which parts the statements of a row: `Tổng số` over `Tập thể | Cá nhân`.
    `barred`: its numbers count no recipients. `names`, `persons`, `confers`, `ranks`, `badges`: what it holds.
    """

    title: TitleToken | None
    noun: tuple[RecipientKind, Span] | None
    status: tuple[AwardStatus, Span] | None
    authority: Span | None
    over: Span | None
    years: tuple[str, ...]
    amount: bool
    barred: bool
    names: bool
    persons: bool
    confers: bool
    ranks: bool
    badges: bool
    sum: bool


class ColumnReader:
    """Reads the heads of tables of one document."""

    def __init__(self, source: SourceText, anchors: Anchors, scanner: Scanner) -> None:
        self._source, self._text, self._folded = source, source.text, source.folded
        self._anchors = anchors
        self._scanner = scanner

    def read(self, grid: Grid) -> tuple[Column, ...]:
        """A column for each place of the longest row."""
        short = self._short_kinds(grid)
        columns = [self._column(grid.head(at), short.get(at)) for at in range(grid.columns)]
        counting = {column.status and column.status[0] for column in columns if column.noun and not column.barred}
        return tuple(
            replace(column, barred=True)  # `Tổng số` beside `Tập thể` and `Cá nhân` adds them up
            if column.sum and column.noun is None and column.title is None and (column.status and column.status[0]) in counting
            else column
            for column in columns
        )

    def status(self, grid: Grid) -> tuple[AwardStatus, Span] | None:
        """The status that the first head to name one names: `Danh hiệu đăng ký`."""
        return next(
            (told for at in range(grid.columns) if (told := self._told(grid.head(at))) is not None),
            None,
        )

    def announced(self, span: Span) -> tuple[AwardStatus, Span] | None:
        """A status that a caption or the label of a group of rows names: `Biểu 1. Số lượng đề nghị khen thưởng`."""
        folded = span.of(self._folded)
        return None if _RESULT.search(folded) else self.asked(span)

    def asked(self, span: Span) -> tuple[AwardStatus, Span] | None:
        """A status that the words before a title name: `Đề nghị Chủ tịch UBND tỉnh tặng …`."""
        folded = span.of(self._folded)
        return next(((status, span) for status, pattern in _STATUSES[:2] if pattern.search(folded)), None)

    def kind(self, span: Span) -> tuple[RecipientKind, Span] | None:
        """The recipients that a stretch names first."""
        nouns = self._anchors.of("noun", span) if span.end > span.start else []
        return (nouns[0].row["kind"], nouns[0].span) if nouns else None

    def _column(self, heads: list[Span], short: tuple[RecipientKind, Span] | None) -> Column:
        folded = [head.of(self._folded) for head in heads]
        titles = [self._title(head) for head in heads]
        nouns = [self.kind(Span(title.span.end, head.end) if title else head) for head, title in zip(heads, titles, strict=True)]
        return Column(
            title=next((title for title in reversed(titles) if title), None),
            noun=short or next((noun for noun in reversed(nouns) if noun), None),
            status=self._told(heads),
            authority=next((told for head in heads if (told := self._scanner.conferrers.told(head, alone=True))), None),
            over=heads[0] if len(heads) > 1 and (short or nouns[-1]) else None,
            years=tuple(head for head in folded if _YEAR.fullmatch(head)),
            amount=any(p.search(head) for head in folded for p in (_AMOUNT, _RESULT, _PROPOSED, _REGISTERED, _YEAR)),
            barred=any(_BARRED.search(head) for head in folded),
            names=any(_NAMES.search(head) and not _CONFERRERS.search(head) for head in folded),
            persons=any("họ" in head for head in folded),
            confers=any(_CONFERRERS.search(head) for head in folded),
            ranks=any(_RANKS.fullmatch(head) for head in folded),
            badges=any("huy hiệu" in head for head in folded),
            sum=any(SUM.match(head) for head in folded),
        )

    def _title(self, head: Span) -> TitleToken | None:
        tokens = self._scanner.tokens(stretch(self._source, head))
        return next((token for token in tokens if isinstance(token, TitleToken)), None)

    def _told(self, heads: list[Span]) -> tuple[AwardStatus, Span] | None:
        for head in heads:
            for status, pattern in _STATUSES:
                if pattern.search(head.of(self._folded)):
                    return status, head
        return None

    def _short_kinds(self, grid: Grid) -> dict[int, tuple[RecipientKind, Span]]:
        """`TT | CN` side by side are tập thể and cá nhân; a `TT` alone is the number of the row."""
        last = [grid.head(at)[-1] if grid.head(at) else None for at in range(grid.columns)]
        written = ["" if head is None else head.of(self._text).replace(". ", ".").rstrip(".") for head in last]
        found: dict[int, tuple[RecipientKind, Span]] = {}
        for at, (one, other) in enumerate(zip(written, written[1:], strict=False)):
            if one in _SHORT_KINDS and other in _SHORT_KINDS and _SHORT_KINDS[one] != _SHORT_KINDS[other]:
                for place in (at, at + 1):
                    head = last[place]
                    if head is not None:
                        found[place] = (_SHORT_KINDS[written[place]], head)
        return found
